"""A place of the newsroom has one name: that of the menu."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.newsroom.trail import page_title, way
from tests.articles import factories

PLACES = [
    ("articles_logentry", "Log"),
    ("articles_policy", "How we work"),
    ("articles_checklistquestion", "Checklist"),
    ("citations_citation", "Works"),
    ("citations_batch", "Imports and bulk work"),
    ("auth_user", "Accounts"),
    ("usersessions_usersession", "Sessions"),
    ("mfa_authenticator", "Second factors"),
]


def menu(active: str = "", *, allowed: bool = True) -> list[dict[str, Any]]:
    names = ("Articles", "Works")
    items = [
        {"title": name, "link": f"/{name.lower()}/", "active": name == active, "has_permission": allowed}
        for name in names
    ]
    return [{"items": items}]


def test_a_page_without_a_place_is_the_newsroom() -> None:
    assert way({}) == [("Newsroom", "")]
    assert page_title({"sidebar_navigation": menu()}) == "Newsroom | Citewell"


def test_a_place_that_somebody_may_not_see_is_no_link() -> None:
    found = way({"sidebar_navigation": menu("Works", allowed=False), "title": "Where it is used"})
    assert found == [("Works", ""), ("Where it is used", "")]


def test_a_list_is_its_place_and_a_row_goes_by_its_own_name() -> None:
    assert way({"sidebar_navigation": menu("Works"), "cl": object(), "title": "Select work to change"}) == [
        ("Works", "")
    ]
    row = {"sidebar_navigation": menu("Works"), "original": 7, "title": "Change work", "subtitle": "A trial"}
    assert way(row) == [("Works", "/works/"), ("A trial", "")]
    assert page_title(row | {"site_title": "Citewell"}) == "A trial | Works | Citewell"


def test_a_page_about_an_article_names_both() -> None:
    page = {"sidebar_navigation": menu("Articles"), "title": "Change the address", "subtitle": "Tea"}
    assert [place.name for place in way(page)] == ["Articles", "Tea", "Change the address"]


@pytest.mark.django_db
def test_every_list_is_called_as_the_menu_calls_it(client: Client) -> None:
    root = User.objects.create_superuser("root")
    factories.make_article(by=root)
    client.force_login(root)
    log = client.get(reverse("admin:articles_logentry_changelist")).content.decode()
    assert re.search(r"\d+\s+entr(y|ies) of the log", log)
    assert "No second factors yet" in client.get(reverse("admin:mfa_authenticator_changelist")).content.decode()
    assert re.search(r"\d+\s+accounts?\b", client.get(reverse("admin:auth_user_changelist")).content.decode())
    for name, called in PLACES:
        page = client.get(reverse(f"admin:{name}_changelist")).content.decode()
        assert f"<title> {called} | Citewell</title>" in page, name
        head = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)
        assert head is not None, name
        assert re.findall(r">([^<>]+)</(?:a|span)>", head[1]) == [called], name
        assert re.search(rf'aria-current="page"[^>]*>.*?<span>{called}</span>', page, re.S), name


@pytest.mark.django_db
def test_an_entry_of_the_log_goes_by_its_sentence_and_an_account_by_its_word(client: Client) -> None:
    root = User.objects.create_superuser("root")
    factories.make_article(by=root)
    client.force_login(root)
    entry = client.get(reverse("admin:articles_logentry_changelist")).context["cl"].result_list[0]
    page = client.get(reverse("admin:articles_logentry_change", args=[entry.pk])).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.S)
    assert title is not None
    assert re.search(r": root .*\. \| Log \| Citewell", title[1])
    page = client.get(reverse("admin:auth_user_add")).content.decode()
    assert "<title> Add account | Accounts | Citewell</title>" in page
