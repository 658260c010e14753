"""What a reviewer is asked before approving. Answers are kept with the revision, in the words asked then."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models


class ChecklistQuerySet(models.QuerySet["ChecklistQuestion"]):
    def asked(self) -> Self:
        return self.filter(active=True).order_by("order", "pk")


class ChecklistQuestion(models.Model):
    """One question. It is taken out of use rather than deleted; a revision's answers never refer to it."""

    text = models.CharField(
        "question", max_length=300, help_text="So that “yes” is the good answer: Does every number stand in its source?"
    )
    help = models.TextField("what to look at", blank=True, max_length=600)
    order = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField("asked", default=True)

    objects: ClassVar[Any] = ChecklistQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name, verbose_name_plural = "question of the checklist", "questions of the checklist"
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="question_has_words")]

    def __str__(self) -> str:
        return self.text
