"""How long the engine may take over one text, as its caller says: what takes longer is refused, never half read.

In: seconds, and a clock of the caller's. Out: TooIntricateError, from wherever the time is over.
May not import: any room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")


class TooIntricateError(ValueError):
    """The text takes longer to read than the caller allows. The message says so and what to do."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"This text is too intricate to read within {seconds:g} seconds. Cut it into parts, and look for endless "
            "runs of the same signs, such as brackets, tags or spaces."
        )
        self.seconds = seconds

    def __reduce__(self) -> tuple[type[TooIntricateError], tuple[float]]:
        return type(self), (self.seconds,)


class Deadline(NamedTuple):
    """`seconds` from when it is made, by a clock that counts seconds and never goes back, such as `time.monotonic`.

    The engine reads no clock of its own: without a deadline it takes the time that it takes.
    """

    seconds: float
    clock: Callable[[], float]
    began: float

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float]) -> Deadline:
        return cls(seconds, clock, clock())

    def check(self) -> None:
        """Raises TooIntricateError where the time is over."""
        if self.clock() - self.began > self.seconds:
            raise TooIntricateError(self.seconds)


_kept: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def within(deadline: Deadline | None) -> Iterator[None]:
    """All that the engine does inside keeps the deadline; with None the one around it goes on to hold, if any."""
    if deadline is None:
        yield
        return
    token = _kept.set(deadline)
    try:
        yield
    finally:
        _kept.reset(token)


def check() -> None:
    """Raises TooIntricateError where the time that the caller allows is over. Asked wherever a text is gone through."""
    deadline = _kept.get()
    if deadline is not None and deadline.clock() - deadline.began > deadline.seconds:
        raise TooIntricateError(deadline.seconds)


def paced(items: Iterable[Item]) -> Iterator[Item]:
    """The same items, with a look at the deadline, if there is one, before each and behind the last."""
    deadline = _kept.get()
    return iter(items) if deadline is None else _watched(items, deadline)


def _watched(items: Iterable[Item], deadline: Deadline) -> Iterator[Item]:
    seconds, clock, began = deadline  # asked for every item of a text: each look is one call
    for item in items:
        if clock() - began > seconds:
            raise TooIntricateError(seconds)
        yield item
    deadline.check()
