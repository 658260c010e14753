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
