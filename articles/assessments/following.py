"""Which claim each sentence is: claims follow their sentence through edits, moves, splits and joins.

A claim's name (fingerprint and occurrence) is what decisions hang on, its row what threads and the history of flags
hang on. A sentence with the same words keeps name and row wherever it goes; one whose words changed keeps the row and
gets another name, so that no decision covers words that nobody has read. Of a split the part that is most of the
sentence goes on, of a join the sentence that is most of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.assessments.fingerprints import of_words
from articles.comparison.alignment import align

IN_PLACE, ELSEWHERE = 0.45, 0.6
"""Shares of words in common (Dice) from which a sentence is another edited: less is asked where it stood [house]."""
NEIGHBOURS = 12
"""Places looked at on each side where a sentence would stand if it had stayed [house]."""
RARE = 6
"""A word in no more sentences than this leads to one that was moved and edited [house]."""
_WORD = re.compile(r"\w(?:[\w’'./-]*\w)?")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+|\[@[^\]]*\]")
"""Addresses and keys say nothing: what counts is how much of the sentence's words are left."""


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence as it was read last: the number of its row, its name, its words."""

    pk: int
    fingerprint: str
    occurrence: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence as it stands: the row it goes on with, or None, and its name."""

    pk: int | None
    fingerprint: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands and is saved: the number of its row, its name, its place and its words."""

    pk: int
    fingerprint: str
    occurrence: int
    index: int
    text: str


def follow(before: Sequence[Known], after: Sequence[str], gone: Sequence[Known] = ()) -> list[Named]:
    """Row and name of each sentence of now, in order. `before` are the sentences of the last reading in order.

    `gone` are those that left the text earlier: one that comes back word for word, and is no edit of another, is that
    claim again. Names are unique among all of them. Read again unchanged, every sentence has the name it had.
    """
    pairs = _pairs([row.text for row in before], after)
    rows = [before[place] if (place := pairs.get(number)) is not None else None for number in range(len(after))]
    fingerprints = [of_words(text) for text in after]
    returned = _returned(rows, fingerprints, gone)
    kept = {row.pk for row in rows if row is not None} | {row.pk for row in returned.values()}
    # A row that goes on in other words gives its name up; those that are gone keep theirs.
    taken: dict[str, set[int]] = defaultdict(set)
    for known in (*before, *gone):
        if known.pk not in kept:
            taken[known.fingerprint].add(known.occurrence)
    whole = {
        number: row
        for number, fingerprint in enumerate(fingerprints)
        if (row := rows[number] or returned.get(number)) is not None and row.fingerprint == fingerprint
    }
    for row in whole.values():
        taken[row.fingerprint].add(row.occurrence)
    named = []
    for number, fingerprint in enumerate(fingerprints):
        row = rows[number] or returned.get(number)
        occurrence = whole[number].occurrence if number in whole else _free(taken[fingerprint])
        taken[fingerprint].add(occurrence)
        named.append(Named(row.pk if row else None, fingerprint, occurrence))
    return named


def _pairs(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """The place before of each place of now that has one: first the same words, then the most alike of what is left.

    The likest two of all come first, so that a split or a join goes to the part that is most of it.
    """
    if not before:
        return {}
    same = {pair.after: pair.before for pair in align(before, after) if pair.same}
    pairs = {new: old for new, old in same.items() if new is not None and old is not None}
    taken = set(pairs.values())
    for _, old, new in sorted(_alike(before, after, pairs), key=lambda row: (-row[0], row[1], row[2])):
        if old not in taken and new not in pairs:
            taken.add(old)
            pairs[new] = old
    return pairs


def _alike(before: Sequence[str], after: Sequence[str], pairs: Mapping[int, int]) -> Iterator[tuple[float, int, int]]:
    """What may be one sentence in other words, with how alike the two are: enough for where they stand."""
    goes_on = {old: new for new, old in pairs.items()}
    free = {place: _words(after[place]) for place in range(len(after)) if place not in pairs}
    by_word = defaultdict(list)
    for place, words in free.items():
        for word in words:
            by_word[word].append(place)
    for old in (place for place in range(len(before)) if place not in goes_on):
        words = _words(before[old])
        near = {place for place in _near(old, len(before), len(after), goes_on) if place in free}
        shared = {new for word in words if len(by_word[word]) <= RARE for new in by_word[word]}
        for new in near | shared:
            likeness = 2 * (words & free[new]).total() / max(1, words.total() + free[new].total())
            if likeness >= (IN_PLACE if new in near else ELSEWHERE):
                yield likeness, old, new


def _near(old: int, before: int, after: int, goes_on: Mapping[int, int]) -> Iterator[int]:
    """Places of now where a sentence would stand if it had stayed: after the one before it, before the one after it."""
    left = next((goes_on[place] for place in range(old - 1, -1, -1) if place in goes_on), -1)
    right = next((goes_on[place] for place in range(old + 1, before) if place in goes_on), after)
    yield from range(left + 1, min(right, left + 1 + NEIGHBOURS))
    yield from range(max(left + 1, right - NEIGHBOURS), right)
    yield from range(left + 1, min(after, left + 3))
    yield from range(max(0, right - 2), right)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(_ADDRESS.sub(" ", text).casefold()))


def _returned(rows: Sequence[Known | None], fingerprints: Sequence[str], gone: Sequence[Known]) -> dict[int, Known]:
    """Sentences that stand again, by place: the first of equals that is free."""
    free = defaultdict(list)
    for row in sorted(gone, key=lambda row: -row.occurrence):
        free[row.fingerprint].append(row)
    return {
        number: free[fingerprint].pop()
        for number, fingerprint in enumerate(fingerprints)
        if rows[number] is None and free.get(fingerprint)
    }


def _free(taken: Collection[int]) -> int:
    number = 0
    while number in taken:
        number += 1
    return number
