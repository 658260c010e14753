"""Measures the engine as shipped on a folder of labelled data and writes docs/accuracy.md.

    python scripts/bench_engine.py DATA --today 2026-11-23

Nothing is trained here. What the folder does not hold is reported as not measured. Of sets that are split by article,
only the rows of buckets 7 and 8 count, which no rule or weight was made on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark import (  # noqa: E402
    abstracts,
    conclusions,
    designs,
    growth,
    lay_pages,
    mentions,
    own_posts,
    pages,
    products,
    raw_pages,
    reading,
    references,
    reliability,
    statements,
    trial_reports,
)
from benchmark.figures import Figure  # noqa: E402

from evidence import VERSION  # noqa: E402

HEAD = ("Measure", "Measured on", "Figure", "95 % interval", "Aim", "Plain baseline")


def measured(data: Path, today: date) -> list[Figure]:
    """Every figure, in the order of the table."""
    return [
        trial_reports.needs_citation(data),
        trial_reports.claims_in_papers(data),
        *lay_pages.lay_pages(data, today),
        *raw_pages.raw_pages(data, today),
        *reliability.reliability(data, today),
        *own_posts.own_posts(),
        *mentions.mention_linking(data),
        *references.reference_strings(data),
        conclusions.wording_strength(data),
        conclusions.wording_on_pages(data),
        *designs.study_designs(data),
        *abstracts.abstract_facts(data),
        *statements.statements(data),
        *products.product_figures(data),
        *pages.acceptance_article(data, today),
        *pages.speed(data, today),
        *pages.raw_speed(data, today),
        pages.checked_files(data, today),
        *reading.sentence_boundaries(data),
        *growth.growth(data),
        growth.start_up(data),
    ]


def as_row(figure: Figure) -> tuple[str, ...]:
    if figure.value is None:
        return (figure.measure, figure.rows, "not measured here", "", figure.floor, figure.baseline)
    value = (
        f"{figure.value:.3f}" if figure.low is not None else f"{figure.value:,.{figure.digits}f} {figure.unit}".strip()
    )
    between = f"{figure.low:.3f} to {figure.high:.3f}" if figure.low is not None else ""
    return (figure.measure, figure.rows, value, between, figure.floor, figure.baseline)


def as_table(figures: Sequence[Figure]) -> str:
    rows = [HEAD, ("---",) * len(HEAD), *(as_row(figure) for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def as_page(figures: Sequence[Figure], today: date, sure: str) -> str:
    """The whole page; `sure` is the table on how sure the engine is."""
    notes = (ROOT / "scripts" / "benchmark" / "accuracy.md").read_text("utf-8")
    return notes.format(table=as_table(figures), reliability=sure, today=today.isoformat(), version=VERSION)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure the engine as shipped and write docs/accuracy.md.")
    parser.add_argument("data", type=Path, help="the folder of labelled data")
    parser.add_argument("--today", type=_day, help="the date to print, as 2026-11-23 (default: today)")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "accuracy.md", help="the page to write")
    options = parser.parse_args(argv)
    if not options.data.is_dir():
        parser.error(f"{options.data} is no folder; name the folder that holds the labelled data.")
    today = options.today or datetime.now(UTC).date()
    figures = measured(options.data.resolve(), today)
    sure = reliability.table(options.data.resolve(), today)
    options.out.write_text(as_page(figures, today, sure), encoding="utf-8")
    print(as_table(figures))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
