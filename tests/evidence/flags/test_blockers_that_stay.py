"""No turn of phrase and no place that makes a flag milder takes a blocker from what could do harm (decision 20)."""

from __future__ import annotations

import pytest

from evidence import pipeline
from evidence.reading import documents
from evidence.values import Severity
from tests.evidence.judging import TODAY

SAID = (
    "garlic cures cancer",
    "vitamin C prevents pneumonia",
    "aspirin prevents strokes",
    "you should take 500 mg of zinc a day",
    "statins damage the liver",
    "babies should be given honey against colic",
    "pregnant women should take retinol for their skin",
    "you should stop taking insulin",
    "ginger tablets heal ulcers",
    "vaccines harm the immune system of children",
)
FRAMES = (
    "The answer has to do with rest, and {}.",
    "It involves stretching the calf, and {}.",
    "Other techniques include cupping, and {}.",
    "Simmer for 20 minutes, and {}.",
    "There's something else we haven't mentioned: {}.",
    "It does not follow that tea is dear, but {}.",
    "This could hint at why tea is popular, but {}.",
    "That may be one of the reasons it is popular, but {}.",
    "Gout can damage the joints, and {}.",
    "In rare cases, gout may be caused by another medical condition, and {}.",
    "Rutin is a flavonoid found in apples, and {}.",
    "Sources of lutein include kale, and {}.",
    "Tea has been used to try to relieve coughs, and {}.",
    "We do not have robots yet to clean our arteries, but {}.",
    "Pick the one you like, but {}.",
    "In a 2016 evaluation of teas nobody asked, but {}.",
)
STUDY = "Cherries lower uric acid in adults with gout ([Bell 2020](https://doi.org/10.1000/gout))."
LEADS = ("Gout can lead to:", "Common causes of gout include:", "Signs of gout are:", "Foods with zinc:", "Pillows:")


def _stopped(text: str) -> list[str]:
    """The sentences that a blocker stops."""
    answer = pipeline.assess(
        documents.read(f"# Gout\n\nGout is a painful illness of the joints.\n\n{text}\n", "markdown"), today=TODAY
    )
    return [row.sentence.text for row in answer.sentences if any(one.severity is Severity.BLOCKER for one in row.flags)]


@pytest.mark.parametrize("said", SAID)
def test_what_could_do_harm_stops_by_itself(said: str) -> None:
    assert _stopped(f"{said[0].upper()}{said[1:]}.")


@pytest.mark.parametrize("frame", FRAMES)
def test_no_turn_of_phrase_takes_the_blocker_from_it(frame: str) -> None:
    assert [said for said in SAID if not _stopped(frame.format(said))] == []


def test_no_sentence_with_a_source_before_it_takes_the_blocker_from_it() -> None:
    sentences = [f"{said[0].upper()}{said[1:]}." for said in SAID]
    assert [one for one in sentences if one not in _stopped(f"{STUDY} {one}")] == []


@pytest.mark.parametrize("lead", LEADS)
def test_no_list_takes_the_blocker_from_it(lead: str) -> None:
    assert [said for said in SAID if not _stopped(f"{lead}\n\n- {said}\n")] == []
