"""The site under load: 200 slow or idle connections, two hostile previews a second, two hostile drafts to be read.

Readers' pages come quickly all the while, and what is scheduled goes out on time. All in processes of their own, as
docs/operations.md starts them: gunicorn, a worker for publication, a worker for the rest, the clock.
"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlencode

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles import services
from articles.models import Article
from articles.tasks import assess_article
from tests import servers
from tests.articles.factories import make_approved_article, make_article
from tests.growth.shapes import SHAPES

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
SLOW = 200
PREVIEWS_A_SECOND = 2
TYPED = 100_000
"""Code points of a hostile preview."""
PAGE_SECONDS = 0.3
LATE_SECONDS = 30


def database() -> str:
    place = connection.settings_dict
    address = f"postgresql://{quote(place['USER'])}:{quote(place['PASSWORD'])}@{quote(place['HOST'], safe='')}"
    return f"{address}{':' + str(place['PORT']) if place['PORT'] else ''}/{place['NAME']}"


@contextmanager
def web(log: Path) -> Iterator[int]:
    """gunicorn as operations.md starts it, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = ["-m", "gunicorn", "-c", "python:config.web_server", "--bind", f"127.0.0.1:{port}", "config.wsgi"]
    variables = {"DATABASE_URL": database(), "DJANGO_SETTINGS_MODULE": "tests.settings", "READ_APART": "true"}
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=os.environ | variables, stdout=output, stderr=output
        )
    try:
        give_up = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > give_up:
                    raise RuntimeError(log.read_text()) from None
                time.sleep(0.1)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def ask(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, float]:
    """The status and the seconds of one answer; 0 where none came."""
    began = time.monotonic()
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        asked.request(method, path, body or None, {"Host": "localhost", **headers})
        answer = asked.getresponse()
        answer.read()
        return answer.status, time.monotonic() - began
    except OSError:
        return 0, time.monotonic() - began
    finally:
        asked.close()


def hold(port: int, number: int, end: float) -> None:
    """A connection that sends nothing, or a letter of its headers or body now and then; made anew when it is ended."""
    body = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999\r\n\r\n"
    beginnings = (b"", b"GET / HTTP/1.1\r\nHost: loc", body)
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as slow:
                slow.settimeout(3)
                slow.sendall(beginnings[number % 3])
                while time.monotonic() < end:
                    time.sleep(2)
                    if number % 3:
                        slow.sendall(b"a")
        except OSError:
            time.sleep(0.5)


@pytest.mark.django_db(transaction=True)
def test_readers_get_pages_and_what_is_due_goes_out_under_load(broker: str, tmp_path: Path) -> None:
    chief = User.objects.create_superuser("chief", "chief@example.org", "password")
    page, due = make_approved_article(), make_approved_article()
    services.publish(article=page, by=chief)
    names = ("one sentence of studies", "hyphens and digits", "stars and low lines", "open brackets", "works")
    texts = [next(shape for shape in SHAPES if shape.name == name).text(TYPED) for name in names]
    drafts = [make_article(body=text * 4, slug=f"hostile-{number}") for number, text in enumerate(texts[:2])]
    client = Client()
    client.force_login(chief)
    cookie = client.cookies["sessionid"].value
    client.get("/admin/login/")
    token = "a" * 32
    headers = {"Cookie": f"sessionid={cookie}; csrftoken={token}", "X-CSRFToken": token}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    forms = [urlencode({"content": text}) for text in texts]
    previews: list[tuple[int, float]] = []
    pages: list[tuple[int, float]] = []
    celery = ("--concurrency", "1", "-Q")
    with ExitStack() as stack:
        for queue in ("publication", "celery,lookups,assessments"):
            name = queue.split(",")[0]
            command = ("worker", *celery, queue, "-n", f"{name}@%h")
            stack.enter_context(servers.celery(*command, log=tmp_path / f"{name}.log", ready=" ready."))
        schedule = ("beat", "--schedule", str(tmp_path / "schedule"))
        stack.enter_context(servers.celery(*schedule, log=tmp_path / "beat.log", ready="beat: Starting"))
        port = stack.enter_context(web(tmp_path / "web.log"))
        path = f"/articles/{page.slug}/"
        assert ask(port, "GET", path)[0] == 200
        quiet = sorted(ask(port, "GET", path)[1] for _ in range(20))[18]
        for draft in drafts:
            assess_article.delay(article_id=draft.pk)
        at = timezone.now() + timedelta(seconds=SECONDS / 3)
        services.schedule(article=due, by=chief, at=at)
        end = time.monotonic() + SECONDS
        threads = [threading.Thread(target=hold, args=(port, number, end), daemon=True) for number in range(SLOW)]

        def type_on(form: str) -> None:
            previews.append(ask(port, "POST", "/admin/markdown/preview/", form, **headers))

        def send() -> None:
            number = 0
            while time.monotonic() < end:
                form = forms[number % len(forms)]
                threading.Thread(target=type_on, args=(form,), daemon=True).start()
                number += 1
                time.sleep(1 / PREVIEWS_A_SECOND)

        threads.append(threading.Thread(target=send, daemon=True))
        for thread in threads:
            thread.start()
        while time.monotonic() < end:
            pages.append(ask(port, "GET", path))
            time.sleep(0.2)
        for thread in threads:
            thread.join(10)
        give_up = time.monotonic() + LATE_SECONDS
        while not Article.objects.filter(pk=due.pk, live_revision__isnull=False).exists():
            assert time.monotonic() < give_up, "It was not published."
            time.sleep(0.2)
    published = Article.objects.get(pk=due.pk).published_at
    assert published is not None
    late = (published - at).total_seconds()
    p95 = quantiles([seconds for _, seconds in pages], n=20)[18]
    answered = {status: sum(one == status for one, _ in previews) for status in sorted({one for one, _ in previews})}
    sys.stdout.write(
        f"\n{len(pages)} pages, p95 {p95 * 1000:.0f} ms (without load {quiet * 1000:.0f} ms); previews by status "
        f"{answered}, the slowest {max(seconds for _, seconds in previews):.1f} s; published {late:.1f} s late\n"
    )
    assert {status for status, _ in pages} == {200}
    assert answered.keys() <= {200, 503}
    assert late < LATE_SECONDS
    assert p95 < PAGE_SECONDS
