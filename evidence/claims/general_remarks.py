"""General remarks around a subject: who always knew its benefits, what all of us went through, what it is called, what it sells.

Such a remark needs no source (docs/labelling.md: `belief`, `history`, "how people live", `regulation`: business). It gives
way where it also asserts a benefit, a harm or a dose, sets something against a disease, or goes on to a reason. What
experts know is leant on and stays a claim. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import tells_beside
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_ALWAYS_KNEW = Cue(
    r"\b(?:people|individuals|cultures|civili[sz]ations|humans|humanity|generations|he|she)\s+(?:(?!who\b|that\b)[\w’'-]+\s+){0,4}?(?:recogni[sz]ed?|noted|known|touted|praised|understood|appreciated|reali[sz]ed?|valued|extolled|celebrated)\s+"
    r"(?:the|its)\s+(?:\w+\s+){0,2}?(?:benefits?|effects?|powers?|value|importance|virtues)\s+of\b",
)
"""Who knew of benefits, and not which: "Many people have recognised the benefits of a nap"."""
_ALL_OF_US = Cue(
    r"^\W*we(?:['’]ve|\s+have)\s+all\s+(?:\w+\s+)?(?:experienced|been\s+(?:there|through)|had|felt|done|struggled|suffered|woken)\b",
)
"""What everybody has been through: "We've all had one of those nights"."""
_MARKET = Cue(
    r"\b(?:market|industry|business|sector)\s+(?:\w+\s+){0,3}?(?:(?:is|was)\s+(?:now\s+|currently\s+)?(?:worth|valued|estimated|expected|projected)|generat(?:es|ed)|reached|reaches|turns\s+over|brings\s+in|grew|is\s+growing)\b[^.;]{0,60}?(?:[$€£]\s?\d|\d\s?(?:%|percent|million|billion))"
    r"|\b(?:sales|revenues?)\s+of\s+[^.;,]{3,60}?\s(?:reached|rose|grew|topped|exceed(?:ed)?)\b[^.;]{0,40}?(?:[$€£]\s?\d|\d\s?(?:%|percent|million|billion))",
)
"""What goods turn over."""
_CALLED = Cue(
    r"^\W*(?:the|an?|some|many|most|other)\s+(?:[\w’'-]+\s+){1,9}?(?:(?:is|are)\s+(?:also\s+|often\s+|usually\s+)?(?:called|known\s+as|named|termed|referred\s+to\s+as)|(?:also\s+|simply\s+)?call\s+(?:it|this|them|these))\s+"
    r"[^\s,]+(?:\s[^\s,]+){0,5}$",
)
"""What something is called, and nothing of it."""
_OF_LIFE = Cue(
    r"^\W*[\w’'-]+(?:\s[\w’'-]+){0,3}\s(?:is|are)\s+(?:just\s+|simply\s+|all\s+)?(?:an?\s+)?(?:\w+\s+)?(?:part|fact)\s+of\s+(?:(?:every|modern|daily|everyday|human|normal)\s+)?life\b",
)
"""That something belongs to life: "Worry is a part of life"."""
_THERE_ARE = Cue(
    r"^\W*(?:(?:while|although|though|even\s+if)\s[^,;:]{3,90},\s+|[^,;:]{3,50},\s+but\s+)?there\s+are\s+(?:(?:many|several|various|different|numerous|some|multiple|other|lots\s+of|plenty\s+of|a\s+(?:number|variety|few)(?:\s+of)?)\s+){1,3}"
    r"(?:ways?|options|things|strategies|methods|approaches|variants|versions|brands|products)\b[^,;:]{0,50}$",
)
"""That there are ways, or several of a thing: which ones is told elsewhere."""
_TALK = Cue(
    r"^\W*(?:(?:this|that|it)\s+(?:should|ought\s+to)\s+be\s+common\s+knowledge\b"
    r"|(?:(?:first|next|now|then|finally|lastly|so),?\s+)?(?:we|i)\s+(?:should|will|would\s+like\s+to|want\s+to|are\s+going\s+to)\s+(?:first\s+|now\s+|also\s+)?(?:examine|look\s+at|discuss|explore|talk\s+about|cover|go\s+over|review)\b"
    r"|it\s+is\s+(?:\w+ly\s+)?worth\s+(?:investigating|studying|exploring|looking\s+into|testing)\b"
    r"|(?:\w+\s+){1,3}?(?:should|can|could|may)\s+(?:check|ask|find\s+out)\s+(?:if|whether|what|which)\s+(?:your|their|the)\s+(?:\w+\s+){0,2}?(?:university|school|college|employer|insurer|insurance|workplace|plan|gym|council|library)\b)",
)
"""Talk of what is to be talked of, and where to ask whether something is on offer."""
_FELT = Cue(
    r"^\W*if\s+you(?:['’]ve|\s+have)\s+(?:ever\s+)?had\s+[^,;:]{3,50},\s+(?:then\s+)?you(?:['’]ll)?\s+(?:already\s+)?know\s+(?:the\s+(?:drill|feeling)|how\s+(?:it|that|this)\s+feels|what\s+(?:it\s+is|it['’]s)\s+like|what\s+i\s+mean)\W*$"
    r"|^\W*(?:that|this|it)(?:['’]s|\s+is)\s+(?:very\s+|really\s+)?(?:good|great|bad|sad|wonderful)\s+news\s+(?:for|if)\s[^,;:]{3,90}$"
    r"|^\W*an?\s+(?:[\w-]+\s+){0,4}?(?:diagnosis|stroke|hip|accident|fall|injury|illness|heart\s+attack|fracture)(?:\s+of\s+[\w-]+)?\s+(?:(?:can|could|may|will)\s+)?(?:change|turn)s?\s+(?:a\s+life|lives|your\s+(?:life|world)|everything)"
    r"(?:\s+(?:upside\s+down|around|forever|completely))?(?:\s+(?:in|within)\s+(?:an?|one|the)\s+\w+)?\W*$",
)
"""What having it is like, in figures of speech: "A stroke can change everything in a moment"."""
_NEWS = lazily(r"\b(?:good|bad)\s+news\b", re.IGNORECASE)
_SEEN = Cue(
    r"^\W*(?:most|all|our)\s+(?:patients|people|clients|visitors)\s+are\s+(?:seen|called|booked|served)\s+within\b[^,;:]{2,30}$"
)
"""How soon a practice sees people."""
_MADE = lazily(
    r"\b(?:is|are)\s+(?:(?:then|usually|often|typically|first|normally|also|later|traditionally)\s+){0,2}(?:left\s+to\s+(?:ferment|dry|rest|cool|steep|soak)|boiled|dried|ground|packaged|refrigerated|pasteuri[sz]ed|extracted|harvested|roasted|brewed|steeped|pressed|distilled|soaked|milled|bottled|cultivated"
    r"|picked|(?:made|produced)\s+by\s+(?:making|boiling|drying|fermenting|steaming|pressing|soaking|mixing|grinding|roasting|brewing|steeping|distilling|heating))\b",
    re.IGNORECASE,
)
_RAW = Cue(
    r"\b(?:plants?|lea(?:f|ves)|roots?|rhizomes?|bark|seeds?|beans?|flowers?|fruits?|berries|oils?|teas?|coffee|kombucha|honey|grains?|herbs?|mushrooms?|milk|nuts?|spices?|powder|vinegar|wine|chocolate|cocoa|syrup|peel|bulbs?)\b"
)
"""How goods of plants and kitchens are made (docs/labelling.md, `food`)."""
_DIET = Cue(
    r"^\W*(?:(?:some|other|strict|certain|these)\s+(?:\w+arians?|vegans?)(?:['’]\s+diets?)?\s+(?:\w+ly\s+|also\s+)?(?:eat|use|consume|avoid|include|allow|consider)\b|(?:an?|the)\s+(?:[\w-]+\s+){1,3}?diet\s+(?:\w+ly\s+)?consists\s+of\b)",
)
"""What those on a diet eat: "what a diet allows" (docs/labelling.md, `food`)."""
_HOLDS = lazily(
    r"\b(?:more|less|fewer|than|enough|lacks?|too|low|high|rich|protein|vitamins?|calories?|fats?|sugar|sodium|iron|calcium|nutrients?|deficien\w+|percent|per\s+day|healthy|healthier|good|bad)\b|\d\s?(?:%|mg|mcg|µg|g\b|iu\b|kcal)",
    re.IGNORECASE,
)
"""What matters to health in it, or how much."""
_SOURCES = lazily(r"\b(?:vegetarian|vegan|plant|animal|lean)\s+proteins?(?:\s+sources)?", re.IGNORECASE)
"""A kind of food by its name."""
_GOES_ON = lazily(
    r"[;:]|\b(?:because|since|but|however|although|so|which|that\s+(?:it|they)|thanks\s+to|due\s+to|against|for\s+(?:treating|curing|healing|weight|pain|cancer)|cur(?:e|es|ed|ing|ative)|heal(?:s|ed|ing)?|treat\w*|prevent\w*|fight\w*|detox\w*|thins?|good|bad|safe|unsafe|dangerous|toxic|poison\w*|harmful|unhealthy|miracles?|killers?|superfoods?|carcinogen\w*|longer\s+li(?:fe|ves))\b",
    re.IGNORECASE,
)


_REMARKS = Cues(
    {
        "always knew": _ALWAYS_KNEW,
        "all of us": _ALL_OF_US,
        "market": _MARKET,
        "called": _CALLED,
        "of life": _OF_LIFE,
        "there are": _THERE_ARE,
        "talk": _TALK,
        "seen": _SEEN,
    }
)


def is_general(text: str) -> bool:
    """Whether a sentence is one of these remarks and asserts nothing beside."""
    if _FELT.search(text):
        return not (ASSERTS.search(text) or BENEFIT.search(text) or _GOES_ON.search(_NEWS.sub("news", text)))
    found = next(filter(None, (cue.search(text) for _, cue in _REMARKS.likely(text))), None) or _tells_of_goods(text)
    if found is None:
        return False
    if ASSERTS.search(text) or BENEFIT.search(text) or _GOES_ON.search(text) or disease_words(text):
        return False
    return not tells_beside(text, found.start(), found.end())


def _tells_of_goods(text: str) -> re.Match[str] | None:
    """How goods are made, or what a diet allows, and nothing of what is in them."""
    made = _MADE.search(text) if _RAW.search(text) else None
    found = made or _DIET.search(text)
    return None if found is None or _HOLDS.search(_SOURCES.sub(" ", text)) else found
