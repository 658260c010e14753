"""A web server on this machine that plays Crossref, PubMed, PMC's converter and OpenAlex, their faults included."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.citations.local_server import listening


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back. `length` lies about the body's length; `raw` writes to the socket itself."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    length: int | None = None
    raw: Callable[[Any], None] | None = None


def as_json(value: Any, **more: Any) -> Reply:
    return Reply(json.dumps(value).encode(), headers=(("Content-Type", "application/json"),), **more)


def as_xml(text: str) -> Reply:
    return Reply(text.encode(), headers=(("Content-Type", "text/xml"),))


def packed(reply: Reply) -> Reply:
    return Reply(gzip.compress(reply.body), reply.status, (*reply.headers, ("Content-Encoding", "gzip")))


@dataclass
class Services:
    """The answers by path; a list is worked off one by one, its last staying. What is not named is unknown (404)."""

    port: int = 0
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reply_to(self, target: str) -> Reply:
        parts = urlsplit(target)
        path, query = unquote(parts.path), parse_qs(parts.query)
        answer = self.answers.get(path)
        if callable(answer):
            answer = answer({name: values[0] for name, values in query.items()})
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        return answer if isinstance(answer, Reply) else Reply(b"Resource not found.", 404)

    def paths(self) -> list[str]:
        return [unquote(urlsplit(target).path) for target in self.asked]


@contextmanager
def serving() -> Iterator[Services]:
    services = Services()

    def answer(asked: BaseHTTPRequestHandler) -> Reply:
        services.asked.append(asked.path)
        services.headers.append(dict(asked.headers.items()))
        return services.reply_to(asked.path)

    with listening(answer) as services.port:
        yield services
