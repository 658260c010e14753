"""Tables of data as rows of Markdown, told from tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.opening.html.inline import Inline, Piece
from evidence.opening.html.leaf_blocks import words_in
from evidence.opening.html.tree import Node


def is_data(node: Node) -> bool:
    """Whether a table holds data; otherwise it only lays out the page, as old pages do."""
    rows = columns = 0
    for inner in node.walk():
        if inner is not node and inner.name in ("table", "ul", "ol", "h1", "h2", "h3", "blockquote", "figure"):
            return False
        if inner.name == "tr":
            rows += 1
            columns = max(columns, sum(child.name in ("td", "th") for child in inner.children))
        if inner.name == "td" and inner.words > 1500:
            return False
    return rows >= 2 and columns >= 2


def rows_of(inline: Inline, table: Node) -> Iterator[list[Piece]]:
    """The pieces of each row, with the rule that Markdown wants behind the first; a cell is one line."""
    first = True
    for row in [inner for inner in table.walk() if inner.name == "tr" and id(inner) not in inline.dropped]:
        cells = [cell for cell in row.children if cell.name in ("td", "th")]
        if not cells:
            continue
        pieces: list[Piece] = []
        for cell in cells:
            pieces.append(("| ", cell.start))
            pieces += [(text.replace("|", "/").replace("\n", " "), at) for text, at in words_in(inline, cell)]
            pieces.append((" ", cell.start))
        yield [*pieces, ("|", row.start)]
        if first:
            yield [("|---" * max(2, len(cells)) + "|", row.start)]
        first = False
