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
