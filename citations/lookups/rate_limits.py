"""How often each host may be asked, and whether it may be asked at all now; shared by all processes where they share
a Redis or Valkey, kept by each process for itself where they do not.

The limit is a row of time slots: whoever comes takes the next free one and waits for it. The breaker opens after
`FAULTS` failures in a row and lets nobody through for `REST` seconds; then the next failure opens it again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

FAULTS = 5
REST = 60.0
MEMORY = 600
"""Seconds after which failures that nobody followed up are forgotten."""

_SLOT = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local free = tonumber(redis.call('GET', KEYS[1]) or '0')
if free < now then free = now end
local wait = free - now
if wait > tonumber(ARGV[2]) then return -wait end
local last = free + tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%d', last), 'PX', last - now + 1000)
return wait
"""
"""Atomic: takes the next free slot and says how long to wait for it; negative where that is longer than allowed."""

_HOLD = """
local time = redis.call('TIME')
local till = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
local free = tonumber(redis.call('GET', KEYS[1]) or '0')
if free < till then redis.call('SET', KEYS[1], string.format('%d', till), 'PX', tonumber(ARGV[1]) + 1000) end
return 0
"""

_FAULT = """
local count = redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], ARGV[1])
if count >= tonumber(ARGV[2]) then
  redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
  redis.call('SET', KEYS[1], tonumber(ARGV[2]) - 1, 'EX', ARGV[1])
end
return count
"""


class RateLimit(Protocol):
    def slot(self, host: str, interval: float, longest: float) -> float:
        """Seconds to wait before asking; negative (how long it would be) where that is more than `longest`."""

    def hold(self, host: str, seconds: float) -> None:
        """Nobody asks `host` for so long: it said so."""

    def closed_for(self, host: str) -> float:
        """Seconds that the breaker still keeps `host` from being asked; 0 where it may be."""

    def fault(self, host: str) -> None: ...

    def fine(self, host: str) -> None: ...


class LocalRateLimit:
    """Limits of this process alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._free: dict[str, float] = {}
        self._faults: dict[str, int] = {}
        self._open_till: dict[str, float] = {}

    def slot(self, host: str, interval: float, longest: float) -> float:
        with self._lock:
            now = self._clock()
            free = max(self._free.get(host, now), now)
            if free - now > longest:
                return now - free
            self._free[host] = free + interval
            return free - now

    def hold(self, host: str, seconds: float) -> None:
        with self._lock:
            self._free[host] = max(self._free.get(host, 0.0), self._clock() + seconds)

    def closed_for(self, host: str) -> float:
        return max(0.0, self._open_till.get(host, 0.0) - self._clock())

    def fault(self, host: str) -> None:
        with self._lock:
            self._faults[host] = self._faults.get(host, 0) + 1
            if self._faults[host] >= FAULTS:
                self._open_till[host] = self._clock() + REST
                self._faults[host] = FAULTS - 1

    def fine(self, host: str) -> None:
        self._faults.pop(host, None)
        self._open_till.pop(host, None)


class SharedRateLimit:
    """Limits of all processes together. Where the server does not answer, this process limits itself alone."""

    def __init__(self, client: Any, fallback: RateLimit | None = None) -> None:
        self._client = client
        self._own = fallback or LocalRateLimit()
        self._slot = client.register_script(_SLOT)
        self._hold = client.register_script(_HOLD)
        self._fault = client.register_script(_FAULT)
        self._noted = False

    def slot(self, host: str, interval: float, longest: float) -> float:
        try:
            keys = [_key("slot", host)]
            answer = float(self._slot(keys=keys, args=[round(interval * 1000), round(longest * 1000)])) / 1000
        except redis.RedisError as error:
            return self._alone(error).slot(host, interval, longest)
        return answer

    def hold(self, host: str, seconds: float) -> None:
        try:
            self._hold(keys=[_key("slot", host)], args=[max(1, round(seconds * 1000))])
        except redis.RedisError as error:
            self._alone(error).hold(host, seconds)

    def closed_for(self, host: str) -> float:
        try:
            left = self._client.pttl(_key("open", host))
        except redis.RedisError as error:
            return self._alone(error).closed_for(host)
        return max(0.0, float(left) / 1000)

    def fault(self, host: str) -> None:
        try:
            self._fault(keys=[_key("faults", host), _key("open", host)], args=[MEMORY, FAULTS, round(REST * 1000)])
        except redis.RedisError as error:
            self._alone(error).fault(host)

    def fine(self, host: str) -> None:
        try:
            self._client.delete(_key("faults", host), _key("open", host))
        except redis.RedisError as error:
            self._alone(error).fine(host)

    def _alone(self, error: Exception) -> RateLimit:
        if not self._noted:
            self._noted = True
            logger.warning("The shared limits for services cannot be reached (%s); this process limits itself.", error)
        return self._own


def _key(what: str, host: str) -> str:
    return f"citewell:lookups:{what}:{host}"


def rate_limit_of(broker_url: str) -> RateLimit:
    """The limits shared through a Redis or Valkey broker; of this process alone with any other broker."""
    client = client_of(broker_url)
    if client is None:
        logger.warning("The broker is no Redis or Valkey: every process limits its own questions to services.")
        return LocalRateLimit()
    return SharedRateLimit(client)


def client_of(broker_url: str) -> Any:
    """A client for the server that Celery's URL names, sockets included; None where that is something else."""
    parts = urlsplit(broker_url)
    # No tries of its own: where it is away, the limit of this process stands in at once.
    options: dict[str, Any] = {"socket_timeout": 2, "socket_connect_timeout": 2, "retry": Retry(NoBackoff(), 0)}
    if parts.scheme in ("redis+socket", "unix"):
        query = parse_qs(parts.query)
        number = (query.get("virtual_host") or query.get("db") or ["0"])[0]
        return redis.Redis(
            unix_socket_path=unquote(parts.path),
            db=int(number) if number.isdecimal() else 0,
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            **options,
        )
    if parts.scheme in ("redis", "rediss", "valkey", "valkeys"):
        url = broker_url.replace("valkey", "redis", 1) if parts.scheme.startswith("valkey") else broker_url
        return redis.Redis.from_url(url, **options)
    return None
