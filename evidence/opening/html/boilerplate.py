"""What of a saved web page is not the article: menus, cookie notes, share boxes, comments of readers, forms, footers.

Elements and roles say it where the page uses them (HTML Standard, 4.3; WAI-ARIA 1.2, landmarks). Where it does not, the
names its makers gave to classes do, and the share of text that is links. A part that holds most of the page's prose is
never left out, whatever it is called. Words of a notice ("not medical advice") are kept wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from evidence.deadline import paced
from evidence.language import ruby
from evidence.language.patterns import lazily
from evidence.opening.html.tree import HEADINGS, Node
from evidence.reading import boilerplate, outright_claims
from evidence.reading.reference_lists import looks_like_reference, names_a_list


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _words(
    "script style noscript template svg nav button select option optgroup input textarea label iframe object embed "
    "video audio canvas dialog head datalist progress meter area map menu title link meta"
)
_ROLES = _words("navigation banner contentinfo search complementary dialog alert alertdialog menu menubar toolbar")
_NAMES = _words(
    "nav navbar navigation menu menus breadcrumb breadcrumbs cookie cookies consent gdpr ccpa share sharing "
    "sharebar sharedaddy social socials addtoany addthis comment comments commentlist disqus respond sidebar related "
    "recommended recommendations newsletter subscribe subscription signup popup popups modal lightbox advert "
    "advertisement advertising ads adsbygoogle adslot banner pagination pager skip toolbar login search searchform "
    "tagcloud tags toc backlink editsection noprint catlinks navbox jp-relatedposts screen-reader-text "
    "visually-hidden sr-only paywall upsell cart minicart offcanvas footer colophon adverts "
    "mw-jump-link sitesub p-canonical msotoc1 msotoc2 msotoc3 msotoc4 msotocheading"
)
"""Words of class names and ids by which page makers call what is not the article [house]."""

_MORE = lazily(
    r"\s*(?:related|popular|recent|latest|trending|recommended|more|most read|you (?:may|might)|categories"
    r"|archives?|tags|share|follow|menu|navigation|contents|table of contents|on this page"
    r"|in this (?:article|section))\b",
    re.IGNORECASE,
)
"""Headings over links to other pages of the site, or to parts of this one."""

_HIDDEN = lazily(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SHOWN = lazily(r"(?<![\w-])(?:display\s*:(?!\s*none)|visibility\s*:(?!\s*hidden))", re.IGNORECASE)
"""A rule that shows an element after all, whatever stands before it or in the attribute `hidden`."""
_OUT_OF_SIGHT = lazily(
    r"(?:font-size|opacity)\s*:\s*0(?![.\d]{0,9}[1-9])|(?:left|top|text-indent)\s*:\s*-\d{3}", re.IGNORECASE
)
_FEW_LETTERS = 4
"""Fewer letters out of sight cut a word [house]; more are words of their own, which a script may show."""
_SPLIT = lazily(r"[^a-z0-9]+")
_CAMEL = lazily(r"(?<=[a-z])(?=[A-Z])")
_STATE = lazily(r"(?<![\w-])(?:has|with|no|without|is|not|hide|show)[-_][\w-]+")
"""Classes that say what an element has beside it, not what it is: "has-sidebar"."""

_PRESSED = frozenset({"button", "label"})
_LABEL = 200
"""Letters of what is pressed; it is read where it promises something, for readers see it as they see a heading."""
_TRANSPARENT = frozenset({"html", "body", "main"})
HEADS = HEADINGS | {"summary", "dt", "strong", "b", "p"}
_MOST_OF_IT = 0.5
_FORM = 400
"""Letters from which a form is taken for a page whose maker wrapped everything in one."""
_LINKS = 0.8
_ENTRY = 2500
"""Letters of a paragraph as far as it is looked at for a reference."""
_SHORT = 80
"""Letters: items of a menu are shorter on average."""


def article_of(root: Node, nodes: Sequence[Node]) -> Node:
    """The element that holds the article: the widest main or article with half of the prose, else the whole page."""
    whole = max(1, root.prose)
    for node in nodes:
        named = node.name in ("main", "article") or node.get("role") in ("main", "article")
        if (named or "articleBody" in node.get("itemprop")) and node.prose >= _MOST_OF_IT * whole:
            return node
    return root


def left_out(root: Node, nodes: Sequence[Node], article: Node) -> set[int]:
    """The ids (`id(node)`) of the elements and texts that are no part of the article."""
    whole = max(1, article.prose)
    inside = {id(node) for node in article.walk()}
    around = {id(node) for node in article.ancestors()}
    titled = _above(node for node in nodes if node.name == "h1")
    headed = _headed(nodes)
    listing = _under_a_list_heading(nodes)
    kept = {id(node) for node in listing}
    found: set[int] = set()
    for node in paced(nodes):
        if node is root or id(node) in around or id(node) in kept:
            continue
        furnishes = node.name and id(node) not in headed and _is_boilerplate(node, whole, id(node) in titled)
        if id(node) not in inside or furnishes:
            found.add(id(node))
    return found - _above(listing)  # what stands around the list that is kept must be entered to reach it


def _headed(nodes: Sequence[Node]) -> set[int]:
    """The ids of the lists of links that the article itself puts under a heading ("Where to get help")."""
    found: set[int] = set()
    for node in nodes:
        before: Node | None = None
        for child in node.children:
            if (
                child.name in ("ul", "ol")
                and before is not None
                and before.name in HEADINGS
                and not names_of(child) & _NAMES
            ):
                words = before.plain(100)
                if not boilerplate.kind_of(words) and not _MORE.match(words):
                    found.add(id(child))
            before = child if child.name else before
    return found


def _above(nodes: Iterable[Node]) -> set[int]:
    """The ids of everything that holds one of the nodes."""
    found: set[int] = set()
    for node in nodes:
        for above in node.ancestors():
            if id(above) in found:
                break
            found.add(id(above))
    return found


def _is_boilerplate(node: Node, whole: int, titled: bool) -> bool:
    if node.name in _ELEMENTS:
        return not (node.name in _PRESSED and outright_claims.promises(node.plain(_LABEL)))
    if node.name in ("rt", "rp"):
        return node.name == "rp" or ruby.is_reading(node.plain(_LABEL))
    if node.name in _TRANSPARENT or node.prose >= _MOST_OF_IT * whole:
        return False
    if is_hidden(node):
        return True
    if node.get("role") in _ROLES or names_of(node) & _NAMES:
        return not titled
    if node.name == "form":
        return node.prose < _FORM
    if node.name == "footer" and node.parent is not None and node.parent.name in ("blockquote", "figure"):
        return False  # whose words they are (HTML Standard, 4.4.4)
    if node.name in ("footer", "aside", "article", "header"):
        return node.linked >= 0.5 * max(1, node.words) and not titled
    return node.name in ("ul", "ol", "dl", "table") and _is_menu(node)


_SEEN = 2_000
"""Letters of what is kept from those who listen that are looked through for a promise [house]."""


def is_hidden(node: Node) -> bool:
    """Whether the page shows an element to nobody, or keeps it from those who listen.

    What is kept from those who listen is seen all the same: a promise in it is read.
    """
    if node.get("aria-hidden") == "true" and not outright_claims.promises(node.plain(_SEEN)):
        return True
    style = node.get("style")
    if ("hidden" in node.attributes or _HIDDEN.search(style)) and not _SHOWN.search(style):
        return True
    return bool(style and _OUT_OF_SIGHT.search(style) and len(node.plain(2 * _FEW_LETTERS)) < _FEW_LETTERS)


def names_of(node: Node) -> set[str]:
    """The words of the class and the id of an element."""
    given = f"{node.get('class')} {node.get('id')}"[:2000]
    if not given.strip():
        return set()
    small = _STATE.sub(" ", _CAMEL.sub("-", given).lower())
    return {*given.lower().split(), *_SPLIT.split(small)}


def _is_menu(node: Node) -> bool:
    """Whether a list is links and little else, and none of them to a work."""
    if node.cites or node.linked < _LINKS * max(1, node.words):
        return False
    items = sum(item.name in ("li", "dd", "tr", "tbody") for item in node.children)
    return items >= 2 and node.words < _SHORT * items


def _under_a_list_heading(nodes: Sequence[Node]) -> list[Node]:
    """The headings that name a reference list ("Sources") and the list behind each, with all in them.

    The list is an element of its own, or paragraphs that look like references each.
    """
    found: list[Node] = []
    within: set[int] = set()
    heading: Node | None = None
    headed: Node | None = None
    for node in nodes:
        if id(node) in within:
            continue
        if node.name in HEADS and node.words < 80 and names_a_list(node.plain(100)):
            heading = node
        elif node.name in HEADINGS and node.words < 80:
            heading = None
        elif node.name in ("ol", "ul") and heading is not None:
            found += [*heading.walk(), *node.walk()]
            within = {id(inner) for inner in node.walk()}
            heading = None
        elif node.name == "p" and heading is not None and looks_like_reference(node.plain(_ENTRY)):
            found += [*(heading.walk() if heading is not headed else ()), *node.walk()]
            headed = heading
    return found
