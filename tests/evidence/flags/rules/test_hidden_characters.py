"""Characters that readers cannot see, inside words."""

from __future__ import annotations

from tests.evidence.judging import check_clean, check_flags

CODE = "hidden-characters"


def test_it_leaves_other_alphabets_and_signs_alone() -> None:
    check_clean(CODE, "Müller took 5 µg of ω-3 and α-linolenic acid. The dose is 10⁻³ mol; Flora Bloom™ costs 5 €.")


def test_it_leaves_emphasis_inside_a_word_alone() -> None:
    check_clean(CODE, "Ginger **re**duces nausea.")


def test_it_names_each_word_and_what_it_hides() -> None:
    flag = check_flags(CODE, "Ginger re\u00adduces nau\u200bsea.")
    assert flag.facts == (("reduces", "U+00AD SOFT HYPHEN"), ("nausea", "U+200B ZERO WIDTH SPACE"))


def test_the_claim_is_flagged_all_the_same() -> None:
    check_flags("missing-citation", "Ginger re\u00adduces nausea.")
