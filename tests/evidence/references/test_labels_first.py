"""Strings whose fields labels tell better than the marks of their style do."""

from __future__ import annotations

import pytest

from evidence.references.author_names import first_names
from evidence.references.fields import split_volume
from evidence.references.parsing import parse


def told(raw: str) -> tuple:
    csl = parse(raw)
    year = csl.get("issued", {}).get("date-parts", [[None]])[0][0]
    return csl.get("title"), csl.get("container-title"), year, csl.get("volume"), csl.get("page")


@pytest.mark.parametrize(
    "raw",
    [
        "Hill AB, Roe C. Owls and sleep in nurses. A randomised trial. J Sleep Res. 2011;14(2):100-9.",
        "Hill AB, Roe C, et al. Owls and sleep in nurses. A randomised trial. J Sleep Res. 2011;14(2):100-9.",
        "Hill, A. B., & Roe, C. (2011). Owls and sleep in nurses. A randomised trial. J Sleep Res, 14(2), 100-9.",
        "Hill, A.B. and Roe, C. (2011) ‘Owls and sleep in nurses. A randomised trial’, J Sleep Res, 14(2), pp. 100-9.",
        "A. B. Hill and C. Roe, “Owls and sleep in nurses. A randomised trial,” J Sleep Res, vol. 14, pp. 100-9, 2011.",
        "Hill, A. B. & Roe, C. Owls and sleep in nurses. A randomised trial. J Sleep Res 14, 100-9 (2011).",
    ],
)
def test_a_title_of_two_sentences_stays_whole(raw):
    assert told(raw) == ("Owls and sleep in nurses. A randomised trial", "J Sleep Res", 2011, "14", "100-9")


@pytest.mark.parametrize(
    "raw",
    [
        "Hill AB. Owls and sleep in night nurses. J Sleep Res 2011;14(2):100-9",
        "Hill, A. B. (2011). Owls and sleep in night nurses. J Sleep Res14(2), 100-9.",
    ],
)
def test_parts_without_a_space_between_are_told_apart(raw):
    assert told(raw) == ("Owls and sleep in night nurses", "J Sleep Res", 2011, "14", "100-9")


def test_a_phase_is_no_author_behind_et_al():
    csl = parse("Hill AB, Roe C, et al. Phase I trial of zinc lozenges in adults. J Sleep Res. 2011;14(2):100-9.")
    assert csl["title"] == "Phase I trial of zinc lozenges in adults"
    assert [name["family"] for name in csl["author"]] == ["Hill", "Roe"]


def test_the_editor_of_a_book_is_not_its_author():
    csl = parse("Hill, Ada, and Carl Roe, editors. Owls of the Night Wards. London: Hill Press, 2011.")
    assert "author" not in csl
    assert csl["title"] == "Owls of the Night Wards"


def test_a_quotation_that_only_begins_the_title_does_not_end_it():
    csl = parse("Hill, Ada. “Behind the Ward”: Night Nurses of the North. London: Hill Press, 2011.")
    assert csl["title"].endswith("Night Nurses of the North")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("16. Jg. Heft 2", {"volume": "16", "issue": "2"}),
        ("5.Jg/Heft 3,", {"volume": "5", "issue": "3"}),
        ("14(2) 100-9", {"volume": "14", "issue": "2", "page": "100-9"}),
    ],
)
def test_volumes_of_other_customs_are_taken_apart(text, wanted):
    assert split_volume(text) == wanted


def test_of_a_list_of_names_that_breaks_off_the_beginning_is_kept():
    assert first_names("Hill AB, Roe C; Nyg; aring; rd 7") == [
        {"family": "Hill", "given": "AB"},
        {"family": "Roe", "given": "C"},
    ]


@pytest.mark.parametrize("text", ["", "zinc and colds", "7, 8, 9"])
def test_no_names_are_read_where_no_list_begins(text):
    assert first_names(text) == []
