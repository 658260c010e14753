"""The services that know works, played by a server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import uuid4

import httpx
import pytest
from pytest_django import Settings

from citations.lookups.rate_limits import LocalRateLimit
from citations.lookups.session import Session
from tests.citations.services_server import Services, serving


@dataclass
class Clock:
    """A clock that moves when somebody sleeps, and not otherwise."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(settings: Settings) -> Iterator[Services]:
    with serving() as played:
        settings.LOOKUPS = True
        settings.CROSSREF_BASE_URL = f"{played.base}/crossref"
        settings.PUBMED_BASE_URL = f"{played.base}/eutils"
        settings.PMC_IDCONV_BASE_URL = f"{played.base}/idconv"
        settings.OPENALEX_BASE_URL = f"{played.base}/openalex"
        settings.CONTACT_EMAIL = "newsroom@example.org"
        settings.LOOKUP_CONNECT_SECONDS = 1
        settings.LOOKUP_READ_SECONDS = 1
        # Not by the address: ports come back, and with them what an earlier test was told there.
        place = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": uuid4().hex}
        settings.CACHES = {**settings.CACHES, "lookups": place}
        yield played


@pytest.fixture
def asking(services: Services, clock: Clock) -> Session:
    """A session that never really waits."""
    client = httpx.Client(timeout=2, verify=False, headers={"Accept-Encoding": "gzip"})  # noqa: S501 - no TLS here
    return Session(pace=LocalRateLimit(clock), sleep=clock.sleep, clock=clock, client=client)
