"""Measures of what is said of goods on brands that were left out, and of the products found on real pages that sell."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from benchmark.figures import Counts, Figure, added, figure, precision, recall, told
from benchmark.lay_pages import matched
from benchmark.product_pages import FORMS, RECORDED, Row, judged, rows
from evidence import pipeline
from evidence.reading import documents
from evidence.selling.discovery import mentions
from evidence.values import Assessed

REAL = Path(__file__).with_name("real_products.json")
"""The products of real pages that sell, listed by hand: by page, for each product the SHA-1 of each name it goes by."""

_DISEASE, _UNSUPPORTED = "disease-claim-for-supplement", "product-claim-unsupported"
_SAFETY, _DISCLAIMER = "safety-claim-unsupported", "missing-disclaimer"
_DAY = date(2026, 11, 29)
CODES = frozenset({_DISEASE, _UNSUPPORTED, _SAFETY, _DISCLAIMER})
Asked = Callable[[Row], bool | None]
"""Whether a code is wanted on a row; None leaves the row out."""


def _disclaimer(row: Row) -> bool | None:
    """A comparison or a word on safety may claim a function as well, and of goods that are not swallowed a page that
    does not say what they are cannot be asked: these are left out."""
    if row.label in ("comparison", "safety", "benefit") or not row.swallowed:
        return None
    return row.label == "structure"


ASKED: Sequence[tuple[str, str, Asked]] = (
    ("disease claim", _DISEASE, lambda row: row.label == "disease"),
    ("product claim unsupported", _UNSUPPORTED, lambda row: row.claims),
    ("safety claim", _SAFETY, lambda row: row.label == "safety"),
    ("disclaimer asked for", _DISCLAIMER, _disclaimer),
)


def product_figures(data: Path) -> list[Figure]:
    """Every figure on goods: our own sentences of the brands left out, then real pages."""
    taken = rows("test")
    raised = {form: [(row, judged(row, form)[1]) for row in taken] for form in FORMS}
    found = [
        of
        for form in ("named", "shop page", "affiliate post")
        for name, code, asked in ASKED
        for of in _both(f"{name}, {form}", code, asked, raised[form], form)
    ]
    found += [of for form in RECORDED[1:] for of in _both(f"disease claim, {form}", *ASKED[0][1:], raised[form], form)]
    for form in ("named", "shop page"):
        for label, aim in (("plain", "0.01 at most"), ("trap", "0.05 at most")):
            found.append(_share(f"Harmless sentences flagged: {label}, {form}", label, CODES, raised[form], aim))
        found.append(
            _share(f"Structure or function called disease, {form}", "structure", {_DISEASE}, raised[form], "0.02")
        )
    return [*found, *_on_real_pages(data), *_in_real_rows(data)]


def _both(name: str, code: str, asked: Asked, raised: Sequence[tuple[Row, frozenset[str]]], form: str) -> list[Figure]:
    clusters: dict[str, Counter[str]] = defaultdict(Counter)
    for row, codes in raised:
        wanted = asked(row)
        if wanted is not None:
            clusters[row.brand][told(wanted, code in codes)] += 1
    counts: list[Counts] = list(clusters.values())
    floor = ("0.92", "0.92") if form == "named" and code == _DISEASE else ("0.90", "0.92")
    if form not in RECORDED:
        floor = ("0.85", "0.90")
    said = f"{sum(added(counts).values()):,} sentences of {len(counts)} invented brands, none learned from"
    return [
        figure(f"Goods: {name}, {what}", said, counts, score, floor=aim)
        for what, score, aim in zip(("recall", "precision"), (recall, precision), floor, strict=True)
    ]


def _share(
    name: str, label: str, codes: frozenset[str] | set[str], raised: Sequence[tuple[Row, frozenset[str]]], aim: str
) -> Figure:
    clusters: dict[str, Counter[str]] = defaultdict(Counter)
    for row, found in raised:
        if row.label == label:
            clusters[row.brand]["hit" if codes & found else "false"] += 1
    counts: list[Counts] = list(clusters.values())
    return figure(f"Goods: {name}", f"{sum(added(counts).values()):,} sentences", counts, precision, floor=aim)


def _on_real_pages(data: Path) -> list[Figure]:
    """How many of the products of real pages that sell are found, and how many found ones are products."""
    clusters: list[Counts] = []
    for page, products in json.loads(REAL.read_text("utf-8")).items():
        path = data / page
        if not path.exists():
            continue
        document = documents.read(path.read_text("utf-8"))
        known = [{_hashed(name) for name in (mention.name, *mention.names)} for mention in mentions(document)]
        hits = sum(1 for product in products if any(set(product) & names for names in known))
        wrong = sum(1 for names in known if not any(set(product) & names for product in products))
        clusters.append(Counter({"hit": hits, "miss": len(products) - hits, "false": wrong}))
    said = f"{sum(added(clusters).values())} products of {len(clusters)} real pages; a development score"
    return [
        figure(f"Goods: products found on real pages that sell, {what}", said, clusters, score, floor="0.90")
        for what, score in (("recall", recall), ("precision", precision))
    ]


def _in_real_rows(data: Path) -> list[Figure]:
    """How many of the sentences that are labelled as claims for a product are flagged as such, page by page."""
    clusters: list[Counts] = []
    for path in sorted([*(data / "lay").glob("*.gold.json"), *(data / "lay2").glob("*.gold.json")]):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
        answer = pipeline.assess(documents.read(text), (), (), today=_DAY)
        rows = [(row, found) for row, found in matched(answer, path) if "product_claim" in row]
        clusters.append(Counter(told(bool(row["product_claim"]), _claims(found)) for row, found in rows))
    said = f"{sum(added(clusters).values()):,} sentences of {len(clusters)} real pages; a development score"
    return [
        figure(f"Goods: claims for products on real pages, {what}", said, clusters, score, floor="")
        for what, score in (("recall", recall), ("precision", precision))
    ]


def _claims(found: Assessed | None) -> bool:
    return found is not None and any(flag.code in CODES for flag in found.flags)


def _hashed(name: str) -> str:
    return hashlib.sha1(name.lower().encode(), usedforsecurity=False).hexdigest()
