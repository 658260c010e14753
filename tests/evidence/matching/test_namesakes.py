"""Which of several works by authors of one name is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Source
from evidence.matching.choices import Choice, Passage
from evidence.matching.citing_order import Customs
from evidence.matching.named_authors import AuthorIndex
from evidence.matching.namesakes import FEATURES, Namesakes
from tests.evidence.judging import TRIAL

ZINC = replace(
    TRIAL, key="zinc", families=("Lee", "Poe", "Coe"), title="Zinc lozenges against the common cold in nurses"
)
HONEY = replace(TRIAL, key="honey", families=("Lee", "Poe", "Coe"), title="Honey against nightly cough in toddlers")
REVIEW = replace(TRIAL, key="review", families=("Lee", "Poe", "Coe"), title="Remedies for winter: a systematic review")
FLOW = replace(TRIAL, key="flow", families=("Lee", "Poe", "Coe"), title="High-flow nasal cannula after surgery")
OTHERS = [
    replace(
        TRIAL, key=f"x{n}", families=(f"Zo{chr(97 + n)}rn",), title=f"Sundry matter {chr(97 + n)}{chr(97 + n)}ology"
    )
    for n in range(20)
]
LIST = [*OTHERS[:10], ZINC, *OTHERS[10:], HONEY, REVIEW, FLOW]


def meant(text: str, works: list[Source] = LIST, before: str = "", after: str = "") -> list[str]:
    return [key for named in AuthorIndex(works).named(text, before, after) for key in named.keys]


@pytest.mark.parametrize(
    "text", ["Lee et al. tried a remedy.", "Some agree (Lee et al.).", "Lee et al. tried zinc and honey."]
)
def test_nothing_is_meant_where_nothing_tells(text: str) -> None:
    assert meant(text) == []


def test_of_more_works_by_one_name_than_can_be_weighed_none_is_meant() -> None:
    many = [replace(HONEY, key=f"h{n}", title=f"Study number {n}") for n in range(40)]
    assert meant("Lee et al. gave honey to toddlers with a nightly cough.", [HONEY, *many]) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Lee et al. gave honey to toddlers with a nightly cough.", "honey"),
        ("Zinc lozenges shortened the common cold of nurses, as Lee and colleagues found.", "zinc"),
        ("In their systematic review of remedies, Lee et al. found little for the winter.", "review"),
    ],
)
def test_what_is_said_tells_which_work_is_meant(text: str, key: str) -> None:
    assert meant(text) == [key]


NO_CUSTOMS = Customs((), LIST)


def choice(text: str, works: list[Source], start: int, end: int) -> Choice:
    return Choice(tuple(works), Passage(text, "", "", start, end, "Lee"))


def test_the_chances_of_the_works_sum_to_one_and_their_order_does_not_matter() -> None:
    works = [ZINC, HONEY, REVIEW]
    text = "Lee et al. gave honey at night."
    chances = Namesakes(LIST, {}).chances(choice(text, works, 0, 10), NO_CUSTOMS)
    assert sum(chances) == pytest.approx(1)
    turned = Namesakes(LIST, {}).chances(choice(text, works[::-1], 0, 10), NO_CUSTOMS)
    assert turned[::-1] == pytest.approx(chances)


def test_each_kind_of_sign_speaks_for_the_work_that_bears_it() -> None:
    """Words, abbreviations, the kind of work, the order of the list and the company raise their feature alone."""
    alone = {"zoarn": 0}
    shuffled = [OTHERS[9], OTHERS[0], ZINC, *OTHERS[1:9][::-1], HONEY, REVIEW, FLOW]
    weighed = Namesakes(shuffled, {"zoarn": 1})
    asked = choice("HFNC helped (Zoarn et al.; Lee et al.).", [ZINC, FLOW], 26, 36)
    rows = weighed.rows(asked, Customs((), shuffled))
    at = {name: place for place, name in enumerate(FEATURES)}
    assert rows[0][at["in-turn"]] > rows[1][at["in-turn"]]
    assert rows[1][at["short-names"]] > rows[0][at["short-names"]] == 0
    asked = choice("A review by Lee et al. of honey against cough.", [HONEY, REVIEW], 12, 22)
    rows = Namesakes(LIST, alone).rows(asked, NO_CUSTOMS)
    assert rows[1][at["review"]] > rows[0][at["review"]]
    assert rows[0][at["covered"]] > rows[1][at["covered"]]


def test_of_works_that_nothing_else_tells_apart_each_is_meant_once_where_the_article_names_its_whole_list() -> None:
    """The first sentence leaves a doubt by itself; the second speaks of honey, so the first has to be the other."""
    works = [replace(OTHERS[0], key="zo", families=("Zoarn", "Poe", "Coe")), HONEY, ZINC]
    told = "Lee et al. gave honey to toddlers with a nightly cough."
    text = ["Zoarn et al. tried a remedy.", "Lee et al. did too.", "That was so long ago.", told]
    assert [named.keys for named in AuthorIndex(works).read(text[:2])[1]] == [()]
    assert [named.keys for here in AuthorIndex(works).read(text) for named in here] == [("zo",), ("zinc",), ("honey",)]


def test_in_a_bracket_sorted_by_year_the_year_of_its_neighbours_tells_which_work_is_meant() -> None:
    works = [
        replace(TRIAL, key=name, families=(name.title(), "Poe", "Coe"), title=f"Matter {name}", year=year)
        for name, year in (("aba", 1990), ("ebe", 1995), ("ibi", 2000), ("obo", 2005), ("ubu", 2010))
    ]
    works += [replace(ZINC, key="old", year=1985), replace(ZINC, key="new", year=2007)]
    risen = "Much was tried (Aba et al.; Ebe et al.; Ibi et al.; Obo et al.; Ubu et al.)."
    asked = "More was tried (Aba et al.; Obo et al.; Lee et al.; Ubu et al.)."
    assert [named.keys for named in AuthorIndex(works).read([risen, asked])[1]][2] == ("new",)
