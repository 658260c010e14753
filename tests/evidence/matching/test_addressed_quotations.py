"""Quotations with nothing but an address below them (standards.md A3.2: what is quoted is cited as a whole)."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge

URL = "https://www.example.org/wiki/Naps"
LINE = f"[{URL}]({URL})"


def _hows(text: str) -> list[str]:
    rows = [row for row in judge(text, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    return ["".join({link.how.value for link in row.links}) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        f"Garlic cures cancer.\n\n{LINE}",
        f"Don't worry, garlic cures cancer.\n\n<{URL}>",
        f"> Garlic cures cancer.\n>\n> {LINE}",
        f"> Zinc is a metal.\n\nGarlic cures cancer.\n\n{LINE}",
        "> Garlic cures cancer.\n\n[our shop](/shop)",
        f"> Garlic cures cancer.\n\nMore: {LINE}",
        "> Garlic cures cancer.\n\n[/shop/garlic](/shop/garlic)",
        "> Garlic cures cancer.\n\n[https://www.amazon.com/dp/B0](https://www.amazon.com/dp/B0)",
    ],
)
def test_an_address_below_no_quotation_and_an_address_of_no_source_cover_nothing(text: str) -> None:
    assert _hows(text)[0] == ""


@pytest.mark.parametrize("line", [LINE, f"[<{URL}>](<{URL}>)", f"*{LINE}*"])
def test_a_quotation_stands_on_the_address_right_below_it(line: str) -> None:
    text = f"Garlic cures cancer.\n\n> Naps help memory in adults. Naps also lower stress in nurses.\n\n{line}\n\nTea."
    assert _hows(text) == ["", "covered", "covered"]


def test_a_quotation_within_one_stands_on_the_address_of_the_outer_one() -> None:
    text = f"> Garlic cures cancer.\n>\n> > Naps help memory in adults.\n> > Naps lower stress in nurses.\n>\n> {LINE}"
    assert _hows(text) == ["", "covered", "covered"]


def test_a_quotation_before_another_one_is_not_covered() -> None:
    assert _hows(f"> Garlic cures cancer.\n\n> Naps help memory in adults.\n\n{LINE}") == ["", "covered"]


def test_a_long_quotation_has_to_cite() -> None:
    many = " ".join(f"Nap number {one} helps memory in adults." for one in range(14))
    assert not any(_hows(f"> {many}\n\n{LINE}"))


@pytest.mark.parametrize("line", [LINE, f"<{URL}>"])
def test_an_address_claims_and_cites_nothing_itself(line: str) -> None:
    last = judge(f"> Naps help memory in adults.\n\n{line}", None).sentences[-1]  # type: ignore[arg-type]
    assert not last.claim.claim
    assert not last.links
