"""What an abstract says of its own method, and what it only says of others."""

from __future__ import annotations

import pytest

from evidence.abstract_design import design_from_abstract
from evidence.sources import source_from_csl
from evidence.values import Design


@pytest.mark.parametrize(
    "abstract",
    [
        "We searched MEDLINE for randomised trials of zinc in children.",
        "This review looks at double-blind trials in women.",
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
        ("Patients were randomized; a mouse model explained the effect.", Design.RCT),
    ],
)
def test_it_knows_trials_and_studies_of_animals_or_cells(abstract: str, design: Design) -> None:
    assert design_from_abstract("Zinc for colds", abstract) is design


def test_a_source_says_that_its_design_comes_from_the_abstract() -> None:
    csl = {"title": "Zinc for colds", "abstract": "Ninety adults were randomly assigned to zinc or placebo."}
    source = source_from_csl("a", csl)
    assert (source.design, source.design_from) == (Design.RCT, "abstract")
