"""Claims and their marks, sources, people, disclosures, flags and decisions of two states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from articles.comparison.alignment import align
from articles.comparison.values import Change, Json, Snapshot, changes_in

Kind = Literal["added", "gone", "changed"]
Standing = Mapping[int, tuple[str, str]]
"""How works stand today, by their number in the library: the status and its name for people."""

Names = Callable[[Json], list[str]]

MARK = {"support": "support", "level": "level", "wording": "wording", "is_claim": "read as a claim"}
WORK = {
    "title": "title",
    "authors": "authors",
    "year": "year",
    "container": "published in",
    "doi": "DOI",
    "pmid": "PMID",
    "url": "address",
    "design_label": "design",
    "sample_size": "people or animals",
    "species": "species",
    "funding": "funding",
    "level": "level",
    "link_dead": "address is dead",
    "status_label": "status",
}
PERSON = {
    "name": "name",
    "credentials": "credentials",
    "field": "field",
    "employer": "employer",
    "interests": "interests",
}
DISCLOSURE = {
    "statement": "what readers are told",
    "tie": "tie",
    "seller": "seller",
    "maker": "maker",
    "advertisement": "advertisement",
    "disclaimer": "FDA statement",
    "url": "shop address",
}
SHAKEN = ("retracted", "concern")


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that came, went, or is marked otherwise. `reworded` where it is the same claim in other words."""

    kind: Kind
    text: str
    before_text: str = ""
    changes: tuple[Change, ...] = ()
    before: Json | None = None
    after: Json | None = None

    @property
    def reworded(self) -> bool:
        return bool(self.before_text) and self.before_text != self.text

    @property
    def mark_changed(self) -> bool:
        """Whether readers see another mark on it."""
        return any(change.name in ("support", "level", "labels") for change in self.changes)


@dataclass(frozen=True, slots=True)
class SourceChange:
    kind: Kind
    key: str
    byline: str
    title: str
    year: Any
    doi: str = ""
    changes: tuple[Change, ...] = ()
    was_retracted: bool = False
    """Retracted, or under an expression of concern, since the earlier state."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """A person in a role, a topic, or what readers are told of a product."""

    kind: Kind
    name: str
    role: str = ""
    changes: tuple[Change, ...] = ()
    statement: str = ""


@dataclass(frozen=True, slots=True)
class FlagChange:
    """A flag that was raised, is gone, or stands otherwise."""

    kind: Kind
    code: str
    title: str
    severity: str
    about: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class DecisionChange:
    kind: Kind
    code: str
    about: str
    verdict: str
    person: str
    reason: str
    date: str


def claims(before: Snapshot, after: Snapshot) -> tuple[ClaimChange, ...]:
    """What changed of claims, in the order of the later state. One that only moved is not named."""
    left, right = list(before.claims), list(after.claims)
    found = []
    for pair in align([_text(row) for row in left], [_text(row) for row in right]):
        old = left[pair.before] if pair.before is not None else None
        new = right[pair.after] if pair.after is not None else None
        change = _claim(old, new)
        if change is not None:
            found.append(change)
    return tuple(found)


def _claim(old: Json | None, new: Json | None) -> ClaimChange | None:
    if old is None or new is None:
        only = new or old or {}
        return ClaimChange("added" if new else "gone", _text(only), before=old, after=new)
    changes = changes_in(_mark(old), _mark(new), {**MARK, "labels": "labels", "sources": "sources"})
    if not changes and _text(old) == _text(new):
        return None
    return ClaimChange("changed", _text(new), _text(old), changes, old, new)


def _mark(claim: Json) -> dict[str, Any]:
    shown = [flag for flag in claim.get("flags", ()) if flag.get("state") == "open"]
    return {
        **{name: claim.get(name) for name in MARK},
        "labels": sorted({str(flag.get("reader") or flag.get("title") or flag.get("code")) for flag in shown}),
        "sources": sorted(str(source.get("key")) for source in claim.get("sources", ())),
    }


def _text(claim: Json) -> str:
    return " ".join(str(claim.get("text", "")).split())


def sources(before: Snapshot, after: Snapshot, standing: Standing | None = None) -> tuple[SourceChange, ...]:
    """Works that came, went or changed: one work is known by its number in the library, its DOI, PMID or key."""
    later = [_as_it_stands(row, standing) for row in after.citations]
    found = []
    for old, new in _paired(before.citations, later, _work, _work):
        row = new or old or {}
        changes = changes_in(old, new, {**WORK, "key": "key"}) if old and new else ()
        if old and new and not changes:
            continue
        shaken = bool(new and new.get("status") in SHAKEN and (old is None or old.get("status") != new.get("status")))
        key, byline, title, doi = (str(row.get(name) or "") for name in ("key", "byline", "title", "doi"))
        found.append(SourceChange(_kind(old, new), key, byline, title, row.get("year"), doi, changes, shaken))
    return tuple(found)


def _as_it_stands(row: Json, standing: Standing | None) -> Json:
    known = (standing or {}).get(row.get("work") or 0)
    return {**row, "status": known[0], "status_label": known[1]} if known else row


def _work(row: Json) -> list[str]:
    """The names a work goes by, the surest first."""
    sure = [f"{name} {str(row[name]).lower()}" for name in ("work", "doi", "pmid", "pmcid") if row.get(name)]
    return [*sure, f"key {row.get('key')}"]


def people(before: Snapshot, after: Snapshot) -> tuple[PartChange, ...]:
    def names(row: Json) -> list[str]:
        return [f"{row.get('role')} {row.get('slug')}"]

    return tuple(
        PartChange(_kind(old, new), str(row.get("name")), str(row.get("role")), changes, str(row.get("interests")))
        for old, new, row, changes in _changed(before.contributors, after.contributors, names, PERSON)
    )


def topics(before: Snapshot, after: Snapshot) -> tuple[PartChange, ...]:
    def names(row: Json) -> list[str]:
        return [str(row.get("slug"))]

    return tuple(
        PartChange(_kind(old, new), str(row.get("name")), changes=changes)
        for old, new, row, changes in _changed(before.topics, after.topics, names, {"name": "name"})
    )


def disclosures(before: Snapshot, after: Snapshot) -> tuple[PartChange, ...]:
    def names(row: Json) -> list[str]:
        return [str(row.get("product"))]

    return tuple(
        PartChange(_kind(old, new), str(row.get("product")), changes=changes, statement=str(row.get("statement")))
        for old, new, row, changes in _changed(before.disclosures, after.disclosures, names, DISCLOSURE)
    )


def flags(before: Snapshot, after: Snapshot) -> tuple[FlagChange, ...]:
    """A flag is the same where its code is and it is about the same sentence, reworded or not, or the same work."""
    earlier, later = _Words.of(before, after)
    found = []
    for old, new in _paired(before.flags, after.flags, lambda row: [earlier.name(row)], lambda row: [later.name(row)]):
        if old and new and all(old.get(name) == new.get(name) for name in ("state", "severity")):
            continue
        about = later.of_row(new) if new else earlier.of_row(old or {})
        code, title, severity = (str((new or old or {}).get(name) or "") for name in ("code", "title", "severity"))
        found.append(FlagChange(_kind(old, new), code, title, severity, about, _state(old), _state(new)))
    return tuple(found)


def decisions(before: Snapshot, after: Snapshot) -> tuple[DecisionChange, ...]:
    """Decisions that only one of the two states holds."""
    earlier, later = _Words.of(before, after)

    def made(words: _Words) -> Names:
        told = ("verdict", "person", "reason", "date")
        return lambda row: ["\x1f".join([words.name(row), *(str(row.get(name)) for name in told)])]

    found = []
    for old, new in _paired(before.decisions, after.decisions, made(earlier), made(later)):
        if old and new:
            continue
        row, words = (new, later) if new else (old or {}, earlier)
        told = (str(row.get(name) or "") for name in ("verdict", "person", "reason", "date"))
        found.append(DecisionChange(_kind(old, new), str(row.get("code")), words.of_row(row), *told))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a state's claims by index, and under which words the later state has them."""

    by_index: Mapping[Any, str]
    later: Mapping[str, str]

    @classmethod
    def of(cls, before: Snapshot, after: Snapshot) -> tuple[_Words, _Words]:
        left, right = ([_text(row) for row in state.claims] for state in (before, after))
        renamed = {
            left[pair.before]: right[pair.after]
            for pair in align(left, right)
            if pair.before is not None and pair.after is not None
        }
        earlier, now = ({row.get("index"): _text(row) for row in state.claims} for state in (before, after))
        return cls(earlier, renamed), cls(now, {})

    def of_row(self, row: Json) -> str:
        """The sentence, or the reference, that a flag or decision is about."""
        return self.by_index.get(row.get("sentence"), "") or str(row.get("reference") or "")

    def name(self, row: Json) -> str:
        about = self.of_row(row)
        return f"{row.get('code')} {self.later.get(about, about)}"


def _state(row: Json | None) -> str:
    return str(row.get("state") or "") if row else ""


def _kind(old: Json | None, new: Json | None) -> Kind:
    return "changed" if old and new else "added" if new else "gone"


def _changed(
    before: Sequence[Json], after: Sequence[Json], names: Names, looked_at: Mapping[str, str]
) -> Iterator[tuple[Json | None, Json | None, Json, tuple[Change, ...]]]:
    for old, new in _paired(before, after, names, names):
        changes = changes_in(old, new, looked_at) if old and new else ()
        if not (old and new) or changes:
            yield old, new, new or old or {}, changes


def _paired(
    before: Iterable[Json], after: Iterable[Json], named_before: Names, named_after: Names
) -> Iterator[tuple[Json | None, Json | None]]:
    """Rows that are one, by the first name they share; then those of the earlier state that are gone."""
    left = list(before)
    known: dict[str, list[int]] = {}
    for place, row in enumerate(left):
        for name in named_before(row):
            known.setdefault(name, []).append(place)
    taken: set[int] = set()
    for row in after:
        free = (place for name in named_after(row) for place in known.get(name, ()) if place not in taken)
        found = next(free, None)
        if found is not None:
            taken.add(found)
        yield (left[found] if found is not None else None), row
    yield from ((row, None) for place, row in enumerate(left) if place not in taken)
