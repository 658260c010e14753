"""Checking one file: from its bytes to its report, or to a sentence on why there is none.

Whatever happens with a file comes back as a value, so that one file never takes the answers for others with it.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from evidence.command.options import MAX_SECONDS
from evidence.command.report import Report
from evidence.command.selection import only
from evidence.context import Source, Verification
from evidence.deadline import Deadline, TooIntricateError, within
from evidence.opening.file_formats import open_document
from evidence.opening.files import UnreadableFileError, read_bytes
from evidence.pipeline import assess
from evidence.reading.front_matter import FrontMatterError
from evidence.reading.metadata import page_of, products_of
from evidence.sources.from_csl import FactError, sources_of
from evidence.values import Band, Document

if TYPE_CHECKING:
    from evidence.sources.library import Library

_DOUBTS = {
    "cp1252": "not UTF-8; read as Windows-1252.",
    "damaged utf-8": "some letters are damaged (shown as \ufffd).",
}
"""What is said of a text by the encoding it was read with."""


class Task(NamedTuple):
    """What all files of a run have in common. `codes` None raises every flag, `least` those as sure as it says;
    `verified` are verdicts on works, by what is written of them; `seconds` are those that each file may take."""

    today: date
    library: Library | None = None
    codes: frozenset[str] | None = None
    verified: Mapping[str, Verification] | None = None
    least: Band = Band.QUERY
    seconds: float = MAX_SECONDS


class Outcome(NamedTuple):
    """What became of one file: a report, or a problem in words, with the trace where citewell itself failed."""

    report: Report | None = None
    problem: str = ""
    notices: tuple[str, ...] = ()
    trace: str = ""


def check(path: str, task: Task) -> Outcome:
    """Check one file ("-" is standard input). Never raises for what the file holds."""
    notices: tuple[str, ...] = ()
    try:
        deadline = Deadline.after(task.seconds, time.monotonic)
        opened = open_document(path, read_bytes(path), deadline=deadline)
        doubt = _DOUBTS.get(opened.encoding)
        notices = (f"{path}: {doubt} Save it as UTF-8 to be sure of every letter.",) if doubt else ()
        with within(deadline):
            return Outcome(report=report(path, opened.document, task), notices=notices)
    except UnreadableFileError as error:
        return Outcome(problem=str(error), notices=notices)
    except (FrontMatterError, FactError, TooIntricateError) as error:
        return Outcome(problem=f"{path}: {error}", notices=notices)
    except MemoryError:
        return Outcome(problem=f"{path}: there is not enough memory to check this file. Cut it into parts.")
    except Exception as error:  # noqa: BLE001 - one file must not take the answers for the others with it
        fault = f"{path}: citewell failed here ({type(error).__name__}); please report the lines above."
        return Outcome(problem=fault, notices=notices, trace=traceback.format_exc())


def report(path: str, document: Document, task: Task) -> Report:
    """The report on a document. Raises FactError where its front matter cannot be followed."""
    library = task.library
    own: Sequence[Source] = ()
    known = None  # the works that the text lists or links to
    if library is not None:  # the library that was given stands for the one that the front matter names
        from evidence.sources.library import add_from_library, remove_unused

        document = replace(document, meta={k: v for k, v in document.meta.items() if k != "bibliography"})
        own = sources_of(document)
        known = add_from_library(document, own, library)
    assessment = assess(
        document,
        known,
        products_of(document.meta),
        today=task.today,
        page=page_of(document.meta),
        verified=_verdicts(document, task.verified),
    )
    if task.codes is not None or task.least is not Band.QUERY:
        assessment = only(assessment, task.codes, task.least)
    name = "stdin" if path == "-" else path
    if library is None:
        return Report(name, assessment)
    own_keys = {source.key for source in own}
    lent = {key: item for key, item in library.csl.items() if key not in own_keys}
    return Report(name, remove_unused(assessment, own), lent)


def _verdicts(document: Document, verified: Mapping[str, Verification] | None) -> Mapping[str, Verification] | None:
    """The verdicts on the works of the reference list, by their keys."""
    if not verified:
        return None
    from evidence.verifying.works import Work  # only where verdicts were given: it loads tables of letters

    keys = {
        reference.key: Work(reference.csl, reference.raw, reference.doubtful).key for reference in document.references
    }
    return {name: verified[key] for name, key in keys.items() if key in verified}
