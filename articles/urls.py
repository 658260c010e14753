"""The public addresses."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "articles"

urlpatterns: list[URLPattern] = []
