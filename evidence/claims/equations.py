"""Equations in words: "share of visits = visits for colds / all visits".

An equation says how something is worked out, which a reader can check on the spot (docs/labelling.md, `asserts`: it
says nothing about health that can be looked up). It has a sign of equality, an operator, counts something,
and gives way where it judges, promises something or sets it against a disease: "garlic = the cure for gout".
"""

from __future__ import annotations

import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says
from evidence.claims.outright_promises import promised
from evidence.language.diseases import disease_words
from evidence.language.patterns import lazily

_EQUATION = lazily(
    r"^[\W\d]*(?P<what>[^=<>:;!?,]{2,80}?)\s=\s(?P<how>(?:[^=<>:;!?,]|,(?=\d)){3,200}?)\.?\W*$", re.IGNORECASE
)
_OPERATOR = lazily(r"[\w)%]\s*[*×/÷]\s*[\w(%]|[\w)%]\sx\s[\w(%]", re.IGNORECASE)
_COUNTED = lazily(
    r"\b(?:numbers?|rates?|share|percent(?:age)?|totals?|sum|mean|weight|height|population|per|incidence|prevalence|ratio|score|bmi|volume|length)\b|%",
    re.IGNORECASE,
)
"""What is worked out."""
_JUDGES = lazily(
    r"\b(?:no|not|less|more|fewer|better|worse|cures?|death|life|safe|good|bad|stop|never)\b", re.IGNORECASE
)
_TERMS = lazily(r"[()*×/÷+−–]|\s(?:x|-)\s", re.IGNORECASE)
_LONGEST = 6
"""Words of a term [house]."""


def is_equation(text: str) -> bool:
    """Whether a line is an equation of terms without a verb of effect."""
    found = _EQUATION.match(text)
    if found is None or _OPERATOR.search(found["how"]) is None:
        return False
    if _COUNTED.search(text) is None or _JUDGES.search(text):
        return False
    terms = [found["what"], *_TERMS.split(found["how"])]
    if any(len(term.split()) > _LONGEST or says(term) for term in terms):
        return False
    return not (ASSERTS.search(text) or BENEFIT.search(text) or promised(text) or disease_words(text))
