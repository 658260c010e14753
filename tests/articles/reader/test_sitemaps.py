"""The sitemap is an index of parts, each with the days of what it lists."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from articles.models import Article, Contributor, Topic
from articles.reader import sitemaps
from tests.articles.published import publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/sitemap-articles-7.xml", f"/sitemap-articles-{'9' * 30}.xml"])
def test_a_part_without_articles_is_not_there(client: Client, path: str) -> None:
    publish()
    assert client.get(path).status_code == 404


def test_parts_hold_so_many_and_leave_none_out(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(sitemaps, "PART", 2)
    articles = [publish(slug=f"a{number}") for number in range(5)]
    with django_assert_num_queries(1):
        index = client.get("/sitemap.xml").content.decode()
    parts = sorted({article.pk // 2 for article in articles})
    assert index.count("/sitemap-articles-") == len(parts)
    assert "<lastmod>2026-03-0" in index
    listed = "".join(client.get(f"/sitemap-articles-{part}.xml").content.decode() for part in parts)
    assert [listed.count(f"/articles/a{number}/</loc>") for number in range(5)] == [1] * 5


def test_drafts_are_in_no_part_and_addresses_are_our_own(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://health.example"
    part = publish().pk // sitemaps.PART
    Article.objects.create(title="Only a draft", slug="draft")
    assert (
        f"<loc>https://health.example/sitemap-articles-{part}.xml</loc>" in client.get("/sitemap.xml").content.decode()
    )
    shown = client.get(f"/sitemap-articles-{part}.xml").content.decode()
    assert "<loc>https://health.example/articles/magnesium/</loc>" in shown
    assert "draft" not in shown


def test_topics_people_and_pages_about_us_are_listed(client: Client) -> None:
    Topic.objects.create(name="Sleep", slug="sleep")
    Contributor.objects.create(name="Ada Lind", slug="ada-lind")
    publish()
    shown = client.get("/sitemap-pages.xml").content.decode()
    for path in (
        "/topics/sleep/",
        "/people/ada-lind/",
        "/how-we-work/contact/",
        "/corrections/",
        "/",
        "/search/",
        "/claims/",
    ):
        assert f"<loc>http://localhost:8000{path}</loc>" in shown
