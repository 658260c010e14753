"""Faults of services: the work is left true, the question is put off, and the number of tries is bounded.

Each fault at one service and each service with many; `make prove` has every fault at every service.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from citations.lookups.rate_limits import LocalRateLimit
from citations.lookups.session import REDIRECTS, TRIES, Session
from citations.models import Citation, RecordedFact
from citations.services import metadata_completion
from tests.citations import samples
from tests.citations.conftest import Clock
from tests.citations.lookups.test_session import cut_short, drip, drip_headers, flood, stall
from tests.citations.services.test_metadata_completion import CROSSREF, FETCH, OPENALEX, SEARCH, add, all_answer, states
from tests.citations.services_server import Reply, Services, as_xml, packed

pytestmark = pytest.mark.django_db

SERVICES = {
    "Crossref": ("crossref", CROSSREF, "CROSSREF_BASE_URL"),
    "PubMed's search": ("pubmed", SEARCH, "PUBMED_BASE_URL"),
    "PubMed's record": ("pubmed", FETCH, "PUBMED_BASE_URL"),
    "OpenAlex": ("openalex", OPENALEX, "OPENALEX_BASE_URL"),
}
PAGE = b"<!DOCTYPE html><html><head><title>Down</title></head><body>Back soon</body></html>"
DAY_LATER = format_datetime(datetime.now(UTC) + timedelta(hours=3), usegmt=True)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def later(value: str) -> Reply:
    return Reply(b"", 429, (("Retry-After", value),))


FAULTS: dict[str, tuple[Reply | Callable[[str], Reply], int]] = {
    "429": (Reply(b"", 429), TRIES),
    "429 for seconds": (later("3"), TRIES),
    "429 for hours": (later("7200"), 1),
    "429 until a day": (later(DAY_LATER), 1),
    "429 until a day gone by": (later("Mon, 23 Nov 2020 10:00:00 GMT"), TRIES),
    "429 for thousands of years": (later("999999999999999"), 1),
    "429 for less than nothing": (later("-30"), TRIES),
    "429 until a day that is none": (later("Mon, 23 Nov 99999999999999999999 10:05:00 GMT"), TRIES),
    "503 for hours": (Reply(b"", 503, (("Retry-After", "7200"),)), 1),
    "500": (Reply(b"oops", 500), TRIES),
    "half of the JSON": (Reply(b'{"message": {"DOI": "10.5555/walk'), 1),
    "half of the XML": (as_xml("<PubmedArticleSet><PubmedArticle><MedlineCitation>"), 1),
    "JSON of another kind": (Reply(b'{"message": [], "esearchresult": [], "id": 5}'), 1),
    "nothing": (Reply(b""), 1),
    "a page": (Reply(PAGE, headers=(("Content-Type", "text/html"),)), 1),
    "a page that says it is JSON": (Reply(PAGE, headers=(("Content-Type", "application/json"),)), 1),
    "a body shorter than said": (Reply(b'{"message": {}}', length=500), TRIES),
    "a body cut off": (Reply(raw=cut_short), TRIES),
    "a redirect to itself": (lambda path: Reply(b"", 302, (("Location", path),)), REDIRECTS + 1),
    "a redirect inwards": (Reply(b"", 302, (("Location", "http://169.254.169.254/latest/meta-data/"),)), 1),
    "100 MB": (Reply(raw=flood), 1),
    "100 MB, announced": (Reply(b"", length=100_000_000), 1),
    "100 MB, packed": (lambda _: packed(Reply(b"a" * 100_000_000)), 1),
    "laughs without end": (as_xml(f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>'), 1),
    "a file of ours": (as_xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'), 1),
}


SLOW = {"silence": stall, "a drip": drip, "a drip of headers": drip_headers}


@pytest.fixture
def asking(services: Services, settings: Settings, clock: Clock) -> Session:
    """A session that has all the time it needs for an answer, and never really waits between tries."""
    settings.LOOKUP_READ_SECONDS = settings.LOOKUP_TOTAL_SECONDS = 20
    return Session(pace=LocalRateLimit(clock), sleep=clock.sleep)


@pytest.fixture
def hasty(services: Services, settings: Settings, clock: Clock) -> Session:
    """A session that soon loses patience."""
    settings.LOOKUP_READ_SECONDS = settings.LOOKUP_CONNECT_SECONDS = 0.05
    settings.LOOKUP_TOTAL_SECONDS = 0.15
    return Session(pace=LocalRateLimit(clock), sleep=clock.sleep)


def put_off(work: Citation, service: str) -> None:
    """The service has not answered, the work says so, and nothing it was to say is taken for said."""
    row = work.lookups.get(service=service)
    assert (row.state, row.attempts, row.answered_at) == ("failed", 1, None)
    assert row.message
    assert row.next_at is not None
    assert timezone.now() < row.next_at < timezone.now() + timedelta(days=1, minutes=1)
    assert not RecordedFact.objects.filter(citation=work, origin=service).exists()
    label = {"crossref": "Crossref", "pubmed": "PubMed", "openalex": "OpenAlex"}[service]
    assert label not in work.status_sources


IN_TURN = [(list(SERVICES)[at % len(SERVICES)], fault) for at, fault in enumerate(FAULTS)]


@pytest.mark.drawn(5)
@pytest.mark.parametrize(("name", "fault"), IN_TURN)
def test_a_fault_leaves_the_work_true_and_the_question_open(
    name: str, fault: str, services: Services, asking: Session
) -> None:
    leaves_the_work_true(name, fault, services, asking)


def leaves_the_work_true(name: str, fault: str, services: Services, asking: Session) -> None:
    service, path, _ = SERVICES[name]
    reply, times = FAULTS[fault]
    all_answer(services)
    services.answers[path] = reply if isinstance(reply, Reply) else reply(path)
    work = add({"DOI": samples.DOI})
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    work.refresh_from_db()
    others = {"crossref", "pubmed", "openalex"} - {service}
    assert states(work) == {service: "failed"} | dict.fromkeys(others, "found")
    put_off(work, service)
    assert services.paths().count(path) == times
    assert work.title == "Walking for sore knees: a randomised trial in older adults"
    assert work.status == "none-found"


@pytest.mark.drawn(5)
@pytest.mark.parametrize("fault", SLOW)
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_that_takes_too_long_is_left_in_time(
    name: str, fault: str, services: Services, hasty: Session
) -> None:
    service, path, _ = SERVICES[name]
    all_answer(services)
    services.answers[path] = Reply(raw=SLOW[fault])
    work = add({"DOI": samples.DOI})
    began = time.monotonic()
    metadata_completion.complete_work(citation_id=work.pk, using=hasty)
    assert time.monotonic() - began < 30
    work.refresh_from_db()
    put_off(work, service)
    assert services.paths().count(path) <= TRIES


@pytest.mark.parametrize("service", ["crossref", "pubmed", "openalex"])
def test_a_name_that_cannot_be_resolved_leaves_the_work_true(
    service: str, services: Services, asking: Session, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def resolve(host: Any, *given: Any, **more: Any) -> Any:
        if host == "127.0.0.1":
            return real(host, *given, **more)
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    all_answer(services)
    [setting] = {setting for named, _, setting in SERVICES.values() if named == service}
    setattr(settings, setting, "https://no-such-host.invalid")
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    work = add({"DOI": samples.DOI})
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    work.refresh_from_db()
    put_off(work, service)
    assert list(states(work).values()).count("found") == 2


def test_all_at_once_leave_the_work_as_it_was_pasted(services: Services, asking: Session) -> None:
    for _, path, _ in SERVICES.values():
        services.answers[path] = Reply(PAGE)
    work = add({"DOI": samples.DOI, "title": "Walking for sore knees", "type": "article-journal"})
    before = Citation.objects.filter(pk=work.pk).values().get()
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    assert Citation.objects.filter(pk=work.pk).values().get() == before
    assert (before["status"], before["status_checked"], before["status_sources"]) == ("not-checked", None, "")
