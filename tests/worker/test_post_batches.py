"""Posts that were sent together come in by a worker in a process of its own, over a real broker."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from articles.exports.posts import Post, Unread
from articles.models import Article, PostBatch
from articles.services import post_batches

pytestmark = pytest.mark.worker
SECONDS = 60
TEXT = "# Zinc and colds, part {}\n\nBy Ann Poe\n\nZinc shortened colds in one trial of 80 adults.\n"


def test_posts_that_the_web_takes_come_in_by_the_worker_and_are_read(worker: Path, author: User) -> None:
    posts = [Post(f"{number}.md", TEXT.format(number).encode(), {}) for number in range(6)]
    batch = post_batches.start(title="posts", posts=[*posts, Unread("old.doc", "Save it as .docx.")], by=author)
    give_up = time.monotonic() + SECONDS
    while batch.state != PostBatch.State.DONE:
        assert time.monotonic() < give_up, batch.counts()
        time.sleep(0.02)
        batch.refresh_from_db()
    assert batch.counts() == {"waiting": 0, "draft": 6, "there": 0, "refused": 1}
    assert all(article.is_assessed for article in Article.objects.all())
    assert worker.read_text().count("work_off_posts[") >= 1
