"""A caret that none closes raises a mark of the list ("sleep^3"), and no power or unit."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read

LIST = (
    "\n\n## Sources\n\n1. Bell A. Zinc and colds. J Herbs. 2011;3(2):33-9.\n2. Coe B. Honey. J Herbs. 2012;3:33-9.\n"
    "3. Day C. Tea. J Herbs. 2013;1:2-3.\n"
)


def marks(prose: str) -> list[tuple[str, ...]]:
    return [marker.keys for marker in read(prose + LIST).markers]


@pytest.mark.parametrize(
    "sentence",
    [
        "Body mass index is weight divided by height^2, which raises risk above 30.",
        "BMI = weight (kg) / height (m)^2 and predicts illness.",
        "Give 10^3 cells, which heal wounds.",
        "Doses of 5 mg/m^2 raise survival.",
        "The model (R^2 = 0.9) explains sleep loss.",
        "A dose of 10^2 CFU shortens colds.",
        "The further away (distance^2), the less harm.",
        "CO^2 rises in the blood of divers.",
        "Zinc shortens colds^9.",
        "Volunteers squared the count^2 and the weight^3.",
    ],
)
def test_it_takes_for_no_mark(sentence: str) -> None:
    assert marks(sentence) == []


@pytest.mark.parametrize(
    "mark",
    [
        "^1", "^(1)", "^{1}", "$^{1}$", "$^1$", r"\^1", "^[1]", " ^1", "^1,3", "^1-3", r"\^[1]", r"^\[1\]", "^1^",
    ],
)  # fmt: skip
@pytest.mark.parametrize("stop", ["before", "behind"])
def test_a_mark_is_read_before_and_behind_the_stop(mark: str, stop: str) -> None:
    claim = f"Zinc shortens colds in adults{mark}." if stop == "before" else f"Zinc shortens colds in adults.{mark}"
    document = read(f"{claim} Honey calms coughs.{LIST}")
    assert [sentence.text for sentence in document.sentences] == [claim, "Honey calms coughs."]
    assert [(marker.sentence, marker.keys[0]) for marker in document.markers] == [(0, "1")]


def test_a_mark_is_read_at_the_end_of_an_item_and_behind_a_bracket_or_a_share() -> None:
    prose = (
        "Warm up:\n- Light cardio\n- Dynamic stretches^1\n\n**Not**: static stretching (slows)^2\n\n- Cut by 40-50%^3"
    )
    assert marks(prose) == [("1",), ("2",), ("3",)]
