"""What a page shows of a revision, worked out from the snapshot alone: no query, whatever its length.

A revision is read through `Snapshot`, so an unsaved one (a mapping of the same shape) renders the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from articles.markdown import safe_link
from articles.rendering import ICONS, WORDS
from evidence.catalogue import FLAGS

LEVEL_WORDS: Mapping[str, str] = {
    "strong": "Strong evidence",
    "moderate": "Moderate evidence",
    "weak": "Weak evidence",
    "very-weak": "Very weak evidence",
    "none": "No evidence given",
}
STATUS_ALARMS = frozenset({"retracted", "concern"})
FDA_ONE = (
    "This statement has not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
"""21 CFR 101.93(c)(1); the plural is (c)(2)."""
FDA_SEVERAL = FDA_ONE.replace("This statement has", "These statements have", 1)

_STANDING = ("open", "accepted")
_SLUG = re.compile(r"[-\w]{1,120}", re.ASCII)
_RANK = {"blocker": 0, "warning": 1, "note": 2}
_MARK_ID = re.compile(r'<mark class="[^"]*" id="claim-(\d+)">')
_HEADING = re.compile(r'<h2 id="(s-[a-z0-9-]+)">(.*?)</h2>', re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_HOW = {
    "marker": "cited here",
    "named": "named here",
    "inherited": "named in the sentence before",
    "link": "linked here",
    "note": "cited in a note",
    "editor": "linked by an editor",
}


class Snapshot:
    """One way to read a saved revision or a mapping with the same names."""

    def __init__(self, revision: Any) -> None:
        self._revision = revision

    def __getattr__(self, name: str) -> Any:
        if isinstance(self._revision, Mapping):
            return self._revision.get(name)
        return getattr(self._revision, name, None)

    def rows(self, name: str) -> Sequence[Mapping[str, Any]]:
        return [row for row in (getattr(self, name) or ()) if isinstance(row, Mapping)]


@dataclass(frozen=True, slots=True)
class Fault:
    """One flag in the words of readers."""

    code: str
    label: str
    meaning: str
    standard: str
    state: str
    decision: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Work:
    """One work of the reference list, each fact in words; what is unknown says so."""

    number: int
    anchor: str
    byline: str
    short: str
    year: str
    title: str
    place: str
    url: str
    links: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    status: str
    alarm: bool
    labels: tuple[str, ...]
    claims: tuple[int, ...]

    @property
    def used(self) -> str:
        return f"Used in {len(self.claims)} claim{'' if len(self.claims) == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Card:
    """What opens behind a marked sentence."""

    index: int
    text: str
    support: str
    icon: str
    words: str
    level: str
    reasons: tuple[str, ...]
    works: tuple[tuple[Work, str], ...]
    faults: tuple[Fault, ...]
    problem: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of the claims on the page have support, and the widths of the bar in percent."""

    claims: int
    rows: tuple[tuple[str, str, str, int], ...]
    bar: tuple[tuple[str, float, float], ...]
    sentence: str
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Advertisement:
    product: str
    seller: str
    text: tuple[str, ...]
    url: str
    statement: str
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What stands before the first paragraph. `disclaimer` where no advertisement block will carry it."""

    title: str
    statement: str
    disclaimer: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    evidence_to: date | None = None
    next_review: date | None = None
    reviewed_on: date | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """An article as readers get it."""

    title: str
    standfirst: str
    html: str
    topics: Sequence[Mapping[str, Any]]
    authors: Sequence[Mapping[str, Any]]
    reviewers: Sequence[Mapping[str, Any]]
    editors: Sequence[Mapping[str, Any]]
    dates: Dates
    disclosures: tuple[Disclosed, ...]
    advertisements: tuple[Advertisement, ...]
    cards: tuple[Card, ...]
    references: tuple[Work, ...]
    further: tuple[Work, ...]
    summary: Summary
    contents: tuple[tuple[str, str], ...] = ()
    advice_notice: bool = True
    change_note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


def page_of(revision: Any, today: date) -> Page:
    """The page of a revision, or of a mapping with its names. Raises nothing for facts that are absent."""
    snapshot = Snapshot(revision)
    html = str(snapshot.html or "")
    people = linked(snapshot.rows("contributors"))
    works = tuple(_work(row) for row in snapshot.rows("citations"))
    cards = tuple(_cards(snapshot.rows("claims"), works, {int(index) for index in _MARK_ID.findall(html)}))
    advertisements = tuple(ad for row in snapshot.rows("disclosures") if (ad := _advertisement(row)))
    return Page(
        title=str(snapshot.title or ""),
        standfirst=str(snapshot.standfirst or ""),
        html=html,
        topics=linked(snapshot.rows("topics")),
        authors=[person for person in people if person.get("role") == "author"],
        reviewers=[person for person in people if person.get("role") == "reviewer"],
        editors=[person for person in people if person.get("role") == "editor"],
        dates=_dates(snapshot.dates or {}, today),
        disclosures=tuple(_disclosed(row) for row in snapshot.rows("disclosures") if row.get("statement")),
        advertisements=advertisements,
        cards=cards,
        references=tuple(work for work in works if work.claims),
        further=tuple(work for work in works if not work.claims),
        summary=_summary(snapshot, cards),
        contents=tuple((anchor, _ANY_TAG.sub("", words)) for anchor, words in _HEADING.findall(html)),
        advice_notice=bool(snapshot.advice_notice),
        change_note=str(snapshot.change_note or ""),
    )


def linked(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows with a slug only where it makes an address, and a photo only where it is a link we allow."""
    return [
        {
            **row,
            "slug": row["slug"] if _SLUG.fullmatch(str(row.get("slug") or "")) else "",
            "photo": safe_link(str(row.get("photo") or "")),
        }
        for row in rows
    ]


# --- Claims ------------------------------------------------------------------------------------------------


def _cards(rows: Iterable[Mapping[str, Any]], works: Sequence[Work], marked: set[int]) -> Iterable[Card]:
    by_key = {work.anchor: work for work in works} | {str(work.number): work for work in works}
    for row in rows:
        index, support = int(row["index"]), str(row.get("support") or "none")
        faults = faults_of(row.get("flags") or ())
        if not row.get("is_claim") and not faults:
            continue
        sources = [
            (by_key[str(source.get("number"))], _HOW.get(str(source.get("how")), ""))
            for source in row.get("sources") or ()
            if str(source.get("number")) in by_key
        ]
        yield Card(
            index=index,
            text=str(row.get("text") or ""),
            support=support,
            icon=ICONS.get(support, ICONS["none"]),
            words=faults[0].label if faults else WORDS.get(support, WORDS["none"]),
            level=LEVEL_WORDS.get(str(row.get("level")), LEVEL_WORDS["none"]) if row.get("is_claim") else "",
            reasons=tuple(str(reason) for reason in row.get("reasons") or ()),
            works=tuple(sources),
            faults=faults,
            problem=bool(faults),
            marked=index in marked,
        )


def faults_of(flags: Iterable[Mapping[str, Any]]) -> tuple[Fault, ...]:
    """The flags that readers see, worst first, each label once."""
    standing = [flag for flag in flags if flag.get("state") in _STANDING and flag.get("reader")]
    standing.sort(key=lambda flag: _RANK.get(str(flag.get("severity")), 3))
    found: dict[str, Fault] = {}
    for flag in standing:
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
                decision=flag.get("decision") or None,
            ),
        )
    return tuple(found.values())


def _summary(snapshot: Snapshot, cards: Sequence[Card]) -> Summary:
    counts = snapshot.summary or {}
    numbers = {name: int(counts.get(name) or 0) for name in ("supported", "weak", "none")}
    total = int(counts.get("claims") or 0) or sum(numbers.values())
    rows = tuple((name, ICONS[name], WORDS[name], numbers[name]) for name in ("supported", "weak", "none"))
    whole, at, bar = sum(numbers.values()) or 1, 0.0, []
    for name, number in numbers.items():
        if number:
            width = round(100 * number / whole, 2)
            bar.append((name, round(at, 2), width))
            at += width
    page_flags = [
        flag
        for flag in snapshot.rows("flags")
        if flag.get("sentence") is None and not flag.get("reference") and flag.get("code") != "missing-reviewer"
    ]
    words = ", ".join(f"{numbers[name]} {WORDS[name].lower()}" for name in WORDS)
    return Summary(total, rows, tuple(bar), words, faults_of(page_flags))


# --- Sources -----------------------------------------------------------------------------------------------


def _work(row: Mapping[str, Any]) -> Work:
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
        facts=_facts(row),
        status=_status(row, status),
        alarm=status in STATUS_ALARMS,
        labels=tuple(fault.label for fault in faults_of(row.get("flags") or ()) if fault.code != "uncited-reference"),
        claims=tuple(sorted(int(index) for index in row.get("used_in") or ())),
    )


def _place(row: Mapping[str, Any]) -> str:
    volume = str(row.get("volume") or "")
    if row.get("issue"):
        volume += f"({row['issue']})"
    if row.get("pages"):
        volume += f":{row['pages']}" if volume else f"pages {row['pages']}"
    return ", ".join(str(part) for part in (row.get("container") or row.get("publisher"), volume) if part)


def _addresses(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    found = []
    if row.get("doi"):
        found.append(("DOI", safe_link(f"https://doi.org/{row['doi']}")))
    if row.get("pmid") and str(row["pmid"]).isdigit():
        found.append(("PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{row['pmid']}/"))
    if re.fullmatch(r"PMC\d+", str(row.get("pmcid") or "")):
        found.append(("Full text", f"https://pmc.ncbi.nlm.nih.gov/articles/{row['pmcid']}/"))
    if row.get("url") and not found:
        found.append(("Website", safe_link(str(row["url"]))))
    return tuple((name, url) for name, url in found if url.startswith(("http://", "https://")))


def _facts(row: Mapping[str, Any]) -> tuple[str, ...]:
    size, species = row.get("sample_size"), row.get("species")
    unit = "animals" if species == "animal" else "samples" if species == "cells" else "people"
    facts = [
        str(row.get("design_label") or row.get("design") or "Design not recorded"),
        f"{int(size):,} {unit}" if size else "size not recorded",
        str(row.get("year") or "year not recorded"),
        f"funding: {row.get('funding') or 'not recorded'}",
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


def _status(row: Mapping[str, Any], status: str) -> str:
    on = as_date(row.get("status_checked"))
    when = f", checked {on.day} {on:%B %Y}" if on else ""
    where = f" in {row['status_sources']}" if row.get("status_sources") and on else ""
    words = {
        "retracted": "Retracted",
        "concern": "Expression of concern",
        "corrected": "Corrected",
        "none-found": "No retraction notice found",
    }.get(status)
    return f"{words}{when}{where}" if words else "Retraction: not checked"


# --- What is sold, and when --------------------------------------------------------------------------------


def _several(text: str) -> bool:
    return len(re.findall(r"[.!?](?:\s|$)", text)) > 1


def _advertisement(row: Mapping[str, Any]) -> Advertisement | None:
    """The block for a product that we gain from, or for which an advertisement was written."""
    text = str(row.get("advertisement") or "")
    tied = row.get("tie") in ("own", "affiliate", "sponsored")
    if not text and not (tied and (row.get("url") or row.get("disclaimer"))):
        return None
    return Advertisement(
        product=str(row.get("product") or ""),
        seller=str(row.get("seller") or row.get("maker") or ""),
        text=tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()),
        url=safe_link(str(row.get("url") or "")),
        statement=str(row.get("statement") or ""),
        disclaimer=(FDA_SEVERAL if _several(text) else FDA_ONE) if row.get("disclaimer") else "",
    )


def _disclosed(row: Mapping[str, Any]) -> Disclosed:
    product = str(row.get("product") or "a product")
    title = {
        "own": f"We sell {product}.",
        "affiliate": f"We earn money from {product}.",
        "sponsored": f"The seller of {product} paid for this article.",
        "free-goods": f"We were given {product} free.",
    }.get(str(row.get("tie")), f"About {product}.")
    carried = _advertisement(row) is not None
    return Disclosed(title, str(row["statement"]), FDA_ONE if row.get("disclaimer") and not carried else "")


def as_date(value: Any) -> date | None:
    """A date from an ISO string or a date; anything else is no date."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _dates(row: Mapping[str, Any], today: date) -> Dates:
    next_review = as_date(row.get("next_review"))
    return Dates(
        evidence_to=as_date(row.get("evidence_to")),
        next_review=next_review,
        reviewed_on=as_date(row.get("reviewed_on")),
        overdue=bool(next_review and next_review < today),
    )
