"""Works told by year, place or journal, where one of the list fits and no other (standards.md A3.2)."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read
from tests.evidence.judging import judge

LIST = """

## References

1. Lee A, Okoro B. Ginger tea for nausea: a randomised trial. Journal of Herbs. 2020;12(1):1-9.
2. Brown C. Mint for colic in infants: a review. Gut Notes. 2014;8(1):101-12.
3. World Health Organization. Guideline on salt intake for adults and children. Geneva: WHO; 2012.
4. Diaz E, Frost G. Night shifts and heart disease in nurses in Boston. Lancet. 2018;390:33-41.
5. Moreau H. Zinc lozenges and colds at Stanford: rhinovirus in the lab. Ann Intern Med. 2016;164:12-20.
6. Nyman K. Zinc lozenges for colds in children. J Foo. 2016;1:1-9.
"""


def _keys(sentence: str) -> list[str]:
    return [link.key for link in judge(sentence + LIST, None).sentences[0].links]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "A recent trial found that ginger tea lowered nausea by 40%.",
        "A 2020 systematic review found that garlic lowered cholesterol by 10%.",
        "A 2020 trial found that garlic lowered cholesterol by 10%.",
        "A 2021 randomised trial found that garlic lowered cholesterol by 10%.",
        "A 2018 study found that garlic lowered cholesterol by 10%.",
        "A 2014 trial found that ginger lowered nausea.",
        "A 2014 trial found that mint eased colic in infants.",
        "Researchers at Harvard found that mint eased colic in infants.",
        "A 2016 study found that zinc lozenges shortened colds.",
        "In the Journal of Sleep, doctors reported in 2020 that ginger shortened colds.",
        "A Lancet study from 2017 found that night shifts raised the risk of heart disease.",
    ],
)
def test_what_fits_no_work_or_more_than_one_leads_nowhere(sentence: str) -> None:
    assert _keys(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("A trial in the Journal of Herbs, published in 2020, found that ginger lowered nausea by 40%.", "lee2020"),
        (
            "In the Annals of Internal Medicine, doctors reported in 2016 that zinc shortened colds by a day.",
            "moreau2016",
        ),
        ("A Lancet study from 2018 found that night shifts raised the risk of heart disease.", "diaz2018"),
        ("In a 2018 study of nurses in Boston, night shifts raised the risk of heart disease by 20%.", "diaz2018"),
        ("Researchers at Stanford found that zinc lozenges killed rhinovirus within a day.", "moreau2016"),
        (
            "A study of nurses published in **2018** found that night shifts raised the risk of heart disease.",
            "diaz2018",
        ),
        ("A **2020 randomised trial** showed fewer sick days at sea.", "lee2020"),
        ("A 2014 review found that mint eased colic in infants.", "brown2014"),
        ("In 2014, a review found that mint eased colic in infants.", "brown2014"),
        ("The WHO recommends less than 5 g of salt a day for adults.", "world2012"),
    ],
)
def test_one_fitting_work_is_meant(sentence: str, key: str) -> None:
    assert _keys(sentence) == [key]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Lancet study found that garlic cures cancer.",
        "A Lancet study found that mint eased colic in infants.",
        "A Lancet review found that nurses are tired.",
        "A Cochrane review found that night shifts raise the risk of heart disease.",
        "The Lancet is read by nurses with heart disease.",
        "Lancet studies show that garlic prevents colds and gout.",
        "A lancet study found that needles hurt nurses with heart disease.",
        "Nightly garlic is safe for nurses, says a Lancet reader.",
    ],
)
def test_a_famous_printer_alone_tells_no_work(sentence: str) -> None:
    assert _keys(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A Lancet study found that night shifts raised the risk of heart disease.",
        "A recent Lancet study tied night shifts to heart disease.",
        "A large Lancet cohort tied heart disease to night shifts.",
        "One Lancet paper told of nurses and heart disease.",
        "A Lancet report on nurses found more heart disease.",
        "The Lancet study of nurses found more heart disease.",
        "In a Lancet article, night shifts raised the risk of heart disease in nurses.",
        "A Lancet study from 2018 found that night shifts raised the risk of heart disease.",
    ],
)
def test_a_famous_printer_and_what_a_work_is_about_tell_it(sentence: str) -> None:
    assert _keys(sentence) == ["diaz2018"]


FRONT = """---
title: Oats
sources:
  - title: "Oat porridge and gout attacks in retired bakers"
    url: "https://journals.example.org/oats"
    type: "study"
  - title: "Evening oats, restless legs and night cramps: a meta-analysis"
    url: "https://journals.example.org/cramps"
    year: 2019
  - title: "Oats"
    url: "https://journals.example.org/short"
---

"""


def _of_front(sentence: str) -> list[str]:
    assessed = assess(read(FRONT + sentence, "markdown"), today=date(2026, 11, 1))
    return [link.key for link in assessed.sentences[0].links]


@pytest.mark.parametrize(
    "sentence",
    [
        "A study of bakers found that oat porridge raised blood pressure.",
        "Oat porridge prevents gout attacks in retired bakers.",
        "Many studies show that oat porridge prevents gout attacks in retired bakers.",
        "Research found that oats lower cholesterol.",
        "A 2016 meta-analysis found that evening oats eased restless legs and night cramps.",
    ],
)
def test_a_title_is_not_told_by_part_of_it_or_without_a_study(sentence: str) -> None:
    assert _of_front(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("In a study of retired bakers, oat porridge prevented gout attacks.", "porridgend"),
        ("Research on bakers (N=310), retired for years, showed fewer gout attacks with oat porridge.", "porridgend"),
        ("A 2021 trial found that oat porridge prevented attacks of gout in retired bakers.", "porridgend"),
        ("One survey tied gout attacks of retired bakers to a lack of oat porridge.", "porridgend"),
        ("A report on porridge: retired bakers who ate oats had 20% fewer gout attacks.", "porridgend"),
        ("A 2019 meta-analysis found that evening oats eased restless legs and night cramps.", "evening2019"),
        ("A meta-analysis of 2019 says that oats in the evening ease night cramps and restless legs.", "evening2019"),
        ("In 2019, a review found that oats of an evening eased night cramps and restless legs.", "evening2019"),
    ],
)
def test_nearly_a_whole_title_names_a_work_that_a_template_lists(sentence: str, key: str) -> None:
    assert _of_front(sentence) == [key]


PLACES = """

## References

1. Ito H, Sato K. Green tea and stroke in Japan: the Ohsaki study. Stroke. 2009;40:1-8.
2. Berg I. Vitamin D and fractures in older women. N Engl J Med. 2016;374:1-9.
3. Cole J. Screen time and short sight in schoolchildren. Ophthalmology. 2022;129:1-9.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "A Norwegian study found fewer strokes in people who drink green tea.",
        "A Japanese study found fewer colds in people who gargle.",
        "The Framingham study found fewer strokes in people who drink green tea.",
        "The JAMA trial of vitamin D found no fewer fractures.",
    ],
)
def test_another_country_study_or_journal_leads_nowhere(sentence: str) -> None:
    assert not judge(sentence + PLACES, None).sentences[0].links  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("A Japanese study found fewer strokes in people who drink green tea.", "ito2009"),
        ("In the Ohsaki study, people who drink green tea had fewer strokes.", "ito2009"),
        ("The Ohsaki study found fewer strokes in people who drink green tea.", "ito2009"),
        ("The NEJM trial of vitamin D found no fewer fractures.", "berg2016"),
        ("The journal Ophthalmology published work that ties screen time to short sight.", "cole2022"),
    ],
)
def test_a_country_a_studys_own_name_and_a_journals_initials_lead_to_their_work(sentence: str, key: str) -> None:
    assert [link.key for link in judge(sentence + PLACES, None).sentences[0].links] == [key]  # type: ignore[arg-type]
