"""Cards that follow typing: bounded, for those who may write, and the same as after a save."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

import apart
from articles import services
from articles.models import Article
from articles.newsroom import previewing
from articles.newsroom.as_typed import Units
from articles.newsroom.cards import cards_of
from tests.articles import factories

pytestmark = pytest.mark.django_db


def url(article: Article) -> str:
    return reverse("newsroom:as-typed", args=[article.pk])


def ask(client: Client, article: Article, text: str, **given: Any) -> dict[str, Any]:
    response = client.post(url(article), {"text": text, **given})
    assert response.status_code == 200, response.content
    answer: dict[str, Any] = response.json()
    return answer


def test_who_may_not_write_is_refused(client: Client, reviewer: User, stranger: User) -> None:
    article = factories.make_article()
    for who in (None, reviewer, stranger):
        if who:
            client.force_login(who)
        response = client.post(url(article), {"text": "Zinc cures colds."})
        assert response.status_code == 403
        assert "signed out" in response.json()["error"]


def test_a_draft_of_somebody_else_is_not_there_where_authors_see_their_own(
    client: Client, author: User, settings: Any
) -> None:
    settings.AUTHORS_SEE_OWN_ONLY = True
    article = factories.make_article(by=factories.make_user("Editors"), authors=[])
    client.force_login(author)
    assert client.post(url(article), {"text": "Zinc cures colds."}).status_code == 404


def test_a_text_that_is_too_long_is_refused_in_words(client: Client, author: User, settings: Any) -> None:
    settings.IMPORT_MAX_KB = 1
    article = factories.make_article(by=author)
    client.force_login(author)
    response = client.post(url(article), {"text": "x" * 2000})
    assert response.status_code == 413
    assert "Save it" in response.json()["error"]


def test_a_text_that_takes_too_long_is_told_so(client: Client, author: User, settings: Any) -> None:
    settings.PREVIEW_SECONDS = 0
    article = factories.make_article(by=author)
    client.force_login(author)
    response = client.post(url(article), {"text": "Zinc cures colds."})
    assert response.status_code == 422
    assert "too intricate" in response.json()["error"]


def test_one_text_is_read_at_a_time(client: Client, author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "TURN_SECONDS", 0.01)
    article = factories.make_article(by=author)
    client.force_login(author)
    with apart.TYPED.turn:
        assert client.post(url(article), {"text": "Zinc cures colds."}).status_code == 503
    assert client.post(url(article), {"text": "Zinc cures colds."}).status_code == 200


@pytest.mark.parametrize("given", [{"from": "x", "to": "-4"}, {"from": "9", "to": "3"}, {"from": "0", "to": "9999999"}])
def test_a_stretch_that_is_none_reads_the_whole(given: dict[str, str], client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    assert ask(client, article, "Zinc cures colds.", **given)["scope"] == [0, 17]


def test_a_claim_without_a_source_gets_its_card(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    (card,) = ask(client, article, "The sun rose.\n\nZinc lozenges cure the common cold.")["cards"]
    assert (card["start"], card["end"]) == (15, 50)
    assert 'data-code="missing-citation"' in card["html"]


def test_a_card_that_the_page_shows_comes_without_its_html(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    (card,) = ask(client, article, "Zinc lozenges cure the common cold.")["cards"]
    (again,) = ask(client, article, "Well. Zinc lozenges cure the common cold.", have=card["key"])["cards"]
    assert again == {"key": card["key"], "start": 6, "end": 41}


def test_the_cards_of_unchanged_words_are_those_that_were_saved(client: Client, author: User) -> None:
    text = "Walking cures knee pain [@doe2019].\n\nZinc cures colds. Vitamin C prevents the flu."
    article = factories.make_article(by=author, body=text)
    services.assess_article(article_id=article.pk)
    client.force_login(author)
    saved = [card.key for card in cards_of(article).sentences]
    assert saved
    assert [card["key"] for card in ask(client, article, text, have=",".join(saved))["cards"]] == saved


def test_a_decision_stays_with_its_words(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author, body="Zinc cures colds.")
    services.assess_article(article_id=article.pk)
    flag = article.flags.get(code="missing-citation")
    services.decide_flag(flag=flag, by=editor, verdict="accept", reason="Said by everybody, and harmless.")
    client.force_login(author)
    (card,) = ask(client, article, "Well.\n\nZinc cures colds.")["cards"]
    assert "Said by everybody" in card["html"]
    (card,) = ask(client, article, "Zinc cures all colds.")["cards"]
    assert "Said by everybody" not in card["html"]


def test_places_are_those_of_browsers(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    (card,) = ask(client, article, "🙂🙂\n\nZinc cures colds.")["cards"]
    assert card["start"] == 6


@pytest.mark.parametrize("text", ["abc", "a🙂b🙂c", "🙂", ""])
def test_places_lead_back_and_forth(text: str) -> None:
    units = Units(text)
    wide = len(text.encode("utf-16-le")) // 2
    assert units.of(len(text)) == wide
    assert [units.point(units.of(place)) for place in range(len(text) + 1)] == list(range(len(text) + 1))


def test_words_of_the_author_run_no_script(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    (card,) = ask(client, article, "Zinc <img src=x onerror=alert(1)> cures colds.")["cards"]
    assert "<img" not in card["html"]


def test_the_grade_of_a_text_with_some_words_is_told(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    assert ask(client, article, "Zinc cures colds.")["grade"] is None
    assert 0 < ask(client, article, "The cat sat on the mat and ate the fish. " * 12)["grade"] < 5
