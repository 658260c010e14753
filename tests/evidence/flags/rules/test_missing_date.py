"""No date."""

from __future__ import annotations

import pytest

from evidence.context import Page
from tests.evidence.judging import check_clean, check_flags

CODE = "missing-date"
TEXT = "Magnesium relieves migraine."


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_it_leaves_a_page_alone_that_has_it() -> None:
    check_clean(CODE, "Magnesium relieves migraine.", page=Page(dated=True))


def test_it_flags_a_page_without() -> None:
    flag = check_flags(CODE, "Magnesium relieves migraine.")
    assert (flag.sentence, flag.reference) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "October 22, 2025",
        "[← Back to all posts](../blog.html) October 22, 2025",
        "Feb 7, 2018 • 5 min read",
        "#### By Ada Moor on June 10, 2019",
        "Last updated: 16 February 2024",
        "Published on 2024-02-16",
        "*Posted by Ada on 1st May 2020*",
        "### 2014-07-07",
        "**Last updated**: 2025-09-15",
        "**Published:** 2022-06-16T06:16:08Z",
        "Posted on May 30, 2014 at 10:47 AM",
        '<!--post.created_on="2020-10-23"-->',
    ],
)
def test_a_date_on_a_line_of_its_own_dates_the_page(line: str) -> None:
    check_clean(CODE, f"{line}\n\n# Pain\n\n{TEXT}")


@pytest.mark.parametrize(
    "line",
    [
        "In October 2025 we walked to the harbour.",
        "This course will take place until July 2015.",
        "Copyright © 2013 Maui Tours",
        "Opening hours from 1 May 2026",
        "A study published on June 29, 2020 in Annals of Rest followed nurses.",
    ],
)
def test_a_date_of_something_else_does_not(line: str) -> None:
    check_flags(CODE, f"# Pain\n\n{TEXT}\n\n{line}\n")


def test_a_day_on_which_a_listed_page_was_seen_does_not() -> None:
    entry = "1. Moor A. Magnesium. Food J. 2012;3:1.\n   Accessed 10 June 2019\n"
    check_flags(CODE, f"{TEXT} [1]\n\n## References\n\n{entry}")
