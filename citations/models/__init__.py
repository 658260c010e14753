"""The records of the library of works. QuerySets stand beside their models.

In: of `links` the words for what was seen at an address. Out: rows and questions asked of many of them.
May not import: `services` or any room above.
"""

from __future__ import annotations

from citations.models.batches import Batch, BatchFault, BatchPart, BatchWork
from citations.models.citation import Citation, Design, Outcome, Species, Status
from citations.models.facts import Lookup, RecordedFact, Service
from citations.models.in_hand import WorksInHand
from citations.models.journals import QuestionableJournal
from citations.models.kinds import kind_choices, kind_in_words
from citations.models.links import LinkCheck
from citations.models.merges import DuplicatePair, Merge
from citations.models.notices import Notice, NoticeKind, NoticeList
from citations.models.verifications import Verification
from citations.models.words import SoughtWord

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
    "SoughtWord",
    "Species",
    "Status",
    "Verification",
    "WorksInHand",
    "kind_choices",
    "kind_in_words",
]
