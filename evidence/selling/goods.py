"""What kind of goods a product is, by the words around it: what is swallowed, or what is put on, worn or read.

Source: 21 CFR 101.93 holds for dietary supplements; teas, foods and oils that are swallowed for an effect on the body are
treated alike, goods that are put on, worn or run on a phone are not asked for the statement [house].
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence.language.patterns import Cue
from evidence.selling.lexicon import ILL, MEDICAL, terms

_TAKEN = Cue(
    r"\b(?:supplements?|(?:pro|pre|syn|post)-?\s?(?:and\s+)?(?:biotics?|and\s+probiotics?)|vitamins?|multivitamins?|capsules?|gumm(?:y|ies)|softgels?|tinctures?|herbal|minerals?|collagen|cbd|omega|powders?|tablets?|lozenges?|drops|nutraceuticals?"
    r"|teas?|cups?|sip(?:s|ping)?|drink(?:s|ing)?|syrup|sachets?|swallow\w*|pills?|shakes?|honey|kefir|chocolate|smoothies?|bars?|brew\w*|daily\s+dose|spoonfuls?|adaptogens?|nootropics?|enzymes?|probiotic|fib(?:er|re)|mushrooms?|extracts?|elixir|tonic)\b",
)
_USED = Cue(
    r"\b(?:creams?|balms?|lotions?|serums?|gels?|ointments?|toothpastes?|shampoos?|moisturi[sz]ers?|soaps?|masks?|devices?|lamps?|belts?|bracelets?|insoles?|braces?|pillows?|mattress(?:es)?|apps?|download\w*|phone|wearables?|trackers?|monitors?|programmes?|programs?|courses?|test\s+kits?|diffus\w+|massag\w+|wear(?:s|ing)?|worn|rub(?:s|bed)?|apply|applied|switch\w*\s+on|battery|clinics?|coach(?:es|ing)?|sessions?|retreats?|therapists?|studios?|spas?|workshops?|consultations?|appointments?|physio\w*|acupunctur\w+|chiropract\w+|osteopath\w*|hypno\w*)\b",
)


def is_taken_in(texts: Iterable[str]) -> bool:
    """Whether the texts speak of something swallowed; where they do not say, it is taken for that, so that we ask."""
    taken = used = 0
    for text in texts:
        taken += sum(1 for _ in _TAKEN.finditer(text))
        used += sum(1 for _ in _USED.finditer(text))
    return used == 0 or taken > used


def speaks_of_goods(texts: Iterable[str]) -> bool:
    """Whether the texts name goods that are swallowed, put on or worn for health."""
    return any(_TAKEN.search(text) or _USED.search(text) for text in texts)


_PUT_ON = Cue(
    r"\b(?:oils?|balms?|creams?|serums?|lotions?|ointments?|remed(?:y|ies)|herbs?|massages?|aromatherap\w+|skin\s?care)\b",
)
_OF_HEALTH = frozenset({*ILL, *MEDICAL, "natural", "measure", "germ", "body"})
_ALSO_ELSEWHERE = frozenset(
    {"performance", "power", "memory", "head", "hands", "hand", "face", "arm", "foot", "body", "core", "heart", "back"}
)
"""Words of the body that are as much at home in other trades."""


def is_for_health(texts: Iterable[str]) -> bool:
    """Whether the texts name goods that are swallowed or put on, an ill, a remedy, or a part of the body."""
    return any(
        _TAKEN.search(text)
        or _PUT_ON.search(text)
        or any(term.kind in _OF_HEALTH and term.term not in _ALSO_ELSEWHERE for term in terms(text))
        for text in texts
    )
