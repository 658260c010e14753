"""Rebuilds evidence/claims/claims.json, and beside the benchmark the weights that never saw a page of one site.

    python scripts/train_claims.py DATA

DATA holds lay/ and lay2/ (labelled pages); six labelled pages of our own are learned from as well. Logistic regression
over the features of `evidence.claims.features`. How strongly it is held back, and from which chance on a sentence is a
claim, is chosen by ten folds of sites inside what is learned from, so that no figure is chosen on the page it is
measured on.
In the same run it measures how sure the engine's judgements are by these weights (evidence/claims/certainty.json, and
without each site for the benchmark). `--certainty-alone` does only that, with the weights as they stand.
Needs scikit-learn, which the application itself does not use. The same pages give the same weights.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark import certainty, certainty_figures, certainty_folds, claim_folds, own_pages  # noqa: E402
from benchmark.claim_folds import FILE, digest  # noqa: E402
from benchmark.wording_folds import site_of  # noqa: E402

from evidence.claims import detection  # noqa: E402
from evidence.claims.annotation import read  # noqa: E402
from evidence.claims.features import Features, features  # noqa: E402
from evidence.claims.weights import Weights, from_data, shipped  # noqa: E402
from evidence.matching.hyperlinked_works import linked_works  # noqa: E402
from evidence.reading import documents  # noqa: E402
from evidence.selling import discovery  # noqa: E402
from evidence.sources.from_csl import sources_of  # noqa: E402

HELD_BACK = (0.05, 0.1, 0.2)
"""Inverse strengths of the L2 penalty that are tried."""

OFTEN_ENOUGH = 5
"""Sentences in which a feature has to stand."""

INNER_FOLDS = 10
SMALLEST = 0.004
"""Weights below this are left out."""

AROUND = tuple(hundredths / 100 for hundredths in range(-6, 7, 2))
"""A threshold is judged with those around it, since a lucky one would not hold elsewhere."""

THRESHOLDS = tuple(hundredths / 100 for hundredths in range(30, 61, 2))


@dataclass(frozen=True, slots=True)
class Row:
    site: str
    claim: bool
    features: Features


def rows_of(text: str, labels: Sequence[dict[str, Any]], site: str) -> Iterator[Row]:
    """The labelled sentences that weights decide on: prose of pages about health."""
    document = documents.read(text)
    known = sources_of(document)
    known += linked_works(document, known)
    titles = [source.title for source in known if source.on_list]
    page = read(document, (), discovery.mentions(document), titles)
    if not page.health_page:
        return
    found = features(page, *detection.proposed(page.readings))
    told: dict[int, bool] = {}
    for label in labels:
        best = max(document.sentences, key=lambda sentence: shared(sentence, label), default=None)
        if best is not None and shared(best, label) > (label["end"] - label["start"]) / 2:
            told[best.index] = told.get(best.index, False) or label["claim"]
    for index, claim in sorted(told.items()):
        if not page.readings[index].place:
            yield Row(site, claim, found[index])


def shared(sentence: Any, label: dict[str, Any]) -> int:
    return int(min(sentence.end, label["end"]) - max(sentence.start, label["start"]))


def fitted(rows: Sequence[Row], held_back: float, threshold: float = 0.5) -> Weights:
    """The weights that these rows teach."""
    seen = Counter(name for row in rows for name, value in row.features.items() if value)
    names = sorted(name for name, count in seen.items() if count >= OFTEN_ENOUGH)
    column = {name: number for number, name in enumerate(names)}
    values: list[float] = []
    places: list[int] = []
    ends = [0]
    for row in rows:
        for name, value in row.features.items():
            if value and name in column:
                places.append(column[name])
                values.append(value)
        ends.append(len(places))
    table = csr_matrix(
        (numpy.array(values), numpy.array(places, "int32"), numpy.array(ends, "int32")), shape=(len(rows), len(names))
    )
    model = LogisticRegression(C=held_back, solver="liblinear", max_iter=2000, random_state=0)
    model.fit(table, numpy.array([row.claim for row in rows]))
    learned = {
        name: round(float(weight), 3)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= SMALLEST
    }
    return Weights(threshold, round(float(model.intercept_[0]), 3), learned)


def chosen(rows: Sequence[Row]) -> tuple[float, float]:
    """How strongly to hold back, and the threshold, that do best on sites left out in turn."""
    sites = sorted({row.site for row in rows})
    tried: dict[float, list[tuple[float, bool]]] = {held_back: [] for held_back in HELD_BACK}
    for fold in range(INNER_FOLDS):
        out = set(sites[fold::INNER_FOLDS])
        kept = [row for row in rows if row.site not in out]
        for held_back, told in tried.items():
            weights = fitted(kept, held_back)
            told.extend((weights.chance(row.features), row.claim) for row in rows if row.site in out)
    smooth = {
        (held_back, threshold): sum(f1(told, threshold + shift) for shift in AROUND)
        for held_back, told in tried.items()
        for threshold in THRESHOLDS
    }
    return max(smooth, key=lambda pair: (smooth[pair], pair))


def f1(told: Sequence[tuple[float, bool]], threshold: float) -> float:
    hits = sum(1 for chance, claim in told if claim and chance >= threshold)
    wrong = sum(1 for chance, claim in told if claim != (chance >= threshold))
    return 2 * hits / (2 * hits + wrong) if hits else 0.0


def learned(rows: Sequence[Row]) -> Weights:
    held_back, threshold = chosen(rows)
    return fitted(rows, held_back, threshold)


def as_data(weights: Weights) -> dict[str, Any]:
    return {"threshold": weights.threshold, "bias": weights.bias, "features": dict(weights.features)}


CERTAINTY = ROOT / "evidence" / "claims" / "certainty.json"


def learn_certainty(folder: Path) -> None:
    """Measures how sure judgements are by the weights as they stand now, on all pages and without each site."""
    constants = certainty_figures.constants(folder)
    rows = certainty.judged(folder, date(2026, 11, 28))
    whole = certainty.learned(rows, constants)
    CERTAINTY.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", "utf-8")
    sites = sorted({row.site for row in rows})
    kinds = (whole["kind"],)
    certainty_folds.write(
        {site: certainty.learned([row for row in rows if row.site != site], constants, kinds) for site in sites}
    )
    print(f"{len(rows)} judged sentences; sure from {whole['sure']}, likely from {whole['likely']}")  # noqa: T201


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Learn which sentences of pages on health are claims.")
    parser.add_argument("data", type=Path, help="the folder that holds lay/ and lay2/, the labelled pages")
    parser.add_argument("--certainty-alone", action="store_true", help="measure certainties; learn no weights")
    options = parser.parse_args(argv)
    folder = options.data
    if not any((folder / "lay").glob("*.gold.json")):
        parser.error("The folder holds no labelled pages in lay/.")
    if not options.certainty_alone:
        learn_weights(folder)
    learn_certainty(folder)
    return 0


def learn_weights(folder: Path) -> None:
    """Writes the weights of all pages, and those without each site."""
    rows: list[Row] = []
    seen: dict[str, str] = {}
    for gold in sorted([*(folder / "lay").glob("*.gold.json"), *(folder / "lay2").glob("*.gold.json")]):
        text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text("utf-8")
        seen[digest(text)] = site_of(gold.name)
        rows.extend(rows_of(text, json.loads(gold.read_text("utf-8")), site_of(gold.name)))
    for path in own_pages.pages("health_learned"):
        text, labels = own_pages.labelled(path)
        seen[digest(text)] = f"own {path.stem}"
        rows.extend(rows_of(text, labels, f"own {path.stem}"))
    whole = learned(rows)
    (ROOT / "evidence" / "claims" / "claims.json").write_text(
        json.dumps(as_data(whole), ensure_ascii=False, sort_keys=True, indent=0) + "\n", "utf-8"
    )
    folds = {site: as_data(learned([row for row in rows if row.site != site])) for site in sorted(set(seen.values()))}
    data = json.dumps({"pages": seen, "folds": folds}, ensure_ascii=False, sort_keys=True)
    FILE.write_bytes(gzip.compress(data.encode(), mtime=0))
    told = [(from_data(folds[row.site]), row) for row in rows]
    hits = sum(1 for weights, row in told if row.claim and weights.chance(row.features) >= weights.threshold)
    wrong = sum(1 for weights, row in told if row.claim != (weights.chance(row.features) >= weights.threshold))
    print(f"{len(rows)} sentences, {len(whole.features)} weights, threshold {whole.threshold}")  # noqa: T201
    print(f"F1 of weights that never saw the site: {2 * hits / (2 * hits + wrong):.3f}")  # noqa: T201
    shipped.cache_clear()
    claim_folds.forget()


if __name__ == "__main__":
    sys.exit(main())
