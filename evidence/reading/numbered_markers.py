"""Which numbers in the prose are marks of a numbered list, and which are chemistry, powers, counts or numerals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from evidence.language.patterns import lazily
from evidence.reading.marker_forms import DASHES, NUMBERS

_UNIT_BEFORE = lazily(r"(?:\d\s?|/|\b)(?:m|cm|mm|km|ft|in|kg|s|sec|min|dm|µm|nm|log|R|r|χ|x|CO|H|O|Ca|Mg|Zn|Fe)$")
_POWER = lazily(r"(?<!\d)(?!(?:19|20)\d\d$)\d{1,9}$")
_ISOTOPE = lazily(r"[A-Z][a-z]?\b")
_COUNTED = lazily(r"\b(?:no|nos|vol|fig|figs|p|pp|ch|sec|v|ver|approx|ca)[.,]$", re.IGNORECASE)
_COUNTED_WORD = lazily(
    r"(?:omega|covid|type|phase|vitamin|interleukin|caspase|grade|stage|factor|group|part|page|step|table|figure|chapter"
    r"|level|class|week|day|month|year|age|version|number|room|channel|category|trial|arm|dose|unit|point|zone|tier)$",
    re.IGNORECASE,
)
"""Words that carry a number of their own."""

_NUMERAL_AFTER = lazily(
    r"(?:[:;,(]|\b(?:and|or|are|is|was|were|include|includes|including|that|to|by|with|either|both|of|as|namely|the|for"
    r"|be|then|when|if|because|option|step|point|item|phase|stage|type|grade|group|class|figure|fig|table|equation|eq|age|ages|aged|no)\.?)\s*$",
    re.IGNORECASE,
)
"""What stands before a numeral that opens an item ("are: (1) rest, (2) ice") or counts something else."""

_SQUARED = lazily(
    r"(?:\b(?:heights?|lengths?|radius|distance|speed|velocity|time|squared?|met(?:re|er)s?|feet|inch(?:es)?|eta|chi|sigma|omega)"
    r"|[(\[][^()\[\]]{0,3}|[=/÷×*+]\s?\w{1,20})[)\]]?$",
    re.IGNORECASE,
)
"""What is raised to a power where words do a sum: "weight / height^2"."""
_ENDS_A_WORD = lazily(r"(?:[^\W\d_]{3}|(?<!\d)(?:19|20)\d\d|[.!?,;:)”\"’\]>*_%])\s?$")
"""What a mark behind a bare caret stands behind: a word, a year, a stop or a closing sign."""

_QUOTATION = lazily(r"“[^“”]{1,600}”|«[^«»]{1,600}»|(?<!\w)\"(?=[^\s\"])[^\"\n]{1,600}\"(?!\w)")
_LOCATOR = lazily(
    r"\s\((?:pp?|ch|sec|fig|para)\.\s?[\w.–-]{1,12}\)|:\s\d{1,4}(?:[–-]\d{1,4})?"
    r"|,?\s?(?:pp?|ch|sec|fig|para)\.\s?[\w.–-]{1,12}|,\s?(?:[Tt]able|[Ff]igure|[Cc]hapter|[Ss]ection|[Pp]ages?)\s[\w.–-]{1,12}"
    r"|^\s*(?:[Ss]ee|[Cc]f\.?|e\.g\.,?)\s(?:also\s)?"
)
_GLUED_LEAST = 3
_BETWEEN = lazily(r"\s*(?:[,;，、；]|\b(?:and|und|et|y)\b|&(?:amp;|#38;)?)\s*")
_THROUGH = lazily(rf"\s*(?:[{DASHES[1:]}～〜－~…-]|\.\.|\b(?:to|through|thru|bis)\b)\s*")
_LINKED = lazily(r"\]\(\s?#[^()\s]{0,200}\)(?:\{:[^{}]{0,200}\})?")
"""The address of a mark, and the attributes that Kramdown puts behind it."""
_AND = lazily(r"(?<=\d)\s?(?:\band\b|&(?:amp;|#38;)?)\s?(?=\d)")
_PARTS_OF_ONE = lazily(r"\s?[/⁄∕]\s?(?:<sub\b|\d|[₀-₉])")
"""Behind the upper figure of a fraction."""
_SPARE = lazily(rf"^[,;\s]+|[,;{DASHES[1:]}\s-]+$")
"""What is left at the ends of a raised number beside which another stands."""


def expand_numbers(text: str) -> tuple[str, ...]:
    """ "1-3, 7" -> ("1", "2", "3", "7"). A range that runs backwards or past 60 steps is taken as its two ends."""
    keys: list[str] = []
    for part in _BETWEEN.split(_LOCATOR.sub("", text)):
        ends = [end for end in _THROUGH.split(part.strip()) if end]
        if len(ends) == 2 and 0 <= int(ends[1]) - int(ends[0]) <= 60:
            keys.extend(str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        else:
            keys.extend(str(int(end)) for end in ends)
    return tuple(dict.fromkeys(key for key in keys if key != "0"))


def between_brackets(written: str, numbers: int) -> tuple[str, ...]:
    """The numbers of "[1, 3]" or "[1]–[4]"; () for "[2 to 5]" past the end of the list, which counts something."""
    keys = expand_numbers(re.sub(r"[\[\]\\*_]", "", written).strip(" ."))
    counts = (
        re.search(r"\s(?:to|through|thru|bis)\s", written) is not None and numbers > 0 and not on_list(keys, numbers)
    )
    return () if counts else keys


def in_sup(text: str, begin: int, match: re.Match[str]) -> tuple[str, ...]:
    """The numbers of a `<sup>` element and of those that follow it at once."""
    first, behind = match["sup"], match["next"]
    if "<a" in first:  # "<sup><a href="#ref">(2)</a></sup>"
        first = re.sub(r">\s?\((\d[\d,;\s]{0,20})\)\s?<", r">\1<", first)
    if not behind:
        return raised(text, begin, match, first)
    rest = re.sub(r"\s*<sup\b[^<>]{0,100}>", ",", behind).replace("</sup>", "")
    joined = re.sub(rf"[,;\s]*([{DASHES[1:]}-])[,;\s]*", r"\1", f"{first}{rest}")
    return raised(text, begin, match, re.sub(r"(?:[,;]\s?){2,4}", ",", joined)) or raised(text, begin, match, rest)


def raised(text: str, begin: int, match: re.Match[str], written: str) -> tuple[str, ...]:
    """The numbers of a superscript; () for a power, a unit or an isotope."""
    written = _AND.sub(",", written)
    parted = re.sub(r"\]\s?\[|</a>\s?<a\b", ",<a", written) if "[" in written or "</a>" in written else written
    if _PARTS_OF_ONE.match(text, match.end()):
        return ()
    unlinked = _LINKED.sub("]", parted) if "](" in parted else parted
    plain = _SPARE.sub("", re.sub(r"<[^<>]{0,300}>|<a|[\[\]\\\s*_]|^\(|\)$", "", unlinked))
    before = text[max(begin, match.start() - 12) : match.start()]
    if not re.fullmatch(NUMBERS, plain) or _UNIT_BEFORE.search(before) or _POWER.search(before):
        return ()
    if (not before or not before[-1].isalnum()) and before[-1:] not in tuple('.!?,;:)”"’]>*%') and before.strip():
        before_space = before[-1:].isspace() and before.rstrip()[-1:] in tuple('.!?,;:)”"’]>*%')
        if not before_space and _ISOTOPE.match(text, match.end()):
            return ()
    if not before.strip() and _ISOTOPE.match(text, match.end()):
        return ()
    return expand_numbers(plain)


def behind_caret(text: str, begin: int, match: re.Match[str], written: str, numbers: int) -> tuple[str, ...]:
    """The numbers behind a caret that none closes ("sleep^3", "sleep^{3,4}"), up to the length of the list."""
    keys = expand_numbers(written.strip("(){}[]"))
    before = text[max(begin, match.start() - 40) : match.start()].rstrip("\\$")
    if not on_list(keys, numbers) or not _ENDS_A_WORD.search(before) or _SQUARED.search(before):
        return ()
    return () if _UNIT_BEFORE.search(before[-12:]) else keys


def after_stop(text: str, begin: int, match: re.Match[str], written: str, numbers: int) -> tuple[str, ...]:
    """The numbers of a mark that lost its raised place ("sleep.3"), up to the length of the list."""
    keys = expand_numbers(written)
    counted = _COUNTED.search(text, max(begin, match.start() - 8), match.start())
    return keys if not counted and on_list(keys, numbers) else ()


def in_word(text: str, begin: int, match: re.Match[str], written: str, numbers: int) -> tuple[str, ...]:
    """The numbers stuck to a word ("performance4"), up to the length of the list."""
    keys = expand_numbers(written)
    counted = _COUNTED_WORD.search(text, max(begin, match.start() - 14), match.start())
    return keys if not counted and on_list(keys, numbers) else ()


def in_round(text: str, begin: int, match: re.Match[str], numbers: int) -> tuple[str, ...]:
    """The numbers of "(1)" up to the length of the list; () where it opens an item or follows another number."""
    keys = expand_numbers(match.group().strip("()"))
    before = text[max(begin, match.start() - 40) : match.start()].rstrip()
    follows = text[match.end() : match.end() + 2]
    opens_item = _NUMERAL_AFTER.search(before) is not None and follows[:1].isspace()
    if not before or opens_item or before[-1:].isdigit() or not on_list(keys, numbers):
        return ()
    return keys


def on_list(keys: Sequence[str], numbers: int) -> bool:
    """Whether a list of that length has all the numbers."""
    return bool(keys) and all(0 < int(key) <= numbers for key in keys)


def are_powers(keys: Sequence[str]) -> bool:
    """Whether the numbers behind carets without an end are but squares and cubes."""
    return bool(keys) and all(key in ("2", "3") for key in keys)


class Quotations:
    """Where a paragraph quotes: a number within somebody else's words leads to somebody else's list."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        found = _QUOTATION.finditer(text, begin, end) if any(mark in text[begin:end] for mark in '“«"') else ()
        self._spans = [match.span() for match in found]
        self._starts = [start for start, _ in self._spans]

    def hold(self, start: int, end: int) -> bool:
        """Whether a mark stands inside a quotation and more of the quotation follows."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and end < self._spans[place][1] - 2


def are_marks(first: Sequence[int], *, others: bool) -> bool:
    """Whether numbers stuck to words ("performance4") are raised numbers that lost their place.

    So they are where a text has several, counting up, and no numbered marker of another form.
    """
    rising = sum(1 for before, after in pairwise(first) if after > before)
    return len(set(first)) >= _GLUED_LEAST and rising >= 0.7 * (len(first) - 1) and not others
