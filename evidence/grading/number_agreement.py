"""Whether a number told of a work agrees with what its abstract gives, or with what follows from it.

Source: standards.md A3.8 (more than 10 % relative difference is a different number). What follows: the share in
"11 of 44", the relative and absolute change between two shares of one sentence, the change in a ratio of risks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from evidence.language import vocabulary
from evidence.language.numbers import Number, numbers
from evidence.language.patterns import lazily

TOLERANCE = 0.10
"""Relative difference up to which two numbers count as the same."""

_NEAR = 0.5
_NEAR_ALONE = 1.0
"""Shares within this relative distance are read as the same quantity, told differently; others as another one. The
second holds for a statement with no other share."""

_WIDE = 1.5
"""How far "more than" and "less than" reach: "more than 200" is told of 241, not of 900."""

_ALIKE = 2
"""Words that a sentence and a statement of the abstract share before their numbers are taken for the same thing."""

_EXACT = frozenset({"share", "times"})
_STATEMENT = lazily(r"(?<=[.;?!])\s+(?=[A-Z0-9(])")
_MAY_COUNT = lazily(
    r"\d|half|halv|third|quarter|fifth|tenth|twice|thrice|doubl|tripl|fold"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|teen\b|ty\b|hundred|thousand|illion",
    re.IGNORECASE,
)


class Held(NamedTuple):
    """A number of the text that is held of a work, with the stems of the words around it.

    `alone` says that the statement holds no other number of its kind. `derived` says that it follows from numbers
    given: such a number may confirm another, never contradict one.
    """

    number: Number
    stems: frozenset[str] = frozenset()
    derived: bool = False
    alone: bool = False


@lru_cache(maxsize=256)
def held_in(text: str) -> tuple[Held, ...]:
    """The numbers of a title and abstract, statement by statement, and what follows from them."""
    return tuple(held for statement in _STATEMENT.split(text) for held in _of_statement(statement))


def stated(text: str) -> list[Number]:
    """The numbers of a sentence that a source can be asked for.

    That in a name ("the 2-day CPET", "the MAF 180 Formula") counts nothing, nor does a span that only says when
    ("20 years ago", "over the past ten years").
    """
    if "://" in text or "<" in text:
        text = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    found = numbers(text) if _MAY_COUNT.search(text) else ()
    return [number for number in found if not _is_in_a_name(number, text) and not _says_when(number, text)]


_ADDRESS = lazily(r"(?:https?:)?//[^\s<>\"')\]]{1,2000}|<[a-z][^<>]{0,2000}>", re.IGNORECASE)
"""Addresses and the marks of markup, whose digits count nothing."""


def _is_in_a_name(number: Number, text: str) -> bool:
    end = number.start + len(number.text)
    if "-" in number.text:
        return _TEST.match(text, end) is not None
    return number.of == "" and _CAPITAL.match(text, end) is not None and _NAME.search(_before(number, text)) is not None


def _says_when(number: Number, text: str) -> bool:
    if number.of != "time":
        return False
    end = number.start + len(number.text)
    return _AGO.match(text, end) is not None or (
        _SPANS.search(number.text) is not None and _LATELY.search(_before(number, text)) is not None
    )


def _before(number: Number, text: str) -> str:
    return text[max(0, number.start - _NEAR_BY) : number.start]


_NEAR_BY = 40
"""Letters before a number in which a name or a word on when is looked for [house]."""
_CAPITAL = lazily(r"\s+[A-Z][\w-]+")
_NAME = lazily(r"(?<=[a-z,;] )[A-Z][\w-]*\s+$|\b[A-Z]{2,}\s+$")
_AGO = lazily(r"\s+ago\b", re.IGNORECASE)
_SPANS = lazily(r"years?|decades?", re.IGNORECASE)
_LATELY = lazily(r"\b(?:last|past|previous|next|coming|recent)\s+$", re.IGNORECASE)


_TEST = lazily(r"\s+(?:[A-Z][A-Z0-9]+|(?:[a-z]+\s)?(?:tests?|protocols?|scales?|questionnaires?))\b")


def agrees(told: Number, held: Number) -> bool:
    """Whether two numbers agree within the tolerance and may count the same thing."""
    if told.of != held.of and (told.of in _EXACT or held.of in _EXACT or (told.of and held.of)):
        return False
    if told.bound > 0 and told.value <= held.value <= told.value * _WIDE:
        return True
    if told.bound < 0 and told.value / _WIDE <= held.value <= told.value:
        return True
    low, high = (held.low, held.value) if held.low is not None else (held.value, held.value)
    if told.low is not None:
        return _distance(told.low, low) <= TOLERANCE and _distance(told.value, high) <= TOLERANCE
    if held.low is not None and held.low <= told.value <= held.value:
        return True
    return _distance(told.value, held.value) <= TOLERANCE


def nearest(told: Number, text: str, held: Sequence[Held]) -> Number | None:
    """The number of the source that a differing one seems to retell, or None.

    Only shares and multiples are compared, and only with statements that speak of the same things.
    """
    if told.of not in _EXACT:
        return None
    said = stems(text)
    near = [
        other.number
        for other in held
        if not other.derived
        and other.number.of == told.of
        and _distance(told.value, other.number.value) <= (_NEAR_ALONE if other.alone else _NEAR)
        and len(said & other.stems) >= min(_ALIKE, len(other.stems))
    ]
    return min(near, key=lambda other: _distance(told.value, other.value), default=None)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words, by which two texts are seen to speak of the same things."""
    return frozenset(word[:5] for word in vocabulary.words(text) if len(word) > 3 and word not in _COMMON)


_COMMON = frozenset(
    {
        "about", "after", "almost", "also", "among", "been", "between", "cent", "compared", "during", "fewer", "fold",
        "from", "group", "groups", "half", "have", "less", "more", "most", "nearly", "only", "over", "participants",
        "patients", "people", "percent", "quarter", "study", "than", "that", "their", "them", "these", "they", "third",
        "this", "those", "times", "trial", "versus", "were", "when", "which", "with",
    }
)  # fmt: skip
"""Words that stand beside numbers of every kind."""


def _of_statement(statement: str) -> Iterator[Held]:
    if not _MAY_COUNT.search(statement):
        return
    around = stems(statement)
    given = list(numbers(statement))
    for number in given:
        yield Held(number, around, alone=sum(other.of == number.of for other in given) == 1)
        if "/" in number.text or " of " in number.text:
            first = re.match(r"[\d,]{1,15}", number.text)
            if first:
                yield Held(Number(first.group(), float(first.group().replace(",", "")), ""), around)
    for number in _following(given):
        yield Held(number, around, derived=True)


def _following(given: Sequence[Number]) -> Iterator[Number]:
    """Changes between two shares of one statement, and the change that a ratio of risks means."""
    shares = [number for number in given if number.of == "share"]
    for place, one in enumerate(shares[:8]):
        for other in shares[place + 1 : 8]:
            yield from _between(one.value, other.value)
    for number in given:
        if number.of == "times" and number.value > 0:
            yield Number(number.text, 100 * abs(1 - number.value), "share")
            yield Number(number.text, 1 / number.value, "times")


def _between(one: float, other: float) -> Iterator[Number]:
    low, high = min(one, other), max(one, other)
    name = f"{low:g} % and {high:g} %"
    yield Number(name, high - low, "share")
    yield Number(name, high - low, "points")
    if low > 0:
        yield Number(name, 100 * (high - low) / high, "share")
        yield Number(name, 100 * (high - low) / low, "share")
        yield Number(name, high / low, "times")


def _distance(one: float, other: float) -> float:
    if one == other:
        return 0.0
    return abs(one - other) / max(abs(other), 1e-9)
