"""Plain sentences of a remedy and an illness are promises, whatever their verb."""

from __future__ import annotations

import pytest

from evidence.claims.remedies_and_ills import remedy_meets_ill
from evidence.values import Severity
from tests.evidence.judging import judge


@pytest.mark.parametrize(
    "text",
    [
        "Garlic may help some people with asthma.",
        "Garlic does nothing for cancer.",
        "He gave up garlic because of his gout.",
        "Patients with gout drink cherry juice at breakfast.",
        "A trial tested ginger in migraine.",
        "Ginger is a root from Asia.",
        "Foods that help gout",
        "Is garlic good for asthma?",
        "Massage eases back pain, " + "and the old women of the village knew a great many other things " * 2 + "too.",
    ],
)
def test_what_hedges_denies_or_tells_of_somebody_is_no_promise(text: str) -> None:
    assert not remedy_meets_ill(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dandelion root sends cancer cells to their death.",
        "Rosehip tea makes arthritis a memory.",
        "Mushroom powder wakes the immune system up to cancer.",
        "Sugar feeds every tumour.",
    ],
)
def test_a_remedy_that_meets_an_illness_is_one(text: str) -> None:
    assert remedy_meets_ill(text)


def test_such_a_claim_stops_a_page_without_a_source() -> None:
    page = "Walking lowers blood pressure. Smoking slows healing. " * 5
    flags = judge(f"{page} Dandelion root sends cancer cells to their death.").flags
    assert any(flag.severity is Severity.BLOCKER and flag.sentence == 10 for flag in flags)
