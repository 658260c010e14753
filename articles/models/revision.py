"""The immutable snapshot that readers see."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Revision(models.Model):
    """Everything a reader sees of an article at one moment, so that one row serves a page and no draft can leak.

    `citations`, `disclosures`, `contributors`, `topics`, `claims`, `flags`, `decisions` and `summary` are lists and
    maps written by `articles.services.snapshot`; docs/architecture.md gives their shapes. The database refuses any
    change to a row but the approval and the day of publication, and refuses to make a revision live that holds an
    open blocker or that nobody has approved.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    draft_version = models.PositiveIntegerField(default=0, help_text="The draft's version it was made of.")
    title = models.CharField(max_length=250)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)
    html = models.TextField(blank=True, help_text="The body as readers get it, claims marked, sanitised.")
    contributors = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    citations = models.JSONField(default=list)
    disclosures = models.JSONField(default=list)
    claims = models.JSONField(default=list)
    flags = models.JSONField(default=list)
    decisions = models.JSONField(default=list)
    summary = models.JSONField(default=dict)
    dates = models.JSONField(default=dict)
    advice_notice = models.BooleanField(default=True)
    market = models.CharField(max_length=2, default="US")
    engine_version = models.CharField(max_length=20)
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of everything readers see.")
    change_note = models.CharField(max_length=300, blank=True)
    basis = models.JSONField(
        default=dict, blank=True, help_text="SHA-256 of each thing that the approval rests on, by name."
    )

    checklist = models.JSONField(
        default=list,
        db_default=[],
        blank=True,
        help_text="What the approver was asked, and answered: {question, help, answer, note}.",
    )

    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        # Finds the revisions that list a work: `citations @> [{"work": 7}]`. Revisions are made one by one, so each
        # goes into the index at once; a list of those that wait would be read through by every question.
        indexes = [
            GinIndex(fields=["citations"], name="revision_works", opclasses=["jsonb_path_ops"], fastupdate=False)
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once_per_article"),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True, approved_at__isnull=True)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False),
                name="revision_approval_has_person_and_time",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("created_by")),
                name="revision_not_approved_by_its_maker",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, revision {self.number}"

    @property
    def open_blockers(self) -> list[dict[str, object]]:
        """As the database counts them: a severity or a state that nobody knows cannot pass."""
        return [
            flag
            for flag in self.flags
            if str(flag.get("severity")).lower() not in ("warning", "note")
            and flag.get("state") not in ("accepted", "mended", "fixed", "void")
        ]
