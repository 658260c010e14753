"""How the first word of anything that a pattern finds may begin, so that most sentences are passed over unread."""

from __future__ import annotations

import re
from collections.abc import Iterable

LENGTH = 6
"""So many letters of a word tell most words apart; a shorter word is filled up with spaces."""

_END = " "
_RANGE = re.compile(r"a-z|A-Z|0-9|[a-zA-Z0-9]-[a-zA-Z0-9]")
_LOOKS_BACK = re.compile(r"(?:\(\?<[!=](?:\\.|[^\\()|])*\))+(?=\\b)")
_Options = set[tuple[str, bool]]
"""What may stand here: the letters, and whether more letters of the same word may follow."""

_NOTHING: _Options = {("", True)}
_ANY_LETTER: _Options = {("", False)}
_ANY_DIGIT: _Options = {(digit, False) for digit in "0123456789"}
_ANYTHING: _Options = {("", False), (_END, False)}


def first_words(pattern: str) -> tuple[str, ...] | None:
    """The beginnings, in small letters, of the words at which the pattern can match, each at most `LENGTH` long.

    None where it can match elsewhere than at the beginning of a word. What is not understood counts as any letter,
    so that too many beginnings may be given, never too few.
    """
    pattern = _LOOKS_BACK.sub("", pattern, count=1) if pattern.startswith("(?<") else pattern
    if not pattern.startswith(r"\b"):  # what stands before is looked at when it is matched there
        return None
    reader = _Reader(pattern)
    found = reader.alternatives()
    if reader.place < len(pattern) or any(letters.startswith(_END) for letters, _ in found) or _bare_branch(pattern):
        return None
    return tuple(sorted({letters for letters, _ in found}))


def _bare_branch(pattern: str) -> bool:
    """Whether a bar outside of brackets leads to a branch that does not begin at a word."""
    depth, place = 0, 0
    while place < len(pattern):
        letter = pattern[place]
        if letter == "\\":
            place += 1
        elif letter == "[":
            place = pattern.index("]", place + 2)
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and depth == 0 and not pattern.startswith(r"\b", place + 1):
            return True
        place += 1
    return False


class _Reader:
    """Reads a pattern from left to right, keeping only how a match may begin."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.place = 0

    def alternatives(self) -> _Options:
        found = self._sequence()
        while self._peek() == "|":
            self.place += 1
            found = found | self._sequence()
        return found

    def _peek(self) -> str:
        return self._pattern[self.place : self.place + 1]

    def _sequence(self) -> _Options:
        found = _NOTHING
        while self._peek() not in ("", "|", ")"):
            if self._pattern.startswith(r"\b", self.place):
                self.place += 2
                found = {(_full(letters), False) if letters and more else (letters, more) for letters, more in found}
                continue
            item = self._repeated(self._item())
            found = _joined(found, item)
        return found

    def _repeated(self, item: _Options) -> _Options:
        sign = self._peek()
        if sign not in ("?", "*", "+", "{"):
            return item
        least = 1 if sign == "+" else 0
        end = self.place
        if sign == "{":
            end = self._pattern.index("}", self.place)
            least = int(self._pattern[self.place + 1 : end].split(",")[0].strip() or 0)
        self.place = end + 1
        if self._peek() in ("?", "+"):
            self.place += 1
        if sign != "?":
            item = {(letters, False) for letters, _ in item}
        return item if least else item | _NOTHING

    def _item(self) -> _Options:
        letter = self._peek()
        self.place += 1
        if letter == "(":
            return self._group()
        if letter == "[":
            return self._set()
        if letter == "\\":
            return self._escaped()
        if letter in "^$":
            return _NOTHING
        return _ANYTHING if letter == "." else _literal(letter)

    def _escaped(self) -> _Options:
        letter = self._peek()
        self.place += 1
        if letter == "w":
            return _ANY_LETTER
        if letter == "d":
            return _ANY_DIGIT
        if letter in "sW":
            return {(_END, False)}
        return _ANYTHING if letter.isalnum() else _literal(letter)

    def _group(self) -> _Options:
        looks = self._pattern.startswith(("?=", "?!", "?<=", "?<!"), self.place)
        if self._peek() == "?":
            ends = "=!" if looks else ":>"
            while self._peek() not in ends:
                self.place += 1
            self.place += 1
        found = self.alternatives()
        self.place += 1
        return _NOTHING if looks else found

    def _set(self) -> _Options:
        end = self._pattern.index("]", self.place + 1)
        members = self._pattern[self.place : end]
        self.place = end + 1
        if members.startswith("^"):
            return _ANY_LETTER if r"\W" in members else _ANYTHING
        found: _Options = set()
        if r"\w" in members or r"\d" in members or _RANGE.search(members):
            found |= _ANY_LETTER
            members = _RANGE.sub("", members)
        if r"\s" in members or r"\W" in members:
            found.add((_END, False))
        for letter in members.replace(r"\w", "").replace(r"\d", "").replace(r"\s", "").replace(r"\W", ""):
            found |= _literal(letter)
        return found


def _literal(letter: str) -> _Options:
    return {(letter.lower(), True)} if letter.isalnum() or letter == "_" else {(_END, False)}


def _joined(before: Iterable[tuple[str, bool]], after: _Options) -> _Options:
    found: _Options = set()
    for letters, more in before:
        if not more:
            found.add((letters, False))
            continue
        for others, then in after:
            if others.startswith(_END) and letters:
                found.add((_full(letters), False))
                continue
            joined = (letters + others)[:LENGTH]
            found.add((joined, then and len(joined) < LENGTH))
    return found


def _full(letters: str) -> str:
    return letters.ljust(LENGTH, _END)
