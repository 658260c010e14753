"""Where one work of the library is used: what has to be looked at when it falls, is merged or is corrected."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.newsroom.navigation import USES
from articles.newsroom.work_uses import PER_PAGE, uses_of


def need_to_see_works_and_articles(request: HttpRequest) -> None:
    """Raises PermissionDenied for people who may not see both."""
    if not request.user.has_perms(USES):
        raise PermissionDenied


def number_asked(request: HttpRequest, name: str) -> int | None:
    """A number from 1 out of the address, None where none is asked for. Raises Http404 for anything else."""
    asked = request.GET.get(name)
    if asked is None:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,8}", asked):
        raise Http404
    return int(asked)


@require_safe
def where_used(request: HttpRequest, pk: int) -> HttpResponse:
    """Articles page by page; `?article=` shows everything in one of them."""
    need_to_see_works_and_articles(request)
    page, article = number_asked(request, "page") or 1, number_asked(request, "article")
    uses = uses_of(pk, page=page, article_id=article)
    if uses is None or (not uses.articles and (article or page > 1)):
        raise Http404
    pages = 1 if article else max(1, -(-uses.totals["articles"] // PER_PAGE))
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Where it is used",
        "subtitle": str(uses.work),
        "uses": uses,
        "alone": uses.articles[0] if article else None,
        "page_number": page,
        "pages": pages,
    }
    return render(request, "newsroom/where_used.html", context)
