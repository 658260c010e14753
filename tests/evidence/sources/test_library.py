from __future__ import annotations

import json
from typing import Any

import pytest

from evidence.context import Design, Source
from evidence.sources.library import Library, LibraryError, add_from_library, read_library, remove_unused
from evidence.values import (
    Assessed,
    Assessment,
    Claim,
    Document,
    Flag,
    How,
    Kind,
    Link,
    Marker,
    Sentence,
    Severity,
    Wording,
)

WORKS: list[dict[str, Any]] = [
    {
        "id": "ash2024",
        "type": "article-journal",
        "title": "Zinc lozenges",
        "author": [{"family": "Ash"}],
        "issued": {"date-parts": [[2024]]},
        "DOI": "10.1000/Zinc",
        "facts": {"design": "rct", "sample_size": 300},
    },
    {
        "id": "elm2021",
        "type": "article-journal",
        "title": "Walking",
        "author": [{"family": "Elm"}],
        "PMID": "77",
    },
]


@pytest.fixture
def library() -> Library:
    return read_library(json.dumps(WORKS))


def document(text: str, *keys: str) -> Document:
    sentence = Sentence(0, 0, len(text), text, 0)
    markers = (Marker(0, 1, text[:1], How.MARKER, keys, 0),) if keys else ()
    return Document(text, "text", "", "", (sentence,), markers)


def keys(sources: tuple[Source, ...]) -> list[tuple[str, int, bool]]:
    return [(source.key, source.number, source.on_list) for source in sources]


def test_it_refuses_a_fact_that_is_not_allowed_and_names_the_work() -> None:
    wrong = [{"id": "ash2024", "facts": {"design": "guesswork"}}]
    with pytest.raises(LibraryError, match=r"Reference ash2024: design .guesswork. is not known"):
        read_library(json.dumps(wrong))


def test_it_refuses_to_lend_a_work_that_the_text_neither_cites_nor_names(library: Library) -> None:
    assert add_from_library(document("Zinc lozenges shorten a cold."), (), library) == ()


@pytest.mark.parametrize("marker", ["ash2024", "doi:10.1000/zinc"])
def test_it_puts_a_cited_work_on_the_list(library: Library, marker: str) -> None:
    own = (Source("oak2020", 1),)
    assert keys(add_from_library(document("Zinc helps.", marker), own, library)) == [
        ("oak2020", 1, True),
        ("ash2024", 2, True),
    ]


def test_it_offers_a_named_work_without_putting_it_on_the_list(library: Library) -> None:
    assert keys(add_from_library(document("Elm and colleagues walked."), (), library)) == [("elm2021", 0, False)]


def test_it_fills_the_gaps_of_a_listed_work_and_leaves_the_rest(library: Library) -> None:
    own = (Source("mine", 1, "My title", doi="10.1000/zinc", sample_size=12),)
    (source,) = add_from_library(document("Zinc helps [1].", "1"), own, library)
    assert (source.key, source.title, source.sample_size) == ("mine", "My title", 12)
    assert source.design is Design.RCT
    assert source.year == 2024


def test_it_keeps_only_the_works_and_flags_that_the_article_came_to_use() -> None:
    text = "Elm walked, Ash rested."
    sentence = Sentence(0, 0, len(text), text, 0)
    flags = tuple(
        Flag("outdated-source", Severity.NOTE, "Look.", "", "MEDRS", reference=key)
        for key in ("oak2020", "elm2021", "ash2024")
    )
    own = (Source("oak2020", 1),)
    assessment = Assessment(
        "0",
        document(text),
        (*own, Source("elm2021", on_list=False), Source("ash2024", on_list=False)),
        (Assessed(sentence, Claim(0, True, (Kind.CAUSAL,), Wording.NONE), (Link(0, "elm2021", How.NAMED),)),),
        source_flags=flags,
    )
    settled = remove_unused(assessment, own)
    assert [source.key for source in settled.sources] == ["oak2020", "elm2021"]
    assert [flag.reference for flag in settled.source_flags] == ["oak2020", "elm2021"]
