"""Two states of an article, compared in every part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from articles.comparison import parts
from articles.comparison.parts import (
    ClaimChange,
    DecisionChange,
    FlagChange,
    PartChange,
    SourceChange,
    Standing,
)
from articles.comparison.prose import SentenceChange, compare_prose
from articles.comparison.values import Change, Snapshot, changes_in

WORDS = {"title": "title", "standfirst": "standfirst", "market": "market", "advice_notice": "advice notice"}
DATES = {
    "evidence_to": "evidence searched to",
    "next_review": "next review",
    "reviewed_on": "medically reviewed on",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs. `prose` holds the sentences that are the same too, so that one can read through."""

    words: tuple[Change, ...]
    """Title, standfirst, market, advice notice, dates."""
    prose: tuple[SentenceChange, ...]
    claims: tuple[ClaimChange, ...]
    sources: tuple[SourceChange, ...]
    people: tuple[PartChange, ...]
    topics: tuple[PartChange, ...]
    disclosures: tuple[PartChange, ...]
    flags: tuple[FlagChange, ...]
    decisions: tuple[DecisionChange, ...]

    @property
    def sentences(self) -> tuple[SentenceChange, ...]:
        """Only the sentences that are otherwise now."""
        return tuple(sentence for sentence in self.prose if sentence.kind != "same")

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences of each kind: same, added, gone, reworded, moved."""
        return dict(Counter(sentence.kind for sentence in self.prose))

    @property
    def is_empty(self) -> bool:
        """Whether the two are the same in all that is compared."""
        rest = (self.words, self.claims, self.sources, self.people, self.topics, self.disclosures)
        return not (self.sentences or any(rest) or self.flags or self.decisions)


def compare(before: Snapshot, after: Snapshot, *, standing: Standing | None = None) -> Comparison:
    """What is otherwise in `after`. `standing` says how works stand today; the later state's own word else."""
    old, new = ({name: getattr(state, name) for name in WORDS} for state in (before, after))
    return Comparison(
        words=changes_in(old, new, WORDS) + changes_in(before.dates, after.dates, DATES),
        prose=compare_prose(before.body, after.body),
        claims=parts.claims(before, after),
        sources=parts.sources(before, after, standing),
        people=parts.people(before, after),
        topics=parts.topics(before, after),
        disclosures=parts.disclosures(before, after),
        flags=parts.flags(before, after),
        decisions=parts.decisions(before, after),
    )
