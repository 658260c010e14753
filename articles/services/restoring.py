"""Puts what a revision holds back into the draft: words, people, what it told of products, topics, dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from articles.models import Article, ArticleCitation, Contributor, Revision, Topic
from articles.models.article import ArticleContributor, Role
from articles.services import log
from articles.services.drafts import save_draft
from articles.services.errors import ServiceError, WrongStatus
from articles.services.reviewing import reviewers_changed, reviewers_of
from citations.models import Citation
from products.models import Product, ProductDisclosure, Tie

SHOWN = ("title", "standfirst", "body")
DATES = ("evidence_to", "next_review")
"""The day of a medical review is no part of it: the reviewer records that, of the words that were read."""


class Part(models.TextChoices):
    """What can be put back, each by itself."""

    WORDS = "words", "Words"
    PEOPLE = "people", "People"
    DISCLOSURES = "disclosures", "Product disclosures"
    TOPICS = "topics", "Topics"
    DATES = "dates", "Dates, market and advice notice"


@dataclass(frozen=True, slots=True)
class PutBack:
    """What came back: keys of works on the list again; names of whom and what is no longer on record."""

    keys: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@transaction.atomic
def restore(
    *, article: Article, revision: Revision, by: User, version: int, parts: Collection[str] = (Part.WORDS,)
) -> PutBack:
    """Makes the parts of the draft what they were in the revision, as a new version; an approval ends as with any save.

    With the words come works that they cite. People, products and topics that are no longer on record cannot come back
    and are named. Of a disclosure comes back what readers were told and our tie; what the authors gain is asked anew
    where the draft has no answer, since no revision keeps it. Raises what saving a draft raises, and WrongStatus where
    the draft holds the same already.
    """
    if revision.article_id != article.pk:
        raise ServiceError("That revision belongs to another article.")
    if not parts:
        raise ServiceError("Choose what is to come back: the words, the people, the disclosures, topics or dates.")
    words = Part.WORDS in parts and _set(article, {name: getattr(revision, name) for name in SHOWN})
    changed = (Part.DATES in parts and _set(article, _page_facts(revision))) or words
    save_draft(article=article, by=by, expected_version=version)
    keys = _works_back(article, revision) if words else []
    missing: list[str] = []
    for part, put in (
        (Part.PEOPLE, _people_back),
        (Part.DISCLOSURES, _disclosures_back),
        (Part.TOPICS, _topics_back),
    ):
        if part in parts:
            differed, gone = put(article, revision, by)
            changed, missing = changed or differed, missing + gone
    if not changed:
        raise WrongStatus(_why_nothing(parts, missing))
    data = {"number": revision.number, "version": article.version, "parts": sorted(parts), "keys": keys}
    log.record(action="restored", by=by, article=article, revision=revision, data=data)
    return PutBack(tuple(keys), tuple(missing))


def _set(article: Article, wanted: Mapping[str, object]) -> bool:
    """Whether any of these columns was another before."""
    differed = any(getattr(article, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(article, name, value)
    return differed


def _page_facts(revision: Revision) -> dict[str, object]:
    """What the page said of itself. A revision of before these were kept says nothing of a date, so none is touched."""
    kept = {name: revision.dates[name] for name in DATES if name in revision.dates}
    days = {name: date.fromisoformat(day) if day else None for name, day in kept.items()}
    return {**days, "market": revision.market, "advice_notice": revision.advice_notice}


def _topics_back(article: Article, revision: Revision, by: User) -> tuple[bool, list[str]]:
    """The topics as the revision has them: whether they differed, and which are no longer on record."""
    named = {str(row["slug"]): str(row.get("name") or row["slug"]) for row in revision.topics if row.get("slug")}
    known = {topic.slug: topic for topic in Topic.objects.filter(slug__in=list(named))}
    gone = [name for slug, name in named.items() if slug not in known]
    stands = set(article.topics.values_list("pk", flat=True))
    wanted = {topic.pk for topic in known.values()}
    if wanted == stands or (gone and not wanted):
        return False, gone
    article.topics.set(known.values())
    return True, gone


def _why_nothing(parts: Collection[str], missing: list[str]) -> str:
    if missing:
        return f"No longer on record: {', '.join(missing)}. Nothing was changed."
    if set(parts) == {Part.WORDS}:
        return "The draft has these very words already. Nothing was changed."
    return "The draft holds all of this already. Nothing was changed."


def _works_back(article: Article, revision: Revision) -> list[str]:
    """Works that the revision cites and the draft's list lacks, where the library still has them."""
    rows = [row for row in revision.citations if row.get("work") and row.get("key")]
    there = dict(article.article_citations.values_list("citation_id", "key"))
    keys = {key.lower() for key in there.values()}
    known = Citation.objects.in_bulk([row["work"] for row in rows if row["work"] not in there])
    order = max(article.article_citations.values_list("order", flat=True), default=0)
    back = []
    for row in rows:
        if row["work"] in known and row["work"] not in there and str(row["key"]).lower() not in keys:
            order += 1
            ArticleCitation.objects.create(article=article, citation=known[row["work"]], key=row["key"], order=order)
            keys.add(str(row["key"]).lower())
            back.append(str(row["key"]))
    return back


def _people_back(article: Article, revision: Revision, by: User) -> tuple[bool, list[str]]:
    """The credits as the revision has them: whether they differed, and who is no longer on record."""
    named = [(str(row.get("slug") or ""), str(row.get("role") or ""), row.get("name")) for row in revision.contributors]
    known = {person.slug: person for person in Contributor.objects.filter(slug__in=[slug for slug, _, _ in named])}
    gone = [str(name or slug) for slug, _, name in named if slug not in known]
    found = [(known[slug].pk, role) for slug, role, _ in named if slug in known and role in Role.values]
    wanted = list(dict.fromkeys(found))
    stands = [(row.contributor_id, row.role) for row in article.credits.order_by("role", "order", "pk")]
    if wanted == stands or not wanted:
        return False, gone
    before = reviewers_of(article)
    article.credits.all().delete()
    ArticleContributor.objects.bulk_create(
        ArticleContributor(article=article, contributor_id=pk, role=role, order=order)
        for order, (pk, role) in enumerate(wanted, 1)
    )
    reviewers_changed(article=article, by=by, before=before)
    return True, gone


def _disclosures_back(article: Article, revision: Revision, by: User) -> tuple[bool, list[str]]:
    """The disclosures as readers were given them; a product that the revision does not name keeps its row, since the
    draft may name it now."""
    told = {str(row.get("product") or ""): row for row in revision.disclosures}
    known = {product.name: product for product in Product.objects.filter(name__in=list(told))}
    rows = {row.product_id: row for row in article.disclosures.select_related("product")}
    people = list(article.credits.values_list("contributor__name", "contributor__employer"))
    differed = False
    for name, product in known.items():
        row = rows.get(product.pk) or ProductDisclosure(article=article, product=product, market=article.market)
        before = (row.pk, row.tie, row.wording, row.advertisement, row.disclaimer)
        kept = told[name]
        row.tie = kept["tie"] if kept.get("tie") in Tie.values else ""
        row.advertisement = str(kept.get("advertisement") or "")
        row.disclaimer = bool(kept.get("disclaimer")) if product.supplement else row.disclaimer
        row.wording = _wording(row, str(kept.get("statement") or ""), people)
        if before != (row.pk, row.tie, row.wording, row.advertisement, row.disclaimer) or row.pk is None:
            if row.is_answered:
                row.answered_by, row.answered_at = by, timezone.now()
            row.save()
            differed = True
    return differed, [name for name in told if name not in known]


def _wording(row: ProductDisclosure, statement: str, people: Sequence[tuple[str, str]]) -> str:
    """What has to be written by hand for readers to be told this: nothing where the answers say it by themselves."""
    held, row.wording = row.wording, ""
    return statement if held == statement or row.told(people)[1] != statement else ""
