"""Measures of how sure the engine is: how often each band is right, and each tenth of the chances, on labelled pages.

Pages are judged by weights, curve and cuts that never saw their site. Of flags, those on sources that are missing are
measured, because the labels tell of them; on the raw files alone, since the saved texts lost some of their links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from benchmark import certainty, raw_pages
from benchmark.certainty_folds import scale_without
from benchmark.figures import Figure, figure, precision, told
from benchmark.wording_folds import site_of
from evidence.values import Band

_AIMS = {Band.SURE: "0.90", Band.LIKELY: "0.70", Band.QUERY: ""}
_TENTHS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))


@dataclass(frozen=True, slots=True)
class Said:
    """One judgement: of which page, the chance it was given, its band, and whether the label agrees."""

    page: str
    chance: float
    band: Band
    right: bool


def reliability(data: Path, today: date) -> list[Figure]:
    """How often claims, and flags on missing sources, are right in each band."""
    return [
        *_by_band("Claims told as", claims(data, today), "claims"),
        *_by_band("Raw files: missing sources flagged as", missing(data, today), "flags"),
    ]


def _by_band(measure: str, said: Sequence[Said], noun: str) -> Iterator[Figure]:
    for band in Band:
        rows = [one for one in said if one.band is band]
        clusters: dict[str, Counter[str]] = {}
        for one in rows:
            clusters.setdefault(one.page, Counter())[told(one.right, True)] += 1
        yield figure(
            f"{measure} {band.value}, right in", f"{len(rows):,} {noun}", list(clusters.values()), precision,
            floor=_AIMS[band],
        )  # fmt: skip


def table(data: Path, today: date) -> str:
    """For each tenth of the chances: how many, what was said on average, and how many were right."""
    lines = ["| chance said | claims | said | right | missing sources flagged | said | right |", "|---|" + "---|" * 6]
    both = (claims(data, today), missing(data, today))
    for low, high in _TENTHS:
        cells = [cell for said in both for cell in _cells([one for one in said if low <= one.chance < high])]
        lines.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {' | '.join(cells)} |")
    gaps = (f"{_gap(said):.3f}" for said in both)
    return "\n".join([*lines, f"| mean gap | | | {next(gaps)} | | | {next(gaps)} |"])


def _cells(said: Sequence[Said]) -> tuple[str, str, str]:
    if not said:
        return "0", "", ""
    share, mean = sum(one.right for one in said) / len(said), sum(one.chance for one in said) / len(said)
    return f"{len(said):,}", f"{mean:.2f}", f"{share:.2f}"


def _gap(said: Sequence[Said]) -> float:
    """The mean distance between what was said and what was right, over the tenths, by their size."""
    gap = 0.0
    for low, high in _TENTHS:
        rows = [one for one in said if low <= one.chance < high]
        gap += abs(sum(one.right for one in rows) - sum(one.chance for one in rows))
    return gap / len(said) if said else 0.0


@lru_cache(maxsize=2)
def claims(data: Path, today: date) -> tuple[Said, ...]:
    """Every sentence told as a claim, of the raw files and of the texts of other pages."""
    found = []
    for row in certainty.judged(data, today):
        scale = scale_without(row.site)
        if row.found.claim.claim:
            chance = scale.of_claim(row.found.claim)
            assert chance is not None  # noqa: S101 (a claim always has one)
            found.append(Said(row.site, chance, scale.band(chance), row.claim))
    return tuple(found)


@lru_cache(maxsize=2)
def missing(data: Path, today: date) -> tuple[Said, ...]:
    """Every flag on a missing source, of the raw files; right where the label says claim, and not cited."""
    found = []
    for gold in sorted((data / "lay2" / "raw-gold").glob("*.json")):
        for row in raw_pages.rows_of(gold, data / "lay2", today):
            for flag in (flag for one in row.found for flag in one.flags if flag.code in raw_pages.NEEDED):
                found.append(Said(site_of(gold.name), flag.certainty.chance, flag.certainty.band, row.needs_source))
    return tuple(found)
