"""Which services may know a work, and by what each of them is asked."""

from __future__ import annotations

import re

from citations.lookups import crossref, openalex, pubmed
from citations.lookups.errors import NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session
from citations.lookups.title_matching import SHORTEST, Wanted, folded_words
from citations.models import Citation, Service
from citations.services.record_matching import is_untitled

_DATACITE = re.compile(r"10\.(?:48550|5281|6084)/")
"""Prefixes of arXiv, Zenodo and figshare, whose DOIs DataCite keeps: Crossref does not know them."""
_IN_PUBMED = frozenset({"", "article-journal", "article", "review", "chapter", "document"})


def services_for(citation: Citation) -> tuple[str, ...]:
    """The services that may know a work by what is known of it, in the order in which they are asked."""
    words = wanted_of(citation) is not None
    chosen = []
    if (citation.doi and not _DATACITE.match(citation.doi)) or citation.isbn or (words and not citation.arxiv):
        chosen.append(Service.CROSSREF)
    known = citation.pmid or citation.pmcid or (citation.doi and not _DATACITE.match(citation.doi))
    if known or (words and citation.kind in _IN_PUBMED and not citation.isbn):
        chosen.append(Service.PUBMED)
    if citation.doi or citation.pmid or citation.pmcid or citation.arxiv:
        chosen.append(Service.OPENALEX)
    if (citation.pmid or citation.pmcid) and not citation.doi:
        chosen.sort(key=lambda name: name != Service.PUBMED)  # PubMed knows the DOI that the others are asked with
        if Service.CROSSREF not in chosen:
            chosen.append(Service.CROSSREF)
    return tuple(name.value for name in chosen)


def wanted_of(citation: Citation) -> Wanted | None:
    """What to search with where no identifier is known; None where that is too little, or no work of research."""
    if is_untitled(citation) or citation.kind in ("webpage", "post-weblog", "website", "post"):
        return None
    if len(folded_words(citation.title)) < SHORTEST or not (citation.year or citation.families):
        return None
    parts = (" ".join(citation.families[:3]), str(citation.year or ""), citation.title, citation.container)
    words = " ".join(part for part in parts if part)
    return Wanted(citation.title, citation.year, tuple(citation.families), words)


def known_by(citation: Citation) -> str:
    """The identifiers that a question can be asked by, as one word to compare."""
    return " ".join(filter(None, ("by", citation.doi, citation.pmid, citation.pmcid, citation.isbn)))


def question(citation: Citation, service: str, asking: Session, fresh: bool) -> Found:
    """Asks one service by the best that is known. Raises NotFound and NoAnswer."""
    wanted = wanted_of(citation)
    if service == Service.CROSSREF:
        if citation.doi:
            return crossref.by_doi(asking, citation.doi, fresh=fresh)
        if citation.isbn:
            return crossref.by_isbn(asking, citation.isbn, fresh=fresh)
        if wanted:
            return crossref.by_words(asking, wanted, fresh=fresh)
    elif service == Service.PUBMED:
        if citation.pmid:
            return pubmed.by_pmid(asking, citation.pmid, fresh=fresh)
        if citation.pmcid:
            return pubmed.by_pmcid(asking, citation.pmcid, fresh=fresh)
        if citation.doi:
            return pubmed.by_doi(asking, citation.doi, fresh=fresh)
        if wanted:
            return pubmed.by_words(asking, wanted, fresh=fresh)
    else:
        doi = citation.doi or (f"10.48550/arxiv.{citation.arxiv}" if citation.arxiv else "")
        for kind, value in (("doi", doi), ("pmid", citation.pmid), ("pmcid", citation.pmcid)):
            if value:
                return openalex.by_identifier(asking, kind, value, fresh=fresh)
    raise NotFound("Too little is known of the work to ask.")
