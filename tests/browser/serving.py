"""Answers a browser's requests from within the test: same transaction, no server, no network.

A page opened through `serve` is rendered by Django's test client; static files come from their source. Whatever else
the page asks for is refused and recorded.
"""

from __future__ import annotations

import contextvars
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client

ADDRESS = "http://citewell.localhost"


@dataclass
class Serving:
    """`extra` are pages by path that no view serves; `elsewhere` the addresses that were asked for and refused.

    Without `policy` the Content-Security-Policy is taken off, so that it cannot hide what the page itself lets through.
    """

    client: Client
    policy: bool = True
    extra: dict[str, Callable[[], str]] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    # Playwright calls back in a context of its own, where Django would open another connection to the database.
    here: contextvars.Context = field(default_factory=contextvars.copy_context)

    def attach(self, context: Any) -> None:
        context.route("**/*", self._answer)

    def _answer(self, route: Any) -> None:
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}" != ADDRESS:
            self.elsewhere.append(route.request.url)
            route.abort()
        elif address.path.startswith("/static/"):
            found = finders.find(address.path.removeprefix("/static/"))
            kind = mimetypes.guess_type(address.path)[0] or "text/plain"
            route.fulfill(status=200, body=Path(str(found)).read_bytes(), content_type=kind)
        elif address.path in self.extra:
            route.fulfill(
                status=200, body=self.here.copy().run(self.extra[address.path]), content_type="text/html; charset=utf-8"
            )
        else:
            path = address.path + (f"?{address.query}" if address.query else "")
            response = self.here.copy().run(self._asked, route.request, path)
            headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
            if not self.policy:
                headers.pop("Content-Security-Policy", None)
            route.fulfill(status=response.status_code, body=response.content, headers=headers)

    def _asked(self, request: Any, path: str) -> Any:
        """What a form sends is answered with the page it leads to; everything else is a GET."""
        if request.method != "POST":
            return self.client.get(path)
        kind = request.headers.get("content-type", "application/octet-stream")
        return self.client.post(path, request.post_data_buffer or b"", content_type=kind, follow=True)
