"""What stands within a line of a file and is not shown: the sentence is judged without it, and keeps its place."""

from __future__ import annotations

import pytest

from evidence import read

UNSEEN = {
    "a drawing with a title": "<svg><title>Honey prevents cancer.</title></svg>",
    "a drawing with title and words": '<svg width="9"><title>Milk.</title><desc>Honey prevents cancer.</desc></svg>',
    "a drawing in a drawing": "<svg><svg></svg><title>Honey prevents cancer.</title></svg>",
    "a style sheet": "<style>p::after { content: 'Honey prevents cancer.' }</style>",
    "a script": '<script>say("Honey prevents cancer.")</script>',
    "a template": "<template>Honey prevents cancer.</template>",
    "in capitals": "<SVG><TITLE>Honey prevents cancer.</TITLE></SVG>",
    "a hidden span": "<span hidden>Honey prevents cancer.</span>",
    "a span that is not displayed": '<span style="color:red; display: none">Honey prevents cancer.</span>',
    "invisible emphasis": "<em style='visibility:hidden'>Honey prevents cancer.</em>",
    "a hidden link": '<a href="/x" hidden="hidden">Honey prevents cancer.</a>',
    "a hidden span with another in it": "<span hidden>Honey <span>prevents</span> cancer.</span>",
    "over two lines": "<span hidden>Honey\nprevents cancer.</span>",
    "a comment of MDX": "{/* Honey prevents cancer. */}",
    "a comment of MDX over two lines": "{/* Honey\nprevents cancer. */}",
    "a comment of Obsidian": "%% Honey prevents cancer. %%",
    "a comment of HTML": "<!-- Honey prevents cancer. -->",
    "a comment of HTML with tags": "<!-- <b>Honey</b> prevents cancer. -->",
    "a short comment": "{/*Honey prevents cancer.*/}",
}


@pytest.mark.parametrize("hidden", UNSEEN.values(), ids=UNSEEN)
def test_a_sentence_is_judged_without(hidden: str) -> None:
    text = f"Sleep is good. Zinc {hidden} is a metal in food. Last words stand here."
    document = read(text, "markdown")
    seen = document.as_seen or document
    prose = [" ".join(one.text.split()) for one in seen.sentences]
    assert prose == ["Sleep is good.", "Zinc is a metal in food.", "Last words stand here."]
    assert [one.place for one in document.sentences] == ["", "", ""]
    assert all(text[one.start : one.end] == one.text for one in document.sentences)


SHOWN = {
    "code": "`<svg><title>Honey prevents cancer.</title></svg>`",
    "code of two ticks": "``{/* Honey prevents cancer. */}``",
    "a drawing never closed": "<svg><title>Honey prevents cancer.",
    "a hidden span never closed": "<span hidden>Honey prevents cancer.",
    "a comment never closed": "{/* Honey prevents cancer.",
    "percent signs never closed": "%% Honey prevents cancer.",
    "a class called hidden": '<span class="hidden-gem">Honey prevents cancer.</span>',
    "data called hidden": '<span data-hidden="1">Honey prevents cancer.</span>',
    "a title that speaks of hiding": '<span title="a hidden gem">Honey prevents cancer.</span>',
    "a style shown in the end": '<span style="display:none;display:inline">Honey prevents cancer.</span>',
    "hidden and displayed": '<span hidden style="display: inline">Honey prevents cancer.</span>',
    "another colour": '<span style="color: red">Honey prevents cancer.</span>',
    "a frame for those without scripts": "<noscript>Honey prevents cancer.</noscript>",
    "three percent signs": "%%% Honey prevents cancer. %%%",
}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_readers_see_and_the_engine_reads(shown: str) -> None:
    document = read(f"Zinc {shown} is a metal in food.", "markdown")
    seen = document.as_seen or document
    assert "Honey prevents cancer" in " ".join(one.text for one in seen.sentences)


@pytest.mark.parametrize("hidden", UNSEEN.values(), ids=UNSEEN)
def test_nothing_hides_where_tags_are_shown_as_they_are_written(hidden: str) -> None:
    document = read(f"Zinc {hidden} is a metal.", "markdown", html=False)
    words = " ".join(" ".join(one.text.split()) for one in (document.as_seen or document).sentences)
    assert "cancer" in words
    assert "Zinc" in words


def test_a_block_of_code_shows_what_it_holds() -> None:
    fenced = "```html\nHoney <span hidden>prevents</span> cancer.\n```"
    document = read(f"Zinc is grey.\n\n{fenced}\n\nIt melts.", "markdown")
    assert "<span hidden>" in (document.as_seen or document).text
