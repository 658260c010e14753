"""Where a list goes on: after one row, named in the address, so that page 1,000 costs what page 1 costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

_PLACE = re.compile(r"([0-9a-z]{1,12})-([0-9a-z]{1,12})", re.ASCII)
_SINCE = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Row = TypeVar("Row")


class NoPlace(ValueError):
    """What the address names is no place in a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row by the moment it was published and its number."""

    at: datetime
    number: int

    def __str__(self) -> str:
        return f"{_written((self.at - _SINCE) // _MICROSECOND)}-{_written(self.number)}"

    @classmethod
    def read(cls, text: str) -> Place:
        """Raises NoPlace."""
        found = _PLACE.fullmatch(text)
        if not found:
            raise NoPlace(text)
        moment, number = int(found[1], 36), int(found[2], 36)
        if number >= 2**63:
            raise NoPlace(text)
        try:
            return cls(_SINCE + moment * _MICROSECOND, number)
        except OverflowError:
            raise NoPlace(text) from None


def _written(number: int) -> str:
    text = ""
    number = max(number, 0)
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text or "0"


@dataclass(frozen=True, slots=True)
class Part(Generic[Row]):
    """Some rows of a list, newest first, and where it goes on in both directions ("" where it does not)."""

    rows: Sequence[Row]
    older: str = ""
    newer: str = ""
    begun: bool = False
    """Whether these are the first rows."""


def cut(rows: Sequence[Row], length: int, places: Sequence[str], *, after: str, before: str) -> Part[Row]:
    """A part of at most `length` of `rows`, which were asked for with one more; `places` are theirs.

    With `before` they come in the order of the alphabet of time, that is oldest first, and are turned round.
    """
    more = len(rows) > length
    rows, places = rows[:length], places[:length]
    if before:
        rows, places = rows[::-1], places[::-1]
        return Part(
            rows, older=places[-1] if places else "", newer=places[0] if more and places else "", begun=not more
        )
    older = places[-1] if more else ""
    return Part(rows, older=older, newer=places[0] if after and places else "", begun=not after)
