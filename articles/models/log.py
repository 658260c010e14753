"""The record of what was done, which the database itself refuses to rewrite."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

FALLEN = ("approval-ended", "schedule-refused", "ended-by-saving")
"""Acts by which an article falls back on its way."""


class LogEntry(models.Model):
    """One act. A trigger asks for the `seal` of this site, fills `at` by the database's clock, `previous` and `hash`
    (SHA-256 chain), and refuses UPDATE, DELETE and TRUNCATE.

    People and articles are kept by name and number without a foreign key in the database, so that entries outlive
    what they name.
    """

    at = models.DateTimeField(db_default=Now())
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=40)
    article_id = models.BigIntegerField(null=True)
    revision_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, editable=False, default="")
    hash = models.CharField(max_length=64, editable=False, default="")
    seal = models.CharField(max_length=160, editable=False, default="", db_default="")

    class Meta:
        ordering = ["-pk"]
        verbose_name, verbose_name_plural = "entry of the log", "entries of the log"
        indexes = [
            models.Index(fields=["article_id", "id"], name="log_of_article"),
            models.Index(fields=["-id"], name="log_fell_back", condition=models.Q(action__in=FALLEN)),
            models.Index(fields=["id"], name="log_of_accounts", condition=models.Q(action="account-linked")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["seal"], condition=~models.Q(seal=""), name="log_seal_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action}"


class LogHead(models.Model):
    """The end of the chain, one row that only the log's own trigger writes: a log cut short does not fit it."""

    entries = models.BigIntegerField(default=0)
    last_id = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        verbose_name = "end of the log"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="log_has_one_head")]

    def __str__(self) -> str:
        return f"{self.entries} entries, {self.hash[:12]}"
