"""What somebody pasted to be added to the library."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class WorksInHand(models.Model):
    """What was pasted under "Add works", and what became of it: each of the screens can be loaded again."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="works_in_hand")
    text = models.TextField(blank=True)
    name = models.CharField(max_length=250, blank=True, help_text="Of the file, where one was chosen.")
    said = models.JSONField(default=dict, blank=True, help_text="Why it was refused, by field of the form.")
    added = models.JSONField(default=dict, blank=True, help_text="What came in, once it was saved.")
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "list of works in hand", "lists of works in hand"
        ordering = ["-read_at", "-pk"]
        indexes = [models.Index(fields=["read_at"], name="works_in_hand_by_age")]

    def __str__(self) -> str:
        return self.name or f"a pasted list of {self.person_id}"
