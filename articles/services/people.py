"""People whom readers see, their accounts, and the topics of articles: changed by those who may, always on the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from articles.models import Article, Contributor, Topic
from articles.services import log
from articles.services.errors import NotAllowed, require
from articles.services.shared_records import record_change

SHOWN = {Contributor: "contributors", Topic: "topics"}
"""Where a revision lists them."""


def on_live_pages(record: Contributor | Topic) -> bool:
    """Whether a page that readers see names the person or topic."""
    listed = {f"live_revision__{SHOWN[type(record)]}__contains": [{"slug": record.slug}]}
    return record.pk is not None and Article.objects.published().filter(**listed).exists()


def is_used(record: Contributor | Topic) -> bool:
    """Whether readers see it, or an article that somebody else may be judging names it."""
    return record.pk is not None and (record.articles.exists() or on_live_pages(record))


def may_change(record: Contributor | Topic, by: Any) -> bool:
    """Those who write change people and topics of drafts; what readers see takes a right to review."""
    return by.has_perm("articles.review_article") or not on_live_pages(record)


def may_link(by: Any) -> bool:
    return bool(by.has_perm("articles.link_account"))


@transaction.atomic
def save_record(*, record: Contributor | Topic, by: User, changed: Sequence[str]) -> None:
    """Saves a person or topic, new or with the fields `changed`, but never the account of a person.

    Raises NotAllowed, and ValidationError where readers know the record by its address.
    """
    kind = "contributor" if isinstance(record, Contributor) else "topic"
    new = record.pk is None
    require(by, f"{'add' if new else 'change'}_{kind}", f"change a {kind}")
    stored = None if new else type(record)._default_manager.select_for_update().get(pk=record.pk)
    if stored is not None and not may_change(stored, by):
        raise NotAllowed("Readers see this as it stands here, so an editor changes it.")
    if stored is not None and stored.slug != record.slug and on_live_pages(stored):
        raise ValidationError({"slug": "Readers know it by its address, so that stays as it is."})
    if isinstance(record, Contributor):
        record.user = stored.user if isinstance(stored, Contributor) else None
    record.save()
    before: Mapping[str, Any] = {name: str(getattr(stored, name)) for name in changed} if stored else {}
    after = {name: str(getattr(record, name)) for name in changed}
    data = {kind: record.pk, "name": record.name, "before": before, "after": after}
    record_change(action=f"{'person' if kind == 'contributor' else kind}-changed", by=by, record=record, data=data)


@transaction.atomic
def link_account(*, contributor: Contributor, user: User | None, by: User) -> None:
    """Says whose account the person has. Administrators do, and never with their own account."""
    if not may_link(by):
        raise NotAllowed("Only an administrator says whose account a person has.")
    stored = Contributor.objects.select_for_update().get(pk=contributor.pk)
    accounts = [pk for pk in (stored.user_id, user.pk if user else None) if pk]
    if by.pk in accounts:
        raise NotAllowed("It is your own account. Another administrator has to link or unlink it.")
    _link(stored, user, by)
    contributor.user = user


def link_by_operator(*, contributor: Contributor, user: User) -> None:
    """The same for commands that somebody with access to the server runs; the log names nobody."""
    _link(contributor, user, None)


@transaction.atomic
def _link(contributor: Contributor, user: User | None, by: User | None) -> None:
    before = contributor.user_id
    if before == (user.pk if user else None):
        return
    contributor.user = user
    contributor.save(update_fields=["user"])
    data = {
        "contributor": contributor.pk,
        "name": contributor.name,
        "accounts": [pk for pk in (before, user.pk if user else None) if pk],
        "before": before,
        "after": user.pk if user else None,
    }
    log.record(action="account-linked", by=by, data=data)


def may_delete(record: Model) -> bool:
    """What readers see, and what articles name, stays."""
    return not isinstance(record, Contributor | Topic) or not is_used(record)
