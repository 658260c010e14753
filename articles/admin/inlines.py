"""What belongs to an article and is edited on its page: people, citations, product disclosures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.helpers import InlineAdminForm, InlineAdminFormSet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from unfold.admin import StackedInline, TabularInline
from unfold.decorators import display
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import UnfoldAdminTextareaWidget

from articles.models import ArticleCitation, ArticleContributor
from articles.models.article import Interests
from articles.newsroom.page_weight import plain_fields
from citations.models import Status
from citations.models.verifications import ACCUSED
from evidence.reading.listed_references import make_keys
from products.models import ProductDisclosure, Tie


class NamedRowForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row that names its person, work or product in words once it is kept: to exchange it, remove it and add another.

    The field stays, hidden, so that a widget and a query of its own for each row are spared. What `explained` fields
    are for is said where a row is new.
    """

    named = ""
    explained: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.named in self.fields:
            self.fields[self.named].widget = forms.HiddenInput()
        for name in self.explained:
            if self.instance.pk and name in self.fields:
                self.fields[name].help_text = ""
        plain_fields(self.fields.values())


class CreditForm(NamedRowForm):
    named = "contributor"


class CreditInline(TabularInline):
    """Who wrote, reviewed and edited."""

    model = ArticleContributor
    form = CreditForm
    fields = ("person", "contributor", "role", "order")
    readonly_fields = ("person",)
    autocomplete_fields = ("contributor",)
    extra = 0
    hide_title = True
    verbose_name = "person"
    verbose_name_plural = "People named on the page"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("contributor")

    @display(description="person")
    def person(self, row: ArticleContributor) -> str:
        """Who it is, with the way to what the person has stated: interests are asked there."""
        if not row.pk:
            return ""
        page = reverse("admin:articles_contributor_change", args=[row.contributor_id])
        silent = row.contributor.interests == Interests.UNANSWERED
        pill = '<span class="pill pill-warning">Interests not stated: say so on this page</span>' if silent else ""
        return format_html('<a href="{}">{}</a> {}', page, row.contributor, mark_safe(pill))  # noqa: S308  our own words


class ArticleCitationForm(NamedRowForm):
    named = "citation"
    explained = ("key",)

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
    fields = ("work", "order", "key", "citation")
    readonly_fields = ("work",)
    autocomplete_fields = ("citation",)
    extra = 0
    hide_title = True
    verbose_name = "work"
    verbose_name_plural = "Works"

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request).select_related("citation__verification").order_by("order", "pk")
        return rows.defer(*(f"citation__{name}" for name in ("csl", "abstract", "raw")))

    @display(description="work")
    def work(self, row: ArticleCitation) -> str:
        """What it is, with the way to its page, its status, and what services say of it with the way to its panel."""
        if not row.pk:
            return ""
        page = reverse("admin:citations_citation_change", args=[row.citation_id])
        bad = row.citation.status in (Status.RETRACTED, Status.CONCERN)
        status = format_html('<span class="pill pill-blocker">{}</span>', row.citation.get_status_display())
        said = (status if bad else "", self.existence(row, page))
        return format_html('<a href="{}">{}</a> {} {}', page, row.citation, *said)

    def existence(self, row: ArticleCitation, page: str) -> str:
        """What services say of the work."""
        told = getattr(row.citation, "verification", None)
        if told is None:
            return ""
        colour = "blocker" if told.accuses else "warning" if told.verdict == "differs" else "good"
        colour = colour if told.verdict in (*ACCUSED, "differs", "agrees") else "quiet"
        return format_html('<a class="pill pill-{}" href="{}#verdict">{}</a>', colour, page, told.get_verdict_display())


class DisclosureForm(NamedRowForm):
    named = "product"


class DisclosureInline(StackedInline):
    """What readers are told about each product that the article names."""

    model = ProductDisclosure
    form = DisclosureForm
    readonly_fields = ("goods",)
    autocomplete_fields = ("product",)
    extra = 0
    hide_title = True
    verbose_name = "product"
    verbose_name_plural = "Products and what we gain by them"
    fieldsets = (
        (None, {"fields": ("goods", "product", ("tie", "author_tie"), "wording")}),
        (
            "Advertisement",
            {
                "fields": ("advertisement", "disclaimer", "market", ("valid_from", "valid_until")),
                "description": "Promotion stands here, in its own labelled box, and never in the article.",
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("product")

    @display(description="product")
    def goods(self, row: ProductDisclosure) -> str:
        """What it is, with the way to its page."""
        if not row.pk:
            return ""
        page = reverse("admin:products_product_change", args=[row.product_id])
        pill = "" if row.is_answered else '<span class="pill pill-blocker">Unanswered: this blocks publication</span>'
        return format_html('<a href="{}">{}</a> {}', page, row.product, mark_safe(pill))  # noqa: S308  our own words

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("wording", "advertisement") and field is not None:
            field.widget = UnfoldAdminTextareaWidget({"rows": 3})
        if db_field.name == "tie" and field is not None:
            field.choices = [("", "Not answered yet"), *Tie.choices]  # the words of the import, which asks the same
        return field


class RowsOnce(InlineAdminFormSet):
    """The rows of an inline, made once: Django makes all of them anew for styles, for scripts and for the page."""

    def __iter__(self) -> Iterator[InlineAdminForm]:
        return iter(self._made)

    @cached_property
    def _made(self) -> list[InlineAdminForm]:
        return list(super().__iter__())


INLINES_OF_ARTICLE = (CreditInline, ArticleCitationInline, DisclosureInline)
