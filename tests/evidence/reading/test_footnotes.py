from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.reading.footnotes import markers

_KNOWN = """---
references:
  - {id: bell2012, type: article-journal, title: Naps, author: [{family: Bell}], year: 2012, DOI: 10.1000/naps}
---
"""


def _keys(note: str) -> list[tuple[str, ...]]:
    return [marker.keys for marker in markers(read(f"{_KNOWN}Naps help.[^a]\n\n{note}\n", "markdown"))]


def test_it_leaves_out_a_marker_whose_note_is_a_mere_remark():
    assert _keys("[^a]: My neighbour says so too.") == []


def test_it_keeps_a_marker_without_its_note_as_it_was_written():
    assert _keys("") == [("note:a",)]


@pytest.mark.parametrize(
    ("note", "keys"),
    [
        ("[^a]: [@bell2012]", ("bell2012",)),
        ("[^a]: See @bell2012, and [@bell2012; @other1999].", ("bell2012", "other1999")),
    ],
)
def test_it_follows_a_note_to_the_works_that_it_cites(note, keys):
    assert _keys(note) == [keys]


def test_it_follows_a_note_to_the_work_that_it_holds():
    note = "[^a]: Hall A, Reed B. Long naps and short naps. J Sleep. 2014;3(2):10-19. doi:10.1000/long"
    assert _keys(note) == [("hall2014",)]


@pytest.mark.parametrize("note", ["ibid.", "_Ibid._, p. 12.", "Ibidem, 4-5"])
def test_it_follows_ibid_to_the_work_of_the_note_before(note):
    text = f"{_KNOWN}Naps help.[^a] They are short.[^b]\n\n[^a]: [@bell2012]\n[^b]: {note}\n"
    assert [marker.keys for marker in markers(read(text, "markdown"))] == [("bell2012",), ("bell2012",)]


def test_ibid_after_a_mere_remark_means_nothing():
    text = f"{_KNOWN}Naps help.[^a] They are short.[^b]\n\n[^a]: My neighbour says so.\n[^b]: Ibid.\n"
    assert markers(read(text, "markdown")) == ()
