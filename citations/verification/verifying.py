"""Asks round after round, until the engine has no question left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citations.lookups.session import Session
from citations.verification.asking import ask
from evidence.context import Verification
from evidence.verifying.comparison import compare, is_preprint
from evidence.verifying.questions import next_questions
from evidence.verifying.replies import Question, Reply
from evidence.verifying.verdicts import is_it, verdict
from evidence.verifying.works import Work

ROUNDS = 8
"""More than any work needs: registers, records, fallbacks, up to three searches, the journal."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on a work and every reply it rests on."""

    verification: Verification
    replies: tuple[Reply, ...]


def verify(work: Work, session: Session, *, asking: Callable[[Question, Work, Session], Reply] = ask) -> Verified:
    """Never raises for what a service does: a silent service is told of in the verdict."""
    replies: list[Reply] = []
    for _ in range(ROUNDS):
        questions = next_questions(work, replies)
        if not questions:
            break
        for question in questions:
            replies.append(asking(question, work, session))
            if question.by == "words" and _found(work, replies[-1]):
                break  # one service that knows the work is enough
        else:
            continue
        break
    return Verified(verdict(work, replies), tuple(replies))


def _found(work: Work, reply: Reply) -> bool:
    """Whether the service knows the work, in the form in which it is written."""
    alike = [record for record in reply.records if is_preprint(record) == is_preprint(work.csl)]
    return any(is_it(work, compare(work.csl, record, work.raw)) for record in alike)
