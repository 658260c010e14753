"""Finds who is called by "@name" in what somebody writes."""

from __future__ import annotations

import re

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.db.models.functions import Lower

from articles.models import Article
from articles.services.conversation.people import holders
from articles.services.errors import ServiceError

# Not in a mail address, a path, or one of pandoc's citations ("[@doe2019]", "[see @doe2019]" is told by its key).
MENTION = re.compile(r"(?<![\w.@\[/+-])@([A-Za-z0-9_][\w.+-]{0,149})")
MOST = 20
"""People called in one entry [house]."""


class NobodyOfThatName(ServiceError):
    """A mention leads to no account, so whoever wrote it would wait for nobody."""


def names_in(text: str) -> list[str]:
    """What follows each "@", with the stops of a sentence taken off, each once and in order."""
    found = (match[1].rstrip(".-+") for match in MENTION.finditer(text))
    return list(dict.fromkeys(name for name in found if name))[:MOST]


def people_in(text: str, article: Article, *, strict: bool) -> list[User]:
    """The accounts called in `text`. A citation key of the article calls nobody.

    Raises NobodyOfThatName where `strict` and a name is no account of the newsroom.
    """
    names = names_in(text)
    if not names:
        return []
    keys = {key.lower() for key in article.article_citations.values_list("key", flat=True)}
    wanted = {name.lower(): name for name in names if name.lower() not in keys}
    rows = people_to_ask().annotate(called=Lower("username")).filter(called__in=wanted)
    found = {row.username.lower(): row for row in rows}
    missing = [name for low, name in wanted.items() if low not in found]
    if missing and strict:
        raise NobodyOfThatName(
            f"Nobody in the newsroom is called “@{missing[0]}”. Call people by their log-in name, such as "
            f"@{_example()}, or choose them from the list. Nothing was sent."
        )
    return [found[low] for low in wanted if low in found]


def people_to_ask() -> QuerySet[User]:
    """Who can be asked: active people who see articles."""
    return holders("view_article").order_by("first_name", "last_name", "username")


def _example() -> str:
    first = people_to_ask().first()
    return first.username if first else "editor"
