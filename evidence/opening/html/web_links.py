"""Links that lead out of the page: their addresses, and how they are written in text and in lists of references."""

from __future__ import annotations

import re
from html import unescape

from evidence.language.patterns import lazily

_SERVICE = lazily(
    r"\s*[\[(]?\s*(?:google scholar|pubmed(?: central)?|crossref|doi|pmc free article|medline|web of science|scopus"
    r"|view(?: article)?|article|full text|link|cas|external link)\s*[\])]?\s*",
    re.IGNORECASE,
)
_SEARCH = lazily(r"scholar\.google|/search\?|[?&](?:q|term|query)=", re.IGNORECASE)

IN_DOCUMENT = "word/media/"
"""Where pictures lie inside a Word document; their addresses begin so."""


def address(href: str) -> str:
    """A link's address in a form that Markdown takes; "" where it leads nowhere that readers could go."""
    url = "".join(href.split())
    scheme = re.match(r"([A-Za-z][\w+.-]*):", url)
    if not url or len(url) > 2000 or (scheme and scheme[1].lower() not in ("http", "https")) or url[0] == "#":
        return ""
    if url.startswith("//"):
        url = f"https:{url}"
    for letter, code in (("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ('"', "%22")):
        url = url.replace(letter, code)
    return url


def marks_of(url: str, rel: str) -> tuple[str, str]:
    """What stands before and behind the words of a link: HTML where its `rel` says that somebody paid for it."""
    rel = " ".join(re.findall(r"[\w-]+", rel))
    if {"sponsored", "nofollow", "ugc"} & set(rel.lower().split()):
        return f'<a href="{url}" rel="{rel}">', "</a>"
    return "[", f"]({url})"


def names_service(label: str) -> bool:
    """Whether a link in a reference list shows the name of a service ("PubMed") and not words of the reference."""
    return _SERVICE.fullmatch(label) is not None


def adds_to(label: str, url: str) -> bool:
    """Whether the address of a link in a reference list leads to the work and its words do not say it."""
    return url.startswith("http") and not _SEARCH.search(url) and "http" not in label and not _is_doi(label, url)


def _is_doi(label: str, url: str) -> bool:
    found = re.search(r"10\.\d{4,9}/\S+", unescape(url))
    return found is not None and found.group().lower() in label.lower()
