"""The library's filter "cited by our articles" says what the page of that name says."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import ArticleCitation
from articles.newsroom.work_uses import cited_works
from citations.models import Merge
from tests.articles import factories
from tests.articles.published import publish, snapshot
from tests.articles.published import work as work_row

pytestmark = pytest.mark.django_db


def shown(client: Client, query: str) -> set[str]:
    response = client.get(f"/admin/citations/citation/?{query}")
    return {work.title for work in response.context["cl"].result_list}


@pytest.fixture
def library(client: Client, editor: User) -> None:
    """Works of each kind: in a draft, on a live page alone, by merge, by DOI, and used by nobody."""
    client.force_login(editor)
    factories.make_citation(title="Unused")
    factories.make_article(citations={"doe2019": factories.make_citation(title="In a draft")})
    article = factories.make_published_article(citations={"doe2019": factories.make_citation(title="On a page")})
    ArticleCitation.objects.filter(article=article).delete()
    merged = factories.make_citation(title="Merged into")
    Merge.objects.create(kept=merged, gone_id=990_001, gone={}, at=timezone.now())
    factories.make_citation(title="By DOI", doi="10.5555/old")
    rows = [work_row(1, work=990_001), work_row(2, doi="10.5555/old")]
    publish(snapshot("Words.", citations=rows), slug="old")


def test_a_work_is_used_or_not(client: Client, library: None) -> None:
    assert shown(client, "used=no") == {"Unused"}
    assert shown(client, "used=page") == {"On a page", "Merged into", "By DOI"}
    assert shown(client, "used=yes") == {"In a draft", "On a page", "Merged into", "By DOI"}


def test_it_agrees_with_the_page(client: Client, library: None) -> None:
    assert shown(client, "used=yes") == {row.work.title for row in cited_works()[1]}
    assert shown(client, "used=page") == {row.work.title for row in cited_works(live=True)[1]}


def test_it_holds_together_with_the_search(client: Client, library: None) -> None:
    assert shown(client, "used=yes&q=merged") == {"Merged into"}
