"""A 304 carries what the 200 would have (RFC 9110, 15.4.5), at every kind of address for readers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from articles.models import Topic
from tests.articles.factories import make_contributor, make_published_article
from tests.drawing import some

pytestmark = pytest.mark.django_db

PAGES = (
    *("/", "/feed/", "/feed/atom/", "/feed/json/", "/topics/", "/topics/knees/", "/people/", "/people/ann-poe/"),
    *("/articles/knees/", "/articles/knees/references/", "/articles/knees/versions/", "/archive/", "/corrections/"),
    *("/how-we-grade-evidence/", "/how-we-work/", "/sitemap.xml", "/sitemap-pages.xml"),
)
NOT_KEPT = (
    *("/search/", "/search/?q=knee", "/claims/", "/claims/?q=knee", "/articles/knees/versions/1/", "/robots.txt"),
    *("/articles/knees/changes/?from=1&to=1", "/articles/knees/references.bib", "/articles/knees/references.ris"),
    *("/articles/knees/references.json", "/articles/knees/cite.bib", "/articles/knees/cite.ris", "/topics/?a=1"),
    *("/articles/knees/claims/", "/articles/knees/card-1.png", "/.well-known/security.txt", "/archive/?x=2"),
    "/oembed/?url=https://news.example/articles/knees/",
)
"""Rendered at each request."""
FOR_MACHINES = (
    *("/api/v1/articles", "/api/v1/articles/knees", "/api/v1/claims", "/api/v1/works", "/api/v1/corrections"),
)


@pytest.fixture(autouse=True)
def _article(db: None) -> None:
    topic, person = Topic.objects.create(name="Knees", slug="knees"), make_contributor(name="Ann Poe", slug="ann-poe")
    make_published_article(slug="knees", topics=[topic], authors=[person])


@pytest.mark.drawn(1)
@pytest.mark.parametrize("addresses", [PAGES, NOT_KEPT, FOR_MACHINES], ids=["kept", "not kept", "for machines"])
def test_what_is_known_is_not_sent_again_and_says_what_it_is(
    client: Client, addresses: tuple[str, ...], settings: Any
) -> None:
    settings.CONTACT_EMAIL, settings.SITE_URL = "desk@news.example", "https://news.example"
    for address in some(addresses, 6):
        _is_not_sent_again(client, address)


def _is_not_sent_again(client: Client, address: str) -> None:
    client.get(address)  # a page is kept when it is first asked for
    whole = client.get(address)
    assert whole.status_code == 200, address
    tag = whole["ETag"]
    for known in (tag, f'"other", {tag}', f"W/{tag.removeprefix('W/')}", "*"):
        again = client.get(address, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b""), (address, known)
        for name in ("ETag", "Cache-Control", "Vary", "Content-Location", "Expires"):
            assert again.get(name) == whole.get(name), (address, name)
        assert again["Cache-Control"], address
    head = client.head(address)
    told = (head.status_code, head["ETag"], head["Content-Type"], head.content)
    assert told == (200, tag, whole["Content-Type"], b""), address
    assert client.head(address, headers={"if-none-match": tag}).status_code == 304, address
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200, address


def test_a_site_of_another_name_has_other_tags(client: Client, settings: Any) -> None:
    feeds = ("/feed/", "/feed/atom/", "/feed/json/")
    before = {address: client.get(address)["ETag"] for address in feeds}
    settings.SITE_NAME = "Another newsroom"
    after = {address: client.get(address)["ETag"] for address in feeds}
    assert [address for address in feeds if after[address] == before[address]] == []
