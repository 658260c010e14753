"""Brings what somebody typed and never saved back into the form, with a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict

from articles.models import Article, WorkingCopy
from articles.newsroom import saving, sent_drafts
from articles.services import working_copies

SAVED = "saved"
"""`?copy=saved` shows the article as it is saved, whatever waits."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy that is in the form again. `moved_on` where somebody saved since it was begun."""

    pk: int
    tab: str
    serial: int
    kept_at: datetime
    moved_on: bool
    beside: bool


def restore(request: HttpRequest, article: Article | None) -> None:
    """Puts the person's newest words that are in no open page of theirs into the form, as if they were sent just now.

    Django's form shows what was sent and did not pass, and nothing passes here: it is not saved. Words of the page
    that asks are taken for its own, though it may count as open still. Of an article that moved on, what does not
    touch is put together; where it touches, the copy stays as it was begun, and saving it asks.
    """
    copy = _chosen(request, article)
    if copy is None:
        return
    data = _data(copy)
    if article is None:
        _show(request, copy, data, moved_on=False)
        return
    read = saving.sent(article, data)
    if read.result.state == read.standing:
        working_copies.discard(pk=copy.pk, by=request.user)  # type: ignore[arg-type]
        request.__dict__.pop("standing_copies", None)
        return
    moved_on = read.began is None or read.began != read.standing
    if read.result.conflicts:
        state, against = read.mine, read.began or read.standing
        digest, of_rows = data.get("began_with", ""), data.get("rows_began_with", "")
    else:
        state, against, digest, of_rows = read.result.state, read.standing, read.digest, ""
    form = sent_drafts.as_form(data, state, against, version=article.version, digest=digest, rows_digest=of_rows)
    _show(request, copy, form, moved_on=moved_on)


def _chosen(request: HttpRequest, article: Article | None) -> WorkingCopy | None:
    asked = request.GET.get("copy", "")
    if asked == SAVED:
        return None
    copies = (
        standing_copies(request, article).waiting if article else working_copies.waiting(None, request.user)  # type: ignore[arg-type]
    )
    if asked.isdecimal():
        return next((copy for copy in copies if str(copy.pk) == asked), None)
    return next((copy for copy in copies if not copy.is_open), None)


def standing_copies(request: HttpRequest, article: Article) -> working_copies.Standing:
    """All copies of the article that concern the page, read once for it."""
    held: working_copies.Standing | None = request.__dict__.get("standing_copies")
    if held is None:
        held = request.__dict__["standing_copies"] = working_copies.standing(article, request.user)  # type: ignore[arg-type]
    return held


def _data(copy: WorkingCopy) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in (copy.form or {}).items():
        data.setlist(name, values)
    return data


def _show(request: Any, copy: WorkingCopy, data: QueryDict, *, moved_on: bool) -> None:
    kept_at = copy.kept_at or copy.seen_at
    request.restored = Restored(copy.pk, copy.tab, copy.serial, kept_at, moved_on, copy.beside)
    data["restored"] = "yes"
    request.FILES  # noqa: B018  read once, or reading it later would take the form away again
    request.method, request.POST = "POST", data
