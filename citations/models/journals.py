"""Journals and publishers that a list calls questionable: old and contested, so a note to editors at most."""

from __future__ import annotations

from django.db import models


class QuestionableJournal(models.Model):
    class Kind(models.TextChoices):
        JOURNAL = "journal", "Journal"
        PUBLISHER = "publisher", "Publisher"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=400)
    folded = models.CharField(max_length=400, db_index=True, editable=False, help_text="The name as compared.")
    url = models.URLField(max_length=1000, blank=True)
    list_name = models.CharField("list", max_length=200)
    list_date = models.DateField("date of the list")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "folded", "list_name"], name="questionable_journal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.list_name}, {self.list_date.year})"
