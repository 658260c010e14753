"""What is asked of services about one work, and what they reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

Csl = Mapping[str, Any]


class Outcome(StrEnum):
    """Only the first two say something about the work."""

    FOUND = "found"
    UNKNOWN = "unknown"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Question:
    """What one service is asked: `by` is doi, csl (the record behind a DOI), pmid, pmcid, isbn, arxiv, nct, words or
    journal. For "words" `value` is empty: title, first authors, year and journal go out, and nothing else."""

    service: str
    by: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to one question. `records` are CSL-JSON; of a search the best guesses, which may all be other works.

    `said` is what else came with it: the agency of a DOI, or why a service was silent.
    """

    question: Question
    outcome: Outcome
    records: tuple[Csl, ...] = ()
    day: date | None = None
    said: str = ""
