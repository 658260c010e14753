"""What a section says of its own source: how far it reaches, and what it never covers."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.reading.documents import read

TODAY = date(2026, 11, 30)
ABOUT = (
    "The measles vaccine protects 97 % of children after two doses. Measles kills one in a thousand who catch it.\n\n"
    "The vaccine causes fever in one child of six. The second dose causes fewer fevers in toddlers."
)
OTHER = "Tea with ginger lowers nausea in pregnant women. Mint oil eases cramps in adults. Zinc shortens a cold."
SHEET = "[the fact sheet](https://www.cdc.gov/measles/facts.html)"
REVIEW = "[a review](https://doi.org/10.1000/xyz)"


def tied(section: str) -> tuple[list[bool], list[bool]]:
    """Which sentences of the section on measles, and which of the next one, stand on a source."""
    assessment = pipeline.assess(read(f"# Children\n\n## Measles\n\n{section}\n\n## Ginger\n\n{OTHER}\n"), today=TODAY)
    rows = [(row.sentence.text, bool(row.links)) for row in assessment.sentences]
    return [found for text, found in rows if text in ABOUT], [found for text, found in rows if text in OTHER]


@pytest.mark.parametrize(
    "section",
    [
        f"This page is based on {SHEET}.\n\n{ABOUT}",
        f"This section is on measles, as {SHEET} is.\n\n{ABOUT}",
        f"The following is adapted from an old leaflet.\n\n{ABOUT}",
        f"{ABOUT}\n\nWhat follows is a summary of {REVIEW}.",
        f"{ABOUT}\n\nThe facts below come from {REVIEW}.",
        f"The above is taken from {REVIEW}.\n\n{ABOUT}",
        f"This section is based on [our own shop](/shop).\n\n{ABOUT}",
        f"My aunt heard that this section is based on {REVIEW}.\n\n{ABOUT}",
        f"Information on side effects and on how to get help for your child from your own doctor: {SHEET}.\n\n{ABOUT}",
        f"This section is based on {REVIEW}.\n\n"
        + " ".join(f"Measles made {number} children ill." for number in range(20))
        + f"\n\n{ABOUT}",
    ],
)
def test_a_section_is_not_covered_by(section: str) -> None:
    assert not any(tied(section)[0][-4:])


@pytest.mark.parametrize(
    "said",
    [
        f"_This section is based on {SHEET}._",
        f"This section draws on {REVIEW}.",
        f"This chapter summarises {REVIEW}.",
        f"The information in this section is taken from {SHEET}.",
        f"Most of the facts in this section come from {REVIEW}.",
        f"Information in this section from {SHEET}",
    ],
)
@pytest.mark.parametrize("place", ["{said}\n\n{about}", "{about}\n\n{said}"])
def test_a_section_is_covered_at_its_head_or_end_by(said: str, place: str) -> None:
    here, next_one = tied(place.format(said=said, about=ABOUT))
    assert all(here)
    assert not any(next_one)


@pytest.mark.parametrize(
    "said",
    [
        f"The following is adapted from {SHEET}.",
        f"What follows is a summary of {REVIEW}.",
        f"The facts below come from {REVIEW}.",
        f"The next section is based on {REVIEW}.",
        f"Source: {SHEET}",
    ],
)
def test_what_follows_is_covered_by(said: str) -> None:
    assert all(tied(f"{said}\n\n{ABOUT}")[0])


@pytest.mark.parametrize("said", [f"The above is taken from {SHEET}.", f"The facts above come from {REVIEW}."])
def test_what_stands_above_is_covered_by(said: str) -> None:
    here, next_one = tied(f"{ABOUT}\n\n{said}")
    assert all(here)
    assert not any(next_one)


@pytest.mark.parametrize("said", [f"*Adapted from {SHEET}*", f"(Based on: {REVIEW})"])
def test_a_line_that_only_names_its_source_covers_the_section_below_it_and_the_paragraph_above(said: str) -> None:
    assert all(tied(f"{said}\n\n{ABOUT}")[0])
    assert tied(f"{ABOUT}\n\n{said}")[0] == [False, False, True, True]


def test_a_sentence_with_a_source_of_its_own_keeps_it() -> None:
    own = "A rash follows one dose in twenty [as one trial found](https://doi.org/10.1000/own)."
    assessment = pipeline.assess(
        read(f"## Measles\n\nThis section is based on {REVIEW}.\n\n{ABOUT} {own}\n"), today=TODAY
    )
    assert [link.key for link in assessment.sentences[-1].links] == ["doi:10.1000/own"]


@pytest.mark.parametrize(
    ("said", "is_claim"),
    [
        (f"This section is based on {REVIEW} and garlic cures cancer.", True),
        (f"This section is based on {REVIEW}, by which zinc cures autism in children.", True),
        (f"This section is based on {REVIEW}: take 5 g of zinc a day against cancer.", True),
        (f"This section is based on {REVIEW}.", False),
        (f"_The facts below come from the {SHEET}._", False),
        ("[7]", False),
    ],
)
def test_where_a_section_is_from_is_no_claim_of_its_own(said: str, is_claim: bool) -> None:
    assessment = pipeline.assess(read(f"## Measles\n\n{said}\n\n{ABOUT}\n\n## Ginger\n\n{OTHER}\n"), today=TODAY)
    assert assessment.sentences[0].claim.claim is is_claim
