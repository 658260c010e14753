"""References read from a pasted list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.services.recognising import in_words
from evidence import Source, read
from evidence.reading.listed_references import make_keys
from evidence.references.parsing import parse_with_doubts
from evidence.sources.from_csl import source_from_csl

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
    doubtful: tuple[str, ...] = ()

    @property
    def to_check(self) -> tuple[str, ...]:
        """The fields read with little certainty, in words."""
        return in_words(self.doubtful)


def references_in(text: str) -> list[Pasted]:
    """The references of a pasted list. Where it does not read as a list, each line is taken as one."""
    found = [(item.raw, item.csl, item.doubtful) for item in read(f"References\n\n{text}", "text").references]
    if not found:
        lines = [ENUMERATION.sub("", line).strip() for line in text.split("\n")]
        read_alone = [(line, *parse_with_doubts(line)) for line in lines if line]
        found = [row for row in read_alone if row[1].get("title")]
    keys = make_keys([csl for _, csl, _ in found])
    return [
        Pasted(key, number, raw, csl, source_from_csl(key, csl, number=number, raw=raw), doubtful)
        for number, (key, (raw, csl, doubtful)) in enumerate(zip(keys, found, strict=True), 1)
    ]
