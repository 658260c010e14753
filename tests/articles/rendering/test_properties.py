"""Whatever is typed, the HTML is safe and well formed, and marks change nothing but the marking."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.rendering.body import Mark, render_body
from articles.rendering.markdown import sanitise
from tests.drawing import examples

PIECES = st.sampled_from(
    [
        *("word", "Two words. ", "A sentence! ", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "[", "]", "(", ")"),
        *(
            "[@key1]",
            "[1]",
            "[1-2]",
            "[^a]",
            "\n[^a]: note\n",
            "# ",
            "- ",
            "> ",
            "1. ",
            "| a | b |\n|---|---|\n| c. | d |\n",
        ),
        *(
            "<script>",
            "</p>",
            "<sub>",
            "</sub>",
            "<sup>",
            "<br>",
            "&amp;",
            "&#106;",
            "<",
            ">",
            '"',
            "'",
            "\\",
            "~",
            "^",
        ),
        *(
            "[x](https://e.org)",
            "![x](/media/a.png)",
            "[x](javascript:a)",
            "<https://e.org/A. B>",
            "http://e.org",
            "    ",
        ),
        *(
            "\u00a0",
            "\u2060",
            "\u200b",
            "é",
            "漢字。",
            "\U00012470",
            "\U00012474",
            "%F0%92%91%B0",
            "\x00",
            "\t",
            "—",
            "”",
            "\r\n",
        ),
    ]
)
BODIES = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join)


@st.composite
def marked_bodies(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    body = draw(BODIES)
    cuts = sorted(draw(st.lists(st.integers(0, max(1, len(body))), max_size=8)))
    marks = [
        Mark(
            index,
            start,
            end,
            draw(st.sampled_from(["supported", "weak", "none"])),
            ("One study",) * draw(st.integers(0, 2)),
        )
        for index, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False))
    ]
    return body, marks


class Nesting(HTMLParser):
    """Fails on an element that is not closed in order, and on a mark inside a mark."""

    VOID = frozenset({"br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "mark" and "mark" in self.stack)
        assert not (tag == "button" and "a" in self.stack), "a button inside a link"
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def bare(html: str) -> str:
    """The HTML without our own marks."""
    html = re.sub(r'<ul class="beside".*?</ul>|<button class="tag .*?</button>', "", html, flags=re.DOTALL)
    return re.sub(r'</?mark\b[^>]*>|<span class="keep(?: lone)?">|</span>|\u2060', "", html)


def test_signs_that_are_put_aside_for_the_sanitiser_come_back() -> None:
    signs = "".join(chr(code) for code in range(0x80, 0x100))
    page = f'<p><a href="/x?a=1&amp;b={signs}">{signs} &amp;lt; &amp;amp; &lt;b&gt; &amp;#106;</a></p>'
    assert sanitise(page) == page.replace("\xa0", "&nbsp;")
    assert sanitise('<a href="&amp;#106;avascript:a">x</a><a href="http://\xa0/">y</a>') == "<a>x</a><a>y</a>"


@pytest.mark.drawn(1)
@settings(max_examples=examples(400), deadline=None)
@given(marked_bodies())
def test_marks_change_nothing_but_the_marking(case: tuple[str, list[Mark]]) -> None:
    body, marks = case
    plain = render_body(body, (), {"key1": 1, "b": 2})
    shown = render_body(body, marks, {"key1": 1, "b": 2})
    assert bare(shown) == bare(plain)
    assert sanitise(plain) == plain
    assert not re.search("[\U00012470-\U00012474]", shown)


@pytest.mark.drawn(1)
@settings(max_examples=examples(400), deadline=None)
@given(marked_bodies())
def test_elements_nest_and_ids_are_unique(case: tuple[str, list[Mark]]) -> None:
    body, marks = case
    nesting = Nesting()
    nesting.feed(render_body(body, marks, {"key1": 1, "b": 2}))
    nesting.close()
    assert nesting.stack == []
    assert len(nesting.ids) == len(set(nesting.ids))


@pytest.mark.drawn(1)
@settings(max_examples=examples(200), deadline=None)
@given(marked_bodies())
def test_the_preview_is_as_safe_as_the_page(case: tuple[str, list[Mark]]) -> None:
    body, marks = case
    nesting = Nesting()
    nesting.feed(render_body(body, marks, {}, preview=True))
    assert nesting.stack == []
