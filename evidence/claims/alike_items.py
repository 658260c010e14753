"""Names in one list that are claims together: "Medicines that dry the mouth:" makes one of each name below it.

An item says what its lead-in says of it (docs/labelling.md, `list`: "An item whose lead-in carries the verb"), so that
names below one lead-in are claims all or none. The weights look at each name by itself and know some better than
others; where they take most names of a list for claims, the rest are as likely ones as the least likely of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence.claims.annotation import Reading
from evidence.claims.decision import Settled
from evidence.claims.lead_ins import lead_ins
from evidence.language.patterns import lazily
from evidence.values import CLAIM_KINDS

_ENDED = lazily(r"[.!?…:;][\"”’')\]*_]*\s*$")
_LONGEST = 5
"""Words of a bare name [house]."""
_FEWEST = 4
"""Names from which a list tells what its lead-in says [house]."""


def told_alike(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with the rest of a list as claims of which most names are claims by their learned chances."""
    found = list(settled)
    for places in _lists(readings):
        weighed = [place for place in places if found[place][2] == "" and found[place][1] is not None]
        claims = [place for place in weighed if not CLAIM_KINDS.isdisjoint(found[place][0])]
        if len(weighed) < _FEWEST or len(claims) * 2 <= len(weighed):
            continue
        least = min(claims, key=lambda place: found[place][1] or 0.0)
        for place in weighed:
            if CLAIM_KINDS.isdisjoint(found[place][0]):
                found[place] = found[least]
    return found


def _lists(readings: Sequence[Reading]) -> Iterator[list[int]]:
    """The places of the names of each list, below one lead-in or one heading with a colon."""
    run: list[int] = []
    above = ""
    for place, (reading, lead) in enumerate(zip(readings, lead_ins(readings), strict=True)):
        led = lead or (reading.heading if reading.heading.rstrip(" *_#").endswith(":") else "")
        if reading.place:
            continue
        if not led or led != above or not _is_name(reading):
            if run:
                yield run
            run = []
        above = led
        if led and _is_name(reading):
            run.append(place)
    if run:
        yield run


def _is_name(reading: Reading) -> bool:
    return 0 < len(reading.words) <= _LONGEST and not reading.product and _ENDED.search(reading.text) is None
