"""A word of effect is known in every letter that passes for its own, and other words stay as they are written."""

from __future__ import annotations

import pytest

from evidence.language import disguised_words
from evidence.language.disguised_words import disguised, plain


@pytest.mark.parametrize(
    "text",
    [
        "Curé Müller and Señor Peña",
        "The café in Orléans",
        "self-help, e.g. rest",
        "The S.A.F.E. trial and the C.U.R.E.S study",
        "https://example.org/c-u-r-e-s and [@cure_s2019]",
        "B12 and omega-3 and cure5",
        "safe-haven",
        "un-treated water",
        "A B C D and I",
        "Vitamin B, C, D, E and K",
        "Sleep.Walk.Rest",
        "https://example.org/cures-and-heals",
        "naïve Zoë",
        "дети и вода",
    ],
)
def test_names_compounds_and_other_languages_stay(text: str) -> None:
    assert [word for _, _, word in disguised(text) if word.lower() != "cure"] == []


@pytest.mark.parametrize(
    "written",
    [
        *("ćures", "çures", "cu\u0301res", "c\u0336u\u0336r\u0336e\u0336s\u0336", "cúrés", "ƈures", "ȼures", "cur3s"),
        *("ᶜures", "cᵤres", "⒞ures", "\U0001f172ures", "\U0001f1e8ures", "cuꭇes", "cʊres", "cu\\res", "cu{}res"),
        *(
            "c.u.r.e.s",
            "c-u-r-e-s",
            "c·u·r·e·s",
            "c\u00a0u\u00a0r\u00a0e\u00a0s",
            "c u r e s",
            "cu-\nres",
            "cu\u2800res",
        ),
        *("_cu_res", "c\u20ddures"),
    ],
)
def test_a_word_of_effect_is_known_in_disguise(written: str) -> None:
    text = f"Zinc {written} colds."
    (found,) = set(disguised(text))
    assert (text[found[0] : found[1]].strip(), found[2].lower()) == (written, "cures")


def test_letters_one_by_one_make_a_word_of_health() -> None:
    assert [word for _, _, word in disguised("Zinc C U R E S   C A N C E R now")] == ["CURES", "CANCER"]


@pytest.mark.parametrize(("letter", "read"), [("é", "e"), ("ᴿ", "R"), ("ø", "o"), ("ʀ", "r"), ("ß", "ß"), ("я", "я")])
def test_a_letter_is_read_as_what_it_is_by_compatibility_or_name(letter: str, read: str) -> None:
    assert plain(letter) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "safe and 1st",
        "cur3s cur3s4all 3a, café1s _h3al",
        "é" * 70 + " x",
        "a" * 16 + "3b " + "a" * 17 + "3b",
        "cu\u0301r3s H@rm ¼b “q” c\u20ddures",
        "12rd a1b2c3d4 " * 9,
    ],
)
def test_changed_words_are_found_where_the_long_expression_alone_finds_them(text: str) -> None:
    found = [match.span() for match in disguised_words._changed(text)]
    assert found == [match.span() for match in disguised_words._CHANGED.finditer(text)]
