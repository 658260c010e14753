"""Icons are words in a font: no template of an application lets readers hear them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import unfold
from django.contrib.auth.models import User
from django.test import Client

from articles.newsroom.quiet_icons import quiet
from tests.articles import factories

ICON = re.compile(r"<\w+[^<>]*material-symbols-outlined[^<>]*>")


def test_what_is_no_icon_stays_as_it_is() -> None:
    text = '<span class="name">material-symbols-outlined</span><a class="icon">x</a>'
    assert quiet(text) == text


def test_every_icon_of_unfold_is_hidden_once() -> None:
    seen = 0
    for file in Path(unfold.__path__[0]).rglob("templates/**/*.html"):
        for icon in ICON.findall(quiet(file.read_text())):
            if icon.startswith(("<span", "<div")):
                seen += 1
                assert icon.count("aria-hidden") == 1, f"{file.name}: {icon}"
    assert seen > 50


@pytest.mark.django_db
def test_a_list_has_a_main_part_a_way_past_the_menu_and_no_icon_that_is_read(client: Client, editor: User) -> None:
    factories.make_article()
    client.force_login(editor)
    page = client.get("/admin/articles/article/").content.decode()
    assert page.count("<main") == 1
    assert page.index('href="#main-content"') < page.index("<nav")
    assert all("aria-hidden" in icon for icon in ICON.findall(page))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/admin/articles/article/?q=quokka", "Nothing here fits “quokka”"),
        ("/admin/articles/topic/", "No topics yet"),
    ],
)
def test_an_empty_list_says_what_to_do(address: str, words: str, client: Client, editor: User) -> None:
    client.force_login(editor)
    page = client.get(address).content.decode()
    assert words in page
    assert "yielded" not in page
