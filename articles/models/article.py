"""The working draft and the people, topics and works around it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length, Upper
from django.urls import reverse
from markdownx.models import MarkdownxField

from articles.models.naming import INDEXED, WordsOfDraft, holds, query_of
from products.models import Market

key_validator = RegexValidator(
    r"^[A-Za-z0-9_][\w.:+/#$%&?~-]*\Z",
    "A key begins with a letter from A to Z, a digit or _ and holds letters, digits and _ . : + / # $ %% & ? ~ - only, "
    "such as rautava2012.",
)
"""As pandoc, Better BibTeX and Google Scholar write keys, as far as the engine reads them in a text."""


class Topic(models.Model):
    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField("address", max_length=80, unique=True)
    description = models.TextField(blank=True, help_text="One or two sentences above the list of its articles.")
    text = models.TextField(
        blank=True,
        default="",
        db_default="",
        help_text="Markdown, between the description and the list of its articles.",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])


class Interests(models.TextChoices):
    """Competing interests; "none" is an explicit answer (ICMJE)."""

    UNANSWERED = "", "Not answered yet"
    NONE = "none", "None to declare"
    DECLARED = "declared", "Declared below"


class Contributor(models.Model):
    """A person who writes, reviews or edits, with what readers need to judge them by."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="account",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributor",
    )
    name = models.CharField(max_length=120)
    slug = models.SlugField("address", max_length=120, unique=True)
    credentials = models.CharField(max_length=120, blank=True, help_text="Degrees and titles: MD, RD, PhD.")
    field = models.CharField("own field", max_length=120, blank=True, help_text="Sleep medicine, dietetics…")
    employer = models.CharField(max_length=200, blank=True)
    bio = models.TextField(blank=True)
    photo = models.ImageField(upload_to="people/", blank=True)
    interests = models.CharField(
        "competing interests", max_length=10, choices=Interests.choices, blank=True, default=Interests.UNANSWERED
    )
    interests_text = models.TextField("which interests", blank=True)
    interests_on = models.DateField("declared on", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "person", "people"
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(interests="declared") | ~models.Q(interests_text=""),
                name="contributor_declared_interests_are_named",
                violation_error_message="Say which interests are declared.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.credentials}" if self.credentials else self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:contributor", args=[self.slug])

    @property
    def interests_statement(self) -> str:
        """The sentence shown to readers."""
        if self.interests == Interests.NONE:
            return "Competing interests: none declared."
        if self.interests == Interests.DECLARED:
            return f"Competing interests: {self.interests_text}"
        return "Competing interests: not stated."


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in-review", "In review"
    CHANGES_REQUESTED = "changes-requested", "Changes requested"
    APPROVED = "approved", "Approved"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    NEEDS_UPDATE = "needs-update", "Needs update"
    WITHDRAWN = "withdrawn", "Withdrawn"


LONGEST_HEAD = 1_000
"""Characters that title and standfirst have at most together."""
ATTEMPTS = 3
"""Times that an engine tries to read one version of a draft [house]: a fault that stays is no reason to go on."""


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions asked of many articles at once. `published()` is defined here and only here."""

    def published(self) -> Self:
        """What the public may see: a live revision stands. Withdrawing takes it away; the database sees to it."""
        return self.filter(live_revision__isnull=False)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def with_words(self, words: str) -> models.QuerySet[Article, int]:
        """The ids of those whose title, address, standfirst or people hold the words. Each half goes through indexes of
        its own; one condition for both would look at every article."""
        said = Q(title__icontains=words) | Q(standfirst__icontains=words) | Q(slug__icontains=words)
        named = self.model._default_manager.filter(credits__contributor__name__icontains=words)
        return self.filter(said).order_by().values_list("pk", flat=True).union(
            named.order_by().values_list("pk", flat=True)
        )  # fmt: skip

    def naming(self, name: str) -> Self:
        """Those whose title, standfirst or body hold a name, in whole words of which the last may go on."""
        query = query_of(name)
        found = self.filter(holds(name))
        if query is None:  # nothing but signs: no index knows it
            return found
        # Longer texts than the index holds are few, and looked through.
        indexed = found.annotate(naming=WordsOfDraft()).filter(naming=query).order_by().values("pk")
        longer = found.annotate(length=Length("body")).filter(length__gt=INDEXED - LONGEST_HEAD).order_by().values("pk")
        return self.filter(pk__in=indexed.union(longer))

    def due(self, now: datetime) -> Self:
        """Scheduled articles whose time has come."""
        return self.filter(status="scheduled", scheduled_for__lte=now)

    def needing_assessment(self, engine_version: str, *, today: date) -> Self:
        """Drafts that changed since the engine last read them, whose works did, that another version read, or of which
        a disclosure began or ran out since. Not those whose present version this engine failed at `ATTEMPTS` times.
        """
        given_up = Q(assessment_failures__gte=ATTEMPTS, failed_version=F("version"), failed_engine=engine_version)
        return self.exclude(given_up).filter(
            Q(assessed_version__isnull=True)
            | ~Q(assessed_version=F("version"))
            | ~Q(assessed_engine=engine_version)
            | Q(self._work_changed())
            | Q(self._disclosure_turned(today))
        )

    def _disclosure_turned(self, today: date) -> Exists:
        """Whether a day from or until which a disclosure holds has passed since the article was assessed."""
        same = self.model._default_manager.filter(pk=OuterRef("pk"))
        began = Q(disclosures__valid_from__lte=today, assessed_at__date__lt=F("disclosures__valid_from"))
        ended = Q(disclosures__valid_until__lt=today, assessed_at__date__lte=F("disclosures__valid_until"))
        return Exists(same.filter(began | ended))

    def _work_changed(self) -> Exists:
        """Whether a work on an article's list changed since the article was assessed."""
        same = self.model._default_manager.filter(pk=OuterRef("pk"))
        return Exists(same.filter(citations__updated_at__gt=OuterRef("assessed_at")))


class Article(models.Model):
    """The working draft. Readers never see it: public pages are made of `live_revision` alone.

    `status` is where the draft stands on its way. An article with a live revision stays public while its next
    version is written, reviewed and approved; only withdrawing takes it off the site.
    """

    Status = Status

    title = models.CharField(max_length=250)
    slug = models.SlugField("address", max_length=120, unique=True, help_text="The last part of the article's address.")
    standfirst = models.TextField(blank=True, max_length=600, help_text="One or two sentences under the title.")
    body = MarkdownxField(
        blank=True,
        help_text="Markdown. Cite with [@key], [1] or a footnote; the keys stand in the list of citations below.",
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    contributors = models.ManyToManyField(Contributor, through="ArticleContributor", related_name="articles")
    citations = models.ManyToManyField("citations.Citation", through="ArticleCitation", related_name="articles")

    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT, editable=False)
    market = models.CharField(max_length=2, choices=Market.choices, default=Market.US)
    advice_notice = models.BooleanField(
        "show the advice notice", default=True, help_text="“This article does not replace your doctor's advice.”"
    )
    harms_covered = models.BooleanField(
        "harms are covered", null=True, blank=True, help_text="Unanswered, the engine looks for them itself."
    )
    evidence_to = models.DateField("evidence searched to", null=True, blank=True)
    next_review = models.DateField(null=True, blank=True)
    reviewed_on = models.DateField("medically reviewed on", null=True, blank=True)

    published_at = models.DateTimeField("first published", null=True, blank=True, editable=False)
    updated_at = models.DateTimeField("last published change", null=True, blank=True, editable=False)
    scheduled_for = models.DateTimeField(null=True, blank=True, editable=False)
    live_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    # The exact words that reviewers read; approval names this revision and no other.
    review_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    version = models.PositiveIntegerField(default=1, editable=False)
    assessed_version = models.PositiveIntegerField(null=True, editable=False)
    assessed_engine = models.CharField(max_length=20, blank=True, editable=False)
    assessed_at = models.DateTimeField(null=True, editable=False)
    assessment_error = models.TextField(blank=True, editable=False)
    # Readings begun and not finished, and of which version by which engine; `ATTEMPTS` of them are all it gets.
    assessment_failures = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    failed_version = models.PositiveIntegerField(null=True, editable=False)
    failed_engine = models.CharField(max_length=20, blank=True, default="", db_default="", editable=False)
    # SHA-256 of all that the engine read, and the site's word that it did: a column set by hand says nothing.
    assessed_basis = models.CharField(max_length=64, blank=True, editable=False, default="", db_default="")
    assessment_seal = models.CharField(max_length=64, blank=True, editable=False, default="", db_default="")

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="articles_begun"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    modified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    modified_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[Any] = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-modified_at", "-pk"]
        permissions = [
            ("submit_article", "Can submit articles for review"),
            ("review_article", "Can ask for changes in articles"),
            ("approve_article", "Can approve articles"),
            ("publish_article", "Can publish, schedule and withdraw articles"),
            ("decide_flag", "Can decide flags"),
            ("override_blocker", "Can accept a blocker with a reason"),
            ("review_medically", "Can record a medical review as the reviewer named"),
            ("link_account", "Can say whose account a person has"),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="article_published"),
            models.Index(fields=["status", "-modified_at"], name="article_status"),
            models.Index(fields=["-modified_at", "-id"], name="article_by_change"),
            models.Index(
                fields=["next_review"], name="article_next_review", condition=models.Q(live_revision__isnull=False)
            ),
            models.Index(
                fields=["-updated_at"], name="article_changed", condition=models.Q(live_revision__isnull=False)
            ),
            models.Index(fields=["scheduled_for"], name="article_due", condition=models.Q(status="scheduled")),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="article_title_like"),
            GinIndex(OpClass(Upper("standfirst"), name="gin_trgm_ops"), name="article_standfirst_like"),
            GinIndex(OpClass(Upper("slug"), name="gin_trgm_ops"), name="article_slug_like"),
            GinIndex(WordsOfDraft(), name="article_words_of_draft"),
            models.Index(Length("body"), name="article_length"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status__in=["published", "needs-update"])
                | models.Q(live_revision__isnull=False, published_at__isnull=False),
                name="article_published_has_live_revision",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="scheduled")
                | models.Q(scheduled_for__isnull=False, review_revision__isnull=False),
                name="article_scheduled_has_time_and_revision",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="withdrawn") | models.Q(live_revision__isnull=True),
                name="article_withdrawn_is_not_live",
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="article_has_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.slug])

    @property
    def is_public(self) -> bool:
        return self.live_revision_id is not None

    @property
    def is_changed_since(self) -> bool:
        """Whether the draft has moved on from what readers see. Asks for `live_revision`; load it with the article."""
        return self.live_revision is not None and self.live_revision.draft_version != self.version

    @property
    def is_given_up(self) -> bool:
        """Whether reading this version failed so often that it is not tried again by itself."""
        return self.assessment_failures >= ATTEMPTS and self.failed_version == self.version

    @property
    def is_assessed(self) -> bool:
        """Whether the engine has read these very words."""
        return self.assessed_version == self.version


class Role(models.TextChoices):
    AUTHOR = "author", "Author"
    REVIEWER = "reviewer", "Medical reviewer"
    EDITOR = "editor", "Editor"


class ArticleContributor(models.Model):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="credits")
    contributor = models.ForeignKey(
        Contributor, on_delete=models.PROTECT, related_name="credits", verbose_name="person"
    )
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.AUTHOR)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = "person named on an article", "people named on articles"
        ordering = ["role", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "contributor", "role"], name="credit_once_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_role_display()})"


class ArticleCitation(models.Model):
    """The work in an article: the key the text calls it by and its place in the reference list."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="article_citations")
    citation = models.ForeignKey(
        "citations.Citation", on_delete=models.PROTECT, related_name="article_citations", verbose_name="work"
    )
    key = models.CharField(max_length=80, validators=[key_validator], help_text="Cite it in the text as [@key].")
    order = models.PositiveSmallIntegerField("number", default=0)

    class Meta:
        verbose_name, verbose_name_plural = "work on an article's list", "works on articles' lists"
        ordering = ["article", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="citation_key_once_per_article"),
            models.UniqueConstraint(fields=["article", "citation"], name="citation_once_per_article"),
        ]

    def __str__(self) -> str:
        return f"[@{self.key}]"
