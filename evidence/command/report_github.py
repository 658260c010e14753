"""The answer as workflow commands, which GitHub Actions shows as annotations beside the lines of a change.

`::error file=...,line=...,col=...,title=...::message` (GitHub Docs, "Workflow commands for GitHub Actions").
Texts are not trusted: whatever could end a command or begin another is escaped, as @actions/core does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from evidence.command.places import Places
from evidence.command.report import Report
from evidence.command.report_text import clean
from evidence.flags.catalogue import FLAGS
from evidence.values import Band, Flag, Severity

COMMANDS = {Severity.BLOCKER: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def to_github(reports: Sequence[Report], problems: Sequence[str] = (), *, root: str = "") -> str:
    """One line for each flag, then one for each file that could not be read.

    GitHub names files from the root of the repository; `root` is that folder, "" leaves paths as they were given.
    """
    lines = [line for report in reports for line in _lines(report, root)]
    lines += [f"::error title=File not checked::{_data(problem)}" for problem in problems]
    return "".join(f"{line}\n" for line in lines)


def _lines(report: Report, root: str) -> Iterator[str]:
    places = Places(report.assessment)
    file = _from(root, report.path)
    for flag in report.assessment.flags:
        yield _line(flag, file, places, report.assessment.document.format != "word")


def _line(flag: Flag, file: str, places: Places, has_lines: bool) -> str:
    span = places.span(flag)
    line, column = places.at(span[0]) if span else (1, 1)
    properties = {
        "file": file,
        **({"line": str(line), "col": str(column)} if has_lines else {}),
        "title": f"{FLAGS[flag.code].title} ({flag.code}{_doubt(flag)})",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    about = f"{flag.reference}: " if flag.reference else ""
    return f"::{COMMANDS[flag.severity]} {written}::{_data(about + flag.message)}"


def _doubt(flag: Flag) -> str:
    return "" if flag.certainty.band is Band.SURE else f", {flag.certainty.band.value}"


def _from(root: str, path: str) -> str:
    absolute = os.path.abspath(path)
    if root and PurePath(absolute).is_relative_to(root):
        return PurePath(absolute).relative_to(root).as_posix()
    return PurePath(path).as_posix()


def _data(text: str) -> str:
    return clean(text).replace("%", "%25")


def _property(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C")
