"""Posts that are brought in together: each a row, so that workers share a batch and a killed one loses nothing.

A few posts become drafts, are read by the engine and ticked off in one transaction: they are done, or they wait. Where
they do not come in together, each comes in by itself. The sweep sends batches again that were left lying.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from celery import current_app
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.exports.archives import with_pictures
from articles.exports.posts import PictureFile, Post, Unread
from articles.models import PictureInBatch, PostBatch, PostInBatch
from articles.services import batch_pictures
from articles.services.errors import ServiceError, require
from articles.services.imported_people import know_topics
from articles.services.post_in_batch import REFUSALS, Opened, bring_in, open_posts, refuse
from evidence.cycles import unsearched

logger = logging.getLogger(__name__)

TASK = "articles.tasks.work_off_posts"
LANES = 2
"""Messages that are sent for a batch: as many workers share it [house]."""
CHUNK = 20
"""Posts that a worker takes at a time, so that others take the next: together they ask the database hardly more than
one does [house]. Towards the end it takes fewer, so that no worker is left with many while the others are through."""
FEW = 10
"""Posts that it takes even then."""
TOGETHER = 200_000
"""Bytes of posts that are brought in together [house]: some seconds of the engine."""
LEASE = timedelta(minutes=3)
"""How long a worker has for what it took, before another may take it: more than one post's deadlines together."""
MOST_ATTEMPTS = 5
"""How often a post is begun before it is given up: a worker may be killed for reasons of its own."""
TURNS = 5
"""Times that a post is begun where two workers were in each other's way."""
IN_THE_WAY = ("40P01", "40001")
"""Deadlock and serialisation failure, as PostgreSQL calls them."""
LONGEST_SLICE = 90.0
"""Seconds of a task; then the batch goes to the end of the queue. Below the time limit that Celery sets."""
KEPT = timedelta(days=90)
"""How long the report of a batch stays after its end [house]."""
_ROWS, _BYTES = 200, 8_000_000


class BatchRefused(ServiceError):
    """There is nothing to bring in; the message says why and what to do."""


@transaction.atomic
def start(
    *,
    title: str,
    posts: Iterable[Post | Unread | PictureFile],
    by: User,
    old_addresses: str = "",
    names_are_titles: bool = False,
    lanes: int = LANES,
) -> PostBatch:
    """Keeps posts to be brought in with the pictures beside them, and sends for workers once they are kept (`lanes` of
    them; none for 0).

    `old_addresses` says how addresses were made, as "/blog/{year}/{month}/{slug}/". Raises NotAllowed and BatchRefused,
    and what reading the posts raises: nothing is kept then.
    """
    require(by, "add_article", "add articles")
    batch: PostBatch = PostBatch.objects.create(
        title=title[:200], by=by, old_addresses=_pattern(old_addresses), names_are_titles=names_are_titles
    )
    waiting: list[PostInBatch | PictureInBatch] = []
    size = held = 0
    for post in with_pictures(posts):
        if isinstance(post, PictureFile):
            waiting += batch_pictures.rows_of(batch, [(post.name, post.data)])
        else:
            size += 1
            waiting.append(_row(batch, size, post))
        held += len(waiting[-1].data or b"")
        if len(waiting) >= _ROWS or held > _BYTES:
            _kept(waiting)
            waiting, held = [], 0
    _kept(waiting)
    if not size:
        raise BatchRefused(
            "No posts were found. Send .md, .txt, .html or .docx files, or an export of WordPress or Ghost."
        )
    batch.size = size
    batch.save(update_fields=["size"])
    _send(batch.pk, lanes)
    return batch


def _kept(rows: Iterable[PostInBatch | PictureInBatch]) -> None:
    posts = [row for row in rows if isinstance(row, PostInBatch)]
    pictures = [row for row in rows if isinstance(row, PictureInBatch)]
    PostInBatch.objects.bulk_create(posts)
    PictureInBatch.objects.bulk_create(pictures, ignore_conflicts=True)  # of two files of one name the first counts


def _row(batch: PostBatch, number: int, post: Post | Unread) -> PostInBatch:
    name = post.name.replace("\0", "")[:300]
    if isinstance(post, Unread):
        state = PostInBatch.State.REFUSED
        return PostInBatch(batch=batch, number=number, name=name, state=state, reason=post.reason[:500])
    return PostInBatch(batch=batch, number=number, name=name, meta=_plain(post.meta), data=post.data)


def _plain(value: Any) -> Any:
    """Values of front matter as JSON has them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    return value.replace("\0", "") if isinstance(value, str) else value


def _pattern(text: str) -> str:
    """How old addresses were made. Raises BatchRefused for what no address can be made of."""
    text = text.strip()
    if text and "{slug}" not in text:
        raise BatchRefused("Say how addresses were made with {slug} in it, such as /blog/{year}/{month}/{slug}/.")
    try:
        text.format(slug="a", year="2020", month="01", day="02")
    except (KeyError, IndexError, ValueError) as error:
        raise BatchRefused(
            "In old addresses {slug}, {year}, {month} and {day} stand for parts, and no others."
        ) from error
    return f"/{text.lstrip('/')}"[:200] if text else ""


def _send(pk: int, lanes: int) -> None:
    def send() -> None:
        for _ in range(lanes):
            current_app.send_task(TASK, kwargs={"batch_id": pk})

    transaction.on_commit(send, robust=True)


# --- Working off -----------------------------------------------------------------------------------------------------


def work_off(
    *,
    batch_id: int,
    clock: Callable[[], float] = time.monotonic,
    longest: float | None = LONGEST_SLICE,
    told: Callable[[PostInBatch], None] = lambda _: None,
) -> None:
    """Brings in the posts of a batch, as long as some wait; what is left after `longest` seconds goes to the queue.

    `told` hears of each post that is done. Only a database that cannot be reached raises (OperationalError,
    InterfaceError).
    """
    until = None if longest is None else clock() + longest
    while taken := _take(batch_id):
        for group in _groups(taken):
            with unsearched():  # some ten thousand rows and values for each post, and hardly one points back
                for row in _brought(group):
                    told(row)
        if until is not None and clock() > until:
            _send(batch_id, 1)
            return
    _end_if_done(batch_id)


Taken = tuple[int, int, int]
"""A post by its number: how often it was begun before, and its bytes."""


@transaction.atomic
def _take(batch_id: int) -> list[Taken]:
    """Posts that wait and that nobody is at; from now on this worker is."""
    now = timezone.now()
    moved = PostBatch.objects.filter(pk=batch_id, state=PostBatch.State.RUNNING).update(moved_at=now)
    if not moved:
        return []
    free = Q(taken_at=None) | Q(taken_at__lt=now - LEASE)
    rows = PostInBatch.objects.filter(free, batch=batch_id, state=PostInBatch.State.WAITING).order_by("number")
    size = Coalesce(Func(F("data"), function="octet_length", output_field=IntegerField()), 0)
    waiting = rows.select_for_update(of=("self",), skip_locked=True)
    found = list(waiting.values_list("pk", "attempts", size, F("batch__size") - F("number"))[:CHUNK])
    behind = found[0][3] if found else 0  # posts come in by their numbers: so many are left about
    taken = [row[:3] for row in found[: max(FEW, behind // (2 * LANES))]]
    PostInBatch.objects.filter(pk__in=[row[0] for row in taken]).update(taken_at=now)
    return taken


def _groups(taken: Iterable[Taken]) -> Iterator[list[int]]:
    """Posts to be brought in together. One that is large, or was begun before, comes alone: others do not wait for it,
    nor end with it."""
    together: list[int] = []
    held = 0
    for pk, attempts, size in taken:
        if attempts or size > TOGETHER:
            yield [pk]
            continue
        if together and held + size > TOGETHER:
            yield together
            together, held = [], 0
        together.append(pk)
        held += size
    if together:
        yield together


def _brought(group: Sequence[int]) -> Iterator[PostInBatch]:
    """The posts of a group, whatever became of them. Where they do not come in together, each comes in by itself."""
    # Counted before they begin, since their worker may be killed.
    waiting = PostInBatch.objects.filter(pk__in=group, state=PostInBatch.State.WAITING)
    waiting.update(attempts=F("attempts") + 1)
    alone = list(group)
    if len(group) > 1:
        try:
            done, alone = _tried(group)
        except REFUSALS:
            pass  # each is told by itself what is wrong with it
        except (OperationalError, InterfaceError) as away:
            if not _in_the_way(away):
                raise
        except Exception:
            logger.exception("Posts %s could not be brought in together", group)
        else:
            yield from done
    for pk in alone:
        if row := _one(pk):
            yield row


def _one(pk: int) -> PostInBatch | None:
    """One post, whatever becomes of it; None where another worker has it."""
    try:
        done, again = _tried([pk])
        return next(iter(_tried([pk])[0] if again else done), None)
    except (OperationalError, InterfaceError, IntegrityError) as error:
        if not _in_the_way(error):
            raise
        logger.error("Post %s could not be brought in", pk, exc_info=error)
        return _refused(pk, f"It was in the way of others {TURNS} times. Send it again, alone.")
    except Exception as fault:
        logger.exception("Post %s could not be brought in", pk)
        return _refused(pk, f"Reading it failed ({type(fault).__name__}). Report it, with the file.")


def _in_the_way(error: Exception) -> bool:
    """Whether another worker was at the same: it made the same topic or work in the same moment, which is there now."""
    return isinstance(error, IntegrityError) or getattr(error.__cause__, "sqlstate", "") in IN_THE_WAY


def _tried(group: Sequence[int]) -> tuple[list[PostInBatch], list[int]]:
    """Those that are done, and those that are to come in after them. What others stood in the way of is tried again."""
    rows = PostInBatch.objects.select_related("batch__by").filter(pk__in=group, state=PostInBatch.State.WAITING)
    waiting = {row.pk: row for row in rows.order_by("number")}
    opened = open_posts([row for row in waiting.values() if row.attempts <= MOST_ATTEMPTS])
    for turn in range(1, TURNS + 1):
        try:
            know_topics(found.post for found in opened.values() if found.post)
            return _brought_in(waiting, opened)
        except (OperationalError, InterfaceError, IntegrityError) as error:
            if turn == TURNS or not _in_the_way(error):
                raise
    raise AssertionError  # the last turn returned or raised


@transaction.atomic
def _brought_in(
    waiting: Mapping[int, PostInBatch], opened: Mapping[int, Opened]
) -> tuple[list[PostInBatch], list[int]]:
    rows = PostInBatch.objects.select_for_update(of=("self",), skip_locked=True).order_by("number")
    rows = rows.filter(pk__in=waiting, state=PostInBatch.State.WAITING, batch__state=PostBatch.State.RUNNING)
    held = [waiting[pk] for pk in rows.values_list("pk", flat=True)]
    given_up = [row for row in held if row.pk not in opened]
    for row in given_up:
        refuse(row, f"The worker ended {MOST_ATTEMPTS} times over this post. Send it alone, or cut it into parts.")
    again = bring_in([row for row in held if row.pk in opened], opened) if len(given_up) < len(held) else []
    return [row for row in held if row not in again], [row.pk for row in again]


@transaction.atomic
def _refused(pk: int, reason: str) -> PostInBatch | None:
    row = PostInBatch.objects.select_for_update().filter(pk=pk, state=PostInBatch.State.WAITING).first()
    if row is not None:
        refuse(row, reason)
    return row


def _end_if_done(batch_id: int) -> None:
    waiting = PostInBatch.objects.filter(batch=OuterRef("pk"), state=PostInBatch.State.WAITING)
    open_ones = PostBatch.objects.filter(pk=batch_id, state=PostBatch.State.RUNNING)
    if open_ones.filter(~Exists(waiting)).update(state=PostBatch.State.DONE, ended_at=timezone.now()):
        batch_pictures.forget(PostBatch.objects.get(pk=batch_id))


# --- Stopping, going on, clearing ------------------------------------------------------------------------------------


@transaction.atomic
def cancel(*, batch: PostBatch, by: User) -> bool:
    """Ends a batch between two posts; what is a draft stays one. Whether there was anything to end.

    Raises PermissionDenied.
    """
    if batch.by_id != by.pk and not by.is_superuser:
        raise PermissionDenied("You may not stop the import of somebody else.")
    locked = PostBatch.objects.select_for_update().get(pk=batch.pk)
    if not locked.is_open:
        return False
    waiting = PostInBatch.objects.filter(batch=locked, state=PostInBatch.State.WAITING)
    waiting.update(state=PostInBatch.State.REFUSED, reason="The import was cancelled before its turn.")
    locked.state, locked.ended_at = PostBatch.State.CANCELLED, timezone.now()
    locked.save(update_fields=["state", "ended_at"])
    return True


@transaction.atomic
def try_again(
    *, batch: PostBatch, by: User, post: int | None = None, names_are_titles: bool = False, lanes: int = LANES
) -> int:
    """Has the posts that were not brought in read once more, or the one of this number; how many wait again.

    With `names_are_titles` the names of files are titles from now on, where a post has none. What could not be taken
    out of its file has nothing to be read. Raises PermissionDenied, and BatchRefused where nothing can be tried.
    """
    if batch.by_id != by.pk and not by.is_superuser:
        raise PermissionDenied("You may not take up the import of somebody else.")
    require(by, "add_article", "add articles")
    locked = PostBatch.objects.select_for_update().get(pk=batch.pk)
    rows = locked.posts.that_can_be_tried_again()
    if post is not None:
        rows = rows.filter(number=post)
    number: int = rows.update(state=PostInBatch.State.WAITING, reason="", attempts=0, taken_at=None)
    if not number:
        raise BatchRefused("None of these can be tried again. Mend the file and send it once more.")
    locked.names_are_titles = locked.names_are_titles or names_are_titles
    locked.state, locked.ended_at, locked.moved_at = PostBatch.State.RUNNING, None, timezone.now()
    locked.save(update_fields=["names_are_titles", "state", "ended_at", "moved_at"])
    _send(locked.pk, lanes)
    return number


def go_on(*, batch: PostBatch) -> None:
    """Frees what a worker took that is no longer there, for whoever knows that none is at it."""
    waiting = PostInBatch.objects.filter(batch=batch, state=PostInBatch.State.WAITING)
    waiting.update(taken_at=None)


def sweep(*, now: datetime) -> int:
    """Sends batches again that are left lying, and clears old reports; how many were sent."""
    with transaction.atomic():
        lying = PostBatch.objects.left_lying(now - LEASE).select_for_update(skip_locked=True)
        ids = list(lying.values_list("pk", flat=True)[:100])
        PostBatch.objects.filter(pk__in=ids).update(moved_at=now)
        for pk in ids:
            _send(pk, LANES)
    PostBatch.objects.filter(ended_at__lt=now - KEPT).delete()
    return len(ids)
