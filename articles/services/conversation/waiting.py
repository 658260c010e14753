"""What waits on somebody: the questions that stand on the first page of the newsroom."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from articles.models import Article, Ask
from articles.models.article import Status
from articles.models.claim import State
from articles.models.thread import AskKind
from articles.services.own_drafts import seen_by, sees_own_only

ENDED = (State.MENDED, State.FIXED, State.VOID)
PARTS = ("approve_article", "review_medically", "review_article", "change_article")
"""Rights that a question may be put to instead of a person."""


def open_questions() -> QuerySet[Ask]:
    """Open questions with what a line about each shows.

    A review is one only while the article is in review, and what was asked about a flag only until that ends.
    """
    rows: QuerySet[Ask] = Ask.objects.open().select_related(
        "thread__article", "thread__claim", "entry", "asked_by", "person"
    )
    in_review = ~Q(kind=AskKind.APPROVE) | Q(thread__article__status=Status.IN_REVIEW)
    return rows.filter(in_review).exclude(entry__flag__state__in=ENDED)


def asked_of(person: Any) -> QuerySet[Ask]:
    """What waits on this person, what is due soonest first, then what waits longest.

    A question to everybody with a right waits on nobody whose own work it is, nor on who asked it.
    """
    held = [part for part in PARTS if person.has_perm(f"articles.{part}")]
    own = Article.objects.filter(
        Q(created_by=person) | Q(credits__contributor__user=person, credits__role__in=["author", "editor"])
    )
    anybodys = Q(part__in=held) & ~Q(thread__article__in=own.order_by().values("pk")) & ~Q(asked_by=person)
    if "change_article" in held:
        anybodys |= Q(part="change_article", thread__article__created_by=person)
    rows = open_questions().filter(Q(person=person) | anybodys)
    if sees_own_only(person):
        rows = rows.filter(thread__article__in=seen_by(person).values("pk"))
    return rows.order_by(F("due").asc(nulls_last=True), "asked_at", "pk")
