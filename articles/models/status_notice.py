"""What newsroom and readers were told of works: that they were retracted, or that their address no longer answers."""

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


class LinkNotice(models.Model):
    """How the address of a work stands that the live page of an article names, as its readers were told last.

    Sweeps compare it with how the address stands now. `url` is the one on the page: a page that was published anew with
    another address begins anew.
    """

    class State(models.TextChoices):
        ANSWERS = "answers", "Answers"
        DEAD = "dead", "No longer answers"
        MOVED = "moved", "Was replaced by another"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="link_notices")
    citation = models.ForeignKey("citations.Citation", on_delete=models.CASCADE, related_name="link_notices")
    url = models.TextField("address on the page")
    state = models.CharField(max_length=10, choices=State.choices)
    told_at = models.DateTimeField()

    class Meta:
        verbose_name, verbose_name_plural = "notice about a work's address", "notices about works' addresses"
        ordering = ["-told_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["article", "citation"], name="link_told_once")]
        indexes = [
            models.Index(fields=["citation"], name="link_told_otherwise", condition=~models.Q(state="answers")),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.citation_id} in {self.article_id}"
