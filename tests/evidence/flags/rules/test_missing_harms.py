"""Benefits only."""

from __future__ import annotations

import pytest

from evidence.context import Page
from tests.evidence.judging import check_clean, check_flags

CODE = "missing-harms"


@pytest.mark.parametrize(
    "text",
    [
        "Magnesium relieves migraine. Its side effects include diarrhoea.",
        "The liver breaks down alcohol.",
        "We walked to the harbour and ate noodles.",
    ],
)
def test_it_leaves_pages_alone_that_cover_harms_or_claim_no_benefit(text: str) -> None:
    check_clean(CODE, text)


def test_an_editors_answer_decides() -> None:
    check_clean(CODE, "Magnesium relieves migraine.", page=Page(harms_covered=True))
    check_flags(CODE, "Magnesium relieves migraine. It may harm.", page=Page(harms_covered=False))


@pytest.mark.parametrize("text", ["Magnesium relieves migraine.", "Magnesium relieves migraine from harmful light."])
def test_it_flags_benefits_alone(text: str) -> None:
    check_flags(CODE, text)


_LONG = " ".join(f"The liver breaks down glass number {number}." for number in range(9))


def test_one_benefit_in_passing_does_not_make_a_longer_page_argue_for_it() -> None:
    check_clean(CODE, f"Magnesium relieves migraine. {_LONG}")
    check_flags(CODE, f"Magnesium relieves migraine. {_LONG} Magnesium prevents cramps.")
    check_flags(CODE, f"Magnesium relieves migraine. {_LONG}", page=Page(harms_covered=False))


def test_a_benefit_that_is_denied_or_doubted_argues_for_nothing() -> None:
    check_clean(CODE, "Magnesium has no effect on migraine.")
    check_clean(CODE, "The evidence that magnesium relieves migraine is lacking.")


@pytest.mark.parametrize(
    "text",
    [
        "Magnesium does not relieve migraine. It had no effect on cramps. Magnesium relieves colds. Tea lifts mood.",
        "There is no evidence that magnesium prevents cramps. No trial found a benefit for sleep. It relieves colds.",
        "Magnesium failed to reduce migraine. It did not improve sleep. One man says that it prevents cramps.",
    ],
)
def test_a_page_that_denies_as_much_as_it_promises_argues_for_nothing(text: str) -> None:
    check_clean(CODE, f"{text} {_LONG}")


@pytest.mark.parametrize(
    "text",
    [
        "Magnesium relieves migraine. Magnesium prevents cramps. It has no effect on colds.",
        "Magnesium may relieve migraine. Magnesium lowers blood pressure. There is no evidence that it cures colds.",
    ],
)
def test_one_effect_denied_beside_several_promised_takes_nothing_back(text: str) -> None:
    check_flags(CODE, f"{text} {_LONG}")


@pytest.mark.parametrize(
    "text",
    [
        "Good sleep improves your mood. A regular bedtime reduces stress. A dark room helps you fall asleep.",
        "Counselling helps people with grief. Friends ease the pain. Routines reduce anxiety in families.",
        "A walk lifts your mood. A balanced diet lowers your blood pressure. Laughing relieves stress.",
        "Your immune system fights germs. Fever helps the body kill germs. Rest speeds recovery from colds.",
        "Brushing prevents caries. Flossing protects the gums. A dentist can relieve toothache.",
        "Your doctor can treat migraine. A nurse can ease your pain. The clinic helps people with diabetes.",
        "Regular routines reduce confusion in dementia. Activities improve memory. Carers prevent falls.",
        "Cutting sugar prevents caries. Water relieves thirst and headache. Fruit protects the heart.",
    ],
)
def test_a_page_on_care_sleep_or_a_disease_argues_for_no_remedy(text: str) -> None:
    check_clean(CODE, f"# How to feel well\n\n{text} {_LONG}")


@pytest.mark.parametrize(
    "text",
    [
        "Acupuncture relieves migraine. Acupuncture reduces pain in the back.",
        "Probiotics reduce colds. Probiotics relieve bloating.",
        "Massage relieves headaches. Massage reduces pain in the neck.",
        "Ibuprofen relieves pain. Ibuprofen eases cramps.",
    ],
)
def test_a_page_that_praises_one_remedy_again_and_again_argues_for_it(text: str) -> None:
    check_flags(CODE, f"# How to feel well\n\n{text} {_LONG}")


def test_a_remedy_in_a_heading_needs_one_benefit_beside_another() -> None:
    text = "Melatonin improves sleep. A dark room reduces stress."
    check_flags(CODE, f"# Melatonin for sleep\n\n{text} {_LONG}")
    check_clean(CODE, f"# Sleep\n\n{text} {_LONG}")
