"""A web site on this machine for the tests of links, and name servers and a network that are played."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpcore
import pytest

from citations.links.connections import NoSuchHost
from tests.citations.local_server import listening


@dataclass(frozen=True, slots=True)
class Reply:
    """What a path answers. `raw` writes to the socket itself."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b"A page."
    raw: Callable[[Any], None] | None = None


def leads_to(target: str, status: int = 302) -> Reply:
    return Reply(status, (("Location", target),))


@dataclass
class Site:
    """The answers by path, or by method and path ("HEAD /a"); a list is worked off, its last staying. Else 404."""

    port: int = 0
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reply_to(self, method: str, path: str) -> Reply:
        answer = self.answers.get(f"{method} {path}", self.answers.get(path))
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        return answer if isinstance(answer, Reply) else Reply(404)


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    def answer(asked: BaseHTTPRequestHandler) -> Reply:
        site.asked.append(f"{asked.command} {asked.path}")
        site.headers.append(dict(asked.headers.items()))
        return site.reply_to(asked.command, asked.path)

    with listening(answer) as site.port:
        yield site


@dataclass
class Names:
    """Name servers: what a name leads to, question by question, the last answer staying. Other names do not exist."""

    known: dict[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int, seconds: float) -> Sequence[str]:
        self.asked.append(host)
        answers = list(self.known.get(host, ()))
        if not answers:
            raise NoSuchHost(host)
        return answers[min(self.asked.count(host), len(answers)) - 1]


@dataclass
class Network(httpcore.NetworkBackend):
    """A network of hosts that each say one thing; a connection to any other fails the test."""

    hosts: Mapping[str, bytes] = field(default_factory=dict)
    opened: list[tuple[str, int]] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.opened.append((host, port))
        if host not in self.hosts:
            pytest.fail(f"A connection was opened to {host}.")
        return _Stream([self.hosts[host]], self.sent)

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        pytest.fail(f"A connection was opened to {path}.")


class _Stream(httpcore.MockStream):
    def __init__(self, buffer: list[bytes], sent: list[bytes]) -> None:
        super().__init__(buffer)
        self._sent = sent

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._sent.append(buffer)

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        self._sent.append(f"TLS for {server_hostname}".encode())
        return self
