"""Certainties that have not seen a page: training leaves each site out in turn and keeps what the rest taught.

A page that was measured on is judged by the scale of the fold without its site, so that neither curve nor cut is chosen
on the page that it is measured on; any other page by the scale shipped.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from evidence.claims.certainty import Scale, from_data, shipped

FILE = Path(__file__).with_name("certainty_folds.json.gz")


def scale_without(site: str) -> Scale:
    """The scale that no page of this site was used for; the one shipped where none was."""
    folds = _folds()
    return from_data(folds[site]) if site in folds else shipped()


def write(folds: Mapping[str, Any]) -> None:
    """Keeps what was learned without each site."""
    FILE.write_bytes(gzip.compress(json.dumps(folds, sort_keys=True).encode(), mtime=0))
    _folds.cache_clear()


@lru_cache(maxsize=1)
def _folds() -> Any:
    return json.loads(gzip.decompress(FILE.read_bytes())) if FILE.exists() else {}
