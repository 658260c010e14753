"""Which sentence of an abstract says how many were studied and how, so that readers can see where facts were read.

Source: standards.md A2; a fact that can be seen at its place need not be believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.context import Design
from evidence.language.number_words import in_digits
from evidence.language.patterns import lazily
from evidence.sources.abstract_design import design_from_abstract

_READ = 6000
_SENTENCE = lazily(r"(?<=[.;?!])\s+(?=[A-Z0-9(])|\n+")
_LONGEST = 400
"""Letters of a passage [house]: a quotation, not the abstract."""
_COUNTS = lazily(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?![\w%])|(?<![\w.,/-])\d+(?![\w%]|\.\d)")
_METHOD = lazily(
    r"\b(?:randomi[sz]|assigned|allocated|enrol|recruit|included|participa|patients|adults|women|men|children|people)",
    re.IGNORECASE,
)


def passage_of(abstract: str, design: Design | None, sample_size: int | None) -> str:
    """The sentence of `abstract` that states the sample size, or else the design; "" where none does.

    It is quoted as it stands, cut at a word behind 400 letters. Of several that hold the number, the one that speaks
    of who took part comes first, then the first one.
    """
    sentences = [part.strip() for part in _SENTENCE.split(abstract[:_READ]) if part.strip()]
    told = _with_number(sentences, sample_size) if sample_size else ""
    if not told and design is not None:
        told = next((one for one in sentences if design_from_abstract("", one) is design), "")
    if len(told) <= _LONGEST:
        return told
    return told[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _with_number(sentences: Sequence[str], number: int) -> str:
    holding = [one for one in sentences if number in _numbers(one)]
    return next((one for one in holding if _METHOD.search(one)), holding[0] if holding else "")


def _numbers(sentence: str) -> set[int]:
    """The whole numbers of a sentence, in figures or words, and the sum of its groups ("n = 185 … n = 188")."""
    found = [int(match[0].replace(",", "")) for match in _COUNTS.finditer(in_digits(sentence, 2))]
    groups = [int(one.replace(",", "")) for one in re.findall(r"\bn\s*=\s*(\d[\d,]{0,12})", sentence)]
    return {*found, *([sum(groups)] if len(groups) > 1 else [])}
