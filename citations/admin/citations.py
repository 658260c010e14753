"""The library of works."""

from __future__ import annotations

import json
import re
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Count, DateField, OuterRef, QuerySet, Subquery, Value
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from citations.admin.batches import BulkAdmin
from citations.admin.duplicates import DuplicatesAdmin
from citations.admin.exporting import ExportAdmin
from citations.admin.facts import FactsAdmin
from citations.admin.filters import FILTERS, WorkFilter, WorkList
from citations.admin.links import LinksAdmin
from citations.admin.verification import VerificationAdmin
from citations.models import Citation, Status, kind_choices
from citations.services import (
    corrections,
    duplicates,
    editor_facts,
    facts,
    fingerprint,
    link_checks,
    metadata_completion,
    status,
    verifying,
)
from citations.services.retraction_watch import status_of, watched_on
from editing.opened_forms import OpenedAdmin, OpenedForm

STATUS_COLOURS = {
    "not checked": "",
    "no notice found": "success",
    "retracted": "danger",
    "expression of concern": "warning",
    "corrected": "warning",
}


class CitationForm(OpenedForm):
    class Meta:
        model = Citation
        fields = ("doi", "csl", "facts_from")  # the admin adds those of its fieldsets

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("csl", "facts_from"):
            if name in self.fields:
                self.fields[name].required = False
        if "doi" in self.fields:
            # The form's own look would refuse an address that `clean_doi` can read; the model's comes after it.
            self.fields["doi"].validators = []
        if "kind" in self.fields:
            self.fields["kind"] = forms.ChoiceField(
                choices=kind_choices(self.instance.kind),
                required=False,
                label=self.fields["kind"].label,
                widget=UnfoldAdminSelectWidget,
            )

    def clean_doi(self) -> str | None:
        """The DOI alone, in lower case, as the database keeps it; None where there is none."""
        doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", (self.cleaned_data["doi"] or "").strip().lower())
        return doi or None

    def clean_csl(self) -> dict[str, Any]:
        return _record(self.cleaned_data["csl"])

    def clean_facts_from(self) -> dict[str, Any]:
        return _record(self.cleaned_data["facts_from"])


def _record(value: Any) -> dict[str, Any]:
    """A record of names and values as the database keeps it. Raises ValidationError."""
    if not value:
        return {}
    if not isinstance(value, dict):
        raise forms.ValidationError('Write a record of names and values in braces, such as {"title": "Zinc"}.')
    if re.search("[\0\ud800-\udfff]", json.dumps(value, ensure_ascii=False)) or "\\u0000" in json.dumps(value):
        raise forms.ValidationError("It holds a NUL (\\u0000) or half of a sign (\\ud800 and the like). Take it out.")
    return value


@admin.register(Citation)
class CitationAdmin(
    OpenedAdmin, DuplicatesAdmin, BulkAdmin, ExportAdmin, FactsAdmin, LinksAdmin, VerificationAdmin, ModelAdmin
):
    form = CitationForm
    view_on_site = False
    list_display = ("work", "year", "authors", "design_label", "told_status", "checked", "used")
    list_filter_submit = True
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("title", "families__icontains", "=doi", "=pmid", "container")
    ordering = ("-updated_at", "-pk")
    list_per_page = 50
    show_full_result_count = False
    fieldsets = (
        (
            "The work",
            {
                "fields": ("title", "families", "year", "container", "kind", "url", "archived_url"),
                "description": "Authors by family name, separated by commas, in the order of the work.",
            },
        ),
        ("Identifiers", {"fields": ("doi", "pmid", "pmcid", "isbn")}),
        (
            "Facts for grading",
            {
                "fields": (
                    "design",
                    "sample_size",
                    "species",
                    "population",
                    "outcome",
                    "peer_reviewed",
                    "preprint",
                    "risk_of_bias",
                    "funding",
                    "conflicts",
                    "seller_funded",
                    "disputed_by",
                    "abstract",
                ),
                "description": "Leave empty what the work does not say. An unknown fact is shown as not recorded; "
                "a guessed one would be shown as true.",
            },
        ),
        (
            "Status",
            {
                "fields": ("status", "status_checked", "status_sources"),
                "description": "“Not checked” is not “not retracted”. Any other answer needs the day it was checked.",
            },
        ),
        ("Record", {"fields": ("raw", "csl", "facts_from"), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        rows: QuerySet[Citation] = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.url_name == "citations_citation_changelist":
            # Asked once for all rows.
            # Counted for the rows of one page alone; a join would count for the whole library before it sorts.
            uses = (
                Citation.objects.filter(pk=OuterRef("pk"))
                .order_by()
                .values("pk")
                .annotate(n=Count("article_citations"))
            )
            return rows.annotate(articles_citing=Subquery(uses.values("n")), watched=Value(watched_on(), DateField()))
        return rows

    def get_fieldsets(self, request: HttpRequest, obj: Citation | None = None) -> Any:
        """Of a work on record the table above says the same, from whom, and sets it: the form waits folded below it."""
        parts = super().get_fieldsets(request, obj)
        return parts if obj is None else [(name, {**said, "classes": ("collapse",)}) for name, said in parts]

    def get_list_filter(self, request: HttpRequest) -> list[type[WorkFilter]]:
        """With those that other apps have put in."""
        return FILTERS

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[WorkList]:
        return WorkList

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in ("title", "families", "raw", "conflicts"):
            field.widget = UnfoldAdminTextareaWidget({"rows": 2})
        return field

    def save_model(self, request: HttpRequest, obj: Citation, form: Any, change: bool) -> None:
        for name in ("pmid", "pmcid", "isbn"):
            setattr(obj, name, getattr(obj, name) or None)
        obj.fingerprint = fingerprint(obj.title, obj.year, obj.families)
        if set(form.changed_data) & set(self.fieldsets[1][1]["fields"]):
            obj.compared = ""  # an identifier tells works apart
        for name in set(form.changed_data) & set(self.fieldsets[2][1]["fields"]):
            obj.facts_from = {**(obj.facts_from or {}), name: request.user.get_username()}
        changed = set(form.changed_data) & {*facts.SETTABLE, "status"}
        obj.csl = facts.csl_as_edited(obj, changed)
        stored = Citation.objects.filter(pk=obj.pk).first() if change else None
        super().save_model(request, obj, form, change)
        noted = changed | set(form.changed_data) & {"url", "archived_url"}
        by: Any = request.user
        if corrections.may_correct(by):  # an author's answer is never an editor's
            editor_facts.note_editor(obj, {name: getattr(obj, name) for name in noted}, by=by)
        if stored is not None:
            now = {name: [getattr(stored, name), getattr(obj, name)] for name in form.changed_data}
            corrections.tell(obj, by=by, changes=now)
        if change and "url" in form.changed_data:
            link_checks.start_anew(citation_id=obj.pk, now=timezone.now())
        if not change:
            metadata_completion.start([obj])
            verifying.start([obj])
            duplicates.enqueue()
        elif set(form.changed_data) & {*facts.PRINTED, *self.fieldsets[1][1]["fields"]}:
            verifying.rewritten(citation=obj)
        if {"doi", "pmid"} & set(form.changed_data):
            status.update_status(obj.pk)

    def has_change_permission(self, request: HttpRequest, obj: Citation | None = None) -> bool:
        """What articles stand on is corrected by those who may; others finish works that nobody uses yet."""
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and (obj is None or corrections.may_change(obj, request.user))

    def get_readonly_fields(self, request: HttpRequest, obj: Citation | None = None) -> tuple[str, ...]:
        """What a work is worth is not said by those who may cite it as they like."""
        if corrections.may_correct(request.user):
            return ()
        return tuple(name for _, parts in self.fieldsets[2:] for name in parts["fields"])

    def has_delete_permission(self, request: HttpRequest, obj: Citation | None = None) -> bool:
        """A work that an article stands on stays in the library."""
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not corrections.is_used(obj))

    @display(description="title", ordering="title")
    def work(self, citation: Citation) -> str:
        return citation.title if len(citation.title) <= 110 else citation.title[:107].rstrip() + "…"

    @display(description="design", ordering="design")
    def design_label(self, citation: Citation) -> str:
        return citation.get_design_display() or "not recorded"

    @display(description="status", ordering="status", label=STATUS_COLOURS)
    def told_status(self, citation: Citation) -> str:
        return Status(status_of(citation, getattr(citation, "watched", None))[0]).label.lower()

    @display(description="authors")
    def authors(self, work: Citation) -> str:
        return work.byline

    @display(description="checked", ordering="status_checked")
    def checked(self, citation: Citation) -> str:
        _, day, sources = status_of(citation, getattr(citation, "watched", None))
        return f"{day.day} {day:%B %Y}{f' in {sources}' if sources else ''}" if day else "–"

    @display(description="used in", ordering="articles_citing")
    def used(self, citation: Any) -> str:
        number = citation.articles_citing
        if not number:
            return "–"
        # The page behind it is the newsroom's; the address is that of this list.
        return format_html('<a href="{}/used/">{} article{}</a>', citation.pk, number, "" if number == 1 else "s")
