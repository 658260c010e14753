"""What a page hands on only to take it back: "You have heard that garlic cures cancer. It does not", and headings of myths.

Such words are told to be contradicted, and no claim (docs/labelling.md, `belief`), only where the text behind them does so:
"You have heard that garlic cures cancer. It is cheap." leaves its readers with the promise (standards.md A3.1, A3.5).
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.decision import Settled
from evidence.claims.denials import denies, without_mere_looks
from evidence.claims.outright_promises import promised
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.values import Kind

_HEARD = lazily(
    r"\b(?:we|you)(?:(?:['’]ve|\s+have)\s+(?:\w+\s+)?(?:heard|been\s+told)|\s+(?:will\s+|may\s+|might\s+|often\s+)?hear)\b",
    re.IGNORECASE,
)
_MYTH = lazily(
    r"\W*(?:\d+\W+)?(?:myth|misconception|fiction|false\s+belief)\b\s*(?:(?:#|no\.?\s?)?\d+)?\s*[:–—-]\s*",
    re.IGNORECASE,
)
_AND_ITS_FACT = lazily(r"\b(?:fact|truth|reality)\b\s*[:–—-]", re.IGNORECASE)
_OUTRIGHT = lazily(
    r"\b(?:myths?|misconception|nonsense|untrue|debunked|disprov\w+|refuted|retracted|discredited|unfounded|unproven)\b"
    r"|\bno\s+(?:[\w-]+\s+){0,2}?(?:evidence|proof|truth|link|connection|basis|support)\b(?!\s+(?:\w+\s+)?(?:is|are|was)?\s*(?:needed|required|necessary))"
    r"|^\W*(?:no(?=[,.;:!–—-]|\s*$)|false|wrong|not\s+(?:true|so|quite|really|exactly|at\s+all)\b)(?!\s\w)|\b(?:is|are|was)\s+(?:simply\s+|just\s+|\w+ly\s+)?(?:false|wrong)\b"
    r"|^\W*(?:[\w-]+\s+){1,3}(?:(?:do|does|did|is|are|can|will)(?:\s+not|n['’]t)|cannot)\W*$",
    re.IGNORECASE,
)
_NOT = r"(?:(?:do|does|did|can|could|will|would|has|have|is|are|was|were)(?:\s+not|n['’]t)|cannot|never|(?:nothing|none|no\s+[\w-]+)(?:\s+\w+)?)\s+(?:(?!only|just|merely|simply|all|be)[\w-]+\s+){0,2}?"
_SHOWN = r"true|so\b|supported|backed|borne|proven|proved|shown|shows?|found|held|the\s+case|that\s+simple"
_NO_GOOD = lazily(
    rf"\b{_NOT}(?:(?:cur|heal|treat|prevent|revers|kill|protect|reduc|lower|eas|eliminat)\w*|(?:work|help|stop)s?\b(?!\s+(?:better|as\s+well|faster|like))|{_SHOWN})",
    re.IGNORECASE,
)
_NO_HARM = lazily(
    rf"\b{_NOT}(?:(?:caus|lead|increas|damag|harm|trigger|poison|link|rais|safe)\w*|{_SHOWN})",
    re.IGNORECASE,
)
_POINTING = frozenset(
    "it they this that these those which such evidence research researchers scientists experts study studies trial trials".split()  # noqa: SIM905 (a list to be read)
)
_TURNED = lazily(
    r"\b(?:doctors|sceptics|skeptics|critics|experts|scientists|people|they)\s+(?:are|were)\s+(?:\w+\s+)?(?:wrong|mistaken|lying|fooled)\b"
    r"|\b(?:but|yet|still|in\s+fact|well)\b[,:\s]+(?:it|they|this|that)\s+(?:really\s+|truly\s+)?(?:does|do|did|is|are|works?)\b(?!\s*(?:not\b|n['’]t))",
    re.IGNORECASE,
)
"""A denial that is denied in its turn: "Doctors say it is false. They are wrong"."""
_BEHIND = 3
"""Sentences behind a heading or what was heard in which it may be taken back [house]."""


def is_taken_back(readings: Sequence[Reading], place: int, kind: Kind | None) -> bool:
    """Whether one of the next sentences denies what was handed on: an effect as an effect, a harm as a harm.

    "It does not harm the stomach" denies no cure, and "it does not only ease colds" nothing.
    """
    cue = _NO_HARM if kind is Kind.SAFETY else _NO_GOOD
    words = {*vocabulary.words(readings[place].text), *_POINTING}
    behind = [one.text for one in readings[place + 1 : place + 1 + _BEHIND] if _is_below(readings[place], one)]
    return not any(map(_TURNED.search, behind)) and any(
        _denies_it(text, cue, words) for text in map(without_mere_looks, behind)
    )


def _denies_it(text: str, cue: re.Pattern[str], words: set[str]) -> bool:
    """Whether a sentence denies outright, or an effect of what was named or of what research looked at."""
    if _OUTRIGHT.search(text):
        return True
    found = cue.search(text)
    return found is not None and not words.isdisjoint(vocabulary.words(text[: found.end()]))


def _is_below(handed: Reading, behind: Reading) -> bool:
    """Whether a sentence stands under the same heading, in the same paragraph or the next."""
    if behind.place or behind.paragraph > handed.paragraph + 1:
        return False
    return bool(handed.place) or behind.heading == handed.heading


def without_taken_back(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with promises that are heard and myths that are headings as no claims where the text below denies them."""
    found = list(settled)
    for place, reading in enumerate(readings):
        if not reading.product and (is_only_heard(readings, place) or _is_myth(readings, place)):
            found[place] = (Kind.FRAMING,), None, "no claim"
    return found


def is_only_heard(readings: Sequence[Reading], place: int) -> bool:
    """Whether a sentence promises what its readers hear, and those behind it deny that."""
    text = readings[place].text
    if _HEARD.search(text) is None:
        return False
    kind = promised(text)
    return kind is not None and is_taken_back(readings, place, kind)


def _is_myth(readings: Sequence[Reading], place: int) -> bool:
    """Whether a line is a myth by its label, and the text below denies it.

    What adds its fact, and what denies by itself, is none: "Myth: mint is useless. Fact: mint cures gout".
    """
    label = _MYTH.match(readings[place].text)
    if label is None or _AND_ITS_FACT.search(readings[place].text):
        return False
    said = readings[place].text[label.end() :]
    return not denies(said) and is_taken_back(readings, place, promised(said))
