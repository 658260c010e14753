"""Steps of an exercise are no claims; advice, reasons, effects and doses among them are."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import read
from evidence.claims.exercise_steps import find
from evidence.reading import documents

OPENS = "This stretch needs a chair. "
STEP = "Then bend your knees slowly. "


def steps(text: str) -> list[str]:
    page = read(documents.read(text, "text"), (), (), ())
    return [page.readings[place].text for place in sorted(find(page.readings))]


@pytest.mark.parametrize(
    "text",
    [
        "Bend your knees to spare your back.",
        "Keep your hips still, because it strains the spine.",
        "Raise your arms, which lowers blood pressure.",
        "Hold your legs there for 30 seconds.",
        "Bend your knees to cure arthritis.",
        "Bend your neck until the headache is gone.",
        "Your knees carry your body.",
        "Take two tablets with your head up.",
    ],
)
def test_a_step_that_says_more_stays_what_it_was(text: str) -> None:
    assert text not in steps(f"{OPENS}{STEP}{text} {STEP}")


def test_advice_away_from_an_exercise_or_from_other_steps_is_no_step() -> None:
    assert steps(f"Many people sit at work. {STEP}Keep your feet on the floor.") == []
    assert steps(f"{OPENS}Keep your feet on the floor.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sit tall and cross one leg over the other leg.",
        "To deepen the stretch, lean forward from your hips.",
        "Don't rock your pelvis.",
        "Make sure your foot stays flat.",
    ],
)
def test_how_an_exercise_goes_is_told_by_steps(text: str) -> None:
    assert text in steps(f"{OPENS}{STEP}{text} {STEP}")
