"""Who says what about a work, and whom we have asked."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from citations.models.citation import Citation


class Service(models.TextChoices):
    """Who a work is looked up with."""

    CROSSREF = "crossref", "Crossref"
    PUBMED = "pubmed", "PubMed"
    OPENALEX = "openalex", "OpenAlex"


class RecordedFact(models.Model):
    """What one origin says of one fact of a work. The citation itself carries the answer that counts.

    An editor's answer outranks every service; where services differ, all answers stay here to be seen.
    """

    EDITOR = "editor"

    citation = models.ForeignKey(Citation, models.CASCADE, related_name="recorded_facts", verbose_name="work")
    name = models.CharField("fact", max_length=40, help_text="The field of the work it is about.")
    origin = models.CharField(max_length=40, help_text="crossref, pubmed, openalex, editor, or a file's name.")
    value = models.JSONField(null=True, blank=True)
    evidence = models.CharField(max_length=300, blank=True, help_text="The words or heading that say so.")
    reason = models.CharField(max_length=500, blank=True, help_text="Why an editor set it.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name, verbose_name_plural = "fact with its source", "facts with their sources"
        ordering = ["citation", "name", "origin"]
        constraints = [
            models.UniqueConstraint(fields=["citation", "name", "origin"], name="recorded_fact_once_per_origin"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.value} ({self.origin})"


class Lookup(models.Model):
    """Where asking one service about one work stands. Only "found" and "not found" are answers."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        FOUND = "found", "Found"
        NOT_FOUND = "not-found", "Not known there"
        FAILED = "failed", "No answer yet"

    citation = models.ForeignKey(Citation, models.CASCADE, related_name="lookups", verbose_name="work")
    service = models.CharField(max_length=20, choices=Service.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField("last asked", null=True, blank=True)
    answered_at = models.DateTimeField("last answered", null=True, blank=True)
    next_at = models.DateTimeField("ask again at", null=True, blank=True)
    message = models.CharField(max_length=300, blank=True, help_text="Why there is no answer.")

    class Meta:
        verbose_name, verbose_name_plural = "question to a service", "questions to services"
        ordering = ["citation", "service"]
        constraints = [
            models.UniqueConstraint(fields=["citation", "service"], name="lookup_once_per_service"),
        ]
        indexes = [
            models.Index(
                fields=["next_at", "id"], name="lookup_due", condition=models.Q(state__in=["waiting", "failed"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_service_display()}: {self.get_state_display().lower()}"
