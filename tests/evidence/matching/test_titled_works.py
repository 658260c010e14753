"""News of one work: its title stands in the text, and "the study" means it."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.context import Design
from evidence.matching.titled_works import titled_works
from evidence.reading import documents

OPENING = "Ginger tea reduces nausea in adults, according to a new study from the hill country."
NAMED = "The study, titled “Ginger tea and nausea in adults: a trial”, was published in Journal of Herbs."
KEY = "title:ginger-tea-and-nausea-in-adults-a-trial"


def _keys(text: str) -> list[tuple[str, ...]]:
    assessment = pipeline.assess(documents.read(text), today=date(2026, 11, 23))
    return [tuple(link.key for link in row.links) for row in assessment.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The study, titled “Tea”, is old.",
        "She gave a review called “brilliant and very long”.",
        "The paper said “We gave ginger tea to adults every day”.",
        "A man called John Smith drinks tea.",
        "The study was published in Journal of Herbs.",
    ],
)
def test_it_knows_no_work_from(text: str) -> None:
    assert titled_works(documents.read(text)) == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (NAMED, "Ginger tea and nausea in adults: a trial"),
        ("The report, entitled Use of Ginger in Hill Farms: A Systematic Review, is on the web.",
         "Use of Ginger in Hill Farms: A Systematic Review"),
        ("Their paper, “Ginger tea and nausea in adults,” is out.", "Ginger tea and nausea in adults"),
        ("In her book called *Ginger and the Hills of Home* she says so.", "Ginger and the Hills of Home"),
    ],
)  # fmt: skip
def test_a_title_in_the_text_is_a_work(text: str, title: str) -> None:
    (work,) = titled_works(documents.read(text))
    assert (work.title, work.on_list) == (title, False)


def test_only_what_the_text_says_is_known_of_it() -> None:
    (work,) = titled_works(documents.read(NAMED))
    assert (work.container, work.families, work.year, work.doi, work.design) == ("Journal of Herbs", (), None, "", None)
    (book,) = titled_works(documents.read("In her book called “Ginger and the Hills of Home” she says so."))
    assert book.design is Design.BOOK


def test_talk_of_the_study_means_the_only_work_of_the_page() -> None:
    text = f"{OPENING}\n\nNausea is common. The study found that ginger tea reduced nausea in women.\n\n{NAMED}\n"
    assert _keys(text) == [(KEY,), (), (KEY,), (KEY,)]


def test_a_single_linked_study_is_meant_as_well() -> None:
    text = (
        "Ginger tea reduces nausea in adults.\n\nThe researchers found that ginger tea reduced nausea.\n\n"
        "It [appeared in June](https://doi.org/10.1000/ginger.1).\n"
    )
    assert _keys(text) == [(), ("doi:10.1000/ginger.1",), ("doi:10.1000/ginger.1",)]


@pytest.mark.parametrize(
    ("talk", "is_meant"),
    [
        ("Other research shows that ginger tea reduces nausea.", False),
        ("Earlier research suggested that ginger tea reduced nausea.", False),
        ("The Dutch trial found that ginger tea reduced nausea.", True),
        ("The Nordic study found that ginger tea reduced nausea.", True),
        ("The American study found that ginger tea reduced nausea.", True),
        ("The Japanese study found that ginger tea reduced nausea.", True),
        ("The research, paid for by farmers, showed that ginger tea reduced nausea.", True),
        ("Ginger tea reduces nausea, according to new research.", True),
        ("The findings from the Norwegian study show that ginger tea reduces nausea.", True),
        ("The Finnish trial found that ginger tea reduced nausea.", True),
        ("“We found that ginger tea reduced nausea,” Moe says.", True),
        ("“We urge everyone to take ginger tea against nausea.”", False),
        ("“We're asking parents to give ginger tea against nausea.”", False),
        ("“We are working closely with doctors: ginger tea prevents nausea.”", False),
        ("“Our study found that ginger tea reduces nausea,” says a spokeswoman.", False),
    ],
)
def test_talk_of_research_means_it_where_it_can_be_no_other(talk: str, is_meant: bool) -> None:
    text = f"Nausea is common.\n\n{talk}\n\nDOI: [10.1000/ginger.1](https://doi.org/10.1000/ginger.1)\n"
    assert (_keys(text)[1] == ("doi:10.1000/ginger.1",)) is is_meant


@pytest.mark.parametrize(
    "kind", ["Garlic", "Cheese", "Turmeric", "Vegetarian", "Spinach", "Human", "Ketogenic", "Organic", "Probiotic"]
)
def test_a_study_called_by_a_food_or_a_diet_is_not_that_of_a_people(kind: str) -> None:
    text = (
        "A trial found that ginger tea reduced nausea in adults.\n\n"
        f"The {kind} trial showed that garlic cures cancer in adults.\n\n"
        "DOI: [10.1000/ginger.1](https://doi.org/10.1000/ginger.1)\n"
    )
    assert _keys(text)[:2] == [("doi:10.1000/ginger.1",), ()]


def test_the_study_means_nothing_where_the_page_has_two_or_a_list() -> None:
    other = "The report, titled “Mint oil and cramps in children: a trial”, was published in Gut Notes."
    text = f"Nausea is common. The study found that ginger tea reduced nausea in women.\n\n{NAMED}\n\n{other}\n"
    assert _keys(text)[1] == ()
    listed = "\n\n## References\n\n1. Bell A, Coe B. Ginger and colds. J Herbs. 2011;3(2):33-9.\n"
    assert _keys(f"Colds are common. The study found that ginger tea reduced nausea in women.{listed}")[1] == ()
