"""Claims that say no more than that something is not known: of the state of the evidence, of no benefit and no harm.

Source: standards.md A3.5, by which a missing source behind them is a warning, and docs/labelling.md ("that evidence is
mixed, lacking or weak"). Of 32 such claims on labelled pages readers called 4 matters of benefit, harm or advice, where rules
and weights took 17 for them. A sentence that goes on to a result, or to advice, is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.decision import Settled
from evidence.deadline import paced
from evidence.language.patterns import Cue, lazily
from evidence.values import MAY_BLOCK, Kind

_EVIDENCE = r"(?:evidence|research|data|findings|results|stud(?:y|ies)|trials|literature|science)"
_NOT_KNOWN = Cue(
    r"\b(?:is|are|was|were|remains?|been|seems?)\s+(?:\w+\s+){0,2}?(?:unclear|unknown|uncertain|inconclusive|poorly\s+understood|controversial|debated"
    r"|(?:not|never)\s+(?:\w+\s+)?(?:known|understood|clear|established|certain))\b"
    rf"|\b{_EVIDENCE}\b(?:\s+[\w’'-]+){{0,9}}?\s+(?:is|are|was|were|remains?|has\s+been|have\s+been)\s+(?:\w+\s+){{0,2}}?"
    r"(?:mixed|limited|lacking|insufficient|inconclusive|weak|conflicting|scarce|sparse|inadequate|inconsistent|not\s+(?:adequate|sufficient|enough|strong|conclusive))\b"
    r"|\b(?:little|limited|insufficient|inadequate|not\s+enough|scant|no\s+(?:good|clinical|strong|scientific|clear|solid|hard|reliable|high[- ]quality))\s+(?:\w+\s+){0,2}(?:evidence|research|data)\b"
    r"|\b(?:more|further|better|larger|additional)\s+(?:[\w-]+\s+){0,3}(?:research|studies|trials|evidence)\s+(?:is|are|will\s+be|would\s+be)\s+(?:needed|required|necessary)\b"
    r"|\b(?:has|have)(?:n['’]t|\s+(?:not|never|yet\s+to))\s+(?:yet\s+|be\s+)?(?:been\s+)?(?:\w+ly\s+|well\s+)?(?:studied|tested|examined|investigated|researched|evaluated)\b"
    r"|\bwe\s+(?:do\s+not|don['’]t)\s+(?:yet\s+|really\s+|fully\s+)?know\b|\b(?:nobody|no\s+one)\s+(?:really\s+)?knows\b",
)
_SAYS_MORE = lazily(
    r"\b(?:but|although|though|while|despite|even\s+if|however|we\s+recommend|should|avoid|suggests?\s+that|suggested|found\s+that\s+(?!there)|shows?\s+that|showed"
    r"|helps?|improves?|reduces?|generally\s+safe)\b",
    re.IGNORECASE,
)
_ASKED = lazily(
    r"\b(?:whether|(?:(?:un)?known|(?:un)?clear|(?:un)?certain|sure|knows?)\s+(?:if|how|why|what|which))\b"
    r"[^,;:.]*?(?=\s(?:but|although|though|while|despite|however)\b|\sand\s+(?:you|we|it|they)\b|[,;:.]|$)",
    re.IGNORECASE,
)
"""What is not known, as a clause: "whether probiotics help" tells no result."""


def only_open(text: str) -> bool:
    """Whether a sentence says that something is not known, and nothing else."""
    return _NOT_KNOWN.search(text) is not None and _SAYS_MORE.search(_ASKED.sub("", text)) is None


def left_open(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with claims that only say so as ones on the state of the evidence; what is said of a product stays."""
    found = list(settled)
    for place, (reading, (kinds, chance, rule)) in enumerate(paced(zip(readings, settled, strict=True))):
        if not MAY_BLOCK.isdisjoint(kinds) and not reading.product and only_open(reading.text):
            found[place] = _without(kinds), chance, rule
    return found


def _without(kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    rest = (kind for kind in kinds if kind not in MAY_BLOCK)
    return tuple(dict.fromkeys((Kind.STATE_OF_EVIDENCE, *rest)))
