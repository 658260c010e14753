"""Saving what is in review, approved or scheduled asks first, and keeps the words whatever is chosen."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import services
from articles.models import Article, LogEntry, WorkingCopy
from tests.articles import factories
from tests.articles.admin.test_saving import address, form_of, held

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(author: User) -> Article:
    return services.submit_for_review(article=factories.make_article(by=author), by=author)


def test_a_save_that_would_end_a_review_is_not_made_before_it_is_said(
    client: Client, author: User, article: Article
) -> None:
    client.force_login(author)
    assert "This version is in review: author submitted it" in client.get(address(article)).content.decode()
    met = client.post(address(article), form_of(client, address(article)) | {"body": "Newer words."})
    page = met.content.decode()
    assert "saving would end the review" in page
    assert "author submitted it" in page
    article.refresh_from_db()
    assert (article.status, article.version) == ("in-review", 1)
    assert WorkingCopy.objects.get().form["body"] == ["Newer words."]


def test_the_review_ends_when_that_is_chosen_and_it_is_said_again(
    client: Client, author: User, article: Article
) -> None:
    client.force_login(author)
    met = client.post(address(article), form_of(client, address(article)) | {"body": "Newer words."})
    done = client.post(address(article), held(met) | {"ends": "in-review"}, follow=True)
    assert "The review that author began has ended" in done.content.decode()
    article.refresh_from_db()
    assert (article.status, article.body) == ("draft", "Newer words.")


def test_new_words_are_submitted_in_place_of_the_old_in_one_press(client: Client, author: User) -> None:
    live = factories.make_published_article(by=author)
    factories.edit(live, by=author, body="New words.")
    told = {"change_note": "The dose is 30 mg.", "change_kind": "correction", "was_wrong": "It said 300 mg."}
    services.submit_for_review(article=live, by=author, **told)
    client.force_login(author)
    met = client.post(address(live), form_of(client, address(live)) | {"body": "Newer words."})
    choice = {"ends_and_submits": "in-review", "submit_note": "One more word."}
    done = client.post(address(live), held(met) | choice, follow=True).content.decode()
    assert "is submitted in its place" in done
    live.refresh_from_db()
    assert (live.status, live.body) == ("in-review", "Newer words.")
    entry = LogEntry.objects.filter(action="submitted").latest("pk")
    assert {name: entry.data[name] for name in told} == told
    assert entry.data["note"] == "One more word."


def test_words_that_cannot_be_submitted_are_saved_and_it_is_said_why(
    client: Client, author: User, article: Article
) -> None:
    client.force_login(author)
    met = client.post(address(article), form_of(client, address(article)) | {"body": ""})
    done = client.post(address(article), held(met) | {"ends_and_submits": "in-review"}, follow=True).content.decode()
    assert "was not submitted: This article has no text yet" in done
    article.refresh_from_db()
    assert (article.status, article.body) == ("draft", "")


def test_a_yes_to_one_end_is_no_yes_to_another(client: Client, author: User, editor: User, article: Article) -> None:
    client.force_login(author)
    met = client.post(address(article), form_of(client, address(article)) | {"body": "Newer words."})
    factories.assess_as(article, links={0: ["doe2019"]})
    services.approve(article=article, by=editor, version=1)
    again = client.post(address(article), held(met) | {"ends": "in-review"})
    assert "saving would end the approval" in again.content.decode()
    article.refresh_from_db()
    assert article.status == "approved"


def test_words_kept_beside_a_review_come_back_and_change_nothing(
    client: Client, author: User, reviewer: User, editor: User, article: Article
) -> None:
    client.force_login(author)
    met = client.post(address(article), form_of(client, address(article)) | {"body": "Newer words."})
    assert client.post(address(article), held(met) | {"beside": "yes"}).status_code == 302
    factories.assess_as(article, links={0: ["doe2019"]})
    services.approve(article=article, by=reviewer, version=1)
    services.publish(article=article, by=editor)
    back = client.get(address(article))
    assert "are back" in back.content.decode()
    assert back.context["adminform"].form["body"].value() == "Newer words."
    assert client.post(address(article), form_of(client, address(article))).status_code == 302
    article.refresh_from_db()
    assert (article.body, article.status, article.live_revision.body) == ("Newer words.", "published", factories.BODY)


def test_a_save_that_changes_nothing_ends_nothing(client: Client, author: User, article: Article) -> None:
    client.force_login(author)
    assert client.post(address(article), form_of(client, address(article))).status_code == 302
    article.refresh_from_db()
    assert (article.status, article.version) == ("in-review", 1)
