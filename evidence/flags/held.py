"""What the two flags on numbers share: the numbers in the text that is held of a sentence's sources."""

from __future__ import annotations

from evidence.findings import Findings
from evidence.numbers import Number, numbers, same


def holds_text(findings: Findings, sentence: int) -> bool:
    """Whether an abstract is held of any source of the sentence."""
    return any(source.abstract for source in findings.standing(sentence))


def held_numbers(findings: Findings, sentence: int) -> list[Number]:
    """Numbers of titles and abstracts, and recorded sample sizes."""
    held: list[Number] = []
    for source in findings.standing(sentence):
        held += numbers(f"{source.title}. {source.abstract}")
        if source.sample_size is not None:
            held.append(Number(str(source.sample_size), float(source.sample_size), ""))
    return held


def unmatched(text: str, held: list[Number]) -> list[Number]:
    """Numbers of a sentence that no number held agrees with."""
    return [number for number in numbers(text) if not any(same(number, other) for other in held)]
