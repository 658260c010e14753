"""Words of a text in ASCII are those that any text would have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence.language import patterns, readability, vocabulary, which_language


@given(st.text("abZtsrem09_'-. \n", max_size=14))
def test_the_quick_patterns_for_ascii_find_the_words_that_the_others_find(text: str) -> None:
    small = text.lower()
    assert vocabulary._PLAIN_WORD.findall(small) == vocabulary._WORD.findall(small)
    assert readability._PLAIN_WORD.findall(text) == readability._WORD.findall(text)
    assert which_language._PLAIN_WORD.findall(text) == which_language._WORD.findall(text)
    assert patterns._PLAIN_WORD.findall(text) == patterns._WORD.findall(text)
