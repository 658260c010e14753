"""Draws the smaller sizes of pictures that were uploaded before there were any, and ends the pages that show them.

Some at a time, by name, so that one run never holds a worker for long; what was drawn is not drawn again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.core.files.storage import default_storage
from django.db import connection

from articles.rendering import picture_sizes

logger = logging.getLogger(__name__)

FOLDER = "images"
"""Where uploads lie, by year and month."""
BATCH = 20
"""Pictures looked at per run: each takes up to two seconds."""


@dataclass(frozen=True, slots=True)
class Run:
    """`last` is the name that the next run goes on behind, "" at the end; `drawn` the pictures that got sizes."""

    last: str
    drawn: int


def draw_missing(*, after: str = "", most: int = BATCH) -> Run:
    """Looks at the next `most` pictures behind the name `after`."""
    names = list(islice(_names(after), most))
    drawn = sum(_draw(name) for name in names)
    return Run(names[-1] if len(names) == most else "", drawn)


def end_pages() -> int:
    """Marks all articles that are kept to be rendered anew: no row tells which of them show a picture. How many."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_storedpage SET stale = true, purge = true WHERE kind = 'article' AND NOT stale")
        return int(cursor.rowcount)


def _draw(name: str) -> bool:
    try:
        if not picture_sizes.lacks(name):
            return False
        with default_storage.open(name) as file:
            return bool(picture_sizes.draw(name, file.read()))
    except (OSError, ValueError, SyntaxError) as problem:  # one picture must not keep the others from being drawn
        logger.warning("The picture %s has no smaller sizes: %s", name, problem)
        return False


def _names(after: str, folder: str = FOLDER) -> Iterator[str]:
    """The pictures as they were uploaded, in the order of their names."""
    if not default_storage.exists(folder):
        return
    folders, files = default_storage.listdir(folder)
    for entry in sorted([*files, *(f"{inner}/" for inner in folders)]):
        name = f"{folder}/{entry}"
        if entry.endswith("/"):
            if f"{name}\uffff" > after:  # a folder that an earlier run has been through is not listed
                yield from _names(after, name.rstrip("/"))
        elif name > after and not picture_sizes.is_smaller_size(name):
            yield name
