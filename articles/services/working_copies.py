"""Keeps what people type before they save it, and knows who else has an article open. None of it is on the record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from articles.models import Article, ShownDraft, WorkingCopy
from articles.services.errors import ServiceError, require
from articles.services.own_drafts import require_seen

KEPT_DAYS = 90
"""After so long without a look at it a copy goes [house]."""
PAGES = 8
"""Copies that one person may have of one article; the oldest goes [house]."""

Form = Mapping[str, Sequence[str]]


class CopyTooLarge(ServiceError):
    """More than a draft may hold."""


class ArticleGone(ServiceError):
    """Deleted in the same moment, with all that was kept of it."""


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has the article open, with whether they hold words that are not saved."""

    name: str
    writing: bool
    yourself: bool


def require_writing(by: User, article: Article | None) -> None:
    """Raises NotAllowed unless the person may write this article, or begin one."""
    require(by, "change_article" if article else "add_article", "change articles" if article else "write articles")
    if article:
        require_seen(article, by)


def keep(
    *,
    article: Article | None,
    by: User,
    tab: str,
    serial: int,
    form: Form | None,
    version: int = 0,
    beside: bool = False,
    open_page: bool = True,
) -> WorkingCopy:
    """Notes that the page is open, or closes, and keeps the form where one is given and no newer one is kept.

    Raises NotAllowed, CopyTooLarge and ArticleGone. Kept twice it is kept once.
    """
    require_writing(by, article)
    now = timezone.now()
    if form is not None and len(json.dumps(form)) > 4 * settings.IMPORT_MAX_KB * 1024:
        raise CopyTooLarge("This is more than a draft may hold, so it is not kept here. Make it shorter, then save it.")
    row = WorkingCopy(article=article, person=by, tab=tab, version=version)
    try:
        with transaction.atomic():
            # One statement, so that two messages at once end as one row.
            WorkingCopy.objects.bulk_create([row], ignore_conflicts=True)
            copy: WorkingCopy = WorkingCopy.objects.select_for_update().get(article=article, person=by, tab=tab)
            copy.seen_at, copy.left = now, not open_page
            if form is not None and serial >= copy.serial:
                copy.form, copy.kept_at = {name: list(values) for name, values in form.items()}, now
                copy.serial, copy.version, copy.beside = serial, version, beside or copy.beside
            copy.save()
            _keep_few(article, by)
    except (IntegrityError, WorkingCopy.DoesNotExist):  # told at the commit, or by a row that went with the article
        raise ArticleGone("The article was deleted meanwhile. Copy your text if you need it.") from None
    return copy


def _keep_few(article: Article | None, by: User) -> None:
    mine = WorkingCopy.objects.filter(article=article, person=by).order_by("-seen_at", "-pk")
    if old := list(mine.values_list("pk", flat=True)[PAGES:]):
        WorkingCopy.objects.filter(pk__in=old).delete()


def leave(*, article: Article | None, by: User, tab: str) -> None:
    """The page was closed: what it kept stays."""
    WorkingCopy.objects.filter(article=article, person=by, tab=tab).update(left=True)


def empty(*, article: Article | None, by: User, tab: str, serial: int) -> None:
    """What the page held is saved. Messages sent before that and still on their way change nothing."""
    copies = WorkingCopy.objects.filter(article=article, person=by, tab=tab)
    copies.update(form=None, kept_at=None, beside=False, serial=serial + 1, seen_at=timezone.now())


def discard(*, pk: int, by: User) -> None:
    """The person does not want it back."""
    WorkingCopy.objects.filter(pk=pk, person=by).delete()


def waiting(article: Article | None, by: User) -> list[WorkingCopy]:
    """The person's own words that are not saved, newest first."""
    return list(WorkingCopy.objects.filter(article=article, person=by).unsaved())


def pages(article: Article | None, by: User) -> list[WorkingCopy]:
    """All pages of the person on this article, without the words: newest first, `kept_at` is empty where none wait."""
    rows = WorkingCopy.objects.filter(article=article, person=by).defer("form")
    return list(rows.order_by(F("kept_at").desc(nulls_last=True), "-pk"))


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article's page asks when it is opened: all pages of the person as `pages` gives them, those of them that
    hold words as `waiting` does, and who has the article open as `present` tells it."""

    pages: list[WorkingCopy]
    waiting: list[WorkingCopy]
    present: list[Present]


def standing(article: Article, by: User) -> Standing:
    """One query. The words of a copy are read when it is asked for them."""
    found = WorkingCopy.objects.here_or_of(by).filter(article=article).without_words()
    rows = list(found.order_by(F("kept_at").desc(nulls_last=True), "-pk"))
    own = [row for row in rows if row.person_id == by.pk]
    here = sorted((row for row in rows if row.is_open), key=lambda row: (row.person.username, row.pk))
    return Standing(own, [row for row in own if row.holds], _told(here, by))


def present(article: Article, by: User, tab: str = "") -> list[Present]:
    """Who else has it open, each once; another page of one's own counts too."""
    rows = WorkingCopy.objects.here().filter(article=article).exclude(person=by, tab=tab).without_words()
    return _told(rows.order_by("person__username", "pk"), by)


def _told(rows: Iterable[WorkingCopy], by: User) -> list[Present]:
    found: dict[int, Present] = {}
    for row in rows:
        name = row.person.get_full_name() or row.person.get_username()
        writing = row.holds or (row.person_id in found and found[row.person_id].writing)
        found[row.person_id] = Present(name, writing, row.person_id == by.pk)
    return list(found.values())


def sweep(*, now: datetime) -> int:
    """Takes away what nobody has looked at for long, and pages that hold nothing; how many rows went."""
    old = now - timedelta(days=KEPT_DAYS)
    closed = Q(form__isnull=True, seen_at__lt=now - timedelta(days=1))
    copies, _ = WorkingCopy.objects.filter(Q(seen_at__lt=old) | closed).delete()
    shown, _ = ShownDraft.objects.filter(shown_at__lt=old).delete()
    return copies + shown
