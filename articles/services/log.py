"""Writes the log. The database chains the entries and refuses to rewrite them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, LogEntry, Revision

SYSTEM = "Citewell"


def record(
    *,
    action: str,
    by: User | None,
    article: Article | None = None,
    revision: Revision | None = None,
    data: Mapping[str, Any] | None = None,
) -> LogEntry:
    """Adds one act, as the last step of it: entries are chained one after another, so whoever records waits for
    the transaction that recorded before. Without a person the act is the system's own.
    """
    return LogEntry.objects.create(
        at=timezone.now(),
        actor=by,
        actor_name=(by.get_full_name() or by.get_username())[:200] if by else SYSTEM,
        action=action,
        article_id=article.pk if article else None,
        revision_id=revision.pk if revision else None,
        data=dict(data or {}),
    )
