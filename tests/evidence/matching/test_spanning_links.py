"""Links whose words run over several sentences (standards.md A3.2)."""

from __future__ import annotations

import pytest

from evidence.values import How
from tests.evidence.judging import judge

PAGE = "https://www.healthline.com/nutrition/complete-protein"
WORK = "https://doi.org/10.1000/lee2020"


def _linked(text: str) -> list[int]:
    rows = judge(text, None).sentences  # type: ignore[arg-type]
    return [row.sentence.index for row in rows if any(link.how is How.LINK for link in row.links)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"[Rice protein lacks lysine. Lentils prevent anaemia in adults]({PAGE}).", [0, 1]),
        (f"[Rice protein lacks lysine. Lentils prevent anaemia in adults.]({PAGE})", [0, 1]),
        (f"[Rice protein lacks lysine. Lentils prevent anaemia in adults.]({WORK})", [0, 1]),
        (f"[Is rice good for the heart? Rice lowers blood pressure in adults.]({WORK})", [0, 1]),
        (f"[Rice lowers blood pressure! Lentils prevent anaemia. Beans lower cholesterol.]({PAGE})", [0, 1, 2]),
        (f"Rice harms adults. [Lentils prevent anaemia. Beans lower cholesterol]({PAGE}).", [1, 2]),
        (f"[“Rice lowers blood pressure.” Lentils prevent anaemia in adults]({WORK}).", [0, 1]),
        (f"*[Rice lowers blood pressure. Lentils prevent anaemia in adults]({WORK})*", [0, 1]),
        (f"As they say, [rice lowers blood pressure. Lentils prevent anaemia]({PAGE}), and more.", [0, 1]),
        (f"- [Rice lowers blood pressure. Lentils prevent anaemia]({PAGE})", [0, 1]),
    ],
)
def test_each_sentence_of_a_link_stands_on_it(text: str, places: list[int]) -> None:
    assert _linked(text) == places


@pytest.mark.parametrize(
    "text",
    [
        f"[Rice lowers blood pressure]({PAGE}). Lentils prevent anaemia in adults.",
        f"[Rice lowers blood pressure.]({WORK}) Lentils prevent anaemia in adults.",
        f"Rice lowers the [blood pressure of adults]({WORK}). Lentils prevent anaemia in adults.",
        f"[Dr. Lee on rice and blood pressure]({WORK}) Lentils prevent anaemia in adults.",
    ],
)
def test_what_stands_behind_a_link_does_not(text: str) -> None:
    assert 1 not in _linked(text)
