"""Whom "@" in a note can call."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.articles import factories

pytestmark = pytest.mark.django_db


def test_strangers_and_who_reads_no_conversation_are_told_of_nobody(client: Client, author: User) -> None:
    assert client.get(reverse("newsroom:people")).status_code == 403
    client.force_login(factories.make_user())
    response = client.get(reverse("newsroom:people"))
    assert (response.status_code, b"author" in response.content) == (403, False)


def test_people_come_by_name_without_oneself(client: Client, author: User, reviewer: User) -> None:
    reviewer.first_name, reviewer.last_name = "Mara", "Quist"
    reviewer.save()
    client.force_login(author)
    told = client.get(reverse("newsroom:people")).json()["people"]
    assert {"name": reviewer.username, "words": f"Mara Quist (@{reviewer.username})"} in told
    assert author.username not in [row["name"] for row in told]


@pytest.mark.parametrize("page", ["articles_article_change", "articles_flag_changelist", "articles_flag_change"])
def test_notes_of_the_desk_and_of_the_workflow_say_where_people_are_told(
    client: Client, author: User, editor: User, reviewer: User, page: str
) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]})
    keys = {"articles_article_change": [article.pk], "articles_flag_change": [article.flags.get().pk]}.get(page)
    client.force_login(author if page == "articles_article_change" else editor)
    content = client.get(reverse(f"admin:{page}", args=keys)).content.decode()
    assert f'data-calls="{reverse("newsroom:people")}"' in content
    assert "newsroom/calling.js" in content
