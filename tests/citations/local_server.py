"""A web server on this machine that answers as a test tells it, and ways in which servers go wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol


class Answer(Protocol):
    """What is sent back; `raw` writes to the socket itself instead."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def body(self) -> bytes: ...
    @property
    def raw(self) -> Callable[[Any], None] | None: ...


@contextmanager
def listening(answer: Callable[[BaseHTTPRequestHandler], Answer]) -> Iterator[int]:
    """Answers HEAD and GET until the block ends; the port. An answer may lie about its body's `length`."""

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            reply = answer(self)
            self.close_connection = True
            if reply.raw:
                reply.raw(self)
                return
            length = getattr(reply, "length", None)
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) if length is None else length))
            self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.body)

        do_HEAD = do_GET = reply  # noqa: N815 - the names that http.server calls

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def drip_headers(handler: Any) -> None:
    """Headers that come for ever, a little at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    try:
        for number in range(10_000):
            handler.wfile.write(b"X-%d: y\r\n" % number)
            handler.wfile.flush()
            time.sleep(0.005)
    except OSError:
        return


def flood(handler: Any) -> None:
    """100 MB without a length; `handler.server.sent` is how many of them went out."""
    handler.server.sent = 0
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    try:
        for _ in range(100):
            handler.wfile.write(b"a" * 1_000_000)
            handler.server.sent += 1
    except OSError:
        return
