"""A story told over sentences is judged as one: the illness in one, the goods in another, what came of it in a third.

In: the sentences of one paragraph, the names of the product. Out: what they say together, where that is a disease claim.
Source: 16 CFR 255.2 (a customer's story is the seller's claim); which paragraphs are stories is [house].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.selling import measuring
from evidence.selling.described import without_descriptions
from evidence.selling.parts import promises
from evidence.selling.passage import PRODUCT
from evidence.selling.scoring import LIKELY
from evidence.selling.statements import NOTHING, Statement, by_rules, heard, masked, weighed

MOST = 6
"""Sentences of a paragraph that are read together; longer ones are no quote, and hold a story of their own [house]."""
_LONGEST = 700
"""Letters of such a paragraph [house]."""
_SOMEBODY = lazily(
    r"^\W*(?:(?:five|four|\d)\s+stars?\W+)?(?:[A-Z]\w+,?\s+(?:\(?\d{1,2}\)?)?[^:]{0,30}:\s*)?[\"“‘'(]*(?:(?:for|after|every|each|since|when|last|at|by|in|during|until|as|the|a|one|two|three)\b[^.!?]{0,60}?\b)?(?:i|i['’]\w+|my|me|we|our|he|she|his|her|us)\b",
    re.IGNORECASE,
)
"""A person is what the story begins with: "My son ...", "Dorothy, 71: ...", "Every November I ..."."""
_TAKES_BACK = frozenset({"denial", "warning", "unproven", "critic", "complaint", "gift"})


def told(texts: Sequence[str], names: Sequence[str], firms: Sequence[str] = ()) -> Statement:
    """The disease claim that the sentences of a paragraph make together, or `NOTHING`."""
    whole = " ".join(texts)
    if not 1 < len(texts) <= MOST or len(whole) > _LONGEST or not _SOMEBODY.match(whole):
        return NOTHING
    shown = [
        text for text in (masked(text, names) for text in texts) if promises(text) or not measuring.only_measures(text)
    ]
    plain = [without_descriptions(text, firms) for text in shown]
    ruled = [by_rules(text) for text in plain]
    if len(plain) < 2 or any(one.silent in _TAKES_BACK for one in ruled) or not any(PRODUCT in text for text in plain):
        return NOTHING
    found = weighed(heard(" ".join(plain)), together(ruled))
    return found if found.disease and found.certainty > LIKELY else NOTHING


def together(ruled: Sequence[Statement]) -> Statement:
    """What rules say of the sentences, each for itself, taken as one."""
    ill = next((one for one in ruled if one.disease), NOTHING)
    return Statement(
        criterion=ill.criterion,
        disease=ill.disease,
        benefit=next((one.benefit for one in ruled if one.benefit), ""),
        rank=next((one.rank for one in ruled if one.rank), ""),
        safety=next((one.safety for one in ruled if one.safety), ""),
    )
