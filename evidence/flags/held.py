"""What the two flags on numbers share: the numbers in the text that is held of a sentence's sources."""

from __future__ import annotations

import re

from evidence.findings import Findings
from evidence.numbers import Number, numbers, same

_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_WORD = re.compile(
    rf"\b(?:(?P<teen>{'|'.join(_TEENS)})|(?P<ten>{'|'.join(_TENS)})(?:-(?P<one>{'|'.join(_ONES)}))?)\b", re.IGNORECASE
)


def holds_text(findings: Findings, sentence: int) -> bool:
    """Whether an abstract is held of any source of the sentence."""
    return any(source.abstract for source in findings.standing(sentence))


def held_numbers(findings: Findings, sentence: int) -> list[Number]:
    """Numbers of titles and abstracts, and recorded sample sizes."""
    held: list[Number] = []
    for source in findings.standing(sentence):
        held += numbers(_in_digits(f"{source.title}. {source.abstract}"))
        if source.sample_size is not None:
            held.append(Number(str(source.sample_size), float(source.sample_size), ""))
    return held


def unmatched(text: str, held: list[Number]) -> list[Number]:
    """Numbers of a sentence that no number held agrees with."""
    return [number for number in numbers(text) if not any(same(number, other) for other in held)]


def _in_digits(text: str) -> str:
    """Numbers from ten up that a journal spells out at the start of a sentence, written in digits."""
    return _WORD.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    if match["teen"]:
        return str(10 + _TEENS.index(match["teen"].lower()))
    ones = _ONES.index(match["one"].lower()) + 1 if match["one"] else 0
    return str(20 + 10 * _TENS.index(match["ten"].lower()) + ones)
