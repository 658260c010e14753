"""Labels of the tokens of a reference ("author", "title", ...) by a linear chain learned from labelled references.

The weights are labels.json; scripts/train_reference_labels.py rebuilds them, and labels.md says what they were learned
from and how well they do.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from operator import add, mul
from pathlib import Path
from typing import NamedTuple

from evidence.references.tokens import Token, grouped_features

_BYTES = 4
"""Bytes of one field of a packed sum."""

_HALF = 1 << (8 * _BYTES - 1)
"""What is added to each field, so that none is below nought."""

_MOST_GROUPS = 1 << 14
"""Groups of features whose sums are kept [house]."""


class _States(dict[tuple[str, ...], int]):
    """For each group of features what they weigh for each label, in hundredths; added up when first asked for.

    The row is packed into one number, a field for each label, so that one addition adds them all.
    """

    def __init__(self, known: dict[str, list[tuple[int, int]]], width: int) -> None:
        super().__init__()
        self.known = known
        self._size = _BYTES * width
        self._layout = f"<{width}I"
        self._rows: dict[str, int] = {}
        """What single features weigh, as far as it was asked for."""
        self._middle = sum(_HALF << (8 * _BYTES * number) for number in range(width))

    def __missing__(self, names: tuple[str, ...]) -> int:
        if len(self) > _MOST_GROUPS:
            self.clear()
        rows, known = self._rows, self.known
        self[names] = sum([rows[name] if name in rows else self._weigh(name) for name in names if name in known])
        return self[names]

    def _weigh(self, name: str) -> int:
        self._rows[name] = sum(weight << (8 * _BYTES * number) for number, weight in self.known[name])
        return self._rows[name]

    def row(self, packed: int) -> list[float]:
        """What a sum of such numbers says for each label."""
        fields = struct.unpack(self._layout, (packed + self._middle).to_bytes(self._size, "little"))
        return [(field - _HALF) / 100 for field in fields]


class _Weights(NamedTuple):
    """`into`: for each label the weight of the step from each
    other to it; `into_chances` the same as factors, `onward_chances` those from a label to each other."""

    labels: tuple[str, ...]
    states: _States
    into: list[list[float]]
    into_chances: list[list[float]]
    onward_chances: list[list[float]]


def label(tokens: Sequence[Token]) -> list[str]:
    """The best sequence of labels for the tokens (Viterbi); linear in their number."""
    if not tokens:
        return []
    weights = _weights()
    return [weights.labels[number] for number in _best(_scores(tokens), weights.into)]


def label_with_chances(tokens: Sequence[Token]) -> tuple[list[str], list[float]]:
    """The labels of `label`, and for each token the chance that its label is right (forward and backward sums)."""
    if not tokens:
        return [], []
    weights = _weights()
    scores = _scores(tokens)
    path = _best(scores, weights.into)
    return [weights.labels[number] for number in path], _chances(scores, path, weights)


def _scores(tokens: Sequence[Token]) -> list[list[float]]:
    """For each token the weight of each label by its features."""
    states = _weights().states
    known = states.known
    rows = []
    for found in grouped_features(tokens):
        packed = sum([states[group] for group in found.groups])
        packed += sum([states[(name,)] for name in found.together if name in known])
        rows.append(states.row(packed))
    return rows


def _best(rows: Sequence[Sequence[float]], into: Sequence[Sequence[float]]) -> list[int]:
    kept = [list(rows[0])]
    for here in rows[1:]:
        scores = kept[-1]
        kept.append([max(map(add, scores, step)) + value for step, value in zip(into, here, strict=True)])
    path = [_highest(kept[-1])]
    for scores in reversed(kept[:-1]):
        path.append(_highest(list(map(add, scores, into[path[-1]]))))
    return path[::-1]


def _highest(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


def _chances(rows: Sequence[Sequence[float]], path: Sequence[int], weights: _Weights) -> list[float]:
    """For each token the chance of its label; every row is scaled, so that long strings do not run over."""
    factors = []
    for row in rows:
        most = max(row)
        factors.append([math.exp(score - most) for score in row])
    ahead = [_scaled(factors[0])]
    for here in factors[1:]:
        before = ahead[-1]
        ahead.append(
            _scaled(
                [value * sum(map(mul, before, step)) for value, step in zip(here, weights.into_chances, strict=True)]
            )
        )
    behind = [[1.0] * len(weights.labels)]
    for here in reversed(factors[1:]):
        after = list(map(mul, here, behind[-1]))
        behind.append(_scaled([sum(map(mul, after, step)) for step in weights.onward_chances]))
    together = [list(map(mul, one, other)) for one, other in zip(ahead, reversed(behind), strict=True)]
    return [row[number] / (sum(row) or 1.0) for row, number in zip(together, path, strict=True)]


def _scaled(row: list[float]) -> list[float]:
    whole = sum(row) or 1.0
    return [value / whole for value in row]


@contextmanager
def instead(text: str) -> Iterator[None]:
    """Other weights, as the training script writes them, for what is labelled inside: to measure them."""
    _given.append(text)
    _weights.cache_clear()
    try:
        yield
    finally:
        _given.pop()
        _weights.cache_clear()


_given: list[str] = []


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    shipped = Path(__file__).with_name("labels.json")
    data = json.loads(_given[-1] if _given else shipped.read_text(encoding="utf-8"))
    labels = tuple(data["labels"])
    steps = [[weight / 100 for weight in row] for row in data["steps"]]
    factors = [[math.exp(weight) for weight in row] for row in steps]
    return _Weights(
        labels=labels,
        states=_States(data["features"], len(labels)),
        into=list(map(list, zip(*steps, strict=True))),
        into_chances=list(map(list, zip(*factors, strict=True))),
        onward_chances=factors,
    )
