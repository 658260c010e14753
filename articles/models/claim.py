"""What the engine found in the working draft, and what people decided about it."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
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
        verbose_name, verbose_name_plural = "tie of a sentence to a work", "ties of sentences to works"
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
    """Where a flag stands. Mended: people changed the words or sources, and it is raised no more. Fixed: it is raised
    no more though they stand. Void: words or sources changed, and what was decided no longer covers anything, or the
    same fault is raised on the new words as another flag.
    """

    OPEN = "open", "Open"
    ACCEPTED = "accepted", "Accepted"
    MENDED = "mended", "Mended"
    FIXED = "fixed", "No longer raised"
    VOID = "void", "Void"


ENDED = (State.MENDED, State.FIXED, State.VOID)


class FlagQuerySet(models.QuerySet["Flag"]):
    def open(self) -> Self:
        return self.filter(state="open")

    def blockers(self) -> Self:
        return self.filter(severity="blocker")

    def worst_first(self) -> Self:
        return self.order_by("severity_rank", "article_id", "place", "pk")

    def in_reading_order(self) -> Self:
        """The newest article first, and within it as one reads; of one sentence the worst first."""
        return self.order_by("-article_id", "place", "severity_rank", "pk")


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
    # What it was raised on: the sentence's words stay here when the sentence is edited.
    words = models.TextField(blank=True, default="", db_default="")
    # The last decision that asks somebody for something ("" where none does): on whom an open flag waits.
    asked = models.CharField(max_length=20, blank=True, default="", db_default="")
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
            models.Index(fields=["state", "-article", "place", "severity_rank", "id"], name="flag_reading"),
            models.Index(fields=["state", "severity_rank", "-article", "place", "id"], name="flag_reading_grave"),
            models.Index(fields=["code", "state", "-article", "place", "severity_rank", "id"], name="flag_by_kind"),
            models.Index(
                fields=["asked", "-article", "place", "severity_rank", "id"],
                name="flag_asked",
                condition=models.Q(state="open") & ~models.Q(asked=""),
            ),
            models.Index(fields=["state", "first_raised"], name="flag_by_age"),
            GinIndex(SearchVector("words", config="english"), name="flag_words"),
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
        named = Band(self.band).label  # Django's own word for it goes through all choices each time
        if self.chance is None:
            return named
        if self.chance >= 1:
            return f"{named}: certain by form"
        return f"{named}: {round(100 * self.chance)} of 100 such flags are right"


class Verdict(models.TextChoices):
    ACCEPT = "accept", "Accept with a reason"
    NOT_A_CLAIM = "not-a-claim", "Not a claim"
    ASK_SOURCE = "ask-source", "Ask for a source"
    ASK_WORDING = "ask-wording", "Ask for other words"
    NOTE = "note", "Write to the author"
    REFER = "refer", "Ask a medical reviewer"
    REOPEN = "reopen", "Open again"


ASKING = (Verdict.ASK_SOURCE, Verdict.ASK_WORDING, Verdict.NOTE, Verdict.REFER)
"""Decisions after which an open flag waits on somebody: the author, or a medical reviewer."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    def letting_stand(self) -> Self:
        """The last about each accepted flag, where it lets the flag stand before readers with a reason."""
        last = self.filter(flag__state=State.ACCEPTED).order_by("flag_id", "-decided_at", "-pk").distinct("flag_id")
        return self.filter(pk__in=last.values("pk"), verdict=Verdict.ACCEPT).order_by("flag__place", "pk")


class Decision(models.Model):
    """What a person decided about a flag: never changed, only followed by another."""

    Verdict = Verdict

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=60, blank=True)
    reason = models.TextField()
    decided_at = models.DateTimeField(auto_now_add=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["flag", "decided_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.reason[:60]}"

    @property
    def public_name(self) -> str:
        """Who decided, as readers are told; "" where the account has no first and last name. Never what somebody
        logs in with."""
        name = self.person.get_full_name()
        return name if " " in name else ""


class Change(models.TextChoices):
    """What changed between two readings, so that a flag ended."""

    WORDS = "words", "the words"
    SOURCES = "sources", "the sources"
    GONE = "gone", "the sentence was taken out"
    PAGE = "page", "the page around it"
    FACTS = "facts", "what is known of its sources"
    RULES = "rules", "the rules of the engine"


class FlagEnding(models.Model):
    """How a flag ended at a reading, and what had changed: never altered. A flag raised again may end again.

    Every decision made before it on the same flag covers nothing since. `before` and `after` are the words of the
    sentence; `after` is empty where it was taken out.
    """

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="endings")
    state = models.CharField(max_length=10, choices=[(state.value, state.label) for state in ENDED])
    changed = ArrayField(models.CharField(max_length=10, choices=Change.choices), default=list)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    ended_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "end of a flag", "ends of flags"
        ordering = ["flag", "ended_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.what_changed}"

    @property
    def what_changed(self) -> str:
        """The words for `changed`, as a list in a sentence."""
        return " and ".join(Change(name).label for name in self.changed)

    @property
    def why(self) -> str:
        """The same as the rest of a sentence: "the words changed"."""
        return self.what_changed if self.changed == [Change.GONE] else f"{self.what_changed} changed"
