"""DOIs that a PDF or a typesetter broke by spaces: "10 .1371 /journal .pone.0200721"."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_PREFIX = lazily(
    r"(?<![\d.])10(?P<before>\s{0,2})\.(?P<after>\s{0,2})(?P<registrant>[1-9]\d{3,8}(?:\.\d{1,9}){0,3})"
    r"(?P<slash>\s{0,2}/\s{0,2})(?=[A-Za-z\d(])"
)
_ADDRESS = lazily(r"\b(dx\.)?doi\s?\.\s?org\s?/\s?(?=10\b)", re.IGNORECASE)
_LABEL = lazily(r"(?:\bdoi\s{0,2}:?|\bdoi\.org/)\s{0,3}$", re.IGNORECASE)
_LABEL_LENGTH = 30
_YEAR = lazily(r"(?:19|20)\d\d")
_PIECE = lazily(r"(\s{0,2})(\S{1,200})")
_MOST_PIECES = 14
_GOES_ON = lazily(r"[./_:]\w|-\d|\)\d")
"""The beginning of a piece that can begin no word of a text."""
_NUMBERED = lazily(r"[a-z]{2,12}[.-]\d{4}|\d{4}\.\d|[a-z]\d{3,}")
_WITH_FIGURE = lazily(r"\D{0,20}\d")
_OTHER = lazily(
    r"[./]?(?:10\.|https?:|www\.|doi|pm(?:c|id)|pubmed|epub|accessed|available|retrieved)|\d{4}[;:]", re.IGNORECASE
)
_ALONE = ("/", ".", "_")


def rejoined(text: str) -> str:
    """The text with its broken DOIs in one piece; what may be two words stays two."""
    if "10" not in text or "/" not in text:
        return text
    if "org" in text.lower():
        text = _ADDRESS.sub(lambda match: f"{match[1] or ''}doi.org/", text)
    pieces: list[str] = []
    at = 0
    while match := _PREFIX.search(text, at):
        pieces.append(text[at : match.start()])
        spaced = _gaps(match)
        if spaced < 0:
            pieces.append(match[0])
            at = match.end()
            continue
        suffix, at = _suffix(text, match.end(), spaced)
        pieces.append(f"10.{match['registrant']}/{suffix}")
    return "".join([*pieces, text[at:]])


def _gaps(match: re.Match[str]) -> int:
    """How many gaps the prefix has; -1 where it may be none: "10. 2015/16" is an item of a list."""
    around_slash = len(match["slash"]) > 1
    if match["after"] and not match["before"] and not around_slash:
        label = match.string[max(0, match.start() - _LABEL_LENGTH) : match.start()]
        letter = match.string[match.end()].isalpha() and not _YEAR.fullmatch(match["registrant"])
        if not (letter or _LABEL.search(label)):
            return -1
    return bool(match["before"]) + bool(match["after"]) + around_slash


def _suffix(text: str, at: int, gaps: int) -> tuple[str, int]:
    """The second half, its pieces put together as far as they belong to it, and where it ends."""
    joined = ""
    for _ in range(_MOST_PIECES):
        piece = _PIECE.match(text, at)
        if piece is None or (joined and not _belongs(joined, piece[2], gaps)):
            break
        joined += piece[2]
        at = piece.end()
    return joined, at


def _belongs(joined: str, word: str, gaps: int) -> bool:
    if _OTHER.match(word) or joined.endswith((",", ";", "]", ">")):
        return False
    if gaps > 1 and (word in _ALONE or (word == "-" and joined[-1].isdigit())):
        return True
    if _GOES_ON.match(word):
        return word[0] != "." or not word[1].isupper() or _WITH_FIGURE.match(word) is not None
    if joined[-1] == "-":
        return gaps > 1 and word[0].isdigit()
    if joined[-1] not in _ALONE:
        return False
    if _NUMBERED.match(word) or (joined[-1] == "/" and _WITH_FIGURE.match(word)):
        return True
    if word[:5].isdigit():
        return gaps > 0
    return (word[0].islower() or word[0].isdigit()) and (gaps > 1 or (gaps > 0 and word.endswith(".")))
