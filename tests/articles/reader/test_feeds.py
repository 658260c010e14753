"""Feeds carry whole articles with their marks as words, and tell of every change and of what was taken off."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from articles import services
from articles.reader.feed_texts import readable
from tests.articles.factories import make_user
from tests.articles.published import claim, flag, publish, snapshot
from tests.articles.reader.test_public_record import renew

pytestmark = pytest.mark.django_db
FEEDS = ("/feed/", "/feed/atom/", "/feed/json/")
ATOM = "{http://www.w3.org/2005/Atom}"


def items(client: Client, url: str) -> list[dict[str, str]]:
    response = client.get(url)
    assert response.status_code == 200
    if url == "/feed/json/":
        found = response.json()["items"]
        return [
            {"title": one["title"], "link": one["url"], "text": one.get("content_html") or one["content_text"]}
            for one in found
        ]
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own feed
    if url == "/feed/":
        encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
        return [
            {
                "title": one.findtext("title") or "",
                "link": one.findtext("link") or "",
                "text": one.findtext(encoded) or one.findtext("description") or "",
            }
            for one in root.iter("item")
        ]
    return [
        {
            "title": one.findtext(f"{ATOM}title") or "",
            "link": one.find(f"{ATOM}link").get("href") or "",  # type: ignore[union-attr]
            "text": one.findtext(f"{ATOM}content") or one.findtext(f"{ATOM}summary") or "",
        }
        for one in root.iter(f"{ATOM}entry")
    ]


@pytest.mark.parametrize("url", FEEDS)
def test_a_draft_and_a_mark_for_an_update_are_no_news(client: Client, url: str) -> None:
    article = publish()
    services.mark_needs_update(article=article, by=make_user("Editors"), reason="A new trial is out.")
    assert [one["title"] for one in items(client, url)] == ["Does magnesium help you sleep?"]


@pytest.mark.parametrize("url", FEEDS)
def test_the_whole_text_is_there_with_its_marks_as_words(client: Client, url: str) -> None:
    text = "Magnesium cures insomnia. See [the trial](/articles/other/)."
    publish(snapshot(text, [claim(0, "Magnesium cures insomnia.", "none", [flag("missing-citation")])]))
    (one,) = items(client, url)
    assert "Magnesium cures insomnia." in one["text"]
    assert "<em>[No source given]</em>" in one["text"]
    assert "<button" not in one["text"]
    assert "<mark" not in one["text"]
    assert 'href="http://localhost:8000/articles/other/"' in one["text"]


@pytest.mark.parametrize("url", FEEDS)
def test_a_correction_and_a_retraction_are_items_of_their_own(client: Client, url: str) -> None:
    article = publish(snapshot("First."))
    renew(article, snapshot("Second."), kind="correction", wrong="It said first.", right="It is second.")
    found = items(client, url)
    assert [one["title"].partition(":")[0] for one in found] == ["Correction", "Does magnesium help you sleep?"]
    assert "#change-" in found[0]["link"]
    assert "It said first." in found[0]["text"]
    services.withdraw(article=article, by=make_user("Editors"), reason="x", kind="retraction", told="It was made up.")
    found = items(client, url)
    assert found[0]["title"] == "Retraction: Does magnesium help you sleep?"
    assert found[0]["text"] == "It was made up."


def test_json_feed_has_what_its_standard_demands(client: Client) -> None:
    publish()
    response = client.get("/feed/json/")
    feed: Any = response.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert response["Content-Type"].startswith("application/feed+json")
    for one in feed["items"]:
        assert one["id"]
        assert ("content_html" in one) != ("content_text" in one)
    assert client.get("/feed/json/", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_links_of_the_page_lead_to_the_page() -> None:
    html = '<p id="x"><a href="#ref-1">1</a> <a href="/a/">a</a> <a href="//b.example/">b</a> <img src="/m/p.png"></p>'
    told = readable(html, "https://news.example/articles/x/", "https://news.example")
    assert 'href="https://news.example/articles/x/#ref-1"' in told
    assert 'href="https://news.example/a/"' in told
    assert 'href="//b.example/"' in told
    assert 'src="https://news.example/m/p.png"' in told
    assert " id=" not in told


def test_security_txt_names_whom_to_tell_and_until_when(client: Client, settings: Any) -> None:
    settings.CONTACT_EMAIL = ""
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.CONTACT_EMAIL = "safety@news.example"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert "Contact: mailto:safety@news.example\n" in response.content.decode()
    expires = re.search(r"Expires: (\S+)", response.content.decode())
    assert expires
    assert timedelta(days=30) < datetime.fromisoformat(expires[1]) - timezone.now() < timedelta(days=365)
