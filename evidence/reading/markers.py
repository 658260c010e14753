"""Citation markers and hyperlinks of the prose, with the sentence each belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading import (
    author_date,
    link_definitions,
    link_markers,
    numbered_markers,
    odd_marks,
    pandoc_keys,
    source_lines,
    template_keys,
)
from evidence.reading.author_date import family_key
from evidence.reading.inline_footnotes import name_of, words_around
from evidence.reading.linked_ranges import with_ranges
from evidence.reading.marker_forms import NUMBERS, forms_in
from evidence.reading.named_items import NamedItems
from evidence.reading.numbered_markers import Quotations, expand_numbers
from evidence.references.identifiers import trim_url
from evidence.values import How, Hyperlink, Marker, Sentence

__all__ = ["expand_numbers", "family_key", "find"]

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_BARE_MARK = lazily(rf"\W*(?:{NUMBERS}|[¹²³⁴⁵⁶⁷⁸⁹⁰,⁻ ]{{1,20}})\W*")
_NUMBERED = (
    "square",
    "faced",
    "escaped",
    "wide",
    "round",
    "said",
    "sup",
    "raised",
    "caret",
    "up",
    "lost",
    "line",
    "glued",
    *odd_marks.NAMES,
)
_BARE_IN_A_ROW = 3
"""So many lines with nothing but a mark may stand behind the sentence they belong to [house]."""

_SOURCES_IN_A_ROW = 20
_NOTHING = lazily(r"(?:\s|[-*+•>(\[_]|\d{1,2}[.)](?=\s)|</?(?:p|small|footer|cite|em|i)\b[^<>]{0,100}>)*")
"""What may stand between a sentence and the line that holds its source."""

_BLANK = 20
"""Signs between two paragraphs, more of which is no mere space [house]."""
_NAMING = ("label", "pandoc", "tag", "brackets", "spoken", *template_keys.NAMES)
"""Forms that name works: one that stands alone behind a sentence belongs to it."""

_BEHIND = ("line", "raised", "sup")
"""Forms that belong to the sentence they stand behind, though a new line or a space lies between."""

_SURE = ("square", "faced", "escaped", "wide", "sup", "raised", "caret", "up")
"""Forms of numbered markers that need no list to be known as such."""


def find(
    text: str, spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence], numbers: int = 0
) -> tuple[tuple[Marker, ...], tuple[Hyperlink, ...]]:
    """Markers and other hyperlinks within `spans` (paragraphs of prose), in order of place.

    `numbers` is the highest number of a numbered reference list (0 where there is none): "(1)" is a marker only
    up to there. Every marker belongs to a sentence: the one it stands in or, between two, the one before.
    """
    if not sentences:
        return (), ()
    reading = _Reading(text, sentences, numbers)
    for begin, end in spans:
        reading.paragraph(begin, end)
    return reading.result()


class _Reading:
    """One walk over the paragraphs of a text."""

    def __init__(self, text: str, sentences: Sequence[Sentence], numbers: int) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._numbers = numbers
        self._defined = link_definitions.definitions(text, numbers)
        self._named = NamedItems(text)
        self._markers: list[tuple[str, Marker]] = []
        self._links: list[Hyperlink] = []

    def paragraph(self, begin: int, end: int) -> None:
        text = self._text
        defined = list(link_definitions.links(text, begin, end, self._defined))
        for link in paced(defined):
            self._keep(
                "",
                link_markers.to_address(
                    link.start, link.end, text[link.start : link.end], link.text, link.url, "", self._numbers
                ),
            )
        covered = [(link.start, link.end) for link in defined]
        quotations = Quotations(text, begin, end)
        for match in forms_in(text, begin, end):
            kind = match.lastgroup or ""
            if covered and _is_covered(covered, match.start()):
                continue
            if kind in _NUMBERED and quotations.hold(match.start(), match.end()):
                continue
            if kind == "label":
                for marker in _marker(match, self._named.labelled(match["label"])):
                    self._keep(kind, marker)
                continue
            for found in _read(match, text, begin, self._numbers):
                for led in self._named.led(found) if "#" in match.group() else (found,):
                    self._keep(kind, led)

    def result(self) -> tuple[tuple[Marker, ...], tuple[Hyperlink, ...]]:
        """Everything found, without numbers of a form that the text does not cite by."""
        glued = [int(marker.keys[0]) for kind, marker in self._markers if kind == "glued"]
        sure = sum(kind in _SURE for kind, _ in self._markers)
        loose = sum(kind == "round" for kind, _ in self._markers)
        left_out = set() if numbered_markers.are_marks(glued, others=sure + loose > 0) else {"glued"}
        if numbered_markers.are_powers([key for kind, marker in self._markers if kind == "up" for key in marker.keys]):
            left_out.add("up")
        if sure >= 2 and sure > loose:
            left_out.add("round")  # "(3)" beside "[1]" and "[2]" counts something
        kept = sorted(
            (marker for kind, marker in self._markers if kind not in left_out), key=lambda marker: marker.start
        )
        kept = list(with_ranges(self._text, kept))
        return tuple(kept), tuple(sorted(self._links, key=lambda link: link.start))

    def _keep(self, kind: str, found: Marker | Hyperlink) -> None:
        place = self._sourced(max(0, bisect_right(self._starts, found.start) - 1))
        sentence = self._sentences[place]
        if isinstance(found, Hyperlink):
            inside = found.start < sentence.end or place < bisect_right(self._starts, found.start) - 1
            self._links.append(replace(found, sentence=sentence.index if inside else None))
            return
        before = self._sentences[place - 1] if place else None
        if kind in _BEHIND and found.start == sentence.start and before and before.paragraph == sentence.paragraph:
            place -= 1
        if kind in _NAMING and before and self._follows_at_once(before, sentence):
            place -= _letters(sentence.text) == _letters(found.text)
        for _ in range(_BARE_IN_A_ROW):
            if place and _BARE_MARK.fullmatch(self._sentences[place].text[:60]):
                place -= 1
        self._markers.append((kind, replace(found, sentence=self._sentences[place].index)))

    def _follows_at_once(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence is of the paragraph before, or the next paragraph with nothing between the two."""
        between = self._text[before.end : sentence.start]
        return before.paragraph == sentence.paragraph or (len(between) < _BLANK and not between.strip())

    def _sourced(self, place: int) -> int:
        """The sentence before, where one holds only its source and nothing else stands between the two."""
        at = place
        if self._opens_a_paragraph(place):
            return place
        while at and place - at < _SOURCES_IN_A_ROW and self._holds_only_sources(at):
            before = self._sentences[at - 1]
            between = self._text[before.end : min(self._sentences[at].start, before.end + 200)]
            if not _NOTHING.fullmatch(between):
                return place
            at -= 1
        return at if not self._holds_only_sources(at) else place

    def _holds_only_sources(self, place: int) -> bool:
        before = self._sentences[place - 1].text if place else ""
        return source_lines.holds_only_sources(self._sentences[place].text, before)

    def _opens_a_paragraph(self, place: int) -> bool:
        """Whether a sentence gives the work that the rest of its paragraph speaks of."""
        if place + 1 >= len(self._sentences) or not source_lines.names_its_work(self._sentences[place].text):
            return False
        here, behind = self._sentences[place], self._sentences[place + 1]
        first = place == 0 or self._sentences[place - 1].paragraph != here.paragraph
        return first and behind.paragraph == here.paragraph and not source_lines.holds_only_sources(behind.text)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text[:600])


def _is_covered(covered: Sequence[tuple[int, int]], start: int) -> bool:
    place = bisect_right(covered, (start, 1 << 60)) - 1
    return place >= 0 and start < covered[place][1]


def _marker(match: re.Match[str], keys: Sequence[str], how: How = How.MARKER) -> Iterator[Marker]:
    if keys:
        yield Marker(match.start(), match.end(), match.group(), how, tuple(dict.fromkeys(keys)), -1)


def _parts(match: re.Match[str]) -> Mapping[str, Any]:
    """The named parts of a form; None for those of any other form."""
    return defaultdict(lambda: None, match.groupdict())


def _read(match: re.Match[str], text: str, begin: int, numbers: int) -> Iterator[Marker | Hyperlink]:
    kind = match.lastgroup
    found = _parts(match)
    if kind in ("code", "image"):
        return
    if kind in template_keys.NAMES:
        keys = template_keys.keys_of(kind, found[kind])
        for address in [key for key in keys if key.startswith(("http://", "https://"))]:
            yield link_markers.to_address(match.start(), match.end(), match.group(), address, address, "", numbers)
        yield from _marker(match, [key for key in keys if not key.startswith(("http://", "https://"))])
    elif found["url"] or found["target"]:
        label, url = found["text"] or found["doubled"] or "", found["url"] or found["target"]
        yield link_markers.to_address(match.start(), match.end(), match.group(), label, url, "", numbers)
    elif found["attributes"] is not None:
        yield from link_markers.anchor(match, found["attributes"], found["anchor"] or "", numbers)
    elif found["bare"]:
        yield from link_markers.bare(match, text)
    elif found["note"]:
        yield from _marker(match, [f"note:{found['note']}"], How.NOTE)
    elif found["inline"] or found["ref"] is not None or found["noted"]:
        keys = [f"note:{name_of(match.start(), found['ref'] or '')}"]
        if found["said_kind"] and (words := words_around(match)):
            yield Marker(words[1], words[1], text[slice(*words)], How.NOTE, tuple(keys), -1)
        else:
            yield from _marker(match, keys, How.NOTE)
    elif found["pandoc"]:
        keys = pandoc_keys.keys_of(found["pandoc"])
        yield from _marker(match, keys, pandoc_keys.how(keys))
    elif (found["running"] or found["named"]) and _is_answered(match, text):
        return
    elif found["running"]:
        yield from _marker(match, [found["running"]])
    elif found["named"]:
        written = match.group() if match.group().endswith("}") else trim_url(match.group())
        keys = pandoc_keys.keys_of(written)
        end = match.start() + len(written)
        yield Marker(match.start(), end, written, pandoc_keys.how(keys), tuple(keys), -1)
    elif found["tag"]:
        yield from _marker(match, re.split(r"[;,]\s?", found["tag"]))
    elif found["year"]:
        yield from _narrative(match, text, begin)
    elif found["brackets"]:
        yield from _bracketed(match, text, begin)
    else:
        yield from _numbered(match, text, begin, numbers)


def _numbered(match: re.Match[str], text: str, begin: int, numbers: int) -> Iterator[Marker | Hyperlink]:
    found = _parts(match)
    if found["sup"] is not None and not numbers and (led := list(link_markers.in_sup(match))):
        yield from led
    elif found["sup"] is not None:
        yield from _marker(match, numbered_markers.in_sup(text, begin, match))
    elif found["raised"]:
        written = found["raised"].translate(_RAISED)
        yield from _marker(match, numbered_markers.raised(text, begin, match, written))
    elif found["caret"]:
        yield from _marker(match, expand_numbers(found["caret"]))
    elif found["up"]:
        yield from _marker(match, numbered_markers.behind_caret(text, begin, match, found["up"], numbers))
    elif found["faced"]:
        inside = numbered_markers.between_brackets(found["faced"], numbers)
        yield from _marker(match, inside if numbered_markers.on_list(inside, numbers) else ())
    elif found["escaped"] or found["square"]:
        written = found["escaped"] or found["square"]
        yield from _marker(match, numbered_markers.between_brackets(written, numbers))
    elif found["wide"]:
        yield from _marker(match, expand_numbers(found["wide"]) if text[begin : match.start()].strip() else ())
    elif found["glued"]:
        yield from _marker(match, numbered_markers.in_word(text, begin, match, found["glued"], numbers))
    elif found["lost"] or found["line"]:
        written = found["lost"] or found["line"]
        yield from _marker(match, numbered_markers.after_stop(text, begin, match, written, numbers))
    elif found["round"]:
        yield from _marker(match, numbered_markers.in_round(text, begin, match, numbers))
    elif match.lastgroup in odd_marks.NAMES:
        keys = odd_marks.keys_of(text, match.start(), match.group())
        yield from _marker(match, keys if numbered_markers.on_list(keys, numbers) else ())
    elif found["placed"]:
        keys = expand_numbers(found["placed"])
        yield from _marker(match, keys if numbered_markers.on_list(keys, numbers) else ())
    elif found["spoken"]:
        yield from _spoken(match, text, numbers)


_WORDS_BETWEEN = lazily(r"(?:&amp;|[\s#&A-Za-z.])+")
"""What stands between the numbers of "1, 3 and 4", "#1, #25" and "2; source 7", commas apart."""


def _spoken(match: re.Match[str], text: str, numbers: int) -> Iterator[Marker]:
    """ "see note 3", "(ref. 4)", "[Source #1, #25]": a footnote of that name or an item of the list."""
    keys = expand_numbers(_WORDS_BETWEEN.sub(",", match["listed"] or match["said"]))
    if "ote" in match["spoken"]:
        names = _note_names(text)
        noted = [key for key in keys if key in names]
        if noted:
            yield from _marker(match, [f"note:{key}" for key in noted], How.NOTE)
            return
    if numbered_markers.on_list(keys, numbers):
        yield from _marker(match, keys)


@lru_cache(maxsize=2)
def _note_names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\[\^([^\[\]\s]{1,60})\]:", text))


def _bracketed(match: re.Match[str], text: str, begin: int) -> Iterator[Marker]:
    """(Author et al., 2012; Other & Third 2015a): one marker that names several works."""
    inner = match.group()[1:-1]
    if author_date.is_years(inner):
        yield from _narrative(match, text, begin)
    else:
        keys = author_date.in_brackets(inner)
        yield from _marker(match, () if keys and _is_imprint(match, text, begin, keys) else keys)


_BY_WHOM = lazily(
    r"\b[Bb]y:?\s+(?P<names>(?:(?:Dr|Prof|Professor|MD|M\.D|Ph\.?\s?D|RN|MSN|and|&|van|von|de|der|with)\b[.,]{0,2}\s{0,2}|[A-ZÀ-ÖØ-Þ][\w.'’-]{0,40},?\s{0,2}|[,&]\s?){1,12})[*_]{0,3}\s{0,2}$"
)
_REACH_OF_NAMES = 200
_IN_THE_PRESS = lazily(
    r",\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}\.?,?\s(?:\d{1,2},\s)?(?:19|20)\d\d\)$"
)
_BEHIND_LINK = lazily(r"\)[*_]{0,2}\s{0,2}$")


def _is_imprint(match: re.Match[str], text: str, begin: int, keys: Sequence[str]) -> bool:
    """Whether brackets say who brought out a work, and when: "By Ada Lee (Harbour, 2005)", behind a link to it."""
    if _IN_THE_PRESS.search(match.group()) and _BEHIND_LINK.search(text, max(begin, match.start() - 4), match.start()):
        return True
    before = _BY_WHOM.search(text, max(begin, match.start() - _REACH_OF_NAMES), match.start())
    if before is None:
        return False
    written = family_key(before["names"])
    return not any(key.split(":")[1] in written for key in keys)


def _is_answered(match: re.Match[str], text: str) -> bool:
    """Whether a name behind an "@" opens its line and is that of somebody who is answered, as in comments."""
    before = text[: match.start()].rpartition("\n")[2]
    return not before.strip(" >*_") and _SPEAKS_TO.match(text, match.end()) is not None


_SPEAKS_TO = lazily(r"[*_]{0,2}\s+[-–—]\s+(?=[A-Z\"“‘'I])")
"""What stands behind the name of somebody who is answered: "@Audacity - I do not know"."""
_SAID_BY = lazily(r"[\s>*_]{0,9}(?:—|―|–|--)\s?[*_]{0,2}(?:[A-Z][\w.'’-]{0,30}\s){0,3}[A-Z][\w'’-]{1,30},\s")
"""A line that says who is quoted and from what: "—Ada Lee, Memoir of a Doctor (1995)"."""


def _only_credits(text: str, begin: int, start: int) -> bool:
    """Whether a name at `start` is whose the words above or before it are: the credit opens its line, or stands
    behind the stop of what is quoted."""
    line = max(begin, text.rfind("\n", 0, start) + 1)
    if _SAID_BY.match(text, line):
        return True
    dash = max(text.rfind(sign, line, start) for sign in "—―")
    return dash > line and text[line:dash].rstrip(" *_").endswith(_STOPS) and _SAID_BY.match(text, dash) is not None


_WRITTEN_BY = lazily(
    r"(?:\)|\]|[*_]{1,2}|</(?:i|em|cite|a)>),?\s(?:(?:edited|written)\s)?by\s(?:Dr\.?\s)?(?:[A-Z][\w.'’-]{0,30},?\s(?:and\s|&\s)?){0,6}$"
)
"""Behind a title that is set off, before its last author: "[The Quiet Mind](…), by Ada Lee and Jo" Moor (2012)."""
_STOPS = (".", "!", "?", "…", "”", '"', "’")


def _narrative(match: re.Match[str], text: str, begin: int) -> Iterator[Marker]:
    """Author (2012), Author et al. (2012, 2014), Author and Other (2012)."""
    start, family = author_date.before_years(text, begin, match.start())
    if _only_credits(text, begin, start) or _WRITTEN_BY.search(text, max(begin, start - _REACH_OF_NAMES), start):
        return
    years = list(author_date.years_of(match.group().strip("()[].").split(";")[0].split(" p")[0]))
    if family and years:
        keys = tuple(dict.fromkeys(f"author:{family}:{year}" for year in years))
        yield Marker(start, match.end(), text[start : match.end()], How.MARKER, keys, -1)
