"""What readers see of a text, as words alone: of a sentence of Markdown, and of the HTML of a whole text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.rendering.claim_marks import WORD_JOINER

_KEYS = re.compile(r"\s*\[(?:[^\[\]]*@|\^)[^\[\]]*\]")
_BAR = re.compile(r"\s\|\s(?![^()]{0,80}\))")
"""Between cells of a row of a table; within parentheses it is a sign of its own, as in "p(A | B)"."""
_LONGEST = 4_000
"""Letters of a sentence that is parsed [house]; of a longer one, which nobody wrote by hand, only the keys go."""
_INDEX = re.compile(r"<(su[bp])>([^<>]{1,20})</\1>|<br ?/?>")
_SIGNS = "0123456789+-()"
_SMALL = {"sup": str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"), "sub": str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")}
_INLINE = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).disable(["text_join", "fragments_join"])
"""Without joining, a star that was written as "\\*" is told from one that opens or closes emphasis."""


def plain(text: str) -> str:
    """A sentence of Markdown as readers see it, without the keys of works; cells of a table's row are told apart by
    commas. One that is cut out of a longer emphasis has half of its stars: they go too."""
    text = _KEYS.sub("", text)
    if len(text) > _LONGEST:
        return text.strip()
    text = _BAR.sub(", ", text)
    return " ".join(_INDEX.sub(_small, _joined(_INLINE.parseInline(text)[0].children or [])).split())


def _joined(tokens: list[Token]) -> str:
    out = ""
    runs = [(is_sign, list(run)) for is_sign, run in groupby(tokens, _is_sign)]
    for place, (is_sign, run) in enumerate(runs):
        words = "".join(_content(one) for one in run)
        after = "".join(_content(one) for one in runs[place + 1][1]) if place + 1 < len(runs) else ""
        if not is_sign or _stands_for_itself(out[-1:], after[:1]):
            out += words
    return out


def _is_sign(token: Token) -> bool:
    """Whether it is a star or underscore that opens or closes nothing here."""
    return token.type == "text" and token.content in ("*", "_")


def _content(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return _joined(token.children) if token.type == "image" and token.children else token.content


def _stands_for_itself(before: str, after: str) -> bool:
    """Whether a star or underscore is a sign of its own, as in "2 * 3" and snake_case."""
    return before.strip() == after.strip() == "" or (before.isalnum() and after.isalnum())


def _small(found: re.Match[str]) -> str:
    return _index(found[1], found[2]) if found[1] else " "


def _index(tag: str, words: str) -> str:
    """Figures that stand high or low in signs that do so too: 10⁵ is not 105."""
    return words.translate(_SMALL[tag]) if words and all(sign in _SIGNS for sign in words) else words


# --- A whole text ------------------------------------------------------------------------------------------

_BLOCKS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "div", "section"})
_BLOCKS |= {"figure", "figcaption", "table", "thead", "tbody", "tr"}
_ASIDE = frozenset({"tag", "cite", "footnote-ref", "footnote-backref", "beside"})
"""Classes of what stands in the text without being of it: buttons, numbers, lists of the claims of a table."""
_VOID = frozenset({"br", "hr", "img"})


def words_of(html: str) -> str:
    """The words of sanitised HTML as readers see them, each block in a paragraph, rows of tables with commas.

    Buttons of claims and numbers of references are left out; a picture is there with what it is said to show.
    """
    reader = _Words()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return "\n\n".join(reader.blocks)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.parts: list[str] = []
        self.aside = 0
        """How many elements are open that are left out, and those in them."""
        self.index = ""
        self.in_code = False

    def end_block(self) -> None:
        words = "".join(self.parts).replace(WORD_JOINER, "")
        lines = words.splitlines() if self.in_code else [words]
        self.blocks += filter(None, (" ".join(line.split()).removeprefix(", ").replace(" , ", ", ") for line in lines))
        self.parts.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if self.aside or not _ASIDE.isdisjoint((facts.get("class") or "").split()):
            self.aside += tag not in _VOID
            return
        if tag in _BLOCKS:
            self.end_block()
        self.in_code = self.in_code or tag == "pre"
        self.index = tag if tag in _SMALL else ""
        if tag in ("td", "th"):
            self.parts.append(", ")
        elif tag == "br":
            self.parts.append(" ")
        elif tag == "img" and facts.get("alt"):
            self.parts.append(f" (Picture: {facts['alt']}) ")

    def handle_endtag(self, tag: str) -> None:
        if self.aside:
            self.aside -= tag not in _VOID
            return
        if tag in _BLOCKS:
            self.end_block()
        self.in_code = self.in_code and tag != "pre"
        self.index = ""

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.parts.append(_index(self.index, data) if self.index else data)
