"""A cache in front is told of every page that changed, once it changed, until it has answered."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.test import Client

from articles import tasks
from articles.models import Article, StoredPage
from articles.stored import purging
from tests.articles.published import publish, snapshot, take_off

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"


class Cache(BaseHTTPRequestHandler):
    told: list[tuple[str, list[str]]] = []
    answer = 200

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Cache.told.append((self.headers.get("Authorization", ""), json.loads(body)["files"]))
        self.send_response(Cache.answer)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def cache(settings: Any) -> Iterator[type[Cache]]:
    server = HTTPServer(("127.0.0.1", 0), Cache)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    settings.PURGE_URL = f"http://127.0.0.1:{server.server_port}/purge"
    Cache.told, Cache.answer = [], 200
    yield Cache
    server.shutdown()
    server.server_close()


def test_without_an_address_nobody_is_told(client: Client) -> None:
    article = publish(snapshot("Helps."))
    client.get(URL)
    Article.objects.filter(pk=article.pk).update(status="needs-update")
    assert purging.purge() == 0


def test_it_is_told_of_what_changed_and_of_nothing_else(client: Client, cache: type[Cache], settings: Any) -> None:
    settings.PURGE_TOKEN = "secret-token"
    article = publish(snapshot("Helps."))
    publish(snapshot("Zinc.", topics=[]), slug="zinc")
    for url in (URL, "/articles/zinc/", "/how-we-grade-evidence/"):
        client.get(url)
    assert purging.purge() == 0
    Article.objects.filter(pk=article.pk).update(status="needs-update")
    client.get(URL)  # a reader who comes first takes nothing of it away
    tasks.refresh_pages()
    assert cache.told == [("Bearer secret-token", [f"{settings.SITE_URL}{URL}"])]
    tasks.refresh_pages()
    assert len(cache.told) == 1


def test_a_cache_that_does_not_answer_is_told_again(client: Client, cache: type[Cache]) -> None:
    article = publish(snapshot("Helps."))
    client.get(URL)
    take_off(article)
    assert client.get(URL).status_code == 410
    cache.answer = 503
    assert purging.purge() == 0
    assert StoredPage.objects.get(address=URL).purge
    cache.answer = 200
    assert purging.purge() == 1
    tasks.refresh_pages()
    assert not StoredPage.objects.filter(address=URL).exists()
