from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from citations.links.checking import LinkChecker
from citations.lookups.rate_limits import LocalRateLimit
from tests.citations.conftest import Clock
from tests.citations.links.sites import Network, Reply, Site, serving


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    """A site of this machine, which may be asked here; the page that proves our own network to work is on it too."""
    with serving() as played:
        settings.LINK_CHECKS = True
        settings.LINK_CHECK_LOOPBACK = True
        settings.LINK_CHECK_CONTROL_URL = f"{played.base}/control"
        settings.CONTACT_EMAIL = "newsroom@example.org"
        settings.LOOKUP_CONNECT_SECONDS = settings.LOOKUP_READ_SECONDS = settings.LOOKUP_TOTAL_SECONDS = 1
        played.answers["/control"] = Reply()
        yield played


@pytest.fixture
def link_checker(site: Site, clock: Clock) -> LinkChecker:
    """Looks at the site of this machine, and never really waits for its turn."""
    return LinkChecker(pace=LocalRateLimit(clock), sleep=clock.sleep)


@pytest.fixture
def outside() -> Network:
    """The internet, in which nothing is."""
    return Network()
