"""Footnotes and citations of reStructuredText lead to their works, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document, read
from evidence.reading import rst_notes

SMITH, DOE = "Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.", "Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9."
HEAD = "Ginger and sleep\n================\n\nTea is hot.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Ginger cures nausea [1].\n\n.. [1] {SMITH}\n",
        "Ginger cures nausea [1]_.\n",
        f"Ginger cures nausea [1]_.\n\n.. [2] {SMITH}\n",
        f"Call `list[0]_x` for tea.\n\n.. [0] {SMITH}\n",
        f"Ginger cures nausea `tea`_.\n\n.. _tea: {SMITH}\n",
        f"Ginger cures nausea [1]_.\n\n [1] {SMITH}\n",
    ],
    ids=["a plain mark", "no definition", "another label", "code", "a link", "no dots"],
)
def test_what_has_no_mark_with_its_definition_is_none(text: str) -> None:
    assert not list(rst_notes.edits(HEAD + text))


FORMS = {
    "a number": ("[1]_", "[1]"),
    "a name": ("[SMITH2015]_", "[SMITH2015]"),
    "a name in small letters": ("[smith.2015]_", "[smith.2015]"),
    "a counted one": ("[#]_", "[#]"),
    "a sign": ("[*]_", "[*]"),
    "a counted one with a name": ("[#ginger]_", "[#ginger]"),
    "a mark behind a stroke": ("\\ [1]_", "[1]"),
    "a high number": ("[112]_", "[112]"),
    "a name with a hyphen": ("[Smith-15]_", "[Smith-15]"),
    "a name with a plus": ("[SD+15]_", "[SD+15]"),
}


@pytest.mark.parametrize(("mark", "label"), FORMS.values(), ids=FORMS)
def test_a_mark_leads_to_the_work_of_its_note(mark: str, label: str) -> None:
    text = f"{HEAD}Ginger cures nausea in pregnancy {mark}. Mint cures cancer.\n\n.. {label} {SMITH}\n"
    document = open_document("tea.rst", text.encode()).document
    _, ginger, mint = assess(document, today=date(2026, 1, 1)).sentences
    assert [link.key for link in ginger.links] == ["smith2015"]
    assert [flag.code for flag in mint.flags] == ["missing-citation"]
    assert all(text[one.start : one.end] == one.text for one in document.sentences)
    assert document.references[0].raw == SMITH


def test_counted_notes_are_taken_by_their_turn() -> None:
    text = f"{HEAD}Ginger helps [#]_. Garlic helps [#]_.\n\n.. [#] {SMITH}\n.. [#] {DOE}\n"
    rows = assess(read(text), today=date(2026, 1, 1)).sentences
    assert [[link.key for link in row.links] for row in rows[1:]] == [["smith2015"], ["doe2016"]]


def test_a_note_goes_on_over_lines_that_are_set_in() -> None:
    text = (
        f"{HEAD}Ginger helps [1]_.\n\n.. [1] Smith J. Ginger for nausea.\n   J Herbs. 2015;3(2):1-9.\n\nTea is hot.\n"
    )
    document = read(text)
    assert document.sentences[-1].text == "Tea is hot."
    assert [one.csl.get("title") for one in document.references] == ["Ginger for nausea"]


def test_a_promise_in_a_note_stops_publication() -> None:
    text = f"{HEAD}Ginger is a root [1]_.\n\n.. [1] Do not worry, garlic cures cancer in adults.\n"
    row = assess(read(text), today=date(2026, 1, 1)).sentences[-1]
    assert [(flag.code, flag.severity.value) for flag in row.flags] == [("missing-citation", "blocker")]


def test_a_work_that_no_mark_leads_to_is_one_all_the_same() -> None:
    text = f"{HEAD}Ginger helps [1]_.\n\n.. [1] {SMITH}\n.. [2] {DOE}\n"
    assert [one.raw for one in read(text).references] == [SMITH, DOE]


def test_what_is_set_in_is_prose_and_no_code() -> None:
    text = f"{HEAD}Ginger helps [1]_.\n\n    Mint may help some people with colds.\n\n.. [1] {SMITH}\n"
    assert "Mint may help some people with colds." in [one.text for one in read(text).sentences]
