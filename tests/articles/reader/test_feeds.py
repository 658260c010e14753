"""Feeds carry whole articles with their marks as words, and tell of every change and of what was taken off."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
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
    text += " Zinc shortens colds."
    none = claim(0, "Magnesium cures insomnia.", "none", [flag("missing-citation")])
    publish(snapshot(text, [none, claim(2, "Zinc shortens colds.", "strong")]))
    (one,) = items(client, url)
    assert "<em>[Supported]</em>" in one["text"]
    assert "<em>[]</em>" not in one["text"]
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


@pytest.fixture
def everything(db: None, settings: Any) -> None:
    """An article by a person, one by nobody, corrections of both, and one that was retracted."""
    settings.PUBLISHER_NAME = "The Publisher"
    text = "Magnesium helps with sleep. See [the trial](/articles/other/).\n\n![A jar](/media/jar.png)"
    article = publish(snapshot(text, [claim(0, "Magnesium helps with sleep.", "strong")]))
    renew(article, snapshot("Second."), kind="correction", wrong="It said first.", right="It is second.")
    publish(snapshot("By nobody.", contributors=[]), slug="by-nobody")
    gone = publish(snapshot("Third."), slug="gone")
    services.withdraw(article=gone, by=make_user("Editors"), reason="x", kind="retraction", told="It was made up.")


def test_rss_keeps_the_rules_that_validators_check(client: Client, everything: None) -> None:
    """RSS 2.0 and the profile of its advisory board, as validator.w3.org/feed asks for them."""
    root = ElementTree.fromstring(client.get("/feed/").content)  # noqa: S314 - our own feed
    channel = root[0]
    assert (root.get("version"), len(root), channel.tag) == ("2.0", 1, "channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description", "language", "lastBuildDate"))
    itself = channel.find(f"{ATOM}link[@rel='self']")
    assert itself is not None
    assert (itself.get("href") or "").endswith("/feed/")
    told = list(channel.iter("item"))
    assert len({one.findtext("guid") for one in told}) == len(told) == 4
    for one in told:
        guid = one.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink", "true") == "false" or (guid.text or "").startswith("http")
        assert (one.findtext("link") or "").startswith("http")
        assert one.findtext("title")
        assert parsedate_to_datetime(one.findtext("pubDate") or "").tzinfo
        assert one.find("author") is None, "RSS wants a mail address there; the name stands in dc:creator"
        assert len(one.findall("description")) == 1


def test_atom_keeps_the_rules_that_validators_check(client: Client, everything: None) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2."""
    root = ElementTree.fromstring(client.get("/feed/atom/").content)  # noqa: S314 - our own feed
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The Publisher"
    entries = root.findall(f"{ATOM}entry")
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == len(entries) == 4
    for one in (root, *entries):
        assert all(len(one.findall(ATOM + name)) == 1 for name in ("id", "title", "updated"))
        assert (one.findtext(f"{ATOM}id") or "").startswith("http")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated") or "").tzinfo
        assert len(one.findall(f"{ATOM}link[@rel='alternate']")) == 1
        for text in one.findall(f"{ATOM}summary") + one.findall(f"{ATOM}content"):
            assert text.get("type") in ("text", "html")


@pytest.mark.parametrize("url", FEEDS)
def test_no_text_of_a_feed_holds_what_readers_of_feeds_refuse(client: Client, everything: None, url: str) -> None:
    """Scripts, styles, forms and addresses that lead nowhere from elsewhere."""
    for one in items(client, url):
        assert not re.search(r"<(script|style|form|input|button|iframe|object|svg)\b| on\w+=| style=", one["text"])
        assert not re.search(r'(?:href|src)="(?!https?://)', one["text"])


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
