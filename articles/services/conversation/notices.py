"""Leaves word for people, to be sent as mails by a worker once the transaction stands."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.dispatch import Signal

from articles.models import Article, Notice, Thread

left = Signal()
"""Sent with `people`, the numbers of accounts with something waiting. Whoever listens puts the sending in the queue."""


def leave(people: Iterable[User], article: Article, subject: str, text: str, thread: Thread | None = None) -> None:
    """One notice for each person with a mail address, each person once. A title cannot break the line."""
    rows = {person.pk: person for person in people if person.is_active and person.email}
    if not rows:
        return
    line = " ".join(subject.split())[:300]
    Notice.objects.bulk_create(
        Notice(person=person, article=article, thread=thread, subject=line, text=text) for person in rows.values()
    )
    left.send(sender=Notice, people=sorted(rows))
