"""What a page says of itself and to its readers: what it is about to tell, whom it greets, figures of speech around it.

"Discover the differences between tea and coffee", "You'll learn steps that you can try today", "If you are looking into
herbs, you've probably come across sage", "Recovery is a journey, not a destination". What the page tells is asked about
where it tells it (docs/labelling.md: "words that point back", "figures of speech", `lead-in`). Such a line gives way where
it asserts a benefit, a harm or a dose, sets something against a disease, or says on behind "that", "why" or "how" what is
so. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says, tells_beside
from evidence.claims.outright_promises import promised
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_LABEL = r"^\W*(?:(?:article|meta|page|seo)\s+descriptions?\W+(?:\([^()]{2,40}\)\W+)?)?"
_CALLS = Cue(
    rf"{_LABEL}(?:learn|discover|explore|compare|uncover|see|find\s+out)\s+(?:more\s+)?(?:about\s+)?(?:(?:the|its|their|our|all|some)\s+)?(?:[\w-]+\s+){{0,3}}?(?:differences?|similarities|basics|facts|options|pros\s+and\s+cons|background|history)\b",
)
"""Bids its reader see what the page tells: "Discover the differences between tea and coffee"."""
_COMPARES = Cue(
    rf"{_LABEL}compare\s+(?:[\w’'-]+\s+){{1,4}}?(?:vs\.?|versus|and|with|to)\s+(?:(?!and\s+(?:see|find|learn|know|note|you|it|they|we)\b|that\b|see\b|how\b|why\b|which\b|against\b|instead\b)[\w’'-]+\s+){{0,6}}[\w’'-]+\W*$",
)
_WILL_TELL = Cue(
    r"^\W*(?:in\s+this\s+\w+(?:\s\w+)?,?\s+)?(?:you|we|i)(?:['’]ll|\s+will|\s+are\s+going\s+to|['’]re\s+going\s+to)\s+(?:also\s+|now\s+|first\s+)?(?:learn|discover|cover|explore|go\s+over|look\s+at|discuss|compare|share)\b",
)
"""What will be told: "You'll learn steps that you can try today"."""
_HELP_READERS = Cue(
    r"^\W*(?:whether\s[^,;:]{3,140},\s+)?(?:these|the\s+following|our|the)\s+(?:\w+\s+)?(?:insights|tips|strategies|steps|ideas|guides?|suggestions|resources|pointers)\s+(?:will|can|may|should)\s+help\s+you\s+(?:to\s+)?"
    r"(?:make\s+(?:\w+\s+)?progress|get\s+started|find\s+your\s+(?:own\s+)?way|decide|choose|make\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:choices?|decisions?)|plan\s+ahead|stay\s+on\s+track)\W*$",
)
"""What tips do for who reads them, and not for whose health."""
_GUIDES = Cue(
    r"^\W*(?:this|our)\s+(?:\w+\s+){0,2}?(?:guide|article|post|page|overview|comparison)\s+(?:will\s+)?(?:compares?|covers?|looks\s+at|explores?|explains?|reviews?|walks\s+you\s+through|outlines?|breaks\s+down)\b",
)
_OWN_PAGE = Cue(
    r"^\W*(?:for\s+more,?\s+)?(?:see|read|check\s+out|visit|have\s+a\s+look\s+at|refer\s+to)\s+(?:also\s+)?(?:our|my)\s+(?:[\w-]+\s+){0,2}(?:guide|article|post|page|section|blog|piece|overview|series)\s+(?:on|about|to)\s+\[(?P<what>[^\[\]]{2,120})\]\([^()\s]{1,500}\)\W*$",
)
"""Refers to a page of the same site by its title."""
_HELPS_CHOOSE = lazily(
    r"\bhelps?\s+you\s+(?:to\s+)?(?:choose|decide|find\s+your\s+way)\b|\bsafety\s+profiles?\b",
    re.IGNORECASE,
)
_CHOSEN = lazily(r"\s{12,}(?:the\s+)?(?:right|best)\s(?:(?!that\b|which\b|because\b)[^,;:.]){0,90}\W*$", re.IGNORECASE)
"""What a guide goes through, and that its readers can choose by it."""
_CHECKLIST = Cue(
    r"\byou\s+(?:may|might|will|could)\s+find\s+it\s+(?:helpful|useful|handy)\s+to\s+(?:read|go\s+through|look\s+(?:at|through)|print|work\s+through|fill\s+in|use|start\s+with)\s+(?:this|these|our|the)\s+(?:\w+\s+)?(?:checklists?|guides?|lists?|tables?|pages?|articles?|worksheets?|videos?|questions|forms?)\b",
)
_MEANT = Cue(
    r"^\W*this\s+(?:content|article|page|guide|post|information|blog|section|series|booklet|leaflet)\s+(?:is|was)\s+(?:intended|meant|designed|written|here)\s+to\s+(?:help\s+you\s+(?:to\s+)?)?(?:(?:better\s+)?understand|learn|inform|educate|explain|introduce|answer)\b",
)
"""What a page is there for."""
_GREETS = Cue(
    r"^\W*(?:if|when|as)\s+you(?:['’]re|\s+are|['’]ve\s+been|\s+have\s+been)\s+(?:\w+ly\s+)?(?:exploring|looking\s+(?:for|into|at)|considering|searching|shopping|curious\s+about|reading|researching|interested\s+in|new\s+to|wondering)\b[^,;:]{0,120},\s+(?:chances\s+are\s+|then\s+)?"
    r"you(?:['’]ve|\s+have|\s+may\s+have|\s+might\s+have|\s+will\s+have)?\s+(?:(?:likely|probably|surely|certainly|perhaps|almost|already|no\s+doubt|also|have)\s+){0,3}(?:encountered|heard\s+(?:of|about)|come\s+across|seen|read\s+about|noticed|stumbled\s+(?:up)?on|met)\s+(?!that\b|how\b|why\b)[^,;:]{2,80}$",
)
"""Greets who has come to read: "If you are looking into herbs, you've probably come across sage"."""
_SURPRISES = Cue(
    r"^\W*(?:(?:and|so|but|now),?\s+)?(?:this|that|it|these|those)(?:\s+one)?\s+(?:should(?:\s+not|n['’]t)?|may(?:\s+not)?|might(?:\s+not)?|will(?:\s+not)?|won['’]t|does(?:\s+not|n['’]t)|really)?\s*(?:probably\s+)?comes?\s+as\s+(?:an?|no|much\s+of\s+a)\s+(?:\w+\s+)?(?:surprise|shock)\W*$",
)
_EMERGES = Cue(
    r"^\W*(?:(?:and|but|so),?\s+)?(?:here|this)(?:['’]s|\s+is)\s+where\s+(?:an?|the|one)\s+(?:[\w-]+\s+){0,2}(?:difference|distinction|gap|contrast|similarity|confusion)\s+(?:emerges|appears|shows|lies|arises|comes\s+in|begins|starts)(?:\s+between\s+(?:these|those|the|both)\s+(?:\w+\s+){0,2}\w+)?\W*$",
)
"""Leads over to a difference, and does not say which."""
_CHOICE = Cue(
    r"^\W*(?:the|this|your)\s+(?:choice|decision|debate)\s+(?:between\s+[^,;:]{3,60}\s+)?(?:isn['’]t|is\s+not|is\s+rarely)\s+[^;:.]{3,80}?[,\s–—-]{1,5}(?:it['’]s|it\s+is|but)\s+(?:\w+\s+)?about\s+(?:understanding|matching|finding|choosing|knowing|weighing|balancing|picking)\b",
)
_EACH_WORKS = lazily(r"\bhow\s+(?:each|they|both|either)(?:\s+of\s+them)?\s+(?:works?|fits?|acts?)\b", re.IGNORECASE)
"""How it is chosen between two, and not which is better."""
_SCENE = Cue(
    r"^\W*if\s+you(?:['’]ve|\s+have)\s+ever\s+(?:found\s+yourself|felt|woken|been|had|struggled|lain|sat|stood|tossed)\b(?:(?!\s(?:that|because|since|after|from|by|due|thanks|how|why|which|as|taking|eating|drinking)\s)[^;:?]){3,220},\s+(?:then\s+)?you(?:['’]re\s+not|\s+are\s+not|\s+are(?:n['’]t)|\s+aren['’]t)\s+alone\W*$",
)
"""A scene that readers know, and what it comes from is not told."""
_GUESSWORK = Cue(
    r"^\W*(?:we\s+)?take\s+the\s+guess-?work\s+out\s+of\s+(?:your|the|choosing|finding|picking)?\s*[\w\s’'-]{2,40}\W*$"
)
_JOURNEY = Cue(
    r"^\W*(?P<what>(?:(?!and\b|but\b)[\w’'-]+\s+){1,6}?)(?:is|are)\s+(?:also\s+|really\s+|always\s+)?an?\s+(?:[\w-]+\s+)?(?:journey|marathon|process|voyage),?\s+(?:and\s+)?not\s+(?:an?|the)\s+(?:destination|sprint|race|event)\W*$",
)
"""A figure of speech."""

_TALKS = Cues(
    {
        "calls": _CALLS,
        "compares": _COMPARES,
        "will tell": _WILL_TELL,
        "help readers": _HELP_READERS,
        "guides": _GUIDES,
        "checklist": _CHECKLIST,
        "meant": _MEANT,
        "greets": _GREETS,
        "surprises": _SURPRISES,
        "emerges": _EMERGES,
        "choice": _CHOICE,
    }
)


def refers_to_own_page(text: str) -> bool:
    """Whether a sentence only refers to another page of its site: "See our guide on [naps](/naps)"."""
    found = _OWN_PAGE.search(text)
    return found is not None and not (says(found["what"]) or ASSERTS.search(found["what"]) or promised(text))


def is_figure(text: str) -> bool:
    """Whether a sentence is a scene or a figure of speech and asserts nothing: "Recovery is a marathon, not a sprint"."""
    if (_SCENE.search(text) or _GUESSWORK.search(text)) and not (ASSERTS.search(text) or BENEFIT.search(text)):
        return promised(text) is None
    found = _JOURNEY.search(text)
    return found is not None and ASSERTS.search(found["what"]) is None and promised(text) is None


def only_talks(text: str) -> bool:
    """Whether a sentence is one of the other lines and asserts nothing beside."""
    found = next(filter(None, (cue.search(text) for _, cue in _TALKS.likely(text))), None)
    if found is None:
        return False
    rest = _HELPS_CHOOSE.sub(_blank, _EACH_WORKS.sub(_blank, text))
    if ASSERTS.search(rest) or BENEFIT.search(rest) or disease_words(rest) or promised(text):
        return False
    chosen = _CHOSEN.search(rest)
    rest = rest[: chosen.start()] if chosen else rest
    return not tells_beside(rest, found.start(), found.end(), research=True)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
