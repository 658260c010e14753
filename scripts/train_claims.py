"""Rebuilds evidence/claims/claims.json, and beside the benchmark the weights that never saw a page of one site.

    python scripts/train_claims.py DATA [--public FOLDER]

DATA holds lay/ and lay2/ (labelled pages); borderline labels are taken as docs/labelling.md settles them. Pages of our
own are learned from as well: on health, of rare kinds of sentences, and on other subjects, where nothing is a claim.
Logistic regression over the features of `evidence.claims.features`. How strongly it is held back, and from which chance
on a sentence is a claim, is chosen by folds of sites inside what is learned from, so that no figure is chosen on the
page it is measured on; sentences written for the purpose choose nothing.
FOLDER holds more labelled pages in the form of lay/, with their sites (sites.json): weights that are learned from
them first are kept (scripts/benchmark/public_pages.json), and training begins from those where it is not given.
In the same run it learns which claims speak of benefit, harm or advice (scripts/train_benefit.py), and measures how
sure the engine's judgements are by these weights (evidence/claims/certainty.json, and without each site for the
benchmark). `--certainty-alone` does only that, with the weights as they stand.
Needs scikit-learn, which the application itself does not use. The same pages give the same weights.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import train_benefit  # noqa: E402
from benchmark import certainty, certainty_figures, certainty_folds, claim_folds, own_pages, public_pages  # noqa: E402
from benchmark import settled_labels as labels_of  # noqa: E402
from benchmark.claim_folds import FILE, digest  # noqa: E402
from benchmark.wording_folds import site_of  # noqa: E402

from evidence.claims import detection  # noqa: E402
from evidence.claims.annotation import Page, read  # noqa: E402
from evidence.claims.features import WORD, Features, features  # noqa: E402
from evidence.claims.weights import Weights, from_data, shipped  # noqa: E402
from evidence.language import vocabulary  # noqa: E402
from evidence.matching.hyperlinked_works import linked_works  # noqa: E402
from evidence.reading import documents  # noqa: E402
from evidence.selling import discovery  # noqa: E402
from evidence.sources.from_csl import sources_of  # noqa: E402

HELD_BACK = (0.05, 0.1, 0.2, 0.4)
"""Inverse strengths of the L2 penalty that are tried."""
HELD_BACK_OF_MANY = (0.2, 0.4, 0.8)
"""The same for pages that are learned from beforehand: where rows are many, less is held back."""

OFTEN_ENOUGH = 5
"""Sentences in which a feature has to stand."""

ON_SITES = 12
"""Real sites on which a word has to stand, so that it tells how people write and not what one page is about."""

ON_SITES_OF_MANY = 8
"""The same for pages that are learned from beforehand: where sites are many, fewer tell that a word belongs to none of
them, and words of health are learned too."""

RARE = 0.25
"""What a sentence written for the purpose counts beside one that somebody wrote for readers."""

INNER_FOLDS = 6
SMALLEST = 0.004
"""Weights below this are left out."""

AROUND = tuple(hundredths / 100 for hundredths in range(-6, 7, 2))
"""A threshold is judged with those around it, since a lucky one would not hold elsewhere."""

THRESHOLDS = tuple(hundredths / 100 for hundredths in range(30, 61, 2))


@dataclass(frozen=True, slots=True)
class Row:
    """`counts` is how much a sentence counts: 1 on real pages, less where it was written for the purpose; the
    threshold is chosen on those of `real` pages alone."""

    site: str
    claim: bool
    features: Features
    counts: float = 1.0
    real: bool = True


def rows_of(
    text: str, labels: Sequence[dict[str, Any]], site: str, counts: float = 1.0, *, real: bool = True
) -> Iterator[Row]:
    """The labelled sentences that weights decide on: prose of pages about health, and what was written as none."""
    document = documents.read(text)
    known = sources_of(document)
    known += linked_works(document, known)
    titles = [source.title for source in known if source.on_list]
    page = read(document, (), discovery.mentions(document), titles)
    if not page.health_page:
        if real:
            return
        page = as_on_health(page)
    found = features(page, *detection.proposed(page.readings))
    told: dict[int, bool] = {}
    for label in labels:
        best = max(document.sentences, key=lambda sentence: shared(sentence, label), default=None)
        if best is not None and shared(best, label) > (label["end"] - label["start"]) / 2:
            claim = labels_of.settled(labels_of.key_of(text[label["start"] : label["end"]]), label["claim"])
            told[best.index] = told.get(best.index, False) or claim
    for index, claim in sorted(told.items()):
        if not page.readings[index].place:
            yield Row(site, claim, found[index], counts, real)


def as_on_health(page: Page) -> Page:
    """A page as weights would see it that was let through to them."""
    return replace(
        page, health_page=True, readings=tuple(replace(reading, health_page=True) for reading in page.readings)
    )


def shared(sentence: Any, label: dict[str, Any]) -> int:
    return int(min(sentence.end, label["end"]) - max(sentence.start, label["start"]))


class Table:
    """All rows as numbers, built once, from which any part of the sites can be learned.

    `of_many` says that they come from so many sites that words of health do not tell what one of them is about.
    """

    def __init__(self, rows: Sequence[Row], *, of_many: bool = False) -> None:
        self._on_sites = ON_SITES_OF_MANY if of_many else ON_SITES
        seen = Counter(name for row in rows for name, value in row.features.items() if value)
        self.names = numpy.array(sorted(name for name, count in seen.items() if count >= OFTEN_ENOUGH))
        column = {name: number for number, name in enumerate(self.names)}
        cells = [
            (number, column[name], value)
            for number, row in enumerate(rows)
            for name, value in row.features.items()
            if value and name in column
        ]
        down, across, values = zip(*cells, strict=True)
        self.cells = csr_matrix((values, (down, across)), shape=(len(rows), len(self.names)))
        self.claims = numpy.array([row.claim for row in rows])
        self.counts = numpy.array([row.counts for row in rows])
        self.real = numpy.array([row.real for row in rows])
        self.sites = numpy.array([row.site for row in rows])
        self._is_word = numpy.array([name.startswith(WORD) for name in self.names])
        held = numpy.array([vocabulary.is_health(name.removeprefix(WORD)) for name in self.names])
        self._left_out = held & (not of_many)

    def fitted(self, kept: Any, held_back: float) -> Model:
        """What the rows teach that are `kept` (one truth value each)."""
        used = self.cells[kept] != 0
        often = numpy.asarray(used.sum(axis=0)).ravel() >= OFTEN_ENOUGH
        words = numpy.flatnonzero(often & self._is_word)
        _, site = numpy.unique(self.sites[kept & self.real], return_inverse=True)
        there = csr_matrix((numpy.ones(len(site)), (site, numpy.arange(len(site)))))
        there = there @ (self.cells[kept & self.real] != 0)[:, words]
        often[words] = (numpy.asarray((there > 0).sum(axis=0)).ravel() >= self._on_sites) & ~self._left_out[words]
        model = LogisticRegression(C=held_back, solver="liblinear", max_iter=2000, random_state=0)
        model.fit(self.cells[kept][:, often], self.claims[kept], sample_weight=self.counts[kept])
        weights = numpy.zeros(len(self.names))
        weights[often] = model.coef_[0]
        return Model(weights, float(model.intercept_[0]))

    def told(self, model: Model, asked: Any) -> list[tuple[float, bool]]:
        """The chance of each row that is `asked` for, with its label."""
        scores = self.cells[asked] @ model.weights + model.bias
        return list(zip(1 / (1 + numpy.exp(-scores)), self.claims[asked], strict=True))

    def learned(self, kept: Any, tried: Sequence[float] = HELD_BACK) -> Weights:
        """The weights that these rows teach, with the threshold that does best on sites among them left out."""
        held_back, threshold = self._chosen(kept, tried)
        model = self.fitted(kept, held_back)
        pairs = zip(self.names, model.weights, strict=True)
        named = {str(name): round(float(weight), 3) for name, weight in pairs if abs(weight) >= SMALLEST}
        return Weights(threshold, round(model.bias, 3), named)

    def _chosen(self, kept: Any, strengths: Sequence[float]) -> tuple[float, float]:
        """How strongly to hold back, and the threshold, that do best on sites left out in turn."""
        sites = sorted(set(self.sites[kept & self.real]))
        tried: dict[float, list[tuple[float, bool]]] = {held_back: [] for held_back in strengths}
        for fold in range(INNER_FOLDS):
            out = numpy.isin(self.sites, sites[fold::INNER_FOLDS]) & kept
            for held_back, told in tried.items():
                told.extend(self.told(self.fitted(kept & ~out, held_back), out & self.real))
        smooth = {
            (held_back, threshold): sum(f1(told, threshold + shift) for shift in AROUND)
            for held_back, told in tried.items()
            for threshold in THRESHOLDS
        }
        return max(smooth, key=lambda pair: (smooth[pair], pair))


@dataclass(frozen=True, slots=True)
class Model:
    """One weight for each name of the table."""

    weights: Any
    bias: float


def f1(told: Sequence[tuple[float, bool]], threshold: float) -> float:
    hits = sum(1 for chance, claim in told if claim and chance >= threshold)
    wrong = sum(1 for chance, claim in told if claim != (chance >= threshold))
    return 2 * hits / (2 * hits + wrong) if hits else 0.0


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


def written_for_the_purpose() -> Iterator[Row]:
    """Our own sentences of rare kinds, and our own pages on other subjects, on which nothing is a claim."""
    for path in own_pages.pages("rare_kinds"):
        text, labels = own_pages.labelled(path)
        yield from rows_of(text, labels, f"own {path.stem}", RARE, real=False)
    for path in [*own_pages.pages("not_health"), *own_pages.pages("strong_words")]:
        text = path.read_text("utf-8")
        sentences = [{"start": one.start, "end": one.end, "claim": False} for one in documents.read(text).sentences]
        yield from rows_of(text, sentences, f"own {path.stem}", real=False)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Learn which sentences of pages on health are claims.")
    parser.add_argument("data", type=Path, help="the folder that holds lay/ and lay2/, the labelled pages")
    parser.add_argument("--public", type=Path, help="a folder of more labelled pages, to be learned from beforehand")
    parser.add_argument("--certainty-alone", action="store_true", help="measure certainties; learn no weights")
    options = parser.parse_args(argv)
    folder = options.data
    if not any((folder / "lay").glob("*.gold.json")):
        parser.error("The folder holds no labelled pages in lay/.")
    if options.public:
        learn_beforehand(options.public)
    if not options.certainty_alone:
        learn_weights(folder)
        train_benefit.main([str(folder), *(["--public", str(options.public)] if options.public else [])])
    learn_certainty(folder)
    return 0


def learn_beforehand(folder: Path) -> None:
    """Keeps what pages teach that are neither measured on nor shipped."""
    sites = json.loads((folder / "sites.json").read_text("utf-8"))
    rows: list[Row] = []
    pages = sorted(folder.glob("*.gold.json"))
    for gold in pages:
        name = gold.name.removesuffix(".gold.json")
        rows += rows_of(
            gold.with_name(f"{name}.txt").read_text("utf-8"), json.loads(gold.read_text("utf-8")), sites[name]
        )
    found = len(rows), sum(row.claim for row in rows)
    rows += list(written_for_the_purpose())
    weights = Table(rows, of_many=True).learned(numpy.ones(len(rows), bool), HELD_BACK_OF_MANY)
    data = public_pages.as_data(weights, len(pages), *found)
    public_pages.FILE.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


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
    rows += list(written_for_the_purpose())
    beforehand = public_pages.taught()
    rows = [replace(row, features=public_pages.asked(row.features, beforehand)) for row in rows]
    table = Table(rows)

    def learned(kept: Any) -> Weights:
        return public_pages.shared_out(table.learned(kept), beforehand)

    whole = learned(numpy.ones(len(rows), bool))
    (ROOT / "evidence" / "claims" / "claims.json").write_text(
        json.dumps(as_data(whole), ensure_ascii=False, sort_keys=True, indent=0) + "\n", "utf-8"
    )
    folds = {site: as_data(learned(table.sites != site)) for site in sorted(set(seen.values()))}
    data = json.dumps({"pages": seen, "folds": folds}, ensure_ascii=False, sort_keys=True)
    FILE.write_bytes(gzip.compress(data.encode(), mtime=0))
    told = [(from_data(folds[row.site]), row) for row in rows if row.real]
    hits = sum(1 for weights, row in told if row.claim and weights.chance(row.features) >= weights.threshold)
    wrong = sum(1 for weights, row in told if row.claim != (weights.chance(row.features) >= weights.threshold))
    real = sum(1 for row in rows if row.real)
    print(f"{real} sentences and {len(rows) - real} written for the purpose")  # noqa: T201
    print(f"{len(whole.features)} weights, threshold {whole.threshold}")  # noqa: T201
    print(f"F1 of weights that never saw the site: {2 * hits / (2 * hits + wrong):.3f}")  # noqa: T201
    shipped.cache_clear()
    claim_folds.forget()


if __name__ == "__main__":
    sys.exit(main())
