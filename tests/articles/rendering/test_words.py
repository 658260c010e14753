"""What readers see of a text, as words alone."""

from __future__ import annotations

import pytest

from articles.rendering.markdown import to_html
from articles.rendering.words import plain, words_of


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 make 6.",
        "A snake_case_name stays.",
        "AT&T and P < 0.05.",
        "-5 degrees.",
        "Dose: [unknown].",
        "P(A | B) is small.",
        "a|b",
    ],
)
def test_signs_that_mark_nothing_stay(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**Zinc** and *L. reuteri* help.", "Zinc and L. reuteri help."),
        ("The gene `MTHFR` matters.", "The gene MTHFR matters."),
        ("`2 * 3` is code.", "2 * 3 is code."),
        ("A \\*star\\* that is meant.", "A *star* that is meant."),
        ("**The first half of bold words.", "The first half of bold words."),
        ("The other half.**", "The other half."),
        ("See [the trial](https://example.org/a) and ![a chart](x.png).", "See the trial and a chart."),
        ("It helps [@key1; @key2].[^a]", "It helps."),
        ("Zinc lozenges | 96 | a shorter cold", "Zinc lozenges, 96, a shorter cold"),
        ("Fish &amp; oil,\nin two lines.", "Fish & oil, in two lines."),
        ("10<sup>9</sup> cells, H<sub>2</sub>O, x<sup>th</sup>.", "10⁹ cells, H₂O, xth."),
    ],
)
def test_a_sentence_is_given_as_readers_see_it(text: str, seen: str) -> None:
    assert plain(text) == seen


def test_a_text_is_given_block_by_block_without_numbers_of_references() -> None:
    blocks = ["## Zinc `x`", "- *one*\n- two [@key1]", "| a | b |\n|---|---|\n| 1 | `2` |", "```\nif *x*\nend\n```"]
    body = "\n\n".join([*blocks, "Said[^n].", "[^n]: So."])
    assert words_of(to_html(body, {"key1": 1})).split("\n\n") == [
        *("Zinc x", "one", "two", "a, b", "1, 2", "if *x*", "end", "Said."),
        *("Notes", "So."),
    ]


def test_buttons_of_claims_are_no_words_of_the_text() -> None:
    mark = '<mark class="claim" id="claim-0">Zinc helps.</mark><button class="tag tag-weak">One <b>study</b></button>'
    assert words_of(f"<p>{mark} More.</p>") == "Zinc helps. More."
