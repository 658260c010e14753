"""What can be read and never changed: the log and the public record. Revisions are in `revisions`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model, OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from unfold.admin import ModelAdmin
from unfold.decorators import display

from articles.models import Amendment, Article, LogEntry
from articles.newsroom.log_sentences import GROUPS, sentence
from articles.services.conversation.people import name_of
from articles.services.log import SYSTEM
from articles.services.own_drafts import seen_by, sees_own_only


class ReadOnlyAdmin(ModelAdmin):
    """Seen by those who may see it, changed by nobody, not even a superuser."""

    actions = None
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    of_article = "article"

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        if not sees_own_only(request.user):
            return rows
        return rows.filter(**{f"{self.of_article}__in": seen_by(request.user).values("pk")})


class GroupFilter(admin.SimpleListFilter):
    title = "kind of act"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, label) for name, (label, _actions) in GROUPS.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen = GROUPS.get(self.value() or "")
        return queryset.filter(action__in=chosen[1]) if chosen else queryset


class PersonFilter(admin.SimpleListFilter):
    title = "person"
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        people = User.objects.filter(is_staff=True).order_by("first_name", "username")[:100]
        return [("none", SYSTEM), *((str(person.pk), name_of(person)) for person in people)]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value() or ""
        if value == "none":
            return queryset.filter(actor_id__isnull=True)
        return queryset.filter(actor_id=int(value)) if value.isdecimal() and len(value) < 10 else queryset


class LogEntryForm(forms.ModelForm):  # type: ignore[type-arg]
    """Names the parts of an entry for people; the page changes nothing."""

    class Meta:
        model = LogEntry
        fields = ()
        labels: ClassVar[Mapping[str, str]] = {
            "at": "When",
            "actor_name": "Who",
            "action": "Act",
            "article_id": "Number of the article",
            "revision_id": "Number of the revision",
            "data": "What was recorded",
            "previous": "Hash of the entry before",
            "hash": "Hash of this entry",
        }


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin):
    """The log in sentences. The page of an entry has all that is kept of it."""

    of_article = "article_id"
    list_display = ("when", "sentence", "short_hash")
    list_display_links = ("when",)
    list_filter = (GroupFilter, PersonFilter)
    search_fields = ("actor_name", "=article_id")
    search_help_text = "A person, a number or words of the title of an article."
    form = LogEntryForm
    fields = ("sentence", "at", "actor_name", "action", "article_id", "revision_id", "data", "previous", "hash")
    readonly_fields = ("sentence",)
    date_hierarchy = "at"
    change_list_template = "admin/articles/logentry/change_list.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        titles = Article.objects.filter(pk=OuterRef("article_id")).order_by().values("title")
        return super().get_queryset(request).annotate(title=Subquery(titles[:1]))

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Entries by person or number, and those about articles whose title has the words."""
        found, several = super().get_search_results(request, queryset, search_term)
        if search_term.strip() and "\0" not in search_term:
            named = seen_by(request.user).filter(title__icontains=search_term.strip()).order_by("-pk")
            found |= queryset.filter(article_id__in=list(named.values_list("pk", flat=True)[:50]))
        return found, several

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        number = request.GET.get("article_id__exact", "")
        article = None
        if number.isdecimal() and len(number) < 19:
            article = seen_by(request.user).filter(pk=int(number)).first()
        return super().changelist_view(request, {**(extra_context or {}), "of_article": article})

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """An entry is called by its sentence."""
        entry = self.get_object(request, object_id) if object_id else None
        named = {"subtitle": f"{self.when(entry)}: {self.sentence(entry)}"} if entry is not None else {}
        return super().changeform_view(request, object_id, form_url, {**named, **(extra_context or {})})

    @display(description="at", ordering="pk")
    def when(self, entry: LogEntry) -> str:
        return date_format(timezone.localtime(entry.at), "DATETIME_FORMAT")

    @display(description="what happened")
    def sentence(self, entry: Any) -> str:
        return sentence(entry, entry.title or "")

    @display(description="hash")
    def short_hash(self, entry: LogEntry) -> str:
        return entry.hash[:12]


@admin.register(Amendment)
class AmendmentAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "article", "right", "person")
    list_select_related = ("article", "by")
    list_filter = ("kind",)
    search_fields = ("wrong", "right", "article__title")
    date_hierarchy = "at"
    fields = ("article", "kind", "at", "wrong", "right", "person", "by_name", "before", "after", "replacement", "entry")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*(field.name for field in Amendment._meta.fields), "person"]

    @display(description="by", ordering="by__last_name")
    def person(self, row: Amendment) -> str:
        return name_of(row.by) if row.by else SYSTEM
