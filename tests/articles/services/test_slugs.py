"""Addresses made of titles and names."""

from __future__ import annotations

import pytest

from articles.services.slugs import slug_of


@pytest.mark.parametrize("words", ["", "???", "💤💤", "睡眠", "— —", "Сон"])
def test_nothing_is_made_of_other_letters_and_signs(words: str) -> None:
    assert slug_of(words) == ""


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Ålesund søvn", "alesund-sovn"),
        ("Straße 7", "strasse-7"),
        ("Œuvre & cœur", "oeuvre-coeur"),
        ("Łódź śpi", "lodz-spi"),
        ("Đường ngủ", "duong-ngu"),
        ("Æðey Þórs", "aedey-thors"),
        ("Kadın uykusu", "kadin-uykusu"),
        ("What’s sleep?", "whats-sleep"),
    ],
)
def test_no_latin_letter_is_lost(words: str, slug: str) -> None:
    assert slug_of(words) == slug
