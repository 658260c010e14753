"""Readers learn how the publication works, what it said before, and how it stands in numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Policy
from articles.models.amendment import AmendmentKind
from articles.reader.figures import _rows
from articles.services.policies import write_policy
from articles.services.public_record import amend
from tests.articles.published import PERSON, REVIEWER, claim, publish, snapshot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["nothing/", "nothing/versions/1/", "contact/versions/2/", "contact/versions/0/"])
def test_a_page_or_version_that_was_never_written_is_not_there(client: Client, path: str) -> None:
    assert client.get(f"/how-we-work/{path}").status_code == 404


def test_html_in_a_text_is_shown_as_words(client: Client, editor: User) -> None:
    write_policy(page="contact", text="<script>alert(1)</script> Ring.", said="x", by=editor, seen=1)
    assert "<script>alert" not in client.get("/how-we-work/contact/").content.decode()


def test_every_page_has_its_address_in_the_footer_and_begins_with_a_text(client: Client) -> None:
    footer = client.get("/").content.decode().partition("site-end")[2]
    for row in Policy.objects.in_force():
        assert f'href="/how-we-work/{row.page}/"' in footer
        assert "Version 1, since" in client.get(f"/how-we-work/{row.page}/").content.decode()
    assert "not stated here yet" in client.get("/how-we-work/advertising-and-ownership/").content.decode()
    assert client.get("/how-we-work/").status_code == 200


def test_the_contact_page_names_the_address_of_the_settings_alone(client: Client, settings: Any) -> None:
    settings.CONTACT_EMAIL = "desk@news.example"
    assert "mailto:desk@news.example" in client.get("/how-we-work/contact/").content.decode()
    assert "mailto:" not in client.get("/how-we-work/corrections-policy/").content.decode()


def test_what_was_said_before_stays_at_an_address_with_what_changed(client: Client, editor: User) -> None:
    write_policy(page="contact", text="Ring twice. Wait a moment.", said="How to ring.", by=editor, seen=1)
    write_policy(page="contact", text="Ring once. Wait a moment.", said="Once is enough.", by=editor, seen=2)
    now = client.get("/how-we-work/contact/").content.decode()
    assert "Ring once." in now
    assert "Once is enough." in now
    earlier = client.get("/how-we-work/contact/versions/2/")
    assert "Ring twice." in earlier.content.decode()
    assert "This is what we said from" in earlier.content.decode()
    assert earlier["X-Robots-Tag"] == "noindex"
    later = client.get("/how-we-work/contact/versions/3/").content.decode()
    assert "<del>twice" in later
    assert "This holds since" in later


def test_figures_without_articles_say_so(client: Client) -> None:
    assert "There are no claims on the site yet." in client.get("/how-we-work/figures/").content.decode()


def test_figures_count_claims_reviews_and_corrections(client: Client, editor: User) -> None:
    claims = [claim(1, "Zinc helps.", "moderate"), claim(2, "Honey helps.", "none"), claim(3, "Tea helps.", "weak")]
    days = {"reviewed_on": f"{timezone.now().date() - timedelta(days=200)}", "next_review": "2020-01-01"}
    article = publish(
        snapshot("Zinc helps. Honey helps. Tea helps.", claims, contributors=[PERSON, REVIEWER], dates=days)
    )
    publish(snapshot("Zinc helps.", [claims[0]], contributors=[PERSON, REVIEWER]), slug="other")
    live = article.live_revision
    amend(article=article, by=editor, kind=AmendmentKind.CORRECTION, wrong="12", right="21", before=live, after=live)
    told = client.get("/how-we-work/figures/").context
    assert told["claims"] == 4
    assert [(row.label, row.number, row.share) for row in told["support"]] == [
        ("Supported", 2, "50 %"),
        ("Weakly supported", 1, "25 %"),
        ("Not supported", 1, "25 %"),
    ]
    assert {row.label: row.number for row in told["ages"]} == {
        "Under 6 months ago": 0,
        "6 to 12 months ago": 1,
        "1 to 2 years ago": 0,
        "2 to 3 years ago": 0,
        "More than 3 years ago": 0,
        "Never": 1,
    }
    assert [row.number for row in told["open"]] == [0, 1, 1]
    assert told["months"][-1].corrections == 1
    assert len(told["months"]) == 12
    assert told["columns"][-1].height == 50


@pytest.mark.parametrize(
    ("number", "whole", "told"),
    [
        (1, 284, "under 1 %"),
        (283, 284, "over 99 %"),
        (0, 284, "0 %"),
        (284, 284, "100 %"),
        (0, 0, "0 %"),
        (1, 3, "33 %"),
    ],
)
def test_a_share_never_calls_some_none_nor_most_all(number: int, whole: int, told: str) -> None:
    [row] = _rows([("Supported", number, "supported")], whole)
    assert row.share == told


def test_how_we_work_is_in_the_sitemap(client: Client) -> None:
    assert "/how-we-work/editorial-policy/</loc>" in client.get("/sitemap-pages.xml").content.decode()
