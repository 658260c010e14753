"""How this publication works, in its own words: policies that editors write and readers see, with every version."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class PolicyPage(models.TextChoices):
    """The pages, by their name in addresses. What JTI (CEN CWA 17493) and NewsGuard ask a publication to tell."""

    EDITORIAL = "editorial-policy", "Editorial and review policy"
    CORRECTIONS = "corrections-policy", "Corrections policy"
    ADVERTISING = "advertising-and-ownership", "Advertising and ownership"
    CONTACT = "contact", "Contact"


class PolicyQuerySet(models.QuerySet["Policy"]):
    def of(self, page: str) -> Self:
        """Every version of one page, newest first."""
        return self.filter(page=page).order_by("-number")

    def in_force(self) -> Self:
        """The newest version of each page."""
        newest = self.order_by("page", "-number").distinct("page").values("pk")
        return self.filter(pk__in=newest)


class Policy(models.Model):
    """One version of one page. The database takes it together with its entry of the log alone, dates it by that, and
    refuses UPDATE, DELETE and TRUNCATE. The first versions came with the software: nobody wrote them here."""

    Page = PolicyPage

    page = models.CharField(max_length=30, choices=PolicyPage.choices)
    number = models.PositiveIntegerField()
    text = models.TextField(help_text="Markdown.")
    said = models.CharField("what changed", max_length=300)
    at = models.DateTimeField(db_default=Now())
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField("name that readers see", max_length=200, blank=True)
    entry = models.BigIntegerField(null=True, unique=True, editable=False, help_text="Its entry of the log.")

    objects: ClassVar[Any] = PolicyQuerySet.as_manager()

    class Meta:
        ordering = ["page", "-number"]
        verbose_name = "page on how we work"
        verbose_name_plural = "pages on how we work"
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="policy_version_once"),
            models.CheckConstraint(condition=~models.Q(text="") & ~models.Q(said=""), name="policy_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_page_display()}, version {self.number}"
