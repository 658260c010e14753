"""What reviewers are asked before they approve, for editors to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from articles.models import ChecklistQuestion
from articles.services.checklist import save_question
from editing.opened_forms import OpenedAdmin


@admin.register(ChecklistQuestion)
class ChecklistQuestionAdmin(OpenedAdmin, ModelAdmin):
    """A question is taken out of use and never deleted; what was answered stays with the revisions either way."""

    list_display = ("text", "order", "active")
    list_filter = ("active",)
    search_fields = ("text",)
    fields = ("text", "help", "order", "active")
    actions = None
    show_full_result_count = False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_question(question=obj, by=request.user)  # type: ignore[arg-type]

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """The newsroom keeps its own log."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """As for additions."""
