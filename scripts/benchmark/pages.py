"""Measures of whole pages: the article kept for acceptance, and speed in seconds of CPU time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from benchmark.figures import Figure
from benchmark.trial_reports import trial_reports
from evidence import open_document, pipeline
from evidence.language.remembered import forget
from evidence.reading import documents
from evidence.values import Document

_ROOT = Path(__file__).parents[2]
_SENTENCES_A_PAGE = 40
_PAGES = 60
_ROUNDS = 3
"""Other work on the machine slows a round down; the fastest one says most about the engine."""


def acceptance_article(data: Path, today: date) -> list[Figure]:
    """Flags on sentences of the article beside the data: expected ones raised, forbidden ones, others."""
    folder = data.parent / "acceptance"
    if not (folder / "seed-gold.json").exists():
        return [Figure("Acceptance article as submitted: expected flags raised", "not measured here", floor="all")]
    gold = json.loads((folder / "seed-gold.json").read_text("utf-8"))
    read = pipeline.assess(documents.read((folder / "seed-article.txt").read_text("utf-8")), today=today)
    raised = {row.sentence.start: {flag.code for flag in row.flags} for row in read.sentences}
    count: Counter[str] = Counter()
    for row in gold["sentences"]:
        found = raised.get(row["start"], set())
        expected, forbidden = set(row["expected_flags"]), set(row["forbidden_flags"])
        count["expected"] += len(expected)
        count["raised"] += len(found & expected)
        count["forbidden"] += len(found & forbidden)
        count["extra"] += len(found - expected - forbidden - set(row["acceptable_flags"]))
    where = f"{len(gold['sentences'])} sentences"
    return [
        Figure(
            "Acceptance article as submitted: expected flags raised", where, count["raised"],
            floor=f"{count['expected']}", unit=f"of {count['expected']}",
        ),
        Figure("Acceptance article: forbidden flags raised", where, count["forbidden"], floor="0"),
        Figure("Acceptance article: other flags raised", where, count["extra"], floor="0"),
    ]  # fmt: skip


def speed(data: Path, today: date) -> list[Figure]:
    """Seconds of CPU time for reading and judging, on pages of sentences of trial reports."""
    rows = [row["sentence"] for row in islice(trial_reports(data), _SENTENCES_A_PAGE * _PAGES)]
    floors = ("at least 1,000", "under 150")
    if not rows:
        return [
            Figure("Sentences a second, one core, whole pipeline", "not measured here", floor=floors[0]),
            Figure("Milliseconds for 1,000 words", "not measured here", floor=floors[1]),
        ]
    pages = [_page(rows[start : start + _SENTENCES_A_PAGE]) for start in range(0, len(rows), _SENTENCES_A_PAGE)]
    _seconds(partial(documents.read, pages[0]), today)  # words and patterns are looked up once; later pages profit
    taken = min(([_seconds(partial(documents.read, page), today) for page in pages] for _ in range(_ROUNDS)), key=sum)
    words = [len(page.split()) for page in pages]
    each = median(1e6 * seconds / count for seconds, count in zip(taken, words, strict=True))
    return [
        Figure(
            "Sentences a second, one core, whole pipeline", f"{len(rows):,} sentences on {len(pages)} pages",
            round(len(rows) / sum(taken)), floor=floors[0], unit="a second",
        ),
        Figure("Milliseconds for 1,000 words", f"{sum(words):,} words", round(each), floor=floors[1], unit="ms"),
    ]  # fmt: skip


def raw_speed(data: Path, today: date) -> list[Figure]:
    """Seconds of CPU time for opening, reading and judging, on the files that the labelled pages were taken from."""
    measure, floor = "Sentences a second, raw pages, one core", "at least 1,500"
    files = [(path.name, path.read_bytes()) for path in sorted((data / "lay2" / "raw").glob("*.*"))]
    if not files:
        return [Figure(measure, "not measured here", floor=floor)]
    sentences = sum(len(_opened(*file).sentences) for file in files)
    _seconds(partial(_opened, *files[0]), today)
    taken = min(sum(_seconds(partial(_opened, *file), today) for file in files) for _ in range(_ROUNDS))
    rows = f"{sentences:,} sentences on {len(files)} pages"
    return [Figure(measure, rows, round(sentences / taken), floor=floor, unit="a second")]


def checked_files(data: Path, today: date) -> Figure:
    """Seconds by the clock in which `citewell check` is through with the same files: started as people start it, on
    as many cores as it takes, its start, its processes and its report counted in."""
    measure = "Sentences a second, raw pages, `citewell check` by the clock"
    files = sorted((data / "lay2" / "raw").glob("*.*"))
    if not files:
        return Figure(measure, "not measured here")
    sentences = sum(len(_opened(path.name, path.read_bytes()).sentences) for path in files)
    command = [sys.executable, "-m", "evidence.command.cli", "check", f"--today={today}", "--no-config"]
    taken = min(_by_the_clock([*command, *map(str, files)]) for _ in range(_ROUNDS))
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    rows = f"{sentences:,} sentences on {len(files)} pages, {cores} cores"
    return Figure(measure, rows, round(sentences / taken), unit="a second")


_FOUND = (0, 1)
"""How the command ends where it read every file: without flags, or with some."""


def _by_the_clock(command: Sequence[str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, timeout=600, cwd=_ROOT)  # noqa: S603
    taken = time.perf_counter() - began
    if done.returncode not in _FOUND:
        raise RuntimeError(f"citewell check failed: {done.stderr.decode(errors='replace')[-500:]}")
    return taken


def _page(sentences: list[str]) -> str:
    paragraphs = (" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5))
    return "\n\n".join(paragraphs)


def _opened(name: str, raw: bytes) -> Document:
    return open_document(name, raw).document


def _seconds(read: Callable[[], Document], today: date) -> float:
    forget()
    began = time.process_time()
    pipeline.assess(read(), today=today)
    return time.process_time() - began
