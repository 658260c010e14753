"""Makes valid `<mark>` elements in HTML, where sentinels say that sentences begin and end.

Where a sentinel would change how the text renders, its mark is given up rather than the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from articles.rendering.sentinels import (
    END,
    ONE,
    START,
    STOP,
    ZERO,
    Mark,
    in_order,
    index_of,
    strip_sentinels,
    with_sentinels,
)

_TOKEN = re.compile(
    rf"""(?P<sentinel>[{START}{END}][{ZERO}{ONE}]+{STOP})|<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?:"[^"]*"|[^>"])*>"""
)
_INLINE = frozenset({"a", "em", "strong", "sup", "sub", "span"})
WORD_JOINER = "\u2060"
_VOID = frozenset({"br", "hr", "img"})
_CLOSED = frozenset({"code", "pre", "table", "h2", "h3", "h4", "h5", "h6"})
"""Elements in which no sentence is marked."""
_FOLLOWED = frozenset({"div", "pre", "h2", "h3", "h4", "h5", "h6"})
"""Closing tags behind which the claims of a table (which stands in a div), of code or of a heading are listed."""
_LETTER = re.compile(r"[^\W_]")
LONG, TAIL = 16, 6
"""Letters from which a last word may break before its last ones where a line is too narrow for word and button; a
shorter one is held whole, so that whoever listens hears a word [house]."""
_TRIES = 40
"""Renders spent on finding the marks that would change the text [house]; the rest is given up."""


_FEWEST_IN_RUN = 3


def linked_numbers(numbers: Iterable[int]) -> str:
    """Links to the reference list, in order; three or more in a row are one: "1–5"."""
    links = [_linked(first, last) for first, last in _runs(sorted(set(numbers)))]
    return f'<sup class="cite">{", ".join(links)}</sup>' if links else ""


def _runs(numbers: list[int]) -> Iterable[tuple[int, int]]:
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        end = end if end - at + 1 >= _FEWEST_IN_RUN else at
        yield numbers[at], numbers[end]
        at = end + 1


def _linked(first: int, last: int) -> str:
    if first == last:
        return f'<a href="#ref-{first}" aria-label="Reference {first}">{first}</a>'
    return f'<a href="#ref-{first}" aria-label="References {first} to {last}">{first}–{last}</a>'


_NUMBERS = re.compile(r'aria-label="References? (\d+)(?: to (\d+))?"')


def _numbers_of(link: str) -> range:
    """The numbers that a link of ours stands for."""
    found = _NUMBERS.search(link)
    return range(int(found[1]), int(found[2] or found[1]) + 1) if found else range(0)


def render_marked(
    source: str,
    marks: Sequence[Mark],
    render: Callable[[str], str],
    decorate: Callable[[Mark], str],
    *,
    listing: bool = False,
) -> str:
    """`render(source)` with every mark that can be set without changing anything else.

    `source` holds no sentinels. `decorate` gives the HTML that follows a marked sentence. With `listing` the sentences
    of headings, tables and code, in which no mark can stand, are listed with theirs below them.
    """
    plain = render(source)
    tries = _TRIES

    def settable(some: list[Mark]) -> list[Mark]:
        nonlocal tries
        if not some or tries <= 0:
            return []
        tries -= 1
        if strip_sentinels(render(with_sentinels(source, some))) == plain:
            return some
        if len(some) == 1:
            return []
        half = len(some) // 2
        return settable(some[:half]) + settable(some[half:])

    kept = settable(in_order(source, marks))
    if not kept:
        return plain
    html = render(with_sentinels(source, kept))
    if strip_sentinels(html) != plain:
        return plain
    return _Walk(html, {mark.index: mark for mark in kept}, decorate, source if listing else "").run()


@dataclass(slots=True)
class _Piece:
    """One token of the HTML: text, tag, or the start or end of a sentence."""

    kind: str  # text | open | close | void | start | end
    html: str
    tag: str = ""
    index: int = -1
    partner: int = -1


class _Walk:
    """One pass over sanitised HTML. A mark only ever holds text and whole inline elements."""

    def __init__(self, html: str, marks: dict[int, Mark], decorate: Callable[[Mark], str], source: str) -> None:
        self.pieces = _pieces(html)
        self.source = source
        self.beside: list[Mark] = []  # sentences of the table, heading or code that is open: their buttons follow it
        self.marks, self.decorate = marks, decorate
        self.ends = {piece.index: at for at, piece in enumerate(self.pieces) if piece.kind == "end"}
        self.out: list[str] = []
        self.current: Mark | None = None
        self.open_since = -1  # place in `out` of the open <mark>, -1 when none is open
        self.begun = 0
        self.named: set[int] = set()
        self.closed_depth = 0
        self.in_link = False
        self.after_link: list[str] = []  # buttons of sentences that end in a link; none may stand in one

    def run(self) -> str:
        at = 0
        while at < len(self.pieces):
            at = self._step(at, self.pieces[at])
        self._close()
        return "".join(self.out)

    def _step(self, at: int, piece: _Piece) -> int:
        if piece.kind == "start":
            self.begun = at
            mark = self.marks.get(piece.index)
            self.current = mark if not self.closed_depth else None
            if mark and self.closed_depth and self.source:
                self.beside.append(mark)
        elif piece.kind == "end":
            return self._finish(at, piece)
        elif piece.kind == "text":
            self._text(piece.html)
        else:
            self._tag(at, piece)
        return at + 1

    def _text(self, text: str) -> None:
        if self.current and self.open_since < 0 and self._is_worth_a_mark(self.current, text) and not self.closed_depth:
            blank = text[: len(text) - len(text.lstrip())]
            self.out.append(blank)
            self._open(self.current)
            text = text[len(blank) :]
        self.out.append(text)

    def _is_worth_a_mark(self, mark: Mark, text: str) -> bool:
        """Whether there is more to mark than the stop behind a number."""
        return bool(text.strip() if mark.index not in self.named else _LETTER.search(text))

    def _open(self, mark: Mark) -> None:
        self.open_since = len(self.out)
        self.out.append(self._opening(mark))

    def _opening(self, mark: Mark) -> str:
        """The start tag; the first one of a sentence carries its id."""
        name = f' id="claim-{mark.index}"' if mark.index not in self.named else ""
        self.named.add(mark.index)
        problem = " claim-problem" if mark.problem and mark.support == "supported" else ""
        return f'<mark class="claim claim-{escape(mark.support)}{problem}"{name}>'

    def _close(self) -> None:
        if self.open_since >= 0:
            self.out.append("</mark>")
            self.open_since = -1

    def _tag(self, at: int, piece: _Piece) -> None:
        end = self.ends.get(self.current.index, -1) if self.current else -1
        closed = self._is_closed(piece)
        whole = piece.tag in _INLINE and piece.kind == "open" and at < piece.partner < end and not closed
        if whole and self._holds_closed(at, piece.partner):
            whole = False  # the mark opens inside it, so that it can end before the number and leave nothing open
        inside = piece.tag in _INLINE and piece.kind == "close" and self._opened_inside(piece.partner)
        if piece.tag not in ("br", "img") and not whole and not inside:
            self._close()
        if piece.tag not in _INLINE | _VOID and piece.kind == "close" and end < at:
            self.current = None  # its end was lost: a sentence never leaves its block
        if closed:
            self.closed_depth += 1 if piece.kind == "open" else -1
        if whole and self.current and self.open_since < 0 and not self.closed_depth:
            self._open(self.current)
        piece.index = len(self.out)
        self.out.append(piece.html)
        if piece.kind == "close" and self.beside and piece.tag in _FOLLOWED and not self.closed_depth:
            self._list_beside(piece.tag)
        if piece.tag == "a":
            self.in_link = piece.kind == "open"
            if self.after_link and not self.in_link:
                self.out.append(f'<span class="keep lone">{WORD_JOINER}{"".join(self.after_link)}</span>')
                self.after_link.clear()

    def _list_beside(self, tag: str) -> None:
        """The claims of a block in which no sentence can be marked, each with its button, below it."""
        where = {"div": "table", "pre": "code"}.get(tag, "heading")
        rows = "".join(
            f'<li id="claim-{mark.index}"><span class="claim claim-{escape(mark.support)}">'
            f"{escape(_words(self.source, mark))}</span>{self.decorate(mark)}</li>"
            for mark in self.beside
        )
        self.out.append(f'<ul class="beside" aria-label="Claims in this {where}">{rows}</ul>')
        self.beside.clear()

    def _is_closed(self, piece: _Piece) -> bool:
        """Headings, code and tables are not marked; nor are linked numbers, which are no words of the sentence."""
        if piece.tag == "sup" and piece.kind == "close" and piece.partner >= 0:
            piece = self.pieces[piece.partner]
        return piece.tag in _CLOSED or piece.html.startswith("<sup class=")

    def _holds_closed(self, at: int, partner: int) -> bool:
        """Whether an element holds one in which no mark may stand, as a note's number in bold words."""
        return any(piece.kind == "open" and self._is_closed(piece) for piece in self.pieces[at + 1 : partner])

    def _opened_inside(self, partner: int) -> bool:
        """Whether the element now closing was opened after the open mark was."""
        return self.open_since >= 0 and partner >= 0 and self.pieces[partner].index > self.open_since

    def _finish(self, at: int, piece: _Piece) -> int:
        mark = self.current
        if not mark or mark.index != piece.index:
            return at + 1
        if mark.index not in self.named:  # nothing of it reached the page as text
            self.current = None
            return at + 1
        at, cited = self._following_citation(at + 1)
        cited += self._not_yet_linked(mark, at)
        button = self.decorate(mark)
        if button and self.in_link:
            self._close()
            self.out.append(cited)
            self.after_link.append(button)
        elif button:
            self._glue(mark, cited, button)
        else:
            self._close()
            self.out.append(cited)
        self.current = None
        return at

    def _following_citation(self, at: int) -> tuple[int, str]:
        """The citations directly behind the sentence belong before its button."""
        reach = at
        while True:
            piece = self.pieces[reach] if reach < len(self.pieces) else None
            if not (piece and piece.kind == "open" and piece.html == '<sup class="cite">'):
                return reach, "".join(one.html for one in self.pieces[at:reach])
            reach = piece.partner + 1

    def _not_yet_linked(self, mark: Mark, reach: int) -> str:
        """Numbers of works that the sentence names, links or takes over from the one before, in no marker of ours."""
        if self.in_link or not mark.numbers:
            return ""
        links = (piece.html for piece in self.pieces[self.begun : reach] if piece.tag == "a")
        linked = {number for link in links for number in _numbers_of(link)}
        return linked_numbers(number for number in mark.numbers if number not in linked)

    def _glue(self, mark: Mark, cited: str, button: str) -> None:
        """The button and what stands before it share a span that does not break: it never wraps alone."""
        tail: list[str] = []
        while self.open_since >= 0 and self.out[-1] in ("</em>", "</strong>"):
            tail.insert(0, self.out.pop())
        last = self.out[-1]
        cut = max(last.rfind(" "), last.rfind("\n"), last.rfind("\u00a0")) + 1
        if len(last) - cut >= LONG and "&" not in last[cut:]:  # a character reference is never cut in two
            cut = max(cut, len(last) - TAIL)
        is_word = self.open_since >= 0 and not last.startswith("<")
        if tail and is_word:
            self.out[-1] = f'{last[:cut]}<span class="keep">{last[cut:]}{cited}{button}</span>'
            self.out += tail
            self._close()
            return
        self.out += tail
        if is_word and cut and not tail:
            self.out[-1] = last[:cut]
            self._close()
            self.out.append(f'<span class="keep">{self._opening(mark)}{last[cut:]}</mark>{cited}{button}</span>')
            return
        start = self._start_of_last_bit(is_word)
        self._close()
        lone = start == len(self.out)
        self.out.insert(start, f'<span class="keep{" lone" if lone else ""}">')
        self.out.append(f"{WORD_JOINER if lone else ''}{cited}{button}</span>")

    def _start_of_last_bit(self, is_word: bool) -> int:
        """Where the span begins: before a last word that is a mark by itself, before a number, or at the end."""
        if is_word and self.open_since == len(self.out) - 2:
            return self.open_since
        if self.open_since < 0 and self.out[-1] == "</sup>":
            return next(at for at in reversed(range(len(self.out))) if self.out[at].startswith("<sup class="))
        return len(self.out) + (self.open_since >= 0)


def _words(source: str, mark: Mark) -> str:
    """The words of a row, heading or line of code without the marks of Markdown."""
    words = re.sub(r"\[[^\[\]\n]*@[^\[\]\n]*\]|\[\^?[\w, -]{1,20}\](?!\()", "", source[mark.start : mark.end])
    words = re.sub(r"\s*\|\s*", ", ", words.strip().strip("|").strip())
    return re.sub(r"^#+\s*|[*_`]", "", words).strip()


def _pieces(html: str) -> list[_Piece]:
    """The tokens of sanitised HTML (attribute values in double quotes, text escaped), tags paired."""
    pieces: list[_Piece] = []
    stack: list[int] = []
    reach = 0
    for match in _TOKEN.finditer(html):
        if match.start() > reach:
            pieces.append(_Piece("text", html[reach : match.start()]))
        reach = match.end()
        if match["sentinel"]:
            kind = "start" if match[0][0] == START else "end"
            pieces.append(_Piece(kind, "", index=index_of(match[0])))
            continue
        tag = match["tag"]
        piece = _Piece(
            "close" if match["close"] else "void" if tag in _VOID else "open", strip_sentinels(match[0]), tag
        )
        if piece.kind == "open":
            stack.append(len(pieces))
        elif piece.kind == "close" and stack:
            piece.partner = stack.pop()
            pieces[piece.partner].partner = len(pieces)
        pieces.append(piece)
    if reach < len(html):
        pieces.append(_Piece("text", html[reach:]))
    for piece in pieces:
        if piece.kind == "text":
            piece.html = strip_sentinels(piece.html)
    return pieces
