"""Checking one file: from its bytes to its report, or to a sentence on why there is none.

Whatever happens with a file comes back as a value, so that one file never takes the answers for others with it.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from datetime import date

from evidence.declared import page_of, products_of
from evidence.documents import read
from evidence.files import UnreadableFileError, read_text
from evidence.frontmatter import FrontMatterError
from evidence.library import Library, lend, settle
from evidence.pipeline import assess
from evidence.reports import Report
from evidence.selection import only
from evidence.sources import FactError, sources_of


@dataclass(frozen=True, slots=True)
class Task:
    """What all files of a run have in common. `codes` None raises every flag."""

    today: date
    library: Library | None = None
    codes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report, or a problem in words, with the trace where citewell itself failed."""

    report: Report | None = None
    problem: str = ""
    notices: tuple[str, ...] = ()
    trace: str = ""


def check(path: str, task: Task) -> Outcome:
    """Check one file ("-" is standard input). Never raises for what the file holds."""
    try:
        text, encoding = read_text(path)
    except UnreadableFileError as error:
        return Outcome(problem=str(error))
    doubt = f"{path}: not UTF-8; read as Windows-1252. Save it as UTF-8 to be sure of every letter."
    notices = (doubt,) if encoding == "cp1252" else ()
    try:
        return Outcome(report=report(path, text, task), notices=notices)
    except (FrontMatterError, FactError) as error:
        return Outcome(problem=f"{path}: {error}", notices=notices)
    except Exception as error:  # noqa: BLE001 - one file must not take the answers for the others with it
        fault = f"{path}: citewell failed here ({type(error).__name__}); please report the lines above."
        return Outcome(problem=fault, notices=notices, trace=traceback.format_exc())


def report(path: str, text: str, task: Task) -> Report:
    """The report on a text. Raises FrontMatterError and FactError where its front matter cannot be followed."""
    library = task.library
    document = read(text, "markdown" if path.lower().endswith((".md", ".markdown")) else "auto")
    own = sources_of(document)
    assessment = assess(
        document,
        lend(document, own, library) if library else None,  # None: the works that the text lists or links to
        products_of(document.meta),
        today=task.today,
        page=page_of(document.meta),
    )
    if task.codes is not None:
        assessment = only(assessment, task.codes)
    name = "stdin" if path == "-" else path
    if library is None:
        return Report(name, assessment)
    own_keys = {source.key for source in own}
    lent = {key: item for key, item in library.csl.items() if key not in own_keys}
    return Report(name, settle(assessment, own), lent)
