"""Writes the log. The database chains the entries, and refuses those without a seal and whatever would rewrite one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import connection

from articles.models import Article, LogEntry, Revision
from articles.services import seals

SYSTEM = "Citewell"


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be told of one act, save by whom."""

    action: str
    article: Article | None = None
    revision: Revision | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def told(self, follows: Mapping[int, str]) -> dict[str, Any]:
        said = dict(self.data)
        return said | {"follows": follows.get(self.article.pk, "")} if self.article else said


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
    return record_all(acts=[Act(action, article, revision, data or {})], by=by)[0]


def record_all(*, acts: Sequence[Act], by: User | None) -> list[LogEntry]:
    """Adds several acts of one person in their order, in three statements. No two may be about one article, since the
    second would have to name the first. Raises ValueError where two are.
    """
    if not acts:
        return []
    articles = [act.article.pk for act in acts if act.article is not None]
    if len(set(articles)) < len(articles):
        raise ValueError("Two acts about one article are recorded one after the other.")
    who, name = by.pk if by else None, (by.get_full_name() or by.get_username())[:200] if by else SYSTEM
    nonces = [seals.new_nonce() for _ in acts]
    with connection.cursor() as cursor:
        follows = _last_about(cursor, articles) if articles else {}
        told = [act.told(follows) for act in acts]
        values: list[Any] = []
        for nonce, act, said in zip(nonces, acts, told, strict=True):
            article, revision = act.article.pk if act.article else None, act.revision.pk if act.revision else None
            values += [nonce, who, name, act.action, article, revision, json.dumps(said)]
        cursor.execute(f"SELECT ARRAY[{', '.join([f'({seals.TEXT})'] * len(acts))}]", values)
        texts = cursor.fetchone()[0]
    return LogEntry.objects.bulk_create(
        LogEntry(
            actor=by,
            actor_name=name,
            action=act.action,
            article_id=act.article.pk if act.article else None,
            revision_id=act.revision.pk if act.revision else None,
            data=said,
            seal=seals.seal(nonce, text),
        )
        for act, said, nonce, text in zip(acts, told, nonces, texts, strict=True)
    )


def _last_about(cursor: Any, articles: Sequence[int]) -> dict[int, str]:
    """The hash of the last entry about each article that has one. Nobody else adds one until these stand."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext('articles_logentry'))")  # the trigger's own lock, taken early
    cursor.execute(
        "SELECT a.id, e.hash FROM unnest(%s::bigint[]) AS a(id) CROSS JOIN LATERAL ("
        "SELECT hash FROM articles_logentry WHERE article_id = a.id ORDER BY id DESC LIMIT 1) AS e",
        [list(articles)],
    )
    return {int(article): str(last) for article, last in cursor.fetchall()}
