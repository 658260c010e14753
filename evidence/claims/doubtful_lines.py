"""Lines that may tell nothing: a guess, what believers believe, that one should know, praise, what devices may do one day.

Such a line stays a claim and is told as no likelier one than none, so that nobody is asked about it (`empty_lines`). What is
guessed or believed is told with it, up to the end of its clause; anything else that asserts a benefit, a harm or a dose, or
is set against a disease, makes it one to be asked about: "Whatever the doubters say, ginger eases nausea".
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_BELIEVED = Cue(
    r"\bit\s+(?:might|may|could)\s+(?:(?:also|just|well)\s+)?be\s+(?:that|the|surplus|due\s+to)\b|\b(?:might|may|could)\s+hint\s+at\s+why\b|\b(?:this|that)\s+(?:might|may|could)\s+(?:also\s+)?be\s+(?:one\s+of\s+the|the|an?)\s+(?:\w+\s+){0,2}?reasons?\s+(?:why\s+)?(?:it|they)\s+(?:is|are)\s+(?:\w+ly\s+)?(?:so\s+)?(?:consumed|popular|common|drunk|eaten|loved)\b|\bit\s+seems\s+(?:possible|plausible)\b|^\W*it\s+does\s+not\s+follow\s+that\b|\bone\s+of\s+the\s+most\s+common\s+(?:comments|remarks|questions)\b"
    r"|\b(?:advocates|proponents|supporters|homeopaths|believers|fans|skeptics|sceptics|detractors|purists|enthusiasts)\s+(?:\w+\s+){0,2}?(?:assert|argue|believe|claim|say|think|consider|suggest|insist|maintain|refer|contend|point|swear)"
    r"|\b(?:naysayers|doubters|conspiracy\s+theorists|know-?it-?alls)\s+(?:\w+\s+){0,2}?(?:assert|argu|believ|claim|say|think|suggest|insist|maintain|contend|swear)\w*|\bthere\s+(?:are|is|will\s+always\s+be)\s+still\s+(?:\w+\s+){0,2}who\s+(?:believe|think|claim|say|insist)\b"
    r"|\b(?:believed|claimed|said|thought|considered|held)\s+by\s+(?:some|many|most|a\s+few)\b",
    re.IGNORECASE,
)
"""What is guessed, or what those believe whom the page does not lean on."""
_CLAUSE_END = lazily(
    r"[,;:—]|\s[–-]\s|\b(?:but|however|yet|although|though|while|and\s+(?:it|this|they|that|so))\b", re.IGNORECASE
)
_PRAISED = Cue(
    r"^\W*(?:understanding|knowing|recogni[sz]ing|being\s+aware\s+of)\b.{0,120}?\b(?:crucial|important|essential|key|vital)\b"
    r"|\b(?:is|are)\s+(?:truly\s+|really\s+|such\s+)?an?\s+(?:wonderful|beautiful|marvell?ous|magical|lovely)\b|\bnothing\s+(?:more|but)\s+(?:than\s+)?\w"
    r"|\b(?:grade|rating|grading|scoring)\b.{0,30}?\b(?:system|scheme|scale)\b|\b(?:devices|gadgets|robots|apps|sensors)\s+(?:could|might)\b"
    r"|\bmatters?,?\s+(?:too|as\s+well)\W*$",
    re.IGNORECASE,
)
"""That one should know, praise, a scheme of grades, what devices may do, that something matters too."""


def is_doubtful(text: str) -> bool:
    """Whether a sentence is one of these lines and asserts nothing beside what is guessed or believed."""
    if (found := _BELIEVED.search(text)) is not None:
        stop = _CLAUSE_END.search(text, found.end())
        return _asserts_nothing(f"{text[: found.start()]} {text[stop.start() :] if stop else ''}")
    found = _PRAISED.search(text)
    return found is not None and _asserts_nothing(f"{text[: found.start()]} {text[found.end() :]}")


_HELPS_TO_BUY = lazily(
    r"\bhelps?\s+(?:consumers|buyers|customers|shoppers|you\s+(?:to\s+)?(?:choose|find|compare|decide|buy))\b",
    re.IGNORECASE,
)


def _asserts_nothing(text: str) -> bool:
    text = _HELPS_TO_BUY.sub(" ", text)
    if ASSERTS.search(text) or BENEFIT.search(text) or _OUGHT.search(text):
        return False
    return not disease_words(text)


_OUGHT = lazily(r"\b(?:should|must|ought\s+to|never|avoid|stop\s+(?:taking|using))\b", re.IGNORECASE)
"""Advice, which needs a source whatever it stands beside."""
