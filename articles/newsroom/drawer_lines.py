"""What stands on a drawer that is shut: "9 works, 3 cited". Rows are counted in the database, so that none is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.formats import date_format

from articles.models import Article, Role
from articles.models.article import Interests
from citations.models import Status

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


# One statement for the three lines, as it costs what one of the four queries did that Django would make of it.
SUMMED = """
SELECT
    (SELECT jsonb_agg(jsonb_build_array(c.role, c.contributor_id, p.interests))
        FROM articles_articlecontributor c JOIN articles_contributor p ON p.id = c.contributor_id
        WHERE c.article_id = %(article)s),
    (SELECT jsonb_agg(w.status)
        FROM articles_articlecitation ac JOIN citations_citation w ON w.id = ac.citation_id
        WHERE ac.article_id = %(article)s),
    (SELECT jsonb_agg(jsonb_build_array(d.tie, d.author_tie))
        FROM products_productdisclosure d WHERE d.article_id = %(article)s),
    (SELECT count(DISTINCT k.article_citation_id)
        FROM articles_claim c JOIN articles_claimlink k ON k.claim_id = c.id
        WHERE c.article_id = %(article)s AND c.current)
"""


@dataclass(frozen=True, slots=True)
class Summed:
    """What the lines on rows count: the role, number and interests of each person, the status of each work, how many
    works the text cites, and both ties of each product."""

    people: Sequence[tuple[str, int, str]] = ()
    works: Sequence[str] = ()
    cited: int = 0
    products: Sequence[tuple[str, str]] = ()


def summed(article: Article | None) -> Summed:
    """One query; none for an article that was never saved."""
    if article is None or article.pk is None:
        return Summed()
    with connection.cursor() as cursor:
        cursor.execute(SUMMED, {"article": article.pk})
        *rows, cited = cursor.fetchone()
    people, works, products = (json.loads(found or "[]") for found in rows)
    return Summed(people, works, cited, products)


def _people(found: Summed) -> str:
    if not found.people:
        return "Nobody named yet"
    roles = [role for role, _, _ in found.people]
    authors, reviewers = roles.count(Role.AUTHOR), roles.count(Role.REVIEWER)
    silent = {person for _, person, interests in found.people if interests == Interests.UNANSWERED}
    parts = [_counted(authors, "author"), _counted(reviewers, "reviewer") if reviewers else "no reviewer"]
    if silent:
        parts.append(f"interests of {len(silent)} not stated")
    return ", ".join(parts)


def _works(found: Summed) -> str:
    if not found.works:
        return "No works yet"
    parts = [f"{_counted(len(found.works), 'work')}, {found.cited} cited"]
    if retracted := sum(status in BAD for status in found.works):
        parts.append(f"{retracted} retracted or under concern")
    return ", ".join(parts)


def _products(found: Summed) -> str:
    rows = found.products
    if not rows:
        return "No product named"
    unanswered = sum(not all(ties) for ties in rows)
    answer = f"{unanswered if len(rows) > 1 else ''} unanswered".strip() if unanswered else "all answered"
    return f"{_counted(len(rows), 'product')}, {answer if len(rows) > 1 or unanswered else 'answered'}"


def _counted(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else one + 's'}"


LINES: dict[str, tuple[str, Callable[[Summed], str]]] = {
    "credits": ("People", _people),
    "article_citations": ("Works", _works),
    "disclosures": ("Products", _products),
}
"""By the name that the rows have at the article: what the drawer is called, and what sums it up."""


def lines_of_rows(article: Article) -> dict[str, str]:
    """By the same name, the lines as they are now: whoever waits for a reading sees what it counted."""
    found = summed(article)
    return {name: line(found) for name, (_, line) in LINES.items()}
