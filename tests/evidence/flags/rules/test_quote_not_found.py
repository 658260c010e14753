"""The flag quote-not-found: only what is held of a work speaks against a quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "quote-not-found"
HELD = "Nausea eased in 38 % of the women who drank ginger tea, and nobody’s sleep was worse for it."


@pytest.mark.parametrize(
    "quote",
    [
        "“eased in 38% of the women who drank ginger tea”",
        "“Nausea eased in 38 % of the women […] and nobody's sleep was worse”",
        '"the women who drank ginger tea, and nobody\'s sleep"',
        "“a figure of speech”",
    ],
)
def test_words_that_stand_in_the_text_held_are_left_alone(quote: str) -> None:
    check_clean(CODE, f"Lee found that {quote} [@lee2020].", [replace(TRIAL, abstract=HELD)])


def test_nothing_is_said_where_no_text_is_held() -> None:
    check_clean(CODE, "Lee wrote that “ginger ends all nausea within the hour” [@lee2020].", [TRIAL])


def test_nothing_is_said_of_a_quotation_without_a_source() -> None:
    check_clean(CODE, "“Ginger ends all nausea within the hour,” my aunt says.", [replace(TRIAL, abstract=HELD)])


def test_words_that_the_work_does_not_have_are_named() -> None:
    text = "Lee wrote that “ginger ends all nausea within the hour” [@lee2020]."
    flag = check_flags(CODE, text, [replace(TRIAL, abstract=HELD)])
    assert flag.facts == (("quoted", "ginger ends all nausea within the hour"),)
