"""Identifiers of works: found in text, checked and put into one written form.

Forms follow the registries' own rules: DOI Handbook 2.2 (prefix 10.NNNN), PubMed and PMC accession numbers,
ISO 2108 (ISBN check digits), ClinicalTrials.gov (NCT and eight digits), arXiv identifier scheme of 2007.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}/[^\s\"<>“”|\[\]]{1,300}")
_DOI_TAIL = re.compile(r"[.,;:!?'’*_\]}&]+$")
_PMID = re.compile(
    r"(?:\bPMID:?\s{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/"
    r"|pubmed\.gov/|europepmc\.org/(?:article|abstract)/med/)(\d{1,8})(?!\d)",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?<![A-Za-z\d])PMC(?:ID:?\s?(?:PMC)?)?(\d{3,9})(?!\d)", re.IGNORECASE)
_NCT = re.compile(r"\bNCT\d{8}\b", re.IGNORECASE)
_ARXIV = re.compile(r"(?:arxiv:\s?|arxiv\.org/(?:abs|pdf)/)(\d{4}\.\d{4,5})(?:v\d{1,2})?", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?\d[\d -]{7,15}[\dXx])\b")
_URL = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"“”|]{1,2000}", re.IGNORECASE)
_VIEW = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|meta|html|summary|references|asset)|\.(?:full|abstract|pdf|long|short))+$"
)
_ARTICLE_PAGE = re.compile(
    r"https?://(?:[\w-]+\.){1,4}\w+(?:"
    r"(?<=sciencedirect\.com)/science/article/(?:abs/)?pii/\w+"
    r"|(?<=nature\.com)/articles/[\w.-]+"
    r"|(?<=mdpi\.com)/\d{4}-\d{3}[\dX]/\d+/\d+/\d+"
    r"|(?<=jamanetwork\.com)/[^\s?]{0,200}(?:fullarticle|article-abstract)/\d+"
    r"|(?<=jamanetwork\.com)/[^\s?]{0,80}\?articleid=\d+"
    r"|(?<=oup\.com)/[\w-]+/(?:advance-)?article[\w-]*/[^\s?]{3,200}"
    r"|(?<=thelancet\.com)/journals/[^\s?]{1,40}/article/[^\s?]{3,60}"
    r"|(?<=dovepress\.com)/[^\s?]{3,300}-article-\w+"
    r"|(?<=nejm\.org)/doi/[^\s?]{3,100}"
    r"|/journals?/[^\s?]{1,60}/article/[^\s?]{5,100}"
    r"|/(?:article|articles|retrieve/pii|science)/(?:PII)?S\d{4}-?\d{3}[\dX]\(?\d\d\)?\d{5}-?[\dX]"
    r"|(?<=annals\.org)/aim/(?:full)?article[\w-]*/\d+"
    r"|(?<=bmj\.com)/content/\d{1,4}/bmj\.\w+"
    r"|/content/(?:early/\d{4}/\d\d/\d\d/|\d{1,3}/[A-Z]?\d{1,4}/)[\w.-]{2,60}"
    r")",
    re.IGNORECASE,
)
"""Pages of single articles on the platforms of journals, where the address holds no DOI; the last three forms are
those of Elsevier (PII, from ISSN and year) and HighWire (volume, issue, page), which many societies use."""

_VERSION = re.compile(r"^(10\.1101/[\d.]+)v\d{1,2}$")


def normalise_doi(text: str) -> str:
    """The DOI in `text` in lower case without its address, or "" where there is none."""
    match = _DOI.search(text)
    return _trim_doi(match.group()) if match else ""


def normalise_isbn(text: str) -> str:
    """The digits of an ISBN whose check digit is right, or ""."""
    digits = re.sub(r"[^\dXx]", "", text).upper()
    if len(digits) == 10 and "X" not in digits[:9]:
        total = sum((10 - place) * _digit(char) for place, char in enumerate(digits))
        return digits if total % 11 == 0 else ""
    if len(digits) == 13 and digits.isdigit():
        total = sum(int(char) * (3 if place % 2 else 1) for place, char in enumerate(digits))
        return digits if total % 10 == 0 else ""
    return ""


def find_urls(text: str) -> tuple[str, ...]:
    """Every web address in `text`, without the punctuation that ends the sentence around it."""
    return tuple(trim_url(match.group()) for match in _URL.finditer(text))


def trim_url(url: str) -> str:
    """`url` without trailing punctuation and without a bracket it did not open."""
    while url:
        last = url[-1]
        if last in ".,;:!?'’*_]}" or (last == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        else:
            break
    return url


def identify(text: str) -> Mapping[str, str]:
    """Identifiers in `text` under their CSL names: DOI, PMID, PMCID, ISBN, URL; and NCT, arXiv.

    A key is absent where nothing was found. URL is left out where the address only repeats another identifier.
    """
    found: dict[str, str] = {}
    if doi := normalise_doi(text):
        found["DOI"] = doi
    if match := _PMCID.search(text):
        found["PMCID"] = f"PMC{match.group(1)}"
    if match := _PMID.search(text):
        found["PMID"] = match.group(1).lstrip("0")
    for match in _ISBN.finditer(text):
        if isbn := normalise_isbn(match.group(1)):
            found["ISBN"] = isbn
            break
    if match := _NCT.search(text):
        found["NCT"] = match.group().upper()
    if match := _ARXIV.search(text):
        found["arXiv"] = match.group(1)
    for url in find_urls(text):
        if not work_key(url):
            found["URL"] = url
            break
    return {name: value for name, value in found.items() if value}


def work_key(text: str) -> str:
    """The key of the work that an address or identifier names: "doi:…", "pmid:…", "pmcid:…", or ""."""
    if match := _PMID.search(text):
        return f"pmid:{match.group(1).lstrip('0')}"
    if doi := normalise_doi(text):
        return f"doi:{doi}"
    if "pmc" in text.lower() and (match := _PMCID.search(text)):
        return f"pmcid:PMC{match.group(1)}"
    return ""


def article_key(url: str) -> str:
    """The key "url:…" of an address that is the page of one article in a journal, or ""."""
    match = _ARTICLE_PAGE.match(url)
    return f"url:{match.group()}" if match else ""


def _digit(char: str) -> int:
    return 10 if char == "X" else int(char)


def _trim_doi(doi: str) -> str:
    doi = doi.split("?", 1)[0].split("#", 1)[0]
    while True:
        trimmed = _DOI_TAIL.sub("", doi)
        if trimmed.endswith(")") and trimmed.count(")") > trimmed.count("("):
            trimmed = trimmed[:-1]
        if trimmed == doi:
            doi = _VERSION.sub(r"\1", _VIEW.sub("", doi.lower()))
            return doi if "/" in doi and not doi.endswith("/") else ""
        doi = trimmed
