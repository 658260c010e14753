"""Tells editors, and the people credited on an article, what happened to it without them, once it stands.

Notices are left with the change; a worker sends them as mails (`conversation.letters`).
"""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, LogEntry
from articles.services.conversation.notices import leave
from articles.services.conversation.people import authors_of, concerned, name_of

LATELY = timedelta(hours=1)
"""Changes by one person within it are told once [house]."""


def about(article: Article, subject: str, text: str) -> None:
    """Leaves word for editors and everybody credited. What happened is on the log whether a mail leaves or not."""
    leave(concerned(article), article, subject, text)


def changed_by_another(article: Article, by: User) -> None:
    """Tells whoever began the draft, and the authors it names, that somebody else saved it: once in an hour of changes.

    Called before this save is on the log, where the earlier ones are.
    """
    lately = LogEntry.objects.filter(
        article_id=article.pk, actor=by, action="draft-saved", at__gt=timezone.now() - LATELY
    )
    people = [person for person in authors_of(article) if person.pk != by.pk]
    if not people or lately.exists():
        return
    who = name_of(by)
    text = f"{who} saved “{article.title}” as version {article.version}. The log has each change."
    leave(people, article, f"{who} changed your draft: {article.title}", text)
