"""Where the services are, who asks, and how long to wait: from the site's settings, or set by a program of its own.

The `citewell verify` command runs without Django. It sets a configuration once at its start; where none is set, the
settings are read anew each time, as tests change them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

BASES: Mapping[str, str] = {
    "crossref": "https://api.crossref.org",
    "pubmed": "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    "pmc_idconv": "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1",
    "openalex": "https://api.openalex.org",
    "doi": "https://doi.org",
    "datacite": "https://api.datacite.org",
    "arxiv": "https://export.arxiv.org/api",
    "openlibrary": "https://openlibrary.org",
    "dnb": "https://services.dnb.de/sru",
    "clinicaltrials": "https://clinicaltrials.gov/api/v2",
}
"""Addresses of the services' own interfaces, by the names that settings have as CROSSREF_BASE_URL and so on."""


class Cache(Protocol):
    """What keeps answers; Django's caches are of this form."""

    def get(self, key: str) -> Any: ...
    def set(self, key: str, value: Any, timeout: float | None) -> Any: ...


@dataclass(frozen=True, slots=True)
class Configuration:
    """Seconds and bytes bound every question; `cache` is None where nothing is kept."""

    bases: Mapping[str, str]
    contact: str = ""
    site: str = ""
    ncbi_key: str = ""
    openalex_key: str = ""
    connect_seconds: float = 5
    read_seconds: float = 15
    total_seconds: float = 25
    largest: int = 5_000_000
    cache: Cache | None = None

    def base(self, service: str) -> str:
        return self.bases[service]


_own: Configuration | None = None


def configure(configuration: Configuration | None) -> None:
    """Sets what this process asks with; None goes back to the site's settings."""
    global _own
    _own = configuration


def current() -> Configuration:
    return _own or _of_site()


def _of_site() -> Configuration:
    from django.conf import settings
    from django.core.cache import caches

    return Configuration(
        bases={name: getattr(settings, f"{name.upper()}_BASE_URL") for name in BASES},
        contact=settings.CONTACT_EMAIL,
        site=settings.SITE_URL,
        ncbi_key=settings.NCBI_API_KEY,
        openalex_key=settings.OPENALEX_API_KEY,
        connect_seconds=float(settings.LOOKUP_CONNECT_SECONDS),
        read_seconds=float(settings.LOOKUP_READ_SECONDS),
        total_seconds=float(settings.LOOKUP_TOTAL_SECONDS),
        largest=settings.LOOKUP_MAX_BYTES,
        cache=caches["lookups"],
    )
