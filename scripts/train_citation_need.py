"""Rebuilds evidence/claims/citation_need.json from sentences of trial reports whose markers were taken out.

    python scripts/train_citation_need.py DATA

DATA is the folder of labelled data. Articles of buckets 0 to 6 alone are read. First pass: logistic regression over
runs of words, fitted without the bucket that it is applied to. Second pass: small networks over the same runs and the
figures of `evidence.claims.citation_need_context`, averaged. The threshold and the calibration are chosen on articles
of buckets 5 and 6 by weights learned on 0 to 4. Needs scikit-learn, which the application itself does not use. The same
rows give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.neural_network import MLPClassifier

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.figures import bucket  # noqa: E402

from evidence.claims.citation_need import logistic  # noqa: E402
from evidence.claims.citation_need_context import MISSING, Read, contexts  # noqa: E402
from evidence.claims.citation_need_words import grams_of, short_forms_in, without_authors, words_in  # noqa: E402

TARGET = ROOT / "evidence" / "claims" / "citation_need.json"
LEARNED_BUCKETS = range(7)
CHOOSING_BUCKETS = frozenset({5, 6})
KEPT = 12_000
LEAST_ARTICLES = 8
LEAST_AROUND = 150
"""Sentences that a word stands in for its being read in the sentences around as well."""

HELD_BACK = 0.03
UNITS = 4
SEEDS = (0, 1, 2)
ROUNDS = 3
BINS = 13
PARTS = (0.2, 0.15, 0.15, 0.5)
"""What a run of words, a word before, a word after and a figure count in the second pass, so that the many do not drown
the few."""

Matrix = sparse.csr_matrix


@dataclass(frozen=True, slots=True)
class Row:
    article: str
    bucket: int
    paragraph: int
    cited: bool
    words: list[str]
    grams: frozenset[str]
    short_forms: int


@dataclass(frozen=True, slots=True)
class Pass:
    """The first pass: its weights by run of words, and its scores for every row."""

    weights: np.ndarray
    bias: float
    scores: np.ndarray


def rows_of(data: Path) -> Iterator[Row]:
    """The rows that may be learned from, in their order."""
    article, paragraph = "", 0
    with gzip.open(data / "needs-citation" / "sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            paragraph = paragraph + (row["index"] == 0) if row["pmcid"] == article else 0
            article = row["pmcid"]
            if bucket(article) in LEARNED_BUCKETS:
                plain = without_authors(row["sentence"])
                words = words_in(plain)
                grams = frozenset(sys.intern(name) for name in grams_of(words))
                short = short_forms_in(plain)
                yield Row(
                    article,
                    bucket(article),
                    paragraph,
                    bool(row["cited"]),
                    words,
                    grams,
                    short,
                )


def frequent(rows: Sequence[Row]) -> list[str]:
    """Runs of words that stand in enough articles to say nothing of a single one."""
    count: Counter[str] = Counter()
    for _, article in groupby(rows, key=lambda row: row.article):
        count.update(frozenset().union(*(row.grams for row in article)))
    return sorted(name for name, articles in count.items() if articles >= LEAST_ARTICLES)


def matrix(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    number = {name: place for place, name in enumerate(names)}
    lists = [sorted(number[name] for name in row.grams if name in number) for row in rows]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in lists])])
    cells = np.fromiter((cell for row in lists for cell in row), dtype=np.int32)
    return Matrix(
        (np.ones(len(cells), dtype=np.float32), cells, starts),
        shape=(len(rows), len(names)),
    )


def regression(features: Matrix, cited: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=HELD_BACK, max_iter=100, tol=1e-3).fit(features, cited)


def first_pass(grams: Matrix, cited: np.ndarray, buckets: np.ndarray, learn: np.ndarray) -> Pass:
    """Learned on the rows of `learn`; no row of these is scored by weights that saw its bucket."""
    model = regression(grams[learn], cited[learn])
    scores = model.decision_function(grams)
    for held_out in sorted(set(buckets[learn])):
        without = learn & (buckets != held_out)
        here = buckets == held_out
        scores[here] = regression(grams[without], cited[without]).decision_function(grams[here])
    return Pass(model.coef_[0], float(model.intercept_[0]), scores)


def figures_of(rows: Sequence[Row], names: Sequence[str], scores: np.ndarray) -> np.ndarray:
    """The figures of the context of every row, with the rows of an article as its document."""
    known = set(names)
    table: list[tuple[float, ...]] = []
    scored = zip(rows, scores.tolist(), strict=True)
    for _, article in groupby(scored, key=lambda pair: pair[0].article):
        paragraphs = [list(part) for _, part in groupby(article, key=lambda pair: pair[0].paragraph)]
        read = [
            [
                Read(
                    row.words,
                    sum(word not in known for word in row.words),
                    row.short_forms,
                    score,
                    logistic(score),
                )
                for row, score in paragraph
            ]
            for paragraph in paragraphs
        ]
        table.extend(figures for paragraph in contexts(read) for figures in paragraph)
    return np.array(table)


def edges_of(figures: np.ndarray) -> list[list[float]]:
    """Between which values each figure is told apart; the first edge parts what is missing from the rest."""
    found = []
    for column in figures.T:
        there = column[column != MISSING]
        inner = np.unique(np.quantile(there, np.linspace(0, 1, BINS)[1:-1]).round(4))
        found.append([MISSING / 2, *inner.tolist()])
    return found


def binned(figures: np.ndarray, edges: Sequence[Sequence[float]]) -> Matrix:
    starts = np.concatenate([[0], np.cumsum([len(row) + 1 for row in edges])])
    cells = [np.searchsorted(row, column, side="right") for row, column in zip(edges, figures.T, strict=True)]
    cells = np.column_stack(cells) + starts[:-1]
    rows = np.repeat(np.arange(len(figures)), len(edges))
    ones = np.ones(cells.size, dtype=np.float32)
    return Matrix((ones, (rows, cells.ravel())), shape=(len(figures), starts[-1]))


def networks(features: Matrix, cited: np.ndarray) -> list[MLPClassifier]:
    found = []
    for seed in SEEDS:
        model = MLPClassifier((UNITS,), batch_size=256, learning_rate_init=0.001, random_state=seed)
        for _ in range(ROUNDS):
            model.partial_fit(features, cited, classes=[False, True])
        found.append(model)
    return found


def logits(models: Sequence[MLPClassifier], features: Matrix) -> np.ndarray:
    chances = [np.clip(model.predict_proba(features)[:, 1], 1e-9, 1 - 1e-9) for model in models]
    return sum(np.log(chance / (1 - chance)) for chance in chances) / len(models)


def best_threshold(scores: np.ndarray, cited: np.ndarray) -> tuple[float, float]:
    """The score from which on F1 is best, and that F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(cited[order])
    f1 = 2 * hits / (np.arange(1, len(cited) + 1) + cited.sum())
    return float(scores[order][f1.argmax()]), float(f1.max())


def around_of(rows: Sequence[Row], words: Matrix) -> tuple[Matrix, Matrix]:
    """The words of the sentence before and of the one after, where these stand in the same paragraph."""
    same = np.array([one.article == two.article and one.paragraph == two.paragraph for one, two in pairwise(rows)])
    last = len(rows) - 1
    before = sparse.diags(np.r_[False, same].astype(np.float32)) @ words[np.r_[0, 0:last]]
    after = sparse.diags(np.r_[same, False].astype(np.float32)) @ words[np.r_[1 : last + 1, last]]
    return before, after


def content_of(
    names: Sequence[str],
    around: Sequence[str],
    first: Pass,
    models: Sequence[MLPClassifier],
    edges: Sequence[Sequence[float]],
    calibration: tuple[float, float],
    threshold: float,
) -> dict[str, Any]:
    """What is written: weights as signed bytes in base 64, with the scale of each column."""
    units = np.vstack([np.hstack([model.coefs_[0] for model in models])])
    ends = np.cumsum([len(names), len(around), len(around)])
    for part, weight in zip(np.split(units, ends), PARTS, strict=True):
        part *= weight
    table = np.column_stack([np.r_[first.weights, np.zeros(len(units) - len(names))], units])
    scales = np.abs(table).max(0) / 127
    parts = [
        b64encode(part.tobytes()).decode("ascii") for part in np.split(np.rint(table / scales).astype(np.int8), ends)
    ]
    slope, shift = calibration
    bias = sum(float(model.intercepts_[1][0]) for model in models) / len(models)
    return {
        "threshold": round(threshold, 4),
        "own_bias": round(first.bias, 5),
        "output_bias": round(bias * slope + shift, 5),
        "outputs": np.round(
            np.concatenate([model.coefs_[1][:, 0] for model in models]) / len(models) * slope,
            5,
        ).tolist(),
        "biases": np.round(np.concatenate([model.intercepts_[0] for model in models]), 5).tolist(),
        "scales": np.round(scales, 8).tolist(),
        "edges": edges,
        "grams": "\n".join(names),
        "around": "\n".join(around),
        "gram_weights": parts[0],
        "before_weights": parts[1],
        "after_weights": parts[2],
        "bin_weights": parts[3],
    }


def telling(rows: Sequence[Row], cited: np.ndarray, learn: np.ndarray) -> tuple[list[str], Matrix]:
    """The runs of words that say most, by their weight and how often they stand."""
    names = frequent(rows)
    grams = matrix(rows, names)
    weights = regression(grams[learn], cited[learn]).coef_[0]
    says = np.abs(weights) * np.sqrt(np.asarray(grams.sum(0)).ravel())
    kept = np.sort(np.argsort(-says, kind="stable")[:KEPT])
    return [names[cell] for cell in kept], Matrix(grams[:, kept])


def trained(rows: Sequence[Row]) -> dict[str, Any]:
    cited = np.array([row.cited for row in rows])
    buckets = np.array([row.bucket for row in rows])
    early = ~np.isin(buckets, list(CHOOSING_BUCKETS))
    names, grams = telling(rows, cited, early)
    often = np.asarray(grams.sum(0)).ravel() >= LEAST_AROUND
    around = [place for place, name in enumerate(names) if " " not in name and often[place]]
    before, after = around_of(rows, Matrix(grams[:, around]))

    def learned(
        learn: np.ndarray,
    ) -> tuple[Pass, list[list[float]], Matrix, list[MLPClassifier]]:
        first = first_pass(grams, cited, buckets, learn)
        figures = figures_of(rows, names, first.scores)
        edges = edges_of(figures[learn])
        parts = zip((grams, before, after, binned(figures, edges)), PARTS, strict=True)
        features = Matrix(sparse.hstack([part * weight for part, weight in parts]))
        return first, edges, features, networks(features[learn], cited[learn])

    _, _, features, models = learned(early)
    scores, held_out = logits(models, features[~early]), cited[~early]
    cut, f1 = best_threshold(scores, held_out)
    calibrating = LogisticRegression(C=1e6).fit(scores[:, None], held_out)
    slope, shift = float(calibrating.coef_[0, 0]), float(calibrating.intercept_[0])
    area = roc_auc_score(held_out, scores)
    print(f"Buckets 5 and 6, learned on 0 to 4: F1 {f1:.4f}, area {area:.4f}, calibration {slope:.3f} {shift:+.3f}")  # noqa: T201
    first, edges, _, models = learned(np.ones(len(rows), dtype=bool))
    words = [names[place] for place in around]
    return content_of(
        names,
        words,
        first,
        models,
        edges,
        (slope, shift),
        logistic(slope * cut + shift),
    )


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Learn which sentences the authors of papers cite sources for.")
    parser.add_argument("data", type=Path, help="the folder of labelled data")
    content = trained(list(rows_of(parser.parse_args(argv).data)))
    lines = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}" for name, value in content.items()
    )
    TARGET.write_text(f"{{{lines}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
