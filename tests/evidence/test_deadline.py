"""The deadline of the engine: what is over is refused, wherever the engine is; what is not changes nothing."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date

import pytest

from evidence import Deadline, TooIntricateError, assess, open_document, open_text, read
from evidence.deadline import check, paced, within
from evidence.reading import documents, reference_lists
from evidence.reading.layout import lay_out
from evidence.reading.markdown_lines import lines_of

TODAY = date(2026, 1, 1)
POST = """# Zinc

Zinc lozenges shorten colds by a third [1]. Bell (2012) found the same. Buy ColdAway Plus Powder now.

## References

1. Bell A, Coe B. Zinc and colds. J Zinc. 2012;1(2):3-9.
"""
PAGE = "<html><body><article><h1>Zinc</h1><p>Zinc shortens colds.<sup>1</sup></p></article></body></html>"


class Clock:
    """Counts how often it was asked; each look takes a second."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self) -> float:
        self.looks += 1
        return float(self.looks)


def _judge(deadline: Deadline | None) -> object:
    return assess(read(POST, deadline=deadline), today=TODAY, deadline=deadline)


def test_a_text_is_refused_at_every_look_that_finds_the_time_over() -> None:
    _judge(None)  # what is looked up once for good is looked up
    clock = Clock()
    _judge(Deadline.after(10_000, clock))
    looks = clock.looks
    assert looks > 20
    for seconds in range(0, looks - 1, 7):
        with pytest.raises(TooIntricateError, match=f"within {seconds} seconds"):
            _judge(Deadline.after(seconds, Clock()))


def test_what_is_read_in_time_is_read_as_without_a_deadline() -> None:
    assert _judge(Deadline.after(10_000, Clock())) == _judge(None)


@pytest.mark.parametrize(
    "opened",
    [
        lambda deadline: read(POST, deadline=deadline),
        lambda deadline: open_text(PAGE, deadline=deadline),
        lambda deadline: open_document("a.md", POST.encode(), deadline=deadline),
        lambda deadline: open_document("a.html", PAGE.encode(), deadline=deadline),
        lambda deadline: assess(read(POST), today=TODAY, deadline=deadline),
    ],
)
def test_each_way_into_the_engine_keeps_it(opened: Callable[[Deadline], object]) -> None:
    with pytest.raises(TooIntricateError):
        opened(Deadline.after(0, Clock()))


def test_what_stands_beside_the_prose_is_gone_through_with_an_eye_on_the_time() -> None:
    text = "## Doses\n\nTake little.\n\n" * 50
    lines = lines_of(text, 0)
    layout = lay_out(text, lines, reference_lists.find(lines, text), "markdown", guess=False, html=False)
    clock = Clock()
    with within(Deadline.after(10_000, clock)):
        list(documents._beside(layout, (), {}, 0, advertisement=False))
    assert clock.looks >= len(layout.blocks) >= 50


def test_it_ends_with_what_it_was_given_for() -> None:
    with pytest.raises(TooIntricateError), within(Deadline.after(0, Clock())):
        check()
    check()


def test_the_one_around_holds_where_no_other_is_given() -> None:
    with within(Deadline.after(0, Clock())), within(None), pytest.raises(TooIntricateError):
        list(paced("ab"))


def test_a_walk_that_spends_its_time_behind_the_last_item_is_ended_too() -> None:
    with within(Deadline.after(1.5, Clock())), pytest.raises(TooIntricateError):
        list(paced("a"))


def test_the_error_says_what_to_do_and_crosses_processes() -> None:
    error = pickle.loads(pickle.dumps(TooIntricateError(2)))  # noqa: S301 (our own)
    assert "within 2 seconds. Cut it into parts" in str(error)
