"""BibTeX into CSL-JSON: what can be read of a .bib file, and what is wrong with the rest, line by line.

Fields of text are freed of LaTeX one by one; addresses and identifiers stay as written, because there "&", "_" and "--"
mean themselves.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

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
PEOPLE = frozenset({"author", "editor", "translator"})
"""Fields of names: braces round all of one say that it is a body's name, so they stay."""
_ESCAPED = re.compile(r"(?<!\\)\\([&%#_$])")
"""Signs that BibTeX escapes and that mean themselves: most of the LaTeX in most files."""
_LATEX = re.compile(r"[\\$~`]|--|''")
_SIGNS = str.maketrans({"\u00a0": " ", "\u02c6": "^"})
"""Signs as pylatexenc writes them and as people do."""
_DASHES = re.compile(r"\s*[-–—]+\s*")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_URL = re.compile(r"https?://[^\s{}<>\"]{4,1000}")
_LOWERED = re.compile(r"\$_\{?([\w+-]{1,6})\}?\$|\$\^\{?([\w+-]{1,6})\}?\$")


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


def unwrapped(value: str) -> str:
    """A value without the braces or quotation marks around all of it."""
    while len(value) > 1 and (value[0], value[-1]) in (("{", "}"), ('"', '"')) and _encloses(value):
        value = value[1:-1].strip()
    return value


def _encloses(value: str) -> bool:
    if value[0] == '"':
        return '"' not in value[1:-1]
    depth = 0
    for place, letter in enumerate(value):
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and place < len(value) - 1:
            return False
    return depth == 0


def csl_of(key: str, kind: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """CSL-JSON of one entry: its type ("article") and its fields by lower-case name, outer braces off."""
    csl: dict[str, Any] = {"id": key, "type": _TYPES.get(kind, "document")}
    for role in ("author", "editor"):
        if people := list(_people(fields.get(role, ""))):
            csl[role] = people
    for name, field in _TEXTS:
        if words := plain(fields.get(field, "")):
            csl.setdefault(name, words)
    if subtitle := plain(fields.get("subtitle", "")):
        csl["title"] = f"{csl['title']}: {subtitle}" if "title" in csl else subtitle
    for name, field in _AS_WRITTEN:
        if value := fields.get(field, ""):
            csl.setdefault(name, value.replace("\\_", "_").replace("\\&", "&").replace("\\%", "%"))
    if pages := fields.get("pages", ""):
        # Dashes first: "--" is the LaTeX of nearly every file, and alone needs no reader of LaTeX.
        csl["page"] = _DASHES.sub("-", plain(_DASHES.sub("-", pages)))
    if fields.get("eprinttype", "").lower() in ("pubmed", "pmid") and fields.get("eprint", "").isdigit():
        csl.setdefault("PMID", fields["eprint"])
    elif "URL" not in csl and (found := _URL.search(fields.get("howpublished", "") + " " + fields.get("note", ""))):
        csl["URL"] = found.group().rstrip(".,;").replace("\\_", "_")
    if issued := _issued(fields):
        csl["issued"] = {"date-parts": [issued]}
    if kind == "misc" and "URL" in csl:
        csl["type"] = "webpage"
    return csl


def _issued(fields: Mapping[str, str]) -> list[int]:
    if day := _DAY.match(fields.get("date", "")):
        return [int(part) for part in day.groups() if part]
    year = _YEAR.search(fields.get("year", ""))
    return [int(year.group())] if year else []


def _people(value: str) -> Iterator[dict[str, str]]:
    """Names in CSL; one whole in braces is a body and stays whole."""
    if not value:
        return
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    if ";" in value and " and " not in value and "{" not in value:
        value = value.replace(";", " and ")  # as some publishers part names
    for written in split_multiple_persons_names(value):
        if written.strip().lower() in ("others", ""):
            continue
        if written.startswith("{") and _encloses(written):
            yield {"literal": plain(written)}
            continue
        try:
            parts = parse_single_name_into_parts(written, strict=False)
        except ValueError:
            yield {"literal": plain(written)}
            continue
        name = {
            "family": plain(" ".join(parts.last)),
            "given": plain(" ".join(parts.first)),
            "non-dropping-particle": plain(" ".join(parts.von)),
            "suffix": plain(" ".join(parts.jr)),
        }
        yield {part: words for part, words in name.items() if words}


def plain(value: str) -> str:
    """A field of text without LaTeX: accents, Greek letters and dashes as characters, no braces."""
    if not value:
        return ""
    escaped = "\\" in value
    if not _LATEX.search(_ESCAPED.sub("", value) if escaped else value):
        bare = value.replace("{", "").replace("}", "")
        return " ".join((_ESCAPED.sub(r"\1", bare) if escaped else bare).split())
    safe = _LOWERED.sub(lambda match: match[1] or match[2], re.sub(r"(?<!\\)%", r"\\%", value))
    try:
        words = _latex_to_text(safe)
    except (ValueError, IndexError, RecursionError):
        words = re.sub(r"[{}\\$]", "", value)
    return " ".join(words.translate(_SIGNS).split())


def _latex_to_text(text: str) -> str:
    converter, macros = _converter()
    words: str = converter.latex_to_text(text, latex_context=macros)
    return words


@cache
def _converter() -> tuple[Any, Any]:
    """pylatexenc's tables, made once: that takes longer than reading a title."""
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]
    from pylatexenc.latexwalker import get_default_latex_context_db  # type: ignore[import-untyped]

    return LatexNodes2Text(keep_comments=True, strict_latex_spaces=False), get_default_latex_context_db()
