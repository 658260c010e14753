"""Sets side by side what each origin says of a work, and marks where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from citations.lookups.markup import without_tags
from citations.lookups.title_matching import families_of, folded_words, similarity
from citations.models import Citation, RecordedFact, kind_in_words
from citations.services import facts
from evidence.reading.listed_references import year_of

LABELS: Mapping[str, str] = {
    "title": "Title",
    "families": "Authors",
    "year": "Year",
    "container": "Journal",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "kind": "Type of work",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "nct": "Trial number",
    "design": "Study design",
    "sample_size": "People studied",
    "species": "Studied in",
    "population": "Population",
    "outcome": "Outcome",
    "peer_reviewed": "Peer-reviewed",
    "preprint": "Preprint",
    "published_as": "Published as",
    "registration": "Registration",
    "risk_of_bias": "Points lost to risk of bias",
    "funding": "Funding",
    "conflicts": "Competing interests",
    "seller_funded": "Paid for or written by a seller",
    "disputed_by": "Disputed by",
    "publication_types": "Publication types",
    "mesh": "MeSH headings",
    "abstract": "Abstract",
    "status": "Status",
}
ALWAYS = ("design", "sample_size", "species", "population", "outcome", "peer_reviewed", "funding", "conflicts")
"""Facts for grading that are shown as "not recorded" where nobody says them."""
WORDED = frozenset({"funding", "conflicts", "abstract", "mesh", "publication_types", "registration", "population"})
"""Facts in words of each origin's own, which differ without contradicting each other."""
PRINTED_IN_CSL = ("title", "families", "year", "container", "volume", "issue", "page", "kind")
IDENTIFYING = ("doi", "pmid", "pmcid", "isbn", "nct")
SIMILAR_TITLES = 0.9


@dataclass(frozen=True, slots=True)
class Answer:
    """What one origin says. `counts` is whether the work carries this value now."""

    origin: str
    label: str
    value: Any
    shown: str
    evidence: str
    reason: str
    by: str
    at: datetime
    counts: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """The same answer of one origin or of several: who, in words, what, why, and when the last of them said so.

    `at` is None where nobody wrote the day down.
    """

    who: str
    shown: str
    why: str
    at: date | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: the answer that counts, in words ("" where nothing is recorded), and everything that was said."""

    name: str
    label: str
    value: Any
    shown: str
    answers: tuple[Answer, ...]
    sayings: tuple[Saying, ...]
    differ: bool
    settable: bool
    set_by_editor: bool


def compare(citation: Citation) -> list[Line]:
    """The facts of a work in the order in which they are read; one query."""
    rows = RecordedFact.objects.filter(citation=citation).select_related("by").order_by("recorded_at")
    said: dict[str, list[tuple[RecordedFact, Any]]] = {}
    for row in rows:
        if row.name == "csl":
            for name, value in _printed(row.value or {}).items():
                said.setdefault(name, []).append((row, value))
        elif row.name in LABELS:
            said.setdefault(row.name, []).append((row, row.value))
    names = [name for name in LABELS if name in said or name in ALWAYS or not _empty(_held(citation, name))]
    return [_line(citation, name, said.get(name, [])) for name in names]


def disagreements(lines: Sequence[Line]) -> int:
    return sum(line.differ for line in lines)


def _printed(csl: Mapping[str, Any]) -> dict[str, Any]:
    """What a CSL-JSON record says: the parts of the printed reference, and the words of indexers that files bring."""
    values = {
        "title": without_tags(str(csl.get("title") or "")),
        "families": list(families_of(csl)),
        "year": year_of(csl),
        "container": csl.get("container-title") or csl.get("publisher"),
        "volume": csl.get("volume"),
        "issue": csl.get("issue"),
        "page": csl.get("page"),
        "kind": csl.get("type"),
        "publication_types": csl.get("publication-types"),
        "mesh": csl.get("mesh"),
    }
    return {name: value for name, value in values.items() if value}


def _held(citation: Citation, name: str) -> Any:
    if name in ("volume", "issue", "page"):
        return (citation.csl or {}).get(name) or ""
    if name == "published_as":
        return str(citation.published_as) if citation.published_as_id else ""
    held = getattr(citation, name)
    silent = (name == "status" and held in ("not-checked", "none-found")) or (name == "risk_of_bias" and not held)
    return "" if silent else held


def _line(citation: Citation, name: str, rows: Sequence[tuple[RecordedFact, Any]]) -> Line:
    held = _held(citation, name)
    order = [facts.EDITOR, *facts.rank("author" if name in ("families", "container", "kind", "page") else name)]
    rows = sorted(rows, key=lambda row: order.index(row[0].origin) if row[0].origin in order else len(order))
    answers = tuple(
        Answer(
            origin=row.origin,
            label="By hand" if row.origin == facts.EDITOR else facts.service_label(row.origin),
            value=value,
            shown=shown(name, value) or "nothing",
            evidence=row.evidence,
            reason=row.reason,
            by=row.by.get_full_name() or row.by.get_username() if row.by else "",
            at=row.recorded_at,
            counts=not _empty(held) and _same(name, value, held),
        )
        for row, value in rows
    )
    told = [value for row, value in rows if not _empty(value)]
    differ = name not in WORDED and any(not _same(name, told[0], other) for other in told[1:])
    if name == "status" and any(answer.value != citation.status for answer in answers):
        differ = True
    return Line(
        name=name,
        label=LABELS[name],
        value=held,
        shown=shown(name, held),
        answers=answers,
        sayings=(*_sayings(name, answers), *_came_with(citation, name, held, answers)),
        differ=differ,
        settable=name in facts.SETTABLE,
        set_by_editor=any(answer.origin == facts.EDITOR for answer in answers),
    )


def _sayings(name: str, answers: Sequence[Answer]) -> Iterator[Saying]:
    groups: list[list[Answer]] = []
    for answer in answers:
        same = next((group for group in groups if _same(name, group[0].value, answer.value)), None)
        if same is None:
            groups.append([answer])
        else:
            same.append(answer)
    for group in groups:
        who = (f"{answer.label} ({answer.by})" if answer.by else answer.label for answer in group)
        why = [*(one.evidence for one in group), *(f"“{one.reason}”" for one in group if one.reason)]
        yield Saying(
            who=", ".join(who),
            shown=group[0].shown,
            why="; ".join(dict.fromkeys(part for part in why if part)),
            at=max(answer.at for answer in group),
            counts=any(answer.counts for answer in group),
        )


def _came_with(citation: Citation, name: str, held: Any, answers: Sequence[Answer]) -> Iterator[Saying]:
    """Who says what the work carries, where no answer that was kept does: its record, or the engine that read it."""
    if _empty(held) or any(answer.counts for answer in answers):
        return
    label, _, day = str((citation.facts_from or {}).get(name) or "").partition(", ")
    if not label and (answers or name not in (*PRINTED_IN_CSL, *IDENTIFYING)):
        return
    who = f"Read by Citewell in the {label}" if label in facts.READ else re.sub("^the ", "The ", label)
    try:
        at = date.fromisoformat(day) if day else citation.created_at.date()
    except ValueError:
        at = None
    who = who or "The record as it came in"
    yield Saying(who=who, shown=shown(name, held), why="", at=at if label else None, counts=True)


def _empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value is False


def _same(name: str, one: Any, other: Any) -> bool:
    """Whether two answers say the same, as far as their form lets that be told."""
    if name == "title":
        return similarity(str(one), str(other)) >= SIMILAR_TITLES
    if name == "families":
        return [folded_words(str(part)) for part in one] == [folded_words(str(part)) for part in other]
    if isinstance(one, str) and isinstance(other, str):
        return folded_words(one) == folded_words(other)
    return bool(one == other)


def shown(name: str, value: Any) -> str:
    """A value in words; "" where nothing is recorded."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ("; " if name in ("mesh", "publication_types") else ", ").join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{key.upper()} {part}" for key, part in value.items())
    if name == "kind":
        return kind_in_words(str(value))
    if name in ("design", "species", "outcome", "status"):
        choices = dict(Citation._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
        return str(choices.get(value, value))
    return str(value)
