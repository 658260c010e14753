"""Long work on many works at once: a file that is brought in, or one act on all works that somebody chose."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from citations.models.citation import Citation

MAY_SEE_ALL = "citations.view_batch"
MAY_STOP_ALL = "citations.change_batch"


class BatchQuerySet(models.QuerySet["Batch"]):
    def visible_to(self, user: User) -> Self:
        """People see what they started themselves; who may see all sees all."""
        return self if user.has_perm("citations.view_batch") else self.filter(by=user)

    def left_lying(self, before: datetime) -> Self:
        """What should be under way and has not moved since: its message was lost, or its worker died."""
        return self.filter(state__in=["waiting", "running"], moved_at__lt=before)


class Batch(models.Model):
    """One import or one act, how far it is and what came of it. Only its own worker moves it on.

    `place` says where to go on: for a file the number of its records that are dealt with, for an act the highest number
    of a work that is. It is written in the same transaction as what it stands for, so that nothing is counted twice.
    """

    IMPORT = "import"

    class State(models.TextChoices):
        CHOSEN = "chosen", "Not started"
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "At work"
        DONE = "done", "Done"
        FAILED = "failed", "Stopped by a fault"
        CANCELLED = "cancelled", "Cancelled"

    UNDER_WAY = (State.WAITING, State.RUNNING)
    OPEN = (State.CHOSEN, *UNDER_WAY)

    kind = models.CharField(max_length=20, help_text="“import”, or the name of the act.")
    title = models.CharField(max_length=200, help_text="The file's name, or the act in words.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="started by"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked = models.JSONField("what was asked for", default=dict, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes of the file, or works chosen.")
    passed = models.PositiveBigIntegerField(default=0, help_text="Of the size.")
    place = models.PositiveBigIntegerField(default=0)
    changed = models.PositiveIntegerField("new, or done", default=0)
    there = models.PositiveIntegerField("already there", default=0)
    refused = models.PositiveIntegerField("not understood, or refused", default=0)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="Since it last moved on.")
    message = models.CharField(max_length=300, blank=True, help_text="Why it was stopped.")
    created_at = models.DateTimeField("added", auto_now_add=True)
    started_at = models.DateTimeField("started", null=True, blank=True)
    moved_at = models.DateTimeField("last moved", default=timezone.now)
    ended_at = models.DateTimeField("ended", null=True, blank=True)

    objects: ClassVar[Any] = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = "import or bulk act"
        verbose_name_plural = "imports and bulk acts"
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="batch_recent"),
            models.Index(
                fields=["moved_at"], name="batch_open", condition=models.Q(state__in=["chosen", "waiting", "running"])
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_import(self) -> bool:
        return self.kind == self.IMPORT

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def percent(self) -> int:
        """How much of it is dealt with, 0 to 100; 100 only when it is done."""
        if self.state == self.State.DONE:
            return 100
        return min(99, 100 * self.passed // self.size) if self.size else 0

    def may_be_seen_by(self, user: User) -> bool:
        return self.by_id == user.pk or user.has_perm(MAY_SEE_ALL)

    def may_be_stopped_by(self, user: User) -> bool:
        return self.by_id == user.pk or user.has_perm(MAY_STOP_ALL)


class BatchPart(models.Model):
    """A piece of an uploaded file, so that web and worker need no disk in common; gone when it is read."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name, verbose_name_plural = "part of an import", "parts of imports"
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="batch_part_once")]

    def __str__(self) -> str:
        return f"Part {self.number} of {self.batch_id}"


class BatchWork(models.Model):
    """A work chosen for an act; of an import, one of the first that were new.

    Without a reference in the database: a work may be deleted or merged while it waits.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="works")
    work = models.ForeignKey(Citation, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)

    class Meta:
        verbose_name, verbose_name_plural = "work of an import", "works of imports"
        constraints = [models.UniqueConstraint(fields=["batch", "work"], name="batch_work_once")]

    def __str__(self) -> str:
        return f"Work {self.work_id} of {self.batch_id}"


class BatchFault(models.Model):
    """Why a record did not come in, with its line, or why an act was refused for a work. The first hundred are kept."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="faults")
    line = models.PositiveIntegerField(null=True, blank=True)
    work = models.ForeignKey(Citation, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=500)

    class Meta:
        verbose_name, verbose_name_plural = "line that was not understood", "lines that were not understood"
        ordering = ["batch", "id"]

    def __str__(self) -> str:
        return self.reason
