"""Sources: a reference's CSL-JSON and the facts recorded of the work, in the form that grading reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, TypeVar

from evidence.context import Design, Source, Species, Status, Verification
from evidence.language.patterns import lazily
from evidence.references.article_addresses import article_key
from evidence.references.public_bodies import is_agency
from evidence.references.status_marks import CONCERN, RETRACTED, status_of_title
from evidence.sources.abstract_design import design_from_words
from evidence.sources.abstract_facts import AbstractFacts, facts_from_abstract
from evidence.sources.csl_fields import Work, strings, text, work_of
from evidence.sources.study_design import design_of, species_of
from evidence.sources.verifications import verification_of
from evidence.values import Document

_Choice = TypeVar("_Choice", Design, Species, Status)

__all__ = ["FactError", "design_of", "source_from_csl", "sources_of"]

_PREPRINT = lazily(
    r"\b[a-z]{0,10}r?xiv\b|\bresearch square\b|\bpreprints?(?:\.org)?\b|\bssrn\b",
    re.IGNORECASE,
)
_PREPRINT_PAGE = lazily(
    r"\barxiv\.org/|\b(?:bio|med|chem|psy|eart?h|soc|eng|tech|agri|edu?)a?rxiv\.org/|\bosf\.io/preprints/|\bssrn\.com/"
    r"|\bresearchsquare\.com/article/|\bpreprints\.org/manuscript/|\bauthorea\.com/",
    re.IGNORECASE,
)
"""Pages of preprint servers, for a work that names no journal."""
_PREPRINT_DOI = (
    "10.1101/",
    "10.21203/rs.",
    "10.20944/preprints",
    "10.31234/",
    "10.48550/",
    "10.2139/ssrn",
    "10.64898/",
)
_BOOKS = frozenset(
    {
        "book",
        "chapter",
        "monograph",
        "edited-book",
        "reference-book",
        "entry-encyclopedia",
        "entry-dictionary",
    }
)
_SITES = frozenset({"webpage", "post-weblog", "website", "post"})
_NOT_REVIEWED = (
    _BOOKS | _SITES | {"article-newspaper", "article-magazine", "personal_communication", "motion_picture", "broadcast"}
)
LARGEST_SAMPLE = 2_000_000_000
"""People in a study; more is a slip of the hand [house]."""
MOST_POINTS = 2
"""Points that risk of bias may cost: grading counts in whole levels, and the record keeps no more [house]."""

_STATUS = {RETRACTED: Status.RETRACTED, CONCERN: Status.CONCERN}
"""What `status` of CSL-JSON, or a title, says of the work itself."""


class FactError(ValueError):
    """A recorded fact has a value that is not one of those allowed. The message names the reference and the field."""


def source_from_csl(
    key: str,
    csl: Mapping[str, Any],
    *,
    number: int = 0,
    raw: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Source:
    """A source from CSL-JSON and, where recorded, `facts`. What neither says stays empty. Raises FactError."""
    known = facts or {}
    work = work_of(csl)
    title, kind = work["title"], work["kind"]
    abstract = text(known.get("abstract")) or text(csl.get("abstract"))
    design, origin = _design(key, csl, known, work, abstract)
    studied = _studied(key, csl, known, facts_from_abstract(title, abstract, design))
    preprint = known.get("preprint")
    return Source(
        key=key,
        number=number,
        raw=raw,
        **work,
        **studied,
        design=design,
        design_from=origin,
        seller_funded=bool(known.get("seller_funded", False)),
        peer_reviewed=_peer_reviewed(known.get("peer_reviewed"), kind, design, work["url"]),
        preprint=bool(preprint) if preprint is not None else _is_preprint(work, csl),
        status=_choice(key, "status", known.get("status"), Status) or _status_of(csl, title),
        status_checked=_day(key, known.get("status_checked")),
        link_dead=bool(known.get("link_dead", False)),
        risk_of_bias=_whole(key, "risk_of_bias", known.get("risk_of_bias"), most=MOST_POINTS) or 0,
        outcome=text(known.get("outcome")),
        funding=text(known.get("funding")),
        conflicts=text(known.get("conflicts")),
        disputed_by=text(known.get("disputed_by")),
        abstract=abstract,
        verification=_verification(key, known.get("verification")),
    )


class _Studied(TypedDict):
    """The fields of a Source that say whom and how many a work studied."""

    population: str
    species: Species | None
    sample_size: int | None
    facts_from: tuple[tuple[str, str], ...]


def _studied(key: str, csl: Mapping[str, Any], facts: Mapping[str, Any], offered: AbstractFacts) -> _Studied:
    """Whom and how many a work studied: as recorded, or as `offered` by its abstract where nobody has recorded it."""
    population = text(facts.get("population"))
    species = _choice(key, "species", facts.get("species"), Species) or species_of(_headings(csl, facts))
    sample_size = _whole(key, "sample_size", facts.get("sample_size"), most=LARGEST_SAMPLE)
    told = _told(offered, {"population": population, "species": species, "sample_size": sample_size})
    return {
        "population": offered.population if "population" in told else population,
        "species": offered.species if "species" in told else species,
        "sample_size": offered.sample_size if "sample_size" in told else sample_size,
        "facts_from": tuple((name, "abstract") for name in told),
    }


def _told(offered: AbstractFacts, recorded: Mapping[str, object]) -> list[str]:
    """The facts that the abstract gives and nobody has recorded. Whom a work studied goes by what is on record."""
    if recorded["species"] not in (None, offered.species):
        return []
    return [
        name for name, value in recorded.items() if value in (None, "") and getattr(offered, name) not in (None, "")
    ]


def _headings(csl: Mapping[str, Any], facts: Mapping[str, Any]) -> list[str]:
    return strings(csl.get("mesh") or facts.get("mesh"))


def _status_of(csl: Mapping[str, Any], title: str) -> Status:
    """What the reference says where nobody has recorded more: nothing is never "not retracted"."""
    said = text(csl.get("status")).lower()
    return _STATUS.get(said if said in _STATUS else status_of_title(title), Status.NOT_CHECKED)


def sources_of(document: Document) -> tuple[Source, ...]:
    """The sources of a document: its references, with the facts its front matter records under the same id.

    Raises FactError where a recorded fact has a value that is not allowed.
    """
    facts = _facts_by_key(document)
    return tuple(
        source_from_csl(
            reference.key,
            reference.csl,
            number=reference.number,
            raw=reference.raw,
            facts=facts.get(reference.key),
        )
        for reference in document.references
    )


def _facts_by_key(document: Document) -> Mapping[str, Mapping[str, Any]]:
    declared = document.meta.get("references")
    items = [item for item in declared if isinstance(item, dict)] if isinstance(declared, list) else []
    return {
        reference.key: item["facts"]
        for reference, item in zip(document.references, items, strict=False)
        if isinstance(item.get("facts"), dict)
    }


def _design(
    key: str, csl: Mapping[str, Any], facts: Mapping[str, Any], work: Work, abstract: str
) -> tuple[Design | None, str]:
    recorded = _choice(key, "design", facts.get("design"), Design)
    if recorded:
        return recorded, text(facts.get("from")) or "editor"
    title, kind = work["title"], work["kind"]
    types = strings(csl.get("publication-types") or facts.get("publication_types"))
    headings = _headings(csl, facts)
    recorded = design_of(types, title, headings) if types or headings else None
    if recorded:
        return recorded, "title" if design_of(types, "", headings) is not recorded else "PubMed"
    if kind in _BOOKS:
        return Design.BOOK, "type"
    design, origin = design_from_words(title, abstract)
    if design is not None:
        return design, origin
    return (Design.WEBSITE, "type") if kind in _SITES and _is_mere_page(work["url"]) else (None, "")


def _is_mere_page(url: str) -> bool:
    """Whether an address is neither that of a public body nor that of an article in a journal."""
    return not is_agency(url) and not article_key(url)


def _peer_reviewed(recorded: object, kind: str, design: Design | None, url: str) -> bool | None:
    if recorded is not None:
        return bool(recorded)
    if kind in _SITES and not _is_mere_page(url):
        return None
    return False if kind in _NOT_REVIEWED or design in (Design.BOOK, Design.WEBSITE) else None


def _is_preprint(work: Work, csl: Mapping[str, Any]) -> bool:
    if _PREPRINT.search(work["container"]) or _PREPRINT.search(text(csl.get("publisher"))):
        return True
    if _PREPRINT.search(text(csl.get("archive"))) and not text(csl.get("container-title")):
        return True
    if work["doi"].startswith(_PREPRINT_DOI):
        return True
    if not text(csl.get("container-title")) and _PREPRINT_PAGE.search(work["url"]):
        return True
    return work["kind"] == "article" and str(csl.get("genre", "")).lower() == "preprint"


def _whole(key: str, name: str, value: object, *, most: int) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = int(str(value))
    except ValueError as error:
        raise FactError(f"Reference {key}: {name} must be a whole number, not “{str(value)[:40]}”.") from error
    if not 0 <= number <= most:
        raise FactError(f"Reference {key}: {name} must be a whole number from 0 to {most:,}, not “{str(value)[:40]}”.")
    return number


def _verification(key: str, kept: object) -> Verification | None:
    try:
        return verification_of(kept)
    except ValueError as error:
        raise FactError(f"{key}: verification cannot be read ({error}).") from None


def _choice(key: str, name: str, value: object, kind: type[_Choice]) -> _Choice | None:
    if value is None or value == "":
        return None
    try:
        return kind(str(value).strip().lower().replace("_", "-").replace(" ", "-"))
    except ValueError as error:
        allowed = ", ".join(member.value for member in kind)
        raise FactError(f"Reference {key}: {name} “{value}” is not known. Use one of: {allowed}.") from error


def _day(key: str, value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise FactError(f"Reference {key}: status_checked must be a date such as 2026-01-31, not “{value}”.") from error
