"""What was not read as prose is named, and nobody is told that there is nothing to mend in it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from evidence import open_document
from evidence.command.checking import Task, report
from evidence.command.left_out import Part, in_words
from evidence.command.report import to_json
from evidence.command.report_text import to_text

PROSE = "Many people drink tea in winter, as their parents did before them."


def _checked(name: str, text: str) -> tuple[list[dict[str, Any]], str]:
    """The parts left out as the JSON has them, and the answer for people."""
    checked = report(name, open_document(name, text.encode()).document, Task(date(2026, 11, 1), codes=frozenset()))
    return json.loads(to_json([checked]))["files"][0]["left_out"], to_text([checked])


@pytest.mark.parametrize("block", ["Tea is warm.", "## Tea", "<br>", "![](tea.png)", "[tea]: https://tea.example/a"])
def test_what_is_read_and_what_has_no_words_is_not_named(block: str) -> None:
    parts, said = _checked("post.md", f"# Tea\n\n{PROSE}\n\n{block}\n\n{PROSE}\n")
    assert parts == []
    assert said.endswith("nothing to mend\n")
    assert "Not read" not in said


def test_hidden_words_are_named_and_not_praised() -> None:
    parts, said = _checked("post.md", f"# Tea\n\n{PROSE}\n\n<div hidden>\nTea is cheap.\n</div>\n\n{PROSE}\n")
    assert parts == [{"kind": "hidden part", "line": 5, "words": 3, "searched": False}]
    assert "Not read: 1 hidden part (line 5)\n" in said
    assert said.endswith("nothing to mend in what was read\n")


@pytest.mark.parametrize(
    ("block", "kind", "words"),
    [
        ("| Tea | Cups |\n|---|---|\n| black | two |", "table", 4),
        ("```\nplot(tea)\n```", "block of code", 2),
        ("Photo: tea in a cup.", "caption", 4),
    ],
)
def test_what_is_searched_for_outright_claims_alone_is_named_apart(block: str, kind: str, words: int) -> None:
    parts, said = _checked("post.md", f"# Tea\n\n{PROSE}\n\n{block}\n\n{PROSE}\n")
    assert parts == [{"kind": kind, "line": 5, "words": words, "searched": True}]
    assert f"Searched for outright claims alone: 1 {kind} (line 5)" in said


def test_the_parts_of_a_web_page_that_are_no_article_are_named_by_what_they_are() -> None:
    page = (
        "<html><head><title>Tea</title><style>p {}</style></head><body>\n"
        "<nav><a href='/a'>Home</a> <a href='/b'>All posts</a></nav>\n"
        f"<main><h1>Tea</h1><p>{PROSE}</p><p>{PROSE}</p>\n"
        "<div class='share-box'><a href='/s'>Share this</a></div>\n"
        "<p style='display:none'>Tea is cheap.</p></main>\n"
        "<div><div id='comments'><p>I like tea.</p></div></div>\n"
        "<footer>By the tea board</footer></body></html>"
    )
    parts, said = _checked("page.html", page)
    assert [(part["kind"], part["line"], part["words"]) for part in parts] == [
        ("menu", 2, 3),
        ("share box", 4, 2),
        ("hidden part", 5, 3),
        ("comments of readers", 6, 3),
        ("footer", 7, 4),
    ]
    assert "Not read: 1 menu (line 2), 1 share box (line 4)" in said


def test_many_parts_of_a_kind_are_counted_and_the_first_named() -> None:
    parts = [Part("menu", line, 2, searched=False) for line in (9, 1, 3, 5, 7, 11)]
    assert in_words(parts) == "6 menus (lines 1, 3, 5, 7 and 2 more)"
    assert in_words(parts[:2]) == "2 menus (lines 1 and 9)"
