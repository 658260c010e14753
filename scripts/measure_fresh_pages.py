"""Measures the engine as shipped on public pages that were labelled by hand after its weights were learned.

    python scripts/measure_fresh_pages.py FOLDER [--set A E ...] [--strict]

scripts/benchmark/fresh_pages.json names the pages (repository, path, commit) and holds their labels by place among the
words of each file, and not a word of the pages: whoever has the files puts them into FOLDER under the names given
there. "u" is a claim without a source, "s" one whose source is given, "n" none; "b" behind it says that fair readers
could differ, and with --strict such sources are left out. Sets A to D were worked on once they had been measured, E and
G were measured once for all rules but the last, H, K and P once before they were worked on. N was measured some times
and never looked at: its figures alone are of pages that no rule was made on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.figures import f1, precision, recall, told  # noqa: E402
from benchmark.raw_pages import NEEDED, Row, aligned, visible_text, words_of  # noqa: E402

from evidence import open_document, pipeline  # noqa: E402
from evidence.reading import metadata  # noqa: E402

PAGES = ROOT / "scripts" / "benchmark" / "fresh_pages.json"
TODAY = date(2026, 11, 30)


def rows_of(page: dict[str, Any], folder: Path, *, strict: bool) -> Iterator[Row]:
    """The labelled sentences of a page beside what the engine says of them."""
    path = folder / page["file"]
    document = open_document(path.name, path.read_bytes()).document
    meta = document.meta
    assessment = pipeline.assess(document, None, metadata.products_of(meta), today=TODAY, page=metadata.page_of(meta))
    labels = [
        {"word": word, "words": words, "claim": label[0] != "n", "cited": label[0] == "s"}
        for word, words, label in page["sentences"]
        if not (strict and label == "sb")
    ]
    yield from aligned(labels, words_of(visible_text(path)), assessment)


def pairs_of(row: Row) -> Iterator[tuple[str, bool, bool]]:
    """What is measured, what the label says and what the engine says."""
    yield "claim or not", row.claim, any(one.claim.claim for one in row.found)
    asked = any(flag.code in NEEDED for one in row.found for flag in one.flags)
    yield "claim without a source flagged", row.needs_source, asked
    yield "claim tied to a source", row.claim and row.cited, any(one.links for one in row.found)
    yield "claim without a source blocked", row.needs_source, row.is_blocked


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", nargs="*", default=["A", "B", "C", "D", "E", "G"], help="letters of the sets")
    parser.add_argument("--strict", action="store_true", help="leave out sources that fair readers could deny")
    options = parser.parse_args()
    pages = json.loads(PAGES.read_text("utf-8"))
    wanted = {name: page for name, page in pages.items() if name[0] in options.set}
    missing = [page["file"] for page in wanted.values() if not (options.folder / page["file"]).exists()]
    if missing:
        parser.error(f"{len(missing)} of {len(wanted)} files are not there: {', '.join(missing[:5])} ...")
    counts: dict[str, Counter[str]] = {}
    sentences = 0
    for page in wanted.values():
        for row in rows_of(page, options.folder, strict=options.strict):
            sentences += 1
            for what, label, said in pairs_of(row):
                counts.setdefault(what, Counter())[told(label, said)] += 1
    sys.stdout.write(f"{sentences} sentences of {len(wanted)} pages\n")
    for what, count in counts.items():
        sys.stdout.write(f"{what}: F1 {f1(count):.3f}, precision {precision(count):.3f}, recall {recall(count):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
