"""Sentences whose outright promises stay claims, whatever their frames made of them.

Source: standards.md A3.1 and A3.5: what is promised needs its source, whoever is said to have said it.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.decision import PROMISE, Settled
from evidence.claims.outright_promises import promised
from evidence.claims.remedies_and_ills import remedy_meets_ill
from evidence.claims.taken_back import is_only_heard
from evidence.claims.testimonies import vouches
from evidence.values import ADVERTISED, CLAIM_KINDS, MAY_BLOCK, Kind


def kept(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with what sentences promise outright as claims of it; what is said of a product stays as it is."""
    found = list(settled)
    for place, (reading, (kinds, chance, rule)) in enumerate(zip(readings, settled, strict=True)):
        certain = rule == PROMISE or (chance is not None and chance >= _SURE)
        if reading.place == ADVERTISED or not reading.about_health or (certain and not MAY_BLOCK.isdisjoint(kinds)):
            continue
        if reading.product and not CLAIM_KINDS.isdisjoint(kinds):
            continue
        if (kind := promised(reading.text)) and not is_only_heard(readings, place):
            rest = (one for one in kinds if one in CLAIM_KINDS and one is not kind)
            found[place] = (kind, *rest), None, rule if reading.place else PROMISE
        elif not reading.place and remedy_meets_ill(reading.text):
            others = [one for one in kinds if one in CLAIM_KINDS and one is not Kind.EFFICACY]
            sure = not CLAIM_KINDS.isdisjoint(kinds)
            found[place] = (Kind.EFFICACY, *others), None if sure else _LIKELY, PROMISE if sure else ""
        elif CLAIM_KINDS.isdisjoint(kinds) and not reading.place and vouches(reading.text):
            found[place] = (Kind.EFFICACY,), _LIKELY, ""
    return found


_SURE = 0.93
"""The learned chance from which a claim is as certain as a promise against a disease is (claims/certainty.json)."""
_LIKELY = 0.72
"""The chance by which a testimony is a likely claim: its missing source is a warning and stops nothing [house]."""
