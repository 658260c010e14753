"""The `citewell` command: checks articles like a linter checks code, without a database.

Exit codes: 0 nothing at or above --fail-on was found; 1 something was; 2 the command was given wrongly or a
file could not be read (the other files are still checked). Heavy imports wait until they are needed.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO

from evidence import VERSION

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.reports import Report

CLEAN, FOUND, UNUSABLE = 0, 1, 2
MANY_FILES = 8
"""From this many files on, a terminal shows a progress bar."""

_FAIL_ON = {
    "blocker": {"blocker"},
    "warning": {"blocker", "warning"},
    "note": {"blocker", "warning", "note"},
    "never": set[str](),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(argv)
    _tolerate_any_character(sys.stdout, sys.stderr)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`, a pager) has gone; keep Python from complaining again while it closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citewell",
        description="Says of every claim in a health article what it stands on.",
        epilog="Exit codes: 0 nothing found at or above --fail-on, 1 something found, "
        "2 wrong usage or a file that cannot be read.",
    )
    parser.add_argument("--version", action="version", version=f"citewell {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands.add_parser("check", help="check articles (Markdown or plain text)"))
    explain = commands.add_parser("explain", help="say what a flag means and what to do about it")
    explain.add_argument("code", nargs="?", metavar="CODE", help="a flag, such as missing-citation")
    explain.add_argument("--all", action="store_true", help="explain every flag")
    explain.add_argument("--markdown", action="store_true", help="write Markdown, as in docs/flags.md")
    explain.set_defaults(run=_explain)
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", nargs="+", metavar="FILE", help='articles to check; "-" reads standard input')
    check.add_argument("--references", metavar="FILE", help="a library of works in CSL-JSON (.json)")
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    check.add_argument(
        "--fail-on",
        choices=tuple(_FAIL_ON),
        default="blocker",
        help="the mildest flag that makes the exit code 1 (default: blocker)",
    )
    check.add_argument(
        "--today",
        type=_day,
        metavar="DATE",
        help="the date by which ages are judged, as 2026-03-31 (default: today)",
    )
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    check.set_defaults(run=_check)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it as 2026-03-31") from None


def _explain(options: argparse.Namespace) -> int:
    from evidence import catalogue

    if options.all or not options.code:
        print(catalogue.as_markdown() if options.markdown else catalogue.as_list(), end="")
        return CLEAN
    spec = catalogue.FLAGS.get(options.code)
    if spec is None:
        nearest = catalogue.nearest(options.code)
        hint = f"did you mean {nearest}?" if nearest else "`citewell explain --all` lists them."
        return _refuse(f"there is no flag {options.code}; {hint}")
    print(catalogue.section(spec) if options.markdown else catalogue.explanation(spec), end="")
    return CLEAN


def _check(options: argparse.Namespace) -> int:
    from evidence.files import UnreadableFileError

    try:
        library = _library(options.references)
    except UnreadableFileError as error:
        return _refuse(str(error))
    today = options.today or datetime.now(UTC).astimezone().date()
    reports: list[Report] = []
    problems: list[str] = []
    for path in _with_progress(list(dict.fromkeys(options.files))):
        try:
            reports.append(_report(path, library, today))
        except UnreadableFileError as error:
            problems.append(str(error))
            _refuse(str(error))
    _write(options, reports, problems)
    if problems:
        return UNUSABLE
    severities = {flag.severity.value for report in reports for flag in report.assessment.flags}
    return FOUND if severities & _FAIL_ON[options.fail_on] else CLEAN


def _library(path: str | None) -> Library | None:
    if path is None:
        return None
    from evidence.files import UnreadableFileError, read_text
    from evidence.library import LibraryError, read_library

    if path.lower().endswith((".bib", ".ris", ".enw", ".xml")):
        raise UnreadableFileError(f"{path}: this format is not read yet; export the library as CSL-JSON (.json).")
    try:
        return read_library(read_text(path)[0])
    except LibraryError as error:
        raise UnreadableFileError(f"{path}: {error}.") from None


def _report(path: str, library: Library | None, today: date) -> Report:
    """Check one file. Raises UnreadableFileError, also where the engine itself fails: the rest goes on."""
    from evidence.files import UnreadableFileError, read_text
    from evidence.frontmatter import FrontMatterError
    from evidence.sources import FactError

    text, encoding = read_text(path)
    if encoding == "cp1252":
        _say(f"{path}: not UTF-8; read as Windows-1252. Save it as UTF-8 to be sure of every letter.")
    try:
        return _assessed(path, text, library, today)
    except (FrontMatterError, FactError) as error:
        raise UnreadableFileError(f"{path}: {error}") from None
    except Exception as error:  # noqa: BLE001 - one file must not take the answers for the others with it
        traceback.print_exc()
        fault = type(error).__name__
        raise UnreadableFileError(f"{path}: citewell failed here ({fault}); please report the lines above.") from None


def _assessed(path: str, text: str, library: Library | None, today: date) -> Report:
    from evidence.declared import page_of, products_of
    from evidence.documents import read
    from evidence.library import lend, settle
    from evidence.pipeline import assess
    from evidence.reports import Report
    from evidence.sources import sources_of

    document = read(text, "markdown" if path.lower().endswith((".md", ".markdown")) else "auto")
    own = sources_of(document)
    assessment = assess(
        document,
        lend(document, own, library) if library else None,  # None: the works that the text lists or links to
        products_of(document.meta),
        today=today,
        page=page_of(document.meta),
    )
    name = "stdin" if path == "-" else path
    if library is None:
        return Report(name, assessment)
    own_keys = {source.key for source in own}
    lent = {key: item for key, item in library.csl.items() if key not in own_keys}
    return Report(name, settle(assessment, own), lent)


def _write(options: argparse.Namespace, reports: Sequence[Report], problems: Sequence[str]) -> None:
    if options.format != "text":
        _tolerate_any_character(sys.stdout, encoding="utf-8")  # JSON is UTF-8, whatever the terminal speaks
    if options.format == "json":
        from evidence.reports import to_json

        sys.stdout.write(to_json(reports))
    elif options.format == "sarif":
        from evidence.report_sarif import to_sarif

        sys.stdout.write(to_sarif(reports, problems))
    else:
        from evidence.report_text import to_text

        sys.stdout.write(to_text(reports, colour=_wants_colour(options.color), unread=len(problems)))


def _wants_colour(choice: str) -> bool:
    """NO_COLOR (https://no-color.org) holds unless the command line says otherwise."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def _progress(number: int) -> Iterator[Any]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Checking", total=number)
        yield lambda: progress.advance(task)


def _with_progress(paths: Sequence[str]) -> Iterator[str]:
    if len(paths) < MANY_FILES or not sys.stderr.isatty():
        yield from paths
        return
    with _progress(len(paths)) as advance:
        for path in paths:
            yield path
            advance()


def _tolerate_any_character(*streams: TextIO, encoding: str | None = None) -> None:
    """Let no letter stop the output. A stream that cannot be set up, as in some tests, stays as it is."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _say(message: str) -> None:
    print(f"citewell: {message}", file=sys.stderr)


def _refuse(message: str) -> int:
    _say(message)
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
