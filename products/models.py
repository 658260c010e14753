"""What the publisher or its authors sell, and what readers are told about it (standards.md section C)."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from products import statements


class Market(models.TextChoices):
    US = "US", "United States"
    UK = "UK", "United Kingdom"
    EU = "EU", "European Union"


class Product(models.Model):
    """Something sold that an article may name."""

    name = models.CharField(max_length=200, unique=True)
    names = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        verbose_name="other names",
        help_text="Other ways an article may call it.",
    )
    classes = ArrayField(
        models.CharField(max_length=100),
        default=list,
        blank=True,
        help_text="What it is: probiotic, magnesium. Arguing for the class needs the disclosure too.",
    )
    maker = models.CharField(max_length=200, blank=True)
    seller = models.CharField(max_length=200, blank=True)
    sold_by_publisher = models.BooleanField(
        "do we sell it?", null=True, blank=True, help_text="Unanswered counts as an open question, not as no."
    )
    supplement = models.BooleanField(
        "food supplement", default=True, help_text="US rules on supplement claims (21 CFR 101.93) apply."
    )
    licensed = models.BooleanField(
        "licensed medicine or cleared device",
        default=False,
        help_text="For what articles say of it. Without a licence nothing may be sold for a disease.",
    )
    trials = ArrayField(
        models.CharField(max_length=300),
        default=list,
        blank=True,
        verbose_name="trials of this product",
        help_text="DOI or PMID of human trials of this very product, strain and dose.",
    )
    url = models.URLField("shop address", max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Tie(models.TextChoices):
    """How the publisher is tied to the product on this page."""

    OWN = "own", "We make or sell it"
    AFFILIATE = "affiliate", "We earn money when readers buy it"
    SPONSORED = "sponsored", "The seller paid for this article"
    FREE_GOODS = "free-goods", "We were given it free"
    NONE = "none", "No tie"


class ProductDisclosure(models.Model):
    """The answer, for one article and one product, to: what do we and the authors gain? Asked, never inferred."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="disclosures")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="disclosures")
    tie = models.CharField(
        "our tie to it", max_length=20, choices=Tie.choices, blank=True, help_text="Unanswered blocks publication."
    )
    author_tie = models.CharField(
        "the authors' tie to it", max_length=300, blank=True, help_text="“None”, or what it is, per author."
    )
    wording = models.TextField(
        "what readers are told",
        blank=True,
        help_text="Shown before the first paragraph. Left empty, it is written from the answers above.",
    )
    market = models.CharField(max_length=2, choices=Market.choices, default=Market.US)
    disclaimer = models.BooleanField(
        "show the FDA statement", default=True, help_text="Bold, in the advertisement block (21 CFR 101.93)."
    )
    advertisement = models.TextField(
        "text of the advertisement", blank=True, help_text="Shown in its own labelled box, outside the article."
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "disclosure about a product", "disclosures about products"
        ordering = ["article", "product"]
        constraints = [
            models.UniqueConstraint(fields=["article", "product"], name="disclosure_once_per_article"),
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="disclosure_ends_after_it_starts",
                violation_error_message="The last day lies before the first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} in {self.article}"

    @property
    def is_answered(self) -> bool:
        return bool(self.tie and self.author_tie)

    @property
    def statement(self) -> str:
        """What readers are told, in the form of standards.md C4; the given wording wins."""
        return self.told()[1]

    def told(self, people: Sequence[tuple[str, str]] = ()) -> tuple[str, str]:
        """The title and the statement; `people` are names and employers of those credited with the article."""
        product = self.product
        ties = statements.Ties(
            product=product.name,
            publisher=settings.PUBLISHER_NAME,
            tie=self.tie,
            seller=product.seller,
            maker=product.maker,
            ours=product.sold_by_publisher is True,
            authors=self.author_tie,
            people=people,
        )
        return statements.title(ties), self.wording or statements.statement(ties)
