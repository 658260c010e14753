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
YEAR_UNKNOWN = "year not recorded"
STATUS_WORDS = {
    "retracted": "Retracted",
    "concern": "Expression of concern",
    "corrected": "Corrected",
    "none-found": "No retraction notice found",
}
MARKS = {"retracted": "none", "concern": "weak"}
"""How a work with a notice is marked in a list: as the claims that rest on it are in the text."""
ALARMS = frozenset(MARKS)
NAMED = 3
"""Authors of a work that machines are told by name: those that the page itself names before "and others" [house]."""
STAND_INS = ("New address", "Archived copy")
"""Links that stand in for an address that no longer answers: readers are told which."""
_SHOWN = ("open", "accepted")
_SAID_ELSEWHERE = ("uncited-reference", "dead-link", "retracted-source", "concern-source")
_RANK = {"blocker": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Work:
    """One work of the reference list, each fact in words.

    `facts` are those that are known; `unknown` names the others. `dead` is the address that no longer answers, where it
    was the only way to the work.
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
    backs: tuple[tuple[int, str], ...]
    """The claims that can be gone back to: index, and how the sentence begins."""
    authors: tuple[str, ...] = ()
    """The first author, for machines: the record behind the address has the others."""
    unknown: tuple[str, ...] = ()
    mark: str = ""
    """ "none" for a retracted work, "weak" for one under concern, as in the marks of claims; else ""."""
    retracted: bool = False
    checked_on: date | None = None
    """The day that no notice was found on; None where one was, or where nobody looked."""
    checked_in: str = ""
    disputed_by: str = ""
    passage: str = ""
    """The words of the abstract that the facts were read from, where they are held."""
    studied: str = ""
    """How many and whom, in one phrase."""
    language: str = ""
    """BCP 47 tag of the title, where it is known and not English."""

    @property
    def used(self) -> str:
        if not self.claims:
            return "Cited in the text"
        return f"Used in {len(self.claims)} claim{'' if len(self.claims) == 1 else 's'}"

    @property
    def has_problem(self) -> bool:
        return self.alarm or bool(self.labels) or bool(self.dead)

    @property
    def looked_up(self) -> str:
        """ "checked 22 November 2026 in Crossref" of a notice; the status itself stands before the title."""
        return self.status.partition(", ")[2] if self.mark else ""

    @property
    def doi(self) -> str:
        return self.url.removeprefix("https://doi.org/") if self.url.startswith("https://doi.org/") else ""

    @property
    def more_links(self) -> tuple[tuple[str, str], ...]:
        """The addresses beside the one that the title leads to, and that one where it is not what the list means."""
        return self.links if self.links and self.links[0][0] in STAND_INS else self.links[1:]

    @property
    def said(self) -> tuple[str, ...]:
        """What is known and what is not, where a claim is judged by it."""
        return (*self.facts, *([f"{' and '.join(self.unknown)} not recorded"] if self.unknown else []))

    @property
    def told(self) -> tuple[str, ...]:
        """What is known of it, in the order of its line in the list. That one claim uses it the way back says."""
        known = (*self.facts, *filter(None, [self.looked_up]))
        if self.cited and not (known and len(self.claims) == len(self.backs) == 1):
            known += (self.used,)
        return known or ("No more is recorded of it",)

    @property
    def heading(self) -> str:
        """Author, year and journal in one line."""
        known = (self.byline, self.year if self.year != YEAR_UNKNOWN else "", self.place)
        return ". ".join(part.rstrip(".") for part in known if part) + "."


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


def work_of(row: Mapping[str, Any], claims: Mapping[int, str], marked: Collection[int]) -> Work:
    """A work in words. `claims` are the page's claims by index, `marked` those that can be gone back to."""
    used = sorted(int(index) for index in row.get("used_in") or ())
    authors = [str(name) for name in row.get("authors") or ()]
    status = str(row.get("status") or "not-checked")
    names = ", ".join(authors[:3]) + (" and others" if len(authors) > 3 else "")
    year = str(row.get("year") or "")
    links = _addresses(row)
    facts, unknown = _facts(row)
    return Work(
        number=int(row.get("number") or 0),
        anchor=f"ref-{int(row.get('number') or 0)}",
        byline=names or str(row.get("byline") or "No author recorded"),
        short=f"{row.get('byline') or names or row.get('title') or 'Untitled'}, {year or YEAR_UNKNOWN}",
        year=year or YEAR_UNKNOWN,
        title=str(row.get("title") or "Untitled"),
        place=_place(row),
        url=links[0][1] if links else "",
        links=links,
        dead=str(row["url"]) if is_dead(row) and not _identified(row) else "",
        facts=facts,
        unknown=unknown,
        status=_status(row, status),
        status_words=STATUS_WORDS.get(status, UNCHECKED),
        alarm=status in ALARMS,
        mark=MARKS.get(status, ""),
        retracted=status == "retracted",
        checked_on=as_date(row.get("status_checked")) if status == "none-found" else None,
        checked_in=str(row.get("status_sources") or ""),
        labels=tuple(fault.label for fault in faults_of(row.get("flags") or ()) if fault.code not in _SAID_ELSEWHERE),
        cited=bool(used),
        claims=tuple(index for index in used if index in claims),
        backs=tuple((index, claims[index]) for index in used if index in claims and index in marked),
        authors=tuple(authors[:NAMED]),
        disputed_by=str(row.get("disputed_by") or ""),
        passage=str(row.get("passage") or ""),
        studied=", ".join(part for part in (_size(row), str(row.get("population") or "")) if part),
        language=language_of(str(row.get("title") or ""), str(row.get("language") or "")),
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


def _facts(row: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is known, each in words, and the names of what is not."""
    design, size = str(row.get("design_label") or row.get("design") or ""), _size(row)
    funding = str(row.get("funding") or "")
    facts = [design, size, str(row.get("population") or ""), f"funding: {funding}" if funding else ""]
    if row.get("preprint"):
        facts.append("preprint, not peer reviewed")
    elif row.get("peer_reviewed") is False:
        facts.append("not peer reviewed")
    if row.get("seller_funded"):
        facts.append("paid for or written by a seller")
    # Who paid is partly known where a seller did: "not recorded" beside it would contradict it.
    known = {"design": design, "size": size, "funding": funding or row.get("seller_funded")}
    return tuple(filter(None, facts)), tuple(name for name, value in known.items() if not value)


def _size(row: Mapping[str, Any]) -> str:
    size, species = row.get("sample_size"), row.get("species")
    unit = "animals" if species == "animal" else "samples" if species == "cells" else "people"
    return f"{int(size):,} {unit}" if size else ""


_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]{3}")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
"""The language most titles in a script are in, for voices that read them out; the record's own tag goes before it."""
_NAMED = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt"}
_NAMED |= {"chinese": "zh", "japanese": "ja", "russian": "ru", "dutch": "nl", "polish": "pl", "turkish": "tr"}
_PUBMED = {"eng": "en", "fre": "fr", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "chi": "zh", "jpn": "ja"}
_TAG = re.compile(r"[a-z]{2}(?:-[a-z0-9]{2,8})*")
_SAME_LETTERS = {"ar": ("ar", "fa", "ur", "ps"), "ru": ("ru", "uk", "bg", "sr", "mk"), "he": ("he", "yi")}
_PUBMED |= {"rus": "ru", "dut": "nl", "pol": "pl", "tur": "tr"}


def language_of(title: str, told: str) -> str:
    """The BCP 47 tag of a title, from its record or its letters; "" for English and for what nobody can tell."""
    named = told.strip().lower().replace("_", "-")
    tag = _NAMED.get(named) or _PUBMED.get(named) or (named if _TAG.fullmatch(named) else "")
    by_letters = next((code for code, letters in _SCRIPTS if letters.search(title)), "")
    if by_letters:
        return tag if tag[:2] in _SAME_LETTERS.get(by_letters, ()) else by_letters
    # In Latin letters a title of such a work is a translation, as is one that PubMed puts into brackets.
    foreign = tag[:2] in {code for code, _ in _SCRIPTS} or title.startswith("[")
    return "" if tag[:2] == "en" or foreign else tag


def not_recorded(works: Iterable[Work]) -> str:
    """ "Not recorded: size for 4 of 6 works, funding for all 6." once for the list; "" where all is known."""
    listed = list(works)
    parts = []
    for name in ("design", "size", "funding"):
        if any(name in work.unknown for work in listed):
            parts.append(f"{name}{_number([work for work in listed if name in work.unknown], listed)}")
    return f"Not recorded: {', '.join(parts)}." if parts else ""


def no_notice(works: Iterable[Work]) -> str:
    """ "No retraction notice found for 5 of 6 works, checked 22 November 2026 in Crossref." once for the list; works
    that nobody checked are counted apart."""
    listed = list(works)
    clean = [work for work in listed if work.status_words == STATUS_WORDS["none-found"]]
    unchecked = [work for work in listed if work.status_words == UNCHECKED]
    said = []
    if clean:
        days = sorted({work.checked_on for work in clean if work.checked_on})
        when = " to ".join(f"{day.day} {day:%B %Y}" for day in dict.fromkeys((days[0], days[-1]))) if days else ""
        places = {work.checked_in for work in clean}
        where = f" in {next(iter(places))}" if len(places) == 1 and places != {""} else ""
        said.append(f"No retraction notice found{_number(clean, listed)}{f', checked {when}{where}' if when else ''}.")
    if unchecked:
        said.append(f"Retraction not checked{_number(unchecked, listed)}.")
    return " ".join(said)


def _number(some: list[Work], listed: list[Work]) -> str:
    if len(some) == len(listed):
        return f" for all {len(listed)} works" if len(listed) > 1 else ""
    return f" for {len(some)} of {len(listed)} works"


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
