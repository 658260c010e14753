"""The page that asks whether a draft is to be deleted."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Topic
from tests.articles import factories

pytestmark = pytest.mark.django_db


def test_what_goes_with_a_draft_is_counted_and_not_listed_sentence_by_sentence(client: Client, superuser: User) -> None:
    draft = factories.make_article(by=superuser, body="Zinc cures colds.\n\nZinc prevents flu.")
    factories.assess_as(draft, flags={0: [factories.flag()], 1: [factories.flag("overstated", "warning")]})
    draft.topics.add(Topic.objects.create(name="Colds", slug="colds"))
    client.force_login(superuser)
    address = f"/admin/articles/article/{draft.pk}/delete/"
    page = client.get(address)
    told = page.content.decode()
    assert "Claims: 2" in told
    assert "Flags: 2" in told
    assert "Zinc cures colds" not in told
    assert "relationship" not in told
    assert client.post(address, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()
