"""Learns evidence/selling/selling.json from our own sentences about invented products.

    python scripts/train_product_claims.py [DATA] [--without SPLIT...]

DATA is taken for the sake of `make train` and not read: the sentences are those of
scripts/benchmark/product_sentences.jsonl, less those set apart and those named, and those the rules are tested on.
What is printed is counted on lists left out: each list in turn is scored by weights learned from all others, and by
what the rules said of it when they first met it. Chances are tied to the same scores.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.product_pages import Row, rows  # noqa: E402

from evidence.selling.described import without_descriptions  # noqa: E402
from evidence.selling.scoring import Seen, seen  # noqa: E402
from evidence.selling.statements import heard, masked  # noqa: E402

OUT = ROOT / "evidence" / "selling" / "selling.json"
TRIED = ROOT / "tests" / "evidence" / "selling"
APART = ("test", "apart")
"""Lists that are only counted."""
_FEWEST = 2
_PENALTY = 60.0
_SIGN = 0.5
_LISTS = 8
"""Lists that the brands which rules were made on are dealt into, to be left out in turn."""
_LEAST = 0.15
"""Weights smaller than this are not kept."""
_ASKED = {
    "claims": lambda row: row.claims,
    "disease": lambda row: row.label == "disease",
    "safety": lambda row: row.label == "safety",
}


@dataclass(frozen=True)
class Known:
    """A sentence to learn from: what is seen of it, the list it belongs to, and whether rules had met that list."""

    row: Row
    seen: Seen
    of: str
    met: bool


def known(left_out: list[str]) -> list[Known]:
    found = [row for row in rows() if row.split not in (*APART, *left_out)]
    brands = {brand: number for number, brand in enumerate(sorted({row.brand for row in found}))}
    taken = [(row, row.split if row.split != "dev" else f"dev {brands[row.brand] % _LISTS}") for row in found]
    taken += [(row, row.split) for row in tried()]
    return [_known(row, of) for row, of in taken]


def _known(row: Row, of: str) -> Known:
    text = without_descriptions(masked(row.text.replace("{B}", row.brand), [row.brand]))
    ruled = row.first.split(",") if row.first else ()
    return Known(row, seen(heard(text), ruled), of, not row.first)


def tried() -> Iterator[Row]:
    """The sentences that the tests of the rules hold, as rows."""
    for line in (TRIED / "told_apart.txt").read_text("utf-8").splitlines():
        label, text = line.split(" | ", 1)
        yield Row("Brandol", "supplement", "capsules", "told apart", label, text)
    for name, label in (("described_plainly", "plain"), ("described_with_a_claim", "benefit")):
        for text in (TRIED / f"{name}.txt").read_text("utf-8").splitlines():
            yield Row("Brandol", "supplement", "capsules", "described", label, text)


def matrix(found: list[Known], names: dict[str, int]) -> Any:
    cells: list[tuple[float, int, int]] = []
    for number, one in enumerate(found):
        share = 1 / max(1, len(one.seen.words)) ** 0.5
        cells += [(share, number, names[name]) for name in one.seen.words if name in names]
        cells += [(_SIGN, number, names[name]) for name in one.seen.signs if name in names]
    values, places, columns = zip(*cells, strict=True)
    return csr_matrix((values, (places, columns)), shape=(len(found), len(names)))


def fitted(table: Any, wanted: list[bool]) -> LogisticRegression:
    model = LogisticRegression(C=_PENALTY, max_iter=300, class_weight="balanced", solver="liblinear")
    return model.fit(table, wanted)


def left_out_scores(table: Any, wanted: list[bool], lists: list[str]) -> list[float]:
    scores = [0.0] * len(wanted)
    for one in sorted(set(lists)):
        out = [number for number, of in enumerate(lists) if of == one]
        rest = [number for number, of in enumerate(lists) if of != one]
        model = fitted(table[rest], [wanted[number] for number in rest])
        for number, score in zip(out, model.decision_function(table[out]), strict=True):
            scores[number] = float(score)
    return scores


def steps_of(scores: list[float], wanted: list[bool]) -> list[tuple[float, float]]:
    """Scores and the share that was right at and above each, as steps of 0.02."""
    line = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(scores, wanted)
    steps: list[tuple[float, float]] = []
    for limit in sorted({round(score, 1) for score in scores}):
        chance = round(float(line.predict([limit])[0]), 2)
        if not steps or chance > steps[-1][1]:
            steps.append((limit, chance))
    return steps


def tell(name: str, scores: list[float], wanted: list[bool]) -> None:
    for limit in (-0.5, 0.0, 0.5, 1.0):
        found = [score >= limit for score in scores]
        hits = sum(one and want for one, want in zip(found, wanted, strict=True))
        recall, precision = hits / sum(wanted), hits / max(1, sum(found))
        print(f"{name} at {limit}: recall {recall:.3f}, precision {precision:.3f}, of {sum(wanted)}")  # noqa: T201


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    reader.add_argument("data", nargs="?")
    reader.add_argument("--without", nargs="*", default=[])
    asked = reader.parse_args()
    found = known(asked.without)
    counts = Counter(name for one in found for name in (*one.seen.words, *one.seen.signs))
    names = {
        name: place for place, name in enumerate(sorted(name for name, count in counts.items() if count >= _FEWEST))
    }
    table = matrix(found, names)
    unmet = [number for number, one in enumerate(found) if not one.met]
    data: dict[str, Any] = {}
    for question, is_so in _ASKED.items():
        wanted = [is_so(one.row) for one in found]
        scores = left_out_scores(table, wanted, [one.of for one in found])
        of_unmet = [scores[number] for number in unmet], [wanted[number] for number in unmet]
        tell(question, *of_unmet)
        model = fitted(table, wanted)
        weights = {
            name: round(float(model.coef_[0][place]) * (_SIGN if counts_in_full(name) else 1), 2)
            for name, place in names.items()
        }
        kept = {name: weight for name, weight in weights.items() if abs(weight) >= _LEAST}
        data[question] = {
            "bias": round(float(model.intercept_[0]), 3),
            "features": kept,
            "steps": steps_of(*of_unmet),
        }
    OUT.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def counts_in_full(name: str) -> bool:
    return name.startswith(("rule ", "kind ")) or name == "ills"


if __name__ == "__main__":
    sys.exit(main())
