"""The form of an approval: the version that was read, and an answer to each question of the checklist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from articles.models import ChecklistQuestion
from articles.newsroom.forms import VersionForm
from articles.services.checklist import ANSWERS, LONGEST_NOTE, NO, Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the fields that answer it."""

    question: ChecklistQuestion
    answer: forms.BoundField
    note: forms.BoundField


class ApproveForm(VersionForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(ChecklistQuestion.objects.asked())
        for question in self.questions:
            self.fields[f"answer_{question.pk}"] = forms.ChoiceField(
                label=question.text,
                choices=ANSWERS,
                widget=forms.RadioSelect,
                error_messages={"required": "Answer this before you approve."},
            )
            self.fields[f"note_{question.pk}"] = forms.CharField(
                label="Note", required=False, max_length=LONGEST_NOTE, widget=forms.Textarea({"rows": 1})
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        for question in self.questions:
            if cleaned.get(f"answer_{question.pk}") == NO and not cleaned.get(f"note_{question.pk}", "").strip():
                self.add_error(f"note_{question.pk}", "Say why it can be published all the same.")
        if not self.errors:
            cleaned["answers"] = {
                row.pk: Answer(cleaned[f"answer_{row.pk}"], cleaned[f"note_{row.pk}"]) for row in self.questions
            }
        return cleaned

    @property
    def asked(self) -> Iterator[Asked]:
        for question in self.questions:
            yield Asked(question, self[f"answer_{question.pk}"], self[f"note_{question.pk}"])
