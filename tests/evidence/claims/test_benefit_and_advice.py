"""A benefit of food or of what a pronoun takes up is one, and so is advice told as a need; likeness alone is not."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import Reading
from evidence.claims.benefit_and_advice import told
from evidence.language import vocabulary
from evidence.values import Kind

Kinds = tuple[Kind, ...]


def _reading(index: int, text: str, paragraph: int = 0) -> Reading:
    found = tuple(vocabulary.words(text))
    return Reading(index, text, paragraph, "", found, 2, 0, False, 0, True, (), False, "")


def _told(text: str, *, before: str = "Winter is long.", apart: bool = False, kinds: Kinds = (Kind.CAUSAL,)) -> Kinds:
    readings = [_reading(0, before), _reading(1, text, 1 if apart else 0)]
    return told(readings, [((Kind.FRAMING,), 0.1, ""), (kinds, 0.9, "")])[1][0]


@pytest.mark.parametrize(
    "text",
    [
        "Stress lowers the mood of most people.",  # nothing is taken
        "Turmeric is grown in warm valleys of the south.",  # nothing is said to do good
        "Honey reduces the sale of sugar.",  # nothing bad for health is set against
        "Coffee harms the sleep of one in three adults.",
        "A coat of protein protects the virus' genome.",
        "It also helps with heartburn.",  # nothing stands before it that is taken
        "Iron is rusty, and rust helps nobody.",
    ],
)
def test_what_promises_no_benefit_keeps_its_kinds(text: str) -> None:
    assert _told(text) == (Kind.CAUSAL,)


def test_a_pronoun_in_another_paragraph_takes_nothing_up() -> None:
    assert _told("It also helps with heartburn.", before="Ginger is a root.", apart=True) == (Kind.CAUSAL,)


def test_what_is_no_claim_stays_none() -> None:
    assert _told("Ginger helps digestion.", kinds=(Kind.OPINION,)) == (Kind.OPINION,)


@pytest.mark.parametrize(
    "text",
    [
        "Honey is effective against throat infections.",
        "Turmeric favours sleep and helps the stomach.",
        "Eating walnuts supports the heart.",
        "Olive oil is good for your skin.",
        "Beet juice lowers blood pressure and cholesterol.",
        "The seeds have anti-inflammatory power in the joints.",
    ],
)
def test_a_benefit_of_food_is_one(text: str) -> None:
    assert _told(text)[0] is Kind.EFFICACY


@pytest.mark.parametrize(
    "text", ["It also helps with heartburn.", "This may help digestion.", "Its oils restore the skin."]
)
def test_a_pronoun_takes_up_what_the_sentence_before_names(text: str) -> None:
    assert _told(text, before="Ginger roots and mint are easy to grow.") == (Kind.EFFICACY,)


@pytest.mark.parametrize(
    "text",
    [
        "People with gout need to avoid beer.",
        "You need a daily dose of iodine.",
        "Fish should always be included in a diet.",
        "It is pointless to prescribe painkillers after a month.",
        "Clinical guidelines for asthma suggest a spacer.",
    ],
)
def test_advice_told_as_a_need_or_by_a_guideline_is_advice(text: str) -> None:
    assert Kind.MANAGEMENT in _told(text)


@pytest.mark.parametrize("text", ["You need to know that gout hurts.", "It is important to note that gout is old."])
def test_words_that_only_lead_in_advise_nothing(text: str) -> None:
    assert _told(text) == (Kind.CAUSAL,)
