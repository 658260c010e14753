"""One way of asking every service: in time, within limits, politely, and with an answer or a reason.

A question is asked at most `TRIES` times here. What is asked again is what may pass by itself: no connection, a server
error, a request to wait that is short enough. The rest is for the next day's task.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import random
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

import httpx

from citations.lookups import endpoints, response_bodies
from citations.lookups.configuration import current
from citations.lookups.deadlines import deadline, put_clock_on
from citations.lookups.endpoints import Endpoint
from citations.lookups.errors import Malformed, NoAnswer, NotFound, RateLimited, Refused, Unreachable
from citations.lookups.rate_limits import RateLimit, rate_limit_of
from citations.lookups.response_status import raise_for, retry_after, safe_redirect

logger = logging.getLogger(__name__)

JSON = "application/json"
TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 1.0, 10.0
"""Seconds between tries; a service that asks for more is asked again by a later task."""
LONGEST_SLOT = 20.0
REDIRECTS = 3
CACHED_FOUND, CACHED_NOT_FOUND = 20 * 3600, 3600
"""Seconds that an answer is kept: less than a day, so that a daily look is a real one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A body that was read whole, and when the service gave it."""

    body: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class JsonAnswer:
    record: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class XmlAnswer:
    root: Element
    at: datetime


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust, read once by each process: reading it takes longer than most answers."""
    return httpx.create_ssl_context()


class Session:
    """Asks services. `sleep` and `clock` are the tests' to replace; `pace` is shared by all workers."""

    def __init__(
        self,
        *,
        pace: RateLimit,
        client: httpx.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        connect, read = current().connect_seconds, current().read_seconds
        made = client or httpx.Client(
            timeout=httpx.Timeout(read, connect=connect, pool=connect),
            follow_redirects=False,
            headers={"User-Agent": endpoints.user_agent(), "Accept-Encoding": "gzip"},
            verify=_certificates(),
        )
        self._client = put_clock_on(made)
        self.pace = pace
        self._sleep, self._clock = sleep, clock

    def json(
        self, place: Endpoint, path: str, params: Mapping[str, str], *, fresh: bool = False, accept: str = JSON
    ) -> JsonAnswer:
        """A JSON record. Raises NotFound and NoAnswer."""
        answer, record = self._read(place, path, params, accept, response_bodies.read_json, fresh)
        return JsonAnswer(record, answer.at)

    def json_rows(self, place: Endpoint, path: str, *, fresh: bool = False) -> tuple[list[Any], datetime]:
        """A JSON list and when it was given. Raises NotFound and NoAnswer."""
        answer, rows = self._read(place, path, {}, JSON, response_bodies.read_json_rows, fresh)
        return rows, answer.at

    def xml(self, place: Endpoint, path: str, params: Mapping[str, str], *, fresh: bool = False) -> XmlAnswer:
        """An XML record. Raises NotFound and NoAnswer."""
        answer, root = self._read(place, path, params, "application/xml, text/xml", response_bodies.read_xml, fresh)
        return XmlAnswer(root, answer.at)

    def _read(
        self,
        place: Endpoint,
        path: str,
        params: Mapping[str, str],
        accept: str,
        read: Callable[[bytes], Any],
        fresh: bool,
    ) -> tuple[Answer, Any]:
        key = _cache_key(place, path, params if accept == JSON else {**params, "accept": accept})
        held = None if fresh else self._recall(key)
        if held is not None:
            return held, read(held.body)
        try:
            answer = self._ask(place, path, params, accept)
        except NotFound:
            self._keep(key, None)
            raise
        try:
            value = read(answer.body)
        except Malformed:
            self.pace.fault(place.key)
            raise
        self.pace.fine(place.key)
        self._keep(key, answer)
        return answer, value

    def _ask(self, place: Endpoint, path: str, params: Mapping[str, str], accept: str) -> Answer:
        url = f"{place.base.rstrip('/')}/{path.lstrip('/')}"
        query = {**params, **place.params}
        url = f"{url}?{urlencode(query)}" if query else url
        wait = FIRST_WAIT
        for attempt in range(1, TRIES + 1):
            try:
                return self._once(place, url, accept)
            except (Unreachable, RateLimited) as problem:
                if problem.wait is not None:
                    self.pace.hold(place.key, problem.wait)
                pause = problem.wait if problem.wait is not None else _jittered(wait)
                closed = self.pace.closed_for(place.key)
                if attempt == TRIES or pause > LONGEST_WAIT or closed:
                    raise
                logger.info("%s gave no answer (%s); asking again in %.1f s.", place.name, problem, pause)
                self._sleep(pause)
                wait = min(wait * 3, LONGEST_WAIT)
        raise AssertionError("unreachable")

    def _once(self, place: Endpoint, url: str, accept: str) -> Answer:
        """One question, redirects included. Every fault of the service is counted by its breaker."""
        closed = self.pace.closed_for(place.key)
        if closed:
            raise Unreachable(
                f"{place.name} has failed several times in a row; it is left alone for a while.", wait=closed
            )
        pause = self.pace.slot(place.key, 1 / place.per_second, LONGEST_SLOT)
        if pause < 0:
            raise RateLimited(f"{place.name} may not be asked more often now.", wait=-pause)
        if pause:
            self._sleep(pause)
        try:
            return self._follow(place, url, accept)
        except (Unreachable, Malformed):
            self.pace.fault(place.key)
            raise
        except (NotFound, Refused):
            self.pace.fine(place.key)
            raise

    def _follow(self, place: Endpoint, url: str, accept: str) -> Answer:
        started = self._clock()
        for _ in range(REDIRECTS + 1):
            target = self._fetch(place, url, accept, started)
            if isinstance(target, Answer):
                return target
            url = safe_redirect(place, url, target)
        raise Malformed(f"{place.name} sends us from one address to the next without end.")

    def _fetch(self, place: Endpoint, url: str, accept: str, started: float) -> Answer | str:
        """The answer, or the address it is at."""

        def in_time() -> bool:
            return self._clock() - started <= current().total_seconds

        if not in_time():
            raise Unreachable(f"{place.name} did not answer in time.")
        try:
            left = current().total_seconds - (self._clock() - started)
            with deadline(left), self._client.stream("GET", url, headers={"Accept": accept}) as response:
                if response.status_code in (301, 302, 303, 307, 308):
                    return str(response.headers.get("location", ""))
                raise_for(place, response)
                body = response_bodies.read_body(response, largest=current().largest, in_time=in_time)
        except httpx.TimeoutException:
            raise Unreachable(f"{place.name} did not answer in time.") from None
        except (httpx.TransportError, httpx.InvalidURL, OSError) as error:
            logger.info("%s cannot be reached: %s", place.name, _short(error))
            raise Unreachable(f"{place.name} cannot be reached: {_why(error)}.") from None
        except httpx.HTTPError as error:
            raise Malformed(f"{place.name} answered in a way that cannot be read ({_short(error)}).") from None
        return Answer(body, datetime.now(UTC))

    def _recall(self, key: str) -> Answer | None:
        cache = current().cache
        held = _quietly(lambda: cache.get(key)) if cache is not None else None
        if not isinstance(held, dict):
            return None
        if held.get("missing"):
            raise NotFound("Not known there.")
        try:
            return Answer(base64.b64decode(held["body"]), datetime.fromisoformat(held["at"]))
        except (KeyError, TypeError, ValueError):
            return None

    def _keep(self, key: str, answer: Answer | None) -> None:
        value: dict[str, Any] = {"missing": True}
        if answer is not None:
            value = {"body": base64.b64encode(answer.body).decode(), "at": answer.at.isoformat()}
        seconds = CACHED_NOT_FOUND if answer is None else CACHED_FOUND
        if (cache := current().cache) is not None:
            _quietly(lambda: cache.set(key, value, seconds))


@cache
def session() -> Session:
    """The session of this process of a site."""
    from django.conf import settings

    return Session(pace=rate_limit_of(settings.CELERY_BROKER_URL))


def _jittered(seconds: float) -> float:
    """Between half and all of it, so that workers that failed together do not come back together."""
    return seconds * random.uniform(0.5, 1)  # noqa: S311 - no secret


def _cache_key(place: Endpoint, path: str, params: Mapping[str, str]) -> str:
    text = f"{place.base}\n{path}\n{urlencode(sorted(params.items()))}"
    return "lookup:" + hashlib.sha256(text.encode()).hexdigest()


def _quietly(act: Callable[[], Any]) -> Any:
    """The cache is a courtesy to the services; without it they are asked."""
    try:
        return act()
    except Exception:
        logger.warning("The cache of answers does not work.", exc_info=True)
        return None


_WHY: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((socket.gaierror,), "its name is not found, as if this machine were offline"),
    ((ssl.SSLError,), "no secure connection to it can be made"),
    ((ConnectionRefusedError,), "it takes no connection"),
    ((httpx.ProxyError,), "the proxy lets nobody through"),
    ((httpx.RemoteProtocolError, ConnectionResetError, BrokenPipeError), "the connection broke off"),
    ((httpx.InvalidURL, httpx.UnsupportedProtocol), "its address is none"),
)


def _why(error: BaseException) -> str:
    """What went wrong with a connection, in words for people; how the system names it is in the log of the process."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or at.__context__
    return next((words for kinds, words in _WHY if any(isinstance(one, kinds) for one in chain)), "no connection")


def _short(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__)[:120]


__all__ = ["Answer", "JsonAnswer", "NoAnswer", "Session", "XmlAnswer", "retry_after", "session"]
