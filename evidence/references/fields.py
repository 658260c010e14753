"""Labelled tokens of a reference into CSL fields."""

from __future__ import annotations

import re
from typing import Any

from evidence.language.patterns import lazily
from evidence.references.author_names import alone_with_others, first_names, parse_names
from evidence.references.labels import label_with_chances
from evidence.references.mended_parts import mended
from evidence.references.publication_details import YEAR
from evidence.references.tokens import tokens_of

_PAGES = r"[A-Za-z]{0,3}\d[\w.]*(?:\s*[-–—]+\s*[A-Za-z]{0,3}\d\w*)?"
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|spring|summer|autumn|fall|winter)(?:\s*[-–/]\s*[a-z]{3,9})?"
)
# "vol. 13, no. 4", "13(4)", "13.4", "13 Suppl 1" and, glued, "13(4):155-160"
_VOLUME = lazily(
    r"(?:(?:vol(?:ume)?|v|bd|band|tom[eo]?|t|т|jg|год)\.?\s*)?(?P<volume>[A-Za-z]?\d+[A-Za-z]?(?:[-–]\d+)?|[IVXLC]+)"
    r"(?:[\s.,:;/]*\((?P<bracketed>[^()]{1,25})\)"
    r"|[\s.,:;/]*(?:nos?|nr|n|n°|numbers?|issues?|iss|heft|h)\b\.?°?\s*(?P<numbered>[\w–/-]{1,12})"
    r"|[\s.,:;]*(?:part|pt|teil|parte|partie)\b\.?\s*[\dA-Z]{1,4}"
    r"|\s*[./]\s*(?P<dotted>\d{1,3}(?:[-–]\d{1,3})?)|,\s*(?P<double>\d{1,3}/\d{1,3})|\s*,?\s*(?P<supplement>suppl\w*\.?\s*\w{0,3}))?"
    rf"(?:\s*,\s*{_MONTHS}\.?)?(?:(?:\s*[:,]\s*|(?<=\))\s+)(?P<pages>{_PAGES}))?[).,;:\s]*$",
    re.IGNORECASE,
)
_YEAR_OF_JOURNAL = lazily(r"(?P<volume>\d{1,3})\.?\s?(?:Jg|Jahrgang|a[ñn]o|année|anno)\b\.?[\s,/]*", re.IGNORECASE)
"""German journals count years: "16. Jg. Heft 2"."""
_NUMBER_ALONE = lazily(
    r"(?:n\s?[°ºo]\s?s?|nos?|nr|№|num(?:éro|ero|ber|\.)?|issues?|iss|heft|h)[.\s°]*(?P<issue>\d[\w–/-]{0,11})"
    r"(?:,?\s(?:part|pt|teil|parte|partie)\.?\s[\dA-Z]{1,4}|,?\svol(?:ume)?\.?\s?(?P<volume>\d{1,4}))?[).,;:\s]*$",
    re.IGNORECASE,
)
"""A journal that counts issues only: "n° 5", "no. 12"."""
_IN_BRACKETS = lazily(
    rf"\((?P<issue>\d[\w–-]{{0,11}}|suppl\w*\.?\s*\w{{0,3}})\)(?:\s*[:,]\s*(?P<pages>{_PAGES}))?[.,;:\s]*$",
    re.IGNORECASE,
)
"""An issue without a volume: "(61)", "(Suppl 1)", "(962529):153-157"."""
_SIGN_BEFORE = lazily(r"[,\s]\s*n\s?[°º]?\.?$")
"""The sign of an issue that was taken for the end of the journal: "München med Wochenschr, n° | 82"."""
_SEVERAL = lazily(r"\b\d{1,3}\s+vols?\b\.?[,:]?\s*", re.IGNORECASE)
_WITHIN = lazily(
    r"\b(?:vol(?:ume)?s?|bd|bde|tome?)\b\.?\s*(?P<volume>\d{1,4}(?:\s?(?:[-–]|and|&)\s?\d{1,4})?|[IVXLC]{1,7}\b)",
    re.IGNORECASE,
)
_ISSUE_WITHIN = lazily(r"\b(?:no|nr|issue|heft|h)\b\.?\s*(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)", re.IGNORECASE)
"""A volume and an issue that are named among other words: "Part II, Vol. I", "2 vols. ..., vol. ii"."""
_TWO_COLONS = lazily(r"(?P<volume>\d{1,4}):\s?(?P<issue>\d{1,3}):")
"""Volume and issue before a page: "43:17:"."""
_LETTERED = lazily(r"[Vv]ol(?:ume)?\.?\s+(?P<volume>[A-Z])[.,;:\s]*$")
_PAGES_LISTED = lazily(rf"{_PAGES}(?:(?:,|\s(?:and|et|und|y|e|&))\s?{_PAGES})+[).,;:\s]*$")
"""Pages at several places: "27-39, 171-172"."""
_COUNTED = lazily(r"\d{2,4}\s?(?:pp?|pages|Seiten)\b\.?\W*$")
"""How many pages a book has: "248p."."""
_TWO_PAGES = lazily(r"(?P<first>\d{1,5})\s(?P<last>\d{1,5})\W*$")
_PAGE_OF_SECTION = lazily(r"(?P<page>[A-Z]{1,2}-?\d{1,4}(?:[-–]\d{1,4})?)\+?[).,;:\s]*$")
"""The page of a paper or of abstracts: "C1+", "A-349"."""
_PAGE = lazily(
    r"(?P<first>[A-Za-z]{0,3}\d[\w.]*?)(?:\s*[-–—]+\s*(?P<last>[A-Za-z]{0,3}\d\w*)|\s(?P<on>ff?)\.?)?[).,;:\s]*$"
)
_ROMAN_PAGES = lazily(r"(?P<first>[ivxl]{1,7})\s*[-–]+\s*(?P<last>[ivxl]{1,7})[).,;:\s]*$")
_PAGE_WORDS = lazily(
    r"^[\s(\[:]*(?:(?:pages?|p[áa]gs?\.?|pp?\.?|s\.|seiten?|article|art\.?|abstract)(?:\s(?:no\.?|nr\.?|#))?\s*#?)?",
    re.IGNORECASE,
)
_EDGES = " ,.;:“”\"‘’`'«»()[]"


def fields_of(text: str) -> tuple[dict[str, Any], dict[str, float]]:
    """CSL fields of a reference from its learned labels, and how sure each is: the chance of its least certain word.

    A part that cannot be taken apart is left out.
    """
    tokens = tokens_of(text)
    spans: dict[str, tuple[int, int]] = {}
    chances: dict[str, float] = {}
    before = ""
    labels, certain = label_with_chances(tokens)
    for token, name, chance in zip(tokens, labels, certain, strict=True):
        if name == before:
            spans[name] = (spans[name][0], token.end)
        elif name not in spans:
            spans[name] = (token.start, token.end)
        elif name == "title" and before == "container":
            name = before  # words in the middle of a book's title that look like those of a chapter's
            spans[name] = (spans[name][0], token.end)
        elif name == "title" and before == "editor" and "container" not in spans:
            name = "container"
            spans[name] = (token.start, token.end)
        else:
            name = ""  # a second stretch of a label: the first is the one that counts
        if name:
            chances[name] = min(chance, chances.get(name, 1.0))
        before = name
    parts = mended(text, spans)
    csl = _csl(parts)
    return csl, {field: chances[part] for field, part in _PART_OF.items() if field in csl and part in chances}


_PART_OF = {
    "author": "author",
    "editor": "editor",
    "title": "title",
    "container-title": "container",
    "issued": "date",
    "volume": "volume",
    "issue": "volume",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "location",
}
"""The labelled part that each field of CSL is read from."""


def _csl(parts: dict[str, str]) -> dict[str, Any]:
    csl: dict[str, Any] = {}
    for role in ("author", "editor"):
        people = _people(parts.get(role, ""))
        if names := parse_names(people) or _as_written(people) or first_names(people):
            csl[role] = names
    if title := _clean(parts.get("title", "")):
        csl["title"] = title
    if container := re.sub(r"^In:?\s+", "", _clean(parts.get("container", ""))):
        csl["container-title"] = container
    if year := re.search(YEAR, parts.get("date", "")):
        csl["issued"] = {"date-parts": [[int(year.group())]]}
    volume = parts.get("volume", "")
    if volume and (sign := _SIGN_BEFORE.search(csl.get("container-title", ""))):
        csl["container-title"] = _clean(csl["container-title"][: sign.start()])
        volume = f"n° {volume.strip(' .°º')}"
    csl.update(split_volume(volume))
    if page := pages_of(parts.get("pages", "")):
        csl["page"] = page
    for name, part in (("publisher", "publisher"), ("publisher-place", "location")):
        if value := _clean(parts.get(part, "")):
            csl[name] = value
    return csl


def pages_of(text: str) -> str:
    """The page or pages at the pages' place; "" where they are written in another way, or only counted."""
    text = _PAGE_WORDS.sub("", text)
    if _COUNTED.match(text):
        return ""
    if roman := _ROMAN_PAGES.match(text):
        return f"{roman['first']}-{roman['last']}"
    if run := _TWO_PAGES.match(text):
        return f"{run['first']}-{run['last']}" if int(run["last"]) > int(run["first"]) else str(run["first"])
    if page := _PAGE.match(text):
        return f"{page['first']}-{page['last']}" if page["last"] else f"{page['first']}{page['on'] or ''}"
    if _PAGES_LISTED.match(text):
        return re.sub(r"\s*[-–—]+\s*", "-", text.strip(" ).,;:"))
    of_section = _PAGE_OF_SECTION.match(text)
    return str(of_section["page"]).replace("–", "-") if of_section else ""


def split_volume(text: str) -> dict[str, str]:
    """Volume, issue and page of what stands at the volume's place; {} where it is written in another way."""
    alone = _NUMBER_ALONE.match(text.strip(" (,.;:"))
    if alone:
        found = {"volume": alone["volume"] or "", "issue": alone["issue"]}
        return {name: value.replace("–", "-") for name, value in found.items() if value}
    if match := _IN_BRACKETS.match(text.strip(" ,.;:")) or _LETTERED.match(text.strip(" (,.;:")):
        found = {"page" if name == "pages" else name: value for name, value in match.groupdict().items() if value}
        return {name: value.replace("–", "-").strip(" .") for name, value in found.items()}
    if both := _TWO_COLONS.fullmatch(text.strip()):
        return both.groupdict()
    match = _VOLUME.match(_YEAR_OF_JOURNAL.sub(r"\g<volume>, ", text.strip(" (,.;:")))
    if not match:
        return _named_within(text)
    issue = match["bracketed"] or match["numbered"] or match["dotted"] or match["double"] or match["supplement"] or ""
    issue = re.sub(r"^(?:no|nr|n|number|issue)\b\.?\s*", "", issue.strip(), flags=re.IGNORECASE)
    found = {"volume": match["volume"], "issue": issue.strip(" ."), "page": match["pages"] or ""}
    return {name: value.replace("–", "-") for name, value in found.items() if value}


def _named_within(text: str) -> dict[str, str]:
    """The volume that is named last among other words, and the issue named behind it."""
    named = list(_WITHIN.finditer(_SEVERAL.sub(" ", text)))
    if not named:
        return {}
    issue = _ISSUE_WITHIN.search(named[-1].string, named[-1].end())
    found = {"volume": named[-1]["volume"], "issue": issue["issue"] if issue else ""}
    return {name: re.sub(r"\s?(?:–|and|&)\s?", "-", value) for name, value in found.items() if value}


def _clean(text: str) -> str:
    """Without the punctuation around it; a question mark and a closing bracket that was opened stay."""
    plain = text.strip(' ,.;:“”"`«»')
    if plain.endswith("''"):
        plain = plain[:-2].rstrip(" ,.;:")
    if plain.startswith("‘") or (plain.startswith("'") and plain.endswith("'")):
        plain = plain.strip("‘’'").strip(" ,.;:")
    return plain[1:] if plain.startswith("(") and ")" not in plain else plain


def _as_written(people: str) -> list[dict[str, str]]:
    """One short name that fits no style, kept as it stands; a family where others are left out ("Epley et al.")."""
    name = people.strip(_EDGES)
    if family := alone_with_others(name):
        return [{"family": family}]
    plausible = 2 < len(name) <= 60 and not re.search(r"[\d_?!]", name)
    return [{"literal": name}] if plausible else []


def _people(text: str) -> str:
    without = re.sub(r"^[Ii]n:?\s+", "", text)
    without = without.rstrip(" :;-–—,")
    return re.sub(
        r"[,\s]*\(?\b(?:eds?|editors?|hrsg|hg|éds?|dirs?|coords?)\b\.?\)?[.,:;\s]*$", "", without, flags=re.IGNORECASE
    )
