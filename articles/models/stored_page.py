"""Pages as readers get them, kept whole. Written by `articles.stored` alone."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class StoredPage(models.Model):
    """The answer to one public address: headers, and the body compressed, as it was rendered of live revisions.

    `depends` names what the page shows ("article:magnesium", "work:7", "lists"). Triggers on the tables behind these
    names set `stale` in the same transaction as the change, by whatever path it comes; a stale row is never sent.
    `seal` is an HMAC of all that is sent: a row that was written past the site is never sent either.
    """

    address = models.CharField(primary_key=True, max_length=300, db_collation="C")
    kind = models.CharField(max_length=40, help_text="The name of the address in the list of addresses.")
    headers = models.TextField(help_text="JSON list of pairs.")
    body = models.BinaryField(help_text="Compressed with gzip.")
    denser = models.BinaryField(null=True, help_text="Compressed with Brotli, for who takes that.")
    etag = models.CharField(max_length=32, help_text="The first half of the SHA-256 of headers and body.")
    changed = models.DateTimeField(help_text="When headers or body were last others; never twice in one second.")
    version = models.CharField(max_length=16, help_text="Of templates, code and settings.")
    epoch = models.BigIntegerField(help_text="Of what all pages depend on (PageEpoch).")
    until = models.DateTimeField(help_text="When it is rendered anew whatever happens.")
    depends = ArrayField(models.TextField(), default=list)
    revision = models.ForeignKey(
        "articles.Revision", on_delete=models.CASCADE, null=True, related_name="+", help_text="What it was made of."
    )
    stale = models.BooleanField(default=False, db_default=False)
    purge = models.BooleanField(
        default=False, db_default=False, help_text="Caches in front were not told yet that it changed."
    )
    seal = models.CharField(max_length=64)
    seal_denser = models.CharField(max_length=64, default="", db_default="")
    told = models.CharField(
        max_length=32, default="", db_default="", help_text="Of a feed: the `etag` that the hub was told of last."
    )

    class Meta:
        verbose_name, verbose_name_plural = "page kept for readers", "pages kept for readers"
        indexes = [
            GinIndex(fields=["depends"], name="storedpage_depends", fastupdate=False),
            models.Index(fields=["address"], name="storedpage_stale", condition=models.Q(stale=True)),
            models.Index(fields=["address"], name="storedpage_purge", condition=models.Q(purge=True)),
        ]

    def __str__(self) -> str:
        return self.address


class PageEpoch(models.Model):
    """One row. Raised when something changes that every page shows, such as the day of the last list of notices."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    epoch = models.BigIntegerField(default=0)
    purge = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name, verbose_name_plural = "state of kept pages", "states of kept pages"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="pageepoch_is_one_row")]

    def __str__(self) -> str:
        return f"Epoch {self.epoch}"
