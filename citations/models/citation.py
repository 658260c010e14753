"""One work in the library, with the facts that grading needs and where each of them came from."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models
from django.db.models import Func, Value
from django.db.models.functions import Left, Lower
from django.urls import reverse

from citations.models.kinds import kind_in_words


class Design(models.TextChoices):
    """The designs of `evidence.context.Design`, with the words shown to people."""

    SYSTEMATIC_REVIEW = "systematic-review", "Systematic review"
    SYSTEMATIC_REVIEW_OBSERVATIONAL = "systematic-review-observational", "Systematic review, observational"
    GUIDELINE = "guideline", "Guideline"
    RCT = "rct", "Randomised trial"
    NON_RANDOMISED_TRIAL = "non-randomised-trial", "Trial without randomisation"
    COHORT = "cohort", "Cohort study"
    OBSERVATIONAL = "observational", "Observational study"
    NARRATIVE_REVIEW = "narrative-review", "Narrative review"
    CASE_CONTROL = "case-control", "Case-control study"
    CROSS_SECTIONAL = "cross-sectional", "Cross-sectional study"
    CASE_SERIES = "case-series", "Case report or series"
    ANIMAL = "animal", "Animal study"
    IN_VITRO = "in-vitro", "Laboratory study"
    OPINION = "opinion", "Editorial, comment or letter"
    BOOK = "book", "Book"
    WEBSITE = "website", "Website"
    PROTOCOL = "protocol", "Protocol without results"


class Status(models.TextChoices):
    """What is known of a work's status; "not checked" must never read as "not retracted"."""

    NOT_CHECKED = "not-checked", "Not checked"
    NONE_FOUND = "none-found", "No notice found"
    RETRACTED = "retracted", "Retracted"
    CONCERN = "concern", "Expression of concern"
    CORRECTED = "corrected", "Corrected"


class Species(models.TextChoices):
    HUMAN = "human", "People"
    ANIMAL = "animal", "Animals"
    CELLS = "cells", "Cells or test tube"


class Outcome(models.TextChoices):
    PATIENT = "patient", "Health as people feel it"
    SURROGATE = "surrogate", "A marker, not health"


def _without(expression: Any, pattern: str, flags: str = "g") -> Func:
    return Func(expression, Value(pattern), Value(""), Value(flags), function="regexp_replace")


def _plain(expression: Any) -> Func:
    """Small Latin letters and digits alone, without accents, as the database folds them."""
    return _without(Lower(Func(expression, template="normalize(%(expressions)s, NFKD)")), "[^a-z0-9]+")


def _address() -> Func:
    """The beginning of the address in small Latin letters and digits, without what comes before the host and behind
    the path: as `services.finding.rough_address` writes it."""
    bare = _without(models.F("url"), r"^[a-z]+://(www\.)?(m\.)?|[?#].*$", "gi")
    return Left(_without(Lower(bare), "[^a-z0-9]+"), 80)


def sought_words() -> Func:
    """Authors, title and year in small letters without accents, each word after a space: for search while one types.

    The function is made by migration 0015.
    """
    return Func(models.F("families"), models.F("title"), models.F("year"), function="citations_sought")


class CitationQuerySet(models.QuerySet["Citation"]):
    def retracted(self) -> Self:
        return self.filter(status="retracted")

    def told_as(self, status: str, *, watched: date | None) -> Self:
        """Works that people are told to have this status: `retraction_watch.status_of` asked of many works."""
        looked_for = models.Q(doi__gt="") | models.Q(pmid__gt="")
        if watched and status == "not-checked":
            return self.filter(~looked_for, status=status)
        if watched and status == "none-found":
            return self.filter(models.Q(status=status) | looked_for & models.Q(status="not-checked"))
        return self.filter(status=status)


class Citation(models.Model):
    """A work. Facts left empty are shown as "not recorded"; nothing is guessed."""

    csl = models.JSONField("bibliographic record", default=dict, help_text="CSL-JSON.")
    raw = models.TextField("as pasted", blank=True, help_text="The reference string it was made from.")
    title = models.TextField()
    families = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, help_text="Authors' family names in order."
    )
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1500), MaxValueValidator(2200)]
    )
    container = models.CharField("journal or publisher", max_length=400, blank=True)
    kind = models.CharField("type of work", max_length=60, blank=True, help_text="A type of CSL.")
    fingerprint = models.CharField(max_length=64, db_index=True, editable=False)
    compared = models.CharField(
        max_length=64,
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text="The fingerprint when last compared.",
    )
    # To find duplicates by: the first author's family name and the title's beginning in plain letters.
    family_key = models.GeneratedField(
        expression=_plain(models.F("families__0")), output_field=models.TextField(), db_persist=True
    )
    title_key = models.GeneratedField(
        expression=Left(_plain(models.F("title")), 80), output_field=models.TextField(), db_persist=True
    )
    address_key = models.GeneratedField(expression=_address(), output_field=models.TextField(), db_persist=True)
    sought = models.GeneratedField(expression=sought_words(), output_field=models.TextField(), db_persist=True)

    doi = models.CharField(
        "DOI",
        max_length=300,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", "A DOI starts with 10. and has a slash: 10.1000/xyz123.")],
        help_text="10.1016/j.jaci.2012.09.003",
    )
    pmid = models.CharField(
        "PMID",
        max_length=9,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^[1-9]\d{0,8}$", "A PMID is a number without leading zeros.")],
    )
    pmcid = models.CharField(
        "PMCID",
        max_length=15,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^PMC\d+$", "A PMCID is PMC and a number.")],
    )
    isbn = models.CharField("ISBN", max_length=13, unique=True, null=True, blank=True)
    arxiv = models.CharField("arXiv", max_length=40, unique=True, null=True, blank=True)
    nct = models.CharField(
        "trial number", max_length=11, blank=True, db_index=True, help_text="ClinicalTrials.gov, NCT…"
    )
    url = models.URLField("address", max_length=1000, blank=True)
    archived_url = models.URLField(
        "archived copy",
        max_length=1000,
        blank=True,
        validators=[URLValidator(("http", "https"), message="An archived copy has an address with http or https.")],
        help_text="Where an archive keeps the page, such as web.archive.org. Readers are led there when the address "
        "no longer answers.",
    )
    link_dead = models.BooleanField("link found dead", default=False)

    design = models.CharField("study design", max_length=40, choices=Design.choices, blank=True)
    sample_size = models.PositiveIntegerField("people (or animals) studied", null=True, blank=True)
    species = models.CharField("studied in", max_length=10, choices=Species.choices, blank=True)
    population = models.CharField(
        "population", max_length=300, blank=True, help_text="Who was studied: adults over 60 with insomnia."
    )
    outcome = models.CharField("outcome", max_length=10, choices=Outcome.choices, blank=True)
    funding = models.CharField("funding", max_length=500, blank=True, help_text="As stated in the work.")
    conflicts = models.TextField("competing interests", blank=True, help_text="As stated in the work.")
    seller_funded = models.BooleanField("paid for or written by a seller", default=False)
    peer_reviewed = models.BooleanField(null=True, blank=True)
    preprint = models.BooleanField(default=False)
    published_as = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="preprints",
        verbose_name="published as",
        help_text="The journal version of a preprint.",
    )
    publication_types = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    mesh = ArrayField(models.CharField(max_length=200), verbose_name="MeSH headings", default=list, blank=True)
    registration = models.CharField(
        max_length=200, blank=True, help_text="Where the study was registered, and as what."
    )
    risk_of_bias = models.PositiveSmallIntegerField(
        "points lost to risk of bias", default=0, validators=[MaxValueValidator(2)]
    )
    disputed_by = models.CharField(
        "disputed by", max_length=300, blank=True, help_text="A newer or broader work that says otherwise."
    )
    abstract = models.TextField(blank=True, help_text="Text held of the work; numbers in claims are checked in it.")
    facts_from = models.JSONField(
        "where the facts came from", default=dict, blank=True, help_text='{"design": "PubMed, 2026-11-22"}'
    )

    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NOT_CHECKED)
    status_checked = models.DateField("checked on", null=True, blank=True)
    status_sources = models.CharField("checked in", max_length=200, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[Any] = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name, verbose_name_plural = "work", "works"
        permissions = [("correct_citation", "Can correct works in use and record facts of works")]
        indexes = [
            GinIndex(fields=["title"], name="citation_title_trgm", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["status", "id"], name="citation_status"),
            models.Index(fields=["design", "id"], name="citation_design"),
            models.Index(fields=["family_key", "year"], name="citation_family_year"),
            models.Index(fields=["title_key"], name="citation_title_key"),
            GinIndex(fields=["sought"], name="citation_sought_trgm", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["address_key"], name="citation_address_key", condition=~models.Q(url="")),
            models.Index(
                fields=["id"], name="citation_to_compare", condition=~models.Q(compared=models.F("fingerprint"))
            ),
            models.Index(fields=["-updated_at", "-id"], name="citation_link_dead", condition=models.Q(link_dead=True)),
            # Carries what the list is filtered by, so that works are counted without reading their abstracts.
            models.Index(
                fields=["-updated_at", "-id"],
                include=[
                    *("created_at", "year", "design", "sample_size", "species"),
                    *("preprint", "seller_funded", "link_dead"),
                ],
                name="citation_recent",
            ),
            models.Index(
                fields=["-updated_at", "-id"], name="citation_lacks_abstract", condition=models.Q(abstract="")
            ),
            models.Index(fields=["-updated_at", "-id"], name="citation_lacks_funding", condition=models.Q(funding="")),
            models.Index(fields=["-updated_at", "-id"], name="citation_lacks_authors", condition=models.Q(families=[])),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="citation_has_title"),
            models.CheckConstraint(
                condition=models.Q(status="not-checked") | models.Q(status_checked__isnull=False),
                name="citation_checked_status_has_date",
                violation_error_message="A status other than “not checked” needs the day it was checked.",
            ),
            models.CheckConstraint(
                condition=models.Q(doi__isnull=True) | models.Q(doi=Lower("doi")),
                name="citation_doi_lower_case",
            ),
            models.CheckConstraint(condition=models.Q(risk_of_bias__lte=2), name="citation_risk_of_bias_range"),
        ]

    def __str__(self) -> str:
        """As lists to choose from name it: whoever is about to cite a retracted work sees it before."""
        warned = self.status in (Status.RETRACTED, Status.CONCERN)
        told = f"{self.get_status_display().upper()}: " if warned else ""
        return f"{told}{self.byline} ({self.year or 'n.d.'}). {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("admin:citations_citation_change", args=[self.pk])

    def get_kind_display(self) -> str:
        """As Django has it for fields with choices; records may hold types that are none of them."""
        return kind_in_words(self.kind)

    @property
    def out_of_reach(self) -> bool:
        """Whether readers cannot get to it: its address is dead, no copy is recorded, and no identifier leads there."""
        return self.link_dead and not (self.archived_url or self.doi or self.pmid or self.pmcid)

    @property
    def byline(self) -> str:
        """First author and "and others", as short lists name a work."""
        if not self.families:
            return "No author recorded"
        return self.families[0] if len(self.families) == 1 else f"{self.families[0]} and others"
