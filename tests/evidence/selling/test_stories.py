"""A story told over sentences is judged as one; a life in which the goods only turn up is none."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.context import Product
from evidence.language.sentences import split
from evidence.reading import documents
from evidence.selling.stories import MOST, told


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "We tried Brandol last week. It tastes of pear. My son liked the box.",
        "I had a stroke in 2019. Now I pack parcels for Brandol. It is a nice job.",
        "My mother died of breast cancer in 2011. I began to read labels. That is how Brandol came about.",
        "I took Brandol for a week. Then my eczema flared. Do not take it.",
    ],
)
def test_a_life_beside_the_goods_is_no_claim(text: str) -> None:
    assert not told(parts(text), ("Brandol",)).disease


def test_a_passage_that_is_too_long_for_a_quote_is_read_by_the_sentence() -> None:
    story = "My knees hurt so badly that I could not walk. Then came Brandol. I dance again."
    assert told(parts(story), ("Brandol",)).disease
    assert not told(parts(f"{story} {'We live in Leeds. ' * MOST}"), ("Brandol",)).disease


def test_a_passage_that_begins_with_no_person_is_no_story() -> None:
    assert not told(parts("Arthritis hurts. Joints swell. Brandol is sold in boxes of ten."), ("Brandol",)).disease


@pytest.mark.parametrize(
    "text",
    [
        "My son scratched himself bloody at night. We put Brandol on for nine days. His arms are like any boy's now.",
        'Dorothy, 71: "I was down for a knee replacement. On my third bottle of Brandol the appointment is cancelled."',
    ],
)
def test_the_sentence_that_names_the_goods_has_what_the_story_claims(text: str) -> None:
    product = Product("p", "Brandol", maker="Maker", seller="Shop", sold_by_publisher=True, supplement=True)
    answer = pipeline.assess(documents.read(text, "markdown"), (), [product], today=date(2026, 11, 30))
    flagged = [
        found.sentence.text
        for found in answer.sentences
        if "disease-claim-for-supplement" in {flag.code for flag in found.flags}
    ]
    assert len(flagged) == 1
    assert "Brandol" in flagged[0]
