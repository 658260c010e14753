"""No medical reviewer."""

from __future__ import annotations

import pytest

from evidence.context import Page
from evidence.reading import documents, metadata
from tests.evidence.judging import check_clean, check_flags

CODE = "missing-reviewer"
TEXT = "Magnesium relieves migraine."


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_it_leaves_a_page_alone_that_has_it() -> None:
    check_clean(CODE, "Magnesium relieves migraine.", page=Page(reviewer=True))


def test_it_flags_a_page_without() -> None:
    flag = check_flags(CODE, "Magnesium relieves migraine.")
    assert (flag.sentence, flag.reference) == (None, None)


@pytest.mark.parametrize(
    "fields",
    [
        "reviewer: Ada Moor\nreviewed_on: 2025-01-15",
        'reviewerName: "Dr. Ada Moor"\nlastReviewed: 2025-01-15T00:00:00.000Z',
        "medically_reviewed_by: Ada Moor, MD\nreviewDate: 2025-01-15",
        "medicalReviewer:\n  name: Ada Moor\nlast-reviewed: 2025-01-15",
    ],
)
def test_front_matter_may_name_who_reviewed_and_when(fields: str) -> None:
    check_clean(CODE, TEXT, page=metadata.page_of(documents.read(f"---\n{fields}\n---\n{TEXT}").meta))


@pytest.mark.parametrize(
    "fields",
    ["reviewerName: Ada Moor", "lastReviewed: 2025-01-15", "reviewed: true\nreviewer: Ada Moor", "review: good"],
)
def test_a_name_without_a_day_and_a_day_without_a_name_are_no_review(fields: str) -> None:
    check_flags(CODE, TEXT, page=metadata.page_of(documents.read(f"---\n{fields}\n---\n{TEXT}").meta))
