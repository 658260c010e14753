"""References read from a pasted list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evidence.documents import read
from evidence.reference_parsing import parse
from evidence.references import make_keys
from evidence.sources import source_from_csl
from evidence.values import Source

# "3.", "[3]" or a bullet before a reference is its place in the list it came from.
ENUMERATION = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]|[-*•])\s+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """One reference as pasted, with what was read in it."""

    key: str
    number: int
    raw: str
    csl: Mapping[str, Any]
    source: Source


def references_in(text: str) -> list[Pasted]:
    """The references of a pasted list. Where it does not read as a list, each line is taken as one."""
    found = [(item.raw, item.csl) for item in read(f"References\n\n{text}", "text").references]
    if not found:
        lines = [ENUMERATION.sub("", line).strip() for line in text.split("\n")]
        found = [(line, csl) for line in lines if line and (csl := parse(line)).get("title")]
    keys = make_keys([csl for _, csl in found])
    return [
        Pasted(key, number, raw, csl, source_from_csl(key, csl, number=number, raw=raw))
        for number, (key, (raw, csl)) in enumerate(zip(keys, found, strict=True), 1)
    ]
