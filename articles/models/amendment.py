"""The public record of an article: what was corrected, updated, retracted, withdrawn or put back, for ever."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef
from django.db.models.functions import JSONObject, Now

SHOWN = ("entry", "kind", "at", "wrong", "right", "by_name", "before__number", "after__number")
"""What readers see of an entry."""


class AmendmentKind(models.TextChoices):
    """As registers of publications tell them apart (ICMJE, Crossref's updates); the last five are ours [house]."""

    CORRECTION = "correction", "Correction"
    UPDATE = "update", "Update"
    RETRACTION = "retraction", "Retraction"
    WITHDRAWAL = "withdrawal", "Withdrawal"
    RETURN = "return", "Put back"
    SOURCE = "source", "Change in a source"
    OUT_OF_DATE = "out-of-date", "Marked for an update"
    MOVED = "moved", "New address"
    LINK = "link", "Address of a source"
    REVIEW_DUE = "review-due", "Due for review"


TAKEN_OFF = (AmendmentKind.RETRACTION, AmendmentKind.WITHDRAWAL)
AFTERWARDS = (AmendmentKind.CORRECTION, AmendmentKind.UPDATE)
"""What may be added to the record of an article on the site, without new words of the article itself."""
UPKEEP = (AmendmentKind.MOVED, AmendmentKind.LINK, AmendmentKind.REVIEW_DUE)
"""What changes how a page is reached or looked after and nothing that it says: no news, and apart from corrections."""


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def newest_first(self) -> Self:
        """By their entries of the log, which are numbered one after another."""
        return self.order_by("-entry")

    def beside_articles(self) -> ArraySubquery:
        """The entries of each article of an outer query, newest first, as maps of `SHOWN`: no query of their own."""
        shown = {name: name for name in SHOWN}
        rows = self.filter(article=OuterRef("pk")).newest_first()
        return ArraySubquery(rows.values(told=JSONObject(**shown)))


class Amendment(models.Model):
    """One entry of the public record. The database takes it together with its entry of the log alone, dates it by
    that, and refuses UPDATE, DELETE and TRUNCATE; it lets no live page change or go without one.

    `before` and `after` are what readers saw until then and since; both the same where words alone were added to the
    record, `after` empty where the page was taken off.
    """

    Kind = AmendmentKind

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="amendments")
    kind = models.CharField(max_length=12, choices=AmendmentKind.choices)
    wrong = models.TextField("what was wrong", blank=True)
    right = models.TextField("what is right now, or what changed")
    at = models.DateTimeField(db_default=Now())
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField("name that readers see", max_length=200, blank=True)
    before = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, null=True, related_name="+")
    after = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, null=True, related_name="+")
    replacement = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, null=True, related_name="+", help_text="What to read instead."
    )
    entry = models.BigIntegerField(unique=True, editable=False, help_text="Its entry of the log.")

    objects: ClassVar[Any] = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["-entry"]
        verbose_name = "entry of the public record"
        verbose_name_plural = "entries of the public record"
        indexes = [
            models.Index(fields=["article", "-entry"], name="amendments_of_article"),
            models.Index(fields=["kind", "-entry"], name="amendments_of_kind"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(right=""), name="amendment_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.right[:80]}"
