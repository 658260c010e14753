"""The page of a revision says in words what was approved."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.articles import factories

pytestmark = pytest.mark.django_db


def test_it_cannot_be_seen_by_strangers_nor_changed_by_anybody(client: Client, stranger: User, superuser: User) -> None:
    revision = factories.make_published_article().revisions.get()
    address = reverse("admin:articles_revision_change", args=[revision.pk])
    client.force_login(stranger)
    assert client.get(address).status_code in (302, 403)
    client.force_login(superuser)
    assert client.post(address, {"title": "Other"}).status_code == 403


def test_it_names_people_works_products_days_and_answers_in_words(
    client: Client, superuser: User, author: User
) -> None:
    article = factories.make_article(by=author, evidence_to="2026-03-01")
    product = factories.make_product(name="Kneewell", maker="Rose Labs", seller="")
    factories.make_disclosure(
        article=article, product=product, tie="none", author_tie="None", wording="We gain nothing."
    )
    factories.approve_as_it_stands(article, by=author)
    revision = article.revisions.get()
    client.force_login(superuser)
    page = client.get(reverse("admin:articles_revision_change", args=[revision.pk])).content.decode()
    for words in ("Revision 1 of", "1. Doe", "Kneewell: Nothing.", "Evidence searched to 1 March 2026"):
        assert words in page
    assert ": Author</li>" in page
    assert revision.checklist[0]["question"] in page
    assert reverse("newsroom:compare", args=[article.pk]) + "?before=1" in page
