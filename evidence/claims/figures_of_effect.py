"""What something is said to do to the body in a figure of speech: "The drops melt kidney stones", "It wakes the gut".

A seller's figure promises an effect as plainly as "reduces" does (docs/labelling.md, `product`: "an effect … that is
promised of a thing"). Commands to the reader ("clear your mind") and what people do to themselves are none.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily

_PARTS = (
    r"(?:minds?|brains?|guts?|livers?|skin|joints?|arter(?:y|ies)|veins?|thyroid|adrenals?|(?:fat\s+|skin\s+|brain\s+|nerve\s+|immune\s+)?cells?|spine|muscles?|nerves?|hormones?|metabolism|immune\s+system|nervous\s+system"
    r"|body|bloodstream|blood|lungs?|kidneys?|kidney\s+stones?|gallstones?|toxins?|hair|nails|bones?|collagen|heart|libido|bladder|bowels?|digestion|lymph|cartilage|discs?|eyes|gums|tendons?|fascia|microbiome|(?:good|bad|friendly)\s+bacteria|belly\s+fat|fat|cellulite|wrinkles?)"
)
_BARE = (
    r"(?:sharpen|realign|melt|lock|flush|recharge|re-?balance|wake\s+up|switch|patch|seal|sweep|scrub|reset|unlock|supercharge|turbo-?charge|cleanse|clean(?:\s+out)?|drain|plump|firm|tone|rejuvenate|revive|awaken|fire\s+up|re-?wire|reboot|unclog|lubricate|nourish|dissolve"
    r"|starve|torch|zap|blast|shred|calm|soothe|flood|put\s+out|turn\s+(?:on|off|back)|repair|rebuild|renew|regenerate|quiet|re-?mineralize|knit)"
)
_WITH_S = (
    r"(?:sharpens|realigns|melts|locks|feeds|flushes|recharges|re-?balances|wakes\s+up|switches|patches|seals|sweeps|scrubs|resets|unlocks|supercharges|turbo-?charges|cleanses|cleans(?:\s+out)?|drains|plumps|firms|tones|rejuvenates|revives|awakens|fires\s+up|re-?wires|reboots"
    r"|unclogs|lubricates|nourishes|dissolves|starves|torches|zaps|blasts|shreds|calms|soothes|floods|puts\s+out|turns\s+(?:on|off|back)|repairs|rebuilds|renews|regenerates|tells|quiets|re-?mineralizes|knits)"
)
_VERBS = rf"(?:{_WITH_S}|(?:(?<=s\s)|(?<=\bcan\s)|(?<=\bwill\s)|(?<=\bto\s)){_BARE})(?!\s+(?:of|from|that|in)\b)"
_GOODS = (
    r"(?:our|this|these|the|each|every|one|a|an|its|[a-z]+)\s+(?:(?!and\b|that\b|which\b|who\b|you\b|we\b|i\b|they\b)[\w’'-]{1,30}\s+){0,3}?"
    r"|it\s+|they\s+|(?-i:[A-Z])[\w’'-]{1,30}\s+"
)
_DOES = Cue(
    rf"^\W{{0,12}}(?:(?:and|but|at\s+night|overnight|while\s+you\s+sleep|every\s+night|day\s+after\s+day),?\s+)?(?:{_GOODS})(?:gently\s+|simply\s+|literally\s+|quickly\s+|slowly\s+|naturally\s+|deeply\s+|can\s+|will\s+|helps\s+(?:to\s+)?){{0,2}}{_VERBS}\s+"
    rf"(?:(?!you\b|me\b|us\b|them\b|him\b|her\b|people\b|and\b)[\w’'-]{{1,30}},?\s+){{0,4}}?{_PARTS}\b",
)
_SOMEBODY = lazily(
    r"^\W{0,12}(?:and\s+|but\s+)?(?:i|we|you|he|she|people|somebody|everyone|who|doctors?|nurses?|surgeons?|dentists?|my|her|his|their|your|(?:the|our|a|each|every)\s+(?:[\w-]{1,30}\s+)?(?:team|staff|doctors?|nurses?|surgeons?|dentists?|therapists?|teachers?|author|chapter|book|post|story|article|film|song|course|class))\b"
    r"|\b(?:imagine|picture|as\s+if|like\s+an?)\b|\?\W*$",
    re.IGNORECASE,
)
"""Who does it is a person, or it is only pictured."""


def acts_on_body(text: str) -> bool:
    """Whether a sentence says of a thing, in a figure of speech, what it does to the body."""
    return _DOES.search(text) is not None and _SOMEBODY.search(text) is None
