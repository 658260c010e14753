"""`citewell verify`: whether the works that files list exist and are what is written of them.

The one word of the command that asks services. Before its first question it says whom it asks and what is sent.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from citations.lookups.configuration import BASES, Configuration, configure
from citations.lookups.errors import NoAnswer
from citations.lookups.rate_limits import LocalRateLimit
from citations.lookups.session import Answer, Session
from citations.verification import corrections, reports
from citations.verification.asking import NAMES
from citations.verification.kept_answers import KeptAnswers, default_folder, keep_verdicts
from citations.verification.listed_works import Listed, UnreadableListError, works_of
from citations.verification.verifying import BATCH, verify_all
from evidence.command.options import CLEAN, EXIT_CODES, FAIL_ON, FOUND, INTERRUPTED, UNUSABLE
from evidence.context import Verification
from evidence.flags.catalogue import FLAGS

MANY = 8
"""Works from which a terminal shows how far the run is."""
Row = tuple[Listed, Verification]


class Offline(Session):
    """Answers that are kept, and no others."""

    def _once(self, *_: Any) -> Answer:
        raise NoAnswer("It was not asked: the run is offline.")


def parser() -> argparse.ArgumentParser:
    command = argparse.ArgumentParser(
        prog="citewell verify",
        description="Says of every work that a file lists whether it exists and is what is written of it. Asked are "
        f"{', '.join(NAMES.values())}, each about the works it may know. Sent are identifiers and the words of a "
        "reference (title, first authors, year, journal), never the article.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="articles, or files of references (.bib .ris .nbib .json)"
    )
    command.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help="what to write (default: text)"
    )
    command.add_argument("--diff", action="store_true", help="write what is proposed as a unified diff instead")
    command.add_argument(
        "--fix",
        action="store_true",
        help="write what is safe into Markdown, text and BibTeX files: an identifier that leads nowhere or elsewhere, "
        "a DOI that is missing",
    )
    command.add_argument("--offline", action="store_true", help="use the answers kept from earlier runs alone")
    command.add_argument(
        "--cache", type=Path, metavar="FOLDER", help="where answers and verdicts are kept (default: ~/.cache/citewell)"
    )
    command.add_argument(
        "--mailto",
        default=os.environ.get("CITEWELL_MAILTO", ""),
        metavar="ADDRESS",
        help="an address of yours, which lets services ask you before they bar you (or CITEWELL_MAILTO)",
    )
    command.add_argument(
        "--fail-on",
        choices=tuple(FAIL_ON),
        default="blocker",
        help="the mildest flag that makes the exit code 1 (default: blocker)",
    )
    return command


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = parser().parse_args(argv)
    try:
        return _run(options)
    except KeyboardInterrupt:
        _say("stopped; what was answered so far is kept, and the next run goes on from there.")
        return INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    listed, problems = _listed(options.files)
    folder: Path = options.cache or default_folder()
    try:
        kept = KeptAnswers(folder)
    except (OSError, sqlite3.Error) as error:
        _say(f"{folder}: answers cannot be kept here ({error}). Choose another folder with --cache.")
        return UNUSABLE
    try:
        rows = _judged(listed, options, kept, folder)
    finally:
        configure(None)
        kept.close()
    problems += _write(options, rows, problems)
    for problem in problems:
        _say(problem)
    if problems:
        return UNUSABLE
    told = {reports.CODES.get(verdict.verdict) for _, verdict in rows} - {None}
    return FOUND if {FLAGS[str(code)].severity.value for code in told} & FAIL_ON[options.fail_on] else CLEAN


def _listed(paths: Sequence[str]) -> tuple[list[Listed], list[str]]:
    listed: list[Listed] = []
    problems: list[str] = []
    for path in dict.fromkeys(paths):
        try:
            works, faults = works_of(path)
        except UnreadableListError as error:
            problems.append(str(error))
            continue
        listed += works
        problems += faults
    return listed, problems


def _judged(listed: Sequence[Listed], options: argparse.Namespace, kept: KeptAnswers, folder: Path) -> list[Row]:
    configure(
        Configuration(
            bases={name: os.environ.get(f"{name.upper()}_BASE_URL", base) for name, base in BASES.items()},
            contact=options.mailto,
            ncbi_key=os.environ.get("NCBI_API_KEY", ""),
            openalex_key=os.environ.get("OPENALEX_API_KEY", ""),
            cache=kept,
        )
    )
    session = (Offline if options.offline else Session)(pace=LocalRateLimit())
    if listed and not options.offline:
        _say(
            f"asking {', '.join(NAMES.values())} about {len(listed)} works, each about those it may know; sent are "
            "identifiers and the words of a reference, never the article."
        )
    rows: list[Row] = []
    for row in _with_progress(zip(listed, verify_all([one.work for one in listed], session), strict=True), len(listed)):
        rows.append((row[0], row[1].verification))
        if len(rows) % BATCH == 0:
            keep_verdicts(folder, _keyed(rows[-BATCH:]))
    keep_verdicts(folder, _keyed(rows))
    return rows


def _keyed(rows: Sequence[Row]) -> Iterator[tuple[str, Verification]]:
    return ((listed.work.key, told) for listed, told in rows)


def _write(options: argparse.Namespace, rows: Sequence[Row], problems: Sequence[str]) -> list[str]:
    """Writes the answer; what went wrong while mending files."""
    if options.diff or options.fix:
        return _mend(options, rows)
    if options.format == "json":
        sys.stdout.write(reports.to_json(rows, problems))
    elif options.format == "sarif":
        sys.stdout.write(reports.to_sarif(rows, problems))
    else:
        sys.stdout.write(reports.to_text(rows))
    return []


def _mend(options: argparse.Namespace, rows: Sequence[Row]) -> list[str]:
    problems = []
    for path in dict.fromkeys(listed.path for listed, _ in rows):
        own = [row for row in rows if row[0].path == path]
        try:
            before = Path(path).read_bytes().decode("utf-8")
            after = corrections.corrected(before, own, safe_only=options.fix)
            sys.stdout.write(corrections.diff(path, before, after))
            if options.fix and after != before:
                Path(path).write_bytes(after.encode("utf-8"))
        except (OSError, UnicodeError) as error:
            problems.append(f"{path}: it was left as it is ({error}).")
    return problems


def _with_progress(rows: Iterator[Any], number: int) -> Iterator[Any]:
    if number < MANY or not sys.stderr.isatty():
        yield from rows
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(rows, "Verifying", total=number, console=Console(stderr=True), transient=True)


def _say(message: str) -> None:
    sys.stderr.write(f"citewell: {message}\n")
