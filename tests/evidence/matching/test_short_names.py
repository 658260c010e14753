"""Bodies and trials by a few capitals (standards.md A3.2)."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge

LIST = """

## References

1. Centers for Disease Control and Prevention. (2021). Sleep and weight in adults. https://www.cdc.gov/sleep/data.html
2. World Health Organization. Guideline: iron in pregnancy. Geneva: WHO; 2020.
3. National Institute for Health and Care Excellence. Anaemia in adults. London: NICE; 2021.
4. US Preventive Services Task Force. Vitamin E and the heart. JAMA. 2022;327(23):2326-33.
5. Moen R, Eze D. FDA letters on honey. J Foods. 2019;1:1-9.
6. Bell A, Coe B. Olive oil and strokes: the COMET randomised trial. Ann Foods. 2018;2:2-9.
7. Day C. Walnuts and strokes in NAFLD. Ann Foods. 2017;2:2-9.
8. Diaz E. Evening milk and sleep (LUNAR). Ann Foods. 2016;2:2-9.
"""


def _keys(sentence: str) -> list[str]:
    return [link.key for link in judge(sentence + LIST, None).sentences[0].links]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "Short sleep raises blood pressure in adults (CDC, 2019).",
        "Honey is dangerous for infants (FDA, 2019).",
        "Honey is dangerous for infants (EFSA, 2021).",
        "Walnuts prevent strokes in adults (NAFLD, 2017).",
        "Garlic prevents strokes in adults (DNA, 2018).",
        "In NAFLD, walnuts prevent strokes.",
        "In FDA, honey is said to be dangerous for infants.",
        "In VENUS, olive oil prevented strokes in adults.",
        "In 2018 olive oil prevented strokes in adults.",
        "Honey harms infants (US, 2022).",
    ],
)
def test_capitals_that_name_nobody_on_the_list_lead_nowhere(sentence: str) -> None:
    assert _keys(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Short sleep raises blood pressure in adults (CDC, 2021).", "centers2021"),
        ("Short sleep raises blood pressure in adults (CDC 2021).", "centers2021"),
        ("Iron prevents anaemia in pregnancy (WHO, 2020).", "world2020"),
        ("Iron helps adults with anaemia (NICE, 2021).", "national2021"),
        ("Vitamin E does not prevent heart disease (USPSTF, 2022).", "preventive2022"),
        ("Vitamin E does not prevent heart disease (see USPSTF, 2022).", "preventive2022"),
        ("Vitamin E does not prevent heart disease (U.S. Preventive Services Task Force, 2022).", "preventive2022"),
        (
            "Vitamin E does not prevent heart disease (US Preventive Services Task Force [USPSTF], 2022).",
            "preventive2022",
        ),
        ("In COMET, olive oil prevented strokes in adults.", "bell2018"),
        ("In the COMET trial, olive oil prevented strokes in adults.", "bell2018"),
        ("In LUNAR, milk improved sleep in adults.", "diaz2016"),
    ],
)
def test_capitals_lead_to_the_body_or_trial_of_the_list(sentence: str, key: str) -> None:
    assert _keys(sentence) == [key]


def test_a_body_with_two_works_of_one_year_is_not_told_by_its_capitals() -> None:
    other = (
        "9. Centers for Disease Control and Prevention. (2021). Salt and strokes. https://www.cdc.gov/salt/data.html\n"
    )
    text = f"Short sleep raises blood pressure in adults (CDC, 2021).{LIST}{other}"
    assert not judge(text, None).sentences[0].links  # type: ignore[arg-type]
