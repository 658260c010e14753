"""Editors who open and save articles over HTTP as a browser does, and keep count of what they were told."""

from __future__ import annotations

import http.client
import re
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.test import Client

TOKEN = "a" * 32
SECONDS = 40
LOGIN = "/admin/login/"
KEPT = "Not saved yet: your text is here"
TOLD = "saved this article while you were writing"
DISCARD = re.compile(r'data-discard="(\d+)"')


class _Form(HTMLParser):
    """The fields of the article's form, as a browser would send them back."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._inside = False
        self._text: str | None = None
        self._name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self._inside = given.get("id") == "article_form"
        if not self._inside or "__prefix__" in name:
            return
        if tag == "input" and name and given.get("type") not in ("submit", "button", "file", "image"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.fields.append((name, given.get("value", "on" if given.get("type") == "checkbox" else "")))
        elif tag == "textarea" and name:
            self._name, self._text = name, ""
        elif tag == "select":
            self._name = name
        elif tag == "option" and "selected" in given and self._name:
            self.fields.append((self._name, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            self.fields.append((self._name, self._text.replace("\r\n", "\n").removeprefix("\n").replace("\n", "\r\n")))
            self._text = None
        elif tag == "select":
            self._name = ""
        elif tag == "form":
            self._inside = False


@dataclass
class Count:
    """What became of the saves. A save is known by a sign of its own, written at the end of the text."""

    confirmed: set[str] = field(default_factory=set)
    told_of_conflict: set[str] = field(default_factory=set)
    sent_to_log_in: int = 0
    unanswered: set[str] = field(default_factory=set)
    """No answer, or one that says that it failed: the editor knows that it may not be saved."""
    statuses: dict[int, int] = field(default_factory=dict)
    unexplained: list[str] = field(default_factory=list)
    slowest: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


FORM = "application/x-www-form-urlencoded"


def ask(
    port: int, method: str, path: str, cookie: str = "", body: str | bytes = "", kind: str = FORM
) -> tuple[int, str]:
    """Status and text of an answer, of a redirect where it leads; 0 where none came."""
    headers = {"Host": "localhost", "Content-Type": kind}
    headers |= {"Cookie": f"sessionid={cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN} if cookie else {}
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        asked.request(method, path, body or None, headers)
        answer = asked.getresponse()
        words = answer.read().decode(errors="replace")
        return answer.status, words or answer.getheader("Location", "")
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        asked.close()


class Editor:
    """Somebody logged in who adds a line to an article again and again, and lets go what met another's line."""

    def __init__(self, user: User, port: int) -> None:
        self.user, self.name, self.port = user, user.username, port
        self.number = 0
        self.log_in()

    def log_in(self) -> None:
        client = Client()
        client.force_login(self.user)
        self.cookie = client.cookies["sessionid"].value

    def save(self, article_id: int, count: Count, meet: threading.Barrier | None = None) -> None:
        """Opens the form, adds a line and saves; with `meet` all save at the same moment."""
        path = f"/admin/articles/article/{article_id}/change/"
        status, page = self._open(count, path)
        if meet:
            meet.wait(SECONDS)
        if status == 302 and LOGIN in page:
            self.log_in()
        if status != 200:
            return
        self.number += 1
        sign = f"Sign {self.name} {self.number}."
        form = _Form()
        form.feed(page)
        fields = [(name, f"{value}\r\n\r\n{sign}" if name == "body" else value) for name, value in form.fields]
        assert any(name == "body" for name, _ in fields), page[:500]
        status, page = self._ask(count, "POST", path, urlencode(fields))
        with count.lock:
            if (status == 302 and LOGIN in page) or (status == 403 and KEPT in page and sign in page):
                count.sent_to_log_in += 1
            elif status == 302:
                count.confirmed.add(sign)
            elif status == 200 and TOLD in page:
                count.told_of_conflict.add(sign)
            elif status in (0, 500, 502, 503, 507):
                count.unanswered.add(sign)
            else:
                count.unexplained.append(f"{status} with no word of why")

    def _open(self, count: Count, path: str) -> tuple[int, str]:
        """The form as it stands: words that met another's are brought back, and this editor wants none of them."""
        status, page = self._ask(count, "GET", path)
        copies = set(DISCARD.findall(page))
        for copy in copies:
            self._ask(count, "POST", f"/admin/articles/copy/{copy}/discard/")
        return self._ask(count, "GET", path) if copies else (status, page)

    def send_picture(self, data: bytes) -> tuple[int, str]:
        """As the editor's button for pictures does."""
        told = "".join(
            f'--cut\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (("alt", "A picture of noise."), ("credit", "The tests"))
        )
        part = (
            told.encode() + b'--cut\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n'
            b"Content-Type: image/png\r\n\r\n" + data + b"\r\n--cut--\r\n"
        )
        kind = "multipart/form-data; boundary=cut"
        return ask(self.port, "POST", "/admin/markdown/upload/", self.cookie, part, kind)

    def _ask(self, count: Count, method: str, path: str, body: str = "") -> tuple[int, str]:
        began = time.monotonic()
        status, page = ask(self.port, method, path, self.cookie, body)
        with count.lock:
            count.statuses[status] = count.statuses.get(status, 0) + 1
            count.slowest = max(count.slowest, time.monotonic() - began)
        return status, page
