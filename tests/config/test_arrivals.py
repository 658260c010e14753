from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from config import arrivals
from config.arrivals import Arrivals, Refused


@pytest.fixture
def ends() -> Iterator[tuple[Arrivals, socket.socket]]:
    ours, theirs = socket.socketpair()
    kept = Arrivals(ours)
    kept.setblocking(False)
    yield kept, theirs
    kept.close()
    theirs.close()


Ends = tuple[Arrivals, socket.socket]


def test_a_disk_without_room_is_told_in_words(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, theirs = ends

    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            pass

    monkeypatch.setattr(kept, "_kept", Full())
    theirs.sendall(b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd")
    with pytest.raises(Refused, match="no room"):
        kept.take()


def test_a_client_that_has_gone_is_known(ends: Ends) -> None:
    kept, theirs = ends
    theirs.close()
    with pytest.raises(EOFError):
        kept.take()


def test_headers_have_ten_seconds_and_bodies_as_long_as_their_size_allows(ends: Ends) -> None:
    kept, theirs = ends
    assert kept.deadline - time.monotonic() == pytest.approx(arrivals.HEAD_SECONDS, abs=1)
    theirs.sendall(b"POST / HTTP/1.1\r\nContent-Length: 2000000\r\n\r\n")
    assert not kept.take()
    assert kept.deadline - time.monotonic() == pytest.approx(arrivals.BODY_SECONDS + 100, abs=1)


def test_it_reads_no_byte_beyond_the_request(ends: Ends) -> None:
    kept, theirs = ends
    theirs.sendall(b"GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n")
    assert kept.take()
    assert kept.recv(1000) == b"GET /a HTTP/1.1\r\n\r\n"
    assert kept.recv(1000) == b""
    kept.expect()
    assert kept.take()
    assert kept.recv(1000) == b"GET /b HTTP/1.1\r\n\r\n"


def test_who_asks_before_sending_is_told_to_go_on(ends: Ends) -> None:
    kept, theirs = ends
    theirs.sendall(b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
    assert not kept.take()
    assert theirs.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
