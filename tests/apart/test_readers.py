"""What is read apart: late, greedy and dying work is refused in words, and the next text is read all the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from apart import Busy, Reader, readers
from apart.readers import IN_HAND
from config.settings import BASE_DIR
from evidence.deadline import TooIntricateError
from tests.apart import work


@pytest.fixture(scope="module")
def kept() -> Iterator[Reader]:
    """One process for all tests: it takes seconds to start."""
    reader = Reader("tested")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readers, "START_SECONDS", 300)  # on a machine that has a dozen other things to do
        yield reader
    reader.end()


@pytest.fixture
def reader(kept: Reader, settings: Any) -> Reader:
    settings.READ_APART = True
    return kept


@pytest.mark.parametrize("late", [work.asking, work.unasking])
def test_what_takes_too_long_is_refused_though_it_looks_at_no_clock(late: Callable[[], Any], reader: Reader) -> None:
    began = time.monotonic()
    with pytest.raises(TooIntricateError, match=r"within 0\.5 seconds"):
        reader.run(late, seconds=0.5, wait=1)()
    assert time.monotonic() - began < 60
    assert reader.run(work.doubled, seconds=30, wait=1)(4, plus=1) == 9


def test_what_takes_too_much_memory_is_refused_and_the_process_goes_on(reader: Reader) -> None:
    before = reader.run(work.where, seconds=30, wait=1)()
    with pytest.raises(TooIntricateError):
        reader.run(work.hoarding, seconds=30, wait=1)()
    assert reader.run(work.where, seconds=30, wait=1)() == before


def test_a_process_that_is_killed_is_followed_by_another(reader: Reader) -> None:
    first, _ = reader.run(work.where, seconds=30, wait=1)()
    os.kill(first, signal.SIGKILL)
    second, _ = reader.run(work.where, seconds=30, wait=1)()
    assert second != first


def test_what_a_function_raises_is_raised_here_with_where_it_came_from(reader: Reader) -> None:
    with pytest.raises(ValueError, match="No such animal") as raised:
        reader.run(work.refuse, seconds=30, wait=1)("No such animal")
    assert "work.py" in raised.value.__notes__[0]
    with pytest.raises(RuntimeError, match=r"work\.py"):
        reader.run(work.odd, seconds=30, wait=1)()


def test_who_waits_too_long_for_a_turn_is_told_so(reader: Reader) -> None:
    with reader.turn, pytest.raises(Busy, match="in a moment"):
        reader.run(work.doubled, seconds=30, wait=0.01)(1)


def test_threads_get_their_own_answers(reader: Reader) -> None:
    answers: dict[int, int] = {}

    def ask(number: int) -> None:
        answers[number] = reader.run(work.doubled, seconds=30, wait=60)(number)

    for first in range(0, 12, IN_HAND):
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(first, first + IN_HAND)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == {number: 2 * number for number in range(12)}


def test_who_comes_where_enough_wait_is_told_at_once_so_that_threads_are_left_for_pages(reader: Reader) -> None:
    answers: list[int] = []
    waiting = [
        threading.Thread(target=lambda: answers.append(reader.run(work.doubled, seconds=30, wait=60)(2)))
        for _ in range(IN_HAND)
    ]
    with reader.turn:
        for thread in waiting:
            thread.start()
        give_up = time.monotonic() + 30
        while reader.in_hand < IN_HAND:
            assert time.monotonic() < give_up
            time.sleep(0.01)
        began = time.monotonic()
        with pytest.raises(Busy):
            reader.run(work.doubled, seconds=30, wait=60)(1)
        assert time.monotonic() - began < 30
    for thread in waiting:
        thread.join()
    assert answers == [4] * IN_HAND


def test_the_process_stands_behind_this_one(reader: Reader) -> None:
    process, nice = reader.run(work.where, seconds=30, wait=1)()
    assert process != os.getpid()
    assert nice >= min(19, os.nice(0) + 5)


def test_a_process_that_does_not_start_says_nothing_of_the_text(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.READ_APART = True
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Busy):
        Reader("broken").run(work.doubled, seconds=30, wait=1)(1)


def test_a_process_can_be_begun_before_it_is_needed(settings: Any) -> None:
    settings.READ_APART = True
    reader = Reader("begun")
    reader.prepare()
    give_up = time.monotonic() + 60
    while not reader.running:
        assert time.monotonic() < give_up
        time.sleep(0.01)
    reader.end()
    settings.READ_APART = False
    reader.prepare()
    assert not reader.running


def test_with_the_setting_off_the_function_runs_here_within_its_time(settings: Any) -> None:
    settings.READ_APART = False
    reader = Reader("none")
    assert reader.run(work.where, seconds=30, wait=1)()[0] == os.getpid()
    with pytest.raises(TooIntricateError):
        reader.run(work.asking, seconds=0.1, wait=1)()


ALONE = """
import os, signal
from apart import readers
readers.START_SECONDS = 300
from apart import Reader
from tests.apart import work
reader = Reader("left")
print(reader.run(work.where, seconds=30, wait=1)()[0], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_process_ends_with_the_one_that_started_it() -> None:
    variables = os.environ | {"READ_APART": "true", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    said = subprocess.run(
        [sys.executable, "-c", ALONE], cwd=BASE_DIR, env=variables, capture_output=True, text=True, check=False
    )
    number = int(said.stdout)
    give_up = time.monotonic() + 20
    while _is_there(number):
        assert time.monotonic() < give_up
        time.sleep(0.05)


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
