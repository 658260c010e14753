"""Short ways of looking for signs find what the long ones find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from evidence.claims import citation_need_words, features, frame_features
from evidence.claims.annotation import read
from evidence.claims.detection import proposed
from evidence.reading import documents


@given(st.text("abZYé1, .", max_size=10))
def test_names_and_short_forms_are_found_at_the_beginnings_of_words(text: str) -> None:
    assert features._NAME.findall(text) == re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", text)
    assert citation_need_words._SHORT_FORM.findall(text) == re.findall(r"\b[A-Z]{2,}", text)
    assert frame_features._CAPITAL.findall(text) == re.findall(r"\b[A-Z]\w{3,}", text)
    if text[1:].islower():  # is not searched
        assert not features._NAME.findall(text)
        assert len(frame_features._CAPITAL.findall(text)) < 2


@given(st.text("abz09._,'-% =?", max_size=12))
def test_a_text_in_ascii_has_the_tokens_of_any_text(text: str) -> None:
    assert citation_need_words._PLAIN_TOKEN.findall(text) == citation_need_words._TOKEN.findall(text)


def test_a_bidding_beside_another_is_seen_from_both() -> None:
    text = "Blood pressure rises with age. Drink less water. Avoid salt. The liver stores glucose."
    page = read(documents.read(text, "text"), (), (), ())
    rows = features.features(page, *proposed(page.readings))
    assert [("after order" in row, "before order" in row) for row in rows] == [
        (False, False), (True, False), (False, True), (False, False),
    ]  # fmt: skip
