from __future__ import annotations

import pytest

from evidence.reading.documents import read

BELOW = "  It may take some months until anybody sees it.\n"


def headings(items: str) -> list[str]:
    document = read(f"# Tea\n\nThink about these:\n\n{items}\nTea is warm.\n", "markdown")
    return [found.text for found in document.not_prose if found.kind == "heading"]


@pytest.mark.parametrize(
    "items",
    [
        f"- *Tea cures asthma*\n\n{BELOW}",
        f"- *Drink less tea*\n\n{BELOW}",
        f"- *Less than 30 mg*\n\n{BELOW}",
        f"- *Loss of weight.*\n\n{BELOW}",
        f"- Loss of *weight*\n\n{BELOW}",
        "- *Loss of weight*\n",
        "- *Loss of weight*\n\n  Much\n",
        "- *Loss of weight*\n- It may take some months until anybody sees it.\n",
        "- *Loss of weight*\n\nIt may take some months until anybody sees it.\n",
    ],
)
def test_an_item_that_says_something_or_stands_alone_stays_prose(items: str) -> None:
    assert headings(items) == []


@pytest.mark.parametrize("name", ["*Loss of weight*", "**Longer hair**", "__Changes in mood__", "_Headaches_"])
def test_a_name_of_what_is_told_below_is_a_heading(name: str) -> None:
    assert headings(f"- {name}\n\n{BELOW}") == [name]
    assert headings(f"1. {name}\n\n   {BELOW}") == [name]
