"""Where what a flag asks for is answered, with a link: on the article, on a person's page, or on a product's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from articles.models import Contributor, Flag
from articles.models.article import Interests

DRAWERS = {
    "undisclosed-product": ("disclosures", "What we gain from its products"),
    "missing-disclaimer": ("disclosures", "What readers are told of its products"),
    "unqualified-link": ("disclosures", "What we gain from its products"),
    "missing-reviewer": ("credits", "Who reviewed the article"),
    "missing-date": ("dates", "The dates of the article"),
    "missing-harms": ("dates", "Whether harms are covered"),
    "missing-advice-notice": ("address", "Whether the advice notice is shown"),
}
"""The drawer of the article's page in which a question of the whole page is answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A place, and what is asked there."""

    label: str
    url: str


def where_answered(flag: Flag) -> list[Answer]:
    """Nothing for flags that the text itself answers. At most one query."""
    if flag.code == "conflict-undisclosed":
        return list(_interests(flag))
    if flag.code == "missing-credentials":
        people = Contributor.objects.filter(credits__article=flag.article_id, credits__role="author", credentials="")
        return [_person(person, "What qualifies") for person in people.distinct().order_by("name", "pk")]
    if flag.code in DRAWERS:
        drawer, label = DRAWERS[flag.code]
        return [_drawer(flag, drawer, label)]
    return []


def _interests(flag: Flag) -> Iterator[Answer]:
    """Each person's interests are stated once, on their own page; what we gain from a product, on the article's."""
    people = Contributor.objects.filter(credits__article=flag.article_id, interests=Interests.UNANSWERED)
    for person in people.distinct().order_by("name", "pk"):
        yield _person(person, "The interests of")
    if {"names", "argues for"} & set(flag.facts):
        yield _drawer(flag, "disclosures", "What we gain from its products")


def _person(person: Contributor, what: str) -> Answer:
    url = reverse("admin:articles_contributor_change", args=[person.pk])
    return Answer(f"{what} {person.name}: on the page of that person", url)


def _drawer(flag: Flag, drawer: str, label: str) -> Answer:
    url = reverse("admin:articles_article_change", args=[flag.article_id])
    return Answer(f"{label}: on the article's page", f"{url}#drawer-{drawer}")
