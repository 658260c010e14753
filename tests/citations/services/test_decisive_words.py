"""Titles that differ in a word that decides are two works; slips of the pen and marks of retraction decide nothing."""

from __future__ import annotations

from typing import Any

import pytest

from citations.models import Citation
from citations.services.decisive_words import unmarked
from citations.services.similarity import same_work

APART = [
    ("Effect of zinc on colds in men over sixty", "Effect of zinc on colds in women over sixty"),
    ("Vitamin B6 for nausea in pregnancy a trial", "Vitamin B12 for nausea in pregnancy a trial"),
    ("Hypertension in adults and stroke risk later", "Hypotension in adults and stroke risk later"),
    ("Prenatal zinc and growth of children in Peru", "Postnatal zinc and growth of children in Peru"),
    ("HDL cholesterol and heart disease in adults", "LDL cholesterol and heart disease in adults"),
    ("Increased risk of falls with vitamin D in adults", "Decreased risk of falls with vitamin D in adults"),
    ("Hyperglycaemia in newborns and later growth", "Hypoglycaemia in newborns and later growth"),
    ("Maternal smoking and asthma in children", "Paternal smoking and asthma in children"),
    ("Low dose aspirin for stroke in older adults", "High dose aspirin for stroke in older adults"),
    ("Vitamin D2 for bones in older adults", "Vitamin D3 for bones in older adults"),
    ("IgE responses to peanut in early childhood", "IgG responses to peanut in early childhood"),
    ("Hepatitis B vaccine in adults in Peru", "Hepatitis C vaccine in adults in Peru"),
    ("Symptomatic infection in adults with asthma", "Asymptomatic infection in adults with asthma"),
    ("Vaccinated adults and influenza in winter", "Unvaccinated adults and influenza in winter"),
    ("Systolic pressure and salt in older adults", "Diastolic pressure and salt in older adults"),
    ("Overweight in adolescents and later health", "Underweight in adolescents and later health"),
    ("Influenza A in nursing homes: a cohort study", "Influenza B in nursing homes: a cohort study"),
    ("Zinc for colds in older adults: study protocol", "Zinc for colds in older adults"),
    ("Zinc for colds in older adults: rationale and design", "Zinc for colds in older adults"),
    ("Protocol for a trial of zinc for colds in adults", "A trial of zinc for colds in adults"),
    ("Smokers and zinc: a cohort of young adults", "Non-smokers and zinc: a cohort of young adults"),
]
ONE = [
    ("Zinc for the common cold in adults", "Zinc for the commom cold in adults"),
    ("Zinc for the common cold: a randomised trial", "Zinc for the common cold: a randomized trial"),
    ("The effect of zinc on colds in adult", "Effect of zinc on colds in adults"),
    ("Tumour growth and diet in older adults", "Tumor growth and diet in older adults"),
    ("Haemoglobin and fatigue in young adults", "Hemoglobin and fatigue in young adults"),
    ("Søvn og sink hos voksne i Norge", "Sovn og sink hos voksne i Norge"),
    ("Study protocols and rationales in sleep research", "Study protocols and rationales in sleep reserach"),
    ("Oestrogen and bone in women past fifty", "Estrogen and bone in women past fifty"),
    ("Anaesthesia and sleep in older adults", "Anesthesia and sleep in older adults"),
    ("RETRACTED: Zinc for the common cold in adults", "Zinc for the common cold in adults"),
    ("RETRACTED ARTICLE: Zinc for the common cold in adults", "Zinc for the common cold in adults"),
    ("Zinc for the common cold in adults (Retracted)", "Zinc for the common cold in adults"),
    ("Zinc for the common cold in adults [Retracted article. See vol. 9]", "Zinc for the common cold in adults"),
    ("WITHDRAWN: Zinc for the common cold in adults", "Zinc for the common cold in adults"),
    ("Zinc  for the common-cold in adults", "Zinc for the common cold in adults"),
]


def work(title: str, **more: Any) -> Citation:
    return Citation(**{"title": title, "families": ["Doe"], "year": 2019, "csl": {}, **more})


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_word_that_decides_keeps_two_works_apart(one: str, other: str) -> None:
    assert same_work(work(one), work(other)) is None
    assert same_work(work(other), work(one)) is None


@pytest.mark.parametrize(("one", "other"), ONE)
def test_what_decides_nothing_does_not_hide_a_pair(one: str, other: str) -> None:
    assert same_work(work(one), work(other))


@pytest.mark.parametrize("title", ["Retracted publications in mental health", "Withdrawn drugs and public trust"])
def test_a_title_about_retractions_keeps_its_words(title: str) -> None:
    assert unmarked(title) == title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("van der Berg", "Berg"),
        ("de la Cruz", "Cruz"),
        ("von Braun", "Braun"),
        ("Smith Jr", "Smith"),
        ("O'Neil", "ONeil"),
        ("Müller", "Muller"),
        ("Sørensen", "Sorensen"),
        ("Łukasik", "Lukasik"),
        ("Næss", "Naess"),
        ("al-Rashid", "Rashid"),
    ],
)
def test_particles_and_ranks_do_not_hide_a_pair(one: str, other: str) -> None:
    printed = {"csl": {"volume": "3", "page": "5-9"}}
    title = "Zinc for the common cold in adults"
    assert same_work(work(title, families=[one], **printed), work(title, families=[other], **printed))
    assert same_work(work(title, families=["Stone"], **printed), work(title, families=[other], **printed)) is None
