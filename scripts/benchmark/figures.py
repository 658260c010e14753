"""What a measure says, and how sure it can be of it: bootstrap intervals over whole articles."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

REPEATS = 1000
SEED = 20261123
REPORTED_BUCKETS = frozenset({7, 8})

Counts = Mapping[Hashable, int]
"""What was counted on one article, or on one row where rows stand alone."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. `low` and `high` end the 95 % interval; None where there is none. `floor` and `baseline`
    are words, "" where there are none; `unit` follows the figure, `digits` are those behind its point where it has no
    interval; `rows` says what was counted."""

    measure: str
    rows: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    floor: str = ""
    baseline: str = ""
    unit: str = ""
    digits: int = 0


def bucket(pmcid: str) -> int:
    """The tenth of the articles that a PMC article falls in; 7 and 8 are reported on."""
    return int(hashlib.sha1(f"pmc{pmcid}".encode(), usedforsecurity=False).hexdigest(), 16) % 10


def interval(clusters: Sequence[Counts], score: Callable[[Counts], float]) -> tuple[float, float]:
    """The 95 % bootstrap interval (percentiles) of a score over articles drawn with replacement."""
    draw = random.Random(SEED)  # noqa: S311 (a figure that comes out the same each time, no secret)
    kinds = sorted({kind for counts in clusters for kind in counts}, key=repr)
    table = [tuple(counts.get(kind, 0) for kind in kinds) for counts in clusters]
    drawn = []
    for _ in range(REPEATS if len(table) < 2000 else REPEATS // 4):
        sums = map(sum, zip(*draw.choices(table, k=len(table)), strict=True))
        drawn.append(score(dict(zip(kinds, sums, strict=True))))
    drawn.sort()
    return drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn)) - 1]


def figure(
    measure: str,
    rows: str,
    clusters: Sequence[Counts],
    score: Callable[[Counts], float],
    *,
    floor: str = "",
    baseline: str = "",
) -> Figure:
    """The score of everything counted, with its interval."""
    if not clusters:
        return Figure(measure, "not measured here", floor=floor)
    low, high = interval(clusters, score)
    return Figure(measure, rows, score(added(clusters)), low, high, floor, baseline)


def added(clusters: Iterable[Counts]) -> Counts:
    total: Counter[Hashable] = Counter()
    for counts in clusters:
        total.update(counts)
    return total


def precision(counts: Counts) -> float:
    return _share(counts.get("hit", 0), counts.get("hit", 0) + counts.get("false", 0))


def recall(counts: Counts) -> float:
    return _share(counts.get("hit", 0), counts.get("hit", 0) + counts.get("miss", 0))


def f1(counts: Counts) -> float:
    return _share(2 * counts.get("hit", 0), 2 * counts.get("hit", 0) + counts.get("false", 0) + counts.get("miss", 0))


def all_yes_f1(counts: Counts) -> float:
    """The F1 of saying yes to every row: the plainest baseline."""
    wanted = counts.get("hit", 0) + counts.get("miss", 0)
    return _share(2 * wanted, sum(counts.values()) + wanted)


def right(counts: Counts) -> float:
    return _share(counts.get("right", 0), counts.get("right", 0) + counts.get("wrong", 0))


def told(wanted: bool, found: bool) -> str:
    """The cell of the two-by-two table that a row falls in."""
    return ("hit" if found else "miss") if wanted else ("false" if found else "rest")


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def beside(clusters: Sequence[Counts], more: str = "") -> str:
    """The plain baselines printed beside a figure: every row taken for one, and what others reached."""
    if not clusters:
        return ""
    plain = f"{all_yes_f1(added(clusters)):.2f} every sentence"
    return f"{plain}; {more}" if more else plain
