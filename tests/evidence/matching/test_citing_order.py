"""What the way an article cites tells of a doubtful name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.matching.citing_order import Company, Customs
from tests.evidence.judging import TRIAL

DATED = [
    replace(TRIAL, key=name, families=(name.title(), "Poe"), year=year)
    for name, year in (("dada", 1990), ("baba", 1995), ("ebe", 2000), ("aba", 2010))
]
TWICE = [*DATED, replace(TRIAL, key="baba2", families=("Baba", "Poe"), year=2005)]
TEXT = "Much was tried (Dada et al.; Lee et al.; Aba et al.)."
LEE = TEXT.index("Lee")


def test_outside_of_brackets_and_behind_them_nothing_bounds_a_year() -> None:
    text = "Dada et al. tried much (Aba et al.) before Lee et al. did."
    start = text.index("Lee")
    assert Customs([text], DATED).company(text, start, start + 10, "Lee") == Company()


def test_names_around_in_a_bracket_bound_a_year() -> None:
    assert Customs([TEXT], DATED).company(TEXT, LEE, LEE + 10, "Lee") == Company(1990, 2010, 0, 1)


def test_a_name_of_several_works_bounds_a_year_by_the_loosest_of_theirs() -> None:
    text = "Much was tried (Baba et al.; Lee et al.; Baba et al.; Lee et al.)."
    start = text.rindex("Lee")
    assert Customs([text], TWICE).company(text, start, start + 10, "Lee") == Company(1995, None, 1, 2)


@pytest.mark.parametrize(
    ("group", "rises"),
    [
        ("Dada et al.; Baba et al.; Aba et al.", 1),
        ("Aba et al.; Baba et al.; Dada et al.", -1),
        ("Zo et al.; Yo et al.", 0),
    ],
)
def test_years_of_sorted_brackets_rise_or_fall(group: str, rises: int) -> None:
    rise = Customs([f"Much was tried ({group})."], DATED).rise
    assert (rise > 0) - (rise < 0) == rises


def test_the_turn_of_a_name_tells_what_of_the_list_was_cited_before_and_what_comes_later() -> None:
    customs = Customs((), DATED, sure=[(0, 0), (2, 1), (4, 0), (5, 3)])
    turn = customs.turn(3)
    assert (turn.furthest, turn.next, turn.later) == (1, 3, (3,))
    assert customs.turn(9).next == len(DATED)
    assert customs.turn(0).furthest == -1


def test_the_share_of_the_list_that_is_named_counts_first_authors_alone() -> None:
    assert Customs((), DATED, said=frozenset({"dada", "poe"})).coverage == 0.25
    assert Customs((), []).coverage == 0


def test_a_word_is_the_rarer_the_fewer_sentences_of_the_article_hold_it() -> None:
    customs = Customs(["Zinc for the cough.", "Zinc for the cold."], DATED)
    assert customs.rarity(["salt"]) > customs.rarity(["cough"]) > customs.rarity(["zinc"]) > 0
    assert customs.rarity(["cough", "zinc"]) == pytest.approx(customs.rarity(["cough"]) + customs.rarity(["zinc"]))
    assert customs.rarity([]) == 0
