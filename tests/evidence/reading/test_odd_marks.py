"""Marks in forms of the writers' own lead to the list, and other numbers in brackets do not."""

from __future__ import annotations

import pytest

from evidence import read

LIST = """

## References

1. Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.
2. Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9.
3. Bell A. Honey for cough. J Herbs. 2017;3(2):1-9.
"""


def _marked(text: str, works: str = LIST) -> list[tuple[tuple[str, ...], int]]:
    document = read(f"# Herbs\n\nTea is hot.\n\n{text}{works}", "markdown")
    assert all(document.text[one.start : one.end] == one.text for one in document.markers)
    return [(one.keys, one.sentence) for one in document.markers]


@pytest.mark.parametrize(
    "text",
    [
        "Ginger calms nausea [4+5].",
        "Ginger calms nausea [#9].",
        "Ginger calms nausea {4}.",
        "Ginger calms nausea④.",
        "Ginger calms half of them, $\\frac{1}{2}$ of all.",
        "Ginger calms in the set {1, 2}.",
        "Ginger calms x^{2} of them.",
        "Ginger calms with scores in [1 2].",
        "① Ginger calms nausea.",
        "Ginger: ① rest and ② tea.",
        "Enter {2} for ginger.",
        "Write {3} in the box on ginger.",
        "The fields {1} and {2} hold herbs.",
        "Ginger calms nausea [items 2 and 9].",
        "The nausea scale asks for ginger [items 1 and 3].",
        "Ginger calms nausea (items 1 and 3).",
        "Ginger calms nausea (no. 3).",
        "Ginger calms nausea [item].",
        "Ginger calms nausea [12 items].",
        "Replace {1} with the name of the herb.",
    ],
)
def test_what_counts_something_else_is_no_mark(text: str) -> None:
    assert _marked(text) == []


@pytest.mark.parametrize("mark", ["[1+3]", "[1 2]", "[#1]", "[no. 1]", "{1}", "①", "[①]"])
def test_without_a_list_it_is_none(mark: str) -> None:
    assert _marked(f"Ginger calms nausea{mark}.", "") == []


@pytest.mark.parametrize(
    ("mark", "keys"),
    [
        ("[1+3]", ("1", "3")),
        ("[1 + 2 + 3]", ("1", "2", "3")),
        ("[1 2]", ("1", "2")),
        ("[#1]", ("1",)),
        ("[#1, #3]", ("1", "3")),
        ("[no. 2]", ("2",)),
        ("[nos. 1, 3]", ("1", "3")),
        ("[nos 1 and 3]", ("1", "3")),
        ("[nos. 1–3]", ("1", "2", "3")),
        ("[#1 & #3]", ("1", "3")),
        ("[#1–#3]", ("1", "2", "3")),
        ("[items 1, 3]", ("1", "3")),
        ("[item 2]", ("2",)),
        ("[items 1 and 3]", ("1", "3")),
        ("[Entries 1; 2]", ("1", "2")),
        ("[works 1–3]", ("1", "2", "3")),
        ("[paper 3]", ("3",)),
        ("[items nos. 1, 3]", ("1", "3")),
        ("(nos. 1 and 3)", ("1", "3")),
        ("(Nos 2, 3)", ("2", "3")),
        ("[n2]", ("2",)),
        ("{1}", ("1",)),
        ("{1-3}", ("1", "2", "3")),
        ("[①]", ("1",)),
        ("[①②]", ("1", "2")),
        ("¹⁻³", ("1", "2", "3")),
    ],
)
@pytest.mark.parametrize("text", ["Ginger calms nausea {}. Tea is hot.", "Ginger calms nausea{}. Tea is hot."])
def test_it_leads_to_the_works_of_the_list(text: str, mark: str, keys: tuple[str, ...]) -> None:
    assert _marked(text.replace("{}", mark)) == [(keys, 1)]


@pytest.mark.parametrize("mark", ["[1+3]", " [1+3]", "①", "¹⁻³"])
def test_behind_the_stop_it_belongs_to_the_sentence_before(mark: str) -> None:
    ((_, sentence),) = _marked(f"Ginger calms nausea.{mark} Tea is hot.")
    assert sentence == 1


@pytest.mark.parametrize("circled", ["①", "①②", "①,③"])
def test_circled_numbers_stand_at_a_word(circled: str) -> None:
    ((keys, _),) = _marked(f"Ginger calms nausea{circled}. Tea is hot.")
    assert len(keys) == len(circled.replace(",", ""))
