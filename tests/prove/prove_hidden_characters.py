"""A claim hides behind no character: every word of sixty sentences with each sign in every place.

`make prove` tries them all; `tests/evidence/reading/test_seen.py` tries some of them, drawn by a seed.
"""

from __future__ import annotations

import sys

from tests.evidence.reading.disguises import CASES, HIDDEN, MARKS, SENTENCES, as_without, leads_to_its_work, stops


def test_three_hundred_words_are_tried() -> None:
    assert sum(len(sentence.split()) for sentence in SENTENCES) >= 300


def test_every_disguise_leaves_the_flags_as_they_are() -> None:
    tried = [(case, as_without(*case)) for case in CASES]
    assert [case for case, same in tried if not same] == []
    sys.stdout.write(f"\n{len(tried):,} disguised texts, each with the flags of the plain one and exact places\n")


def test_no_sign_takes_a_mark_from_its_work() -> None:
    tried = [(mark, sign) for mark in MARKS for sign in HIDDEN if not sign.startswith("<")]
    assert [case for case in tried if not leads_to_its_work(*case)] == []


def test_no_sign_hides_a_claim_in_a_web_page_or_a_plain_text() -> None:
    assert [sign for sign in HIDDEN if not stops(sign, "html")] == []
    assert [sign for sign in HIDDEN if sign[0] not in "<&" and not stops(sign, "text")] == []
