"""Dates in front matter: of the page, in the names of other systems, and of works, in pandoc's forms."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml

from evidence.flags.rules import missing_date
from evidence.pipeline import assess
from evidence.reading.declared_dates import is_dated
from evidence.reading.documents import read
from evidence.reading.listed_references import year_of
from evidence.reading.metadata import page_of
from evidence.sources.library import LibraryError, read_library


def codes(text: str) -> list[str]:
    document = read(text)
    return [flag.code for flag in assess(document, today=date(2026, 1, 1), page=page_of(document.meta)).flags]


@pytest.mark.parametrize(
    "said",
    [
        "date:",
        "date: ''",
        "date: false",
        "date: soon",
        "expiryDate: 2024-05-01",
        "next_review: 2024-05-01",
        "lastUpdated: true",
        "draft: 2024",
        "title: 2024-05-01",
        "reviewed_on: 2024-05-01",
        "unpublish_date: 2024-05-01",
        "birthdate: 1984-05-01",
        "event_date: 2024-05-01",
    ],
)
def test_no_date_of_the_page_is(said: str) -> None:
    assert not is_dated(yaml.safe_load(said))


@pytest.mark.parametrize(
    "said",
    [
        "date: 2024-05-01",
        "lastmod: 2024-05-01",
        "pubDate: 'May 1 2024'",
        "date-modified: 2024-05-01",
        "last_modified_at: 2024-05-01T10:00:00+02:00",
        "updated: 2024-05-01",
        "publishDate: 2024-05-01",
        "modified: 2024-05-01",
        "date: last-modified",
        "date: Last Modified",
        "last_update: {date: 2024-05-01}",
        "pubDatetime: 2024-05-01T00:00:00Z",
        "updatedDate: 2024-05-01",
        "date: 05/01/24",
        "publishedAt: '2024-05-01'",
        "params: {date: 2024-05-01}",
        "dateModified: 2024",
        "date: 20240501",
        "Date: 1 May 2024",
        "date: today",
        "first_published_at: 2024-05-01",
        "posted_on: 2024-05-01",
        "lastEdited: 2024-05-01",
        "issued: 2024-05-01",
    ],
)
def test_the_page_is_dated_by(said: str) -> None:
    assert is_dated(yaml.safe_load(said))
    assert missing_date.CODE not in codes(f"---\ntitle: Zinc\n{said}\n---\n\nZinc shortens colds.\n")


def test_a_time_element_at_the_edge_of_a_text_dates_it() -> None:
    inside = "\n\n".join(["Zinc shortens colds."] * 300)
    told = '<time class="x" datetime="2024-05-01">May 1</time>'
    assert missing_date.CODE in codes(inside)
    assert missing_date.CODE in codes(f"{inside}\n\n{told}\n\n{inside}")
    assert missing_date.CODE in codes(f"{inside}\n\n<time>May</time>")
    assert missing_date.CODE not in codes(f"{told}\n\n{inside}")
    assert missing_date.CODE not in codes(f"{inside}\n\n{told}")


@pytest.mark.parametrize(
    "issued", [None, "", [], {}, [[]], {"date-parts": []}, {"date-parts": [[]]}, True, "soon", [["x"]]]
)
def test_no_year_is_read_in(issued: Any) -> None:
    assert year_of({"issued": issued}) is None


@pytest.mark.parametrize(
    "issued",
    [
        [[2020, 2, 11]],
        [{"year": 2020, "month": 2}],
        {"year": 2020},
        [2020, 2, 11],
        {"date-parts": [2020, 2]},
        {"date-parts": [["2020", "2"]]},
        2020,
        "2020-02-11",
        ["2020-02-11"],
        {"year": "2020", "month": "feb"},
        [{"year": 2020}, {"year": 2021}],
        [["2020"]],
        {"raw": "Feb 2020"},
        {"literal": "2020"},
        "11 February 2020",
    ],
)
def test_the_year_is_read_in(issued: Any) -> None:
    assert year_of({"issued": issued}) == 2020
    work = {"id": "m", "title": "Zinc and colds", "author": [{"family": "Miller"}], "issued": issued}
    front = yaml.safe_dump({"title": "Zinc", "references": [work]})
    assert "unresolved-mention" not in codes(f"---\n{front}---\n\nZinc shortens colds (Miller 2020).\n")
    for held in ([work], {"references": [work]}):
        assert read_library(json.dumps(held)).sources["m"].year == 2020


def test_a_library_without_works_is_refused() -> None:
    with pytest.raises(LibraryError, match="list of works"):
        read_library('{"references": 3}')


BIBLIOGRAPHY = (
    "---\ntitle: Zinc\n{}\n---\n\n"
    "Zinc shortens colds [@a2015]. Honey eases cough [@b2018; @c2019]. Sleep helps, @d2020 found.\n"
)


@pytest.mark.parametrize("said", ["bibliography: refs.bib", "bibliography: [refs.bib, more.bib]"])
def test_a_bibliography_that_was_not_read_is_named_once(said: str) -> None:
    document = read(BIBLIOGRAPHY.format(said))
    flags = [flag for flag in assess(document, today=date(2026, 1, 1)).flags if flag.code == "unresolved-mention"]
    assert len(flags) == 1
    assert "--references refs.bib" in flags[0].message


TEMPLATED = (
    "Zinc shortens colds {% cite a2015 %}. Honey eases cough {{< cite b2018 >}}. Mint eases cramps \\\\cite{c2019}.\n"
)


def test_a_library_that_no_template_was_given_is_asked_for_once() -> None:
    document = read(TEMPLATED)
    flags = [flag for flag in assess(document, today=date(2026, 1, 1)).flags if flag.code == "unresolved-mention"]
    assert len(flags) == 1
    assert "--references FILE" in flags[0].message


def test_where_one_key_leads_to_a_work_each_other_one_is_asked_for() -> None:
    listed = "\n\n## References\n\n[@a2015] Bell A. Zinc and colds. J Herbs. 2015;3(2):33-9.\n"
    assert codes(TEMPLATED + listed).count("unresolved-mention") == 2


def test_without_one_every_key_is_asked_for() -> None:
    assert codes(BIBLIOGRAPHY.format("x: y")).count("unresolved-mention") > 1
