"""What a word processor or a browser puts on the clipboard, as Markdown.

A fragment is no page: nothing of it is taken for a menu or a footer. Word writes lists as paragraphs and says so in
`mso-list` (Microsoft, HTML and XML Reference for Office 2000); Google Docs and browsers write bold and italic as
styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qs, urlsplit

from evidence.language.patterns import lazily
from evidence.opening.html.anchors import notes_of
from evidence.opening.html.block_elements import Blocks
from evidence.opening.html.inline import Inline
from evidence.opening.html.markdown_blocks import Place, text_of
from evidence.opening.html.tree import HEADINGS, Node, tree_of

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "title",
        "link",
        "meta",
        "xml",
        "button",
        "input",
        "select",
        "textarea",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
    ]
)
_OF_WORD = ("w:", "m:", "v:")
"""Prefixes of elements that only Word reads."""
_HIDDEN = lazily(r"(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.IGNORECASE)
_BOLD = lazily(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = lazily(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = lazily(r"font-style\s*:\s*italic", re.IGNORECASE)
_UPRIGHT = lazily(r"font-style\s*:\s*normal", re.IGNORECASE)
_RAISED = lazily(r"vertical-align\s*:\s*super", re.IGNORECASE)
_LIST = lazily(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
_LIST_MARK = lazily(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBERED = lazily(r"\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})\s*[.)]", re.IGNORECASE)
_NOTE = lazily(r"\[\^([^\s\[\]]{1,80})\]")
_NOTE_NAME = lazily(
    r"_?(?:ftn|edn|ftnt|fn|footnote|endnote|sdfootnote|sdendnote|note)[-_:]?(\d{1,3})(?:sym)?", re.IGNORECASE
)
_OWN_MARK = lazily(r"mso-(?:foot|end)note-id", re.IGNORECASE)
_BACK = lazily(r"#(?:_?(?:ftn|edn)ref|ftnt_ref)\d{1,3}|#sd(?:foot|end)note\d{1,3}anc", re.IGNORECASE)
"""Where the number of a note leads back to in Word, Google Docs and LibreOffice."""
_RULE = lazily(r"\* \* \*\n+(?=\[\^)")
"""The line that word processors draw above notes."""
_BLANKS = lazily(r"\n{3,}")


def read_fragment(html: str, taken: Iterable[str] = ()) -> str:
    """Markdown of a fragment of HTML. Notes keep their numbers; `taken` are names of notes that the text around has.

    Raises TooManyElementsError (a ValueError).
    """
    root, nodes = tree_of(html)
    for node in nodes:
        _settle(node)
    _make_lists(nodes)
    dropped = {id(node) for node in nodes if _is_left_out(node)}
    blocks = Blocks(Inline(notes_of(nodes, dropped), dropped, {}))
    blocks.children(root, Place())
    blocks.refs()
    text, _ = text_of(blocks.found)
    return _BLANKS.sub("\n\n", _RULE.sub("", _with_numbers(text, set(taken)))).strip()


def _is_left_out(node: Node) -> bool:
    if node.name in _LEFT_OUT or node.name.startswith(_OF_WORD):
        return True
    return bool(node.name and (_HIDDEN.search(node.get("style")) or _LIST_MARK.search(node.get("style"))))


def _settle(node: Node) -> None:
    """Gives an element the name of what it looks like."""
    style = node.get("style")
    if node.name in ("b", "strong"):
        node.name = "span" if _NOT_BOLD.search(style) or _in_heading(node) else "strong"
    elif node.name in ("i", "em"):
        node.name = "span" if _UPRIGHT.search(style) else "em"
    elif node.name in ("span", "font") and style and not _in_heading(node):
        if _RAISED.search(style):
            node.name = "sup"
        elif _BOLD.search(style) and not _within(node, "strong"):
            node.name = "strong"
        elif _ITALIC.search(style) and not _within(node, "em"):
            node.name = "em"
    elif node.name == "p" and node.get("class").startswith("MsoTitle"):
        node.name = "h1"
    elif node.name == "a" and (
        ("ref" in node.get("href") and _OWN_MARK.search(style)) or _BACK.fullmatch(node.get("href"))
    ):
        node.children = []  # the number in the note itself: it would be taken for that of a list
    elif node.name == "a" and node.get("href"):
        node.attributes = {**node.attributes, "href": _direct(node.get("href"))}


def _in_heading(node: Node) -> bool:
    return any(above.name in HEADINGS or above.name == "th" for above in node.ancestors())


def _within(node: Node, name: str) -> bool:
    return any(above.name == name for above in node.ancestors())


def _direct(href: str) -> str:
    """Where a link leads that Google Docs sends over its own address."""
    if not href.startswith(("https://www.google.com/url?", "http://www.google.com/url?")):
        return href
    return next(iter(parse_qs(urlsplit(href).query).get("q", [])), href)


# --- Lists of Word -----------------------------------------------------------------------------------------


def _make_lists(nodes: Sequence[Node]) -> None:
    """Paragraphs that Word shows as items become lists, one in the other by their levels."""
    for parent in {id(node.parent): node.parent for node in nodes if node.parent and _level(node)}.values():
        made: list[Node] = []
        open_lists: list[Node] = []
        for child in parent.children:
            level = _level(child)
            if level:
                _put_item(child, level, open_lists, made, parent)
            elif child.name or child.text.strip():
                open_lists = []
                made.append(child)
        parent.children = made


def _level(node: Node) -> int:
    """The level of an item, from 1; 0 for what is none."""
    if node.name not in ("p", "div", *HEADINGS) or node.name in HEADINGS:
        return 0
    found = _LIST.search(node.get("style"))
    return int(found[1]) if found else 0


def _put_item(item: Node, level: int, open_lists: list[Node], made: list[Node], parent: Node) -> None:
    name = "ol" if _NUMBERED.match(_mark_of(item)) else "ul"
    del open_lists[level:]
    if len(open_lists) == level and open_lists[-1].name != name and level == 1:
        open_lists.clear()  # another list begins where bullets turn into numbers
    while len(open_lists) < level:
        inside = open_lists[-1].children[-1] if open_lists and open_lists[-1].children else None
        fresh = Node(name, item.start, parent=inside or parent, blocky=True)
        (inside.children if inside else made).append(fresh)
        open_lists.append(fresh)
    held = open_lists[-1]
    entry = Node("li", item.start, parent=held, blocky=True, words=item.words, children=list(item.children))
    for child in entry.children:
        child.parent = entry
    held.children.append(entry)
    for above in (held, *held.ancestors()):
        above.blocky = True


def _mark_of(item: Node) -> str:
    """The bullet or number that Word wrote before the words."""
    for node in item.walk():
        if node.name and _LIST_MARK.search(node.get("style")):
            return node.plain(20)
    return ""


# --- Notes -------------------------------------------------------------------------------------------------


def _with_numbers(text: str, taken: set[str]) -> str:
    """Footnotes by the number they showed, "[^3]" for "[^_ftn3]"; with a letter where the text has that one already."""
    names: dict[str, str] = {}
    for name in dict.fromkeys(match[1] for match in _NOTE.finditer(text)):
        number = _NOTE_NAME.fullmatch(name)
        wanted = number[1] if number else name
        kept, letter = wanted, 97
        while kept in taken and letter < 123:
            kept, letter = f"{wanted}{chr(letter)}", letter + 1
        taken.add(kept)
        names[name] = kept
    return _NOTE.sub(lambda match: f"[^{names[match[1]]}]", text)
