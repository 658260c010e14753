"""Markdown to HTML that is safe by construction, then sanitised all the same.

CommonMark with tables and footnotes. Raw HTML in the text is shown as text, save a bare `<sub>`, `<sup>` or
`<br>`: nothing an author types is lost and nothing of it runs. Every id, class and rel in the result is ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.conf import settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from articles.rendering import markdown_rules
from articles.rendering.citation_marks import settle_citations
from articles.rendering.pictures import render_paragraph_close, set_figures, size_of
from articles.rendering.sentinels import strip_sentinels
from evidence.deadline import check, paced

_ALIGN = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}

_TAGS = {
    *(
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "a",
        "img",
    ),
    *("figure", "figcaption"),
    *("hr", "br", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "section", "div", "span"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "rel", "id", "aria-label"},
    "img": {"src", "alt", "title", "loading", "decoding", "width", "height"},
    "ol": {"start"},
    "li": {"id"},
    "h2": {"id", "dir"},
    "h3": {"id", "dir"},
    **{tag: {"dir"} for tag in ("p", "h4", "h5", "h6", "td")},
    "th": {"dir", "scope"},
    "pre": {"tabindex", "role", "aria-label"},
    "div": {"tabindex", "role", "aria-label"},
}
_CLASSES = {
    "sup": {"cite", "footnote-ref"},
    "span": {"unknown-key"},
    "section": {"footnotes"},
    "ol": {"footnotes-list"},
    "li": {"footnote-item"},
    "a": {"footnote-backref"},
    "th": {"left", "center", "right"},
    "td": {"left", "center", "right"},
    "div": {"table"},
}
# nh3 0.3.8 takes time that grows with the square of their number where it writes an ampersand or a sign from U+0080 to
# U+00BF, such as a hard space or a degree. They pass it as signs for private use, and come out as it writes them.
_AMPERSAND = chr(0xF0000 + ord("&"))
_ASIDE = {code: 0xF0000 + code for code in range(0x80, 0xC0)}
_RAW = {aside: code for code, aside in _ASIDE.items()} | {ord(_AMPERSAND): "&"}
_BACK = {aside: chr(code) for code, aside in _ASIDE.items()} | {0xF00A0: "&nbsp;", ord(_AMPERSAND): "&amp;"}
REFUSED = " (This picture is not shown: upload it here, or ask for its host to be allowed.)"
"""What authors see beside the words of a picture from elsewhere."""
_BY_LINE = ["paragraph", "reference", "blockquote", "list", "table"]
"""Blocks that read line after line and ask before each whether it begins something else."""
_RIGHT_TO_LEFT = re.compile(r"[\W\d_]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OUR_ID = re.compile(r"(?:fn|fnref)\d+(?::\d+)?|s-[a-z0-9-]{1,60}")
_FRAGMENT = re.compile(r"#(?:ref-\d+|(?:fn|fnref)\d+(?::\d+)?|s-[a-z0-9-]{1,60})")


def sanitise(html: str) -> str:
    """The HTML with nothing in it but the tags, attributes, classes and ids that `to_html` makes."""
    clean = nh3.clean(
        html.translate(_ASIDE).replace("&amp;", _AMPERSAND),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        attribute_filter=_filter,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    return clean.translate(_BACK)


def to_html(
    text: str, numbers: Mapping[str, int], commercial: Collection[str] = (), *, name_unknown: bool = False
) -> str:
    """Sanitised HTML of Markdown in which citations have become linked numbers.

    `numbers` maps keys to places in the reference list. `commercial` holds host names and addresses whose
    links are paid for: these get rel="sponsored nofollow". With `name_unknown` a key that is not on the list
    is pointed out, as authors need in the preview.
    """
    env: dict[str, Any] = {
        "numbers": numbers,
        "listed": frozenset(numbers.values()),
        "name_unknown": name_unknown,
    }
    tokens = settle_citations(_PARSER.parse(text, env))
    _shift_headings(tokens)
    _turn_right_to_left(tokens)
    for token in paced(tokens):
        _settle(token, commercial, name_unknown)
        for child in token.children or ():
            _settle(child, commercial, name_unknown)
    set_figures(tokens)
    html = _PARSER.renderer.render(tokens, _PARSER.options, env)
    check()
    return sanitise(html)


def safe_link(url: str) -> str:
    """The address when it is one that a page may link to (http, https, mailto, our own path), else ""."""
    url = url.strip()
    if any(ord(character) <= 32 or character in '<>"\\' for character in url):
        return ""
    if re.match(r"(?:https?://[^/?#\s]|mailto:[^\s])", url, re.IGNORECASE):
        return url
    return url if url.startswith("/") and not url.startswith("//") else ""


def _filter(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "id":
        return value if _OUR_ID.fullmatch(value) else None
    written = value.translate(_RAW)
    if attribute == "href":
        return value if _FRAGMENT.fullmatch(written) or safe_link(written) else None
    if attribute == "src":
        return value if _is_allowed_image(written) else None
    return value


def _is_allowed_image(url: str) -> bool:
    """Whether a picture is one that editors uploaded, or lies on a host of IMAGE_HOSTS: those that the policy names."""
    media = settings.MEDIA_URL if settings.MEDIA_URL.startswith(("/", "http")) else f"/{settings.MEDIA_URL}"
    if ".." in url or "\\" in url or re.search(r"%2e|[\0- ]", url, re.IGNORECASE):
        return False
    elsewhere = re.match(r"https://([^/?#]+)(?:[/?#]|$)", url, re.IGNORECASE)
    return url.startswith(media) or bool(elsewhere and elsewhere[1].lower() in settings.IMAGE_HOSTS)


def is_commercial(url: str, commercial: Collection[str]) -> bool:
    """Whether an address leads to one of the hosts or addresses that are paid for."""
    host = (urlsplit(url).hostname or "") if "//" in url else ""
    return any(
        url.startswith(entry) if "://" in entry else host == entry.lower() or host.endswith(f".{entry.lower()}")
        for entry in commercial
        if entry
    )


# --- Tokens ------------------------------------------------------------------------------------------------


def _shift_headings(tokens: list[Token]) -> None:
    """The highest heading becomes h2: the page's title is the only h1, and no level is skipped.

    Where a single heading stands above all others, as a title that an export put into the text, those are on its level.
    """
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    highest = min(levels, default=2)
    alone = len(levels) > 2 and levels[0] == highest and levels.count(highest) == 1
    seen: dict[str, int] = {}
    above: list[int] = []
    level = 2
    for place, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            if token.type == "heading_open":
                written = int(token.tag[1])
                if alone and written > highest:
                    written = max(highest, written - 1)
                above = [one for one in above if one < written]
                above.append(written)
                level = min(6, 1 + len(above))
            token.tag = f"h{level}"
            if token.type == "heading_open" and level <= 3:
                token.attrs["id"] = _slug(strip_sentinels(tokens[place + 1].content), seen)


def _turn_right_to_left(tokens: list[Token]) -> None:
    """Blocks that begin in Arabic, Hebrew and the like are set from the right; the browser sees by itself how far."""
    for place, token in enumerate(tokens[1:], 1):
        if token.type == "inline" and _RIGHT_TO_LEFT.match(strip_sentinels(token.content)):
            tokens[place - 1].attrs["dir"] = "auto"


def _slug(words: str, seen: dict[str, int]) -> str:
    """An id from the words of a heading; equals are counted. `seen` remembers how far, so that many stay linear."""
    base = "s-" + (re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40].strip("-") or "part")
    slug, count = base, seen.get(base, 0)
    while slug in seen:
        count += 1
        slug = f"{base}-{count}"
    seen[base] = max(count, 1)
    seen.setdefault(slug, 1)
    return slug


def _settle(token: Token, commercial: Collection[str], name_unknown: bool) -> None:
    for name, value in list(token.attrs.items()):
        if isinstance(value, str):
            token.attrs[name] = strip_sentinels(value)
    if token.type == "link_open":
        href = str(token.attrs.get("href", ""))
        if href.lower().startswith(("http://", "https://")):
            paid = is_commercial(href, commercial)
            token.attrs["rel"] = "sponsored nofollow noopener" if paid else "noopener"
    elif token.type == "image":
        if _is_allowed_image(str(token.attrs.get("src", ""))):
            size = size_of(str(token.attrs["src"]))
            token.attrs |= {"loading": "lazy", "decoding": "async", **size}
        else:  # keep the words, never the address
            token.type, token.tag = "text", ""
            token.content = strip_sentinels(token.content) + (REFUSED if name_unknown else "")
    elif token.type in ("th_open", "td_open"):
        if token.type == "th_open":
            token.attrs["scope"] = "col"
        align = _ALIGN.get(str(token.attrs.pop("style", "")))
        if align:
            token.attrs["class"] = align


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": 40})
    parser.enable("table").use(footnote_plugin, inline=False)
    parser.inline.ruler.at("footnote_ref", markdown_rules.note_mark)
    parser.block.ruler.before("table", "deadline", markdown_rules.keep_deadline, {"alt": _BY_LINE})
    parser.inline.ruler.before("text", "deadline", markdown_rules.keep_deadline)
    parser.inline.ruler.before("link", "citation", markdown_rules.cite)
    parser.inline.ruler.before("citation", "key_in_text", markdown_rules.key_in_text)
    parser.inline.ruler.before("autolink", "bare_tag", markdown_rules.bare_tag)
    parser.add_render_rule("citation", markdown_rules.render_citation)
    parser.add_render_rule("bare_tag", markdown_rules.render_bare_tag)
    parser.add_render_rule("footnote_ref", markdown_rules.render_note_mark)
    parser.add_render_rule("footnote_anchor", markdown_rules.render_note_back)
    parser.add_render_rule("footnote_block_open", markdown_rules.render_notes_open)
    parser.add_render_rule("paragraph_close", render_paragraph_close)
    parser.add_render_rule("table_open", markdown_rules.render_table_open)
    parser.add_render_rule("fence", markdown_rules.render_code)
    parser.add_render_rule("code_block", markdown_rules.render_code)
    parser.add_render_rule("table_close", lambda *_: "</table></div>")
    return parser


_PARSER = _parser()
