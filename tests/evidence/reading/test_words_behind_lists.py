"""Where an author speaks behind or within a list of works, it is prose; titles of works stay works."""

from __future__ import annotations

import pytest

from evidence import read

HEAD = "# Mint\n\nMint is green.\n\n## Sources\n\n"
WORK, OTHER = "Bell A. Mint. J Herbs. 2011;3(2):33-9.", "Coe B. Tea. J Herbs. 2012;4(1):1-9."


def _said(items: str) -> list[str]:
    return [one.text for one in read(HEAD + items, "markdown").sentences][1:]


@pytest.mark.parametrize(
    "item",
    [
        "Day C. What you should know of mint and your gut. 2012.",
        "What our gut needs: a guide for you and your family. https://a.example/b",
        "Day C. I drink mint tea since 2010. J Herbs. 2013;4(1):1-9.",
    ],
)
def test_a_work_whose_title_speaks_to_its_readers_stays_one(item: str) -> None:
    assert _said(f"{WORK}\n\n{item}\n\n{OTHER}\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "Nothing here replaces the words of your doctor.",
        "*A note on sources: I could not read the second paper, so I relied on its abstract.*",
        "We add new trials to this page each spring.",
    ],
)
def test_what_an_author_says_behind_a_list_is_prose(words: str) -> None:
    assert _said(f"{WORK}\n\n{OTHER}\n\n{words}\n") == [words]


def test_an_item_that_tells_of_its_author_is_prose_though_it_names_a_year() -> None:
    said = _said(f"1. {WORK}\n2. I grow my own mint, which I was given in 2010. It helps me sleep.\n3. {OTHER}\n")
    assert said == ["I grow my own mint, which I was given in 2010.", "It helps me sleep."]
