"""Sessions end when nobody has used them for a while, and after a working day whatever happens."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase

BEGUN, SEEN = "session_begun", "session_seen"
STEP = 60.0
"""Seconds between two notes of when somebody was last seen: one write a minute, not one for each request."""

BEAT = "X-Beat"
"""A header of what pages send by themselves: nobody has done anything, and the session ends as if it had not come."""


class IdleSessions:
    """Ends a session that lay idle for SESSION_IDLE_MINUTES or has lasted for SESSION_HOURS."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Pages for readers never look at sessions, so that caches may keep them for everybody.
        if request.path.startswith("/admin/") and request.user.is_authenticated:
            _look_at(request)
        return self.get_response(request)


def begin(request: HttpRequest, **_: Any) -> None:
    """Called at each log-in: both times are written with the session itself."""
    request.session[BEGUN] = request.session[SEEN] = time.time()


def _look_at(request: HttpRequest) -> None:
    now, session = time.time(), request.session
    begun, seen = session.get(BEGUN, now), session.get(SEEN, now)
    if now - seen > settings.SESSION_IDLE_MINUTES * 60 or now - begun > settings.SESSION_HOURS * 3600:
        logout(request)
        messages.info(request, "You were away for a while, so you were signed out. Log in again.")
    elif request.headers.get(BEAT):
        return
    elif BEGUN not in session or now - seen > STEP or seen > now:
        session[BEGUN], session[SEEN] = begun, now
