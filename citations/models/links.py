"""Whether the address of a work still answers."""

from __future__ import annotations

from django.db import models

from citations.models.citation import Citation


class LinkCheck(models.Model):
    """The last looks at a work's address. It counts as dead after two failures at least a week apart."""

    citation = models.OneToOneField(Citation, models.CASCADE, related_name="link_check", verbose_name="work")
    url = models.URLField("address asked", max_length=1000)
    checked_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField("ask again at", null=True, blank=True)
    status_code = models.PositiveSmallIntegerField("answer", null=True, blank=True)
    final_url = models.URLField("address it leads to", max_length=1000, blank=True)
    redirects = models.JSONField(default=list, blank=True, help_text="Each address on the way, with its answer.")
    message = models.CharField(max_length=300, blank=True, help_text="Why there was no answer.")
    failing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["citation"]
        indexes = [models.Index(fields=["next_at", "id"], name="link_check_due")]

    def __str__(self) -> str:
        return f"{self.url}: {self.status_code or self.message or 'not asked yet'}"
