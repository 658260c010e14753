"""The pictures that came with a post that is imported by itself, in a Word document or beside it in an archive: put
among the uploads, by the rules of any upload."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth.models import User

from articles.exports.picture_places import Places
from articles.exports.word_pictures import placed
from articles.services.errors import require
from articles.services.recognising import pictures_in, with_addresses
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
    placed(text, lambda address: asked.setdefault(unquote(address), address))
    if not asked:
        return Kept(placed(text, str))
    found = pictures_of(document, largest=settings.IMAGE_MAX_MB * 1024 * 1024)
    wanted = ((asked[name], data) for name, data in found if name in asked)
    kept, missing = _stored(wanted, asked.values(), "it is not in the document, or damaged", clock)
    return Kept(placed(text, lambda address: kept.get(address, address)), missing)


def keep_beside(
    *,
    text: str,
    name: str,
    pictures: Iterable[tuple[str, bytes]],
    by: User,
    clock: Callable[[], float] = time.monotonic,
) -> Kept:
    """Takes in those of the `pictures`, by their names in an archive, that the text of the post `name` in it shows.
    What stands on another site keeps its address. Raises NotAllowed."""
    require(by, "add_article", "add articles")
    held = dict(pictures)
    places = Places(held)
    asked = [picture.address for picture in pictures_in(text)]
    files = {one: places.find(one, post=name) for one in asked}
    own = [one for one, file in files.items() if file or not _elsewhere(one)]
    wanted = ((one, held[file]) for one, file in files.items() if file)
    kept, missing = _stored(wanted, own, "it is not in the archive", clock)
    return Kept(with_addresses(text, kept), missing)


def _elsewhere(address: str) -> bool:
    return "://" in address or address.startswith(("data:", "//"))


def _stored(
    wanted: Iterable[tuple[str, bytes]], asked: Iterable[str], lacking: str, clock: Callable[[], float]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Addresses among the uploads by those in the text, and what became of the others, in words."""
    until = clock() + LONGEST
    kept: dict[str, str] = {}
    missing = dict.fromkeys(asked, lacking)
    for address, data in wanted:
        if len(kept) >= MOST or clock() > until:
            missing[address] = "there are too many pictures to take in at once. Put it in by hand"
            continue
        try:
            kept[address] = store_bytes(data)
            del missing[address]
        except ImageRefused as problem:
            missing[address] = str(problem).rstrip(".")
    return kept, tuple(f"{unquote(one).rpartition('/')[2]}: {reason}." for one, reason in missing.items())
