"""What looks like a claim for a product and is none: denials, warnings, missing evidence, questions, lives, gifts.

Source: 21 CFR 101.93(c) (the statement itself is no claim), 16 CFR 255 (what a sentence conveys as a whole); the groups
are [house], each a module of `silent`. Sentences come with the product's name replaced by `PRODUCT`.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.language.remembered import remembered
from evidence.selling.passage import PRODUCT
from evidence.selling.silent import critics, denials, facts, gifts, lives, others, unproven, uses, warnings

_ASKS = lazily(
    r"^\W*(?:(?:q|question)\s*[:.)]\s*)?(?!(?:do|does|are|is|has|have)\s+(?:you|your|he|she)\b)(?:is|are|was|were|do|does|did|can|could|should|would|will|may|what(?!\s+if)|which|who|whom|whose|why|how|where|when|has|have|had)\b",
    re.I,
)
_IS_ASKED = lazily(r"\?[\"'”’)\]*_]*\s*$")
_ANSWERS_ITSELF = lazily(
    rf"^\W*(?:(?:why|who)\s+(?:reach|use|swallow|buy|choose|go|rely|resort|turn|depend|inject|gamble|let|keep|book|see|stay|hold|accept|fill|rub|bear|endure|settle|take|pay|needs?|suffer|live\s+with|put\s+up|bother|risk|would|wants?|spend|wait)\b"
    rf"|what\s+if\b.*{PRODUCT}|(?:ready|want|wish|looking|hoping|longing)\s+(?:to|for)\b.*\b(?:with|try|{PRODUCT}))",
    re.I,
)
"""Questions that sell: "Why take an inhaler when there is ...?"."""
_BUT = lazily(
    r"[,;–—-]*(?:\s+(?:but|however|though|although)|(?<!\bnot)(?<!n['’]t)(?<!\bhas)(?<!\bhave)(?<!\bis)(?<!\bare)(?<!\bas)\s+yet)\b\s*",
    re.I,
)

_TURNS = any_of("but|however|though|although|yet")


def _clauses(text: str) -> list[str]:
    """What stands before and after each "but"."""
    parts = _BUT.split(text) if _TURNS.search(text) else [text]
    return [clause for clause in parts if clause.strip()]


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return _IS_ASKED.search(text) is not None


def tells_of_a_life(text: str) -> bool:
    """Whether somebody tells of an illness before the product comes up ("I could not open jars any more")."""
    return lives.begins_with_somebody(text) and not asks(text)


def asks_in_full(text: str) -> bool:
    """Whether a question stands for itself ("Does it cure a cold?"), so that what follows does not take its words up."""
    return _ASKS.match(text) is not None


@remembered(1024, longest=1000)
def claims_nothing(text: str) -> str:
    """Why a sentence claims nothing for the product, in one word, or "" where it may."""
    if asks(text) and not _ANSWERS_ITSELF.match(text):
        return "question"
    clauses = _clauses(text)
    if len(clauses) > 1:
        last = _silent(clauses[-1])
        return last if last else ""
    return _silent(text)


def heard(text: str) -> str:
    """The sentence without what it denies or warns of before a "but": the rest is what it says for the product."""
    clauses = _clauses(text)
    if len(clauses) < 2:
        return text
    left = [clause for clause in clauses if _silent(clause) not in ("denial", "unproven", "warning")]
    return ", ".join(left) if left else text


_REASONS = (
    ("denial", denials.denies),
    ("unproven", unproven.is_unproven),
    ("critic", critics.speaks_against),
    ("warning", warnings.warns),
    ("warning", critics.sends_to_help),
    ("complaint", critics.complains),
    ("gift", gifts.gives),
    ("fact", facts.is_about_something_else),
    ("fact", others.is_their_subject),
    ("life", lives.tells_a_life),
    ("use", uses.instructs),
    ("shop", uses.is_of_the_shop),
)
"""Why a sentence is silent, in the order in which they are asked."""


def _silent(text: str) -> str:
    opening = _OPENING.match(text)
    text = _TITLE.sub(r"\1 it", others.of_the_makers(text[opening.end() :] if opening else text))
    return next((name for name, is_so in _REASONS if is_so(text)), "")


_OPENING = lazily(
    r"^\W*(?:(?:so|and|well|okay|ok|now|anyway|look|oh|yeah|plus|honestly|um|hey|alright|folks|guys|listen|p\.?s\.?|a|q|answer|question|note|please\s+note|update|edit|fyi)(?:\s+folks)?[,:.]\s+)+|^\W*(?:so|and|but|well)\s+(?=my\b|our\b|the\b|i\b|we\b)",
    re.I,
)
"""Words that only open a sentence in speech or in a list of questions."""
_TITLE = Cue(
    r"(\b(?:e-?books?|books?|booklets?|guides?|reports?|articles?|reprints?|papers?|leaflets?|brochures?|webinars?|talks?|videos?|podcasts?|reading|read))(?:\s+of|\s+on|,|:)?\s+[\"“‘'][^\"”’']{3,90}[\"”’']",
    re.I,
)
"""What is called by its title is judged by what the title implies, not as a sentence of its own."""
