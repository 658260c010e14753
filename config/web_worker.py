"""The worker of the web server: gunicorn's threads, each given a request once the whole of it has arrived.

gunicorn's own threads read the request themselves, so that as many clients as there are threads, each sending a byte
now and then, hold the site. Here the loop that waits for connections takes the bytes in, with deadlines of our own.
"""

from __future__ import annotations

import errno
import time
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from config.arrivals import Arrivals, Refused

STOPPING_SECONDS = 2.0
"""What a stopping worker gives to requests that are still on their way [house]."""


class PatientWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Bytes are waited for in the loop, not in threads."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.arriving: dict[Any, None] = {}
        self._looked = 0.0

    def accept(self, listener: Any) -> None:
        """A new connection: its first request is waited for."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        self.nr_conns += 1
        conn = TConn(self.cfg, Arrivals(client), address, listener.getsockname())
        conn.data_ready = True
        self._wait(conn)

    def on_client_socket_readable(self, conn: Any, client: Any) -> None:
        """The next request on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        conn.sock.expect()
        self._wait(conn)
        self._take(conn, client)

    def finish_request(self, conn: Any, fs: Any) -> None:
        super().finish_request(conn, fs)
        if conn.sock.surplus and conn in self.keepalived_conns:
            self.on_client_socket_readable(conn, conn.sock)

    def _wait(self, conn: Any) -> None:
        self.arriving[conn] = None
        self.poller.register(conn.sock, EVENT_READ, partial(self._take, conn))

    def _take(self, conn: Any, client: Any) -> None:
        try:
            if not conn.sock.take():
                return
        except Refused as refusal:
            try:
                client.refuse(refusal.answer)
            except OSError:
                self._drop(conn)
        except (OSError, EOFError):
            self._drop(conn)
        else:
            self._leave(conn)
            self.enqueue_req(conn)

    def _leave(self, conn: Any) -> None:
        del self.arriving[conn]
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)

    def _drop(self, conn: Any) -> None:
        self._leave(conn)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Called in every turn of the loop: ends what has been arriving for too long, looked for once a second."""
        now = time.monotonic()
        if now - self._looked < 1:
            return
        self._looked = now
        for conn in list(self.arriving):
            if not self.alive:
                conn.sock.deadline = min(conn.sock.deadline, now + STOPPING_SECONDS)
            if conn.sock.deadline < now:
                self._drop(conn)
