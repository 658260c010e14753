"""The folds of the labelled sentences on wording: which weights have not seen a sentence.

A conclusion falls in the fold of its own hash, a sentence of a page in that of the site, so that no page is judged by
weights that saw another sentence of it. What was not learned from at all is judged by the weights as shipped.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from evidence.claims.wording_weights import Weights, shipped, weights_from

FOLDS = 5
_SAME_SITE = {
    "A1": "seller",
    "A6": "seller",
    "C1-alpha1": "charity",
    "C1-preventer": "charity",
    "B1-pain": "pain",
    "B1-hiv": "pain",
}


_NUMBERED = re.compile(r"[DE]\d+(?=-)")
"""How pages of the second set begin: with the number of their site."""


def fold_of(group: str) -> int:
    return int(hashlib.sha1(group.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def site_of(page: str) -> str:
    """What pages of one site have in common, by the name of the labelled file ("D12-zinc.gold.json": "D12")."""
    name = page.split(".")[0]
    if numbered := _NUMBERED.match(name):
        return numbered.group()
    return next((site for start, site in _SAME_SITE.items() if name.startswith(start)), name)


def digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]


def unseen_weights(text: str, register: str, group: str) -> Weights:
    """The weights that a sentence is judged by: those of its fold where it was learned from."""
    seen, folds = _folds()
    return folds[fold_of(group)][register] if digest(text) in seen else shipped()[register]


@lru_cache(maxsize=1)
def _folds() -> tuple[frozenset[str], list[Mapping[str, Weights]]]:
    data = json.loads(gzip.decompress(Path(__file__).with_name("wording_folds.json.gz").read_bytes()))
    return frozenset(data["seen"]), [weights_from(fold) for fold in data["folds"]]
