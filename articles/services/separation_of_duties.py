"""Who may judge whose work: nobody their own."""

from __future__ import annotations

from django.contrib.auth.models import User

from articles.models import Article, LogEntry, Role

WRITING = ("created", "imported", "draft-saved")
CHANGING = (
    *("citations-added", "claim-linked", "claim-unlinked", "works-merged", "merge-undone"),
    *("work-changed", "product-changed", "person-changed", "topic-changed"),
)
"""Acts after which readers see something else, and so does the engine (migration 0008 has the same list)."""


def last_submission(article: Article) -> LogEntry | None:
    """The log's entry of when the article was last submitted for review: by whom, and with which notes."""
    return LogEntry.objects.filter(article_id=article.pk, action="submitted").order_by("-pk").first()


def accounts_of(article: Article) -> list[int]:
    """The accounts of the people credited for the words: as author or editor, not as the reviewer who judged them."""
    people = article.credits.exclude(role=Role.REVIEWER).filter(contributor__user__isnull=False)
    return sorted(people.values_list("contributor__user_id", flat=True))


def is_author(article: Article, person: User) -> bool:
    """Whether the person is credited for the words, was so when they were submitted, or was ever the account of
    somebody credited: taking an account off a name makes nobody independent.
    """
    return _is_author(article, person, last_submission(article))


def _is_author(article: Article, person: User, submission: LogEntry | None) -> bool:
    if person.pk in accounts_of(article):
        return True
    if submission is not None and person.pk in (submission.data.get("accounts") or []):
        return True
    people = list(article.credits.exclude(role=Role.REVIEWER).values_list("contributor_id", flat=True))
    links = LogEntry.objects.filter(action="account-linked", data__contributor__in=people)
    return links.filter(data__accounts__contains=person.pk).exists()


def share_in(article: Article, person: User) -> str:
    """The person's share in this draft as the rest of a sentence ("you …"), or "" for somebody independent.

    Changes count since the article was last published; the log says who made them.
    """
    submission = last_submission(article)
    if _is_author(article, person, submission):
        return "you are one of its authors"
    entries = LogEntry.objects.filter(article_id=article.pk)
    if submission is not None and submission.actor_id == person.pk:
        return "you submitted it"
    published = entries.filter(action="published").order_by("-pk").values_list("pk", flat=True).first() or 0
    mine = entries.filter(actor_id=person.pk, pk__gt=published)
    if mine.filter(action__in=WRITING).exists():
        return "you wrote part of this draft"
    if mine.filter(action__in=CHANGING).exists():
        return "you changed something it rests on"
    return ""
