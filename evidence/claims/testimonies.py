"""Testimonies that something cured an illness: "Honey healed my asthma", "It cured my cancer".

What befell one person is no claim by docs/labelling.md (`practice`), yet readers take such a story for what the thing
does for anybody, and so do 16 CFR 255.2 (an endorsement needs the proof that its message needs) and C6 of
standards.md. So a cure that is told of something by its name or by a word that points at
it, with the illness, is asked about; it stops nothing.
"""

from __future__ import annotations

import re

from evidence.claims.subjects import is_done, is_taken
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_CURED = r"(?:cured|reversed|healed|beat|defeated|got\s+rid\s+of|overcame|eliminated)"
_BY_A_THING = Cue(
    rf"\b{_CURED}\b(?=(?P<ill>\s+(?:my|our|his|her|their|[\w]+['’]s)\s+[^.;:!?,]{{2,50}}))",
)
_BY_SOMEBODY = Cue(
    rf"\b{_CURED}\b(?P<ill>\s+[^.;:!?,]{{2,40}}?)\s+(?:with|by|through|using|thanks\s+to)\b(?=(?P<thing>[^.;:!?]{{2,40}}))",
)
_GONE = Cue(
    r"\b(?:thanks\s+to|since\s+(?:I|we|he|she)\s+(?:started|began|took|tried)|because\s+of)\b(?P<thing>[^.;:!?]{2,40}?)\b(?:my|our|his|her|their)\b(?P<ill>\s+[^.;:!?]{2,40}?)\s+(?:is|are|has|have|was|were)\s+(?:\w+\s+)?(?:gone|vanished|disappeared|cured|healed)\b"
)
_SWEARS = Cue(r"\bswears?\s+by\b(?P<thing>[^.;:!?]{2,40}?)\s+(?:against|for)\b(?=(?P<ill>[^.;:!?]{2,40}))")
_DENIES = lazily(r"\b(?:not|no|never|nothing|if|whether|claim(?:s|ed)?|hoped?|thought|believed)\b|n['’]t\b|\?", re.I)


_VOUCHING = Cues({"by a thing": _BY_A_THING, "by somebody": _BY_SOMEBODY, "gone": _GONE, "swears": _SWEARS})


def vouches(text: str) -> bool:
    """Whether a sentence tells that something by its name cured somebody's illness."""
    found = next(filter(None, (cue.search(text) for _, cue in _VOUCHING.likely(text))), None)
    if found is None or _DENIES.search(text):
        return False
    if not disease_words(f"cure {found['ill']}"):
        return False
    if "thing" in found.re.groupindex:
        return is_taken(vocabulary.words(found["thing"]))
    return is_done(text, found.start()) or _POINTS.search(text, 0, found.start()) is not None


_POINTS = lazily(
    r"(?:^|[.;:,–—]|\b(?:and|but|then|that|because|so))\s*\W{0,3}(?:it|this|that|these)\s+(?:\w+ly\s+|\w+\s+)?$",
    re.IGNORECASE,
)
"""A subject that points at what was named before it, or in the heading: "It cured my asthma"."""
