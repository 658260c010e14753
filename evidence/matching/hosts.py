"""Works by the body at whose address they stand: "the Cleveland Clinic says …" above a list of bare addresses.

Source: standards.md A3.2 (a resolved name). Lay lists often hold nothing but an address, whose host names the body as a
reader would: its words run together (my.clevelandclinic.org), its initials at a public body (who.int), or a name that
is known to stand for it. Initials elsewhere are shared (ada.org), and archives speak for nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.context import Source
from evidence.language.patterns import lazily
from evidence.matching import short_names
from evidence.matching.web_addresses import page_key
from evidence.references.public_bodies import host_of, is_agency_host

_KNOWN = {
    "aad.org": ("american academy of dermatology",),
    "aap.org": ("american academy of pediatrics", "aap"),
    "alz.org": ("alzheimer association",),
    "apa.org": ("american psychological association",),
    "bhf.org.uk": ("british heart foundation", "bhf"),
    "cancer.gov": ("national cancer institute", "nci"),
    "cancer.org": ("american cancer society",),
    "cdc.gov": ("centers for disease control", "centers for disease control and prevention"),
    "diabetes.org": ("american diabetes association",),
    "drugs.com": ("drugs com",),
    "eatright.org": ("academy of nutrition and dietetics",),
    "health.harvard.edu": ("harvard health publishing", "harvard medical school"),
    "healthline.com": ("healthline",),
    "healthychildren.org": ("american academy of pediatrics", "aap"),
    "heart.org": ("american heart association", "aha"),
    "hhs.gov": ("department of health and human services",),
    "hopkinsmedicine.org": ("johns hopkins medicine", "johns hopkins"),
    "hsph.harvard.edu": ("harvard school of public health", "harvard chan school of public health"),
    "lung.org": ("american lung association",),
    "mskcc.org": ("memorial sloan kettering",),
    "nice.org.uk": ("national institute for health and care excellence", "nice"),
    "psychiatry.org": ("american psychiatric association",),
    "stroke.org": ("american stroke association",),
    "thensf.org": ("national sleep foundation", "nsf"),
    "usda.gov": ("department of agriculture", "usda"),
}
"""What the bodies at some hosts are called in lay texts, where the host alone does not say it [house]."""

_ARCHIVES = lazily(
    r"(?:^|\.)(?:ncbi\.nlm\.nih\.gov|nlm\.nih\.gov|clinicaltrials\.gov|doi\.org|archive\.org|europepmc\.org|blogspot\.[a-z.]{2,6}"
    r"|wordpress\.com|medium\.com|substack\.com|researchgate\.net|academia\.edu)$"
)
"""Hosts at which anybody's work stands: their names are not those of its author."""

_SUFFIX = lazily(r"\.(?:(?:co|org|ac|gov|com|net|edu|govt)\.[a-z]{2}|[a-z]{2,12})$")
_SKIPPED = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "a", "an"})
_NO_BODIES = frozenset({"", "www", "my", "health", "news", "blog", "info", "data", "online", "en"})
_LEAST_INITIALS = 3
_LEAST_UNSHARED = 4
"""Capitals of which hardly two bodies share all: the ADA may be that of diabetes or that of teeth [house]."""
_LEAST_JOINED = 8
"""So many letters of two words run together tell a host from any other [house]."""


def of_work(source: Source) -> str:
    """The host that tells whose a listed page is, or "": an archive and the front door of a site tell nothing."""
    url = f"https://{source.url}" if source.url.startswith("www.") else source.url
    host = host_of(url) if source.on_list and page_key(url) else ""
    return "" if _ARCHIVES.search(host) else host


def labels(source: Source) -> set[str]:
    """The words of that host that may be the name of its body: {"niams", "nih"} of www.niams.nih.gov."""
    return set(_SUFFIX.sub("", of_work(source)).split(".")) - _NO_BODIES


def bears(host: str, words: Sequence[str], written: str) -> bool:
    """Whether the body at a host is called so; `words` are those of its name in small letters."""
    if not host or not words or (len(words) == 1 and not _is_one_word(written)):
        return False
    labels = _SUFFIX.sub("", host).split(".")
    name = list(words[1:] if words[0] in ("us", "the") else words)
    if " ".join(name) in {known for end, names in _KNOWN.items() if _ends(host, end) for known in names}:
        return True
    if len(name) == 1:
        shared = written.isupper() and len(written) < _LEAST_UNSHARED
        return name[0] in labels if is_agency_host(host) else name[0] == labels[-1] and not shared
    joined = "".join(name)
    if len(joined) >= _LEAST_JOINED and joined in (labels[-1], labels[-1].removeprefix("the")):
        return True
    telling = [word for word in name if word not in _SKIPPED]
    if labels[-1] in telling and len(telling) > 1 and set(telling) <= set(labels):
        return True
    return is_agency_host(host) and _initials(telling) in {labels[0], labels[-1]}


def _is_one_word(written: str) -> bool:
    """Whether a single word is a name by its capitals: "WHO", "WebMD", and not "Cancer" at the head of a sentence."""
    if written == "Healthline":
        return True
    capitals = sum(letter.isupper() for letter in written)
    return len(written) >= _LEAST_INITIALS and capitals > 1 and written.lower() not in short_names.COMMON


def _initials(telling: Sequence[str]) -> str:
    return "".join(word[0] for word in telling) if len(telling) >= _LEAST_INITIALS else ""


def _ends(host: str, end: str) -> bool:
    return host == end or host.endswith(f".{end}")
