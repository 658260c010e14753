"""BibTeX into CSL-JSON: what can be read of a .bib file, and what is wrong with the rest, line by line.

Fields of text are freed of LaTeX one by one; addresses and identifiers stay as written, because there "&", "_" and "--"
mean themselves.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evidence.language.patterns import lazily
from evidence.references.bibtex_names import people
from evidence.references.field_dois import doi_of_field
from evidence.references.identifiers import normalise_pmcid
from evidence.references.latex import address, identifier, plain, unwrapped

__all__ = ["PEOPLE", "Problem", "csl_of", "plain", "read_bibtex", "unwrapped"]

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "manual": "report",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "proceedings": "book",
    "report": "report",
    "techreport": "report",
    "unpublished": "manuscript",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
}
_TEXTS = (
    ("title", "title"), ("container-title", "journal"), ("container-title", "journaltitle"),
    ("container-title", "booktitle"), ("publisher", "publisher"), ("publisher", "institution"), ("publisher", "school"),
    ("publisher", "organization"), ("publisher-place", "address"), ("publisher-place", "location"),
    ("edition", "edition"), ("collection-title", "series"), ("abstract", "abstract"),
)  # fmt: skip
"""CSL fields of text with the BibTeX and BibLaTeX fields that hold them, the likelier first."""

_AS_WRITTEN = (
    ("volume", "volume"), ("issue", "number"), ("issue", "issue"), ("DOI", "doi"), ("URL", "url"), ("PMID", "pmid"),
    ("PMCID", "pmcid"), ("ISBN", "isbn"), ("ISSN", "issn"), ("language", "language"),
)  # fmt: skip
_NOTES = ("howpublished", "note")
PEOPLE = frozenset({"author", "editor", "translator"})
"""Fields of names: braces round all of one say that it is a body's name, so they stay."""
_DASHES = lazily(r"\s*[-–—]+\s*")
_YEAR = lazily(r"\d{4}")
_DAY = lazily(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_URL = lazily(r"https?://[^\s{}<>\"]{4,1000}")


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that could not be read: its line in the file, from 1, and what is wrong."""

    line: int
    words: str


def read_bibtex(text: str) -> tuple[Mapping[str, Mapping[str, Any]], tuple[Problem, ...]]:
    """The works of a .bib text by their key, as CSL-JSON, and the entries that are left out.

    Of two entries with one key the first counts; a field that an entry gives twice counts as it stands first.
    """
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it is told in `problems`
    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)
    library = parse_string(text)
    entries = [(entry.start_line or 0, entry) for entry in library.entries]
    problems: list[Problem] = []
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock):
            problems.append(Problem(line, f"a second entry has the key {block.key}; give each its own"))
        elif isinstance(block, DuplicateFieldKeyBlock) and block.ignore_error_block is not None:
            names = ", ".join(sorted(block.duplicate_keys))
            problems.append(Problem(line, f"the field {names} stands twice; the first is taken"))
            entries.append((block.start_line or 0, block.ignore_error_block))  # type: ignore[arg-type]
        else:
            problems.append(Problem(line, "this entry cannot be read; look for a missing brace or comma"))
    works: dict[str, Mapping[str, Any]] = {}
    for start, entry in sorted(entries, key=lambda pair: pair[0]):
        key = entry.key.strip()
        if key and key not in works:
            works[key] = csl_of(key, entry.entry_type.lower(), _fields(entry))
        else:
            said = (
                f"a second entry has the key {key}; give each its own" if key else "this entry has no key to cite it by"
            )
            problems.append(Problem(start + 1, said))
    return works, tuple(sorted(set(problems), key=lambda problem: (problem.line, problem.words)))


def _fields(entry: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for field in entry.fields:
        value = str(field.value).strip()
        if value:
            name = field.key.lower()
            fields.setdefault(name, value if name in PEOPLE else unwrapped(value))
    return fields


def csl_of(key: str, kind: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """CSL-JSON of one entry: its type ("article") and its fields by lower-case name, outer braces off."""
    csl: dict[str, Any] = {"id": key, "type": _TYPES.get(kind, "document")}
    for role in ("author", "editor"):
        if named := list(people(fields.get(role, ""))):
            csl[role] = named
    for name, field in _TEXTS:
        if words := plain(fields.get(field, "")):
            csl.setdefault(name, words)
    if subtitle := plain(fields.get("subtitle", "")):
        csl["title"] = f"{csl['title']}: {subtitle}" if "title" in csl else subtitle
    for name, field in _AS_WRITTEN:
        if value := fields.get(field, ""):
            csl.setdefault(name, _as_meant(name, value))
    if pages := fields.get("pages", ""):
        # Dashes first: "--" is the LaTeX of nearly every file, and alone needs no reader of LaTeX.
        csl["page"] = _DASHES.sub("-", plain(_DASHES.sub("-", pages)))
    if fields.get("eprinttype", "").lower() in ("pubmed", "pmid") and fields.get("eprint", "").isdigit():
        csl.setdefault("PMID", fields["eprint"])
    elif "URL" not in csl and (found := _URL.search(address(" ".join(fields.get(name, "") for name in _NOTES)))):
        csl["URL"] = found.group().rstrip(".,;")
    if issued := _issued(fields):
        csl["issued"] = {"date-parts": [issued]}
    if kind == "misc" and "URL" in csl:
        csl["type"] = "webpage"
    return csl


def _as_meant(name: str, value: str) -> str:
    """An address or identifier without LaTeX; a DOI or PMCID in its plain form."""
    if name == "URL":
        return address(value)
    value = identifier(value)
    normal = {"DOI": doi_of_field, "PMCID": normalise_pmcid}.get(name)
    return (normal(value) if normal else "") or value


def _issued(fields: Mapping[str, str]) -> list[int]:
    if day := _DAY.match(fields.get("date", "")):
        return [int(part) for part in day.groups() if part]
    year = _YEAR.search(fields.get("year", ""))
    return [int(year.group())] if year else []
