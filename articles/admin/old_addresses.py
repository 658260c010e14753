"""Old addresses and where they lead: the list and the form for editors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from unfold.admin import ModelAdmin
from unfold.decorators import display

from articles.models import OldAddress
from articles.services import old_addresses
from articles.services.own_drafts import seen_by, sees_own_only
from editing.opened_forms import OpenedAdmin, OpenedForm


class OldAddressForm(OpenedForm):
    class Meta:
        model = OldAddress
        fields = ("old", "article", "target", "gone")

    def clean(self) -> dict[str, Any]:
        """The address as it is kept, so that one that is there already in other letters is told of here."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("old"):
            row = OldAddress(pk=self.instance.pk, old=cleaned["old"], target=cleaned.get("target", ""))
            try:
                cleaned["old"], cleaned["target"] = old_addresses.checked(row)
            except old_addresses.AddressRefused as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return cleaned


@admin.register(OldAddress)
class OldAddressAdmin(OpenedAdmin, ModelAdmin):
    form = OldAddressForm
    list_display = ("old", "leads_to", "why", "made_at")
    list_filter = ("why", "gone")
    search_fields = ("old", "target", "article__title")
    autocomplete_fields = ("article",)
    list_select_related = ("article",)
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False
    actions = None
    fieldsets = (
        (
            None,
            {
                "fields": ("old", "article", "target", "gone"),
                "description": "Readers and search engines who ask for the old address are led on for good (301), or "
                "told that the page is gone (410). Addresses that an article had before an import, or before it "
                "moved, are here by themselves.",
            },
        ),
    )

    class Media:
        css = {"all": ("newsroom/newsroom.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[OldAddress]:
        rows: QuerySet[OldAddress] = super().get_queryset(request)
        return rows.filter(article__in=seen_by(request.user)) if sees_own_only(request.user) else rows

    @display(description="leads to")
    def leads_to(self, row: OldAddress) -> str:
        if row.article is None:
            return row.target or "Gone for good"
        where = "" if row.article.live_revision_id else " (not on the site)"
        return format_html("{}{}", row.article.title, where)

    def save_model(self, request: HttpRequest, obj: OldAddress, form: Any, change: bool) -> None:
        old_addresses.add(row=obj, by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: OldAddress) -> None:
        old_addresses.forget(row=obj, by=request.user)  # type: ignore[arg-type]

    def log_addition(self, request: HttpRequest, obj: OldAddress, message: Any) -> None:
        """The newsroom keeps its own log, which nobody can rewrite."""

    def log_change(self, request: HttpRequest, obj: OldAddress, message: Any) -> None:
        """As for additions."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        """As for additions."""
