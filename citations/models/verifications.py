"""Whether a listed work exists and is what is written of it, as services said."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

import evidence.context as context
from citations.models.citation import Citation

ACCUSED = ("other-work", "unregistered", "not-found")
"""Verdicts that somebody has to look into before readers rely on the work."""


class VerificationQuerySet(models.QuerySet["Verification"]):
    def due(self, now: Any) -> Self:
        return self.filter(next_at__lte=now)


class Verification(models.Model):
    """The verdict on one work. `written` is what somebody wrote of it, before services filled the record in."""

    class State(models.TextChoices):
        WAITING = "waiting", "Being asked about"
        ANSWERED = "answered", "Answered"
        FAILED = "failed", "No answer yet"

    class Verdict(models.TextChoices):
        AGREES = "agrees", "Agrees with the record"
        DIFFERS = "differs", "Differs from the record"
        OTHER_WORK = "other-work", "Identifier leads to another work"
        UNREGISTERED = "unregistered", "Identifier never given out"
        NOT_FOUND = "not-found", "Known to no service"
        CANNOT_TELL = "cannot-tell", "Cannot be told"
        NOT_ASKED = "not-asked", "Not asked yet"

    citation = models.OneToOneField(Citation, models.CASCADE, related_name="verification", verbose_name="work")
    written = models.JSONField("as written", default=dict, help_text="CSL-JSON, as it came in.")
    raw = models.TextField("as printed", blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    verdict = models.CharField(max_length=12, choices=Verdict.choices, default=Verdict.NOT_ASKED)
    fields = models.JSONField("fields that differ", default=list, blank=True)
    identifier = models.CharField("about", max_length=310, blank=True)
    proposal = models.CharField("fits what is written", max_length=310, blank=True)
    record = models.JSONField("record found", default=dict, blank=True)
    services = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    silent = ArrayField(models.CharField(max_length=20), verbose_name="gave no answer", default=list, blank=True)
    day = models.DateField("answers of", null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField("ask again at", null=True, blank=True)
    asked_at = models.DateTimeField("last asked", null=True, blank=True)

    objects: ClassVar[Any] = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "check by services", "checks by services"
        ordering = ["citation"]
        indexes = [
            models.Index(fields=["next_at", "id"], name="verification_due", condition=models.Q(next_at__isnull=False)),
            models.Index(fields=["verdict", "citation"], name="verification_verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.citation}: {self.get_verdict_display().lower()}"

    @property
    def accuses(self) -> bool:
        return self.verdict in ACCUSED

    def told(self) -> context.Verification:
        """The verdict in the engine's terms."""
        return context.Verification(
            verdict=context.Verdict(self.verdict),
            fields=tuple((str(name), str(written), str(recorded)) for name, written, recorded in self.fields),
            identifier=self.identifier,
            proposal=self.proposal,
            services=tuple(self.services),
            silent=tuple(self.silent),
            day=self.day,
            reason=self.reason,
        )
