"""One written work and one record of it, field by field.

A field that either side lacks is not compared. Every name, title, date and place that a record has counts: a paper may
be online in one year and in print in the next, and its title may be known in two languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from evidence.language.which_language import language_of
from evidence.references.csl_dates import parts_of
from evidence.verifying import journals, names, places, titles
from evidence.verifying.titles import SHORTEST, title_words

Csl = Mapping[str, Any]

PREPRINT_SERVERS = ("biorxiv", "medrxiv", "arxiv", "research square", "ssrn", "preprints", "osf", "psyarxiv")


class Answer(IntEnum):
    """How one field compares; UNKNOWN where either side lacks it."""

    OTHER = 0
    NEAR = 1
    SAME = 2
    UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Field:
    """`name` is first author, authors, title, year, journal, volume, pages, published as or DOI."""

    name: str
    answer: Answer
    written: str = ""
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All fields of a written work against one record."""

    fields: tuple[Field, ...]

    def of(self, name: str) -> Answer:
        return next((field.answer for field in self.fields if field.name == name), Answer.UNKNOWN)

    @property
    def differing(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.answer < Answer.SAME)

    def agreeing(self, *wanted: str) -> int:
        """How many of the fields say the same."""
        return sum(self.of(name) is Answer.SAME for name in wanted)


def compare(written: Csl, record: Csl, raw: str = "") -> Comparison:
    """Compares what both have. `raw` is the reference as printed: a title on record that stands in it whole is the
    title, wherever the fields were cut."""
    return Comparison(tuple(_fields(written, record, raw)))


def _fields(written: Csl, record: Csl, raw: str) -> Iterator[Field]:
    yield from _authors(written, record)
    yield _title(written, record, raw)
    yield _year(written, record, raw)
    yield _journal(written, record)
    volume, known = _text(written, "volume"), _text(record, "volume")
    same = places.same_volume(volume, known)
    yield Field("volume", _answer(volume and known, same), volume, known)
    pages, known = _text(written, "page") or _text(written, "number"), _text(record, "page") or _text(record, "number")
    yield Field("pages", _answer(pages and known, places.same_pages(pages, record)), pages, known)


def _answer(known: object, same: bool) -> Answer:
    if not known:
        return Answer.UNKNOWN
    return Answer.SAME if same else Answer.OTHER


def _authors(written: Csl, record: Csl) -> Iterator[Field]:
    people, known = names.people_of(written), names.people_of(record)
    persons = [person for person in people if not names.is_group(person)]
    recorded = [person for person in known if not names.is_group(person)]
    if not persons or not recorded:
        yield Field("first author", Answer.UNKNOWN)
        yield Field("authors", Answer.UNKNOWN)
        return
    first = Answer.OTHER
    if names.same_person(persons[0], recorded[0]):
        first = Answer.SAME
    elif names.nearly_same_person(persons[0], recorded[0]):
        first = Answer.NEAR
    yield Field("first author", first, names.name_of(persons[0]), names.name_of(recorded[0]))
    unknown = names.strangers(persons[1:], recorded)
    others = Answer.UNKNOWN if len(persons) == 1 else _answer(True, not unknown)
    yield Field("authors", others, ", ".join(unknown[:6]), ", ".join(names.name_of(one) for one in recorded[:6]))


def _title(written: Csl, record: Csl, raw: str) -> Field:
    title = _text(written, "title")
    known = [name for name in titles_of(record) if title_words(name)]
    if not title_words(title) or not known:
        return Field("title", Answer.UNKNOWN, title, known[0] if known else "")
    best = max(known, key=lambda name: titles.likeness(title, name))
    answer = Answer(int(titles.likeness(title, best)))
    if answer is Answer.OTHER and _in_two_languages(title, best, record):
        answer = Answer.UNKNOWN
    if answer < Answer.SAME and (whole := next((name for name in known if _stands_in(name, raw)), "")):
        return Field("title", Answer.SAME, whole, whole)
    return Field("title", answer, title, best)


def _stands_in(title: str, raw: str) -> bool:
    """Whether a title stands whole in a reference as printed."""
    words = title_words(title)
    return len(words) >= SHORTEST and f" {' '.join(words)} " in f" {' '.join(title_words(raw))} "


def _in_two_languages(written: str, recorded: str, record: Csl) -> bool:
    """Whether one title may translate the other: they are in two languages, or the work is in another than English and
    nobody can tell."""
    one, other = language_of(written), language_of(recorded)
    if one and other:
        return one != other
    language = _text(record, "language").lower()[:2]
    return bool(language) and language not in ("en", "un", "mu")


def titles_of(record: Csl) -> tuple[str, ...]:
    """All titles on record: in the language of the work, translated, and shortened."""
    return tuple(value for name in ("title", "original-title", "title-short") if (value := _text(record, name)))


def years_of(record: Csl) -> frozenset[int]:
    """Every year in which the work came out, in print or online."""
    dates = [parts_of(record.get(name)) for name in ("issued", "available-date", "original-date")]
    years = [parts[0] for parts in dates if parts]
    return frozenset([*years, *(year for year in record.get("other-years") or () if isinstance(year, int))])


def _year(written: Csl, record: Csl, raw: str) -> Field:
    parts, known = parts_of(written.get("issued")), years_of(record)
    if not parts or not known:
        return Field("year", Answer.UNKNOWN)
    year = parts[0]
    answer = Answer.SAME if year in known else Answer.OTHER
    if answer is Answer.OTHER and str(year) in _text(record, "container-title-short") + _text(
        record, "container-title"
    ):
        # "Spine (Phila Pa 1976)": the year of a journal's name was read for that of the work.
        answer = Answer.SAME if any(re.search(rf"(?<!\d){one}(?!\d)", raw) for one in known) else answer
    if answer is Answer.OTHER and min(abs(year - one) for one in known) == 1:
        answer = Answer.NEAR
    return Field("year", answer, str(year), ", ".join(str(one) for one in sorted(known)))


def _journal(written: Csl, record: Csl) -> Field:
    place = _text(written, "container-title") or _text(written, "container-title-short")
    known = [value for name in ("container-title", "container-title-short") if (value := _text(record, name))]
    if is_preprint(record) and not known:
        known = [_text(record, "publisher") or "a preprint server"]
    if not place or not known:
        return Field("journal", Answer.UNKNOWN)
    return Field("journal", _answer(True, journals.same_journal(place, known)), place, known[0])


def is_preprint(csl: Csl) -> bool:
    """Whether a record or a written work is a preprint by its genre or by the server that has it."""
    places_named = f"{csl.get('container-title') or ''} {csl.get('publisher') or ''}".lower()
    return csl.get("genre") == "preprint" or any(server in places_named for server in PREPRINT_SERVERS)


def is_short(csl: Csl) -> bool:
    """Whether the title is too short to name one work."""
    return len(title_words(_text(csl, "title"))) < SHORTEST


def _text(csl: Csl, name: str) -> str:
    value = csl.get(name)
    return str(value).strip() if isinstance(value, str | int) else ""
