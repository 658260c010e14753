"""What the engine found in the working draft, and what people decided about it."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Band(models.TextChoices):
    """How sure a judgement of the engine is: as a whole right in 9 of 10, 7 of 10 or fewer (standards.md A3.5a)."""

    SURE = "sure", "Sure"
    LIKELY = "likely", "Likely"
    QUERY = "query", "Query"


class Claim(models.Model):
    """A sentence of the draft, claim or not, and its place: offsets now, prefix and suffix to survive edits.

    `fingerprint` is the SHA-256 of the sentence's words; `occurrence` tells apart sentences that stand twice.
    A row stays when its sentence leaves the text (`current` is False), so decisions about it are not lost.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="claims")
    fingerprint = models.CharField(max_length=64)
    occurrence = models.PositiveSmallIntegerField(default=0)
    current = models.BooleanField(default=True)
    index = models.PositiveIntegerField()
    paragraph = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    prefix = models.CharField(max_length=80, blank=True)
    suffix = models.CharField(max_length=80, blank=True)
    is_claim = models.BooleanField(default=True)
    # How sure that is; the chance is empty where nothing tells, and for what was read before chances were kept.
    band = models.CharField(max_length=6, choices=Band.choices, default=Band.SURE)
    chance = models.FloatField(null=True, blank=True)
    kinds = ArrayField(models.CharField(max_length=30), default=list)
    wording = models.CharField(max_length=12, default="none")
    level = models.CharField(max_length=10, default="none")
    reasons = models.JSONField(default=list)
    suggested = ArrayField(models.CharField(max_length=80), default=list)
    citations = models.ManyToManyField("articles.ArticleCitation", through="ClaimLink", related_name="claims")

    class Meta:
        ordering = ["article", "index", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint", "occurrence"], name="claim_once_per_article"),
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="claim_ends_after_start"),
        ]
        indexes = [models.Index(fields=["article", "current", "index"], name="claim_in_order")]

    def __str__(self) -> str:
        return self.text[:80]


class ClaimLink(models.Model):
    """A claim stands on a work. `how` is the engine's word, or "editor" where a person linked it."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="links")
    article_citation = models.ForeignKey("articles.ArticleCitation", on_delete=models.CASCADE, related_name="links")
    how = models.CharField(max_length=10)
    mention = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["claim", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "article_citation"], name="claim_linked_once_per_work"),
        ]

    def __str__(self) -> str:
        return f"{self.claim} → {self.article_citation}"


class Severity(models.TextChoices):
    BLOCKER = "blocker", "Blocker"
    WARNING = "warning", "Warning"
    NOTE = "note", "Note"


class State(models.TextChoices):
    OPEN = "open", "Open"
    ACCEPTED = "accepted", "Accepted"
    FIXED = "fixed", "Fixed"
    VOID = "void", "Void"


class FlagQuerySet(models.QuerySet["Flag"]):
    def open(self) -> Self:
        return self.filter(state="open")

    def blockers(self) -> Self:
        return self.filter(severity="blocker")

    def worst_first(self) -> Self:
        return self.order_by("severity_rank", "article_id", "place", "pk")


class Flag(models.Model):
    """One fault. `fingerprint` covers code, words and sources: when words or sources change, it is another flag."""

    Severity = Severity
    State = State
    Band = Band

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="flags")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="flags")
    # Not cascading: a flag outlives the work's place on the list, because decisions about it are never deleted.
    article_citation = models.ForeignKey(
        "articles.ArticleCitation", on_delete=models.SET_NULL, null=True, blank=True, related_name="flags"
    )
    fingerprint = models.CharField(max_length=64)
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=10, choices=Severity.choices)
    severity_rank = models.GeneratedField(
        expression=models.Case(
            models.When(severity="blocker", then=0),
            models.When(severity="warning", then=1),
            default=2,
            output_field=models.SmallIntegerField(),
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    # Severity already follows the band. `chance` is empty for flags raised before chances were kept.
    band = models.CharField("how sure", max_length=6, choices=Band.choices, default=Band.SURE)
    chance = models.FloatField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    place = models.PositiveIntegerField(default=0, help_text="Index of the sentence; a high number for the page.")
    message = models.TextField()
    reader = models.CharField(max_length=120, blank=True)
    standard = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict)
    first_raised = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["severity_rank", "article", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint"], name="flag_once_per_article"),
            models.CheckConstraint(
                condition=~models.Q(severity="blocker") | models.Q(band="sure"), name="flag_blocker_is_sure"
            ),
            models.CheckConstraint(
                condition=~models.Q(band="query") | models.Q(severity="note"), name="flag_query_is_a_note"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "severity_rank", "article", "place", "id"], name="flag_desk"),
            models.Index(fields=["article", "state", "severity_rank"], name="flag_of_article"),
            models.Index(fields=["code", "state", "id"], name="flag_by_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.severity})"

    @property
    def is_for_readers(self) -> bool:
        """Whether readers may see it: a query is between the engine and the editors."""
        return self.band != Band.QUERY

    @property
    def how_sure(self) -> str:
        """The band with the chance, in words: "Likely: 76 of 100 such flags are right"."""
        if self.chance is None:
            return self.get_band_display()
        if self.chance >= 1:
            return f"{self.get_band_display()}: certain by form"
        return f"{self.get_band_display()}: {round(100 * self.chance)} of 100 such flags are right"


class Verdict(models.TextChoices):
    ACCEPT = "accept", "Accept with a reason"
    NOT_A_CLAIM = "not-a-claim", "Not a claim"
    ASK_SOURCE = "ask-source", "Ask for a source"
    ASK_WORDING = "ask-wording", "Ask for other words"
    REFER = "refer", "Ask a medical reviewer"
    REOPEN = "reopen", "Open again"


class Decision(models.Model):
    """What a person decided about a flag: never changed, only followed by another."""

    Verdict = Verdict

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=60, blank=True)
    reason = models.TextField()
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["flag", "decided_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.reason[:60]}"
