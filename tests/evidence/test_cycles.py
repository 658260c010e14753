from __future__ import annotations

import atexit
import gc
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

from evidence import assess, open_document, read
from evidence.command.cli import main
from evidence.cycles import search_seldom, unsearched

TEXT = "# Naps\n\nNaps lower blood pressure [1].\n\n## References\n\n1. Bell A. Naps. Sleep. 2012;3:4-9.\n"


@pytest.fixture(autouse=True)
def searching() -> Iterator[None]:
    gc.enable()
    held = gc.get_threshold()
    yield
    gc.enable()
    gc.set_threshold(*held)
    atexit.unregister(gc.freeze)


def test_the_search_goes_on_behind_a_block_that_fails() -> None:
    with pytest.raises(ValueError, match="oh"), unsearched():
        raise ValueError("oh")
    assert gc.isenabled()


def test_a_program_that_does_without_the_search_is_left_alone() -> None:
    gc.disable()
    with unsearched():
        pass
    assert not gc.isenabled()


def test_a_block_inside_another_leaves_the_search_off() -> None:
    with unsearched():
        with unsearched():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.parametrize("own", [0, 10_000_000])
def test_a_process_that_searches_more_seldom_or_never_keeps_its_own_way(own: int) -> None:
    gc.set_threshold(own, 10, 10)
    search_seldom()
    assert gc.get_threshold() == (own, 10, 10)


def test_a_process_that_is_the_commands_own_searches_seldom() -> None:
    words = "import sys, gc; sys.argv[1:] = ['explain', '--all']; from evidence.command.cli import main"
    told = "main(); print(gc.get_threshold()[0])"
    answer = subprocess.run([sys.executable, "-c", f"{words}; {told}"], capture_output=True, text=True, check=True)
    assert int(answer.stdout.split()[-1]) > 100_000


def test_a_command_that_a_program_calls_leaves_its_search_alone() -> None:
    held = gc.get_threshold()
    main(["explain", "--all"])
    assert gc.get_threshold() == held


@pytest.mark.parametrize("work", ["read", "open", "assess"])
def test_nothing_is_searched_while_a_text_is_read_or_judged(work: str) -> None:
    document = read(TEXT, "markdown")
    searches: list[str] = []

    def told(phase: str, info: dict[str, int]) -> None:
        searches.append(phase)

    held = gc.get_threshold()
    gc.collect()
    gc.callbacks.append(told)
    try:
        gc.set_threshold(1)
        searches.clear()
        if work == "read":
            read(TEXT, "markdown")
        elif work == "open":
            open_document("naps.md", TEXT.encode())
        else:
            assess(document, today=date(2026, 1, 1))
        during = len(searches)
    finally:
        gc.set_threshold(*held)
        gc.callbacks.remove(told)
    assert during < 60
    assert gc.isenabled()
