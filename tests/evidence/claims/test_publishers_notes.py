"""Keywords, slugs and addresses left in a page claim nothing, and what a keyword promises stays a claim."""

from __future__ import annotations

import pytest

from evidence.claims.publishers_notes import only_notes
from tests.evidence.claims.test_beside_frames import SAID


@pytest.mark.parametrize(
    "frame",
    [
        "Primary keyword: {}",
        "Focus keyphrase: {}",
        "Slug: {}",
        "SEO title: {}",
        "Published: {}",
        "Recommended URL: {}",
        "Keyword research found “{}” as a search term.",
        "Keyword research shows that {}.",
        "Search terms matter, and {}.",
        "Our SEO is good because {}.",
    ],
)
def test_what_stands_in_such_a_note_stays_a_claim(frame: str) -> None:
    assert [said for said in SAID if only_notes(frame.format(said))] == []


@pytest.mark.parametrize("text", ["Primary keyword: cure for cancer", "Link: the best tea for gout", "Keyword: tea"])
def test_another_line_is_no_such_note(text: str) -> None:
    assert not only_notes(text)


@pytest.mark.parametrize(
    "text",
    [
        "**Primary keyword**: mint vs sage",
        "**Slug**: mint-vs-sage-guide",
        "**Recommended URL**: /sleep-guide",
        "**Handle:** benefits-of-mint",
        "**Published:** 2021-03-04T05:00:02Z",
        "**SEO title:** Benefits of mint",
        "Careful keyword research named “natural rest aid” and “reduce snoring naturally” as common search terms.",
    ],
)
def test_a_note_to_those_who_publish_is_no_claim(text: str) -> None:
    assert only_notes(text)
