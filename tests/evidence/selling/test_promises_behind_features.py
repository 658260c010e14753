"""Whatever plain words stand before it, a promise claims: no feature, taste, drawback or price takes it back."""

from __future__ import annotations

from itertools import product

from evidence.selling.statements import statement

PLAIN = (
    "Xandor tracks your steps and {p}.",
    "Xandor measures your heart rate while you sleep, and {p}.",
    "Xandor's sleep tracking is neat; it {p}.",
    "The toe box is wide, and Xandor {p}.",
    "Xandor keeps its shape and {p}.",
    "Xandor filters dust out of the air and {p}.",
    "Xandor has a creamy flavor and {p}.",
    "The only downside of Xandor is the price; it {p}.",
    "Xandor is a bit bulky, yet it {p}.",
    "Xandor may not be suitable for everyone, but it {p}.",
    "Xandor is ideal for bedrooms and {p}.",
    "Xandor has a refreshing scent and {p}.",
    "Xandor costs $20, which is less than the other one, and {p}.",
    "Xandor is perfect for those who like tea and {p}.",
    "Side sleepers love Xandor: it {p}.",
)
PROMISES = (
    *("cures arthritis", "prevents heart attacks", "lowers your blood pressure", "ends insomnia", "heals your gut"),
    *("replaces your insulin", "detects cancer", "is safe in pregnancy", "has no side effects", "never harms anyone"),
    *("makes you lose ten pounds", "calms your nerves", "gives you glowing skin", "stops migraine"),
)


def test_a_promise_behind_plain_words_claims() -> None:
    texts = (frame.format(p=promise) for frame, promise in product(PLAIN, PROMISES))
    assert [text for text in texts if not statement(text, ("Xandor",)).claims] == []
