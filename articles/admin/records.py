"""What can be read and never changed: the log and the revisions."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from unfold.admin import ModelAdmin
from unfold.decorators import display

from articles.models import LogEntry, Revision
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


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin):
    of_article = "article_id"
    list_display = ("when", "actor_name", "action", "article_id", "revision_id", "short_hash")
    list_filter = ("action",)
    search_fields = ("actor_name", "action", "=article_id")
    fields = ("at", "actor_name", "action", "article_id", "revision_id", "data", "previous", "hash")
    date_hierarchy = "at"

    @display(description="at", ordering="pk")
    def when(self, entry: LogEntry) -> str:
        return f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M:%S}"

    @display(description="hash")
    def short_hash(self, entry: LogEntry) -> str:
        return entry.hash[:12]


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("title", "number", "created_by", "created_at", "approved_by", "published_at")
    list_select_related = ("created_by", "approved_by", "article")
    list_filter = ("market",)
    search_fields = ("title",)
    fields = (
        "article",
        "number",
        "title",
        "standfirst",
        "body",
        "contributors",
        "topics",
        "citations",
        "disclosures",
        "claims",
        "flags",
        "decisions",
        "summary",
        "dates",
        "engine_version",
        "content_hash",
        "change_note",
        ("created_by", "created_at"),
        ("approved_by", "approved_at"),
        "published_at",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [field.name for field in Revision._meta.fields]
