"""The lead-in of the list that a line is an item of, as far as the section goes that it stands in.

Rules ask for it that let an item go by its lead-in, and a list ends with its section: what follows under the next
heading is led in by nothing. A lead-in may be set in bold with its colon ("**Fruit:**"). The weights have a looser one
of their own (`features.leads`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.language.patterns import lazily
from evidence.language.stops import is_ended

_LONGEST_ITEM = 12
"""Words up to which a sentence after a colon is taken for an item of its list."""

_POINTS_DOWN = lazily(
    r"\b(?:(?:any|one|some|all|each)\s+of\s+(?:these|those|the\s+(?:following|below))|the\s+following|as\s+follows|(?:listed|shown|described)\s+below)\b[^.!?:]{0,90}[.]\W{0,3}$",
    re.IGNORECASE,
)
"""A whole sentence that points at what stands below: "If you notice any of the following, see your doctor."."""


def lead_ins(readings: Sequence[Reading]) -> list[str]:
    """For each sentence the lead-in of its list, "" where it is no item of one."""
    found: list[str] = []
    lead = heading = ""
    for reading in readings:
        item = len(reading.words) <= _LONGEST_ITEM or not is_ended(reading.text)
        lead = lead if item and reading.heading == heading else ""
        found.append(lead)
        if reading.text.rstrip(" \t*_").endswith(":") or _POINTS_DOWN.search(reading.text):
            lead, heading = reading.text, reading.heading
    return found
