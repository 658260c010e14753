"""Puts works into the library, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from citations.lookups.markup import without_tags
from citations.models import Citation, RecordedFact
from citations.services import corrections, duplicates, facts, metadata_completion, retraction_watch, verifying
from citations.services.bulk_insert import insert
from citations.services.record_matching import (
    IDENTIFIERS,
    Shelf,
    fingerprint,
    fingerprint_of,
    identifier_of,
    is_untitled,
    name_of_untitled,
    shelf_for,
)
from evidence import Source, Status
from evidence.sources.from_csl import source_from_csl

FACTS = (
    "design",
    "sample_size",
    "species",
    "population",
    "outcome",
    "funding",
    "conflicts",
    "seller_funded",
    "peer_reviewed",
    "preprint",
    "risk_of_bias",
    "disputed_by",
    "abstract",
    "link_dead",
    "status",
    "status_checked",
)


AT_ONCE = 500
"""Rows in a statement."""
PRINTED = (
    *("type", "title", "author", "editor", "issued", "container-title", "container-title-short", "volume", "issue"),
    *("page", "number", "edition", "publisher", "publisher-place", "collection-title", "genre", "ISSN", "language"),
)
"""Parts of the CSL-JSON that a known work gains from a record that has more."""


Shared = tuple[Citation, Citation, str, str]
"""Two works, and the identifier with its value that a record says is that of both."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work as it comes in: its CSL-JSON, what the engine reads of it, and where its facts come from."""

    csl: Mapping[str, Any]
    source: Source
    origin: str = ""

    @classmethod
    def of(
        cls,
        csl: Mapping[str, Any],
        *,
        facts: Mapping[str, Any] | None = None,
        raw: str = "",
        origin: str = "",
    ) -> Work:
        """A work from CSL-JSON and recorded facts. Raises FactError for a fact that is none."""
        return cls(csl, source_from_csl("", csl, raw=raw, facts=facts), origin)


@transaction.atomic
def add_works(*, works: Sequence[Work], trusted: bool = False) -> list[tuple[Citation, bool]]:
    """Finds or makes the library's work for each given one, in order, each with whether it is new.

    A work that is there gains the facts and the parts of its reference that it lacked and loses none: what an editor
    recorded is never overwritten. Of a work that articles stand on, only what a `trusted` origin says is taken over (an
    operator's file, somebody who may correct works), save for a notice that others lack. A value that a field refuses
    (a malformed DOI) is left out; the string it came in stays in `raw`. Two works that a record says are one are put
    down for a person to look at.
    """
    result: list[tuple[Citation, bool]] = []
    made: list[Citation] = []
    shared: list[Shared] = []
    shelf = shelf_for([work.source for work in works])
    for work in works:
        known = shelf.find(work.source)
        if known is None:
            known = _new(work)
            made.append(known)
            result.append((known, True))
        else:
            shared += _fill(known, work, shelf, trusted)
            result.append((known, False))
        shelf.put(known)
    for place in range(0, len(made), AT_ONCE):
        part = made[place : place + AT_ONCE]
        for citation, key in zip(part, insert(part), strict=True):
            citation.pk, citation._state.adding = key, False
    _follow_up(made, shared)
    return result


def _follow_up(made: Sequence[Citation], shared: Sequence[Shared]) -> None:
    """New works are held against the notices at hand, wait for what the services know, and are compared with the rest.

    Without the first, a work that a list of notices names would be called free of them until the next sweep.
    """
    known = {work.pk: work for work in made if work.doi or work.pmid}
    today = timezone.localdate()
    for change in retraction_watch.sweep(today=today, only=list(known)) if known else ():
        known[change.citation_id].status, known[change.citation_id].status_checked = change.after, today
    verifying.start(made)
    metadata_completion.start(made)
    for citation, other, name, value in shared:
        duplicates.note_shared(citation=citation, other=other, name=name, value=value, teller="a record that was added")
    if made:
        duplicates.enqueue()


def _new(work: Work) -> Citation:
    source = work.source
    citation = Citation(
        csl={name: value for name, value in work.csl.items() if name != "facts"},
        raw=source.raw,
        title=without_tags(source.title) or source.raw or name_of_untitled(source),
        families=[family[:200] for family in source.families],
        year=source.year,
        container=source.container,
        kind=source.kind,
        url=source.url,
        fingerprint=fingerprint_of(source),
        **{name: identifier_of(source, name) for name in IDENTIFIERS},
        **{name: value for name, value in _facts(source).items() if value not in (None, "")},
    )
    _take_beside(citation, work)
    citation.facts_from = _origins(work)
    _date_status(citation)
    _leave_out_refused(citation)
    return citation


def _is_free(citation: Citation, name: str, value: str) -> bool:
    """Whether no other work has this identifier; two that share one are for the list of duplicates."""
    return not Citation.objects.filter(**{name: value}).exclude(pk=citation.pk).exists()


def _take_beside(citation: Citation, work: Work) -> list[str]:
    """What a record says that the engine does not read: numbers of trials and preprints, types, subject headings."""
    types, headings = work.csl.get("publication-types"), work.csl.get("mesh")
    beside = {
        "arxiv": str(work.csl.get("arXiv") or "").lower() or None,
        "nct": str(work.csl.get("NCT") or "").upper()[:11],
        "publication_types": [str(one)[:120] for one in types] if isinstance(types, list) else [],
        "mesh": [str(one)[:200] for one in headings] if isinstance(headings, list) else [],
    }
    gained = [name for name, value in beside.items() if value and not getattr(citation, name)]
    if "arxiv" in gained and not _is_free(citation, "arxiv", str(beside["arxiv"])):
        gained.remove("arxiv")
    for name in gained:
        setattr(citation, name, beside[name])
    return gained


def _fill(citation: Citation, work: Work, shelf: Shelf, trusted: bool) -> list[Shared]:
    """Adds to a known work what it lacks; the identifiers of the record that are those of other works."""
    source = work.source
    changed: list[str] = []
    shared: list[Shared] = []
    for name in IDENTIFIERS:
        value = identifier_of(source, name)
        if not value or getattr(citation, name):
            continue
        if other := shelf.holder(name, value):
            shared.append((citation, other, name, value))
        else:
            setattr(citation, name, value)
            changed.append(name)
    changed += _take_grave(citation, source)
    if trusted or not (citation.pk and _gains(citation, work) and corrections.is_used(citation)):
        changed += _take_beside(citation, work)
        changed += _take_facts(citation, source)
        changed += _take_printed(citation, work)
    if changed and citation.pk:
        _note_gain(citation, work, changed)
        citation.save()
        if {"doi", "pmid"} & set(changed):
            retraction_watch.sweep(today=timezone.localdate(), only=[citation.pk])
    return shared


def _gains(citation: Citation, work: Work) -> bool:
    """Whether the record says anything of worth that the work lacks; asked before asking who uses the work."""
    lacking = [name for name in _facts(work.source) if getattr(citation, name) in (None, "", False, 0)]
    held = citation.csl or {}
    return bool(
        any(_facts(work.source)[name] not in (None, "", False, 0) for name in lacking)
        or any(work.csl.get(name) and not held.get(name) for name in (*PRINTED, "publication-types", "mesh"))
        or is_untitled(citation)
        or (citation.status == Status.NOT_CHECKED and work.source.status != Status.NOT_CHECKED)
    )


def _take_grave(citation: Citation, source: Source) -> list[str]:
    """A notice outranks silence: "not checked" and "none found" give way to a retraction, never the reverse."""
    silent = (Status.NOT_CHECKED, Status.NONE_FOUND)
    if citation.status not in silent or source.status in silent:
        return []
    citation.status, citation.status_checked = source.status.value, source.status_checked
    return ["status", "status_checked"]


def _take_facts(citation: Citation, source: Source) -> list[str]:
    gained = []
    for name, value in _facts(source).items():
        if value not in (None, "", False, 0) and getattr(citation, name) in (None, "", False, 0):
            setattr(citation, name, value)
            gained.append(name)
    if citation.status == Status.NOT_CHECKED and source.status != Status.NOT_CHECKED:
        citation.status, citation.status_checked = source.status.value, source.status_checked
        gained += ["status", "status_checked"]
    return gained


def _take_printed(citation: Citation, work: Work) -> list[str]:
    """The parts of the printed reference that are missing, where the record is of this work.

    Of a work without a title next to nothing is known: what the record says takes the place of it.
    """
    said = {name: value for name in PRINTED if (value := work.csl.get(name))}
    held, untitled = citation.csl or {}, is_untitled(citation)
    gained = [name for name, value in said.items() if not held.get(name) or (untitled and held[name] != value)]
    if not gained or not said.get("title") or not facts.believed(citation, work.csl):
        return []
    by_editor = _set_by_editor(citation)
    citation.csl = {**held, **{name: said[name] for name in gained}}
    read, changed = source_from_csl("", citation.csl), ["csl"]
    values: dict[str, Any] = {"title": without_tags(read.title), "families": [family[:200] for family in read.families]}
    values |= {"year": read.year, "container": read.container[:400], "kind": read.kind[:60]}
    for name, value in values.items():
        if value and name not in by_editor and (untitled or not getattr(citation, name)):
            setattr(citation, name, value)
            changed.append(name)
    citation.csl = facts.csl_as_edited(citation, by_editor)
    citation.raw, citation.url = citation.raw or work.source.raw, citation.url or work.source.url
    citation.fingerprint = fingerprint(citation.title, citation.year, citation.families)
    if untitled and citation.design and facts.is_read((citation.facts_from or {}).get("design", "")):
        citation.design = work.source.design.value if work.source.design else ""  # it was read from next to nothing
        citation.facts_from = {name: label for name, label in citation.facts_from.items() if name != "design"}
        changed.append("design")
    return changed


def _set_by_editor(citation: Citation) -> set[str]:
    """Parts of the printed reference that an editor has set, "" among them."""
    if not citation.pk:
        return set()
    rows = RecordedFact.objects.filter(citation=citation, origin=facts.EDITOR, name__in=facts.PRINTED)
    return set(rows.values_list("name", flat=True))


def _note_gain(citation: Citation, work: Work, changed: Sequence[str]) -> None:
    """What came with the record is as old as the record; what came later says its day."""
    origins = _origins(work)
    later = f"{work.origin}, {timezone.localdate().isoformat()}"
    told = {name: later if origins[name] == work.origin else origins[name] for name in changed if origins.get(name)}
    citation.facts_from |= told
    _date_status(citation)
    _leave_out_refused(citation)


def _facts(source: Source) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in FACTS:
        if name in ("status", "status_checked"):
            continue
        value = getattr(source, name)
        values[name] = value.value if hasattr(value, "value") else value
    values["design"] = values["design"] or ""
    values["species"] = values["species"] or ""
    if source.status is not Status.NOT_CHECKED:
        values |= {"status": source.status.value, "status_checked": source.status_checked}
    return values


def _origins(work: Work) -> dict[str, str]:
    """Where each recorded fact came from; the engine knows by itself what told it the design."""
    facts = {name: value for name, value in _facts(work.source).items() if value not in (None, "", False, 0)}
    origins = dict.fromkeys(facts, work.origin)
    if work.source.design_from:
        origins["design"] = work.source.design_from
    origins |= dict(work.source.facts_from)
    return {name: origin for name, origin in origins.items() if origin}


def _date_status(citation: Citation) -> None:
    """A known status needs the day it was known; one that came without a day is as old as its arrival."""
    if citation.status != Status.NOT_CHECKED and citation.status_checked is None:
        citation.status_checked = date.today()


def _leave_out_refused(citation: Citation) -> None:
    try:
        citation.clean_fields(exclude=["csl", "fingerprint", "facts_from"])
    except ValidationError as error:
        for name in error.message_dict:
            setattr(citation, name, getattr(Citation(), name))  # as every work begins
