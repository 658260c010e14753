"""A text above school grade 8."""

from __future__ import annotations

from tests.evidence.judging import check_clean, check_flags

CODE = "readability-high"
PLAIN = "Ginger tea may calm the gut. Drink it warm. Take a small cup. "
HARD = (
    "Supplementation with heterogeneous probiotic microorganisms demonstrably ameliorates gastrointestinal "
    "symptomatology in immunocompromised individuals, notwithstanding considerable methodological limitations. "
)


def test_it_leaves_plain_words_alone() -> None:
    check_clean(CODE, PLAIN * 10)


def test_it_leaves_a_text_alone_that_is_too_short_to_judge() -> None:
    check_clean(CODE, HARD)


def test_it_flags_long_words_in_long_sentences() -> None:
    [(name, grade)] = check_flags(CODE, HARD * 8).facts
    assert name == "grade"
    assert float(grade) > 8


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    hard = "Notwithstanding considerable administrative complications, the municipality's representatives deliberated. "
    check_clean(CODE, hard * 12)
