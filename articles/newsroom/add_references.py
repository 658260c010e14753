"""Adds works to an article's list from pasted reference strings, shown before anything is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from unfold.widgets import UnfoldAdminTextareaWidget

import apart
from articles import services
from articles.models import Article
from articles.newsroom.pasted_references import Pasted, references_in
from articles.newsroom.post_files import tidy
from articles.newsroom.retracted_works import warn_of_retracted
from articles.newsroom.review_desk import assess_after_commit
from articles.services.own_drafts import seen_by
from citations.services import Work, find_works, foreseen_verdicts
from citations.services.adding import Fault
from evidence.deadline import TooIntricateError


class ReferencesForm(forms.Form):
    """What somebody has of works; once valid, `works` and `faults` hold what was read."""

    works: Sequence[Pasted] = ()
    faults: Sequence[Fault] = ()

    text = forms.CharField(
        label="Paste references",
        widget=UnfoldAdminTextareaWidget({"rows": 10}),
        help_text="DOIs, PMIDs, addresses or whole references in any usual style, each on a line. The next screen "
        "shows what was read in each.",
        error_messages={"required": "Paste one or more references."},
    )

    def clean_text(self) -> str:
        text = tidy(self.cleaned_data["text"])
        if len(text.encode()) > settings.IMPORT_MAX_KB * 1024:
            raise forms.ValidationError(f"The list is larger than {settings.IMPORT_MAX_KB} KB. Paste it in parts.")
        try:
            self.works, self.faults = references_in(text)
        except (TooIntricateError, apart.Busy) as error:
            raise forms.ValidationError(str(error)) from error
        if not self.works:
            why = self.faults[0].reason if self.faults else "Paste each on a line of its own."
            raise forms.ValidationError(f"No work was recognised. {why}")
        return text


@never_cache
@require_http_methods(["GET", "POST"])
def cite(request: HttpRequest, pk: int) -> HttpResponse:
    """First the references, then what was read in them, then they are on the list."""
    if not (request.user.has_perm("articles.change_article") and request.user.has_perm("citations.add_citation")):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user), pk=pk)
    form = ReferencesForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _page(request, article, form, [], status=200 if request.method == "GET" else 400)
    pasted = form.works
    if "save" not in request.POST:
        return _page(request, article, form, pasted)
    wanted = set(request.POST.getlist("references"))
    works = [Work(item.csl, item.source, "the pasted reference") for item in pasted if item.key in wanted]
    try:
        rows = services.cite_works(article=article, by=request.user, works=works)  # type: ignore[arg-type]
    except services.ServiceError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, article, form, pasted, status=403)
    if rows:
        assess_after_commit(article.pk)
    keys = ", ".join(f"[@{row.key}]" for row in rows)
    messages.success(request, f"Added: {keys}." if rows else "Nothing was added.")
    warn_of_retracted(request, article)
    return redirect("admin:articles_article_change", article.pk)


def _page(
    request: HttpRequest, article: Article, form: ReferencesForm, pasted: Sequence[Pasted], *, status: int = 200
) -> HttpResponse:
    known = find_works([item.source for item in pasted])
    keys = foreseen_verdicts.ask((item.csl, item.raw, item.doubtful) for item in pasted)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Add works to the article",
        "subtitle": article.title,
        "article": article,
        "form": form,
        "faults": form.faults,
        "fault_count": len(form.faults),
        "references": [
            {"item": item, "known": work, "kept": True, "key": key}
            for item, work, key in zip(pasted, known, keys, strict=True)
        ],
    }
    return render(request, "newsroom/cite.html", context, status=status)
