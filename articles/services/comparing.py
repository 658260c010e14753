"""States of an article to compare: its revisions, and the draft as an approval would keep it now."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from articles.comparison import Comparison, Snapshot, compare
from articles.models import Article, ArticleCitation, Revision
from articles.services import log
from articles.services.drafts import save_draft
from articles.services.errors import ServiceError, WrongStatus
from articles.services.revision_parts import read_parts
from citations.models import Citation


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


@transaction.atomic
def restore(*, article: Article, revision: Revision, by: User, version: int) -> tuple[Article, list[str]]:
    """Puts the words of a revision back into the draft, and works that they cite onto its list again.

    People, disclosures and dates stay as they are today: they are facts, not words. Returns the article and the keys of
    works that are back. It is a new version; an approval ends as with any save. Raises what saving a draft raises, and
    WrongStatus where the draft says the same already.
    """
    if revision.article_id != article.pk:
        raise ServiceError("That revision belongs to another article.")
    words = ("title", "standfirst", "body")
    if all(getattr(article, name) == getattr(revision, name) for name in words):
        raise WrongStatus("The draft has these very words already. Nothing was changed.")
    for name in words:
        setattr(article, name, getattr(revision, name))
    save_draft(article=article, by=by, expected_version=version)
    back = _works_back(article, revision)
    log.record(
        action="restored",
        by=by,
        article=article,
        revision=revision,
        data={"number": revision.number, "version": article.version, "keys": back},
    )
    return article, back


def _works_back(article: Article, revision: Revision) -> list[str]:
    """Works that the revision cites and the draft's list lacks, where the library still has them."""
    rows = [row for row in revision.citations if row.get("work") and row.get("key")]
    there = dict(article.article_citations.values_list("citation_id", "key"))
    keys = {key.lower() for key in there.values()}
    known = Citation.objects.in_bulk([row["work"] for row in rows if row["work"] not in there])
    order = max(article.article_citations.values_list("order", flat=True), default=0)
    back = []
    for row in rows:
        if row["work"] in known and row["work"] not in there and str(row["key"]).lower() not in keys:
            order += 1
            ArticleCitation.objects.create(article=article, citation=known[row["work"]], key=row["key"], order=order)
            keys.add(str(row["key"]).lower())
            back.append(str(row["key"]))
    return back
