"""Tells readers on the page of an article which addresses of its sources stopped answering, answer again or moved.

What was told is kept (`LinkNotice`), and each run compares it with how addresses stand: it makes no difference whether
looks at the address, an editor's word or a merge of works changed that, nor whether the process died in between.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from articles.models import Article, LinkNotice
from articles.models.amendment import AmendmentKind
from articles.services.public_record import amend
from articles.services.workflow import lock
from citations.models import Citation

logger = logging.getLogger(__name__)
State = LinkNotice.State

BATCH = 500
"""Articles told in one run, so that no run holds a worker for long; the next one goes on [house]."""

# Only what readers see is told: an address beside a DOI or a number of PubMed is not shown. `approved` says whether the
# page was approved with the address dead.
UNTOLD = """
WITH changed AS MATERIALIZED (
    SELECT c.id, c.url, c.link_dead, coalesce(k.former, '[]') AS former
    FROM citations_citation c LEFT JOIN citations_linkcheck k ON k.citation_id = c.id
    WHERE c.link_dead OR k.former <> '[]'
        OR c.id IN (SELECT citation_id FROM articles_linknotice WHERE state <> 'answers')
), named AS (
    SELECT id, id::text AS key FROM changed
    UNION ALL
    SELECT w.id, m.gone_id::text FROM changed w JOIN citations_merge m ON m.kept_id = w.id AND m.undone_at IS NULL
), shown AS (
    SELECT DISTINCT ON (a.id, w.id) a.id AS article_id, w.id, row->>'url' AS url,
        CASE
            WHEN row->>'url' = w.url THEN CASE WHEN w.link_dead THEN 'dead' ELSE 'answers' END
            WHEN w.former @> jsonb_build_array(row->>'url') THEN
                CASE WHEN w.link_dead OR w.url = '' THEN 'dead' ELSE 'moved' END
        END AS state,
        coalesce((row->>'link_dead')::boolean, row->'flags' @> '[{"code": "dead-link"}]', false) AS approved
    FROM named JOIN changed w ON w.id = named.id
        JOIN articles_listed l ON l.kind = 'work' AND l.key = named.key
        JOIN articles_article a ON a.id = l.article_id JOIN articles_revision r ON r.id = a.live_revision_id
        CROSS JOIN LATERAL jsonb_array_elements(r.citations) AS row
    WHERE (%(article)s::bigint IS NULL OR a.id = %(article)s::bigint) AND row->>'work' = named.key
        AND coalesce(row->>'url', '') <> '' AND coalesce(row->>'doi', '') = ''
        AND coalesce(row->>'pmid', '') !~ '^[0-9]+$' AND coalesce(row->>'pmcid', '') !~ '^PMC[0-9]+$'
    ORDER BY a.id, w.id
)
SELECT s.article_id, s.id, s.url, s.state, s.state = 'dead' AND s.approved AND n.id IS NULL
FROM shown s LEFT JOIN articles_linknotice n
    ON n.article_id = s.article_id AND n.citation_id = s.id AND n.url = s.url
WHERE s.state <> coalesce(n.state, 'answers')
ORDER BY s.article_id, s.id LIMIT 20000
"""

TOLD = {
    State.DEAD: "The address of a source no longer answers: {work}.",
    State.MOVED: "The address of a source no longer answers: {work}. Its reference leads to the address it has now.",
    State.ANSWERS: "The address of a source answers again: {work}.",
}
COPY = " Its reference leads to an archived copy."


@dataclass(frozen=True, slots=True)
class _Untold:
    """One address readers of an article were not told of. `known`: the page was approved with this on it."""

    article_id: int
    citation_id: int
    url: str
    state: str
    known: bool


def follow_addresses() -> int:
    """Tells readers of every article what they were not told yet; how many articles. Each has its own transaction.

    Only a database that cannot be reached raises (OperationalError, InterfaceError), so that the caller tries again.
    """
    waiting = sorted({row.article_id for row in _untold(None)})
    return sum(_tell_one_of_many(pk) for pk in waiting[:BATCH])


def _untold(article_id: int | None) -> list[_Untold]:
    with connection.cursor() as cursor:
        cursor.execute(UNTOLD, {"article": article_id})
        return [_Untold(*row) for row in cursor.fetchall()]


def _tell_one_of_many(pk: int) -> bool:
    try:
        return _tell(pk)
    except (OperationalError, InterfaceError):
        raise
    except DatabaseError:
        logger.exception("Readers of article %s could not be told of addresses of its works", pk)
        return False


@transaction.atomic
def _tell(pk: int) -> bool:
    article = Article.objects.filter(pk=pk).first()
    if article is None:
        return False
    live = lock(article).live_revision
    rows = _untold(pk)  # again under the lock: another worker may have been here
    works = Citation.objects.in_bulk([row.citation_id for row in rows])
    for row in rows:
        LinkNotice.objects.update_or_create(
            article_id=pk,
            citation_id=row.citation_id,
            defaults={"url": row.url, "state": row.state, "told_at": timezone.now()},
        )
        if not row.known:
            words = _words(works[row.citation_id], State(row.state))
            amend(article=article, by=None, kind=AmendmentKind.LINK, right=words, before=live, after=live)
    return any(not row.known for row in rows)


def _words(work: Citation, state: LinkNotice.State) -> str:
    words = TOLD[state].format(work=f"“{work.title[:300]}”")
    return words + COPY if state == State.DEAD and work.archived_url else words
