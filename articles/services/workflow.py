"""The way of a draft to its approval: submit, ask for changes, approve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.assessments import Rows
from articles.models import Article, Revision
from articles.models.amendment import AmendmentKind
from articles.models.article import Status
from articles.services import checklist, log
from articles.services.conversation import acts
from articles.services.errors import NotAllowed, ReasonMissing, WrongStatus, require, require_reason
from articles.services.gate import PublicationRefused, draft_obstacles
from articles.services.interests import need_no_interest
from articles.services.separation_of_duties import accounts_of, last_submission, share_in
from articles.services.snapshots import snapshot

SUBMITTABLE = (
    Status.DRAFT,
    Status.CHANGES_REQUESTED,
    Status.PUBLISHED,
    Status.NEEDS_UPDATE,
    Status.WITHDRAWN,
)


def lock(article: Article) -> Article:
    """The article's row as it stands, held for this transaction. Every act takes this lock before any other."""
    return Article.objects.select_for_update(no_key=True).get(pk=article.pk)


def move(article: Article, locked: Article, **values: Any) -> None:
    """Saves new values on the locked row and shows them on the caller's own copy."""
    for name, value in values.items():
        setattr(locked, name, value)
        setattr(article, name, value)
    locked.save(update_fields=list(values))


def need_status(article: Article, allowed: Iterable[str], act: str) -> None:
    """Raises WrongStatus unless the article stands where `act` ("be submitted") may be done."""
    if article.status not in allowed:
        now = Status(article.status).label.lower()
        words = " or ".join(Status(status).label.lower() for status in allowed)
        raise WrongStatus(f"This article is “{now}”. It can {act} only while it is {words}.")


@transaction.atomic
def submit_for_review(
    *,
    article: Article,
    by: User,
    note: str = "",
    change_note: str = "",
    change_kind: str = AmendmentKind.UPDATE,
    was_wrong: str = "",
    wanted: Sequence[User] = (),
    due: date | None = None,
) -> Article:
    """Hands the draft to the editors. Open flags are theirs to see and do not hinder it.

    `note` is for them alone; `change_note` tells readers of an update what changed, in at most 300 characters. Of a
    correction they are told both what was wrong and what is right: raises ReasonMissing where one is not said. It waits
    on the people `wanted`, or on whoever may approve it, until `due`.
    """
    require(by, "submit_article", "submit articles for review")
    locked = lock(article)
    need_status(locked, SUBMITTABLE, "be submitted for review")
    if not locked.body.strip():
        raise WrongStatus("This article has no text yet. Write it, then submit it for review.")
    if change_kind == AmendmentKind.CORRECTION and not (was_wrong.strip() and change_note.strip()):
        raise ReasonMissing("A correction tells readers both what was wrong and what is right now. Fill in both.")
    stood = locked.status
    move(article, locked, status=Status.IN_REVIEW)
    data: dict[str, Any] = {
        "version": locked.version,
        "note": note.strip(),
        "change_note": change_note.strip()[:300],
        "from": stood,
        "change_kind": str(change_kind),
        "was_wrong": was_wrong.strip()[:300],
        "accounts": accounts_of(locked),
    }
    acts.submitted(article=locked, by=by, note=data["note"], change_note=data["change_note"], wanted=wanted, due=due)
    log.record(action="submitted", by=by, article=locked, data=data)
    if change_note.strip():
        move(article, locked, assessed_version=None)  # readers will see it, so the engine reads it too
    return article


def submit_again(*, article: Article, by: User, note: str = "") -> Article:
    """Submits words that took the place of others on their way, with what readers were to be told of those.

    Raises what `submit_for_review` raises.
    """
    before = last_submission(article)
    told = before.data if before else {}
    return submit_for_review(
        article=article,
        by=by,
        note=note,
        change_note=told.get("change_note", ""),
        change_kind=told.get("change_kind") or AmendmentKind.UPDATE,
        was_wrong=told.get("was_wrong", ""),
    )


@transaction.atomic
def take_back(*, article: Article, by: User) -> Article:
    """Takes a draft back from review, to where it stood before: for who submitted it, began it or is an author of it.

    Its words stay as they are. The editors are told. Raises NotAllowed and WrongStatus.
    """
    require(by, "submit_article", "take articles back from review")
    locked = lock(article)
    need_status(locked, (Status.IN_REVIEW,), "be taken back")
    if not may_take_back(locked, by):
        raise NotAllowed("You did not submit this article and are not one of its authors. Ask for changes instead.")
    submission = last_submission(locked)
    stood = submission.data.get("from") if submission else None
    otherwise = Status.PUBLISHED if locked.live_revision_id else Status.DRAFT
    move(article, locked, status=stood if stood in SUBMITTABLE else otherwise)
    acts.taken_back(article=locked, by=by)
    log.record(action="taken-back", by=by, article=locked, data={"version": locked.version})
    return article


def may_take_back(article: Article, by: User) -> bool:
    """Whether the person submitted or began the article, or is one of its authors."""
    submission = last_submission(article)
    submitted = submission is not None and submission.actor_id == by.pk
    return submitted or article.created_by_id == by.pk or by.pk in accounts_of(article)


@transaction.atomic
def request_changes(*, article: Article, by: User, reason: str, due: date | None = None) -> Article:
    """Hands the draft back to its authors, on whom it waits until `due`. An approval or a schedule ends."""
    require(by, "review_article", "ask for changes")
    reason = require_reason(reason)
    locked = lock(article)
    need_status(locked, (Status.IN_REVIEW, Status.APPROVED, Status.SCHEDULED), "be handed back")
    move(article, locked, status=Status.CHANGES_REQUESTED, review_revision=None, scheduled_for=None)
    acts.sent_back(article=locked, by=by, reason=reason, due=due)
    log.record(action="changes-requested", by=by, article=locked, data={"version": locked.version, "reason": reason})
    return article


@transaction.atomic
def approve(
    *, article: Article, by: User, version: int, answers: Mapping[int, checklist.Answer] | None = None
) -> Revision:
    """Approves the draft exactly as it stands at `version`, and keeps it as a revision.

    `answers` are those to the checklist, by the number of the question; they are kept with the revision.
    It is no medical review: that is an act of its own (`reviewing`). Raises NotAllowed for one's own work and for who
    declared an interest in a product or maker of the article, ChecklistUnanswered, WrongStatus where the draft is not
    in review or moved on since `version`, and PublicationRefused where the draft could not be published anyway.
    """
    require(by, "approve_article", "approve articles")
    locked = lock(article)
    if share := share_in(locked, by):
        raise NotAllowed(f"You cannot approve this article, because {share}. A second person has to.")
    need_no_interest(locked, by, "approve this article")
    need_status(locked, (Status.IN_REVIEW,), "be approved")
    if locked.version != version:
        raise WrongStatus("The draft was changed after you opened it. Read it again, then approve it.")
    rows = Rows(locked)
    if hindrances := draft_obstacles(locked, rows):
        raise PublicationRefused(hindrances)
    kept = checklist.answered(answers or {})
    submission = last_submission(locked)
    submitter = User.objects.filter(pk=submission.actor_id or 0).first() if submission else None
    if submission is None or submitter is None:
        raise WrongStatus("Nobody is on record as having submitted this. Hand it back and have it submitted again.")
    change_note = str(submission.data.get("change_note") or "")
    revision = snapshot(
        article=locked, by=submitter, approved_by=by, change_note=change_note, checklist=kept, rows=rows
    )
    move(article, locked, status=Status.APPROVED, review_revision=revision)
    acts.approved(article=locked, by=by, number=revision.number)
    log.record(
        action="approved",
        by=by,
        article=locked,
        revision=revision,
        data={
            "version": locked.version,
            "number": revision.number,
            "content_hash": revision.content_hash,
            **({"checklist": kept} if kept else {}),
        },
    )
    return revision
