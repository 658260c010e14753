"""What the publisher, its authors or others sell, as far as articles name it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminTextareaWidget

from editing.opened_forms import OpenedAdmin
from products.models import Product
from products.services import save_product


@admin.register(Product)
class ProductAdmin(OpenedAdmin, ModelAdmin):
    list_display = ("name", "maker", "seller", "sold_by_publisher", "supplement", "licensed")
    list_filter = ("sold_by_publisher", "supplement", "licensed")
    search_fields = ("name", "names__icontains", "maker", "seller")
    fieldsets = (
        (None, {"fields": ("name", "names", "classes", "supplement", "licensed", "url")}),
        (
            "Who gains",
            {
                "fields": ("sold_by_publisher", "maker", "seller"),
                "description": "Articles that name the product tell their readers. No answer is an open question.",
            },
        ),
        ("Evidence", {"fields": ("trials",), "description": "Separate several by commas."}),
    )

    def save_model(self, request: HttpRequest, obj: Product, form: Any, change: bool) -> None:
        save_product(product=obj, by=request.user, changed=form.changed_data)  # type: ignore[arg-type]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in ("names", "classes", "trials"):
            field.widget = UnfoldAdminTextareaWidget({"rows": 2})
        return field
