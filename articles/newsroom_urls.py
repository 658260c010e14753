"""The newsroom's own addresses under /admin/, before those of the Django admin."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
