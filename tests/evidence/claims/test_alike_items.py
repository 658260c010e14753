"""Names below one lead-in are claims together where most of them are; others are left as they are."""

from __future__ import annotations

import pytest

from evidence.claims.alike_items import told_alike
from evidence.claims.annotation import Page, read
from evidence.claims.decision import Settled
from evidence.reading import documents
from evidence.values import Kind

CLAIM: Settled = ((Kind.SAFETY,), 0.6, "")
LIKELIER: Settled = ((Kind.SAFETY,), 0.9, "")
NONE: Settled = ((Kind.FRAMING,), 0.3, "")
RULED: Settled = ((Kind.FRAMING,), None, "no claim")
LEAD = "These medicines can dry the mouth:"
NAMES = ("Aspirin", "Insulin", "Statins", "Ibuprofen")


def page_of(lead: str, *items: str) -> Page:
    body = "".join(f"- {item}\n" for item in items)
    return read(documents.read(f"Measles is rare. Zinc shortens a cold.\n\n{lead}\n\n{body}", "markdown"), (), (), ())


def told(lead: str, items: tuple[str, ...], *settled: Settled) -> list[Settled]:
    readings = page_of(lead, *items).readings
    before = [NONE] * (len(readings) - len(settled))
    found = told_alike(readings, [*before, *settled])
    assert found[: len(before)] == before
    return found[len(before) :]


@pytest.mark.parametrize(
    ("lead", "items", "settled"),
    [
        (LEAD, NAMES, (CLAIM, CLAIM, NONE, NONE)),
        (LEAD, NAMES[:3], (CLAIM, CLAIM, NONE)),
        (LEAD, (*NAMES[:3], "Ibuprofen is sold in jars."), (CLAIM, CLAIM, CLAIM, NONE)),
        (LEAD, NAMES, (CLAIM, CLAIM, CLAIM, RULED)),
        ("We keep these.", NAMES, (CLAIM, CLAIM, CLAIM, NONE)),
    ],
)
def test_a_short_list_one_without_a_lead_in_and_what_a_rule_settled_stay(
    lead: str, items: tuple[str, ...], settled: tuple[Settled, ...]
) -> None:
    assert told(lead, items, *settled) == list(settled)


def test_the_rest_is_as_likely_as_the_least_likely_claim() -> None:
    assert told(LEAD, NAMES, LIKELIER, CLAIM, LIKELIER, NONE) == [LIKELIER, CLAIM, LIKELIER, CLAIM]


def test_a_heading_with_a_colon_leads_in_as_well() -> None:
    assert told(f"## {LEAD}", NAMES, CLAIM, CLAIM, CLAIM, NONE) == [CLAIM] * 4
