"""A fact on health that a writer gives as the reason for what they do is a claim."""

from __future__ import annotations

import pytest

from evidence.claims.given_reasons import reason
from tests.evidence.judging import judge


@pytest.mark.parametrize(
    "text",
    [
        "I stayed in bed because I felt tired.",
        "Since my knee hurt, I stopped running.",
        "As someone who has had gout, I avoid beer.",
        "I tried the diet as described above.",
        "Because it helps me, I take it every day.",
        "I learned that he was ill, so I called.",
        "Since last May, I have walked to work.",
        "My sister sleeps well because she walks.",
        "We moved because the flat was damp.",
        "Zinc helps because it feeds the cells.",
    ],
)
def test_what_befell_somebody_is_no_reason_to_look_up(text: str) -> None:
    assert not reason(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Since my blood pressure tablets can swell ankles, I wear loose socks.",
            "my blood pressure tablets can swell ankles",
        ),
        ("I take iron with juice because vitamin C helps the body absorb it.", "vitamin C helps the body absorb it"),
        ("I stopped the statin, as statins can cause muscle pain.", "statins can cause muscle pain"),
        ("I learned that caffeine stays in the blood for hours, so I quit.", "caffeine stays in the blood for hours"),
    ],
)
def test_the_fact_that_it_gives_is_found(text: str, fact: str) -> None:
    assert reason(text) == fact


def test_such_a_sentence_is_a_claim_on_a_page_on_health() -> None:
    page = "Walking lowers blood pressure. Smoking slows healing. " * 5
    rows = judge(f"{page} Since blood pressure tablets can swell the ankles, I wear loose socks.").sentences
    assert rows[-1].claim.claim
    assert not judge(f"{page} Since these socks are red, I wear loose shoes.").sentences[-1].claim.claim
