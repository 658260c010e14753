"""The review desk: every flag, open ones first, worst first."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from unfold.admin import ModelAdmin
from unfold.decorators import display

from articles.models import ClaimLink, Flag
from articles.newsroom.findings import sentence_of, title_of
from articles.newsroom.review_desk import flag_page
from articles.services.own_drafts import seen_by, sees_own_only
from evidence.flags.catalogue import FLAGS


class CodeFilter(admin.SimpleListFilter):
    """By the flag's name, not its code."""

    title = "kind of flag"
    parameter_name = "code"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return sorted(((code, spec.title) for code, spec in FLAGS.items()), key=lambda row: row[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Flag]) -> QuerySet[Flag]:
        return queryset.filter(code=self.value()) if self.value() else queryset


class StateFilter(admin.SimpleListFilter):
    """Open flags unless asked otherwise."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, label in Flag.State.choices if value != Flag.State.OPEN] + [("all", "All")]

    def choices(self, changelist: Any) -> Any:
        """The first choice reads "Open", not "All"."""
        for index, choice in enumerate(super().choices(changelist)):
            yield {**choice, "display": "Open"} if index == 0 else choice

    def queryset(self, request: HttpRequest, queryset: QuerySet[Flag]) -> QuerySet[Flag]:
        if self.value() == "all":
            return queryset
        return queryset.filter(state=self.value() or Flag.State.OPEN)


@admin.register(Flag)
class FlagAdmin(ModelAdmin):
    list_display = ("what", "severity_label", "how_sure", "sources", "of_article", "raised")
    list_display_links = None
    list_filter = (StateFilter, "severity", "band", CodeFilter, ("article", admin.RelatedOnlyFieldListFilter))
    search_fields = ("claim__text", "message", "article__title")
    ordering = ("severity_rank", "article", "place", "pk")
    list_per_page = 50
    show_full_result_count = False
    list_fullwidth = True
    actions = None

    class Media:
        css = {"all": ("newsroom/newsroom.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Flag]:
        rows: QuerySet[Flag] = super().get_queryset(request)
        if sees_own_only(request.user):
            rows = rows.filter(article__in=seen_by(request.user))
        return rows.select_related("article", "claim", "article_citation__citation").prefetch_related(
            Prefetch("claim__links", ClaimLink.objects.select_related("article_citation__citation"))
        )

    @display(description="sentence")
    def what(self, flag: Flag) -> SafeString:
        return format_html(
            '<div class="desk-row"><a href="{}">{}</a><span>{}</span></div>',
            f"{flag.pk}/change/",
            title_of(flag.code),
            sentence_of(flag),
        )

    @display(
        description="severity",
        ordering="severity_rank",
        label={"blocker": "danger", "warning": "warning", "note": "info"},
    )
    def severity_label(self, flag: Flag) -> str:
        return flag.severity

    @display(description="how sure", ordering="chance")
    def how_sure(self, flag: Flag) -> SafeString:
        words, _, chance = flag.how_sure.partition(":")
        return format_html('<span title="{}">{}</span>', chance.strip() or "not measured", words.lower())

    @display(description="sources")
    def sources(self, flag: Flag) -> SafeString | str:
        if flag.claim is None:
            return "–"
        works = [link.article_citation for link in flag.claim.links.all()]
        return (
            format_html_join(
                ", ",
                "{} {}{}",
                (
                    (
                        work.citation.byline,
                        work.citation.year or "n.d.",
                        f", {work.citation.get_design_display().lower()}" if work.citation.design else "",
                    )
                    for work in works
                ),
            )
            or "none"
        )

    @display(description="article", ordering="article")
    def of_article(self, flag: Flag) -> str:
        return flag.article.title

    @display(description="raised", ordering="first_raised")
    def raised(self, flag: Flag) -> str:
        return f"{timesince(flag.first_raised, depth=1)} ago"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Flag | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Flag | None = None) -> bool:
        """A flag is decided, never edited."""
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return flag_page(request, int(object_id) if object_id.isdecimal() and len(object_id) < 18 else 0)
