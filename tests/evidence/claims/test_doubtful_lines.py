"""Lines that may tell nothing are not asked about, and what asserts something beside them is."""

from __future__ import annotations

import pytest

from evidence.claims.doubtful_lines import is_doubtful


@pytest.mark.parametrize(
    "text",
    [
        "Whatever the doubters say, ginger eases nausea.",
        "Naysayers aside, garlic lowers blood pressure.",
        "Doubters say it is hype, but turmeric reduces joint pain.",
        "Advocates say so; fasting reverses diabetes.",
        "Ginger eases nausea, as advocates argue.",
        "There are still doctors who believe in rest, yet bed rest harms the back.",
        "It might be that nobody knows, but 500 mg of zinc shortens a cold.",
        "It seems possible, and it prevents cancer.",
        "Salt is harmful, it is believed by some.",
        "Honey is a wonderful remedy: it heals burns.",
        "Tea is a beautiful thing that cures migraine.",
        "Understanding pain is crucial, and massage relieves it.",
        "Sleep is nothing more than rest that prevents cancer.",
        "Devices could monitor sleep, which lowers the risk of stroke.",
        "Magnesium eases cramps, and rest matters too.",
        "The grading system proves that it kills germs.",
        "It does not follow that statins are safe: they damage the muscles.",
        "Advocates say so, but babies should be given honey.",
        "It seems possible, but never take zinc.",
        "One of the most common comments is that garlic cures colds, and it heals wounds.",
        "We recommend against taking aspirin without a doctor's advice.",
        "I recommend against vaccines.",
        "This could hint at why tea is dear, yet tea lowers blood pressure.",
        "This might be one of the reasons it is popular: it cures colds.",
    ],
)
def test_what_asserts_something_beside_is_asked_about(text: str) -> None:
    assert not is_doubtful(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sometimes you will hear naysayers suggesting that hormones always improve the mood.",
        "Doubters claim that rest never helps the back.",
        "Know-it-alls say that milk causes colds.",
        "There are still doctors who believe that bed rest heals a slipped disc.",
        "There are still people who think that reading in the dark ruins the eyes.",
        "Advocates assert that it eases pain.",
        "The mushroom is believed by some to boost immunity.",
        "It might be that no therapy helps.",
        "It seems possible that coffee harms sleep.",
        "Knowing the signs of a stroke is vital.",
        "The honey's rating is a system that helps consumers.",
        "Robots could one day look after the old.",
        "Your pillow matters too.",
        "It does not follow that big arms are your best goal.",
        "One of the most common questions is how long to rest.",
        "This gap could hint at why few of us go to bed on time.",
        "That may also be one of the main reasons it is so popular.",
        "Sleep is a wonderful activity.",
    ],
)
def test_guesses_beliefs_and_praise_are_doubtful(text: str) -> None:
    assert is_doubtful(text)
