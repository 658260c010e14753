"""Items of a list of what an app, a course or a service holds: "The app lets / *carers write down meals*".

Features are no claims (docs/labelling.md, `product`), and the lead-in says that they are some. An item that asserts a
benefit, a harm or a dose or sets something against a disease stays one, and so does any below a lead-in of benefits.
"""

from __future__ import annotations

import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says
from evidence.language.diseases import disease_words
from evidence.language.patterns import lazily

_HOLDS = lazily(
    r"\b(?:apps?|software|platform|portal|website|dashboard|course|class(?:es)?|workshop|programme|membership"
    r"|package|subscription|newsletter|plugin|tool)\s+(?:(?:also|currently|now|then|will|can)\s+){0,2}"
    r"(?:enables?|allows?|lets?|offers?|includes?|features?|provides?|comes?\s+with|covers?|has|have)"
    r"(?:\s+(?:you|users|clients|members|the\s+following|these)(?:\s+(?:features|parts|modules))?)?(?:\s+to)?\W*:\W*$",
    re.IGNORECASE,
)
_MORE = lazily(
    r"\b(?:less|fewer|better|help\w*|treat\w*|relief|gone|against|benefits?|works?|safe\w*|harm\w*|lose|losing|burns?"
    r"|calms?|calmer|sleep\s+(?:well|better|deeper|longer)|heal\w*|because|so\s+that)\b",
    re.IGNORECASE,
)


def is_feature(text: str, lead: str) -> bool:
    """Whether an item is a feature by the `lead` above it, and asserts nothing."""
    if not lead or _HOLDS.search(lead) is None:
        return False
    asserts = ASSERTS.search(text) or BENEFIT.search(text) or _MORE.search(text) or says(text)
    return not asserts and not disease_words(text)
