"""Wordings of sentences that speak of the page, of a publication, of a thing on sale or of a thought, not of health.

Each group is one sign among others that the learned decision weighs (`features`); none settles anything by itself.
Source: standards.md A3.1 and docs/labelling.md. Every pattern is used with `search` on one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidence.language.patterns import Cue, lazily
from evidence.language.patterns import any_of as _any

PUBLICATION = _any(
    r"(?:was|were|is|are|been|be)\s+(?:\w+\s+)?(?:published|presented|released|posted|reprinted|printed|aired)",
    r"press\s+release",
    r"annual\s+meeting",
    r"conference",
    r"news\s*letter",
    r"podcasts?",
    r"videos?",
    r"documentary",
    r"(?:e-?)?books?(?!\s+(?:an?|your)\b)",
    r"chapters?",
    r"blogs?",
    r"authors?",
    r"readers?",
    r"headlines?",
    r"news",
    r"journalists?",
    r"articles?",
    r"editorials?",
    r"posters?",
    r"abstracts?",
    r"press",
    r"media",
    r"written\s+by",
    r"website",
)
"""What is said of an article, a book or the news, rather than of what stands in it."""

SUPPOSES = _any(
    r"maybe",
    r"perhaps",
    r"could\s+(?:just|simply|also|well)\s+be",
    r"(?:might|may|could)\s+be\s+(?:enough|one|why|that|the\s+reason|because|due)",
    r"(?:there\s+is|with\s+the|in\s+the)\s+(?:\w+\s+)?hope",
    r"would\s+be\s+(?:nice|great|interesting|good|useful)",
    r"one\s+(?:might|may|could|would)",
    r"(?:does|do)\s+not\s+follow",
    r"(?:doesn|don)['’]t\s+(?:\w+\s+)?mean",
    r"(?:does|do)\s+not\s+(?:\w+\s+)?mean",
    r"(?:cannot|can\s+not|can['’]t)\s+(?:infer|conclude|say|tell|know|be\s+sure)",
    r"in\s+theory",
    r"hypothe(?:sis|ses|si[sz]ed?|tical\w*)",
    r"suppose",
    r"assum(?:e|es|ed|ing|ption)",
    r"if\s+(?:we|you)\s+(?:find|assume|look|think|consider|compare)",
    r"could\s+hint",
    r"suspect",
    r"as\s+far\s+as\s+(?:i|we)",
    r"guess(?:es|ing)?",
    r"wonder(?:s|ed|ing)?",
    r"ideally",
    r"who\s+knows",
)
"""A thought that is tried out, a hope, a guess or a caution on what may be concluded."""

OFFER = _any(
    r"comes?\s+(?:in|with)\s+(?:an?|the|two|three|four|five|either|both|many|several|different)",
    r"(?:is|are)\s+(?:\w+\s+)?(?:available|sold|stocked|offered|packaged|shipped|manufactured)",
    r"available\s+(?:in|as|at|from|on|for|online|over)",
    r"(?:price[ds]?|pricing|costs?|costing|cheap(?:er|est)?|affordable|inexpensive|expensive|budget|dollars?|pounds?|euros?|rupees?|discount|refund)",
    r"apps?",
    r"iphones?",
    r"android",
    r"bluetooth",
    r"batter(?:y|ies)",
    r"displays?",
    r"screens?",
    r"download(?:s|ed|able)?",
    r"certified",
    r"certification",
    r"third[-\s]party",
    r"(?:in|from)\s+(?:\w+\s+)?(?:stores?|shops?|supermarkets?|grocers?|pharmacies)",
    r"shipping",
    r"subscri(?:be|ption)",
    r"bottles?",
    r"warranty",
    r"guarantees?",
    r"packag(?:e|ed|ing)",
    r"brands?",
    r"retail(?:ers?)?",
    r"ingredients?",
    r"flavou?rs?",
    r"tastes?",
    r"delicious",
)
"""Price, shop, make, taste and features of a thing on sale: the business of the rules on products."""

KITCHEN = _any(
    r"preheat",
    r"simmer(?:ed|ing)?",
    r"boil(?:ed|ing)?",
    r"stir(?:red|ring)?",
    r"chop(?:ped|ping)?",
    r"dic(?:e|ed|ing)",
    r"oven",
    r"sauce?pans?",
    r"pots?",
    r"bowls?",
    r"(?:table|tea)spoons?(?:ful)?",
    r"tb?sp",
    r"recipes?",
    r"marinat(?:e|ed|ing)",
    r"garnish(?:ed)?",
    r"whisk(?:ed)?",
    r"bak(?:e|ed|ing)",
    r"fr(?:y|ied|ying)",
    r"roast(?:ed|ing)?",
    r"drain(?:ed)?",
    r"broth",
    r"steep(?:ed|ing)?",
    r"ferment(?:ed|ing)?\s+(?:at|for)",
    r"soak(?:ed|ing)?",
    r"serv(?:e|es|ed)\s+(?:with|hot|cold|warm|over|immediately)",
)
"""Steps of a recipe."""

SENDS = _any(
    r"(?:let|tell)\s+(?:\w+\s+){1,6}?know\b",
    r"(?:go\s+)?(?:see|visit|call|contact|consult|ask|tell|inform|ring|speak\s+(?:to|with)|talk\s+(?:to|with))\s+(?:a|an|your|the|our|any|another)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:doctor|dentist|gp|nurse|pharmacist|dietitian|nutritionist|psychologist|therapist|physician|midwife|team|specialist|professional|provider|clinic|physio\w*|vet|technician)",
    r"(?:seek|get|look(?:ing)?\s+for|find)\s+(?:\w+\s+)?(?:medical|professional|urgent|emergency|expert|immediate)\s+(?:\w+\s+)?(?:help|care|advice|attention|treatment|support)",
    r"consult(?:ing)?\s+(?:a|an|your|with|the)",
    r"call(?:ing)?\s+(?:your|the|an?|999|911|111|112)",
    r"(?:book|schedule|make)\s+(?:an?|your)\s+(?:\w+\s+){0,3}?(?:appointment|consultation|visit|session)",
    r"contact\s+(?:us|our|me)",
    r"get\s+help",
    r"don['’]t\s+hesitate",
)
"""Sends the reader to somebody."""

DISCLAIMS = _any(
    r"(?:should|must|may|can)\s+not\s+be\s+(?:\w+\s+)?(?:interpreted|taken|construed|used|relied|considered)",
    r"no\s+guarantee",
    r"not\s+(?:a\s+|an\s+)?(?:substitute|replacement|intended|meant|medical|guarantee)",
    r"makes?\s+no\s+(?:\w+\s+)?claims?",
    r"(?:informational|information|educational|reference|entertainment)\s+purposes",
    r"at\s+your\s+own\s+risk",
    r"only\s+(?:be\s+)?(?:used|intended|meant)\s+(?:as|for)",
    r"(?:we|i)\s+are\s+not\s+(?:saying|doctors|suggesting)",
    r"(?:i['’]m|i\s+am)\s+not\s+(?:a\s+|an\s+|saying)",
)
"""Takes back what a reader might make of the page."""

PROMISES_MORE = _any(
    r"(?:many|several|two|three|four|five|six|seven|ten|a\s+couple\s+of|a\s+few|a\s+number\s+of|a\s+lot\s+of|different|various|some|numerous|multiple|main|key|possible|common)\s+"
    r"(?:[\w-]+\s+)?(?:causes|benefits|side\s+effects|effects|roles?|reasons|ways|types|kinds|factors|categories|forms|varieties|options|steps|tips|things|myths|questions|responses|parts|stages|phases|symptoms|signs|strategies|uses|risks|styles|techniques)",
    r"(?:benefits|effects|reasons|causes|uses|results)\s+(?:\w+\s+)?(?:are|is)\s+(?:\w+\s+)?(?:manifold|many|numerous|clear|notable|endless|obvious|real)",
    r"to\s+understand\s+(?:why|how|what|this|the)",
    r"you\s+(?:must|need\s+to|have\s+to|should)\s+(?:first\s+)?(?:understand|know|remember|realize|realise)",
    r"everything\s+you\s+need",
    r"(?:this|that|which)\s+(?:brings|leads|takes)\s+(?:us|me)",
    r"brings\s+up",
    r"here(?:['’]s|\s+(?:is|are|you))",
    r"as\s+follows",
    r"(?:listed|mentioned|described|discussed|shown|stated|outlined)\s+(?:above|below|earlier|here|in)",
    r"where\s+it\s+gets",
    r"find\s+out",
    r"to\s+(?:review|recap|sum(?:mari[sz]e)?|conclude|be\s+clear)",
    r"in\s+(?:conclusion|summary|short|closing)",
)
"""Says that something will be told, has been told or could be told, and not what."""

CLASSES = _any(
    r"(?:made\s+up|composed|consists?)\s+(?:of|entirely)",
    r"divided\s+into",
    r"falls?\s+(?:in|into|under)",
    r"belongs?\s+to",
    r"categor(?:y|ies|i[sz]ed)",
    r"classifi(?:ed|cation)",
    r"(?:also\s+)?(?:known|referred\s+to)\s+as",
    r"the\s+(?:terms?|words?|names?|phrase)",
    r"units?\s+of",
    r"short\s+for",
    r"abbreviat(?:ed|ion)",
    r"extracted\s+from",
    r"native\s+to",
    r"bears?\s+the\s+name",
    r"there\s+(?:are|is)\s+(?:[\w-]+\s+){0,3}?(?:types?|kinds?|categories|forms?|varieties|groups?|classes|species|strains)\b",
    r"(?:is|are)\s+(?:either|both|simply|basically)",
)
"""Puts something in its class or says what it is called or made of."""

EXHORTS = Cue(
    r"^\W*(?:so\s+|and\s+|but\s+|now,?\s+|just\s+|instead,?\s+|please\s+)?(?:you\s+can\s+)?(?:think|imagine|picture|consider|remember|keep\s+in\s+mind|bear\s+in\s+mind|note|notice|ask\s+yourself|say|tell\s+me|look|watch|read|check|click|learn|discover|find|explore|visit|view|let)\b",
    re.IGNORECASE,
)
"""Bids the reader think or look, not do something for health."""

VERDICT = _any(
    r"(?:really\s+)?big\s+deal",
    r"groundbreaking",
    r"fascinating",
    r"interesting(?:ly)?",
    r"exciting",
    r"amazing(?:ly)?",
    r"incredibl[ey]",
    r"wonderful",
    r"unfortunately",
    r"luckily",
    r"fortunately",
    r"sadly",
    r"thankfully",
    r"frustrating",
    r"horribl[ey]",
    r"terribl[ey]",
    r"beautiful(?:ly)?",
    r"valuable",
    r"misleading",
    r"surpris(?:ed|ing|ingly)",
    r"funny",
    r"cool",
    r"cute",
    r"tough",
    r"complicated",
    r"as\s+simple\s+as",
    r"no\s+one\s+likes",
    r"who\s+does(?:n['’]t|\s+not)",
    r"of\s+course",
    r"obvious(?:ly)?",
)
"""How the author finds something."""

REPORTS_BELIEF = _any(
    r"(?:people|folks|everyone|everybody|parents|women|men|someone|some|many|most)\s+(?:(?:of\s+us|people|who|often|will|may|might|have|still|always|would|also)\s+){0,3}(?:say|said|think|thought|mistake|assume|believe|hear|heard|swear|argue|claim|tell|told)",
    r"(?:has|have)\s+(?:long\s+)?been\s+(?:touted|hailed|called|labell?ed|dubbed)",
    r"heard\s+(?:that|the|about|of)",
    r"myths?",
    r"misconceptions?",
    r"(?:seen|viewed|regarded|perceived|dismissed|portrayed|marketed|hyped)\s+as",
    r"claims?\s+(?:to|that)",
    r"proclaims?",
    r"supposed(?:ly)?",
    r"so[-\s]called",
    r"it\s+(?:was|is)\s+(?:initially|once|long|originally)\s+(?:thought|believed|assumed)",
    r"used\s+to\s+(?:think|believe|be\s+(?:thought|believed))",
    r"(?:was|were|is|are|been)\s+(?:previously|initially|once|long|originally|generally|now|commonly|often|widely)\s+(?:thought|believed|considered|assumed|regarded|associated|grouped|seen)",
    r"(?:statement|notion|idea|belief|rumou?r|assumption|saying)s?\s+that",
    r"(?:we|you|everyone|everybody)\s+(?:(?:are|is|have|has)\s+)?(?:all\s+)?(?:probably\s+)?(?:aware\s+of|familiar\s+with|heard)",
)
"""Tells what others believe."""

ACT = _any(
    r"laws?",
    r"legislat\w+",
    r"act\s+of",
    r"government",
    r"congress",
    r"parliament",
    r"minist(?:er|ry)",
    r"prize",
    r"awarded",
    r"signed",
    r"launched",
    r"founded",
    r"funded",
    r"funding",
    r"licen[cs](?:e[ds]?|ing)",
    r"regulat(?:ed|ions?|ory)",
    r"registered",
    r"registration",
    r"approv(?:ed|al)",
    r"legal(?:ly)?",
    r"policy",
    r"campaigns?",
    r"insurance",
    r"coverage",
    r"patents?",
)
"""Law, office and money."""

DOSE = Cue(
    r"\b\d[\d.,]{0,12}(?:\s*(?:-|–|to)\s*\d[\d.,]{0,12})?\s*(?:mg|mcg|µg|g|ml|iu|grams?|units?|tablets?|capsules?|cups?|glasses|drops|minutes?|hours?|times|litres?|liters?)\b(?:\s*/\s*\w+|\s+(?:\w+\s+){0,3}?(?:a|per|each|every)\s+(?:day|week|night|hour|kg|month))?"
    r"|\b(?:every|each)\s+(?:day|night|morning|evening|week|few\s+hours|hour|meal)\b|\b(?:once|twice|daily|nightly|overnight|bedtime|regularly)\b|\bbefore\s+(?:bed|meals?|eating|breakfast|sleep\w*)\b|\bafter\s+(?:meals?|eating|exercise)\b|\b(?:on\s+an\s+empty\s+stomach|with\s+(?:food|meals?))\b",
)
"""How much, how often or when."""

OUGHT = _any(
    r"(?:you|we|people|patients|children|adults|women|men|anyone|everyone|they|it|babies|parents)(?:['’]ll|\s+will|\s+would)?\s+(?:\w+\s+)?(?:should|must|need\s+to|have\s+to|ought\s+to)",
    r"(?:should|must|need\s+to|ought\s+to)\s+(?:not\s+)?be",
    r"(?:best|better|wise|important|good\s+idea|advisable|recommended)\s+(?:\w+\s+)?(?:to|way)",
    r"(?:do\s+not|don['’]t|never|avoid|limit|stop)",
    r"try\s+(?:to|not|taking|using|eating|drinking|\w+ing)",
)
"""What one should do."""

GOOD_OR_BAD = _any(
    r"(?:good|bad|great|terrible|fine|better|worse|best|worst|safest|healthiest|ideal|perfect|essential)\s+for",
    r"(?:hurts?|harm(?:s|ed|ful)?|toxic|toxins?|deadly|lethal|dangerous|kills?|killed|poison\w*)",
    r"(?:safe|unsafe|safest|risky|risks?)",
    r"(?:health\s+)?(?:advantages?|disadvantages?|drawbacks?|downsides?|upsides?)",
    r"(?:un)?healthy|healthi(?:er|est)",
)
"""Good or bad for somebody, in everyday words."""

FEELS = _any(
    r"(?:you|they|people|patients|women|men|children|babies|some|many|most|he|she)(?:['’]ll|\s+(?:may|might|can|will|could|often|usually|sometimes|also))?\s+(?:\w+\s+)?(?:feel|notice|experience|suffer|develop|get|have\s+(?:trouble|difficulty|problems?)|lose|gain|heal|recover|sleep|wake|forget|struggle)",
    r"(?:feeling|feelings?\s+of|sense\s+of|loss\s+of|lack\s+of|trouble|difficulty|inability)",
    r"(?:nights?|mornings?|days?)\s+(?:\w+\s+)?(?:better|worse|easier|harder)",
    r"(?:fewer|more|less)\s+(?:\w+\s+)?(?:pain|sleep|energy|nights|headaches?|colds?|aches?|cramps?|sick\s+days?|stress)",
)
"""How somebody feels, heals or sleeps."""

NOBODY_KNOWS = _any(
    r"(?:we|scientists|researchers|doctors|nobody|no\s+one)\s+(?:(?:do(?:es)?\s+not|don['’]t|doesn['’]t)\s+)?(?:\w+\s+)?knows?",
    r"(?:is|are|remains?)\s+(?:\w+\s+)?(?:unknown|unproven|unclear|untested|understudied|established|uncertain|a\s+mystery)",
    r"no\s+(?:\w+\s+)?(?:evidence|proof|data|studies|research)",
    r"(?:see|found|find|is)\s+(?:no|little)\s+(?:\w+\s+)?(?:evidence|proof|reason|benefit|difference)",
)
"""What is known or not, in everyday words."""

LEADS_OVER = _any(
    r"let['’]?s\s+(?:focus|look|talk|dive|start|begin|take|see|explore|turn|move|get|go|return|discuss|break|consider|examine)",
    r"let\s+us\s+(?:focus|look|talk|dive|start|begin|take|see|explore|turn|move|return|discuss|consider|examine)",
    r"(?:brings?|leads?|takes?)\s+(?:me|us)\s+(?:back\s+)?to",
    r"turn(?:ing)?\s+now\s+to",
    r"the\s+question\s+(?:of|is|remains|now)",
    r"place\s+to\s+(?:look|start|begin)",
    r"goes\s+(?:even\s+)?(?:further|deeper)",
    r"moving\s+on",
    r"more\s+on\s+(?:this|that)",
    r"as\s+(?:i|we)\s+(?:said|mentioned|noted|discussed|saw)",
    r"(?:i|we)(?:['’]m|['’]re|\s+am|\s+are)\s+(?:\w+\s+)?not\s+(?:\w+\s+)?(?:trying|saying|suggesting|implying|claiming|advocating|qualified)",
    r"(?:do\s+not|don['’]t|no\s+need\s+to|try\s+not\s+to)\s+(?:lose\s+sleep|worry|panic|stress|fret|despair|feel\s+(?:bad|guilty)|beat\s+yourself)",
    r"you(?:['’]re|\s+are)\s+not\s+alone",
    r"(?:may|might)\s+(?:just\s+)?be\s+(?:right\s+)?for\s+you",
)
"""Leads over to what comes next, takes something back, or reassures."""

LICENCE = _any(
    r"licen[sc](?:e[sd]?|ing|ure)",
    r"certif(?:ied|icates?|ication)",
    r"accredit\w+",
    r"state\s+regulations?",
    r"credentials",
    r"register(?:ed)?\s+with",
)
"""Speaks of who may call themselves what."""

MAY_WISH = _any(
    r"(?:may|might|can|could)\s+(?:(?:also|want\s+to|wish\s+to|like\s+to|need\s+to|even)\s+){0,2}(?:consider|discuss|ask|bring|choose|decide|write|talk|request|check|taste|want|prefer)",
    r"(?:is|are|be|make\s+sure\s+[^,.;]{1,60}?\b(?:is|are|knows?))\s+aware\s+of",
    r"feel\s+free",
    r"if\s+you\s+(?:like|prefer|wish|want|can|find)",
    r"it\s+is\s+(?:a\s+good\s+plan|worth)",
    r"up\s+to\s+you",
)
"""Leaves something to the reader."""

SELF = _any(
    r"our\s+(?:\w+\s+)?(?:team|clinic|approach|recommendations?|selections?|clients|practice|mission|experts?|goal|services?|guide|readers|products?|methods?|customers|website|studio|office|staff)",
    r"we\s+(?:\w+\s+)?(?:are|offer|follow|provide|address|help|believe|focus|recommend|strive|aim|specialize|specialise|use|love|work|want|carry|sell|stock|make|designed|created)",
    r"(?:dedicated|committed|proud)\s+to",
)
"""What a business says of itself."""

HEADINGS: Mapping[str, re.Pattern[str]] = {
    name: lazily(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "of effects": r"benefits?|effects?|side[\s-]effects?|risks?|dangers?|harms?|symptoms?|signs?|causes?|complications?|works?|help(?:s|ed)?|treat(?:s|ed|ment|ments|ing)?|good|bad|safe|prevent(?:s|ion|ing)?|why|mechanisms?|pharmacology|uses?|properties|myths?",
        "of advice": r"tips?|how\s+to|advice|should|dos(?:e|age|ing)|steps?|do|avoid|manage|managing|management|self[\s-]care|recommend(?:ed|ations?)?|guidelines?|ways?|diet|foods?",
        "of studies": r"stud(?:y|ies)|research|evidence|science|trials?|results?|findings|method(?:s|ology)?|literature",
        "of meaning": r"what\s+(?:is|are)|defin(?:ed|ition|itions)|types?|kinds?|overview|introduction|background|basics|history|anatomy",
        "of the page": r"about|contact|conclusions?|summary|disclaimers?|share|comments?|author|bio|related|further|more|read|references|sources|notes?|links?|appointment|book|our|us|faq",
        "of a kitchen": r"recipes?|ingredients?|directions|instructions|method|equipment|serves|servings|preparation|notes|shopping|you(?:['’]ll|\s+will)\s+need",
    }.items()
}
"""What a section is about, by its heading."""

ITEM_HEADINGS: Mapping[str, re.Pattern[str]] = {
    name: lazily(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "symptoms": r"symptoms?|signs?|look\s+for|feels?|notice",
        "causes": r"causes?|factors?|triggers?|risk|reasons?|why",
        "benefits": r"benefits?|good\s+for|helps?|uses?|treats?|effective|works?",
        "harms": r"side[\s-]effects?|dangers?|harms?|complications?|risks?",
        "remedies": r"treat\w*|remed\w+|manage\w*|therap\w+|options|prevent\w*|relief",
        "advice": r"tips?|how\s+to|steps?|ways|do|avoid|should|advice|foods?|diet|routine|plan",
        "meaning": r"types?|kinds?|what\s+(?:is|are)|stages?",
        "cases": r"who|when|not|contraindications?|conditions?|suitable",
    }.items()
}
"""What a fragment says that stands under a heading without a lead-in: "Being overweight" under "Risk factors"."""
