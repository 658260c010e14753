"""What stands on a drawer that is shut: "9 works, 3 cited". Rows are counted in the database, so that none is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeGuard

from django.utils.formats import date_format

from articles.models import Article, ClaimLink, Role
from articles.models.article import Interests
from citations.models import Status

_OF_PEOPLE = ("role", "contributor_id", "contributor__interests")
BAD = (Status.RETRACTED, Status.CONCERN)


def address_line(article: Article | None, fieldset: Any) -> str:
    form = fieldset.form if fieldset is not None else {}
    if "topics" in getattr(form, "fields", ()):
        slug, market, topics = (form[name].value() for name in ("slug", "market", "topics"))
    elif article is not None and article.pk:  # somebody who may only read: the form has no fields
        slug, market, topics = article.slug, article.market, article.topics.values_list("pk", flat=True)
    else:
        return "No address yet"
    named = _counted(len(topics), "topic") if topics else "no topic yet"
    return f"{slug or 'No address yet'}, {named}, {market}"


def dates_line(article: Article | None) -> str:
    if article is None or article.pk is None:
        return "No dates yet"
    parts = [
        f"evidence to {date_format(article.evidence_to, 'j M Y')}" if article.evidence_to else "evidence undated",
        f"reviewed {date_format(article.reviewed_on, 'j M Y')}" if article.reviewed_on else "not medically reviewed",
    ]
    if article.next_review:
        parts.append(f"next review {date_format(article.next_review, 'j M Y')}")
    line = ", ".join(parts)
    return line[0].upper() + line[1:]


def _people(article: Article | None) -> str:
    if not _is_kept(article) or not (rows := list(article.credits.values_list(*_OF_PEOPLE))):
        return "Nobody named yet"
    roles = [role for role, _, _ in rows]
    authors, reviewers = roles.count(Role.AUTHOR), roles.count(Role.REVIEWER)
    silent = {person for _, person, interests in rows if interests == Interests.UNANSWERED}
    parts = [_counted(authors, "author"), _counted(reviewers, "reviewer") if reviewers else "no reviewer"]
    if silent:
        parts.append(f"interests of {len(silent)} not stated")
    return ", ".join(parts)


def _works(article: Article | None) -> str:
    if not _is_kept(article):
        return "No works yet"
    if not (statuses := list(article.article_citations.values_list("citation__status", flat=True))):
        return "No works yet"
    links = ClaimLink.objects.filter(claim__article=article, claim__current=True)
    cited = links.order_by().values_list("article_citation_id").distinct().count()
    parts = [f"{_counted(len(statuses), 'work')}, {cited} cited"]
    if retracted := sum(status in BAD for status in statuses):
        parts.append(f"{retracted} retracted or under concern")
    return ", ".join(parts)


def _products(article: Article | None) -> str:
    if not _is_kept(article) or not (rows := list(article.disclosures.values_list("tie", "author_tie"))):
        return "No product named"
    unanswered = sum(not all(ties) for ties in rows)
    answer = f"{unanswered if len(rows) > 1 else ''} unanswered".strip() if unanswered else "all answered"
    return f"{_counted(len(rows), 'product')}, {answer if len(rows) > 1 or unanswered else 'answered'}"


def _is_kept(article: Article | None) -> TypeGuard[Article]:
    return article is not None and article.pk is not None


def _counted(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else one + 's'}"


LINES: dict[str, tuple[str, Callable[[Article | None], str]]] = {
    "credits": ("People", _people),
    "article_citations": ("Works", _works),
    "disclosures": ("Products", _products),
}
"""By the name that the rows have at the article: what the drawer is called, and what sums it up."""
