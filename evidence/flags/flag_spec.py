"""What the project says about one kind of flag, wherever it is shown: page, desk, command line, handbook."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from evidence.values import Severity

GROUPS = ("citation", "evidence", "wording", "product", "page")
"""The groups of flags, in the order in which lists show them."""


class Judgement(StrEnum):
    """What is learned or guessed before a flag is raised, in the words of the handbook."""

    CLAIM = "whether the sentence is a claim"
    UNTIED = "whether a source stands behind it"
    TIE = "whether the source is its own"
    STUDY = "whether the words mean a study (a marker that leads nowhere is certain)"
    ATTRIBUTION = "whether somebody is named"
    DESIGN = "the design, where it was read in a title or an abstract"
    WORDING = "how strongly it is worded (words that promise outright are certain)"
    NUMBER = "whether numbers or directions differ"
    PRODUCT = "whether a product is promoted (one on record is certain)"
    SAID = "whether a claim is made for the product (a wording that a rule knows is certain)"
    POPULATION = "whether other people were studied"
    SHOP = "whether the link leads to a shop"
    HARMS = "whether a word on harms was missed"
    LIKENESS = "whether the same work is meant"
    UNCITED = "whether a mention was missed"
    STANDS = "whether a claim stands on the work"
    HEALTH = "whether the page tells readers of health"


class FlagSpec(NamedTuple):
    """One entry of the catalogue.

    `severity` is what a flag has unless its rule says otherwise; `varies` says when it does ("" never).
    `advice` is one sentence to the author, `reader` the label a published page shows ("" shows nothing).
    `standard` names what the rule rests on. `example` shows the fault and `fix` the same place mended. `rests_on` are
    the judgements that may be wrong; a flag without any is certain by form (standards.md A3.5a). `cases` are the parts
    of a rule that has several, each with an example and what may be written instead.
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
    rests_on: tuple[Judgement, ...] = ()
    cases: tuple[tuple[str, str, str], ...] = ()
