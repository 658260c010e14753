"""How strongly a sentence asserts an effect, as learned from labelled sentences: one weight for each feature and label.

The weights are wording.json; scripts/train_wording.py rebuilds them, and wording.md says what they were
learned from and how well they do. Conclusions of papers and prose for readers are worded apart, so each feature has
a weight for either.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from evidence.values import Wording

LABELS = (Wording.NONE, Wording.ASSOCIATION, Wording.HEDGED, Wording.CAUSAL)
"""The labels in the order of the weights."""


_BITS = 24
_MASK = (1 << _BITS) - 1
_ZERO = sum(1 << (_BITS * place + _BITS - 1) for place in range(len(LABELS)))


_HEDGED = LABELS.index(Wording.HEDGED)
_HEDGES = frozenset({"K:hedge", "K:said", "K:can"})


@dataclass(frozen=True, slots=True)
class Weights:
    """Hundredths by feature, one for each label; `start` is what a label has before any feature is seen.

    The four weights of a feature stand in one number, 24 bits each, so that one addition adds all of them.
    """

    start: int
    of_feature: Mapping[str, int]

    def best(self, features: AbstractSet[str]) -> Wording:
        """The label with the highest sum, the first of `LABELS` where sums are level. A hedge needs a word for it."""
        known = self.of_feature
        total = _ZERO + self.start + sum(filter(None, map(known.get, features)))
        sums = [total >> (_BITS * place) & _MASK for place in range(len(LABELS))]
        if not _HEDGES & features:
            sums[_HEDGED] = 0
        return LABELS[sums.index(max(sums))]


def weights_from(data: Mapping[str, Any]) -> Mapping[str, Weights]:
    """The weights for a "page" and for an "abstract", from the form of evidence/claims/wording.json."""
    both, starts = _table(data["both"]), _table(data["start"])
    return {register: Weights(starts[register], both | _table(data[register])) for register in ("page", "abstract")}


def _table(rows: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """The four weights of each feature in one number; written in one, as a start asks for all of them."""
    return {
        name: none + (association << _BITS) + (hedged << 2 * _BITS) + (causal << 3 * _BITS)
        for name, (none, association, hedged, causal) in rows.items()
    }


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Weights]:
    """The weights that the engine uses."""
    return weights_from(json.loads(Path(__file__).with_name("wording.json").read_text(encoding="utf-8")))
