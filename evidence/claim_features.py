"""What the learned decision on claims looks at: rules, cues, words, place, neighbours and page of each sentence.

Training and use read pages through this module alone, so that both see the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from evidence import citation_need, claim_kinds, cues, framing_cues, study_cues
from evidence.claim_reading import Page, Reading
from evidence.patterns import Cue
from evidence.values import CLAIM_KINDS, Kind

Features = dict[str, float]
Kinds = Sequence[Kind]

_WINDOW = 4
"""Sentences on either side that tell what a stretch of a page is like."""


def _cues_of(module: object) -> list[tuple[str, Cue | re.Pattern[str]]]:
    found = [(name, value) for name, value in vars(module).items() if isinstance(value, (Cue, re.Pattern))]
    return sorted((name, value) for name, value in found if name.isupper() and name[0] != "_" and name != "MAY_COUNT")


_CUES = [
    (f"cue {name}", cue)
    for module in (cues, framing_cues, study_cues)
    for name, cue in sorted(dict(_cues_of(module)).items())
]
_PLAIN: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "we": r"\b(?:we|our|us)\b",
        "you": r"\b(?:you|your)\b",
        "he or she": r"\b(?:he|she|his|her|him)\b",
        "year": r"\b(?:19|20)\d\d\b",
        "share": r"%|percent|per cent",
        "number": r"\d",
        "money": r"[$£€]",
        "quotation": r"[\"“”]",
        "bracket": r"\(",
        "exclaims": r"!",
        "colon": r":",
        "trails off": r"\.\.\.|…",
        "past": r"\b(?:was|were|had|did|went|came|said|told|took|got|made)\b",
        "participle": r"\b\w{3,}ed\b",
        "present": r"\b(?:is|are|has|have)\b",
        "may": r"\b(?:can|may|might|could)\b",
        "will": r"\bwill\b",
        "should": r"\b(?:should|must|need to)\b",
        "not": r"\b(?:not|no|never|cannot)\b|n['’]t\b",
        "begins with a condition": r"^\W*(?:if|when|while|because|since|although)\b",
        "if": r"\bif\b",
        "goes on": r"^\W*(?:but|and|so|however|yet|or)\b",
        "points back": r"^\W*(?:this|these|that|those|it|they)\b",
        "mostly": r"\b(?:some|many|most|often|usually|typically|generally|always)\b",
        "would": r"\bwould\b",
        "here": r"\b(?:here|below|above)\b",
        "because": r"\b(?:because|due to|therefore|thus|so that|as a result)\b",
        "than": r"\bthan\b",
        "risk": r"\brisk",
        "address": r"https?:|www\.",
        "title": r"\b(?:dr|prof|mr|mrs|ms)\b",
        "there is": r"^\W*there\b",
    }.items()
}
_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|myself)\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*$")


def features(page: Page, proposed: Sequence[Kinds]) -> list[Features]:
    """The features of every sentence of a page, from its readings and the kinds that rules propose."""
    readings = page.readings
    ruled = [any(kind in CLAIM_KINDS for kind in kinds) for kinds in proposed]
    rows: list[Features] = [_of_sentence(reading, kinds) for reading, kinds in zip(readings, proposed, strict=True)]
    paragraphs = _paragraphs(readings)
    wholly = _of_page(page, ruled)
    for paragraph, needs in zip(paragraphs, _needs(readings, paragraphs), strict=True):
        for place, index in enumerate(paragraph):
            row = rows[index]
            row["paper"] = needs[place] * 2
            row["paper around"] = sum(needs) / len(needs)
            _add_place(row, index, place, len(paragraph), len(readings))
            _add_paragraph(row, index, paragraph, readings, ruled)
    for index, row in enumerate(rows):
        row.update(wholly)
        _add_neighbours(row, index, readings, proposed, ruled)
    return rows


def _paragraphs(readings: Sequence[Reading]) -> list[list[int]]:
    found: dict[tuple[int, str], list[int]] = {}
    for index, reading in enumerate(readings):
        found.setdefault((reading.paragraph, reading.place), []).append(index)
    return list(found.values())


def _needs(readings: Sequence[Reading], paragraphs: Sequence[Sequence[int]]) -> Sequence[Sequence[float]]:
    return citation_need.of_document([[readings[index].text for index in paragraph] for paragraph in paragraphs])


def _of_page(page: Page, ruled: Sequence[bool]) -> Features:
    count = max(1, len(page.readings))
    readings = page.readings
    return {
        "page topic": page.topic,
        "page health": sum(1 for reading in readings if reading.telling) / count,
        "page claims": sum(ruled) / count,
        "page I": sum(1 for reading in readings if _I.search(reading.text)) / count,
        "page marked": sum(1 for reading in readings if reading.marked) / count,
    }


def _of_sentence(reading: Reading, kinds: Kinds) -> Features:
    text = reading.text
    row: Features = {f"kind {kind.value}": 1.0 for kind in kinds}
    row["rules"] = float(any(kind in CLAIM_KINDS for kind in kinds))
    free = claim_kinds.claim_kinds(reading, reading.mention, about=True)
    row.update({f"free {kind.value}": 1.0 for kind in free})
    row["free"] = float(bool(free))
    row.update({name: 1.0 for name, cue in _CUES if cue.search(text)})
    row.update({name: 1.0 for name, pattern in _PLAIN.items() if pattern.search(text)})
    if _I.search(text):
        row["I"] = 1.0
    length = len(reading.words)
    row["length"] = math.log(length + 1) / 3
    row[f"length {min(length // 5, 7)}"] = 1.0
    row[f"telling {min(reading.telling, 4)}"] = 1.0
    row[f"everyday {min(reading.everyday, 3)}"] = 1.0
    row["density"] = reading.telling / max(length, 4) * 5
    flags = {
        "medical": reading.medical,
        "no health word": not reading.telling + reading.everyday,
        "mention": bool(reading.mention),
        "marked": reading.marked,
        "product": bool(reading.product),
        "lower case": text[:1].islower(),
        "no end": not _ENDS.search(text),
    }
    row.update({name: 1.0 for name, holds in flags.items() if holds})
    row["names"] = min(len(_NAME.findall(text)), 4) / 3
    return row


def _add_place(row: Features, index: int, place: int, count: int, whole: int) -> None:
    row["place"] = index / whole
    flags = {
        "first of page": index == 0,
        "opens page": index < 3,
        "ends page": index >= whole - 3,
        "first of paragraph": place == 0,
        "last of paragraph": place == count - 1,
        "alone": count == 1,
    }
    row.update({name: 1.0 for name, holds in flags.items() if holds})


def _add_paragraph(
    row: Features, index: int, paragraph: Sequence[int], readings: Sequence[Reading], ruled: Sequence[bool]
) -> None:
    others = [ruled[other] for other in paragraph if other != index]
    row["paragraph claims"] = sum(others) / max(1, len(others))
    row["paragraph health"] = sum(1 for other in paragraph if readings[other].telling) / len(paragraph)
    row["paragraph marked"] = float(any(readings[other].marked for other in paragraph))


def _add_neighbours(
    row: Features, index: int, readings: Sequence[Reading], proposed: Sequence[Kinds], ruled: Sequence[bool]
) -> None:
    around = [
        ruled[other] for other in range(max(0, index - _WINDOW), min(len(ruled), index + _WINDOW + 1)) if other != index
    ]
    row["around"] = sum(around) / max(1, len(around))
    for name, other in (("before", index - 1), ("after", index + 1)):
        if not 0 <= other < len(readings):
            continue
        near = readings[other]
        row[f"{name} health"] = min(near.telling, 4) / 3
        row[f"{name} rules"] = float(ruled[other])
        flags = {
            "marked": near.marked,
            "same": near.paragraph == readings[index].paragraph,
            "claim here": ruled[other] and near.paragraph == readings[index].paragraph,
            "mention": bool(near.mention),
            "question": near.text.rstrip().endswith("?"),
            "I": _I.search(near.text) is not None,
        }
        row.update({f"{name} {flag}": 1.0 for flag, holds in flags.items() if holds})
        row.update({f"{name} kind {kind.value}": 0.5 for kind in proposed[other]})
