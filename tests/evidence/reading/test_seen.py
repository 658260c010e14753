"""What is judged is the text as it looks; what is told is the text as it is written."""

from __future__ import annotations

import random

import pytest

from evidence import read
from tests.evidence.reading.disguises import CASES, HIDDEN, MARKS, as_without, leads_to_its_work, stops

DRAWN = random.Random(12).sample(CASES, 250)


@pytest.mark.parametrize("text", ["Zinc cures colds.", "Zinc **cures** colds [1].", "Цинк лечит простуду."])
def test_a_text_that_is_written_as_it_looks_is_one_document(text: str) -> None:
    document = read(text)
    assert (document.as_seen, document.hidden) == (None, ())


def test_drawn_disguises_leave_the_flags_as_they_are() -> None:
    assert [case for case in DRAWN if not as_without(*case)] == []


def test_drawn_signs_take_no_mark_from_its_work_and_hide_no_claim_of_a_web_page() -> None:
    signs = random.Random(12).sample([sign for sign in HIDDEN if sign[0] not in "<&"], 5)
    assert [(mark, sign) for mark in MARKS for sign in signs if not leads_to_its_work(mark, sign)] == []
    assert [sign for sign in signs if not (stops(sign, "html") and stops(sign, "text"))] == []


def test_sentences_markers_and_references_stand_where_they_are_written() -> None:
    text = (
        "---\ntitle: Zi\u00adnc\n---\n\nZinc shor\u00adtens co\u200blds [\u200e1\u200f]. It **h**elps.\n\n"
        "## References\n\n1. Mil\u00adler A. Zinc and colds in adults. J Foo. 2015;8(1):1-7.\n"
    )
    document = read(text)
    assert all(text[one.start : one.end] == one.text for one in (*document.sentences, *document.markers))
    assert [one.text for one in document.sentences][:2] == [
        "Zinc shor\u00adtens co\u200blds [\u200e1\u200f].",
        "It **h**elps.",
    ]
    assert document.as_seen is not None
    assert [one.text for one in document.as_seen.sentences][:2] == ["Zinc shortens colds [1].", "It helps."]
    assert [(one.text, one.keys) for one in document.markers] == [("[\u200e1\u200f]", ("1",))]
    (reference,) = document.references
    assert reference.csl["author"] == [{"family": "Miller", "given": "A"}]
    assert text[reference.start : reference.end].startswith("Mil\u00adler")
    assert document.title == "Zinc"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Zinc cu\u00adres colds.", (("cures", "U+00AD SOFT HYPHEN"),)),
        ("Zinc сurеs colds.", (("cures", "U+0441 CYRILLIC SMALL LETTER ES, U+0435 CYRILLIC SMALL LETTER IE"),)),
        ("Zinc cu\x7fres colds.", (("cures", "U+007F CONTROL CHARACTER"),)),
        ("Zinc **re**duces colds.", ()),
    ],
)
def test_the_words_that_hide_something_are_named(text: str, hidden: tuple[tuple[str, str], ...]) -> None:
    assert read(text, "markdown").hidden == hidden


def test_so_many_words_are_named_and_no_more() -> None:
    assert len(read("cu\u00adres " * 50).hidden) == 20
