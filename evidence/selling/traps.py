"""What looks like a claim for a product and is none: denials, warnings, missing evidence, questions, lives, gifts.

Source: 21 CFR 101.93(c) (the statement itself is no claim), 16 CFR 255 (what a sentence conveys as a whole); the groups
are [house]. Sentences come with the product's name replaced by `PRODUCT`.
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.lexicon import ILL, MEDICAL, terms
from evidence.selling.passage import PRODUCT

_NOT = r"(?:\s+not|n['’]t)"
_ACTS = (
    r"(?:claim\w*|treat|cures?|prevent|diagnose|heal|help|replace|protect|relieve|remove|ease|stop|find|detect|change|reduce|lower"
    r"|work|fix|reverse|shorten|say|said|tell\s+you\s+whether|test\s+for|be\s+a|make\s+any)"
)
_REMEDY = (
    r"(?:treatments?|cures?|remed(?:y|ies)|medicines?|medications?|drugs?|medical\s+(?:devices?|advice)|substitutes?|replacements?"
    r"|alternatives?|therap(?:y|ies)|diagnostic\s+(?:tool|test)s?|diagnos[ei]s|painkillers?|such\s+thing)"
)
_NO_ONE = r"(?:not|no|never|nor|neither)"
_GOOD_NOTS = (
    r"(?:just|only|merely|simply|let|allow|permit|give|leave|tolerat\w*|need|stop|wait|disappoint|fail|harm|hurt|irritat\w*|upset|interfer\w*|interact|cause|rais\w*|thin|clash|react|disagree|affect|bother|burn|sting|make|contain|mean|miss|rest|hesitat\w*"
    r"|cost|require|mind|get|put|even|keep|be\s+(?:overdos\w*|overused|overdone|misused|beaten|matched|a\s+strain)|a\s+strain|known\s+to\s+(?:cause|interact)|impair|strain|weigh|dry|clog|block|disturb|damage|addict\w*|habit\w*|harmful|dangerous|risky|toxic|greasy|sticky|sedat\w*|overload|tire|wear)\b"
)
"""What a product does not do without denying any effect: it does no harm, it lets no cold in."""
DENIES = any_of(
    rf"(?:is|are|was|were|being){_NOT}\s+(?:\w+\s+){{0,2}}?(?:intended|meant|designed|approved|licensed|sold|made|supposed|registered)\s+(?:to|for|as)",
    r"not\s+(?:intended|meant|designed|approved|licensed)\s+(?:to|for|as)",
    rf"(?<!that )(?<!which )(?<!who )(?:does|do|did|will|can|could|would|ca|wo){_NOT}\s+(?!just\b|only\b|merely\b|simply\b)(?:\w+\s+){{0,1}}?{_ACTS}",
    rf"no\s+\w+(?:\s+\w+){{0,2}},?\s+(?:not\s+even|including|least\s+of\s+all|and\s+certainly\s+not)\s+{PRODUCT}",
    rf"(?:neither|nor)\s+{PRODUCT}\s+(?:nor\s+(?:\w+\s+){{1,4}}?)?(?:can|will|does|is|has|could)",
    rf"(?<!you )(?<!i )(?<!we )cannot\s+(?!just\b|only\b|merely\b|simply\b)(?:\w+\s+){{0,1}}?{_ACTS}",
    r"(?:not|hardly|n['’]t|scarcely)\s+true\s+(?:that|of)|(?:false|wrong|nonsense|untrue|misleading|an?\s+(?:lie|error|mistake))\s+(?:that\b|to\s+(?:say|claim|think|believe|hope|expect))",
    r"never\s+(?:said|claimed|promised)|(?:do|does|would|will|can|could|must|may)(?:\s+not|n['’]t|\s+never)\s+(?:sell|market|call|recommend|advertise|promote|offer|describe|present|claim|confirm)\b",
    r"(?:does|do)\s+not\s+contain\s+any\s+(?:\w+\s+)?(?:medicine|drug|remedy)",
    r"(?:cannot|can\s+not|can['’]t)\s+(?:tell|say|promise)\b",
    r"not\s+(?:evidence|proof)",
    rf"(?:is|are|was|were)(?:{_NOT}|\s+no)\s+(?:a\s+|an\s+|the\s+|any\s+)?(?:\w+\s+){{0,2}}?{_REMEDY}",
    rf"(?:and|but|,)\s+{_NO_ONE}\s+(?:a\s+|an\s+|any\s+|the\s+)?(?:\w+\s+)?{_REMEDY}",
    r"no\s+(?:substitutes?|replacements?|treatments?|cures?|remed(?:y|ies))\s+for",
    r"there\s+is\s+no\s+cure",
    r"makes?\s+no\s+(?:\w+\s+){0,2}?(?:claims?|promises?)",
    r"ha(?:s|ve)\s+not\s+been\s+evaluated",
    r"for\s+scent\s+only",
    r"no\s+(?:\w+,?\s+){1,3}?included",
    rf"not\s+(?:(?:of|in|for|on|by)\s+)?{PRODUCT}",
    r"nothing\s+on\s+this\s+page",
    r"claims?\s+(?:that|of)\b.{3,90}\b(?:false|wrong|untrue|unproven|misleading|nonsense|mice|rats|unfounded|not\s+true)",
    rf"(?:and|,)\s+{PRODUCT}\s+will\s+not\s+change",
    rf"{PRODUCT}\s+is\s+not(?=\s*[.;,!])",
    rf"{PRODUCT}\s+(?:\w+\s+)?(?:is|was|will|does|did|can|could|would|has|had|wo|ca)(?:\s+not|n['’]t|not)\s+(?!{_GOOD_NOTS})\w+",
    r"(?:is|are|was|were|be)\s+(?:of\s+)?no\s+(?:\w+\s+)?(?:help|use|good|answer|guarantee|medicine|miracle|way\s+to|aid|solution)\b",
    r"(?:,|and|but)\s+not\s+(?:for|against)\s+(?:your|my|the|any|an?)?\s*\w+",
    r"(?:anybody|anyone|whoever|everybody|those)\s+who\s+(?:\w+\s+)?(?:says?|claims?|promises?|tells?)\b.{0,60}\b(?:l(?:ying|ies?)|wrong|fool\w*|dishonest|mistaken|nonsense|cheat\w*|distrust|suspicious)",
    r"(?:do\s+not|don['’]t|would\s+not|wouldn['’]t|never)\s+(?:believe|trust|fall\s+for)\b",
)
"""The seller says what the product is not for."""

UNPROVEN = any_of(
    r"no\s+(?:(?:good|real|hard|solid|clinical|convincing|strong|sound|scientific|reliable|published)\s+)?(?:evidence|proof|research|trials?|stud(?:y|ies))(?!\s+(?:of|for)\s+(?:harm|side|risk|any\s+harm))",
    r"(?:little|scant|thin|weak|poor|limited|insufficient|early)\s+(?:\w+\s+)?(?:evidence|effect|reason|research|proof)",
    r"(?:evidence|proof|research)\b.{0,70}\b(?:is|are|remains)\s+(?:still\s+)?(?:lacking|thin|weak|missing|mixed|scarce|limited|unclear|absent|poor)",
    r"(?:has|have|had|was|were)(?:\s+not|n['’]t|\s+never)\s+(?:yet\s+)?(?:been\s+)?(?:\w+\s+)?(?:shown|proven|proved|tested|studied|compared|evaluated|examined|established|demonstrated|investigated|well\s+studied|part|among)",
    r"(?:has|have|was|were)\s+not\s+been(?=\s*[.;])",
    rf"{PRODUCT}\s+(?:has|was|were|had)\s+not\b",
    r"(?:did|do)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:relieve|ease|prevent|lead|improve|beat|help|use|test|include|reduce|do\s+better|outperform|lower)",
    r"(?:research|evidence|stud(?:y|ies)|data)\s+(?:\w+\s+)?(?:on|into)\s+whether",
    rf"(?:used|tested|tried)\s+other\s+\w+\s+than|other\s+(?:\w+\s+){{1,3}}?than\s+{PRODUCT}",
    r"at\s+an\s+early\s+stage|(?:far\s+)?too\s+early\s+to\s+(?:say|tell)",
    rf"(?:was|is|were|are)\s+not\s+(?:about|on|of|with)\s+{PRODUCT}|(?:was|were|been)\s+fined|fined\s+for|no\s+(?:proven|known|measurable|detectable|clear)\s+(?:effect|benefit)s?",
    r"reports?\s+of\s+(?:\w+\s+){0,3}?(?:damage|injury|harm|reactions?|side\s+effects)",
    r"did\s+nothing\s+for|none\s+of\s+them\s+(?:with|on|of|used|tested)|weak\s+studies|no\s+evidence|are\s+no\s+(?:proof|evidence)|no\s+trials?\s+to\s+show|(?-i:ASA|FDA|FTC|MHRA|EFSA)\b.{0,60}\b(?:ruled|warned|banned|told|found|fined)|(?:authority|authorities|regulators?|watchdog|court|judges?|agency|commission|ministry|inspectors?|ombudsman)\b.{0,70}\b(?:ruled|warned|banned|told|fined|ordered|forbade|stopped|forced|asked)\b|(?:told|ordered|forced|made)\s+(?:\w+\s+){0,6}?to\s+(?:stop|withdraw|remove|take\s+down|delete|pull|drop)\s+(?:saying|claiming|advertising|the\s+(?:ad|advert|claim)|an?\s+(?:ad|advert|claim)|its|such)|(?:ruled|warned|banned)\s+(?:that|by)|must\s+not\s+(?:mention|claim|say)",
    r"jury\s+is\s+(?:still\s+)?out|no\s+(?:significant\s+)?difference\s+between|warned\s+companies",
    r"(?:a\s+|an\s+old\s+)?(?:myth|rumour|rumor|legend|fairy\s+tale|misconception|tall\s+story|hoax)s?\s+(?:that|about)\b",
    r"nobody\s+has\s+(?:yet\s+|ever\s+)?(?:shown|tested|studied|proven|proved|tried|looked|checked|measured)",
    r"(?:nobody|no\s+one)\s+(?:yet\s+)?(?:knows|can\s+(?:yet\s+)?(?:say|tell))|(?:do|does|did)(?:\s+not|n['’]t)\s+(?:yet\s+)?know\s+(?:yet\s+)?(?:whether|if|how)|not\s+(?:yet\s+)?(?:sure|certain|known|clear)\s+(?:whether|if)|cannot\s+(?:yet\s+)?(?:say|tell|know)\s+(?:whether|if)",
    r"whether\s+(?:or\s+not\s+)?(?!you\b|your\b|or\b|i\b|we\b|it\s+is\b|that\b|morning\b|young\b|at\b|in\b|on\b|for\b|a\b|from\b|old\b)|(?:know|say|tell|see|find\s+out|test|tested|study|studied|ask|asked|learn|discover|check)\s+(?:\w+\s+)?if\s+(?:thisproduct|it)\b",
    rf"(?:stud(?:y|ies)|trials?|reviews?|research(?:ers)?|papers?|meta-?analys[ei]s|experts?|scientists?)\b.{{0,90}}\b(?:not|never|none|nor|without|other\s+than|rather\s+than|instead\s+of|n['’]t)\b.{{0,30}}{PRODUCT}",
    r"what\s+(?:little\s+)?(?:is\s+known|we\s+know|science\s+knows|researchers\s+know)\s+(?:about|of|on)|(?:came\s+out|was|were|proved|turned\s+out|came\s+back)\s+(?:negative|empty|inconclusive|disappointing|null)|(?:found|showed|shows?|saw|brought|had)\s+(?:no|nothing|little|hardly\s+any)\s+(?:effect|benefit|difference|change|improvement|advantage|help|more\s+than)|fail(?:s|ed)\s+to\s+(?:show|find|prove)",
    r"(?:too\s+(?:soon|early)|impossible|hard|not\s+possible)\s+to\s+(?:say|tell|know)\b|remains\s+to\s+be\s+(?:seen|shown)|(?:open|unanswered)\s+question|has\s+yet\s+to\s+be",
    rf"(?:trials?|stud(?:y|ies)|research(?:ers)?|experiments?)\b.{{0,90}}\b(?:used|tested|gave|tried|took|looked\s+at)\b.{{0,60}}\b(?:as\s+\w+\s+as|than|unlike|not|but\s+not)\s+(?:that\s+of\s+|those\s+(?:in|of)\s+|the\s+\w+\s+(?:in|of)\s+)?{PRODUCT}",
    r"no\s+better\s+than|no\s+more\s+than\s+(?:a\s+)?placebo",
    r"with\s+(?:mixed|modest|little|poor|disappointing|no)\s+(?:results?|effects?|success|benefit)|without\s+(?:any\s+)?(?:success|effect|benefit)",
    r"(?:none|neither)\s+(?:of\s+\w+\s+)?(?:\w+\s+)?(?:tested|used)",
    rf"none\s+(?:of\s+\w+\s+\w+\s+)?(?:tested|used)\s+{PRODUCT}",
    r"(?:is|are|remains?)\s+(?:unclear|unknown|unproven|untested|not\s+known|far\s+from\s+clear)",
    r"whether\b.{0,80}\b(?:unclear|unknown|not\s+been|yet\s+to)",
    r"(?:in|used|was|were|is|tested|with|on)\s+(?:an?other|a\s+different)\s+(?:product|extract|syrup|one|form|brand|capsule|preparation|cream|oil|tea|device)",
    r"(?:could|can)\s+(?:not\s+)?find\s+(?:no|any)\s+(?:trial|stud)",
    r"(?:that|the)\s+extract\s+is\s+not",
    r"(?:folk|old\s+wives|grandmother[’']s)\s+(?:medicine|remed(?:y|ies)|tales?)|too\s+small\s+to|(?:trials|studies)\s+are\s+small",
    r"under\s+(?:medical\s+)?supervision",
    r"in\s+(?:one|a)\s+(?:small\s+)?(?:trial|study)\s+that\s+used",
    r"a\s+prescription\s+drug,",
    r"as\s+trials\s+of",
    r"is\s+approved\s+for",
)
"""Evidence is said to be missing, or to be on something else."""

_CLAUSE = r"(?:^|[,;:.!–—(]\s*|\band\s+|\bor\s+|\bplease\s+|\bbut\s+)"
_FORBIDS = lazily(
    rf"{_CLAUSE}(?:please\s+)?(?:do\s+not|don['’]t|never)\s+(?:ever\s+)?(?:take|use|give|put|drink|eat|swallow|drive|combine|change|stop|start|wear|rely|exceed|mix|look|stare|point|aim|shine|touch|heat|boil|cook|freeze|chew|crush|share|store|spray|massage|pour|expect|attempt|join|train|exercise|sit|lie|stand|plug|charge|immerse|wash|hold|reuse|lend|hand|double|continue|keep\s+(?:taking|using|on)"
    r"|apply|ignore|delay|rub|leave|inhale|ingest|follow|operate|skip|replace|do)\b(?!.*\bagain\b)",
    re.IGNORECASE,
)
_ADVISER = (
    r"(?:doctor|physician|gp|pharmacist|midwife|dentist|surgeon|physiotherapist|p(?:a)?ediatrician|\w+ologist|\w+iatrist|optician|"
    r"doctors|nurse|therapist|counsellor|vet|health\s?care\s+\w+|specialist|medical\s+\w+)"
)
WARNS = any_of(
    rf"(?:ask|talk\s+to|speak\s+(?:to|with)|consult|see|tell|check\s+with|inform|without)\s+(?:asking\s+)?(?:your|a|an|the)\s+(?:\w+\s+)?{_ADVISER}",
    rf"(?:needs?|unless|with|get|have)\s+(?:a|an|your|their|his|her)\s+{_ADVISER}(?:['’]s\s+(?:consent|permission|advice|approval|agreement|okay|go-ahead|leave|note))",
    rf"(?<!who )(?:needs?|unless)\s+(?:a|your)\s+{_ADVISER}",
    r"(?:should|must|ought\s+to|had\s+better)\s+(?:leave|stay\s+away|keep\s+away|keep\s+off|steer\s+clear|do\s+without|refrain|skip|avoid|give\s+up|check|wait)\b",
    r"(?:may|can|could|might|will)\s+(?:\w+\s+)?(?:burn|sting|irritate|damage|stain|redden|hurt|inflame|blister)\s+(?:the\s+|your\s+)?(?:skin|eyes|mouth|throat|lips|tongue|fingers|hands|clothes|mucous|stomach)|(?:bad|not\s+good|no\s+good|dangerous|harmful|risky|poisonous|toxic)\s+(?:for|to|if)\b",
    r"medical\s+(?:advice|care|supervision)",
    r"call\s+(?:an\s+ambulance|911|999|112|your\s+local\s+emergency\w*)",
    r"(?:seek|get)\s+(?:medical\s+)?(?:help|advice|care)(?=\s*(?:$|[.,;!]|at\s+once|if|immediately))",
    r"(?:should|must|may|can)\s+(?:not|never)\s+(?:be\s+|rely\s+on\s+|have\s+)?(?:take|taken|use|used|give|given|worn|wear|drink|drunk|eat|eaten|do|put|swallow|swallowed|start|combined|rely)",
    rf"(?:should\s+)?avoid\s+(?:{PRODUCT}|it|this)",
    rf"(?:leave|remove|stop|discontinue)\s+(?:using\s+|taking\s+)?{PRODUCT}\s+(?:alone|at\s+once|if|two\s+weeks|and)",
    r"(?:stop|discontinue)\s+(?:use|using|taking)\b.{0,40}\bif",
    r"(?:not|isn['’]t)\s+(?:suitable|recommended|advised|advisable|fit|meant)\s*(?:for|in|during|to|if|when)?",
    r"not\s+(?:to\s+be\s+|be\s+)?(?:used|taken|given)",
    rf"(?:is|are){_NOT}\s+for\b",
    r"not\s+for\s+(?:use|people|children|women|men|anyone|those|internal|babies)",
    r"not\s+safe\s+(?:for|in|during|to|with)",
    r"unsuitable",
    r"keep\s+(?:\w+\s+){0,3}?(?:out\s+of\s+(?:the\s+)?reach|away\s+from\s+(?:\w+\s+)?(?:children|pets|people|anyone|cats|dogs))",
    r"(?:may|can|could|might)\s+(?:\w+\s+)?(?:cause|trigger|lower\s+(?:\w+\s+){1,2}too|interact|make\s+you|disturb|harm|worsen|be\s+harmful|appear|occur|wear\s+teeth|upset|bleed|fall\s+ill|raise\s+the\s+risk|increase\s+the\s+risk)",
    r"(?:some|a\s+few|certain|sensitive)\s+(?:people|users|customers|women|men)\s+(?:get|have|feel|report|experience|notice|develop)\b",
    r"contains?\s+\w+,?\s+which\s+(?:can|may)|can\s+make\s+\w+(?:\s+\w+)?\s+worse",
    r"if\s+(?:your\s+)?symptoms\s+(?:persist|worsen|get\s+worse|continue)",
    r"(?:please\s+)?seek\s+professional",
    r"(?:a\s+)?(?:warning|caution)s?\b",
    r"have\s+been\s+reported|(?:it|that)\s+poisons|who\s+may\s+choke",
    r"test\s+\w+\s+on\s+a\s+(?:small\s+)?patch|should\s+count\s+the",
    r"need\s+to\s+avoid|keep\s+(?:using|taking)\s+your|see\s+your\s+dentist|have\s+your\s+\w+\s+checked",
    r"would\s+(?:not|never)\s+(?:give|use|take|recommend|tell|advise|suggest)",
    r"allergic\s+to|allergy\s+to\s+\w+(?:\s+\w+)?\s+is\s+common",
    r"exceed\s+the|too\s+much\s+\w+\s+can",
)
"""Readers are told to take care."""

_FOLK = r"(?:my|our|his|her)\s+(?:[\w'’-]+\s+){0,2}?(?:mother|father|mum|mom|dad|brother|sister|son|daughter|aunt|uncle|cousin|grand\w+|husband|wife|doctor|childhood|partner|friend|founder|cowman|teenager|child|kids?|niece|nephew|\w+['’]s\s+mother|(?-i:[A-Z][a-z]+))"
_NO_HARM = any_of(
    r"(?:nothing|nobody|never|no\s+one|cannot|nothing\s+in\s+\w+)\b.{0,30}\b(?:can|could|may|that|upset|harm|hurt)",
    r"without\s+(?:\w+\s+)?(?:danger|harm|risk|worry)",
)
_LIVES = lazily(
    rf"^\W*as\s+someone\s+who\b|^\W*(?:as\s+a\s+child,?\s+|in\s+\d{{4}},?\s+)?(?:i|we|{_FOLK})(?:['’]s\s+\w+)?\b|^\W*my\s+\w+(?:\s+\w+){{0,2}}\s+(?:put|cost|was|were|had|has|hurt|bled|shook|began|kept|diagnosed|told|said)\b",
    re.I,
)
_BEFORE = any_of(
    r"(?:long\s+)?before\s+(?:(?:i|we|she|he|they)\s+(?:ever\s+)?)(?:heard|founded|began|wrote|started|learned|knew|discovered)",
    rf"before\s+{PRODUCT}\s+(?:existed|came)",
    rf"(?:long|years?|months|decades|ages)\s+before\s+(?:\w+\s+){{1,5}}?{PRODUCT}",
    r"when\s+(?:i|we)\s+began",
    r"before\s+my\s+\w+\s+\w+",
)
_BEGAN = lazily(
    rf"^\W*(?:i|we|she|he|my\s+\w+)\s+(?:first\s+)?(?:joined|began|started|bought|ordered|found|discovered|met|heard\s+of|heard\s+about|tried|downloaded|signed\s+up\s+for|turned\s+to|came\s+across|read\s+about|was\s+given|got)\s+(?:with\s+)?{PRODUCT}\s+(?:when|while|at\s+a\s+time|in\s+the\s+(?:year|month|summer|winter)|shortly\s+after|soon\s+after|right\s+after|after|because)\b",
    re.I,
)
"""How somebody came by the goods, which says nothing of what they did."""
_WAS_GIVEN = lazily(
    rf"^\W*(?:when|while|during|after|back\s+when|the\s+year|at\s+the\s+time|as)\s+(?:\w+\s+){{0,2}}?(?:i|my|we|she|he|our|his|her)\b[^,]{{3,80}},\s*(?:a|an|my|our|the|his|her|somebody|someone|i|we|she|he)\b.{{0,40}}?\b(?:brought|gave|sent|recommended|showed|told|handed|bought|came\s+across|found|read|heard|lent|posted|mentioned|left|had)\b(?:(?!\band\s+(?:i|it|my|now|within|soon)\b).){{0,60}}{PRODUCT}(?!\s+\w+(?:ed|s)\b)",
    re.I,
)
_SURVIVED = any_of(
    r"(?:died|dead)\s+(?:of|from)|lost\s+(?:his|her|their|my|our)\s+\w+\s+to|(?:could|would)\s+(?:not|never)\s+have\s+(?:joined|used|managed|finished|done|worn|followed|tried|taken|started)|survived|passed\s+away|beat\s+(?:breast\s+)?cancer\s+in"
)
_OUTCOME = any_of(
    r"no\s+longer|stunned|amazed|astonished|off\s+(?:my|her|his|all|the)?\s*\w+s|gone|vanish\w*|history|disappear\w*|cured|cleared|healed|remission|free\s+of|over|ended|improv\w+|better|stopped|faded|never\s+came\s+back|thing\s+of\s+the\s+past|and\s+(?:it|now|have|within|after|since|haven['’]t)|since|again"
)
_TURNED = any_of(
    rf"(?:since|after|thanks\s+to|because\s+of|with|on|until|from|owe|by|through|without|thank|save|swapped|swap)\b.{{0,40}}\b(?:{PRODUCT}|it|this|these|them|the\s+(?:first|second|third))",
    rf"{PRODUCT}",
    r"(?:no\s+longer|stunned|amazed|astonished|off\s+(?:my|her|his|all|the)?\s*\w+s|gone|vanished|history|disappeared|cured|cleared|healed|remission|free\s+of|over|ended|improved|better|stopped|faded|never\s+came\s+back|thing\s+of\s+the\s+past)",
)
GIVES = any_of(
    r"donat\w+",
    r"(?:put|puts|set|sets|lay|lays)\s+(?:\w+\s+){0,4}?aside\s+for|(?:cents?|pence|euros?|pounds?|dollars?|pennies|money|share|part|per\s?cent|%)\b.{0,40}?\b(?:for|to|towards?)\s+(?:\w+\s+){0,4}?(?:research|charity|hospices?|patients|orphans|refugees|foundation|hospitals?|sick\s+\w+|ill\s+\w+)",
    r"helps?\s+us\s+(?:to\s+)?(?:send|build|fund|support|give|feed|plant|help|pay)",
    r"charit(?:y|ies)",
    r"(?:goes?|go|gave|gives?|fund(?:s|ed)?|sponsors?|pays?|supports?)\b.{0,60}\b(?:foundation|association|society|charity|trust|hospice|scholarship|marathon|ward|(?:the|a)\s+(?:\w+\s+)?walk|research|uk|vaccine|meal)",
    r"(?:for|from|of)\s+(?:each|every)\s+(?:\w+\s+){1,6}?(?:sold|sale|bought|purchase)",
    r"(?:euros?|pounds?|dollars?|cents?|pence|pennies|penny|francs?|crowns?|per\s?cent|%|p)\s+(?:of|from|on|for|out\s+of)\s+(?:each|every|all|our)\b.{0,60}\b(?:goes?|go|is|are|fund\w*|support\w*|help\w*|paid|reach\w*)\b",
    r"\d+\s*%\s+of\s+(?:our\s+)?(?:sales|profits?|revenue)",
    r"(?:(?:a|the)\s+(?:\w+\s+)?(?:part|share|portion|pound|dollar|tenth|penny|euro|slice)|(?:\d+|one|two|five|ten|some|few|our|all|the)\s+(?:\w+\s+)?(?:cents?|profits?|proceeds|pounds|dollars|euros|pence))\b.{0,40}\b(?:goes?|go|fund|supports?|to)\b",
)
"""Money or goods are given away for a cause."""

_INSTRUCTS = lazily(
    rf"^\W*(?:(?:simply|just|then|first|please|now|always|gently|once\s+a\s+day,?|twice\s+a\s+day,?|at\s+night,?|every\s+morning,?)\s+)?(?:warm|apply|rub|spread|spray|add|mix|stir|shake|pour|store|keep|refrigerate|charge|wash|rinse|take|use|drink|steep|put|place|dissolve|swallow|open|close|wear|massage|pat|smooth|dab|dot|work|press|sprinkle|scatter|let|leave|brew|boil|heat|serve|blend|whisk|combine|hang|plug|wipe|hold|fold|clip|strap|fasten|position|begin|start|finish|follow|repeat|dilute|drop|inhale|diffuse|chew|measure|scoop|crumble)\s+(?:(?:[\w-]+\s+){{0,5}}?(?:of\s+)?)?{PRODUCT}"
    r"(?!.*\b(?:to\s+(?!eat|be\b|taste|a\b|the\b|your\b|each|every|any|hot|cold|warm|boiling|clean|dry|damp|wet|\d)|for\s+(?!(?:about\s+|at\s+least\s+|up\s+to\s+)?(?:a\s+(?:minute|few|quarter|while|night|day|week)|an\s+hour|half|\w+\s+(?:to\s+\w+\s+)?(?:seconds|minutes|hours|days|weeks|months)|\d))|and\s+(?:you|your|feel|enjoy|wake|say|watch|see|notice|the|all|any|every|(?:\w+\s+){1,2}?(?:\w+s|is|are|will|can|be)\s+(?:away|gone|off|over|out))))",
    re.IGNORECASE,
)
"""How to use or keep the goods, with no word on what for."""
_SHOP = any_of(
    r"(?:free|fast|next-day|same-day|express|standard|home|worldwide|international|local)\s+(?:shipping|delivery)|(?:shipping|delivery)\s+(?:is|costs?|charges?|times?|takes?|to|within|address|dates?|options?|fees?|included|on\s+orders)\b|(?:shipping|delivery)\s*[.!]?\s*$",
    r"\d+\s*%\s+off",
)
_ASKS = lazily(
    r"^\W*(?!(?:do|does|are|is|has|have)\s+(?:you|your|he|she)\b)(?:is|are|was|were|do|does|did|can|could|should|would|will|may|what(?!\s+if)|which|who|whom|whose|why|how|where|when|has|have|had)\b",
    re.I,
)
_IS_ASKED = lazily(r"\?[\"'”’)\]*_]*\s*$")
_ANSWERS_ITSELF = lazily(
    rf"^\W*(?:(?:why|who)\s+(?:reach|use|swallow|buy|choose|go|rely|resort|turn|depend|inject|gamble|let|keep|book|see|stay|hold|accept|fill|rub|bear|endure|settle|take|pay|needs?|suffer|live\s+with|put\s+up|bother|risk|would|wants?|spend|wait)\b"
    rf"|(?:ready|want|wish|looking|hoping|longing)\s+(?:to|for)\b.*\b(?:with|try|{PRODUCT}))",
    re.I,
)
"""Questions that sell: "Why take an inhaler when there is ...?"."""
_BUT = lazily(
    r"[,;–—-]*(?:\s+(?:but|however|though|although)|(?<!\bnot)(?<!n['’]t)(?<!\bhas)(?<!\bhave)(?<!\bis)(?<!\bare)(?<!\bas)\s+yet)\b\s*",
    re.I,
)


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return _IS_ASKED.search(text) is not None


def tells_of_a_life(text: str) -> bool:
    """Whether somebody tells of an illness before the product comes up ("I could not open jars any more")."""
    return _LIVES.match(text) is not None and not asks(text)


def asks_in_full(text: str) -> bool:
    """Whether a question stands for itself ("Does it cure a cold?"), so that what follows does not take its words up."""
    return _ASKS.match(text) is not None


def claims_nothing(text: str) -> str:
    """Why a sentence claims nothing for the product, in one word, or "" where it may."""
    if asks(text) and not _ANSWERS_ITSELF.match(text):
        return "question"
    clauses = [clause for clause in _BUT.split(text) if clause.strip()]
    if len(clauses) > 1:
        last = _silent(clauses[-1])
        return last if last else ""
    return _silent(text)


_OF_OTHERS = lazily(
    r"^\W*(?:(?:your|a|the|my)\s+(?:gp|doctor|pharmacist|midwife|dentist|physician)s?\s+(?:can|will|may|should|might)"
    r"|(?:people|those|anyone|adults|women|men|children|patients)\b.{0,60}\bshould\b"
    r"|(?:more\s+than|over|about|nearly|around|almost|up\s+to|an\s+estimated|one\s+in|half|most|many|millions|\d[\d.,]*)\b.{0,40}\b(?:adults|people|women|men|children|americans|britons|europeans|of\s+us)\s+(?:will\s+)?(?:have|get|suffer|live|develop|experience|struggle|are|die)"
    r"|(?:common\s+|early\s+)?(?:symptoms|signs|causes|risk\s+factors|types|forms)\s+(?:of|include)"
    r"|(?:the\s+)?(?:fda|who|nhs|ftc|asa|mhra|cdc|efsa|food\s+and\s+drug|world\s+health|government|regulators?)\b"
    r"|(?:vaccines?|vaccinations?|smoking|hand\s?washing|scientists|researchers|studies|doctors)\s+(?:protect|prevent|cause|believe|think|know|do|are|is|have|can)\w*)",
    re.IGNORECASE,
)
"""Sentences whose subject is somebody or something else than goods."""
_STUDIED = any_of(
    r"(?:has|have|had|was|were)\s+been\s+(?:studied|tested|tried|investigated|researched)|(?:was|were)\s+(?:studied|tested|tried|compared)"
)
_FACT = lazily(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:is|are)\s+(?:a|an|the|one\s+of|diagnosed|caused|common|often|usually|chronic|known|not|more|among|linked|hereditary|treated|when|what|defined|contagious|on\s+the\s+rise|very|most|also|still|increasing\w*|becoming|estimated)\b"
    r"|affects?\b|causes?\b|has\b|have\b|can\s+(?:be|make|lead|cause|occur|run|happen|affect|last)\b|occurs?\b|comes?\s+(?:from|in|with)|means?\b|happens?\b|runs?\s+in|develops?\b|often\b|usually\b|tends?\b|may\s+(?:be|cause|lead)\b|kills\s+\d|remains\b|strikes?\b|begins?\b|starts?\b|results?\s+from)",
    re.IGNORECASE,
)
_OVER = any_of(
    r"gone|history|over|no\s+match|past|yesterday|optional|no\s+life\s+sentence|met\s+its|has\s+an?\s+(?:enemy|answer)|does\s+not\s+stand|fewer|less\s+often"
)


def _states_a_fact(text: str) -> bool:
    """Whether a sentence without the product tells of a disease as such ("Arthritis affects millions")."""
    first = next((term for term in terms(text) if term.kind in _OF_FACTS), None)
    if first is None or len(text[: first.start].split()) > 3 or _OVER.search(text):
        return False
    return _FACT.match(text, first.end) is not None


_NOT_IN_USE = ILL | MEDICAL
_OF_FACTS = frozenset({"disease", "symptom", "natural", "measure", "germ"})


def _silent(text: str) -> str:
    for name, found in (
        ("denial", DENIES.search(text)),
        ("unproven", UNPROVEN.search(text)),
        ("warning", (WARNS.search(text) and not _NO_HARM.search(text)) or _FORBIDS.search(text)),
        ("gift", GIVES.search(text)),
    ):
        if found:
            return name
    if PRODUCT not in text and (_OF_OTHERS.match(text) or _states_a_fact(text) or _STUDIED.search(text)):
        return "fact"
    if (_BEGAN.match(text) or _WAS_GIVEN.match(text)) and not _OUTCOME.search(text):
        return "life"
    if _SURVIVED.search(text) or (
        (_LIVES.match(text) or _BEFORE.search(text)) and (not _TURNED.search(text) or _BEFORE.search(text))
    ):
        return "life"
    if _INSTRUCTS.match(text) and not any(term.kind in _NOT_IN_USE for term in terms(text)):
        return "use"
    if _SHOP.search(text):
        return "shop"
    return ""
