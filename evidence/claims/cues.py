"""Wordings by which a sentence shows what it is: an effect, a number, a study, a question, a worry.

Source of the groups: standards.md A3 and E (claim kinds), Redi and others 2019 (what needs a citation),
Sumner and others 2014 (the 0-6 scale of causal wording). Every pattern is used with `search` on one sentence.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, grouped, lazily
from evidence.language.patterns import any_of as _any

# --- What an effect sounds like ---------------------------------------------------------------------------

_DOWN = (
    r"reduc|decreas|lower|prevent|minimi[sz]|diminish|eliminat|alleviat|eas|reliev|suppress|inhibit|block|cur|heal|treat|fight|combat|kill|destroy|"
    r"revers|slow|halt|stop|weaken|shrink|curb|delay|clear|sooth|calm|detoxif|flush|neutrali[sz]|counter|manag|control|avoid|lessen|limit|protect|shield|guard|ward\s+off"
)
_UP = (
    r"increas|improv|promot|boost|enhanc|rais|support|strengthen|stimulat|accelerat|restor|repair|regulat|balanc|normali[sz]|stabili[sz]|optimi[sz]|"
    r"maximi[sz]|speed|aid|help|benefit|nourish|maintain|sustain|facilitat|encourag|build|activat|trigger|produc|caus|induc|creat|generat|releas|contribut|worsen|"
    r"aggravat|exacerbat|damag|harm|affect|influenc|impact|alter|disrupt|impair|chang|modulat|determin|lead|result|provok|elevat|deplet|shorten|extend|prolong|doubl|tripl|elicit|favou?r"
)
_ENDING = r"(?:e|es|ed|ing|s|ies|ied|y|ped|ping|led|ling)?"
_GOOD = r"(?:healthy|better|worse|easier|harder|stronger|weaker|feel|sick|well|difficult|good|happy|balanced|safe)"
_PLAIN_EFFECTS = (
    r"(?:halv|slash|melt|banish|stav|purg|detox|quell|tam)(?:e|es|ed|ing|s)",
    r"cut(?:s|ting)?\s+(?:\w+\s+){0,2}?(?:risk|odds|chances?|duration|length|rates?|levels?|pain|deaths?|symptoms?|inflammation|cholesterol|sugar\s+levels|\w+\s+by)",
    r"(?-i:cut)(?:s|ting)?\s+(?:\w+\s+){1,6}?(?:in\s+half|short)",
    r"(?:get|gets|getting|got|be|is|are)\s+rid\s+of",
    r"(?:ward|fend|head|stav|fight)(?:e|s|es|ed|ing)?\s+off",
    r"(?:keep|keeps|keeping|kept)\s+(?:\w+\W+){1,4}?(?:away(?!\s+from)|at\s+bay|in\s+check|under\s+control)",
    r"(?:knock|wip|clean|flush|clear)(?:e|es|s|ed|ing)?\s+(?:\w+\s+){0,4}?out",
    r"feeds(?!\s+(?:on|every|and|are|at|a\s+day|per|or|in|to|on)\b)",
    r"fuel(?:s|led|ling)",
    r"burn(?:s|ed|ing)?\s+(?:off\s+|away\s+|more\s+|\w+\s+)?(?:fat|calories)",
    r"beat(?:s|ing)?\s+(?:\w+\s+){0,2}?(?:colds?|flu|cancer|fatigue|stress|pain|infections?|insomnia|depression|anxiety|bloating|disease)",
    r"works?\s+(?:for|against|wonders|better|faster|as\s+well)",
    r"(?:proven|guaranteed|shown|certain|sure)\s+to\s+work",
)
"""Effects told in everyday words."""

EFFECT = _any(
    *_PLAIN_EFFECTS,
    rf"(?<!all-)(?:{grouped(_DOWN + '|' + _UP)}){_ENDING}",
    r"led\s+to",
    r"built",
    r"sets?\b[^,.;]{1,40}\bup\s+for",
    r"setting\b[^,.;]{1,40}\bup\s+for",
    r"due\s+to",
    r"because\s+of",
    r"a\s+cause\s+of",
    r"causes?\s+of",
    rf"(?:keep|make|leave|give|bring)s?\s+(?:\w+\W+){{1,6}}?{_GOOD}",
    r"(?:is|are)\s+(?:\w+\s+)?(?:effective|helpful|beneficial|harmful|toxic|useful|essential|critical|crucial|vital|good|bad|great|necessary|important|responsible|key|safe|unsafe|dangerous)",
)
_GAINS = r"improv|promot|boost|enhanc|support|strengthen|restor|repair|balanc|normali[sz]|stabili[sz]|optimi[sz]|aid|help|benefit|nourish|speed|regulat|better"
BENEFIT = _any(
    *_PLAIN_EFFECTS,
    r"shorten(?:s|ed|ing)?",
    r"(?:lose|loses|losing|lost)\s+(?:up\s+to\s+)?(?:\d\w*|(?:\w+\s+)?weight|fat|pounds|kilos)",
    rf"(?:{grouped(_DOWN + '|' + _GAINS)})(?:e|es|ed|ing|s|ies|y|er)?",
    r"effective",
    r"helpful",
    r"beneficial",
    r"efficacy",
    r"effectiveness",
    r"remed(?:y|ies)",
    r"relief",
    r"works?",
    r"worked",
    r"increas(?:e|es|ed|ing)",
    r"promising\s+(?:results?|effects?)",
    r"positive\s+(?:results?|effects?)",
    r"(?:keep|make|leave)s?\s+(?:\w+\W+){1,6}?(?:healthy|better|stronger|well|good)",
)
PRAISE = _any(
    r"(?:clinically|scientifically|research|science)[\s-](?:validated|studied|proven|tested|backed|formulated)",
    r"(?:best|superior|unmatched|unrivall?ed|revolutionary|breakthrough|powerful|potent|comprehensive|gold\s+standard)",
    r"(?:establish|optimi[sz]|deliver|defend|target|eradicat|address|recondition|rebalanc|unlock|elevat|transform|defeat)\w*",
    r"(?:designed|formulated|ideal|perfect|recommended|made|created)\s+(?:for|to)",
    r"outperforms?",
    r"wins?",
    r"evidence[\s-]based",
)
"""What is said in a product's favour, besides its effects."""

HELP_VERB = _any(
    r"(?:may|might|can|could|will|to)\s+(?:\w+\s+)?(?:help|aid|prevent|treat|heal|cure|reduce|decrease|lower|improve|promote|support|boost|relieve|restore)",
    r"be\s+able\s+to\s+(?:decrease|reduce|prevent|improve|treat|help|lower|heal)",
)
ASSOCIATION = _any(
    r"(?:associated|association|correlat\w+|linked|links?|tied|connected|connection|relationship|related)\s+(?:with|to|between)",
    r"risk\s+factors?",
    r"predict(?:s|ed|or|ors)?",
    r"more\s+(?:likely|common|prone)",
    r"less\s+(?:likely|common|prone)",
    r"tend(?:s|ed)?\s+to",
    r"(?:higher|lower|greater|increased|decreased|reduced|elevated)\s+(?:risks?|rates?|odds|incidence|prevalence|chances?|levels?)",
)
HEDGE = _any(
    r"may(?!\s+\d)",
    r"might",
    r"could",
    r"possibl[ey]",
    r"perhaps",
    r"potential(?:ly)?",
    r"seems?",
    r"appears?",
    r"suggest(?:s|ed|ing)?",
    r"(?:is|are)\s+(?:thought|believed|starting\s+to)",
    r"(?:researchers|scientists|experts|doctors)\s+(?:think|believe|suspect|hypothesi[sz]e)",
    r"starting\s+to\s+(?:learn|understand|see)",
    r"likely",
    r"unlikely",
    r"uncertain",
    r"unclear",
    r"probably",
    r"preliminary",
    r"(?:not|isn(?:'|’)t)\s+(?:yet\s+)?(?:clear|known|proven)",
    r"up\s+to\s+(?:a\s+)?point",
    r"sometimes",
    r"limited\s+evidence",
    r"inconclusive",
    r"theor(?:y|ies|etically)",
)
PROBABLY = _any(r"probably", r"likely")
CAN = _any(r"can", r"could\s+be\s+able")

_AUXILIARY = _any(
    r"is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should|must",
)
_OTHER_VERB = Cue(r"\b[a-z]{4,}+(?:(?<=s)|(?<=[a-z]{3}ed))(?=\s+\w)")


def has_verb(text: str) -> bool:
    """Whether a text has a finite verb, roughly: what has none is an item of a list or a heading."""
    return _AUXILIARY.search(text) is not None or _OTHER_VERB.search(text) is not None


# --- Kinds ------------------------------------------------------------------------------------------------

SAFETY = _any(
    r"(?<!memory )(?<!thread )(?<!type )(?:un)?safe(?:ly)?\s+(?:for|to|in|during|when|and|choice|option|alternative|enough)",
    r"(?:is|are|was|were|be|generally|perfectly|completely|totally|considered|relatively)\s+(?:(?!memory|thread|type)\w+\s+)?(?:un)?safe",
    r"suitable\s+(?:for|during|in)",
    r"(?<!memory )(?<!memory-)(?<!thread )(?<!type )safety",
    r"side[\s-]effects?",
    r"adverse",
    r"(?:no|without)\s+(?:known\s+)?(?:risks?|harms?|side|danger)",
    r"(?:non-?)?toxic(?:ity)?",
    r"harmless",
    r"harmful\s+(?:to|effects?|for|when|in)",
    r"contraindicat\w+",
    r"overdose",
    r"interact(?:s|ions?)?\s+with",
    r"well[\s-]tolerated",
    r"dangerous",
    r"poison(?:ous|ing)?",
    r"(?:ok|okay|fine|approved)\s+(?:for|during)\s+(?:pregnan\w+|nursing|breastfeeding|children|babies|infants|kids)",
    r"(?:pregnancy|baby|kid|child)[\s-]safe",
    r"should\s+(?:not\s+(?:be\s+)?(?:take|taken|use|used|drink|eat)|be\s+avoided|avoid)",
)
MANAGEMENT = _any(
    r"(?:is|are|be|being)\s+(?:\w+\s+){0,2}?(?:treated|managed|diagnosed|prescribed|administered|given|recommended|advised|monitored|screened)(?:\s+(?:with|by|using|for|to|as|that|in|if|at))?",
    r"(?:treatment|therapy|management)\s+(?:\w+\s+)?(?:is|includes?|consists?|involves?|options?|of\s+choice)",
    r"(?:first|second)[\s-]line",
    r"standard\s+(?:of\s+care|treatment|therapy)",
    r"should\s+(?:\w+\s+)?(?:be\s+(?:given|taken|treated|avoided|offered|used|started|tested|vaccinated)|take|avoid|see|consult|receive|get|eat|drink|sleep|have|talk|start|stop|consider|aim|limit|use|try|never|not)",
    r"(?:guidelines?|doctors?|physicians|cdc|who|nhs|academy|dietitians|experts)\s+(?:now\s+)?(?:recommends?|advises?)",
    r"(?:need|have|ought|important|best|crucial|essential|advisable)\s+to\s+(?:take|avoid|see|consult|get|eat|drink|sleep|limit|make\s+sure|ensure|keep|use|wash|maintain|consume)",
    r"(?:recommended|daily|optimal|ideal|suggested)\s+(?:\w+\s+)?(?:dose|dosage|intake|amount|allowance)",
    r"make\s+sure",
    r"should\s+(?:always\s+|only\s+|never\s+)?be\s+(?:the|a|an|your|our)\s+(?:first|last|only|main|preferred)\s+(?:resort|choice|step|line|option|treatment)",
    r"aim\s+for",
    r"talk\s+to\s+your\s+(?:doctor|provider|physician)",
)
_BIDDEN = "add|aim|apply|ask|avoid|be|begin|breathe|brush|choose|cleanse?|commit to|complete|consider|consult|chew|consume|control|cover|cut|delay|determine|dim|do|don[’']t|drink|eat|eliminate|ensure|exercise|find|follow|gargle|get|give|go|have|hold|include|increase|inhale|keep|leave|lie|limit|maintain|make|massage|minimi[sz]e|move|opt|pace|pick|place|practi[cs]e|prevent|put|quit|reduce|refrain|repeat|remember|replace|rest|rinse|rub|see|set|shake|sit|skip|sleep|soak|speak|start|stay|stick|stop|stretch|substitute|supplement|swap|switch|take|talk|try|turn|use|wait|walk|wash|wear"
IMPERATIVE = lazily(
    rf"^[\W\d]*(?:(?:action(?: step)?|tip|to do|what to do|the fix|goal|habit|rule|do)(?: #?\d+)?\s?[:–—]\W{{0,4}})?(?:Always |Never |Also,? |Instead,? |Then,? |Please )?(?:{grouped(_BIDDEN)})\b",
    re.IGNORECASE,
)
_MANY = r"(?:most|(?<!other )half|nearly\s+all|almost\s+all|(?:a|one|two|three)[\s-](?:half|third|quarter|fifth|tenth)s?|(?:one|two|three|four|nine)\s+(?:in|out\s+of)\s+(?:\w+)|the\s+(?:vast\s+)?majority|millions)"
_FOLK = r"(?:people|adults|children|kids|babies|infants|women|men|mothers|moms|parents|patients|teens|teenagers|adolescents|seniors|athletes|vegans|vegetarians|smokers|americans|britons|europeans|population|us)"
COMMON = _any(
    rf"{_MANY}\s+(?:of\s+)?(?:all\s+|the\s+|our\s+|these\s+|those\s+)?(?:(?!is|are|of)[\w-]+\s+){{0,2}}?{_FOLK}\s+(?:(?:who|over|under|with|in|aged|above|of)\s+(?:[\w-]+\s+){{1,4}}?)?"
    r"(?:\w+ly\s+|still\s+|also\s+|now\s+|will\s+|do\s+not\s+|don['’]t\s+)?(?:have|has|lack|lacks|suffer|suffers|get|gets|live|lives|develop|develops|carry|carries|die|dies|recover|(?:are|is)\s+(?:\w+ly\s+)?(?:overweight|obese|deficient|dehydrated|infected|allergic|intolerant|immune|diabetic|an(?:a)?emic|low|short|affected|at\s+risk|malnourished|sleep[\s-]deprived))",
    r"(?:is|are)\s+(?:an?\s+|the\s+)?(?:very\s+|quite\s+|fairly\s+|extremely\s+|most\s+)?(?:common|rare|widespread|prevalent)\s+(?:(?!and\b|or\b)[\w-]+\s+){0,3}?"
    r"(?:disorders?|diseases?|conditions?|illness(?:es)?|infections?|complaints?|cancers?|deficienc(?:y|ies)|causes?|side\s+effects?|symptoms?|injur(?:y|ies))",
)
"""How many have or lack something, told without a number: "most people lack"."""

NUTRIENT = _any(
    r"(?:rich|high|low)\s+in\s+(?:[\w-]+\s+){0,3}?(?:iron|zinc|calcium|magnesium|potassium|sodium|salt|sugars?|fat|fats|protein|fib(?:er|re)|vitamins?|antioxidants?|omega-?3s?|folate|minerals?|nutrients?|cholesterol|polyphenols?|iodine|starch|carbs|carbohydrates)",
    r"(?:good|great|excellent|rich|poor|main|best|natural)\s+sources?\s+of\s+(?:[\w-]+\s+){0,3}?(?:iron|zinc|calcium|magnesium|potassium|protein|fib(?:er|re)|vitamins?|antioxidants?|omega-?3s?|folate|minerals?|nutrients?|polyphenols?|iodine)",
)
"""What a food holds."""

PROOF = _any(
    r"(?:clinically|scientifically|medically)\s+(?:proven|tested|validated)",
    r"(?:is|are|been)\s+proven\s+to",
    r"proven\s+(?:remedy|treatment|cure)",
)
"""Words that promise proof of an effect."""

COMPARATIVE = _any(
    r"(?:more|less|fewer|better|worse|higher|lower|greater|larger|smaller|stronger|faster|longer|shorter|safer|healthier)\s+(?:[\w-]+\s+){0,6}?than(?!\s+(?:\d|half|one|two))",
    r"(?:compared|comparable|relative|superior|inferior)\s+(?:with|to)",
    r"(?:as|so)\s+(?:\w+\s+)?(?:effective|good|safe|well|likely)\s+as",
    r"(?:most|least)\s+(?:effective|common|important|potent|powerful|popular|studied)",
    r"the\s+(?:best|worst|highest|lowest|leading|largest)",
    r"outperforms?",
    r"unlike",
    r"versus|vs",
    r"similar\s+(?:to|effects?|results?)",
)
MECHANISM = _any(
    r"(?:is|are)\s+(?:one\s+of\s+)?(?:one|a|another|the)\s+(?:\w+\s+)?(?:ways?|mechanisms?|pathways?|reasons?)\s+(?:that|by|in|why|how)?",
    r"by\s+which",
    r"works?\s+by",
    r"acts?\s+(?:as|on|by|this|like|upon|in)",
    r"bind(?:s|ing)?\s+to",
    r"(?:in)?digest(?:ed|ible|s|ing)?",
    r"absorb(?:ed|s|ing)?",
    r"thrives?",
    r"feeds?\s+(?:on|the|those)",
    r"ferment(?:s|ed|ing)?",
    r"metaboli[sz](?:e|es|ed|ing)",
    r"secret(?:e|es|ed|ing)",
    r"convert(?:s|ed|ing)?",
    r"break(?:s|ing)?\s+down",
    r"synthesi[sz](?:e|es|ed|ing|is)",
    r"coloni[sz](?:e|es|ed|ing|ation)",
    r"(?:produce|release|signal|regulate|contain|store|carr(?:y|ie)|transport|live|grow|multipl(?:y|ie)|flourish|respond|react|recogni[sz]e|communicate|circulate|occur|play|consist|allow|enable|require|rel(?:y|ie)|depend|function|form|attach|penetrate|cross|travel|enter)s?\b",
    r"home\s+(?:of|to)",
    r"mechanisms?",
    r"(?:is|are)\s+(?:\w+\s+)?(?:made|produced|released|stored|found|derived|located|composed|needed|required|involved|converted|controlled|regulated|transmitted|passed|spread)",
    r"rich\s+in",
    r"(?:high|low)\s+in",
    r"(?:has|have)\s+(?:\w+\s+){0,3}?(?:properties|effects?|functions?|activity|benefits?|roles?)",
    r"comes?\s+from",
    r"reservoir",
)
APPRAISAL = _any(
    r"(?:flaw\w*|weak\w*|poor|limited|biased|questionable|suspect|unreliable|rigorous|robust|small|underpowered|sound)\s+(?:\w+\s+)?(?:methodolog\w+|methods?|design|stud(?:y|ies)|sample|data|trials?|evidence|results?)",
    r"(?:results?|findings?|conclusions?|stud(?:y|ies)|trials?|methodology|evidence|data)\s+(?:(?:is|are|was|were|has|have|had|may\s+be)\s+)?(?:\w+\s+){0,3}?(?:suspect|flawed|biased|questionable|unreliable|limited|small|underpowered|misleading|weak|criticis?z?ed|retracted|debunked|mixed|inconsistent|confounded|discredited)",
    r"(?:difficult|hard|impossible|cannot|can(?:'|’)t)\s+(?:\w+\s+)?(?:to\s+)?(?:be\s+)?generali[sz]ed?",
    r"(?:limitations?|shortcomings?|weakness(?:es)?|flaws?|drawbacks?)\s+(?:of|in|to|with)",
    r"confound(?:ed|ers?|ing)",
    r"sample\s+size",
    r"publication\s+bias",
    r"methodolog(?:y|ical)",
    r"(?:make|makes|made|making)\s+(?:these|those|the|its)\s+(?:results?|findings?|conclusions?)",
)
STATE = _any(
    r"(?:the|current|available|existing|most|much|some|no|little|limited|strong|good|scientific|any|insufficient|enough|growing|mounting|mixed|clinical|more|sparse|compelling|solid|overwhelming|there\s+is)\s+(?:\w+\s+){0,2}?(?:evidence|research|data|science|literature|studies|consensus)\b",
    r"(?:inconclusive|well[\s-](?:established|documented|studied|researched|known)|scientific\s+consensus|not\s+(?:yet\s+)?(?:fully\s+)?understood|poorly\s+understood|controversial|debated)",
    r"(?:body|lack)\s+of\s+(?:\w+\s+)?(?:evidence|research|studies|data)",
    r"no\s+(?:known\s+)?(?:cure|treatment|vaccine)",
    r"(?:has|have)\s+(?:not\s+)?(?:yet\s+)?been\s+(?:\w+\s+)?(?:shown|proven|demonstrated|found|linked|associated|established|debunked|used)",
    r"(?:stud(?:y|ies)|research|trials|evidence|data)\s+(?:\w+\s+){0,3}?(?:show|shows|shown|suggest|suggests|suggested|indicate|indicates|found|find|finds|demonstrate|demonstrates|demonstrated|support|supports|confirm|confirms|confirmed|reveal|reveals|revealed|link|prove|proves|proved)",
)
CONTINUES_CLAIM = Cue(
    r"^(?:\W*)(?:and |but |so )?(?:this|that|the same|it)(?:\s+(?:is|was|may be|can be|seems|holds|goes)|[’']s)\s+(?:\w+\s+)?(?:true|the case|so|important|applies|for|because)\b",
)

_UNITS = r"mg|mcg|µg|ug|g|kg|grams?|iu|ml|mL|l|litres?|liters?|hours?|minutes?|days?|weeks?|months?|years?|times|calories|kcal|points?|mmhg|mmol|bpm|cups?|servings?|degrees|strains|types|species|cfu"
PERCENT = lazily(r"\d\s*(?:%|percent|per\s+cent|percentage)", re.IGNORECASE)
NUMBER = Cue(
    r"\b(?:one|two|three|four|five|nine)[\s-](?:half|third|thirds|quarter|quarters|fourth|fourths|fifth|fifths|sixth|tenth|tenths)\b|\b(?:a|nearly|about|almost|over)\s+(?:half|third|quarter)\s+of\b|\b(?<!other )half\s+of\s+(?:all|the|us|our|american|british|adult)\b|"
    r"\b(?:hundreds|thousands|millions|billions|trillions)\s+of\b|\b\d[\d.,]{0,12}\s*(?:million|billion|trillion|thousand)\b|\b(?:double|twice|triple|two-fold|\d+-?fold|tenfold)\b|"
    rf"\b\d[\d.,]{{0,12}}(?:\s*(?:-|–|to)\s*\d[\d.,]{{0,12}})?[\s-]*(?:{_UNITS})\b|\b(?:more|less|fewer|over|under|about|around|nearly|approximately|at\s+least|up\s+to)\s+(?:than\s+)?\d[\d.,]{{0,12}}\b|\b\d+\s+(?:in|out\s+of)\s+\d+\b|\b\d{{1,3}}(?:,\d{{3}})+\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|several|a|one)\s+(?:hundred|thousand|million|billion)\b|\b\d+\s+(?:\w+\s+)?(?:people|patients|women|men|children|adults|participants|cases|deaths|subjects|babies|infants|students|volunteers|pairs|species|countries)\b|\b(?:one|two)\s+(?:in|out\s+of)\s+(?:\w+)\b(?=\s+(?:people|adults|women|men|children|americans))|\bn\s*=\s*\d+|\bp\s*[<=]\s*0?\.\d+"
)
