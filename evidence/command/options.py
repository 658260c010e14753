"""The words of the `citewell` command line: its options, their values and what `--help` says of them.

An option that was not given is None here, so that `[tool.citewell]` can answer for it (settings.py).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from evidence import VERSION

CLEAN, FOUND, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

MAX_SECONDS = 300
"""Seconds that one file may take unless --max-seconds says otherwise: a book of a million words takes half of it."""

FORMATS = ("text", "json", "sarif", "github")

FAIL_ON = {
    "blocker": frozenset({"blocker"}),
    "warning": frozenset({"blocker", "warning"}),
    "note": frozenset({"blocker", "warning", "note"}),
    "never": frozenset[str](),
}
"""The severities that make the exit code 1, by the value of --fail-on."""

MIN_CERTAINTY = ("sure", "likely", "query")
"""The bands of certainty, surest first: each value raises its own band and those before it."""

EXIT_CODES = f"""\
exit codes:
  {CLEAN}    nothing found at or above --fail-on
  {FOUND}    something found at or above --fail-on
  {UNUSABLE}    wrong usage or settings, or a file that could not be read or checked;
       the other files are checked and reported all the same
  {INTERRUPTED}  interrupted (Ctrl-C)
"""

Run = Callable[[argparse.Namespace], int]


def parser(check: Run, explain: Run) -> argparse.ArgumentParser:
    """The parser of the whole command; `check` and `explain` are what its two words run."""
    command = argparse.ArgumentParser(
        prog="citewell",
        description="Says of every claim in a health article what it stands on.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--version", action="version", version=f"citewell {VERSION}")
    words = command.add_subparsers(required=True, metavar="COMMAND")
    _add_check(
        words.add_parser(
            "check",
            help="check articles (Markdown, plain text, web pages, Word documents)",
            description="Checks articles (.md, .txt, .html, .docx) and lists what is wrong with them.",
            epilog="Options that are not given are taken from [tool.citewell] in pyproject.toml.\n\n" + EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        ),
        check,
    )
    words.add_parser("verify", help="ask services whether the works that files list exist (citewell verify --help)")
    _add_explain(words.add_parser("explain", help="say what a flag means and what to do about it"), explain)
    return command


def _add_check(check: argparse.ArgumentParser, run: Run) -> None:
    check.add_argument("files", nargs="+", metavar="FILE", help='articles to check; "-" reads standard input')
    check.add_argument(
        "--select",
        type=_names,
        action="extend",
        metavar="CODE[,CODE...]",
        help="raise these flags only; a code or a group: citation, evidence, wording, product, page",
    )
    check.add_argument(
        "--ignore",
        type=_names,
        action="extend",
        metavar="CODE[,CODE...]",
        help="leave out these flags; codes or groups",
    )
    check.add_argument("--references", metavar="FILE", help="a library of works in CSL-JSON (.json) or BibTeX (.bib)")
    check.add_argument(
        "--verified",
        metavar="PATH",
        help="verdicts on works, as `citewell verify` keeps them: the file verdicts.json or its folder",
    )
    check.add_argument("--format", choices=FORMATS, help="what to write (default: text)")
    check.add_argument(
        "--fail-on",
        choices=tuple(FAIL_ON),
        help="the mildest flag that makes the exit code 1 (default: blocker)",
    )
    check.add_argument(
        "--min-certainty",
        choices=MIN_CERTAINTY,
        help="the least certain flags to raise: sure (right in 9 of 10), likely (7 of 10) or query (default: all)",
    )
    check.add_argument(
        "--today",
        type=_day,
        metavar="DATE",
        help="the date by which ages are judged, as 2026-03-31 (default: today)",
    )
    check.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="files checked at the same time (default: as many as there are cores, for more than 8 files)",
    )
    check.add_argument(
        "--max-seconds",
        type=_seconds,
        metavar="N",
        help=f"seconds one file may take before it is called too intricate to read (default: {MAX_SECONDS})",
    )
    check.add_argument("--no-config", action="store_true", help="do not look for [tool.citewell]")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    check.set_defaults(run=run)


def _add_explain(explain: argparse.ArgumentParser, run: Run) -> None:
    explain.add_argument("code", nargs="?", metavar="CODE", help="a flag, such as missing-citation")
    explain.add_argument("--all", action="store_true", help="explain every flag")
    explain.add_argument("--markdown", action="store_true", help="write Markdown, as in docs/flags.md")
    explain.set_defaults(run=run)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it as 2026-03-31") from None


def _jobs(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a number of jobs; give a whole number from 1 up")


def _seconds(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no number of seconds; give a whole number from 1 up")
