"""How sure a judgement is: learned chances made into calibrated ones, and the bands they fall in.

standards.md A3.5a: what is learned or guessed carries a certainty, measured on pages that were not learned from. The
numbers are certainty.json; scripts/train_claims.py writes it in the same run as the weights, and certainty.md says what
they were measured on.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from evidence.values import Band, Certainty, Claim

DEFAULTS: Mapping[str, float] = {
    "rule": 0.85,
    "rule other page": 0.6,
    "rule beside the prose": 0.9,
    "rule doubtful line": 0.5,
    "untied": 0.95,
    "tie": 0.9,
    "study": 0.75,
    "design": 0.85,
    "wording": 0.75,
    "unnamed research": 0.85,
    "numbers and directions": 0.85,
    "name or year unlike the list": 0.85,
    "link read as a shop": 0.75,
    "harms looked for by words": 0.75,
    "population compared by words": 0.85,
    "reference never cited": 0.75,
}
"""What is taken for how often a judgement is right where no labelled data lets it be measured [house].

Each is on the careful side of what was seen on pages that were read by hand, so that alone it is `likely` or just
`sure`. A figure in certainty.json takes the place of the default of its name.
"""


class Curve(NamedTuple):
    """From the chance that weights give to how often such sentences are claims.

    `slope` and `offset` are of the log odds (Platt 1999); where `steps` are given, these pairs of chance and share are
    drawn through instead (isotonic regression).
    """

    slope: float = 1.0
    offset: float = 0.0
    steps: tuple[tuple[float, float], ...] = ()

    def __call__(self, chance: float) -> float:
        if self.steps:
            return self._between(chance)
        held = min(max(chance, 1e-6), 1 - 1e-6)
        return 1 / (1 + math.exp(-(self.slope * math.log(held / (1 - held)) + self.offset)))

    def _between(self, chance: float) -> float:
        after = bisect_right(self.steps, (chance, 2.0))
        if after in (0, len(self.steps)):
            return self.steps[max(0, after - 1)][1]
        (left, low), (right, high) = self.steps[after - 1], self.steps[after]
        return low + (high - low) * (chance - left) / (right - left)


class Scale(NamedTuple):
    """All that turns judgements into certainties.

    `figures` says of each named judgement how often it is right. A chance from `sure` or `likely` on falls in that
    band; the cuts are set so that each band as a whole is right as often as it promises. Claims that may block have a
    cut of their own, `stops`, from which they are right as often as all that is sure; None takes `sure`.
    """

    curve: Curve
    figures: Mapping[str, float]
    sure: float
    likely: float
    stops: float | None = None

    def figure(self, name: str) -> float:
        """How often the judgement of this name is right; the default of its kind ("tie marker": "tie") if unmeasured.

        Raises KeyError where neither is known.
        """
        for known in (self.figures, DEFAULTS):
            if name in known:
                return known[name]
        return DEFAULTS[name.split(" ")[0]]

    def of_claim(self, claim: Claim) -> float | None:
        """The calibrated chance that a sentence is a claim; None where nothing tells."""
        if claim.certainty is not None:
            return self.curve(claim.certainty)
        return self.figure(f"rule {claim.rule}") if claim.claim else None

    def band(self, chance: float, *, may_block: bool = False) -> Band:
        """The band of a chance; `may_block` says that a claim of benefit, safety or advice is judged."""
        if chance >= (self.stops if may_block and self.stops is not None else self.sure):
            return Band.SURE
        return Band.LIKELY if chance >= self.likely else Band.QUERY

    def certainty(self, chance: float, *, may_block: bool = False) -> Certainty:
        return Certainty(chance, self.band(chance, may_block=may_block))

    def with_cuts(self, sure: float | None, likely: float | None) -> Scale:
        """The same with other cuts, as a site may set them; None keeps one. Raises ValueError for cuts out of order."""
        cut = self._replace(sure=self.sure if sure is None else sure, likely=self.likely if likely is None else likely)
        if sure is not None or (self.stops is not None and self.stops < cut.likely):
            cut = cut._replace(stops=None)  # a site's own cut holds for all claims
        if not 0 <= cut.likely <= cut.sure <= 1:
            raise ValueError(f"The cuts run from 0 to 1, likely ({cut.likely:.2f}) not above sure ({cut.sure:.2f}).")
        return cut


def from_data(data: Mapping[str, Any]) -> Scale:
    """A scale as training writes it."""
    curve = data["curve"]
    steps = tuple((float(chance), float(share)) for chance, share in curve.get("steps", ()))
    return Scale(
        Curve(float(curve.get("slope", 1)), float(curve.get("offset", 0)), steps),
        dict(data["figures"]),
        float(data["sure"]),
        float(data["likely"]),
        float(data["stops"]) if "stops" in data else None,
    )


@lru_cache(maxsize=1)
def shipped() -> Scale:
    """The scale of the package, measured on all labelled pages by weights that never saw them."""
    return from_data(json.loads(Path(__file__).with_name("certainty.json").read_text("utf-8")))
