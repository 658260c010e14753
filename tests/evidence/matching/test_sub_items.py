"""What is listed below a study: under "Key findings", or under an item that only names it (standards.md A3.2)."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge

DOI = "https://doi.org/10.1000/x"
STUDY = f"[Lee et al. 2020]({DOI}) gave ginger to 90 women in a trial."
LIST = "- nausea fell by 40% in women\n- vomiting fell by 12% in women"


def _tied(text: str) -> list[bool]:
    rows = judge(text, None).sentences  # type: ignore[arg-type]
    return [bool(row.links) for row in rows if row.claim.claim and "trial" not in row.sentence.text]


@pytest.mark.parametrize(
    "heading",
    [
        "### Garlic",
        "### Findings of our shop",
        "### Key findings on garlic",
        "### Benefits",
        "### Results",
        "### What our clients found",
        "### Key ingredients",
        "### What they eat",
    ],
)
def test_a_heading_of_its_own_ends_what_a_study_hands_on(heading: str) -> None:
    assert _tied(f"## The trial\n\n{STUDY}\n\n{heading}\n\n{LIST}") == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        f"## The trial\n\n{STUDY} Tea is green.\n\n### Key findings\n\n{LIST}",
        f"## The trial\n\nGinger is cheap.\n\n### Key findings\n\n{LIST}",
        f"## The trial\n\nMint is [a herb](https://www.example.org/mint).\n\n### Key findings\n\n{LIST}",
    ],
)
def test_findings_below_no_study_stand_on_nothing(text: str) -> None:
    assert not any(_tied(text))


@pytest.mark.parametrize(
    "heading",
    [
        "### Key findings",
        "### The main results:",
        "**What they found**",
        "### What the researchers found",
        "### 📊 Key findings",
        "### Results of the trial",
        "### Study findings",
    ],
)
def test_the_findings_listed_right_below_a_study_stand_on_it(heading: str) -> None:
    assert _tied(f"## The trial\n\n{STUDY}\n\n{heading}\n\n{LIST}") == [True, True]
    behind = "\n\nGarlic cures cancer in adults."
    assert _tied(f"## The trial\n\n{STUDY}\n\n{heading}\n\n{LIST}{behind}") == [True, True, False]


@pytest.mark.parametrize(
    "item",
    [
        f"1. **Ginger** ([Lee 2020]({DOI}))",
        f"- Ginger tea ([Lee 2020]({DOI}))",
        f"* **Ginger:** [Lee 2020]({DOI})",
        f"- [Ginger for nausea in women]({DOI})",
    ],
)
def test_an_item_that_is_a_name_with_its_source_has_it_for_the_items_in_it(item: str) -> None:
    inner = "   - reduces nausea in adults\n   - prevents vomiting in women"
    assert _tied(f"{item}\n{inner}") == [True, True]
    assert _tied(f"{item}\n{inner}\n\nGarlic cures cancer in adults.")[-1] is False


@pytest.mark.parametrize(
    "text",
    [
        f"- Ginger ([Lee 2020]({DOI}))\n- Garlic cures cancer in adults",
        f"- Ginger ([Lee 2020]({DOI}))\n\nGarlic cures cancer in adults.",
        "- Ginger ([our shop](/shop))\n   - cures cancer in adults",
        f"Ginger ([Lee 2020]({DOI}))\n\n- Garlic cures cancer in adults",
    ],
)
def test_an_item_beside_it_or_text_below_it_does_not_stand_on_it(text: str) -> None:
    assert not _tied(text)[-1]


def test_a_list_of_sources_in_an_element_that_opens_covers_its_section() -> None:
    text = (
        "## Ginger\n\nGinger tea reduces nausea in adults.\n\n<details><summary>Sources</summary>\n\n"
        f"1. [Lee 2020]({DOI})\n\n</details>\n\n## Mint\n\n"
        "Mint cures cancer in adults. Tea is hot. Tea is old. Tea is new."
    )
    assert _tied(text)[:2] == [True, False]
