"""A live article's source is retracted: page, flag, mail and log follow in one sweep of a worker of its own process."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from email import message_from_string
from email.message import Message
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.models import Article, LogEntry, StatusNotice
from articles.tasks import watch_retractions
from citations.models import Notice
from tests import servers
from tests.articles.factories import make_citation, make_published_article, make_user

pytestmark = pytest.mark.worker
SECONDS = 30
DOI = "10.5555/fell"


class _Letterbox(socketserver.StreamRequestHandler):
    """As much of SMTP as one client needs."""

    def handle(self) -> None:
        self.say("220 letterbox")
        for line in self.rfile:
            command = line.decode().strip().upper()
            if command == "DATA":
                self.say("354 go on")
                self.take()
            self.say("250 ok" if command != "QUIT" else "221 bye")
            if command == "QUIT":
                return

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())

    def take(self) -> None:
        lines = []
        for line in self.rfile:
            if line.strip() == b".":
                break
            lines.append(line.decode())
        self.server.received.append(message_from_string("".join(lines), policy=default))  # type: ignore[attr-defined]


@pytest.fixture
def letters(no_other_worker: None, tmp_path: Path) -> Iterator[list[Message]]:
    """What a worker mailed; the worker runs on a database whose rows are committed."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Letterbox) as server:
        server.received = received = []  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        mail = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(server.server_address[1])}
        backend = "django.core.mail.backends.smtp.EmailBackend"
        log = tmp_path / "worker.log"
        try:
            with servers.celery(
                "worker",
                "--concurrency",
                "1",
                log=log,
                ready=" ready.",
                EMAIL_BACKEND=backend,
                **mail,
            ):
                yield received
        finally:
            server.shutdown()
            thread.join()


def wait_until(condition: Callable[[], Any], what: str) -> None:
    give_up = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > give_up:
            raise AssertionError(f"Not within {SECONDS} seconds: {what}")
        time.sleep(0.05)


def test_page_flag_mail_and_log_follow_within_one_sweep(letters: list[Message], client: Client) -> None:
    make_user("Editors", email="desk@example.org")
    work = make_citation(doi=DOI)
    article = make_published_article(citations={"doe2019": work})
    other = make_published_article()
    before = client.get(article.get_absolute_url())
    Notice.objects.create(kind="retraction", doi=DOI, source="retraction-watch", record="1")

    watch_retractions.delay()  # as the clock does

    wait_until(lambda: StatusNotice.objects.filter(mailed_at__isnull=False).exists(), "the mail has left")
    wait_until(lambda: Article.objects.get(pk=article.pk).is_assessed, "the draft was read again")
    article.refresh_from_db()
    work.refresh_from_db()
    assert (work.status, article.status) == ("retracted", "needs-update")
    after = client.get(article.get_absolute_url(), HTTP_IF_NONE_MATCH=before["ETag"])
    assert after.status_code == 200
    assert "A source of this article has been retracted." in after.content.decode()
    assert article.flags.open().filter(code="retracted-source", severity="blocker").exists()
    actions = LogEntry.objects.filter(article_id=article.pk).values_list("action", flat=True)
    assert {"source-standing", "needs-update"} <= set(actions)
    [letter] = letters
    assert letter["To"] == "desk@example.org"
    assert letter["Subject"].startswith("Source retracted: ")

    # Later sweeps tell nobody again; what befell another work since shows that they are through.
    watch_retractions.delay()
    Notice.objects.create(kind="retraction", doi=other.citations.get().doi, source="retraction-watch", record="2")
    watch_retractions.delay()
    wait_until(lambda: len(letters) == 2, "the mail about the other article has left")
    assert LogEntry.objects.filter(action="source-standing").count() == 2
    assert letters[1]["Subject"] == f"Source retracted: {other.title}"
