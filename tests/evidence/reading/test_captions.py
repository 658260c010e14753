from __future__ import annotations

import pytest

from evidence.reading.documents import read


def said(block: str) -> list[tuple[str, str]]:
    document = read(f"# Zinc\n\nSleep is good.\n\n{block}\n\nLast words stand here.\n", "markdown")
    assert document.sentences[-1].text == "Last words stand here."
    return [(sentence.text, sentence.place) for sentence in document.sentences[1:-1]]


def captions(block: str) -> list[str]:
    document = read(f"# Zinc\n\nSleep is good.\n\n{block}\n\nLast words stand here.\n", "markdown")
    return [found.text for found in document.not_prose if found.kind == "caption"]


@pytest.mark.parametrize(
    "block",
    [
        "<figure>\n<figcaption>\n\nOne runner in spring. Honey cures asthma.\n\n</figcaption>\n</figure>",
        "<figcaption>One runner in spring. Honey cures asthma.</figcaption>",
        "![A jar](jar.png)\n*One runner in spring. Honey cures asthma.*",
    ],
)
def test_a_caption_that_claims_outright_is_a_claim(block: str) -> None:
    assert [(text.strip("*"), place) for text, place in said(block)] == [("Honey cures asthma.", "caption")]


@pytest.mark.parametrize(
    "block",
    [
        "<figcaption>Tea is drunk by most patients.",
        f"<figcaption>\n{'Tea is drunk by most patients. ' * 50}\n</figcaption>",
        "<figcaption>\n## Tea\nTea is drunk by most patients.\n</figcaption>",
        "<figcaption>Tea.</figcaption> It is drunk by most patients.",
        "*Tea is drunk by most patients.*",
        "![A jar](jar.png)\n\n*Tea is drunk by most patients.*",
        "![A jar](jar.png)\n*Tea* is drunk by most patients.",
        "![A jar](jar.png)\n*Tea is drunk by most patients.*\nIt is warm.",
        "Photo: Ada Byron\n*Tea is drunk by most patients.*",
        "![A jar](jar.png)\n*Tea is drunk by most patients. Take 500 mg of zinc.*",
        "<figcaption>Tea is drunk by most patients. You must avoid grapefruit with statins.</figcaption>",
        "<figcaption>Tea is drunk by most patients, and sugar is addictive.</figcaption>",
    ],
)
def test_what_may_be_prose_stays_prose(block: str) -> None:
    assert any("drunk by most patients" in text and not place for text, place in said(block))


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("<figcaption>\n\nHow far one runner ran.\n\n</figcaption>", "How far one runner ran."),
        ('<figure class="wide"><figcaption class="small">How far she ran.</figcaption></figure>', "How far she ran."),
        ("![A road](road.png)\n_How far she ran. And back._", "_How far she ran. And back._"),
    ],
)
def test_what_a_picture_shows_is_no_prose(block: str, words: str) -> None:
    assert captions(block)[-1] == words
    assert said(block) == []


def test_tags_that_are_shown_as_written_hide_nothing() -> None:
    document = read("<figcaption>Tea is drunk by most patients.</figcaption>\n\nTea.", "markdown", html=False)
    assert not document.sentences[0].place
