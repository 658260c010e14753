"""Which of several works by authors of one name is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Source
from evidence.matching.named_authors import AuthorIndex
from evidence.matching.namesakes import FEATURES, Namesakes, Passage
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


def test_the_chances_of_the_works_sum_to_one_and_their_order_does_not_matter() -> None:
    passage = Passage("Lee et al. gave honey at night.", "", "", 0, 10)
    works = [ZINC, HONEY, REVIEW]
    chances = Namesakes(LIST, {}).chances(works, passage)
    assert sum(chances) == pytest.approx(1)
    assert Namesakes(LIST, {}).chances(works[::-1], passage) == pytest.approx(chances[::-1])


def test_each_kind_of_sign_speaks_for_the_work_that_bears_it() -> None:
    """Words, abbreviations, the kind of work, the order of the list and the company raise their feature alone."""
    alone = {"zoarn": 0}
    shuffled = [OTHERS[9], OTHERS[0], ZINC, *OTHERS[1:9][::-1], HONEY, REVIEW, FLOW]
    weighed = Namesakes(shuffled, {"zoarn": 1})
    rows = weighed.rows([ZINC, FLOW], Passage("HFNC helped (Zoarn et al.; Lee et al.).", "", "", 26, 36))
    at = {name: place for place, name in enumerate(FEATURES)}
    assert rows[0][at["in-turn"]] > rows[1][at["in-turn"]]
    assert rows[1][at["short-names"]] > rows[0][at["short-names"]] == 0
    rows = Namesakes(LIST, alone).rows(
        [HONEY, REVIEW], Passage("A review by Lee et al. of honey against cough.", "", "", 12, 22)
    )
    assert rows[1][at["review"]] > rows[0][at["review"]]
    assert rows[0][at["covered"]] > rows[1][at["covered"]]
