"""Keeps Python from looking for cycles while a text is read: it would go through all that lives, again and again.

In: a block of work. Out: nothing; the search goes on behind the block as it was before.
May not import: any room.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 500_000
"""So many more values than before make Python look for cycles among them: those of some thirty articles."""


@contextmanager
def unsearched() -> Iterator[None]:
    """No search for cycles inside: the engine makes many values for each sentence, and hardly one points back.

    What is no longer used goes at once all the same, by the count of its uses. A program that searches by itself or
    not at all is left alone, and so is the search where a block around this one already keeps it off. One that runs
    in several threads searches again as soon as the first of them is through.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def search_seldom() -> None:
    """For a process that loads the engine, reads some files and ends: a search for cycles only once very many values
    were made, and none at the end, where nothing that lives needs to be gone through any more."""
    first, *others = gc.get_threshold()
    if 0 < first < _SELDOM:
        gc.set_threshold(_SELDOM, *others)
    atexit.register(gc.freeze)
