"""What is written of a work, in the form in which services are asked: identifiers, kind, and who would know it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from evidence.language.patterns import lazily
from evidence.language.which_language import ENGLISH_CODE, language_of
from evidence.references.csl_dates import parts_of
from evidence.references.identifiers import identify, normalise_doi
from evidence.verifying import names
from evidence.verifying.comparison import Csl, is_preprint, is_short
from evidence.verifying.titles import title_words

OLDEST = 1950
"""Year before which services hold back-files of some journals and publishers and not of others [house]."""
_NOT_INDEXED = frozenset(
    {"webpage", "post", "post-weblog", "website", "broadcast", "interview", "legislation", "patent"}
)
_UNPUBLISHED = lazily(r"\b(?:in press|forthcoming|accepted|submitted|unpublished|under review)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """A listed work as written. `doubtful` names fields of `csl` that were read with little certainty."""

    csl: Csl
    raw: str = ""
    doubtful: tuple[str, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)

    def identifiers(self) -> dict[str, str]:
        """doi, pmid, pmcid, isbn, arxiv and nct, as far as they are written; those of publishers' addresses too."""
        found = {name.lower(): value for name, value in identify(self.raw).items()} if self.raw else {}
        for name in ("DOI", "PMID", "PMCID", "ISBN"):
            if value := str(self.csl.get(name) or ""):
                found[name.lower()] = value
        if not found.get("doi") and (doi := normalise_doi(str(self.csl.get("URL") or ""))):
            found["doi"] = doi
        found |= {name: value for name, value in self.extra.items() if value}
        return {name: found[name] for name in ("doi", "pmid", "pmcid", "isbn", "arxiv", "nct") if found.get(name)}

    @property
    def title(self) -> str:
        return str(self.csl.get("title") or "")

    @property
    def year(self) -> int | None:
        parts = parts_of(self.csl.get("issued"))
        return parts[0] if parts else None

    @property
    def container(self) -> str:
        return str(self.csl.get("container-title") or "")

    @property
    def kind(self) -> str:
        """article, preprint, book or other: what decides who would know it."""
        kind = str(self.csl.get("type") or "")
        if is_preprint(self.csl):
            return "preprint"
        if kind == "article-journal" or (
            kind in ("", "article", "document") and self.container and self.csl.get("volume")
        ):
            return "article"
        return "book" if kind == "book" else "other"

    @property
    def searchable(self) -> bool:
        """Whether enough is written to search by words: a title that names a work, and somebody or a year beside it."""
        if str(self.csl.get("type") or "") in _NOT_INDEXED:
            return False
        if is_short(self.csl):
            placed = all(self.csl.get(name) for name in ("container-title", "volume", "page"))
            return bool(placed and names.people_of(self.csl) and self.title)
        return bool(self.year or names.people_of(self.csl))

    @property
    def searched_in(self) -> tuple[str, ...]:
        """Services that are searched by words, the likeliest first."""
        if self.kind == "book":
            return ("openlibrary", "dnb", "crossref")
        if self.kind == "preprint":
            return ("crossref", "openalex", "arxiv")
        return ("crossref", "pubmed", "openalex") if self.kind == "article" else ("crossref", "openalex")

    def why_not_indexed(self) -> str:
        """Why no silence of the services would say that the work does not exist; "" where it would."""
        if {"title", "author"} & set(self.doubtful):
            return "Title or authors could not be read with certainty."
        if is_short(self.csl):
            return "Its title is too short to search for."
        if self.kind == "other":
            return "Works of this kind (reports, chapters, theses, guidelines, pages) are not indexed throughout."
        if self.year and self.year < OLDEST:
            return f"Works from before {OLDEST} are not indexed throughout."
        if language_of(self.title) not in ("", ENGLISH_CODE):
            return "Works in other languages than English are not indexed throughout."
        if _UNPUBLISHED.search(f"{self.csl.get('status') or ''} {self.raw[-200:]}"):
            return "It is not published yet."
        if self.kind == "book" and "isbn" not in self.identifiers():
            return "Books without an ISBN, reports and theses are not indexed throughout."
        return ""

    @property
    def key(self) -> str:
        """What the work as written is known by from one run to the next; it changes with what is compared."""
        people = [names.name_of(one) for one in names.people_of(self.csl)]
        places = [str(self.csl.get(name) or "") for name in ("container-title", "volume", "page", "type")]
        parts = [sorted(self.identifiers().items()), title_words(self.title), self.year, people, places]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    def words(self) -> str:
        """What a search is given: first authors, year, title and journal."""
        families = [names.name_of(one) for one in names.people_of(self.csl)[:3]]
        parts: Iterable[str] = (
            " ".join(families),
            str(self.year or ""),
            " ".join(title_words(self.title)),
            self.container,
        )
        return " ".join(part for part in parts if part)[:500]
