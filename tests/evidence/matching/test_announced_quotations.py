"""Which sentences stand on a source that is announced once for all quotations of a section (standards.md A3.2)."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.matching.announced_quotations import announced
from evidence.reading.documents import read
from evidence.values import How, Link

PAGE = "[Bread and Bones](https://bones.example.org/rye-bread)"
QUOTES = (
    "> Rye bread lowers blood pressure in adults.\n\n> Rye bread prevents gout. It also shortens colds in children."
)


def ties(text: str) -> dict[str, str]:
    """How each sentence is tied to a source, by its words."""
    assessed = assess(read(f"# Rye bread\n\n{text}\n", "markdown"), today=date(2026, 11, 1))
    return {row.sentence.text: row.links[0].how.value if row.links else "" for row in assessed.sentences}


@pytest.mark.parametrize(
    "text",
    [
        f"I like to read {PAGE} when I bake.\n\n{QUOTES}",
        f"I am quoting here from {PAGE}.\n\n## Gout\n\n{QUOTES}",
        f"I am quoting here from my mother.\n\n{QUOTES}",
        f"I am quoting here from {PAGE}. Nobody asked. Rain fell. I slept. I baked.\n\nIt was late.\n\n{QUOTES}",
        f"The passage of time is told at {PAGE}.\n\nIt was late.\n\n{QUOTES}",
    ],
)
def test_nothing_is_handed_to_quotations_that_are_not_announced(text: str) -> None:
    found = ties(text)
    assert not found["It also shortens colds in children."]
    assert not found["Rye bread prevents gout."]


@pytest.mark.parametrize(
    "announcement",
    [
        f"I am quoting here from {PAGE} by the baker.",
        f"I'm quoting from {PAGE} throughout.",
        f"All quotes below are from {PAGE}.",
        f"The following quotations come from {PAGE}.",
        f"Quotes in this section are taken from {PAGE}.",
        f"These excerpts are from {PAGE}.",
        f"What follows is from {PAGE}.",
        f"The following is taken from {PAGE}.",
        f"We quote at some length from {PAGE}.",
        f"The passages here are copied from {PAGE}.",
    ],
)
def test_every_quotation_of_the_section_stands_on_the_source_that_is_announced(announcement: str) -> None:
    found = ties(f"{announcement}\n\n{QUOTES}\n\nMy aunt bakes it.\n\n> Rye bread protects the liver.")
    for words in (
        "Rye bread lowers blood pressure in adults.",
        "Rye bread prevents gout.",
        "It also shortens colds in children.",
        "Rye bread protects the liver.",
    ):
        assert found[words] == How.INHERITED.value


def test_the_words_that_lead_into_a_quotation_or_take_it_up_stand_on_the_same_source() -> None:
    document = read(
        f"I am quoting here from {PAGE}.\n\n> Rye bread prevents gout.\n\n"
        "These effects also lower the risk of gout in adults.\n\n"
        "Rye bread lowers blood pressure:\n\n> Rye bread protects the kidneys.\n\n"
        "Barley prevents colds in children.\n",
        "markdown",
    )
    owned = [[Link(0, "url:x", How.LINK, "Bread and Bones")], *([] for _ in document.sentences[1:])]
    assert [place for place, _ in announced(document, owned)] == [1, 2, 3, 4]


def test_a_quotation_with_a_source_of_its_own_keeps_it_and_ends_nothing() -> None:
    own = "[Oats and gout](https://oats.example.org/oats-and-gout)"
    text = f"I am quoting here from {PAGE}.\n\n> Rye prevents gout, says {own}.\n\n> Rye bread protects the liver."
    assert ties(text)["Rye bread protects the liver."]


def test_all_lines_of_a_quotation_stand_on_the_source_line_below_it() -> None:
    text = (
        "> Rye bread lowers blood pressure in adults. Barley bread shortens colds in children.\n"
        ">\n> The Bakers of the North\n\n"
        "[Source](https://bones.example.org/rye-bread)"
    )
    found = ties(text)
    assert (
        found["Rye bread lowers blood pressure in adults."]
        == found["Barley bread shortens colds in children."]
        == How.COVERED.value
    )
