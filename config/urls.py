"""Every address of the site: the newsroom under /admin/, everything else is for readers."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", include("articles.newsroom_urls")),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]

handler404 = "articles.views.page_not_found"
handler500 = "articles.views.server_error"
