"""Any two states of an article side by side, and a revision's words put back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article, LogEntry
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(author: User) -> Article:
    article = factories.make_published_article(by=author)
    factories.edit(article, by=author, body="Walking helped in one trial of 800 adults [@doe2019].")
    factories.approve_as_it_stands(article, by=author)
    factories.edit(article, by=author, body="Quite other words.")
    article.refresh_from_db()
    return article


def compare(client: Client, article: Article, **which: str) -> Any:
    return client.get(reverse("newsroom:compare", args=[article.pk]), which)


def restore(client: Client, article: Article, number: Any, version: Any) -> Any:
    sent = {"number": number, "version": version, "part": ["words", "people"]}
    return client.post(reverse("newsroom:restore", args=[article.pk]), sent)


def test_states_that_there_are_not_answer_in_words(client: Client, live: Article, author: User) -> None:
    client.force_login(author)
    for which in ({"before": "9"}, {"before": "x"}, {"before": "1", "after": "-1"}, {"after": "../1"}):
        response = compare(client, live, **which)
        assert response.status_code == 404
        assert b"Choose two states" in response.content


def test_the_live_revision_and_the_draft_are_compared_first(client: Client, live: Article, author: User) -> None:
    client.force_login(author)
    response = compare(client, live)
    assert (response.context["before"], response.context["after"]) == ("1", "draft")
    assert b"Quite other words." in response.content


def test_any_two_revisions_are_compared(client: Client, live: Article, author: User) -> None:
    client.force_login(author)
    response = compare(client, live, before="1", after="2")
    assert b"<ins>" in response.content
    assert b"Quite other words." not in response.content
    same = compare(client, live, before="2", after="2")
    assert b"The two are the same" in same.content


def test_an_article_without_a_revision_says_so(client: Client, author: User) -> None:
    client.force_login(author)
    response = compare(client, factories.make_article(by=author))
    assert (response.status_code, b"Nothing has been approved yet" in response.content) == (200, True)


def test_the_number_of_queries_does_not_grow_with_the_revisions(
    client: Client, live: Article, author: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(author)
    compare(client, live)
    with django_assert_max_num_queries(40) as few:
        compare(client, live)
    for number in range(3, 9):
        row = live.revisions.get(number=2)
        row.pk, row.number = None, number
        row.save(force_insert=True)
    with django_assert_max_num_queries(len(few.captured_queries)):
        compare(client, live)


# --- Putting back ------------------------------------------------------------------------------------------


def test_only_those_who_write_restore_and_only_over_what_they_saw(
    client: Client, live: Article, author: User, reviewer: User
) -> None:
    client.force_login(reviewer)
    assert restore(client, live, 1, live.version).status_code == 403
    client.force_login(author)
    assert restore(client, live, 1, live.version - 1).status_code == 409
    assert restore(client, live, "", live.version).status_code == 400
    assert restore(client, live, 99, live.version).status_code == 404
    live.refresh_from_db()
    assert live.body == "Quite other words."


def test_a_revisions_words_and_works_come_back_as_a_new_version(client: Client, live: Article, author: User) -> None:
    live.article_citations.all().delete()
    client.force_login(author)
    before = live.version
    assert restore(client, live, 1, before).status_code == 302
    live.refresh_from_db()
    assert (live.body, live.version) == (factories.BODY, before + 1)
    assert [row.key for row in live.article_citations.all()] == ["doe2019"]
    entry = LogEntry.objects.get(action="restored")
    assert (entry.data["number"], entry.data["keys"]) == (1, ["doe2019"])
    assert restore(client, live, 1, live.version).status_code == 409
