"""The services as the configuration describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import evidence
from citations.lookups.configuration import BASES, current

CROSSREF_PER_SECOND, CROSSREF_UNNAMED_PER_SECOND = 3.0, 1.0
"""Crossref allows those who leave an address more and says how much in its headers; both stay well below."""
PUBMED_PER_SECOND, PUBMED_WITH_KEY_PER_SECOND = 2.5, 8.0
"""NCBI allows 3 requests a second without a key and 10 with one (E-utilities usage guidelines, NBK25497)."""
OPENALEX_PER_SECOND = 5.0
DOI_PER_SECOND = 5.0
"""doi.org names no limit; its service answers from caches all over the world [house]."""
DATACITE_PER_SECOND = 5.0
"""DataCite allows 500 requests in five minutes to those it does not know, and more to those who leave an address; in
bursts we stay at three times as much, and its 429 is heeded."""
ARXIV_PER_SECOND = 1 / 3
"""arXiv asks for three seconds between requests (API terms of use)."""
OPENLIBRARY_PER_SECOND = 1.0
"""Open Library allows one request a second, three to clients that say who they are."""
DNB_PER_SECOND = 2.0
CLINICALTRIALS_PER_SECOND = 0.8
"""About fifty requests a minute (ClinicalTrials.gov API, 2024)."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One service: where it is, how often it may be asked, and what goes with every question."""

    name: str
    base: str
    per_second: float
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """Host and port."""
        return urlsplit(self.base).netloc.rpartition("@")[2].lower()

    @property
    def key(self) -> str:
        """What limits and faults are counted by: the host, and the service where one proxy leads to several."""
        return f"{self.name.lower().replace(' ', '-')}@{self.host}"


def user_agent() -> str:
    """Our name, version and whom to write to: services ask for it and treat named clients better."""
    known = current()
    contact = f"mailto:{known.contact}" if known.contact else known.site
    about = "; ".join(part for part in (known.site, contact) if part)
    return f"Citewell/{evidence.VERSION} ({about})" if about else f"Citewell/{evidence.VERSION}"


def _params(**given: str) -> dict[str, str]:
    return {name: value for name, value in given.items() if value}


def crossref() -> Endpoint:
    known = current()
    rate = CROSSREF_PER_SECOND if known.contact else CROSSREF_UNNAMED_PER_SECOND
    return Endpoint("Crossref", known.base("crossref"), rate, _params(mailto=known.contact))


def pubmed() -> Endpoint:
    known = current()
    rate = PUBMED_WITH_KEY_PER_SECOND if known.ncbi_key else PUBMED_PER_SECOND
    own = _params(tool="citewell", email=known.contact, api_key=known.ncbi_key)
    return Endpoint("PubMed", known.base("pubmed"), rate, own)


def id_converter() -> Endpoint:
    """PMC's converter of identifiers, of the same house as PubMed and with the same manners; it knows no keys."""
    known = current()
    own = _params(tool="citewell", email=known.contact)
    return Endpoint("PubMed Central", known.base("pmc_idconv"), PUBMED_PER_SECOND, own)


def openalex() -> Endpoint:
    known = current()
    own = _params(api_key=known.openalex_key, mailto=known.contact)
    return Endpoint("OpenAlex", known.base("openalex"), OPENALEX_PER_SECOND, own)


def doi() -> Endpoint:
    """The DOI system's own service: whether a DOI was given out, by which agency, and the agency's record."""
    return Endpoint("doi.org", current().base("doi"), DOI_PER_SECOND)


def datacite() -> Endpoint:
    return Endpoint("DataCite", current().base("datacite"), DATACITE_PER_SECOND)


def arxiv() -> Endpoint:
    return Endpoint("arXiv", current().base("arxiv"), ARXIV_PER_SECOND)


def openlibrary() -> Endpoint:
    return Endpoint("Open Library", current().base("openlibrary"), OPENLIBRARY_PER_SECOND)


def dnb() -> Endpoint:
    return Endpoint("the German National Library", current().base("dnb"), DNB_PER_SECOND)


def clinicaltrials() -> Endpoint:
    return Endpoint("ClinicalTrials.gov", current().base("clinicaltrials"), CLINICALTRIALS_PER_SECOND)


OF_AGENCIES = ("data.crosscite.org", "data.crossref.org", "data.datacite.org", "data.medra.org")
"""Where doi.org sends those who ask for the record behind a DOI."""


def known_hosts() -> frozenset[str]:
    """The only hosts that an answer may redirect to."""
    hosts = {Endpoint(name, current().base(name), 1).host for name in BASES}
    return frozenset(hosts | set(OF_AGENCIES))
