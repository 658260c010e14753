"""The learned part of what needs a source: it reads no trace of a marker, and its chances lie where they should."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from evidence.claims import citation_need
from evidence.claims.citation_need_words import grams_of, words_of

BACKGROUND = "Previous studies have shown that regular exercise reduces the risk of falls in older adults."
OWN = "In our study, we found no difference between the two groups."


def test_nothing_gives_nothing():
    assert citation_need.probabilities([]) == ()
    assert citation_need.of_document([]) == ()
    assert citation_need.of_document([[], [OWN]])[0] == ()


@pytest.mark.parametrize("text", ["", " ", ".", "((((", "\x00\ufffd", "_ _ _", "a" * 10_000])
def test_any_text_has_a_chance(text):
    (chance,) = citation_need.probabilities([text])
    assert 0 < chance < 1


def test_what_others_found_is_likelier_cited_than_what_the_authors_found():
    background, own = citation_need.probabilities([BACKGROUND, OWN])
    assert own < citation_need.threshold() < background


def test_paragraphs_keep_their_shape():
    paragraphs = [[BACKGROUND], [OWN, BACKGROUND, OWN]]
    assert [len(row) for row in citation_need.of_document(paragraphs)] == [1, 3]


@pytest.mark.parametrize(
    ("named", "plain"),
    [
        ("Sleep is longer in summer (Bell et al., 2012).", "Sleep is longer in summer."),
        ("Sleep is longer in summer (Bell et al.; Coe and Diaz,.", "Sleep is longer in summer."),
        ("Sleep is longer in summer (Bell & Coe 2012; Diaz et al., 2015a).", "Sleep is longer in summer."),
        ("Sleep is longer in summer [@bell2012; @coe2015, p. 4].", "Sleep is longer in summer."),
        ("Sleep is longer [12] in summer [3-5, 7].", "Sleep is longer in summer."),
        ("Sleep is longer (12, 13) in summer.14", "Sleep is longer in summer."),
        ("Sleep is longer¹² in summer[^3].", "Sleep is longer in summer."),
        ("Sleep is longer [-@bell2012] in summer [12; 14].", "Sleep is longer in summer."),
        ("Sleep is longer in summer  .", "Sleep is longer in summer."),
        ("Sleep is longer in summer,,.", "Sleep is longer in summer."),
        ("Sleep is longer in summer ( ; ).", "Sleep is longer in summer."),
        ("In 1998 sleep was longer.", "In 3 sleep was longer."),
    ],
)
def test_no_trace_of_a_marker_is_read(named, plain):
    assert words_of(named) == words_of(plain)


def test_no_run_of_words_holds_the_name_of_authors():
    row = grams_of(words_of("A study by Bell and colleagues found longer sleep."))
    assert "a study by" in row
    assert "found longer" in row
    assert not any("bell" in name or "_" in name or "colleagues" in name for name in row)
    assert not any(name.startswith("by ") for name in row)


def test_words_are_found_in_the_weights_as_training_names_them():
    """Runs are looked up word by word in use, and by their names in training."""
    data = json.loads(files("evidence.claims").joinpath("citation_need.json").read_text("utf-8"))
    known = set(data["grams"].split("\n"))
    for sentence in (BACKGROUND, OWN, "A study by Bell and colleagues found that the risk of falls was lower in 12%."):
        words = words_of(sentence)
        runs, unknown = citation_need._runs(words, citation_need._weights().grams)
        assert len(runs) == len(grams_of(words) & known)
        assert unknown == sum(word not in known for word in words)


def test_sentences_around_count():
    alone = citation_need.probabilities([BACKGROUND])[0]
    assert citation_need.probabilities([BACKGROUND, OWN])[0] != alone
