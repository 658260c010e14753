"""The chances of mentions that leave the same works, given each other's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.matching.choices import MOST_MENTIONS, Choice, Passage, jointly
from evidence.matching.citing_order import Customs
from tests.evidence.judging import TRIAL

ONE, TWO, THREE = (replace(TRIAL, key=key, families=("Lee", "Poe")) for key in ("one", "two", "three"))
TEXT = "Lee et al. tried honey."
CUSTOMS = Customs([TEXT], [ONE, TWO, THREE])


def choice(sentence: int, *works: object, text: str = TEXT) -> Choice:
    return Choice(works or (ONE, TWO), Passage(text, "", "", 0, 10, "Lee", sentence, sentence))  # type: ignore[arg-type]


def test_a_mention_keeps_its_chances_where_no_other_leaves_the_same_works() -> None:
    alone = [[0.7, 0.3], [0.2, 0.8]]
    assert jointly([choice(0), choice(1, ONE, THREE)], alone, CUSTOMS) == alone


def test_a_mention_of_too_many_works_has_no_chances() -> None:
    assert jointly([choice(0), choice(1)], [[], [0.2, 0.8]], CUSTOMS) == [[], [0.2, 0.8]]


def test_many_mentions_of_the_same_works_keep_their_chances_as_one_told_wrongly_would_mislead_all() -> None:
    alone = [[0.9, 0.1], *[[0.5, 0.5]] * MOST_MENTIONS]
    assert jointly([choice(place) for place in range(len(alone))], alone, CUSTOMS) == alone
    assert jointly([choice(place) for place in range(MOST_MENTIONS)], alone[:-1], CUSTOMS) != alone[:-1]


def test_a_mention_follows_one_near_it_more_than_one_far_off_and_shuns_one_in_its_own_sentence() -> None:
    other = "Lee et al. gave zinc."
    same, near, far = (
        jointly([choice(0), choice(place, text=other)], [[0.9, 0.1], [0.5, 0.5]], CUSTOMS)[1][0] for place in (0, 5, 40)
    )
    assert same < 0.5 < far < near


def test_a_mention_follows_one_that_is_told_of_in_the_same_words_more() -> None:
    plain, echo = (
        jointly([choice(0), choice(40, text=text)], [[0.9, 0.1], [0.5, 0.5]], CUSTOMS)[1][0]
        for text in ("Lee et al. gave zinc.", TEXT)
    )
    assert echo > plain + 0.1


def test_the_works_may_stand_in_another_order_at_each_mention() -> None:
    straight = jointly([choice(0), choice(3)], [[0.9, 0.1], [0.5, 0.5]], CUSTOMS)
    turned = jointly([choice(0), choice(3, TWO, ONE)], [[0.9, 0.1], [0.5, 0.5]], CUSTOMS)
    assert turned[1][::-1] == pytest.approx(straight[1])
