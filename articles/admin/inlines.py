"""What belongs to an article and is edited on its page: people, citations, product disclosures."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from unfold.admin import StackedInline, TabularInline
from unfold.widgets import UnfoldAdminTextareaWidget

from articles.models import ArticleCitation, ArticleContributor
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


class ArticleCitationInline(TabularInline):
    """The reference list, by number."""

    model = ArticleCitation
    fields = ("order", "key", "citation")
    autocomplete_fields = ("citation",)
    extra = 0
    hide_title = True
    verbose_name = "citation"
    verbose_name_plural = "Citations"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("citation").order_by("order", "pk")


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
