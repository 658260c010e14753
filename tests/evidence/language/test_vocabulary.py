"""Words of a text in ASCII are those that any text would have."""

from __future__ import annotations

import gc
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evidence import assess, read
from evidence.language import patterns, readability, vocabulary, which_language


@given(st.text("abZtsrem09_'-. \n", max_size=14))
def test_the_quick_patterns_for_ascii_find_the_words_that_the_others_find(text: str) -> None:
    small = text.lower()
    assert vocabulary._PLAIN_WORD.findall(small) == vocabulary._WORD.findall(small)
    assert readability._PLAIN_WORD.findall(text) == readability._WORD.findall(text)
    assert which_language._PLAIN_WORD.findall(text) == which_language._WORD.findall(text)
    assert patterns._PLAIN_WORD.findall(text) == patterns._WORD.findall(text)


def _long_lists() -> int:
    return sum(isinstance(found, frozenset) and len(found) > 200 for found in gc.get_objects())


def test_no_list_that_words_are_looked_up_in_is_made_again_for_each_word() -> None:
    counts = []
    for told in ("Zinc eases colds and gout.", "Quiet rooms and slow meals ease tinnitus, hunger and low mood."):
        assess(read(f"# Health\n\n{told} Salt raises blood pressure.\n" * 3), today=date(2026, 1, 1))
        counts.append(_long_lists())
    assert counts[0] == counts[1]


@given(st.text("abdegins", max_size=9))
def test_the_shorter_forms_of_a_word_are_those_without_one_of_its_endings(word: str) -> None:
    endings = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))
    cut = [
        word.removesuffix(end) + instead for end, instead in endings if word.endswith(end) and len(word) - len(end) > 2
    ]
    assert list(vocabulary.shorter(word)) == [word, *cut]
