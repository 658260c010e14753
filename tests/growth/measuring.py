"""How the time for a text grows when the text doubles: CPU time of this process, the best of some rounds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from tests.growth.shapes import Shape

MOST = 2.3
"""What a doubling may multiply the time by: 2 is linear, 4 quadratic; the rest is for caches and memory."""
_ENOUGH = 0.02
"""Seconds below which the clock and what is built once say more than the text."""
_ROUNDS = 4


def growth(run: Callable[[str], object], shape: Shape, *, smallest: int = 4_000, largest: int = 128_000) -> float:
    """What a doubling multiplies the time by, over three sizes: the first that takes long enough, twice, four times.

    Other work on the machine only ever adds time, so the least of some rounds counts, and rounds go on while the
    ratio is too high. One that stays too high may be a step, where longer texts are read in another way: then the
    next size is tried, up to four times `largest`; what grows faster than the text does so there as well. Below
    `_ENOUGH` seconds at `largest` characters there is nothing to measure, and the ratio is 0.
    """
    size = smallest
    run(shape.text(smallest))
    while _seconds(run, shape.text(size)) < _ENOUGH:
        if size >= largest:
            return 0.0
        size *= 2
    ratio = _ratio(run, shape, size)
    while ratio >= MOST and size < largest:
        size *= 2
        ratio = _ratio(run, shape, size)
    return ratio


def _ratio(run: Callable[[str], object], shape: Shape, size: int) -> float:
    first, last = _seconds(run, shape.text(size)), _seconds(run, shape.text(4 * size))
    for _ in range(_ROUNDS):
        if (ratio := (last / first) ** 0.5) < MOST:
            return ratio
        first, last = (min(best, _seconds(run, shape.text(n))) for best, n in ((first, size), (last, 4 * size)))
    return (last / first) ** 0.5


def _seconds(run: Callable[[str], object], text: str) -> float:
    # The garbage collector looks through everything that lives, however short the text: it would hide the growth.
    gc.disable()
    try:
        began = time.process_time()
        run(text)
        return time.process_time() - began
    finally:
        gc.enable()
