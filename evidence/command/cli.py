"""The `citewell` command: checks articles like a linter checks code, without a database.

Its options and exit codes are in options.py, its settings in settings.py. Heavy imports wait until they
are needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from evidence import cycles
from evidence.command.options import CLEAN, FAIL_ON, FOUND, INTERRUPTED, UNUSABLE, parser
from evidence.language import kept_expressions

if TYPE_CHECKING:
    import argparse

    from evidence.command.checking import Outcome
    from evidence.command.report import Report
    from evidence.command.settings import Settings
    from evidence.context import Verification
    from evidence.sources.library import Library

MANY_FILES = 8
"""From this many files on, a terminal shows a progress bar."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code. Without words of its own it takes those of the process, which is then
    all its own."""
    if argv is None:
        cycles.search_seldom()
        kept_expressions.remember()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["verify"]:
        return _verify(words[1:])
    options = parser(_check, _explain).parse_args(words)
    _tolerate_any_character(sys.stdout, sys.stderr)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        kept_expressions.keep()
    except BrokenPipeError:
        # The reader (`head`, a pager) has gone; keep Python from complaining again while it closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _verify(words: Sequence[str]) -> int:
    """Hands over to the word that asks services. The engine may open no connection, so it is called by name."""
    from importlib import import_module

    try:
        command = import_module("citations.verification.command")
    except ModuleNotFoundError as error:
        return _refuse(f"`citewell verify` needs the module {error.name}; install citewell with what it requires.")
    _tolerate_any_character(sys.stdout, sys.stderr)
    code: int = command.main(words)
    return code


def _explain(options: argparse.Namespace) -> int:
    from evidence.flags import catalogue

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
    from evidence.command.settings import SettingsError, resolve
    from evidence.opening.files import UnreadableFileError

    try:
        settings = resolve(options)
        library = _library(settings.references)
        verified = _verified(options.verified)
    except (SettingsError, UnreadableFileError) as error:
        return _refuse(str(error))
    reports: list[Report] = []
    problems: list[str] = []
    for outcome in _outcomes(options, settings, library, verified):
        for notice in outcome.notices:
            _say(notice)
        if outcome.report:
            reports.append(outcome.report)
        else:
            problems.append(outcome.problem)
            sys.stderr.write(outcome.trace)
            _say(outcome.problem)
    _write(options.color, settings, reports, problems)
    if problems:
        return UNUSABLE
    severities = {flag.severity.value for report in reports for flag in report.assessment.flags}
    return FOUND if severities & FAIL_ON[settings.fail_on] else CLEAN


def _outcomes(
    options: argparse.Namespace,
    settings: Settings,
    library: Library | None,
    verified: Mapping[str, Verification] | None,
) -> Iterator[Outcome]:
    from datetime import UTC, datetime

    from evidence.command.checking import Task, check
    from evidence.values import Band

    task = Task(
        options.today or datetime.now(UTC).astimezone().date(),
        library,
        settings.codes,
        verified,
        Band(settings.min_certainty),
        seconds=settings.max_seconds,
    )
    paths = list(dict.fromkeys(options.files))
    if len(paths) == 1:
        return iter([check(paths[0], task)])
    from evidence.command.parallel import outcomes

    return _with_progress(outcomes(paths, task, options.jobs), len(paths))


def _library(path: str | None) -> Library | None:
    if path is None:
        return None
    from evidence.opening.files import UnreadableFileError, read_text
    from evidence.sources.library import LibraryError, read_bib_library, read_library

    if path.lower().endswith((".ris", ".enw", ".xml", ".nbib")):
        raise UnreadableFileError(f"{path}: export the library as BibTeX (.bib) or CSL-JSON (.json).")
    read = read_bib_library if path.lower().endswith(".bib") else read_library
    try:
        library = read(read_text(path)[0])
    except LibraryError as error:
        raise UnreadableFileError(f"{path}: {error}.") from None
    for problem in library.problems:
        _say(f"{path}: {problem}")
    return library


def _verified(path: str | None) -> Mapping[str, Verification] | None:
    if path is None:
        return None
    import json

    from evidence.opening.files import UnreadableFileError, read_text
    from evidence.sources.verifications import verification_of

    name = os.path.join(path, "verdicts.json") if os.path.isdir(path) else path
    try:
        works = json.loads(read_text(name)[0])["works"]
        told = {str(key): verification_of(kept) for key, kept in works.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableFileError(f"{name}: these are no verdicts of `citewell verify`; run it anew.") from None
    return {key: one for key, one in told.items() if one}


def _write(colour: str, settings: Settings, reports: Sequence[Report], problems: Sequence[str]) -> None:
    if settings.format != "text":
        _tolerate_any_character(sys.stdout, encoding="utf-8")  # for programs, whatever the terminal speaks
    if settings.format == "json":
        from evidence.command.report import to_json

        sys.stdout.write(to_json(reports))
    elif settings.format == "sarif":
        from evidence.command.report_sarif import to_sarif

        sys.stdout.write(to_sarif(reports, problems))
    elif settings.format == "github":
        from evidence.command.report_github import to_github

        sys.stdout.write(to_github(reports, problems, root=os.environ.get("GITHUB_WORKSPACE", "")))
    else:
        from evidence.command.report_text import to_text

        sys.stdout.write(to_text(reports, colour=_wants_colour(colour), unread=len(problems)))


def _wants_colour(choice: str) -> bool:
    """NO_COLOR (https://no-color.org) holds unless the command line says otherwise."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _with_progress(outcomes: Iterable[Outcome], number: int) -> Iterator[Outcome]:
    if number < MANY_FILES or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    # Drawn by hand: a thread that draws must not be alive when processes are forked.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        bar = progress.add_task("Checking", total=number)
        for outcome in outcomes:
            yield outcome
            progress.update(bar, advance=1, refresh=True)


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
