"""Marks of a numbered list in a form that only their page has: "[src 3]", "{ref:3}", "<Note>3</Note>", "[[cite:3]]".

No list of forms is ever whole: a page's own form is learned from the page. Marks of one form that name several works
of the list, count up as a reader goes down the page and stand behind what they bear out are read as "[3]". What stands
in one form and counts something else ("(day 3)", "[Figure 2]") is left alone, and so is a page that already cites most
of its list by known marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.folding import Edit
from evidence.language.patterns import lazily
from evidence.reading import cited_lists, reference_lists
from evidence.reading.markdown_lines import lines_of

_PREFIX = r"\^?(?:[^\W\d_]{1,12}[.:#=|@§^-]{0,2}\s?|[§#→↓↑†‡*^~:]{1,2}\s?)?(?:(?:#|[Nn]o\.?|[Nn]r\.?)\s?)?"
_INSIDE = r"[^\d\[\](){}<>\n]"
_NEXT = rf"(?:\s?[,;+&/–-]\s?|\s?,?\s(?:and|&)\s){_PREFIX}"
_INLINE = (
    r"(?!(?:a\s[^<>]{0,300}href|t[dh]|li|p|h\d|div|d[td]|option|label|text|tspan|title|code|pre|time|data|caption"
    r"|figcaption|summary)\b)"
)
"""Elements of a line that may hold a mark; a link is read as one."""


def _numbers_as(name: str) -> str:
    return rf"(?P<{name}>\d{{1,3}}(?!\d)(?:{_NEXT}\d{{1,3}}(?!\d)){{0,20}})"


_FORMS = (
    rf"[\[({{⟨‹«〈⟦]{{1,3}}{_INSIDE}{{0,24}}{_numbers_as('n1')}{_INSIDE}{{0,12}}[\])}}⟩›»〉⟧]{{1,3}}",
    rf"[/~*%=]{{1,2}}{_numbers_as('n2')}[/~*%=]{{1,2}}",
    rf"<{_INLINE}(?P<tag>[A-Za-z][\w.-]{{0,30}})\b[^<>]{{0,200}}>\s?[\[(]?{_PREFIX}{_numbers_as('n3')}[\])]?\s?</(?P=tag)>",
    r"<(?=[A-Z]|[a-z]{1,15}-|fn\b|ref\b|cite\b|note\b)(?P<element>[A-Za-z][\w.-]{1,30})\s[^<>\d]{0,60}"
    rf"{_numbers_as('n4')}[^<>\d]{{0,20}}/?>(?:\s?</(?P=element)>)?",
    rf"\{{[{{%][<%-]?\s?[^{{}}%\d\n]{{1,30}}{_numbers_as('n5')}[^{{}}%\d\n]{{0,12}}[>%-]?[%}}]\}}",
    rf"\\[a-z]{{2,12}}\{{{_PREFIX}{_numbers_as('n6')}\}}",
    rf":[a-z]{{2,12}}[\[{{]{_numbers_as('n7')}[\]}}]",
    rf"\[(?P<code>[a-z]{{2,10}})\]{_numbers_as('n8')}\[/(?P=code)\]",
    rf"[†‡§¶#ᵃʳ]{_numbers_as('n9')}(?=[\s.,;:!?)]|$)",
    rf"<{_numbers_as('n10')}>",
)
"""Brackets of any kind with words beside the numbers, numbers set off by signs, elements around the numbers or with the
numbers in their tag, templates, commands, roles, forum codes, a sign before the numbers."""
_TOKEN = lazily("|".join(f"(?:{form})" for form in _FORMS))
_OPENS = lazily(r"[\[({⟨‹«〈⟦/~*%=<\\:†‡§¶#ᵃʳ][^\s\d][^\n\d]{0,80}\d|[\[({⟨‹«〈⟦/~*%=<†‡§¶#ᵃʳ]\d")
_KNOWN = lazily(
    r"\[\d{1,3}(?:[,;–-]\s?\d{1,3}){0,60}\](?!\()|\(\d{1,3}(?:[,;–-]\s?\d{1,3}){0,60}\)|\{\d{1,3}\}|<sup>\s?[\[(]?\d{1,3}[\])]?\s?</sup>|\[\^\d{1,3}\](?!:)"
)
"""Forms that are read wherever they stand."""
_NOTE_NAME = lazily(r"\[\^[^\[\]\s]{1,60}\]")
_FIGURES = lazily(r"\d{1,3}")
_BEHIND_WORDS = ".,;:!?%)”\"’'*_>"
_STOPS = tuple(".,;!?")
_AT_AN_END = lazily(r"\s*(?:[.,;:!?)<\[({]|$)|\s+[A-Z“\"*_]|[ \t]*\n", re.MULTILINE)
_COUNTS = lazily(
    r"\b(?:figure|fig|figs|table|tables|tab|chapter|ch|chap|section|sec|sect|step|steps|day|days|week|weeks|wk|month"
    r"|months|year|years|yr|hour|hours|hr|hrs|minute|minutes|min|mins|second|seconds|phase|stage|grade|level"
    r"|lvl|class|type|group|part|parts|page|pages|p|pp|version|ver|v|vol|volume|issue|question|q|answer"
    r"|exercise|ex|set|sets|rep|reps|lesson|unit|units|module|tip|rule|point|points|reason|box|panel|plate"
    r"|image|img|photo|picture|video|slide|appendix|equation|eq|schedule|act|scene|line|row|column|col|cols"
    r"|round|cycle|arm|tier|zone|channel|age|aged|n|rr|or|ci|about|approx|around|over|under|only|just|least"
    r"|most|up|x|times|score|task|goal|habit|myth|fact|mistake|sign|symptom|clue|cue|case|example|option|choice"
    r"|plan|verse|psalm|room|floor|bed|width|height|size|span|rating|stars|star|icon|toc|product|price|var"
    r"|value|index|order|delay|data|speed)\b"
)
"""What stands before a number that counts something else than works."""
_SPEAKS = lazily(r"cit|ref|no?te|fn|foot|sou?rc|bib|lit|sup|small|sub|mark")
"""What the name or an attribute of an element for marks has, or the word of a template for one."""
_DOUBTFUL = lazily(r"(?P<bare>[*~/%=#§¶][^a-z]*)|(?P<made><[a-z].*)", re.DOTALL)
"""Forms that stand for much else: numbers set off by signs, and by elements."""
_UNSEEN = lazily(r"<[a-z][^<>]*#[^<>]*>.*|\{[{%].*", re.DOTALL)
"""Elements with the number inside their tag and templates: what they make is told by their name alone."""
_NAME = lazily(r"\W*(?![rs])[a-z][-‐‑]?#\W*")
"""A form of names: "(B3)", "[T4]", "(C5)". Of a single letter, only that of "reference" or "source" is a word."""
_MARKUP = lazily(r"</?[\w.-]{1,31}|\b[\w-]{1,20}=")
_LEAST = 3
"""Works that marks of one form name at least [house]."""
_RISING = 0.7
"""Share of the marks, each work counted at its first, that name a later work than the one before [house]."""
_WIDEST = 60
"""Works in a range [house]."""
_MANY = 6
"""So many works named are enough, be the list ever so long [house]."""


class _Mark(NamedTuple):
    start: int
    end: int
    numbers: tuple[int, ...]


def edits(text: str) -> Iterator[Edit]:
    """What to read in place of each mark of a learned form: "[3]", "[1, 3]"."""
    forms = _forms(text)
    if not forms:
        return
    works = _works(text)
    if works < _LEAST:
        return
    for form, marks in forms.items():
        if _leads_to(marks, works, text if _is_doubtful(form) else "") and len(_cited(text, marks, works)) * 2 < works:
            for mark in marks:
                yield Edit(mark.start, mark.end, f"[{', '.join(map(str, mark.numbers))}]", False)


def _forms(text: str) -> dict[str, list[_Mark]]:
    """The marks of each form that may be one: it stands behind words, and names three works or more as it goes."""
    found: dict[str, list[_Mark]] = defaultdict(list)
    behind: dict[str, int] = defaultdict(int)
    place = 0
    for sign in paced(_OPENS.finditer(text)):
        match = _TOKEN.match(text, sign.start()) if sign.start() >= place else None
        if match is None or _KNOWN.fullmatch(match.group()) or text[match.end() : match.end() + 1] in ("(", ":"):
            continue
        place = match.end()
        shape = _FIGURES.sub("#", _shape_of(match))
        found[shape].append(_Mark(match.start(), match.end(), _numbers(match)))
        behind[shape] += _stands_behind(text, match.start(), match.end())
    return {
        shape: marks
        for shape, marks in found.items()
        if behind[shape] >= _LEAST and not _counts(shape) and not _is_note(text, shape) and len(_named(marks)) >= _LEAST
    }


def _written(match: re.Match[str]) -> str:
    """The numbers of a mark, with what parts them."""
    return next(value for name, value in match.groupdict().items() if name[1:].isdigit() and value)


def _shape_of(match: re.Match[str]) -> str:
    """A mark with one number in place of all of its own, in small letters."""
    return " ".join(match.group().replace(_written(match), "0", 1).lower().split())


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    """Those of a mark, ranges filled."""
    written = _written(match)
    found: list[int] = []
    last = 0
    for figure in _FIGURES.finditer(written):
        number = int(figure.group())
        through = written[last : figure.start()].strip() in ("-", "–") and found
        found += range(found[-1] + 1, number) if through and 0 < number - found[-1] <= _WIDEST else ()
        found.append(number)
        last = figure.end()
    return tuple(dict.fromkeys(found))


def _stands_behind(text: str, start: int, end: int) -> bool:
    """Whether a mark stands behind words of its line, and at the end of a clause."""
    before = text[max(0, start - 2) : start]
    near = before.rstrip(" ")
    return near != "" and (near[-1].isalnum() or near[-1] in _BEHIND_WORDS) and _AT_AN_END.match(text, end) is not None


def _counts(shape: str) -> bool:
    """Whether a word of a form says that its number counts something; those of a tag do not count."""
    unsaid = _UNSEEN.fullmatch(shape) is not None and _SPEAKS.search(shape) is None
    return unsaid or _COUNTS.search(_MARKUP.sub(" ", shape)) is not None or _NAME.fullmatch(shape) is not None


def _is_doubtful(shape: str) -> bool:
    """Whether a form says nothing of works by itself."""
    found = _DOUBTFUL.fullmatch(shape)
    return found is not None and (found["made"] is None or _SPEAKS.search(shape) is None)


def _is_note(text: str, shape: str) -> bool:
    """Whether a form is that of footnotes which the text defines."""
    return _NOTE_NAME.fullmatch(shape) is not None and "]:" in text and "[^" in text


def _named(marks: Sequence[_Mark]) -> list[int]:
    """The works that the marks name, in the order of their first marks."""
    return list(dict.fromkeys(number for mark in marks for number in mark.numbers))


def _leads_to(marks: Sequence[_Mark], works: int, doubtful: str) -> bool:
    """Whether the marks of a form lead to a list of so many works. Those of a doubtful form, in the text that is handed
    over, name every work, and stand beside stops."""
    named = _named(marks)
    rising = sum(before < after for before, after in pairwise(named))
    if not all(0 < number <= works for number in named) or rising < _RISING * (len(named) - 1):
        return False
    if doubtful:
        return len(named) == works and all(_is_beside_a_stop(doubtful, mark) for mark in marks)
    return len(named) * 2 >= works or len(named) >= _MANY


def _is_beside_a_stop(text: str, mark: _Mark) -> bool:
    before = text[max(0, mark.start - 2) : mark.start].rstrip()
    return before[-1:] in _STOPS or text[mark.end : mark.end + 1] in _STOPS


def _works(text: str) -> int:
    """The highest number of the reference lists of a text, or the items of the longest where none is numbered. Where
    there is none, the items of the longest numbered list of links or works."""
    lines = lines_of(text, 0)
    lists = [found.items for found in reference_lists.find(lines, text)]
    lists = lists or [found.works for found in cited_lists.candidates(lines, text)]
    return max((max(len(items), *(item.number for item in items), 0) for items in lists), default=0)


def _cited(text: str, marks: Sequence[_Mark], works: int) -> set[int]:
    """The works that marks of known forms name, outside of those of a form that is to be learned."""
    starts = [mark.start for mark in marks]
    found = set[int]()
    for known in paced(_KNOWN.finditer(text)):
        place = bisect_right(starts, known.start()) - 1
        if place < 0 or marks[place].end < known.end():
            found.update(int(figure) for figure in _FIGURES.findall(known.group()))
    return {number for number in found if 0 < number <= works}
