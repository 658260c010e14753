"""The addresses of the API as Django knows them: what answers GET answers HEAD too (RFC 9110, 9.3.2)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern

from articles.reader.api.questions import api


def _with_head(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The server sends no body in answer to HEAD; what the headers say is that of GET."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "HEAD":
            return view(request, *args, **kwargs)
        request.method = "GET"
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = "HEAD"

    return answered


_patterns, _app, _space = api.urls
for _pattern in _patterns:
    if isinstance(_pattern, URLPattern):
        _pattern.callback = _with_head(_pattern.callback)
urls = (_patterns, _app, _space)
