"""Pages for what no view answers: a full disk, signs that no database keeps. Each says what to do."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DataError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from psycopg.errors import DiskFull

logger = logging.getLogger(__name__)

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT))


def problem_page(status: int, heading: str, words: str) -> HttpResponse:
    """A page that needs neither database nor session nor a style sheet."""
    context = {"site_name": settings.SITE_NAME, "heading": heading, "words": words}
    response = HttpResponse(render_to_string("problem.html", context), status=status)
    response["Cache-Control"] = "no-store"
    return response


def is_full_disk(error: BaseException | None) -> bool:
    """Whether a disk without room is behind it: that of the files, or that of the database."""
    while error is not None:
        if isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in NO_ROOM):
            return True
        error = error.__cause__ or error.__context__
    return False


def is_unkept(error: BaseException) -> bool:
    """Whether the database refused a value as it stands: a NUL, half a sign, a number beyond every range."""
    if isinstance(error, UnicodeEncodeError):
        return error.reason == "surrogates not allowed"
    return isinstance(error, DataError) or (isinstance(error, ValueError) and "NUL (0x00)" in str(error))


class ProblemPages:
    """Stands around every view. What it meets is written to the log: each is a fault to mend where it arose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path:
            return _unkept()
        try:
            return self.get_response(request)
        except OSError as error:  # reading a file that is being sent, before any view
            if not is_full_disk(error):
                raise
            return _no_room(error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, (OSError, OperationalError)) and is_full_disk(error):
            return _no_room(error)
        if is_unkept(error):
            logger.warning("A value that cannot be kept came to %s.", request.path, exc_info=error)
            return _unkept()
        return None


def _unkept() -> HttpResponse:
    words = (
        "Something in it cannot be kept: a NUL, half of a sign (a lone surrogate), or a number that is too large. "
        "Nothing was saved. Go back, take it out and try again."
    )
    return problem_page(400, "This cannot be read", words)


def _no_room(error: BaseException) -> HttpResponse:
    logger.error("A disk is full.", exc_info=error)
    words = (
        "There is no room left on the server. Nothing was saved: go back, keep a copy of your text, and tell whoever "
        "runs the site. Pages for readers stay as they are."
    )
    return problem_page(507, "The disk is full", words)
