"""Addresses that once led to something of ours, and where they lead now."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.models.article import Article


class OldAddress(models.Model):
    """One old address. It leads to an article wherever that is, to another address of the site, or says "gone"."""

    class Why(models.TextChoices):
        IMPORTED = "imported", "Imported with the article"
        MOVED = "moved", "The article was given another address"
        BY_HAND = "by-hand", "By hand"

    old = models.CharField(
        "old address",
        max_length=500,
        unique=True,
        help_text="As readers have it: https://news.example/blog/zinc/ or /blog/zinc/.",
    )
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="old_addresses",
        help_text="Wherever this article stands, the old address leads to it.",
    )
    target = models.CharField(
        "or another address", max_length=500, blank=True, help_text="Of this site, such as /topics/sleep/."
    )
    gone = models.BooleanField("or gone for good", default=False, help_text="Readers are told that it was taken down.")
    why = models.CharField(max_length=10, choices=Why.choices, default=Why.BY_HAND, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    made_at = models.DateTimeField("added", auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = "old address"
        verbose_name_plural = "old addresses"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(article__isnull=False, target="", gone=False)
                    | Q(article__isnull=True, gone=False) & ~Q(target="")
                    | Q(article__isnull=True, target="", gone=True)
                ),
                name="old_address_leads_one_way",
            ),
            models.CheckConstraint(condition=Q(old__startswith="/"), name="old_address_is_a_path"),
        ]

    def __str__(self) -> str:
        return self.old

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """`clean` says in words what the checks hold; the database holds them besides, by names that tell nobody."""

    def clean(self) -> None:
        if [bool(self.article_id), bool(self.target), self.gone].count(True) != 1:
            raise ValidationError(
                "Choose an article, or name another address, or tick “gone for good”: one of the three."
            )
