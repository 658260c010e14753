"""Signs that nobody sees and letters that look like others, put away before anything is judged.

A soft hyphen inside "cures", a Cyrillic "с" at its beginning, `c&#117;res` or `**cu**res` look like the word to readers
and are another word to a program: a claim would vanish with its flags. The text is therefore judged as it looks, and
every place leads back to the text as it is written. Which letters look alike follows Unicode's UTS 39 (confusables),
kept to those that pass for letters of the Latin alphabet.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.cut_words import marks_in_words, turned_words
from evidence.language.disguised_words import disguised
from evidence.language.patterns import lazily
from evidence.language.ruby import readings_in
from evidence.language.unseen_inline import remarks_in, unseen_in

# Controls that break no line, soft hyphen, grapheme joiner, Arabic letter mark, Mongolian separator, zero-width spaces
# and joiners, marks of direction, invisible operators, variation selectors, byte order mark, marks of annotation, of
# shorthand and of music, tags.
INVISIBLE = (
    "\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef"
)
_LOOK_ALIKE = {
    **dict(zip("асԁеһіјӏорԛѕԝхуѵгӓӧёїАВСЕНІЈКМОРЅТХҮԜҚ", "acdehijlopqswxyvraoeiABCEHIJKMOPSTXYWK", strict=True)),
    **dict(zip("αγεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ", "ayeikvoptuxABEZHIKMNOPTYXcj", strict=True)),
    **dict(zip("ɑɡɩıſʋᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢƨ", "agiifuABCDEGHIJKLMNOPRTUVWYZs", strict=True)),
    **dict(zip("ⲥⲅᴦҽꜱ", "crreS", strict=True)),
    **dict(zip("օոսհցզԼՍՏ", "onuhgqLUS", strict=True)),
    **dict(zip("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ", "ABCDEGHiJKLMPRSTVWZ", strict=True)),
    **dict(zip("ꭺᏼꮯꭰꭼꮐꮋꭵꭻꮶꮮꮇꮲꭱꮪꭲꮩꮃꮓꮜ", "abcdeghijklmprstvwzu", strict=True)),
    **dict(zip("ηцпт", "nunt", strict=True)),
}
_FOREIGN = "".join(_LOOK_ALIKE)
# Full-width, mathematical, circled and Roman forms of letters, and ligatures: the same letters by compatibility. Raised
# figures are none of these: they are marks of citations.
_FORMS = (
    "\uff01-\uff5d\ufb00-\ufb06\u2100-\u214f\u2160-\u217f\u24b6-\u24e9\U0001d400-\U0001d7ff"
    "\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
)
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_HYPHENS = "\u2010\u2011"
_LATIN = lazily("[A-Za-z]")
_CAPITALS = lazily("[A-Z]{2}|[a-z][A-Z]")
_WIDE = lazily("[\u3000-\u30ff\u3400-\u9fff]")
_BROKEN = lazily(r"[ \t]{0,9}\r?\n[ \t>]{0,9}(?=[a-z])")
"""The end of a line behind a soft hyphen, where its word goes on."""
_HIDDEN = lazily(f"[{INVISIBLE}]")
_ODD = lazily(
    f"(?P<hidden>[{INVISIBLE}]+)|(?P<form>[{_FORMS}]+)|(?P<hyphen>[{_HYPHENS}])"
    rf"|(?P<word>[^\W\d_]*[{_FOREIGN}](?:[^\W\d_]|[{INVISIBLE}])*)"
)
_ODD_SIGN = lazily(f"[{INVISIBLE}{_FORMS}{_HYPHENS}{_FOREIGN}]")
"""One of these stands in everything that `_ODD` finds: a quick look before the long one."""
_CONTROL = lazily(r"[\x01-\x08\x0e-\x1b\x7f]")
_ENTITY = lazily(r"&(?:#\d{2,12}|#[xX][0-9a-fA-F]{2,12}|[A-Za-z]{2,31});")
_SPELT_MARK = lazily(
    r"(?P<opens>&(?:#91|#[xX]5[bB]|lsqb|lbrack);)\s?\d[\d,;–\s-]{0,30}(?P<closes>&(?:#93|#[xX]5[dD]|rsqb|rbrack);)"
    r"|(?<=\d)(?P<dash>&(?:[nm]dash|minus|#821[12]|#8722|#[xX]201[34]);)(?=\d)"
)
"""Brackets around the numbers of a mark and a dash between two."""
_ESCAPE = lazily(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})")
"""How quotation marks of YAML and JSON hold a letter."""
_OTHER_SCRIPT = lazily("[\u0370-\u058f\u13a0-\u13ff]+")
_FEW = 20
"""A word of another script alone is folded where the text has so many times more Latin letters [house]: in a text in
Russian it is a word of its own."""


class Edit(NamedTuple):
    """What stands from `start` to `end` of the text is read as `read`. `deceives` where a reader could not see it."""

    start: int
    end: int
    read: str
    deceives: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it looks, and the way back to the text as it is written."""

    text: str
    edits: tuple[Edit, ...]
    _starts: tuple[int, ...]
    """Where what is read begins in the folded text, for each edit."""

    def start(self, place: int) -> int:
        """The place in the written text of the character at a place of the folded one."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return place
        edit = self.edits[number]
        ahead = place - self._starts[number] - len(edit.read)
        return edit.start if ahead < 0 else edit.end + ahead

    def end(self, place: int) -> int:
        """The place in the written text behind the character before a place of the folded one."""
        if place <= 0:
            return place
        number = bisect_right(self._starts, place - 1) - 1
        if number < 0:
            return place
        edit = self.edits[number]
        ahead = place - self._starts[number] - len(edit.read)
        return edit.end if ahead <= 0 else edit.end + ahead

    def hidden(self) -> tuple[tuple[int, int], ...]:
        """Where the written text holds something inside a word that its readers cannot see."""
        return tuple((edit.start, edit.end) for edit in self.edits if edit.deceives)


def fold(text: str, *, markdown: bool, html: bool = False, also: Iterable[Edit] = ()) -> Folded | None:
    """The text as it looks; None where it is written as it looks. Entities and emphasis count in Markdown alone.

    `html` says that tags are followed: what stands within a line and is not shown is no part of it.
    `also` are edits that a reader of the whole text knows of.
    """
    edits = [*_edits(text, markdown=markdown), *also]
    if markdown and html:
        edits += [
            Edit(start, end, "", False) for start, end in (*unseen_in(text), *remarks_in(text), *readings_in(text))
        ]
    deceiving = sorted(edit.start for edit in edits if edit.deceives)
    for start, end, word in disguised(text):  # readers see these letters, but for what else hides among them
        edits.append(Edit(start, end, word, bisect_left(deceiving, start) < bisect_left(deceiving, end)))
    if not edits:
        return None
    edits.sort(key=lambda edit: (edit.start, -edit.end))
    pieces, starts, kept, place, length = [], [], [], 0, 0
    for edit in edits:
        if edit.start < place:
            continue  # within another one
        pieces += [text[place : edit.start], edit.read]
        length += edit.start - place
        starts.append(length)
        length += len(edit.read)
        kept.append(edit)
        place = edit.end
    pieces.append(text[place:])
    return Folded("".join(pieces), tuple(kept), tuple(starts))


def _edits(text: str, *, markdown: bool) -> Iterator[Edit]:
    if not text.isascii() or _CONTROL.search(text):
        yield from _odd_characters(text)
    if markdown and "&" in text:
        yield from _spelt(text, _ENTITY)
        yield from _spelt_marks(text)
    if markdown and ("\\u" in text or "\\x" in text):
        yield from _spelt(text, _ESCAPE)
    if markdown:
        yield from (Edit(start, end, "", False) for start, end in marks_in_words(text))
    yield from (Edit(*turned, deceives=True) for turned in turned_words(text))


def _odd_characters(text: str) -> Iterator[Edit]:
    if not _ODD_SIGN.search("".join(set(text))):  # each letter once, since a text has few
        return
    other_scripts: bool | None = None
    for match in paced(_ODD.finditer(text)):
        start, end = match.span()
        if start == 0 and match["hidden"] == "\ufeff":
            continue  # a byte order mark, known to whoever reads a file
        if match["hidden"]:
            if "\u00ad" in match["hidden"] and (broken := _BROKEN.match(text, end)):
                end = broken.end()
            yield Edit(start, end, "", _in_word(text, start, end))
        elif match["hyphen"]:
            yield Edit(start, end, "-", False)
        elif match["form"]:
            if not _beside_wide_letters(text, start, end):
                yield from _other_forms(match["form"], start)
        else:
            word = match["word"]
            if _CAPITALS.search(word):
                continue  # "TNFα", "NFκB": signs of chemistry
            if not _LATIN.search(word):
                if other_scripts is None:
                    other_scripts = _has_other_scripts(text)
                if other_scripts or not _passes_for_latin(word):
                    continue
            yield from _look_alikes(word, start)


def _beside_wide_letters(text: str, start: int, end: int) -> bool:
    """Whether signs stand in Chinese or Japanese, where full-width forms are the usual ones."""
    return _WIDE.match(text, max(0, start - 1), start) is not None or _WIDE.match(text, end) is not None


def _other_forms(forms: str, start: int) -> Iterator[Edit]:
    """Letters, figures and signs in other forms; "™" and the like are signs of their own."""
    for place, form in enumerate(forms, start):
        read = unicodedata.normalize("NFKC", form)
        if read.isascii() and (len(read) == 1 or form in _LIGATURES):
            yield Edit(place, place + 1, read, form not in _LIGATURES and read.isalpha())


def _look_alikes(word: str, start: int) -> Iterator[Edit]:
    for place, letter in enumerate(word, start):
        if read := _LOOK_ALIKE.get(letter):
            yield Edit(place, place + 1, read, True)
        elif _is_invisible(letter):
            yield Edit(place, place + 1, "", True)


def _is_invisible(letter: str) -> bool:
    return _HIDDEN.match(letter) is not None


def _passes_for_latin(word: str) -> bool:
    """Whether a word of another script looks Latin as a whole. A Greek letter alone is a sign ("α", "ω-3")."""
    letters = [letter for letter in word if not _is_invisible(letter)]
    if any(letter not in _LOOK_ALIKE for letter in letters):
        return False
    return len(letters) > 1 or not "\u0370" <= letters[0] <= "\u03ff"


def _has_other_scripts(text: str) -> bool:
    """Whether the text is written in another script to some length, with words that no Latin letters look like."""
    words = _OTHER_SCRIPT.findall(text)
    if all(map(_passes_for_latin, words)):
        return False
    return sum(map(len, words)) * _FEW > len(_LATIN.findall(text))


def _in_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def _spelt_marks(text: str) -> Iterator[Edit]:
    read = {"opens": "[", "closes": "]", "dash": "–"}
    for match in paced(_SPELT_MARK.finditer(text)):
        yield from (Edit(*match.span(name), read[name], False) for name in read if match[name])


def _spelt(text: str, written: re.Pattern[str]) -> Iterator[Edit]:
    """Entities and escapes of a letter or of nothing to be seen; all others are read where they matter."""
    for match in paced(written.finditer(text)):
        read = chr(int(match[0][2:], 16)) if match[0][0] == "\\" else html.unescape(match[0])
        if len(read) != 1:
            continue
        start, end = match.span()
        if match[0][0] == "\\" and not text[end : end + 1].isalpha():
            continue  # an escape that code speaks of
        if _is_invisible(read):
            yield Edit(start, end, "", _in_word(text, start, end))
        elif read.isascii() and read.isalpha():
            yield Edit(start, end, read, True)
        elif read in _LOOK_ALIKE and _in_word(text, start, end):
            yield Edit(start, end, _LOOK_ALIKE[read], True)
