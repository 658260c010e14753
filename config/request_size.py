"""How large a request may be, asked before anything of it is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from config.problem_pages import problem_page

MEGABYTE = 1_000_000
AROUND = MEGABYTE
"""For the other fields of a form that carries a file."""


def largest_request(*, signed_in: bool) -> int:
    """Bytes of the largest body: a whole text for everybody, a file for who has a session."""
    text = int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    file = max(settings.IMPORT_FILE_MAX_MB, settings.IMAGE_MAX_MB, 20 * settings.IMPORT_MAX_KB // 1000) * MEGABYTE
    return max(text, file * 5 // 4 + AROUND) if signed_in else text


class RequestSize:
    """Refuses what is too large before the form, the session or the guard against forgery look at it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        most = largest_request(signed_in=settings.SESSION_COOKIE_NAME in request.COOKIES)
        if not length.isdecimal() or int(length) <= most:
            return self.get_response(request)
        response = problem_page(
            request,
            413,
            "This is too large",
            f"The site takes at most {most // MEGABYTE} MB at once. Nothing was saved. Go back and send less: a "
            "smaller picture, or a part of the file or text.",
        )
        response["Connection"] = "close"
        return response
