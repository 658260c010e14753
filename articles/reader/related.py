"""Other articles that rest on the same works or are about the same topics, worked out with the article in one query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.urls import reverse

_MOST = 3
_LOOKED_AT = 20
"""Newest articles of a topic that are compared [house]."""

# Candidates by work come through the index on the works of revisions, candidates by topic through that of what is
# listed, the newest first: both are of live revisions, so what a draft alone names is no part of it.
_SQL = """
(SELECT coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'title', title, 'works', works, 'topics', topics)
                           ORDER BY works DESC, cardinality(topics) DESC, published_at DESC, id), '[]'::jsonb)
 FROM (SELECT other.id, other.slug, other.published_at, revision.title, sum(found.work) AS works,
              array_remove(array_agg(DISTINCT found.topic), NULL) AS topics
       FROM (
           (SELECT shared.id, 1 AS work, NULL::text AS topic
            FROM (SELECT DISTINCT cited ->> 'work' AS id FROM articles_revision own,
                         jsonb_array_elements(own.citations) cited
                  WHERE own.id = articles_article.live_revision_id AND cited ->> 'work' ~ '^[0-9]+$') own_work
            CROSS JOIN LATERAL (
                SELECT a.id FROM articles_revision r JOIN articles_article a ON a.live_revision_id = r.id
                WHERE r.citations @> jsonb_build_array(jsonb_build_object('work', own_work.id::bigint))
                LIMIT %s) shared)
           UNION ALL
           (SELECT named.id, 0, own_topic.name
            FROM (SELECT DISTINCT topic ->> 'slug' AS slug, topic ->> 'name' AS name FROM articles_revision own,
                         jsonb_array_elements(own.topics) topic
                  WHERE own.id = articles_article.live_revision_id) own_topic
            CROSS JOIN LATERAL (
                SELECT listed.article_id AS id FROM articles_listed listed
                WHERE listed.kind = 'topic' AND listed.key = own_topic.slug
                ORDER BY listed.published_at DESC, listed.article_id DESC LIMIT %s) named)
       ) found
       JOIN articles_article other ON other.id = found.id AND other.id <> articles_article.id
       JOIN articles_revision revision ON revision.id = other.live_revision_id
       GROUP BY other.id, other.slug, other.published_at, revision.title
       ORDER BY works DESC, cardinality(array_remove(array_agg(DISTINCT found.topic), NULL)) DESC,
                other.published_at DESC, other.id
       LIMIT %s) best)
"""


@dataclass(frozen=True, slots=True)
class Related:
    """Another article, and in words what it has in common with this one."""

    title: str
    url: str
    why: str


def related_rows() -> RawSQL:
    """An annotation of articles: up to three others as `[{slug, title, works, topics}]`, what shares most first."""
    return RawSQL(_SQL, (_LOOKED_AT, _LOOKED_AT, _MOST), output_field=JSONField())  # noqa: S611


def related_of(rows: Iterable[Mapping[str, Any]] | None) -> tuple[Related, ...]:
    return tuple(
        Related(str(row["title"]), reverse("articles:article", args=[row["slug"]]), _why(row)) for row in rows or ()
    )


def _why(row: Mapping[str, Any]) -> str:
    works, topics = int(row.get("works") or 0), [str(name) for name in row.get("topics") or ()]
    shared = f"rests on {'a work' if works == 1 else f'{works} works'} of this list" if works else ""
    about = f"also on {' and '.join(topics)}" if topics else ""
    return "; ".join(part for part in (shared, about) if part)
