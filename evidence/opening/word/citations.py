"""The works that reference managers store in the fields of a Word document, as CSL-JSON.

Zotero and Mendeley write CSL-JSON into the field (citation-style-language/schema, csl-citation.json), EndNote its own
XML, and Word keys into the list of sources beside the text (ECMA-376-1, 22.6, Bibliography).
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

Csl = Mapping[str, Any]
Sources = Mapping[str, Csl]

_TEXTS = (
    "type", "title", "container-title", "container-title-short", "publisher", "publisher-place", "volume", "issue",
    "page", "edition", "number", "genre", "DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL", "abstract", "language",
)  # fmt: skip
_NAMES = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")
_LONGEST = 20_000
_MOST = 500
_ENDNOTE_TYPES = {
    "Journal Article": "article-journal", "Electronic Article": "article-journal", "Book": "book",
    "Book Section": "chapter", "Edited Book": "book", "Web Page": "webpage", "Report": "report", "Thesis": "thesis",
    "Conference Proceedings": "paper-conference", "Conference Paper": "paper-conference",
    "Newspaper Article": "article-newspaper", "Magazine Article": "article-magazine", "Dataset": "dataset",
}  # fmt: skip
_WORD_TYPES = {
    "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-magazine", "Book": "book",
    "BookSection": "chapter", "Report": "report", "ConferenceProceedings": "paper-conference",
    "InternetSite": "webpage", "DocumentFromInternetSite": "webpage", "ElectronicSource": "webpage",
}  # fmt: skip
_WORD_FIELDS = {
    "Title": "title", "Volume": "volume", "Issue": "issue", "Pages": "page", "Publisher": "publisher",
    "City": "publisher-place", "URL": "URL", "DOI": "DOI", "StandardNumber": "ISBN", "Edition": "edition",
}  # fmt: skip
_LABELS = {"page": "p.", "chapter": "ch.", "section": "sec.", "figure": "fig.", "table": "table", "volume": "vol."}


@dataclass(frozen=True, slots=True)
class Cited:
    """A work cited at one place. `name` is the same wherever the work is cited; `locator` is "p. 4" or ""."""

    name: str
    csl: Csl
    locator: str = ""
    silent: bool = False
    """Whether the author's name is left out, because the sentence says it."""


def cited_by_json(code: str) -> tuple[Cited, ...]:
    """The works of a Zotero or Mendeley field, whose code holds CSL-JSON; () where it holds none."""
    start = code.find("{")
    try:
        data = json.JSONDecoder().raw_decode(code[start:])[0] if start >= 0 else None
    except (ValueError, RecursionError):
        return ()
    items = data.get("citationItems") if isinstance(data, dict) else None
    found = []
    for item in items[:_MOST] if isinstance(items, list) else ():
        given = item.get("itemData") if isinstance(item, dict) else None
        if isinstance(given, dict) and (csl := clean(given)):
            uris = item.get("uris") or item.get("uri")
            name = str(uris[0]) if isinstance(uris, list) and uris else str(given.get("id") or item.get("id") or "")
            label = _LABELS.get(str(item.get("label") or "page"), "")
            locator = f"{label} {_line(item.get('locator'))}".strip() if item.get("locator") else ""
            found.append(Cited(name or str(csl.get("title")), csl, locator, item.get("suppress-author") is True))
    return tuple(found)


def cited_by_endnote(root: Element) -> tuple[Cited, ...]:
    """The works of an EndNote field."""
    found = []
    for cite in list(root.iter("Cite"))[:_MOST]:
        record = cite.find("record")
        csl = _endnote_work(record) if record is not None else {}
        author, year = _said(cite, "Author"), _said(cite, "Year")
        if not csl.get("title") and author:
            csl = {"author": [{"family": author.partition(",")[0]}], **({"issued": _issued(year)} if year else {})}
        if csl:
            name = f"endnote {_said(cite, 'RecNum')} {author} {year}"
            pages = _said(cite, "Pages")
            found.append(Cited(name, csl, f"p. {pages}" if pages else "", "ExcludeAuth" in {part.tag for part in cite}))
    return tuple(found)


def cited_by_word(code: str, sources: Sources) -> tuple[Cited, ...]:
    """The works of Word's own CITATION field: its first word is a key, `\\m` adds another, `\\p` is a page."""
    words = code.split()[1:]
    found: list[Cited] = []
    expected = True
    for place, word in enumerate(words[:_MOST]):
        if word.lower() == "\\p" and found and place + 1 < len(words):
            found[-1] = Cited(found[-1].name, found[-1].csl, f"p. {_line(words[place + 1])}")
        elif expected and word in sources:
            found.append(Cited(f"word {word}", sources[word]))
        expected = word.lower() == "\\m"
    return tuple(found)


def endnote_data(text: str) -> str:
    """EndNote's XML out of a field's data, which is base64 of it; "" where it is something else."""
    try:
        raw = base64.b64decode("".join(text.split()), validate=True)
    except (ValueError, binascii.Error):
        return ""
    words = raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-8", "replace").replace("\0", "")
    start, end = words.find("<EndNote"), words.rfind("</EndNote>")
    return words[start : end + len("</EndNote>")] if 0 <= start < end else ""


def mendeley_tag(tag: str) -> str:
    """The JSON in the tag of a content control that Mendeley Cite made, or ""."""
    found = re.match(r"MENDELEY_CITATION_v3_([A-Za-z0-9+/=_-]+)$", tag)
    try:
        return base64.b64decode(found[1], altchars=b"-_" if "-" in found[1] else None).decode() if found else ""
    except (ValueError, binascii.Error):
        return ""


def word_sources(root: Element) -> dict[str, Csl]:
    """Word's own list of sources by their keys."""
    found: dict[str, Csl] = {}
    for source in _children(root, "Source"):
        said = {_bare(part): "".join(part.itertext()).strip() for part in source}
        csl: dict[str, Any] = {name: said[word] for word, name in _WORD_FIELDS.items() if said.get(word)}
        container = said.get("JournalName") or said.get("PeriodicalTitle") or said.get("BookTitle") or ""
        csl |= {"type": _WORD_TYPES.get(said.get("SourceType", ""), "document"), "container-title": container}
        if year := re.search(r"\d{4}", said.get("Year", "")):
            csl["issued"] = _issued(year.group())
        csl["author"] = list(_word_people(source))
        if said.get("Tag"):
            found[said["Tag"]] = clean(csl)
    return found


def clean(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a work that the engine reads, each of the type it should have; nothing is added."""
    csl: dict[str, Any] = {}
    for name in _TEXTS:
        value = given.get(name)
        if isinstance(value, str | int) and (text := str(value).strip()):
            csl[name] = text[:_LONGEST] if name == "abstract" else _line(text)
    for role in ("author", "editor"):
        people = given.get(role)
        named = [_person(person) for person in people[:_MOST]] if isinstance(people, list) else []
        if any(named):
            csl[role] = [person for person in named if person]
    if issued := _date(given.get("issued")):
        csl["issued"] = issued
    note = given.get("note")
    for name in ("PMID", "PMCID"):
        # Zotero keeps these in its note ("Extra").
        found = re.search(rf"\b{name}:\s*(\w{{1,20}})", note) if isinstance(note, str) else None
        if found and name not in csl:
            csl[name] = found[1]
    return csl if csl.get("title") or csl.get("author") or csl.get("URL") or csl.get("DOI") else {}


def _person(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    return {name: _line(given[name]) for name in _NAMES if isinstance(given.get(name), str) and given[name].strip()}


def _date(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        return {}
    parts = given.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first[:3] if str(part).isascii() and str(part).isdigit() and len(str(part)) <= 4]
    if numbers:
        return {"date-parts": [numbers]}
    raw = given.get("raw") or given.get("literal")
    return {"raw": _line(raw)} if isinstance(raw, str) else {}


def _endnote_work(record: Element) -> dict[str, Any]:
    kind = record.find("ref-type")
    pmid = _said(record, "accession-num")
    return clean(
        {
            "type": _ENDNOTE_TYPES.get(kind.get("name", ""), "document") if kind is not None else "document",
            "title": _said(record, "titles/title"),
            "container-title": _said(record, "periodical/full-title") or _said(record, "titles/secondary-title"),
            "author": [
                _endnote_person("".join(one.itertext())) for one in record.findall("contributors/authors/author")
            ],
            "issued": _issued(_said(record, "dates/year")),
            "volume": _said(record, "volume"),
            "issue": _said(record, "number"),
            "page": _said(record, "pages"),
            "publisher": _said(record, "publisher"),
            "DOI": re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _said(record, "electronic-resource-num")),
            "PMID": pmid if re.fullmatch(r"\d{4,8}", pmid) else "",
            "ISBN": _said(record, "isbn"),
            "URL": _said(record, "urls/related-urls/url"),
            "abstract": _said(record, "abstract"),
        }
    )


def _endnote_person(text: str) -> dict[str, str]:
    family, comma, given = text.strip().partition(",")
    if comma and not given.strip():
        return {"literal": family}  # "World Health Organization,"
    return {"family": family, "given": given.strip()} if comma else {"literal": family}


def _word_people(source: Element) -> Iterator[dict[str, str]]:
    outer = next(_children(source, "Author"), None)
    inner = next(_children(outer, "Author"), None) if outer is not None else None
    for part in inner.iter() if inner is not None else ():
        if _bare(part) == "Corporate":
            yield {"literal": (part.text or "").strip()}
        elif _bare(part) == "Person":
            said = {_bare(name): (name.text or "").strip() for name in part}
            yield {"family": said.get("Last", ""), "given": f"{said.get('First', '')} {said.get('Middle', '')}".strip()}


def _children(root: Element, name: str) -> Iterator[Element]:
    return (part for part in root if _bare(part) == name)


def _bare(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _said(element: Element, path: str) -> str:
    found = element.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _issued(year: str) -> dict[str, Any]:
    return {"date-parts": [[int(year)]]} if re.fullmatch(r"[12]\d{3}", year) else {}


def _line(text: Any) -> str:
    return " ".join(str(text).split())[:2000]
