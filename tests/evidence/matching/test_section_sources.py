"""Sources named once for a whole section (standards.md A3.2)."""

from __future__ import annotations

import pytest

from evidence.values import How
from tests.evidence.judging import judge

FLU = "Flu vaccination prevented 6.2 million illnesses in 2018. Many people who die of flu are not vaccinated."
COLDS = "\n\n## Colds\n\nZinc shortens colds in adults. Honey eases coughs in children. Sleep prevents colds in adults."
CDC = "[CDC](https://www.cdc.gov/flu/about/burden.htm)"
WEBMD = "[WebMD](https://www.webmd.com/cold-and-flu/news/children)"
TITLE = "[Ginger tea for nausea: a randomised trial](https://doi.org/10.1000/lee2020)"
LIST = "\n\n## References\n\n1. Lee A, Okoro B. Ginger tea for nausea. J Herbs. 2020;12(1):1-9.\n"


def _how(text: str) -> list[str]:
    rows = [row for row in judge(text, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    return ["".join(sorted({link.how.value for link in row.links})) for row in rows]


@pytest.mark.parametrize(
    "below",
    [
        f"{WEBMD} | {CDC}",
        f"{WEBMD}\n\n{CDC}",
        f"**Sources:** {WEBMD}, {CDC}",
        f"Sources:\n\n- {WEBMD}\n- {CDC}",
        f"Source: {CDC}",
        "*Source: https://doi.org/10.1000/abc1*",
    ],
)
def test_lines_of_sources_cover_the_section_above_them_and_no_other(below: str) -> None:
    assert _how(f"## Flu\n\n{FLU}\n\n{below}{COLDS}") == ["covered", "covered", "", "", ""]


PICTURE = "\n\n![](flu.png)\n\n"
SIGNS = "- Flu causes fever in most adults. Flu causes headaches in adults.\n- Flu causes coughs in children."


@pytest.mark.parametrize(
    "line",
    [
        "[Reference](/flu)",
        "[Our shop](https://www.cdc.gov/flu/about/burden.htm)",
        "[References on request](https://www.cdc.gov/flu/about/burden.htm)",
        "[Source of life](https://www.cdc.gov/flu/about/burden.htm)",
        "[Data](https://www.cdc.gov/flu/about/burden.htm)",
        "[Source](https://www.amazon.com/dp/B000000)",
        "[Source](https://www.cdc.gov/flu/about/burden.htm) of comfort",
        "![Source](https://www.cdc.gov/flu/about/burden.png)",
    ],
)
def test_a_link_that_is_no_source_covers_no_list_above_a_picture(line: str) -> None:
    assert _how(f"## Flu\n\n{SIGNS}{PICTURE}{line}{COLDS}")[:3] == ["", "", ""]


@pytest.mark.parametrize(
    "label",
    ["Reference", "Source", "source", "References", "Sources", "*Source*", "Original source", "Source 1", "The source"],
)
def test_a_link_called_the_source_covers_the_list_or_paragraph_right_above_it_and_nothing_else(label: str) -> None:
    line = f"[{label}](https://www.cdc.gov/flu/about/burden.htm)"
    rows = _how(f"## Flu\n\nGarlic cures flu.\n\n{SIGNS}{PICTURE}{line}{COLDS}")
    assert rows == ["", "covered", "covered", "covered", "", "", ""]
    assert _how(f"## Flu\n\nGarlic cures flu.\n\n{FLU}{PICTURE}{line}{COLDS}")[:3] == ["", "covered", "covered"]


@pytest.mark.parametrize(
    "below",
    [
        "[Ten foods for flu](https://www.example.com/ten-foods)",
        "[Grandmother's Kitchen](https://www.example.com/grandmothers-kitchen)",
        "Read more: [CDC](https://www.cdc.gov/flu/about/burden.htm)",
        "[Read more on WebMD](https://www.webmd.com/cold-and-flu/news/children)",
    ],
)
def test_links_that_lead_on_cover_nothing(below: str) -> None:
    assert _how(f"## Flu\n\n{FLU}\n\n{below}{COLDS}") == ["", "", "", "", ""]


def test_the_one_list_of_an_article_and_lists_that_marks_lead_into_cover_nothing() -> None:
    assert _how(f"{FLU}{LIST}") == ["", ""]
    assert _how(f"Ginger eases nausea [1]. {FLU}\n\nSources:\n\n1. Lee A. Ginger. J Herbs. 2020;12:1-9.")[1:] == [
        "",
        "",
    ]


def test_a_long_section_has_to_cite_where_it_claims() -> None:
    assert set(_how(f"## Flu\n\n{FLU * 7}\n\n{CDC}{COLDS}")) == {""}


@pytest.mark.parametrize(
    "heading", [f"## {TITLE}", f"### 1. {TITLE}", "## Ginger reduces nausea [1]", f"## Study: {TITLE}"]
)
def test_a_heading_with_its_source_stands_for_what_is_below_it(heading: str) -> None:
    text = (
        f"{heading}\n\nGinger tea lowered nausea by 40% in 240 women.\n\n- It eases vomiting in pregnancy.{COLDS}{LIST}"
    )
    found = [how for how in _how(text) if how != "marker"]
    assert found == ["inherited", "inherited", "", "", ""]


def test_a_line_on_the_source_covers_the_rows_of_a_table() -> None:
    text = f"| Herb | Effect |\n|---|---|\n| Ginger | lowers nausea |\n\nSource: [1]{LIST}"
    assert _how(text) == [How.COVERED.value]


@pytest.mark.parametrize(
    "quotation",
    [
        "> Ginger lowers nausea in pregnancy.\n>\n> It also eases vomiting.\n\n— [Lee, J Herbs](https://doi.org/10.1000/abc1)",
        "> Ginger lowers nausea in pregnancy. It also eases vomiting.\n\nSource: [Lee](https://doi.org/10.1000/abc1)",
        "<blockquote>\n<p>Ginger lowers nausea in pregnancy.</p>\n<p>It also eases vomiting.</p>\n</blockquote>\n\n"
        "Source: [Lee](https://doi.org/10.1000/abc1)",
        "<blockquote><p>Ginger lowers nausea in pregnancy.</p><p>It also eases vomiting.</p></blockquote>\n\nSource: [Lee](https://doi.org/10.1000/abc1)",
    ],
)
def test_the_attribution_below_a_quotation_covers_all_of_it(quotation: str) -> None:
    assert _how(f"{quotation}\n\nMint relieves colic in infants.") == ["covered", "covered", ""]


def test_a_line_that_names_who_publishes_is_no_claim() -> None:
    rows = judge(
        f"## Flu\n\n{FLU}\n\n[WHO 1](https://www.who.int/news/flu-vaccination-prevents-deaths)\n", None
    ).sentences  # type: ignore[arg-type]
    assert [row.claim.claim for row in rows] == [True, True, False]


TEA = "Ginger tea eases nausea in pregnancy. Two cups a day prevent vomiting."
ONLY = "\n\n## Mint\n\nMint calms the stomach of adults."


@pytest.mark.parametrize(
    ("title", "notes"),
    [
        (f"# {TITLE}", ""),
        ("# Ginger tea for nausea [^1]", "\n\n[^1]: https://doi.org/10.1000/lee2020\n"),
        (
            "# Ginger tea for nausea[^src]",
            "\n\n[^src]: Lee A, Okoro B. Ginger tea for nausea. J Herbs. 2020;12(1):1-9.\n",
        ),
        ("# Ginger tea for nausea [1]", LIST),
        ("# Ginger tea for nausea<sup>1</sup>", LIST),
    ],
)
def test_a_title_that_bears_a_mark_or_is_linked_covers_a_short_page(title: str, notes: str) -> None:
    assert _how(f"{title}\n\n{TEA}{ONLY}{notes}")[-3:] == ["inherited"] * 3


@pytest.mark.parametrize(
    ("title", "notes"),
    [
        ("# [Ginger tea for nausea](https://www.example.com/ginger-tea)", ""),
        ("# Ginger tea for nausea [^1]", "\n\n[^1]: I love ginger tea and so does my mother.\n"),
        ("# Ginger tea for nausea [7]", LIST),
        ("# Ginger tea for nausea [^9]", "\n\n[^1]: https://doi.org/10.1000/lee2020\n"),
    ],
)
def test_a_title_that_leads_to_no_work_covers_nothing(title: str, notes: str) -> None:
    assert _how(f"{title}\n\n{TEA}{ONLY}{notes}")[-3:] == [""] * 3


def test_a_title_covers_no_long_page() -> None:
    assert set(_how(f"# {TITLE}\n\n{TEA * 7}")[1:]) == {""}


ABSTRACT = "We gave 90 women ginger tea or a placebo. Ginger tea eased nausea and vomiting in pregnancy."


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{ABSTRACT}",
        f"**{TITLE}**\n\n{ABSTRACT}",
        f"- {TITLE}\n\n{ABSTRACT}",
        f"{TITLE}.\n\n{ABSTRACT}",
        f"I keep notes here.\n\n{TITLE}\n\n{ABSTRACT}",
        f"{TITLE}\n\n> {ABSTRACT}",
        f"{TITLE}\n\nBACKGROUND: Nausea is common.\n\nRESULTS: {ABSTRACT}",
        f"{TITLE}\n\nMethods: Tea was given to 90 women.\n\nConclusions: {ABSTRACT}",
        f"[Ginger tea for nausea: a trial](https://pubmed.ncbi.nlm.nih.gov/12345678/)\n\n{ABSTRACT}",
        f"{TITLE}\n\n{ABSTRACT}\n\n[Mint for colic: a review](https://doi.org/10.1000/m)\n\nMint eases colic.",
    ],
)
def test_what_is_copied_under_the_linked_title_of_a_work_stands_on_it(text: str) -> None:
    rows = judge(text, None).sentences  # type: ignore[arg-type]
    told = [row for row in rows if "vomiting" in row.sentence.text]
    assert [link.how for row in told for link in row.links] == [How.INHERITED]


@pytest.mark.parametrize(
    "text",
    [
        f"[Ten ways to drink ginger tea](https://www.example.com/ten-ways)\n\n{ABSTRACT}",
        f"I read {TITLE} last week.\n\n{ABSTRACT}",
        f"{TITLE}\n\n## My own words\n\n{ABSTRACT}",
        f"{TITLE}\n\nNausea is common in spring.\n\n{ABSTRACT}",
        f"{TITLE}\n\n{TEA}",
        f"{TITLE}\n\nWe all know it: {TEA}",
        f"{TITLE}\n\nI drink it myself. {TEA}",
        f"[A trial](https://doi.org/10.1000/lee2020)\n\n{ABSTRACT}",
        f"[{'In their paper the makers of this tea write that it does good. ' * 3}](https://doi.org/10.1000/m)\n\n{ABSTRACT}",
    ],
)
def test_what_stands_elsewhere_than_right_under_a_linked_title_does_not(text: str) -> None:
    rows = judge(text, None).sentences  # type: ignore[arg-type]
    assert not any(row.links for row in rows if "vomiting" in row.sentence.text)


TEA_CURES = "Tea cures cancer in adults."


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (f"{TEA_CURES}\n\n> {FLU}\n>\n> — {CDC}", ["", "covered", "covered"]),
        (f"{TEA_CURES}\n\n> {FLU}\n\n— {CDC}", ["", "covered", "covered"]),
        (f"{TEA_CURES}\n\n{FLU}\n\n— {CDC}", ["", "covered", "covered"]),
        (f"{TEA_CURES}\n\n{FLU}\n\n{CDC}\n\n{TEA_CURES}", ["", "covered", "covered", ""]),
        (f"{TEA_CURES}\n\n- {FLU}\n\n{WEBMD} | {CDC}\n\n{TEA_CURES}", ["", "covered", "covered", ""]),
        (f"{TEA_CURES} Flu vaccination prevented 6.2 million illnesses in 2018.\n{CDC}", ["", "covered"]),
        (f"{TEA_CURES}\n\n> {FLU}\n>\n> — {CDC}\n\n{TEA_CURES}", ["", "covered", "covered", ""]),
        (f"{TEA_CURES}\n\n{FLU}\n\n{CDC}", ["covered", "covered", "covered"]),
    ],
)
def test_a_line_of_names_covers_no_more_than_it_stands_under(text: str, how: list[str]) -> None:
    assert _how(f"## Flu\n\n{text}")[: len(how)] == how


def test_a_line_on_the_source_right_below_a_table_covers_its_rows_and_no_text_above() -> None:
    table = "| Food | Effect |\n|---|---|\n| Ginger tea | reduces nausea in adults |"
    text = f"Garlic cures cancer.\n\n{table}\n\nSource: {CDC}"
    assert _how(text) == ["", "covered"]
    assert _how(text.replace(f"Source: {CDC}", "Source: [our shop](/shop)")) == ["", ""]
