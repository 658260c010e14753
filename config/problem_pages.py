"""Pages for what no view answers: a full disk, a database that is away, signs that no database keeps. Each says what
to do."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Callable

from django.conf import settings
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from psycopg import Error as PostgresError
from psycopg.errors import DiskFull

logger = logging.getLogger(__name__)

JSON = "application/json"
NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT))

TRY_AGAIN_SECONDS = 10
"""What clients are told to wait while the database is away: it starts within seconds [house]."""


FAILED = "Something went wrong here, and it is on the log. Try again in a minute; nothing that was saved is lost."


def problem_page(request: HttpRequest, status: int, heading: str, words: str) -> HttpResponse:
    """A page that needs neither database nor session nor a style sheet; its words as JSON for who asks for that."""
    context = {"site_name": settings.SITE_NAME, "heading": heading, "words": words}
    if asks_for_json(request):
        return _as_json(request, status, words)
    response = HttpResponse(render_to_string("problem.html", context), status=status)
    response["Cache-Control"] = "no-store"
    return response


def asks_for_json(request: HttpRequest) -> bool:
    """Whether a program asks: the interface for machines, or a script of the newsroom, which says so in Accept."""
    return request.path.startswith("/api/") or request.get_preferred_type(["text/html", JSON]) == JSON


def _as_json(request: HttpRequest, status: int, words: str) -> HttpResponse:
    """Under both names that our answers use: `detail` under /api/, `error` in the newsroom."""
    response = JsonResponse({"detail": words, "error": words}, status=status)
    response["Cache-Control"] = "no-store"
    if request.path.startswith("/api/"):
        response["Access-Control-Allow-Origin"] = "*"  # as every answer there
    return response


def is_full_disk(error: BaseException | None) -> bool:
    """Whether a disk without room is behind it: that of the files, or that of the database."""
    while error is not None:
        if isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno in NO_ROOM):
            return True
        error = error.__cause__ or error.__context__
    return False


def is_database_away(error: BaseException | None) -> bool:
    """Whether the connection is lost or not to be had, as PostgreSQL's classes 08 and 57P or as no answer at all.

    A question that took too long, a deadlock and a refused value are answers: they are faults of another kind.
    """
    while error is not None:
        if isinstance(error, (OperationalError, InterfaceError)):
            cause = error.__cause__
            code = cause.sqlstate if isinstance(cause, PostgresError) else None
            return code is None or code.startswith(("08", "57P", "53300"))
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
            return _unkept(request)
        try:
            return self.get_response(request)
        except OSError as error:  # reading a file that is being sent, before any view
            if not is_full_disk(error):
                raise
            return _no_room(request, error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, (OSError, OperationalError)) and is_full_disk(error):
            return _no_room(request, error)
        if is_database_away(error):
            return _away(request, error)
        if is_unkept(error):
            logger.warning("A value that cannot be kept came to %s.", request.path, exc_info=error)
            return _unkept(request)
        return None


def _unkept(request: HttpRequest) -> HttpResponse:
    words = (
        "Something in it cannot be kept: a NUL, half of a sign (a lone surrogate), or a number that is too large. "
        "Nothing was saved. Go back, take it out and try again."
    )
    return problem_page(request, 400, "This cannot be read", words)


def _away(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    logger.error("The database does not answer: %s.", request.path, exc_info=error)
    words = "The page cannot be read just now. Please try again in a minute."
    if request.method not in ("GET", "HEAD"):
        words = (
            "It cannot be told whether this was saved. Go back: your text is still there. Look in another window "
            "whether it arrived, and send it again in a minute if not."
        )
    response = problem_page(request, 503, "The database does not answer", words)
    response["Retry-After"] = str(TRY_AGAIN_SECONDS)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler of what no view and no middleware caught. Needs neither the database nor the session."""
    error = sys.exc_info()[1]
    if is_database_away(error):
        return _away(request, error)
    if asks_for_json(request):
        return _as_json(request, 500, FAILED)
    return HttpResponse(render_to_string("500.html", {"site_name": settings.SITE_NAME}), status=500)


def _no_room(request: HttpRequest, error: BaseException) -> HttpResponse:
    logger.error("A disk is full.", exc_info=error)
    words = (
        "There is no room left on the server. Nothing was saved: go back, keep a copy of your text, and tell whoever "
        "runs the site. Pages for readers stay as they are."
    )
    return problem_page(request, 507, "The disk is full", words)
