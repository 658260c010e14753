"""Takes one service's answer about a work into the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from citations.lookups.records import Found, FoundNotice
from citations.models import Citation, Notice, RecordedFact
from citations.services import duplicates, facts
from citations.services.record_matching import IN_BOOKS
from evidence import Design, Species

LINKED = ("doi", "pmid", "pmcid", "isbn")
_CHOICES: Mapping[str, frozenset[str]] = {
    "design": frozenset(member.value for member in Design),
    "species": frozenset(member.value for member in Species),
}


@transaction.atomic
def take_in(*, citation_id: int, found: Found) -> str:
    """Records what a service says, links identifiers, keeps notices, fills in the work; a remark for editors or "".

    Sends no signal: whoever calls it saves the work when all services have been asked.
    Identifiers that another work of the library has are not taken but reported: the two may be one.
    """
    citation = Citation.objects.select_for_update().get(pk=citation_id)
    trusted = facts.believed(citation, found.csl)
    _record(citation, found)
    _keep_notices(found.notices)
    remarks = []
    if not trusted:
        title = str(found.csl.get("title") or "")[:120]
        remarks.append(f"Another title there: “{title}”. Nothing was taken over; check the identifier.")
    changed = _link(citation, found, remarks) if trusted else []
    changed += facts.fill(citation)
    changed += _link_published(citation)
    if changed:
        _fit(citation)
        # Nobody is told yet: articles that use the work are to be read again once, not after each service.
        values = {name: getattr(citation, name) for name in {*changed, "fingerprint"}}
        if not set(changed).isdisjoint(LINKED):
            values["compared"] = ""  # an identifier tells works apart
        Citation.objects.filter(pk=citation.pk).update(**values, updated_at=timezone.now())
    return " ".join(remarks)


def _record(citation: Citation, found: Found) -> None:
    """Everything said, each under its name; what a service no longer says goes."""
    said: dict[str, tuple[Any, str]] = {"csl": (dict(found.csl), "")}
    said |= {name: (fact.value, fact.evidence) for name, fact in found.facts.items()}
    said |= {name: (value, "") for name, value in found.identifiers.items()}
    said = {name: row for name, row in said.items() if row[0] in _CHOICES.get(name, (row[0],))}
    RecordedFact.objects.filter(citation=citation, origin=found.service).exclude(name__in=said).delete()
    for name, (value, evidence) in said.items():
        facts.record(citation, found.service, name, value, at=found.at, evidence=evidence)


def _link(citation: Citation, found: Found, remarks: list[str]) -> list[str]:
    gained = []
    in_book = IN_BOOKS & {citation.kind, str(found.csl.get("type") or "")}
    for name in LINKED:
        value = found.identifiers.get(name)
        if not value or getattr(citation, name) or (name == "isbn" and in_book):
            continue
        other = Citation.objects.filter(**{name: value}).exclude(pk=citation.pk).first()
        if other is None:
            setattr(citation, name, value)
            gained.append(name)
        else:
            if name != "isbn":  # a chapter that is taken for a book has it in common with that
                duplicates.note_shared(citation=citation, other=other, name=name, value=value)
            remarks.append(
                f"{name.upper()} {value} is that of another work here, number {other.pk}: probably the same one."
            )
    if (nct := found.identifiers.get("nct")) and not citation.nct:
        citation.nct = nct
        gained.append("nct")
    return gained


def _keep_notices(notices: tuple[FoundNotice, ...]) -> None:
    for one in notices:
        source = Notice.Source.PUBMED if one.pmid else Notice.Source.CROSSREF
        Notice.objects.update_or_create(
            source=source,
            record=one.record,
            kind=one.kind,
            defaults={
                "doi": one.doi.lower(),
                "pmid": one.pmid,
                "title": one.title,
                "notice_doi": one.notice_doi.lower()[:300],
                "notice_pmid": one.notice_pmid[:9],
                "published_on": one.published_on,
            },
        )


def _link_published(citation: Citation) -> list[str]:
    """Ties a preprint to its journal version where both are in the library, whichever came first."""
    changed = []
    said = {row.origin: row for row in RecordedFact.objects.filter(citation=citation, name="published_as")}
    row = None if facts.EDITOR in said else next(iter(said.values()), None)
    if row and citation.published_as_id is None and (other := _work_with(row.value)) and other.pk != citation.pk:
        citation.published_as = other
        changed.append("published_as")
    for name in ("doi", "pmid"):
        if value := getattr(citation, name):
            rows = RecordedFact.objects.filter(name="published_as", **{f"value__{name}": value})
            ids = rows.exclude(citation=citation).values("citation_id")
            for preprint in Citation.objects.filter(pk__in=ids, published_as=None):
                preprint.published_as = citation
                preprint.save(update_fields=["published_as", "updated_at"])
    return changed


def _work_with(identifier: Any) -> Citation | None:
    known = {name: identifier.get(name) for name in ("doi", "pmid")} if isinstance(identifier, dict) else {}
    for name, value in known.items():
        if value and (work := Citation.objects.filter(**{name: value}).first()):
            return work
    return None


def _fit(citation: Citation) -> None:
    """Cuts what is longer than its column; the whole text stays in the recorded fact."""
    for name, longest in (("container", 400), ("kind", 60), ("funding", 500), ("registration", 200), ("nct", 11)):
        setattr(citation, name, str(getattr(citation, name) or "")[:longest])
    citation.publication_types = [str(one)[:120] for one in citation.publication_types]
    citation.mesh = [str(one)[:200] for one in citation.mesh]
