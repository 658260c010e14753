"""Labels of the tokens of a reference ("author", "title", ...) by a linear chain learned from labelled references.

The weights are labels.json; scripts/train_reference_labels.py rebuilds them, and labels.md says what they were learned
from and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from evidence.references.tokens import features_of

_Weights = tuple[tuple[str, ...], dict[str, list[tuple[int, float]]], list[list[float]]]


def label(tokens: list[str]) -> list[str]:
    """The best sequence of labels for the tokens (Viterbi); linear in their number."""
    if not tokens:
        return []
    labels, _, moves = _weights()
    return [labels[number] for number in _best(_scores(tokens), moves)]


def label_with_chances(tokens: list[str]) -> tuple[list[str], list[float]]:
    """The labels of `label`, and for each token the chance that its label is right (forward and backward sums)."""
    if not tokens:
        return [], []
    labels, _, moves = _weights()
    scores = _scores(tokens)
    path = _best(scores, moves)
    chances = _chances(scores, _steps())
    return [labels[number] for number in path], [row[number] for row, number in zip(chances, path, strict=True)]


def _scores(tokens: list[str]) -> list[list[float]]:
    """For each token the weight of each label by its features."""
    labels, states, _ = _weights()
    rows = []
    for row in features_of(tokens):
        here = [0.0] * len(labels)
        for name in row:
            for number, weight in states.get(name, ()):
                here[number] += weight
        rows.append(here)
    return rows


def _best(rows: Sequence[Sequence[float]], moves: Sequence[Sequence[float]]) -> list[int]:
    width = range(len(moves))
    scores = list(rows[0])
    back: list[list[int]] = []
    for here in rows[1:]:
        best = [max(width, key=lambda before, to=number: scores[before] + moves[before][to]) for number in width]  # type: ignore[misc]
        scores = [scores[best[number]] + moves[best[number]][number] + here[number] for number in width]
        back.append(best)
    path = [max(width, key=scores.__getitem__)]
    for best in reversed(back):
        path.append(best[path[-1]])
    return path[::-1]


def _chances(rows: Sequence[Sequence[float]], steps: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each token the chance of each label; every row is scaled, so that long strings do not run over."""
    weights = [[math.exp(score - max(row)) for score in row] for row in rows]
    ahead = [_scaled(weights[0])]
    into = list(zip(*steps, strict=True))
    for row in weights[1:]:
        before = ahead[-1]
        ahead.append(_scaled([weight * sum(map(_times, before, step)) for weight, step in zip(row, into, strict=True)]))
    behind = [[1.0] * len(steps)]
    for row in reversed(weights[1:]):
        after = [weight * known for weight, known in zip(row, behind[-1], strict=True)]
        behind.append(_scaled([sum(map(_times, after, step)) for step in steps]))
    return [_scaled(list(map(_times, one, other))) for one, other in zip(ahead, reversed(behind), strict=True)]


def _times(one: float, other: float) -> float:
    return one * other


def _scaled(row: list[float]) -> list[float]:
    whole = sum(row) or 1.0
    return [value / whole for value in row]


@lru_cache(maxsize=1)
def _steps() -> list[list[float]]:
    return [[math.exp(weight) for weight in row] for row in _weights()[2]]


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    """Labels, weights of each feature by label number, and weights of each step from label to label."""
    data = json.loads(files("evidence.references").joinpath("labels.json").read_text(encoding="utf-8"))
    labels = tuple(data["labels"])
    states = {
        name: [(int(number), weight / 100) for number, weight in pairs] for name, pairs in data["features"].items()
    }
    return labels, states, [[weight / 100 for weight in row] for row in data["steps"]]
