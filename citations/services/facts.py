"""Who says what of a work, and which answer counts.

Every origin's answer stays in `RecordedFact`, with its date. The work itself carries the one that counts: an editor's
before all others; then, for each fact, the services in the order of `rank`; then what came with the work (a pasted
reference, a file, an article's front matter). For facts of grading, what people recorded with the work outranks the
services, who only fill in what is empty. Nothing a service says ever takes the place of what an editor set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from citations.lookups.markup import without_tags
from citations.lookups.title_matching import folded_words, similarity
from citations.models import Citation, RecordedFact, Service
from citations.services.record_matching import fingerprint, is_untitled
from evidence.sources.from_csl import source_from_csl

EDITOR, PASTED = RecordedFact.EDITOR, "pasted"
SERVICES = tuple(Service.values)

GRADING = (
    *("design", "sample_size", "species", "population", "outcome", "peer_reviewed", "preprint", "risk_of_bias"),
    *("funding", "conflicts", "seller_funded", "disputed_by", "registration", "publication_types", "mesh", "abstract"),
)
"""Facts for grading, in the order in which they are shown."""
BEGIN_AS_NO = ("preprint", "seller_funded", "risk_of_bias")
PRINTED = ("title", "families", "year", "container", "kind")
"""Fields of the work that are read from its CSL-JSON."""
SETTABLE = (*GRADING, *PRINTED, "published_as")
LISTS = ("families", "publication_types", "mesh")

BY_PUBLISHER = ("crossref", "pubmed", "openalex")
BY_INDEXER = ("pubmed", "crossref", "openalex")
PUBLISHERS_OWN = frozenset({"author", "editor", "container-title", "publisher", "page", "type"})
"""Parts of the printed reference in which the publisher's deposit is closer to the work: PubMed writes "The New England
journal of medicine", knows initials alone for older papers, and has only journals' articles [house]."""

YEARS = range(1500, 2201)
"""Years that a work may have; a service's slip does not take the place of what is known."""
SAME_TITLE = 0.6
"""How alike titles must be for a record found by an identifier to be believed to be of the work [house]."""


def rank(name: str) -> tuple[str, ...]:
    """The services in the order in which they are believed about a fact or a part of the CSL-JSON."""
    return BY_PUBLISHER if name in PUBLISHERS_OWN else BY_INDEXER


def service_label(origin: str) -> str:
    return Service(origin).label if origin in SERVICES else "As pasted" if origin == PASTED else origin


def record(citation: Citation, origin: str, name: str, value: Any, *, at: datetime, evidence: str = "") -> None:
    """Notes what an origin says of a fact, in the place of what it said before."""
    RecordedFact.objects.update_or_create(
        citation=citation,
        name=name,
        origin=origin,
        defaults={"value": value, "evidence": evidence[:300], "recorded_at": at},
    )


def believed(citation: Citation, csl: Mapping[str, Any]) -> bool:
    """Whether a service's record is of this work, as far as titles can tell: a mistyped DOI leads to another paper."""
    title = str(csl.get("title") or "")
    if not title or is_untitled(citation):
        return True
    held = citation.title
    if similarity(held, title) >= SAME_TITLE:
        return True
    # What was pasted may not have been taken apart well: then the title stands somewhere in it.
    words, pasted = folded_words(title), set(folded_words(f"{held} {citation.raw}"))
    return len(words) > 2 and sum(word in pasted for word in words) >= 0.8 * len(words)


def fill(citation: Citation) -> list[str]:
    """Gives the work the answers that count; the names of the fields that changed. Saves nothing."""
    rows = list(RecordedFact.objects.filter(citation=citation))
    said = {(row.name, row.origin): row for row in rows}
    trusted = [
        origin for origin in SERVICES if ("csl", origin) in said and believed(citation, said["csl", origin].value or {})
    ]
    before = {name: getattr(citation, name) for name in (*GRADING, *PRINTED, "csl", "facts_from")}
    _fill_printed(citation, said, trusted)
    for name in GRADING:
        _fill_fact(citation, name, said, trusted)
    return [name for name, value in before.items() if getattr(citation, name) != value]


def _fill_printed(citation: Citation, said: Mapping[tuple[str, str], RecordedFact], trusted: Sequence[str]) -> None:
    records: dict[str, dict[str, Any]] = {origin: said["csl", origin].value or {} for origin in trusted}
    if records:
        csl = dict(citation.csl or {})
        for key in sorted({key for value in records.values() for key in value}):
            values = [records[origin][key] for origin in rank(key) if records.get(origin, {}).get(key)]
            csl[key] = values[0]
        citation.csl = csl
        source = source_from_csl("", csl)
        citation.title = without_tags(source.title) or citation.title
        citation.families = [family[:200] for family in source.families] or citation.families
        citation.year = source.year if source.year in YEARS else citation.year
        citation.container = source.container[:400] or citation.container
        citation.kind = source.kind[:60] or citation.kind
    for name in PRINTED:
        if row := said.get((name, EDITOR)):
            setattr(citation, name, row.value)
    citation.csl = csl_as_edited(citation, {name for name in PRINTED if (name, EDITOR) in said})
    citation.fingerprint = fingerprint(citation.title, citation.year, citation.families)


def csl_as_edited(citation: Citation, names: Iterable[str]) -> dict[str, Any]:
    """The CSL-JSON with an editor's title, year, journal and type in it, so that exports and lists say the same."""
    csl = dict(citation.csl or {})
    for name in names:
        if name == "title":
            csl["title"] = citation.title
        elif name == "year" and citation.year:
            csl["issued"] = {"date-parts": [[citation.year]]}
        elif name == "container":
            csl["publisher" if citation.kind == "book" else "container-title"] = citation.container
        elif name == "kind" and citation.kind:
            csl["type"] = citation.kind
    return csl


def _fill_fact(
    citation: Citation, name: str, said: Mapping[tuple[str, str], RecordedFact], trusted: Sequence[str]
) -> None:
    if row := said.get((name, EDITOR)):
        setattr(citation, name, row.value)
        return
    held, label = getattr(citation, name), str((citation.facts_from or {}).get(name) or "")
    if not _is_empty(name, held) and not is_read(label):
        return  # somebody recorded it with the work
    for origin in rank(name):
        row = said.get((name, origin)) if origin in trusted else None
        if row and not _is_empty(name, row.value):
            setattr(citation, name, row.value)
            day = timezone.localtime(row.recorded_at).date()
            citation.facts_from = {**(citation.facts_from or {}), name: f"{service_label(origin)}, {day.isoformat()}"}
            return


def _is_empty(name: str, value: Any) -> bool:
    """Whether nothing is known: "not peer-reviewed" is an answer, "no preprint" is what every work begins with."""
    return value is None or value == "" or value == [] or (name in BEGIN_AS_NO and not value)


READ = ("title", "type", "journal", "abstract")
"""Where the engine reads a design by itself, as `facts_from` names it."""


def is_read(label: str) -> bool:
    """Whether a fact is known from a service, or was read by the engine out of title, type or abstract."""
    return label.split(",")[0] in {*Service.labels, *READ}
