"""Which text of one list is which of another: the same, the same elsewhere, or the same in other words.

Not the longest common subsequence, which is quadratic: texts that stand once on both sides are found by their words,
the longest run of them that kept its order anchors the rest (patience diff), and the few that are left are compared
with their neighbours and with those that share a rare word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

NEIGHBOURS = 12
"""Texts looked at on each side for one that was reworded in its place [house]."""
RARE = 6
"""A word in no more texts than this leads from a text to one that was moved and reworded [house]."""
ALIKE_IN_PLACE = 0.45
ALIKE_ELSEWHERE = 0.6
"""Shares of words in common (Dice) from which two texts are one, reworded: less is asked of neighbours [house]."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text of the earlier list (`before`), of the later one (`after`), or of both. `moved` where others passed it."""

    before: int | None
    after: int | None
    same: bool = False
    moved: bool = False


def align(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Every text of both lists once, in the order of the later list; what is gone stands where it stood."""
    left, right = [_key(text) for text in before], [_key(text) for text in after]
    in_order = _anchors(left, right)
    matched = dict(in_order)
    elsewhere = _elsewhere(left, right, matched)
    reworded = dict(_in_place(before, after, in_order, {**matched, **elsewhere}))
    moved_too = _reworded_elsewhere(before, after, {**matched, **elsewhere, **reworded})
    kinds = {
        **dict.fromkeys(matched.items(), (True, False)),
        **dict.fromkeys(elsewhere.items(), (True, True)),
        **dict.fromkeys(reworded.items(), (False, False)),
        **dict.fromkeys(moved_too.items(), (False, True)),
    }
    return list(_in_reading_order(len(before), len(after), kinds))


def _key(text: str) -> str:
    return " ".join(text.split())


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Equal texts that kept their order: both ends first, then those that stand once, then the rest between them."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    pairs = [(place, place) for place in range(start)]
    bounds = ((start, start), (len(left) - end, len(right) - end))
    once = _rising(_once(left, right, *bounds))
    corners = [(start - 1, start - 1), *once, bounds[1]]
    for (a, b), (c, d) in pairwise(corners):
        pairs += _rising(_by_occurrence(left, right, (a + 1, b + 1), (c, d)))
        if (c, d) != bounds[1]:
            pairs.append((c, d))
    return [*pairs, *((len(left) - place, len(right) - place) for place in range(end, 0, -1))]


def _once(
    left: Sequence[str], right: Sequence[str], start: tuple[int, int], end: tuple[int, int]
) -> list[tuple[int, int]]:
    counts = Counter(left[start[0] : end[0]]), Counter(right[start[1] : end[1]])
    places = {right[place]: place for place in range(start[1], end[1])}
    return [
        (place, places[left[place]])
        for place in range(start[0], end[0])
        if counts[0][left[place]] == counts[1][left[place]] == 1
    ]


def _by_occurrence(
    left: Sequence[str], right: Sequence[str], start: tuple[int, int], end: tuple[int, int]
) -> list[tuple[int, int]]:
    """The first of equal texts with the first, the second with the second, within one stretch."""
    places = defaultdict(list)
    for place in range(end[1] - 1, start[1] - 1, -1):
        places[right[place]].append(place)
    return [(place, places[left[place]].pop()) for place in range(start[0], end[0]) if places[left[place]]]


def _rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise, as their first ones do (patience sorting, n log n)."""
    ends: list[int] = []
    tops: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in pairs:
        pile = bisect_left(ends, pair[1])
        before[pair] = tops[pile - 1] if pile else None
        ends[pile : pile + 1] = [pair[1]]
        tops[pile : pile + 1] = [pair]
    found: list[tuple[int, int]] = []
    last = tops[-1] if tops else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def _elsewhere(left: Sequence[str], right: Sequence[str], matched: Mapping[int, int]) -> dict[int, int]:
    """Equal texts that did not keep their order."""
    taken = set(matched.values())
    places = defaultdict(list)
    for place in range(len(right) - 1, -1, -1):
        if place not in taken:
            places[right[place]].append(place)
    return {place: places[text].pop() for place, text in enumerate(left) if place not in matched and places.get(text)}


def _in_place(
    before: Sequence[str], after: Sequence[str], in_order: Sequence[tuple[int, int]], known: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Between two anchors: each text with the most alike of the next few that are still free."""
    taken = set(known.values())
    corners = [(-1, -1), *in_order, (len(before), len(after))]
    for (a, b), (c, d) in pairwise(corners):
        free = [place for place in range(b + 1, d) if place not in taken]
        words = {place: _words(after[place]) for place in free}
        first = 0
        for place in (place for place in range(a + 1, c) if place not in known):
            mine = _words(before[place])
            near = range(first, min(first + NEIGHBOURS, len(free)))
            likest = max(near, key=lambda at: _alike(mine, words[free[at]]), default=None)
            if likest is not None and _alike(mine, words[free[likest]]) >= ALIKE_IN_PLACE:
                yield place, free[likest]
                first = likest + 1


def _reworded_elsewhere(before: Sequence[str], after: Sequence[str], known: Mapping[int, int]) -> dict[int, int]:
    """What is left on both sides, by the rare words that two texts share."""
    taken = set(known.values())
    free = {place: _words(text) for place, text in enumerate(after) if place not in taken}
    places = defaultdict(list)
    for place, words in free.items():
        for word in words:
            places[word].append(place)
    found: dict[int, int] = {}
    for place, text in enumerate(before):
        if place in known:
            continue
        mine = _words(text)
        near = {at for word in mine if len(places.get(word, ())) <= RARE for at in places.get(word, ()) if at in free}
        likest = max(sorted(near), key=lambda at: _alike(mine, free[at]), default=None)
        if likest is not None and _alike(mine, free[likest]) >= ALIKE_ELSEWHERE:
            found[place] = likest
            del free[likest]
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _in_reading_order(before: int, after: int, kinds: Mapping[tuple[int, int], tuple[bool, bool]]) -> Iterator[Pair]:
    """What is gone stands before the next text that kept its order."""
    earlier = {new: old for old, new in kinds}
    gone = set(range(before)) - {old for old, _new in kinds}
    next_gone = 0
    for new in range(after):
        old = earlier.get(new)
        if old is None:
            yield Pair(None, new)
            continue
        same, moved = kinds[old, new]
        if not moved:
            yield from (Pair(place, None) for place in range(next_gone, old) if place in gone)
            next_gone = max(next_gone, old + 1)
        yield Pair(old, new, same, moved)
    yield from (Pair(place, None) for place in range(next_gone, before) if place in gone)
