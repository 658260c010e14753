"""Sentences whose subject is a remedy and that name an illness: whatever the verb, a reader takes them for a promise.

"Dandelion root sends cancer cells to their death" is told in no list of verbs. Where the weights take such a sentence
for a claim, it is one of benefit or harm (standards.md A3.5), unless it hedges, asks, speaks of research or tells of
somebody. On 160 labelled pages this made blockers of ten claims with labels; nine of them lacked a source.
"""

from __future__ import annotations

import re

from evidence.claims import cues
from evidence.claims.denials import denies
from evidence.claims.turns_of_promise import MORE_ILLS, is_remedy
from evidence.language import vocabulary
from evidence.language.diseases import DISEASES
from evidence.language.patterns import lazily
from evidence.language.stops import is_ended

_SUBJECT = 5
"""Words at the head of a sentence among which its subject stands [house]."""
_LONGEST = 25
"""Longer sentences tell of more than one thing [house]."""
_SOMEBODY = lazily(
    r"^\W*(?:he|she|they|i|we|it|you|are|is|was|were|why|how|what|when|before|after|think|upload|individuals|people|patients|women|men|children|those|and\s+so|in|with|most|some|many)\b",
    re.IGNORECASE,
)
_HEDGES = lazily(
    r"\b(?:may|might|could|can|some|stud(?:y|ies|ied)|research\w*|trials?|evidence|doctors?|clinicians?|used|review\w*|tested|if)\b",
    re.IGNORECASE,
)


def remedy_meets_ill(text: str) -> bool:
    """Whether a plain sentence has a remedy, or what people take or do, for its subject and an illness behind it."""
    words = vocabulary.words(text)
    if len(words) > _LONGEST or "?" in text or not is_ended(text) or _SOMEBODY.match(text) or _HEDGES.search(text):
        return False
    place = next((at for at in range(1, _SUBJECT + 1) if is_remedy(words[:at])), 0)
    if not place or not cues.has_verb(text) or denies(text):
        return False
    rest = words[place:]
    return any(vocabulary.on_list(word, DISEASES) for word in rest) or MORE_ILLS.search(" ".join(rest)) is not None
