"""Somebody saves in the moment in which another opens the form: neither takes the other's words back."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.services import draft_states
from tests.articles.factories import edit, make_article, make_user
from tests.prove.editors import TOLD, _Form

pytestmark = pytest.mark.django_db
remember = draft_states.remember


def before(save: Callable[[], None], article: Article) -> str:
    save()
    article.refresh_from_db()
    return remember(article)


def after(save: Callable[[], None], article: Article) -> str:
    digest = remember(article)
    save()
    return digest


@pytest.mark.parametrize("moment", [before, after])
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_save_while_the_form_is_opened_is_not_taken_back(
    client: Client, editor: User, moment: Callable[[Callable[[], None], Article], str], place: str
) -> None:
    article = make_article(body="Walking helps.", citations={})
    other = make_user("Editors")

    def save() -> None:
        if "Theirs." not in Article.objects.get(pk=article.pk).body:
            edit(article, by=other, body="Walking helps.\n\nTheirs.")

    client.force_login(editor)
    address = reverse("admin:articles_article_change", args=[article.pk])
    with (
        patch("articles.newsroom.review_desk.assess_article.delay"),
        patch.object(draft_states, "remember", lambda given: moment(save, given)),
    ):
        form = _Form()
        form.feed(client.get(address).content.decode())
        fields = dict(form.fields)
        fields["body"] = f"Mine.\r\n\r\n{fields['body']}" if place == "above" else f"{fields['body']}\r\n\r\nMine."
        response = client.post(address, fields)
    article.refresh_from_db()
    assert "Theirs." in article.body
    assert response.status_code == 302 or TOLD in response.content.decode()
    assert ("Mine." in article.body) is (response.status_code == 302)


def fields_of(page: bytes) -> dict[str, str]:
    form = _Form()
    form.feed(page.decode())
    return dict(form.fields)


def test_a_form_that_was_shown_again_still_knows_what_it_began_with(client: Client, editor: User) -> None:
    article, other = make_article(body="Walking helps.", citations={}), make_user("Editors")
    client.force_login(editor)
    address = reverse("admin:articles_article_change", args=[article.pk])
    fields = fields_of(client.get(address).content)
    edit(article, by=other, body="Walking helps.\n\nTheirs.")
    again = client.post(address, fields | {"title": "", "body": f"Mine.\r\n\r\n{fields['body']}"})
    assert again.status_code == 200
    edit(article, by=other, standfirst="Theirs too.")
    with patch("articles.newsroom.review_desk.assess_article.delay"):
        saved = client.post(address, fields_of(again.content) | {"title": "A title"})
    assert saved.status_code == 302
    article.refresh_from_db()
    assert (article.title, article.standfirst) == ("A title", "Theirs too.")
    assert article.body == "Mine.\n\nWalking helps.\n\nTheirs."
