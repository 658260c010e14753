"""Learns evidence/selling/selling.json from our own sentences about invented products.

    python scripts/train_product_claims.py [DATA]

DATA is taken for the sake of `make train` and not read: the sentences are those of
scripts/benchmark/product_sentences.jsonl, and all brands but those of the splits "test", "fresh-3", "fresh-9" and
"fresh-13" are learned from.
Chances are tied to what was right on brands left out, ten folds.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.product_pages import Row, rows  # noqa: E402

from evidence.selling.described import without_descriptions  # noqa: E402
from evidence.selling.passage import Passage  # noqa: E402
from evidence.selling.scoring import features  # noqa: E402
from evidence.selling.statements import masked  # noqa: E402

OUT = ROOT / "evidence" / "selling" / "selling.json"
_FEWEST = 2
_PENALTY = 10.0
_FOLDS = 10


_NAMED = frozenset({"disease", "symptom", "drug", "drugclass", "therapy", "germ", "measure"})


def passage(row: Row) -> Passage:
    return Passage(without_descriptions(masked(row.text.replace("{B}", row.brand), [row.brand])))


def names_an_ill(row: Row) -> bool:
    """Whether a sentence that claims an effect on a disease, or nothing, names something of the kind."""
    told = passage(row)
    return row.label in ("disease", "trap", "plain") and bool(told.ills or told.of_kind(*_NAMED))


def matrix(found: list[list[str]], names: list[str]) -> Any:
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    for row, of in enumerate(found):
        for name in of:
            if name in place:
                table[row, place[name]] = 1 / max(1, len(of)) ** 0.5
    return table


def learned(found: list[list[str]], wanted: list[bool]) -> tuple[Any, list[str]]:
    counts = Counter(name for of in found for name in of)
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    model = LogisticRegression(C=_PENALTY, max_iter=2000, class_weight="balanced")
    model.fit(matrix(found, names), wanted)
    return model, names


def steps_of(scores: list[float], wanted: list[bool]) -> list[tuple[float, float]]:
    """Scores and the share that was right at and above each, as steps of 0.02."""
    fitted = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(scores, wanted)
    grid = sorted({round(score, 1) for score in scores})
    steps: list[tuple[float, float]] = []
    for limit in grid:
        chance = round(float(fitted.predict([limit])[0]), 2)
        if not steps or chance > steps[-1][1]:
            steps.append((limit, chance))
    return steps


def scorer(name: str, found: list[list[str]], wanted: list[bool], brands: list[str]) -> dict[str, Any]:
    order = sorted(set(brands))
    fold = {brand: number % _FOLDS for number, brand in enumerate(order)}
    scores = [0.0] * len(found)
    for number in range(_FOLDS):
        rest = [row for row in range(len(found)) if fold[brands[row]] != number]
        out = [row for row in range(len(found)) if fold[brands[row]] == number]
        model, names = learned([found[row] for row in rest], [wanted[row] for row in rest])
        for row, score in zip(out, model.decision_function(matrix([found[row] for row in out], names)), strict=True):
            scores[row] = float(score)
    hits = sum(1 for score, want in zip(scores, wanted, strict=True) if (score > 0) == want)
    print(f"{name}: {hits / len(wanted):.3f} right on brands left out, of {len(wanted):,}")  # noqa: T201
    for limit in (-1.5, -1.0, 2.0):
        lost = [want for score, want in zip(scores, wanted, strict=True) if score < limit]
        of_yes, of_no = sum(lost) / sum(wanted), (len(lost) - sum(lost)) / (len(wanted) - sum(wanted))
        print(f"  below {limit}: {of_yes:.3f} of what claims, {of_no:.3f} of what does not")  # noqa: T201
    model, names = learned(found, wanted)
    weights = {feature: round(float(weight), 2) for feature, weight in zip(names, model.coef_[0], strict=True)}
    kept = {feature: weight for feature, weight in sorted(weights.items()) if abs(weight) >= 0.1}
    return {"bias": round(float(model.intercept_[0]), 3), "features": kept, "steps": steps_of(scores, wanted)}


def main() -> int:
    taken = [row for row in rows() if row.split not in ("test", "fresh-3", "fresh-9", "fresh-13")]
    ill = [row for row in taken if names_an_ill(row)]
    found, brands = [features(passage(row)) for row in taken], [row.brand for row in taken]
    of_ill, brands_of_ill = [features(passage(row)) for row in ill], [row.brand for row in ill]
    data = {
        "claims": scorer("claims", found, [row.claims for row in taken], brands),
        "disease": scorer("disease", found, [row.label == "disease" for row in taken], brands),
        "against": scorer("against", of_ill, [row.label == "disease" for row in ill], brands_of_ill),
    }
    OUT.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
