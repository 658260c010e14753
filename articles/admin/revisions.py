"""What was approved, as people read it: who stands on it, what it rests on, what readers were told; never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from unfold.decorators import display

from articles.admin.records import ReadOnlyAdmin
from articles.models import Revision, Role
from articles.services.checklist import ANSWERS
from articles.services.conversation.people import name_of

DAYS = (("evidence_to", "evidence searched to"), ("reviewed_on", "medically reviewed"), ("next_review", "next review"))


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("title", "number", "made_by", "created_at", "approver", "published_at")
    list_select_related = ("created_by", "approved_by", "article")
    list_filter = ("market",)
    search_fields = ("title",)
    fieldsets = (
        (None, {"fields": ("ways", "title", "standfirst", "change_note")}),
        ("Who stands behind it", {"fields": ("people", ("made_by", "created_at"), ("approver", "approved_at"))}),
        ("What it rests on", {"fields": ("works", "products", "days", "named_topics")}),
        ("The checklist", {"fields": ("answers",)}),
        ("The text", {"fields": ("text",)}),
        (
            "As it is kept",
            {
                "fields": (
                    *("number", "published_at", "body", "contributors", "citations", "disclosures", "claims", "flags"),
                    *("decisions", "summary", "engine_version", "content_hash"),
                ),
                "classes": ("collapse",),
            },
        ),
    )

    class Media:
        css = {"all": ("newsroom/newsroom.css",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        shown = (
            "ways",
            "people",
            "made_by",
            "approver",
            "works",
            "products",
            "days",
            "named_topics",
            "answers",
            "text",
        )
        return [*(field.name for field in Revision._meta.fields), *shown]

    @display(description="revision")
    def ways(self, revision: Revision) -> SafeString:
        """Which it is, with the ways to the draft and to what changed since."""
        draft = reverse("admin:articles_article_change", args=[revision.article_id])
        since = f"{reverse('newsroom:compare', args=[revision.article_id])}?before={revision.number}"
        link = 'Revision {} of <a href="{}">{}</a>. <a href="{}">What changed since</a>'
        return format_html(link, revision.number, draft, revision.article, since)

    @display(description="named on the page")
    def people(self, revision: Revision) -> SafeString:
        roles = dict(Role.choices)
        return _lines(
            ", ".join(filter(None, (row.get("name"), row.get("credentials")))) + f": {roles.get(row.get('role'), '')}"
            for row in revision.contributors
        )

    @display(description="created by", ordering="created_by__last_name")
    def made_by(self, revision: Revision) -> str:
        return name_of(revision.created_by)

    @display(description="approved by", ordering="approved_by__last_name")
    def approver(self, revision: Revision) -> str:
        return name_of(revision.approved_by) if revision.approved_by else "–"

    @display(description="works")
    def works(self, revision: Revision) -> SafeString:
        return _lines(
            f"{row.get('number')}. {row.get('byline')} {row.get('year') or 'n.d.'}. {row.get('title')} "
            f"({str(row.get('status_label') or '').lower()})"
            for row in revision.citations
        )

    @display(description="products")
    def products(self, revision: Revision) -> SafeString:
        return _lines(f"{row.get('product')}: {row.get('statement')}" for row in revision.disclosures)

    @display(description="days")
    def days(self, revision: Revision) -> SafeString:
        told = ((words, revision.dates.get(name)) for name, words in DAYS)
        return _lines(f"{words.capitalize()} {date_format(date.fromisoformat(day))}" for words, day in told if day)

    @display(description="topics")
    def named_topics(self, revision: Revision) -> str:
        return ", ".join(str(row.get("name")) for row in revision.topics) or "None"

    @display(description="answers of the reviewer")
    def answers(self, revision: Revision) -> SafeString:
        words = dict(ANSWERS)
        return _lines(
            f"{row.get('question')} {words.get(row.get('answer'), '')}. {row.get('note') or ''}"
            for row in revision.checklist
        )

    @display(description="as readers got it")
    def text(self, revision: Revision) -> SafeString:
        html = mark_safe(revision.html)  # noqa: S308  sanitised when the revision was made
        return format_html('<div class="newsroom-editor"><div class="markdownx-preview">{}</div></div>', html)


def _lines(rows: Iterable[str]) -> SafeString:
    told = format_html_join("", "<li>{}</li>", ((row.strip(),) for row in rows))
    return format_html("<ul>{}</ul>", told) if told else mark_safe("None")
