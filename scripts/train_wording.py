"""Rebuilds evidence/claims/wording.json, and the weights of five folds beside the benchmark.

    python scripts/train_wording.py DATA

DATA holds claim-strength/ (conclusions of abstracts) and lay/ (labelled pages); without the first, pages alone are
learned from, and abstracts are read like pages. A feature counts for both, and once
more for the kind of text it stands in; logistic regression for one label against the others, on features scaled by
how much more often they stand with the label (Wang and Manning 2012). Needs scikit-learn, which the application
itself does not use. Takes under a minute, and the same rows give the same weights.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.wording_folds import FOLDS, digest, fold_of, site_of  # noqa: E402

from evidence.claims.wording_features import features, is_order  # noqa: E402
from evidence.claims.wording_weights import LABELS  # noqa: E402
from evidence.values import Wording  # noqa: E402

OF_PAPERS = {"0": "none", "1": "causal", "2": "hedged", "3": "association"}
OFTEN_ENOUGH = 3
"""Sentences in which a feature has to stand, so that no sentence can be put together from the weights."""

REGULARISATION = 0.1
PAGE_WEIGHT = 4.0
"""A sentence of a page counts as much as four conclusions, of which there are four times as many."""

HEDGED_ON_PAGES = 100
"""Added for "hedged" on pages, in hundredths: rare there, and a missed hedge accuses an author of too much."""

NOTHING = (0, 0, 0, 0)
HEDGED = LABELS.index(Wording.HEDGED)

SMALLEST = 4
"""Hundredths below which a weight is left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled sentence: what kind of text it is from, its fold and its features."""

    register: str
    label: str
    fold: int
    seen: str
    features: frozenset[str]


def rows_of(data: Path) -> list[Row]:
    rows = []
    conclusions = data / "claim-strength" / "pubmed_causal_language_use.csv"
    if conclusions.exists():
        with conclusions.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                text = line["sentence"]
                rows.append(_row("abstract", text, OF_PAPERS[line["label"]], text))
    for path in sorted((data / "lay").glob("*.gold.json")):
        for line in json.loads(path.read_text("utf-8")):
            if line["claim"]:
                rows.append(_row("page", line["text"], line["wording"], site_of(path.name)))
    return rows


def _row(register: str, text: str, label: str, group: str) -> Row:
    return Row(register, label, fold_of(group), digest(text), frozenset(_doubled(features(text), register)))


def _doubled(found: set[str], register: str) -> set[str]:
    """The features, and those of few values once more under the name of the kind of text."""
    return found | {f"{register}#{name}" for name in found if _by_register(name)} | {f"{register}#"}


def _by_register(name: str) -> bool:
    return is_order(name) and name[0] in "KTM"


def learn(rows: Sequence[Row]) -> dict[str, list[int]]:
    """Hundredths of every feature for each label; "" holds where each label starts."""
    counts = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, count in counts.items() if count >= OFTEN_ENOUGH)
    place = {name: number for number, name in enumerate(names)}
    held = [sorted(place[name] for name in row.features if name in place) for row in rows]
    starts = numpy.cumsum([0, *map(len, held)])
    columns = numpy.fromiter((number for found in held for number in found), dtype=numpy.int32)
    table = csr_matrix((numpy.ones(len(columns)), columns, starts), shape=(len(rows), len(names)))
    weight = numpy.array([PAGE_WEIGHT if row.register == "page" else 1.0 for row in rows])
    learned: dict[str, list[int]] = {name: [] for name in ["", *names]}
    for label in LABELS:
        wanted = numpy.array([row.label == label.value for row in rows])
        given = 1 + table.T @ (weight * wanted)
        other = 1 + table.T @ (weight * ~wanted)
        scale = numpy.log((given / given.sum()) / (other / other.sum()))
        model = LogisticRegression(C=REGULARISATION, class_weight="balanced", max_iter=300)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.fit(table.multiply(scale).tocsr(), wanted, sample_weight=weight)
        for name, value in zip(["", *names], [model.intercept_[0], *(model.coef_[0] * scale)], strict=True):
            learned[name].append(round(100 * float(value)))
    return learned


def packed(learned: Mapping[str, list[int]], kept: AbstractSet[str] | None = None) -> dict[str, Any]:
    """The weights as evidence/claims/wording.json holds them, of the features in `kept` or of all."""
    of_both: dict[str, list[int]] = {}
    answer: dict[str, Any] = {"start": {}, "both": of_both, "page": {}, "abstract": {}}
    for register in ("page", "abstract"):
        answer["start"][register] = _sum(learned[""], learned.get(f"{register}#", NOTHING))
    answer["start"]["page"][HEDGED] += HEDGED_ON_PAGES
    for name in sorted(learned):
        if not name or "#" in name or (kept is not None and name not in kept):
            continue
        if not _by_register(name):
            _keep(of_both, name, learned[name])
            continue
        for register in ("page", "abstract"):
            _keep(answer[register], name, _sum(learned[name], learned.get(f"{register}#{name}", NOTHING)))
    return answer


def _keep(table: dict[str, list[int]], name: str, row: list[int]) -> None:
    if max(map(abs, row)) >= SMALLEST:
        table[name] = row


def _sum(one: Sequence[int], other: Sequence[int]) -> list[int]:
    return [a + b for a, b in zip(one, other, strict=True)]


def fold_weights(rows: Sequence[Row]) -> dict[str, Any]:
    """For each fold the weights learned without it, of the features that occur in it; and what was learned from."""
    folds = []
    for fold in range(FOLDS):
        learned = learn([row for row in rows if row.fold != fold])
        folds.append(packed(learned, {name for row in rows if row.fold == fold for name in row.features}))
    return {"seen": sorted({row.seen for row in rows}), "folds": folds}


def written(weights: Mapping[str, Any]) -> str:
    """JSON with a line for each feature, so that a change of the weights can be read."""
    parts = [f'"start":{_compact(weights["start"])}']
    for part in ("both", "page", "abstract"):
        rows = ",\n".join(f"{_compact(name)}:{_compact(row)}" for name, row in weights[part].items())
        parts.append(f'"{part}":{{\n{rows}\n}}')
    return "{" + ",\n".join(parts) + "}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Learn how sentences word effects.")
    parser.add_argument("data", type=Path, help="the folder that holds lay/ and, if you like, claim-strength/")
    rows = rows_of(parser.parse_args(argv).data)
    if not rows:
        parser.error("The folder holds neither lay/ nor claim-strength/.")
    (ROOT / "evidence" / "claims" / "wording.json").write_text(written(packed(learn(rows))), encoding="utf-8")
    folds = gzip.compress(_compact(fold_weights(rows)).encode(), mtime=0)
    (ROOT / "scripts" / "benchmark" / "wording_folds.json.gz").write_bytes(folds)


if __name__ == "__main__":
    main()
