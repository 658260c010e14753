"""What the project says about one kind of flag, wherever it is shown: page, desk, command line, handbook."""

from __future__ import annotations

from dataclasses import dataclass

from evidence.values import Severity

GROUPS = ("citation", "evidence", "wording", "product", "page")
"""The groups of flags, in the order in which lists show them."""


@dataclass(frozen=True, slots=True)
class FlagSpec:
    """One entry of the catalogue.

    `severity` is what a flag has unless its rule says otherwise; `varies` says when it does ("" never).
    `advice` is one sentence to the author, `reader` the label a published page shows ("" shows nothing).
    `standard` names what the rule rests on. `example` shows the fault and `fix` the same place mended.
    """

    code: str
    title: str
    group: str
    severity: Severity
    definition: str
    standard: str
    advice: str
    reader: str
    example: str
    fix: str
    varies: str = ""
