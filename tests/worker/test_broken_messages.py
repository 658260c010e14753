"""A worker in a process of its own goes on, whatever lies in the broker."""

from __future__ import annotations

import base64
import json
import time
from pathlib import Path
from typing import Any

import pytest
from celery import current_app

from articles.models import Article
from articles.tasks import assess_article
from tests import servers
from tests.articles import factories

pytestmark = pytest.mark.worker
SECONDS = 60


def message(body: Any = None, **changes: Any) -> dict[str, Any]:
    """A message as Celery sends it, with parts of it changed; a part that is None is left out."""
    content = base64.b64encode(json.dumps([[], {}, {}] if body is None else body).encode()).decode()
    whole = {
        "body": content,
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": {"task": "articles.tasks.assess_article", "id": "1", "lang": "py"},
        "properties": {
            "correlation_id": "1",
            "delivery_tag": "1",
            "delivery_info": {"exchange": "", "routing_key": "celery"},
            "body_encoding": "base64",
        },
    }
    return {name: value for name, value in (whole | changes).items() if value is not None}


BROKEN = [
    b"not json",
    b"",
    b"\xff\xfe\x00",
    b"null",
    b"[]",
    b"{}",
    b'{"body": "x"}',
    b"9" * 400,
    json.dumps(message(properties=None)),
    json.dumps(message(properties={})),
    json.dumps(message(properties="x")),
    json.dumps(message(body=None, headers=[1])),
    json.dumps(message() | {"body": "!!! no base64"}),
    json.dumps(message() | {"body": 7}),
    json.dumps(message() | {"content-type": "application/x-python-serialize"}),
    json.dumps(message() | {"content-encoding": "nonsense"}),
    json.dumps(message(headers={})),
    json.dumps(message(headers={"task": "articles.tasks.no_such_task", "id": "2", "lang": "py"})),
    json.dumps(message("neither list nor record")),
    json.dumps(message([["x"], {"article_id": "words"}, {}])),
    json.dumps(message([[], {"article_id": 10**30}, {}])),
    json.dumps(message([[], {"unknown": 1}, {}])),
    json.dumps(message([[999_999_999], {}, {}])),
    json.dumps(message({"hostname": "elsewhere", "type": "worker-heartbeat"}, headers={"hostname": "elsewhere"})),
    json.dumps(message({"task": "articles.tasks.assess_article"}, headers={})),
]


def wait_until_read(article: Article) -> None:
    give_up = time.monotonic() + SECONDS
    while not Article.objects.get(pk=article.pk).is_assessed:
        assert time.monotonic() < give_up, "The worker no longer works."
        time.sleep(0.05)


def wait_until_idle(client: Any) -> None:
    """The tables are emptied behind the test: nothing may be at work then."""
    give_up = time.monotonic() + SECONDS
    while client.llen("celery") or client.llen("assessments") or client.hlen("unacked"):
        assert time.monotonic() < give_up, "Messages are left lying."
        time.sleep(0.05)


def test_a_worker_goes_on_behind_every_broken_message(worker: Path) -> None:
    with current_app.connection_for_write() as connection:
        client = connection.default_channel.client
        for content in BROKEN:
            for queue in ("celery", "assessments"):
                client.lpush(queue, content)
        article = factories.make_article()
        for _ in range(2):  # a message that came twice does no harm
            assess_article.apply_async(kwargs={"article_id": article.pk}, connection=connection)
        wait_until_read(article)
        wait_until_idle(client)
    log = worker.read_text(errors="replace")
    assert "A broken message was dropped" in log
    assert "WorkerShutdown" not in log
    assert "Unrecoverable error" not in log


def test_workers_side_by_side_hear_each_other(worker: Path, tmp_path: Path) -> None:
    own = tmp_path / "second.log"
    command = ("worker", "--concurrency", "1", "-Q", "publication", "-n", "second@%h")
    with servers.celery(*command, log=own, ready=" ready."):
        time.sleep(5)  # two of the signs of life that they send every two seconds
        for log in (own, worker):
            text = log.read_text(errors="replace")
            assert "Unrecoverable error" not in text
            assert 'its body holds no arguments): \'{"body": "eyJob3N0' not in text
        article = factories.make_article()
        assess_article.delay(article_id=article.pk)
        wait_until_read(article)
