"""What the flags on the existence of works share: the verdict on a listed work, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Source, Verdict, Verification
from evidence.flags.findings import Findings, raised
from evidence.values import Flag


def on_listed_works(findings: Findings, code: str, verdict: Verdict) -> Iterator[Flag]:
    """One flag for each listed work of that verdict."""
    for source, told in verified(findings, verdict):
        yield raised(code, reference=source.key, facts=grounds(told))


def verified(findings: Findings, verdict: Verdict) -> Iterator[tuple[Source, Verification]]:
    """The listed works of that verdict, each with what was said of it."""
    for source in findings.sources:
        if source.on_list and source.verification and source.verification.verdict is verdict:
            yield source, source.verification


def grounds(told: Verification) -> list[tuple[str, str]]:
    """What a verdict rests on, as facts of its flag."""
    facts = [(name, f"written {written}, on record {recorded}") for name, written, recorded in told.fields]
    if told.identifier:
        facts.insert(0, ("identifier", told.identifier))
    if told.proposal:
        facts.append(("fits", told.proposal))
    if told.services:
        facts.append(("asked", ", ".join(told.services)))
    if told.day:
        facts.append(("on", told.day.isoformat()))
    if told.reason:
        facts.append(("reason", told.reason))
    return facts
