"""Pictures that came with the posts of a batch: each that a post shows is put among the uploads, once.

They are drawn anew like every upload, under names of our own: nothing of a file but its pixels is kept, and a file that
is no picture is told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from articles.exports.picture_places import Places
from articles.models import PictureInBatch, PostBatch, PostInBatch
from articles.services.recognising import Recognised, pictures_in, with_addresses
from articles.services.uploads import ImageRefused, store_bytes

MOST = 100
"""Pictures of one post that are taken in [house]."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A post whose pictures lead to the uploads, and what became of those that do not, in words."""

    found: Recognised
    missing: tuple[str, ...] = ()


class Pictures:
    """The pictures of one batch; their names are asked for once. `holding` are the posts that the caller is at: as long
    as pictures are drawn, which takes a second or two for each, no other worker takes them for left lying."""

    def __init__(self, batch: PostBatch, holding: Sequence[int]) -> None:
        self._batch, self._holding = batch, holding
        self._places: Places | None = None

    def shown(self, found: Recognised, *, post: str) -> Shown:
        """The post with the pictures that came with it. What stands elsewhere keeps its address."""
        asked = [picture.address for picture in found.pictures][:MOST]
        if not asked:
            return Shown(found)
        if self._places is None:
            self._places = Places(self._batch.pictures.order_by("pk").values_list("name", flat=True))
        addresses: dict[str, str] = {}
        missing = []
        for address in asked:
            name = self._places.find(address, post=post)
            if name is None:
                if "://" not in address and not address.startswith(("data:", "//")):
                    missing.append(f"{address[:100]} is not among the files")
                continue
            kept, reason = self._kept(name)
            if kept:
                addresses[address] = kept
            else:
                missing.append(f"{address[:100]}: {reason}")
        if not addresses:
            return Shown(found, tuple(missing))
        body = with_addresses(found.body, addresses)
        return Shown(replace(found, body=body, pictures=pictures_in(body)), tuple(missing))

    @transaction.atomic
    def _kept(self, name: str) -> tuple[str, str]:
        """The address of a picture among the uploads, where it is put by whoever shows it first; or "" and why not."""
        row = PictureInBatch.objects.select_for_update().get(batch=self._batch, name=name)
        if not row.address and not row.reason:
            try:
                row.address = store_bytes(bytes(row.data or b""))
            except ImageRefused as problem:
                row.reason = str(problem)[:300]
            row.data = None
            row.save(update_fields=["address", "reason", "data"])
            PostInBatch.objects.filter(pk__in=self._holding).update(taken_at=timezone.now())
        return row.address, row.reason


def forget(batch: PostBatch) -> None:
    """Frees the pictures of a batch of which no post can come in any more."""
    if not PostInBatch.objects.filter(batch=batch).that_can_be_tried_again().exists():
        batch.pictures.all().delete()


def rows_of(batch: PostBatch, pictures: Iterable[tuple[str, bytes]]) -> Sequence[PictureInBatch]:
    return [PictureInBatch(batch=batch, name=name.replace("\0", "")[-300:], data=data) for name, data in pictures]
