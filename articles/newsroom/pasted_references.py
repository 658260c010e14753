"""Works read from what is pasted into an article's list: by the recogniser of the library, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

import apart
from articles.services.recognising import in_words
from citations.services.adding import Fault, read_pasted
from evidence import Source
from evidence.reading.listed_references import make_keys
from evidence.references.parsing import parse_with_doubts
from evidence.sources.from_csl import source_from_csl


@dataclass(frozen=True, slots=True)
class Pasted:
    """One work as pasted, with what was read of it. `how` is "DOI", "PMID", "Reference" and the like."""

    key: str
    number: int
    raw: str
    how: str
    csl: Mapping[str, Any]
    source: Source
    doubtful: tuple[str, ...] = ()

    @property
    def to_check(self) -> tuple[str, ...]:
        """The fields read with little certainty, in words."""
        return in_words(self.doubtful)


def references_in(text: str) -> tuple[list[Pasted], list[Fault]]:
    """The works of a pasted text, and the lines that were not understood, with the reason.

    Raises TooIntricateError, and apart.Busy where other texts are being read.
    """
    return apart.SENT.run(_read, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)(text)


def _read(text: str) -> tuple[list[Pasted], list[Fault]]:
    entries, faults = read_pasted(text)
    keys = make_keys([entry.csl for entry in entries])
    works = [
        Pasted(
            key,
            number,
            entry.text,
            entry.label,
            entry.csl,
            source_from_csl(key, entry.csl, number=number, raw=entry.raw, facts=entry.facts),
            parse_with_doubts(entry.raw)[1] if entry.how == "reference" else (),
        )
        for number, (key, entry) in enumerate(zip(keys, entries, strict=True), 1)
    ]
    return works, faults
