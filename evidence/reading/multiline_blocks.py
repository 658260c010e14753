"""Where blocks that may take several lines end: code, formulas, tables, the definitions of footnotes.

`code`, `formula`, `table` and `note` take the lines, the place of one and its `body`. They return the place of the line
behind the block that begins there, or 0 where none does.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line

_INDENT = ("    ", "\t")
_MOST_OF_A_FORMULA = 40
"""Lines of one [house]."""
_ENVIRONMENT = lazily(
    r"[ \t]{0,9}\\begin\{(?P<name>(?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|split"
    r"|array)\*?)\}"
)
_WORDS = lazily(r"(?<![\\\w])[A-Za-z]{2,}(?:[ \t]+[A-Za-z]{2,}){2}")
"""Three words in a row, which are no symbols."""


def code(lines: Sequence[Line], place: int, body: str, *, indented: bool) -> int:
    """Code between two lines of "```" or "~~~", or to the end of the text without the second.

    With `indented` also code set in by four spaces or a tab.
    """
    if fence := markdown_lines.fence_of(body):
        last = place + 1
        while last < len(lines) and not lines[last].body.lstrip().startswith(fence):
            last += 1
        return min(last + 1, len(lines))
    if not indented or not body.startswith(_INDENT) or markdown_lines.bullet_length(body):
        return 0
    last = place + 1
    while last < len(lines) and lines[last].body.startswith(_INDENT):
        last += 1
    return last


def formula(lines: Sequence[Line], place: int, body: str) -> int:
    """A formula on lines of its own, between two marks of "$$" (TeX; Pandoc, `tex_math_dollars`) or in an environment
    of LaTeX, as R Markdown has them; words stay prose."""
    opened = _ENVIRONMENT.match(body)
    if not opened and not body.lstrip().startswith("$$"):
        return 0
    closes = f"\\end{{{opened['name']}}}" if opened else "$$"
    begun = opened.end() if opened else len(body) - len(body.lstrip()) + 2
    for last in range(place, min(len(lines), place + _MOST_OF_A_FORMULA)):
        said = lines[last].body[begun if last == place else 0 :].strip()
        if lines[last].blank or _WORDS.search(said):
            return 0
        if said.endswith(closes):
            return last + 1
    return 0


def table(lines: Sequence[Line], place: int, body: str) -> int:
    """A table, whose second line parts its head from its rows; a grid table begins with such a line."""
    if place + 1 >= len(lines):
        return 0
    below = lines[place + 1].body
    framed = body.lstrip().startswith("+") and "|" in below and markdown_lines.is_table_rule(body)
    if not framed and ("|" not in body or not markdown_lines.is_table_rule(below)):
        return 0
    last = place + 1
    while last < len(lines) and ("|" in lines[last].body or markdown_lines.is_table_rule(lines[last].body)):
        last += 1
    return last


def note(lines: Sequence[Line], place: int, body: str) -> int:
    """The definition of a footnote: up to the next one, or to a blank line behind which nothing is set in."""
    if not markdown_lines.note_length(body):
        return 0
    last = place + 1
    while last < len(lines) and not markdown_lines.note_length(lines[last].body):
        if lines[last].blank and not _goes_on(lines, last):
            break
        last += 1
    return last


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether the line behind a blank one is set in, as a further paragraph of a note is."""
    following = lines[place + 1] if place + 1 < len(lines) else None
    return following is not None and not following.blank and following.body.startswith(_INDENT)


def text_of_note(text: str, first: Line, last: Line) -> tuple[str, int, int]:
    """The name of the footnote defined from line `first` to `last`, and start and end of its words in `text`."""
    start = first.content + markdown_lines.note_length(first.body)
    name = first.body.lstrip()[2:].partition("]")[0]
    words = text[start : last.end]
    start += len(words) - len(words.lstrip())
    return name, start, start + len(words.strip())
