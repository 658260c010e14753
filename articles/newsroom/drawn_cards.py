"""Cards as HTML, drawn once in a process: a desk is opened again after each save, and few of its cards changed.

All cards of an article are held together under the versions of the rows that they show. PostgreSQL gives a row another
version with each change of it, so that nothing changed is ever taken for what it was, whoever changed it and how. A
version that is read just before somebody saves leads to nothing stale: it never comes again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article
from articles.newsroom.cards import Card, cards_of, said_once

HELD = 2_000
"""Cards that a process keeps drawn [house], about a kilobyte each: those of some thirty articles."""
HELD_WHOLE = 50
"""Articles of which a process keeps all cards in one [house]: some two megabytes."""

# Of everything that `cards_of` reads: where the row lies (ctid) and which transaction wrote it (xmin). Both together
# change with each change of a row, also with two in one transaction. Works that flags are about are on the list.
VERSIONS = """
WITH shown AS (
    SELECT 1 AS part, f.id AS at, concat_ws(' ', f.ctid, f.xmin, c.ctid, c.xmin) AS of
    FROM articles_flag f LEFT JOIN articles_claim c ON c.id = f.claim_id
    WHERE f.article_id = %(article)s AND f.state IN ('open', 'accepted')
    UNION ALL
    SELECT 2, d.id, concat_ws(' ', d.ctid, d.xmin, u.ctid, u.xmin)
    FROM articles_flag f JOIN articles_decision d ON d.flag_id = f.id JOIN auth_user u ON u.id = d.person_id
    WHERE f.article_id = %(article)s
    UNION ALL
    SELECT 3, k.id, concat_ws(' ', k.ctid, k.xmin, c.ctid, c.xmin)
    FROM articles_claim c JOIN articles_claimlink k ON k.claim_id = c.id
    WHERE c.article_id = %(article)s AND c.current AND k.how = 'editor'
    UNION ALL
    SELECT 4, ac.id, concat_ws(' ', ac.ctid, ac.xmin, w.ctid, w.xmin)
    FROM articles_articlecitation ac JOIN citations_citation w ON w.id = ac.citation_id
    WHERE ac.article_id = %(article)s
)
SELECT encode(sha256(convert_to(coalesce(string_agg(part || ' ' || of, ',' ORDER BY part, at), ''), 'UTF8')), 'hex')
FROM shown
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """All cards of an article: the HTML of those of `sentences`, that of the `others`, and what is counted of both.

    `still_open` counts open flags by severity; `bands` are those of all flags.
    """

    sentences: SafeString
    others: SafeString
    still_open: Mapping[str, int]
    bands: tuple[str, ...]


@lru_cache(maxsize=HELD)
def drawn(card: Card, *, may_decide: bool, may_write: bool) -> SafeString:
    """The card for somebody who may decide on flags or not, write or not. All that it shows is in its values."""
    shown = {"card": card, "may_decide": may_decide, "may_write": may_write}
    return render_to_string("newsroom/card.html", shown)


def all_drawn(article: Article, *, may_decide: bool, may_write: bool) -> Drawn:
    """The cards as they stand. One query, and five more for cards of which something changed."""
    return _all_drawn(article.pk, versions(article), may_decide=may_decide, may_write=may_write)


def versions(article: Article) -> str:
    """Of all rows that the article's cards show, as one mark that changes with any of them."""
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS, {"article": article.pk})
        return str(cursor.fetchone()[0])


@lru_cache(maxsize=HELD_WHOLE)
def _all_drawn(pk: int, versions: str, *, may_decide: bool, may_write: bool) -> Drawn:
    cards = said_once(cards_of(Article(pk=pk)))
    sentences, others = (
        mark_safe("".join(drawn(card, may_decide=may_decide, may_write=may_write) for card in part))  # noqa: S308
        for part in (cards.sentences, cards.others)
    )
    still_open = Counter(finding.severity for finding in cards.findings if finding.is_open)
    return Drawn(sentences, others, still_open, tuple(sorted({finding.band for finding in cards.findings})))


def forget() -> None:
    """Draws everything anew, for benches."""
    drawn.cache_clear()
    _all_drawn.cache_clear()
