"""A connection whose requests arrive piece by piece, kept until each is whole, so that no thread waits for bytes.

In: what the network brings, at whatever pace. Out: one whole request after the other, or the refusal to answer with.
"""

from __future__ import annotations

import re
import socket
import time
from tempfile import SpooledTemporaryFile
from typing import Any

from config.request_size import largest_request

HEAD_SECONDS = 10.0
"""For the request line and all headers together [house]."""
BODY_SECONDS = 20.0
SLOWEST = 20_000
"""Bytes a second that a body comes at, beyond BODY_SECONDS, before the connection is given up [house]."""
ANSWER_SECONDS = 20.0
"""For each piece of an answer to be taken [house]."""
GOING_BY_SECONDS = 2.0
LARGEST_HEAD = 32_768
IN_MEMORY = 262_144
PIECE = 65_536

LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*(?=\r\n)", re.IGNORECASE)
CODED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
SESSION = re.compile(rb"\r\ncookie:[^\r\n]*\bsessionid=", re.IGNORECASE)
ASKS_FIRST = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)


class Refused(Exception):
    """The request is not read. `answer` is what the client gets before the connection ends."""

    def __init__(self, status: str, words: str) -> None:
        body = f"{words}\n".encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        super().__init__(words)
        self.answer = f"{head}Cache-Control: no-store\r\nConnection: close\r\n\r\n".encode() + body


class Arrivals:
    """Stands in for a socket: reading gives the bytes of the request that is whole, everything else is the socket's."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._kept: Any = None
        self._refused = False
        self.surplus = b""
        self.expect()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def expect(self) -> None:
        """Begins with the next request; what came behind the last one is its beginning."""
        if self._kept is not None:
            self._kept.close()
        self._kept = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed with the connection
        self._head = b""
        self._size = 0
        self._whole: int | None = None
        self.deadline = time.monotonic() + HEAD_SECONDS

    def take(self) -> bool:
        """Takes in what has come, without waiting; whether the request is whole. Raises Refused, and EOFError."""
        early, self.surplus = self.surplus, b""
        if early and self._add(early):
            return True
        while True:
            try:
                piece = self._sock.recv(PIECE)
            except BlockingIOError:
                return False
            if not piece:
                raise EOFError
            if not self._refused and self._add(piece):
                return True

    def refuse(self, answer: bytes) -> None:
        """Answers, and lets what still comes go by for a moment: closed at once, nobody would see the answer."""
        self._refused = True
        self.deadline = time.monotonic() + GOING_BY_SECONDS
        self._sock.send(answer)
        self._sock.shutdown(socket.SHUT_WR)

    def _add(self, piece: bytes) -> bool:
        if self._whole is None:
            self._head += piece
            end = self._head.find(b"\r\n\r\n")
            if end < 0 and len(self._head) <= LARGEST_HEAD:
                return False
            if end < 0 or end > LARGEST_HEAD:
                raise Refused("431 Request Header Fields Too Large", "The headers of this request are too long.")
            piece, head = self._head, self._head[: end + 2]
            self._head = b""
            self._whole = end + 4 + self._length(head)
        room = self._whole - self._size
        try:
            self._kept.write(piece[:room])
        except OSError as error:
            words = "There is no room for this on the server just now. Nothing was saved. Tell whoever runs the site."
            raise Refused("507 Insufficient Storage", words) from error
        self._size += len(piece[:room])
        self.surplus = piece[room:]
        if self._size < self._whole:
            return False
        self._kept.seek(0)
        return True

    def _length(self, head: bytes) -> int:
        """Bytes of the body. A body of unknown length is not taken: no browser and no proxy sends one."""
        if CODED.search(head):
            raise Refused("411 Length Required", "Send the length of the request with it (Content-Length).")
        length = int(found[1]) if (found := LENGTH.search(head)) else 0
        most = largest_request(signed_in=bool(SESSION.search(head)))
        if length > most:
            raise Refused("413 Content Too Large", f"This is larger than {most // 1_000_000} MB. Send less at once.")
        self.deadline = time.monotonic() + BODY_SECONDS + length / SLOWEST
        if length and ASKS_FIRST.search(head):
            self._sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return length

    # --- As a socket -----------------------------------------------------------------------------------------

    def recv(self, size: int) -> bytes:
        """Bytes of the request that is whole, then b"": behind it nothing is read from the network."""
        return bytes(self._kept.read(size)) if not self._kept.closed else b""

    def setblocking(self, wait: bool) -> None:
        """Whoever waits does so for a while only."""
        self._sock.settimeout(ANSWER_SECONDS if wait else 0)

    def close(self) -> None:
        self._kept.close()
        self._sock.close()
