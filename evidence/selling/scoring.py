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
from itertools import pairwise
from pathlib import Path
from typing import Any

from evidence.language.patterns import lazily
from evidence.selling import benefits
from evidence.selling.lexicon import ILL
from evidence.selling.passage import PRODUCT, Passage

SURE, LIKELY = 0.9, 0.7
"""Right in nine of ten, in seven of ten (standards.md A3.5a); less is not said of goods."""
_TOKEN = lazily(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d.,]*\s?%?|[$£€!?:]")


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights of one question; `steps` tie scores to chances seen on brands that were left out, lowest first."""

    bias: float
    features: Mapping[str, float]
    steps: tuple[tuple[float, float], ...]

    def score(self, names: Sequence[str]) -> float:
        """How much a sentence with these features speaks for yes; 0 is even."""
        weight = self.features.get
        return self.bias + sum(weight(name, 0.0) for name in names) / math.sqrt(max(1, len(names)))

    def chance(self, names: Sequence[str]) -> float:
        """The chance that the answer is yes for a sentence with these features."""
        score = self.score(names)
        return next((chance for limit, chance in reversed(self.steps) if score >= limit), 0.0)


def features(passage: Passage) -> list[str]:
    """What a sentence shows: its words, pairs of words with and without a gap, each name by its kind, whether it states
    a fact, how long it is and whether the product or the ill comes first."""
    words = list(_words(passage))
    found = {*words, *(f"{first} {second}" for first, second in pairwise(words))}
    found |= {f"{first} _ {third}" for first, third in zip(words, words[2:], strict=False)}
    if benefits.states_a_fact(passage):
        found.add("fact")
    found.add(f"length {min(_LONG, len(words) // _FEW)}")
    place = passage.text.find(PRODUCT)
    ill = next((term.start for term in passage.terms if term.kind in ILL), len(passage.text))
    found.add("no product" if place < 0 else "product first" if place < ill else "ill first")
    found.add(f"product at {min(_FEW, len(passage.text[: max(0, place)].split()))}")
    return sorted(found)


_FEW, _LONG = 5, 6
"""Words that count as one length of a sentence, and the lengths that are told apart [house]."""


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
    """The scorers of the package: "claims" (anything at all), "disease", and "against" (the ill or drug that a sentence
    names is what the product is sold against, rather than one that it warns of, denies or tells of)."""
    data = json.loads(Path(__file__).with_name("selling.json").read_text("utf-8"))
    return {name: from_data(part) for name, part in data.items()}
