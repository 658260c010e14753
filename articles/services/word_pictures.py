"""The pictures of a Word document that is imported by itself: put among the uploads, by the rules of any upload."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth.models import User

from articles.exports.word_pictures import placed
from articles.services.errors import require
from articles.services.uploads import ImageRefused, store_bytes
from evidence.opening.word.pictures import pictures_of

MOST = 40
"""Pictures of one document that are taken in [house]."""
LONGEST = 20.0
"""Seconds after which no further picture is begun [house]: somebody waits."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The text with addresses of uploads, and what became of the pictures that are not among them, in words."""

    text: str
    missing: tuple[str, ...] = ()


def keep(*, text: str, document: bytes, by: User, clock: Callable[[], float] = time.monotonic) -> Kept:
    """Takes in the pictures that the text of a document names. Raises NotAllowed."""
    require(by, "add_article", "add articles")
    asked: dict[str, str] = {}
    placed(text, lambda address: asked.setdefault(address, address))
    if not asked:
        return Kept(placed(text, str))
    until = clock() + LONGEST
    kept: dict[str, str] = {}
    missing: dict[str, str] = dict.fromkeys(asked, "it is not in the document, or damaged")
    for name, data in pictures_of(document, largest=settings.IMAGE_MAX_MB * 1024 * 1024):
        address = next((address for address in asked if unquote(address) == name), "")
        if not address:
            continue
        if len(kept) >= MOST or clock() > until:
            missing[address] = "there are too many pictures to take in at once. Put it in by hand"
            continue
        try:
            kept[address] = store_bytes(data)
            del missing[address]
        except ImageRefused as problem:
            missing[address] = str(problem).rstrip(".")
    told = tuple(f"{unquote(address).rpartition('/')[2]}: {reason}." for address, reason in missing.items())
    return Kept(placed(text, lambda address: kept.get(address, address)), told)
