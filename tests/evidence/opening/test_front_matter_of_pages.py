"""Front matter above a web page, as Jekyll and Eleventy keep it, is no prose; what it claims is judged all the same."""

from __future__ import annotations

import pytest

from evidence import open_document

PAGE = "<h1>Mint</h1>\n<p>Mint is green.</p>\n"


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Mint cures cancer\n---\n",
        "---\nlayout: [home\n---\n",
        "---\nMint grows in many gardens of the town.\n---\n",
    ],
)
def test_what_claims_something_or_is_no_front_matter_is_read(front: str) -> None:
    document = open_document("page.html", (front + PAGE).encode()).document
    assert len(document.sentences) > 1


def test_front_matter_of_a_page_is_no_prose_and_says_what_the_page_does_not() -> None:
    front = "---\nlayout: home\nauthor: Ada Moe\ntitle: Another\n---\n"
    document = open_document("page.html", (front + PAGE).encode()).document
    assert [one.text for one in document.sentences] == ["Mint is green."]
    assert document.title == "Mint"
    assert document.byline == "Ada Moe"


def test_places_in_the_page_stay_those_of_the_file() -> None:
    front = "---\nlayout: home\n---\n"
    document = open_document("page.html", (front + PAGE).encode()).document
    plain = open_document("page.html", ("\n" * front.count("\n") + PAGE).encode()).document
    assert [line for _, line, _ in document.places] == [line for _, line, _ in plain.places]
