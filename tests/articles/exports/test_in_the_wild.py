"""Exports as WordPress and Ghost write them, with what plugins and their older editors put in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articles.exports import ghost_cards, lexical, mobiledoc
from articles.exports.posts import Post
from tests.articles.exports import samples
from tests.articles.exports.test_exports import read, taken

PICTURE = {
    "title": "zinc",
    "link": "https://old.example/?attachment_id=9",
    "wp:post_type": "attachment",
    "wp:status": "inherit",
    "wp:post_id": "9",
    "wp:attachment_url": "https://old.example/wp-content/uploads/2019/05/zinc.jpg",
    "content:encoded": "",
    "excerpt:encoded": "<![CDATA[Lozenges in a dish]]>",
}


def meta(**said: str) -> str:
    rows = (
        f"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
        "</wp:postmeta>"
        for key, value in said.items()
    )
    return "".join(rows)


def item(text: str, beside: str = "", **said: str) -> str:
    made = samples.item(**{"content:encoded": f"<![CDATA[{text}]]>", **said})
    return made.replace("</item>", f"{beside}</item>")


def only(*items: str) -> tuple[dict[str, Any], str]:
    (post,) = taken("blog.xml", samples.wordpress(*items))
    return read(post)


# --- WordPress -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("notes", ["", "[", "{}", "[1]", '[{"id": 1}]', "[" * 99_999])
def test_notes_that_are_none_add_none(notes: str) -> None:
    _, body = only(item("<!-- wp:paragraph --><p>Zinc helped.</p><!-- /wp:paragraph -->", meta(footnotes=notes)))
    assert body.startswith("Zinc helped.")
    assert "undefined" not in body


def test_notes_beside_the_text_come_to_their_marks() -> None:
    text = (
        '<!-- wp:paragraph --><p>Zinc helped.<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup></p>'
        "<!-- /wp:paragraph --><!-- wp:footnotes /-->"
    )
    notes = json.dumps([{"content": "A trial of 80 adults, 2019.", "id": "a1"}])
    _, body = only(item(text, meta(footnotes=notes)))
    assert "A trial of 80 adults, 2019." in body
    mark = body.split("Zinc helped.")[1].split()[0]
    assert mark.startswith("[^")
    assert f"{mark}:" in body


def test_pictures_named_by_number_are_shown_with_what_the_library_says_of_them() -> None:
    picture = samples.item(**PICTURE).replace("</item>", meta(_wp_attachment_image_alt="Zinc in a dish") + "</item>")
    shown = "![Zinc in a dish](https://old.example/wp-content/uploads/2019/05/zinc.jpg)"
    for text, beside in (('Before.\n\n[gallery ids="9,10"]\n\nBehind.', ""), ("Before.", meta(_thumbnail_id="9"))):
        _, body = only(item(text, beside), picture)
        assert shown in body
        assert "Lozenges in a dish" in body
        assert "gallery" not in body
    _, body = only(item("Before."), picture)
    assert "![" not in body


def test_captions_of_old_versions_and_paragraphs_of_the_old_editor_are_kept() -> None:
    text = (
        'First line.\n\n[caption id="a" caption="Lozenges & honey"]<img src="/z.png" alt="Zinc" />[/caption]\n\n'
        '<p style="text-align: center">Centred.</p>\n\nLast line.'
    )
    _, body = only(item(text))
    assert body.startswith("First line.\n\n")
    assert "![Zinc](/z.png)" in body
    assert "Lozenges & honey" in body
    assert body.rstrip().endswith("Centred.\n\nLast line.")


def test_a_shared_block_stands_where_it_is_named() -> None:
    block = item("<p>Ask your doctor.</p>", **{"wp:post_type": "wp_block", "wp:post_id": "77"})
    _, body = only(item('<p>Zinc helped.</p><!-- wp:block {"ref":77} /-->'), block)
    assert "Ask your doctor." in body


def test_several_authors_and_earlier_addresses_are_known() -> None:
    terms = (
        '<category domain="author" nicename="cap-ann"><![CDATA[ann]]></category>'
        '<category domain="author" nicename="cap-bo-coe"><![CDATA[Bo Coe]]></category>'
    )
    said, _ = only(item("Zinc helped.", terms + meta(_wp_old_slug="zinc-old", _edit_last="1")))
    assert said["author"] == ["Ann Poe", "Bo Coe"]
    assert said["aliases"] == ["/?p=12", "https://old.example/2019/05/zinc-old/"]


@pytest.mark.parametrize("status", ["draft", "private", "pending", "future"])
def test_what_was_not_out_has_no_day_of_publication(status: str) -> None:
    said, body = only(item("Zinc helped.", **{"wp:status": status}))
    assert "published" not in said
    assert body == "Zinc helped."


# --- Ghost -----------------------------------------------------------------------------------------------------------

SECTIONS = {
    "version": "0.3.1",
    "atoms": [["soft-return", "", {}]],
    "cards": [
        ["image", {"src": "__GHOST_URL__/content/images/z.png", "alt": "Zinc", "caption": "A <em>dish</em>"}],
        ["hr", {}],
        ["email-cta", {"html": "Subscribe"}],
    ],
    "markups": [["strong"], ["a", ["href", "https://doi.org/10.1000/a"]], ["script"]],
    "sections": [
        [1, "h2", [[0, [], 0, "Zinc <and> colds"]]],
        [1, "p", [[0, [], 0, "It "], [0, [0], 1, "helped"], [0, [], 0, " in "], [0, [1], 1, "a trial"], [1, [], 0, 0]]],
        [3, "ol", [[[0, [], 0, "one"]], [[0, [2], 1, "two"]]]],
        [10, 0],
        [10, 1],
        [10, 2],
        [10, 99],
        [1, "script", [[0, [], 0, "words"]]],
    ],
}


def test_sections_of_mobiledoc_are_read_with_their_marks() -> None:
    (post,) = taken("g.json", samples.ghost({**samples.GHOST_POST, "html": None, "mobiledoc": json.dumps(SECTIONS)}))
    _, body = read(post)
    assert "## Zinc &lt;and> colds" in body
    assert "It **helped** in [a trial](https://doi.org/10.1000/a)" in body
    assert "1. one\n2. two" in body
    assert "![Zinc](/content/images/z.png)" in body
    assert "A *dish*" in body
    assert "Subscribe" not in body
    assert isinstance(post, Post)
    assert b"<script" not in post.data


@pytest.mark.parametrize(
    "document",
    [
        None, [], {"sections": 3}, {"sections": [[], [1], [1, "p"], [1, "p", [[0]]], [3, "ul", 3], [10], [9, 9]]},
        {"sections": [[1, "p", [[0, [5], 9, "a"], [1, [], 0, 7], [0, [], "x", None]]]]},
    ],
)  # fmt: skip
def test_what_is_no_mobiledoc_breaks_nothing(document: Any) -> None:
    assert "<script" not in mobiledoc.as_html(document)


CARDS = (
    ({"type": "markdown", "markdown": "Zinc **helped**."}, "<strong>helped</strong>"),
    ({"type": "gallery", "images": [{"src": "/a.png", "alt": "A"}, {"src": "/b.png"}]}, 'src="/b.png"'),
    ({"type": "callout", "calloutText": "Ask <b>first</b>."}, "<p>Ask <b>first</b>.</p>"),
    ({"type": "toggle", "heading": "Who?", "content": "<p>Adults.</p>"}, "<h3>Who?</h3><p>Adults.</p>"),
    ({"type": "bookmark", "url": "https://a.example/", "metadata": {"title": "A & B"}}, ">A &amp; B</a>"),
    ({"type": "embed", "url": "https://v.example/1", "html": "<iframe></iframe>"}, ">https://v.example/1</a>"),
    ({"type": "button", "buttonText": "Shop", "buttonUrl": "https://s.example/"}, ">Shop</a>"),
    ({"type": "codeblock", "code": "a < b"}, "a &lt; b"),
    ({"type": "signup", "header": "Join"}, ""),
    ({"type": "image", "src": "", "alt": "none"}, ""),
)


@pytest.mark.parametrize(
    ("node", "shown"), CARDS, ids=lambda value: value.get("type") if isinstance(value, dict) else ""
)
def test_cards_of_lexical_are_read(node: dict[str, Any], shown: str) -> None:
    html = lexical.as_html({"root": {"children": [node]}})
    assert shown in html
    assert bool(html) == bool(shown)
    assert "<iframe" not in html


def test_nodes_within_each_other_without_end_are_left() -> None:
    node: dict[str, Any] = {"type": "text", "text": "deep"}
    for _ in range(500):
        node = {"type": "paragraph", "children": [node]}
    assert "deep" not in lexical.as_html({"root": node})
    assert ghost_cards.card("nobody knows", {}) == ""


def test_the_picture_above_a_post_comes_with_its_text_and_its_first_address() -> None:
    data = json.loads(samples.ghost({**samples.GHOST_POST, "feature_image": "__GHOST_URL__/content/top.png"}))
    data["db"][0]["data"]["posts_meta"] = [
        {"post_id": "p1", "feature_image_alt": "Snow", "feature_image_caption": "<i>Photo</i> Ann Poe"}
    ]
    data["db"][0]["data"]["posts"][0]["canonical_url"] = "https://first.example/zinc/"
    (post,) = taken("g.json", json.dumps(data).encode())
    said, body = read(post)
    assert body.startswith("![Snow](/content/top.png)")
    assert "Photo" in body
    assert said["canonical"] == "https://first.example/zinc/"
