"""Editors write how the publication works in a form that loses nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Policy
from articles.services.policies import write_policy

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(db: None) -> Policy:
    return Policy.objects.of("contact").get()  # type: ignore[no-any-return]


@pytest.fixture
def address(row: Policy) -> str:
    return reverse("admin:articles_policy_change", args=[row.pk])


def as_one_of(make_user: Any, group: str) -> Client:
    client = Client()
    client.force_login(make_user("somebody", group))
    return client


def test_an_author_reads_the_text_and_cannot_change_it(make_user: Any, address: str) -> None:
    client = as_one_of(make_user, "Authors")
    assert b"Your own health" in client.get(address).content
    assert client.post(address, {"text": "x", "said": "x", "seen": 1}).status_code == 403


def test_what_is_missing_is_told_and_what_was_typed_stays(make_user: Any, address: str) -> None:
    answer = as_one_of(make_user, "Editors").post(address, {"text": "Ring twice.", "said": "", "seen": 1})
    assert "readers see it beside the version" in answer.content.decode()
    assert "Ring twice." in answer.content.decode()
    assert Policy.objects.of("contact").count() == 1


def test_a_colleagues_version_is_not_overwritten_unseen(make_user: Any, address: str) -> None:
    client = as_one_of(make_user, "Editors")
    client.post(address, {"text": "Ring twice.", "said": "One.", "seen": 1})
    late = client.post(address, {"text": "Ring three times.", "said": "Two.", "seen": 1})
    assert "A colleague wrote version 2" in late.content.decode()
    assert 'name="seen" value="2"' in late.content.decode()
    assert "Ring three times." in late.content.decode()
    assert Policy.objects.of("contact").first().text == "Ring twice."


def test_saving_puts_a_new_version_before_readers(make_user: Any, address: str, client: Client) -> None:
    answer = as_one_of(make_user, "Publishers").post(address, {"text": "Ring.", "said": "Shorter.", "seen": 1})
    assert answer.status_code == 302
    assert "<p>Ring.</p>" in client.get("/how-we-work/contact/").content.decode()


def test_the_list_says_which_pages_nobody_has_written_yet(superuser: User, client: Client) -> None:
    client.force_login(superuser)
    write_policy(page="contact", text="Ring.", said="Shorter.", by=superuser, seen=1)
    listed = client.get(reverse("admin:articles_policy_changelist")).content.decode()
    assert "Shorter." in listed
    assert listed.count("Came with Citewell") == 3
