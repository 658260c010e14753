"""The page on which an article is written, and the list of all of them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from unfold.admin import ModelAdmin
from unfold.decorators import display

import apart
from articles import services
from articles.admin.inlines import INLINES_OF_ARTICLE, RowsOnce
from articles.admin.kept_drafts import KeptDrafts
from articles.models import Article
from articles.newsroom.article_list import article_page
from articles.newsroom.desk_fields import draw
from articles.newsroom.drawer_rows import FETCHED, fetched_rows, rows_wait, waiting_rows
from articles.newsroom.drawers import drawers, problems
from articles.newsroom.findings import panel
from articles.newsroom.forms import ArticleForm
from articles.newsroom.hindrances import address_of
from articles.newsroom.page_weight import tighten
from articles.newsroom.previewing import preview_or_words
from articles.newsroom.retracted_works import warn_of_retracted
from articles.newsroom.review_desk import assess_after_commit
from articles.newsroom.talks import in_short
from articles.newsroom.workflow import buttons
from articles.services.deleting import kept_because
from articles.services.own_drafts import seen_by, sees_own_only
from products.models import ProductDisclosure

HEAVY = ("html", "body", "claims", "citations", "basis", "flags", "decisions")
"""What of the revision that readers see the page has no use for."""


@admin.register(Article)
class ArticleAdmin(KeptDrafts, ModelAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    inlines = INLINES_OF_ARTICLE
    search_fields = ("title", "slug", "standfirst", "credits__contributor__name")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("topics",)
    warn_unsaved_form = True
    fieldsets = (
        (None, {"fields": ("title", "standfirst", "body")}),
        ("Where it stands on the site", {"fields": ("slug", "topics", "market", "advice_notice")}),
        (
            "Evidence and review",
            {
                "fields": ("evidence_to", "next_review", "reviewed_on", "harms_covered"),
                "description": "Readers see these dates. Leave a date empty until it is true.",
            },
        ),
    )

    class Media:
        css = {"all": ("newsroom/newsroom.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request).select_related("live_revision", "modified_by")
        rows = rows.defer(*(f"live_revision__{name}" for name in HEAVY))
        if sees_own_only(request.user):
            rows = rows.filter(pk__in=seen_by(request.user).values("pk"))
        return rows

    def get_inline_instances(self, request: HttpRequest, obj: Article | None = None) -> list[Any]:
        """None for a page that fetches its rows when a drawer is opened: they take half the time of the page."""
        found: list[Any] = [] if rows_wait(request, obj) else super().get_inline_instances(request, obj)
        return found

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Those who may only read get the text as the preview shows it."""
        if obj is None or self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        first, *rest = self.fieldsets
        return [(first[0], {"fields": ("title", "standfirst", "text")}), *rest]

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        if obj is not None and not self.has_change_permission(request, obj):
            return ("text",)
        # The reviewer whom the page names records the review, by a button; the service refuses it here too.
        return ("reviewed_on",)

    @display(description="text")
    def text(self, article: Article) -> SafeString:
        html = mark_safe(preview_or_words(article))  # noqa: S308  sanitised by the renderer
        return format_html('<div class="newsroom-editor"><div class="markdownx-preview">{}</div></div>', html)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The newsroom's own list."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return article_page(request)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Called as the button that leads here."""
        context = {"title": "Write an article", **(extra_context or {})}
        return super().add_view(request, form_url, context)  # type: ignore[no-any-return]

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What was approved or decided on stays on record."""
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not _kept_because(request, obj))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is not None and self.has_view_permission(request, article):
            if words := kept_because(article):
                raise PermissionDenied(words)
            if not self.has_delete_permission(request, article):
                raise PermissionDenied("This draft cannot be deleted with your account. Administrators delete drafts.")
        return super().delete_view(request, object_id, extra_context)  # type: ignore[no-any-return]

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        services.delete_draft(article=obj, by=request.user)  # type: ignore[arg-type]

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, set[str], Any]:
        """What the engine found goes with its draft: nobody needs a right of their own to delete that, and it is
        counted, not listed sentence by sentence."""
        _, count, _, protected = super().get_deleted_objects(objs, request)
        joining = str(Article.topics.through._meta.verbose_name_plural)
        return list(map(str, objs)), {kind: n for kind, n in count.items() if kind != joining}, set(), protected

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No bulk deletion: it would ask nobody about revisions."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def view_on_site(self, obj: Article) -> str | None:
        """Only what readers can open has a place on the site."""
        return obj.get_absolute_url() if obj.is_public else None

    # --- Saving ------------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        expected = form.cleaned_data.get("expected_version") if change else None
        form.reviewed_before = obj.reviewed_on
        ends = (request.POST.get("ends", ""),)
        services.save_draft(article=obj, by=request.user, expected_version=expected, ends=ends)  # type: ignore[arg-type]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.save(commit=False):
            if isinstance(row, ProductDisclosure) and row.is_answered:
                row.answered_by_id, row.answered_at = request.user.pk, timezone.now()
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        article, before = form.instance, services.reviewers_of(form.instance)
        super().save_related(request, form, formsets, change)
        services.reviewers_changed(article=article, by=request.user, before=before)  # type: ignore[arg-type]
        if getattr(form, "reviewed_before", None) and article.reviewed_on is None:
            text = "The words or the reviewer changed since the medical review, so its day was taken out. "
            messages.warning(request, f"{text}Have it reviewed again.")
        warn_of_retracted(request, article)
        assess_after_commit(form.instance.pk)

    def log_addition(self, request: HttpRequest, obj: Article, message: Any) -> None:
        """The newsroom keeps its own log, which nobody can rewrite."""

    def log_change(self, request: HttpRequest, obj: Article, message: Any) -> None:
        """As for additions."""

    # --- The page ----------------------------------------------------------------------------------------

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> list[Any]:
        found: list[Any] = super().get_inline_formsets(*args, **kwargs)
        for rows in found:
            rows.__class__ = RowsOnce
        return found

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Article | None = None,
    ) -> HttpResponse:
        context["show_save_and_continue"] = False
        context["show_save_and_add_another"] = False
        context["may_save"] = self.has_add_permission(request) if add else self.has_change_permission(request, obj)
        if request.GET.get("rows") == FETCHED and request.method == "GET" and obj is not None:
            return fetched_rows(request, obj, context)
        if obj is not None and obj.pk:
            # A form that was sent has put its words into `obj`.
            stored = obj if request.method == "GET" else self.get_queryset(request).get(pk=obj.pk)
            context |= {"stored": stored, "buttons": buttons(stored, request.user), **panel(stored, request.user)}
            context["talk"] = in_short(stored)
            context["hindrances_url"] = address_of(stored, request.user)
        self.kept_context(request, context, obj)
        form = context["adminform"].form
        fieldsets = list(context["adminform"])
        context["text_fields"] = draw(fieldsets[0])
        context["drawers"] = drawers(obj, fieldsets, context["inline_admin_formsets"], waiting_rows(request, obj))
        context["problems"] = problems(form, context["drawers"])
        apart.TYPED.prepare()
        response = super().render_change_form(request, context, add, change, form_url, obj)
        response.add_post_render_callback(tighten)
        return response  # type: ignore[no-any-return]


def _kept_because(request: HttpRequest, article: Article) -> str:
    """Why the article stays: a page that only shows it asks twice whether to offer its deletion, and once will do."""
    if request.method != "GET":
        return kept_because(article)
    held: dict[int, str] = request.__dict__.setdefault("kept_because", {})
    if article.pk not in held:
        held[article.pk] = kept_because(article)
    return held[article.pk]
