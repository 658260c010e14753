"""The mark behind the last of a list of bare names is that of the whole list."""

from __future__ import annotations

import pytest

from evidence.matching.list_ends import of_lists
from evidence.reading import documents
from evidence.values import How, Link

_HEAD = "Anaemia is common.\n\n"


def _reached(text: str) -> list[str]:
    """The texts that a mark "[1]" reaches from the end of a list."""
    sentences = (document := documents.read(_HEAD + text, "markdown")).sentences
    owned = [[Link(one.index, "lee2020", How.MARKER, "[1]")] if "[1]" in one.text else [] for one in sentences]
    return [sentences[place].text for _, places, _ in of_lists(document, owned) for place in places]


@pytest.mark.parametrize(
    "text",
    [
        "Symptoms include:\n- Weakness\n- Chest pain [1]",
        "Symptoms include:\n- Weakness\n- Dizziness\n- Chest pain [1]\n- Headache",
        "Symptoms include:\n- Weakness.\n- Dizziness.\n- Chest pain [1].",
        "Symptoms include:\n- Weakness [1]\n- Dizziness\n- Chest pain",
        "Symptoms include:\n- Weakness [1]\n- Dizziness\n- Chest pain [1]",
        "It is common.\n- Weakness\n- Dizziness\n- Chest pain [1]",
        "These help:\n- Ginger cures cancer\n- Zinc\n- Honey [1]",
        "These help:\n- Garlic prevents headache\n- Salt lowers blood pressure\n- Honey [1]",
        "These help:\n- 500 mg of zinc\n- Ginger\n- Honey [1]",
        "Symptoms include:\n- Weakness that comes on after a long day of work\n- Dizziness\n- Chest pain [1]",
        "Symptoms include:\n- Weakness\n- Dizziness\n\nIt is a pity that nobody asks.\n\n- Chest pain [1]",
    ],
)
def test_other_lists_are_cited_item_by_item(text: str) -> None:
    assert _reached(text) == []


@pytest.mark.parametrize("sign", ["-", "*", "1.", "> -"])
def test_bare_names_and_their_lead_in_are_cited_by_the_mark_behind_the_last(sign: str) -> None:
    names = ["Weakness", "Cold hands or feet", "Fast or irregular heartbeat", "Pounding in your ears"]
    text = "\n".join(f"{sign} {name}" for name in [*names, "Chest pain [1]"])
    lead = "> Symptoms include:" if sign == "> -" else "Symptoms include:"
    assert _reached(f"{lead}\n{text}\n\nSee a doctor.") == ["Symptoms include:", *names]
