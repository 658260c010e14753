"""What belongs to an article and is edited on its page: people, citations, product disclosures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from unfold.admin import StackedInline, TabularInline
from unfold.decorators import display
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import UnfoldAdminTextareaWidget

from articles.models import ArticleCitation, ArticleContributor
from citations.models.verifications import ACCUSED
from evidence.reading.listed_references import make_keys
from products.models import ProductDisclosure


class CreditInline(TabularInline):
    """Who wrote, reviewed and edited."""

    model = ArticleContributor
    fields = ("contributor", "role", "order")
    autocomplete_fields = ("contributor",)
    extra = 0
    hide_title = True
    verbose_name = "person"
    verbose_name_plural = "People named on the page"


class ArticleCitationForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = ArticleCitation
        fields = ("order", "key", "citation")
        help_texts = {"key": "Cite it in the text as [@key]. Left empty, it is made of author and year."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("key", "order"):
            if name in self.fields:
                self.fields[name].required = False

    def clean_order(self) -> int:
        return self.cleaned_data["order"] or 0


class ArticleCitationFormSet(PaginationInlineFormSet):
    """Gives a work a key and a place where the person gave none."""

    def clean(self) -> None:
        self._fill()
        super().clean()

    def _fill(self) -> None:
        kept = [
            form
            for form in self.forms
            if form.is_valid() and form.cleaned_data.get("citation") and not form.cleaned_data.get("DELETE")
        ]
        last = max((form.cleaned_data["order"] for form in kept), default=0)
        taken = [form.cleaned_data["key"] for form in kept if form.cleaned_data["key"]]
        for form in kept:
            if not form.cleaned_data["order"]:
                last += 1
                form.instance.order = last
            if not form.cleaned_data["key"]:
                work = form.cleaned_data["citation"]
                authors = [{"family": family} for family in work.families]
                item = {"title": work.title, "year": work.year, "author": authors}
                (key,) = make_keys([item], taken=taken)
                form.instance.key = form.cleaned_data["key"] = key
                taken.append(key)


class ArticleCitationInline(TabularInline):
    """The reference list, by number."""

    model = ArticleCitation
    form = ArticleCitationForm
    formset = ArticleCitationFormSet
    template_before = "newsroom/paste_references.html"
    fields = ("order", "key", "citation", "existence")
    readonly_fields = ("existence",)
    autocomplete_fields = ("citation",)
    extra = 0
    hide_title = True
    verbose_name = "citation"
    verbose_name_plural = "Citations"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("citation__verification").order_by("order", "pk")

    @display(description="exists as written")
    def existence(self, row: ArticleCitation) -> str:
        """What services say of the work, with the way to its panel."""
        told = getattr(row.citation, "verification", None) if row.pk else None
        if told is None:
            return "Not asked yet"
        page = reverse("admin:citations_citation_change", args=[row.citation_id])
        label = told.get_verdict_display()
        colour = "blocker" if told.accuses else "warning" if told.verdict == "differs" else "good"
        colour = colour if told.verdict in (*ACCUSED, "differs", "agrees") else "quiet"
        return format_html('<a class="pill pill-{}" href="{}#verdict">{}</a>', colour, page, label)


class DisclosureInline(StackedInline):
    """What readers are told about each product that the article names."""

    model = ProductDisclosure
    autocomplete_fields = ("product",)
    extra = 0
    hide_title = True
    verbose_name = "product disclosure"
    verbose_name_plural = "Products and what we gain by them"
    fieldsets = (
        (None, {"fields": ("product", ("tie", "author_tie"), "wording")}),
        (
            "Advertisement",
            {
                "fields": ("advertisement", "disclaimer", "market", ("valid_from", "valid_until")),
                "description": "Promotion stands here, in its own labelled box, and never in the article.",
            },
        ),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("wording", "advertisement") and field is not None:
            field.widget = UnfoldAdminTextareaWidget({"rows": 3})
        return field


INLINES_OF_ARTICLE = (CreditInline, ArticleCitationInline, DisclosureInline)
