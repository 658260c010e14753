"""The learned part of the decision on claims: weights of features, added up.

The weights are claims.json; scripts/train_claims.py rebuilds them, and claims.md says what they were learned
from and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Weights:
    """A feature that is not named weighs nothing. A sentence is a claim from the chance `threshold` on."""

    threshold: float
    bias: float
    features: Mapping[str, float]

    def chance(self, row: Mapping[str, float]) -> float:
        """The chance that a careful medical editor would want a source for a sentence with these features."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds(row)))))

    def log_odds(self, row: Mapping[str, float]) -> float:
        """The same before it is made a chance: above nought it is likelier a claim than none."""
        weight = self.features.get
        return math.fsum([self.bias, *[weight(name, 0.0) * value for name, value in row.items()]])


def from_data(data: Mapping[str, Any]) -> Weights:
    """Weights as training writes them."""
    return Weights(float(data["threshold"]), float(data["bias"]), dict(data["features"]))


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights of the package, learned from all labelled pages."""
    return from_data(json.loads(Path(__file__).with_name("claims.json").read_text("utf-8")))
