"""The services that know works, and how long and how often they are asked. Part of config/settings.py."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from config.environment import env_bool, env_int, env_str, env_url

LOOKUPS = env_bool("LOOKUPS", True)
CONTACT_EMAIL = env_str("CONTACT_EMAIL", "")
CROSSREF_BASE_URL = env_url("CROSSREF_BASE_URL", "https://api.crossref.org")
PUBMED_BASE_URL = env_url("PUBMED_BASE_URL", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils")
PMC_IDCONV_BASE_URL = env_url("PMC_IDCONV_BASE_URL", "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1")
OPENALEX_BASE_URL = env_url("OPENALEX_BASE_URL", "https://api.openalex.org")
DOI_BASE_URL = env_url("DOI_BASE_URL", "https://doi.org")
DATACITE_BASE_URL = env_url("DATACITE_BASE_URL", "https://api.datacite.org")
ARXIV_BASE_URL = env_url("ARXIV_BASE_URL", "https://export.arxiv.org/api")
OPENLIBRARY_BASE_URL = env_url("OPENLIBRARY_BASE_URL", "https://openlibrary.org")
DNB_BASE_URL = env_url("DNB_BASE_URL", "https://services.dnb.de/sru")
CLINICALTRIALS_BASE_URL = env_url("CLINICALTRIALS_BASE_URL", "https://clinicaltrials.gov/api/v2")
NCBI_API_KEY = env_str("NCBI_API_KEY", "")
OPENALEX_API_KEY = env_str("OPENALEX_API_KEY", "")
LOOKUP_CONNECT_SECONDS = env_int("LOOKUP_CONNECT_SECONDS", 5, at_least=1)
LOOKUP_READ_SECONDS = env_int("LOOKUP_READ_SECONDS", 15, at_least=1)
LOOKUP_TOTAL_SECONDS = env_int("LOOKUP_TOTAL_SECONDS", 25, at_least=1)
LOOKUP_REFRESH_DAYS = env_int("LOOKUP_REFRESH_DAYS", 30)
LOOKUP_MAX_BYTES = env_int("LOOKUP_MAX_KB", 5_000, at_least=64) * 1000
# Old, contested lists: a note to editors and nothing else, for who asks for it.
QUESTIONABLE_JOURNALS = env_bool("QUESTIONABLE_JOURNALS", False)

# Whether the addresses of works still answer.
LINK_CHECKS = env_bool("LINK_CHECKS", LOOKUPS)
LINK_CHECK_DAYS = env_int("LINK_CHECK_DAYS", 30, at_least=1)
LINK_CHECK_CONTROL_URL = env_url("LINK_CHECK_CONTROL_URL", "https://doi.org")
# For tests alone: an address that somebody writes into a reference could otherwise reach servers of this machine.
LINK_CHECK_LOOPBACK = env_bool("LINK_CHECK_LOOPBACK", False)
if LINK_CHECK_LOOPBACK and not env_bool("DEBUG", False):
    raise ImproperlyConfigured("LINK_CHECK_LOOPBACK is for tests: it may be on only together with DEBUG.")
