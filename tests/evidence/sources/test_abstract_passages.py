"""The passage that a source's facts were read from: the sentence with the number, never one that only looks like it."""

from __future__ import annotations

import pytest

from evidence.context import Design
from evidence.sources.abstract_passages import passage_of

ABSTRACT = (
    "BACKGROUND: Falls are common. In 2012 we wrote of 96 other things. "
    "METHODS: We randomly assigned ninety-six elderly women with hemiplegia to vitamin D or placebo. "
    "RESULTS: Falls fell by 59% (95% CI 28-82). CONCLUSIONS: Vitamin D may reduce falls."
)


@pytest.mark.parametrize(
    ("design", "size"), [(None, None), (None, 59), (None, 95), (Design.COHORT, None), (Design.COHORT, 97), (None, 6)]
)
def test_nothing_is_quoted_that_does_not_say_it(design: Design | None, size: int | None) -> None:
    assert passage_of(ABSTRACT, design, size) == ""


def test_nothing_is_quoted_of_no_abstract() -> None:
    assert passage_of("", Design.RCT, 96) == ""


def test_of_two_sentences_with_the_number_the_one_on_who_took_part_is_quoted() -> None:
    told = passage_of(ABSTRACT, Design.RCT, 96)
    assert told == "METHODS: We randomly assigned ninety-six elderly women with hemiplegia to vitamin D or placebo."


def test_without_a_number_the_design_is_quoted() -> None:
    assert passage_of(ABSTRACT, Design.RCT, None).startswith("METHODS: We randomly assigned")


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("Women were given juice (n = 185) or a placebo (n = 188).", 373),
        ("Fifty studies (8857 randomised participants) were included.", 8857),
        ("We included 1,801 frail adults.", 1801),
    ],
)
def test_numbers_are_found_in_groups_and_in_every_way_of_writing(sentence: str, size: int) -> None:
    assert passage_of(f"Something. {sentence} More 12.", Design.RCT, size) == sentence


def test_a_passage_is_a_quotation_and_not_the_abstract() -> None:
    long = f"We included 120 adults {'who drank tea ' * 60}."
    assert len(passage_of(long, None, 120)) <= 401
    assert passage_of(long, None, 120).endswith("…")
