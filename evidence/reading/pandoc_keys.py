"""Citation keys in Pandoc's form, identifiers as keys included: "@bell2012", "@{any key}", "@doi:10.1000/x" (Manubot).

Pandoc User's Guide, "Citation syntax"; Manubot's catalogue names the kinds of identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.references.identifiers import normalise_doi, normalise_isbn, work_key
from evidence.values import How

_KEY = lazily(
    r"(?<![\w@])-?@(?:\{(?P<braced>[^{}\s]{1,400})\}"
    r"|(?P<named>(?:(?:doi|pmid|pubmed|pmc|pmcid|isbn|arxiv|url):\s?|https?://|(?:dx\.)?doi\.org/|10\.\d{4,9}/)(?:[^\s;]|;(?=[^\s@-])){1,400})"
    r"|(?P<plain>[A-Za-z0-9_][\w:.#$%&+?<>~/-]{0,120}))",
    re.IGNORECASE,
)
_IDENTIFIER = lazily(
    r"(?P<kind>doi|pmid|pubmed|pmc|pmcid|isbn|arxiv|url):\s?(?P<value>.{1,400})|(?:https?://|(?:dx\.)?doi\.org/|10\.\d{4,9}/).{1,400}"
    r"|PMC\d{5,9}",
    re.IGNORECASE,
)
_ARXIV = lazily(r"arxiv\.org/(?:abs|pdf)/(?P<number>[\w./-]{6,40}?)(?:v\d{1,2})?(?:\.pdf)?$", re.IGNORECASE)
_ADDRESSED = ("doi:", "pmid:", "pmcid:", "url:")


def keys_of(written: str) -> list[str]:
    """The keys between brackets or in the running text, in order; identifiers in the form that sources have them."""
    found = []
    for match in _KEY.finditer(written):
        key = (match["braced"] or match["named"] or match["plain"]).rstrip(".,:;?/")
        while key.endswith(")") and key.count(")") > key.count("("):
            key = key[:-1].rstrip(".,:;?/")
        if key:
            found.append(identified(key))
    return found


def how(keys: Sequence[str]) -> How:
    """How such a marker leads to its work: an identifier is as good as a link, for it names the work by itself."""
    return How.LINK if keys and all(key.startswith(_ADDRESSED) for key in keys) else How.MARKER


def identified(key: str) -> str:
    """The identifier that a key is, in the form that sources have it; any other key as it stands."""
    match = _IDENTIFIER.fullmatch(key)
    if not match:
        return key
    kind, value = (match["kind"] or "url").lower(), match["value"] or key
    number = re.sub(r"\D", "", value)
    if kind == "doi":
        doi = normalise_doi(value)
        return f"doi:{doi}" if doi else key
    if kind in ("pmid", "pubmed", "pmc", "pmcid"):
        kind, mark = ("pmid", "") if kind in ("pmid", "pubmed") else ("pmcid", "PMC")
        return f"{kind}:{mark}{number.lstrip('0')}" if number else key
    if kind == "isbn":
        return f"isbn:{normalise_isbn(value) or value}"
    if kind == "arxiv":
        return f"arxiv:{re.sub(r'v[0-9]{1,2}$', '', value.lower())}"
    if named := _ARXIV.search(value):
        return f"arxiv:{named['number'].lower()}"
    return work_key(value) or f"url:{value}"
