"""What opens behind a marked sentence: the claim, one plain verdict, what it rests on, what is said against it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.reader.work_facts import Fault, Work, faults_of
from articles.rendering.body import ICONS, LEVEL_WORDS, UNKNOWN, said_of
from articles.rendering.words import plain

_QUOTED = 120
"""Letters of a claim that its card quotes [house]: the sentence itself stays in sight beside it."""
_LISTED = 64
"""Letters of a claim in the list by level and in the name of a way back [house]."""
_DISPUTED = re.compile(r"Disputed by (.+?)(?:: one step down)?\.?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HOW = {
    "marker": "cited here",
    "named": "named here",
    "inherited": "named in the sentence before",
    "covered": "source at the end of the passage",
    "link": "linked here",
    "note": "cited in a note",
    "editor": "linked by an editor",
}
_STANDS = {
    "Strong evidence": "Strong evidence stands behind this sentence.",
    "Moderate evidence": "Moderate evidence stands behind this sentence.",
    "Weak evidence": "Only weak evidence stands behind this sentence.",
    "Very weak evidence": "Only very weak evidence stands behind this sentence.",
}


@dataclass(frozen=True, slots=True)
class Card:
    """What opens behind a marked sentence. `number` counts the cards of the page from 1, as print names them."""

    index: int
    number: int
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
    against: str = ""
    """What is said against the claim, in words; "" where nothing is."""
    opponents: tuple[Work, ...] = ()
    """The works of the page that say so."""
    claims: bool = True

    @property
    def quoted(self) -> str:
        return shortened(self.text, _QUOTED)

    @property
    def listed(self) -> str:
        return shortened(self.text, _LISTED)

    @property
    def sourceless(self) -> bool:
        """Whether nothing is named for it, as opposed to a source that does not hold."""
        return self.support == "none" and not self.works

    @property
    def verdict(self) -> str:
        """One plain sentence, where no fault says it."""
        if self.support == "none" and self.works:
            if any(work.retracted for work, _ in self.works):
                return "What stood behind this sentence was retracted: it counts for nothing."
            return "The source given does not support this sentence."
        if self.support == "none":
            return "No source stands behind this sentence."
        if self.words == UNKNOWN:
            return "A source is given; nobody has recorded yet how strong it is."
        return _STANDS.get(self.level, "")

    @property
    def decisions(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.state == "accepted" and fault.decision)


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it is longer than `most` letters."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')}…"


def cards_of(rows: Iterable[Mapping[str, Any]], works: Sequence[Work], marked: set[int]) -> tuple[Card, ...]:
    """One card for each claim and each flagged sentence of a revision; `marked` are the indices with a mark."""
    by_number = {str(work.number): work for work in works}
    cards: list[Card] = []
    for row in rows:
        faults = faults_of(row.get("flags") or ())
        if row.get("is_claim") or faults:
            cards.append(_card(row, faults, works, by_number, marked, len(cards) + 1))
    return tuple(cards)


def _card(
    row: Mapping[str, Any],
    faults: tuple[Fault, ...],
    works: Sequence[Work],
    by_number: Mapping[str, Work],
    marked: set[int],
    number: int,
) -> Card:
    index, support = int(row["index"]), str(row.get("support") or "none")
    sources = [
        (by_number[str(source.get("number"))], _HOW.get(str(source.get("how")), ""))
        for source in row.get("sources") or ()
        if str(source.get("number")) in by_number
    ]
    level = str(row.get("level")) if row.get("level") in LEVEL_WORDS else "none"
    words, level_words = said_of(support, level, faults[0].label if faults else "")
    reasons = tuple(str(reason) for reason in row.get("reasons") or ())
    against = _against(reasons, sources)
    opponents = tuple(work for work in works if against and _is_named(work, against))
    return Card(
        index=index,
        number=number,
        text=plain(str(row.get("text") or "")),
        support=support,
        icon=ICONS.get(support, ICONS["none"]),
        words=words,
        level=level_words if row.get("is_claim") else "",
        reasons=reasons,
        works=tuple((work, how) for work, how in sources if work not in opponents),
        faults=faults,
        problem=bool(faults),
        marked=index in marked,
        against=against,
        opponents=opponents,
        claims=bool(row.get("is_claim")),
    )


def _against(reasons: Iterable[str], sources: Iterable[tuple[Work, str]]) -> str:
    """Who disputes the sources and with what, as recorded with the work or, in older revisions, with the grade."""
    told = [work.disputed_by for work, _ in sources if work.disputed_by]
    told += [match[1] for reason in reasons if (match := _DISPUTED.match(reason))]
    return "; ".join(dict.fromkeys(told))


def _is_named(work: Work, words: str) -> bool:
    """Whether words such as "Bolland, Grey and Avenell 2018: no effect" name this work: first author and year."""
    family = _folded(work.authors[0].rsplit(" ", 1)[0] if work.authors else work.byline.split(" and ")[0])
    return bool(family) and work.year in _YEAR.findall(words) and re.search(
        rf"\b{re.escape(family)}\b", _folded(words)
    ) is not None  # fmt: skip


def _folded(words: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in plain_letters if not unicodedata.combining(letter)).casefold().strip()
