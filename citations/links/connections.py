"""Connects to public hosts only, whatever a name server says.

A name is resolved once for each connection, every address it has must be public, and the connection goes to the very
address that was looked at: between the look and the connection nobody is asked again, so a name that changes its mind
("DNS rebinding") gains nothing. TLS and the Host header keep the name.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from citations.links.addresses import Forbidden, IpAddress, may_connect

Resolve = Callable[[str, int, float], Sequence[str]]
"""From a host name, a port and the seconds it may take to IP addresses. Raises NoSuchHost or NamesSilent."""

TRIED = 4
"""Addresses of one name that are tried before it counts as out of reach."""
SLOWEST_NAMES = 10.0


class NoSuchHost(Exception):
    """The name exists nowhere, or has no address."""


class NamesSilent(Exception):
    """The name servers gave no answer, which says nothing about the name."""


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Asks this machine's resolver, which knows no time limit of its own: whoever is late answers to nobody."""
    # The dot keeps the resolver from trying the name inside the search domains of this network.
    name = host if host == "localhost" or _as_ip(host) else f"{host}."
    answers: list[str] = []
    faults: list[Exception] = []

    def ask() -> None:
        try:
            answers.extend(str(row[4][0]) for row in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            faults.append(error)

    thread = threading.Thread(target=ask, daemon=True, name="resolve")
    thread.start()
    thread.join(seconds)
    if answers and not thread.is_alive():
        return answers
    fault = faults[0] if faults else None
    missing = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    if isinstance(fault, socket.gaierror) and fault.errno in missing:
        raise NoSuchHost(host)
    raise NamesSilent(host)


class PublicOnly(httpcore.NetworkBackend):
    """Opens connections through `inner` after looking where they lead. Raises Forbidden before anything is opened."""

    def __init__(self, inner: httpcore.NetworkBackend, *, resolve: Resolve = resolve, loopback: bool = False) -> None:
        self._inner, self._resolve, self._loopback = inner, resolve, loopback

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._checked(host, port, timeout)
        for last, ip in ((place == len(addresses) - 1, ip) for place, ip in enumerate(addresses)):
            try:
                return self._inner.connect_tcp(str(ip), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last:
                    raise
        raise AssertionError("unreachable")

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise Forbidden("Sockets of this machine are not asked.")

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)

    def _checked(self, host: str, port: int, timeout: float | None) -> list[IpAddress]:
        """The addresses of a host, at least one, every one of them public."""
        literal = _as_ip(host)
        seconds = SLOWEST_NAMES if timeout is None else min(timeout, SLOWEST_NAMES)
        found = [literal] if literal else [_as_ip(text) for text in self._resolve(host, port, seconds)]
        if not found:
            raise NoSuchHost(host)
        for ip in found:
            if ip is None or not may_connect(ip, loopback=self._loopback):
                raise Forbidden(f"The name “{host}” leads to a host that is not public.")
        return list(dict.fromkeys(ip for ip in found if ip is not None))[:TRIED]


def _as_ip(text: str) -> IpAddress | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
