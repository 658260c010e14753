"""What hardly any editor agrees with is not asked about; what could do harm is, wherever it stands."""

from __future__ import annotations

import pytest

from evidence import pipeline
from evidence.claims.certainty import Curve, Scale
from evidence.claims.decision import RULES
from evidence.reading import documents
from evidence.values import Assessment
from tests.evidence.judging import TODAY

STUDY = "Cherries lower uric acid in adults with gout ([Bell 2020](https://doi.org/10.1000/gout))."


def _scale(chance: float) -> Scale:
    figures = {f"rule {rule}": chance for rule in RULES}
    return Scale(Curve(), {"untied": 1.0, "tie": 1.0, "study": 1.0, **figures}, sure=0.8, likely=0.569)


def _asked(text: str, chance: float = 0.95) -> list[str]:
    assessment: Assessment = pipeline.assess(
        documents.read(f"# Gout\n\n{text}\n", "markdown"), today=TODAY, scale=_scale(chance)
    )
    rows = assessment.sentences
    return [
        rows[flag.sentence].sentence.text
        for flag in assessment.flags
        if flag.code == "missing-citation" and flag.sentence is not None
    ]


@pytest.mark.parametrize(
    "said",
    [
        "These tablets cure cancer.",
        "This cures gout.",
        "This prevents kidney stones.",
        "It harms the kidneys of babies.",
        "They should be given to newborns against fever.",
        "This causes liver cancer.",
        "Such aspirin thins the blood.",
        "This affects 40% of adults with gout.",
        "Vaccines cause autism.",
        "Stop your allopurinol tablets.",
    ],
)
def test_what_could_do_harm_is_asked_about_right_behind_a_source_too(said: str) -> None:
    assert _asked(f"{STUDY} {said}") == [said]


@pytest.mark.parametrize("chance", [0.65, 0.95])
@pytest.mark.parametrize("said", ["Ginger cures gout.", "Take 500 mg of aspirin for gout.", "Statins harm the liver."])
def test_a_promise_a_dose_and_a_harm_are_asked_about_in_a_list_too(said: str, chance: float) -> None:
    item = said.rstrip(".")
    assert _asked(f"What you should know of gout:\n\n- {item}\n- Rest", chance)[:1] == [item]


@pytest.mark.parametrize(
    "said",
    [
        "These attacks are due to crystals in the joints.",
        "Such attacks are due to dehydration in many adults.",
        "Some of these attacks are due to dehydration.",
    ],
)
def test_what_takes_up_a_sentence_with_a_source_is_asked_about_elsewhere_alone(said: str) -> None:
    assert _asked(f"{STUDY} {said}") == []
    assert _asked(f"Gout is painful for many. {said}")[-1:] == [said]


def test_a_doubtful_claim_is_asked_about_unless_its_paragraph_has_a_source() -> None:
    said = "Dehydration plays into attacks of gout."
    assert _asked(f"{said} {STUDY}", chance=0.65) == []
    assert _asked(f"{said} {STUDY}", chance=0.75) == [said]
    assert _asked(said, chance=0.65) == [said]


def test_a_doubtful_item_of_a_list_is_not_asked_about_by_itself() -> None:
    listed = "What is known of gout:\n\n- attacks are due to dehydration in many adults\n"
    assert _asked(listed, chance=0.65) == []
    assert _asked(listed, chance=0.75) == ["attacks are due to dehydration in many adults"]
