"""What kind of work a printed reference is, by the fields that were read in it: an article, a book, a page.

Types are those of CSL 1.0.2. What nothing tells of is a "document".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from evidence.language.patterns import lazily
from evidence.references.article_addresses import article_key
from evidence.references.author_names import is_body
from evidence.references.publication_details import is_press

_HOST = lazily(
    r"(?:www\.)?[\w-]{2,60}(?:\.[\w-]{2,60}){0,2}\.(?:com|org|net|edu|gov|info|io|co\.uk|org\.uk|eu|de|fr|ca|au)",
    re.IGNORECASE,
)
"""A site that goes by its address: "Hematology.org"."""
_EDITION = r"(?:\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|revised|new|expanded)"
_OF_A_BOOK = lazily(
    rf"\b{_EDITION}\s+(?:(?:rev(?:ised)?|updated)\.?,?\s+)?ed(?:ition|n|\.|\b)"
    r"|\b(?:paperback|hardcover|hardback|kindle\s+edition)\b|[.;,]\s+Chapter\s+\d{1,3}\b",
    re.IGNORECASE,
)
_HOUSE = lazily(
    r"Simon (?:and|&) Schuster|N(?:olo|OLO)|Harper(?: & Row)?|(?:W\.? ?W\.? )?Norton(?: & Co(?:mpany)?)?\.?"
    r"|Doubleday|Bantam|Scribner|Vintage|Knopf|Bloomsbury|Rodale|Avery|Hyperion"
    r"|New Harbinger|Hay House|Basic Books|Viking|Crown|Little, Brown.{0,20}"
)
"""Publishers of books whose names do not say so."""
_WORK_OF_REFERENCE = lazily(r"\b(?:Encyclop(?:a?e|æ)dia|Britannica|Dictionary|Wikipedia)\b", re.IGNORECASE)
_MONTH = lazily(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}\.?,?\s(?:\d{1,2},?\s)?(?:19|20)\d\d\b"
)
_SEEN = lazily(r"\b(?:accessed|retrieved|cited|viewed|visited|last\s+\w+)\b.{0,60}$", re.IGNORECASE | re.DOTALL)
"""When the page was looked at, which says nothing of when it was brought out."""
_THESIS_IN_BRACKETS = lazily(
    r"\s*\[(?:[\w.’'\-]{1,20}\s){0,3}(?:thesis|dissertation)(?:,\s(?P<university>[^\[\]]{3,120}))?\](?=[.,;]|\s|$)",
    re.IGNORECASE,
)
"""What says that a work is a thesis, behind its title (APA 10.6, NLM)."""
_THESIS = lazily(
    r"(?<=[.?!”\"])\s(?:unpublished\s)?(?:doctoral|ph\.?\s?d\.?|master[’']?s?|m\.?\s?sc\.?|bachelor[’']?s?)"
    r"\s(?:thesis|dissertation)(?=[.,;:])",
    re.IGNORECASE,
)
"""What says that a work is a thesis as a part of its own (Chicago)."""
_IN_A_JOURNAL = frozenset({"volume", "issue", "DOI", "PMID", "PMCID", "ISSN"})
_OF_AN_ARTICLE = lazily(r"/doi/|/content/|/articles?/(?:\w{1,20}/)?\d|/fulltext|/abstract", re.IGNORECASE)


def without_thesis(text: str) -> tuple[str, str]:
    """A line without the words in brackets that call it a thesis, and the university that APA names in them."""
    found = _THESIS_IN_BRACKETS.search(text) if "[" in text else None
    return (text[: found.start()] + text[found.end() :], found["university"] or "") if found else (text, "")


def kind_of(csl: Mapping[str, Any], text: str) -> str:
    """The type of a work with the fields `csl`, printed as `text`."""
    if csl.get("genre") == "preprint":
        return "article"
    if not _IN_A_JOURNAL & csl.keys() and _THESIS.search(text):
        return "thesis"
    if "author" in csl and "editor" in csl and "container-title" in csl and "issue" not in csl:
        return "chapter"
    container = csl.get("container-title", "")
    in_journal = bool(_IN_A_JOURNAL & csl.keys())
    if container and not in_journal and _WORK_OF_REFERENCE.search(container):
        return "entry-encyclopedia"
    if "URL" in csl and "ISBN" not in csl and not in_journal and _is_page(csl, text):
        return "webpage"
    if not container and ("publisher" in csl or "ISBN" in csl):
        publisher = csl.get("publisher", "")
        return "report" if is_body(publisher) and not is_press(publisher) and "ISBN" not in csl else "book"
    if container and not in_journal and (is_press(container) or _HOUSE.fullmatch(container) or _OF_A_BOOK.search(text)):
        return "book"
    if container or {"DOI", "PMID", "PMCID"} & csl.keys():
        return "article-journal"
    if "URL" in csl:
        return "article-journal" if article_key(csl["URL"]) else "webpage"
    return "document"


def _is_page(csl: Mapping[str, Any], text: str) -> bool:
    """Whether it is a page of a site: one that a body or the site itself brings out, or that has a day or a month."""
    url, container = csl["URL"], csl.get("container-title", "")
    if container and (is_body(container) or _HOST.fullmatch(container)):
        return True
    if article_key(url) or _OF_AN_ARTICLE.search(url) or _OF_A_BOOK.search(text):
        return False
    if (place := container or csl.get("publisher", "")) and _is_site(place, url):
        return True
    return not container and "publisher" in csl and _MONTH.search(_SEEN.sub("", text)) is not None


def _is_site(container: str, url: str) -> bool:
    """Whether a name is that of the site of an address: "Inverse" of inverse.com, or of a part of it."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return False
    name = re.sub(r"[^a-z0-9]", "", container.lower().removeprefix("the "))
    host = parts.netloc.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
    labels = host.split(".")[:-1]
    held = {re.sub(r"[^a-z0-9]", "", part) for part in (*labels, *parts.path.lower().split("/"))}
    words = set(re.findall(r"[a-z0-9]+", container.lower())) - {"the", "of", "and"}
    return len(name) > 2 and (name in held or (len(words) > 1 and words <= {*labels, *re.split(r"[./-]", host)}))
