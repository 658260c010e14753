"""A comparison as a page shows it: long stretches that are the same are folded, the rest stands side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from articles.comparison import Change, Comparison, SentenceChange
from articles.comparison.parts import DecisionChange
from articles.models.claim import Verdict

AROUND = 1
"""Sentences that stay in sight beside one that changed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences one after another; `folded` where they are the same in both states and nothing beside them changed."""

    folded: bool
    rows: tuple[SentenceChange, ...]


def stretches(prose: Sequence[SentenceChange]) -> list[Stretch]:
    changed = [place for place, row in enumerate(prose) if row.kind != "same"]
    near = {place + step for place in changed for step in range(-AROUND, AROUND + 1)}
    marked = [(place not in near, row) for place, row in enumerate(prose)]
    return [
        Stretch(folded, tuple(row for _folded, row in rows))
        for folded, rows in groupby(marked, key=lambda pair: pair[0])
    ]


def shown_words(found: Comparison) -> list[Change]:
    """Title, standfirst and dates that differ, days as people read them."""
    return [Change(row.name, _day(row.before), _day(row.after)) for row in found.words]


def shown_decisions(found: Comparison) -> list[DecisionChange]:
    """Decisions that only one state holds, called as the review desk calls them."""
    names = dict(Verdict.choices)
    return [replace(row, verdict=names.get(row.verdict, row.verdict), date=_day(row.date)) for row in found.decisions]


def _day(text: str) -> str:
    """A day as people read it; other words as they are."""
    day = parse_date(text) if len(text) == len("2026-11-29") and text[4:5] == "-" else None
    return date_format(day, "DATE_FORMAT") if day else text


def in_short(found: Comparison) -> list[str]:
    """What differs, part by part, as a list that leads to the parts: "3 sentences added"."""
    return list(_in_short(found))


def _in_short(found: Comparison) -> Iterator[str]:
    counts = found.counts
    for kind, words in (("added", "added"), ("gone", "taken out"), ("reworded", "reworded"), ("moved", "moved")):
        if number := counts.get(kind, 0):
            yield f"{number} sentence{'s' if number > 1 else ''} {words}"
    parts = (
        (found.claims, "claim"),
        (found.sources, "source"),
        (found.people, "person"),
        (found.disclosures, "disclosure"),
        (found.flags, "flag"),
        (found.decisions, "decision"),
    )
    for rows, name in parts:
        if rows:
            plural = {"person": "people"}.get(name, f"{name}s")
            yield f"{len(rows)} {name if len(rows) == 1 else plural}"
