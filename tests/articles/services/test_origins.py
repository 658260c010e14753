"""What is kept of where an article came from."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import services
from articles.models import Article, ArticleOrigin, LogEntry
from articles.services import origins
from tests.articles.factories import make_approved_article

pytestmark = pytest.mark.django_db
POST = "---\ntitle: Zinc\ndate: {}\npermalink: /blog/zinc/\n---\nZinc shortened colds in one trial of 80 adults.\n"


def test_a_post_without_a_past_has_none(author: User) -> None:
    article = services.import_article(text="# Zinc\n\nZinc shortened colds in one trial.", by=author)
    assert (article.origin.address, article.origin.published) == ("", None)


@pytest.mark.parametrize("day", ["2999-01-01", "1066-10-14", "soon", "true"])
def test_a_day_that_cannot_be_is_no_day_of_publication(day: str, author: User) -> None:
    assert services.import_article(text=POST.format(day), by=author).origin.published is None


def test_an_imported_article_keeps_the_day_on_which_it_was_first_out(client: Client, editor: User) -> None:
    article = make_approved_article()
    first = datetime(2019, 5, 4, 12, tzinfo=UTC)
    ArticleOrigin.objects.create(article=article, sha256="0" * 64, published=first)
    services.publish(article=article, by=editor)
    stored = Article.objects.get(pk=article.pk)
    assert stored.published_at == first
    assert stored.live_revision
    assert stored.live_revision.published_at
    assert stored.live_revision.published_at > first
    page = client.get(article.get_absolute_url()).content.decode()
    assert "4 May 2019" in page
    assert '"datePublished": "2019-05-04' in page or '"datePublished":"2019-05-04' in page
    assert "2019-05-04T12:00:00" in client.get("/feed/atom/").content.decode()
    assert LogEntry.objects.get(action="published").at > first


def test_the_same_post_is_known_by_its_words_and_by_its_address(author: User) -> None:
    text = POST.format("2019-05-04")
    assert origins.here_already(text=text, addresses=["/blog/zinc"]) == (None, False)
    article = services.import_article(text=text, by=author)
    assert origins.here_already(text=text) == (article, True)
    assert origins.here_already(text="other", addresses=["https://old.example/Blog/zinc/"]) == (article, False)
    assert origins.here_already(text="other", addresses=["", "/"]) == (None, False)
