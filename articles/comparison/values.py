"""The values of a comparison: a state of an article, and one thing that is otherwise in another state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything about an article at one moment; the shapes of the lists are those of a revision (docs/articles.md)."""

    title: str = ""
    standfirst: str = ""
    body: str = ""
    contributors: Sequence[Json] = ()
    topics: Sequence[Json] = ()
    citations: Sequence[Json] = ()
    disclosures: Sequence[Json] = ()
    claims: Sequence[Json] = ()
    flags: Sequence[Json] = ()
    decisions: Sequence[Json] = ()
    dates: Json = field(default_factory=dict)
    market: str = ""
    advice_notice: bool = True

    @classmethod
    def of(cls, row: Any) -> Snapshot:
        """The state that a row with these fields holds: a `Revision`, or anything that looks like one."""
        return cls(**{name: getattr(row, name) for name in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence, and whether the other side has them otherwise."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise, by its name for people; "" where it was not there."""

    name: str
    before: str
    after: str


def changes_in(before: Json, after: Json, names: Mapping[str, str]) -> tuple[Change, ...]:
    """What differs of two maps: `names` are the keys looked at, each with its name for people."""
    found = []
    for key, name in names.items():
        old, new = in_words(before.get(key)), in_words(after.get(key))
        if old != new:
            found.append(Change(name, old, new))
    return tuple(found)


def in_words(value: object) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(str(one) for one in value)
    return str(value)
