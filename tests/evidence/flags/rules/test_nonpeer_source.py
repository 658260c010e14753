"""A work that peers did not review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags, flags_of

CODE = "nonpeer-source"


def test_it_leaves_a_journal_article_alone() -> None:
    check_clean(CODE, "Ginger helps.", [TRIAL])


def test_it_leaves_a_guideline_alone_wherever_it_was_published() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, kind="report", design=Design.GUIDELINE)])


def test_an_editor_can_say_that_a_book_was_reviewed() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, kind="book", design=None, peer_reviewed=True)])


@pytest.mark.parametrize("kind", ["book", "webpage", "report", "article-newspaper"])
def test_it_flags_books_and_pages(kind: str) -> None:
    check_flags(CODE, "Ginger helps.", [replace(TRIAL, kind=kind, design=None)])


def test_the_guidance_of_a_public_body_is_no_mere_web_page() -> None:
    text = "Ginger [lowers nausea in pregnancy]({}) by 40 %."
    guidance = "https://www.nice.org.uk/guidance/ng201/chapter/recommendations"
    assert not flags_of(CODE, text.format(guidance), None)
    assert flags_of(CODE, text.format("https://www.example.org/guidance/ginger"), None)
