from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from config.celery import app
from config.clock import Clock


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    """A clock that only writes down what it sends."""
    made = Clock(app, schedule_filename=str(tmp_path / "schedule"), lazy=False)
    made.sent, made.producer = [], None
    made.apply_async = lambda entry, **_: made.sent.append(entry.name)
    return made


def ticks(clock: Clock, number: int = 40) -> None:
    for _ in range(number):
        clock.tick()


def test_what_was_just_sent_is_not_sent_again(clock: Clock) -> None:
    for entry in clock.schedule.values():
        entry.last_run_at = app.now()
    ticks(clock)
    assert "publish-what-is-due" not in clock.sent


def test_a_last_time_that_is_still_to_come_is_counted_from_now(clock: Clock) -> None:
    for entry in clock.schedule.values():
        entry.last_run_at = app.now() + timedelta(days=1)
    ticks(clock, 3)
    assert all(entry.last_run_at <= app.now() for entry in clock.schedule.values())
    clock.schedule["publish-what-is-due"].last_run_at -= timedelta(minutes=1)
    clock._heap = None
    ticks(clock)
    assert "publish-what-is-due" in clock.sent


def test_what_is_due_most_often_keeps_nothing_else_waiting(clock: Clock) -> None:
    ticks(clock, 2)
    clock.schedule["go-on-with-batches"].last_run_at = app.now() + timedelta(days=1)
    clock.tick()
    clock.schedule["go-on-with-batches"].last_run_at -= timedelta(minutes=2)
    clock._heap = None
    ticks(clock)
    assert "go-on-with-batches" in clock.sent
