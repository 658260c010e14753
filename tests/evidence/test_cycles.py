from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest

from evidence import assess, open_document, read
from evidence.cycles import unsearched

TEXT = "# Naps\n\nNaps lower blood pressure [1].\n\n## References\n\n1. Bell A. Naps. Sleep. 2012;3:4-9.\n"


@pytest.fixture(autouse=True)
def searching() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


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
