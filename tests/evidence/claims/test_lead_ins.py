"""What a line of a list is led in by, as far as its section goes."""

from __future__ import annotations

from dataclasses import replace

from evidence.claims.annotation import Reading
from evidence.claims.lead_ins import lead_ins
from evidence.language import vocabulary

_BLANK = Reading(0, "", 0, "", (), 0, 0, False, 0, True, (), False, "")


def _led(*lines: str) -> list[str]:
    """The lead-ins of lines; one that begins with a hash is the heading of those behind it."""
    readings, heading = [], ""
    for line in lines:
        if line.startswith("#"):
            heading = line
        else:
            readings.append(replace(_BLANK, text=line, words=tuple(vocabulary.words(line)), heading=heading))
    return lead_ins(readings)


def test_a_list_ends_with_its_section() -> None:
    led = _led("Call a doctor if you have:", "Numb feet", "# Tips", "Eat fish")
    assert led == ["", "Call a doctor if you have:", ""]


def test_a_list_ends_with_a_whole_sentence_of_some_length() -> None:
    long = "This is a sentence of more than twelve words that ends the list above it."
    assert _led("Fruit:", "Apples", long, "Pears") == ["", "Fruit:", "", ""]


def test_a_lead_in_may_be_set_in_bold() -> None:
    assert _led("**Fruit:**", "Apples", "__Fish:__", "Cod") == ["", "**Fruit:**", "**Fruit:**", "__Fish:__"]
