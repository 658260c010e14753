"""Which addresses may be asked: plain web addresses of public hosts, written as everybody reads them.

Whatever programs might read in two ways is refused and not interpreted: numbers that are hosts only to some, names with
a port or a password in them, letters that only look like digits. What a name leads to is `connections`' to check.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import httpx

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST = 2000
PORTS = {"http": 80, "https": 443}

_NOT_PUBLIC_4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            # IANA IPv4 Special-Purpose Address Registry, as of 2025.
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
            *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
            *("224.0.0.0/4", "240.0.0.0/4"),
            # Azure answers its machines' questions about themselves at this one, in the midst of public space.
            "168.63.129.16/32",
        ),
    )
)
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
"""The only IPv6 space that is given out for global unicast (IANA, RFC 4291)."""
_NOT_PUBLIC_6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            # Protocol assignments with Teredo, ORCHID and benchmarking in them; documentation; 6to4; AS112.
            *("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"),
        ),
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""How networks without IPv4 write public IPv4 addresses (RFC 6052); the last 32 bits are the address."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_OF_NO_PUBLIC_ZONE = frozenset(
    # RFC 6761, 6762, 7686, 8375 and ICANN's .internal; the others are what home and office routers call themselves.
    [
        *("localhost", "local", "test", "example", "invalid", "onion", "alt", "arpa", "internal"),
        *("intranet", "lan", "home", "corp", "private", "localdomain"),
    ]
)


class Forbidden(Exception):
    """An address that is not asked. The message says why, in words for editors."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart once; what is sent is put together from these parts. `host` is ASCII."""

    scheme: str
    host: str
    port: int
    target: str
    text: str


def is_public(ip: IpAddress) -> bool:
    """Whether an address belongs to a host of the public internet."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not any(ip in network for network in _NOT_PUBLIC_4)
    if ip.scope_id:
        return False
    if ip in _NAT64:
        return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip.is_global and ip in _PUBLIC_6 and not any(ip in network for network in _NOT_PUBLIC_6)


def may_connect(ip: IpAddress, *, loopback: bool = False) -> bool:
    return is_public(ip) or (loopback and ip.is_loopback)


def read(url: str, *, loopback: bool = False) -> Address:
    """The address that a text is. Raises Forbidden. `loopback` lets tests ask servers of this machine, at any port."""
    if len(url) > LONGEST:
        raise Forbidden(f"The address is longer than {LONGEST:,} characters.")
    if "\\" in url or any(ord(character) <= 0x20 or ord(character) == 0x7F for character in url):
        raise Forbidden("The address has spaces, backslashes or signs in it that no address has.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Forbidden("This is not a web address that can be read.") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise Forbidden("Only addresses that begin with http:// or https:// are asked.")
    if "@" in parts.netloc:
        raise Forbidden("The address has a name or password in it.")
    host = _host(parts.hostname or "", bracketed="[" in parts.netloc, loopback=loopback)
    if port is None:
        port = PORTS[scheme]
    elif port not in PORTS.values() and not loopback:
        raise Forbidden(f"Only the ports of the web (80 and 443) are asked, not {port}.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return Address(scheme, host, port, path + (f"?{query}" if query else ""), url)


def follow(address: Address, location: str, *, loopback: bool = False) -> Address:
    """Where a redirect leads. Raises Forbidden for whatever `read` refuses."""
    # Servers put spaces into paths; one in a host becomes a sign that no host has.
    location = location.strip(" \t").replace(" ", "%20")
    if location.startswith("///"):
        raise Forbidden("It leads to something that programs read in two ways.")
    try:
        return read(urljoin(address.text, location), loopback=loopback)
    except ValueError:
        raise Forbidden("It leads to something that is no address.") from None


def _host(host: str, *, bracketed: bool, loopback: bool) -> str:
    if not host:
        raise Forbidden("The address names no host.")
    if "%" in host:
        raise Forbidden("The host is written with percent signs.")
    if bracketed:
        return _literal(ipaddress.IPv6Address, host, loopback)
    if not host.isascii():
        try:
            host = httpx.URL(scheme="http", host=host).raw_host.decode("ascii")
        except (httpx.InvalidURL, UnicodeError, ValueError):
            raise Forbidden("The host is written with letters that no host name may have.") from None
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1] or (labels[-2] if len(labels) > 1 else "")):
        # As the WHATWG URL Standard has it: what ends in a number is an IPv4 address, or wrong.
        return _literal(ipaddress.IPv4Address, host, loopback)
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise Forbidden("The host is not written as host names are.")
    if loopback and host == "localhost":
        return host
    if len(labels) < 2 or labels[-1] in _OF_NO_PUBLIC_ZONE:
        raise Forbidden(f"“{host}” is not the name of a public host.")
    return host


def _literal(kind: type[IpAddress], host: str, loopback: bool) -> str:
    try:
        ip = kind(host)
    except ValueError:
        raise Forbidden("The host is a number, but not written as addresses are.") from None
    if not may_connect(ip, loopback=loopback):
        raise Forbidden(f"{ip} is not the address of a public host.")
    return str(ip)
