"""Asking a service: every fault ends in time, within bounds and with a reason, and none is taken for an answer."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_django import Settings

from citations.lookups import endpoints
from citations.lookups.errors import Malformed, NoAnswer, NotFound, RateLimited, Refused, Unreachable
from citations.lookups.rate_limits import FAULTS, REST, LocalRateLimit
from citations.lookups.response_status import retry_after
from citations.lookups.session import TRIES, Session
from tests.citations.conftest import Clock
from tests.citations.local_server import drip_headers, flood
from tests.citations.services_server import Reply, Services, as_json, as_xml, packed

PATH = "/crossref/works/10.5555/x"
GOOD = as_json({"message": {"DOI": "10.5555/x"}})


def ask(asking: Session, **more: Any) -> Any:
    return asking.json(endpoints.crossref(), "works/10.5555/x", {}, **more).record


def stall(handler: Any) -> None:
    """Says nothing until the client has gone."""
    handler.connection.settimeout(5)
    handler.connection.recv(1)


def drip(handler: Any) -> None:
    """A body that comes for ever, a little at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
    try:
        for _ in range(10_000):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.005)
    except OSError:
        return


def cut_short(handler: Any) -> None:
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n')


FAULTY = {
    "a server error": (Reply(b"oops", 500), Unreachable, TRIES),
    "too many requests": (Reply(b"", 429), RateLimited, TRIES),
    "too many requests for an hour": (Reply(b"", 429, (("Retry-After", "3600"),)), RateLimited, 1),
    "a key that is wrong": (Reply(b"", 403), Refused, 1),
    "a question it cannot use": (Reply(b"", 400), Malformed, 1),
    "JSON that breaks off": (Reply(b'{"message": {'), Malformed, 1),
    "JSON that is a list": (Reply(b"[]"), Malformed, 1),
    "JSON nested without end": (Reply(b"[" * 200_000), Malformed, 1),
    "nothing": (Reply(b""), Malformed, 1),
    "a page that says sorry": (Reply(b"<!DOCTYPE html><html><body>Sorry</body></html>"), Malformed, 1),
    "a body shorter than said": (Reply(b'{"message": {}}', length=500), Unreachable, TRIES),
    "a body cut off": (Reply(raw=cut_short), Unreachable, TRIES),
    "a redirect to itself": (Reply(b"", 302, (("Location", PATH),)), Malformed, 4),
    "a redirect to another site": (Reply(b"", 302, (("Location", "http://127.0.0.2/"),)), Malformed, 1),
    "a redirect to nowhere": (Reply(b"", 302), Malformed, 1),
    "100 MB": (Reply(raw=flood), Malformed, 1),
    "100 MB, announced": (Reply(b"", length=100_000_000), Malformed, 1),
    "100 MB, packed": (lambda: packed(Reply(b"a" * 100_000_000)), Malformed, 1),
    "what is packed and is not": (Reply(b"abc", headers=(("Content-Encoding", "gzip"),)), Malformed, 1),
    "a closed line": (Reply(raw=lambda handler: None), Unreachable, TRIES),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_fault_is_no_answer_and_is_asked_again_within_bounds(fault: str, services: Services, asking: Session) -> None:
    reply, problem, times = FAULTY[fault]
    services.answers[PATH] = reply() if callable(reply) else reply
    with pytest.raises(problem):
        ask(asking)
    assert len(services.asked) == times


def test_a_service_that_says_nothing_is_left_after_the_time_set(
    services: Services, asking: Session, settings: Settings
) -> None:
    settings.LOOKUP_READ_SECONDS = 0.05
    asking = Session(pace=asking.pace, sleep=asking._sleep, clock=asking._clock)
    services.answers[PATH] = Reply(raw=stall)
    with pytest.raises(Unreachable, match="in time"):
        ask(asking)
    assert len(services.asked) == TRIES


@pytest.mark.parametrize("how", [drip, drip_headers])
def test_an_answer_that_drips_is_left_after_the_time_set(
    how: Callable[[Any], None], services: Services, clock: Clock, settings: Settings
) -> None:
    settings.LOOKUP_TOTAL_SECONDS = 0.1
    asking = Session(pace=LocalRateLimit(clock), sleep=clock.sleep)
    services.answers[PATH] = Reply(raw=how)
    began = time.monotonic()
    with pytest.raises(Unreachable, match="in time"):
        ask(asking)
    assert time.monotonic() - began < 5


def test_a_name_that_cannot_be_resolved_is_no_answer(
    services: Services, asking: Session, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    settings.CROSSREF_BASE_URL = "https://no-such-host.invalid"
    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(Unreachable, match="cannot be reached: its name is not found, as if this machine were offline"):
        ask(asking)


def test_a_service_that_is_not_there_is_no_answer(services: Services, asking: Session, settings: Settings) -> None:
    settings.CROSSREF_BASE_URL = "http://127.0.0.1:9"
    with pytest.raises(Unreachable):
        ask(asking)


def test_not_knowing_a_work_is_an_answer(services: Services, asking: Session) -> None:
    with pytest.raises(NotFound):
        ask(asking)
    assert not issubclass(NotFound, NoAnswer)


@pytest.mark.parametrize("body", ["<a><b></a>", "<a>", "", "<html><body>Sorry</body></html>", "text"])
def test_what_is_not_whole_xml_is_no_answer(body: str, services: Services, asking: Session) -> None:
    services.answers["/eutils/efetch.fcgi"] = as_xml(body)
    with pytest.raises(Malformed):
        asking.xml(endpoints.pubmed(), "efetch.fcgi", {})


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x "boom">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!ENTITY a "aaaa"><!ENTITY x "&a;&a;">',
    ],
)
def test_declared_entities_are_refused(declared: str, services: Services, asking: Session) -> None:
    services.answers["/eutils/efetch.fcgi"] = as_xml(f"<!DOCTYPE a [{declared}]><a>&x;</a>")
    with pytest.raises(Malformed):
        asking.xml(endpoints.pubmed(), "efetch.fcgi", {})


def test_xml_nested_without_end_is_refused(services: Services, asking: Session) -> None:
    services.answers["/eutils/efetch.fcgi"] = as_xml("<a>" * 50_000)
    with pytest.raises(Malformed):
        asking.xml(endpoints.pubmed(), "efetch.fcgi", {})


def test_what_passes_by_itself_is_asked_again(services: Services, asking: Session, clock: Clock) -> None:
    services.answers[PATH] = [Reply(b"", 503), Reply(b"", 429, (("Retry-After", "7"),)), GOOD]
    assert ask(asking)["message"]["DOI"] == "10.5555/x"
    assert len(services.asked) == 3
    assert 0.5 <= clock.slept[0] <= 1
    assert sum(clock.slept) >= 7.5


def test_nobody_asks_a_host_that_wants_to_be_left_alone(services: Services, asking: Session) -> None:
    services.answers[PATH] = Reply(b"", 429, (("Retry-After", "3600"),))
    with pytest.raises(RateLimited):
        ask(asking)
    with pytest.raises(RateLimited, match="more often") as problem:
        asking.json(endpoints.crossref(), "works/10.5555/y", {})
    assert problem.value.wait is not None
    assert problem.value.wait > 3000
    assert len(services.asked) == 1


def test_a_host_that_keeps_failing_is_left_alone_for_a_while(services: Services, asking: Session, clock: Clock) -> None:
    services.answers[PATH] = Reply(b"", 500)
    for _ in range(FAULTS):
        with pytest.raises(Unreachable):
            ask(asking)
    assert len(services.asked) == FAULTS
    services.answers[PATH] = GOOD
    with pytest.raises(Unreachable, match="left alone"):
        ask(asking)
    clock.now += REST + 1
    assert ask(asking)
    assert len(services.asked) == FAULTS + 1


def test_an_answer_is_kept_and_a_fresh_one_can_be_had(services: Services, asking: Session) -> None:
    services.answers[PATH] = [GOOD, as_json({"message": {"DOI": "10.5555/new"}})]
    first, again = ask(asking), ask(asking)
    assert first == again
    assert len(services.asked) == 1
    assert ask(asking, fresh=True)["message"]["DOI"] == "10.5555/new"


def test_a_kept_answer_keeps_the_day_it_was_given(services: Services, asking: Session) -> None:
    services.answers[PATH] = GOOD
    first = asking.json(endpoints.crossref(), "works/10.5555/x", {})
    assert asking.json(endpoints.crossref(), "works/10.5555/x", {}).at == first.at


def test_failures_are_never_kept(services: Services, asking: Session) -> None:
    services.answers[PATH] = [Reply(b"<html></html>"), GOOD]
    with pytest.raises(Malformed):
        ask(asking)
    assert ask(asking)


def test_it_says_who_asks(services: Services, settings: Settings, clock: Clock) -> None:
    settings.NCBI_API_KEY = "secret"
    services.answers[PATH] = GOOD
    services.answers["/eutils/efetch.fcgi"] = as_xml("<PubmedArticleSet/>")
    asking = Session(pace=LocalRateLimit(clock), sleep=clock.sleep, clock=clock)
    ask(asking)
    asking.xml(endpoints.pubmed(), "efetch.fcgi", {"id": "1"})
    assert "Citewell/" in services.headers[0]["User-Agent"]
    assert "mailto:newsroom@example.org" in services.headers[0]["User-Agent"]
    assert "api_key" not in services.asked[0]
    assert "api_key=secret" in services.asked[1]


def test_a_redirect_within_the_service_is_followed(services: Services, asking: Session) -> None:
    services.answers[PATH] = Reply(b"", 301, (("Location", "/crossref/v1/works/10.5555/x"),))
    services.answers["/crossref/v1/works/10.5555/x"] = packed(GOOD)
    assert ask(asking) == json.loads(GOOD.body)


def test_questions_keep_their_distance(services: Services, asking: Session, clock: Clock) -> None:
    services.answers[PATH] = GOOD
    for _ in range(4):
        ask(asking, fresh=True)
    assert sum(clock.slept) == pytest.approx(3 / endpoints.crossref().per_second)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("999999999999", 86_400),
        ("Mon, 23 Nov 2026 10:05:00 GMT", 300),
        ("Mon, 23 Nov 2026 09:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400),
        ("Mon, 23 Nov 99999999999999999999 10:05:00 GMT", None),
        ("Mon, 23 Nov 2026 10:05:00 +99999999999999", None),
        ("", None),
    ],
)
def test_it_reads_when_to_come_back(text: str, seconds: float | None) -> None:
    assert retry_after(text, datetime(2026, 11, 23, 10, tzinfo=UTC)) == seconds
