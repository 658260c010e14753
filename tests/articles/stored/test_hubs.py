"""A hub of WebSub is told of feeds that changed, until it has answered, and of nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.test import Client

from articles import tasks
from articles.stored import hubs
from tests.articles.published import publish, snapshot

pytestmark = pytest.mark.django_db
FEEDS = [f"http://localhost:8000/feed/{name}" for name in ("", "atom/", "json/")]


class Hub(BaseHTTPRequestHandler):
    told: list[dict[str, list[str]]] = []
    answer = 204

    def do_POST(self) -> None:
        Hub.told.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        self.send_response(Hub.answer)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def hub(settings: Any) -> Iterator[type[Hub]]:
    server = HTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    settings.WEBSUB_HUB = f"http://127.0.0.1:{server.server_port}/"
    Hub.told, Hub.answer = [], 204
    yield Hub
    server.shutdown()
    server.server_close()


def test_without_a_hub_nobody_is_told_and_feeds_name_none(client: Client) -> None:
    publish()
    assert hubs.tell() == 0
    assert "hub" not in client.get("/feed/atom/").content.decode()


def test_a_hub_that_refuses_is_told_again(hub: type[Hub]) -> None:
    publish()
    hub.answer = 503
    assert hubs.tell() == 0
    hub.answer = 204
    assert hubs.tell() == 3
    assert len(hub.told) == 6


def test_it_is_told_once_of_each_change(hub: type[Hub]) -> None:
    publish()
    assert tasks.tell_hub() == 3
    assert [said["hub.url"][0] for said in hub.told] == FEEDS
    assert {said["hub.mode"][0] for said in hub.told} == {"publish"}
    assert tasks.tell_hub() == 0
    publish(snapshot(title="Zinc and colds"), slug="zinc")
    tasks.refresh_pages()
    assert len(hub.told) == 6
    assert tasks.tell_hub() == 0


def test_each_feed_names_its_hub_and_itself(client: Client, hub: type[Hub], settings: Any) -> None:
    publish()
    address = settings.WEBSUB_HUB
    for path in ("/feed/", "/feed/atom/", "/feed/json/"):
        answer = client.get(path)
        assert answer["Link"] == f'<{address}>; rel="hub", <http://localhost:8000{path}>; rel="self"'
        assert address in answer.content.decode()
