"""Whom and how many an abstract says that the work studied."""

from __future__ import annotations

import pytest

from evidence.context import Design, Species
from evidence.sources.abstract_facts import AbstractFacts, facts_from_abstract
from evidence.sources.from_csl import source_from_csl

RCT = Design.RCT


@pytest.mark.parametrize(
    "abstract",
    [
        "",
        "Zinc was given for 14 days at 25 mg.",
        "Of the women, 12% (95% CI 8-15) reported nausea.",
        "Ten trials were included.",
        "Patients received zinc for 12 weeks.",
    ],
)
def test_no_sample_size_is_made_up(abstract: str) -> None:
    assert facts_from_abstract("Zinc", abstract, RCT).sample_size is None


@pytest.mark.parametrize(
    "design", [Design.SYSTEMATIC_REVIEW, Design.NARRATIVE_REVIEW, Design.GUIDELINE, Design.PROTOCOL]
)
def test_works_about_other_studies_have_no_sample(design: Design) -> None:
    assert facts_from_abstract("Zinc", "We included 16 trials in 2,400 adults.", design) == AbstractFacts()


@pytest.mark.parametrize(
    ("abstract", "size"),
    [
        ("We randomly assigned 241 mothers to zinc or placebo.", 241),
        ("Two hundred sixty-eight patients were recruited and randomly assigned to zinc or nothing.", 268),
        ("METHODS: A total of 1,801 frail elderly adults took zinc or placebo.", 1801),
        ("PATIENTS: Patients (n = 253; age, over 12 years) were stratified.", 253),
        ("Patients were randomized to zinc (n = 20) or placebo (n = 21).", 41),
        ("Of 129 women screened, 99 women were randomized. Forty women dropped out.", 99),
        ("302 patients were enrolled. 160 patients were randomised to the intervention group.", 302),
        ("We studied 12 patients with colds and 15 controls.", 27),
        ("In 34 placebo patients (5.5%) colds came back. We treated 428 patients who had colds.", 428),
        ("We studied 153 male type 2 diabetic patients.", 153),
        ("In 2015 women were enrolled; 60 women took zinc.", 60),
        ("Ninety families with obese children were randomly assigned to two groups.", 90),
    ],
)
def test_the_size_is_that_of_the_whole_sample(abstract: str, size: int) -> None:
    assert facts_from_abstract("Zinc", abstract, RCT).sample_size == size


@pytest.mark.parametrize(
    ("title", "abstract", "population"),
    [
        ("Zinc", "We randomized 40 healthy postmenopausal women to zinc.", "healthy postmenopausal women"),
        ("Zinc", "Ninety consecutive adults with asthma were enrolled.", "adults with asthma"),
        ("Zinc in preterm infants", "We enrolled 52 infants.", "preterm infants"),
        ("Zinc", "We assigned 80 women aged 60 years or more to zinc or placebo.", "women aged 60 years or more"),
    ],
)
def test_the_population_is_told_in_the_words_of_the_abstract(title: str, abstract: str, population: str) -> None:
    assert facts_from_abstract(title, abstract, RCT).population == population


@pytest.mark.parametrize(
    ("abstract", "design", "species"),
    [
        ("Forty rats were randomized to two diets.", Design.ANIMAL, Species.ANIMAL),
        ("Cultured cells were exposed to zinc.", Design.IN_VITRO, Species.CELLS),
        ("We enrolled 40 women.", RCT, Species.HUMAN),
        ("Zinc is an element.", None, None),
    ],
)
def test_it_tells_people_from_animals_and_cells(abstract: str, design: Design | None, species: Species | None) -> None:
    assert facts_from_abstract("Zinc", abstract, design).species is species


def test_a_sample_of_animals_is_no_population() -> None:
    facts = facts_from_abstract("Zinc", "Forty rats were randomized to two diets.", Design.ANIMAL)
    assert (facts.population, facts.sample_size) == ("", 40)


CSL = {"title": "Zinc for colds", "abstract": "Ninety women were randomly assigned to zinc or placebo."}


def test_a_source_says_which_facts_come_from_the_abstract() -> None:
    source = source_from_csl("a", CSL)
    assert (source.population, source.species, source.sample_size) == ("women", Species.HUMAN, 90)
    assert source.facts_from == (("population", "abstract"), ("species", "abstract"), ("sample_size", "abstract"))


def test_what_an_editor_recorded_stands() -> None:
    source = source_from_csl("a", CSL, facts={"population": "women over 60", "sample_size": 88, "species": "human"})
    assert (source.population, source.sample_size, source.facts_from) == ("women over 60", 88, ())


def test_an_abstract_that_speaks_of_another_species_than_the_record_is_not_used() -> None:
    assert source_from_csl("a", CSL, facts={"species": "animal"}).facts_from == ()
