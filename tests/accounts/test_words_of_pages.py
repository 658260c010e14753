"""Pages that allauth writes call each place as the menu of the newsroom does."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

import accounts

PLACE = Path(accounts.__file__).parent / "locale" / "en_GB" / "LC_MESSAGES"


@pytest.mark.parametrize(
    ("view", "said", "unsaid"),
    [
        ("mfa_index", "Second factor", "Two-Factor"),
        ("account_change_password", "Change your password", "New Password"),
        ("usersessions_list", "Log out", "Sign Out"),
    ],
)
def test_a_page_goes_by_the_name_in_the_menu(view: str, said: str, unsaid: str, client: Client, author: User) -> None:
    client.force_login(author)
    page = client.get(reverse(view), follow=True).content.decode().partition("<main>")[2]
    assert said in page
    assert unsaid not in page


def test_what_is_read_is_what_was_written() -> None:
    """The file that Django reads was made of the one that people write."""
    written = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', (PLACE / "django.po").read_text(), re.MULTILINE))
    with (PLACE / "django.mo").open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert len(written) > 20
    assert {words: read.gettext(words) for words in written} == written
