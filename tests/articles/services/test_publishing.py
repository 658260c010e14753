"""Nothing reaches readers past the gate: not by the services, not by the schedule."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import services
from articles.models import Article, Flag, LogEntry
from articles.services.groups import EDITORS
from tests.articles.factories import (
    approve_as_it_stands,
    assess_as,
    edit,
    flag,
    live,
    make_approved_article,
    make_article,
    make_citation,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_it_refuses_people_who_may_not_publish(author, reviewer, stranger) -> None:
    article = make_approved_article()
    for person in (author, reviewer, stranger):
        with pytest.raises(services.NotAllowed, match="may not publish"):
            services.publish(article=article, by=person)
    article.refresh_from_db()
    assert article.live_revision is None


def test_it_refuses_a_draft_and_names_every_reason(author, editor) -> None:
    article = make_article(by=author, authors=[], body="It cures everything.\n\nIt is safe.")
    assess_as(article, flags={0: [flag()], 1: [flag("safety-claim-unsupported", message="Show that it is safe.")]})
    with pytest.raises(services.PublicationRefused) as refusal:
        services.publish(article=article, by=editor)
    found = {(obstacle.code, obstacle.sentence) for obstacle in refusal.value.obstacles}
    assert found == {
        ("missing-citation", 0),
        ("safety-claim-unsupported", 1),
        ("no-author", None),
        ("not-approved", None),
    }
    assert "“It is safe.”" in str(refusal.value)
    assert "Show that it is safe." in str(refusal.value)


def test_it_refuses_words_that_nobody_assessed(author, editor) -> None:
    article = make_article(by=author)
    assert "not-assessed" in {obstacle.code for obstacle in services.obstacles(article)}


def test_it_refuses_when_a_blocker_opens_after_the_approval(editor) -> None:
    article = make_approved_article()
    assess_as(article, page_flags=[flag("conflict-undisclosed")])
    with pytest.raises(services.PublicationRefused, match="Interests not stated"):
        services.publish(article=article, by=editor)


def test_it_refuses_to_publish_twice(editor) -> None:
    article = make_published_article()
    with pytest.raises(services.PublicationRefused, match="Nothing new"):
        services.publish(article=article, by=editor)


def test_it_publishes_what_was_approved_and_logs_it(editor) -> None:
    article = make_approved_article()
    revision = services.publish(article=article, by=editor)
    article.refresh_from_db()
    assert (article.status, article.live_revision, article.review_revision) == ("published", revision, None)
    assert article.is_public
    assert article.published_at == article.updated_at == revision.published_at
    entry = LogEntry.objects.latest("pk")
    assert (entry.action, entry.actor, entry.revision_id) == ("published", editor, revision.pk)
    assert entry.data["content_hash"] == revision.content_hash


def test_readers_keep_the_old_words_while_the_draft_moves_on(editor) -> None:
    article = make_published_article(body="Walking helps knees [@doe2019].")
    first = article.published_at
    edit(article, body="Nothing of the old text.")
    assert (article.status, article.is_public) == ("published", True)
    assert live(article).body == "Walking helps knees [@doe2019]."
    assert "Walking helps knees" in live(article).html

    approve_as_it_stands(article, findings={})
    assert live(article).body == "Walking helps knees [@doe2019]."
    assert Article.objects.published().filter(pk=article.pk).exists()

    services.publish(article=article, by=editor)
    assert live(article).body == "Nothing of the old text."
    assert (article.published_at, live(article).number) == (first, 2)


def test_it_withdraws_only_with_a_reason_and_only_what_is_public(editor) -> None:
    article = make_published_article()
    with pytest.raises(services.ReasonMissing):
        services.withdraw(article=article, by=editor, reason="  ")
    services.withdraw(article=article, by=editor, reason="The trial was retracted.")
    article.refresh_from_db()
    assert (article.status, article.is_public) == ("withdrawn", False)
    assert not Article.objects.published().exists()
    with pytest.raises(services.WrongStatus, match="not on the site"):
        services.withdraw(article=article, by=editor, reason="Again.")


def test_an_article_that_needs_an_update_stays_public(editor) -> None:
    article = make_published_article()
    services.mark_needs_update(article=article, by=editor, reason="A new review came out.")
    article.refresh_from_db()
    assert (article.status, article.is_public) == ("needs-update", True)


# --- On schedule -------------------------------------------------------------------------------------------


def test_it_refuses_a_time_that_has_passed(editor) -> None:
    with pytest.raises(services.WrongStatus, match="has passed"):
        services.schedule(article=make_approved_article(), by=editor, at=timezone.now() - timedelta(minutes=1))


def test_it_refuses_to_schedule_what_nobody_approved(editor) -> None:
    with pytest.raises(services.PublicationRefused):
        services.schedule(article=make_article(), by=editor, at=timezone.now() + timedelta(hours=1))


def test_it_publishes_on_time_and_not_before(editor) -> None:
    at = timezone.now() + timedelta(hours=1)
    article = make_approved_article()
    services.schedule(article=article, by=editor, at=at)
    assert services.publish_due(now=at - timedelta(seconds=1)) == 0
    assert services.publish_due(now=at) == 1
    article.refresh_from_db()
    assert (article.status, article.scheduled_for, article.published_at) == ("published", None, at)
    assert LogEntry.objects.latest("pk").actor == editor
    assert services.publish_due(now=at) == 0


def test_an_edit_takes_an_article_off_the_schedule(editor) -> None:
    at = timezone.now() + timedelta(hours=1)
    article = make_approved_article()
    services.schedule(article=article, by=editor, at=at)
    edit(article, body="Other words.")
    assert (article.status, article.scheduled_for, article.review_revision) == ("draft", None, None)
    assert services.publish_due(now=at) == 0


def test_it_takes_an_article_off_the_schedule_by_hand(editor) -> None:
    article = make_approved_article()
    services.schedule(article=article, by=editor, at=timezone.now() + timedelta(hours=1))
    services.unschedule(article=article, by=editor)
    article.refresh_from_db()
    assert (article.status, article.scheduled_for) == ("approved", None)
    assert article.review_revision is not None


def test_what_is_due_and_blocked_goes_back_with_the_reasons_on_the_log_and_hinders_no_other(editor) -> None:
    at = timezone.now() + timedelta(hours=1)
    blocked, clean = make_approved_article(), make_approved_article()
    for article in (blocked, clean):
        services.schedule(article=article, by=editor, at=at)
    assess_as(blocked, page_flags=[flag("conflict-undisclosed", message="Complete the form.")])
    assert services.publish_due(now=at) == 1
    blocked.refresh_from_db()
    assert (blocked.status, blocked.is_public) == ("approved", False)
    entry = LogEntry.objects.get(action="schedule-refused", article_id=blocked.pk)
    assert "Complete the form." in entry.data["reasons"][0]
    assert (entry.actor, entry.actor_name) == (None, "Citewell")


def test_what_is_due_and_refused_by_the_database_hinders_no_other(editor) -> None:
    at = timezone.now() + timedelta(hours=1)
    refused, clean = make_approved_article(), make_approved_article()
    services.schedule(article=refused, by=editor, at=at - timedelta(minutes=1))
    services.schedule(article=clean, by=editor, at=at)
    Flag.objects.create(article=refused, code="missing-citation", severity="BLOCKER", fingerprint="0" * 64)
    assert services.publish_due(now=at) == 1
    refused.refresh_from_db()
    assert (refused.status, refused.is_public, refused.scheduled_for) == ("approved", False, None)
    assert refused.review_revision.published_at is None
    reasons = LogEntry.objects.get(action="schedule-refused", article_id=refused.pk).data["reasons"]
    assert reasons[0].startswith("The database refused it: Article")
    assert live(clean)


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_one_moment_publish_each_article_once() -> None:
    at = timezone.now() + timedelta(hours=1)
    for _ in range(4):
        services.schedule(article=make_approved_article(), by=make_user(EDITORS), at=at)
    start = threading.Barrier(3)
    published: list[int] = []

    def sweep() -> None:
        start.wait(timeout=10)
        try:
            published.append(services.publish_due(now=at))
        finally:
            connection.close()

    sweeps = [threading.Thread(target=sweep) for _ in range(3)]
    for one in sweeps:
        one.start()
    for one in sweeps:
        one.join(timeout=30)
    # What one sweep passed over because another held it is that other's to publish.
    assert sum(published) == 4
    assert LogEntry.objects.filter(action="published").count() == 4


def test_the_way_to_readers_asks_the_database_little_however_long_the_article_is(editor, reviewer) -> None:
    asked: list[list[int]] = []
    for person in (editor, reviewer):
        person.get_all_permissions()  # which the first round alone would ask for
    for size in (2, 12):
        works = {f"k{number}": make_citation() for number in range(size)}
        body = "\n\n".join(f"Zinc helps {number} [@k{number}]." for number in range(size))
        article = make_article(body=body, citations=works)
        assess_as(article, flags={number: [flag(severity="warning")] for number in range(size)})
        acts = (
            lambda article=article: services.submit_for_review(article=article, by=article.created_by),
            lambda article=article: services.approve(article=article, by=reviewer, version=article.version),
            lambda article=article: services.publish(article=article, by=editor),
        )
        asked.append([])
        for act in acts:
            with CaptureQueriesContext(connection) as questions:
                act()
            asked[-1].append(sum("SAVEPOINT" not in question["sql"] for question in questions))
    assert asked[0] == asked[1]
    assert all(number <= most for number, most in zip(asked[1], (19, 42, 31), strict=True))
