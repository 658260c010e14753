"""What the newsroom was told of works that were retracted or came under concern."""

from __future__ import annotations

from django.db import models


class StatusNotice(models.Model):
    """The last status of a work that an article was told of, once for each article and work.

    Sweeps compare it with the work's present status, so whatever changed that, and however long ago, is told once.
    `mailed_at` stays empty until the mail has left; the next sweep tries again.
    """

    class State(models.TextChoices):
        RETRACTED = "retracted", "Retracted"
        CONCERN = "concern", "Expression of concern"
        LIFTED = "lifted", "No longer retracted or under concern"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="status_notices")
    citation = models.ForeignKey("citations.Citation", on_delete=models.CASCADE, related_name="status_notices")
    state = models.CharField(max_length=10, choices=State.choices)
    told_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = "notice about a work's status", "notices about works' status"
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "citation"], name="status_told_once"),
        ]
        indexes = [
            models.Index(fields=["article"], name="status_not_mailed", condition=models.Q(mailed_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.citation_id} in {self.article_id}"
