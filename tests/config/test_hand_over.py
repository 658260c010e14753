from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from config import hand_over as module
from config.hand_over import HandOver

ROOT = Path(__file__).resolve().parents[2]


def test_a_broker_that_takes_nothing_holds_nobody_up() -> None:
    ours, frozen = HandOver(), threading.Event()
    began = time.monotonic()
    for number in range(50):
        ours.put(number, lambda: frozen.wait(20))
    assert time.monotonic() - began < 10  # half of what one of them waits
    assert not ours.finish(0.05)
    frozen.set()
    assert ours.finish(5)


def test_a_message_that_is_refused_is_told_once_and_the_next_is_sent(caplog: pytest.LogCaptureFixture) -> None:
    ours, sent = HandOver(), []

    def refuse() -> None:
        raise ConnectionError("no broker")

    with caplog.at_level(logging.WARNING):
        ours.put("a", refuse)
        ours.put("b", refuse)
        ours.put("c", lambda: sent.append("c"))
        assert ours.finish(5)
    assert sent == ["c"]
    assert [record.message for record in caplog.records] == [
        "The broker took no message (no broker); the sweeps will find what is due."
    ]


def test_the_same_message_waits_once_and_the_oldest_goes_when_too_many_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    ours, frozen, sent = HandOver(), threading.Event(), []
    ours.put("first", lambda: frozen.wait(20))
    while ours._waiting:
        time.sleep(0.005)
    for name in "aabcd":
        ours.put(name, lambda name=name: sent.append(name))  # type: ignore[misc]
    frozen.set()
    assert ours.finish(5)
    assert sent == ["b", "c", "d"]


def test_a_forked_process_sends_its_own() -> None:
    ours = HandOver()
    ours.put("parent", lambda: None)
    assert ours.finish(5)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        ours.put("child", lambda: os.write(write, b"sent"))
        os._exit(0 if ours.finish(5) else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert os.read(read, 10) == b"sent"


@pytest.mark.parametrize("kind", ["frozen", "absent"])
def test_a_command_sends_at_once_and_ends_in_seconds_without_a_broker(kind: str) -> None:
    """A real application and a listener that accepts and never says a word, or none at all."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"redis://127.0.0.1:{listener.getsockname()[1]}/0"
        if kind == "frozen":
            listener.listen(5)
        else:
            listener.close()
        code = (
            "import time, django; django.setup(); from articles.tasks import assess_article\n"
            "began = time.monotonic(); assess_article.delay(article_id=1); print(time.monotonic() - began)"
        )
        variables = {"CELERY_BROKER_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
        began = time.monotonic()
        run = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | variables,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert run.returncode == 0, run.stderr
    assert float(run.stdout) < 2  # a busy machine; who waits for a broker waits longer
    assert time.monotonic() - began < 20
