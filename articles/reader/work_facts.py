"""What a page says of a work: each fact in words, and what is unknown said to be unknown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.rendering.markdown import safe_link
from citations.verification.asking import in_words
from evidence.flags.catalogue import FLAGS

UNCHECKED = "Retraction: not checked"
STATUS_WORDS = {
    "retracted": "Retracted",
    "concern": "Expression of concern",
    "corrected": "Corrected",
    "none-found": "No retraction notice found",
}
ALARMS = frozenset({"retracted", "concern"})
_SHOWN = ("open", "accepted")
_SAID_ELSEWHERE = ("uncited-reference", "dead-link", "retracted-source", "concern-source")
_RANK = {"blocker": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Work:
    """One work of the reference list, each fact in words; what is unknown says so.

    `dead` is the address that no longer answers, where it was the only way to the work.
    """

    number: int
    anchor: str
    byline: str
    short: str
    year: str
    title: str
    place: str
    url: str
    links: tuple[tuple[str, str], ...]
    dead: str
    facts: tuple[str, ...]
    status: str
    status_words: str
    alarm: bool
    labels: tuple[str, ...]
    cited: bool
    claims: tuple[int, ...]
    marked: tuple[int, ...]
    authors: tuple[str, ...] = ()
    """The first author, for machines: the record behind the address has the others."""

    @property
    def used(self) -> str:
        if not self.claims:
            return "Cited in the text"
        return f"Used in {len(self.claims)} claim{'' if len(self.claims) == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One flag in the words of readers."""

    code: str
    label: str
    meaning: str
    standard: str
    state: str
    decision: Mapping[str, Any] | None


def faults_of(flags: Iterable[Mapping[str, Any]]) -> tuple[Fault, ...]:
    """The flags that readers see, worst first, each label once."""
    shown = [flag for flag in flags if flag.get("state") in _SHOWN and flag.get("reader")]
    shown.sort(key=lambda flag: _RANK.get(str(flag.get("severity")), 3))
    found: dict[str, Fault] = {}
    for flag in shown:
        code = str(flag.get("code"))
        spec = FLAGS.get(code)
        found.setdefault(
            str(flag["reader"]),
            Fault(
                code=code if spec else "",
                label=str(flag["reader"]),
                meaning=spec.definition if spec else str(flag.get("title") or ""),
                standard=str(flag.get("standard") or (spec.standard if spec else "")),
                state=str(flag["state"]),
                decision=_decided(flag.get("decision")),
            ),
        )
    return tuple(found.values())


def _decided(decision: Any) -> Mapping[str, Any] | None:
    """Who let a flag stand, by the name that is theirs in public, when and why. Older revisions hold the name that
    somebody logs in with where there was no other: it has no space, and readers are not told it."""
    if not isinstance(decision, Mapping):
        return None
    person = str(decision.get("person") or "").strip()
    return {**decision, "person": person if " " in person else "", "day": as_date(decision.get("date"))}


def verified_of(rows: Iterable[Mapping[str, Any]]) -> str:
    """ "12 of 14 works checked against Crossref and PubMed, 3 November 2026."; "" where nobody asked."""
    works = list(rows)
    told = [row["verified"] for row in works if isinstance(row.get("verified"), dict)]
    days = [day for one in told if (day := as_date(one.get("day")))]
    if not days:
        return ""
    services = list(dict.fromkeys(str(name) for one in told for name in one.get("services") or ()))
    number = "All works" if len(told) == len(works) else f"{len(told)} of {len(works)} works"
    return f"{number} checked against {in_words(services)}, {min(days).day} {min(days):%B %Y}."


def work_of(row: Mapping[str, Any], claims: Collection[int], marked: Collection[int]) -> Work:
    """A work in words. `claims` are the indices of the page's claims, `marked` of those that can be gone back to."""
    used = sorted(int(index) for index in row.get("used_in") or ())
    authors = [str(name) for name in row.get("authors") or ()]
    status = str(row.get("status") or "not-checked")
    names = ", ".join(authors[:3]) + (" and others" if len(authors) > 3 else "")
    year = str(row.get("year") or "")
    return Work(
        number=int(row.get("number") or 0),
        anchor=f"ref-{int(row.get('number') or 0)}",
        byline=names or str(row.get("byline") or "No author recorded"),
        short=f"{row.get('byline') or names or row.get('title') or 'Untitled'}, {year or 'year not recorded'}",
        year=year or "year not recorded",
        title=str(row.get("title") or "Untitled"),
        place=_place(row),
        url=_addresses(row)[0][1] if _addresses(row) else "",
        links=_addresses(row),
        dead=str(row["url"]) if is_dead(row) and not _identified(row) else "",
        facts=_facts(row),
        status=_status(row, status),
        status_words=STATUS_WORDS.get(status, UNCHECKED),
        alarm=status in ALARMS,
        labels=tuple(fault.label for fault in faults_of(row.get("flags") or ()) if fault.code not in _SAID_ELSEWHERE),
        cited=bool(used),
        claims=tuple(index for index in used if index in claims),
        marked=tuple(index for index in used if index in claims and index in marked),
        authors=tuple(authors[:1]),
    )


def _place(row: Mapping[str, Any]) -> str:
    volume = str(row.get("volume") or "")
    if row.get("issue"):
        volume += f"({row['issue']})"
    if row.get("pages"):
        volume += f":{row['pages']}" if volume else f"pages {row['pages']}"
    return ", ".join(str(part) for part in (row.get("container") or row.get("publisher"), volume) if part)


def is_dead(row: Mapping[str, Any]) -> bool:
    """Whether the work's address no longer answers; revisions older than these looks have only the flag."""
    flagged = any(flag.get("code") == "dead-link" and flag.get("state") in _SHOWN for flag in row.get("flags") or ())
    return bool(row.get("url")) and bool(row.get("link_dead", flagged))


def _addresses(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Where readers find the work; an address that no longer answers leads nobody into nothing."""
    found = _identified(row)
    if not found and is_dead(row):
        found += [("New address", row.get("moved_url")), ("Archived copy", row.get("archived_url"))]
    elif not found:
        found.append(("Website", row.get("url")))
    links = ((name, safe_link(str(url or ""))) for name, url in found)
    return tuple((name, url) for name, url in links if url.startswith(("http://", "https://")))


def _identified(row: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Addresses that registers keep for the work's identifiers, whatever becomes of its own."""
    found: list[tuple[str, Any]] = []
    if row.get("doi"):
        found.append(("DOI", f"https://doi.org/{row['doi']}"))
    if row.get("pmid") and str(row["pmid"]).isdigit():
        found.append(("PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{row['pmid']}/"))
    if re.fullmatch(r"PMC\d+", str(row.get("pmcid") or "")):
        found.append(("Full text", f"https://pmc.ncbi.nlm.nih.gov/articles/{row['pmcid']}/"))
    return found


def _facts(row: Mapping[str, Any]) -> tuple[str, ...]:
    size, species = row.get("sample_size"), row.get("species")
    unit = "animals" if species == "animal" else "samples" if species == "cells" else "people"
    facts = [
        str(row.get("design_label") or row.get("design") or "Design not recorded"),
        f"{int(size):,} {unit}" if size else "size not recorded",
        # Who paid is partly known where a seller did: "not recorded" beside it would contradict it.
        *([] if row.get("seller_funded") and not row.get("funding") else [_funding(row)]),
    ]
    if row.get("population"):
        facts.insert(2, str(row["population"]))
    if row.get("preprint"):
        facts.append("preprint, not peer reviewed")
    elif row.get("peer_reviewed") is False:
        facts.append("not peer reviewed")
    if row.get("seller_funded"):
        facts.append("paid for or written by a seller")
    return tuple(facts)


def _funding(row: Mapping[str, Any]) -> str:
    return f"funding: {row.get('funding') or 'not recorded'}"


def _status(row: Mapping[str, Any], status: str) -> str:
    return status_in_words(status, as_date(row.get("status_checked")), str(row.get("status_sources") or ""))


def status_in_words(status: str, on: date | None, sources: str) -> str:
    """ "No retraction notice found, checked 20 February 2026 in Crossref"; what nobody checked says so."""
    when = f", checked {on.day} {on:%B %Y}" if on else ""
    where = f" in {sources}" if sources and on else ""
    words = STATUS_WORDS.get(status)
    return f"{words}{when}{where}" if words else UNCHECKED


def as_date(value: Any) -> date | None:
    """A date from an ISO string or a date; anything else is no date."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
