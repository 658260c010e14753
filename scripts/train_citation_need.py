"""Rebuilds evidence/data/citation_need.json from sentences of trial reports whose markers were taken out.

    python scripts/train_citation_need.py DATA

DATA is the folder of labelled data. Articles of buckets 0 to 6 alone are read: the threshold is chosen on articles of
buckets 5 and 6 by weights learned on 0 to 4. Needs scikit-learn, which the application itself does not use.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.figures import bucket  # noqa: E402

from evidence.citation_words import grams_of, places_of, words_of  # noqa: E402

TARGET = ROOT / "evidence" / "data" / "citation_need.json"
KEPT = 16_000
LEAST_ARTICLES = 8


def rows_of(data: Path) -> list[dict[str, Any]]:
    """The rows that may be learned from, in their order, with the features that name them."""
    rows = []
    with gzip.open(data / "needs-citation" / "sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            row["bucket"] = bucket(row["pmcid"])
            if row["bucket"] <= 6:
                words = words_of(row.pop("sentence"))
                row["grams"] = grams_of(words)
                row["places"] = places_of(row["index"], row["of"], len(words))
                rows.append(row)
    return rows


def frequent(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Runs of words that stand in enough articles to say nothing of a single one."""
    seen: dict[str, set[str]] = {}
    for row in rows:
        seen.setdefault(row["pmcid"], set()).update(row["grams"])
    count = Counter(name for names in seen.values() for name in names)
    return sorted(name for name, articles in count.items() if articles >= LEAST_ARTICLES)


def matrix(rows: Sequence[dict[str, Any]], part: str, names: Sequence[str]) -> sparse.csr_matrix:
    number = {name: place for place, name in enumerate(names)}
    lists = [sorted(number[name] for name in row[part] if name in number) for row in rows]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in lists])])
    cells = np.fromiter((cell for row in lists for cell in row), dtype=np.int32)
    return sparse.csr_matrix((np.ones(len(cells)), cells, starts), shape=(len(rows), len(names)))


def learned(features: sparse.csr_matrix, cited: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=0.03, max_iter=300, tol=1e-4).fit(features, cited)


def best_threshold(chances: np.ndarray, cited: np.ndarray) -> float:
    order = np.argsort(-chances, kind="stable")
    hits = np.cumsum(cited[order])
    scores = 2 * hits / (np.arange(1, len(cited) + 1) + cited.sum())
    return float(chances[order][scores.argmax()])


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Learn which sentences the authors of papers cite sources for.")
    parser.add_argument("data", type=Path, help="the folder of labelled data")
    rows = rows_of(parser.parse_args(argv).data)
    cited = np.array([row["cited"] for row in rows])
    early = np.array([row["bucket"] <= 4 for row in rows])
    names = frequent(rows)
    grams = matrix(rows, "grams", names)
    weights = learned(grams[early], cited[early]).coef_[0]
    telling = np.abs(weights) * np.sqrt(np.asarray(grams.sum(0)).ravel())
    kept = np.sort(np.argsort(-telling, kind="stable")[:KEPT])
    places = sorted({name for row in rows for name in row["places"]})
    features = sparse.hstack([grams[:, kept], matrix(rows, "places", places)]).tocsr()
    chosen = best_threshold(learned(features[early], cited[early]).predict_proba(features[~early])[:, 1], cited[~early])
    model = learned(features, cited)
    coefficients = [round(1000 * float(weight)) for weight in model.coef_[0]]
    content = {
        "threshold": round(chosen, 4),
        "bias": round(float(model.intercept_[0]), 4),
        "grams": {names[cell]: weight for cell, weight in zip(kept, coefficients, strict=False) if weight},
        "places": dict(zip(places, coefficients[len(kept) :], strict=True)),
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
