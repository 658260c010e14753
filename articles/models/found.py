"""What readers can find: tables that the database fills from live revisions, in the act of publishing or withdrawing.

The site's own account may read them and not write: what is found is what was approved (docs/decisions/0003).
"""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.functions import Upper

from articles.models.article import Article


class FoundArticle(models.Model):
    """An article on the site. `head` holds the words of title (A), standfirst and topics (B) and people (C); `words`
    holds these and the text (D), all in stems of English."""

    article = models.OneToOneField(Article, on_delete=models.DO_NOTHING, primary_key=True, related_name="found")
    published_at = models.DateTimeField()
    levels = ArrayField(models.CharField(max_length=12), default=list, help_text="Levels that its claims have.")
    reviewed_on = models.CharField(
        max_length=10, default="", db_default="", help_text="Day of a medical review by somebody named, as YYYY-MM-DD."
    )
    next_review = models.CharField(max_length=10, default="", db_default="", help_text="Day that it is due.")
    head = SearchVectorField()
    words = SearchVectorField()

    class Meta:
        verbose_name, verbose_name_plural = "article in the search", "articles in the search"
        indexes = [
            models.Index(fields=["reviewed_on", "next_review"], name="foundarticle_reviews"),
            models.Index(fields=["-published_at", "-article"], name="foundarticle_newest"),
            GinIndex(fields=["head"], name="foundarticle_head", fastupdate=False),
            GinIndex(fields=["words"], name="foundarticle_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"Article {self.article_id}"


class FoundClaim(models.Model):
    """A claim of an article on the site: its words (A) and those of the title it stands under (D)."""

    article = models.ForeignKey(Article, on_delete=models.DO_NOTHING, related_name="found_claims")
    index = models.PositiveIntegerField()
    text = models.TextField()
    support = models.CharField(max_length=12)
    level = models.CharField(max_length=12)
    published_at = models.DateTimeField()
    words = SearchVectorField()

    class Meta:
        verbose_name, verbose_name_plural = "claim in the search", "claims in the search"
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="foundclaim_newest"),
            models.Index(fields=["article"], name="foundclaim_article"),
            models.Index(fields=["support", "level"], name="foundclaim_figures"),
            GinIndex(fields=["words"], name="foundclaim_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.text


class FoundWord(models.Model):
    """A word that some text on the site has held, for words that are misspelt or not finished."""

    word = models.CharField(max_length=30, primary_key=True, db_collation="C")
    stem = models.CharField(max_length=30, db_index=True)

    class Meta:
        verbose_name, verbose_name_plural = "word of the search", "words of the search"
        indexes = [GinIndex(OpClass(Upper("word"), name="gin_trgm_ops"), name="foundword_like")]

    def __str__(self) -> str:
        return self.word


class ListedQuerySet(models.QuerySet["Listed"]):
    """Lists of articles by what they have, newest first."""

    def of(self, kind: str, key: str | Combinable) -> Self:
        """Articles that have one topic, person or work; `key` may be a column of the question around it."""
        return self.filter(kind=kind, key=key)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-article")


class Listed(models.Model):
    """One thing that an article on the site has: a topic, a person or a work, by its name in addresses."""

    class Kind(models.TextChoices):
        TOPIC = "topic", "Topic"
        PERSON = "person", "Person"
        WORK = "work", "Work"

    article = models.ForeignKey(Article, on_delete=models.DO_NOTHING, related_name="listed")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    key = models.CharField(max_length=120, db_collation="C", help_text="Slug of a topic or person, number of a work.")
    name = models.CharField(max_length=250, blank=True)
    published_at = models.DateTimeField()

    objects: ClassVar[Any] = ListedQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "entry of a public list", "entries of public lists"
        constraints = [models.UniqueConstraint(fields=["article", "kind", "key"], name="listed_once")]
        indexes = [models.Index(fields=["kind", "key", "-published_at", "-article"], name="listed_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key} of {self.article_id}"
