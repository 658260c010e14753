"""What a service said of a work, in the library's own terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """A value for the field of `Citation` it stands under, and the words or heading that say so."""

    value: Any
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class FoundNotice:
    """A notice about the work with this `doi` or `pmid`, which need not be the one that was asked about.

    `kind` is one of `citations.models.NoticeKind`; `record` tells the notices of one service apart.
    """

    kind: str
    record: str
    doi: str = ""
    pmid: str = ""
    notice_doi: str = ""
    notice_pmid: str = ""
    title: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A work as one service knows it.

    `csl` is its CSL-JSON without abstract; `identifiers` are under the names of `Citation`'s fields; `facts` are the
    facts for grading; `knows_status` says that the service would have told of a retraction.
    """

    service: str
    at: datetime
    csl: Mapping[str, Any]
    identifiers: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    notices: tuple[FoundNotice, ...] = ()
    knows_status: bool = False
