"""What stands around a sentence, in figures, for the learned part of `citation_need`: one linear pass, no weights.

Training and use share it. Each figure is compared with learned edges, so its scale does not matter; `MISSING` says
that there is no such neighbour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

MISSING = -1e6

NAMES = (
    "own", "before", "after", "two before", "two after", "chance before in paragraph", "chance of paragraph",
    "chance of paragraph before", "chance of paragraph after", "chance of document", "paragraph", "paragraphs after",
    "part of document", "place", "places after", "sentences", "words", "shared with sentence before", "new words",
    "words of document", "word of document", "unknown words", "numbers", "past", "compounds", "short forms",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence as read: its words in order, how many of them no weight knows, its short forms in capitals, and
    what its own words say (`score`, log odds; `chance`, the same between 0 and 1)."""

    words: Sequence[str]
    unknown: int
    short_forms: int
    score: float
    chance: float


def contexts(paragraphs: Sequence[Sequence[Read]]) -> list[list[tuple[float, ...]]]:
    """The figures of `NAMES` for each sentence of a document."""
    means = [_mean([read.chance for read in paragraph]) for paragraph in paragraphs]
    everywhere = _mean([read.chance for paragraph in paragraphs for read in paragraph])
    content = [[_content(read.words) for read in paragraph] for paragraph in paragraphs]
    spread = Counter(chain.from_iterable(chain.from_iterable(content)))
    length = max(1, sum(map(len, paragraphs)))
    seen: set[str] = set()
    found = []
    for number, paragraph in enumerate(paragraphs):
        around = (
            means[number],
            means[number - 1] if number else MISSING,
            means[number + 1] if number + 1 < len(paragraphs) else MISSING,
            everywhere,
            min(number, 20),
            min(len(paragraphs) - 1 - number, 20),
            number / len(paragraphs),
        )
        found.append(_of_paragraph(paragraph, content[number], around, spread, seen, length))
    return found


def _of_paragraph(
    paragraph: Sequence[Read],
    content: Sequence[set[str]],
    around: tuple[float, ...],
    spread: Counter[str],
    seen: set[str],
    length: int,
) -> list[tuple[float, ...]]:
    scores = [MISSING, MISSING, *(read.score for read in paragraph), MISSING, MISSING]
    sums = [0.0, *accumulate(read.chance for read in paragraph)]
    count = len(paragraph)
    found = []
    last: Collection[str] = ()
    for place, (read, words) in enumerate(zip(paragraph, content, strict=True)):
        uses = [spread[word] for word in words]
        joined = " ".join([*read.words, ""])
        found.append(
            (
                read.score,
                scores[place + 1],
                scores[place + 3],
                scores[place],
                scores[place + 4],
                sums[place],
                *around,
                place,
                count - 1 - place,
                count,
                len(read.words),
                len(words.intersection(last)) / (len(words) or 1),
                len(words - seen) / (len(words) or 1),
                sum(uses) / (len(uses) or 1) / length,
                max(uses, default=0) / length,
                read.unknown / (len(read.words) or 1),
                read.words.count("#") + read.words.count("#%"),
                joined.count("ed "),
                sum(["-" in word for word in read.words if len(word) > 2]) if "-" in joined else 0,
                read.short_forms,
            )
        )
        seen |= words
        last = words
    return found


def _content(words: Sequence[str]) -> set[str]:
    return {word for word in words if len(word) > 3}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else MISSING
