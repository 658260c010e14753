"""Rebuilds evidence/claims/benefit.json: which claims speak of benefit, harm or advice where no rule says so.

    python scripts/train_benefit.py DATA [--public FOLDER]

Part of scripts/train_claims.py, which calls it; alone it leaves the weights on claims as they are. DATA holds lay/ and
lay2/, whose labels name the kinds of each claim; FOLDER more pages in that form, with `benefit` in place of the kinds
(true, false, or null where its reader could not say), from which training begins as it does for claims. The strength
of the penalty is chosen by folds of sites; the cut is one half. Weights that leave out one site each are kept with
those on claims, for the benchmark.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark import claim_folds, public_pages  # noqa: E402
from benchmark.wording_folds import site_of  # noqa: E402

from evidence.claims import benefit_and_advice, detection, kind_rules, weights  # noqa: E402
from evidence.claims.annotation import read  # noqa: E402
from evidence.claims.benefit_chance import around, features, signs_of  # noqa: E402
from evidence.claims.decision import Settled, decide  # noqa: E402
from evidence.claims.weights import Weights  # noqa: E402
from evidence.matching.hyperlinked_works import linked_works  # noqa: E402
from evidence.reading import documents  # noqa: E402
from evidence.selling import discovery  # noqa: E402
from evidence.sources.from_csl import sources_of  # noqa: E402
from evidence.values import CLAIM_KINDS  # noqa: E402

TARGET = ROOT / "evidence" / "claims" / "benefit.json"
KINDS = frozenset({"efficacy", "safety", "advice", "clinical-management", "management"})
"""What the labels call the claims that A3.5 lets block."""

CUT = 0.5
"""A claim is told as of benefit, harm or advice where it is likelier one than none: no page chooses this."""

ON_SITES = 12
ON_SITES_OF_MANY = 5
"""Sites on which a word has to stand; fewer do where there are many pages."""
AROUND = ("itself", "near", "before", "after", "section")
"""What `benefit_chance.around` tells."""
HELD_BACK = (0.05, 0.1, 0.2, 0.4)
FOLDS = 8
SMALLEST = 0.004


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled claim: of which site, page and section, whether it speaks of benefit, harm or advice, and whether
    rules say so. Rows of a page stand in order."""

    site: str
    page: str
    section: str
    benefit: bool
    by_rule: bool
    features: dict[str, float]


def rows_of(text: str, labels: Sequence[dict[str, Any]], site: str, name: str) -> Iterator[Row]:
    """The labelled claims of a page, with what is known of each in use."""
    document = documents.read(text)
    known = sources_of(document)
    known += linked_works(document, known)
    titles = [source.title for source in known if source.on_list]
    page = read(document, (), discovery.mentions(document), titles)
    kinds, cued = detection.proposed(page.readings)
    settled = [
        _as_claim(one, reading)
        for one, reading in zip(decide(page, kinds, cued, weights.shipped()), page.readings, strict=True)
    ]
    settled = benefit_and_advice.told(page.readings, settled)
    signs = dict(signs_of(page.readings, settled, cued))
    for label in labels:
        benefit = label.get("benefit", not KINDS.isdisjoint(label.get("kinds", ())))
        if not label["claim"] or benefit is None:
            continue
        best = max(document.sentences, key=lambda sentence: _shared(sentence, label), default=None)
        if best is None or _shared(best, label) <= (label["end"] - label["start"]) / 2 or best.index not in signs:
            continue
        row = features(page.readings[best.index], signs[best.index])
        yield Row(site, name, page.readings[best.index].heading, bool(benefit), bool(row["by rule"]), row)


def _as_claim(settled: Settled, reading: Any) -> Settled:
    """A labelled claim as it looks where the weights take it for one."""
    if not CLAIM_KINDS.isdisjoint(settled[0]) or reading.place:
        return settled
    found = kind_rules.claim_kinds(reading, reading.mention, about=True) or (detection.Kind.DESCRIPTIVE,)
    return found, *settled[1:]


def _shared(sentence: Any, label: dict[str, Any]) -> int:
    return int(min(sentence.end, label["end"]) - max(sentence.start, label["start"]))


class Table:
    """All rows as numbers, built once, from which any part of the sites can be learned."""

    def __init__(self, rows: Sequence[Row], on_sites: int = ON_SITES) -> None:
        sites: dict[str, set[str]] = {}
        for row in rows:
            for name, value in row.features.items():
                if value:
                    sites.setdefault(name, set()).add(row.site)
        self.names = sorted(name for name, seen in sites.items() if len(seen) >= on_sites)
        column = {name: number for number, name in enumerate(self.names)}
        cells = [
            (number, column[name], value)
            for number, row in enumerate(rows)
            for name, value in row.features.items()
            if value and name in column
        ]
        down, across, values = zip(*cells, strict=True)
        self.cells = csr_matrix((values, (down, across)), shape=(len(rows), len(self.names)))
        self.benefit = numpy.array([row.benefit for row in rows])
        self.by_rule = numpy.array([row.by_rule for row in rows])
        self.sites = numpy.array([row.site for row in rows])
        self.sections: dict[str, list[tuple[int, str]]] = {}
        for number, row in enumerate(rows):
            self.sections.setdefault(row.page, []).append((number, row.section))

    def learned(self, kept: Any) -> Weights:
        """What the rows teach that are `kept`, held back as is best on sites among them left out."""
        held_back = min(HELD_BACK, key=lambda tried: self._surprise(kept, tried))
        model = self._fitted(kept, held_back)
        pairs = zip(self.names, model.coef_[0], strict=True)
        named = {name: round(float(weight), 3) for name, weight in pairs if abs(weight) >= SMALLEST}
        return Weights(CUT, round(float(model.intercept_[0]), 3), named)

    def learned_around(self) -> Weights:
        """How much a judgement and those around it weigh, by chances that never saw the site."""
        held_back = min(HELD_BACK, key=lambda tried: self._surprise(self.sites != "", tried))
        chances, _, _ = self.left_out(self.sites != "", held_back)
        odds = numpy.log(chances / (1 - chances))
        cells = numpy.zeros((len(odds), len(AROUND)))
        for page in self.sections.values():
            numbers = [number for number, _ in page]
            for number, row in zip(numbers, around(odds[numbers].tolist(), [name for _, name in page]), strict=True):
                cells[number] = [row[name] for name in AROUND]
        model = LogisticRegression(C=1.0).fit(cells, self.benefit)
        weights = {name: round(float(weight), 3) for name, weight in zip(AROUND, model.coef_[0], strict=True)}
        return Weights(CUT, round(float(model.intercept_[0]), 3), weights)

    def _fitted(self, kept: Any, held_back: float) -> Any:
        model = LogisticRegression(C=held_back, solver="liblinear", max_iter=2000, random_state=0)
        return model.fit(self.cells[kept], self.benefit[kept])

    def left_out(self, kept: Any, held_back: float) -> tuple[Any, Any, Any]:
        """The chances of the rows that no rule tells of, their labels, and whether a rule tells of each, sites out."""
        sites = sorted(set(self.sites[kept]))
        chances = numpy.zeros(len(self.sites))
        for fold in range(FOLDS):
            out = numpy.isin(self.sites, sites[fold::FOLDS]) & kept
            chances[out] = self._fitted(kept & ~out, held_back).predict_proba(self.cells[out])[:, 1]
        return chances[kept], self.benefit[kept], self.by_rule[kept]

    def _surprise(self, kept: Any, held_back: float) -> float:
        """The mean loss (log) on claims of sites left out that no rule tells of."""
        chances, benefit, by_rule = self.left_out(kept, held_back)
        right = numpy.where(benefit, chances, 1 - chances)[~by_rule]
        return float(-numpy.log(right).mean())


def learn_beforehand(folder: Path) -> None:
    """Keeps what pages teach that are neither measured on nor shipped."""
    sites = json.loads((folder / "sites.json").read_text("utf-8"))
    rows: list[Row] = []
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        text = gold.with_name(f"{name}.txt").read_text("utf-8")
        rows += rows_of(text, json.loads(gold.read_text("utf-8")), sites[name], name)
    table = Table(rows, ON_SITES_OF_MANY)
    learned = replace(table.learned(numpy.ones(len(rows), bool)), around=table.learned_around())
    public_pages.keep_benefit(learned, len(rows), sum(row.benefit for row in rows))


def learn(folder: Path) -> None:
    """Writes the weights of all pages, and those without each site."""
    rows: list[Row] = []
    for gold in sorted([*(folder / "lay").glob("*.gold.json"), *(folder / "lay2").glob("*.gold.json")]):
        text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text("utf-8")
        rows += rows_of(text, json.loads(gold.read_text("utf-8")), site_of(gold.name), gold.name)
    beforehand = public_pages.taught_of_benefit()
    rows = [replace(row, features=public_pages.asked(row.features, beforehand)) for row in rows]
    table = Table(rows)
    everything = numpy.ones(len(rows), bool)
    whole = public_pages.shared_out(table.learned(everything), beforehand)
    TARGET.write_text(json.dumps(as_data(whole), ensure_ascii=False, sort_keys=True, indent=0) + "\n", "utf-8")
    data = json.loads(gzip.decompress(claim_folds.FILE.read_bytes()))
    for site, fold in data["folds"].items():
        without = table.learned(table.sites != site) if site in table.sites else None
        fold["benefit"] = as_data(public_pages.shared_out(without, beforehand) if without else whole)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    claim_folds.FILE.write_bytes(gzip.compress(text.encode(), mtime=0))
    weights.shipped.cache_clear()
    claim_folds.forget()
    print(f"{len(rows)} claims, {sum(row.benefit for row in rows)} of benefit, harm or advice")  # noqa: T201
    print(f"{len(whole.features)} weights; {_told(*table.left_out(everything, HELD_BACK[1]))}")  # noqa: T201


def _told(chances: Any, benefit: Any, by_rule: Any) -> str:
    """How much is found on sites left out, and how much of what is told is right, by rules and weights together."""
    told = by_rule | (chances >= CUT)
    right = float((told & benefit).sum())
    return f"on sites left out {right / benefit.sum():.2f} found, {right / told.sum():.2f} right"


def as_data(learned: Weights) -> dict[str, Any]:
    data = {"threshold": learned.threshold, "bias": learned.bias, "features": dict(learned.features)}
    return {**data, "around": as_data(learned.around)} if learned.around else data


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Learn which claims speak of benefit, harm or advice.")
    parser.add_argument("data", type=Path, help="the folder that holds lay/ and lay2/, the labelled pages")
    parser.add_argument("--public", type=Path, help="a folder of more labelled pages, to be learned from beforehand")
    options = parser.parse_args(argv)
    if options.public:
        learn_beforehand(options.public)
    learn(options.data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
