"""What the article's page does so that nothing typed is lost: the steps round Django's own saving."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.models import Article
from articles.newsroom import saving
from articles.newsroom.kept_page import page_context
from articles.newsroom.restoring import Restored, restore
from articles.services import draft_states
from articles.services.workflow import lock


class KeptDrafts:
    """Mixed into the admin of articles, before ModelAdmin."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        view: Any = super().changeform_view  # type: ignore[misc]
        if request.method == "GET" and self._writes(request, object_id):
            article = self.get_object(request, object_id) if object_id is not None else None
            restore(request, article)
            if article is not None:
                # Before the form is read: who saves between the two is then in the form and not in what it began
                # with, which puts both together. The other way round the form would take that save back.
                request.began_with = draft_states.remember(article)  # type: ignore[attr-defined]
        if request.method != "POST" or object_id is None or hasattr(request, "restored"):
            return view(request, object_id, form_url, extra_context)  # type: ignore[no-any-return]
        with transaction.atomic():
            article = _found(object_id)
            writes = article is not None and self._writes(request, object_id)
            if article is not None and writes and (page := saving.settle(request, lock(article))):
                return page
            return view(request, object_id, form_url, extra_context)  # type: ignore[no-any-return]

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        """A page that only shows the article reads it once; one that got a form reads it as it stands then."""
        held: dict[str, Article | None] = request.__dict__.setdefault("held_articles", {})
        if request.method == "GET" and from_field is None and object_id in held:
            return held[object_id]
        found: Article | None = super().get_object(request, object_id, from_field)  # type: ignore[misc]
        held[object_id] = found
        return found

    def _writes(self, request: HttpRequest, object_id: str | None) -> bool:
        admin: Any = self
        if object_id is None:
            return bool(admin.has_add_permission(request))
        article = admin.get_object(request, object_id)
        return article is not None and bool(admin.has_change_permission(request, article))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Saving stays on the page: what the engine finds appears there."""
        return self._back_to(request, obj, obj)

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self._back_to(request, obj, None)

    def _back_to(self, request: HttpRequest, article: Article, copied: Article | None) -> HttpResponse:
        saving.empty_copy(request, copied)
        messages.success(request, f"Saved as version {article.version}. The engine is reading it.")
        for words in saving.after_saving(request, article):
            messages.info(request, words)
        return redirect("admin:articles_article_change", article.pk)

    def kept_context(self, request: HttpRequest, context: dict[str, Any], obj: Article | None) -> None:
        """For newsroom/kept.html, before anything is made of the form's errors."""
        article = obj if obj and obj.pk else None
        if self._writes(request, str(article.pk) if article else None):
            context["kept"] = page_context(request, article)
            if isinstance(getattr(request, "restored", None), Restored):
                _without_errors(context)


def _found(object_id: str | None) -> Article | None:
    if object_id is None or not object_id.isdecimal() or len(object_id) > 17:
        return None
    return Article.objects.filter(pk=object_id).first()


def _without_errors(context: dict[str, Any]) -> None:
    """What was not finished when it was kept is no error yet."""
    context["adminform"].form._errors = ErrorDict()
    for inline in context["inline_admin_formsets"]:
        inline.formset._non_form_errors = ErrorList()
        for form in inline.formset.forms:
            form._errors = ErrorDict()
    context["errors"] = []
