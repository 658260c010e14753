"""The tables that pages for readers are made of, and which pages a changed row concerns.

Triggers on these tables mark pages stale. A page that reads a table which is not here is not kept, so that a new table
makes pages slow until it gets its line, and never wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LOCK = 7_421_330_017
"""Number of the advisory lock of PostgreSQL that those who change share, and who keeps a page holds alone."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One table. `keys` is SQL for a set of texts of the row `r`; `{s}` is the schema.

    The key "*" stands for what all pages show; it raises the epoch, and no page names it.
    A row that is changed counts where a column other than `ignored` has another value, or one of `only`, if given.
    """

    keys: str
    ignored: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    primary: str = "id"


DRAFT = (
    *("title", "standfirst", "body", "market", "advice_notice", "harms_covered", "evidence_to", "next_review"),
    *("reviewed_on", "scheduled_for", "review_revision_id", "version", "assessed_version", "assessed_engine"),
    *("assessed_at", "assessment_error", "assessment_failures", "failed_version", "failed_engine", "assessed_basis"),
    *("assessment_seal", "created_by_id", "created_at", "modified_by_id", "modified_at"),
)
"""Columns of an article that are of the draft alone."""
_OF_WORK = "unnest(ARRAY['work:' || r.id, 'doi:' || nullif(r.doi, ''), 'pmid:' || nullif(r.pmid, '')])"

WATCHED: Mapping[str, Watched] = {
    "articles_article": Watched("{s}.articles_page_keys(r.id, r.slug, r.live_revision_id)", ignored=DRAFT),
    "articles_amendment": Watched(
        "unnest(ARRAY['corrections', 'lists', (SELECT 'article:' || a.slug FROM {s}.articles_article AS a "
        "WHERE a.id = r.article_id)])"
    ),
    "articles_policy": Watched("unnest(ARRAY['policies', 'policy:' || r.page])"),
    "articles_topic": Watched("unnest(ARRAY['topic:' || r.slug])"),
    "articles_contributor": Watched("unnest(ARRAY['person:' || r.slug])", ignored=("user_id",)),
    "citations_citation": Watched(
        _OF_WORK,
        ignored=(
            "updated_at",
            "created_at",
            "compared",
            "fingerprint",
            "family_key",
            "title_key",
            "address_key",
            "raw",
        ),
    ),
    "citations_linkcheck": Watched("unnest(ARRAY['work:' || r.citation_id])", only=("former",)),
    "citations_merge": Watched(
        "unnest(ARRAY['work:' || r.kept_id, 'work:' || r.gone_id])", only=("kept_id", "gone_id", "undone_at")
    ),
    "citations_notice": Watched("unnest(ARRAY['doi:' || nullif(r.doi, ''), 'pmid:' || nullif(r.pmid, '')])"),
    "citations_noticelist": Watched("unnest(ARRAY['*'])"),
}

SETTLED = frozenset(("articles_revision", "articles_foundarticle", "articles_foundclaim", "articles_listed"))
"""Tables whose rows never change once a page can read them, or change with their article in the same statement."""
