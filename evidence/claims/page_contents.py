"""Items in which a page says what it is about to tell: "How the test is done" below "In this guide you will learn:".

What the page tells of it comes later and is asked about there (docs/labelling.md, `list`: "parts of the page"). An item is
one by how it opens, with a word of asking or as a title ("Effects of tea on sleep"), and by its lead-in or heading. It
gives way where it asserts a benefit, a harm or a dose, sets something against a disease, or takes praise, blame or
advice for granted: "Why garlic is the best medicine" says something. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import any_tells, hangs_together, tells_beside
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_PIECE = r"(?:article|post|guide|deep\s+dive|video|episode|blog|course|section|chapter|piece|page|newsletter|webinar|talk|series|podcast|lesson|answer|overview)"
_TELLS = r"(?:learn|covers?|discuss(?:es)?|explores?|looks?\s+(?:at|into)|discovers?|finds?\s+out|talks?\s+about|explains?|goes\s+over|go\s+over|examines?|answers?|investigates?|describes?)"
_LEAD = Cue(
    rf"^\W*(?:(?:so|now|first|and|here),?\s+)?(?:(?:in|by\s+the\s+end\s+of|over)\s+this\s+(?:\w+\s+)?{_PIECE}\b[^.;:]{{0,40}}?\b{_TELLS}\b"
    rf"|(?:this|the)\s+(?:\w+\s+){{0,2}}?{_PIECE}\s+(?:will\s+)?{_TELLS}\b|(?:we|you|i)(?:['’]ll|\s+will|\s+are\s+going\s+to)\s+(?:also\s+|now\s+)?{_TELLS}\b"
    rf"|let(?:['’]s|\s+us)\s+(?:now\s+|first\s+)?{_TELLS}\b|(?:(?:the|our|key|main|today['’]s|some)\s+){{0,2}}(?:topics|questions)\b|what\s+(?:you|we)(?:['’]ll|\s+will)\s+{_TELLS}\b)"
    r"[^.;:]{0,60}:\W*$",
)
"""A lead-in that only says what the page tells."""
_HEADING = Cue(
    rf"(?:\bwhat\s+(?:you(?:['’]ll|\s+will)|we(?:['’]ll|\s+will)|this\s+{_PIECE}|is\s+covered)\s*{_TELLS}?\W*$|\btable\s+of\s+contents\b|^\W*(?:contents|in\s+this\s+{_PIECE}|(?:key\s+|main\s+)?topics(?:\s+covered)?|on\s+this\s+page)\W*$)",
)
_ASKS = lazily(r"^\W*(?:why|how|what|who|which|when|where|whether)\b", re.IGNORECASE)
_TITLE = lazily(
    r"^\W*(?:the\s+)?(?:(?:short|long)[\s-]term\s+)?(?:effects?|impacts?|influence|role|history|science|basics|overview|causes|symptoms|signs|types|diagnosis|anatomy|stages|use)\s+of\s+[\w\s,'’-]{2,60}$",
    re.IGNORECASE,
)
_TAKES_FOR_GRANTED = lazily(
    r"\b(?:good|bad|best|worst|safe|unsafe|danger\w*|toxic|poison\w*|deadly|harmful|healthy|unhealthy|harmless|killers?|miracles?|breakthroughs?|superfoods?|works?|worked|never|not|n['’]t|stop(?:s|ping)?|quit|avoid\w*|skip|refuse|ditch|instead|better|worse|need|must"
    r"|more|less|fewer|only|cures?|remed(?:y|ies)|heal(?:s|ing)?|fights?|thins?|detox\w*|against|because|away|without)\b|n['’]t\b|:",
    re.IGNORECASE,
)
"""Praise, blame, advice or a reason, which such a question or title takes for granted."""
_ENDED = lazily(r"[.!…;][\"”’')\]*_]*\s*$")


def find(readings: Sequence[Reading]) -> set[int]:
    """The places of the sentences that are items of contents and assert nothing."""
    found: set[int] = set()
    heading: str | None = None
    for place, reading in enumerate(readings):
        if reading.place:
            continue
        if _LEAD.search(reading.text):
            heading = reading.heading
            continue
        listed = heading == reading.heading or _HEADING.search(reading.heading) is not None
        if not listed or _ENDED.search(reading.text) or reading.text.rstrip().endswith(":"):
            heading = None
            continue
        if _opens_part(reading.text):
            found.add(place)
    return found


_NEUTRAL = lazily(
    r"^\W*(?:what\s+(?:happens|(?:it|this|that)\s+means|to\s+expect|to\s+look\s+for)|(?:how|when|where)\s+(?:(?!that\b)[\w’'-]+\s+){1,5}?(?:is|are)\s+(?:done|made|measured|diagnosed|tested|read|used|given|offered)"
    r"|who\s+(?:is|are)\s+(?:offered|tested|screened|invited|at\s+risk)|who\s+benefits\s+(?:the\s+)?most)\b",
    re.IGNORECASE,
)
"""How a question goes that takes nothing for granted."""
_RETHINK = lazily(r"\b(?:clinicians|doctors|nurses|we)\s+should\s+re-?think\b", re.IGNORECASE)


def _opens_part(text: str) -> bool:
    """Whether an item asks for or entitles a part of a page, and says nothing of it."""
    asked = _ASKS.match(text)
    if asked is None and _TITLE.match(text) is None:
        return False
    if any(cue.search(text) for cue in (ASSERTS, BENEFIT, _TAKES_FOR_GRANTED)) or disease_words(text):
        return False
    if asked is None:
        return not tells_beside(text, 0, 0)
    neutral = _NEUTRAL.match(text)
    start = neutral.end() if neutral else asked.end()
    rest = _RETHINK.sub(" ", text[start:])
    return not tells_beside(rest, 0, 0) if neutral or hangs_together(rest) else not any_tells(rest)
