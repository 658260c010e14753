"""Text out of the markup that services send: JATS in abstracts, a little HTML in titles."""

from __future__ import annotations

import html
import re
import unicodedata

_BLOCK_END = re.compile(r"</(?:jats:)?(?:p|sec|title|list-item|disp-formula)\s*>", re.IGNORECASE)
_SECTION_TITLE = re.compile(
    r"<(?:jats:)?title(?:\s[^<>]{0,200})?>(.{0,300}?)</(?:jats:)?title\s*>", re.IGNORECASE | re.DOTALL
)
_MATHS = re.compile(
    r"<(?:jats:)?(?:tex-math|mml:math|math)\b.{0,3000}?</(?:jats:)?(?:tex-math|mml:math|math)\s*>", re.I | re.S
)
_TAG = re.compile(r"<(?!\s)/?[A-Za-z!?][^<>]{0,500}>")
_KEPT = re.compile(r"<(/?)(?:jats:)?(italic|bold|i|em|b|strong|sub|sup|scp)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_SHORT = {"italic": "i", "em": "i", "i": "i", "bold": "b", "strong": "b", "b": "b", "sub": "sub", "sup": "sup"}
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for the angle brackets of the tags that stay while all others go."""
_MARK = re.compile(f"{_OPEN}(/?)([a-z]+){_CLOSE}")
_ABSTRACT = re.compile(r"^(?:abstract|summary)[.:]?\s+", re.IGNORECASE)


def plain(text: object, *, longest: int = 20_000) -> str:
    """Text without tags and control characters, entities resolved, in one line."""
    return _line(_TAG.sub("", _resolved(text, longest)))


def title(text: object) -> str:
    """A title in one line in which i, b, sub and sup are kept, as CSL-JSON allows, and nothing else."""

    def short(match: re.Match[str]) -> str:
        name = _SHORT.get(match[2].lower(), "")
        return f"{_OPEN}{match[1]}{name}{_CLOSE}" if name else ""

    marked = _KEPT.sub(short, _resolved(text, 5000).replace(_OPEN, "").replace(_CLOSE, ""))
    cleaned = _line(_TAG.sub("", marked))
    if _balanced(cleaned):
        return cleaned.replace(_OPEN, "<").replace(_CLOSE, ">")
    return _MARK.sub("", cleaned)


def without_tags(text: str) -> str:
    return re.sub(r"</?(?:i|b|sub|sup)>", "", text)


def abstract(text: object) -> str:
    """A JATS abstract as paragraphs: section titles stand before their text with a colon."""
    body = _MATHS.sub(" ", _resolved(text, 60_000))
    body = _SECTION_TITLE.sub(lambda match: f"\n{plain(match[1]).rstrip(': ')}: ", body)
    body = _TAG.sub("", _BLOCK_END.sub("\n", body))
    lines = [line for line in (_line(part) for part in body.split("\n")) if line]
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].endswith(":") and len(joined[-1]) < 80:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    if joined and joined[0].lower().rstrip(": .") in ("abstract", "summary"):
        joined.pop(0)
    result = "\n".join(joined)
    return re.sub(r"^(?:Abstract|Summary): ", "", _ABSTRACT.sub("", result) if result[:8].isupper() else result)


def _balanced(text: str) -> bool:
    opened: list[str] = []
    for closing, name in _MARK.findall(text):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _resolved(text: object, longest: int) -> str:
    """Text or a number; anything else counts as absent.

    Entities are resolved before tags are looked for: publishers deposit "&lt;i&gt;" as often as "<i>".
    """
    written = str(text)[:longest] if isinstance(text, str | int | float) and text is not False else ""
    return html.unescape(html.unescape(written))


def _line(text: str) -> str:
    text = "".join(
        character
        for character in text
        if character in "\n\t"
        or character in (_OPEN, _CLOSE)
        or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co")
    )
    return re.sub(r"\s+", " ", text).strip()
