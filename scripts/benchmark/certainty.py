"""How sure the engine's judgements are: measured on labelled pages, each judged by weights that never saw its site.

`learned` makes the numbers of evidence/claims/certainty.json, and of certainty_folds.json.gz without one site each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import benchmark.claim_folds as claim_folds
from benchmark import lay_pages, raw_pages
from benchmark.wording_folds import site_of
from evidence import pipeline
from evidence.claims.certainty import DEFAULTS, Curve, Scale, from_data
from evidence.claims.empty_lines import DOUBTED
from evidence.flags.findings import NEAREST
from evidence.reading import documents
from evidence.values import MAY_BLOCK, Assessed, How

SURE, LIKELY = 0.905, 0.715
"""How often a band as a whole has to be right (standards.md A3.5a: 0.9 and 0.7), with a little over [house].

The lower band gets more of it, because it is smaller and its share moves more from page to page.
"""

STOPS = 0.92
"""How often what may block has to be right (asked of blockers, where A3.5a asks 0.9 of all that is sure): on public
pages that nothing had seen blockers were right in 0.84 where sites left out promised 0.905."""

INNER_FOLDS = 5
KINDS = ("platt", "isotonic")
"""The curves that are tried: a straight line through the log odds, and the best rising steps."""
WORTH_STEPS = 0.0005
"""What the mean squared error has to gain by steps, so that a tie does not move every cut [house]."""
PRIOR = 20
"""Rows by which a small group is drawn to the figure of all groups of its kind [house]."""

PLAIN = Scale(Curve(), {}, 1.0, 0.0)
"""By which pages are judged before anything is measured: nothing that is measured hangs on it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled sentence beside one that the engine read. `whole` says that the page shows all of its sources."""

    site: str
    claim: bool
    cited: bool
    found: Assessed
    near: str
    whole: bool
    tied: bool

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(flag.code for flag in self.found.flags)


def judged(data: Path, today: date) -> list[Judged]:
    """All labelled sentences, of the raw file of a page where there is one, else of its text."""
    return [row for gold in _labelled(data) for row in _of_page(data, gold, today)]


def _labelled(data: Path) -> list[Path]:
    return sorted([*(data / "lay").glob("*.gold.json"), *(data / "lay2").glob("*.gold.json")])


def _of_page(data: Path, gold: Path, today: date) -> Iterator[Judged]:
    site = site_of(gold.name)
    raw = data / "lay2" / "raw-gold" / gold.name.replace(".gold", "")
    if gold.parent.name == "lay2" and raw.exists():
        assessment, rows = raw_pages.judged(raw, data / "lay2", today, PLAIN)
        near = Nearness(assessment)
        for row in rows:
            for found in row.found:
                yield Judged(site, row.claim, row.cited, found, near.of(found), True, True)
        return
    text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_text("utf-8")
    weights = claim_folds.unseen_weights(text)
    assessment = pipeline.assess(documents.read(text), today=today, weights=weights, scale=PLAIN)
    near = Nearness(assessment)
    for label, one in lay_pages.matched(assessment, gold):
        if one is not None:
            tied = gold.parent.name == "lay" and not lay_pages.left_out(gold.name, label)
            yield Judged(site, bool(label["claim"]), bool(label["cited"]), one, near.of(one), False, tied)


class Nearness:
    """How near sources stand to the sentences of a page, by the words of the engine."""

    def __init__(self, assessment: Any) -> None:
        document = assessment.document
        self._none = not assessment.sources and not document.markers
        self._sourced = {row.sentence.paragraph for row in assessment.sentences if row.links}
        self._sourced |= {document.sentences[marker.sentence].paragraph for marker in document.markers}

    def of(self, row: Assessed) -> str:
        paragraph = row.sentence.paragraph
        if self._none:
            return NEAREST[0]
        if paragraph in self._sourced:
            return NEAREST[3]
        return NEAREST[2] if {paragraph - 1, paragraph + 1} & self._sourced else NEAREST[1]


# --- What the rows teach -----------------------------------------------------------------------------------


def learned(rows: Sequence[Judged], constants: dict[str, float], kinds: Sequence[str] = KINDS) -> dict[str, Any]:
    """The scale that these rows teach: the kind of curve that does best on sites left out, the figures and the cuts."""
    curves = {name: _left_out(rows, _FITS[name]) for name in kinds}
    best = min(curves, key=lambda name: curves[name][0] + (0.0 if name == KINDS[0] else WORTH_STEPS))
    figures = {**_figures(rows), **constants}
    chances = curves[best][1]
    told, may_block = [], []
    for row, chance in zip(rows, chances, strict=True):
        if row.found.claim.claim:
            name = f"rule {row.found.claim.rule}"
            pair = (figures.get(name, DEFAULTS.get(name, 0.0)) if chance is None else chance, row.claim)
            told.append(pair)
            if not MAY_BLOCK.isdisjoint(row.found.claim.kinds):
                may_block.append(pair)
    sure, likely = cuts(told)
    return {
        "curve": _FITS[best](_weighed(rows)),
        "kind": best,
        "errors": {name: round(error, 5) for name, (error, _) in curves.items()},
        "figures": {name: round(value, 3) for name, value in sorted(figures.items())},
        "sure": sure,
        "likely": likely,
        "stops": min(sure, max(likely, _lowest(sorted(may_block, reverse=True), STOPS))),
    }


def cuts(told: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The lowest chances from which the bands `sure` and, below it, `likely` are right often enough as a whole."""
    ordered = sorted(told, reverse=True)
    sure = _lowest(ordered, SURE)
    return sure, _lowest([pair for pair in ordered if pair[0] < sure], LIKELY)


def _lowest(ordered: Sequence[tuple[float, bool]], target: float) -> float:
    """The lowest chance from which on the share of rows that are right reaches the target; 1 where none does."""
    right, lowest = 0, 1.0
    for number, (chance, holds) in enumerate(ordered, 1):
        right += holds
        ends = number == len(ordered) or ordered[number][0] < chance
        if ends and right / number >= target:
            lowest = chance
    return math.floor(lowest * 1000) / 1000


def _weighed(rows: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Chance and label of every sentence on which the weights decided, claim or not."""
    return [(row.found.claim.certainty, row.claim) for row in rows if row.found.claim.certainty is not None]


def _left_out(rows: Sequence[Judged], fit: Any) -> tuple[float, list[float | None]]:
    """The mean squared error of a kind of curve on sites left out in turn, and the chance it gave each row."""
    sites = sorted({row.site for row in rows})
    chances: list[float | None] = [None] * len(rows)
    for fold in range(INNER_FOLDS):
        out = set(sites[fold::INNER_FOLDS])
        curve = _curve(fit(_weighed([row for row in rows if row.site not in out])))
        for number, row in enumerate(rows):
            if row.site in out and row.found.claim.certainty is not None:
                chances[number] = curve(row.found.claim.certainty)
    errors = [(chance - row.claim) ** 2 for row, chance in zip(rows, chances, strict=True) if chance is not None]
    return sum(errors) / len(errors), chances


def _platt(pairs: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    from sklearn.linear_model import LogisticRegression

    odds = [[math.log(chance / (1 - chance))] for chance, _ in pairs]
    model = LogisticRegression(C=1e6).fit(odds, [holds for _, holds in pairs])
    return {"slope": round(float(model.coef_[0][0]), 4), "offset": round(float(model.intercept_[0]), 4)}


def _isotonic(pairs: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    from sklearn.isotonic import IsotonicRegression

    model = IsotonicRegression(out_of_bounds="clip").fit(*zip(*pairs, strict=True))
    steps = zip(model.X_thresholds_, model.y_thresholds_, strict=True)
    return {"steps": [[round(float(chance), 4), round(float(share), 4)] for chance, share in steps]}


_FITS = {"platt": _platt, "isotonic": _isotonic}


def _figures(rows: Sequence[Judged]) -> dict[str, float]:
    """How often each rule, tie and absence of a source is right, small groups drawn to their kind."""
    ruled = [
        (row.found.claim.rule, row.claim)
        for row in rows
        # Doubted lines are few, and mostly none: drawn to all rules they would be told as likely claims.
        if row.found.claim.claim and row.found.claim.rule not in ("", DOUBTED)
    ]
    bare = [
        (row.near, not row.cited)
        for row in rows
        if row.whole and row.claim and row.found.claim.claim and not row.found.links
    ]
    ties = [
        (link.how.value, row.cited)
        for row in rows
        if row.tied and row.claim and row.found.claim.claim
        for link in row.found.links
        if link.how is not How.EDITOR
    ]
    told = [row for row in rows if row.whole]
    studies = [
        ("beside a source" if row.found.links else "alone", row.claim and not row.cited)
        for row in told
        if any(flag.code == "unresolved-mention" and flag.certainty.chance < 1 for flag in row.found.flags)
    ]
    unnamed = [("", row.claim and not row.cited) for row in told if "vague-attribution" in row.codes]
    return {
        **_drawn("rule", ruled),
        **_drawn("untied", bare),
        **_drawn("tie", ties),
        **_drawn("study in words", studies),
        "unnamed research": _drawn("", unnamed).get("", 0.8) if unnamed else 0.8,
    }


def _drawn(kind: str, told: Sequence[tuple[str, bool]]) -> dict[str, float]:
    if not told:
        return {}
    whole = sum(holds for _, holds in told) / len(told)
    groups: dict[str, list[bool]] = {}
    for name, holds in told:
        groups.setdefault(name, []).append(holds)
    return {
        f"{kind} {name}".strip(): (sum(group) + PRIOR * whole) / (len(group) + PRIOR) for name, group in groups.items()
    }


def _curve(data: dict[str, Any]) -> Curve:
    return from_data({"curve": data, "figures": {}, "sure": 1, "likely": 1}).curve
