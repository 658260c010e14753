"""`make bench`: readers' pages beside a bare Django view that gives the same bytes.

Two gunicorns with the same configuration, one with the whole site and one with tests/bench/bare.py, are asked in turns
over kept connections. Printed: requests a second of both, their ratio, and the ratio of the CPU time that the web
processes took for a request, which says the same on a machine that does other things too.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from django.db import transaction
from django.test import Client

from articles.models import Topic
from articles.stored import rows
from config.children import spawn, stop
from tests.articles.published import claim, publish, snapshot, work
from tests.prove.prove_load import database

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, SECONDS, CONNECTIONS = 7, 1.0, 4
URL = "/articles/magnesium/"
WANTED = {"article": 0.5, "article, 304": 0.9, "list": 0.3, "topic": 0.3, "feed": 0.3}


@dataclass
class Server:
    port: int
    pid: int

    def cpu(self) -> float:
        """Seconds of CPU of the workers."""
        total = 0
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    fields = (folder / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                if int(fields[1]) == self.pid:
                    total += int(fields[11]) + int(fields[12])
        return total / os.sysconf("SC_CLK_TCK")

    def ask(self, request: bytes) -> tuple[int, float, str]:
        """Answers, seconds of CPU, status."""
        before = self.cpu()
        command = [sys.executable, str(ROOT / "tests/bench/loading.py"), str(self.port), str(SECONDS), str(CONNECTIONS)]
        said = subprocess.run(command, input=request, capture_output=True, check=True).stdout.split()
        return int(said[0]), self.cpu() - before, said[1].decode()


@contextmanager
def serving(application: str, log: Path, **variables: str) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = ["-m", "gunicorn", "-c", "python:config.web_server", "--workers", "2", "--bind", f"127.0.0.1:{port}"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    process = spawn([sys.executable, *command, application], log, folder=ROOT, env=environment)
    try:
        give_up = time.monotonic() + 60
        while True:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(log.read_text(errors="replace"))
            time.sleep(0.1)
        yield Server(port, process.pid)
    finally:
        stop(process)


@transaction.atomic
def fill() -> None:
    """An article of 60 claims and 60 references, and 30 more of its topic."""
    Topic.objects.create(name="Sleep", slug="sleep", description="How we sleep.")
    words = "Magnesium helped people sleep a little longer in a trial of this many adults, number"
    texts = [f"{words} {number}." for number in range(60)]
    claims = [claim(number, text) for number, text in enumerate(texts)]
    body = "\n\n".join(" ".join(texts[at : at + 4]) for at in range(0, 60, 4))
    works = [work(number, used_in=[number - 1]) for number in range(1, 61)]
    publish(snapshot(body, claims, citations=works))
    for number in range(30):
        publish(snapshot(title=f"Sleep and number {number}"), slug=f"sleep-{number}", after_days=number)


@pytest.mark.django_db(transaction=True)
def test_pages_beside_a_bare_view(tmp_path: Path) -> None:
    fill()
    files = tmp_path / "bare"
    files.mkdir()
    variables = {"DATABASE_URL": database(), "DJANGO_SETTINGS_MODULE": "tests.settings", "STORED_PAGES": "true"}
    with ExitStack() as stack:
        site = stack.enter_context(serving("config.wsgi", tmp_path / "site.log", **variables))
        bare = stack.enter_context(serving("tests.bench.bare", tmp_path / "bare.log", BARE_FOLDER=str(files)))
        cases = {"article": URL, "list": "/", "topic": "/topics/sleep/", "feed": "/feed/"}
        for name, address in cases.items():
            page = keep_one(site, address)
            (files / name).write_bytes(page.body)
            print(f"\n  {name}: {len(page.plain):,} bytes, {len(page.body):,} compressed")  # noqa: T201
            compare(name, site, request_for(address), bare, request_for(f"/{name}"))
            if name == "article":
                again = request_for(address, f'If-None-Match: "{page.etag}-gz"\r\n')
                compare("article, 304", site, again, bare, request_for("/article"))


def keep_one(site: Server, address: str) -> rows.Page:
    from django.conf import settings

    settings.STORED_PAGES = True
    assert Client().get(address).status_code == 200
    page = rows.read(address)
    assert page is not None
    assert site.ask(request_for(address))[2] == "200"
    return page


def request_for(address: str, more: str = "") -> bytes:
    return f"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\n{more}\r\n".encode()


def compare(name: str, site: Server, ours: bytes, bare: Server, theirs: bytes) -> None:
    figures: dict[str, list[tuple[int, float]]] = {"site": [], "bare": []}
    for _ in range(ROUNDS):
        for who, server, request in (("site", site, ours), ("bare", bare, theirs)):
            answers, cpu, status = server.ask(request)
            assert status == ("304" if who == "site" and "304" in name else "200")
            figures[who].append((answers, cpu))
    rates = {who: median(answers for answers, _ in rows) / SECONDS for who, rows in figures.items()}
    costs = {who: sum(cpu for _, cpu in rows) / sum(n for n, _ in rows) * 1000 for who, rows in figures.items()}
    print(  # noqa: T201
        f"  {name:<14}{rates['site']:>8,.0f}/s  bare {rates['bare']:>8,.0f}/s  share "
        f"{rates['site'] / rates['bare']:.2f}  (asked: {WANTED[name]});  CPU "
        f"{costs['site']:.3f} and {costs['bare']:.3f} ms, share {costs['bare'] / costs['site']:.2f}"
    )
