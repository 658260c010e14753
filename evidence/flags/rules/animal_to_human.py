"""A sentence about people rests on animals or cells alone and does not say so.

Standard: Sumner and others 2014, FTC 2022, Oxford CEBM level 5; standards.md A2. A mechanism that is put forward
as a thought ("may be one way that") is no claim about people and is not flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.grading.levels import asserts_effect, in_laboratory
from evidence.language.patterns import lazily
from evidence.values import Claim, Flag, Kind, Wording

CODE = "animal-to-human"

_SAID = lazily(
    r"\b(?:animals?|mouse|mice|murine|rats?|rodents?|rabbits?|pigs?|piglets?|hamsters?|monkeys?|primates?|dogs?|zebrafish|cell\s+(?:culture|line|stud)\w*|"
    r"cultured|petri|in\s+vitro|test[\s-]tubes?|laborator(?:y|ies)|lab\s+(?:studies|tests|experiments)|cells)\b",
    re.IGNORECASE,
)


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        sources = findings.graded(sentence.index)
        if not sources or not all(map(in_laboratory, sources)) or not _about_people(claim):
            continue
        if not _SAID.search(sentence.text):
            facts = [("source", source.key) for source in sources]
            yield raised(CODE, sentence=sentence.index, facts=facts)


def _about_people(claim: Claim) -> bool:
    if Kind.MECHANISM in claim.kinds and claim.wording is Wording.HEDGED:
        return False
    return asserts_effect(claim)
