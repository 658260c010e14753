"""The rows in the article's drawers, fetched when one is opened first: most of those who write never open one.

`?rows=fetched` answers with the rows alone, `?rows=open` with the whole page, for browsers without a script. A form
that comes back without rows leaves them as they are (`newsroom/sent_drafts.py`); one with rows that were fetched says
by `rows_began_with` what they began with: a colleague may have saved between the opening of the page and of the drawer.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models import Article
from articles.newsroom.drawers import drawers
from articles.services.draft_states import ROWS

FETCHED, OPEN = "fetched", "open"
"""Values of `?rows`."""


def rows_wait(request: HttpRequest, article: Article | None) -> bool:
    """Whether the page is only shown and nobody asked for its rows. A form that was sent is shown with all it has."""
    return (
        request.method == "GET" and article is not None and article.pk is not None and not request.GET.get("rows", "")
    )


def waiting_rows(request: HttpRequest, article: Article | None) -> tuple[str, ...]:
    return tuple(ROWS) if rows_wait(request, article) else ()


def fetched_rows(request: HttpRequest, article: Article, context: dict[str, Any]) -> HttpResponse:
    """Each drawer's rows in a <template>, and what they begin with for somebody who may save them."""
    fieldsets, inlines = list(context["adminform"]), context["inline_admin_formsets"]
    shown = {
        "drawers": [drawer for drawer in drawers(article, fieldsets, inlines) if drawer.inline is not None],
        "original": article,
        "may_save": context["may_save"],
        "began_with": getattr(request, "began_with", ""),
    }
    return TemplateResponse(request, "newsroom/fetched_rows.html", shown)
