"""Reads lists of notices: the Retraction Watch export, and the short list of DOIs with the kinds of their notices.

The export's 20 columns are those that Crossref documents for the Retraction Watch data: dates as "M/D/YYYY 0:00", lists
parted by ";" with "+" before each reason, and 0, an empty cell or "unavailable" where there is no identifier.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from citations.models import NoticeKind
from evidence.references.identifiers import normalise_doi

EXPORT_COLUMNS = (
    "Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS",
    "ArticleType", "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate", "OriginalPaperDOI",
    "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes",
)  # fmt: skip
_NEEDED = frozenset({"Record ID", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature"})
_SHORT = frozenset({"doi", "notices"})
_KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_LONGEST_CELL = 1_000_000


class NotAList(ValueError):
    """The file is no list of notices; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice about one work; `line` is its line in the file, "" and None stand for what the file does not say."""

    line: int
    record: str
    kind: str
    doi: str = ""
    pmid: str = ""
    title: str = ""
    notice_doi: str = ""
    notice_pmid: str = ""
    url: str = ""
    published_on: date | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that could not be used, and why."""

    line: int
    reason: str


def read_notices(lines: Iterable[str]) -> Iterator[NoticeRow | Unread]:
    """The notices of a list in the order of the file, and the rows that could not be used. Raises NotAList."""
    csv.field_size_limit(_LONGEST_CELL)
    # Strict, so that quotation marks which never close, as in a file that was cut off, take no rows along in silence.
    rows = csv.DictReader((line.replace("\0", "") for line in lines), strict=True)
    columns = {(name or "").lstrip("\ufeff").strip() for name in rows.fieldnames or ()}
    if rows.fieldnames:
        rows.fieldnames = [(name or "").lstrip("\ufeff").strip() for name in rows.fieldnames]
    if columns >= _NEEDED:
        read = _of_export
    elif columns >= _SHORT:
        read = _of_short_list
    else:
        missing = ", ".join(sorted(_NEEDED - columns))
        raise NotAList(
            f"This is no Retraction Watch export: the columns {missing} are missing. "
            "A list with the columns doi and notices is read as well."
        )
    ends_early = False
    try:
        for row in rows:
            ends_early = None in row.values()
            yield from read(row, rows.line_num)
    except csv.Error as error:
        told = f"Line {rows.line_num + 1} is no line of a CSV file: {error}. Is the file cut off? Fetch it again."
        raise NotAList(told) from error
    if ends_early:
        raise NotAList(f"The last line, {rows.line_num}, ends in the middle: the file is cut off. Fetch it again.")


def _of_short_list(row: Mapping[str, str | None], line: int) -> Iterator[NoticeRow | Unread]:
    doi = _doi(row.get("doi"))
    if not doi:
        yield Unread(line, "It names no DOI.")
        return
    names = _parts(row.get("notices"))
    if not names:
        yield Unread(line, "It names no kind of notice.")
    for name in names:
        kind = _KINDS.get(name.lower())
        yield NoticeRow(line, doi, kind, doi=doi) if kind else Unread(line, f"“{name}” is no kind of notice.")


def _of_export(row: Mapping[str, str | None], line: int) -> Iterator[NoticeRow | Unread]:
    nature = (row.get("RetractionNature") or "").strip()
    kind = _KINDS.get(nature.lower())
    doi, pmid = _doi(row.get("OriginalPaperDOI")), _pmid(row.get("OriginalPaperPubMedID"))
    record = (row.get("Record ID") or "").strip()
    if kind is None:
        yield Unread(line, f"“{nature}” is no kind of notice." if nature else "It names no kind of notice.")
    elif not (doi or pmid):
        yield Unread(line, "It names neither DOI nor PMID of the work.")
    elif not record:
        yield Unread(line, "It has no record number.")
    else:
        yield NoticeRow(
            line,
            record[:300],
            kind,
            doi=doi,
            pmid=pmid,
            title=(row.get("Title") or "").strip(),
            notice_doi=_doi(row.get("RetractionDOI")),
            notice_pmid=_pmid(row.get("RetractionPubMedID")),
            url=_address(row.get("URLS")),
            published_on=_day(row.get("RetractionDate")),
            reasons=tuple(reason.lstrip("+").strip()[:200] for reason in _parts(row.get("Reason"))),
        )


def _parts(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip(" +")]


def _doi(cell: str | None) -> str:
    """As the library writes DOIs, since notices and works are joined by them."""
    text = (cell or "").strip()
    if doi := normalise_doi(text):
        return doi[:300]
    found = _DOI.search(text.lower())
    return found.group().rstrip(".,;")[:300] if found else ""


def _pmid(cell: str | None) -> str:
    value = (cell or "").strip().removesuffix(".0")
    return value if re.fullmatch(r"[1-9]\d{0,8}", value) else ""


def _address(cell: str | None) -> str:
    first = next(iter(_parts(cell)), "")
    return first if re.fullmatch(r"https?://\S{4,900}", first) else ""


def _day(cell: str | None) -> date | None:
    found = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})\b", (cell or "").strip())
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None
