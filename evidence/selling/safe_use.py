"""Words on safety as a frame: who or what the goods suit, harm that is absent, an amount without end, no doctor needed.

In: a sentence with its product's name replaced. Out: the words, or "". The lists name people, harms and ways to say
that there are none, and any of one kind may meet any of the other. Source: FTC Health Products Compliance Guidance 2022;
standards.md C8; the lists are [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, Cues, any_of, lazily
from evidence.selling.passage import PRODUCT

_WHO = (
    r"(?:pregnan(?:t|cy|cies)|mums?-to-be|moms?-to-be|mothers?-to-be|expectant|expecting|trimesters?|nursing|breast-?feeding|newborns?|new-?borns?|bab(?:y|ies)|infants?|toddlers?|child(?:ren)?|kids?|little\s+ones|teen(?:ager)?s?|elderly|seniors?|old(?:er)?\s+people|the\s+old|grandparents|grand(?:ma|pa|mother|father|child(?:ren)?)|wean(?:ed|ing)|whatever\s+(?:else\s+)?your\s+doctor|frail"
    r"|diabetics?|asthmatics?|(?:people|patients|anyone|those|men|women|adults)\s+(?:with|on|who\s+(?:have|take|suffer))|sensitive|delicate|reactive|allerg(?:y|ies|ic)|everyone|everybody|anyone|anybody|all\s+ages|any\s+age|(?:any|every|all)\s+(?:skin|body|age|stomach|constitution)s?|pacemakers?|(?:my|your|any|other|prescription|all)\s+(?:\w+\s+){0,2}?(?:medicines?|medications?|meds|tablets|pills|drugs|prescriptions?)|contraceptive|the\s+pill)"
)
_SUITS = r"(?:safe(?:ly)?|fine|ok(?:ay)?|suitable|suited|suits?|harmless|gentle|mild|kind|no\s+problem|no\s+worr(?:y|ies)|good\s+to\s+go|welcome|allowed|approved|appropriate|compatible|recommended|without\s+(?:worry|risk|concern|fear|hesitation)|go\s+ahead|thumbs\s+up|green\s+light|anywhere)"
_MAY_USE = r"(?:can|may|could|able\s+to|free\s+to|lets?)\s+(?:\w+\s+){0,4}?(?:use|take|drink|eat|wear|enjoy|have|try|follow|join|apply|swallow|chew|share|combine|do|keep|stay\s+on|be\s+(?:used|taken|given|worn|combined|eaten|drunk|applied))"
_FRAMES = (
    Cue(rf"\b{_SUITS}\b(?:[\s,-]+[\w'’]+){{0,7}}?[\s,-]+{_WHO}\b"),
    Cue(rf"\b{_WHO}\b(?:[\s,]+[\w'’]+){{0,8}}?[\s,]+{_SUITS}\b(?!\s+(?:from|after|for\s+money))"),
    Cue(rf"\b{_WHO}\b(?:[\s,]+[\w'’]+){{0,5}}?[\s,]+{_MAY_USE}\b"),
    Cue(
        rf"\b(?:can|may|could)\s+(?:\w+\s+){{0,3}}?(?:follow|use|take|drink|eat|wear|do|enjoy|join|keep|apply|have|combine)\w*\b(?:[\s,]+[\w'’]+){{0,4}}?[\s,]+(?:with|through|throughout|during|on|alongside|beside|next\s+to|together\s+with|while|even)\s+(?:[\w'’]+\s+){{0,3}}?{_WHO}\b",
    ),
    Cue(
        rf"\b(?:no|any|not\s+a|never\s+a)\s+(?:good\s+)?(?:reasons?|need|grounds?)\s+(?:why|for|to)\b[^.!?]{{0,30}}\b{_WHO}\b[^.!?]{{0,30}}\b(?:should\s+not|shouldn['’]t|not|avoid|stop|skip|worry|fear)\b",
    ),
)
_HARM = r"(?:side[\s-]?effects?|down-?\s?sides?|drawbacks?|irritations?|stinging|burning|redness|reactions?|rash(?:es)?|breakouts?|jitters|crash(?:es)?|drowsiness|grogginess|hangovers?|fog|dependen\w+|addiction|withdrawal|tolerance|interactions?|contra-?indications?|toxicity|toxins?\s+build-?up|risks?|dangers?|harm|deaths?|complaints?|complications?|issues?|problems?|upsets?|upset\s+stomachs?|tummy\s+trouble|stomach\s+(?:trouble|upset|ache)|discomfort|worr(?:y|ies)|trouble|adverse\s+\w+|damage|residue\s+in\s+(?:the\s+)?(?:body|blood)|overdos\w+|allerg(?:y|ies)|sting|itch|burn|habit)"
_ABSENT = r"(?:no(?!\s+(?:more|longer|other)\b)|zero|not\s+(?:one|a|any|a\s+single|even\s+an?)|without(?:\s+(?:any|a|a\s+single|one))?|never\s+(?:any|a|had|had\s+a|one)|free\s+(?:of|from)|free\s+(?:of|from)\s+any|none\s+of\s+the|nil|0)"
_NO_HARM = Cue(
    rf"\b{_ABSENT}\s+(?:(?:known|reported|nasty|harmful|unwanted|unpleasant|serious|bad|negative|hidden|single|ill|real|long-?term|skin|the|morning|next-day|of)\s+){{0,3}}?{_HARM}\b(?!\s+(?:with|about)\s+(?:delivery|parcel|order|payment|the\s+(?:parcel|order|delivery|app|post)))",
)
_WILL_NOT = lazily(
    r"\b(?:wo|will|does|do|did|has|have|never|can|could|would)(?:n['’]?t|\s+not|not|\s+never)?\s+(?:ever\s+|once\s+|even\s+|just\s+)?(?:clog(?:ged)?|irritate[sd]?|sting|stung|stings|burn|burns|burnt|itch|redden|dry\s+out|strip|upset|hurt|hurts|harm|harms|harmed|sedate|overload|strain|damage|inflame|knock\s+you\s+out|keep\s+you\s+(?:up|awake)|make\s+you\s+(?:drowsy|sleepy|groggy|jittery|dependent|sick|ill|dizzy)|interact|interfere|clash|cause|trigger|raise\s+your|pass\s+into|build\s+up)\b",
    re.IGNORECASE,
)
_NEGATED = lazily(r"(?:n['’]?t|\bnot|cannot|never)\b", re.IGNORECASE)
_NOTHING_HURTS = Cue(
    r"\b(?:nothing|no\s+ingredient|not\s+(?:one|a\s+single)\s+(?:thing|ingredient)|nobody|no\s+one|no\s+(?:customer|user|baby|child|patient|stomach|skin))\b[^.!?]{0,50}\b(?:hurt|harm|upset|irritate|poison|complain\w*|react\w*|bother|damage|disagree\w*|sting|unwell|ill\s+(?:from|on|with)|worry\s+about|fear)\b",
)
_NONE_HARMED = Cue(
    r"\b(?:none\s+of\s+(?:them|us|our|the)|not\s+(?:had\s+)?(?:one|a\s+single)|nobody|no\s+one|never)\b[^.!?]{0,60}\b(?:trouble|problems?|reactions?|side[\s-]?effects?|unwanted\s+effects?|adverse\s+\w+|complaints?|the\s+worse\s+for|came\s+up\s+in|broke\s+out|reacted|felt\s+ill)\b"
    r"|\banything\s+(?:that\s+)?(?:i|we)\s+would(?:\s+not|n['’]t)\s+(?:give|take|feed|use|eat|drink)\b",
)
_NO_END = Cue(
    r"\btoo\s+much\b[^.!?]{0,60}\b(?:laugh\w*|have\s+(?:two|three|four|five|as)|no\s+such\s+thing|if\s+you\s+want)\b|\b(?:double|triple|twice\s+the|high|higher|large|big|extra)\s+(?:doses?|amounts?|servings?)\b[^.!?]{0,60}\b(?:zero|no|fine|without|safe|ok|okay)\b|\b(?:as\s+(?:much|many|often|long)\s+as\s+(?:you|they)\s+(?:like|please|want|wish|can)|no\s+(?:upper\s+|daily\s+|maximum\s+)?limit|unlimited\s+(?:amounts?|doses?|cups|use)|(?:cannot|can['’]?t|impossible\s+to|could\s+not)\s+(?:\w+\s+)?(?:overdose|overdo|take\s+too\s+much))\b",
)
_TENDER_TAKES = Cue(
    rf"\b(?:pregnant|nursing|breast-?feeding|expecting)\b[^.!?]{{0,40}}\b(?:drinks?|takes?|uses?|eats?|wears?|swallows?|has|loves?)\s+(?:\w+\s+)?(?:{PRODUCT}|it|this|them)\b|\b(?:even\s+)?(?:my|our|the)\s+(?:\w+[\s-]){{0,4}}?(?:old|baby|bab(?:y|ies)|newborn|toddler|kids?|child(?:ren)?|gran\w*|nan)\s+(?:is|are)\s+on\s+(?:{PRODUCT}|it|this|them)\b",
)
_NO_DOCTOR = Cue(
    r"\b(?:no\s+need\s+to|need\s+not|needn['’]t|do\s+not\s+(?:have|need)\s+to|don['’]t\s+(?:have|need)\s+to|without)\s+(?:even\s+)?(?:ask(?:ing)?|consult(?:ing)?|see(?:ing)?|check(?:ing)?\s+with|tell(?:ing)?|speak(?:ing)?\s+to|talk(?:ing)?\s+to)\s+(?:your|a|the|any)\s+(?:doctor|gp|pharmacist|physician|midwife)\b",
)
_DOCTOR_ALLOWS = Cue(
    r"\b(?:doctors?|gp|midwife|p(?:a)?ediatrician|pharmacist|dermatologist|oncologist|cardiologist|nurse|dentist)\s+(?:says?|said|tells?|told\s+(?:me|us|her|him)|agree[sd]?|confirm(?:s|ed)|has\s+no\s+(?:objections?|problem)|had\s+no\s+(?:objections?|problem)|sees?\s+no|saw\s+no|is\s+fine|was\s+fine|gave\s+(?:it|me|us)\s+the)\b[^.!?]{0,40}\b(?:can|may|fine|safe|ok|okay|problem|harm|objections?|nod|go-ahead|green\s+light|all\s+clear)\b",
)
_STOPS = lazily(
    rf"\b(?:stop|quit|come\s+off|drop|give\s+up|leave\s+off|pause|break\s+off|be\s+off)\s+(?:taking\s+|using\s+|drinking\s+)?(?:{PRODUCT}|it|them|these|this|any\s*time|whenever)\s+(?:\w+\s+){{0,2}}?(?:overnight|any\s*time|any\s+day|any\s+moment|at\s+any\s+(?:time|moment|point)|whenever\s+you|when\s+you\s+(?:like|want|please|wish)|from\s+one\s+day\s+to\s+the\s+next|straight\s+away|at\s+once|cold\s+turkey|just\s+like\s+that|without\s+(?:any\s+)?(?:tapering|withdrawal|weaning|trouble|a\s+wobble|missing|feeling|craving\w*))"
    r"|\bstop\s+(?:any\s*time|whenever)\b|\b(?:no|without|never\s+(?:any|a)|zero)\s+(?:need\s+(?:to|for)\s+)?(?:taper(?:ing)?|wean(?:ing)?|withdrawals?|cold\s+turkey|rebound)\b",
    re.IGNORECASE,
)
"""Goods that can be left off at once bring no dependence."""
_NO_PLAN = lazily(r"\b(?:subscri\w+|cancel\w*|membership|plan|contract|deliver\w+|order)\b", re.IGNORECASE)
_NEVER_MADE = lazily(
    r"\bnever\s+(?:once\s+|yet\s+|ever\s+)?(?:makes?|made|leaves?|left|gives?|gave|got|gets?)\s+(?:anybody|anyone|me|you|him|her|us|them|people|users|customers|(?:my|our|a|one|a\s+single)\s+\w+)\s+(?:feel(?:ing)?\s+)?(?:drowsy|sleepy|sick|ill|dizzy|groggy|nauseous|jittery|itchy|queasy|bloated|wired|anxious|unwell|sore|woozy|shaky|an?\s+(?:headache|rash|reaction|stomach\s?ache|tummy\s?ache|hangover|side\s+effect))\b",
    re.IGNORECASE,
)
_UP_TO_BIRTH = lazily(
    r"\b(?:right\s+|all\s+the\s+way\s+|straight\s+)?(?:up\s+)?(?:to|till|until|through\s+to)\s+(?:the\s+|your\s+|my\s+|her\s+)?(?:birth|due\s+date|delivery(?=\s*(?:[.,;!]|$))(?<=\w delivery)|labou?r|day\s+(?:you|she|i)\s+(?:give|gave|gives)\s+birth|day\s+(?:he|she|the\s+baby|baby|my\s+\w+|our\s+\w+)\s+(?:is|was|were)\s+born|day\s+you\s+deliver|waters?\s+(?:break|broke))\b",
    re.IGNORECASE,
)
_CAUTION = any_of(
    r"not\s+(?:suitable|recommended|safe|for|fine|advised|appropriate|ok|okay|approved|allowed|tested)|unsuitable|unless|only\s+(?:after|if|with|on|when)|ask|consult|before|should\s+not|must\s+not|may\s+not\s+be|cannot\s+be|keep\s+out|out\s+of\s+(?:the\s+)?reach|do\s+not|don['’]t\s+(?:give|take|use)|avoid|supervis\w+|whether|if\s+you\s+are\s+not\s+sure|never\s+(?:give|take|use)"
)
_FOUND_FIRST = any_of(
    r"no\s+(?:good\s+)?reasons?|no\s+need\s+to|need\s+not|needn['’]t|do\s+not\s+have\s+to|without\s+(?:asking|consulting|seeing)"
)
_PLAY = any_of(
    r"vegans?|vegetarians?|returns?|refunds?|parcels?|posting|wash\w*|love\s+the\s+(?:taste|colours?|flavou?r)|colou?r\s+in|gift|tickets?|discount|prices?|assembl\w+|box|packaging|travel\w*|dishwashers?|fridge|freezer|lid|locks?|button|passwords?|passcodes?|payments?|account|settings|log\s*in"
)


_FINE = Cues(
    {
        **{f"frame {number}": frame for number, frame in enumerate(_FRAMES)},
        "no harm": _NO_HARM,
        "nothing hurts": _NOTHING_HURTS,
        "none harmed": _NONE_HARMED,
        "no end": _NO_END,
        "tender takes": _TENDER_TAKES,
        "no doctor": _NO_DOCTOR,
        "doctor allows": _DOCTOR_ALLOWS,
    }
)
"""What says that goods suit those who have to take care, in the order in which it is asked."""


def match(text: str) -> re.Match[str] | None:
    """Where the frame is met."""
    if (_CAUTION.search(text) and not _FOUND_FIRST.search(text)) or _PLAY.search(text):
        return None
    if (found := next(filter(None, (cue.search(text) for _, cue in _FINE.likely(text))), None)) is not None:
        return found
    stops = None if _NO_PLAN.search(text) else _STOPS.search(text)
    for last in (_NEVER_MADE, _UP_TO_BIRTH):
        stops = stops or last.search(text)
    if stops:
        return stops
    will_not = _WILL_NOT.search(text)
    return will_not if will_not and _NEGATED.search(will_not.group()) else None


def rest(text: str, end: int) -> int:
    """Where a list of those whom the goods suit ends ("children, expectant mothers and people with diabetes")."""
    others = _OTHERS.match(text, end)
    return others.end() if others else end


def without_harms(text: str) -> str:
    """The sentence without the harms that it says are absent."""
    return _NO_HARM.sub(" ", text)


_OTHERS = lazily(
    rf"(?:(?:,|\s+and|\s+or)+\s+(?:for\s+|even\s+)?(?:\w+\s+){{0,2}}?{_WHO}(?:\s+(?:mothers|women|people|skin))?(?:\s+\w+)?(?:\s+(?:problems|disease|pressure))?)+",
    re.IGNORECASE,
)
_TENDER_ASKED = lazily(rf"\b{_WHO}\b[^?]{{0,40}}\?|\b(?:on|taking)\s+[\w\s]{{3,30}}\?", re.IGNORECASE)
_ALLOWED = lazily(
    rf"^\W*(?:yes|sure|of\s+course|no\s+problem|no\s+worries|absolutely|certainly|go\s+ahead|{PRODUCT}\s+(?:is|are)\s+(?:\w+ly\s+|still\s+|also\s+)*{_SUITS}\b|(?:it|they)\s+(?:is|are)\s+(?:\w+ly\s+)?{_SUITS}\b|you\s+can\b)(?!.*\bnot\b)",
    re.IGNORECASE,
)


def answers(before: str, text: str) -> str:
    """The words by which a sentence allows the goods to those whom the question right before it named, or ""."""
    asked = _TENDER_ASKED.search(before)
    allowed = _ALLOWED.match(text) if asked else None
    return f"{asked.group()[:60]} {allowed.group()[:40]}" if asked and allowed else ""
