"""Whether volume and pages say the same place."""

from __future__ import annotations

import pytest

from evidence.verifying.places import last_page, same_pages, same_volume


@pytest.mark.parametrize(("written", "recorded"), [("101-109", "102-109"), ("S12", "12-14"), ("", "12")])
def test_other_pages_differ(written: str, recorded: str) -> None:
    assert not same_pages(written, {"page": recorded})


@pytest.mark.parametrize(
    ("written", "record"),
    [
        ("1355-60", {"page": "1355-1360"}),
        ("1355–1360", {"page": "1355-60"}),
        ("820", {"page": "820, 989"}),
        ("e123456", {"number": "123456"}),
        ("CD001211", {"page": "cd001211"}),
        ("S12–S18", {"page": "S12-8"}),
    ],
)
def test_pages_agree_in_every_form(written: str, record: dict[str, str]) -> None:
    assert same_pages(written, record)


@pytest.mark.parametrize(
    ("written", "recorded", "same"),
    [
        ("13", "14", False),
        ("XIV", "14", True),
        ("vol. 14", "14", True),
        ("33", "33 Suppl 1", True),
        ("33 Suppl 2", "33 Suppl 2", True),
        ("106", "106(2 Pt 1)", True),
    ],
)
def test_volumes_are_read_for_what_they_say(written: str, recorded: str, same: bool) -> None:
    assert same_volume(written, recorded) is same


def test_a_shortened_last_page_is_filled_up() -> None:
    assert last_page("1355-60") == "1360"
