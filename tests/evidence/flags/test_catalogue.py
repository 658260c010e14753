from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence.flags.catalogue import FLAGS, GROUPS, as_list, as_markdown, explanation, nearest
from evidence.values import Severity

ROOT = Path(__file__).resolve().parents[3]

# The severities that the standards fix: blockers stop publication, notes are for editors only.
BLOCKERS = {
    "unresolved-mention",
    "retracted-source",
    "animal-to-human",
    "contradicted-by-source",
    "undisclosed-product",
    "product-claim-unsupported",
    "disease-claim-for-supplement",
    "safety-claim-unsupported",
    "missing-disclaimer",
    "unregistered-health-claim",
    "conflict-undisclosed",
    "identifier-mismatch",
    "identifier-unregistered",
}
NOTES = {
    "incomplete-reference",
    "reference-mismatch",
    "nonpeer-source",
    "outdated-source",
    "surrogate-outcome",
    "numeric-unverified",
    "relative-only",
    "missing-advice-notice",
    "readability-high",
    "hidden-characters",
    "distant-citation",
    "reference-differs",
    "quote-not-found",
}


def test_it_refuses_to_be_changed() -> None:
    with pytest.raises(TypeError):
        FLAGS["new-flag"] = FLAGS["weak-evidence"]  # type: ignore[index]


def test_it_refuses_an_entry_with_an_empty_field() -> None:
    for spec in FLAGS.values():
        for field in ("title", "definition", "standard", "advice", "example", "fix"):
            assert getattr(spec, field).strip(), f"{spec.code} has no {field}"


def test_it_names_every_severity_as_the_standards_do() -> None:
    assert {code for code, spec in FLAGS.items() if spec.severity is Severity.BLOCKER} == BLOCKERS
    assert {code for code, spec in FLAGS.items() if spec.severity is Severity.NOTE} == NOTES
    assert len(FLAGS) == 47  # 40 of the standards, reference-mismatch, the register, and five on whether works exist


def test_it_says_where_a_severity_varies() -> None:
    varying = {"missing-citation", "unresolved-mention", "weak-evidence", "reference-differs"}
    varying |= {"unregistered-health-claim", "missing-disclaimer", "conflict-undisclosed"}
    assert {code for code, spec in FLAGS.items() if spec.varies} == varying


def test_its_codes_are_lower_case_words_and_its_groups_are_known() -> None:
    for code, spec in FLAGS.items():
        assert spec.code == code
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert spec.group in GROUPS


def test_its_advice_is_one_sentence() -> None:
    for spec in FLAGS.values():
        assert spec.advice.endswith(".")
        assert not re.search(r"\.\s+[A-Z]", spec.advice), spec.code


def test_its_warnings_have_a_label_for_readers() -> None:
    for spec in FLAGS.values():
        if spec.severity is Severity.WARNING:
            assert spec.reader, f"{spec.code} is shown to readers and has no label"


def test_every_flag_has_a_rule_of_its_own() -> None:
    rules = {path.stem.replace("_", "-") for path in (ROOT / "evidence" / "flags" / "rules").glob("*.py")}
    assert set(FLAGS) - rules == set()


def test_it_knows_what_a_mistyped_code_meant() -> None:
    assert nearest("Retracted-sourse") == "retracted-source"
    assert nearest("zzz") == ""


def test_it_explains_a_flag_with_its_standard_and_its_mending() -> None:
    text = explanation(FLAGS["animal-to-human"])
    for part in ("blocker", "Sumner", "Animals/cells only", "In mice"):
        assert part in text


def test_it_lists_every_flag_on_a_line() -> None:
    assert [line.split()[0] for line in as_list().splitlines()] == list(FLAGS)


def test_the_handbook_page_is_current() -> None:
    page = (ROOT / "docs" / "flags.md").read_text(encoding="utf-8")
    assert page == as_markdown(), "run: python -m evidence.flags.catalogue > docs/flags.md"
