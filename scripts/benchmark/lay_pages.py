"""Measures of claims and their sources on labelled lay pages, read and judged whole."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmark import settled_labels
from benchmark.claim_folds import is_known, unseen_weights
from benchmark.figures import Counts, Figure, added, beside, f1, figure, told
from evidence import pipeline
from evidence.reading import documents
from evidence.values import Assessed, Assessment

_UNSOURCED = frozenset({"missing-citation", "product-claim-unsupported", "unresolved-mention"})


def lay_pages(data: Path, today: date) -> list[Figure]:
    """Claims, claims without a source and claims with one, on the labelled lay pages, read and judged whole."""
    of_claim: list[Counts] = []
    of_settled: list[Counts] = []
    of_bare: list[Counts] = []
    of_sourced: list[Counts] = []
    known = 0
    for path in sorted((data / "lay").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
        known += is_known(text)
        rows = [(row, found, left_out(path.name, row)) for row, found in matched(_judged(text, today), path)]
        of_claim.append(Counter(told(row["claim"], _is_claim(found)) for row, found, _ in rows))
        of_settled.append(Counter(told(_settled(row), _is_claim(found)) for row, found, _ in rows))
        kept = [(row, found) for row, found, out in rows if not out]
        of_bare.append(Counter(told(row["claim"] and not row["cited"], _is_flagged(found)) for row, found in kept))
        of_sourced.append(
            Counter(told(row["claim"] and row["cited"], _is_claim(found) and _is_tied(found)) for row, found in kept)
        )
    every, kept_rows = (f"{sum(added(of).values()):,} sentences of {len(of_claim)} pages" for of in (of_claim, of_bare))
    return [
        figure(
            f"Claim or not, F1 ({_told_of(known, len(of_claim))})",
            every, of_claim, f1, floor="0.82", baseline=beside(of_claim, "0.74 bag of words with cues"),
        ),
        figure(
            "Claim or not by settled labels, F1 (lay pages; development score)",
            every, of_settled, f1, baseline=beside(of_settled),
        ),
        figure(
            "Claim without a source flagged, F1 (lay pages; development score)",
            kept_rows, of_bare, f1, floor="0.72", baseline=beside(of_bare),
        ),
        figure(
            "Claim tied to a source, F1 (lay pages; development score)",
            kept_rows, of_sourced, f1, floor="0.85", baseline=beside(of_sourced),
        ),
    ]  # fmt: skip


def _settled(row: dict[str, Any]) -> bool:
    """Whether a labelled sentence is a claim by the written rules of docs/labelling.md."""
    return settled_labels.settled(settled_labels.key_of(row["text"]), row["claim"])


def _told_of(known: int, pages: int) -> str:
    """How the claims of these pages were told, so that nobody takes a development score for another."""
    if not known:
        return "lay pages that nothing was learned from"
    some = "" if known == pages else f", {known} of {pages} learned from"
    return f"lay pages{some}; weights leave out each site; a development score: rules were made on these pages"


def _judged(text: str, today: date) -> Assessment:
    """A page as the engine judges it, with weights that never saw its site."""
    return pipeline.assess(documents.read(text), today=today, weights=unseen_weights(text))


def matched(assessment: Assessment, gold: Path) -> Iterator[tuple[dict[str, Any], Assessed | None]]:
    """Each labelled sentence with the sentence read that covers more than half of it, or None."""
    for row in json.loads(gold.read_text("utf-8")):
        best = max(assessment.sentences, key=lambda found: _shared(found, row), default=None)
        yield row, best if best and _shared(best, row) > (row["end"] - row["start"]) / 2 else None


def _shared(found: Assessed, row: dict[str, Any]) -> int:
    return int(min(found.sentence.end, row["end"]) - max(found.sentence.start, row["start"]))


def left_out(name: str, row: dict[str, Any]) -> bool:
    """Rows whose source the text does not show, as the README of the pages names them."""
    note = row["note"]
    return ("[dangling]" in note and name.startswith(("26", "27", "45", "A6"))) or (
        "[link-only]" in note and name.startswith(("10", "43"))
    )


def _is_claim(found: Assessed | None) -> bool:
    return found is not None and found.claim.claim


def _is_tied(found: Assessed | None) -> bool:
    return found is not None and bool(found.links)


def _is_flagged(found: Assessed | None) -> bool:
    return found is not None and not found.links and any(flag.code in _UNSOURCED for flag in found.flags)
