"""The short way answers as the long way would, or not at all."""

from __future__ import annotations

from typing import Any

import brotli
import pytest
from django.db import connection
from django.test import Client

from articles.models import Article, StoredPage
from articles.stored.short_way import ShortWay
from tests.articles.published import publish, snapshot, take_off

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"


@pytest.fixture
def article() -> Article:
    article = publish(snapshot("Magnesium helps."))
    Client().get(URL)
    return article


def ask(path: str = URL, method: str = "GET", **headers: str) -> tuple[str, dict[str, str], bytes]:
    """What comes of it; "long" where it went the long way."""
    told: list[Any] = []

    def long_way(environ: Any, start: Any) -> list[bytes]:
        start("long", [])
        return [b""]

    path, _, query = path.partition("?")
    environ = {
        **{"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver"},
        **{"wsgi.url_scheme": "http", **headers},
    }
    body = b"".join(ShortWay(long_way)(environ, lambda status, lines: told.append((status, dict(lines)))))
    return (*told[0], body)


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (URL, "POST", {}),
        (URL, "GET", {"HTTP_HOST": "evil.example"}),
        (URL, "GET", {"HTTP_HOST": ""}),
        (URL, "GET", {"SCRIPT_NAME": "/under"}),
        (f"{URL}?page=2", "GET", {}),
        ("/articles/nothing/", "GET", {}),
        ("/articles/magn\xe9sium/", "GET", {}),
        ("/admin/", "GET", {}),
        ("/" + "a" * 400, "GET", {}),
    ],
)
def test_it_leaves_to_the_long_way(article: Article, path: str, method: str, headers: dict[str, str]) -> None:
    assert ask(path, method, **headers)[0] == "long"


def test_it_sends_nothing_that_changed_that_was_forged_or_of_another_version(article: Article) -> None:
    assert ask()[0] == "200 OK"
    StoredPage.objects.update(version="another")
    assert ask()[0] == "long"
    Client().get(URL)
    StoredPage.objects.update(headers="[]")
    assert ask()[0] == "long"
    take_off(article)
    assert ask()[0] == "long"


def test_it_sends_brotli_to_who_takes_it_and_says_when_that_is_unchanged(article: Article) -> None:
    status, headers, body = ask(HTTP_ACCEPT_ENCODING="gzip, br")
    assert (status, headers["Content-Encoding"]) == ("200 OK", "br")
    assert b"Magnesium" in brotli.decompress(body)
    again = ask(HTTP_ACCEPT_ENCODING="gzip, br", HTTP_IF_NONE_MATCH=headers["ETag"])
    assert (again[0], again[2]) == ("304 Not Modified", b"")
    assert b"Magnesium" in ask(HTTP_ACCEPT_ENCODING="identity")[2]
    StoredPage.objects.update(denser=brotli.compress(b"Buy now."))
    assert ask(HTTP_ACCEPT_ENCODING="br")[0] == "long"


def test_it_insists_on_https_as_the_site_does(article: Article, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert ask()[0] == "long"
    assert ask(**{"wsgi.url_scheme": "https"})[0] == "200 OK"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert ask(**{"wsgi.url_scheme": "https"})[0] == "long"
    assert ask(HTTP_X_FORWARDED_PROTO="https")[0] == "200 OK"


def test_without_a_database_the_long_way_tells_of_it(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShortWay, "_read", lambda *_: 1 / 0)
    assert ask()[0] == "long"


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_it_sends_what_the_long_way_sends(article: Article, settings: Any, coding: str) -> None:
    client = Client()
    for headers in ({}, {"HTTP_IF_NONE_MATCH": client.get(URL)["ETag"]}, {"HTTP_IF_NONE_MATCH": '"other"'}):
        status, lines, body = ask(HTTP_ACCEPT_ENCODING=coding, **headers)
        long = client.get(URL, HTTP_ACCEPT_ENCODING=coding, **headers)
        assert (int(status[:3]), body) == (long.status_code, long.content)
        assert lines == dict(long.items())


def test_it_bears_the_headers_of_a_site_over_https(article: Article, settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    lines = ask()[1]
    assert lines["Strict-Transport-Security"] == "max-age=60; includeSubDomains"
    assert (lines["X-Content-Type-Options"], lines["X-Frame-Options"]) == ("nosniff", "DENY")


def test_the_head_has_no_body(article: Article) -> None:
    status, lines, body = ask(method="HEAD")
    assert (status, body) == ("200 OK", b"")
    assert int(lines["Content-Length"]) > 1000


def test_a_pool_that_forgot_the_question_is_asked_the_long_way(article: Article) -> None:
    assert ask()[0] == "200 OK"
    connection.connection.pgconn.exec_(b"DEALLOCATE ALL")
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT before")
        assert ask()[0] == "long"
        cursor.execute("ROLLBACK TO SAVEPOINT before")
    assert ask()[0] == "200 OK"
