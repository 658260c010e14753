"""Asks round after round, until the engine has no question left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from citations.lookups.session import Session
from citations.verification.asking import ask, ask_at_once
from evidence.context import Verification
from evidence.verifying.comparison import compare, is_preprint
from evidence.verifying.questions import next_questions
from evidence.verifying.replies import Question, Reply
from evidence.verifying.verdicts import is_it, record_of, verdict
from evidence.verifying.works import Work

ROUNDS = 12
"""More than any work needs: records, registers, fallbacks, up to three searches, the journal."""
AT_ONCE = 8
"""Works that are asked about side by side; how often a service is asked is for its limit to say."""
BATCH = 200


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on a work, every reply it rests on, and the record of the work where one was found."""

    verification: Verification
    replies: tuple[Reply, ...]
    record: Mapping[str, Any] | None = None


def verify(
    work: Work,
    session: Session,
    *,
    asking: Callable[[Question, Work, Session], Reply] = ask,
    known: Mapping[Question, Reply] | None = None,
) -> Verified:
    """Never raises for what a service does: a silent service is told of in the verdict. `known` are replies at hand."""
    replies: list[Reply] = []
    for _ in range(ROUNDS):
        questions = next_questions(work, replies)
        if not questions:
            break
        for question in questions:
            held = known.get(question) if known else None
            replies.append(held or asking(question, work, session))
            if question.by == "words" and _found(work, replies[-1]):
                return _verified(work, replies)  # one service that knows the work is enough
    return _verified(work, replies)


def _verified(work: Work, replies: Sequence[Reply]) -> Verified:
    return Verified(verdict(work, replies), tuple(replies), record_of(work, replies))


def verify_all(works: Sequence[Work], session: Session) -> Iterator[Verified]:
    """The verdicts on many works, in their order, as they come; identifiers are asked about many at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for start in range(0, len(works), BATCH):
            some = works[start : start + BATCH]
            known = ask_at_once(some, session)
            yield from pool.map(lambda work, known=known: verify(work, session, known=known), some)


def _found(work: Work, reply: Reply) -> bool:
    """Whether the service knows the work, in the form in which it is written."""
    alike = [record for record in reply.records if is_preprint(record) == is_preprint(work.csl)]
    return any(is_it(work, compare(work.csl, record, work.raw)) for record in alike)
