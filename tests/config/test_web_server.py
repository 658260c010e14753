"""The web server as it runs, with an application that answers at once: connections that are slow, idle or too large."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPLICATION = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
def application(environ, start_response):
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(str(len(body)))))])
    return [str(len(body)).encode()]
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """One worker with two threads, so that three waiting clients would hold it if threads waited for them."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "echo.py").write_text(APPLICATION)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = ["-m", "gunicorn", "-c", "python:config.web_server", "--bind", f"127.0.0.1:{port}", "echo"]
    paths = os.pathsep.join([str(folder), str(ROOT)])
    variables = {"WEB_WORKERS": "1", "WEB_THREADS": "2", "PYTHONPATH": paths}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=os.environ | variables, stdout=log, stderr=log
        )
    try:
        give_up = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > give_up:
                    raise RuntimeError((folder / "log").read_text()) from None
                time.sleep(0.05)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def get(port: int, seconds: float = 2) -> float:
    """How long an answer took."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    connection.request("GET", "/")
    assert connection.getresponse().read() == b"0"
    connection.close()
    return time.monotonic() - began


def raw(port: int, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), 5) as client:
        client.sendall(sent)
        answer = b""
        while piece := client.recv(4096):
            answer += piece
        return answer


def test_a_body_larger_than_any_form_is_refused_unread(port: int) -> None:
    answer = raw(port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000000\r\n\r\n" + b"x" * 100_000)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"larger than" in answer


def test_a_file_is_taken_from_who_has_a_session_and_from_nobody_else(port: int) -> None:
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n"
    assert raw(port, head + b"\r\n").startswith(b"HTTP/1.1 413 ")
    with socket.create_connection(("127.0.0.1", port), 20) as client:
        client.sendall(head + b"Cookie: a=b; sessionid=abc\r\nConnection: close\r\n\r\n")
        client.sendall(b"x" * 20_000_000)
        assert b"".join(iter(lambda: client.recv(4096), b"")).endswith(b"\r\n\r\n20000000")


def test_endless_headers_are_refused(port: int) -> None:
    assert raw(port, b"GET / HTTP/1.1\r\nX: " + b"a" * 40_000).startswith(b"HTTP/1.1 431 ")


def test_a_body_of_unknown_length_is_refused(port: int) -> None:
    answer = raw(port, b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 411 ")


@pytest.mark.parametrize("beginning", [b"", b"GET / HT", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab"])
def test_forty_clients_that_send_nothing_more_hold_nobody_up(port: int, beginning: bytes) -> None:
    clients = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(40)]
    try:
        for client in clients:
            client.sendall(beginning)
        assert max(get(port) for _ in range(5)) < 5  # half of what a head may take; a busy machine takes one
    finally:
        for client in clients:
            client.close()


def test_a_request_that_comes_in_pieces_is_answered_when_it_is_whole(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), 5) as client:
        for piece in (b"POST / HT", b"TP/1.1\r\nHost: x\r\nContent-Le", b"ngth: 6\r\n\r\nabc", b"def"):
            client.sendall(piece)
            time.sleep(0.05)
        assert client.recv(4096).endswith(b"\r\n\r\n6")


def test_two_requests_sent_at_once_get_two_answers(port: int) -> None:
    one = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
    last = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\nabcd"
    answer = raw(port, one + last)
    assert answer.count(b"HTTP/1.1 200 OK") == 2
    assert answer.endswith(b"\r\n\r\n4")


def test_a_connection_serves_one_request_after_the_other(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    for length in (0, 7, 1_000_000, 1):
        connection.request("POST", "/", body=b"x" * length)
        assert connection.getresponse().read() == str(length).encode()
    connection.close()
