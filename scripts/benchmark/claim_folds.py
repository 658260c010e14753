"""Weights on claims that have not seen a page: training leaves each site out in turn and keeps what the rest taught.

A page that was learned from is judged by the weights of the fold without its site, any other page by those shipped.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from evidence.claims.weights import Weights, from_data, shipped

FILE = Path(__file__).with_name("claim_folds.json.gz")


def digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]


def unseen_weights(text: str) -> Weights:
    """The weights by which a page is judged: those that never saw its site where it was learned from."""
    data = _folds()
    site = data["pages"].get(digest(text))
    return shipped() if site is None else from_data(data["folds"][site])


def weights_without(site: str) -> Weights:
    """The weights that never saw a page of this site; those shipped where none of it was learned from."""
    folds = _folds()["folds"]
    return from_data(folds[site]) if site in folds else shipped()


def is_known(text: str) -> bool:
    """Whether a page was learned from."""
    return digest(text) in _folds()["pages"]


def forget() -> None:
    """Has the folds read again, after training has written them anew."""
    _folds.cache_clear()


@lru_cache(maxsize=1)
def _folds() -> Any:
    return json.loads(gzip.decompress(FILE.read_bytes()))
