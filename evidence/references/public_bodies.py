"""Which web addresses are those of public bodies: agencies of states, health services, Cochrane.

Source: standards.md A2 after WP:MEDRS, which takes what such bodies say for more than a mere web page; whether it is a
guideline, a review or a leaflet is not told by the address, so its design stays unrecorded [house].
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from evidence.language.patterns import lazily

_AGENCIES = lazily(
    r"(?:^|\.)(?:gov|mil|int|nhs\.uk|police\.uk|gov\.[a-z]{2}|gc\.ca|canada\.ca|govt\.nz|admin\.ch|europa\.eu|nice\.org\.uk|rki\.de|paho\.org"
    r"|cochrane\.org|cochranelibrary\.com|nationalacademies\.org|uspreventiveservicestaskforce\.org)$"
)  # fmt: skip
_GUIDANCE = lazily(r"/(?:guidance|guidelines?|recommendations?|recommendation-statement)(?:/|$|-)", re.IGNORECASE)


def is_agency(url: str) -> bool:
    """Whether a public body publishes at an address: what it says may be a guideline, a review or a mere page."""
    return is_agency_host(host_of(url))


def is_agency_host(host: str) -> bool:
    """The same of a bare host, in small letters and without "www."."""
    return _AGENCIES.search(host) is not None


def is_guideline(url: str) -> bool:
    """Whether a public body publishes guidance at an address, which others than its author have reviewed."""
    return is_agency(url) and _GUIDANCE.search(urlsplit(url.strip()).path) is not None


_OF_MEDICINE = lazily(
    r"(?:^|\.)(?:edu|edu\.[a-z]{2}|ac\.[a-z]{2}|mayoclinic\.org|clevelandclinic\.org|hopkinsmedicine\.org|mskcc\.org"
    r"|mdanderson\.org|massgeneral\.org|childrenshospital\.org|nationwidechildrens\.org|kidshealth\.org|healthychildren\.org"
    r"|uclahealth\.org|nyulangone\.org|stanfordhealthcare\.org|mountsinai\.org|heart\.org|stroke\.org|cancer\.org|diabetes\.org"
    r"|lung\.org|acog\.org|aap\.org|aafp\.org|familydoctor\.org|ama-assn\.org|ada\.org|aad\.org|aao\.org|apa\.org|psychiatry\.org"
    r"|eatright\.org|arthritis\.org|rcog\.org\.uk|rcpsych\.ac\.uk|bda\.uk\.com|bhf\.org\.uk|cancerresearchuk\.org|diabetes\.org\.uk"
    r"|msdmanuals\.com|merckmanuals\.com|uptodate\.com|healthdirect\.gov\.au|rch\.org\.au|cps\.ca|caringforkids\.cps\.ca)$"
)  # fmt: skip
_OF_PEOPLE = lazily(r"/(?:~|people|staff|faculty|profiles?|directory)(?:/|$)|/~", re.IGNORECASE)
"""Parts of an address by which a university shows somebody's own page."""


def is_of_medicine(url: str) -> bool:
    """Whether a hospital, a university, a learned society or a public body answers for what stands at an address."""
    host = host_of(url)
    if _OF_PEOPLE.search(urlsplit(url.strip()).path if host else ""):
        return False
    return _OF_MEDICINE.search(host) is not None or is_agency_host(host)


_OF_PAPERS = lazily(
    r"(?:^|\.)(?:researchgate\.net|semanticscholar\.org|academia\.edu|mdpi\.com|sciencemag\.org|science\.org|sciencedirect\.com|springer\.com"
    r"|wiley\.com|tandfonline\.com|sagepub\.com|jstor\.org|oup\.com|cambridge\.org|nih\.gov|europepmc\.org|plos\.org|frontiersin\.org"
    r"|biomedcentral\.com|cell\.com|thelancet\.com|bmj\.com|jamanetwork\.com|nejm\.org|pnas\.org|nature\.com|karger\.com|hindawi\.com)$"
)  # fmt: skip


def holds_papers(url: str) -> bool:
    """Whether a journal or an archive of papers stands at an address: any design of study may be read there."""
    return _OF_PAPERS.search(host_of(url)) is not None


_BARE = lazily(r"www\.[\w-]+\.", re.IGNORECASE)
"""How an address begins that is printed without its scheme."""


def host_of(url: str) -> str:
    """The host of a web address, also of one that begins with "www."; "" for anything else."""
    written = url.strip()
    try:
        parts = urlsplit(f"https://{written}" if _BARE.match(written) else written)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https"):
        return ""
    return parts.netloc.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.").removeprefix("m.")
