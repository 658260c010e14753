"""Builds one pattern out of many wordings so that it stays fast.

Alternatives are grouped by their first letter. A sentence is read only where it holds a word that the pattern needs,
and only from words that begin like one of the alternatives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import count
from operator import or_
from pathlib import Path
from typing import cast

from evidence import deadline
from evidence.language import kept_expressions
from evidence.language.first_words import LENGTH, first_words

_USED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags", "groupindex")


_MULTILINE = int(re.MULTILINE)
"""As a mere number: the sign of the `re` module takes long to compare."""


class _Waiting:
    """A pattern not yet compiled; once it is, its methods stand in this object and cost nothing more to call."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        compiled = kept_expressions.compiled(*self._asked)
        self.__dict__.update((known, getattr(compiled, known)) for known in _USED)
        if _only_opens(*self._asked):
            self.__dict__["search"] = compiled.match  # `search` would try in vain behind every letter
        return self.__dict__.get(name) or getattr(compiled, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, done when the pattern is first used: a command on a short text needs few of them."""
    return cast("re.Pattern[str]", _Waiting(pattern, int(flags)))


def _only_opens(pattern: str, flags: int) -> bool:
    """Whether a pattern can match at the beginning of a text and nowhere else."""
    return pattern.startswith("^") and not flags & _MULTILINE and len(list(_branches(pattern))) == 1


_QUANTIFIERS = "?*+{"
_FEW = 2


_WORD = re.compile(r"\w+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9_]+")
"""The same for a text in ASCII, found in half the time."""
_SIGN = re.compile(r"\\.|\[(?:\\.|[^\\\]])*\]|[()|]", re.DOTALL)
"""What an expression is taken apart at: escaped signs and sets are skipped as a whole."""
_LONG = 5000
"""Letters from which a text is searched as a whole, so that none of its words is kept."""

_STRETCH = 20_000
_OVERLAP = 2_000
"""Letters of such a text that are searched at once, and of those how many are searched again with what follows: no
wording is as long."""

_ANY_WORD = frozenset({"", *"0123456789"})
"""The beginnings of a pattern that names no word at which it begins."""

_MOST = 1 << 12
"""Answers to which cues of a group are likely that are kept."""


def lowered(text: str) -> str:
    """The text in small letters, as patterns without regard to case read it: it holds each word that one finds.

    The letters put in place of others are those that such a pattern takes for them.
    """
    small = text.lower()
    return small if small.isascii() else small.replace("\u0307", "").replace("ſ", "s").replace("ı", "i")


class Cue:
    """A pattern for wordings, used like a compiled one. Answers for the last texts are kept: rules ask again.

    All cues are known to each other, so that the words of a sentence are looked at once for all of them.
    """

    __slots__ = ("_alternation", "_asked_flags", "_at_words", "_compiled", "_last", "bit", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.IGNORECASE, alternation: str = "") -> None:
        self.pattern = pattern
        """The expression as written."""
        self._alternation = alternation
        """The part of it that is grouped by first letters before it is compiled, "" for none."""
        self._asked_flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._last: tuple[str, re.Match[str] | None] | None = None
        first, needed = _beginnings(pattern)
        # What may begin at any word, and is nothing but that or a number, `search` finds sooner.
        self._at_words = first is not None and not ("" in first and _ANY_WORD.issuperset(first))
        self.bit = 0 if first is None and needed is None else _enlist(first or (), needed or first or ())
        """What `likely` has of a text that may match; 0 where any text may."""

    @property
    def _pattern(self) -> re.Pattern[str]:
        """The expression compiled. That waits until a text has a word that it may begin with: a short text asks for
        few, and compiling all of them takes longer than reading it."""
        if self._compiled is None:
            written = self._alternation
            pattern = self.pattern.replace(written, grouped(written), 1) if written else self.pattern
            self._compiled = kept_expressions.compiled(pattern, int(self._asked_flags))
        return self._compiled

    @property
    def flags(self) -> int:
        """The flags of the expression, as the `re` module counts them."""
        return self._pattern.flags

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, or None."""
        if len(text) > _LONG:
            return self._in_long(text)
        looked, bit = _looked_at(text), self.bit
        if bit and not looked.likely & bit:
            return None  # the usual case: nothing to be kept, for to ask again costs as little
        answers = looked.answers
        if self not in answers:
            answers[self] = self._at_a_word(text, looked.words) if self._at_words else self._pattern.search(text)
        return answers[self]

    def _in_long(self, text: str) -> re.Match[str] | None:
        if self._last is None or self._last[0] is not text:
            self._last = (text, next(in_stretches(self._pattern, text, 0, len(text)), None))
        return self._last[1]

    def _at_a_word(self, text: str, words: Sequence[_Begun]) -> re.Match[str] | None:
        bit, match = self.bit, self._pattern.match
        for place, begun in words:
            if begun & bit and (answer := match(text, place)) is not None:
                return answer
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in the text, in order."""
        first = self.search(text)
        return iter(()) if first is None else self._pattern.finditer(text, first.start())

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return text if self.search(text) is None else self._pattern.sub(instead, text)


def in_stretches(pattern: re.Pattern[str], text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """What `finditer` finds. A long text is searched piece by piece, with a look at the deadline before each."""
    while True:
        deadline.check()
        stop = begin + _STRETCH
        if stop >= end:
            yield from pattern.finditer(text, begin, end)
            return
        settled = begin = stop - _OVERLAP  # what begins behind it is judged with what follows
        for found in pattern.finditer(text, stop - _STRETCH, stop):
            if found.start() >= settled:
                break
            whole = pattern.match(text, found.start(), end)
            if whole is not None:
                yield whole
                begin = max(settled, whole.end())
            if whole is None or whole.end() != found.end():
                begin = whole.end() if whole else found.start() + 1
                break


class Cues:
    """Cues that are asked together, by their names and in their order: those that no word of a text leads to are passed
    over all at once."""

    __slots__ = ("_all", "_by_bits", "_mask")

    def __init__(self, cues: Mapping[str, Cue | re.Pattern[str]]) -> None:
        self._all = tuple(cues.items())
        self._mask = 0
        for cue in cues.values():
            self._mask |= _bit_of(cue)
        self._by_bits: dict[int, tuple[_Named, ...]] = {}
        """By what of the mask is likely: those that are left to be asked."""

    def likely(self, text: str) -> tuple[_Named, ...]:
        """Those that may match; all others do not."""
        if len(text) > _LONG:
            return self._all
        bits = _looked_at(text).likely & self._mask
        known = self._by_bits.get(bits)
        return self._with(bits) if known is None else known

    def _with(self, bits: int) -> tuple[_Named, ...]:
        if len(self._by_bits) >= _MOST:
            self._by_bits.clear()
        found = tuple([named for named in self._all if not _bit_of(named[1]) or _bit_of(named[1]) & bits])
        self._by_bits[bits] = found
        return found

    def found(self, text: str) -> list[str]:
        """The names of those that match."""
        likely = self.likely(text)
        return [name for name, cue in likely if cue.search(text)] if likely else []

    def first(self, text: str) -> str:
        """The name of the first that matches, "" where none does."""
        for name, cue in self.likely(text):
            if cue.search(text):
                return name
        return ""


_Named = tuple[str, Cue | re.Pattern[str]]


def _bit_of(cue: Cue | re.Pattern[str]) -> int:
    return cue.bit if isinstance(cue, Cue) else 0


@lru_cache(maxsize=1)
def _worked_out() -> dict[str, tuple[str | None, str | None]]:
    """What `scripts/list_first_words.py` worked out: at a start that would take longer than reading."""
    listed = json.loads(Path(__file__).with_name("first_words.json").read_text("utf-8"))
    return cast("dict[str, tuple[str | None, str | None]]", listed)


_KNOWN: set[str] = set()


def known_patterns() -> frozenset[str]:
    """The patterns for wordings of all modules that are loaded."""
    return frozenset(_KNOWN)


_Beginnings = Sequence[str] | None


def _beginnings(pattern: str) -> tuple[_Beginnings, _Beginnings]:
    """How a pattern may begin, and which words it needs; None is not known."""
    _KNOWN.add(pattern)
    if pattern not in _worked_out():
        return first_words(pattern), None
    first, needed = _worked_out()[pattern]
    return None if first is None else first.split("|"), None if needed is None else needed.split("|")


_BEGUN_BY: dict[str, int] = {}
"""The bits of the cues that can match at a word which begins so."""
_NEEDED_BY: dict[str, int] = {}
"""The bits of the cues that can match in a text where a word begins so."""
_numbers = count()
_anywhere = 0
"""The bits of the cues that can match elsewhere than at a word."""


def _enlist(first: Sequence[str], needed: Sequence[str]) -> int:
    """A bit for a cue, with which it stands in both tables."""
    global _anywhere
    bit = 1 << next(_numbers)
    if not first:
        _anywhere |= bit
    for table, beginnings in ((_BEGUN_BY, first), (_NEEDED_BY, needed)):
        for beginning in beginnings:
            table[beginning] = table.get(beginning, 0) | bit
    _cues_of.cache_clear()
    _looked_at.cache_clear()
    return bit


_Begun = tuple[int, int]
"""The place of a word, and the bits of the cues that may begin there."""


@dataclass(slots=True)
class _Looked:
    """No named tuple, whose parts take twice as long to get at, and no frozen one, which takes long to make."""

    likely: int
    """The bits of the cues for which the text holds a word that they need and one that they may begin with."""
    words: list[_Begun]
    """Its words, without those that no such cue begins with."""
    answers: dict[Cue, re.Match[str] | None]
    """What cues that are likely have found."""


@lru_cache(maxsize=512)
def _looked_at(text: str) -> _Looked:
    deadline.check()
    needed, begun = 0, _anywhere
    words: list[_Begun] = []
    for word in (_PLAIN_WORD if text.isascii() else _WORD).finditer(text):
        bits, needing = _cues_of(word.group()[:LENGTH])
        needed |= needing
        if bits:
            begun |= bits
            words.append((word.start(), bits))
    likely = needed & begun
    return _Looked(likely, [one for one in words if one[1] & likely], {})


@lru_cache(maxsize=1 << 15)
def _cues_of(written: str) -> tuple[int, int]:
    """The bits of the cues that can match at a word with these first letters, and of those that need it."""
    small = lowered(written)
    if not small.isascii():
        small = "".join("0" if letter.isdecimal() and not letter.isascii() else letter for letter in small)
    if small != written:
        return _cues_of(small[:LENGTH])
    beginning = small.ljust(LENGTH)
    parts = [beginning[:length] for length in range(LENGTH + 1)]
    begun, needing = (reduce(or_, [table.get(part, 0) for part in parts]) for table in (_BEGUN_BY, _NEEDED_BY))
    return begun, needing


def any_of(*alternatives: str) -> Cue:
    """A pattern for any of the wordings as whole words, in any case of letters."""
    alternation = "|".join(alternatives)
    return Cue(rf"\b(?:{alternation})\b", alternation=alternation)


def grouped(alternation: str) -> str:
    """The same alternation with one branch per first letter: Python tries branches one by one at every word."""
    by_letter: dict[str, list[str]] = {}
    others: list[str] = []
    for branch in _branches(alternation):
        plain = branch[:1].isalpha() and branch[1:2] not in tuple(_QUANTIFIERS)
        if plain:
            by_letter.setdefault(branch[0].lower(), []).append(branch[1:])
        else:
            others.append(branch)
    letters = [
        letter + (rests[0] if len(rests) == 1 else f"(?:{_tail(rests)})") for letter, rests in sorted(by_letter.items())
    ]
    return "|".join(letters + others)


def _tail(rests: list[str]) -> str:
    return grouped("|".join(rests)) if len(rests) > _FEW and all(rests) else "|".join(rests)


def _branches(alternation: str) -> Iterator[str]:
    """The branches of an alternation, split at the bars outside of brackets."""
    depth, start = 0, 0
    for sign in _SIGN.finditer(alternation):
        letter = sign[0]
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == "|" and depth == 0:
            yield alternation[start : sign.start()]
            start = sign.end()
    yield alternation[start:]
