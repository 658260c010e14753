"""Looking at an address: what is not known is called unclear, and no server keeps a worker."""

from __future__ import annotations

import time
from typing import Any

import pytest
from pytest_django import Settings

from citations.links.checking import EACH_HOST, LONGEST_TURN, REDIRECTS, LinkChecker, PutOff
from citations.links.connections import NamesSilent
from citations.links.outcomes import Hop, Outcome, Trouble
from citations.lookups.rate_limits import FAULTS, REST, LocalRateLimit
from tests.citations.conftest import Clock
from tests.citations.links.sites import Names, Network, Reply, Site, leads_to
from tests.citations.local_server import drip_headers, flood

CLOSED = "http://127.0.0.1:9/"


def stall(handler: Any) -> None:
    """Says nothing until the client has gone."""
    handler.connection.settimeout(5)
    handler.connection.recv(1)


def nonsense(handler: Any) -> None:
    handler.wfile.write(b"+OK POP3 ready\r\n")


def hang_up(handler: Any) -> None:
    handler.connection.close()


def endless_headers(handler: Any) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 10_000_000)


UNCLEAR = [400, 401, 402, 403, 405, 406, 418, 429, 451, 499, 999]
FAILING = [404, 410, 500, 502, 503, 504, 520, 599]
FINE = [200, 201, 203, 204, 206, 300, 304]


@pytest.mark.parametrize("status", UNCLEAR)
def test_a_site_that_turns_programs_away_says_nothing_of_its_pages(
    status: int, site: Site, link_checker: LinkChecker
) -> None:
    site.answers["/a"] = Reply(status)
    seen = link_checker.look(f"{site.base}/a")
    assert (seen.outcome, seen.status) == (Outcome.UNCLEAR, status)
    assert str(status) in seen.message


@pytest.mark.parametrize("header", ["cf-mitigated", "x-datadome", "x-amzn-waf-action"])
def test_a_check_for_robots_says_nothing_of_the_page(header: str, site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = Reply(503, ((header, "challenge"),))
    seen = link_checker.look(f"{site.base}/a")
    assert seen.outcome is Outcome.UNCLEAR
    assert "robots" in seen.message


@pytest.mark.parametrize("status", FAILING)
def test_nothing_there_and_faults_of_the_site_are_failures(status: int, site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = Reply(status)
    assert link_checker.look(f"{site.base}/a").outcome is Outcome.FAILS
    assert site.asked == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", FINE)
def test_an_answer_is_an_answer(status: int, site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = Reply(status, body=b"")
    assert link_checker.look(f"{site.base}/a").outcome is Outcome.ANSWERS
    assert site.asked == ["HEAD /a"]


@pytest.mark.parametrize("reply", [*(Reply(status) for status in (400, 403, 404, 405, 500, 501)), Reply(raw=hang_up)])
def test_a_server_that_knows_head_badly_is_asked_with_get(reply: Reply, site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {"HEAD /a": reply, "GET /a": Reply()}
    seen = link_checker.look(f"{site.base}/a")
    assert (seen.outcome, seen.status) == (Outcome.ANSWERS, 200)
    assert site.asked == ["HEAD /a", "GET /a"]


def test_a_server_that_says_nothing_to_head_is_asked_with_get(site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {"HEAD /a": Reply(raw=stall), "GET /a": Reply()}
    assert link_checker.look(f"{site.base}/a").outcome is Outcome.ANSWERS


def test_head_is_believed_where_it_says_that_all_is_well(site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {"HEAD /a": Reply(), "GET /a": Reply(404)}
    assert link_checker.look(f"{site.base}/a").outcome is Outcome.ANSWERS


@pytest.mark.parametrize(
    ("raw", "trouble"),
    [
        (stall, Trouble.TOO_SLOW),
        (drip_headers, Trouble.TOO_SLOW),
        (nonsense, Trouble.BROKEN),
        (hang_up, Trouble.BROKEN),
        (endless_headers, Trouble.BROKEN),
    ],
)
def test_a_server_with_a_fault_ends_in_time(raw: Any, trouble: Trouble, site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = Reply(raw=raw)
    began = time.monotonic()
    seen = link_checker.look(f"{site.base}/a")
    assert (seen.trouble, seen.outcome) == (trouble, Outcome.FAILS)
    assert time.monotonic() - began < 20


def test_a_long_body_is_not_read(site: Site, link_checker: LinkChecker) -> None:
    sent: list[int] = []

    def flooding(handler: Any) -> None:
        flood(handler)
        sent.append(handler.server.sent)

    site.answers |= {"HEAD /a": Reply(405), "GET /a": Reply(raw=flooding)}
    assert link_checker.look(f"{site.base}/a").outcome is Outcome.ANSWERS
    give_up = time.monotonic() + 10
    while not sent and time.monotonic() < give_up:
        time.sleep(0.01)
    assert sent[0] < 20


def test_a_host_that_takes_no_connection_fails(site: Site, link_checker: LinkChecker) -> None:
    seen = link_checker.look(CLOSED)
    assert (seen.trouble, seen.outcome) == (Trouble.NO_CONNECTION, Outcome.FAILS)


def test_a_name_that_does_not_exist_fails(site: Site, clock: Clock) -> None:
    seen = LinkChecker(pace=LocalRateLimit(clock), sleep=clock.sleep, resolve=Names()).look(
        "https://gone.example.org/a"
    )
    assert (seen.trouble, seen.outcome) == (Trouble.NO_HOST, Outcome.FAILS)


def test_silence_is_not_held_against_anybody_while_our_own_network_is_out(
    site: Site, settings: Settings, clock: Clock
) -> None:
    settings.LINK_CHECK_CONTROL_URL = CLOSED
    link_checker = LinkChecker(pace=LocalRateLimit(clock), sleep=clock.sleep, resolve=Names())
    for url in ("https://gone.example.org/a", "http://127.0.0.1:1/"):
        seen = link_checker.look(url)
        assert (seen.trouble, seen.outcome) == (Trouble.OURS, Outcome.UNCLEAR)
    site.answers["/a"] = Reply(404)
    assert link_checker.look(f"{site.base}/a").outcome is Outcome.FAILS


def test_whether_our_own_network_works_is_asked_once_in_a_while(site: Site, link_checker: LinkChecker) -> None:
    for number in range(1, 4):
        link_checker.look(f"http://127.0.0.1:{number}/")
    assert site.asked == ["HEAD /control"]


def test_name_servers_that_are_silent_say_nothing(site: Site, clock: Clock) -> None:
    def silent(host: str, port: int, seconds: float) -> list[str]:
        raise NamesSilent(host)

    seen = LinkChecker(pace=LocalRateLimit(clock), sleep=clock.sleep, resolve=silent).look("https://example.org/a")
    assert (seen.trouble, seen.outcome) == (Trouble.OURS, Outcome.UNCLEAR)


def test_a_certificate_that_is_not_to_be_trusted_says_nothing(site: Site, link_checker: LinkChecker) -> None:
    seen = link_checker.look(f"https://127.0.0.1:{site.port}/a")  # no TLS is spoken there
    assert (seen.trouble, seen.outcome) == (Trouble.UNSAFE, Outcome.UNCLEAR)


def test_each_redirect_is_told_with_its_answer(site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {"/a": leads_to("/b", 301), "/b": leads_to(f"{site.base}/c?d=e", 302), "/c?d=e": Reply()}
    seen = link_checker.look(f"{site.base}/a")
    assert seen.hops == (Hop(f"{site.base}/a", 301), Hop(f"{site.base}/b", 302))
    assert (seen.url, seen.status, seen.asked) == (f"{site.base}/c?d=e", 200, f"{site.base}/a")


def test_a_redirect_to_nothing_fails(site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = leads_to("/gone", 301)
    seen = link_checker.look(f"{site.base}/a")
    assert (seen.outcome, seen.status, seen.url) == (Outcome.FAILS, 404, f"{site.base}/gone")


def test_as_many_redirects_are_followed_as_are_allowed_and_no_more(site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {f"/{number}": leads_to(f"/{number + 1}") for number in range(REDIRECTS)}
    site.answers[f"/{REDIRECTS}"] = Reply()
    assert link_checker.look(f"{site.base}/0").outcome is Outcome.ANSWERS
    site.answers[f"/{REDIRECTS}"] = leads_to("/end")
    site.asked.clear()
    seen = link_checker.look(f"{site.base}/0")
    assert (seen.trouble, seen.outcome) == (Trouble.ASTRAY, Outcome.UNCLEAR)
    assert len(site.asked) == 2 * (REDIRECTS + 1)


def test_a_circle_of_redirects_says_nothing(site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {"/a": leads_to("/b"), "/b": leads_to("/a")}
    seen = link_checker.look(f"{site.base}/a")
    assert (seen.trouble, seen.outcome) == (Trouble.ASTRAY, Outcome.UNCLEAR)


def test_redirects_and_silence_together_end_within_the_time_for_one_answer(
    site: Site, link_checker: LinkChecker
) -> None:
    def slowly(handler: Any) -> None:
        time.sleep(0.4)
        handler.wfile.write(b"HTTP/1.1 302 Go\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n")

    site.answers["/a"] = Reply(raw=slowly)
    began = time.monotonic()
    assert link_checker.look(f"{site.base}/a").trouble is Trouble.TOO_SLOW
    assert time.monotonic() - began < 10
    assert len(site.asked) < 2 * REDIRECTS


def test_it_says_who_asks_and_keeps_no_cookies(
    site: Site, link_checker: LinkChecker, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", CLOSED)
    monkeypatch.setenv("http_proxy", CLOSED)
    site.answers |= {
        "/a": Reply(302, (("Location", "/b"), ("Set-Cookie", "a=b"))),
        "/b": Reply(200, (("Set-Cookie", "c=d"),)),
    }
    link_checker.look(f"{site.base}/a")
    link_checker.look(f"{site.base}/b")
    for headers in site.headers:
        assert "newsroom@example.org" in headers["User-Agent"]
        assert headers["Host"] == f"127.0.0.1:{site.port}"
        assert not {"Cookie", "Authorization", "Referer", "Range"} & headers.keys()
    assert len(site.headers) == 3


def test_a_host_is_asked_with_time_between(site: Site, link_checker: LinkChecker, clock: Clock) -> None:
    site.answers["/a"] = Reply(404)
    link_checker.look(f"{site.base}/a")
    assert clock.slept == [EACH_HOST]


def test_a_host_that_many_wait_for_is_put_off(site: Site, clock: Clock) -> None:
    pace = LocalRateLimit(clock)
    for _ in range(5):
        pace.slot("link@127.0.0.1", EACH_HOST, 100)
    with pytest.raises(PutOff) as put_off:
        LinkChecker(pace=pace, sleep=clock.sleep).look(f"{site.base}/a")
    assert put_off.value.wait > LONGEST_TURN
    assert site.asked == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_wants_us_later_is_not_asked_before(status: int, site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = Reply(status, (("Retry-After", "3600"),))
    seen = link_checker.look(f"{site.base}/a")
    assert (seen.outcome, seen.wait) == (Outcome.UNCLEAR, 3600)
    with pytest.raises(PutOff) as put_off:
        link_checker.look(f"{site.base}/b")
    assert put_off.value.wait > 3000
    assert site.asked == ["HEAD /a"]


def test_a_host_with_many_faults_is_left_alone_for_a_while(site: Site, link_checker: LinkChecker, clock: Clock) -> None:
    looks = (FAULTS + 1) // 2
    site.answers |= {f"/{number}": Reply(500) for number in range(looks + 1)}
    for number in range(looks):  # the last of them is brought to its end
        assert link_checker.look(f"{site.base}/{number}").outcome is Outcome.FAILS
    with pytest.raises(PutOff):
        link_checker.look(f"{site.base}/{looks}")
    assert len(site.asked) == 2 * looks
    clock.now += REST
    assert link_checker.look(f"{site.base}/{looks}").outcome is Outcome.FAILS


def test_a_site_with_ipv6_alone_says_nothing_to_a_network_without_it(clock: Clock) -> None:
    import errno

    import httpcore

    class OldNetwork(Network):
        def connect_tcp(self, *_: object, **__: object) -> httpcore.NetworkStream:
            raise httpcore.ConnectError("no way") from OSError(errno.ENETUNREACH, "Network is unreachable")

    names = Names({"example.org": [["2606:2800:21f:cb07:6820:80da:af6b:8b2c"]]})
    link_checker = LinkChecker(pace=LocalRateLimit(clock), sleep=clock.sleep, network=OldNetwork(), resolve=names)
    seen = link_checker.look("https://example.org/a")
    assert (seen.trouble, seen.outcome) == (Trouble.OURS, Outcome.UNCLEAR)
