"""Two records of one work made into one."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from citations.models.citation import Citation


class Merge(models.Model):
    """What was merged into what, with all that is needed to undo it."""

    kept = models.ForeignKey(Citation, models.CASCADE, related_name="merges", verbose_name="work kept")
    gone_id = models.BigIntegerField("number of the record that went")
    gone = models.JSONField(help_text="The record that went, field by field.")
    before = models.JSONField(default=dict, help_text="The work kept, as it was before.")
    moved = models.JSONField(default=dict, help_text="What pointed at the record that went, by table.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.gone.get('title', 'A record')} into {self.kept}"
