"""`make bench`: 1,000 finished posts (POSTS) come in with their assessment by `manage.py import_articles`, with two
processes (WORKERS): how many a second, and what each costs the processors here and at the database.

Then the same with a worker killed in the middle: the command is run again, and nothing is lost or doubled. Figures are
printed; that all came in is asserted.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.exports.posts import Post, text_of
from articles.models import Article, ArticleOrigin, LogEntry, PostBatch
from articles.services import post_batches
from articles.services.log_verification import verify
from citations.models import Citation
from evidence import assess, open_text
from evidence.reading.metadata import page_of, products_of
from tests.bench.bench_speed import say
from tests.bench.blog import blog
from tests.prove.running import until

ROOT = Path(__file__).resolve().parents[2]
POSTS = int(os.environ.get("POSTS", "1000"))
WORKERS = int(os.environ.get("WORKERS", "2"))
TICKS = os.sysconf("SC_CLK_TCK")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    User.objects.create_superuser("chief")
    place = tmp_path / "blog"
    place.mkdir()
    for name, data in blog(POSTS):
        (place / name).write_bytes(data)
    return place


def command(folder: Path) -> subprocess.Popen[str]:
    place = connection.settings_dict
    address = f"postgresql://{quote(place['USER'])}:{quote(place['PASSWORD'])}@{quote(place['HOST'], safe='')}"
    database = f"{address}{':' + str(place['PORT']) if place['PORT'] else ''}/{place['NAME']}"
    words = [sys.executable, "manage.py", "import_articles", str(folder), "--by", "chief", "--processes", str(WORKERS)]
    changes = {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.Popen(words, cwd=ROOT, env=os.environ | changes, stdout=subprocess.PIPE, text=True)


def of_database() -> float:
    """Seconds of processors that the server and those that it has ended have used."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    server = int(_stat(backend)[1])
    mine = [row for path in Path("/proc").glob("[0-9]*") if (row := _stat(int(path.name))) and int(row[1]) == server]
    return sum(map(int, _stat(server)[11:15])) / TICKS + sum(sum(map(int, row[11:13])) for row in mine) / TICKS


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def used() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def test_pace(folder: Path) -> None:
    began, worked, stored = time.perf_counter(), used(), of_database()
    process = command(folder)
    out, _ = process.communicate()
    taken, worked, stored = time.perf_counter() - began, used() - worked, of_database() - stored
    words = sum(len(data.split()) for _, data in blog(40)) // 40
    say(f"{POSTS:,} posts of {words} words with their works, {WORKERS} workers", f"{POSTS / taken:.1f} posts/s")
    say(
        "  processors for each post, workers and database",
        f"{1000 * worked / POSTS:.0f} + {1000 * stored / POSTS:.0f} ms",
    )
    say("  at most, were this machine theirs alone", f"{os.cpu_count() * POSTS / (worked + stored):.1f} posts/s")
    say("  load of the machine at the end, processors", f"{os.getloadavg()[0]:.1f}, {os.cpu_count()}")
    say("  works in the library, here and in all posts", f"{Citation.objects.count():,}")
    assert process.returncode == 0, out
    all_in()


def test_a_killed_worker(folder: Path) -> None:
    process = command(folder)
    until(lambda: Article.objects.count() > POSTS // 3, "a third has come in", seconds=600)
    time.sleep(0.7)  # the one that came in last has begun with others
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    process.communicate()
    at_first = Article.objects.count()
    say(f"{POSTS:,} posts, a worker killed: came in before the command ended", f"{at_first:,}")
    again = command(folder)
    again.communicate()
    say("  after it was run again", f"{Article.objects.count():,}")
    assert (process.returncode != 0) == (at_first < POSTS)
    assert again.returncode == 0
    all_in()


def all_in() -> None:
    """One article, one origin and one entry on the log for each post, read by the engine, the log whole."""
    first = PostBatch.objects.earliest("pk").counts()
    assert first == {"waiting": 0, "draft": POSTS, "there": 0, "refused": 0}
    assert Article.objects.count() == ArticleOrigin.objects.values("sha256").distinct().count() == POSTS
    assert LogEntry.objects.filter(action="imported").count() == POSTS
    assert not Article.objects.filter(assessed_at=None).exists()
    verdict = verify()
    assert verdict.broken is None
    assert not verdict.faults


def test_what_it_is_made_of() -> None:
    """Questions, time of this process and of the engine alone, for each of 60 posts that come in one worker."""
    by, rows = User.objects.create_superuser("chief"), [Post(name, data) for name, data in blog(120)]
    post_batches.work_off(batch_id=post_batches.start(title="warm", posts=rows[:60], by=by, lanes=0).pk)
    batch = post_batches.start(title="posts", posts=rows[60:], by=by, lanes=0)
    with CaptureQueriesContext(connection) as asked:
        began = time.process_time()
        post_batches.work_off(batch_id=batch.pk, longest=None)
        own = time.process_time() - began
    began = time.process_time()
    for row in rows[60:]:
        document = open_text(text_of(row), "markdown")
        meta = document.meta
        assess(document, None, products_of(meta), today=date(2026, 11, 29), page=page_of(meta))
    engine = time.process_time() - began
    questions = [query for query in asked if "SAVEPOINT" not in query["sql"]]
    say("questions to the database for each post, savepoints besides", f"{len(questions) / 60:.1f}")
    say("processor for each post, and of that opening and judging it once", f"{own / 60:.3f}, {engine / 60:.3f} s")
