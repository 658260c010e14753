"""Flags as the writing desk shows them: one card for each sentence, in reading order, then the works and the page."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.urls import reverse

from articles.models import Article, Claim, ClaimLink, Decision, Flag
from evidence import Assessed, Assessment, How
from evidence import Flag as Found
from evidence.flags.catalogue import FLAGS

ORDER = {"blocker": 0, "warning": 1, "note": 2}
OFFERED = 3
"""Suggested works that a card offers [house]: more are a list, and the library is searched for that."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The last decision about a flag, in words."""

    verdict: str
    reason: str
    by: str
    at: datetime

    @classmethod
    def of(cls, decision: Decision) -> Decided:
        by = decision.person.get_full_name() or decision.person.get_username()
        return cls(decision.get_verdict_display(), decision.reason, by, decision.decided_at)


@dataclass(frozen=True, slots=True)
class Finding:
    """One flag with the words that people read about it. `pk` is None for what is not saved yet.

    `repeats` says that the page gives the same advice for the same kind of flag further up; `advice` numbers the
    advice of its kind on the page, from 0.
    """

    code: str
    severity: str
    band: str
    title: str
    message: str
    how_sure: str
    pk: int | None = None
    is_open: bool = True
    decision: Decided | None = None
    repeats: bool = False
    advice: int = 0

    @property
    def shape(self) -> str:
        """The severity as a sign, so that colour never carries the meaning alone."""
        return {"blocker": "⬣", "warning": "▲"}.get(self.severity, "●")

    @property
    def weight(self) -> str:
        return self.severity.capitalize()

    @property
    def page(self) -> str:
        """The address of the saved flag, "" for one that is not saved yet."""
        return reverse("admin:articles_flag_change", args=[self.pk]) if self.pk else ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A work of the article that a sentence could name: its key and "Rautava 2012"."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """What is said about one sentence, one work or the page. `start` and `end` are code points of the text, or -1.

    `tied` are works that an editor tied to the sentence by hand and that its words do not name.
    """

    words: str
    start: int = -1
    end: int = -1
    findings: tuple[Finding, ...] = ()
    suggested: tuple[Offer, ...] = ()
    tied: tuple[Offer, ...] = ()

    @property
    def key(self) -> str:
        """Changes with anything that the card shows, its place apart."""
        shown = [self.words, self.suggested, self.tied]
        shown += [(one.code, one.severity, one.band, one.message, one.pk, one.is_open) for one in self.findings]
        return hashlib.sha256(repr(shown).encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def worst(self) -> str:
        still_open = [one.severity for one in self.findings if one.is_open]
        return min(still_open, key=lambda name: ORDER[name], default="settled" if self.findings else "tied")

    @property
    def is_in_text(self) -> bool:
        return self.start >= 0


@dataclass(slots=True)
class Cards:
    """All cards of an article: `sentences` in reading order, `others` about works and the page."""

    sentences: list[Card] = field(default_factory=list)
    others: list[Card] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        return [finding for card in (*self.sentences, *self.others) for finding in card.findings]


def said_once(cards: Cards) -> Cards:
    """The same cards, with advice that stands under several flags of its kind written under the first of them alone."""
    seen: dict[str, list[str]] = defaultdict(list)

    def lighter(one: Finding) -> Finding:
        known = seen[one.code]
        repeats = one.message in known
        if not repeats:
            known.append(one.message)
        return replace(one, repeats=repeats, advice=known.index(one.message))

    def told(card: Card) -> Card:
        return replace(card, findings=tuple(map(lighter, card.findings)))

    return Cards([told(card) for card in cards.sentences], [told(card) for card in cards.others])


# --- As saved ----------------------------------------------------------------------------------------------


def cards_of(article: Article) -> Cards:
    """The cards of what was read last: open and accepted flags, and ties by hand. Five queries."""
    offers, tied = offers_of(article), _tied(article)
    of_claim: dict[int, list[Finding]] = defaultdict(list)
    of_page: dict[str, list[Finding]] = defaultdict(list)
    claims: dict[int, Claim] = {}
    for flag, decided in saved_flags(article):
        if flag.claim is not None:
            of_claim[flag.claim.pk].append(_saved(flag, decided))
            claims[flag.claim.pk] = flag.claim
        else:
            of_page[_about(flag)].append(_saved(flag, decided))
    for link in tied:
        claims.setdefault(link.claim_id, link.claim)
    by_hand: dict[int, list[str]] = defaultdict(list)
    for link in tied:
        by_hand[link.claim_id].append(link.article_citation.key)
    cards = Cards()
    for claim in sorted(claims.values(), key=lambda claim: (claim.index, claim.pk)):
        cards.sentences.append(
            Card(
                claim.text,
                claim.start,
                claim.end,
                _in_order(of_claim[claim.pk]),
                _offered(claim.suggested, offers),
                _offered(by_hand[claim.pk], offers),
            )
        )
    cards.others = [Card(words, findings=_in_order(findings)) for words, findings in of_page.items()]
    return cards


Settled = tuple[Flag, Decided | None]
"""A flag that is on record, with the last decision about it."""


def saved_flags(article: Article, of: Sequence[str] | None = None) -> list[Settled]:
    """The open and accepted flags, worst first; with `of`, those of sentences with these words."""
    rows = article.flags.filter(state__in=(Flag.State.OPEN, Flag.State.ACCEPTED)).worst_first()
    if of is not None:
        rows = rows.filter(claim__text__in=of)
    rows = rows.select_related("claim", "article_citation__citation").only(*_READ_OF_FLAGS)
    # One query, and not a list at each flag: few flags were ever decided on.
    made = Decision.objects.filter(flag__article=article).select_related("person")
    decided = {decision.flag_id: decision for decision in made.order_by("decided_at", "pk")}
    return [(flag, Decided.of(decided[flag.pk]) if flag.pk in decided else None) for flag in rows]


_OF_CITED = ("status", "families", "year", "title")
_READ_OF_FLAGS = (
    *("code", "severity", "severity_rank", "band", "chance", "state", "message", "article", "place"),
    *("claim__text", "claim__start", "claim__end", "claim__index", "claim__suggested"),
    *("article_citation__order", *(f"article_citation__citation__{name}" for name in _OF_CITED)),
)
"""What a card shows of a flag, its sentence and its work: the rest of the three rows is ten times as much."""


def _about(flag: Flag) -> str:
    if flag.article_citation is not None:
        return f"Reference {flag.article_citation.order}: {flag.article_citation.citation}"
    return "The page as a whole"


def _saved(flag: Flag, decided: Decided | None) -> Finding:
    return Finding(
        code=flag.code,
        severity=flag.severity,
        band=flag.band,
        title=title_of(flag.code),
        message=flag.message,
        how_sure="" if flag.band == Flag.Band.SURE else flag.how_sure,
        pk=flag.pk,
        is_open=flag.state == Flag.State.OPEN,
        decision=decided,
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (not one.is_open, ORDER[one.severity], one.code)))


def title_of(code: str) -> str:
    return FLAGS[code].title if code in FLAGS else code


def offers_of(article: Article) -> dict[str, Offer]:
    """The works on the article's list, by key."""
    rows = article.article_citations.order_by("order", "pk")
    named = rows.values_list("key", "citation__families", "citation__year", "citation__title")
    return {key: Offer(key, _label(families, year, title)) for key, families, year, title in named}


def _label(families: Sequence[str], year: int | None, title: str) -> str:
    first = families[0] if families else title[:40]
    return f"{first}{' and others' if len(families) > 1 else ''} {year or 'n.d.'}"


def _offered(keys: Iterable[str], offers: Mapping[str, Offer]) -> tuple[Offer, ...]:
    return tuple(offers[key] for key in keys if key in offers)[:OFFERED]


def _tied(article: Article) -> list[ClaimLink]:
    rows = ClaimLink.objects.filter(claim__article=article, claim__current=True, how=How.EDITOR.value)
    rows = rows.select_related("claim", "article_citation").order_by("pk")
    return list(rows.only(*(f"claim__{name}" for name in _OF_TIED), "article_citation__key"))


_OF_TIED = ("text", "start", "end", "index", "suggested")


# --- As typed ----------------------------------------------------------------------------------------------


def cards_in(article: Article, assessment: Assessment) -> list[Card]:
    """The cards of words that are not saved yet. A flag that is on record for the same words keeps its decision."""
    flagged = [row.sentence.text for row in assessment.sentences if row.flags]
    offers, saved = offers_of(article), _by_subject(saved_flags(article, of=flagged))
    return [card for row in assessment.sentences if (card := _typed(row, offers, saved))]


Subject = tuple[str, str, str]


def _by_subject(rows: Iterable[Settled]) -> dict[Subject, Settled]:
    named = ((row, row[0], row[0].claim) for row in rows)
    return {(_words(claim.text), flag.code, flag.severity): row for row, flag, claim in named if claim is not None}


def _words(text: str) -> str:
    return " ".join(text.split())


def _typed(row: Assessed, offers: Mapping[str, Offer], saved: Mapping[Subject, Settled]) -> Card | None:
    tied = _offered((link.key for link in row.links if link.how is How.EDITOR), offers)
    if not row.flags and not tied:
        return None
    words = row.sentence.text
    return Card(
        words,
        row.sentence.start,
        row.sentence.end,
        _in_order(_findings(row.flags, _words(words), saved)),
        _offered(row.suggested, offers),
        tied,
    )


def _findings(flags: Iterable[Found], words: str, saved: Mapping[Subject, Settled]) -> Iterator[Finding]:
    for flag in flags:
        severity, band = flag.severity.value, flag.certainty.band.value
        kept = saved.get((words, flag.code, severity))
        if kept is not None:
            yield _saved(*kept)
            continue
        # The same words as those of a saved flag: "Likely: 76 of 100 such flags are right".
        sure = Flag(band=band, chance=flag.certainty.chance).how_sure if band != Flag.Band.SURE else ""
        yield Finding(flag.code, severity, band, title_of(flag.code), flag.message, sure)
