"""Words of effect that readers know though their letters are changed or kept apart: "curés", "cur3s", "c u r e s".

Which letters pass for which follows Unicode: what a letter is by compatibility (UAX 15), or by its name without what
it is "with". Accents are letters of names and of other languages, and a dot or a dash parts words. So only what makes
one of the words that promise or harm (21 CFR 101.93(g)) is read as it, and letters that stand one by one as a word of
health.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters

from evidence.deadline import paced
from evidence.language import spaced_letters
from evidence.language.patterns import lazily
from evidence.language.vocabulary import is_health

_WORDS = (
    "cure heal treat prevent reverse relieve reduce lower ease eliminate kill protect soothe fight combat banish defeat"
    " shrink destroy cause harm damage trigger remedy safe remove restore boost improve"
)


def _forms(word: str) -> Iterator[str]:
    stem = word.removesuffix("e")
    yield from (word, f"{word}s", f"{stem}ed", f"{stem}ing")


EFFECTS = frozenset(form for word in _WORDS.split() for form in _forms(word))
_GAP = r"\x0b\x0c\x1c-\x1f\x85\u2028\u2029\\{}|^_.·•‧∙'’\-\u00a0\u2000-\u200a\u202f\u2800\ufffc"
_PARTED = lazily(
    rf"(?<![^\W_])(?:_{{0,3}}[A-Za-z]{{1,12}}+[{_GAP}]{{1,4}}[A-Za-z](?:[{_GAP}]{{0,4}}[A-Za-z]){{0,14}}(?![^\W_])"
    r"|[A-Za-z]{2,10}+-[ \t]{0,9}\r?\n[ \t>]{0,9}[a-z]{2,10}(?![^\W_]))"
)
"""A word with signs between its letters, or with a dash at the end of a line."""
_SPACE = r" \u00a0\u2000-\u200a\u202f·._-"
_SPACED = lazily(rf"(?<![^\W_])[A-Za-z](?:[{_SPACE}][A-Za-z]){{3,16}}(?![^\W_])")
"""Letters that stand one by one."""
_MAY_BE_SPACED = lazily(rf"[{_SPACE}][A-Za-z][{_SPACE}][A-Za-z][{_SPACE}]")
"""Two of them, without which there are no four: a quick look before the long one."""
_OVER = "\u0300-\u036f\u20d0-\u20ff\ufe20-\ufe2f"
_IN_BOXES = "\u249c-\u24b5\U0001f110-\U0001f189\U0001f1e6-\U0001f1ff"
_SIGN = rf"(?:[^\x00-\x7f\W_]|[{_OVER}{_IN_BOXES}]|[0134579@$][A-Za-z])"
_MAY_BE_CHANGED = lazily(
    # One set of signs, which is searched for in less time than three.
    rf"[0134579@$\x80-\U0010ffff](?:(?<=[0134579@$])(?=[A-Za-z])|(?<=[^\x00-\x7f\W_])|(?<=[{_OVER}{_IN_BOXES}]))"
)
"""A letter or figure that passes for another, as `_SIGN` has it."""
_MOST_BEFORE = 16
_CHANGED = lazily(rf"(?<![^\W_])(?=[A-Za-z]{{0,{_MOST_BEFORE}}}{_SIGN})(?:[^\W_]|[@${_OVER}{_IN_BOXES}]){{3,60}}")
"""A word with a letter that is none of the plain ones, or a figure among its letters."""
_MARKS = lazily(f"[{_OVER}]")
_PASSES = {
    **dict(zip("0134579@$", "oleastgas", strict=True)),
    **dict(zip("ʊɔʌꞇ𐐽քⲩⲉⲋⲛⲣⲧςμρ", "ucvtcpuesnptcup", strict=True)),
}
"""Figures and letters of other scripts that pass for letters inside a word alone."""
_NAMED = lazily(
    r"(?:LATIN|NEGATIVE SQUARED LATIN|NEGATIVE CIRCLED LATIN|SQUARED LATIN|REGIONAL INDICATOR SYMBOL)"
    r" (?:SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL|LETTER)"
    r"(?: BLACKLETTER| SCRIPT| OPEN| DOTLESS| TURNED| REVERSED| LONG)? ([A-Z])(?: BAR| ROTUNDA| WITH(?:OUT)? .*)?"
)
"""How Unicode names the letters of the Latin alphabet with what is added to them."""


def disguised(text: str) -> Iterator[tuple[int, int, str]]:
    """From where to where a word of effect is disguised, and the word; a place may come twice.

    Addresses, keys and acronyms ("the S.A.F.E. trial") stay as they are.
    """
    for start, end, word in _found(text):
        if not _IN_ADDRESS.search(text, max(0, start - _AROUND), start) and not _ACRONYM.fullmatch(text, start, end):
            yield start, end, word


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in paced(_PARTED.finditer(text)):
        word = "".join(filter(str.isalpha, match[0]))
        if word.lower() in EFFECTS:
            yield *match.span(), word
    for match in paced(_SPACED.finditer(text) if _MAY_BE_SPACED.search(text) else ()):
        word = "".join(filter(str.isalpha, match[0]))
        if word.lower() in EFFECTS or is_health(word.lower()):
            yield *match.span(), word
    if _MAY_BE_SPACED.search(text):
        yield from spaced_letters.words_in(text, EFFECTS)
    for match in paced(_changed(text)):
        word = "".join(map(plain, match[0]))
        if word.lower() in EFFECTS and word != match[0]:
            yield *match.span(), word


def _changed(text: str) -> Iterator[re.Match[str]]:
    """What `_CHANGED.finditer` finds. It begins where the plain letters before such a sign do; few words hold one."""
    end = 0
    for sign in paced(_MAY_BE_CHANGED.finditer(text)):
        begin = sign.start()
        while begin > end and sign.start() - begin < _MOST_BEFORE and text[begin - 1] in ascii_letters:
            begin -= 1
        if begin >= end and (match := _CHANGED.match(text, begin)):
            end = match.end()
            yield match


_IN_ADDRESS = lazily(r"(?:://|\]\(|@|www\.)[^\s]{0,200}\Z")
_AROUND = 240
"""Letters before a word in which an address begins that it is part of [house]."""
_ACRONYM = lazily(r"(?:[A-Z]\.){2,16}[A-Z]")


@lru_cache(maxsize=4096)
def plain(letter: str) -> str:
    """The plain letter that a letter passes for, "" for a mark on another, or the letter itself."""
    if letter in _PASSES:
        return _PASSES[letter]
    if letter.isascii() or _MARKS.match(letter):
        return letter if letter.isascii() else ""
    base = "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)).strip("()")
    if base.isascii() and len(base) == 1:
        return base
    named = _NAMED.fullmatch(unicodedata.name(letter, ""))
    if named is None:
        return letter
    return named[1] if "CAPITAL LETTER" in named[0] else named[1].lower()
