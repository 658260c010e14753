"""Items that are announced as myths, beliefs, hypotheses or possibilities assert nothing."""

from __future__ import annotations

import pytest

from evidence.claims.announced_guesses import is_guess
from evidence.values import Severity
from tests.evidence.judging import judge


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("Possible side effects:", "headache"),
        ("Possible causes of kidney stones include:", "too little water"),
        ("Several hypotheses explain this gap:", "Fish eaters smoke less."),
        ("Common symptoms:", "a dry cough"),
        ("Myths aside, zinc does three things:", "It shortens colds."),
        ("Here is the truth behind the myths:", "Cold air causes no colds."),
        ("People say that it works because:", "it heals the gut"),
        ("Ginger may help with:", "nausea"),
        ("Common myths:", "Insulin is needed in type 1 diabetes."),
        ("Things people believe:", "Vaccines are safe."),
        ("", "Cold air causes colds."),
    ],
)
def test_what_is_announced_as_more_than_a_guess_is_none(lead: str, item: str) -> None:
    assert not is_guess(item, lead)


@pytest.mark.parametrize(
    "lead",
    [
        "Common myths:",
        "Here are some of the most popular misconceptions about colds:",
        "**Five old wives' tales:**",
        "Things people believe about fasting:",
        "Hypotheses that we will look at:",
        "Our working hypotheses are:",
        "Theories about the cause include:",
        "Possible reasons for your headache:",
        "What might be going on:",
        "It may be one of these:",
        "Perhaps:",
    ],
)
def test_what_is_announced_as_a_guess_or_a_myth_is_one(lead: str) -> None:
    assert is_guess("Cold air causes colds.", lead)


def test_a_promise_against_a_disease_below_such_a_lead_in_still_stops_the_page() -> None:
    page = "Walking lowers blood pressure. Smoking slows healing. " * 5
    flags = judge(f"{page}\n\nPossible reasons for your joy:\n\n- Garlic cures cancer.\n").flags
    assert any(flag.severity is Severity.BLOCKER and flag.sentence == 11 for flag in flags)
