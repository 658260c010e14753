"""Identifiers of works: found in text, checked and put into one written form.

Forms follow the registries' own rules: DOI Handbook 2.2 (prefix 10.NNNN), PubMed and PMC accession numbers,
ISO 2108 and 3297 (check digits), ClinicalTrials.gov (NCT and eight digits), arXiv identifier schemes of 1991 and 2007.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from evidence.language.patterns import lazily, lowered
from evidence.references.article_addresses import article_key, doi_of_address
from evidence.references.broken_dois import rejoined
from evidence.references.check_digits import normalise_isbn, normalise_issn

__all__ = [
    "Identifier",
    "article_key",
    "find_urls",
    "identify",
    "normalise_doi",
    "normalise_isbn",
    "normalise_issn",
    "normalise_pmcid",
    "recognise",
    "rejoined",
    "trim_url",
    "work_key",
]

_DOI = lazily(
    r"(?<![\d.])10\.[1-9]\d{3,8}(?:\.\d{1,9}){0,3}(?:/|%2F)"
    r"(?:\d{4}-\d{3}[\dX]\(\d{4,6}\)[\w.]{1,12}[\[<][\w:+&.-]{1,40}[\]>]\d\.\d\.CO;\d"
    r"|(?:\(SICI\))?\d{4}-\d{3}[\dX]\([^\s\"“”|]{6,120}?[;:]2-[\w#]|[^\s\"<>“”„«»‹›【】…—。、|\[\]]{1,300})",
    re.IGNORECASE,
)
_DOI_TAIL = lazily(r"[.,;:!?'’*_\]}&\\-]+$")
_BEHIND_DOI = lazily(r"\?|&(?=[\w.%-]{1,40}=|$)|;jsessionid=", re.IGNORECASE)
"""What an address has behind the DOI in it; an ampersand before anything but a parameter is the DOI's own."""
_DOI_GLUED = lazily(
    r"(?<=[\da-z)])[.,;]?(?:PubMed|PMID|PMCID|PMC\d|Google Scholar|Google|CrossRef|Medline|Article|View|CAS|Epub)"
    r"(?![a-z]).*$"
)
_VIEW = lazily(
    r"(?:/(?:full|full-text|fulltext|abstract|pdf|epdf|pdfft|epub|meta|html|summary|references|asset)"
    r"(?:/[a-z]{2}(?:_han[st])?)?|/(?:figures|tables)/\d{1,3}|/(?:suppl_file|(?:media|pdf)/cdsr)/\S+"
    r"|\.(?:full|abstract|pdf|html|long|short|full-text|supplementary-material)|\+html)+$"
)
"""What publishers put behind a DOI in the addresses of its pages, the language of a Cochrane review included."""
_OUP_PAGE = lazily(r"^(10\.1093/[\w-]+/[\w.-]+)/\d{5,}$")
_VERSION = lazily(r"^(10\.(?:1101|64898)/[\d.]+)v\d{1,2}$")

_PMID = lazily(
    r"(?:\b(?:PMID\s?[:#=-]?\s{0,3}){1,2}[({\[]?|\bpubmed\s?(?:id\s?[:#]?|:)\s{0,3}|info:pmid/|europepmc\.org/(?:article|abstract)/med/"
    r"|(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/?)"
    r"(?:\?term=(?=\d+(?:(?:\[|%5B)(?:pmid|uid)|[&#)>\]\s]|$)))?|pubmed\.(?:gov|com)/|ncbi\.nlm\.nih\.gov/pmc/articles/pmid/"
    r"|(?<![\w./-])pubmed/\s?"
    r"|query\.fcgi\?(?=\S{0,200}?\bdb=pubmed)\S{0,200}?\blist_uids=)"
    r"0{0,8}([1-9]\d{0,7})(?![\d.]\d|\d)",
    re.IGNORECASE,
)
_PMCID = lazily(
    r"(?<![A-Za-z\d])PMC(?:\s?ID\s?[:#=]?\s?|/articles/|[\s:#_-](?=\d{5})|[\s:]{1,2}(?=PMC))?(?:PMC[\s:]?){0,2}"
    r"0{0,6}([1-9]\d{2,8})(?!\d)",
    re.IGNORECASE,
)
"""Some programs put "PMC" before a number that has it already, or fill the number up with noughts."""
_NCT = lazily(r"(?<![A-Za-z\d])NCT(?:\s?(?:no|number|id)\b)?[.: -]{0,2}(\d{8})(?!\d)", re.IGNORECASE)
_ARXIV_NUMBER = (
    r"(\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)"
    r"|[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[A-Z]{2})?/\d\d(?:0[1-9]|1[0-2])\d{3}(?!\d))(?:v\d{1,2})?"
    r"(?:\s?\[[a-z-]{2,8}(?:\.[A-Z]{2})?\]?)?"
)
_ARXIV = lazily(r"(?:\barxiv(?:\s?:\s?|\s)|arxiv\.org/(?:abs|pdf|html)/)" + _ARXIV_NUMBER, re.IGNORECASE)
_BARE_ARXIV = lazily(_ARXIV_NUMBER, re.IGNORECASE)
_ISBN = lazily(r"\bISBN(?:[-\s]?\(?1[03]\)?)?\s?[:#]?\s?((?:97[89][-– ]?)?\d[\d –-]{7,15}[\dXx])\b", re.IGNORECASE)
_BARE_ISBN = lazily(r"(?:97[89][-– ]?)?\d[\d –-]{7,15}[\dXx]")
_ISSN = lazily(r"\b[ep]?-?ISSN(?:-L)?(?:\s?\((?:print|online|electronic)\))?\s?[:#]?\s?(\d{4}[-–]?\d{3}[\dXx])\b", re.I)
_BARE_ISSN = lazily(r"\d{4}-\d{3}[\dXx]")
_YEARS = lazily(r"(?:1[89]|20)\d\d-(?:1[89]|20)\d\d")
_URL = lazily(r"(?:https?://|\bwww\.)[^\s<>\"“”|]{1,2000}", re.IGNORECASE)
_WHOLE_URL = lazily(r"(?:https?://)?(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?::\d{1,5})?(?:[/?#]\S{0,2000})?", re.I)
_INVISIBLE = lazily("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WIDE = {sign: chr(sign - 0xFEE0) for sign in range(0xFF01, 0xFF5F)}
"""Letters, figures and signs of full width, as Chinese and Japanese texts have them."""
_TYPESET = (
    dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63), "-")
    | dict.fromkeys((0x2044, 0x2215, 0x29F8), "/")
    | {0x2024: "."}
)
"""What typesetting makes of the hyphens, slashes and dots of an identifier. In the address of a page each of them may
mean itself."""
_WIDE_OR_TYPESET = _WIDE | _TYPESET
_MARKDOWN_LINK = re.compile(r"!?\[[^\[\]]{0,600}\]\(\s?<?([^\s<>]{1,2000}?)>?\s?\)")
_LABELS = re.compile(
    r"\b(?:doi|pmid|pmcid|pubmed central|pubmed|pmc|isbn|issn|arxiv|nct|id|no|number|trial|registration|urn|"
    r"clinicaltrials(?:\.gov)?|identifier|ncbi|digital object identifier|available|from|at|link|url|see|and|"
    r"info|google scholar|google|scholar|crossref|hardback|hardcover|paperback|softcover|print|online|electronic|"
    r"e-?book|hbk|pbk|pdf|epub|preprint|indexed for medline)\b",
    re.IGNORECASE,
)
_CASTS = {
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "arXiv": "arxiv",
    "NCT": "nct",
    "ISBN": "isbn",
    "ISSN": "issn",
}


class Identifier(NamedTuple):
    """An identifier in its one written form. `kind`: doi, pmid, pmcid, isbn, issn, arxiv, nct or url."""

    kind: str
    value: str


def recognise(text: str, *, number_is_pmid: bool = False) -> Identifier | None:
    """The identifier that `text` is, label or address around it included; None for anything else.

    A text that says more than its identifier (a whole reference) is None, and so is a bare number, which might be
    anything, unless `number_is_pmid` says that PubMed's numbers are asked for. Of several, the DOI goes first.
    """
    text = _unwrapped(text)
    if not text or len(text) > 2100:
        return None
    plain = rejoined(text.translate(_TYPESET))
    if bare := _bare(plain, number_is_pmid):
        return bare
    if _WHOLE_URL.fullmatch(text):
        return _of_address(text)
    found = identify(plain)
    names = [name for name in _CASTS if name in found]
    if not names or re.search(r"\w{2}", _LABELS.sub(" ", _without_identifiers(plain))):
        return None
    return Identifier(_CASTS[names[0]], found[names[0]])


def identify(text: str) -> Mapping[str, str]:
    """Identifiers in `text` under their CSL names: DOI, PMID, PMCID, ISBN, ISSN, URL; and NCT, arXiv.

    A key is absent where nothing was found. URL is left out where the address only repeats another identifier.
    """
    written = rejoined(_INVISIBLE.sub("", text))
    text = written.translate(_WIDE_OR_TYPESET) if not written.isascii() else written
    found: dict[str, str] = {}
    if doi := normalise_doi(text):
        found["DOI"] = doi
    found["PMCID"] = normalise_pmcid(text)
    if match := _pmid_in(text):
        found["PMID"] = match.group(1).lstrip("0")
    for name, pattern, normal in (("ISBN", _ISBN, normalise_isbn), ("ISSN", _ISSN, normalise_issn)):
        for match in pattern.finditer(text):
            if number := normal(match.group(1)):
                found[name] = number
                break
    if match := _NCT.search(text):
        found["NCT"] = f"NCT{match.group(1)}"
    if match := _ARXIV.search(text):
        found["arXiv"] = match.group(1).lower()
    for url in find_urls(written):
        if not work_key(url):
            found["URL"] = url
            break
    return {name: value for name, value in found.items() if value}


def normalise_doi(text: str) -> str:
    """The DOI in `text` in lower case without its address, or "" where there is none."""
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = text.translate(_WIDE_OR_TYPESET)
    match = _DOI.search(rejoined(text))
    return _trim_doi(match.group()) if match else ""


def normalise_pmcid(text: str) -> str:
    """The PMC number in `text` as "PMC123", or "" where there is none."""
    match = _PMCID.search(text)
    return f"PMC{match.group(1)}" if match else ""


def find_urls(text: str) -> tuple[str, ...]:
    """Every web address in `text`, without the punctuation that ends the sentence around it."""
    return tuple(trim_url(match.group()) for match in _URL.finditer(text))


def trim_url(url: str) -> str:
    """`url` without trailing punctuation, without a bracket it did not open, and without the link it is the words of
    ("[www.example.org](https://www.example.org)")."""
    url = url.partition("](")[0]
    while url:
        last = url[-1]
        if last in ".,;:!?'’*_]}" or (last == ")" and url.count(")") > url.count("(")):
            url = url[:-1]
        else:
            break
    return url


def work_key(text: str) -> str:
    """The key of the work that an address or identifier names: "doi:…", "pmid:…", "pmcid:…", or ""."""
    if match := _pmid_in(text):
        return f"pmid:{match.group(1).lstrip('0')}"
    if doi := normalise_doi(text):
        return f"doi:{doi}"
    if "pmc" in text.lower() and (number := normalise_pmcid(text)):
        return f"pmcid:{number}"
    return ""


def _unwrapped(text: str) -> str:
    """Without what a paste brings along: markup, invisible characters, brackets, quotation marks, a full stop."""
    text = html.unescape(_INVISIBLE.sub("", text)).replace("\u00a0", " ")
    text = re.sub(r"\s+", " ", text).strip().translate(_WIDE)
    if link := _MARKDOWN_LINK.fullmatch(text.rstrip(".,; ")):
        text = link.group(1)
    text = text.strip(" <>\"“”„«»‹›【】…'‘’`*")
    while text and text[0] + text[-1] in ("()", "[]", "{}"):
        text = text[1:-1].strip()
    return trim_url(text.rstrip(">)") if text.count(")") > text.count("(") else text.rstrip(">"))


def _bare(text: str, number_is_pmid: bool) -> Identifier | None:
    """A number without a label: its form or its check digit has to speak for it."""
    if number_is_pmid and re.fullmatch(r"[1-9]\d{0,7}", text):
        return Identifier("pmid", text)
    if _BARE_ISSN.fullmatch(text) and not _YEARS.fullmatch(text) and (issn := normalise_issn(text)):
        return Identifier("issn", issn)
    if _BARE_ISBN.fullmatch(text) and (isbn := normalise_isbn(text)):
        return Identifier("isbn", isbn)
    if match := _BARE_ARXIV.fullmatch(text):
        return Identifier("arxiv", match.group(1).lower())
    return None


def _of_address(url: str) -> Identifier | None:
    for kind, pattern, mark in (("nct", _NCT, "NCT"), ("arxiv", _ARXIV, "")):
        if match := pattern.search(url):
            return Identifier(kind, mark + match.group(1) if mark else match.group(1).lower())
    if key := work_key(url):
        kind, _, value = key.partition(":")
        return Identifier(kind, value)
    if doi := doi_of_address(url):
        return Identifier("doi", doi)
    if not re.match(r"https?://|www\.", url, re.IGNORECASE):
        return None  # a name with a full stop in it may be a file or a word
    return Identifier("url", url if "://" in url else f"https://{url}")


def _pmid_in(text: str) -> re.Match[str] | None:
    small = lowered(text)
    return _PMID.search(text) if any(map(small.__contains__, _OF_PUBMED)) else None


_OF_PUBMED = ("pmid", "pubmed", "europepmc", "query.fcgi")
"""One of these stands, in small letters, wherever a number of PubMed does."""


def _without_identifiers(text: str) -> str:
    for pattern in (_URL, _DOI, _PMID, _PMCID, _ISBN, _ISSN, _NCT, _ARXIV):
        text = pattern.sub(" ", text)
    return text


def _trim_doi(doi: str) -> str:
    doi = re.split(r"[\s\x00-\x1f\x7f]", unquote(doi), maxsplit=1)[0] if "%" in doi else doi
    doi = _DOI_GLUED.sub("", _BEHIND_DOI.split(doi, maxsplit=1)[0])
    if "#" in doi and not re.search(r"[;:]2-#$", doi):
        doi = doi.split("#", 1)[0]
    while True:
        trimmed = _DOI_TAIL.sub("", doi)
        if trimmed.endswith(")") and trimmed.count(")") > trimmed.count("("):
            trimmed = trimmed[:-1]
        trimmed = _VIEW.sub("", trimmed.lower())
        if trimmed == doi:
            doi = _OUP_PAGE.sub(r"\1", _VERSION.sub(r"\1", doi))
            return doi if "/" in doi and not doi.endswith("/") else ""
        doi = trimmed
