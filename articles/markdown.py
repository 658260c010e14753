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
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from articles.marking import WORD_JOINER, linked_numbers
from articles.sentinels import strip_sentinels

_GROUP = re.compile(r"\[([^\[\]\n]{1,400})\]")
_KEY = re.compile(r"(?<![\w@.])@([A-Za-z0-9][\w.:-]*\w|[A-Za-z0-9])")
_NUMBERS = re.compile(r"\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?:\s*[,;]\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?)*")
_NOTE = re.compile(r"\[\^([^\s\[\]]{1,80})\]")
_BARE_TAG = re.compile(r"<(/?)(sub|sup)>|<br ?/?>", re.IGNORECASE)
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
    *("hr", "br", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "section", "div", "span"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "rel", "id", "aria-label"},
    "img": {"src", "alt", "title", "loading", "decoding"},
    "ol": {"start"},
    "li": {"id"},
    "h2": {"id"},
    "h3": {"id"},
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
_OUR_ID = re.compile(r"(?:fn|fnref)\d+(?::\d+)?|s-[a-z0-9-]{1,60}")
_FRAGMENT = re.compile(r"#(?:ref-\d+|(?:fn|fnref)\d+(?::\d+)?|s-[a-z0-9-]{1,60})")


def sanitise(html: str) -> str:
    """The HTML with nothing in it but the tags, attributes, classes and ids that `to_html` makes."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        attribute_filter=_filter,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


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
    tokens = _PARSER.parse(text, env)
    _shift_headings(tokens)
    for token in tokens:
        _settle(token, commercial)
        for child in token.children or ():
            _settle(child, commercial)
    return sanitise(_PARSER.renderer.render(tokens, _PARSER.options, env))


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
    if attribute == "href":
        return value if _FRAGMENT.fullmatch(value) or safe_link(value) else None
    if attribute == "src":
        return value if _is_allowed_image(value) else None
    return value


def _is_allowed_image(url: str) -> bool:
    media = settings.MEDIA_URL if settings.MEDIA_URL.startswith(("/", "http")) else f"/{settings.MEDIA_URL}"
    if ".." in url or "\\" in url:
        return False
    return url.startswith(media) or bool(re.match(r"https://[\w-]", url, re.IGNORECASE))


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
    """The highest heading becomes h2: the page's title is the only h1, and no level is skipped at the top."""
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = 2 - min(levels, default=2)
    seen: set[str] = set()
    for place, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            level = min(6, int(token.tag[1]) + shift)
            token.tag = f"h{level}"
            if token.type == "heading_open" and level <= 3:
                token.attrs["id"] = _slug(strip_sentinels(tokens[place + 1].content), seen)


def _slug(words: str, seen: set[str]) -> str:
    base = "s-" + (re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40].strip("-") or "part")
    slug, count = base, 1
    while slug in seen:
        count += 1
        slug = f"{base}-{count}"
    seen.add(slug)
    return slug


def _settle(token: Token, commercial: Collection[str]) -> None:
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
            token.attrs |= {"loading": "lazy", "decoding": "async"}
        else:  # keep the words, never the address
            token.type, token.tag = "text", ""
            token.content = strip_sentinels(token.content)
    elif token.type in ("th_open", "td_open"):
        align = _ALIGN.get(str(token.attrs.pop("style", "")))
        if align:
            token.attrs["class"] = align


# --- Citations in the text ---------------------------------------------------------------------------------


def _cite(state: StateInline, silent: bool) -> bool:
    """`[@key]`, `[@a; @b]`, `[1]`, `[1-3]`, and a footnote that stands for a work on the list."""
    if state.src[state.pos] != "[":
        return False
    note = _NOTE.match(state.src, state.pos)
    if note:
        numbers = state.env["numbers"]
        number = numbers.get(f"note:{note[1]}", numbers.get(note[1]))
        return _push(state, silent, note, [(note[1], number)]) if number else False
    group = _GROUP.match(state.src, state.pos)
    if not group or state.src[group.end() : group.end() + 1] in ("(", "["):
        return False
    words = strip_sentinels(group[1]).strip()
    if _NUMBERS.fullmatch(words) and words.upper() not in state.env.get("references", {}):
        cited = _numbers(words)
        if all(number in state.env["listed"] for number in cited) and cited:
            return _push(state, silent, group, [(str(number), number) for number in cited])
        return False
    keys = _KEY.findall(words)
    if not keys:
        return False
    return _push(state, silent, group, [(key, state.env["numbers"].get(key)) for key in keys])


def _numbers(words: str) -> list[int]:
    found: list[int] = []
    for part in re.split(r"\s*[,;]\s*", words):
        first, _, last = part.replace("–", "-").partition("-")
        low, high = int(first), int(last or first)
        if high < low or high - low > 60:
            return []
        found.extend(range(low, high + 1))
    return found


def _push(state: StateInline, silent: bool, match: re.Match[str], cited: list[tuple[str, int | None]]) -> bool:
    if not silent:
        if state.pending.strip() or not (state.tokens and state.tokens[-1].type == "citation"):
            state.pending = state.pending.rstrip(" ")  # the number stands close to the word before it
        token = state.push("citation", "sup", 0)
        token.meta = {"cited": list(dict.fromkeys(cited)), "name_unknown": state.env["name_unknown"]}
        token.content = match[0]
    state.pos = match.end()
    return True


def _key_in_text(state: StateInline, silent: bool) -> bool:
    """A bare `@key` of a work on the list."""
    if state.src[state.pos] != "@":
        return False
    match = _KEY.match(state.src, state.pos)
    if not match or match[1] not in state.env["numbers"]:
        return False
    return _push(state, silent, match, [(match[1], state.env["numbers"][match[1]])])


def _bare_tag(state: StateInline, silent: bool) -> bool:
    """`<sub>`, `<sup>` and `<br>` without attributes; the sanitiser closes what was left open."""
    match = _BARE_TAG.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("bare_tag", "", 0)
        token.content = match[0].lower()
    state.pos = match.end()
    return True


def _render_citation(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    meta = tokens[place].meta
    unknown = [key for key, number in meta["cited"] if not number]
    html = linked_numbers(number for _, number in meta["cited"] if number)
    if unknown and meta["name_unknown"]:
        html += f'<span class="unknown-key">[not on the list: {", ".join(unknown)}]</span>'
    return html


def _render_bare_tag(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    return tokens[place].content


# --- Footnotes that are no references ----------------------------------------------------------------------


def _letter(token: Token) -> str:
    place, letters = int(token.meta["id"]) + 1, ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _render_note_mark(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    token = tokens[place]
    number, again = int(token.meta["id"]) + 1, int(token.meta.get("subId", 0))
    own = f"fnref{number}:{again}" if again else f"fnref{number}"
    letter = _letter(token)
    link = f'<a href="#fn{number}" id="{own}" aria-label="Note {letter}">{letter}</a>'
    return f'{WORD_JOINER}<sup class="footnote-ref">{link}</sup>'


def _render_note_back(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    token = tokens[place]
    number, again = int(token.meta["id"]) + 1, int(token.meta.get("subId", 0))
    target = f"fnref{number}:{again}" if again else f"fnref{number}"
    return f' <a href="#{target}" class="footnote-backref" aria-label="Back to the text">↑</a>'


def _render_notes_open(*_: Any) -> str:
    return '<section class="footnotes"><h2 id="s-notes">Notes</h2><ol class="footnotes-list">'


def _render_table_open(*_: Any) -> str:
    return '<div class="table" tabindex="0" role="region" aria-label="Table"><table>'


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": 40})
    parser.enable("table").use(footnote_plugin, inline=False)
    parser.inline.ruler.before("link", "citation", _cite)
    parser.inline.ruler.before("citation", "key_in_text", _key_in_text)
    parser.inline.ruler.before("autolink", "bare_tag", _bare_tag)
    parser.add_render_rule("citation", _render_citation)
    parser.add_render_rule("bare_tag", _render_bare_tag)
    parser.add_render_rule("footnote_ref", _render_note_mark)
    parser.add_render_rule("footnote_anchor", _render_note_back)
    parser.add_render_rule("footnote_block_open", _render_notes_open)
    parser.add_render_rule("table_open", _render_table_open)
    parser.add_render_rule("table_close", lambda *_: "</table></div>")
    return parser


_PARSER = _parser()
