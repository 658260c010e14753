"""Measures of wording on conclusions of abstracts."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Hashable
from pathlib import Path

from benchmark.figures import Counts, Figure, added, f1, figure, told
from benchmark.wording_folds import site_of, unseen_weights
from evidence.claims.wording_features import features
from evidence.values import Wording

_LABELS = {"0": Wording.NONE, "1": Wording.CAUSAL, "2": Wording.HEDGED, "3": Wording.ASSOCIATION}


def wording_strength(data: Path) -> Figure:
    """Macro-F1 over the four wordings on conclusions of abstracts, judged by weights that saw none of them."""
    path = data / "claim-strength" / "pubmed_causal_language_use.csv"
    clusters: list[Counts] = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [(row["sentence"], _LABELS[row["label"]]) for row in csv.DictReader(lines)]
        clusters = [{(label, _judged(text, "abstract", text)): 1} for text, label in rows]
    return figure(
        "Wording strength, macro-F1 (conclusions of abstracts, 5-fold)",
        f"{len(clusters):,} sentences",
        clusters,
        _macro_f1,
        floor="0.78",
        baseline="0.77 bag of words with cues, 5-fold",
    )


def wording_on_pages(data: Path) -> Figure:
    """The same over the claims of the lay pages, judged by weights that saw no sentence of their site."""
    clusters: list[Counts] = []
    for path in sorted((data / "lay").glob("*.gold.json")):
        counts: Counter[Hashable] = Counter()
        for row in json.loads(path.read_text("utf-8")):
            if row["claim"]:
                counts[Wording(row["wording"]), _judged(row["text"], "page", site_of(path.name))] += 1
        clusters.append(counts)
    return figure(
        "Wording strength of claims, macro-F1 (lay pages, 5-fold by site; development score)",
        f"{sum(added(clusters).values()):,} claims of {len(clusters)} pages",
        clusters,
        _macro_f1,
        baseline="0.50 rules alone",
    )


def _judged(text: str, register: str, group: str) -> Wording:
    return unseen_weights(text, register, group).best(features(text))


def _macro_f1(counts: Counts) -> float:
    return sum(f1(_one_against_all(counts, label)) for label in _LABELS.values()) / len(_LABELS)


def _one_against_all(counts: Counts, label: Wording) -> Counts:
    cells: Counter[Hashable] = Counter()
    for pair, count in counts.items():
        wanted, found = pair  # type: ignore[misc]
        cells[told(wanted is label, found is label)] += count
    return cells
