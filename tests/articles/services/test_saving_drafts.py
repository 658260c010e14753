"""Drafts are saved so that nobody's words are lost and no approval outlives the words it was about."""

from __future__ import annotations

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from articles import services
from articles.models import Article, LogEntry
from tests.articles.factories import edit, make_approved_article, make_article, make_published_article

pytestmark = pytest.mark.django_db


def draft(**kw: object) -> Article:
    return Article(**{"title": "Walking", "slug": "walking", "body": "It helps."} | kw)


def test_it_refuses_people_who_may_not_write(stranger, reviewer, author) -> None:
    for person in (stranger, reviewer):
        with pytest.raises(services.NotAllowed, match="may not write"):
            services.save_draft(article=draft(), by=person, expected_version=None)
        with pytest.raises(services.NotAllowed, match="may not change"):
            services.save_draft(article=make_article(by=author), by=person, expected_version=1)
    assert not Article.objects.filter(slug="walking").exists()


def test_it_refuses_a_second_article_at_one_address(author) -> None:
    services.save_draft(article=draft(), by=author, expected_version=None)
    with pytest.raises(ValidationError, match="already exists"):
        services.save_draft(article=draft(), by=author, expected_version=None)


def test_it_refuses_to_move_what_readers_have_links_to(author) -> None:
    article = make_published_article()
    with pytest.raises(ValidationError, match="Readers know the article by its address"):
        edit(article, by=author, slug="elsewhere")
    article.refresh_from_db()
    edit(article, by=author, body="Other words.")
    assert edit(make_article(by=author), by=author, slug="elsewhere").slug == "elsewhere"


def test_the_second_of_two_savers_is_told_and_loses_nothing(author, editor) -> None:
    article = make_article(by=author, body="Old.")
    first, second = Article.objects.get(pk=article.pk), Article.objects.get(pk=article.pk)
    first.body, second.body = "The first one's.", "The second one's."
    services.save_draft(article=first, by=author, expected_version=1)
    with pytest.raises(services.EditConflict, match=r"^author saved this article after you opened it") as conflict:
        services.save_draft(article=second, by=editor, expected_version=1)
    assert conflict.value.current.body == "The first one's."
    assert conflict.value.attempted.body == "The second one's."
    services.save_draft(article=second, by=editor, expected_version=conflict.value.current.version)
    article.refresh_from_db()
    assert (article.body, article.version, article.modified_by) == ("The second one's.", 3, editor)


def test_an_article_deleted_meanwhile_is_said_to_be_gone(author) -> None:
    article = make_article(by=author)
    Article.objects.filter(pk=article.pk).delete()
    with pytest.raises(services.ArticleGone):
        services.save_draft(article=article, by=author, expected_version=1)


def test_it_counts_versions_and_logs_who_saved(author, editor) -> None:
    article = services.save_draft(article=draft(), by=author, expected_version=None)
    assert (article.version, article.created_by) == (1, author)
    edit(article, by=editor, body="Other words.")
    assert article.version == 2
    entries = LogEntry.objects.filter(article_id=article.pk).order_by("pk")
    assert [(entry.action, entry.actor) for entry in entries] == [("created", author), ("draft-saved", editor)]


def test_it_does_not_touch_what_the_workflow_owns(author) -> None:
    article = make_article(by=author)
    stale = Article.objects.get(pk=article.pk)
    stale.status, stale.assessed_version = "published", 99
    services.save_draft(article=stale, by=author, expected_version=1)
    article.refresh_from_db()
    assert (article.status, article.assessed_version) == ("draft", None)


def test_new_words_end_an_approval(author) -> None:
    article = make_approved_article()
    assert article.status == "approved"
    edit(article, body="Other words.")
    assert (article.status, article.review_revision) == ("draft", None)


def test_line_ends_of_browsers_become_plain_ones(author) -> None:
    article = services.save_draft(article=draft(body="One.\r\n\r\nTwo.\r"), by=author, expected_version=None)
    assert article.body == "One.\n\nTwo.\n"


@pytest.mark.django_db(transaction=True)
def test_of_many_savers_at_one_moment_exactly_one_wins(author) -> None:
    article = make_article(by=author)
    start = threading.Barrier(5)
    outcomes: list[str] = []

    def write(number: int) -> None:
        mine = Article.objects.get(pk=article.pk)
        mine.body = f"Words of writer {number}."
        start.wait(timeout=10)
        try:
            services.save_draft(article=mine, by=author, expected_version=1)
            outcomes.append(mine.body)
        except services.EditConflict as conflict:
            outcomes.append(f"kept: {conflict.attempted.body}")
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=[number]) for number in range(5)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)
    article.refresh_from_db()
    kept = {outcome.removeprefix("kept: ") for outcome in outcomes if outcome.startswith("kept: ")}
    assert outcomes.count(article.body) == 1
    assert kept | {article.body} == {f"Words of writer {number}." for number in range(5)}
    assert article.version == 2
