"""Ways past the gate as code of the project might take them by mistake: queries, saves, services called out of turn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from articles import services
from articles.models import Article, Claim, Decision, Flag, LogEntry, LogHead, Revision
from articles.models.article import Status
from articles.services import log

_HOUR = timedelta(hours=1)


class Places:
    """The newsroom of the test: `blocked`, `clean`, `page`, `author`, `editor`, `reviewer`."""

    blocked: Article
    clean: Article
    page: Article
    author: Any
    editor: Any
    reviewer: Any
    stranger: Any


def forge(at: Places, **kw: Any) -> Revision:
    given = {
        "article": at.blocked,
        "number": 70,
        "draft_version": at.blocked.version,
        "title": "x",
        "body": "x",
        "engine_version": "1",
        "content_hash": "f" * 64,
        "created_by": at.author,
        "approved_by": at.editor,
        "approved_at": timezone.now(),
    }
    return Revision.objects.create(**given | kw)


def live(article: Article, revision: Revision) -> None:
    Article.objects.filter(pk=article.pk).update(
        live_revision=revision, status=Status.PUBLISHED, published_at=timezone.now()
    )


def by_save(at: Places) -> None:
    at.blocked.live_revision, at.blocked.status, at.blocked.published_at = forge(at), "published", timezone.now()
    at.blocked.save()


def entry_by(at: Places, person: Any, **kw: Any) -> None:
    revision = forge(at, **kw)
    data = {"content_hash": revision.content_hash}
    for action in ("approved", "published"):
        log.record(action=action, by=person, article=at.blocked, revision=revision, data=data)
    live(at.blocked, revision)


def unsealed(at: Places) -> None:
    revision = forge(at)
    LogEntry.objects.create(
        actor=at.editor,
        actor_name="editor",
        action="approved",
        article_id=at.blocked.pk,
        revision_id=revision.pk,
        data={"content_hash": revision.content_hash},
    )
    live(at.blocked, revision)


def many_unsealed(at: Places) -> None:
    revision = forge(at)
    data = {"content_hash": revision.content_hash}
    LogEntry.objects.bulk_create(
        LogEntry(
            actor=at.editor,
            actor_name="editor",
            action=action,
            article_id=at.blocked.pk,
            revision_id=revision.pk,
            data=data,
        )
        for action in ("approved", "published")
    )
    live(at.blocked, revision)


def accepted_anew(at: Places) -> None:
    rows = list(Flag.objects.filter(article=at.blocked))
    for row in rows:
        row.pk, row.state = None, "accepted"
    Flag.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article", "fingerprint"], update_fields=["state"]
    )
    live(at.blocked, forge(at))


def flags(**values: Any) -> Callable[[Places], None]:
    def way(at: Places) -> None:
        Flag.objects.filter(article=at.blocked).update(**values)
        live(at.blocked, forge(at))

    return way


def decided_by(name: str, reason: str = "It is well known to all.") -> Callable[[Places], None]:
    def way(at: Places) -> None:
        for row in Flag.objects.filter(article=at.blocked):
            Decision.objects.create(flag=row, verdict="accept", person=getattr(at, name), reason=reason)
            row.state = "accepted"
            row.save()
        live(at.blocked, forge(at))

    return way


def bulk_decided(at: Places) -> None:
    rows = Flag.objects.filter(article=at.blocked)
    Decision.objects.bulk_create(
        Decision(flag=row, verdict="accept", person=at.editor, reason="x" * 20) for row in rows
    )
    rows.update(state="accepted")
    live(at.blocked, forge(at))


def service(name: str, **kw: Any) -> Callable[[Places], None]:
    def way(at: Places) -> None:
        given = {key: value(at) if callable(value) else value for key, value in kw.items()}
        getattr(services, name)(article=at.blocked, **given)

    return way


def accept_own(at: Places) -> None:
    """Whoever edits the draft accepts its blockers."""
    at.blocked.refresh_from_db()
    services.save_draft(article=at.blocked, by=at.editor, expected_version=None)
    for row in Flag.objects.filter(article=at.blocked):
        services.decide_flag(flag=row, by=at.editor, verdict="accept", reason="It is well known to all.")
    services.approve(article=at.blocked, by=at.reviewer, version=at.blocked.version)
    services.publish(article=at.blocked, by=at.editor)


def read_by_hand(at: Places) -> None:
    """A reading that nobody made, of a draft whose flags are gone from sight."""
    Article.objects.filter(pk=at.clean.pk).update(body="Ginger cures cancer.", assessed_at=timezone.now())
    services.publish(article=at.clean, by=at.editor)


WAYS: dict[str, Callable[[Places], Any]] = {
    "an update of the article": lambda at: live(at.blocked, forge(at)),
    "a save of the article": by_save,
    "a bulk update": lambda at: Article.objects.bulk_update(
        [_with(at.blocked, live_revision=forge(at), status="published", published_at=timezone.now())],
        ["live_revision", "status", "published_at"],
    ),
    "a new article in bulk": lambda at: Article.objects.bulk_create(
        [Article(title="x", slug="x-x", status="published", live_revision=forge(at), published_at=timezone.now())]
    ),
    "update or create": lambda at: Article.objects.update_or_create(
        pk=at.blocked.pk, defaults={"live_revision": forge(at), "status": "published", "published_at": timezone.now()}
    ),
    "a forged revision of version 0": lambda at: live(at.blocked, forge(at, draft_version=0)),
    "the clean article's revision": lambda at: live(at.blocked, at.clean.review_revision),
    "an approval on record, without publishing": lambda at: live(at.clean, at.clean.review_revision),
    "an entry without a seal": unsealed,
    "entries in bulk": many_unsealed,
    "an approval by the author": lambda at: entry_by(at, at.author, approved_by=at.author, created_by=at.editor),
    "an approval by its maker": lambda at: entry_by(at, at.editor, created_by=at.editor, approved_by=at.editor),
    "an approval by somebody without a right": lambda at: entry_by(at, at.stranger, approved_by=at.stranger),
    "an approval in another name than the row": lambda at: entry_by(at, at.reviewer),
    "an approval with open blockers on record": lambda at: entry_by(at, at.editor),
    "flags accepted": flags(state="accepted"),
    "flags fixed": flags(state="fixed"),
    "flags mended": flags(state="mended"),
    "flags void": flags(state="void"),
    "flags of a lower severity": flags(severity="note"),
    "flags moved away": lambda at: flags(article=at.clean)(at),
    "flags deleted": lambda at: (Flag.objects.filter(article=at.blocked).delete(), live(at.blocked, forge(at))),
    "claims deleted": lambda at: (Claim.objects.filter(article=at.blocked).delete(), live(at.blocked, forge(at))),
    "flags put in anew": accepted_anew,
    "decisions of the author": decided_by("author"),
    "decisions of a reviewer": decided_by("reviewer"),
    "decisions of an editor without a word on the log": decided_by("editor"),
    "decisions in bulk": bulk_decided,
    "the log's end": lambda at: (LogHead.objects.update(hash="0" * 64), unsealed(at)),
    "words changed under an approval": lambda at: (
        Article.objects.filter(pk=at.clean.pk).update(body="Ginger cures cancer."),
        services.publish(article=at.clean, by=at.editor),
    ),
    "a reading that nobody made": read_by_hand,
    "whoever edits accepts": accept_own,
    "approved with open blockers": service("approve", by=lambda at: at.reviewer, version=lambda at: at.blocked.version),
    "approved by the author": service("approve", by=lambda at: at.author, version=lambda at: at.blocked.version),
    "published without approval": service("publish", by=lambda at: at.editor),
    "scheduled without approval": service("schedule", by=lambda at: at.editor, at=lambda at: timezone.now() + _HOUR),
    "due in the past by hand": lambda at: (
        Article.objects.filter(pk=at.blocked.pk).update(
            status="scheduled", scheduled_for=timezone.now(), review_revision=forge(at)
        ),
        services.publish_due(now=timezone.now() + _HOUR),
    ),
    "due with the clean one's revision": lambda at: (
        Article.objects.filter(pk=at.blocked.pk).update(
            status="scheduled", scheduled_for=timezone.now(), review_revision=at.clean.review_revision
        ),
        services.publish_due(now=timezone.now() + _HOUR),
    ),
    "due a year from now": lambda at: services.publish_due(now=timezone.now() + 8760 * _HOUR),
}


def _with(article: Article, **values: Any) -> Article:
    for name, value in values.items():
        setattr(article, name, value)
    return article
