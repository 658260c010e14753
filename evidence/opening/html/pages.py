"""A saved web page as the text that its readers see, in Markdown, with what the page says about itself.

The engine reads this text, and a document's offsets count its code points. `places` leads back into the page, so that
a report can name the line of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence.language.patterns import lazily
from evidence.opening.html import furniture, google_docs, shown_words
from evidence.opening.html.anchors import notes_of
from evidence.opening.html.block_elements import Blocks
from evidence.opening.html.boilerplate import article_of, left_out
from evidence.opening.html.inline import Inline
from evidence.opening.html.markdown_blocks import Place, text_of
from evidence.opening.html.metadata import meta_of
from evidence.opening.html.tree import tree_of
from evidence.values import LeftOut

_HTML = lazily(
    r"\ufeff?\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,2000}-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head>|<body[\s>])",
    re.IGNORECASE,
)
_LINE_END = lazily(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class WebPage:
    """The text of a page and its front matter in effect (`meta`).

    `places` are a place in the text with the line and column of the page that it comes from, in order, from 1;
    `left_out` are the parts of the page that are not in the text.
    """

    text: str
    meta: Mapping[str, Any]
    places: tuple[tuple[int, int, int], ...]
    left_out: tuple[LeftOut, ...] = ()


def is_page(text: str) -> bool:
    """Whether a text is a whole web page rather than prose with some markup."""
    return _HTML.match(text[:4000]) is not None


def read_page(page: str) -> WebPage:
    """Reads a page. Raises TooManyElementsError (a ValueError)."""
    root, nodes = tree_of(page)
    remarks = google_docs.settle(nodes)
    shown_words.settle(nodes)
    article = article_of(root, nodes)
    dropped = left_out(root, nodes, article) | remarks
    blocks = Blocks(Inline(notes_of(nodes, dropped), dropped, {}))
    blocks.children(root, Place())
    blocks.refs()
    heading = next(
        (node.plain(300) for node in nodes if node.name == "h1" and id(node) not in dropped and node.words), ""
    )
    text, places = text_of(blocks.found)
    starts = [0, *(end.end() for end in _LINE_END.finditer(page))]
    parts = tuple(
        LeftOut(kind, bisect_right(starts, start), words) for kind, start, words in furniture.parts(root, dropped)
    )
    return WebPage(text, meta_of(nodes, heading), tuple(_lines(places, starts)), parts)


def _lines(places: Iterable[tuple[int, int]], starts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    for place, start in places:
        line = bisect_right(starts, start)
        yield place, line, start - starts[line - 1] + 1
