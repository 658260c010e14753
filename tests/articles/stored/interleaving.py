"""Readers and editors at once: each read is held against what was true before it began and after it ended."""

from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import connection, transaction
from django.test import Client

from articles.models import Article, Revision
from articles.services.public_record import amend
from articles.stored import keeping
from citations.models import Citation
from tests.articles.published import WHEN, approve, people, publish, snapshot, take_off, work

SLUGS = ("magnesium", "zinc", "sleep")
_VERSION = re.compile(rb"Version (\d+)\.")
SECRET = "Words of a draft that nobody approved"


@dataclass
class Truth:
    """What is committed of one article. `turn` is odd while a change is under way."""

    article: Article
    work: Citation
    number: int = 1
    retracted: bool = False
    live: bool = True
    turn: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class Tally:
    """What was done; `wanted` are the reads and edits that are to be made, so that both end together."""

    wanted: tuple[int, int] = (0, 0)
    reads: int = 0
    edits: int = 0
    compared: int = 0
    unchanged: int = 0
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, **numbers: int) -> None:
        with self.lock:
            for name, number in numbers.items():
                setattr(self, name, getattr(self, name) + number)

    @property
    def edits_are_due(self) -> bool:
        """Edits keep step with reads: unbounded, each makes the record on the page longer and reads slower."""
        reads, edits = self.wanted
        return self.edits < edits and self.edits * reads < edits * self.reads

    @property
    def edits_are_missing(self) -> bool:
        """Whether readers go on: on a busy machine editors get their turn late, and who died makes no more."""
        reads, edits = self.wanted
        return self.edits < edits and self.reads < reads * 10 and not self.faults


@transaction.atomic
def prepare() -> list[Truth]:
    people()
    truths = []
    for slug in SLUGS:
        record = Citation.objects.create(title=slug, fingerprint=slug)
        content = snapshot("Helps.", title="Version 1.", citations=[work(1, used_in=[0], doi="", work=record.pk)])
        truths.append(Truth(publish(content, slug=slug, title=SECRET, body=SECRET), record))
    return truths


def run(*, reads: int, edits: int, readers: int = 6, editors: int = 2, seed: int = 1, user: str = "") -> Tally:
    """Reads until `reads` reads and `edits` edits, spread over them, were made. Rows are committed."""
    truths, tally, ended = prepare(), Tally((reads, edits)), threading.Event()
    began = time.monotonic()
    Client().get("/nothing-here/")  # what the process loads with its first request is there before all begin at once

    def at_work(work: Callable[..., None], *given: object) -> threading.Thread:
        return threading.Thread(target=_told, args=(tally, work, *given))

    threads = [at_work(_edit, truths, tally, ended, seed + n) for n in range(editors)]
    threads += [at_work(_worker, ended)]
    readings = [
        at_work(_read, truths, tally, reads // readers, seed * 100 + n, user if n % 2 else "") for n in range(readers)
    ]
    for thread in [*threads, *readings]:
        thread.start()
    for thread in readings:
        while thread.is_alive():
            thread.join(30)
            if thread.is_alive():
                print(  # noqa: T201  one sees that it goes on
                    f"  {time.monotonic() - began:.0f} s: {tally.reads:,} reads, {tally.edits:,} edits, "
                    f"{len(tally.faults)} faults",
                    flush=True,
                )
    ended.set()
    for thread in threads:
        thread.join()
    return tally


def _told(tally: Tally, work: Callable[..., None], *given: object) -> None:
    """Whoever cannot go on is a fault: without it, nobody reading would look like nothing wrong."""
    try:
        work(*given)
    except Exception as problem:  # noqa: BLE001  whatever it is
        tally.faults.append(f"{work.__name__} ended with {problem!r}")
    finally:
        connection.close()


def _worker(ended: threading.Event) -> None:
    while not ended.wait(0.05):
        keeping.refresh()


def _edit(truths: list[Truth], tally: Tally, ended: threading.Event, seed: int) -> None:
    chance = random.Random(seed)
    while not ended.wait(chance.random() * 0.03):
        if not tally.edits_are_due:
            continue
        one = chance.choice(truths)
        with one.lock:
            one.turn += 1
            with transaction.atomic():
                act = chance.choice((_another_version, _another_status, _off_or_on, _written_on))
                after = act(one)
                time.sleep(chance.random() * 0.01)  # a transaction takes time, and readers come meanwhile
            for name, value in after.items():
                setattr(one, name, value)
            one.turn += 1
        tally.add(edits=1)


def _another_version(one: Truth) -> dict[str, object]:
    if not one.live:
        return {}
    return _go_live(one, one.number + 1)


def _go_live(one: Truth, number: int) -> dict[str, object]:
    writer, approver = people()
    content = snapshot("Helps.", title=f"Version {number}.", citations=[work(1, used_in=[0], doi="", work=one.work.pk)])
    row = {"created_by": writer, "approved_by": approver, "approved_at": WHEN, "published_at": WHEN}
    revision = Revision.objects.create(article=one.article, number=number, **content, **row)
    approve(revision)
    before = Article.objects.get(pk=one.article.pk).live_revision
    amend(article=one.article, by=None, kind="update", right="New words.", before=before, after=revision)
    when = WHEN + timedelta(days=number)
    Article.objects.filter(pk=one.article.pk).update(live_revision=revision, status="published", updated_at=when)
    return {"number": number, "live": True}


def _another_status(one: Truth) -> dict[str, object]:
    status = "none-found" if one.retracted else "retracted"
    Citation.objects.filter(pk=one.work.pk).update(status=status, status_checked=date(2026, 11, 20))
    return {"retracted": not one.retracted}


def _off_or_on(one: Truth) -> dict[str, object]:
    if not one.live:
        return _go_live(one, one.number + 1)
    take_off(Article.objects.get(pk=one.article.pk))
    return {"live": False}


def _written_on(one: Truth) -> dict[str, object]:
    Article.objects.filter(pk=one.article.pk).update(body=f"{SECRET} {random.random()}")
    return {}


def _read(truths: list[Truth], tally: Tally, times: int, seed: int, user: str) -> None:
    chance, client, tags = random.Random(seed), Client(), {}
    if user:
        from django.contrib.auth.models import User

        client.force_login(User.objects.get(username=user))
    done = 0
    while done < times or tally.edits_are_missing:
        done += 1
        one = chance.choice(truths)
        turn, number, retracted, live = one.turn, one.number, one.retracted, one.live
        url = f"/articles/{one.article.slug}/"
        headers = {"HTTP_IF_NONE_MATCH": tags[url][0]} if url in tags and chance.random() < 0.5 else {}
        response = client.get(url, **headers)
        body = response.content
        if response.status_code == 304:
            tally.add(unchanged=1)
            body = tags[url][1]
        elif response.status_code == 200:
            tags[url] = response["ETag"], body
        tally.add(reads=1)
        _look(tally, user, response.cookies, body)
        if turn % 2 == 0 and turn == one.turn:  # nothing changed while it was read: there is one true answer
            tally.add(compared=1)
            _compare(tally, url, response.status_code, body, number, retracted, live)
        elif (shown := _VERSION.search(body)) and response.status_code != 410 and int(shown[1]) < number:
            tally.faults.append(f"{url} showed version {shown[1].decode()} after version {number} was published")


def _look(tally: Tally, user: str, cookies: object, body: bytes) -> None:
    if SECRET.encode() in body:
        tally.faults.append("a draft was shown")
    if cookies or (user and user.encode() in body):
        tally.faults.append("a page was somebody's own")


def _compare(tally: Tally, url: str, status: int, body: bytes, number: int, retracted: bool, live: bool) -> None:
    if not live:
        if status != 410:
            tally.faults.append(f"{url} answered {status} after it was withdrawn")
        return
    shown = _VERSION.search(body)
    if status not in (200, 304) or shown is None or int(shown[1]) != number:
        tally.faults.append(f"{url} answered {status} with {shown and shown[0]!r}, not with version {number}")
    if (b"has been retracted" in body) != retracted:
        tally.faults.append(f"{url} told of a retraction: {not retracted}; true was {retracted}")
