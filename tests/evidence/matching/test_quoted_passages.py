from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read

LIST = "\n\n## References\n\n1. Miller A. Zinc and colds in adults. J Zinc. 2015;3(2):11-19.\n"
LINK = "[Effects of zinc on common colds](https://doi.org/10.1000/abc1)"


def tied(text):
    assessed = assess(read(f"# Zinc\n\n{text}\n", "markdown"), today=date(2026, 11, 1))
    return [bool(row.links) for row in assessed.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Zinc lowers pain. Zinc shortens colds [1]." + LIST,
        "Zinc lowers pain. “Zinc shortens colds” [1]." + LIST,
        "“Zinc lowers pain.” Honey eases cough. “Zinc shortens colds.” [1]" + LIST,
        "“Zinc lowers pain.\n\nZinc shortens colds.” [1]" + LIST,
        'Zinc lowers pain. He called it "zinc" at home [1].' + LIST,
        f"Zinc lowers pain.\n\n> {LINK}",
        f"> Zinc lowers pain.\n\n> {LINK}\n>\n> Zinc shortens colds.",
        "> Zinc lowers pain.\n>\n> Read [this](https://doi.org/10.1000/abc1) at home now.",
        f"Zinc lowers pain.\n\n— {LINK}",
        f"{LINK}\n\nZinc lowers pain.",
    ],
)
def test_a_source_covers_nothing_outside_of_the_quotation(text):
    assert tied(text)[-1 if text.startswith("[") else 0] is False


@pytest.mark.parametrize(
    "text",
    [
        "“Zinc lowers pain. Zinc shortens colds.” [1]" + LIST,
        "“Zinc lowers pain. Zinc shortens colds.”<sup>1</sup>" + LIST,
        "“Zinc lowers pain. Zinc shortens colds.”[^a]\n\n[^a]: Miller A. Zinc. J Zinc. 2015;3(2):11-19.",
        "“Zinc lowers pain. Zinc shortens colds” (Miller, 2015)." + LIST,
        '"Zinc lowers pain. Zinc shortens colds." [1]' + LIST,
        "«Zinc lowers pain. Zinc shortens colds.» [1]" + LIST,
        '"Zinc lowers pain. Zinc shortens colds [1]."' + LIST,
        f"> Zinc lowers pain.\n>\n> Zinc shortens colds.\n>\n> — {LINK}",
        f"> Zinc lowers pain. Zinc shortens colds.\n>\n> -- {LINK}",
        f"> Zinc lowers pain. Zinc shortens colds.\n>\n> {LINK}",
        f"> Zinc lowers pain. Zinc shortens colds.\n>\n> Source: {LINK}",
        "<blockquote><p>Zinc lowers pain.</p>&mdash; "
        '<a href="https://doi.org/10.1000/abc1">Effects of zinc on colds</a></blockquote>',
    ],
)
def test_a_source_behind_a_quotation_covers_all_of_it(text):
    assert tied(text)[0] is True


def test_a_linked_title_above_a_quoted_text_covers_it_up_to_the_next_title():
    other = "[Effects of honey on bad coughs](https://doi.org/10.1000/abc2)"
    text = f"# Zinc\n\n> {LINK}\n>\n> Zinc lowers pain. Zinc shortens colds.\n>\n> {other}\n>\n> Honey eases cough.\n"
    rows = assess(read(text, "markdown"), today=date(2026, 11, 1)).sentences
    keys = [[link.key for link in row.links] for row in rows]
    assert [key for key in keys if key] == [["doi:10.1000/abc1"]] * 2 + [["doi:10.1000/abc2"]]


@pytest.mark.parametrize("words", ["In all these studies", "All of the studies say that", "Both trials found that"])
def test_talk_of_all_studies_stands_on_the_list_above_it(words):
    other = "[Effects of honey on bad coughs](https://doi.org/10.1000/abc2)"
    text = f"# Zinc\n\nThere are two studies:\n\n- {LINK}\n- {other}\n\n{words} zinc lowers pain.\n"
    rows = assess(read(text, "markdown"), today=date(2026, 11, 1)).sentences
    assert [link.key for link in rows[-1].links] == ["doi:10.1000/abc1", "doi:10.1000/abc2"]


@pytest.mark.parametrize("lead", ["says the following of", "gives these accounts of"])
def test_a_lead_in_hands_its_source_on_and_cites_nothing_itself(lead):
    said = "> Zinc shortens colds.\n>\n> Zinc lowers pain."
    text = f"Zoe Reed [{lead} colds](https://doi.org/10.1000/abc1) at home:\n\n{said}"
    assert tied(text) == [False, True, True]


def test_a_lead_in_keeps_the_source_that_stands_on_the_list():
    assert tied("Zoe Reed gives these accounts of colds [1]:\n\n> Zinc shortens colds." + LIST)[0] is True
