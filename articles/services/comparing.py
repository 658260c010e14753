"""States of an article to compare: its revisions, and the draft as an approval would keep it now."""

from __future__ import annotations

from articles.comparison import Comparison, Snapshot, compare
from articles.models import Article, Revision
from articles.services.revision_parts import read_parts


def draft_snapshot(article: Article) -> Snapshot:
    """The draft as it stands, with the marks of its last reading. A constant number of queries."""
    parts = read_parts(article)
    days = {name: getattr(article, name) for name in ("evidence_to", "next_review", "reviewed_on")}
    return Snapshot(
        title=article.title,
        standfirst=article.standfirst,
        body=article.body,
        contributors=parts.contributors,
        topics=parts.topics,
        citations=parts.citations,
        disclosures=parts.disclosures,
        claims=parts.claims,
        flags=parts.flags,
        decisions=parts.decisions,
        dates={name: day.isoformat() if day else None for name, day in days.items()},
        market=article.market,
        advice_notice=article.advice_notice,
    )


def last_approved(article: Article) -> Revision | None:
    """What an approver compares with: what readers see, or else what was approved last."""
    if article.live_revision is not None:
        return article.live_revision
    return article.revisions.filter(approved_by__isnull=False).order_by("-number").first()


def changes_to_approve(article: Article) -> tuple[Revision | None, Comparison]:
    """What the draft holds that nobody has approved; all of it where nothing was approved before."""
    before = last_approved(article)
    return before, compare(Snapshot.of(before) if before else Snapshot(), draft_snapshot(article))
