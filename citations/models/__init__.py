"""The records of the library of works."""

from __future__ import annotations

from citations.models.batches import Batch, BatchFault, BatchPart, BatchWork
from citations.models.citation import Citation, Design, Outcome, Species, Status
from citations.models.facts import Lookup, RecordedFact, Service
from citations.models.journals import QuestionableJournal
from citations.models.links import LinkCheck
from citations.models.merges import DuplicatePair, Merge
from citations.models.notices import Notice, NoticeKind, NoticeList

__all__ = [
    "Batch",
    "BatchFault",
    "BatchPart",
    "BatchWork",
    "Citation",
    "Design",
    "DuplicatePair",
    "LinkCheck",
    "Lookup",
    "Merge",
    "Notice",
    "NoticeKind",
    "NoticeList",
    "Outcome",
    "QuestionableJournal",
    "RecordedFact",
    "Service",
    "Species",
    "Status",
]
