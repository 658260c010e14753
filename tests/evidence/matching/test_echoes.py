"""What mentions that are told of in the same words take over from each other."""

from __future__ import annotations

import pytest

from evidence.matching.echoes import Saying, echoed

SURE, EVEN = [0.9, 0.1], [0.5, 0.5]
HONEY, ZINC = frozenset({"honey", "cough"}), frozenset({"zinc", "cold"})


def weight(words: frozenset[str]) -> float:
    return float(len(words))


def told(*said: tuple[frozenset[str], int], chances: tuple[list[float], ...] = (SURE, EVEN)) -> list[list[float]]:
    return echoed(chances, [Saying(words, sentence) for words, sentence in said], weight)


def test_mentions_with_no_word_in_common_keep_their_chances() -> None:
    assert told((HONEY, 0), (ZINC, 4)) == [pytest.approx(SURE), pytest.approx(EVEN)]
    assert told((frozenset(), 0), (frozenset(), 4)) == [pytest.approx(SURE), pytest.approx(EVEN)]


def test_two_mentions_in_one_sentence_tell_nothing_of_each_other() -> None:
    assert told((HONEY, 2), (HONEY, 2)) == [pytest.approx(SURE), pytest.approx(EVEN)]


def test_a_mention_that_leaves_every_doubt_tells_others_nothing() -> None:
    assert told((HONEY, 0), (HONEY, 4))[0] == pytest.approx(SURE)


def test_a_mention_takes_over_more_the_more_words_it_has_in_common_with_a_surer_one() -> None:
    some = told((HONEY, 0), (frozenset({"honey", "sleep"}), 4))[1]
    same = told((HONEY, 0), (HONEY, 4))[1]
    assert 0.5 < some[0] < same[0] < 0.9
    assert sum(same) == pytest.approx(1)
