"""The words that a pattern needs: a text without them is passed over unread, so one too many would make rules blind."""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from needed_words import needed_words

import evidence.pipeline  # noqa: F401 (brings all cues in)
from evidence.language.first_words import LENGTH
from evidence.language.patterns import Cue
from tests.drawing import some

WORD = re.compile(r"\w+")


@pytest.mark.parametrize(
    "pattern", [r"\w+", r"(?:cure|)", r"(?:cured?)*", r"[^a-z]cure|ed\b", r"\bµg", r"(?!cure)\w", r"x+y\b"]
)
def test_it_refuses_to_tell_where_no_word_is_needed(pattern: str) -> None:
    assert needed_words(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:the|this)\s+(?:\w+\s+){0,2}?(?:study|trials?)\b", ("study", "trial")),
        (r"\bcures?\b", ("cure  ", "cures ")),
        (r"\b(?:un)?safe\w*", ("safe", "unsafe")),
        (r"(?:says|said)\s+nothing", ("nothin",)),
        (r"\bin-?vitro", ("invitr", "vitro")),
        (r"\b[Cc]olou?rs\b", ("colors", "colour")),
        (r"no(?!t) more", ("more",)),
        (r"a\b.{0,3}\bcure", ("cure",)),
    ],
)
def test_it_takes_the_rarest_words_of_which_one_must_stand_there(pattern: str, words: tuple[str, ...]) -> None:
    assert needed_words(pattern) == words


def holds(text: str, needed: tuple[str, ...]) -> bool:
    words = [word.lower()[:LENGTH].ljust(LENGTH) for word in WORD.findall(text)]
    return any(word.startswith(beginning) for word in words for beginning in needed)


LEAVES = st.sampled_from(
    ["the", "cure", "cures", "ab", "b", r"\s+", r"\b", r"\w", r"\w*", "[ab]", "[ -]", "-", ".", r"\d", "(?!a)", "(?=b)"]
)
PATTERNS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "{1,3}?"])).map(lambda x: f"(?:{x[0]}){x[1]}"),
    ),
    max_leaves=8,
)
TEXTS = st.lists(st.sampled_from(["the", "cure", "s", "ab", "a", "b", " ", " ", "-", "1", "7"]), max_size=9).map(
    "".join
)


@settings(max_examples=150)
@given(PATTERNS, TEXTS)
def test_whatever_a_pattern_matches_holds_a_word_that_it_needs(pattern: str, text: str) -> None:
    needed = needed_words(pattern)
    if needed is not None and re.search(pattern, text, re.IGNORECASE):
        assert holds(text, needed)


@pytest.mark.drawn(1)
def test_every_cue_of_the_engine_finds_in_our_examples_what_its_plain_pattern_finds() -> None:
    gc.unfreeze()  # conftest.py froze what stood after collection, and the collector does not name that
    cues = sorted((found for found in gc.get_objects() if isinstance(found, Cue)), key=lambda cue: cue.pattern)
    gc.freeze()
    examples = sorted((Path(__file__).parents[2] / "examples").glob("*.md"))
    lines = [line for file in examples for line in file.read_text("utf-8").splitlines() if line.strip()]
    assert len(lines) > 50
    assert len(cues) > 100
    written = [(cue, re.compile(cue.pattern, cue.flags)) for cue in some(cues, 4)]
    for line in lines:
        for cue, pattern in written:
            found, plain = cue.search(line), pattern.search(line)
            assert (found and found.span()) == (plain and plain.span()), (cue.pattern[:60], line)
