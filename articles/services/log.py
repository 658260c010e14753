"""Writes the log. The database chains the entries, and refuses those without a seal and whatever would rewrite one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import connection

from articles.models import Article, LogEntry, Revision
from articles.services import seals

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
    the transaction that recorded before. Without a person the act is the system's own. An entry about an article names
    the one before about it (`follows`), so that its entries can be verified by themselves (`log_export`).
    """
    nonce, who = seals.new_nonce(), by.pk if by else None
    name = (by.get_full_name() or by.get_username())[:200] if by else SYSTEM
    article_id, revision_id = article.pk if article else None, revision.pk if revision else None
    said = dict(data or {})
    with connection.cursor() as cursor:
        if article_id is not None:
            said["follows"] = _last_about(cursor, article_id)
        cursor.execute(seals.TEXT, [nonce, who, name, action, article_id, revision_id, json.dumps(said)])
        (text,) = cursor.fetchone()
    return LogEntry.objects.create(
        actor=by,
        actor_name=name,
        action=action,
        article_id=article_id,
        revision_id=revision_id,
        data=said,
        seal=seals.seal(nonce, text),
    )


def _last_about(cursor: Any, article_id: int) -> str:
    """The hash of the last entry about an article, "" for its first. Nobody else adds one until this stands."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext('articles_logentry'))")  # the trigger's own lock, taken early
    cursor.execute("SELECT hash FROM articles_logentry WHERE article_id = %s ORDER BY id DESC LIMIT 1", [article_id])
    row = cursor.fetchone()
    return str(row[0]) if row else ""
