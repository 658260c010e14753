"""How likely a sentence about a product claims something, where no rule knows its wording.

In: a Passage. Out: chances from 0 to 1. The weights are selling.json; scripts/train_product_claims.py rebuilds them, and
selling.md says what they were learned from. Names of ills, drugs and the like count by their kind, never by themselves.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from evidence.language.patterns import lazily
from evidence.selling import benefits
from evidence.selling.passage import Passage

SURE, LIKELY = 0.9, 0.7
"""Right in nine of ten, in seven of ten (standards.md A3.5a); less is not said of goods."""
_TOKEN = lazily(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d.,]*\s?%?|[$£€!?:]")


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights of one question; `steps` tie scores to chances seen on brands that were left out, lowest first."""

    bias: float
    features: Mapping[str, float]
    steps: tuple[tuple[float, float], ...]

    def chance(self, names: Sequence[str]) -> float:
        """The chance that the answer is yes for a sentence with these features."""
        weight = self.features.get
        score = self.bias + sum(weight(name, 0.0) for name in names) / math.sqrt(max(1, len(names)))
        return next((chance for limit, chance in reversed(self.steps) if score >= limit), 0.0)


def features(passage: Passage) -> list[str]:
    """What a sentence shows: its words and pairs of words, each name by its kind, and whether it states a fact."""
    words = list(_words(passage))
    found = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
    if benefits.states_a_fact(passage):
        found.append("fact")
    return sorted(set(found))


def _words(passage: Passage) -> Iterator[str]:
    named = {term.start: term for term in passage.terms}
    ends = -1
    yield "^"
    for match in _TOKEN.finditer(passage.text):
        if match.start() < ends:
            continue
        term = named.get(match.start())
        if term is not None:
            ends = term.end
            yield f"<{term.kind}>"
        elif match.group()[0].isdigit():
            yield "<number>"
        else:
            yield match.group().lower().replace("’", "'")


def from_data(data: Mapping[str, Any]) -> Scorer:
    """A scorer as training writes it."""
    steps = tuple((float(limit), float(chance)) for limit, chance in data["steps"])
    return Scorer(float(data["bias"]), dict(data["features"]), steps)


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Scorer]:
    """The scorers of the package: "claims" (anything at all) and "disease"."""
    data = json.loads(files("evidence.selling").joinpath("selling.json").read_text("utf-8"))
    return {name: from_data(part) for name, part in data.items()}
