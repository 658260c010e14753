"""Random edits of the examples, each with what is to become of every claim, written down before anything follows them.

A text is a list of paragraphs of units; a unit is a sentence and the number of the claim it is, None for a new one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from evidence import read

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HEDGES = ("probably", "in general", "often", "for most people", "so far")
KEY = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)")
JOINT = re.compile(r"(?:;|, (?:and|but|while|which)) ")


@dataclass
class Unit:
    text: str
    claim: int | None
    """The claim that the sentence is, whatever its words."""
    same: bool = True
    """Whether its words are those of before, so that decisions about it stand."""


@dataclass
class Draft:
    paragraphs: list[list[Unit]]
    done: list[str] = field(default_factory=list)

    def body(self) -> str:
        return "\n\n".join(" ".join(unit.text for unit in row) for row in self.paragraphs if row)

    def units(self) -> list[Unit]:
        return [unit for row in self.paragraphs for unit in row]


def sentences(body: str) -> list[str]:
    return [sentence.text for sentence in read(body, "markdown", html=False).sentences]


def drafts() -> Iterator[list[list[str]]]:
    """The prose of each example, paragraph by paragraph, where read alone it comes apart into the same sentences."""
    for path in sorted(EXAMPLES.glob("*.md")):
        document = read(path.read_text(encoding="utf-8"), "markdown", html=False)
        rows: dict[int, list[str]] = {}
        for sentence in document.sentences:
            rows.setdefault(sentence.paragraph, []).append(" ".join(sentence.text.split()))
        body = "\n\n".join(" ".join(row) for row in rows.values())
        if len(rows) > 2 and sentences(body) == [text for row in rows.values() for text in row]:
            yield list(rows.values())


def _pick(
    draft: Draft, chance: random.Random, fits: Callable[[Unit], bool] = lambda unit: True
) -> tuple[int, int] | None:
    """A place whose sentence nothing has been done to yet."""
    places = [
        (row, place)
        for row, units in enumerate(draft.paragraphs)
        for place, unit in enumerate(units)
        if unit.same and unit.claim is not None and fits(unit)
    ]
    return chance.choice(places) if places else None


def _long(unit: Unit) -> bool:
    return len(unit.text.split()) >= 6


def typo(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    if (place := _pick(draft, chance, _long)) is None:
        return False
    unit = draft.paragraphs[place[0]][place[1]]
    words = unit.text.split(" ")
    number = chance.choice([at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()] or [0])
    word = words[number]
    at = chance.randrange(1, max(2, len(word) - 1))
    words[number] = chance.choice(
        [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], f"{word[:at]}x{word[at:]}"]
    )
    unit.text, unit.same = " ".join(words), False
    return True


def reword(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    if (place := _pick(draft, chance, _long)) is None:
        return False
    unit = draft.paragraphs[place[0]][place[1]]
    words = unit.text.split(" ")
    at = chance.randrange(1, len(words) - 1)
    if chance.random() < 0.5:
        words.insert(at, chance.choice(HEDGES))
    else:
        words[at] = chance.choice(HEDGES)
    unit.text, unit.same = " ".join(words), False
    return True


def reorder(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    """A sentence or a paragraph moves; its words stay."""
    if chance.random() < 0.5 and len(draft.paragraphs) > 2:
        row = draft.paragraphs.pop(chance.randrange(len(draft.paragraphs)))
        draft.paragraphs.insert(chance.randrange(len(draft.paragraphs) + 1), row)
        return True
    if (place := _pick(draft, chance)) is None:
        return False
    unit = draft.paragraphs[place[0]].pop(place[1])
    row = chance.choice(draft.paragraphs)
    row.insert(chance.randrange(len(row) + 1), unit)
    return True


def insert(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    row = chance.choice(draft.paragraphs)
    row.insert(chance.randrange(len(row) + 1), Unit(chance.choice(others), None, False))
    return True


def split(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    """The longer part is the claim, the other a new one."""
    if (place := _pick(draft, chance, lambda unit: _halves(unit.text) is not None)) is None:
        return False
    unit = draft.paragraphs[place[0]][place[1]]
    first, second = _halves(unit.text) or ("", "")
    longer = len(KEY.sub(" ", first).split()) > len(KEY.sub(" ", second).split())
    draft.paragraphs[place[0]][place[1] : place[1] + 1] = [
        Unit(first, unit.claim if longer else None, False),
        Unit(second, None if longer else unit.claim, False),
    ]
    return True


def _halves(text: str) -> tuple[str, str] | None:
    match = JOINT.search(text)
    if not match:
        return None
    first, second = f"{text[: match.start()]}.", text[match.end() :]
    one, two = (len(KEY.sub(" ", part).split()) for part in (first, second))
    # Of two parts of about one length nobody could say which the claim is.
    return (first, second[:1].upper() + second[1:]) if min(one, two) >= 3 and abs(one - two) > 1 else None


def merge(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    """Two neighbours become one, which is the claim of the longer."""
    rows = [
        (row, place)
        for row, units in enumerate(draft.paragraphs)
        for place, (one, two) in enumerate(pairwise(units))
        if one.same
        and two.same
        and one.claim is not None
        and two.claim is not None
        and one.text.endswith(".")
        and len(one.text.split()) != len(two.text.split())
    ]
    if not rows:
        return False
    row, place = chance.choice(rows)
    one, two = draft.paragraphs[row][place : place + 2]
    longer = one if len(one.text.split()) > len(two.text.split()) else two
    text = f"{one.text[:-1]}, and {two.text[:1].lower()}{two.text[1:]}"
    draft.paragraphs[row][place : place + 2] = [Unit(text, longer.claim, False)]
    return True


def rewrite(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    """Another claim stands in its place: nothing of the old one is left."""
    if (place := _pick(draft, chance)) is None:
        return False
    draft.paragraphs[place[0]][place[1]] = Unit(chance.choice(others), None, False)
    return True


def remove(draft: Draft, chance: random.Random, others: list[str]) -> bool:
    if (place := _pick(draft, chance)) is None or len(draft.units()) < 4:
        return False
    del draft.paragraphs[place[0]][place[1]]
    return True


KINDS = (typo, reword, reorder, insert, split, merge, rewrite, remove)


def edits(number: int, seed: int) -> Iterator[tuple[list[list[str]], Draft]]:
    """`number` edited drafts, each with what it was: one to three changes between two readings.

    Edits after which the engine finds other sentences than were written are left out and made anew.
    """
    chance = random.Random(seed)
    texts = list(drafts())
    made = 0
    while made < number:
        which = chance.randrange(len(texts))
        before = texts[which]
        others = [text for other, rows in enumerate(texts) if other != which for row in rows for text in row]
        numbers = iter(range(10**6))
        draft = Draft([[Unit(text, next(numbers)) for text in row] for row in before])
        for _ in range(chance.choice((1, 1, 2, 3))):
            kind = chance.choice(KINDS)
            if kind(draft, chance, others):
                draft.done.append(kind.__name__)
        if draft.done and sentences(draft.body()) == [unit.text for unit in draft.units()]:
            made += 1
            yield before, draft
