"""What pages of public repositories taught about claims, as weights alone: their texts belong to their authors.

`scripts/train_claims.py --public FOLDER` learns them from pages that were collected and labelled for this one purpose.
Training on the labelled pages begins from there: what these weights say of a sentence is one feature more, which is
shared out among the others at the end. So the weights that are shipped, and those that leave a site out, know of both.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evidence.claims.features import Features
from evidence.claims.weights import Weights, from_data

FILE = Path(__file__).with_name("public_pages.json")
FEATURE = "public pages"
NONE = Weights(0.5, 0.0, {})


def taught() -> Weights:
    """The weights that the pages taught; all nought where none were learned from."""
    return from_data(_kept()) if FILE.exists() else NONE


def taught_of_benefit() -> Weights:
    """The same of which claims speak of benefit, harm or advice."""
    return taught().benefit or NONE


def keep_benefit(weights: Weights, claims: int, of_benefit: int) -> None:
    """Keeps what the pages taught of these claims beside what they taught of claims."""
    data = _kept()
    data["benefit"] = {
        "learned_from": {"claims": claims, "of_benefit": of_benefit},
        "threshold": weights.threshold,
        "bias": weights.bias,
        "features": dict(sorted(weights.features.items())),
    }
    if again := weights.around:
        data["benefit"]["around"] = {
            "threshold": again.threshold,
            "bias": again.bias,
            "features": dict(again.features),
        }
    FILE.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


def asked(features: Features, weights: Weights) -> Features:
    """The features of a sentence with the log odds that these weights give it."""
    return {**features, FEATURE: weights.log_odds(features)}


def shared_out(learned: Weights, weights: Weights) -> Weights:
    """The same judgement without the feature: what it weighs goes to those that it was made of.

    How judgements around one weigh is taken over as the pages taught it.
    """
    share = learned.features.get(FEATURE, 0.0)
    names = (learned.features.keys() | weights.features.keys()) - {FEATURE}
    together = {
        name: round(learned.features.get(name, 0.0) + share * weights.features.get(name, 0.0), 3) for name in names
    }
    bias = round(learned.bias + share * weights.bias, 3)
    return Weights(learned.threshold, bias, dict(sorted(together.items())), around=weights.around)


def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return kept


def as_data(weights: Weights, pages: int, sentences: int, claims: int) -> dict[str, Any]:
    """As the file keeps them, with what they were learned from in numbers."""
    return {
        "learned_from": {"pages": pages, "sentences": sentences, "claims": claims},
        "threshold": weights.threshold,
        "bias": weights.bias,
        "features": dict(sorted(weights.features.items())),
    }
