"""PubMed through NCBI's E-utilities (NBK25499): search, fetch the record; and PMC's converter of identifiers.

E-utilities answer 200 for nearly everything: an unknown PMID is an empty set, a fault stands in `ERROR`, and a
phrase that the search does not know is dropped from the question. So each answer is compared with what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from citations.lookups import endpoints
from citations.lookups.errors import Malformed, NotFound, Unreachable
from citations.lookups.pubmed_record import read_article
from citations.lookups.records import Found
from citations.lookups.session import Session
from citations.lookups.title_matching import Wanted, folded_words, is_same_work

MOST_AT_ONCE = 100
GUESSES = 3
"""Search results that are fetched and compared with the work looked for."""


def by_pmid(session: Session, pmid: str, *, fresh: bool = False) -> Found:
    """The record with this PMID. Raises NotFound and NoAnswer."""
    found = [one for one in _fetch(session, [pmid], fresh=fresh) if one.identifiers.get("pmid") == pmid]
    if not found:
        raise NotFound("PubMed does not know this PMID.")
    return found[0]


def by_pmids(session: Session, pmids: Sequence[str], *, fresh: bool = False) -> dict[str, Found]:
    """The records with these PMIDs, in one question; at most MOST_AT_ONCE. Raises NoAnswer."""
    found = _fetch(session, list(pmids), fresh=fresh)
    return {one.identifiers["pmid"]: one for one in found if one.identifiers.get("pmid") in pmids}


def by_doi(session: Session, doi: str, *, fresh: bool = False) -> Found:
    """The record that carries this DOI. Raises NotFound and NoAnswer."""
    for pmid in _search(session, f'"{doi}"[doi]', fresh=fresh):
        found = by_pmid(session, pmid, fresh=fresh)
        if found.identifiers.get("doi") == doi.lower():
            return found
    raise NotFound("PubMed does not know this DOI.")


def by_pmcid(session: Session, pmcid: str, *, fresh: bool = False) -> Found:
    """The record of the article that PMC keeps under this number. Raises NotFound and NoAnswer."""
    known = convert(session, "pmcid", pmcid, fresh=fresh)
    if not known.get("pmid"):
        raise NotFound("PubMed Central knows no PMID for this PMCID.")
    return by_pmid(session, known["pmid"], fresh=fresh)


def by_words(session: Session, wanted: Wanted, *, fresh: bool = False) -> Found:
    """The record whose title, year and first author are those of `wanted`. Raises NotFound and NoAnswer."""
    words = folded_words(wanted.title)[:25]
    if len(words) < GUESSES:
        raise NotFound("The title is too short to be looked for in PubMed.")
    term = " ".join(words) + "[Title]"
    if wanted.year:
        term = f"{term} AND {wanted.year - 1}:{wanted.year + 1}[dp]"
    pmids = _search(session, term, fresh=fresh)
    for found in _fetch(session, pmids, fresh=fresh) if pmids else ():
        if is_same_work(wanted, found.csl):
            return found
    raise NotFound("PubMed knows no record with this title, year and author.")


def guesses(session: Session, wanted: Wanted, place: Mapping[str, str], *, fresh: bool = False) -> list[Found]:
    """Records with the words of a title, or at the `place` in a journal (family, year, volume, page) where a title has
    a word that PubMed does not know. Any of them may be another work. Raises NoAnswer."""
    words = folded_words(wanted.title)[:25]
    terms = [" ".join(words) + "[Title]"] if len(words) >= GUESSES else []
    if place.get("family") and place.get("volume") and place.get("page"):
        known = (("family", "au"), ("year", "dp"), ("volume", "vi"), ("page", "pg"))
        terms.append(" AND ".join(f"{place[name]}[{tag}]" for name, tag in known if place.get(name)))
    for term in terms:
        if pmids := _search(session, term, fresh=fresh):
            return _fetch(session, pmids, fresh=fresh)
    return []


def convert(session: Session, kind: str, value: str, *, fresh: bool = False) -> dict[str, str]:
    """Identifiers of an article in PMC under doi, pmid and pmcid; `kind` says which one `value` is.

    Works that are not in PMC are unknown to the converter. Raises NotFound and NoAnswer.
    """
    params = {"ids": value, "idtype": kind, "format": "json", "versions": "no"}
    answer = session.json(endpoints.id_converter(), "articles/", params, fresh=fresh)
    records = answer.record.get("records")
    if answer.record.get("status") != "ok" or not isinstance(records, list):
        raise Malformed("PubMed Central's converter did not take the question.")
    for record in records:
        if isinstance(record, dict) and record.get("status") != "error" and not record.get("errmsg"):
            return _converted(record)
    raise NotFound("PubMed Central does not know it.")


def _converted(record: Mapping[str, Any]) -> dict[str, str]:
    pmid, pmcid = str(record.get("pmid") or ""), str(record.get("pmcid") or "").split(".")[0]
    known = {"doi": str(record.get("doi") or "").lower()}
    known["pmid"] = pmid if re.fullmatch(r"[1-9]\d{0,8}", pmid) else ""
    known["pmcid"] = pmcid if re.fullmatch(r"PMC\d+", pmcid) else ""
    return {name: text for name, text in known.items() if text}


def _search(session: Session, term: str, *, fresh: bool) -> list[str]:
    """PMIDs, best first. An answer from which a part of the question was dropped is none."""
    params = {"db": "pubmed", "term": term, "retmode": "json", "retmax": str(GUESSES), "sort": "relevance"}
    record = session.json(endpoints.pubmed(), "esearch.fcgi", params, fresh=fresh).record
    result = record.get("esearchresult")
    if not isinstance(result, dict):
        raise Malformed("PubMed's answer holds no result of a search.")
    if result.get("ERROR"):
        raise Unreachable(f"PubMed's search has a fault: {str(result['ERROR'])[:120]}")
    dropped = result.get("errorlist") or {}
    if isinstance(dropped, dict) and (dropped.get("phrasesnotfound") or dropped.get("fieldsnotfound")):
        return []
    found = result.get("idlist")
    if not isinstance(found, list):
        raise Malformed("PubMed's answer holds no list of records.")
    return [str(pmid) for pmid in found if re.fullmatch(r"[1-9]\d{0,8}", str(pmid))][:GUESSES]


def _fetch(session: Session, pmids: list[str], *, fresh: bool) -> list[Found]:
    params = {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml"}
    answer = session.xml(endpoints.pubmed(), "efetch.fcgi", params, fresh=fresh)
    if answer.root.tag != "PubmedArticleSet":
        raise Malformed("PubMed's answer holds no set of records.")
    return [read_article(one, answer.at) for one in answer.root if one.tag in ("PubmedArticle", "PubmedBookArticle")]
