"""A work, product or person that is changed in its own place sends the articles that stand on it to the engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from articles.models import Article
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent() -> Iterator[list[int]]:
    found: list[int] = []
    with patch("articles.tasks.assess_article.delay", lambda article_id: found.append(article_id)):
        yield found


def needs_reading(article: Article) -> bool:
    article.refresh_from_db()
    return not article.is_assessed


def test_a_changed_work_is_read_in_every_article_that_cites_it_and_in_no_other(
    sent: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    work = factories.make_citation()
    citing = [factories.make_article(citations={"doe2019": work}) for _ in range(2)]
    other = factories.make_article()
    for article in (*citing, other):
        factories.assess_as(article)
    with django_capture_on_commit_callbacks(execute=True):
        work.status, work.status_checked = "retracted", "2026-11-01"
        work.save()
    assert sorted(sent) == sorted(article.pk for article in citing)
    assert all(needs_reading(article) for article in citing)
    assert not needs_reading(other)


def test_a_changed_person_or_product_is_read_again(sent: list[int], django_capture_on_commit_callbacks: Any) -> None:
    article = factories.make_article()
    disclosure = factories.make_disclosure(article=article)
    for record in (article.credits.get().contributor, disclosure.product):
        factories.assess_as(article)
        with django_capture_on_commit_callbacks(execute=True):
            record.save()
        assert needs_reading(article)
    assert sent == [article.pk, article.pk]


def test_a_new_work_sends_nothing(sent: list[int], django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        factories.make_citation()
    assert sent == []
