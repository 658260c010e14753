"""The floor: Django with no middleware and one view, which gives the bytes that a file holds."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.bare"

from tests.settings import *

ROOT_URLCONF = "tests.bench.bare"
INSTALLED_APPS: list[str] = []  # type: ignore[no-redef]
MIDDLEWARE: list[str] = []  # type: ignore[no-redef]


@cache
def _bytes(name: str) -> bytes:
    return (Path(os.environ["BARE_FOLDER"]) / name).read_bytes()


def bare(request: object, name: str) -> object:
    from django.http import HttpResponse

    body = _bytes(name)
    return HttpResponse(body, content_type="text/html; charset=utf-8", headers={"Content-Length": str(len(body))})


def _patterns() -> list[object]:
    from django.urls import path

    return [path("<str:name>", bare)]


urlpatterns = _patterns()


def _application() -> object:
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


application = _application()
