"""Lines of a plan and of notes that only name or count something: the day, how much of what food, how many took part.

"Day 1", "500 calories from vegetables" below it, "40 participants", and the names below "The main types are:". None of
them says what it is good for: "what a diet allows" (docs/labelling.md, `food`), "a list of classes" (`textbook`), "who was
asked" (`method`). An amount counts as one of a plan only below a day of it, and only of food, water or an everyday
supplement: milligrams, medicines, drink and words of good or harm leave it a claim. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says, tells
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_DAY = Cue(
    r"^\W*(?:(?:day|week|month)s?\s+\d{1,2}(?:\s?(?:[-–—&]|to|and)\s?\d{1,2})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|breakfast|lunch|dinner)(?:\s+\(\w+\))?\W*$",
)
_AMOUNT = lazily(
    r"^\W*(?:(?:about|around|up\s+to)\s+)?(?:\d[\d,.]{0,6}\s*(?:k?cal(?:orie)?s?|kilojoules|kj|servings?|portions?|glass(?:es)?|pieces?|slices?|cups?)\b(?:\s+(?:of|from)\s+[\w\s-]{2,50})?"
    r"|(?:unlimited|plenty\s+of|only)\s+(?:water|herbal\s+tea|black\s+coffee|vegetables)|(?:sugarless|unsweetened|herbal|green|black|plain)\s+(?:tea|coffee|water)"
    r"|(?:1|one|an?)\s+(?:daily\s+)?(?:multi-?vitamin|omega-3|mineral|vitamin)(?:[\s/]+(?:and|mineral|omega-6|multi-?vitamin|complex|supplements?|tablet|capsule)){0,4})"
    r"(?:\s*\([^()]{2,140}\))?\W*$",
    re.IGNORECASE,
)
_COUNT = Cue(
    r"^\W*(?:n\s?=\s?)?\d[\d,]{0,8}\s+(?:\w+\s+)?(?:participants|subjects|patients|volunteers|adults|children|women|men|athletes|runners|people|students|infants|mice|rats)\W*$",
)
_KINDS = Cue(
    r"^\W*(?:the\s+)?(?:(?:most|common|main|major|different|various|several|primary|basic|two|three|four|five|six|\d)\s+){0,3}(?:types|kinds|forms|varieties|sorts)(?:\s+of\s+[\w\s-]{2,40}?)?\s+(?:include|are|exist)\s*:\W*$",
)
_LINES = Cues({"day": _DAY, "count": _COUNT, "kinds": _KINDS})
_NAME = lazily(
    r"^\W*[\w’'-]+(?:\s[\w’'-]+){0,3}\W{0,4}(?:\s*\([\w\s’',-]{2,50}\))?\W*$",
)
_NAMES_MOST = 9
"""Words that a name has with what stands in brackets behind it [house]."""
_TELLS = lazily(
    r"\b(?:good|bad|best|worst|safe|unsafe|danger\w*|toxic|poison\w*|deadly|fatal|harm\w*|healthy|unhealthy|rich|high|low|more|less|better|worse|works?|cur\w+|heal\w*|treat\w*|kill\w*|against|alcohol\w*|wine|beer|vodka|whisk\w+|spirits"
    r"|aspirin|insulin|pills?|drugs?|medic\w+|tablets|doses?|mg|died|dead|deaths?|deceased|cured|healed|recovered|injured|bleach|bacteria\w*|detox\w*|burn\w*|raw|urine|stop\w*|never|not|without|no|only\s+(?:way|cure))\b",
    re.IGNORECASE,
)
_AFTER_LIST = lazily(r"\betc\Z")


def find(readings: Sequence[Reading]) -> set[int]:
    """The places of the sentences that are such lines."""
    found: set[int] = set()
    day = kinds = ""  # the heading under which a day of a plan, or a lead-in to kinds, was last read
    for place, reading in enumerate(readings):
        text = reading.text
        if reading.place:
            continue
        line = _LINES.first(text)
        if line in ("day", "count"):
            found.add(place)
            day = f"{reading.heading}." if line == "day" else day
        elif line == "kinds":
            kinds = "" if _is_charged(text) else f"{reading.heading}."
        elif _is_sentence(text):
            kinds = ""
        else:
            of_day = day == f"{reading.heading}." or _DAY.search(reading.heading.lstrip("# ")) is not None
            amount = of_day and _AMOUNT.match(text) is not None
            if (amount or (kinds == f"{reading.heading}." and _is_name(text))) and not _asserts(text):
                found.add(place)
    return found


def _is_sentence(text: str) -> bool:
    """Whether a stop or colon ends a text; that of "etc." is none."""
    bare = text.rstrip().rstrip("\"”’')]*_")
    return bare.endswith((".", "!", "?", "…", ":")) and _AFTER_LIST.search(bare[:-1]) is None


def _is_name(text: str) -> bool:
    return len(text.split()) <= _NAMES_MOST and _NAME.match(text) is not None


_BRACKETS = lazily(r"[()]|\bsuch\s+as\b|,")
_FOOD = lazily(r"\b(?:healthy\s+fats?|(?:complex|slow)\s+carb(?:ohydrate)?s)\b", re.IGNORECASE)
"""Names of foods that hold a word of praise."""


def _asserts(text: str) -> bool:
    """Whether a line says something, by its words or by a verb, or what stands in brackets in it does."""
    name, *brackets = _BRACKETS.split(_FOOD.sub(" ", text))
    return _is_charged(text) or says(name) or any(says(part) or tells(part) for part in brackets)


def _is_charged(text: str) -> bool:
    """Whether a line holds a word of good or harm, a dose or something against a disease."""
    text = _FOOD.sub(" ", text)
    return any(cue.search(text) for cue in (ASSERTS, BENEFIT, _TELLS)) or disease_words(text) != ""
