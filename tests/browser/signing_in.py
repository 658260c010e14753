"""A browser with somebody's session. How people log in themselves is shown by keyboard and with a passkey."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client


def sign_in(page: Any, user: User) -> None:
    """From now on the page's browser is `user`, whoever it was before; no address is opened."""
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.clear_cookies()
    page.context.add_cookies([{"name": session.key, "value": session.value, "domain": "localhost", "path": "/"}])
