"""Safety is a frame: people and harms of any kind may meet any way of saying that nothing goes wrong."""

from __future__ import annotations

import pytest

from evidence.selling import safe_use


@pytest.mark.parametrize(
    "text",
    [
        "thisproduct is not suitable for children.",
        "Ask your doctor before you take thisproduct in pregnancy.",
        "Children love the taste of thisproduct.",
        "No more itching with thisproduct.",
        "thisproduct comes with no problems with the parcel.",
        "thisproduct can be shared as a gift with everyone.",
    ],
)
def test_a_caution_a_gift_and_relief_are_no_word_on_safety(text: str) -> None:
    assert safe_use.match(text) is None


@pytest.mark.parametrize("who", ["pregnant women", "toddlers", "people with diabetes", "sensitive skin", "any age"])
@pytest.mark.parametrize("suits", ["is safe for", "is perfectly fine for", "is gentle enough for", "is approved for"])
def test_whoever_meets_whatever_suits(who: str, suits: str) -> None:
    assert safe_use.match(f"thisproduct {suits} {who}.")


@pytest.mark.parametrize("harm", ["side effects", "irritation", "drowsiness", "known interactions", "downside"])
@pytest.mark.parametrize("absent", ["zero", "without any", "not one", "free of"])
def test_any_harm_meets_any_absence(harm: str, absent: str) -> None:
    assert safe_use.match(f"thisproduct is {absent} {harm}.")


def test_a_question_that_names_whom_it_suits_is_answered() -> None:
    assert safe_use.answers("Breastfeeding?", "thisproduct is fine.")
    assert not safe_use.answers("Breastfeeding?", "thisproduct is not for you.")


@pytest.mark.parametrize(
    "text",
    [
        "You can stop thisproduct overnight.",
        "Come off thisproduct any day, no tapering.",
        "You can take thisproduct right up to the birth.",
        "Take thisproduct until the day you give birth.",
        "thisproduct never made anybody drowsy.",
    ],
)
def test_no_dependence_the_last_day_of_pregnancy_and_nobody_unwell_are_words_on_safety(text: str) -> None:
    assert safe_use.match(text)


@pytest.mark.parametrize("text", ["You can stop your subscription any time.", "Cancel thisproduct whenever you like."])
def test_a_subscription_that_ends_is_none(text: str) -> None:
    assert not safe_use.match(text)
