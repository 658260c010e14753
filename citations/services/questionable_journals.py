"""Lists of journals and publishers that somebody calls questionable: a note to editors, with the list and its date.

The lists are old and contested, and names on them are also those of respected journals. So nothing follows from a
name by itself: no flag, no grade, nothing for readers, and no note at all unless QUESTIONABLE_JOURNALS is on.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction

from citations.formats.parts import line_of
from citations.formats.rows import decoded, lines
from citations.lookups import markup
from citations.lookups.title_matching import folded_words
from citations.models import Citation, QuestionableJournal

if TYPE_CHECKING:
    from _typeshed import StrPath

Kind = QuestionableJournal.Kind
_IN_JOURNALS = frozenset({"article-journal", "article-magazine", "article", "review", "document", ""})
"""Types of works that stand in a journal, and those that do not say; a book's or a site's name is no journal's."""
_WITH_PUBLISHER = frozenset({"book", "report", "thesis", "pamphlet", "document", ""})
"""Types whose "journal or publisher" is the publisher."""
_REMARK = re.compile(r"\[[^\]]*\]?")
_ABBREVIATION = re.compile(r"^(.*\S)\s*\(([A-Z][A-Z0-9&-]{1,14})\)\s*$", re.DOTALL)
_TOLD = 20
_LONGEST_CELL = 100_000


class NotAList(ValueError):
    """The file is no list of names; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that could not be used, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class Import:
    """What became of a list: the names held of it now, new ones, names it no longer has, repeated and unusable rows."""

    name: str = ""
    held: int = 0
    new: int = 0
    gone: int = 0
    repeated: int = 0
    unread: int = 0
    examples: list[Unread] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listing:
    """A work, and a list on which its journal or publisher stands."""

    citation: Citation
    entry: QuestionableJournal


# --- Names -------------------------------------------------------------------------------------------------


def folded_name(name: str) -> str:
    """A name as it is compared, whole: without case, accents, marks, a leading "the", remarks in square brackets and
    its own initials in round ones. "" where no letter is left.

    What stands in other round brackets tells journals apart ("Surgery (UK)") and stays.
    """
    bare = _REMARK.sub(" ", markup.plain(name, longest=1000))
    if (found := _ABBREVIATION.match(bare)) and _are_initials(found[2], found[1]):
        bare = found[1]
    words = folded_words(bare.replace("&", " and "))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _are_initials(letters: str, name: str) -> bool:
    """Whether the letters are initials of the name's words, in their order."""
    initials = iter(word[0] for word in folded_words(name))
    return all(letter in initials for letter in letters.casefold() if letter.isalpha())


def _names(citation: Citation) -> set[tuple[str, str]]:
    """Journal and publisher of a work as they are compared."""
    csl = citation.csl or {}
    journal, publisher = line_of(csl.get("container-title")), line_of(csl.get("publisher"))
    kind, either = citation.kind, citation.container
    found = {(Kind.PUBLISHER.value, publisher)}
    if kind in _IN_JOURNALS:
        found.add((Kind.JOURNAL.value, journal or ("" if either == publisher else either)))
    if kind in _WITH_PUBLISHER and not journal:
        found.add((Kind.PUBLISHER.value, either))
    return {(what, folded) for what, name in found if name and (folded := folded_name(name))}


def listed(*, citations: Iterable[Citation], to: User | AnonymousUser) -> list[Listing]:
    """The lists on which journals and publishers of these works stand, as `to` may be told of them; one query.

    Without a query there is nothing to tell: the setting is off, or it is none of their business.
    """
    if not settings.QUESTIONABLE_JOURNALS or not to.has_perm("citations.view_questionablejournal"):
        return []
    works = [(citation, _names(citation)) for citation in citations]
    wanted = {folded for _, names in works for _, folded in names}
    rows = QuestionableJournal.objects.filter(folded__in=wanted).order_by("list_date", "pk") if wanted else ()
    held = list(rows)
    return [Listing(work, row) for work, names in works for row in held if (row.kind, row.folded) in names]


# --- Lists -------------------------------------------------------------------------------------------------


@transaction.atomic
def import_journals(*, path: StrPath, listed_on: date, kind: Kind, name: str = "") -> Import:
    """Takes a list in; what was held of the list of this name and kind gives way to it.

    `listed_on` is the day the list was drawn up. The list bears `name`, or else the name of its file. Raises NotAList
    where the file is none; what was held then stays.
    """
    file = Path(path)
    result = Import(name=" ".join((name or re.sub(r"[-_]+", " ", file.stem)).split()))
    if not 0 < len(result.name) <= 200:
        raise NotAList("The name of the list may have up to 200 characters, and not none.")
    found: dict[str, QuestionableJournal] = {}
    for row in read_journals(file):
        if isinstance(row, Unread):
            result.unread += 1
            if len(result.examples) < _TOLD:
                result.examples.append(row)
        elif row.folded in found:
            result.repeated += 1
        else:
            row.kind, row.list_name, row.list_date = kind, result.name, listed_on
            found[row.folded] = row
    if not found:
        raise NotAList("No name could be read from this list. What was held of it stays.")
    held = QuestionableJournal.objects.filter(kind=kind, list_name=result.name)
    before = set(held.values_list("folded", flat=True))
    result.held, result.new = len(found), len(found.keys() - before)
    result.gone, _ = held.exclude(folded__in=found).delete()
    QuestionableJournal.objects.bulk_create(
        found.values(),
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["kind", "folded", "list_name"],
        update_fields=["name", "url", "list_date"],
    )
    return result


def read_journals(file: Path) -> Iterator[QuestionableJournal | Unread]:
    """The names of a CSV file with a column `name`, and `url` if it has one. Raises NotAList, and OSError.

    Abbreviations that a list gives in a column of their own are left out: AJMS is a dozen journals.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with file.open("rb") as stream:
        rows = csv.DictReader(f"{line}\n" for _, line in lines(decoded(stream)))
        rows.fieldnames = [(column or "").strip().lower() for column in _header(rows)]
        if "name" not in rows.fieldnames:
            raise NotAList(
                "This is no list of journals: line 1 names no column name. "
                "The columns are name and, if known, url, separated by commas."
            )
        first = rows.line_num + 1
        try:
            for row in rows:
                yield _entry(row.get("name") or "", row.get("url") or "", first)
                first = rows.line_num + 1
        except csv.Error as error:
            raise NotAList(f"Line {first} is no line of a CSV file: {error}.") from error


def _header(rows: csv.DictReader[str]) -> Sequence[str]:
    try:
        return rows.fieldnames or ()
    except csv.Error as error:
        raise NotAList(f"Line 1 is no line of a CSV file: {error}.") from error


def _entry(name: str, url: str, line: int) -> QuestionableJournal | Unread:
    name, folded = markup.plain(name), folded_name(name)
    if not folded:
        return Unread(line, "It names no journal or publisher.")
    if max(len(name), len(folded)) > 400:
        return Unread(line, "The name is longer than 400 characters. Is a quotation mark open?")
    known = re.fullmatch(r"https?://[^\s<>\"']{4,900}", url.strip(), re.IGNORECASE)
    return QuestionableJournal(name=name, folded=folded, url=known[0] if known else "")
