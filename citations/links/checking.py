"""Looks at one address as a careful visitor would: HEAD, and GET before anything bad is believed.

robots.txt is not asked: it is for those who crawl from link to link (RFC 9309), and this asks for the one page that an
article cites, as a reader who follows the reference does, about once a month [house]. Nothing is read of what comes
but its status and headers; no cookies, passwords or proxies of the environment take part.
"""

from __future__ import annotations

import errno
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import httpcore
import httpx
from django.conf import settings

from citations.links.addresses import Address, Forbidden, follow, read
from citations.links.connections import NamesSilent, NoSuchHost, PublicOnly, Resolve, resolve
from citations.links.outcomes import Hop, Outcome, Seen, Trouble
from citations.lookups import endpoints
from citations.lookups.deadlines import deadline, with_clock
from citations.lookups.rate_limits import RateLimit, rate_limit_of
from citations.lookups.response_status import retry_after

REDIRECTS = 5
REDIRECTING = (301, 302, 303, 307, 308)
EACH_HOST = 5.0
"""Seconds between two questions to one host, for all workers together [house]."""
LONGEST_TURN = 12.0
"""Seconds that a worker waits for its turn; the address is put off where that is longer."""
PROVEN = 600.0
"""Seconds for which it is taken for known whether our own network works."""
_WALLS = ("cf-mitigated", "x-datadome", "x-amzn-waf-action")
"""Headers by which Cloudflare, DataDome and AWS WAF mark that they answered and not the site."""

_NO_WAY = (errno.ENETUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EACCES, errno.EPERM)
"""This machine has no way to there: a host with IPv6 alone, seen from a network without it; or a firewall of ours."""


class PutOff(Exception):
    """The host may not be asked now; `wait` is how many seconds to stay away."""

    def __init__(self, wait: float) -> None:
        super().__init__("The site may not be asked more often now.")
        self.wait = wait


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust, whatever the environment says; read once by each process."""
    return httpx.create_ssl_context(trust_env=False)


class LinkChecker:
    """Looks at addresses. `resolve`, `network`, `sleep` and `clock` are the tests' to replace."""

    def __init__(
        self,
        *,
        pace: RateLimit,
        resolve: Resolve = resolve,
        network: httpcore.NetworkBackend | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pace, self._sleep, self._clock = pace, sleep, clock
        self._loopback = bool(settings.LINK_CHECK_LOOPBACK)
        network = with_clock(network or httpcore.SyncBackend())
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            max_keepalive_connections=0,
            network_backend=PublicOnly(network, resolve=resolve, loopback=self._loopback),
        )
        self._proof: tuple[bool, float] | None = None

    def look(self, url: str) -> Seen:
        """What is at an address. Raises PutOff where its host, or one on the way, may not be asked now."""
        seen = self._walk("HEAD", url)
        # Many sites know HEAD badly. What failed before the method was even said would fail again.
        unheard = not seen.hops and seen.trouble in (Trouble.NO_HOST, Trouble.NO_CONNECTION, Trouble.UNSAFE)
        settled = seen.outcome is Outcome.ANSWERS or seen.trouble in (Trouble.FORBIDDEN, Trouble.OURS)
        later = seen.status == httpx.codes.TOO_MANY_REQUESTS or seen.wait is not None
        if not (settled or unheard or later):
            seen = self._walk("GET", url)
        if seen.without_contact and not self._network_works():
            return replace(seen, trouble=Trouble.OURS, reason="")
        return seen

    def _network_works(self) -> bool:
        """Whether some address outside answers at all; without that no silence is another's fault."""
        now = self._clock()
        if self._proof is None or now - self._proof[1] > PROVEN:
            try:
                answered = self._walk("HEAD", settings.LINK_CHECK_CONTROL_URL).status is not None
            except PutOff:
                answered = False
            self._proof = (answered, self._clock())
        return self._proof[0]

    def _walk(self, method: str, url: str) -> Seen:
        """Follows an address to its end within the time for one answer."""
        ends = self._clock() + settings.LOOKUP_TOTAL_SECONDS
        seen, hops, host = Seen(url, url), list[Hop](), ""
        try:
            address = read(url, loopback=self._loopback)
            while True:
                seen = Seen(url, address.text, tuple(hops))
                if address.host != host:
                    began = self._clock()
                    self._take_turn(address, begun=method == "GET")
                    host, ends = address.host, ends + self._clock() - began
                status, headers = self._ask(method, address, ends - self._clock())
                if status not in REDIRECTING or not headers.get("location"):
                    return self._answered(address, seen, status, headers)
                hops.append(Hop(address.text, status))
                if len(hops) > REDIRECTS:
                    return replace(seen, hops=tuple(hops), trouble=Trouble.ASTRAY)
                seen = replace(seen, hops=tuple(hops))
                address = follow(address, headers["location"], loopback=self._loopback)
        except Forbidden as refusal:
            return replace(seen, trouble=Trouble.FORBIDDEN, reason=str(refusal))
        except NoSuchHost:
            return replace(seen, trouble=Trouble.NO_HOST)
        except NamesSilent:
            return replace(seen, trouble=Trouble.OURS)
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            self._pace.fault(_key(host))
            return replace(seen, trouble=_trouble_of(error))

    def _take_turn(self, address: Address, *, begun: bool) -> None:
        """Waits until the host may be asked. Raises PutOff where that is too long.

        A look that has begun is brought to its end, or a host with many faults would never be judged.
        """
        closed = 0.0 if begun else self._pace.closed_for(_key(address.host))
        if closed:
            raise PutOff(closed)
        longest = LONGEST_TURN if not begun else 2 * LONGEST_TURN
        wait = self._pace.slot(_key(address.host), EACH_HOST, longest)
        if wait < 0:
            raise PutOff(-wait)
        if wait:
            self._sleep(wait)

    def _ask(self, method: str, address: Address, left: float) -> tuple[int, dict[str, str]]:
        """The status and headers of one answer. Its body stays unread: closing the connection ends it."""
        headers: dict[bytes | str, bytes | str] = {
            "Host": _host_header(address),
            "User-Agent": endpoints.user_agent(),
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Language": "en,*;q=0.5",
            "Connection": "close",
        }
        connect, read = float(settings.LOOKUP_CONNECT_SECONDS), float(settings.LOOKUP_READ_SECONDS)
        scheme, host, target = (part.encode() for part in (address.scheme, address.host, address.target))
        url = httpcore.URL(scheme=scheme, host=host, port=address.port, target=target)
        limits = {"timeout": {"connect": connect, "read": read, "write": read, "pool": connect}}
        with deadline(left), self._pool.stream(method, url, headers=headers, extensions=limits) as response:
            # The first of several headers of one name counts, as it does in browsers' Location.
            self._proof = (True, self._clock())
            pairs = ((name.decode("latin-1").lower(), _text(value)) for name, value in reversed(response.headers))
            return response.status, dict(pairs)

    def _answered(self, address: Address, seen: Seen, status: int, headers: dict[str, str]) -> Seen:
        wait = retry_after(headers.get("retry-after", ""), datetime.now(UTC))
        if status == httpx.codes.TOO_MANY_REQUESTS or (status == httpx.codes.SERVICE_UNAVAILABLE and wait):
            self._pace.hold(_key(address.host), wait or EACH_HOST)
        if 500 <= status < 600:
            self._pace.fault(_key(address.host))
        else:
            self._pace.fine(_key(address.host))
        walled = status >= 400 and any(name in headers for name in _WALLS)
        return replace(seen, status=status, wait=wait, walled=walled)


@cache
def link_checker() -> LinkChecker:
    """The link checker of this process."""
    return LinkChecker(pace=rate_limit_of(settings.CELERY_BROKER_URL))


def _key(host: str) -> str:
    return f"link@{host}"


def _host_header(address: Address) -> str:
    host = f"[{address.host}]" if ":" in address.host else address.host
    usual = address.port == (443 if address.scheme == "https" else 80)
    return host if usual else f"{host}:{address.port}"


def _text(value: bytes) -> str:
    """A header as text: UTF-8 where it is, which some servers write paths in, else Latin-1."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _trouble_of(error: BaseException) -> Trouble:
    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return Trouble.UNSAFE
    if isinstance(error, httpcore.TimeoutException):
        return Trouble.TOO_SLOW
    if any(isinstance(cause, OSError) and cause.errno in _NO_WAY for cause in _causes(error)):
        return Trouble.OURS
    if isinstance(error, httpcore.ConnectError):
        return Trouble.NO_CONNECTION
    return Trouble.BROKEN


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
