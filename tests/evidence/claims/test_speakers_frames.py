"""What stands behind words by which a writer speaks up is judged by its own words."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import read
from evidence.claims.detection import detect
from evidence.claims.speakers_frames import parted
from evidence.reading import documents


@pytest.mark.parametrize(
    "text",
    [
        "Remember to drink with your meals.",
        "Remember the flood of that year.",
        "I promise to write more about zinc.",
        "I understand my body now.",
        "As I mentioned.",
        "Note the colour of your skin.",
        "I say: no.",
        "Ginger, as I said, is a root.",
    ],
)
def test_what_is_no_frame_stays(text: str) -> None:
    assert parted(text) == ("", text)


@pytest.mark.parametrize(
    ("frame", "rest"),
    [
        ("I promise you: ", "you will sleep better."),
        ("But I can understand why: ", "sugar tempts people."),
        ("As we have already seen, ", "the liver stores sugar."),
        ("Remember, ", "zinc is no food."),
        ("Please keep in mind that ", "aspirin thins the blood."),
        ("I should add that ", "naps are short."),
        ("As a rule of thumb: ", "eat less salt."),
    ],
)
def test_what_stands_behind_a_frame_is_what_is_said(frame: str, rest: str) -> None:
    assert parted(f"{frame}{rest}") == (frame, f"{rest[0].upper()}{rest[1:]}")


def test_a_reading_is_without_its_frame_and_keeps_it_beside() -> None:
    page = read(documents.read("I promise you: zinc heals colds.", "text"), (), (), ())
    assert [(reading.frame, reading.text) for reading in page.readings] == [("I promise you: ", "Zinc heals colds.")]


def test_a_guarantee_in_the_frame_still_boosts() -> None:
    document = documents.read("I guarantee you: zinc prevents colds in all children.", "text")
    assert any("guarantee" in booster.lower() for booster in detect(document)[0].boosters)
