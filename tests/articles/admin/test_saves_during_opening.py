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
