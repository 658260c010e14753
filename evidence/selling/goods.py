"""What kind of goods a product is, by the words around it: what is swallowed, or what is put on, worn or read.

Source: 21 CFR 101.93 holds for dietary supplements; teas, foods and oils that are swallowed for an effect on the body are
treated alike, goods that are put on, worn or run on a phone are not asked for the statement [house].
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence.language.patterns import lazily

_TAKEN = lazily(
    r"\b(?:supplements?|(?:pro|pre|syn|post)-?\s?(?:and\s+)?(?:biotics?|and\s+probiotics?)|vitamins?|multivitamins?|capsules?|gumm(?:y|ies)|softgels?|tinctures?|herbal|minerals?|collagen|cbd|omega|powders?|tablets?|lozenges?|drops|nutraceuticals?"
    r"|teas?|cups?|sip(?:s|ping)?|drink(?:s|ing)?|syrup|sachets?|swallow\w*|pills?|shakes?|honey|kefir|chocolate|smoothies?|bars?|brew\w*|daily\s+dose|spoonfuls?|adaptogens?|nootropics?|enzymes?|probiotic|fib(?:er|re)|mushrooms?|extracts?|elixir|tonic)\b",
    2,
)
_USED = lazily(
    r"\b(?:creams?|balms?|lotions?|serums?|gels?|ointments?|toothpastes?|shampoos?|moisturi[sz]ers?|soaps?|masks?|devices?|lamps?|belts?|bracelets?|insoles?|braces?|pillows?|mattress(?:es)?|apps?|download\w*|phone|wearables?|trackers?|monitors?|programmes?|programs?|courses?|test\s+kits?|diffus\w+|massag\w+|wear(?:s|ing)?|worn|rub(?:s|bed)?|apply|applied|switch\w*\s+on|battery)\b",
    2,
)


def is_taken_in(texts: Iterable[str]) -> bool:
    """Whether the texts speak of something swallowed; where they do not say, it is taken for that, so that we ask."""
    taken = used = 0
    for text in texts:
        taken += len(_TAKEN.findall(text))
        used += len(_USED.findall(text))
    return used == 0 or taken > used


def speaks_of_goods(texts: Iterable[str]) -> bool:
    """Whether the texts name goods that are swallowed, put on or worn for health."""
    return any(_TAKEN.search(text) or _USED.search(text) for text in texts)
