"""What can happen to a site happens while editors save: nothing is lost untold, and all heals within one sweep.

In each row three editors save to one article over HTTP while the fault is on, and an article falls due. Afterwards a
single sweep for stale drafts is sent, as the clock sends it every five minutes; the clock itself runs as well. A save
that was answered with "saved" is in the text, one that met another was told so, one without an answer may be either.
"""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from PIL import Image
from valkey import Valkey

from articles import services
from articles.models import Article
from articles.services.groups import EDITORS, REVIEWERS
from tests.articles.factories import make_article, make_user
from tests.prove.editors import Count, Editor, ask
from tests.prove.running import COMPILER, DAY, Site, until
from tests.prove.small_disks import fill, may_mount, on_small_disk
from tests.worker.test_broken_messages import BROKEN, message

ROUNDS = int(os.environ.get("ROUNDS", "60"))
ONLY = os.environ.get("ONLY", "")
"""Words of the faults to try, as in ONLY=frozen."""
HEALS_WITHIN = float(os.environ.get("HEALS_WITHIN", "45"))
"""Seconds, for a sweep that takes a draft a second on a busy machine."""
SIGN = re.compile(r"Sign \w+ \d+\.")


@dataclass
class Row:
    fault: str
    count: Count = field(default_factory=Count)
    at: datetime = field(default_factory=timezone.now)
    healed: float = 0.0
    late: float = 0.0
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        done = self.count
        saves = f"{len(done.confirmed):5} {len(done.told_of_conflict):5} {len(done.unanswered):6}"
        errors = sum(number for status, number in done.statuses.items() if status >= 500)
        times = f"{done.slowest:7.1f} {self.late:6.1f} {self.healed:6.1f}"
        return f"{self.fault:44} {saves} {errors:4} {times}  {'; '.join(self.problems) or 'sound'}"


HEAD = f"{'fault':44} saved  told  none*  5xx slowest   late healed  outcome"


def queue(site: Site, name: str, *contents: str | bytes) -> None:
    with Valkey(unix_socket_path=str(site.folder / "broker" / "valkey.sock")) as client:
        for content in contents:
            client.lpush(name, content)


def sweep(site: Site) -> None:
    """The message that the clock sends every five minutes."""
    whole = message([[], {}, {}], headers={"task": "articles.tasks.assess_stale", "id": "sweep", "lang": "py"})
    whole["properties"] |= {"delivery_info": {"exchange": "", "routing_key": "assessments"}, "delivery_tag": "sweep"}
    queue(site, "assessments", json.dumps(whole))


def all_read() -> bool:
    return all(article.is_assessed for article in Article.objects.all())


def approved() -> Article:
    """An article that the real engine read: a sweep that reads it again finds the same and leaves its approval."""
    article = make_article(body="Bring a book and a warm coat.", citations={})
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    services.submit_for_review(article=article, by=article.created_by)
    services.approve(article=article, by=make_user(REVIEWERS), version=article.version)
    return article


@dataclass
class Trial:
    """One site, its editors and the table."""

    site: Site
    chief: User
    editors: list[Editor]
    rows: list[Row] = field(default_factory=list)

    def under(self, fault: str, strike: Strike, seconds: float = 6) -> None:
        row = Row(fault)
        article, due = make_article(), approved()
        row.at = timezone.now() + timedelta(seconds=seconds / 2)
        services.schedule(article=due, by=self.chief, at=row.at)
        end = threading.Event()

        def work(editor: Editor) -> None:
            while not end.is_set():
                editor.save(article.pk, row.count)
                time.sleep(0.1)

        threads = [threading.Thread(target=work, args=(editor,)) for editor in self.editors[:3]]
        for thread in threads:
            thread.start()
        time.sleep(seconds / 3)
        row.problems += strike() or []
        time.sleep(seconds * 2 / 3)
        end.set()
        for thread in threads:
            thread.join()
        connection.close()
        self.judge(row, article, due)

    def judge(self, row: Row, article: Article, due: Article) -> None:
        began = time.monotonic()
        until(self.site.answers, "the web server answers")
        sweep(self.site)
        try:
            until(lambda: ask(self.site.port, "GET", "/healthz")[0] == 200, "healthy", HEALS_WITHIN)
            until(all_read, "every draft is read", HEALS_WITHIN)
            until(lambda: Article.objects.get(pk=due.pk).is_public, "what is due is published", HEALS_WITHIN)
        except AssertionError as problem:
            row.problems.append(str(problem))
        row.healed = time.monotonic() - began
        due.refresh_from_db()
        if due.published_at:
            row.late = (due.published_at - row.at).total_seconds()  # a day where the time was one ahead
        self.finish(row, article)

    def finish(self, row: Row, article: Article) -> None:
        """Compares the text with what the editors were told, and the log with itself."""
        article.refresh_from_db()
        there = set(SIGN.findall(article.body))
        if lost := row.count.confirmed - there:
            row.problems.append(f"{len(lost)} saves lost untold")
        if odd := there - row.count.confirmed - row.count.unanswered:
            row.problems.append(f"{len(odd)} saves made though refused")
        row.problems += row.count.unexplained
        if failed := row.count.statuses.get(500, 0):
            row.problems.append(f"{failed} errors that the page did not explain")
        try:
            call_command("verify_log", stdout=StringIO())
        except CommandError as problem:
            row.problems.append(str(problem))
        self.rows.append(row)
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()

    def rounds(self, number: int) -> None:
        """In each round two to five editors open one article and save it at the same moment: one is first."""
        row, article = Row(f"{number} rounds of 2 to 5 concurrent editors"), make_article()
        for turn in range(number):
            some = self.editors[: 2 + turn % 4]
            meet = threading.Barrier(len(some))
            before = len(row.count.confirmed)
            threads = [threading.Thread(target=editor.save, args=(article.pk, row.count, meet)) for editor in some]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            if len(row.count.confirmed) - before != 1:
                row.problems.append(f"round {turn}: {len(row.count.confirmed) - before} were first")
        began = time.monotonic()
        sweep(self.site)
        until(all_read, "every draft is read", HEALS_WITHIN)
        row.healed = time.monotonic() - began
        self.finish(row, article)


Strike = Callable[[], "list[str] | None"]
"""Does it, and undoes it; what it found wrong, if anything."""


def strikes(site: Site) -> Iterator[tuple[str, Strike, float]]:
    """Each fault: its name, what is done, and for how many seconds editors work around it."""

    def anew(name: str) -> Strike:
        def strike() -> None:
            site.kill(name)
            time.sleep(2)
            site.start(name)

        return strike

    def frozen() -> None:
        site.broker.send_signal(signal.SIGSTOP)
        time.sleep(15)
        site.broker.send_signal(signal.SIGCONT)

    def absent() -> None:
        site.broker.kill()
        site.broker.wait()
        time.sleep(10)
        site.start_broker()

    def restarted(seconds: float) -> Strike:
        def strike() -> None:
            site.crash_postgres()
            time.sleep(seconds)
            site.start_postgres()

        return strike

    def messages() -> None:
        one = Article.objects.order_by("pk").values_list("pk", flat=True)[0]
        read = {"task": "articles.tasks.assess_article", "id": "old", "lang": "py"}
        due = read | {"task": "articles.tasks.publish_due"}
        old = [
            json.dumps(message([[one], {}, {}], headers=read)),
            json.dumps(message([[], {"of": 2019}, {}], headers=due)),
        ]
        twice = [json.dumps(message([[], {"article_id": one}, {}], headers=read))] * 5
        for name in ("celery", "assessments", "publication"):
            queue(site, name, *BROKEN, *old, *twice)

    yield "nothing", lambda: None, 4
    yield "a web process killed", lambda: site.kill_child("web"), 6
    yield "the web server killed, anew after 2 s", anew("web"), 9
    yield "a worker's child killed", lambda: site.kill_child("worker"), 6
    yield "the worker killed, anew after 2 s", anew("worker"), 9
    yield "the worker for publication killed", anew("publication"), 9
    yield "the clock killed, anew after 2 s", anew("beat"), 9
    yield "the broker frozen for 15 s", frozen, 6
    yield "the broker killed, anew after 10 s", absent, 6
    yield "PostgreSQL crashed and started", restarted(0), 6
    yield "PostgreSQL crashed, anew after 5 s", restarted(5), 6
    yield "broken, unknown, old, duplicate messages", messages, 6
    if may_mount(site.folder):
        yield "the disk of the database full for 8 s", partial(full_database, site), 6
        yield "the disk of the uploads full", partial(full_uploads, site), 6
    else:
        sys.stdout.write("full disks: not tried, as nothing may be mounted here\n")


def full_database(site: Site) -> None:
    """Full while rows are written, then while PostgreSQL asks for the next part of its log, at which it may end."""
    site.crash_postgres()
    with on_small_disk(site.postgres, site.folder / "copy"):
        site.start_postgres()
        time.sleep(2)
        ballast = fill(site.postgres)
        time.sleep(4)
        with suppress(DatabaseError), connection.cursor() as cursor:
            for _ in range(3):
                cursor.execute("SELECT pg_switch_wal()")
        time.sleep(4)
        ballast.unlink()
        if not site.postgres_runs():  # as whoever watches over it starts it again
            site.start_postgres()
        until(lambda: ask(site.port, "GET", "/healthz")[0] == 200, "healthy on the small disk")
        time.sleep(3)
        site.crash_postgres()
    site.start_postgres()


def full_uploads(site: Site) -> list[str]:
    """A picture is refused in words, and taken when there is room again."""
    media = site.folder / "media"
    media.mkdir(exist_ok=True)
    sender = Editor(make_user(EDITORS), site.port)
    answers = []
    with on_small_disk(media, site.folder / "copy"):
        ballast = fill(media)
        answers.append(sender.send_picture(picture()))
        ballast.unlink()
        answers.append(sender.send_picture(picture()))
    (full, words), (room, _) = answers
    connection.close()
    problems = [] if full == 507 and "no room left" in words else [f"a picture for a full disk is answered with {full}"]
    return problems + ([] if room == 200 else [f"a picture with room is answered with {room}"])


def picture() -> bytes:
    """Of noise, so that no format makes it small."""
    drawn = io.BytesIO()
    Image.effect_noise((400, 400), 90).save(drawn, "PNG")
    return drawn.getvalue()


def moved_clocks(site: Site) -> Iterator[tuple[str, Strike, float]]:
    """The time of all parts is wrong by a day for a while, and set right."""

    def moved(by: int) -> Strike:
        def strike() -> None:
            site.move_clock(by)
            time.sleep(8)
            site.move_clock(0)

        return strike

    yield "the time a day ahead for 8 s", moved(DAY), 9
    yield "the time a day behind for 8 s", moved(-DAY), 9


def proved(site: Site, faults: Callable[[Site], Iterator[tuple[str, Strike, float]]], rounds: int = 0) -> list[Row]:
    """The rows of the table, printed as they come."""
    try:
        chief = User.objects.create_superuser("chief", "chief@example.org", "password")
        editors = [Editor(make_user(EDITORS), site.port) for _ in range(5)]
        site.start_all()
        trial = Trial(site, chief, editors)
        sys.stdout.write(f"\n{HEAD}\n")
        for fault, strike, seconds in faults(site):
            if ONLY in fault:
                trial.under(fault, strike, seconds)
        if rounds:
            trial.rounds(rounds)
        sys.stdout.write("* no answer or an error: the editor is told that it may not be saved\n")
        return trial.rows
    finally:
        site.stop()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_untold_and_all_heals(tmp_path: Path) -> None:
    rows = proved(Site(tmp_path), strikes, ROUNDS)
    assert [str(row) for row in rows if row.problems] == []
    assert all(row.count.confirmed for row in rows)


@pytest.mark.skipif(not COMPILER, reason="Needs a C compiler, cc, to move the time that processes see.")
@pytest.mark.django_db(transaction=True)
def test_a_time_that_was_wrong_and_is_set_right_loses_nothing(tmp_path: Path) -> None:
    rows = proved(Site(tmp_path, movable_time=True), moved_clocks)
    assert [str(row) for row in rows if row.problems] == []
