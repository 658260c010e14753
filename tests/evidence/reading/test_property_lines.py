"""Lines that describe a note are no prose of it."""

from __future__ import annotations

import pytest

from evidence import read

SAID = "Mint eases colic."


def _prose(text: str) -> list[str]:
    return [one.text for one in read(text, "markdown").sentences if not one.place]


@pytest.mark.parametrize(
    "line",
    [
        "dose:: two cups a day", "Type: none of these words is a name of a field, for they go on and on",
        ":PROPERTIES: are what Org keeps of a note.", "Title:", "(( an aside ))", ".. and so on.",
    ],
)  # fmt: skip
def test_what_tells_something_stays(line: str) -> None:
    assert line in _prose(f"# Mint\n\n{SAID}\n\n{line}\n")


def test_a_drawer_that_is_never_closed_hides_nothing() -> None:
    assert SAID in " ".join(_prose(f"# Mint\n\n:PROPERTIES:\n:ID: 5f1c\n\n{SAID}\n"))


def test_fields_further_down_are_prose() -> None:
    assert len(_prose(f"# Mint\n\n{SAID}\n\nStatus: done\nType: tea\n")) > 1


@pytest.mark.parametrize(
    "lines",
    [
        ":PROPERTIES:\n:ID: 5f1c2c6e\n:END:", ":LOGBOOK:\nCLOCK: [2024-03-01 Fri 10:00]\n:END:",
        "#+filetags: :mint:tea:", "#+OPTIONS: toc:nil", "#+begin_src python\nx = 1\n#+end_src",
        "SCHEDULED: <2024-03-02 Sat>", "id:: 64f1c2c6-1111-4d2a", "- collapsed:: true", "- {{query (and [[mint]])}}",
        "((64f1c2c6-2222-4d2a-9f3e-0d6b0a6c1a11))", "^mint-1", "<<toc 'Contents'>>",
        ".. image:: a.png\n   :alt: A leaf\n   :width: 3px", ".. _guide: https://example.org/guide",
    ],
)  # fmt: skip
def test_what_describes_a_note_is_no_sentence(lines: str) -> None:
    assert _prose(f"# Mint\n\n{SAID}\n\n{lines}\n\nHoney calms.\n") == [SAID, "Honey calms."]


@pytest.mark.parametrize("name", [" ^mint-1", " ((64f1c2c6-2222-4d2a-9f3e-0d6b0a6c1a11))"])
def test_the_name_of_a_block_is_none_of_its_words(name: str) -> None:
    assert _prose(f"# Mint\n\n{SAID}{name}\nHoney calms.\n") == [SAID, "Honey calms."]


@pytest.mark.parametrize("head", ["# Mint\n\n", "Title: Mint\n", ""])
def test_fields_in_front_of_the_words_are_none_of_them(head: str) -> None:
    assert _prose(f"{head}Date: 2024-01-01\nTags: tea, leaves\nAuthor: Ada Moe\n\n{SAID}\n") == [SAID]


def test_an_author_among_such_fields_is_the_author() -> None:
    assert read(f"# Mint\n\nDate: 2024-01-01\nAuthor: Ada Moe\n\n{SAID}\n", "markdown").byline == "Ada Moe"


def test_a_keyword_may_name_the_page() -> None:
    assert read(f"#+title: Mint and colic\n\n{SAID}\n", "markdown").title == "Mint and colic"


@pytest.mark.parametrize(
    "lines",
    [":PROPERTIES:\n:ID: 5f1c2c6e\n:END:", "{% comment %}\nOld words of it.\n{% endcomment %}", "id:: 64f1c2c6"],
)
def test_where_all_is_shown_as_it_is_written_nothing_is_left_out(lines: str) -> None:
    shown = [
        one.text for one in read(f"# Mint\n\n{SAID}\n\n{lines}\n\nHoney calms.\n", "markdown", html=False).sentences
    ]
    assert len(shown) > 2
