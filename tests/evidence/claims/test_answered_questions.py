"""A question that answers itself claims what the answer says; one that asks stays a question."""

from __future__ import annotations

import pytest

from evidence import read
from evidence.claims.detection import detect
from evidence.reading.documents import read_short_text

CLEAN = [
    "Does turmeric cure cancer?",
    "Does turmeric cure cancer? No.",
    "Does turmeric cure cancer? Nobody knows.",
    "Does turmeric cure cancer? It is not known.",
    "Does turmeric cure cancer? We asked two doctors.",
    "Does turmeric cure cancer? Yes and no, and the trials differ in what they say about it.",
    "Does it hurt? Yes.",
    "Can I eat it? Of course.",
    "Did you know why turmeric is yellow?",
    "Have you heard about turmeric?",
    "Are you tired of living with headaches that no drug treats? You are.",
    "Garlic is a plant, right?",
]
CLAIMS = [
    "Does turmeric cure cancer? Yes.",
    "Does turmeric cure cancer? Yes!",
    "Can garlic prevent colds? It can.",
    "Can garlic prevent colds? You bet.",
    "Will magnesium help you sleep? The short answer: yes.",
    "Is ginger safe for pregnant women? Absolutely.",
    "Is ginger safe for pregnant women? It is.",
    "Do statins cause dementia? Studies say so.",
    "So, does zinc shorten colds? Without doubt.",
    "Are statins harmful to the liver? Indeed they are.",
    "Did you know that turmeric cures cancer?",
    "Ginger prevents colds, doesn't it?",
    "Statins cause dementia, right?",
    "Have you heard that statins cause dementia?",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_asks_claims_nothing(text: str) -> None:
    assert not detect(read(text, "markdown"))[0].claim
    assert not [claim for claim in detect(read_short_text(text, "title")) if claim.claim]


@pytest.mark.parametrize("text", CLAIMS)
def test_what_answers_itself_is_a_claim(text: str) -> None:
    assert detect(read(text, "markdown"))[0].claim
    assert [claim.claim for claim in detect(read_short_text(text, "title"))] == [True]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Does ginger relieve migraine? Yes. Ginger reduces pain.", [False, False, True]),
        ("Is exercise important for the heart? Yes. Exercise lowers blood pressure.", [False, False, True]),
        ("Does ginger relieve migraine? Yes. It is yellow.", [True, False, False]),
        ("Does ginger relieve migraine? Yes.\n\nGinger reduces pain.", [True, False, True]),
    ],
)
def test_a_claim_right_behind_the_yes_answers_for_the_passage(text: str, claims: list[bool]) -> None:
    assert [one.claim for one in detect(read(text, "markdown"))] == claims


@pytest.mark.parametrize("heading", ["## Does turmeric cure cancer?", "Does turmeric cure cancer?\n---"])
@pytest.mark.parametrize(("answer", "claim"), [("Yes, it does. Try it.", True), ("Nobody knows. Try it.", False)])
def test_a_heading_is_answered_by_the_paragraph_below(heading: str, answer: str, claim: bool) -> None:
    document = read(f"{heading}\n\n{answer}\n", "markdown")
    found = [sentence.text for sentence, one in zip(document.sentences, detect(document), strict=True) if one.claim]
    assert found == (["Does turmeric cure cancer?"] if claim else [])


@pytest.mark.parametrize(
    "text",
    [
        "Does walking ease knee pain? Yes. In a trial of 80 adults it did [@doe2019].",
        "Does walking ease knee pain? Yes [@doe2019].",
        "## Does walking ease knee pain?\n\nYes. In a trial of 80 adults it did [@doe2019].",
    ],
)
def test_an_answer_with_a_source_leaves_the_question_one(text: str) -> None:
    document = read(text, "markdown")
    asked = [
        one.claim for sentence, one in zip(document.sentences, detect(document), strict=True) if "?" in sentence.text
    ]
    assert not any(asked)


def test_no_yes_answers_a_question_for_a_thing_or_a_reason() -> None:
    asked = "What is the source of the cells that cure cancer, and do they treat it? They do."
    assert not any(claim.claim for claim in detect(read(asked, "markdown")))
