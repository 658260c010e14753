"""How far a page speaks for or against what people take, do or are treated with."""

from __future__ import annotations

from evidence.flags.findings import Findings
from evidence.values import MAY_BLOCK


def claims_of_use(findings: Findings) -> int:
    """How many claims of a page are of benefit, harm or advice."""
    return sum(1 for claim in findings.claims if claim.claim and not MAY_BLOCK.isdisjoint(claim.kinds))
