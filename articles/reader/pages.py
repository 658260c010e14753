"""What a page shows of a revision, worked out from the snapshot and how its works stand now: no query here.

A revision is read through `Snapshot`, so an unsaved one (a mapping of the same shape) renders the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from articles.reader.product_disclosures import Advertisement, Disclosed, advertisement_of, disclosed_of
from articles.reader.work_facts import Fault, Work, as_date, faults_of, verified_of, work_of
from articles.reader.work_status import Alert, WorkStatus, alerts_of, brought_up
from articles.rendering.body import COUNTED, ICONS, LEVEL_WORDS, UNKNOWN, WORDS
from articles.rendering.markdown import safe_link

if TYPE_CHECKING:
    from articles.models import Article, Revision


_SLUG = re.compile(r"[-\w]{1,120}", re.ASCII)
_MARK_ID = re.compile(r'<mark class="[^"]*" id="claim-(\d+)">')
_HEADING = re.compile(r'<h2 id="(s-[a-z0-9-]+)">(.*?)</h2>', re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_HOW = {
    "marker": "cited here",
    "named": "named here",
    "inherited": "named in the sentence before",
    "covered": "source at the end of the passage",
    "link": "linked here",
    "note": "cited in a note",
    "editor": "linked by an editor",
}


def live(article: Article) -> Revision:
    """The revision that readers see. Raises ValueError where there is none: ask it of `published()` alone."""
    if article.live_revision is None:
        raise ValueError(f"{article.slug} is not published.")
    return article.live_revision


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

    @property
    def without_claims(self) -> str:
        """What is said where no claim was found: nothing was looked for in a language that is not read."""
        if any(fault.code == "unsupported-language" for fault in self.faults):
            return "No claims checked on this page"
        return "No claims found on this page"


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
    takes_along: bool
    """Whether works of the list are in the library, so that readers can have them in other styles and as files."""
    summary: Summary
    verified: str = ""
    reviewed: bool = False
    contents: tuple[tuple[str, str], ...] = ()
    advice_notice: bool = True
    change_note: str = ""
    alerts: tuple[Alert, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


def page_of(revision: Any, today: date, statuses: Mapping[int, WorkStatus] | None = None) -> Page:
    """The page of a revision, or of a mapping with its names. Raises nothing for facts that are absent.

    `statuses` are those of works that stand otherwise now, by number in the reference list.
    """
    now = statuses or {}
    snapshot = Snapshot(revision)
    html = str(snapshot.html or "")
    people = linked(snapshot.rows("contributors"))
    marked = {int(index) for index in _MARK_ID.findall(html)}
    claims = {int(row["index"]) for row in snapshot.rows("claims") if row.get("is_claim")}
    works = tuple(work_of(row, claims, marked) for row in brought_up(snapshot.rows("citations"), now))
    cards = tuple(_cards(snapshot.rows("claims"), works, marked))
    advertisements = tuple(ad for row in snapshot.rows("disclosures") if (ad := advertisement_of(row)))
    return Page(
        title=str(snapshot.title or ""),
        standfirst=str(snapshot.standfirst or ""),
        html=html,
        topics=linked(snapshot.rows("topics")),
        authors=[person for person in people if person.get("role") == "author"],
        reviewers=[person for person in people if person.get("role") == "reviewer"],
        editors=[person for person in people if person.get("role") == "editor"],
        dates=_dates(snapshot.dates or {}, today),
        disclosures=tuple(disclosed_of(row) for row in snapshot.rows("disclosures") if row.get("statement")),
        advertisements=advertisements,
        cards=cards,
        references=tuple(work for work in works if work.cited),
        further=tuple(work for work in works if not work.cited),
        takes_along=any(row.get("work") for row in snapshot.rows("citations")),
        summary=_summary(snapshot, cards),
        verified=verified_of(snapshot.rows("citations")),
        reviewed=was_reviewed(people, snapshot.dates),
        contents=tuple((anchor, _ANY_TAG.sub("", words)) for anchor, words in _HEADING.findall(html)),
        advice_notice=bool(snapshot.advice_notice),
        change_note=str(snapshot.change_note or ""),
        alerts=alerts_of(works, now),
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


def was_reviewed(contributors: Iterable[Mapping[str, Any]], dates: Mapping[str, Any] | None) -> bool:
    """Whether a medical review is on record: somebody named as the reviewer, and the day. A name alone is none."""
    named = any(person.get("role") == "reviewer" for person in contributors)
    return named and as_date((dates or {}).get("reviewed_on")) is not None


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
        level = str(row.get("level")) if row.get("level") in LEVEL_WORDS else "none"
        unknown = level == "none" and support == "weak"
        yield Card(
            index=index,
            text=plain(str(row.get("text") or "")),
            support=support,
            icon=ICONS.get(support, ICONS["none"]),
            words=faults[0].label if faults else UNKNOWN if unknown else WORDS.get(support, WORDS["none"]),
            level="" if unknown or not row.get("is_claim") else LEVEL_WORDS[level],
            reasons=tuple(str(reason) for reason in row.get("reasons") or ()),
            works=tuple(sources),
            faults=faults,
            problem=bool(faults),
            marked=index in marked,
        )


def plain(text: str) -> str:
    """A sentence of Markdown without its markers, as a card quotes it."""
    text = re.sub(r"\s*\[(?:[^\[\]]*@|\^)[^\[\]]*\]", "", text)
    text = re.sub(r"\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    return re.sub(r"(?<!\w)([*_]{1,3})(?=\S)|(?<=\S)([*_]{1,3})(?!\w)", "", text).strip()


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
    words = ", ".join(f"{numbers[name]} {COUNTED[name].lower()}" for name in COUNTED)
    return Summary(total, rows, tuple(bar), words, faults_of(page_flags))


# --- Dates -------------------------------------------------------------------------------------------------


def _dates(row: Mapping[str, Any], today: date) -> Dates:
    next_review = as_date(row.get("next_review"))
    return Dates(
        evidence_to=as_date(row.get("evidence_to")),
        next_review=next_review,
        reviewed_on=as_date(row.get("reviewed_on")),
        overdue=bool(next_review and next_review < today),
    )
