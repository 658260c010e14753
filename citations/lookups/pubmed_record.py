"""A PubMed record (PubmedArticleSet, NLM's DTD of 2025) in the library's terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from citations.lookups import markup
from citations.lookups.errors import Malformed
from citations.lookups.pubmed_facts import facts_of
from citations.lookups.records import Found, FoundNotice
from evidence.references.identifiers import normalise_doi, normalise_isbn

SERVICE = "pubmed"
RETRACTED = "Retracted Publication"

# On the paper: "...In" points at the notice about it. "...Of" and "...For" stand on the notice and point at the paper.
ABOUT_THIS = {
    "RetractionIn": "retraction",
    "RetractedandRepublishedIn": "retraction",
    "ExpressionOfConcernIn": "concern",
    "ErratumIn": "correction",
    "CorrectedandRepublishedIn": "correction",
}
ABOUT_THAT = {
    "RetractionOf": "retraction",
    "RetractedandRepublishedFrom": "retraction",
    "ExpressionOfConcernFor": "concern",
    "ErratumFor": "correction",
    "CorrectedandRepublishedFrom": "correction",
}
_MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True))  # noqa: SIM905
_KEPT = {"i": "i", "b": "b", "sup": "sup", "sub": "sub"}


def read_article(article: Element, at: datetime) -> Found:
    """The work of one PubmedArticle or PubmedBookArticle. Raises Malformed."""
    citation = article.find("MedlineCitation")
    if citation is None:
        citation = article.find("BookDocument")
    if citation is None or not text_of(citation, "PMID"):
        raise Malformed("PubMed's record has no PMID.")
    try:
        identifiers = _identifiers(article, citation)
        return Found(
            service=SERVICE,
            at=at,
            csl=_csl(article, citation, identifiers),
            identifiers=identifiers,
            facts=facts_of(citation),
            notices=tuple(_notices(citation, identifiers)),
            knows_status=True,
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Malformed(f"PubMed's record is not in the documented form ({type(error).__name__}).") from None


def text_of(parent: Element, path: str) -> str:
    """All text below the first element at `path`, in one line; "" where there is none."""
    element = parent.find(path)
    return markup.plain("".join(element.itertext())) if element is not None else ""


def _identifiers(article: Element, citation: Element) -> dict[str, str]:
    """The record's own identifiers; those of its references stand in lists of their own and are left alone."""
    found = {"pmid": text_of(citation, "PMID")}
    lists = ("PubmedData/ArticleIdList/ArticleId", "PubmedBookData/ArticleIdList/ArticleId")
    ids = [one for path in lists for one in article.findall(path)] + citation.findall("ArticleIdList/ArticleId")
    for one in ids:
        kind, value = one.get("IdType"), markup.plain(one.text)
        if kind == "doi" and (doi := normalise_doi(value)):
            found["doi"] = doi
        elif kind == "pmc" and (written := re.search(r"PMC\d+", value)):
            found["pmcid"] = written[0]
    if "doi" not in found:
        for place in citation.findall("Article/ELocationID"):
            if place.get("EIdType") == "doi" and place.get("ValidYN", "Y") == "Y":
                found["doi"] = normalise_doi(markup.plain(place.text))
    for bank in citation.findall("Article/DataBankList/DataBank"):
        for number in bank.findall("AccessionNumberList/AccessionNumber"):
            if re.fullmatch(r"NCT\d{8}", markup.plain(number.text)):
                found.setdefault("nct", markup.plain(number.text))
    return {name: value for name, value in found.items() if value}


def _csl(article: Element, citation: Element, identifiers: dict[str, str]) -> dict[str, Any]:
    book = citation.tag == "BookDocument"
    journal = "Article/Journal/JournalIssue"
    title = _title(citation.find("ArticleTitle" if book else "Article/ArticleTitle"))
    csl: dict[str, Any] = {
        "type": "article-journal",
        "title": title or _title(citation.find("Article/VernacularTitle")),
        "author": list(_people(citation, "AuthorList" if book else "Article/AuthorList", "authors")),
        "container-title": text_of(citation, "Article/Journal/Title"),
        "container-title-short": text_of(citation, "MedlineJournalInfo/MedlineTA"),
        "original-title": _title(citation.find("Article/VernacularTitle")) if title else "",
        "issued": _issued(citation, journal),
        "available-date": _online(citation),
        "volume": text_of(citation, f"{journal}/Volume"),
        "issue": text_of(citation, f"{journal}/Issue"),
        "page": _pages(citation),
        "ISSN": text_of(citation, "Article/Journal/ISSN"),
        "language": text_of(citation, "Article/Language"),
        "DOI": identifiers.get("doi", ""),
        "PMID": identifiers.get("pmid", ""),
        "PMCID": identifiers.get("pmcid", ""),
    }
    if book:
        csl |= _book(citation, bool(title))
    return {name: value for name, value in csl.items() if value}


def _book(citation: Element, is_chapter: bool) -> dict[str, Any]:
    name = _title(citation.find("Book/BookTitle"))
    known: dict[str, Any] = {
        "type": "chapter" if is_chapter else "book",
        "publisher": text_of(citation, "Book/Publisher/PublisherName"),
        "publisher-place": text_of(citation, "Book/Publisher/PublisherLocation"),
        "issued": _issued(citation, "Book"),
        "editor": list(_people(citation, "Book/AuthorList", "editors")),
        "ISBN": normalise_isbn(text_of(citation, "Book/Isbn")),
        "container-title" if is_chapter else "title": name,
    }
    return known


def _title(element: Element | None) -> str:
    """A title with its italics, without the full stop at its end and the brackets round a translated one."""
    if element is None:
        return ""
    text = markup.title(_marked(element)).strip()
    if text.startswith("[") and text.rstrip(".").endswith("]"):
        text = text.rstrip(".")[1:-1]
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _marked(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        name = _KEPT.get(child.tag, "")
        inner = _marked(child)
        parts += [f"<{name}>{inner}</{name}>" if name else inner, child.tail or ""]
    return "".join(parts)


def _people(citation: Element, path: str, kind: str) -> Iterator[dict[str, str]]:
    for people in citation.findall(path):
        if people.get("Type", kind) != kind:
            continue
        for person in people.findall("Author"):
            if person.get("ValidYN", "Y") == "N":
                continue
            body = text_of(person, "CollectiveName")
            given = text_of(person, "ForeName") or text_of(person, "Initials")
            parts = {"family": text_of(person, "LastName"), "given": given, "suffix": text_of(person, "Suffix")}
            known = {name: value for name, value in parts.items() if value}
            if body:
                yield {"literal": body}
            elif "family" in known:
                yield known


def _issued(citation: Element, base: str) -> dict[str, Any]:
    """The date of the issue; of "2023 Jun-Jul" and the like the year alone."""
    year, month, day = (text_of(citation, f"{base}/PubDate/{name}") for name in ("Year", "Month", "Day"))
    if not year and (spelt := re.search(r"\b(?:1[5-9]|20)\d\d\b", text_of(citation, f"{base}/PubDate/MedlineDate"))):
        year = spelt[0]
    if not year.isdecimal():
        return {}
    parts = [int(year)]
    number = int(month) if month.isdecimal() else _MONTHS.get(month[:3].lower(), 0)
    if 1 <= number <= 12:
        parts += [number, int(day)] if day.isdecimal() else [number]
    return {"date-parts": [parts]}


def _online(citation: Element) -> dict[str, Any]:
    """The day it came out online, where that was in another year than its issue."""
    year = text_of(citation, "Article/ArticleDate/Year")
    issued = _issued(citation, "Article/Journal/JournalIssue").get("date-parts", [[0]])[0][0]
    return {"date-parts": [[int(year)]]} if year.isdecimal() and int(year) != issued else {}


def _pages(citation: Element) -> str:
    """Pages in full: "1355-60" is 1355-1360."""
    first, last = text_of(citation, "Article/Pagination/StartPage"), text_of(citation, "Article/Pagination/EndPage")
    if not first:
        first, _, last = text_of(citation, "Article/Pagination/MedlinePgn").partition("-")
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first}-{last}" if first and last and last != first else first


def _notices(citation: Element, identifiers: dict[str, str]) -> Iterator[FoundNotice]:
    pmid, doi = identifiers["pmid"], identifiers.get("doi", "")
    told_of_retraction = False
    for row in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
        kind, other, source = row.get("RefType", ""), text_of(row, "PMID"), text_of(row, "RefSource")
        other = other if re.fullmatch(r"[1-9]\d{0,8}", other) else ""
        if kind in ABOUT_THIS:
            told_of_retraction |= ABOUT_THIS[kind] == "retraction"
            record = f"{pmid} {kind} {other or source}"[:300]
            notice_doi = normalise_doi(source)
            yield FoundNotice(ABOUT_THIS[kind], record, doi, pmid, notice_doi, other)
        elif kind in ABOUT_THAT and other:
            yield FoundNotice(ABOUT_THAT[kind], f"{other} {kind} {pmid}"[:300], "", other, doi, pmid)
    types = {markup.plain(one.text) for one in citation.findall("Article/PublicationTypeList/PublicationType")}
    if RETRACTED in types and not told_of_retraction:
        yield FoundNotice("retraction", f"{pmid} {RETRACTED}", doi, pmid)
