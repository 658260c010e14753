"""The learned part of the decision on claims: weights of features, added up.

The weights are claims.json and benefit.json; scripts/train_claims.py and scripts/train_benefit.py rebuild them.
claims.md and benefit.md say what they were learned from and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import mul
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Weights:
    """A feature that is not named weighs nothing. A sentence is a claim from the chance `threshold` on.

    `benefit` weighs whether a claim is one of benefit, harm or advice (see `benefit_chance`); None: rules alone say.
    `around` weighs a judgement again with those on sentences around it; None: each stands by itself.
    """

    threshold: float
    bias: float
    features: Mapping[str, float]
    benefit: Weights | None = None
    around: Weights | None = None

    def chance(self, row: Mapping[str, float]) -> float:
        """The chance that a careful medical editor would want a source for a sentence with these features."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds(row)))))

    def log_odds(self, row: Mapping[str, float]) -> float:
        """The same before it is made a chance: above nought it is likelier a claim than none."""
        weights = map(self.features.get, row, repeat(0.0))
        return math.fsum([self.bias, *map(mul, weights, row.values())])


def from_data(data: Mapping[str, Any]) -> Weights:
    """Weights as training writes them."""
    benefit, around = (from_data(data[name]) if name in data else None for name in ("benefit", "around"))
    return Weights(float(data["threshold"]), float(data["bias"]), dict(data["features"]), benefit, around)


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights of the package, learned from all labelled pages."""
    claims, benefit = (json.loads(Path(__file__).with_name(name).read_text("utf-8")) for name in _FILES)
    return from_data({**claims, "benefit": benefit})


_FILES = ("claims.json", "benefit.json")
