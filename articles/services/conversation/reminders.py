"""Reminds people before a day that ends something, and once after it: each day once, however often the clock asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Case, CharField, Exists, OuterRef, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.formats import date_format

from articles.models import Article, Ask, Reminder
from articles.services.conversation.asking import without
from articles.services.conversation.notices import leave
from articles.services.conversation.people import concerned, independent
from articles.services.conversation.waiting import open_questions

ASK_AHEAD = timedelta(days=2)
REVIEW_AHEAD = timedelta(days=14)
"""How long before its day something is brought to mind [house]."""
MOST = 500
"""Rows looked at in one run; the next takes the rest."""


def remind(*, today: date) -> int:
    """Leaves notices of what is due soon and what is late; how many days were new."""
    asks = _to_remind(open_questions(), "ask", "due", today, ASK_AHEAD)
    reviews = _to_remind(Article.objects.published(), "review", "next_review", today, REVIEW_AHEAD)
    return sum(_of_ask(row, today) for row in asks) + sum(_of_review(row, today) for row in reviews)


def _to_remind(rows: Any, what: str, column: str, today: date, ahead: timedelta) -> list[Any]:
    """Rows whose day is near or past, and of which nobody was reminded yet."""
    stage = Case(When(**{f"{column}__lt": today}, then=Value("-late")), default=Value("-before"))
    key = Concat(Value(f"{what}-"), Cast("pk", CharField()), stage, output_field=CharField())
    told = Reminder.objects.filter(key=OuterRef("reminder_key"), day=OuterRef(column))
    near = rows.filter(**{f"{column}__lte": today + ahead}).annotate(reminder_key=key)
    return list(near.filter(~Exists(told)).order_by(column, "pk")[:MOST])


def _key(what: str, pk: int, day: date, today: date) -> str:
    return f"{what}-{pk}-{'late' if day < today else 'before'}"


@transaction.atomic
def _once(key: str, day: date) -> bool:
    _row, made = Reminder.objects.get_or_create(key=key, day=day)
    return made


@transaction.atomic
def _of_ask(ask: Ask, today: date) -> bool:
    if ask.due is None or not _once(_key("ask", ask.pk, ask.due, today), ask.due):
        return False
    article = ask.thread.article
    people = [ask.person] if ask.person else without(independent(article, ask.part), ask.asked_by)
    day = date_format(ask.due, "j F Y")
    news = (
        f"It was due on {day}" if ask.due < today else "It is due today" if ask.due == today else f"It is due on {day}"
    )
    leave(people, article, f"Due {day}: {article.title}", f"{news}.\n\n{ask.entry.text}".strip(), ask.thread)
    return True


@transaction.atomic
def _of_review(article: Article, today: date) -> bool:
    day = article.next_review
    if day is None or not _once(_key("review", article.pk, day, today), day):
        return False
    said = date_format(day, "j F Y")
    late = day < today
    text = f"Its next review {'was due' if late else 'is due'} on {said}. Readers see that day on the page."
    leave(concerned(article), article, f"Review {'overdue' if late else 'due'}: {article.title}", text)
    return True
