"""The verdict on a work as files keep it: among the facts of front matter and libraries, and by `citewell verify`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from evidence.context import Verdict, Verification
from evidence.sources.csl_fields import strings, text

LONGEST = 300


def verification_of(kept: object) -> Verification | None:
    """The verdict that a mapping holds; None for anything else.

    `{verdict: differs, fields: {year: {written: "2014", recorded: "2019"}}, proposal: "doi:10.1000/x", …}`
    Raises ValueError where the verdict or the day is none.
    """
    if not isinstance(kept, Mapping):
        return None
    fields = kept.get("fields")
    rows = fields.items() if isinstance(fields, Mapping) else ()
    day = kept.get("day")
    if isinstance(day, str) and day:
        day = date.fromisoformat(day)
    return Verification(
        verdict=Verdict(text(kept.get("verdict"))),
        fields=tuple(
            (str(name)[:40], text(row.get("written"))[:LONGEST], text(row.get("recorded"))[:LONGEST])
            for name, row in rows
            if isinstance(row, Mapping)
        ),
        identifier=text(kept.get("identifier"))[:LONGEST],
        proposal=text(kept.get("proposal"))[:LONGEST],
        services=tuple(strings(kept.get("services"))),
        silent=tuple(strings(kept.get("silent"))),
        day=day.date() if isinstance(day, datetime) else day if isinstance(day, date) else None,
        reason=text(kept.get("reason"))[:LONGEST],
    )


def as_kept(told: Verification) -> dict[str, Any]:
    """The verdict as a mapping of plain values; empty parts are left out."""
    kept: dict[str, Any] = {
        "verdict": told.verdict.value,
        "fields": {name: {"written": written, "recorded": recorded} for name, written, recorded in told.fields},
        "identifier": told.identifier,
        "proposal": told.proposal,
        "services": list(told.services),
        "silent": list(told.silent),
        "day": told.day.isoformat() if told.day else "",
        "reason": told.reason,
    }
    return {name: value for name, value in kept.items() if value}
