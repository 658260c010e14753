"""Other sites show an article by its card and by oEmbed, and only what is live."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client
from PIL import Image

from articles.models import Article
from articles.reader.share_card import Told, drawn
from tests.articles.published import claim, publish, snapshot, take_off

pytestmark = pytest.mark.django_db
PAGE = "http://localhost:8000/articles/magnesium/"


@pytest.fixture
def article(db: None) -> Article:
    title = 'Does "magnesium" <help> & how?'
    return publish(snapshot("Magnesium helps.", [claim(1, "Magnesium helps.")], title=title))


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 400),
        ({"url": PAGE, "format": "yaml"}, 501),
        ({"url": PAGE, "maxwidth": "wide"}, 400),
        ({"url": "http://localhost:8000/topics/sleep/"}, 404),
        ({"url": "http://localhost:8000/articles/draft/"}, 404),
        ({"url": "https://elsewhere.example/articles/magnesium/"}, 404),
        ({"url": "http://[/articles/magnesium/"}, 404),
        ({"url": "http://localhost:8000/admin/"}, 404),
    ],
)
def test_what_is_no_article_of_ours_is_not_embedded(client: Client, article: Article, asked: Any, status: int) -> None:
    Article.objects.create(title="Only a draft", slug="draft")
    answer = client.get("/oembed/", asked)
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (status, "*")


def test_a_withdrawn_article_is_embedded_no_more(client: Client, article: Article) -> None:
    take_off(article)
    assert client.get("/oembed/", {"url": PAGE}).status_code == 404
    assert client.get("/articles/magnesium/card-1.png").status_code == 404


def test_the_page_leads_to_its_embedding_as_json_and_xml(client: Client, article: Article) -> None:
    page = client.get("/articles/magnesium/").content.decode()
    address = page.partition('type="application/json+oembed" href="')[2].partition('"')[0]
    assert parse_qs(urlsplit(address).query) == {"url": [PAGE]}
    said = json.loads(client.get(address).content)
    assert (said["version"], said["type"], said["title"]) == ("1.0", "rich", 'Does "magnesium" <help> & how?')
    assert "&lt;help&gt;" in said["html"]
    assert "1 of 1 claim supported" in said["html"]
    assert said["thumbnail_url"].endswith("/articles/magnesium/card-1.png")
    told = ElementTree.fromstring(client.get(address, {"url": PAGE, "format": "xml"}).content)  # noqa: S314 - ours
    assert told.findtext("title") == said["title"]


def test_an_embedding_is_no_larger_than_asked(client: Client, article: Article) -> None:
    said = client.get("/oembed/", {"url": PAGE, "maxwidth": 320, "maxheight": 200}).json()
    assert (said["width"], said["height"], "thumbnail_url" in said) == (320, 200, False)


def test_the_card_is_a_picture_that_the_page_names_with_its_size(client: Client, article: Article) -> None:
    answer = client.get("/articles/magnesium/card-1.png")
    picture = Image.open(BytesIO(answer.content))
    assert (answer["Content-Type"], picture.format, picture.size) == ("image/png", "PNG", (1200, 630))
    page = client.get("/articles/magnesium/").content.decode()
    assert 'property="og:image" content="http://localhost:8000/articles/magnesium/card-1.png"' in page
    assert 'name="twitter:card" content="summary_large_image"' in page
    assert client.get("/articles/magnesium/card-7.png")["Location"] == "/articles/magnesium/card-1.png"


@pytest.mark.parametrize("title", ["锌与普通感冒", "x" * 400, "Doses ≤ 5 mg", "", "word " * 90])
def test_a_card_holds_any_title(title: str) -> None:
    told = Told(title, "Common Ground Health", "1 of 1 claim supported", bar=(("supported", 0.0, 100.0),))
    assert Image.open(BytesIO(drawn(told))).size == (1200, 630)
    assert drawn(told) == drawn(told)


def test_foreign_letters_are_drawn_as_the_name_of_the_site_and_not_as_boxes() -> None:
    assert drawn(Told("锌与普通感冒", "Us", "")) == drawn(Told("Us", "Us", ""))
    assert drawn(Told("≤ 5 mg daily", "Us", "")) != drawn(Told("Us", "Us", ""))
