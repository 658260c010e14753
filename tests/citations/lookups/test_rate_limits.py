"""Limits and breaker, shared by all processes through Valkey or kept by one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
import redis

from citations.lookups.rate_limits import FAULTS, LocalRateLimit, RateLimit, SharedRateLimit, client_of, rate_limit_of
from tests.citations.conftest import Clock


@pytest.fixture(params=["local", "shared"])
def pace(request: pytest.FixtureRequest, clock: Clock) -> RateLimit:
    if request.param == "local":
        return LocalRateLimit(clock)
    return SharedRateLimit(client_of(request.getfixturevalue("broker")))


@pytest.fixture
def host() -> str:
    return f"{uuid4().hex}.example"


def test_a_slot_that_is_too_far_away_is_refused(pace: RateLimit, host: str) -> None:
    pace.hold(host, 100)
    assert pace.slot(host, 1, 20) == pytest.approx(-100, abs=1)


def test_the_breaker_opens_after_failures_in_a_row(pace: RateLimit, host: str) -> None:
    for _ in range(FAULTS - 1):
        pace.fault(host)
    assert pace.closed_for(host) == 0
    pace.fault(host)
    assert pace.closed_for(host) > 50


def test_one_good_answer_closes_it(pace: RateLimit, host: str) -> None:
    for _ in range(FAULTS):
        pace.fault(host)
    pace.fine(host)
    pace.fault(host)
    assert pace.closed_for(host) == 0


def test_slots_follow_each_other(pace: RateLimit, host: str) -> None:
    waits = [pace.slot(host, 0.5, 20) for _ in range(4)]
    assert waits == pytest.approx([0, 0.5, 1, 1.5], abs=0.3)


def test_two_processes_share_the_slots(broker: str, host: str) -> None:
    """Each with a client of its own, as workers have; no two get the same slot."""
    waits: list[float] = []

    def take() -> None:
        own = SharedRateLimit(client_of(broker))
        waits.extend(own.slot(host, 1, 1000) for _ in range(10))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waits) == 40
    assert sorted(waits) == pytest.approx(list(range(40)), abs=1)


def test_a_server_that_is_gone_leaves_each_process_its_own_limit(tmp_path: Path, host: str, caplog) -> None:  # type: ignore[no-untyped-def]
    pace = rate_limit_of(f"redis+socket://{tmp_path}/none.sock")
    waits = [pace.slot(host, 1, 20) for _ in range(3)]
    assert waits == pytest.approx([0, 1, 2], abs=0.2)
    for _ in range(FAULTS):
        pace.fault(host)
    assert pace.closed_for(host) > 0
    pace.fine(host)
    pace.hold(host, 5)
    assert caplog.text.count("limits itself") == 1


@pytest.mark.parametrize("url", ["amqp://guest@localhost//", "sqs://", "memory://"])
def test_another_broker_leaves_each_process_its_own_limit(url: str) -> None:
    assert isinstance(rate_limit_of(url), LocalRateLimit)


@pytest.mark.parametrize(
    ("url", "check"),
    [
        ("redis+socket:///run/v.sock?virtual_host=3", lambda o: (o["path"], o["db"]) == ("/run/v.sock", 3)),
        ("redis://:pw@cache.example:6380/2", lambda o: (o["host"], o["port"], o["db"]) == ("cache.example", 6380, 2)),
        ("valkey://cache.example/1", lambda o: (o["host"], o["db"]) == ("cache.example", 1)),
    ],
)
def test_it_reads_the_brokers_address(url: str, check: Callable[[dict[str, object]], bool]) -> None:
    client: redis.Redis = client_of(url)
    assert check(client.connection_pool.connection_kwargs)
