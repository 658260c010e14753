"""A claim hides behind no character: every word of sixty sentences with each sign in every place.

`make prove` tries them all; `tests/evidence/reading/test_seen.py` tries some of them, drawn by a seed.
"""

from __future__ import annotations

import sys

from tests.evidence.reading.disguises import CASES, SENTENCES, as_without


def test_three_hundred_words_are_tried() -> None:
    assert sum(len(sentence.split()) for sentence in SENTENCES) >= 300


def test_every_disguise_leaves_the_flags_as_they_are() -> None:
    tried = [(case, as_without(*case)) for case in CASES]
    assert [case for case, same in tried if not same] == []
    sys.stdout.write(f"\n{len(tried):,} disguised texts, each with the flags of the plain one and exact places\n")
