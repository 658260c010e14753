"""Steps of an exercise: how to sit, bend and breathe in it. That the exercise helps is a claim, how it goes is none.

A step bids move or hold a part of the body, stands where a stretch, a pose or an exercise is told of, and has another
such step near by; "Keep your feet on the floor" alone is advice. It gives way where it gives a reason, an effect or a
dose ("Bend your knees to spare your back"). Source: docs/labelling.md (`tip`: practical things) [house].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.claims import frame_cues
from evidence.claims.annotation import Reading
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says, tells
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_BODY = (
    r"(?:feet|foot|legs?|knees?|hips?|pelvis|back|spine|shoulders?|arms?|hands?|elbows?|head|neck|chin|chest|toes?|heels?|ankles?|thighs?|torso|fingers?|palms?|belly"
    r"|core|glutes?|body|wrists?|ribs?|sit\s+bones|floor|wall|mat|chair|forehead|buttocks|shins?|calf|calves)"
)
_MOVES = (
    r"(?:sit|stand|lie|lay|kneel|bend|lean|lift|lower|raise|place|cross|rotate|turn|tilt|inhale|exhale|hold|rock|roll|return|keep|make\s+sure|pull|push|press|squeeze|reach|extend|straighten|slide|step"
    r"|start|begin|relax|bring|move|let|point|flex|twist|grab|clasp|drop|shift|draw|swing|interlace|hug|don['’]t\s+(?:rock|let|move|bend|arch|lift|hold|round)|gently|slowly)"
)
_STEP = Cue(
    rf"^\W*(?:tip\W+)?(?:(?:step\s+)?\d+[.):]\s*)?(?:(?:then|now|next|and|first)\s+|(?:to\s+(?:increase|deepen|feel)\s+the\s+stretch|while|when|as|with|from)\b[^,]{{0,60}},\s+)?{_MOVES}\b"
    rf"[^.!?;]{{0,90}}?\b(?:your|the|each|both|one|other)\s+(?:\w+\s+){{0,2}}?{_BODY}\b",
)
_MORE_STRETCH = lazily(r"\b(?:increase|deepen|feel)\s+the\s+stretch\b", re.IGNORECASE)
_EXERCISE = Cue(
    r"\b(?:stretch(?:es|ing)?|exercises?|poses?|asanas?|yoga|pilates|work-?outs?|warm-?ups?|starting\s+position|repetitions|reps|squats?|planks?|lunges?)\b"
)
_TELLS_MORE = Cue(
    r"\b(?:because|since|so\s+that|so\s+you|which|avoid\w*|spar(?:e|es|ing)|stops?|pain\w*|injur\w+|strain|safe\w*|harm\w*|good\s+for|bad\s+for|helps?|better|worse|helpful|healthy|strengthen\w*|loosen\w*|until|gone|\w*aches?|seconds?|minutes?|times|fix\w*|correct\w*)\b"
)
_BEFORE = 10
_NEAR = 2
"""Sentences before in which the exercise is told of, and on either side where another step stands [house]."""


def find(readings: Sequence[Reading]) -> set[int]:
    """The places of the sentences that are steps of an exercise and tell no more."""
    steps = [place for place, reading in enumerate(readings) if not reading.place and _STEP.search(reading.text)]
    return {
        place
        for place in steps
        if any(0 < abs(place - other) <= _NEAR for other in steps)
        and _tells_of_exercise(readings, place)
        and not _says_more(readings[place].text)
    }


def _tells_of_exercise(readings: Sequence[Reading], place: int) -> bool:
    near = (reading.text for reading in readings[max(0, place - _BEFORE) : place + 1])
    return _EXERCISE.search(readings[place].heading) is not None or any(map(_EXERCISE.search, near))


def _says_more(text: str) -> bool:
    """Whether a step gives a reason, an effect, a dose or a name of what it is against."""
    rest = _MORE_STRETCH.sub(" ", text)
    found = any(cue.search(rest) for cue in (ASSERTS, BENEFIT, _TELLS_MORE, frame_cues.DOSE))
    if found or disease_words(rest) != "":
        return True
    return any(says(part) or tells(part) for part in _PARTS.split(rest)[1:] if not _GOES_ON.match(part))


_PARTS = lazily(r"[,;:—–()]|\b(?:and|while|that|as|when|so|until|if)\b", re.IGNORECASE)
_GOES_ON = lazily(rf"\s*(?:then\s+|now\s+|gently\s+|slowly\s+)?(?:{_MOVES}|doesn['’]t|does\s+not|not)\b", re.IGNORECASE)
"""Another move, or what a part of the body does not do in it."""
