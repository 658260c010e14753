"""A turn of phrase lets no other clause pass: what stands beside it stays a claim."""

from __future__ import annotations

from itertools import product

import pytest

from evidence.claims.annotation import read
from evidence.claims.exercise_steps import find
from evidence.claims.feature_items import is_feature
from evidence.claims.general_remarks import is_general
from evidence.claims.told_methods import tells_no_result
from evidence.reading import documents

SAID = (
    "garlic cures cancer",
    "lead damages the brain",
    "you should take 500 mg of zinc a day",
    "aspirin thins the blood",
    "you must avoid grapefruit with statins",
    "children should not take aspirin",
    "magnesium makes you sleep",
    "sugar is addictive",
    "smoking ages the skin",
    "fasting burns fat",
    "naps keep the heart young",
    "raw milk makes people ill",
    "salt strains the heart",
    "the tablets gave many a rash",
)
FRAMES = (
    "The team collected hair from 40 children, and {}.",
    "The researchers tested tea and say that {}.",
    "In this study, we explore tea, and {}.",
    "In this study, we explore why {}.",
    "This study examines how {}.",
    "Scientists could then study why {}.",
    "Future research could explore this, and {}.",
    "The participants watched a film, and {}.",
    "It included 12 studies, and {}.",
    "Twenty served as controls, and {}.",
    "We've all experienced that {}.",
    "We have all been there: {}.",
    "Many people have recognised the benefits of tea, and {}.",
    "The tea market is worth $8 billion, and {}.",
    "Some people call it tea, and {}.",
    "Worry is a part of life, and {}.",
    "There are many ways to drink tea, and {}.",
    "First, we will look at how {}.",
    "The leaves are dried and {}.",
    "Some vegans consume tea, and {}.",
    "It is worth testing whether {}.",
    "Parents should ask if their school offers tea, and {}.",
    "After {}, the team collected hair.",
    "Poe said that {}, and researchers could study it.",
    "Since they knew that {}, the researchers tested tea.",
    "Understanding that {} could one day help doctors.",
    "By learning that {}, this study seeks to help.",
    "As {}, the participants watched a film.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_stands_beside_a_frame_stays_a_claim(frame: str) -> None:
    passed = [frame.format(said) for said in SAID]
    assert [text for text in passed if is_general(text) or tells_no_result(text)] == []


STEP = "Then bend your knees slowly."


@pytest.mark.parametrize("frame", ["Bend your knees and {}.", "Keep your hips still: {}.", "Relax your legs while {}."])
def test_what_stands_beside_a_step_of_an_exercise_stays_a_claim(frame: str) -> None:
    for said in SAID:
        text = frame.format(said)
        page = read(documents.read(f"This stretch needs a chair. {STEP} {text} {STEP}", "text"), (), (), ())
        assert text not in [page.readings[place].text for place in find(page.readings)]


def test_a_whole_sentence_is_no_feature_of_an_app() -> None:
    leads = ("The app offers:", "The course covers:")
    assert [said for said, lead in product(SAID, leads) if is_feature(said, lead)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Scientists could then study how sleep affects the skin.",
        "All the mice were given water, and their weight was noted.",
    ],
)
def test_how_things_hang_together_and_what_was_measured_may_stand_beside(text: str) -> None:
    assert tells_no_result(text)
