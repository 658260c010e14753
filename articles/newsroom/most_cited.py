"""The works that our articles stand on, most used first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.newsroom.where_used import need_to_see_works_and_articles, number_asked
from articles.newsroom.work_uses import WORKS_PER_PAGE, cited_works
from articles.newsroom.work_uses_sql import ORDERS
from citations.models import Design, Status

LABELS = {
    "articles": "Articles",
    "drafts": "Drafts",
    "pages": "Live pages",
    "claims": "Claims",
    "flags": "Open flags",
    "year": "Year",
    "title": "Title",
}


class CitedForm(forms.Form):
    """What the address may ask for; anything else is refused, so that no list claims to be filtered and is not."""

    status = forms.ChoiceField(required=False, choices=[("", "All"), *Status.choices])
    design = forms.ChoiceField(
        required=False, label="study design", choices=[("", "All"), ("none", "Not recorded"), *Design.choices]
    )
    live = forms.BooleanField(required=False, label="Live pages only")
    order = forms.ChoiceField(required=False, choices=[(name, LABELS[name]) for name in ORDERS], label="sorted by")


@require_safe
def cited(request: HttpRequest) -> HttpResponse:
    """Works that drafts or live pages list, filtered, sorted and page by page."""
    need_to_see_works_and_articles(request)
    form = CitedForm(request.GET)
    page = number_asked(request, "page") or 1
    if not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    order = asked["order"] or "articles"
    found, rows = cited_works(
        order=order, page=page, live=asked["live"], status=asked["status"], design=asked["design"]
    )
    if page > 1 and not rows:
        raise Http404
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Cited by our articles",
        "form": CitedForm(initial={**asked, "order": order}),
        "filtered": bool(asked["status"] or asked["design"] or asked["live"]),
        "rows": rows,
        "found": found,
        "page_number": page,
        "pages": max(1, -(-found // WORKS_PER_PAGE)),
    }
    return render(request, "newsroom/cited.html", context)
