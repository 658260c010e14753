"""Proposes works from the list for a sentence that cites none. A proposal is shown and never counts as a link."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.values import Claim, Document, Link

_MOST = 3
_ENOUGH = 0.12
"""Share of a sentence's weight that a work must cover to be proposed (set on lay pages with known links)."""

_COMMON = 200
"""A word that more works than this hold tells none of them from the others [house]."""

_EMPTY = frozenset(
    """
    about after also among and another are been before being between both but can could does during each effect effects for from
    had has have her his how into its may might more most not one only other our over research results she should some
    studies study such than that the their them then there these they this those through trial two under use used using was were
    what when where which while who will with would you your
    """.split()
)


def suggest(
    document: Document, claims: Sequence[Claim], sources: Sequence[Source], links: Sequence[Link]
) -> Mapping[int, tuple[str, ...]]:
    """Keys of up to three works per sentence that makes a claim and has no link, the likeliest first."""
    linked = {link.sentence for link in links}
    claiming = (sentence for sentence, claim in zip(document.sentences, claims, strict=True) if claim.claim)
    bare = [sentence for sentence in claiming if sentence.index not in linked]
    if not sources or not bare:
        return {}
    words_of = {source.key: stems(f"{source.title} {source.abstract}") for source in sources}
    titles = {source.key: stems(source.title) for source in sources}
    spread = Counter(stem for words in words_of.values() for stem in words)
    holders: dict[str, list[str]] = {}
    for key, words in words_of.items():
        for stem in sorted(words):
            holders.setdefault(stem, []).append(key)
    rows: dict[int, tuple[str, ...]] = {}
    for sentence in paced(bare):
        ranked = _ranked(stems(sentence.text), holders, titles, spread, len(sources))
        if ranked:
            rows[sentence.index] = ranked
    return rows


def stems(text: str) -> set[str]:
    """The telling words of a text, without their endings."""
    return {_stem(word) for word in vocabulary.words(text) if len(word) > 2 and word not in _EMPTY}


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    for ending in ("ation", "ations", "ing", "ies", "es", "ed", "al", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _ranked(
    said: set[str],
    holders: Mapping[str, Sequence[str]],
    titles: Mapping[str, set[str]],
    spread: Mapping[str, int],
    total: int,
) -> tuple[str, ...]:
    scores: Counter[str] = Counter()
    weight = 0.0
    for stem in sorted(said):
        rarity = math.log((total + 1) / (spread.get(stem, 0) + 0.5))
        weight += rarity
        held = holders.get(stem, ())
        if len(held) > _COMMON:
            continue
        for key in held:
            scores[key] += rarity * (1.0 if stem in titles[key] else 0.7)  # type: ignore[assignment]
    likely = [(score, key) for key, score in scores.items() if weight and score / weight >= _ENOUGH]
    likely.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(key for _, key in likely[:_MOST])
