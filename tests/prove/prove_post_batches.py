"""`make prove`: 1,000 finished posts (POSTS) come in with their assessment by two workers (WORKERS), as fast as the
machine allows and with workers killed again and again: none is lost and none comes in twice.

Two runs on empty databases: the first is timed, in the second a worker is killed (SIGKILL) after every few posts.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connections
from django.utils import timezone

from articles.assessments import engine_version
from articles.exports.posts import Post
from articles.models import Article, ArticleOrigin, LogEntry, PostBatch, PostInBatch
from articles.services import assess_article, post_batches
from articles.services.log_verification import verify
from tests.bench.bench_speed import say
from tests.bench.blog import blog

POSTS = int(os.environ.get("POSTS", "1000"))
WORKERS = int(os.environ.get("WORKERS", "2"))
pytestmark = pytest.mark.django_db(transaction=True)


def posts(count: int) -> Iterator[Post]:
    yield from (Post(name, data) for name, data in blog(count))


def worker(batch_id: int) -> None:
    post_batches.work_off(batch_id=batch_id, longest=None)


def begin(context: Any, batch: PostBatch) -> Any:
    process = context.Process(target=worker, args=(batch.pk,))
    process.start()
    return process


def test_pace() -> None:
    by = User.objects.create_superuser("chief")
    batch = post_batches.start(title="posts", posts=posts(POSTS), by=by, lanes=0)
    context = multiprocessing.get_context("fork")
    connections.close_all()
    began = time.perf_counter()
    workers = [begin(context, batch) for _ in range(WORKERS)]
    for process in workers:
        process.join()
    taken = time.perf_counter() - began
    say(f"{POSTS:,} posts, {WORKERS} workers", f"{POSTS / taken:.1f} posts/s")
    say("load of the machine at the end, processors", f"{os.getloadavg()[0]:.1f}, {os.cpu_count()}")
    assert batch.counts() == {"waiting": 0, "draft": POSTS, "there": 0, "refused": 0}
    all_in(POSTS)


def test_killed_workers_lose_and_double_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    count, pick, kills = max(20, POSTS // 5), random.Random(5), 0
    by = User.objects.create_superuser("chief")
    batch = post_batches.start(title="posts", posts=posts(count), by=by, lanes=0)
    context = multiprocessing.get_context("fork")
    connections.close_all()
    workers = [begin(context, batch) for _ in range(WORKERS)]
    done = 0
    while waiting := batch.counts()["waiting"]:
        connections.close_all()
        time.sleep(pick.uniform(0.1, 0.6))
        place = pick.randrange(WORKERS)
        # A post that ends its worker again and again is given up, as it should be: who works on its last try is spared.
        last_try = batch.posts.filter(state=PostInBatch.State.WAITING, attempts__gte=post_batches.MOST_ATTEMPTS)
        if workers[place].is_alive() and count - waiting >= done + 3 and not last_try.exists():
            done = count - waiting
            os.kill(workers[place].pid, signal.SIGKILL)
            kills += 1
        if not workers[place].is_alive():
            workers[place].join()
            post_batches.go_on(batch=batch)  # as the lease would, three minutes later
            connections.close_all()
            workers[place] = begin(context, batch)
    for process in workers:
        process.join()
    counts = batch.counts()
    say(f"{count:,} posts, {kills} workers killed", f"{counts['draft']} drafts, {counts['refused']} refused")
    assert counts == {"waiting": 0, "draft": count, "there": 0, "refused": 0}
    all_in(count)


def all_in(count: int) -> None:
    """One article, one origin and one entry on the log for each post, all read by the engine, the log whole."""
    assert Article.objects.count() == ArticleOrigin.objects.values("sha256").distinct().count() == count
    assert LogEntry.objects.filter(action="imported").count() == count
    stale = Article.objects.needing_assessment(engine_version(), today=timezone.localdate())
    ids = list(stale.values_list("pk", flat=True))
    say("to be read again, since a work or product they name came on record or changed after them", f"{len(ids)}")
    for pk in ids:
        assess_article(article_id=pk)  # as the sweep would, within five minutes
    assert all(article.is_assessed for article in Article.objects.only("version", "assessed_version"))
    verdict = verify()
    assert verdict.broken is None
    assert not verdict.faults
