"""The running text of an element as Markdown: words, emphasis, links and the marks of citations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from evidence.language.patterns import lazily
from evidence.opening.html.anchors import Notes
from evidence.opening.html.tree import Node

_SPACE = lazily(r"[ \t\n\r\f\v\u00a0\u2007\u202f]+")
_NOTHING = lazily(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_TAG_LIKE = lazily(r"<(?=[A-Za-z/!?])")
_NUMBERS = lazily(r"\s*[\[(]?\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,60}\s*[\])]?\s*")
_POWER = lazily(r"(?:(?<!\d)10|[×x]\s?\d+)$")
_RAISED = str.maketrans("0123456789-–−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_EMPHASIS = {"em": "*", "strong": "**", "b": "**"}
_SERVICE = lazily(
    r"\s*[\[(]?\s*(?:google scholar|pubmed(?: central)?|crossref|doi|pmc free article|medline|web of science|scopus"
    r"|view(?: article)?|article|full text|link|cas|external link)\s*[\])]?\s*",
    re.IGNORECASE,
)
_SEARCH = lazily(r"scholar\.google|/search\?|[?&](?:q|term|query)=", re.IGNORECASE)

Piece = tuple[str, int]
"""A stretch of text and the place in the page that it comes from."""


@dataclass(slots=True)
class Inline:
    """Builds the text of one paragraph. `plain` leaves out emphasis and writes addresses behind their words.

    `refs` collects the `<ref>` elements met, by the name of the footnote they become.
    """

    notes: Notes
    dropped: set[int]
    refs: dict[str, Node]
    plain: bool = False
    pieces: list[Piece] = field(default_factory=list)
    last: str = ""

    def add(self, text: str, place: int) -> None:
        """Adds text in which white space is already single."""
        if text.startswith(" ") and (not self.last or self.last.isspace()):
            text = text[1:]
        if text:
            self.pieces.append((text, place))
            self.last = text[-1]

    def text(self, node: Node) -> None:
        """A text of the page, line by line so that places stay near the mark."""
        place = node.start
        for line in node.text.splitlines(keepends=True) or [""]:
            bare = line.lstrip()
            if bare != line:
                self.add(" ", place)
            words = unescape(bare) if "&" in bare else bare
            words = _SPACE.sub(" ", _NOTHING.sub("", words))
            self.add(_TAG_LIKE.sub("&lt;", words), place + len(line) - len(bare))
            place += len(line)

    def children(self, node: Node, skip: Callable[[Node], bool] | None = None) -> None:
        for child in node.children:
            if id(child) not in self.dropped and not (skip and skip(child)):
                self.node(child)

    def node(self, node: Node) -> None:
        """One element or text; elements on lines of their own are run together with a space."""
        name = node.name
        if not name:
            self.text(node)
        elif name == "br":
            self.add(" " if self.plain else "\n", node.start)
        elif name == "img":
            self._image(node)
        elif name == "a":
            self._link(node)
        elif name == "sup":
            self._raised(node)
        elif name == "ref":
            self._ref(node)
        elif name == "q":
            self.add("“", node.start)
            self.children(node)
            self.add("”", node.start)
        elif name in _EMPHASIS and not self.plain:
            self._emphasis(node, _EMPHASIS[name])
        elif name == "code" and not self.plain and not node.blocky:
            self._code(node)
        else:
            if node.blocky:
                self.add(" ", node.start)
            self.children(node)
            if node.blocky:
                self.add(" ", node.start)

    def _apart(self, node: Node, *, plain: bool = False) -> list[Piece]:
        """What is in an element, as pieces of its own."""
        inner = Inline(self.notes, self.dropped, self.refs, plain or self.plain)
        inner.last = self.last
        inner.children(node)
        return inner.pieces

    def _wrapped(self, before: str, pieces: list[Piece], after: str, place: int) -> None:
        """Pieces between marks that stand close to their words."""
        words = "".join(text for text, _ in pieces)
        if words[:1].isspace():
            self.add(" ", place)
        self.pieces.append((before, place))
        self.last = before[-1]
        end = len(words.rstrip())
        for text, start in _trimmed(pieces, len(words) - len(words.lstrip()), end):
            self.pieces.append((text, start))
        self.pieces.append((after, place))
        self.last = after[-1]
        if words[end:]:
            self.add(" ", place)

    def _all(self, pieces: list[Piece]) -> None:
        for text, place in pieces:
            self.pieces.append((text, place))
            self.last = text[-1]

    def _emphasis(self, node: Node, marks: str) -> None:
        pieces = self._apart(node)
        words = "".join(text for text, _ in pieces)
        within = (self.last.isalnum() and words[:1].isalnum()) or (words[-1:].isalnum() and _next(node).isalnum())
        if not words.strip() or within or re.search(r"[*\n]", words):
            self._all(pieces)
        else:
            self._wrapped(marks, pieces, marks, node.start)

    def _code(self, node: Node) -> None:
        words = _SPACE.sub(" ", node.plain()).replace("`", "'")
        if words:
            self.add(f"`{words}`", node.start)

    def _image(self, node: Node) -> None:
        words = _one_line(node.get("alt"))
        source = address(node.get("src"))
        if len(words) <= 2:
            self.add(words, node.start)  # a picture of a smiley stands for one letter
        elif words and not self.plain:
            self.add(f"![{words}]({source or 'image'})", node.start)

    def _link(self, node: Node) -> None:
        href = node.get("href").strip()
        label = node.plain(200)
        if href.startswith("#"):
            self._within(node, href, label)
            return
        url = address(href)
        if self.plain:
            self._listed(node, url, label)
            return
        pieces = self._apart(node, plain=True)
        words = "".join(text for text, _ in pieces)
        if not url or not words.strip() or "](" in words:
            self._all(pieces)
            return
        if re.search(r"[\[\]]", words):
            pieces = [(re.sub(r"[\[\]]", "", text), place) for text, place in pieces]
        rel = " ".join(re.findall(r"[\w-]+", node.get("rel")))
        if {"sponsored", "nofollow", "ugc"} & set(rel.lower().split()):
            self._wrapped(f'<a href="{url}" rel="{rel}">', pieces, "</a>", node.start)
        else:
            self._wrapped("[", pieces, f"]({url})", node.start)

    def _within(self, node: Node, href: str, label: str) -> None:
        """A link within the page: the mark of a citation, or its words."""
        mark = self.notes.mark(href, label)
        if not mark:
            if not (self.plain and self.notes.leads_back(href, label)):
                self.children(node)
            return
        numbers = _NUMBERS.fullmatch(label) is not None
        if mark[0] != "^" and numbers and re.search(r"\D", label.strip("[]() \n")):
            mark = label.strip("[]() \n")  # "1–3" leads to its first item
        bare = mark[0] != "^" and (self.last in ("[", "(", "") or self._in_brackets())
        self.add(mark if bare else f"[{mark}]", node.start)

    def _in_brackets(self) -> bool:
        """Whether the text stands behind "[1, " or "(2; "."""
        words = "".join(text for text, _ in self.pieces[-8:])
        return re.search(r"[\[(]\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*[,;–-]\s*$", words) is not None

    def _listed(self, node: Node, url: str, label: str) -> None:
        """A link in a reference list: its words, and its address behind them where the words do not say it."""
        service = _SERVICE.fullmatch(label)
        if not service:
            self.children(node)
        elif not url or _SEARCH.search(url):
            return
        if url.startswith("http") and not _SEARCH.search(url) and "http" not in label and not _is_doi(label, url):
            self.add(f" {url} ", node.start)

    def _raised(self, node: Node) -> None:
        links = [inner for inner in node.walk() if inner.name == "a" and inner.get("href").startswith("#")]
        marks = [self.notes.mark(link.get("href"), link.plain(20)) for link in links]
        words = node.plain(200)
        if links and all(marks):
            notes = [mark for mark in marks if mark[0] == "^"]
            if notes:
                self.add("".join(f"[{mark}]" for mark in dict.fromkeys(notes)), node.start)
            else:
                self.add(f"[{_joined(marks, words)}]", node.start)
        elif _POWER.search("".join(text for text, _ in self.pieces[-2:])) and re.fullmatch(r"[-–−+]?\d{1,2}", words):
            self.add(words.translate(_RAISED), node.start)
        elif _NUMBERS.fullmatch(words):
            self.add(f"<sup>{words.strip('[]() ')}</sup>", node.start)
        else:
            self.children(node)

    def _ref(self, node: Node) -> None:
        """MediaWiki's <ref>: a footnote that stands where it is cited."""
        name = re.sub(r"[^\w:.-]+", "-", node.get("name"))[:50].strip("-") or f"{len(self.refs) + 1}"
        name = f"ref-{name}"
        if node.words or name not in self.refs:
            self.refs[name] = node
        self.add(f"[^{name}]", node.start)


def address(href: str) -> str:
    """A link's address in a form that Markdown takes; "" where it leads nowhere that readers could go."""
    url = "".join(href.split())
    scheme = re.match(r"([A-Za-z][\w+.-]*):", url)
    if not url or len(url) > 2000 or (scheme and scheme[1].lower() not in ("http", "https")) or url[0] == "#":
        return ""
    if url.startswith("//"):
        url = f"https:{url}"
    for letter, code in (("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ('"', "%22")):
        url = url.replace(letter, code)
    return url


def _is_doi(label: str, url: str) -> bool:
    found = re.search(r"10\.\d{4,9}/\S+", unescape(url))
    return found is not None and found.group().lower() in label.lower()


def _joined(marks: list[str], words: str) -> str:
    """The numbers that marks lead to in the form of what the page shows: "1, 3–5"."""
    shown = words.strip("[]() \n")
    ends = re.findall(r"\d+", shown)
    if _NUMBERS.fullmatch(words) and (ends == marks or (len(marks) == 1 and marks[0] == ends[0])):
        return shown
    return ", ".join(dict.fromkeys(marks))


def _next(node: Node) -> str:
    """The letter that follows an element, "" where another element or nothing does."""
    siblings = node.parent.children if node.parent else []
    # A paragraph has few parts; the first of the same identity is the element itself.
    place = next((number for number, other in enumerate(siblings[:500]) if other is node), -1)
    after = siblings[place + 1] if 0 <= place < len(siblings) - 1 else None
    return after.text[:1] if after is not None and not after.name else ""


def _trimmed(pieces: list[Piece], begin: int, end: int) -> list[Piece]:
    """The pieces without what stands before `begin` and from `end` on, counted over all of them."""
    found, at = [], 0
    for text, place in pieces:
        first, last = max(begin - at, 0), min(end - at, len(text))
        if first < last:
            found.append((text[first:last], place))
        at += len(text)
    return found


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", re.sub(r"[\[\]()<>\"]", " ", text[:500])).strip()
