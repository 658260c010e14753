"""Which weights a labelled sentence is judged by."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from benchmark import wording_folds

from evidence.claims.wording_features import features
from evidence.claims.wording_weights import shipped


def test_pages_of_one_site_fall_in_one_fold() -> None:
    assert wording_folds.site_of("A1-one.gold.json") == wording_folds.site_of("A6-other.gold.json")
    assert wording_folds.site_of("A2-one.gold.json") != wording_folds.site_of("A6-other.gold.json")


def test_a_sentence_that_was_never_learned_from_is_judged_by_the_weights_as_shipped() -> None:
    text = "Bell peppers may brighten the mood of astronauts."
    assert wording_folds.unseen_weights(text, "page", "elsewhere") is shipped()["page"]


def test_a_sentence_that_was_learned_from_is_judged_by_weights_of_its_fold() -> None:
    seen, folds = wording_folds._folds()
    assert len(folds) == wording_folds.FOLDS
    assert seen
    plain = features("Zinc significantly reduced the duration of colds.")
    assert {fold["abstract"].best(plain).value for fold in folds} == {"causal"}
