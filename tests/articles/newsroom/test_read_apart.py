"""The same answers from the process that reads apart, with the rows as they stand in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

import apart
from apart import readers
from tests.articles import factories
from tests.growth.shapes import SHAPES

WORDS = "# Zinc\n\nZinc cures colds. Walking eases sore knees [@doe2019].\n"


@pytest.fixture
def apart_too(settings: Any, transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Turns it on: the process is started with the database that the tests fill."""
    place = connection.settings_dict
    host = f"{quote(place['USER'])}:{quote(place['PASSWORD'])}@{quote(place['HOST'], safe='')}"
    port = f":{place['PORT']}" if place["PORT"] else ""
    monkeypatch.setenv("DATABASE_URL", f"postgresql://{host}{port}/{place['NAME']}")

    monkeypatch.setattr(readers, "START_SECONDS", 300)

    def turn_on() -> None:
        settings.READ_APART = True

    yield turn_on
    apart.TYPED.end()
    apart.SENT.end()


def test_each_way_into_the_engine_answers_as_it_does_within_the_web_process(
    client: Client, author: User, apart_too: Callable[[], None]
) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    preview = reverse("newsroom:preview")

    def answers() -> list[bytes]:
        given = [
            client.post(preview, {"content": WORDS}),
            client.post(f"{preview}?article={article.pk}", {"content": WORDS}),
            client.post(reverse("newsroom:as-typed", args=[article.pk]), {"text": WORDS}),
            client.post(reverse("newsroom:rich-text"), {"html": "<p>Zinc <b>cures</b> colds.</p>"}),
        ]
        assert [answer.status_code for answer in given] == [200] * 4
        return [answer.content for answer in given]

    here = answers()
    assert b"Claim without a source" in here[0] + here[2]
    apart_too()
    assert answers() == here
    assert apart.TYPED.running


def test_a_hostile_text_is_told_to_be_too_intricate_and_the_next_one_is_read(
    client: Client, author: User, apart_too: Callable[[], None], settings: Any
) -> None:
    settings.PREVIEW_SECONDS = 0.2
    apart_too()
    client.force_login(author)
    preview = reverse("newsroom:preview")
    text = next(shape for shape in SHAPES if shape.name == "one sentence of studies").text(300_000)
    assert "too intricate" in client.post(preview, {"content": text}).content.decode()
    settings.PREVIEW_SECONDS = 20
    assert "<mark" in client.post(preview, {"content": WORDS}).content.decode()


def test_the_page_of_an_unread_draft_is_made_apart_and_leaves_it_unread(
    client: Client, author: User, apart_too: Callable[[], None], settings: Any
) -> None:
    article = factories.make_article(by=author, body="Zinc cures colds.")
    client.force_login(author)
    apart_too()
    address = reverse("newsroom:reading", args=[article.pk])
    assert '<mark class="claim claim-none' in client.get(address).content.decode()
    assert apart.SENT.running
    article.refresh_from_db()
    assert not article.is_assessed
    with apart.SENT.turn:
        settings.IMPORT_SECONDS = 0.01
        told = client.get(address, follow=True)
    assert "Other texts are being read" in told.content.decode()


def test_a_post_is_recognised_apart(client: Client, author: User, apart_too: Callable[[], None]) -> None:
    apart_too()
    client.force_login(author)
    page = client.post(reverse("newsroom:import"), {"text": WORDS}, follow=True)
    assert page.status_code == 200
    assert "what was recognised" in page.content.decode()
    assert apart.SENT.running
