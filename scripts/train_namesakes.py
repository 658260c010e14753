"""Rebuilds evidence/matching/namesakes.json from mentions of works by authors of one name.

    python scripts/train_namesakes.py DATA

DATA is the folder of labelled data, with mention-linking/articles.jsonl.gz in it: articles of PubMed Central under
CC BY, of which buckets 0 to 6 are learned from. A mention counts where its name, co-author and year leave several
works. The cut is the lowest above which `RIGHT` of the links are right on articles left out, ten folds by article.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.mentions import articles, source_of  # noqa: E402

from evidence.claims.study_mentions import named_studies  # noqa: E402
from evidence.language import sentences  # noqa: E402
from evidence.matching.named_authors import AuthorIndex  # noqa: E402
from evidence.matching.namesakes import FEATURES, Passage  # noqa: E402

TARGET = ROOT / "evidence" / "matching" / "namesakes.json"
LEARNED_BUCKETS = frozenset(range(7))
RIGHT = 0.85
"""Share of the links between namesakes that have to be right, so that over 0.955 of all links to names are. With 0.80
these were 0.957 on the articles learned from and 0.947 on others: a reserve is needed."""

PENALTY = 3.0
FOLDS = 10


class Mention(NamedTuple):
    """What speaks for each work that a name may mean, which of them its authors meant, and the fold of its article."""

    rows: Any
    meant: Any
    fold: int


def mentions(data: Path) -> Iterator[Mention]:
    """Every mention of the articles learned from that leaves more than one work."""
    for article in articles(data, LEARNED_BUCKETS):
        sources = [source_of(reference) for reference in article["references"]]
        authors = AuthorIndex(sources)
        for mention in article["mentions"]:
            passage, study = _passage(mention)
            if passage is None or study is None:
                continue
            works = authors.meant(study.family, study.second, study.year, authors.years(passage.text))
            if len(works) > 1:
                meant = np.array([work.key in mention["gold"] for work in works])
                yield Mention(np.array(authors.namesakes.rows(works, passage)), meant, int(article["pmcid"]) % FOLDS)


def _passage(mention: dict[str, Any]) -> tuple[Passage | None, Any]:
    """The sentence of a mention with those around it, and the study that it names there."""
    text = mention["before"] + mention["after"]
    end = len(mention["before"])
    spans = [span for span in sentences.split(text) if span[0] <= end - len(mention["mention"])]
    if not spans:
        return None, None
    begin, until = spans[-1]
    before = text[slice(*spans[-2])] if len(spans) > 1 else ""
    behind = sentences.split(text[until:])
    after = text[until:][slice(*behind[0])] if behind else ""
    sentence = text[begin:until]
    for study in named_studies(sentence):
        if study.start < end - begin <= study.end + 1:
            return Passage(sentence, before, after, study.start, study.end), study
    return None, None


def learned(rows: list[Mention], scale: Any) -> Any:
    """Weights of a conditional logit: the works of a mention share one chance, those meant have to get it."""
    table = np.vstack([row.rows for row in rows]) / scale
    meant = np.concatenate([row.meant for row in rows]).astype(float)
    sizes = [len(row.rows) for row in rows]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(rows)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        factors = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        chances = factors / np.add.reduceat(factors, starts)[of]
        right = np.add.reduceat(chances * meant, starts)
        slope = table.T @ (chances - chances * meant / right[of])
        return float(-np.log(right).sum() + PENALTY * weights @ weights / 2), slope + PENALTY * weights

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x / scale


def judged(rows: list[Mention], scale: Any) -> list[tuple[float, bool]]:
    """For each mention the chance of its likeliest work by weights that never saw its article; whether it is right."""
    told = []
    for fold in range(FOLDS):
        weights = learned([row for row in rows if row.fold != fold and row.meant.any()], scale)
        for row in rows:
            if row.fold == fold:
                factors = np.exp(row.rows @ weights - (row.rows @ weights).max())
                best = int(factors.argmax())
                told.append((float(factors[best] / factors.sum()), bool(row.meant[best])))
    return sorted(told, reverse=True)


def cut_of(told: list[tuple[float, bool]]) -> tuple[float, int, int]:
    """The lowest chance above which `RIGHT` of the links are right, how many these are, and how many of them right."""
    best = (1.0, 0, 0)
    right = 0
    for count, (chance, is_right) in enumerate(told, 1):
        right += is_right
        if right >= RIGHT * count:
            best = (chance, count, right)
    return best


def main(source: str) -> None:
    rows = list(mentions(Path(source)))
    scale = np.vstack([row.rows for row in rows]).std(0) + 1e-9
    cut, count, right = cut_of(judged(rows, scale))
    weights = learned([row for row in rows if row.meant.any()], scale)
    shown = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)}
    TARGET.write_text(json.dumps({"cut": round(cut, 3), "weights": shown}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} mentions; left out: {count} linked above {cut:.3f}, {right} of them right")  # noqa: T201


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
