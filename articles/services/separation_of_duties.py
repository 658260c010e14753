"""Who may judge whose work: nobody their own."""

from __future__ import annotations

from django.contrib.auth.models import User

from articles.models import Article, LogEntry, Role

EDITS = ("created", "imported", "draft-saved")


def last_submission(article: Article) -> LogEntry | None:
    """The log's entry of when the article was last submitted for review: by whom, and with which notes."""
    return LogEntry.objects.filter(article_id=article.pk, action="submitted").order_by("-pk").first()


def is_author(article: Article, person: User) -> bool:
    """Whether the person is credited for the words: as author or editor, not as the reviewer who judged them."""
    return article.credits.exclude(role=Role.REVIEWER).filter(contributor__user=person).exists()


def share_in(article: Article, person: User) -> str:
    """The person's share in this draft as the rest of a sentence ("you …"), or "" for somebody independent.

    Editing counts since the article was last published; the log says who edited.
    """
    if is_author(article, person):
        return "you are one of its authors"
    entries = LogEntry.objects.filter(article_id=article.pk)
    submission = last_submission(article)
    if submission is not None and submission.actor_id == person.pk:
        return "you submitted it"
    published = entries.filter(action="published").order_by("-pk").values_list("pk", flat=True).first() or 0
    if entries.filter(action__in=EDITS, actor_id=person.pk, pk__gt=published).exists():
        return "you wrote part of this draft"
    return ""
