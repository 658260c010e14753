"""Sentences that only send to another page: "check out our guide to better sleep"."""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.lexicon import ILL, MEDICAL, of_kind
from evidence.selling.passage import PRODUCT

_POINTS = lazily(
    r"\b(?:check\s+out|see|read|visit|explore|stay\s+tuned\s+for|head\s+(?:over\s+)?to|refer\s+to|look\s+at)\s+(?:more\s+(?:in|about)\s+)?(?:our|my|this|the\s+full)\s+(?:[\w-]+\s+){0,5}?\[?(?:[\w'’&-]+\s+){0,6}?(?:guides?|articles?|posts?|reviews?|comparisons?|pages?|sections?|lists?)\b",
    re.IGNORECASE,
)
_PROMISES = any_of(
    r"side[\s-]effects?|interact\w*|cur(?:e|es|ed|ing)|heal\w*|treat\w*|reliev\w*|relief|prevent\w*|protect\w*|reduc\w*|lower\w*|boost\w*|sooth\w*|calm\w*|eas(?:e|es|ed|ing)|effective\w*|works?|safe\w*|detox\w*|burn\w*|los(?:e|es|ing)|proven|clinical\w*|because|gone|end(?:s|ed)|beat\w*|stops?"
)


def sends_on(text: str) -> bool:
    """Whether a sentence names a page to read, and neither goods, an ill nor an effect."""
    return (
        _POINTS.search(text) is not None
        and PRODUCT not in text
        and not _PROMISES.search(text)
        and not of_kind(text, *ILL, *MEDICAL)
    )
