"""Notes of a long article on a page of their own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from articles.reader.apart import MOST
from tests.articles.published import claim, flag, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"
NOTES = f"{URL}claims/"


def article(number: int, **facts: Any) -> dict[str, Any]:
    """As many claims as `number`, each with a work; one stands in a picture's words, where no mark can be."""
    texts = [f"Remedy number {at} helps with sleep [@key{at + 1}]." for at in range(number - 1)]
    rows = [
        claim(at, text, "weak", [flag("causal-overstatement")] if at % 2 else [], sources=[{"number": at + 1}])
        for at, text in enumerate(texts)
    ]
    rows.append(claim(number, "Seen in no line of the text.", "none", [flag("missing-citation")]))
    works = [work(at + 1, used_in=[at], **facts) for at in range(number)]
    return snapshot("\n\n".join(texts), rows, citations=works)


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_notes_of_what_nobody_can_read_are_not_there(client: Client) -> None:
    assert client.get(NOTES).status_code == 404
    one = publish(article(MOST + 1))
    assert client.get(NOTES).status_code == 200
    take_off(one)
    assert client.get(NOTES).status_code == 410


def test_a_short_article_keeps_its_notes(client: Client) -> None:
    publish(article(MOST))
    html = shown(client, URL)
    assert html.count('role="dialog"') == MOST
    assert 'href="claims/' not in html


def test_each_mark_of_a_long_article_leads_to_its_note_and_each_note_back(client: Client) -> None:
    publish(article(MOST + 5))
    html, notes = shown(client, URL), shown(client, NOTES)
    assert "<button" not in html
    wanted = re.findall(r'class="tag [^>]*href="claims/#(claim-\d+-why)"', html)
    assert sorted(wanted) == sorted(re.findall(r'id="(claim-\d+-why)" class="card', notes))
    assert len(wanted) == MOST + 5
    back = re.findall(r'<p class="to-text"><a href="\.\./#(claim-\d+)"', notes)
    assert len(back) == MOST + 5
    assert all(f'id="{anchor}"' in html for anchor in back)
    assert all(f'id="{anchor}"' in html for anchor in re.findall(r'href="\.\./#(ref-\d+)"', notes))


def test_the_names_and_words_of_marks_are_those_of_a_short_article(client: Client) -> None:
    def tags(number: int, slug: str) -> list[tuple[str, str]]:
        publish(article(number), slug=slug)
        html = shown(client, f"/articles/{slug}/")
        return re.findall(r'class="tag[^>]*aria-label="([^"]*)"[^>]*>([^<]*)<', html)

    assert set(tags(MOST, "short")) == set(tags(MOST + 5, "long"))


def test_the_page_of_notes_is_for_readers_and_not_for_search_engines(client: Client) -> None:
    publish(article(MOST + 1))
    response = client.get(NOTES)
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-cache" in response["Cache-Control"]
    assert "popover" not in response.content.decode()


def test_a_version_at_its_own_address_stays_whole(client: Client) -> None:
    publish(article(MOST + 1))
    html = shown(client, f"{URL}versions/1/")
    assert html.count('role="dialog"') == MOST + 1


def test_a_long_list_of_works_tells_machines_their_doi_and_what_is_wrong_with_them(client: Client) -> None:
    content = article(MOST + 5)
    content["citations"][3] |= {"status": "retracted"}
    content["citations"][4] |= {"doi": ""}
    publish(content)
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', shown(client, URL))
    works = json.loads(said)["citation"]
    assert works[0] == {"@id": "https://doi.org/10.1000/part.1"}
    assert works[3]["creativeWorkStatus"] == "Retracted"
    assert works[4]["name"] == "A trial of something, part 5"
