"""Sections whose heading names their source in words (standards.md A3.2); links in headings: test_section_sources."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge

LIST = """

## References

1. Lee A, Okoro B. Ginger tea for nausea: a randomised trial. J Herbs. 2020;12(1):1-9.
2. Moe C, Fall D, Reed E. Sleep after naps: a systematic review. Sleep Sci. 2021;3(2):11-19.
3. Hill F, Reed G. Walking and sleep in adults. J Steps. 2021;4(2):21-29.
"""
BODY = "Ginger tea reduces nausea in adults. It also prevents vomiting in women."


def _keys(text: str) -> list[str]:
    """The work of each claim that is inherited, or nothing."""
    rows = [row for row in judge(text + LIST, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    return ["".join(link.key for link in row.links if link.how.value == "inherited") for row in rows]


@pytest.mark.parametrize(
    "heading",
    [
        "## Ginger tea",
        "## Nausea in 2020",
        "## Lee et al. (1999): ginger tea",
        "## Lee (2020) and Moe (2021)",
        "## The 2021 trials of naps",
        "## Ginger by Lee",
        "## A 2020 cohort study",
        "## What trials show",
    ],
)
def test_a_heading_that_names_no_work_or_two_covers_nothing(heading: str) -> None:
    assert _keys(f"{heading}\n\n{BODY}") == ["", ""]


@pytest.mark.parametrize(
    "heading",
    [
        "## Lee et al. (2020): ginger tea",
        "## Lee and Okoro (2020)",
        "## Lee & Okoro, 2020",
        "**Lee et al. (2020) - Ginger Tea**",
        "## 📊 The 2020 Randomized Controlled Trial (RCT)",
        "## How ginger works (2020 randomised trial)",
        "Lee and Okoro (2020)\n--------------------",
        "### “Ginger tea for nausea: a randomised trial”",
    ],
)
def test_a_heading_that_names_a_study_of_the_list_covers_its_section(heading: str) -> None:
    rest = "\n\n# Garlic\n\nGarlic lowers blood pressure in adults."
    assert _keys(f"{heading}\n\n{BODY}{rest}") == ["lee2020", "lee2020", ""]


def test_headings_of_a_lower_rank_belong_to_the_section_and_those_of_its_own_do_not() -> None:
    top, below = "## Lee et al. (2020)\n\nSome words.", "Ginger tea reduces nausea in adults."
    text = f"{top}\n\n### Results\n\n{below}\n\n## Mint\n\nMint cures colds in children."
    assert _keys(text)[-2:] == ["lee2020", ""]
    assert _keys(text.replace("### Results", "**Results**"))[-2:] == ["lee2020", ""]
    assert _keys(text.replace("### Results", "## Results"))[-2:] == ["", ""]
    assert _keys(text.replace("### Results", "# Results"))[-2:] == ["", ""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Other trials found that garlic cures cancer.",
        "Another study found that mint harms the liver.",
        "Studies show that garlic prevents cancer in adults.",
        "Take 900 mg of garlic to prevent cancer.",
        "You should take garlic, which cures cancer.",
        "Don't worry: patients must take 900 mg of garlic against cancer.",
        "Don't worry, garlic cures cancer.",
        "Garlic cures cancer.",
        "- Garlic cures cancer.",
        "- A cure for cancer with garlic",
        "Mint harms the liver of children.",
        "Our garlic prevents cancer in adults.",
        "The trial was badly designed, and garlic cures cancer.",
        "Avoid ginger in pregnancy, as it causes bleeding.",
    ],
)
def test_what_speaks_of_others_or_bids_does_not_stand_on_the_study_of_its_heading(sentence: str) -> None:
    keys = _keys(f"## Lee et al. (2020)\n\n{sentence}")
    assert keys
    assert not any(keys)


@pytest.mark.parametrize(
    "sentence",
    [
        "This shows that vomiting is prevented in women.",
        "The control group had more pain after four weeks.",
        "- Pain scores of women in labour",
        "Women who drank it reported less pain.",
        "Nausea is also rarer with ginger in pregnancy.",
    ],
)
def test_what_goes_on_about_the_study_of_its_heading_stands_on_it(sentence: str) -> None:
    keys = _keys(f"## Lee et al. (2020)\n\nIt reduces nausea in adults.\n\n{sentence}")
    assert set(keys) == {"lee2020"}


def test_a_long_section_has_to_cite() -> None:
    many = " ".join(f"Ginger tea cut nausea by {number}% in adults." for number in range(2, 17))
    assert not any(_keys(f"## Lee et al. (2020)\n\n{many}")[1:])


def test_a_quotation_at_the_head_of_a_long_section_is_of_the_work_in_its_heading() -> None:
    heading = "#### [Ginger and nausea](https://doi.org/10.1000/lee2020)"
    quote = "> Ginger tea reduces nausea in adults. It also prevents vomiting in women."
    many = " ".join(f"Mint number {one} prevents colds in adults." for one in range(14))
    rows = judge(f"{heading}\n\n{quote}\n\n{many}", None).sentences  # type: ignore[arg-type]
    assert [bool(row.links) for row in rows[:4]] == [True, True, False, False]
    rows = judge(f"{heading}\n\nGarlic cures cancer.\n\n{quote}\n\n{many}", None).sentences  # type: ignore[arg-type]
    assert not any(row.links for row in rows)


def test_an_address_that_stands_in_a_heading_as_it_is_names_the_source_of_its_section() -> None:
    heading, mint = "## Ginger and nausea https://doi.org/10.1000/lee2020", "## Mint\n\nMint cures cancer."
    text = f"{heading}\n\nGinger tea reduces nausea in adults.\n\n{mint}"
    rows = [row for row in judge(text, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    assert [bool(row.links) for row in rows] == [True, False]
    page = text.replace("https://doi.org/10.1000/lee2020", "https://www.shop.example/ginger")
    assert not any(row.links for row in judge(page, None).sentences)  # type: ignore[arg-type]


BOOK = "https://books.example.org/strong-tea.pdf"


@pytest.mark.parametrize(
    "heading",
    [
        f"#### [Strong Tea]({BOOK})",
        f"#### [Strong Tea]({BOOK}) for beginners (1962)",
        "#### [Strong Tea](/posts/strong-tea) (1962)",
        "#### [Strong Tea](https://www.amazon.com/dp/B01) (1962)",
    ],
)
def test_a_linked_heading_that_is_no_dated_title_covers_nothing(heading: str) -> None:
    text = f"# Tea\n\n{heading}\n\nDr Poe treated gout with tea for years. He says that tea lowers uric acid.\n"
    assert not any(row.links for row in judge(text, None).sentences)  # type: ignore[arg-type]


@pytest.mark.parametrize("behind", ["(1962)", "(1962) (PDF)", "by Ann Poe (1962)"])
def test_a_heading_that_is_the_linked_title_of_a_book_with_its_year_covers_its_section(behind: str) -> None:
    text = f"# Tea\n\n#### [Strong Tea]({BOOK}) {behind}\n\nDr Poe treated gout with tea for years.\n"
    rows = judge(text, None).sentences  # type: ignore[arg-type]
    assert [link.key for link in rows[-1].links] == [f"url:{BOOK}"]
