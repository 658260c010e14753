"""Measures of wording on conclusions of abstracts."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Hashable
from pathlib import Path

from benchmark.figures import Counts, Figure, f1, figure, told
from evidence.values import Wording
from evidence.wording import wording

_LABELS = {"0": Wording.NONE, "1": Wording.CAUSAL, "2": Wording.HEDGED, "3": Wording.ASSOCIATION}


def wording_strength(data: Path) -> Figure:
    """Macro-F1 over none, association, hedged and causal on conclusions of abstracts."""
    path = data / "claim-strength" / "pubmed_causal_language_use.csv"
    clusters: list[Counts] = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if _unseen(row["sentence"])]
        clusters = [{(_LABELS[row["label"]], wording(row["sentence"])): 1} for row in rows]
    return figure(
        "Wording strength, macro-F1 (conclusions of abstracts)",
        f"{len(clusters):,} sentences",
        clusters,
        _macro_f1,
        floor="0.78",
        baseline="0.74 bag of words, trained",
    )


def _unseen(sentence: str) -> bool:
    """Whether a sentence is of the half that was not looked at while the rules on wording were made."""
    return hashlib.sha1(sentence.encode(), usedforsecurity=False).digest()[0] % 2 == 1


def _macro_f1(counts: Counts) -> float:
    return sum(f1(_one_against_all(counts, label)) for label in _LABELS.values()) / len(_LABELS)


def _one_against_all(counts: Counts, label: Wording) -> Counts:
    cells: Counter[Hashable] = Counter()
    for pair, count in counts.items():
        wanted, found = pair  # type: ignore[misc]
        cells[told(wanted is label, found is label)] += count
    return cells
