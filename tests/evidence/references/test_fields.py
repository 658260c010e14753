"""What stands at the place of the volume and of the pages, however it is written."""

from __future__ import annotations

import pytest

from evidence.references.fields import pages_of, split_volume


@pytest.mark.parametrize("text", ["Autumn", "A/HRC/26/36/Add.1", "volumes of verse", "note 12", "the 3rd part"])
def test_what_names_no_volume_gives_none(text: str) -> None:
    assert split_volume(text) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("v. 27, no. 8, April,", {"volume": "27", "issue": "8"}),
        ("Vol. 41, No. 2, Part 1, Mai,", {"volume": "41", "issue": "2"}),
        ("(Vol. 3, Part A,", {"volume": "3"}),
        ("No. 134, Part 3,", {"issue": "134"}),
        ("n° 54, vol. 1,", {"volume": "1", "issue": "54"}),
        ("(Suppl 1),", {"issue": "Suppl 1"}),
        ("(962529):153–157,", {"issue": "962529", "page": "153-157"}),
        ("28, 3/4", {"volume": "28", "issue": "3/4"}),
        ("Volume E,", {"volume": "E"}),
        ("2 vols., vol. ii,", {"volume": "ii"}),
        ("Part II, Vol. I", {"volume": "I"}),
        ("vols. 19–21", {"volume": "19-21"}),
        ("Vols. 4 and 5 of", {"volume": "4-5"}),
        ("vol. 1: Writings, 1922–34,", {"volume": "1"}),
        ("13(4):155-160", {"volume": "13", "issue": "4", "page": "155-160"}),
    ],
)  # fmt: skip
def test_volume_and_issue_are_read_in_many_forms(text: str, wanted: dict[str, str]) -> None:
    assert split_volume(text) == wanted


@pytest.mark.parametrize("text", ["248p.", "634 pages", "NP", "in press"])
def test_a_count_of_pages_is_no_page(text: str) -> None:
    assert pages_of(text) == ""


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("pp. 12–19.", "12-19"), ("p. 112 114.", "112-114"), ("p. 112 14", "112"), ("427, 426.", "427, 426"),
        ("27-39, 171–172,", "27-39, 171-172"), ("C1+.", "C1"), ("pp. A-349.", "A-349"), ("143 f.", "143f"),
        ("e12", "e12"),
    ],
)  # fmt: skip
def test_pages_are_read_in_many_forms(text: str, page: str) -> None:
    assert pages_of(text) == page
