"""No address of a private network is ever asked, however it is written and wherever names and redirects lead."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from citations.links.addresses import Forbidden, follow, is_public, read
from citations.links.checking import LinkChecker
from citations.links.connections import PublicOnly
from citations.links.outcomes import Outcome, Trouble
from citations.lookups.rate_limits import LocalRateLimit
from tests.citations.conftest import Clock
from tests.citations.links.sites import Names, Network

PUBLIC, PUBLIC_6 = "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"

WRITTEN = [
    # IPv4, as it should be written
    "http://127.0.0.1/",
    "http://127.8.8.8/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://168.63.129.16/metadata/instance",
    "http://192.0.0.192/opc/v1/instance/",
    "http://192.0.2.1/",
    "http://192.88.99.1/",
    "http://198.18.0.1/",
    "http://198.51.100.1/",
    "http://203.0.113.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    # IPv4, as only some programs read it
    "http://2130706433/",
    "http://3232235777/",
    "http://0x7f000001/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.1./",
    "http://127.000.000.001/",
    "http://0/",
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://%31%32%37.0.0.1/",
    "http://%6c%6f%63%61%6c%68%6f%73%74/",
    # IPv6
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::10.0.0.1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[2606:2800::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[100::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[5f00::1]/",
    "http://[v1.fe80::1]/",
    "http://[::1/",
    # Names
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://app.localhost/",
    "http://intranet/",
    "http://db.internal/",
    "http://metadata.google.internal/",
    "http://printer.local/",
    "http://nas.home.arpa/",
    "http://example.org./",
    "http://exa_mple..org/",
    "http:///path",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    # Names and passwords, ports, other schemes, odd signs
    "http://example.org@127.0.0.1/",
    "http://user:secret@example.org/",
    "http://127.0.0.1#@example.org/",
    "http://example.org:22/",
    "http://example.org:6379/",
    "http://example.org:99999/",
    "http://example.org:80:80/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
    "javascript:alert(1)",
    "//example.org/",
    "http:\\\\127.0.0.1\\",
    "http://example.org\\@127.0.0.1/",
    "http://127.0.0.1\t/",
    "http://exam\nple.org/",
    "http://example.org/a\r\nHost: 127.0.0.1",
    " http://127.0.0.1/",
    "http://example.org/" + "a" * 2000,
]

RESOLVED = {
    "loopback": ["127.0.0.1"],
    "a private host": ["10.1.2.3"],
    "the machine's own metadata": ["169.254.169.254"],
    "loopback in IPv6": ["::1"],
    "a mapped address": ["::ffff:10.0.0.1"],
    "a private address behind NAT64": ["64:ff9b::a00:1"],
    "a private address in 6to4": ["2002:a00:1::1"],
    "Teredo": ["2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    "a local address with its zone": ["fe80::1%eth0"],
    "a private address beside a public one": [PUBLIC, "192.168.0.10"],
    "a public address in front of loopback in IPv6": [PUBLIC_6, "::1"],
    "an address of everybody": ["224.0.0.251"],
    "nowhere": ["0.0.0.0"],  # noqa: S104 - an answer, not a server
    "no address at all": ["not an address"],
}

REDIRECTED = [
    "http://127.0.0.1/",
    "http://169.254.169.254/latest/meta-data/iam/",
    "//127.0.0.1/",
    "///127.0.0.1/",
    "http://[::1]:80/",
    "https://2130706433/",
    "http://0x7f.1/",
    "http://user@127.0.0.1/",
    "http://example.org@10.0.0.1/",
    "http://inside.example.net/",
    "http://localhost/",
    "file:///etc/passwd",
    "gopher://10.0.0.1:6379/_FLUSHALL",
    "http:\\\\127.0.0.1/",
    "http://example.org:6379/",
    "http://127.0.0.1 .example.org/",
]


def link_checker(outside: Network, names: Names, clock: Clock) -> LinkChecker:
    return LinkChecker(pace=LocalRateLimit(clock), sleep=clock.sleep, network=outside, resolve=names)


def test_the_tables_hold_more_than_forty_addresses() -> None:
    assert len({*WRITTEN, *RESOLVED, *REDIRECTED}) > 100


@pytest.mark.parametrize("url", WRITTEN)
def test_it_is_refused_as_it_is_written(url: str, outside: Network, clock: Clock) -> None:
    names = Names({"example.org": [["127.0.0.1"]]})
    seen = link_checker(outside, names, clock).look(url)
    assert (seen.trouble, seen.outcome) == (Trouble.FORBIDDEN, Outcome.UNCLEAR)
    assert seen.message
    assert outside.opened == []
    assert names.asked == []


@pytest.mark.parametrize("answer", RESOLVED.values(), ids=RESOLVED.keys())
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_it_is_refused_for_what_its_name_leads_to(
    scheme: str, answer: list[str], outside: Network, clock: Clock
) -> None:
    names = Names({"journal.example.org": [answer]})
    seen = link_checker(outside, names, clock).look(f"{scheme}://journal.example.org/paper")
    assert (seen.trouble, seen.outcome) == (Trouble.FORBIDDEN, Outcome.UNCLEAR)
    assert outside.opened == []
    assert names.asked == ["journal.example.org"]


@pytest.mark.parametrize("target", REDIRECTED)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_it_is_refused_where_a_redirect_leads(status: int, target: str, clock: Clock) -> None:
    reply = f"HTTP/1.1 {status} Go\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
    outside = Network({PUBLIC: reply})
    names = Names({"example.org": [[PUBLIC]], "inside.example.net": [["192.168.7.7"]]})
    seen = link_checker(outside, names, clock).look("http://example.org/paper")
    assert (seen.trouble, seen.outcome) == (Trouble.FORBIDDEN, Outcome.UNCLEAR)
    assert [hop.status for hop in seen.hops] == [status]
    assert outside.opened == [(PUBLIC, 80)]


def test_a_name_that_changes_its_mind_is_not_asked_twice(clock: Clock) -> None:
    outside = Network({PUBLIC: b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"})
    names = Names({"example.org": [[PUBLIC], ["127.0.0.1"]]})
    seen = link_checker(outside, names, clock).look("http://example.org/paper")
    assert seen.status == 200
    assert names.asked == ["example.org"]
    assert outside.opened == [(PUBLIC, 80)]


def test_a_name_that_changes_its_mind_before_the_second_question_is_refused(clock: Clock) -> None:
    outside = Network({PUBLIC: b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"})
    names = Names({"example.org": [[PUBLIC], ["127.0.0.1"]]})
    seen = link_checker(outside, names, clock).look("http://example.org/paper")
    assert (seen.trouble, seen.outcome) == (Trouble.FORBIDDEN, Outcome.UNCLEAR)
    assert outside.opened == [(PUBLIC, 80)]


def test_a_redirect_to_the_same_name_is_checked_anew(clock: Clock) -> None:
    outside = Network({PUBLIC: b"HTTP/1.1 302 Go\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"})
    names = Names({"example.org": [[PUBLIC], ["10.0.0.1"]]})
    seen = link_checker(outside, names, clock).look("http://example.org/paper")
    assert seen.trouble is Trouble.FORBIDDEN
    assert outside.opened == [(PUBLIC, 80)]


def test_encryption_and_the_host_header_keep_the_name(clock: Clock) -> None:
    outside = Network({PUBLIC: b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"})
    names = Names({"example.org": [[PUBLIC]]})
    link_checker(outside, names, clock).look("https://example.org/paper")
    assert outside.opened == [(PUBLIC, 443)]
    assert outside.sent[0] == b"TLS for example.org"
    assert b"Host: example.org\r\n" in outside.sent[1]


def test_a_second_address_of_a_name_is_tried_where_the_first_takes_no_connection() -> None:
    import httpcore

    class Half(Network):
        def connect_tcp(self, host: str, port: int, *more: object, **named: object) -> httpcore.NetworkStream:
            if host == PUBLIC_6:
                raise httpcore.ConnectError("refused")
            return super().connect_tcp(host, port)

    outside = Half({PUBLIC: b""})
    PublicOnly(outside, resolve=Names({"example.org": [[PUBLIC_6, PUBLIC]]})).connect_tcp("example.org", 80)
    assert outside.opened == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    ("url", "host", "target"),
    [
        ("http://example.org", "example.org", "/"),
        ("HTTPS://Example.ORG/A?b=c#d", "example.org", "/A?b=c"),
        ("https://example.org:443/", "example.org", "/"),
        ("http://bücher.example.org/straße?q=ü", "xn--bcher-kva.example.org", "/stra%C3%9Fe?q=%C3%BC"),
        ("http://my_host.example.org/a%20b", "my_host.example.org", "/a%20b"),
        (f"http://{PUBLIC}/", PUBLIC, "/"),
        (f"http://[{PUBLIC_6}]/", PUBLIC_6, "/"),
        ("http://[64:ff9b::5db8:d70e]/", "64:ff9b::5db8:d70e", "/"),
        ("https://3com.com/", "3com.com", "/"),
    ],
)
def test_a_plain_address_of_a_public_host_is_read(url: str, host: str, target: str) -> None:
    address = read(url)
    assert (address.host, address.target) == (host, target)


@pytest.mark.parametrize(
    ("location", "text"),
    [
        ("/b", "http://example.org/b"),
        ("b c", "http://example.org/a/b%20c"),
        ("//example.net/x", "http://example.net/x"),
        ("https://example.net", "https://example.net"),
        ("?q=1", "http://example.org/a/?q=1"),
    ],
)
def test_a_redirect_is_followed_as_browsers_do(location: str, text: str) -> None:
    assert follow(read("http://example.org/a/"), location).text == text


@pytest.mark.parametrize("ip", [PUBLIC, PUBLIC_6, "8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1"])
def test_a_public_address_is_known_as_one(ip: str) -> None:
    import ipaddress

    assert is_public(ipaddress.ip_address(ip))


def test_servers_of_this_machine_are_for_tests_alone(settings: Settings) -> None:
    assert settings.LINK_CHECK_LOOPBACK is False
    assert read("http://127.0.0.1:8011/", loopback=True).port == 8011
    for url in ("http://10.0.0.1/", "http://169.254.169.254/", "http://printer.local/", "http://[fe80::1]/"):
        with pytest.raises(Forbidden):
            read(url, loopback=True)
