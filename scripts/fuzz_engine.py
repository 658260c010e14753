"""Feeds the engine with texts that a fuzzer makes up, and stops at the first one that breaks a promise.

    make fuzz SECONDS=600

Promises: nothing but the errors that are documented; every offset inside the text, and text[start:end] what is said to
stand there; the same input gives the same bytes. Needs atheris (the extra "lab"). A failing input is kept as a file.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["evidence"]):
    from evidence import pipeline
    from evidence.command.report import Report, to_json
    from evidence.command.report_sarif import to_sarif
    from evidence.language.sentences import split
    from evidence.opening import file_formats
    from evidence.opening.file_formats import open_document
    from evidence.opening.files import UnreadableFileError
    from evidence.reading.front_matter import FrontMatterError
    from evidence.reading.unreadable import UnreadableDocumentError
    from evidence.references.parsing import parse
    from evidence.sources.from_csl import FactError
    from evidence.values import Document

TODAY = date(2026, 1, 1)
NAMES = ("a.md", "a.txt", "a.html", "a.docx", "-")
LONGEST = 20_000
WORDS = (
    "[1] ",
    "[2-3]",
    "[@bell2012]",
    "(Bell et al., 2012)",
    "<sup>1</sup>",
    "[^a]",
    "[^a]: ",
    "# ",
    "## References\n",
    "1. Bell A. Sleep. J Sleep. 2012;3(4):5-9.\n",
    "Milk helps babies. ",
    "According to a 2015 trial of 241 women, ",
    "Bell and Coe (2012) found ",
    "\n\n",
    "> ",
    "- ",
    "**",
    "`",
    "<p>",
    "</p>",
    "<a href='#r1'>",
    "</a>",
    "<li id='r1'>",
    "<ol>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "&amp;",
    "https://doi.org/10.1000/x ",
    "---\n",
    "title: x\n",
    "e.g. ",
    "Dr. ",
    "5 p.m. ",
    "\u2026",
    ". . . ",
    "\u201c",
    "\u201d",
    "(",
    ")",
    "\r\n",
    "\u2028",
    "\ufeff",
    "\u0000",
    "\u00b2",
    "1) ",
    "2) ",
    "reduces the risk by 23% ",
)
"""Pieces of text that mean something to the engine."""

SEEDS = 40


def one_input(data: bytes) -> None:
    """One round: a file of some kind, a text put together of telling pieces, a reference, or a paragraph."""
    given = atheris.FuzzedDataProvider(data)
    kind = given.ConsumeIntInRange(0, 3)
    if kind == 0:
        name = NAMES[given.ConsumeIntInRange(0, len(NAMES) - 1)]
        raw = given.ConsumeBytes(LONGEST)
        try:
            read_twice(lambda: open_document(name, raw).document)
        except (UnreadableFileError, FrontMatterError):
            return
    elif kind == 1:
        form = file_formats.FORMATS[given.ConsumeIntInRange(0, len(file_formats.FORMATS) - 1)]
        text = pieces(given)
        try:
            read_twice(lambda: file_formats.open_text(text, form))
        except (FrontMatterError, UnreadableDocumentError):
            return
    elif kind == 2:
        text = pieces(given)[:2000]
        if parse(text) != parse(text):
            raise AssertionError("the same reference was read in two ways")
    else:
        text = given.ConsumeUnicode(2000)
        last = 0
        for start, end in split(text):
            if not (last <= start < end <= len(text) and text[start:end].strip() == text[start:end]):
                raise AssertionError(f"a sentence from {start} to {end}")
            last = end


def pieces(given: Any) -> str:
    """A text of telling pieces and of whatever else comes."""
    parts = []
    while given.remaining_bytes() and len(parts) < 400:
        if given.ConsumeIntInRange(0, 3):
            parts.append(WORDS[given.ConsumeIntInRange(0, len(WORDS) - 1)])
        else:
            parts.append(given.ConsumeUnicode(12))
    return "".join(parts)


def read_twice(read: Any) -> None:
    """Reads and judges twice, and checks every offset."""
    first = judged(read())
    if judged(read()) != first:
        raise AssertionError("the same input gave another answer")


def judged(document: Document) -> str:
    text = document.text
    for number, found in enumerate(document.sentences):
        if found.index != number or text[found.start : found.end] != found.text or not found.text.strip():
            raise AssertionError(f"sentence {number} does not stand where it says")
    for found in (*document.markers, *document.not_prose):
        if not 0 <= found.start <= found.end <= len(text) or text[found.start : found.end] != found.text:
            raise AssertionError(f"{found} does not stand where it says")
    for marker in document.markers:
        if not 0 <= marker.sentence < len(document.sentences):
            raise AssertionError(f"{marker} belongs to no sentence")
    for link in document.links:
        if not 0 <= link.start <= link.end <= len(text):
            raise AssertionError(f"{link} lies outside of the text")
    for reference in document.references:
        if reference.raw and text[reference.start : reference.end] != reference.raw:
            raise AssertionError(f"{reference} does not stand where it says")
    try:
        report = Report("a", pipeline.assess(document, today=TODAY))
    except FactError:
        return ""
    return to_json([report]) + to_sarif([report])


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Fuzz the engine.")
    parser.add_argument("--seconds", type=int, default=600, help="how long (default: 600)")
    parser.add_argument("--keep", type=Path, default=ROOT / "var" / "fuzz", help="where inputs are kept")
    options = parser.parse_args(argv)
    (options.keep / "corpus").mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)  # noqa: S311 (the same seeds each time, no secret)
    for number in range(SEEDS):
        (options.keep / "corpus" / f"seed-{number}").write_bytes(draw.randbytes(draw.randint(50, 2500)))
    flags = [
        f"-max_total_time={options.seconds}",
        "-max_len=4096",
        "-len_control=0",
        "-timeout=60",
        "-rss_limit_mb=2048",
    ]
    flags += ["-print_final_stats=1", f"-artifact_prefix={options.keep}/"]
    atheris.Setup([sys.argv[0], *flags, str(options.keep / "corpus")], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
