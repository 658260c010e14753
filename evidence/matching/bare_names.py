"""Works cited by the bare name of their author in brackets, as MLA has it, and by their whole title.

Source: MLA Handbook, 9th edition, 6.3 ("(Petersen 45)"); standards.md A3.2 (a resolved name). A name leads to a work
only where one work alone of the list is by somebody of that name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching import hosts
from evidence.values import Document

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{2,40}"
_LEAD = (
    r"(?i:(?:(?:an?|the|see|also|qtd\.|in|from|by|via|per|source|ref|cf\.|e\.g\.,?|study|trial|review|paper|work|research|data"
    r"|survey|meta-analysis|results|findings)\b:?\s){0,5})"
)
_REST = (
    r"(?:\W{1,3}(?:[A-ZÀ-ÖØ-Þ][\w.'’-]{0,40}|and|et|al|of|in|for|on|the|pp?|n\.?\s?d|no|vol|\d{1,4}[a-z]?"
    r"|['’]\d\d)(?!\w)){0,12}"
)
_IN_BRACKETS = lazily(rf"[(\[]{_LEAD}(?P<name>{_NAME})(?P<rest>{_REST}|[_/:]\d{{4}}[a-z]?)\W{{0,2}}[)\]](?!\()")
"""Words for a study before the name; behind it other names, a journal, a year, pages."""
_YEAR = lazily(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)|['’](?P<short>\d\d)(?!\d)")

_ADDRESS = lazily(
    r"[(\[](?i:source:?\s|via\s|from\s)?(?:https?://)?(?:www\.)?(?P<host>(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,12})/?"
    r"(?:,?\s(?:n\.?\s?d\.?|(?P<year>(?:19|20)\d\d)))?[)\]](?!\()"
)
"""The front door of a site in brackets, as a reader's way to say whose word it is: "(sleepfood.org, 2021)"."""
_REMARK = lazily(r"^\[[^\[\]]{0,60}\]\s*")
_WORD_START = lazily(r"(?<!\S)\S|(?<=[\W_])\w")
_LEAST_WORDS = 5
_LEAST_LETTERS = 25
"""From this length on a title is no chance row of words [house]."""
_MOST_PLACES = 5
_ONE_BY_ONE = 10_000_000
"""Titles times letters up to which a search for each is quicker than a look at each word (measured)."""


class BareNames:
    """The works of a list by the family name of their first author, where it is that of one work alone, or of one of
    the year that stands with it."""

    def __init__(self, sources: Sequence[Source]) -> None:
        found: dict[str, list[Source]] = {}
        for source in paced(sources):
            if source.families:
                found.setdefault(vocabulary.folded(source.families[0]), []).append(source)
        self._works: Mapping[str, Sequence[Source]] = found
        self._at: dict[str, list[Source]] = {}
        for source in paced(sources):
            if host := hosts.of_work(source):
                self._at.setdefault(host.removeprefix("www."), []).append(source)

    def named(self, text: str) -> Iterator[tuple[str, str]]:
        """The words and the key of each work that a sentence names so."""
        if "(" not in text and "[" not in text:
            return
        yield from self._by_address(text)
        if not self._works:
            return
        for match in _IN_BRACKETS.finditer(text):
            works = self._works.get(vocabulary.folded(match["name"]), ())
            told = _YEAR.search(match["rest"])
            if told:
                works = [one for one in works if str(one.year)[-2:] == (told["year"] or told["short"])[-2:]]
            if len(works) == 1:
                yield match.group(), works[0].key

    def _by_address(self, text: str) -> Iterator[tuple[str, str]]:
        for match in _ADDRESS.finditer(text) if self._at else ():
            works = self._at.get(match["host"], ())
            works = [one for one in works if not match["year"] or one.year in (int(match["year"]), None)]
            if len(works) == 1:
                yield match.group(), works[0].key


def by_titles(document: Document, sources: Sequence[Source]) -> dict[int, list[tuple[str, str]]]:
    """Titles and keys of the listed works whose whole title stands in a sentence, by sentence."""
    lists = [block.start for block in document.not_prose if block.kind == "reference-list"]
    end = min(lists, default=len(document.text))
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, list[tuple[str, str]]] = {}
    titles: dict[str, str] = {}
    for source in sources:
        title = _REMARK.sub("", source.title).strip(" .")
        if len(title) >= _LEAST_LETTERS and len(title.split()) >= _LEAST_WORDS:
            titles.setdefault(title, source.key)
    for title, place in _places(document.text[:end], titles):
        index = bisect_right(starts, place) - 1
        if index >= 0 and place + len(title) <= document.sentences[index].end:
            found.setdefault(index, []).append((title, titles[title]))
    return found


def _places(text: str, titles: Collection[str]) -> Iterator[tuple[str, int]]:
    """The titles with their places in a text, each at most so often.

    Few titles are looked for one by one; where the text and the list are long, each word is looked at once.
    """
    if len(titles) * len(text) < _ONE_BY_ONE:
        for title in titles:
            place = -1
            for _ in range(_MOST_PLACES):
                place = text.find(title, place + 1)
                if place < 0:
                    break
                yield title, place
        return
    begun: dict[str, list[str]] = {}
    for title in titles:
        begun.setdefault(title[:_LEAST_LETTERS], []).append(title)
    seen: Counter[str] = Counter()
    for word in paced(_WORD_START.finditer(text)):
        for title in begun.get(text[word.start() : word.start() + _LEAST_LETTERS], ()):
            if seen[title] < _MOST_PLACES and text.startswith(title, word.start()):
                seen[title] += 1
                yield title, word.start()
