"""What the two flags on numbers share: the numbers in the text that is held of a sentence's sources."""

from __future__ import annotations

import re

from evidence.context import Source
from evidence.flags.findings import Findings
from evidence.grading.number_agreement import Held, agrees, held_in, nearest, stated
from evidence.language.numbers import Number
from evidence.language.patterns import lazily

_OF_STUDY = lazily(
    r"\b(?:study|trial|experiment|survey|cohort|review)\s+(?:of|in|on|with|involving|among|that\s+(?:included|followed|enrolled))\s+(?:about\s+|nearly\s+|over\s+|more\s+than\s+|some\s+)?$"
    r"|\b(?:followed|enrolled|studied|recruited|randomi[sz]ed|tested|surveyed|asked)\s+(?:about\s+|nearly\s+|over\s+|more\s+than\s+|some\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
_PEOPLE = lazily(
    r"\s*(?:[\w-]+\s+){0,3}?(?:patients?|participants?|subjects|volunteers|wom[ae]n|m[ae]n|adults|children|infants|babies|mothers|people|students|pairs|dyads|families)\b",
    re.IGNORECASE,
)


def holds_text(findings: Findings, sentence: int) -> bool:
    """Whether an abstract is held of any source of the sentence."""
    return any(source.abstract for source in findings.judged_by(sentence))


def held_numbers(findings: Findings, sentence: int) -> list[Held]:
    """Numbers of titles and abstracts, and recorded sample sizes."""
    held: list[Held] = []
    for source in findings.judged_by(sentence):
        held += held_in(f"{source.title}. {source.abstract}")
        if source.sample_size is not None:
            held.append(Held(Number(str(source.sample_size), float(source.sample_size), "")))
    return held


def unmatched(text: str, held: list[Held]) -> list[Number]:
    """Numbers of a sentence that no number held agrees with."""
    return [number for number in stated(text) if not any(agrees(number, other.number) for other in held)]


def differing(number: Number, text: str, held: list[Held], sources: list[Source]) -> Number | None:
    """The number that the source gives for what a sentence tells otherwise, or None where that is not certain."""
    found = nearest(number, text, held)
    if found is not None or len(sources) != 1 or sources[0].sample_size is None or number.of:
        return found
    ahead, behind = text[: number.start], text[number.start + len(number.text) :]
    if _OF_STUDY.search(ahead) and _PEOPLE.match(behind):
        return Number(str(sources[0].sample_size), float(sources[0].sample_size), "")
    return None
