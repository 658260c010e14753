"""What people have open and have not saved, and what the form showed them when they began."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

HERE = timedelta(seconds=45)
"""A page that was not heard of for so long is closed: three beats of fifteen seconds [house]."""


class WorkingCopyQuerySet(models.QuerySet["WorkingCopy"]):
    def here(self, now: datetime | None = None) -> Self:
        """Pages that are open now."""
        return self.filter(left=False, seen_at__gt=(now or timezone.now()) - HERE)

    def here_or_of(self, person: Any) -> Self:
        """Pages that are open now, and all those of the person."""
        return self.filter(Q(person=person) | Q(left=False, seen_at__gt=timezone.now() - HERE))

    def without_words(self) -> Self:
        """With who has the page, and in place of the words with whether there are any, as `holds`."""
        return self.defer("form").select_related("person").annotate(holds=Q(form__isnull=False))

    def unsaved(self) -> Self:
        """Those that hold words, newest first."""
        return self.filter(form__isnull=False).order_by("-kept_at", "-pk")


class WorkingCopy(models.Model):
    """One page of one person on which an article is written: what they typed since, and whether it is open.

    No article means one that was never saved. `form` holds the fields of the form as they would be sent, each name
    with its values; it is empty where nothing waits to be saved. Of two messages the one with the higher `serial` is
    the newer, whichever arrives last.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, null=True, blank=True, related_name="working_copies"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="working_copies")
    tab = models.CharField(max_length=40)
    serial = models.PositiveBigIntegerField(default=0)
    version = models.PositiveIntegerField(default=0, help_text="The version that the person began with.")
    form = models.JSONField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(default=timezone.now)
    left = models.BooleanField(default=False, help_text="The page was closed.")
    beside = models.BooleanField(default=False, help_text="Kept on purpose beside what is in review or scheduled.")

    objects: ClassVar[Any] = WorkingCopyQuerySet.as_manager()
    holds: bool
    """Whether words wait in it; set by `without_words`."""

    class Meta:
        verbose_name, verbose_name_plural = "text that is not saved yet", "texts that are not saved yet"
        ordering = ["-seen_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person", "tab"], condition=Q(article__isnull=False), name="copy_once_per_page"
            ),
            models.UniqueConstraint(
                fields=["person", "tab"], condition=Q(article__isnull=True), name="copy_of_new_once_per_page"
            ),
        ]
        indexes = [models.Index(fields=["seen_at"], name="copy_by_age")]

    def __str__(self) -> str:
        return f"{self.article_id or 'new'} by {self.person_id}"

    @property
    def is_open(self) -> bool:
        return not self.left and self.seen_at > timezone.now() - HERE


class ShownDraft(models.Model):
    """A state of a draft that a form showed, by the SHA-256 of it: what three-way merges begin with."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="shown_drafts")
    digest = models.CharField(max_length=64)
    state = models.JSONField()
    shown_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name, verbose_name_plural = "state of a draft as it was shown", "states of drafts as they were shown"
        ordering = ["-shown_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["article", "digest"], name="shown_once_per_state")]
        indexes = [models.Index(fields=["shown_at"], name="shown_by_age")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.digest[:12]}"
