"""How likely the authors of a paper would cite a source for a sentence, learned from trial reports.

What a sentence says, where it stands and what stands around it are weighed; names of authors and what markers leave
behind are not seen (`citation_words`). The weights are data/citation_need.json; scripts/train_citation_need.py
rebuilds them, and data/citation_need.md says what they were learned from and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from evidence.citation_words import grams_of, places_of, words_of


@dataclass(frozen=True, slots=True)
class _Weights:
    threshold: float
    bias: float
    grams: dict[str, float]
    places: dict[str, float]


def probabilities(paragraph: Sequence[str]) -> tuple[float, ...]:
    """For each sentence of one paragraph, in order: the chance that the authors of a paper would cite a source."""
    return of_document([paragraph])[0] if paragraph else ()


def of_document(paragraphs: Sequence[Sequence[str]]) -> tuple[tuple[float, ...], ...]:
    """The same for every paragraph of a document, whose sentences tell of one another; linear in their number."""
    return tuple(tuple(_chance(score) for score in _scores(paragraph)) for paragraph in paragraphs)


def threshold() -> float:
    """The chance from which a sentence of a paper is taken to need a source: best F1 on articles held out for it."""
    return _weights().threshold


def _scores(paragraph: Sequence[str]) -> list[float]:
    weights = _weights()
    gram, place = weights.grams.get, weights.places.get
    scores: list[float] = []
    for index, sentence in enumerate(paragraph):
        words = words_of(sentence)
        score = weights.bias
        for name in grams_of(words):
            score += gram(name, 0.0)
        for name in places_of(index, len(paragraph), len(words)):
            score += place(name, 0.0)
        scores.append(score)
    return scores


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    data = json.loads(files("evidence").joinpath("data/citation_need.json").read_text(encoding="utf-8"))
    grams = {name: weight / 1000 for name, weight in data["grams"].items()}
    return _Weights(
        threshold=data["threshold"],
        bias=data["bias"],
        grams=grams,
        places={name: weight / 1000 for name, weight in data["places"].items()},
    )
