"""The chance of a sentence by its features."""

from __future__ import annotations

import random

from evidence.claims.weights import Weights, shipped


def test_the_order_of_features_changes_no_digit_of_the_chance() -> None:
    draw = random.Random(7)
    names = sorted(shipped().features)
    for _ in range(50):
        row = {name: draw.random() for name in draw.sample(names, 60)}
        chances = {shipped().chance({name: row[name] for name in draw.sample(list(row), 60)}) for _ in range(20)}
        assert len(chances) == 1


def test_a_feature_that_is_not_named_weighs_nothing() -> None:
    weights = Weights(0.5, 0.0, {"known": 2.0})
    assert weights.chance({"unknown": 9.0}) == 0.5
    assert weights.chance({"known": 1.0, "unknown": 9.0}) == weights.chance({"known": 1.0}) > 0.5
