"""What is due goes out on time while another worker is busy with drafts: queues of their own, in real processes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles import services
from articles.models import Article
from articles.tasks import assess_article, publish_due
from tests import servers
from tests.articles.factories import make_approved_article, make_article

pytestmark = pytest.mark.worker
SECONDS = 30
HOSTILE = "a 2015 trial of 241 women found that " * 27_000


@pytest.fixture
def own_worker(no_other_worker: None, tmp_path: Path) -> Iterator[None]:
    """A worker for publication alone. Nobody takes the drafts that are sent to be read: all others are busy."""
    command = ("worker", "--concurrency", "1", "-Q", "publication", "-n", "publication@%h")
    with servers.celery(*command, log=tmp_path / "publication.log", ready=" ready."):
        yield


def test_what_is_due_is_published_while_drafts_wait(own_worker: None, tmp_path: Path) -> None:
    chief = User.objects.create_superuser("chief", "chief@example.org", "password")
    due = make_approved_article()
    services.schedule(article=due, by=chief, at=timezone.now() + timedelta(seconds=1))
    drafts = [make_article(body=HOSTILE, slug=f"hostile-{number}") for number in range(2)]
    for draft in drafts:
        assess_article.delay(article_id=draft.pk)
    time.sleep(1)
    publish_due.delay()
    give_up = time.monotonic() + SECONDS
    while not Article.objects.filter(pk=due.pk, live_revision__isnull=False).exists():
        assert time.monotonic() < give_up, "It was not published."
        time.sleep(0.05)
    log = (tmp_path / "publication.log").read_text()
    assert "publish_due[" in log
    assert "assess_article[" not in log
