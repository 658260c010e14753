"""A flag that asks a question says where it is answered."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import Article, Flag
from articles.newsroom.where_answered import where_answered
from tests.articles import factories

pytestmark = pytest.mark.django_db


def of(article: Article, code: str) -> Flag:
    services.assess_article(article_id=article.pk)
    return article.flags.get(code=code)


def test_interests_are_answered_on_the_persons_page(client: Client, author: User) -> None:
    silent, told = factories.make_contributor(interests=""), factories.make_contributor()
    article = factories.make_article(by=author, authors=[silent, told], body="Zinc cures colds in adults.")
    flag = of(article, "conflict-undisclosed")
    assert [answer.url for answer in where_answered(flag)] == [
        reverse("admin:articles_contributor_change", args=[silent.pk])
    ]
    client.force_login(author)
    page = client.get(reverse("admin:articles_flag_change", args=[flag.pk])).content.decode()
    assert f"The interests of {silent.name}: on the page of that person" in page


def test_a_product_without_an_answer_is_answered_on_the_article(author: User) -> None:
    product = factories.make_product(name="Kneewell")
    article = factories.make_article(by=author, body="Kneewell cures knee pain in adults.")
    factories.make_disclosure(article=article, product=product, tie="", author_tie="")
    (answer,) = where_answered(of(article, "conflict-undisclosed"))
    assert answer.url.endswith(f"/admin/articles/article/{article.pk}/change/#drawer-disclosures")


def test_what_the_text_answers_leads_nowhere_else(author: User) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]})
    assert where_answered(article.flags.get()) == []
