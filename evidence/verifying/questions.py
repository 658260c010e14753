"""Which questions to ask next about a work, after what was replied so far.

First come the identifiers, at those who keep the records; then the DOI system, for what those lack; then, where no
identifier leads to the work that is written, searches by words. Nothing is asked twice, and nothing that could change
no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence.context import Verdict
from evidence.verifying.replies import Outcome, Question, Reply
from evidence.verifying.verdicts import leads_to_it, verdict
from evidence.verifying.works import Work

_KEPT_BY = {
    "pmid": ("pubmed",),
    "pmcid": ("pubmed",),
    "isbn": ("openlibrary", "dnb"),
    "arxiv": ("arxiv",),
    "nct": ("clinicaltrials",),
}
_AGENCIES = {"crossref": "crossref", "datacite": "datacite"}


def next_questions(work: Work, replies: Sequence[Reply]) -> tuple[Question, ...]:
    """The questions of the next round; none when the verdict stands."""
    asked = {reply.question for reply in replies}
    for round_of in (_registers, _doi_system, _records, _searches, _journals):
        if fresh := [question for question in round_of(work, replies) if question not in asked]:
            return tuple(dict.fromkeys(fresh))
    return ()


def _registers(work: Work, replies: Sequence[Reply]) -> Iterator[Question]:
    for name, value in work.identifiers().items():
        if name == "doi":
            yield Question("crossref", "doi", value)
        elif name != "isbn" or work.kind == "book":
            yield from (Question(service, name, value) for service in _KEPT_BY[name])


def _doi_system(work: Work, replies: Sequence[Reply]) -> Iterator[Question]:
    """Whether a DOI was given out at all, and by whom: asked where Crossref, which has most, does not hold it."""
    for reply in replies:
        question = reply.question
        if question.service == "crossref" and question.by == "doi" and reply.outcome is not Outcome.FOUND:
            yield Question("doi", "doi", question.value)


def _records(work: Work, replies: Sequence[Reply]) -> Iterator[Question]:
    """The record behind a registered DOI, from its agency; where that is silent, from others that hold the DOI."""
    for reply in replies:
        if reply.question.service != "doi" or reply.question.by != "doi" or reply.outcome is Outcome.UNKNOWN:
            continue
        doi = reply.question.value
        agency = _AGENCIES.get(reply.said.lower(), "doi" if reply.said else "crossref")
        first = Question(agency, "csl" if agency == "doi" else "doi", doi)
        yield first
        told = next((one for one in replies if one.question == first), None)
        if told and told.outcome is not Outcome.FOUND:
            yield from (Question(service, "doi", doi) for service in ("pubmed", "openalex"))


def _searches(work: Work, replies: Sequence[Reply]) -> Iterator[Question]:
    """Searches by words, until one finds the work; only where no identifier has led to it."""
    if not work.searchable or leads_to_it(work, replies):
        return
    for service in work.searched_in:
        yield Question(service, "words")


def _journals(work: Work, replies: Sequence[Reply]) -> Iterator[Question]:
    """Whether the journal is one whose articles a service would know; asked only where that decides."""
    if work.kind == "article" and work.container and verdict(work, replies).verdict is Verdict.NOT_FOUND:
        yield Question("crossref", "journal", work.container)
