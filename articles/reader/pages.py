"""What a page shows of a revision, worked out from the snapshot and how its works stand now: no query here.

A revision is read through `Snapshot`, so an unsaved one (a mapping of the same shape) renders the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from articles.reader.cards import Card, cards_of, shortened
from articles.reader.lead_picture import LeadPicture, lead_of, shown_at_once
from articles.reader.product_disclosures import Advertisement, Disclosed, advertisement_of, disclosed_of
from articles.reader.work_facts import Fault, Work, as_date, faults_of, no_notice, not_recorded, verified_of, work_of
from articles.reader.work_status import Alert, WorkStatus, alerts_of, brought_up
from articles.rendering.body import COUNTED, ICONS, WORDS
from articles.rendering.markdown import safe_link
from articles.rendering.picture_sizes import with_sizes
from articles.rendering.words import plain
from evidence.references.identifiers import work_key

if TYPE_CHECKING:
    from articles.models import Article, Revision


_SLUG = re.compile(r"[-\w]{1,120}", re.ASCII)
_MARK_ID = re.compile(r' id="claim-(\d+)"')
_HEADING = re.compile(r'<h2 id="(s-[a-z0-9-]+)">(.*?)</h2>', re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_BUTTON = re.compile(r' popovertarget="claim-(\d+)-why"')
_NUMBER = re.compile(r'( aria-label="Reference (\d+))"')
_NUMBER_AND_BUTTON = re.compile(
    r'<span class="keep">(<sup class="cite">(?:<a [^>]*>[^<]*</a>|, )+)</sup>(<button [^>]*>[^<]*</button>)</span>'
)
"""What is kept on one line with its number, and with nothing else, stands with it in one element."""
_LINK_OUT = re.compile(r'<a href="(https?://[^"]{1,2000})"')
LONG_LIST = 20
"""Works above which a list is a page of its own [house]."""
_BACK = 22
"""Letters of a claim in the name of a way back to it [house]."""
_PIECES = re.compile(r"<(?:table|figure|img|pre|code|blockquote|hr|section)\b")
"""What is set by a style sheet of its own, `pieces.css`."""
_WORDS_A_MINUTE = 230
"""Words of English non-fiction that an adult reads silently in a minute (238; Brysbaert 2019), rounded down for
numbers and names."""
_MOSTLY = {
    "Strong evidence": "Most rest on strong evidence, such as reviews of trials.",
    "Moderate evidence": "Most rest on moderate evidence, such as a single trial.",
    "Weak evidence": "Most rest on weak evidence, such as observational studies.",
    "Very weak evidence": "Most rest on very weak evidence, such as studies in animals.",
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
class Support:
    """One kind of support in the summary: how many claims have it, and which."""

    name: str
    icon: str
    words: str
    number: int
    cards: tuple[Card, ...] = ()
    apart: str = ""
    """Claims without a source and those whose source does not hold, counted apart: "5 with no source, 1 whose …"."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of the claims on the page have support, and the widths of the bar in percent."""

    claims: int
    rows: tuple[Support, ...]
    bar: tuple[tuple[str, float, float], ...]
    sentence: str
    faults: tuple[Fault, ...] = ()
    mostly: str = ""
    """The level that more than half of the claims with a level rest on, in a sentence."""

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
    loose: tuple[Card, ...] = ()
    """Cards of claims that no mark in the text opens, as those of the words of a picture."""
    verified: str = ""
    not_recorded: str = ""
    no_notice: str = ""
    minutes: int = 1
    reviewed: bool = False
    contents: tuple[tuple[str, str], ...] = ()
    advice_notice: bool = True
    change_note: str = ""
    alerts: tuple[Alert, ...] = ()
    lead: LeadPicture | None = None
    notes: str = ""
    """Where the notes on the claims are, if not on the page itself."""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def has_pieces(self) -> bool:
        """Whether the text holds more than headings, paragraphs and lists."""
        return bool(_PIECES.search(self.html))

    @property
    def sorts(self) -> bool:
        """Whether the list is long enough to be narrowed down, and holds what it would be narrowed down to."""
        return len(self.references) > LONG_LIST and any(work.has_problem for work in self.references)


def page_of(revision: Any, today: date, statuses: Mapping[int, WorkStatus] | None = None) -> Page:
    """The page of a revision, or of a mapping with its names. Raises nothing for facts that are absent.

    `statuses` are those of works that stand otherwise now, by number in the reference list.
    """
    now = statuses or {}
    snapshot = Snapshot(revision)
    html = str(snapshot.html or "")
    people = linked(snapshot.rows("contributors"))
    marked = {int(index) for index in _MARK_ID.findall(html)}
    claims = {
        int(row["index"]): shortened(plain(str(row.get("text") or "")), _BACK).removesuffix("…")
        for row in snapshot.rows("claims")
        if row.get("is_claim")
    }
    works = tuple(work_of(row, claims, marked) for row in brought_up(snapshot.rows("citations"), now))
    cards = cards_of(snapshot.rows("claims"), works, marked)
    advertisements = tuple(ad for row in snapshot.rows("disclosures") if (ad := advertisement_of(row)))
    return Page(
        title=str(snapshot.title or ""),
        standfirst=str(snapshot.standfirst or ""),
        html=with_sizes(shown_at_once(_numbered(html, cards, works))),
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
        loose=tuple(card for card in cards if f'popovertarget="claim-{card.index}-why"' not in html),
        verified=verified_of(snapshot.rows("citations")),
        not_recorded=not_recorded(works),
        no_notice=no_notice(works),
        minutes=max(1, round(len(str(snapshot.body or "").split()) / _WORDS_A_MINUTE)),
        reviewed=was_reviewed(people, snapshot.dates),
        contents=tuple((anchor, _ANY_TAG.sub("", words)) for anchor, words in _HEADING.findall(html)),
        advice_notice=bool(snapshot.advice_notice),
        change_note=str(snapshot.change_note or ""),
        alerts=alerts_of(works, now),
        lead=lead_of(html),
    )


def _numbered(html: str, cards: Iterable[Card], works: Sequence[Work]) -> str:
    """The text with the number of its note on each mark, so that on paper the two can be told to belong together, and
    with author and year in the name of each number, so that six in a row are not heard as "1, 2, 3"."""
    numbers = {card.index: card.number for card in cards}
    names = {work.number: escape(work.short) for work in works}
    html = _BUTTON.sub(lambda found: f'{found[0]} data-n="{numbers.get(int(found[1]), "")}"', html)
    html = _NUMBER.sub(lambda found: f'{found[1]}: {name}"' if (name := names.get(int(found[2]))) else found[0], html)
    return _listed(_NUMBER_AND_BUTTON.sub(r"\1\2</sup>", html), works)


def _listed(html: str, works: Iterable[Work]) -> str:
    """The text with their number on links to works of the list: on paper it stands in the place of an address."""
    numbers = {_place(url): work.number for work in works for _, url in work.links}

    def numbered(link: re.Match[str]) -> str:
        number = numbers.get(_place(unescape(link[1])))
        return f'{link[0]} data-ref="{number}"' if number else link[0]

    return _LINK_OUT.sub(numbered, html)


def _place(url: str) -> str:
    """What an address leads to: the work that it names, whatever case and form it is written in, else itself."""
    return work_key(url) or url.rstrip("/")


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


def _summary(snapshot: Snapshot, cards: Sequence[Card]) -> Summary:
    counts = snapshot.summary or {}
    numbers = {name: int(counts.get(name) or 0) for name in ("supported", "weak", "none")}
    total = int(counts.get("claims") or 0) or sum(numbers.values())
    rows = tuple(_support(name, numbers[name], cards) for name in WORDS)
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
    words = ", ".join(f"{numbers[name]} {COUNTED[name].lower()}" for name in COUNTED if numbers[name])
    return Summary(total, rows, tuple(bar), words, faults_of(page_flags), _mostly(cards))


def _support(name: str, number: int, cards: Iterable[Card]) -> Support:
    own = tuple(card for card in cards if card.claims and card.support == name)
    apart = ""
    if name == "none" and (held := [card for card in own if not card.sourceless]):
        retracted = sum(any(work.retracted for work, _ in card.works) for card in held)
        told = (
            (len(own) - len(held), "with no source"),
            (retracted, "whose source was retracted"),
            (len(held) - retracted, "whose source does not support it"),
        )
        apart = ", ".join(f"{count} {words}" for count, words in told if count)
    return Support(name, ICONS[name], WORDS[name], number, own, apart)


def _mostly(cards: Iterable[Card]) -> str:
    levels = [card.level for card in cards if card.claims and card.level]
    common = max(_MOSTLY, key=levels.count)
    return _MOSTLY[common] if levels.count(common) * 2 > len(levels) else ""


# --- Dates -------------------------------------------------------------------------------------------------


def _dates(row: Mapping[str, Any], today: date) -> Dates:
    next_review = as_date(row.get("next_review"))
    return Dates(
        evidence_to=as_date(row.get("evidence_to")),
        next_review=next_review,
        reviewed_on=as_date(row.get("reviewed_on")),
        overdue=bool(next_review and next_review < today),
    )
