"""The reviewer's checklist: what is asked, changed by editors, and the answers that an approval keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import ChecklistQuestion
from articles.services import log
from articles.services.errors import ServiceError, require

YES, NO, NOT_HERE = "yes", "no", "n/a"
ANSWERS = ((YES, "Yes"), (NO, "No"), (NOT_HERE, "Does not apply"))
LONGEST_NOTE = 500


class ChecklistUnanswered(ServiceError):
    """A question that is asked has no answer, or a "no" has no reason."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reviewer says to one question."""

    answer: str
    note: str = ""


def answered(given: Mapping[int, Answer]) -> list[dict[str, Any]]:
    """Every question that is asked with its answer, as a revision keeps it: `{question, help, answer, note}`.

    `given` has answers by the number of the question. Raises ChecklistUnanswered.
    """
    kept = []
    for question in ChecklistQuestion.objects.asked():
        answer = given.get(question.pk)
        if answer is None or answer.answer not in dict(ANSWERS):
            raise ChecklistUnanswered(f"Answer the question “{question.text}” before you approve.")
        note = answer.note.strip()[:LONGEST_NOTE]
        if answer.answer == NO and not note:
            raise ChecklistUnanswered(
                f"You answered “{question.text}” with no. Say why it can be published all the same."
            )
        kept.append({"question": question.text, "help": question.help, "answer": answer.answer, "note": note})
    return kept


def for_an_example() -> dict[int, Answer]:
    """The answers of whoever loads an example: nobody read it against its sources, and the record says so."""
    asked = ChecklistQuestion.objects.asked()
    return {question.pk: Answer(NOT_HERE, "An example of the project, loaded by its command.") for question in asked}


@transaction.atomic
def save_question(*, question: ChecklistQuestion, by: User) -> ChecklistQuestion:
    """Saves a question, new or changed, with what it was before on the log."""
    new = question.pk is None
    require(by, f"{'add' if new else 'change'}_checklistquestion", "change the checklist")
    before = None if new else ChecklistQuestion.objects.select_for_update().get(pk=question.pk)
    question.full_clean()
    question.save()
    said = [
        {"question": row.text, "help": row.help, "order": row.order, "asked": row.active} if row else None
        for row in (before, question)
    ]
    data = {"number": question.pk, "before": said[0], "after": said[1]}
    log.record(action="checklist-changed", by=by, data=data)
    return question
