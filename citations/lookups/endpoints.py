"""The services as the settings describe them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings

import evidence

CROSSREF_PER_SECOND, CROSSREF_UNNAMED_PER_SECOND = 3.0, 1.0
"""Crossref allows those who leave an address more and says how much in its headers; both stay well below."""
PUBMED_PER_SECOND, PUBMED_WITH_KEY_PER_SECOND = 2.5, 8.0
"""NCBI allows 3 requests a second without a key and 10 with one (E-utilities usage guidelines, NBK25497)."""
OPENALEX_PER_SECOND = 5.0


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
    contact = f"mailto:{settings.CONTACT_EMAIL}" if settings.CONTACT_EMAIL else settings.SITE_URL
    return f"Citewell/{evidence.VERSION} ({settings.SITE_URL}; {contact})"


def _params(**given: str) -> dict[str, str]:
    return {name: value for name, value in given.items() if value}


def crossref() -> Endpoint:
    rate = CROSSREF_PER_SECOND if settings.CONTACT_EMAIL else CROSSREF_UNNAMED_PER_SECOND
    return Endpoint("Crossref", settings.CROSSREF_BASE_URL, rate, _params(mailto=settings.CONTACT_EMAIL))


def pubmed() -> Endpoint:
    rate = PUBMED_WITH_KEY_PER_SECOND if settings.NCBI_API_KEY else PUBMED_PER_SECOND
    own = _params(tool="citewell", email=settings.CONTACT_EMAIL, api_key=settings.NCBI_API_KEY)
    return Endpoint("PubMed", settings.PUBMED_BASE_URL, rate, own)


def id_converter() -> Endpoint:
    """PMC's converter of identifiers, of the same house as PubMed and with the same manners; it knows no keys."""
    own = _params(tool="citewell", email=settings.CONTACT_EMAIL)
    return Endpoint("PubMed Central", settings.PMC_IDCONV_BASE_URL, PUBMED_PER_SECOND, own)


def openalex() -> Endpoint:
    own = _params(api_key=settings.OPENALEX_API_KEY, mailto=settings.CONTACT_EMAIL)
    return Endpoint("OpenAlex", settings.OPENALEX_BASE_URL, OPENALEX_PER_SECOND, own)


def known_hosts() -> frozenset[str]:
    """The only hosts that an answer may redirect to."""
    return frozenset(place.host for place in (crossref(), pubmed(), id_converter(), openalex()))
