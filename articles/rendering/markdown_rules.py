"""What our Markdown knows beyond CommonMark: citations in the text, lettered footnotes, bare `<sub>` and `<sup>`."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_ref

from articles.rendering.claim_marks import linked_numbers
from articles.rendering.sentinels import strip_sentinels
from evidence import deadline

_GROUP = re.compile(r"\[([^\[\]\n]{1,400})\]")
_KEY = re.compile(r"(?<![\w@.])@([A-Za-z0-9][\w.:-]*\w|[A-Za-z0-9])")
_LABELLED = re.compile(r"\(|\[(?!\^|[^\[\]\n]*@|\d)")
"""What makes brackets a link's words: an address, or a label that cites nothing itself."""
_NUMBERS = re.compile(r"\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?:\s*[,;]\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?)*")
_NOTE = re.compile(r"\[\^([^\s\[\]]{1,80})\]")
_BARE_TAG = re.compile(r"<(/?)(sub|sup)>|<br ?/?>", re.IGNORECASE)


def keep_deadline(*_: Any) -> bool:
    """A rule that finds nothing, and raises TooIntricateError where the time of the preview is over."""
    deadline.check()
    return False


# --- Citations in the text ---------------------------------------------------------------------------------


def cite(state: StateInline, silent: bool) -> bool:
    """`[@key]`, `[@a; @b]`, `[1]`, `[1-3]`, and a footnote that stands for a work on the list."""
    if state.src[state.pos] != "[":
        return False
    note = _NOTE.match(state.src, state.pos)
    if note:
        numbers = state.env["numbers"]
        number = numbers.get(f"note:{note[1]}", numbers.get(note[1]))
        return _push(state, silent, note, [(note[1], number)]) if number else False
    group = _GROUP.match(state.src, state.pos)
    if not group or _LABELLED.match(state.src, group.end()):
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
        token.meta = {"cited": dict.fromkeys(cited), "name_unknown": state.env["name_unknown"]}
        token.content = match[0]
    state.pos = match.end()
    return True


def key_in_text(state: StateInline, silent: bool) -> bool:
    """A bare `@key` of a work on the list."""
    if state.src[state.pos] != "@":
        return False
    match = _KEY.match(state.src, state.pos)
    if not match or match[1] not in state.env["numbers"]:
        return False
    return _push(state, silent, match, [(match[1], state.env["numbers"][match[1]])])


def note_mark(state: StateInline, silent: bool) -> bool:
    """`[^1]` of a note that has a text. The plugin alone reads on to the end of the line at each open `[^`."""
    return bool(_NOTE.match(state.src, state.pos)) and footnote_ref(state, silent)


def bare_tag(state: StateInline, silent: bool) -> bool:
    """`<sub>`, `<sup>` and `<br>` without attributes; the sanitiser closes what was left open."""
    match = _BARE_TAG.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("bare_tag", "", 0)
        token.content = match[0].lower()
    state.pos = match.end()
    return True


def render_citation(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    meta = tokens[place].meta
    unknown = [key for key, number in meta["cited"] if not number]
    html = linked_numbers(number for _, number in meta["cited"] if number)
    if unknown and meta["name_unknown"]:
        html += f'<span class="unknown-key">[not on the list: {", ".join(unknown)}]</span>'
    return html


def render_bare_tag(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    return tokens[place].content


# --- Footnotes that are no references ----------------------------------------------------------------------


def _letter(token: Token) -> str:
    place, letters = int(token.meta.get("letter", token.meta["id"])) + 1, ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def render_note_mark(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    token = tokens[place]
    number, again = int(token.meta["id"]) + 1, int(token.meta.get("subId", 0))
    own = f"fnref{number}:{again}" if again else f"fnref{number}"
    letter = _letter(token)
    link = f'<a href="#fn{number}" id="{own}" aria-label="Note {letter}">{letter}</a>'
    return f'<sup class="footnote-ref">{link}</sup>'


def render_note_back(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    token = tokens[place]
    number, again = int(token.meta["id"]) + 1, int(token.meta.get("subId", 0))
    target = f"fnref{number}:{again}" if again else f"fnref{number}"
    which = f", place {again + 1}" if again else ""
    name = f"Back to note {_letter(token)} in the text{which}"
    return f' <a href="#{target}" class="footnote-backref" aria-label="{name}">↑</a>'


def render_notes_open(*_: Any) -> str:
    return '<section class="footnotes"><h2 id="s-notes">Notes</h2><ol class="footnotes-list">'


def render_table_open(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    """A table that can be scrolled by keyboard, named by its head: several of a page are told apart."""
    heads: list[str] = []
    for at in range(place, len(tokens)):
        token = tokens[at]
        if token.type == "thead_close":
            break
        if token.type == "inline":
            said = (child.content for child in token.children or () if child.type in ("text", "code_inline"))
            heads.append(" ".join(strip_sentinels("".join(said)).split()))
    name = escape(f"Table: {', '.join(filter(None, heads))}"[:120].removesuffix(": "))
    return f'<div class="table" tabindex="0" role="region" aria-label="{name}"><table>'


def render_code(_renderer: Any, tokens: list[Token], place: int, _options: Any, _env: Any) -> str:
    """Code that is wider than the page can be scrolled by keyboard."""
    return f'<pre tabindex="0" role="region" aria-label="Code"><code>{escape(tokens[place].content)}</code></pre>\n'
