"""A listed work that no sentence cites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags, judge

CODE = "uncited-reference"


def test_it_leaves_a_cited_work_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_work_alone_that_is_not_on_the_list() -> None:
    check_clean(CODE, "Rest helps.", [replace(TRIAL, on_list=False)])


def test_it_flags_a_work_that_nothing_cites() -> None:
    assert check_flags(CODE, "Magnesium tablets relieve migraine.", [TRIAL]).reference == "lee2020"


PAGE = "Magnesium tablets relieve migraine in adults.\n\n{}\n\n1. [How to sleep well](https://www.example.org/sleep-well)\n"


@pytest.mark.parametrize(
    "heading",
    [
        "## Further reading",
        "**Resources**",
        "<h3>Resources</h3>",
        "### Helpful links",
        "## Additional resources and support",
        "## Recommended reading",
        "## Learn more",
        "## Books on sleep",
    ],
)
def test_what_is_listed_as_further_reading_need_not_be_cited(heading: str) -> None:
    codes = {flag.code for flag in judge(PAGE.format(heading), None).flags}
    assert not codes & {CODE, "nonpeer-source", "incomplete-reference", "outdated-source"}


@pytest.mark.parametrize(
    "heading", ["## References", "## Sources", "### Works cited", "## Sources and further reading", "## Bibliography"]
)
def test_a_list_of_sources_has_to_be(heading: str) -> None:
    assert CODE in {flag.code for flag in judge(PAGE.format(heading), None).flags}


def test_a_cited_work_below_such_a_heading_is_a_source() -> None:
    text = PAGE.format("## Resources").replace("adults.", "adults [1].")
    codes = {flag.code for flag in judge(text, None).flags}
    assert "nonpeer-source" in codes
    assert CODE not in codes


_LABELLED = "# Sleep\n\nNaps improve memory in adults. They ease stress.\n\n{}[Moor, The nap book](https://books.example.org/nap).\n"


@pytest.mark.parametrize(
    "label",
    ["Further reading: ", "__Further reading__: ", "**Recommended reading:** ", "More information: ", "See also: ",
     "_Related articles_: ", "Read more: ", "For further reading: "],
)  # fmt: skip
def test_a_work_on_a_line_of_further_reading_need_not_be_cited(label: str) -> None:
    assert CODE not in {flag.code for flag in judge(_LABELLED.format(label), None).flags}


_NOTED = (
    "# Massage: what to know{}\n\n{}Massage eases pain in adults. It is rarely harmful.\n\n"
    "## References\n\n[^1]: Moor A. Massage and pain. J Pain. 2019;12:1-9.\n"
)


@pytest.mark.parametrize(("title", "head"), [(" [^1]", ""), ("", "## What it does [^1]\n\n")])
def test_a_work_to_which_a_heading_points_is_cited(title: str, head: str) -> None:
    assert CODE not in {flag.code for flag in judge(_NOTED.format(title, head), None).flags}


@pytest.mark.parametrize("title", ["", " [^2]", " (1)", " ^1"])
def test_a_note_to_which_no_heading_points_is_not(title: str) -> None:
    assert CODE in {flag.code for flag in judge(_NOTED.format(title, ""), None).flags}
