"""Labels of the tokens of a reference ("author", "title", ...) by a linear chain learned from labelled references.

The weights are data/reference_labels.json; scripts/train_reference_labels.py rebuilds them, and
data/reference_labels.md says what they were learned from and how well they do.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from evidence.reference_tokens import features_of

_Weights = tuple[tuple[str, ...], dict[str, list[tuple[int, float]]], list[list[float]]]


def label(tokens: list[str]) -> list[str]:
    """The best sequence of labels for the tokens (Viterbi); linear in their number."""
    if not tokens:
        return []
    labels, states, moves = _weights()
    width = range(len(labels))
    scores = [0.0] * len(labels)
    back: list[list[int]] = []
    for place, row in enumerate(features_of(tokens)):
        here = [0.0] * len(labels)
        for name in row:
            for number, weight in states.get(name, ()):
                here[number] += weight
        if place == 0:
            scores = here
            continue
        best = [max(width, key=lambda before, to=number: scores[before] + moves[before][to]) for number in width]  # type: ignore[misc]
        scores = [scores[best[number]] + moves[best[number]][number] + here[number] for number in width]
        back.append(best)
    last = max(width, key=scores.__getitem__)
    path = [last]
    for best in reversed(back):
        path.append(best[path[-1]])
    return [labels[number] for number in reversed(path)]


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    """Labels, weights of each feature by label number, and weights of each step from label to label."""
    data = json.loads(files("evidence").joinpath("data/reference_labels.json").read_text(encoding="utf-8"))
    labels = tuple(data["labels"])
    states = {
        name: [(int(number), weight / 100) for number, weight in pairs] for name, pairs in data["features"].items()
    }
    return labels, states, [[weight / 100 for weight in row] for row in data["steps"]]
