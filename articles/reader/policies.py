"""How the publication works: the pages it wrote about itself, each with every version of its words."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.comparison import compare_prose
from articles.models import Policy
from articles.models.policy import PolicyPage
from articles.reader.changes import sentences_of
from articles.reader.responses import ASK_AGAIN, public
from articles.rendering.addresses import absolute
from articles.rendering.markdown import to_html
from articles.rendering.words import words_of

ABOUT = {
    PolicyPage.EDITORIAL: "Who writes, what is checked and by whom, and what has to be true before an article is out.",
    PolicyPage.CORRECTIONS: "What we do when something was wrong, and how you can tell us.",
    PolicyPage.ADVERTISING: "Who owns this publication, what pays for it, and what money does not buy.",
    PolicyPage.CONTACT: "How to reach us.",
}


@require_safe
def how_we_work(request: HttpRequest) -> HttpResponse:
    """The pages about the publication, each with a line of what it says and since when."""
    since = {row.page: row for row in Policy.objects.in_force().defer("text")}
    rows = [(_address(page), page.label, words, since.get(page)) for page, words in ABOUT.items()]
    context = {"rows": rows, "canonical": absolute(request.path)}
    return public(render(request, "articles/how.html", context), ASK_AGAIN)


@require_safe
def policy(request: HttpRequest, page: str) -> HttpResponse:
    """The words that hold now, and the list of all versions."""
    rows = list(_rows(page).defer("text"))
    return _shown(request, rows, rows[0] if rows else None, {"versions": rows, "canonical": absolute(request.path)})


@require_safe
def policy_version(request: HttpRequest, page: str, number: int) -> HttpResponse:
    """What was said from one day to another, and what it changed; not for search engines."""
    rows = list(_rows(page).defer("text"))
    row = next((row for row in rows if row.number == number), None)
    before = next((one for one in rows if one.number == number - 1), None)
    context: dict[str, Any] = {
        "version": row,
        "until": next((one.at for one in rows if one.number == number + 1), None),
        "sentences": sentences_of(compare_prose(_words(before), _words(row))) if before and row else [],
    }
    response = _shown(request, rows, row, context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(page: str) -> Any:
    return Policy.objects.of(page)


def _shown(request: HttpRequest, rows: list[Policy], row: Policy | None, context: dict[str, Any]) -> HttpResponse:
    if row is None:
        raise Http404
    shown = {
        "row": row,
        "title": row.get_page_display(),
        "html": to_html(row.text, {}),
        "address": _address(row.page),
        "about": ABOUT[PolicyPage(row.page)],
        "mail": settings.CONTACT_EMAIL if row.page == PolicyPage.CONTACT else "",
        **context,
    }
    return public(render(request, "articles/policy.html", shown), ASK_AGAIN)


def _words(row: Policy) -> str:
    return words_of(to_html(row.text, {}))


def _address(page: str) -> str:
    return reverse("articles:policy", args=[page])
