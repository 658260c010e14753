"""What a sentence says of a product's safety: harm that it does not do, people and medicines it suits, doses without end.

Standard: FTC Health Products Compliance Guidance 2022, HealthNewsReview 3; standards.md C8. Warnings are no such claim.
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling import safe_use
from evidence.selling.passage import Passage

_TENDER = (
    r"(?:pregnan\w+|expect(?:ing|ant)(?:\s+\w+)?|mums?-to-be|moms?-to-be|mothers?-to-be|(?:first|second|third|all\s+three|every)\s+trimesters?|trimesters?|nursing|breast-?feeding|lactati\w+|unborn|"
    r"new\s+mothers?|mothers?|mums?|moms?|tiniest|youngest|littlest|smallest\s+(?:of\s+us|bottoms?|ones?|feet|hands)|newborns?|babies|baby(?:['’]s)?|infants?|toddlers?|child(?:ren)?(?:['’]s)?|kids?|little\s+ones|schoolchildren|teen(?:ager)?s?|elderly|seniors?|grandparents|grandad|frail|"
    r"dogs|pets|whole\s+family|everyone|everybody|anyone|all\s+ages|any\s+age|all\s+skin\s+types|from\s+birth|from\s+(?:the\s+)?(?:day\s+one|first\s+day)|"
    r"sensitive\s+skin|allergic\s+skin|broken\s+skin|open\s+wounds|\d+\s+(?:months?|years?)|six-month-old|\d+\s+to\s+\d+)"
)
_ILL_PEOPLE = r"(?:(?:people|patients?|those|anyone|women|men|workers|users|even\s+\w+)\b.{0,30}\b(?:with|on|who|in|without)\b|diabetics|asthmatics|smokers|epileptics|coeliacs|celiacs|(?:cancer|kidney|heart|stroke|dialysis|transplant|diabetes|asthma|allergy|migraine|elderly|chemo)\s+(?:patients|sufferers)|diabetic\s+feet)"
_TAKE = r"(?:take|taken|use|used|using|drink|drunk|eat|eaten|swallow(?:ed)?|chew|wear|worn|inhaled?|consumed?|ingested|rubbed|sipped|sucked|chewed|enjoy|share|give|given|licked|put|stay|apply|applied|join|combine[ds]?|start|swallow|tolerate|tolerated|mix|mixed|stands?|suits?|suit)"
_FINE = (
    r"(?:(?:\w+ly\s+|both\s+|all\s+|just\s+|still\s+|doing\s+|is\s+|are\s+|was\s+|were\s+|been\s+)*(?:fine|ok(?:ay)?|great|healthy|happy|unharmed|thriving|perfect(?:ly\s+well)?|well(?!\s+(?:spent|worth|made|known|loved|priced|packed|reviewed|earned))|normal|good\s+as\s+gold)"
    r"|(?:zero|no|not\s+(?:one|a\s+single|any)|never\s+(?:a|any|had|once)|without\s+(?:a|any|so\s+much\s+as\s+a)|free\s+of)\s+(?:\w+\s+){0,2}?(?:issues?|problems?|bother|trouble|reactions?|complaints?|side\s+effects?|ill\s+effects?|fuss|hiccups?|tummy\s+\w+|rash(?:es)?|worr(?:y|ies)|drama|grief|spots?|upsets?))"
)
"""How somebody says that nothing went wrong."""
_HARMS = r"(?:break|broke|sting|stung|burn|burnt|itch|irritate|redden|hurt|harm|upset|clog|dry|strip|sensiti[sz]e|inflame|bloat|sedate|knock|wreck|mess|disagree|interfere|react)"
_MUCH = r"(?:\w+\s+){0,3}?(?:cups?|mugs?|capsules?|tablets?|pills|gummies|spoons?|spoonfuls?|doses?|drops|scoops?|glasses|pots?|times|handfuls?|bottles?|servings?)\s+(?:a|per|each|every)\s+(?:day|night|week)"
_AGED = r"(?:(?:\d+|\w+)[\s-]+(?:day|week|month|year)s?[\s-]olds?|(?:cats?|dogs?|canar(?:y|ies)|hamsters?|puppy|kittens?|horses?))"
SAFE = any_of(
    rf"(?:been|is|are|was|be|gets?)\s+(?:\w+\s+)?(?:drunk|used|taken|eaten|worn|given|trusted|loved|enjoyed|fed)\s+(?:by|to|on)\s+(?:\w+\s+){{0,3}}?(?:{_TENDER}|{_AGED})",
    r"(?:stay|stays|keep|wear|worn|left)\s+(?:\w+\s+)?(?:on\s+)?(?:through|during|in|for)\s+(?:an?\s+|your\s+|the\s+)?(?:MRI|x-?ray|scan|surgery|operation|birth|labou?r)|(?:gives?\s+off|emits?|releases?|leaks?|produces?)\s+no\s+(?:\w+\s+)?(?:radiation|emf|fumes|ozone|chemicals|toxins|heat\s+that)",
    rf"(?:as|just\s+as|equally)\s+(?:\w+\s+){{1,4}}?(?:on|for|with|to)\s+(?:an?\s+|the\s+|your\s+)?(?:{_AGED}|{_TENDER})",
    r"(?:feed|give|fed|given|offer|start|eat|use|drink|take|introduce)\b[^.!?]{0,40}\bfrom\s+(?:(?:\w+|\d+)\s+(?:weeks|months)|day\s+one|birth|the\s+age\s+of)(?:\s+(?:on|up|onwards?|old))?",
    r"(?:have|take|use|drink|eat|start|wear|enjoy|keep)\b[^.!?]{0,50}\b(?:weeks?|months?|trimesters?|days?|stages?)\s+of\s+(?:your\s+|the\s+)?pregnancy|(?:eat|ate|drink|drank|take|took|swallow|swallowed|have|had)\s+(?:a|an|the)\s+(?:whole|entire)\s+(?:jar|bottle|pack|packet|box|tub|pot|tube)|(?:so|this)\s+pure\s+(?:that\s+)?you\s+(?:could|can)\s+(?:eat|drink)",
    r"(?:nobody|no\s+one)\s+is\s+too\s+(?:old|ill|sick|young|heavy|frail|weak|unfit|sensitive)\b|no\s+reason\s+(?:why\s+)?(?:\w+\s+){0,4}?(?:should|could|can)\s*(?:not|n['’]t)",
    r"(?:nobody|no\s+one|not\s+one\s+\w+|never)\b.{0,40}\b(?:bad\s+(?:experience|reaction|effect|word|time)|adverse|unwell|ill\s+from|sick\s+from|reacted|complained|side\s+effect)",
    rf"(?:does|did|do|will|has)(?:\s+not|n['’]t|not)\s+(?:even\s+|ever\s+)?(?:bother|faze|upset|trouble|wake|hurt|harm|worry|disturb|scare)(?:ed)?\s+(?:the\s+|your\s+|my\s+|our\s+)?(?:{_AGED}|{_TENDER}|stomach|skin|gut|eyes|liver|kidneys)",
    rf"(?:{_TENDER}|due\s+date|pregnancy|pregnancies|liver(?!\s+\w*disease)|kidneys|blood\s+tests?|twins|(?:\d+|\w+)[\s-]+(?:month|year|week|day)[\s-]olds?|grand(?:ma|pa|mother|father|son|daughter)|nan|gran|nana)\b[^.!?;]{{0,90}}?\b{_FINE}(?=\W|$)",
    rf"(?:for\s+(?:years|decades|ages|months)|{_MUCH})\b[^.!?;]{{0,60}}?\b{_FINE}(?=\W|$)",
    rf"{_FINE}\s+(?:for|with|in|on|during|throughout)\s+(?:\w+\s+){{0,3}}?(?:{_TENDER}|both\s+of\s+us|all\s+(?:\w+\s+)?of\s+us|{_ILL_PEOPLE})",
    r"(?:wo|does|did|do|would|can|could)(?:n['’]?t|\s+not|\s+never)\s+(?:ever\s+)?(?:give|gave|cause|bring|do|make|mean|be)\s+(?:(?:you|me|him|her|us|them|anyone|anybody|your\s+\w+|my\s+\w+)\s+)?(?:any|a|an|the\s+slightest|no|the\s+least)\s+(?:\w+\s+)?(?:bother|trouble|harm|grief|problems?|reactions?|upset|rash|issues?|stomach\s+\w+|jitters|headaches?|tummy\s+\w+)",
    rf"(?:does|did|do|has|never|wo|would|not|doesn|didn)(?:n['’]?t|['’]?t|\s+not|\s+never)?\s+(?:once\s+|ever\s+|even\s+)?{_HARMS}(?:s|ed)?\s+(?:me|my|her|his|him|them|us|your|the\s+(?:skin|baby|stomach|eyes|scalp)|a\s+bit|at\s+all|even|or)\b",
    r"nothing\s+(?:\w+\s+){0,2}?(?:passes|gets|goes|crosses|seeps|ends\s+up|leaks|reaches|builds\s+up)\s+(?:\w+\s+)?(?:into|in|to|through|over|across)?\s*(?:the|your|my)?\s*(?:breast\s*)?(?:milk|placenta|blood\s?stream|baby|womb|body)|(?:does|do|will|can)(?:\s+not|n['’]?t|not)\s+(?:pass|get|go|cross|seep)\w*\s+(?:into\s+|through\s+)?(?:the|your)?\s*(?:breast\s*)?(?:milk|placenta)",
    r"(?:no|not|nothing|without|free\s+(?:of|from)|never)\b[^.!?;]{0,40}\b(?:nast(?:y|ies)|anything\s+bad|habit|hooked|dependen\w+|come-?downs?|hangovers?|rebound|addict\w*|cold\s+turkey)\b",
    r"(?:drink|eat|take|use|have|chew|sip|slather|apply|pop|down)\s+(?:it\s+|them\s+|this\s+|thisproduct\s+)?(?:on\s+)?(?:by\s+the\s+\w+|as\s+(?:much|many|often)\s+as|all\s+you\s+(?:like|want)|to\s+your\s+heart['’]?s\s+content|with\s+abandon|freely|liberally\s+on\s+\w+|round\s+the\s+clock|morning,?\s+noon\s+and\s+night)|(?:ca|can|could)(?:n['’]?t|\s?not)\s+(?:possibly\s+|really\s+|ever\s+)?(?:have|take|drink|eat|use|get|do)\s+(?:\w+\s+)?too\s+(?:much|many)",
    r"(?<!memory )(?<!thread )(?<!dishwasher[\s-])(?<!microwave[\s-])(?<!oven[\s-])(?<!freezer[\s-])(?<!fridge[\s-])(?<!machine[\s-])(?<!data are )(?<!data is )(?<!pay )"
    r"safe(?:ly|r)?(?!\s+(?:shop|pay|checkout|place|and\s+(?:sound|speedy)|deliver|shipping|packag|hands\b))",
    r"safety\s+(?:record|profile|proven)",
    rf"(?:suitable|fine|ok|okay|fit|approved|suited)\s+(?:for|to(?!\s+use)|in|during|to\s+use\s+(?:in|on|during)|with|throughout)\s+(?:use\s+)?(?:\w+\s+){{0,5}}?(?:{_TENDER}|{_ILL_PEOPLE}|every\s+week\s+of)",
    rf"(?:good|perfect|right|ideal|recommended|great)\s+(?:for|in|during|throughout)\s+(?:use\s+)?(?:\w+\s+){{0,3}}?(?:{_TENDER})",
    rf"suits?\s+(?:\w+\s+){{0,3}}?(?:{_TENDER}|{_ILL_PEOPLE}|those|everyone)",
    r"(?:gentle|mild|kind|soft|tender)\s+(?:enough\s+)?(?:for|on|to|with|that)\b",
    r"(?:so|as)\s+(?:gentle|mild|pure|harmless|innocent)\b(?!\s+(?:white|green|gold|a\s+taste))",
    rf"(?:give|gave|gives|feed|fed|rub|rubbed|put|use[ds]?)\s+(?:it\s+|thisproduct\s+)?(?:to\s+|on\s+|for\s+|with\s+)?(?:our|my)\s+(?:own\s+)?(?:{_TENDER})",
    r"hypoallergenic",
    r"harmless|risk[\s-]?free|non[\s-]?toxic|non-?\s?(?:addictive|drowsy|habit[\s-]forming|irritating)",
    rf"(?:{_TENDER})\b(?:\W+\w+){{0,5}}?\W+(?:(?:may|can|could)\s+(?:\w+\s+)?(?:have|try|follow|do|go\s+on|get|keep)|need\s+not|needn['’]t|have\s+nothing\s+to|(?:do|does)\s+(?:not|n['’]t)\s+(?:mind|need\s+to\s+(?:worry|stop|hold))|puts?\s+up\s+with|takes?\s+to|gets?\s+(?:on|along)\s+with|takes?\s+(?:it|thisproduct)\s+(?:well|without))\b",
    rf"(?:agrees?\s+with|goes?\s+down\s+(?:well|easily|without\s+\w+)\s+(?:with|in)|sits?\s+(?:well|easily|lightly)\s+(?:with|on|in)|easy\s+on|lies\s+lightly\s+on|no\s+(?:trouble|strain|burden|bother)\s+(?:for|to|on))\s+(?:\w+\s+){{0,6}}?(?:{_TENDER}|{_ILL_PEOPLE}|everybody|everyone|stomachs?|skins?|guts?|bowels?|livers?|kidneys?|joints?|hearts?|eyes|digestion|systems?|constitutions?)",
    r"(?:reactive|delicate|fussy|touchy|allergic|irritable|weakest|weak|delicate)\s+(?:\w+\s+)?(?:skins?|stomachs?|guts?|eyes|digestions?)\s+(?:\w+\s+)?(?:puts?\s+up\s+with|takes?\s+to|tolerates?|copes?|likes?|loves?|accepts?|can|welcomes?|gets?\s+on)",
    r"(?:need\s+not|needn['’]t|without|no\s+need\s+to|never|do\s+not|don['’]t)\s+(?:have\s+to\s+)?think(?:ing)?\s+twice|no\s+(?:down\s?sides?|catch|strings|ill\s+effects|after[\s-]?effects|bad\s+effects|hangover)\b",
    r"by\s+the\s+(?:gallon|bucket|bucketful|litre|liter|pint|handful|spoonful|pot|jug|fistful)|(?:all\s+day\s+long|round\s+the\s+clock|day\s+and\s+night)\s+(?:without|with\s+no)|(?:cannot|can\s+not|can['’]t|could\s+not|couldn['’]t|impossible\s+to|never)\s+(?:\w+\s+)?(?:overdo|overuse|overdose|(?:take|drink|use|eat|have|give|apply|inhale)\s+too\s+(?:much|many|often))|no\s+(?:upper\s+|daily\s+|maximum\s+)(?:limit|dose|amount)|no\s+(?:dose|amount)\s+(?:is\s+)?too\s+(?:high|much|big|large)",
    r"(?:everyone|everybody|anyone|anybody|every\s+(?:body|person|patient|man|woman|child)|people|patients|each\s+of\s+us)\b.{0,50}\b(?:whatever|no\s+matter\s+(?:what|which|how)|regardless\s+of)\b|(?:whatever|no\s+matter\s+(?:what|which|how)|regardless\s+of)\b.{0,30}\b(?:medicines?|medication|pills|tablets|drugs|condition|state\s+of\s+health|illness|health|age|skin\s+type|prescri\w+|weight)\b",
    r"(?:never|not|nor|\w{2,6}n['’]t|no|nobody|nothing)\b.{0,50}\b(?:clash(?:e[sd])?|conflicts?|collides?|react(?:s|ed)?|disagrees?|mix(?:es)?\s+badly|gets?\s+in\s+the\s+way\s+of)\b(?:\s+(?:badly|with|to|on|against))?",
    r"(?:no|without|zero|free\s+(?:of|from)|not\s+one|without\s+any|without\s+a\s+single|never\s+(?:caused|had|causes))\s+(?:\w+\s+){0,3}?(?:side[\s-]effects?|risks?|harm|dangers?|drawbacks?|interactions?|contra-?indications?|adverse\s+\w+|jitters|crash|withdrawal|worry|worries|hesitation|trouble|problems?|concern|reactions?|limits?|harmful\s+\w+)",
    r"(?:never|not|\w+n['’]t|nothing|cannot|nobody|no\s+one|no)\b.{0,40}\b(?:harm(?:ed|s|ful)?|hurt|irritate[sd]?|upset|interfere[sd]?|interacts?|strains?|stings?|burns\s+(?:the|your)|pinch(?:es)?|dries\s+out|raise\s+your|cause[sd]?\s+(?:low|constipation|a\s+(?:reaction|side)|any)|thin\s+your\s+blood|overdos\w+|addict\w+|habit[\s-]forming|dependen\w+|get\s+used\s+to|too\s+much|upper\s+limit|limit\s+to|effect\s+on\s+other|a\s+worry|bleed)",
    r"(?:reactions?|side[\s-]?effects?|allerg(?:y|ies)|interactions?|complaints?|intolerances?|irritation|adverse\s+\w+)\b.{0,40}?\b(?:unheard\s+of|unknown|non-?existent|never\s+(?:been|come|occurred|reported)|(?:has|have|had)\s+(?:not|never)\s+(?:been|come|occurred)|(?:are|is)\s+(?:very\s+|extremely\s+)?rare)",
    r"not\s+addictive|never\s+makes\s+you\s+\w+|does\s+no\s+harm|do\s+no\s+harm|it\s+does\s+not\s+matter\s+what",
    r"easy\s+mind|without\s+(?:a\s+|any\s+)?(?:second\s+thought|fear|qualms?|a\s+care|scruples?|worry|concern|danger|trouble|hesitation|risk)",
    r"(?:well|better|easily)[\s-]tolerated|tolerated\s+by|tolerates?\b.{0,30}\bwell|kind\s+to\b",
    r"(?:as\s+(?:often|much|many|long)(?:\s+\w+)?\s+as\s+(?:you|they|she|he)|however\s+(?:much|long|often)|in\s+any\s+(?:amount|dose)|without\s+limit|(?:take|use|drink|eat|fine)\b.{0,40}\bat\s+any\s+time|\w+\s+times\s+the\s+dose|at\s+high\s+doses)(?:\s+(?:you|they)\s+(?:like|want|eat|look|please))?",
    r"(?:can|may|could|to)\s+(?:be\s+)?(?:safely\s+)?(?:use|used|take|taken|stay\s+on|worn|drink|drunk|eaten)\b.{0,30}\bfor\s+(?:life|years|decades|ever)|for\s+(?:years|decades|centuries)\s+(?:with\s+no|without)|every\s+day\s+of\s+your\s+life|rest\s+of\s+your\s+life|lifelong\s+use|long-term\s+use|all\s+(?:day|night)\s+(?:with\s+no|without)",
    rf"(?:can|may|could|should|will)\s+(?:still\s+|also\s+|even\s+|all\s+|be\s+)*{_TAKE}\b.{{0,60}}?\b(?:{_TENDER})",
    rf"(?:{_TENDER})\b(?:\W+\w+){{0,6}}?\W+(?:can|may|could|have|love|tolerate)\b(?:\W+\w+){{0,3}}?\W+{_TAKE}",
    rf"{_TAKE}\b.{{0,40}}?\b(?:right\s+through|throughout|during|in|through)\s+(?:your\s+|the\s+)?pregnancy",
    r"(?:goes|go|combines?|(?:be|safely|happily)\s+combined|compatible)\s+(?:well\s+)?with\s+(?:every|any|all|your|other)\b",
    rf"fine\s+for\s+(?:{_TENDER})",
    r"(?:pregnant|breastfeeding|nursing)\?",
    r"all[\s-]natural,?\s+so|(?:100\s*%|fully|purely|completely)\s+natural\s+means|harmless\s+because|because\s+it\s+is\s+(?:herbal|natural)",
    r"nothing\s+to\s+(?:fear|worry)|plays?\s+(?:nice|nicely|well)\s+with|(?:everybody|everyone|anybody|anyone|the\s+whole\s+family)\s+can\s+(?:have|use|take|drink|enjoy)",
    r"(?:suitable|safe|fine)\s+from\s+(?:birth|day\s+one|the\s+first)",
    r"proven\s+safe|no\s+known\s+(?:risks|interactions|side)|spotless",
)
_MEDICINE_TAKEN = any_of(
    r"(?:gets?|goes?|go)\s+(?:along|on|together|hand\s+in\s+hand)\s+(?:fine|well|nicely|with|happily|perfectly)|(?:can|may)\s+be\s+(?:taken|used)\s+(?:next\s+to|beside|together)|(?:are|is|make|makes)\s+(?:good\s+)?(?:friends|a\s+good\s+pair|compatible)",
    rf"(?:can|may|could|still|(?:safe|fine|okay|free|able|happy)\s+to)\s+(?:still\s+|also\s+|be\s+)*{_TAKE}\b.{{0,40}}?\b(?:with|together\s+with|alongside|beside|on\s+top\s+of|and\s+still|by\s+people|if\s+you)\b",
    r"(?:people|patients|grandparents|those|men|women|anyone|even\s+people)\b.{0,40}\b(?:on|with|who\s+take|taking)\b.{0,40}\b(?:can|may|use|take|join|wear)",
    r"if\s+you\s+take\b.{0,40}\byou\s+can\s+(?:still\s+)?take",
    rf"(?:can|may|could)\s+(?:be\s+)?(?:safely\s+)?{_TAKE}\b.{{0,30}}\bpacemaker",
    r"(?:wear|worn|use|used)\b.{0,20}\b(?:with|alongside)\s+(?:a|an|your)\s+pacemaker",
)
_ILL_TAKE = any_of(
    rf"{_ILL_PEOPLE}.{{0,60}}\b(?:can|may|could|tolerate)\b",
    rf"(?:can|may|could)\s+(?:\w+\s+){{0,2}}?{_TAKE}\b.{{0,30}}\bby\s+(?:{_ILL_PEOPLE})",
)
_DIET = any_of(
    r"(?:suitable|fine|perfect|good|safe|ideal|great)\s+for\s+(?:vegans?|vegetarians?|(?:the\s+)?(?:dishwashers?|microwaves?|freezers?|machine|travel|gifts?|everyday\s+use|home|school|cats))"
)
_NO_TENDER = any_of(r"gentler|milder|softer\s+than")


def words(passage: Passage) -> str:
    """The words by which a sentence calls its product safe, or ""."""
    found = match(passage)
    return found.group()[:80] if found else ""


_HARM_ASKED = lazily(
    r"\b(?:side[\s-]?effects?|interactions?|risks?|dangers?|harm|drawbacks?|withdrawal|addict\w+|habit[\s-]forming|dependen\w+|too\s+(?:much|strong)|overdos\w+|allerg(?:y|ies)|irritation|drowsiness)\b[^?]{0,40}\?",
    re.IGNORECASE,
)
_NO_HARM = lazily(
    r"^\W*(?:not\s+(?:with|here|at\s+all|a\s+single|one)|none\b|no\b[,.!]|never\b|zero\b|nothing\s+of\s+the\s+kind|no\s+such)",
    re.IGNORECASE,
)


def answers(before: str, text: str) -> str:
    """The words by which a sentence denies the harm that the question right before it asked after, or ""."""
    asked = _HARM_ASKED.search(before)
    if asked and _NO_HARM.match(text):
        return f"{asked.group()[:60]} {text[:20]}"
    return safe_use.answers(before, text)


def match(passage: Passage) -> re.Match[str] | None:
    """Where a sentence calls its product safe, suitable for somebody or free of harm."""
    if _DIET.search(passage.text):
        return None
    found = SAFE.search(passage.text)
    if found:
        return found
    taken = _MEDICINE_TAKEN.search(passage.text)
    if taken and passage.of_kind("drug", "drugclass", "disease", "body", "therapy"):
        return taken
    taken = _ILL_USE.search(passage.text)
    ill = passage.of_kind("drug", "drugclass", "disease", "symptom", "natural", "therapy")
    return _ILL_TAKE.search(passage.text) or (taken if ill else None) or safe_use.match(passage.text)


_ILL_USE = any_of(rf"{_ILL_PEOPLE}.{{0,60}}\b(?:take|use|wear|inhale|join|enjoy)\b")
_SEPARATOR = lazily(
    r",(?!\s+(?:even|including|such|or|whatever|however|not\s+even)\b)|[;:.!–—]|\b(?:but|while|yet|which|that)\b|\band\b(?!\s+(?:for|to|with|with(?:in|out)|people|those|even|on|during|by|in)\b)",
    re.IGNORECASE,
)


def without(passage: Passage) -> str:
    """The sentence without the clause that speaks of safety: whom a product suits is not what it is sold against."""
    found = match(passage)
    if found is None:
        return passage.text
    before = [mark.end() for mark in _SEPARATOR.finditer(passage.text, 0, found.start())]
    after = _SEPARATOR.search(passage.text, safe_use.rest(passage.text, found.end()))
    start, end = (before[-1] if before else 0), (after.start() if after else len(passage.text))
    if _LACKS.match(found.group()):
        start = found.start()
    return _NONE_OF.sub(" ", safe_use.without_harms(f"{passage.text[:start]} {passage.text[end:]}"))


_LACKS = lazily(r"(?:no|not|free|zero|never|without\s+(?:\w+\s+)?(?:side|adverse))\b", re.IGNORECASE)
_NONE_OF = lazily(r"\b(?:no|nor|not|never)\s+(?:\w+\s+){0,1}?\w+", re.IGNORECASE)
