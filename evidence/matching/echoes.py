"""What is said of a work again: two mentions that are told of in like words oftener mean the same work.

Source: standards.md A3.2. Each of two mentions that may mean the same works takes over some of what the other tells, by
the words that are said of both and how rare these are in the article; namesakes.md says what it gave.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

_ECHO = 2.0
"""What a mention told of in the very same words counts, as the log of a factor [house, chosen on the articles learned
from: from 1 to 3 it makes no difference]."""


class Saying(NamedTuple):
    """The words that are said of the work that a mention means, and the place of its sentence in the article."""

    words: frozenset[str]
    sentence: int


def echoed(
    chances: Sequence[Sequence[float]], said: Sequence[Saying], weight: Callable[[frozenset[str]], float]
) -> list[list[float]]:
    """The chances of each work at each mention, given what is said at the others.

    `chances` and `said` are of the same mentions, which have to be few, as each is compared with each; `weight` is that
    of some words together. Two mentions in one sentence tell nothing of each other.
    """
    lengths = [math.sqrt(weight(saying.words)) or 1.0 for saying in said]
    even = 1 / len(chances[0])
    heard = [[0.0] * len(row) for row in chances]
    for one, saying in enumerate(said):
        for other in range(one + 1, len(said)):
            shared = saying.words & said[other].words
            if not shared or saying.sentence == said[other].sentence:
                continue
            likeness = weight(shared) / (lengths[one] * lengths[other])
            for work in range(len(chances[0])):
                heard[one][work] += likeness * (chances[other][work] - even)
                heard[other][work] += likeness * (chances[one][work] - even)
    return [_taken_over(row, of_others) for row, of_others in zip(chances, heard, strict=True)]


def _taken_over(row: Sequence[float], heard: Sequence[float]) -> list[float]:
    found = [chance * math.exp(_ECHO * echo) for chance, echo in zip(row, heard, strict=True)]
    whole = sum(found)
    return [chance / whole for chance in found]
