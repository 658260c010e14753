"""Items that only name an arm of a study, what it is to find out, or what readers are asked to try on themselves.

"The volunteers were divided into three groups: / *A diet with nuts*" tells how a study was done, and "Can you do these? / *Hop
on one leg*" asks, and below "Aims of this study:" items say what is to be found out (docs/labelling.md: `method`, `list`,
questions). An item gives way where it has a verb of effect, a dose or sets
something against a disease, and where it bids do so much a day. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Sequence

from evidence.claims import frame_cues
from evidence.claims.annotation import Reading
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says, tells_beside
from evidence.claims.outright_promises import promised
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_ARMS = Cue(
    r"\b(?:were|was)\s+(?:then\s+|also\s+|randomly\s+)?(?:assigned|randomi[sz]ed|allocated|divided|split|placed|put|sorted)\s+(?:at\s+random\s+)?(?:in)?to\s+(?:one\s+of\s+)?(?:(?:the|these|two|three|four|five|six|\d|following|several|different)\s+){1,3}(?:[\w-]+\s+)?(?:groups?|arms?|diets?|conditions?)\s*[:;]\W*$",
)
_TRY = Cue(
    r"\b(?:can|could)\s+you\s+(?:(?:comfortably|easily|already)\s+)?(?:do|perform|manage|complete)\s+(?:all\s+(?:of\s+)?)?(?:these|the\s+following|each\s+of\s+these)\b[^?:]{0,80}[?:]\W*$",
)
_AIMS = Cue(
    r"\b(?:(?:aims?|goals?|objectives?|questions?)\s+of\s+(?:this|our|the|my)\s+(?:\w+\s+)?(?:study|research|project|survey|thesis)|(?:research|study|project)\s+(?:aims?|goals?|objectives?|questions?)|in\s+this\s+(?:study|research|project|survey|thesis)\b[^.;:?]{0,30}\b(?:aim(?:ing)?|hop(?:e|ing)|want|plan|set\s+out)\s+to)\s*[:?]?\W*$",
)
_ASKS = Cue(
    r"^\W*(?:to\s+)?(?:identify|compare|understand|determine|explore|examine|assess|investigate|find\s+out|analy[sz]e|evaluate|describe|measure|establish)\b",
)
"""What a study is to find out."""
_ENDED = lazily(r"[.!?…:;][\"”’')\]*_]*\s*$")
_LONGEST = 14
"""Words of such an item [house]."""
_BIDS = lazily(
    r"\b(?:take|swallow|give|stop|never|avoid|don['’]t|should|must|because|against|cures?|heals?|safe|daily|(?:a|per|every|each)\s+(?:day|week|night|morning))\b",
    re.IGNORECASE,
)


def find(readings: Sequence[Reading]) -> set[int]:
    """The places of the sentences that are such items."""
    found: set[int] = set()
    heading: str | None = None
    tried = False
    for place, reading in enumerate(readings):
        if reading.place:
            continue
        if _is_aim(reading):
            found.add(place)
            continue
        arms, tests = _ARMS.search(reading.text), _TRY.search(reading.text)
        if arms or tests:
            heading, tried = reading.heading, tests is not None
        elif heading != reading.heading or not _is_item(reading):
            heading = None
        elif not _asserts(reading.text, tried):
            found.add(place)
    return found


def _is_aim(reading: Reading) -> bool:
    """Whether a line asks what is to be found out, below a heading of aims."""
    text = reading.text
    asked = _ASKS.search(text)
    if asked is None or _AIMS.search(reading.heading) is None:
        return False
    if ASSERTS.search(text) or BENEFIT.search(text) or disease_words(text) or promised(text):
        return False
    return not tells_beside(text, 0, asked.end(), research=True)


def _is_item(reading: Reading) -> bool:
    return len(reading.text.split()) <= _LONGEST and _ENDED.search(reading.text) is None


def _asserts(text: str, tried: bool) -> bool:
    """Whether an item says more than what it names; what is tried may take seconds or minutes."""
    if any(cue.search(text) for cue in (ASSERTS, BENEFIT, _BIDS)) or says(text) or disease_words(text):
        return True
    if tells_beside(text, 0, 0):
        return True
    return promised(text) is not None or (not tried and frame_cues.DOSE.search(text) is not None)
