"""Short sections on one study that end with its link."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import open_document
from evidence.pipeline import assess

LINK = "[Read the study](https://pmc.ncbi.nlm.nih.gov/articles/PMC9900001/)"
STUDY = "A randomised trial of 66 nurses found that naps lower blood pressure."
FOUND = "After three months the nap group had lower blood pressure."
THEN = "Their risk of stroke was lower by a third, too."


def covered(section: str, after: str = "", *, link: str = LINK) -> list[str]:
    """The sentences tied to the study, on a page that cites another one as well."""
    head = "# Naps\n\nTea lowers fever in adults ([Lee 2019](https://pubmed.ncbi.nlm.nih.gov/19000001/))."
    text = f"{head}\n\n### Naps and the heart\n\n{section}\n\n{link}\n{after}"
    rows = assess(open_document("post.md", text.encode()).document, today=date(2026, 12, 1)).sentences
    return [row.sentence.text for row in rows if any("9900001" in one.key for one in row.links)]


def test_what_stands_before_the_study_is_spoken_of_is_not_its_own() -> None:
    assert not any("Garlic" in one for one in covered(f"Garlic cures cancer in adults.\n\n{STUDY}\n\n{FOUND}"))


@pytest.mark.parametrize(
    "section",
    [
        f"{STUDY}\n\nAnother trial of 90 nurses tested tea for headaches.\n\n{FOUND}",
        "Naps lower blood pressure in nurses.\n\nCoffee raises it in most adults.\n\nTea does neither.",
        "\n\n".join([STUDY, *(f"The nap group had lower blood pressure in week {week}." for week in range(1, 8))]),
    ],
    ids=["a second study", "no study", "a long section"],
)
def test_the_link_is_handed_back_no_further_than_before(section: str) -> None:
    assert STUDY not in covered(section)
    assert not any(one.startswith("Naps lower") for one in covered(section))


def test_a_link_in_the_midst_of_a_section_is_not_that_of_all_of_it() -> None:
    assert STUDY not in covered(f"{STUDY}\n\n{THEN}\n\n{FOUND}", "\nNaps lower the risk of stroke in men.\n")


@pytest.mark.parametrize("link", ["[Shop naps](https://shop.example/naps)", "[Read more](/blog/naps)"])
def test_a_link_to_no_work_covers_nothing(link: str) -> None:
    assert covered(f"{STUDY}\n\n{THEN}\n\n{FOUND}", link=link) == []


@pytest.mark.parametrize(
    "after", ["", "\n### Tea\n\nTea is warm.\n", "\nHeart Letters\n\n2020\n\n### Tea\n\nTea is warm.\n"]
)
def test_the_link_below_a_section_on_one_study_is_that_of_all_it_tells(after: str) -> None:
    rows = covered(f"{STUDY} {THEN}\n\n“Naps lowered blood pressure in one trial.”\n\n{FOUND}", after)
    assert {STUDY, THEN, FOUND} <= set(rows)
