"""Texts made to wear the reader of citations out: the work grows with their length, not with its square."""

from __future__ import annotations

import time

import pytest

from evidence.matching import linking, lost_mentions
from evidence.matching.hyperlinked_works import linked_works
from evidence.matching.titled_works import titled_works
from evidence.reading.documents import read
from evidence.sources.from_csl import sources_of
from evidence.values import Claim, Wording

LIST = (
    "\n\n## References\n\n1. Bell A, Coe B. Ginger. J Herbs. 2011;3(2):33-9.\n"
    "2. Day C. Mint. Gut Notes. 2014;8(1):101-12.\n"
)


def _seconds(text: str) -> float:
    begun = time.process_time()
    document = read(text)
    sources = sources_of(document)
    sources += linked_works(document, sources) + titled_works(document)
    claims = tuple(Claim(sentence.index, True, (), Wording.NONE) for sentence in document.sentences)
    links = linking.match(document, claims, sources)
    lost_mentions.unresolved(document, claims, sources, links)
    assert all(0 <= marker.start < marker.end <= len(text) for marker in document.markers)
    return time.process_time() - begun


LENGTHENED = (
    *("[", "(1", "[^a", "[^a] ", "<sup>1", "<ref>a", "^[ab", "[a][", "see note 1 ", "- [1]:\n", "The study found it. "),
    *("(Bell, 2012; ", "“a ", "World Health ", "1. Bell A. On x. J. 2012;3:4-9. ", "References\n"),
)
"""`make prove` takes them all; here four are taken."""


@pytest.mark.drawn(2)
@pytest.mark.parametrize("unit", ["[^a] ", "see note 1 ", "(Bell, 2012; ", "World Health "])
def test_the_work_grows_with_the_length_of(unit: str) -> None:
    assert takes_linear_time(unit)


def takes_linear_time(unit: str) -> bool:
    short, long = (unit * (length // len(unit)) + LIST for length in (20_000, 80_000))
    _seconds(short)  # what is worked out once for all texts
    return _seconds(long) < 8 * max(_seconds(short), 0.25)


def test_letters_of_nothing_are_read_in_seconds() -> None:
    assert seconds_for_nothing("[", 300_000) < 3


def seconds_for_nothing(unit: str, letters: int) -> float:
    """What reading takes of a text in which nothing is said."""
    begun = time.process_time()
    read(unit * (letters // len(unit)))
    return time.process_time() - begun
