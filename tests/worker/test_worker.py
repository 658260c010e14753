"""The worker at its real work: Celery, a broker and a database in processes of their own, nothing run in place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from articles import services
from articles.models import Article, LogEntry
from articles.models.article import Status
from articles.newsroom.review_desk import assess_after_commit
from tests import servers
from tests.articles.factories import edit, make_approved_article, make_article

pytestmark = pytest.mark.worker

SECONDS = 30
POST = "# Sleep and magnesium\n\nMagnesium cures insomnia in older adults.\n"


def wait_for(article: Article, condition: Callable[[Article], bool]) -> Article:
    """The article as soon as the worker has made `condition` true of it."""
    give_up = time.monotonic() + SECONDS
    while time.monotonic() < give_up:
        article.refresh_from_db()
        if condition(article):
            return article
        time.sleep(0.05)
    raise AssertionError(f"Still not so after {SECONDS} seconds: {article.status=} {article.assessed_version=}")


def assessed(article: Article) -> bool:
    return article.is_assessed


def published(article: Article) -> bool:
    return article.status == Status.PUBLISHED


def test_it_leaves_a_draft_alone_whose_transaction_is_taken_back(worker: Path) -> None:
    kept = make_article(body="Magnesium cures insomnia in older adults.")
    with transaction.atomic():
        assess_after_commit(kept.pk)
        transaction.set_rollback(True)
    other = make_article(body="Magnesium cures insomnia in older adults.")
    assess_after_commit(other.pk)
    wait_for(other, assessed)  # Sent later to a worker that takes one task at a time.
    kept.refresh_from_db()
    assert kept.assessed_version is None


def test_it_does_not_trip_over_an_article_that_is_gone(worker: Path) -> None:
    assess_after_commit(987_654_321)
    article = make_article()
    assess_after_commit(article.pk)
    wait_for(article, assessed)


def test_it_assesses_an_imported_post(worker: Path, author: User, tmp_path: Path) -> None:
    post = tmp_path / "post.md"
    post.write_text(POST)
    call_command("import_article", str(post), by="author", verbosity=0)
    article = wait_for(Article.objects.get(), assessed)
    assert article.assessment_error == ""
    assert "missing-citation" in article.flags.values_list("code", flat=True)


def test_it_assesses_new_words_after_every_save(worker: Path) -> None:
    article = make_article(body="Magnesium cures insomnia in older adults.")
    assess_after_commit(article.pk)
    wait_for(article, assessed)
    edit(article, body="Bring a book.\n\nZinc cures the common cold in children.")
    assert not article.is_assessed
    assess_after_commit(article.pk)
    wait_for(article, assessed)
    assert any("Zinc" in text for text in article.claims.values_list("text", flat=True))


def test_it_finds_by_itself_what_nobody_sent(worker: Path) -> None:
    from articles.tasks import assess_stale

    article = make_article()
    assess_stale.delay()
    wait_for(article, assessed)


@pytest.fixture
def beat(worker: Path, tmp_path: Path) -> Iterator[None]:
    """The clock of the sweeps, once a second."""
    schedule = str(tmp_path / "schedule")
    with servers.celery(
        *("beat", "--schedule", schedule, "--max-interval", "1"),
        log=tmp_path / "beat.log",
        ready="beat: Starting",
        SCHEDULE_SWEEP_SECONDS="1",
    ):
        yield


def test_it_publishes_on_schedule_and_not_before(worker: Path, beat: object) -> None:
    editor_of_the_day = User.objects.create_superuser("chief", "chief@example.org", "password")
    soon, later = make_approved_article(), make_approved_article()
    due = timezone.now() + timedelta(seconds=3)
    services.schedule(article=soon, by=editor_of_the_day, at=due)
    services.schedule(article=later, by=editor_of_the_day, at=due + timedelta(days=1))
    approved = soon.review_revision
    wait_for(soon, published)
    assert soon.published_at >= due
    assert soon.live_revision == approved
    assert LogEntry.objects.filter(article_id=soon.pk, action="published").count() == 1
    later.refresh_from_db()
    assert later.status == Status.SCHEDULED
