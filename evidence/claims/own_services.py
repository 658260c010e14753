"""What a service says of itself: that it can be called, helps to get papers, has classes in places, may be talked to.

"What a service will do for its clients" and "see your doctor" need no source (docs/labelling.md, `used for`, `tip`). Such a
line gives way where it asserts a benefit, a harm or a dose, or goes on to a reason. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import tells_beside
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_IF = r"^\W*(?:(?:no\s+matter\s+what|and|so|please),?\s+)?(?:(?:if|when)\s+(?!you\s+(?:must|should|ought|need\s+to|have\s+to)\b)(?:you|your|nothing|anybody|anyone|somebody|someone|he|she|they|symptoms|(?:the|your)\s+pain)\b(?:(?!\s(?:that|why|how|because|since|which|as|think|believe|know|say)\s)[^,;:]){2,120},\s+)?"
_HOUSE = (
    r"(?:clinic|practice|office|surgery|spa|studio|dentistry\s+professionals|care\s+team|professionals|centre|center)"
)
_TALK = Cue(
    rf"{_IF}(?:(?:please\s+)?(?:talk|speak|chat)\s+(?:to|with)|(?:please\s+)?(?:call|contact|ring|visit)|it(?:['’]s|\s+is)\s+worth\s+(?:a|having\s+a)\s+(?:conversation|word|chat|talk|visit|check-?up)\s+with)\s+(?:your|our|us|the)\s+(?:[\w-]+\s+){{0,4}}?{_HOUSE}\b",
)
_CALL = Cue(
    rf"{_IF}(?:please\s+call|call\s+us|ring\s+us|phone\s+us|call\s+now)\b(?:[^.;]{{0,40}}?\(?\d{{3}}\)?|\s*:?\s*$)",
)
_HELPS_GET = Cue(
    rf"{_IF}we\s+(?:can|will|may|are\s+able\s+to)\s+help\s+(?:you\s+)?(?:to\s+)?(?:get|find|book|schedule|obtain|request|access|fill\s+in|understand|arrange)\s+(?:you\s+)?(?:your|an?|the|any)\s+(?:[\w-]+\s+){{0,3}}?(?:results?|appointments?|records?|papers?|forms?|counsell?ors?|referrals?|copy|copies|specialists?|doctors?|interpreters?|insurance|coverage)\b",
)
_AVAILABLE = Cue(
    r"^\W*(?:[\w’'-]+\s+){0,6}?(?:counsell?ing|classes|appointments|interpreters|support\s+groups?|screenings?|testing|consultations?|helplines?|home\s+visits)\b[^.;:]{0,60}?\s(?:is|are)\s+(?:also\s+|now\s+)?(?:available|offered|on\s+offer|held)\s+(?:in|at|by|from|online|over|through|to)\b"
    r"|^\W*(?:the|our|your)\s+(?:[\w-]+\s+)?(?:state|county|city|hospital|centre|center|clinic|library|school|programme|program|council|department)\s+(?:also\s+|now\s+)?(?:offers?|provides?|runs?|holds?|hosts?)\s+(?:free\s+|over-the-phone\s+|face-to-face\s+|online\s+|weekly\s+){0,2}(?:counsell?ing|classes|appointments|interpreters|support\s+groups?|screenings?|testing|consultations?|helplines?|home\s+visits)\b"
    r"|^\W*the\s+state\s+(?:also\s+|now\s+)?(?:offers?|provides?)\s+(?:free\s+|over-the-phone\s+|face-to-face\s+|online\s+|weekly\s+){0,2}(?:counsell?ing|classes|interpreters|support\s+groups?)\b",
)
_JOIN = Cue(
    r"^\W*(?:(?:so|and|please|why\s+not),?\s+)?(?:join|sign\s+up\s+(?:for|to)|subscribe\s+to|download|register\s+for|enrol{1,2}\s+in)\s+(?:your|our|my|the|this)\s+(?:free\s+)?\S",
)
"""Bids readers join a course, a list or the like."""
_TOGETHER = Cue(
    r"^\W*(?:(?:[\w’'-]+\s+){1,6}?(?:is|are|can\s+be)\s+(?:not|never|no|hardly)\s+(?:\w+\s+)?(?:pleasant|fun|easy|nice|joke)(?:[^,;:.]{0,40}),\s+but\s+)?(?:together,?\s+)?(?:we|our\s+team)\s+(?:can|will)\s+work\s+(?:together|with\s+you)\s+to\s+"
    r"(?:alleviate|ease|relieve|manage|address|tackle)\s+(?:the|your|this|any|these)\s+(?:\w+\s+)?(?:discomfort|symptoms?|problems?|situation|pain|issues?|concerns?|worries)\W*$",
)
"""That something is done about it, by a service with those who come, and not by what."""
_INVITES = Cue(
    r"^\W*(?:(?:so|and|please),?\s+)?(?:(?:feel\s+free|do\s+not\s+hesitate|don['’]t\s+hesitate)\s+to\s+)?(?:reach\s+out|contact|write|message|e-?mail|ask|call|get\s+in\s+touch)\s*(?:to\s+|with\s+)?(?:us\s+|me\s+|our\s+team\s+)?(?:if|when|whenever)\s+you\s+(?:need|want|would\s+like|have)\s+(?:any\s+)?"
    r"(?:help|support|advice|guidance|questions|information)\s+(?:with|on|about|in)\s+(?:(?:managing|understanding|living\s+with|dealing\s+with|coping\s+with)\s+)?(?:your\s+|the\s+|an?\s+)?[\w’'-]+(?:\s[\w’'-]+){0,2}\W*$",
)
"""Invites who needs help with an illness, and says nothing of what helps."""
_LOSES = Cue(
    r"\b(?:los(?:e|ing)|shed\w*|burn\w*|rid|ridding|toxins?|immun\w*|pregnan\w*|instead|without\s+(?:drugs?|medic\w*|pills?|insulin))\b",
)
_GOES_ON = lazily(
    r"\b(?:because|since|which|so\s+that|thanks\s+to|works?|cures?|heals?|against|thins?|burns?|toxic|poison\w*|safe|unsafe|danger\w*|deadly|fatal|harmful|detox\w*|stop\s+taking|never|instead\s+of|get\s+rid|saves?\s+lives|best|mg|twice|daily|every\s+(?:day|month|year))\b|:\s+\w|\d\s?%",
    re.IGNORECASE,
)
_NUMBER_BEHIND = lazily(r":\s*\(?\d[\d\s()/.+-]{5,20}\W*$")
"""The number that is to be called."""
_WHEN = Cue(
    r"\s+(?:if|when)\s+(?!you\s+(?:must|should|ought|need\s+to|have\s+to)\b)(?:you|your|symptoms|these)\b(?:(?!\s(?:that|why|how|because|since|which|as|and|or|think|believe|know|say)\s)[^,;:.]){2,120}\W*$",
)
"""In what case, of which nothing else is said."""


_OFFERS = Cues({"talk": _TALK, "call": _CALL, "helps get": _HELPS_GET, "available": _AVAILABLE})


def invites(text: str) -> bool:
    """Whether a sentence only invites its readers to ask for help: "Reach out if you need help with your diabetes"."""
    return _INVITES.search(text) is not None and ASSERTS.search(text) is None and BENEFIT.search(text) is None


def works_together(text: str) -> bool:
    """Whether a service says that it sees to a complaint with those who come: "We can work together to ease the pain"."""
    return _TOGETHER.search(text) is not None


def offers_itself(text: str) -> bool:
    """Whether a service says how to reach it or what it has, and nothing of what comes of it."""
    if invites(text):
        return True
    found = next(filter(None, (cue.search(text) for _, cue in _OFFERS.likely(text))), None)
    if found is None and _LOSES.search(text) is None and not disease_words(text):
        found = _JOIN.search(text)
    if found is None:
        return False
    rest = _WHEN.sub("", _NUMBER_BEHIND.sub(" ", text))
    if any(cue.search(rest) for cue in (ASSERTS, BENEFIT, _GOES_ON)):
        return False
    return not tells_beside(rest, found.start(), min(found.end(), len(rest)))
