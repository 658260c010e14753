"""A claim about people over animals or cells alone."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Design, Species
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "animal-to-human"
MICE = replace(TRIAL, design=Design.ANIMAL, species=Species.ANIMAL, sample_size=40)


def test_it_leaves_a_human_trial_alone() -> None:
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_sentence_alone_that_names_the_species() -> None:
    check_clean(CODE, "In mice, ginger extract reduced nausea [@lee2020].", [MICE])


def test_a_word_about_animals_is_no_animal_study() -> None:
    check_clean(CODE, "Ginger tea reduces nausea more than dairy milk does [@lee2020].", [TRIAL])


def test_it_leaves_a_mechanism_alone() -> None:
    text = "Ginger compounds bind to receptors in the stomach [@lee2020]."
    check_clean(CODE, text, [replace(MICE, design=Design.IN_VITRO, species=Species.CELLS)])


def test_it_flags_a_claim_about_people() -> None:
    assert check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [MICE]).sentence == 0
