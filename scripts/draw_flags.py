"""Draws flags at random from the raw files of labelled pages, for a person to judge by reading.

usage: python scripts/draw_flags.py DATA [--seed 1] [--count 100] [--around]

DATA is the folder of the labelled data; the flags are drawn from all that the engine raises on `lay2/raw`, each page
judged by weights that never saw its site. A line gives the page, a hash of the words the flag is about, its code, its
severity and the words. `--around` also prints the sentences before and behind. Judgements are kept in
`scripts/benchmark/judged_flags.json`, keyed by page, hash and code, without a word of the pages.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark.certainty_folds import scale_without  # noqa: E402
from benchmark.raw_pages import judged  # noqa: E402
from benchmark.wording_folds import site_of  # noqa: E402

from evidence.values import Assessment, Flag  # noqa: E402

TODAY = date(2026, 11, 28)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One flag, and the words it is about: a sentence, a reference, or none where it is about the page."""

    page: str
    hash: str
    flag: Flag
    text: str
    before: str = ""
    behind: str = ""

    @property
    def key(self) -> str:
        return f"{self.page} {self.hash} {self.flag.code}"


def flags_of(folder: Path) -> Iterator[Drawn]:
    """Every flag on the raw files of a folder, in order of page and place."""
    for gold in sorted((folder / "raw-gold").glob("*.json")):
        assessment, _ = judged(gold, folder, TODAY, scale_without(site_of(gold.name)))
        for flag in assessment.flags:
            yield _drawn(gold.stem, flag, assessment)


def _drawn(page: str, flag: Flag, assessment: Assessment) -> Drawn:
    sentences = assessment.document.sentences
    text = before = behind = ""
    if flag.sentence is not None:
        text = sentences[flag.sentence].text
        before = sentences[flag.sentence - 1].text if flag.sentence else ""
        behind = sentences[flag.sentence + 1].text if flag.sentence + 1 < len(sentences) else ""
    elif flag.reference is not None:
        text = next((one.raw or one.title or one.url for one in assessment.sources if one.key == flag.reference), "")
    return Drawn(page, hashlib.sha256(text.encode()).hexdigest()[:12], flag, text, before, behind)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--around", action="store_true", help="print the sentences before and behind too")
    options = parser.parse_args()
    found = list(flags_of(options.data / "lay2"))
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))  # noqa: S311
    lines = [line for number, one in enumerate(drawn, 1) for line in _lines(number, one, around=options.around)]
    sys.stdout.write("\n".join([*lines, f"{len(found)} flags in all", ""]))


def _lines(number: int, one: Drawn, *, around: bool) -> Iterator[str]:
    facts = "; ".join(f"{name}: {value}" for name, value in one.flag.facts)
    head = f"{number:3d} {one.key} {one.flag.severity} {one.flag.certainty.band}"
    yield f"{head} | {' '.join(one.text.split())} | {facts or one.flag.message}"
    if around:
        yield f"      < {' '.join(one.before.split())}"
        yield f"      > {' '.join(one.behind.split())}"


if __name__ == "__main__":
    main()
