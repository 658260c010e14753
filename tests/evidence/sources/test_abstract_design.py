"""What an abstract says of its own method, and what it only says of others."""

from __future__ import annotations

import pytest

from evidence.context import Design
from evidence.sources.abstract_design import design_from_abstract, design_from_words
from evidence.sources.from_csl import source_from_csl


@pytest.mark.parametrize(
    "abstract",
    [
        "We searched MEDLINE for randomised trials of zinc in children.",
        "Whether a placebo-controlled study would show more in adults is unknown; trials are needed.",
        "A larger randomised trial should confirm this in women.",
        "Participants were a randomly selected sample of adults.",
        "The sample consisted of patients participating in a randomized clinical trial.",
        "Patients and controls were compared with regard to diet.",
        "Patients were followed for ten years.",
        "Randomised controlled trials are needed in adults.",
        "In a secondary analysis of patients who had been randomly assigned to zinc, colds were rarer.",
        "Non-randomised groups of patients were compared.",
        "In vitro fertilisation was offered to women.",
    ],
)
def test_it_records_nothing_that_is_not_the_study_s_own_design(abstract: str) -> None:
    assert design_from_abstract("Zinc for colds", abstract) is None


@pytest.mark.parametrize(
    ("abstract", "design"),
    [
        ("Ninety adults were randomly assigned to zinc or placebo.", Design.RCT),
        ("A double-blind study in 40 women.", Design.RCT),
        ("Forty mice were randomized to two diets.", Design.ANIMAL),
        ("Zinc was tested in three cell lines.", Design.IN_VITRO),
        ("Women were assigned alternately, and received either zinc or nothing.", Design.RCT),
        ("Patients were given zinc or placebo for four weeks.", Design.RCT),
        ("In an open, multicenter, crossover study, adults took zinc and iron.", Design.RCT),
        ("Randomly, patients underwent one of two operations.", Design.RCT),
        (
            "This may help patients. Rats were fed zinc. Rats grew. Livers were weighed. It worked. It may help men.",
            Design.ANIMAL,
        ),
        ("This review looks at double-blind trials in women.", Design.NARRATIVE_REVIEW),
        ("We conducted a systematic review of randomised trials in children.", Design.SYSTEMATIC_REVIEW),
        ("In this retrospective cohort study, 900 adults were followed.", Design.COHORT),
        ("A cross-sectional survey of nurses was carried out.", Design.CROSS_SECTIONAL),
        ("We did a case-control study of women with fractures.", Design.CASE_CONTROL),
        ("We report the case of a man who took too much zinc.", Design.CASE_SERIES),
        ("Patients were randomized; a mouse model explained the effect.", Design.RCT),
    ],
)
def test_it_knows_trials_and_studies_of_animals_or_cells(abstract: str, design: Design) -> None:
    assert design_from_abstract("Zinc for colds", abstract) is design


def test_random_groups_in_the_abstract_outweigh_a_prospective_study_in_the_title() -> None:
    told = design_from_words("Zinc for colds: a prospective study", "Ninety adults were randomized to zinc or nothing.")
    assert told == (Design.RCT, "abstract")


def test_a_secondary_analysis_is_no_trial_of_its_own() -> None:
    title = "Zinc for colds: secondary analysis of a randomised trial"
    assert design_from_words(title, "Adults were randomly assigned to zinc or placebo.") == (None, "")


def test_a_source_says_that_its_design_comes_from_the_abstract() -> None:
    csl = {"title": "Zinc for colds", "abstract": "Ninety adults were randomly assigned to zinc or placebo."}
    source = source_from_csl("a", csl)
    assert (source.design, source.design_from) == (Design.RCT, "abstract")
