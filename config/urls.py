"""Every address of the site: the newsroom under /admin/, everything else is for readers."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve

from articles.reader.api import addresses

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include("accounts.urls")),
    path("admin/", include("articles.newsroom.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", addresses.urls),
    path("", include("articles.reader.urls")),
]
if settings.SERVE_FILES:
    urlpatterns.append(re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}))

handler404 = "articles.reader.views.page_not_found"
handler500 = "config.problem_pages.server_error"
