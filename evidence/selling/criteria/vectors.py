"""(viii) The product is given a role in the body's response to a disease or to what carries one."""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.passage import Passage, said

_FRIENDLY = lazily(
    r"\b(?:good|friendly|beneficial|healthy|helpful|live|living|gut|probiotic|lactic|right|own|natural|skin['’]s)\s+(?:\w+\s+)?$",
    re.I,
)
_AS_STATED = any_of(
    r"free\s+(?:of|from)",
    r"contains?",
    r"without",
    r"cultures?\s+of",
    r"strains?",
    r"no\s+(?:added\s+)?yeast",
    r"bakers?['’]?s?\s+yeast|brewers?['’]?s?\s+yeast|nutritional\s+yeast|made\s+(?:with|from)",
    r"feeds?|nourish\w*|balanc\w+|restor\w+|support\w*|rebalanc\w+",
)
_FIGHTS = any_of(
    r"(?:kill|destroy|fight|combat|block|neutrali[sz]|eliminat|evict|disarm|zap|clear|wip|stop|repel|crowd|chok|starv|strip|shield|protect|hunt|battl|beat|attack|attach|keep|knock|rid|get|purg|flush|expel|deadly|inhibit|defend|defeat|guard|trap|catch|teach|train|arm|survive|give|sweep|banish|flatten|squash|crush|nuke|smash|oust|vanquish|conquer|thrash|hammer|annihilat|eradicat|vaporiz|massacr|slay|scrub|evict|outsmart|outwit|tackl|handl|end|stamp)(?:e|es|ed|s|ing|ly|ts)?",
    r"(?:cases|infections|outbreaks)\b.{0,40}\b(?:fell|drop\w*|halved|plummeted|stopped|went\s+down|vanish\w*)",
    r"against|no\s+(?:virus|germ|bacteria)|survives?|(?:leave|left|flee|fled|quit|abandon|lose|lost|find|found)\w*\s+(?:\w+\s+)?(?:body|gut|system|skin|nose|house|home|hold|grip|way|stomach|bowel)|from\s+(?:coming|settling|taking|sticking|getting|spreading|multiplying|growing|reaching|entering|catching)|(?:stand|stood|have|has|had|got|get)s?\s+(?:no|little|not\s+a)\s+(?:chance|hope|hold|foothold)|(?:cannot|can['’]?t|never|unable\s+to|fail\s+to)\s+(?:\w+\s+)?(?:settle|take\s+hold|get|stick|survive|live|grow|spread|multiply|cling)|(?:at\s+bay|in\s+check|out\s+of\s+the\s+(?:house|body|gut|nose))|(?:die|dies|died|drop\s+dead|perish\w*|wither\w*|run|flees?|packs?|dead|gone|hates?)\b",
)
_ARMS = any_of(
    r"(?:build|boost|stimulat|rais|suppl|train|produc|increas|mak|trigger|teach|arm|creat|mobili[sz]|activat|rev|make|fuel)\w*\b.{0,40}\b(?:antibod(?:y|ies)|killer\s+cells?|white\s+(?:blood\s+)?cells?|t-?cells?|immune\s+cells)",
    r"(?:antibod(?:y|ies)|killer\s+cells?|white\s+(?:blood\s+)?cells?|immune\s+(?:cells|system)|defen[cs]es|bod(?:y|ies))\b.{0,50}\b(?:against|hunt|attack|fight|destroy|fend\s+off|kill)\b.{0,60}\b(?:disease|germs?|virus\w*|bacteria|infections?|tumou?rs?|cancer|pathogens?|coronavirus|rotavirus|illness)",
    r"vaccin(?:e|es)\s+(?:work|take)",
)


def words(passage: Passage) -> str:
    """The role and the germ, or ""."""
    arms = _ARMS.search(passage.text)
    if arms:
        return said(arms.group()[:60])
    for term in passage.of_kind("germ"):
        if _FRIENDLY.search(passage.text[: term.start]):
            continue
        fights = _FIGHTS.search(passage.text)
        if fights and not (_AS_STATED.search(passage.text) and term.term in ("yeast", "bacteria", "mould", "mold")):
            return said(fights.group(), term)
    return ""
