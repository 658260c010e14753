"""Prints how lists of sentences about goods are judged, set into each kind of page.

    python scripts/measure_goods.py SPLIT... [--errors] [--file JSONL] [--form NAME]

SPLIT names lists of scripts/benchmark/product_sentences.jsonl ("fresh-14"); --file reads another list of the same
shape, all of it where no SPLIT is named. A figure is a first run only where neither rules nor weights have seen the
list.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.product_pages import FILE, FORMS, Row, judged, read_rows  # noqa: E402
from benchmark.products import ASKED, CODES  # noqa: E402

_SETTINGS = ("advertisement", "named", "shop page", "affiliate post")


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def told(form: str, raised: Sequence[tuple[Row, frozenset[str]]]) -> str:
    """One line: recall and precision of each flag, and how many harmless sentences are flagged."""
    parts = []
    for name, code, asked in ASKED:
        wanted = [(bool(want), code in codes) for row, codes in raised if (want := asked(row)) is not None]
        hits = sum(want and found for want, found in wanted)
        of, said = sum(want for want, _ in wanted), sum(found for _, found in wanted)
        parts.append(f"{name} {share(hits, of)}/{share(hits, said)} (of {of})")
    for label in ("plain", "trap"):
        found = [bool(CODES & codes) for row, codes in raised if row.label == label]
        parts.append(f"{label} {sum(found)} of {len(found)}")
    stopped = [bool(CODES & codes) for row, codes in raised if row.claims]
    parts.append(f"stopped at all {share(sum(stopped), len(stopped))}")
    return f"{form}: " + "; ".join(parts)


def errors(raised: Sequence[tuple[Row, frozenset[str]]]) -> list[str]:
    """The sentences where a flag is missing or too many."""
    found = []
    for row, codes in raised:
        wrong = [
            f"{'misses' if want else 'wrongly'} {name}"
            for name, code, asked in ASKED
            if (want := asked(row)) is not None and want != (code in codes)
        ]
        if wrong:
            found.append(f"  [{row.label} {row.criterion}] {', '.join(wrong)}: {row.text}")
    return found


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    reader.add_argument("splits", nargs="*")
    reader.add_argument("--file", type=Path, default=FILE)
    reader.add_argument("--form", action="append", choices=sorted(FORMS))
    reader.add_argument("--errors", action="store_true")
    asked = reader.parse_args()
    taken = [row for row in read_rows(asked.file) if not asked.splits or row.split in asked.splits]
    for form in asked.form or _SETTINGS:
        raised = [(row, judged(row, form)[1]) for row in taken]
        print(told(form, raised))  # noqa: T201
        if asked.errors:
            print("\n".join(errors(raised)))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
