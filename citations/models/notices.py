"""Notices of retraction, concern and correction, whoever published them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower


class NoticeKind(models.TextChoices):
    RETRACTION = "retraction", "Retraction"
    CONCERN = "concern", "Expression of concern"
    CORRECTION = "correction", "Correction"
    REINSTATEMENT = "reinstatement", "Reinstatement"


class Notice(models.Model):
    """One notice about one work, which need not be in the library: the sweep joins by DOI and PMID.

    Retraction Watch names its records, Crossref and PubMed give the notice's own DOI or PMID; `record` keeps whichever
    tells two notices of one source apart.
    """

    class Source(models.TextChoices):
        RETRACTION_WATCH = "retraction-watch", "Retraction Watch"
        CROSSREF = "crossref", "Crossref"
        PUBMED = "pubmed", "PubMed"

    source = models.CharField(max_length=20, choices=Source.choices)
    record = models.CharField("number at the source", max_length=300)
    kind = models.CharField(max_length=15, choices=NoticeKind.choices)
    doi = models.CharField("DOI of the work", max_length=300, blank=True)
    pmid = models.CharField("PMID of the work", max_length=9, blank=True)
    title = models.TextField("title of the work", blank=True)
    notice_doi = models.CharField("DOI of the notice", max_length=300, blank=True)
    notice_pmid = models.CharField("PMID of the notice", max_length=9, blank=True)
    url = models.URLField("address of the notice", max_length=1000, blank=True)
    published_on = models.DateField("date of the notice", null=True, blank=True)
    reasons = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "notice about a work", "notices about works"
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "record", "kind"], name="notice_once"),
            models.CheckConstraint(condition=~(models.Q(doi="") & models.Q(pmid="")), name="notice_names_a_work"),
            models.CheckConstraint(condition=models.Q(doi=Lower("doi")), name="notice_doi_lower_case"),
        ]
        indexes = [
            models.Index(fields=["doi"], name="notice_doi", condition=~models.Q(doi="")),
            models.Index(fields=["pmid"], name="notice_pmid", condition=~models.Q(pmid="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.doi or 'PMID ' + self.pmid}"


class NoticeList(models.Model):
    """A whole list of notices that was read. Works on no such list can be said to have been looked for in it."""

    source = models.CharField(max_length=20, choices=Notice.Source.choices)
    name = models.CharField("file", max_length=200)
    sha256 = models.CharField("SHA-256 of the file", max_length=64)
    rows = models.PositiveIntegerField("notices in it")
    as_of = models.DateField("as of", help_text="The day the list was drawn up.")
    complete = models.BooleanField(default=True, help_text="Whether it is the whole list of its source.")
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "list of notices", "lists of notices"
        ordering = ["-as_of", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} as of {self.as_of}"
