"""Writes the public record: whatever changes a live page leaves an entry there that readers see for ever.

Entries stand on the log with the same words, and the database takes them together alone (migration 0019).
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Amendment, Article, LogEntry, Revision
from articles.models.amendment import AFTERWARDS, TAKEN_OFF, AmendmentKind
from articles.services import log
from articles.services.errors import ReasonMissing, WrongStatus, require
from articles.services.workflow import lock

LENGTH = 2000
"""Characters that one field of an entry may hold [house]."""

UNTOLD = {
    AmendmentKind.UPDATE: "The article was updated.",
    AmendmentKind.RETURN: "The article is on the site again.",
    AmendmentKind.RETRACTION: "We took the article down because we no longer stand behind what it said.",
    AmendmentKind.WITHDRAWAL: "We took the article off the site.",
    AmendmentKind.OUT_OF_DATE: "Something in the article or in its sources has changed. We are working on an update.",
}
"""What readers are told where nobody wrote anything."""


@transaction.atomic
def record_amendment(
    *, article: Article, by: User, kind: str, right: str, wrong: str = "", replacement: Article | None = None
) -> Amendment:
    """Adds what readers should know of a page that is on the site, or of one that was taken off.

    Raises NotAllowed; WrongStatus where the article was never public or the kind does not fit where it stands;
    ReasonMissing where readers would be told nothing.
    """
    require(by, "publish_article", "write into the public record")
    locked = lock(article)
    last = locked.live_revision or last_public(locked)
    if last is None:
        raise WrongStatus("Readers have never seen this article, so its public record is empty. Publish it first.")
    allowed = AFTERWARDS if locked.live_revision_id else TAKEN_OFF
    if kind not in allowed:
        words = " or ".join(AmendmentKind(one).label.lower() for one in allowed)
        raise WrongStatus(f"Of an article that is {'on' if locked.is_public else 'off'} the site, record a {words}.")
    after = locked.live_revision
    return amend(
        article=locked, by=by, kind=kind, wrong=wrong, right=right, before=last, after=after, replacement=replacement
    )


def amend(
    *,
    article: Article,
    by: User | None,
    kind: str,
    right: str = "",
    wrong: str = "",
    before: Revision | None,
    after: Revision | None,
    replacement: Article | None = None,
) -> Amendment:
    """Adds an entry and puts it on the log. The caller has asked whether `by` may, and holds the article's lock.

    Raises ReasonMissing where a correction does not say both what was wrong and what is right.
    """
    wrong, right = wrong.strip()[:LENGTH], right.strip()[:LENGTH] or UNTOLD.get(AmendmentKind(kind), "")
    if not right or (kind == AmendmentKind.CORRECTION and not wrong):
        raise ReasonMissing("Say what was wrong and what is right now: readers see both.")
    said: dict[str, Any] = {
        "kind": str(kind),
        "wrong": wrong,
        "right": right,
        "by_name": by.get_full_name()[:200] if by else "",
        "before": before.pk if before else None,
        "after": after.pk if after else None,
        "replacement": replacement.pk if replacement else None,
    }
    entry = log.record(action="amended", by=by, article=article, revision=after or before, data=said)
    return Amendment.objects.create(
        article=article,
        kind=kind,
        wrong=wrong,
        right=right,
        by=by,
        by_name=said["by_name"],
        before=before,
        after=after,
        replacement=replacement,
        entry=entry.pk,
    )


def amend_at_publication(article: Article, revision: Revision, by: User | None) -> Amendment | None:
    """The entry of a revision that takes the place of another, in the words given when it was submitted.

    None for the first publication: there is nothing yet that could have changed.
    """
    before = article.live_revision or last_public(article, but=revision)
    if before is None:
        return None
    said = _submission_of(revision)
    kind = said.get("change_kind") or AmendmentKind.UPDATE
    wrong = str(said.get("was_wrong") or "")
    if article.live_revision_id is None:
        kind, wrong = AmendmentKind.RETURN, ""
    return amend(
        article=article, by=by, kind=kind, wrong=wrong, right=revision.change_note, before=before, after=revision
    )


def last_public(article: Article, *, but: Revision | None = None) -> Revision | None:
    """The revision that readers saw last, of those that were ever public."""
    rows = article.revisions.filter(published_at__isnull=False)
    rows = rows.exclude(pk=but.pk) if but else rows
    return rows.order_by("-published_at", "-pk").first()


def _submission_of(revision: Revision) -> dict[str, Any]:
    """What was said when the revision was submitted: the last submission before its approval."""
    entries = LogEntry.objects.filter(article_id=revision.article_id)
    approved = entries.filter(action="approved", revision_id=revision.pk).order_by("pk").first()
    if approved is None:
        return {}
    submitted = entries.filter(action="submitted", pk__lt=approved.pk).order_by("-pk").first()
    return dict(submitted.data) if submitted else {}
