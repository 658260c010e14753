"""Settled labels are found by the words of a sentence, say by which rule they were settled, and hold no text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from benchmark import settled_labels

_RULES = Path(__file__).resolve().parents[2] / "docs" / "labelling.md"


def test_a_sentence_that_nobody_settled_keeps_its_label() -> None:
    key = settled_labels.key_of("A sentence that stands on no page at all.")
    assert settled_labels.settled(key, claim=True) is True
    assert settled_labels.settled(key, claim=False) is False


def test_a_settled_label_takes_the_place_of_the_old_one() -> None:
    key, (claim, _) = next(iter(settled_labels.rows().items()))
    assert settled_labels.settled(key, not claim) is claim


def test_markup_and_letter_case_do_not_change_what_a_sentence_is_known_by() -> None:
    plain = settled_labels.key_of("Salt raises blood pressure")
    assert settled_labels.key_of("**Salt** raises [blood pressure](https://example.org/a)!") == plain
    assert settled_labels.key_of_words(["salt", "raises", "blood", "pressure"]) == plain


def test_every_rule_that_settled_a_label_is_written_down() -> None:
    written = set(re.findall(r"^\| `([^`]+)` \|", _RULES.read_text("utf-8"), re.MULTILINE))
    assert {rule for _, rule in settled_labels.rows().values()} == written


def test_the_file_holds_hashes_alone() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{12}", key) for key in settled_labels.rows())
