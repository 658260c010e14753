"""The picture that front matter sets above a post."""

from __future__ import annotations

from datetime import date

import pytest

from articles.exports.lead_picture import with_lead_picture
from articles.services.recognising import recognise
from evidence.reading.front_matter import split_front_matter

BODY = "Milk helps some people sleep.\n"


def led(front: str, body: str = BODY) -> str:
    meta, _ = split_front_matter(f"---\n{front}\n---\n")
    return with_lead_picture(body, meta)


@pytest.mark.parametrize(
    "front",
    [
        "title: Milk",
        "image: true",
        "image: 12",
        "image: ''",
        "cover: '#ffcc00'",
        "image: 'javascript:alert(1)//x.png'",
        "image: data:image/png;base64,AAAA",
        "image: no-picture.pdf",
        "image: {alt: a glass}",
        "header: {overlay_color: '#333'}",
        "images: []",
        f"image: {'x' * 2000}.png",
    ],
)
def test_what_names_no_picture_changes_nothing(front: str) -> None:
    assert led(front) == BODY


@pytest.mark.parametrize(
    ("front", "begins"),
    [
        pytest.param("image: /assets/milk.jpg", "![](/assets/milk.jpg)", id="Jekyll"),
        pytest.param("image: {path: /a/milk.jpg, alt: A glass}", "![A glass](/a/milk.jpg)", id="Jekyll SEO"),
        pytest.param("header: {image: /a/milk.jpg, caption: 'By *Roe*'}", '![](/a/milk.jpg "By *Roe*")', id="Minimal"),
        pytest.param(
            "cover: {image: milk.jpg, alt: A glass, caption: Jo Roe}", '![A glass](milk.jpg "Jo Roe")', id="PaperMod"
        ),
        pytest.param("featured_image: /images/milk.jpg", "![](/images/milk.jpg)", id="Hugo"),
        pytest.param("images: [milk.png, b.png]", "![](milk.png)", id="Hugo, a list"),
        pytest.param("params: {featuredImage: milk.webp}", "![](milk.webp)", id="Hugo, inner"),
        pytest.param("heroImage: ../milk.jpg\nheroImageAlt: A glass", "![A glass](../milk.jpg)", id="Astro"),
        pytest.param("image: {url: 'https://a.example/i?id=3'}", "![](https://a.example/i?id=3)", id="Astro docs"),
        pytest.param("image: milk.png\nimage-alt: A glass", "![A glass](milk.png)", id="Quarto"),
        pytest.param("cover: '[[A glass.png]]'", "![](/A%20glass.png)", id="Obsidian"),
        pytest.param("image: 'a (1).png'\nimage_alt: 'A [glass] \"x\"'", "![A glass x](a%20%281%29.png)", id="signs"),
        pytest.param("thumbnail: t.png\nfeatured_image: milk.png", "![](milk.png)", id="both"),
    ],
)
def test_the_picture_begins_the_text(front: str, begins: str) -> None:
    assert led(front) == f"{begins}\n\n{BODY}"


def test_a_picture_that_the_text_shows_stands_once() -> None:
    shown = f"![A glass](/uploads/milk.jpg)\n\n{BODY}"
    for address in ("/uploads/milk.jpg", "https://a.example/uploads/milk.jpg", "milk.jpg"):
        assert led(f"image: {address}", shown) == shown


def test_the_draft_of_a_post_begins_with_it() -> None:
    post = f"---\ntitle: Milk\ncover: {{image: milk.jpg, alt: A glass}}\n---\n{BODY}"
    found = recognise(post, "milk.md", today=date(2026, 11, 29))
    assert found.body.startswith("![A glass](milk.jpg)\n\nMilk helps")
    assert [(one.address, one.alt) for one in found.pictures] == [("milk.jpg", "A glass")]
