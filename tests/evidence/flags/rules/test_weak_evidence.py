"""A claim whose best source is very weak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design
from evidence.values import Severity
from tests.evidence.judging import TRIAL, check_clean, check_flags, flags_of

CODE = "weak-evidence"
CASES = replace(TRIAL, design=Design.CASE_SERIES, sample_size=3)


def test_it_leaves_a_trial_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_work_of_unknown_design_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [replace(TRIAL, design=None)])


def test_an_appraisal_may_rest_on_a_comment() -> None:
    text = "Flawed methods make the results on ginger and nausea suspect [@lee2020]."
    check_clean(CODE, text, [replace(TRIAL, design=Design.OPINION)])


def test_a_mechanism_may_rest_on_laboratory_work() -> None:
    text = "Ginger compounds bind to receptors in the stomach [@lee2020]."
    check_clean(CODE, text, [replace(TRIAL, design=Design.IN_VITRO)])


def test_it_warns_on_very_weak_evidence() -> None:
    flag = check_flags(CODE, "Ginger tea may reduce nausea [@lee2020].", [CASES])
    assert flag.severity is Severity.WARNING


def test_it_blocks_advice_and_safety() -> None:
    flag = check_flags(CODE, "Ginger tea is safe for toddlers with a cold [@lee2020].", [CASES])
    assert flag.severity is Severity.BLOCKER


def test_it_blocks_a_protocol_without_results() -> None:
    plan = replace(TRIAL, design=Design.PROTOCOL)
    assert check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [plan]).severity is Severity.BLOCKER


PAGE = "https://health-blog.example/post"


@pytest.mark.parametrize(
    "text",
    [
        "Ginger holds [more than 500 compounds]",
        "In Spain a child [died of diphtheria in 2015]",
        "By law ginger [is a spice in the United Kingdom]",
        "Egg whites have [less fat than yolks]",
        "Ginger has been used in China [for two thousand years]",
        "The average patient waits [more than five years for a diagnosis]",
        "Ginger grows [in the tropics of Asia]",
        "The most common kind of anaemia is [iron-deficiency anaemia]",
    ],
)
def test_a_mere_page_may_carry_a_fact(text: str) -> None:
    assert not _mere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ginger tea [reduces nausea in pregnancy and cures migraine]",
        "Ginger tea [can lower your blood pressure]",
        "Smoking cannabis [causes depression and psychosis]",
        "Pregnant women [should take 400 micrograms of folic acid every day]",
        "Ginger tea is [safe for toddlers with a cold]",
    ],
)
def test_a_mere_page_is_very_weak_for_an_effect_and_for_advice(text: str) -> None:
    assert _mere(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.mayoclinic.org/ginger",
        "https://my.clevelandclinic.org/health/ginger",
        "https://www.hopkinsmedicine.org/health/ginger",
        "https://medicine.example.edu/health/ginger",
        "https://www.unimelb.edu.au/ginger",
        "https://www.ox.ac.uk/ginger",
        "https://www.heart.org/en/ginger",
        "https://www.msdmanuals.com/home/ginger",
    ],
)
def test_what_a_hospital_or_university_tells_patients_is_no_mere_page(url: str) -> None:
    assert not _mere("Ginger tea [can lower your blood pressure]", url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.wellnessclinic.example/ginger",
        "https://www.example.edu/~lee/ginger",
        "https://www.example.edu/people/lee",
        "https://mayoclinic.org.example.com/ginger",
    ],
)
def test_a_private_page_stays_one_whatever_it_is_called(url: str) -> None:
    assert _mere("Ginger tea [can lower your blood pressure]", url)


def test_it_says_nothing_where_one_of_the_works_is_not_graded() -> None:
    unknown = replace(TRIAL, key="roe2019", design=None)
    check_clean(CODE, "Ginger tea may reduce nausea [@lee2020; @roe2019].", [CASES, unknown])


def _mere(text: str, url: str = PAGE) -> bool:
    """Whether the claim is flagged that links to a page of which nothing but its form is known."""
    found = flags_of(CODE, f"# Ginger and health\n\nGinger is good for health. {text}({url}).\n", None)
    return bool(found)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("[Ginger tea reduces nausea and cures migraine]", PAGE),
        ("According to the maker, ginger tea [can lower your blood pressure]", PAGE),
        ("As Lee points out, ginger tea [can lower your blood pressure]", PAGE),
        ("Hill argues that ginger tea [can lower your blood pressure]", PAGE),
        ("Ginger tea [can lower your blood pressure]", "https://www.researchgate.net/publication/5176_Ginger"),
        ("Ginger tea [can lower your blood pressure]", "https://www.mdpi.com/978584"),
    ],
)
def test_a_bare_pointer_an_open_attribution_and_an_archive_of_papers_are_left_alone(text: str, url: str) -> None:
    assert not _mere(text, url)


def test_a_plan_may_say_that_a_trial_is_under_way() -> None:
    plan = replace(TRIAL, title="Ginger for nausea: study protocol", design=Design.PROTOCOL)
    check_clean(CODE, "A trial of the efficacy of ginger tea for nausea is under way [@lee2020].", [plan])


def test_advice_over_a_plan_without_results_is_still_stopped() -> None:
    plan = replace(TRIAL, title="Ginger for nausea: study protocol", design=Design.PROTOCOL)
    flag = check_flags(CODE, "Pregnant women should take ginger tea for nausea every day [@lee2020].", [plan])
    assert flag.severity is Severity.BLOCKER


@pytest.mark.parametrize(
    "text",
    [
        "This gene [releases a protein that makes the gonads form]",
        "The surge of hormones [leads to the development of the lungs]",
        "Light [triggers the release of melatonin in the brain]",
        "Light [makes the pupil of the eye narrow and slows the gland]",
        "Enzymes in the stomach [lead to the release of amino acids]",
        "Impulses of the nerve [lead to a slower beat of the heart]",
        "Hormones of the thyroid [raise the use of oxygen in cells]",
        "Bile [causes fat to form small drops in the gut]",
    ],
)
def test_how_the_body_works_may_rest_on_a_page(text: str) -> None:
    assert not _mere(text)


@pytest.mark.parametrize(
    "text",
    [
        "A lack of light [causes depression in the brain]",
        "Smoking [leads to cancer of the lungs]",
        "The hormone [raises the risk of stroke in the heart]",
        "Stress [increases inflammation in the gut]",
    ],
)
def test_a_disease_of_the_body_takes_more(text: str) -> None:
    assert _mere(text)


@pytest.mark.parametrize("url", ["www.mayoclinic.org/ginger", "www.nhs.uk/ginger"])
def test_an_address_without_its_scheme_is_known(url: str) -> None:
    said = "# Ginger\n\nGinger is good for health. Ginger tea can lower your blood pressure.[^1]"
    listed = f"{said}\n\n[^1]: “Ginger.” A clinic, 2019, {url}\n"
    assert not flags_of(CODE, listed, None)
