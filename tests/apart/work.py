"""What the tests have done apart: functions that a process of its own can import."""

from __future__ import annotations

import os
import re
import time

from evidence.deadline import check


def doubled(number: int, *, plus: int = 0) -> int:
    return 2 * number + plus


def where() -> tuple[int, int]:
    """The process, and how far it stands back."""
    return os.getpid(), os.nice(0)


def refuse(words: str) -> None:
    raise ValueError(words)


class Odd(Exception):
    """Cannot be made again from what it was packed into."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__("odd")
        self.both = one, two


def odd() -> None:
    raise Odd(1, 2)


def asking() -> None:
    """Goes on for ever, and looks at the clock."""
    while True:
        check()
        time.sleep(0.01)


def unasking() -> bool:
    """One step that no clock reaches: a pattern that goes back over and over, in C."""
    return re.match(r"(a+)+$", "a" * 60 + "b") is not None


def hoarding() -> int:
    return len(b"a" * (8 << 30))
