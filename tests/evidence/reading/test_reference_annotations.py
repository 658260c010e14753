"""What an author promises beside the works of a list is judged; what their titles say is not."""

from __future__ import annotations

import pytest

from evidence import read
from tests.evidence.judging import judge

HEAD = "# Mint\n\nMint is green.\n\n## Sources\n\n"
WORK, OTHER = "Bell A. Mint. J Herbs. 2011;3(2):33-9.", "Coe B. Tea. J Herbs. 2012;4(1):1-9."


def _claims(items: str) -> list[str]:
    return [one.text for one in read(HEAD + items, "markdown").sentences if one.place == "reference-list"]


@pytest.mark.parametrize(
    "items",
    [
        f"1. {WORK}\n2. Coe B. Mint cures colic. J Herbs. 2012;4(1):1-9.\n",
        "- [Mint cures colic](https://a.example/b)\n- [Tea](https://a.example/c)\n",
        "1. Bell A (2011). Mint cures colic in infants. J Herbs 3:33-39.\n",
        f"1. {WORK} Free full text.\n2. {OTHER} Open access, in English.\n",
        "- Bell A. Does mint cure colic? https://doi.org/10.1000/x1\n",
        f"1. Bell A. Mint and the gut of infants:\n   mint cures colic. J Herbs. 2011;3(2):33-9.\n2. {OTHER}\n",
    ],
)
def test_the_title_of_a_work_promises_nothing(items: str) -> None:
    assert _claims(items) == []


@pytest.mark.parametrize(
    "items",
    [
        f"1. {WORK} Mint cures cancer.\n2. {OTHER}\n",
        "- [Mint board](https://a.example/b) – Mint cures cancer.\n- [Tea board](https://a.example/c)\n",
        f"{WORK}\n\nMint cures cancer.\n\n{OTHER}\n",
        f"- {WORK} doi:10.1000/x1. Mint cures cancer.\n- {OTHER}\n",
        f"1. {WORK}\n2. Mint cures cancer.\n3. {OTHER}\n",
        f"- {WORK}\n- Mint cures cancer.\n",
    ],
)
def test_a_promise_beside_a_work_stops_publication(items: str) -> None:
    found = [
        str(flag.severity)
        for row in judge(HEAD + items).sentences
        for flag in row.flags
        if flag.code == "missing-citation" and row.sentence.text == "Mint cures cancer."
    ]
    assert found == ["blocker"]


def test_a_promise_in_quotation_marks_without_a_work_stops_publication() -> None:
    items = "- Mint Board: “Mint cures cancer.”\n- Herb Clinic: “Tea at night.”\n"
    found = [flag for row in judge(HEAD + items).sentences for flag in row.flags if "cures" in row.sentence.text]
    assert "blocker" in [str(flag.severity) for flag in found]
