"""LaTeX as it stands in fields of BibTeX: into plain characters, into letters alone, or out of addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from evidence.language.patterns import lazily

_ESCAPED = lazily(r"(?<!\\)\\([&%#_$])")
"""Signs that BibTeX escapes and that mean themselves: most of the LaTeX in most files."""
_LATEX = lazily(r"[\\$~`]|--|''")
_SIGNS = str.maketrans({"\u00a0": " ", "\u02c6": "^"})
"""Signs as pylatexenc writes them and as people do."""
_LOWERED = lazily(r"\$_\{?([\w+-]{1,6})\}?\$|\$\^\{?([\w+-]{1,6})\}?\$")

_LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "SS": "ẞ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "i": "ı", "j": "ȷ",
}  # fmt: skip
"""Commands that are a letter."""
_COMMANDS = "|".join(sorted(_LETTERS, key=len, reverse=True))
_LETTER = lazily(rf"\\({_COMMANDS})(?:\s{{0,3}}\{{\s?\}}|(?![A-Za-z])(\s{{0,9}}))")
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
    "k": "\u0328",
}  # fmt: skip
"""Commands that put a sign above or below the letter behind them."""
_BASE = rf"(?:\\(?:{_COMMANDS})(?![A-Za-z])\s?|[^\W\d_])"
_ACCENT = lazily(
    rf"\\(?:([`'^\"~=.])\s{{0,3}}(?=[^\s])|([uvHcdbrk])(?![A-Za-z])\s{{0,3}})(?:\{{\s?({_BASE})\s?\}}|({_BASE}))"
)
_ONE_LETTER = lazily(r"\{([^\x00-\x7f][\u0300-\u036f]?)\}")
_APOSTROPHE = lazily(r"(?<![^\s{,~])([OD])\\'(?=[A-Z][a-z])")
"""An apostrophe that some program escaped: no name has an accent there."""
_MOST_ACCENTS = 3
"""Signs on one letter; Vietnamese has two."""

_LINKED = lazily(r"\\href\s?\{((?:[^{}]|\{[^{}]{0,40}\}){0,1000})\}\s?\{((?:[^{}]|\{[^{}]{0,40}\}){0,1000})\}")
_SHOWN = lazily(r"\\(?:url|nolinkurl|path|doi|texttt|mbox|text)\s?\{((?:[^{}]|\{[^{}]{0,40}\}){0,1000})\}")
_NAMED_SIGNS = {
    "textless": "<", "textgreater": ">", "textunderscore": "_", "textasciitilde": "~", "textbackslash": "\\",
    "textquotesingle": "'", "textbar": "|", "textasciicircum": "^", "textampersand": "&", "textdollar": "$",
    "texthash": "#", "textpercent": "%", "textbraceleft": "{", "textbraceright": "}", "textendash": "–",
    "lt": "<", "gt": ">", "slash": "/", "ensuremath": "",
}  # fmt: skip
_NAMED_SIGN = lazily(rf"\\({'|'.join(_NAMED_SIGNS)})(?![A-Za-z])\s?(?:\{{\}})?")
_TILDE = lazily(r"\\~\s?\{\s?\}|\$\\sim\$")
_ONE_SIGN = lazily(r"\{([^A-Za-z\d\s{}])\}")
_MATHS = lazily(r"\$([<>_])\$")


def plain(value: str) -> str:
    """A field of text without LaTeX: accents, Greek letters and dashes as characters, no braces."""
    if not value:
        return ""
    escaped = "\\" in value
    if not _LATEX.search(_ESCAPED.sub("", value) if escaped else value):
        bare = value.replace("{", "").replace("}", "")
        return " ".join((_ESCAPED.sub(r"\1", bare) if escaped else bare).split())
    safe = _LOWERED.sub(lambda match: match[1] or match[2], re.sub(r"(?<!\\)%", r"\\%", value))
    try:
        words = _latex_to_text(safe)
    except (ValueError, IndexError, RecursionError):
        words = re.sub(r"[{}\\$]", "", value)
    return " ".join(words.translate(_SIGNS).split())


def with_letters(value: str) -> str:
    r"""A text in which commands that are letters, and accents, are characters: "\O{}ystein", "{\'E}tienne", "\aa ge".

    All other LaTeX, and braces round more than one such letter, stay.
    """
    if "\\" not in value:
        return value
    value = _APOSTROPHE.sub(r"\1'", value)
    for _ in range(_MOST_ACCENTS):
        changed = _ACCENT.sub(_accented, value)
        if changed == value:
            break
        value = _ONE_LETTER.sub(r"\1", changed)
    return _ONE_LETTER.sub(r"\1", _LETTER.sub(_letter, value))


def _accented(match: re.Match[str]) -> str:
    base = (match[3] or match[4]).strip()
    letter = {"\\i": "i", "\\j": "j"}.get(base) or (_LETTERS[base[1:]] if base[0] == "\\" else base)
    return unicodedata.normalize("NFC", letter + _COMBINING[match[1] or match[2]])


def _letter(match: re.Match[str]) -> str:
    r"""The letter. Space behind a command is its end ("\aa ge"), unless a word seems to end there ("Wei\ss Berg")."""
    letter, text = _LETTERS[match[1]], match.string
    word_ends = letter.islower() and match.start() > 0 and text[match.start() - 1].isalpha()
    return f"{letter} " if match[2] and word_ends and text[match.end() : match.end() + 1].isupper() else letter


def address(value: str) -> str:
    r"""An address as it is meant: without "\url", of "\href" the address itself, escaped signs as themselves."""
    return _signs(_SHOWN.sub(r"\1", _LINKED.sub(r"\1", value))) if "\\" in value or "{" in value else value


def identifier(value: str) -> str:
    r"""An identifier as it is meant: {\_} and {\textless} as signs, of "\href" what holds the number, no braces."""
    if "\\" not in value and "{" not in value and "$" not in value:
        return value
    linked = _LINKED.sub(lambda match: match[2] if "10." in match[2] else match[1], value)
    return _signs(_SHOWN.sub(r"\1", linked)).translate({ord(sign): None for sign in "{}$"})


def _signs(value: str) -> str:
    """Escaped signs as themselves."""
    value = _MATHS.sub(r"\1", _TILDE.sub("~", value))
    value = _NAMED_SIGN.sub(lambda match: _NAMED_SIGNS[match[1]], value)
    return _ONE_SIGN.sub(r"\1", re.sub(r"\\([&%#_$~^{}<>/-])", r"\1", value))


def unwrapped(value: str) -> str:
    """A value without the braces or quotation marks around all of it."""
    while len(value) > 1 and (value[0], value[-1]) in (("{", "}"), ('"', '"')) and encloses(value):
        value = value[1:-1].strip()
    return value


def encloses(value: str) -> bool:
    """Whether the brace or quotation mark that a value begins with is closed by its last sign alone."""
    if value[0] == '"':
        return '"' not in value[1:-1]
    depth = 0
    for place, letter in enumerate(value):
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and place < len(value) - 1:
            return False
    return depth == 0


def _latex_to_text(text: str) -> str:
    converter, macros = _converter()
    words: str = converter.latex_to_text(text, latex_context=macros)
    return words


@cache
def _converter() -> tuple[Any, Any]:
    """pylatexenc's tables, made once: that takes longer than reading a title."""
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]
    from pylatexenc.latexwalker import get_default_latex_context_db  # type: ignore[import-untyped]

    return LatexNodes2Text(keep_comments=True, strict_latex_spaces=False), get_default_latex_context_db()
