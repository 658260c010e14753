"""Where a work appeared: the end of a reference string into journal, volume, issue, page, publisher and year."""

from __future__ import annotations

import re
from typing import Any

from evidence.language.patterns import lazily
from evidence.references.author_names import is_body, parse_names

YEAR = r"(?:1[6-9]|20)\d\d"
"""A year as references write it."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PAGE = r"(?P<page>[A-Za-z]{0,3}\d[\w.]{0,14}(?:\s?[-–]\s?[A-Za-z]{0,3}\d[\w.]{0,14})?)"
_SEASON = r"(?:\s+[A-Z][a-z]{2,8}\.?)?(?:[\s-]+(?:\d{1,2}|[A-Z][a-z]{2,8}))?"
# "J Sleep. 2012 May 3;13(4):155-160" and "Glycobiology 2012, 22, 1147-1162"
_DATED = lazily(
    rf"(?P<container>[^\d;]{{2,160}}?)[\s,.;]*\b(?P<year>{YEAR}){_SEASON}\s*[;:,]\s*"
    rf"(?P<volume>[A-Z]?\d{{1,4}})(?:\s*\((?P<issue>[^()]{{1,25}})\)|\s(?P<number>Suppl\.?(?:\s?\d{{1,2}})?))?(?:\s*[:,]\s*{_PAGE})?[.\s;,]*$"
)
# "Journal of Sleep13(4), 155-160", "vol. 13, no. 4, 2012, pp. 155-160", "13.4 (2012): 155-160"
_PLACED = lazily(
    rf"(?P<container>.*?)[\s,.;:]*(?:(?<![\w(])(?P<year>{YEAR}){_SEASON}\s*[;,:]\s*)?"
    r"(?:vol(?:ume)?\.?\s*)?(?<![\d/-])(?P<volume>(?:(?<![^\W\d_])[A-Z])?\d{1,4}(?:[-–]\d{1,4})?)"
    r"(?:\.(?P<point>\d{1,2}(?:[-–]\d{1,2})?)|\s*\((?P<issue>[^()]{1,25})\)"
    r"|,\s*(?:no|iss(?:ue)?)\.?\s*(?P<number>[\w-]{1,10}))?"
    rf"(?:\s*\((?P<late>{YEAR})\)|,\s*(?P<mla>{YEAR}))?(?:\s*[,:;]\s*(?:pp?\.?\s*)?{_PAGE})?"
    rf"\s*[.,;]?\s*(?:\(?(?P<end>{YEAR})\)?)?\s*[.,;]?\s*$",
    re.IGNORECASE,
)
_YEAR_LAST = lazily(rf"(?P<container>[^\d;()]{{2,160}}?)[\s,.;]*\(?(?P<year>{YEAR})\b[^()]{{0,20}}\)?[.\s;,]*$")
_COCHRANE = lazily(
    rf"(?P<container>[^\d;]{{2,160}}?)[\s,.;]*(?P<year>{YEAR})[,;]\s*Issue\s+(?P<issue>\d{{1,2}})\.?"
    r"(?:\s*(?:Art\.?\s*No\.?:?)?\s*(?P<page>CD\d{6}))?.{0,40}$"
)
# A journal without volumes: "Cochrane Database Syst Rev. 2013;(1):CD000980"
_NO_VOLUME = lazily(
    rf"(?P<container>[^\d;]{{2,160}}?)[\s,.;]*\b(?P<year>{YEAR}){_SEASON}\s*;\s*\((?P<issue>\d{{1,4}})\)"
    rf"(?:\s*[:,]\s*{_PAGE})?[.\s;,]*$"
)
_IN_BOOK = lazily(
    r"In:?\s+(?P<who>[^()]{3,300}?),?\s+\(?"
    # not "4th ed."
    r"(?<!\d(?:st|nd|rd|th)\s)(?:editors?|eds?)\b\.?\)?[.,]*\s+(?P<book>[^.()]{4,200}?)"
    r"\s*(?:\((?P<pages>[^()]{0,40}pp?\.[^()]{1,30})\))?\.\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_VOLUME_FIRST = lazily(r"(?:vol(?:ume)?|bd|band|t)\.?\s(?P<volume>\d{1,3})[.,;]\s", re.IGNORECASE)
_DAY = lazily(
    rf"\(?\b(?:{_MONTH}(?:\s+\d{{1,2}})?,?\s+(?P<a>{YEAR})|\d{{1,2}}\s+{_MONTH},?\s+(?P<b>{YEAR})"
    rf"|(?P<c>{YEAR})\s+{_MONTH}(?:\s+\d{{1,2}})?)\)?[.\s]*$"
)
_EDITION = lazily(r"[\s,.(]*\b(?P<edition>\d{1,2})(?:st|nd|rd|th)\s+ed(?:ition|n)?\b\.?\)?[\s,.;:]*", re.IGNORECASE)
_BADGES = lazily(r"(?:\s*\[(?:[A-Z][A-Za-z ]{2,20}|preprint|internet|online)\])+\s*(?=[.,]|$)", re.IGNORECASE)
_PUBLISHER = lazily(
    r"\b(?:Press|Publish(?:ing|ers?)|Publications|Books|Verlag|Springer|Elsevier|Wiley|Routledge|Penguin|Academies|"
    r"HarperCollins|McGraw-Hill|Karger|Saunders|Mosby|Lippincott|Macmillan|Random House|University)\b"
)
_JOURNAL = lazily(r"\b(?:Journal|Annals|Proceedings|Bulletin|Reviews?|Archives)\b")


def place_of(text: str) -> dict[str, Any]:
    """CSL fields of the end of a reference, `text` at most 500 characters long; {} where nothing is recognised."""
    text = _BADGES.sub("", text[:500]).strip()
    if text.startswith("In:") or re.match(r"In\s+[A-Z].{0,200}\(?Eds?\.", text):
        return _chapter(text)
    edition = _EDITION.search(text)
    if edition and edition.start() < 40:
        head = text[: edition.start()].strip()
        return {"edition": edition["edition"], **place_of(f"{head} {text[edition.end() :]}".strip())}
    if (dated := _DAY.search(text)) and not re.search(rf"{YEAR}{_SEASON}\s*;", text):
        year = dated["a"] or dated["b"] or dated["c"]
        return {**_named(text[: dated.start()].strip(" ,.;(")), "issued": _issued(year)}
    match = (
        _COCHRANE.match(text)
        or _NO_VOLUME.match(text)
        or _DATED.match(text)
        or _PLACED.match(text)
        or _YEAR_LAST.match(text)
    )
    return _fields(match) if match else _named(text.rstrip(".; "))


def _chapter(text: str) -> dict[str, Any]:
    """The book of a chapter with its editors, or {}: no part of it may pass for a journal."""
    match = _IN_BOOK.match(text)
    editors = parse_names(match["who"]) if match else []
    if not match or not editors:
        return {}
    rest = match["rest"] or ""
    pages = re.search(rf"\bpp?\.?\s*{_PAGE}", match["pages"] or rest)
    rest = rest[: pages.start()] if pages and not match["pages"] else rest
    if numbered := _VOLUME_FIRST.match(rest):
        rest = rest[numbered.end() :]
    csl = {"editor": editors, "container-title": match["book"].strip(" .,"), **place_of(rest.strip(" .,;"))}
    csl["container-title"] = match["book"].strip(" .,")
    if numbered:
        csl["volume"] = numbered["volume"]
    return {**csl, "page": pages["page"].replace("–", "-").rstrip(".")} if pages else csl


def is_press(text: str) -> bool:
    """Whether a name is that of a publisher of books."""
    return bool(_PUBLISHER.search(text)) and not _JOURNAL.search(text)


def _fields(match: re.Match[str]) -> dict[str, Any]:
    found = {name: value for name, value in match.groupdict().items() if value}
    csl = _named(found.get("container", "").strip(" ,.;:"))
    if re.fullmatch(YEAR, found.get("volume", "")):
        found.setdefault("end", found.pop("volume"))  # a year at the end of a conference or a publisher's line
    for name in ("volume", "page"):
        if name in found:
            csl[name] = re.sub(r"\s", "", found[name]).replace("–", "-").rstrip(".")
    issue = found.get("issue") or found.get("number") or found.get("point") or ""
    years = [found[name] for name in ("year", "late", "mla", "end") if name in found]
    if re.fullmatch(YEAR, issue) and not years:
        years.append(issue)
    elif issue:
        csl["issue"] = issue.strip()
    return {**csl, "issued": _issued(years[0])} if years else csl


def _named(text: str) -> dict[str, Any]:
    """A publisher ("Boston, MA: Hill Press") or, where nothing says so, a journal."""
    if not text or len(text) > 200:
        return {}
    place, colon, name = text.partition(": ")
    if colon and is_body(name) and not _JOURNAL.search(text):
        return {"publisher-place": place.strip(), "publisher": name.strip()}
    if is_press(text):
        return {"publisher-place": place.strip(), "publisher": name.strip()} if colon else {"publisher": text}
    return {"container-title": text}


def _issued(year: str) -> dict[str, Any]:
    return {"date-parts": [[int(year)]]}
