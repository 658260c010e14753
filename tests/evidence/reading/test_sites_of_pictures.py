"""The name of a site alone below a picture is whose the picture is; elsewhere a link stays what it was."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read

PICTURE = "![Mint in a cup](https://tea.example/mint.jpg)"
SITE = "[tea.example](https://www.tea.example/mint-and-colic)"
TEXT = "Mint eases colic in infants. It also lowers pain in infants."


def ties(text: str) -> list[bool]:
    return [bool(row.links) for row in assess(read(f"# Mint\n\n{text}\n"), today=date(2026, 11, 1)).sentences]


def links(text: str) -> int:
    return len([link for link in read(f"# Mint\n\n{text}\n").links if link.sentence is not None])


@pytest.mark.parametrize(
    "below",
    [
        SITE,
        "[Mint and colic](https://www.tea.example/mint-and-colic)",
        "[other.example](https://www.tea.example/mint-and-colic)",
        f"Mint eases colic ({SITE}).",
    ],
)
@pytest.mark.parametrize("above", ["", "Tea is warm.", f"{PICTURE}\n\nTea is warm."])
def test_a_link_is_kept_where_no_picture_stands_right_above_or_more_is_said(above: str, below: str) -> None:
    picture = "" if below == SITE else f"{PICTURE}\n\n"
    assert links(f"{TEXT}\n\n{above}\n\n{picture}{below}") == 1


def test_what_is_promised_below_a_picture_is_still_judged() -> None:
    rows = assess(read(f"# Mint\n\n{PICTURE}\n\n{SITE}\n\nMint cures cancer.\n"), today=date(2026, 11, 1)).sentences
    assert any(flag.severity.value == "blocker" for row in rows for flag in row.flags)


@pytest.mark.parametrize(
    "site",
    [
        SITE,
        "[www.tea.example](https://www.tea.example/)",
        "*[tea.example](https://tea.example/mint)*",
        "[tea.example](http://blog.tea.example/mint)",
        "([tea.example](https://tea.example/mint))",
        "[**tea.example**](https://tea.example/mint)",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_site_of_a_picture_is_no_source_of_the_text_above(site: str, gap: str) -> None:
    assert ties(f"{TEXT}\n\n{PICTURE}{gap}{site}\n\n{TEXT}") == [False] * 4
