"""Biddings to leave off a medicine or a treatment, or to put something else in its place: "Throw away your inhaler".

Source: standards.md A3.5 (advice) and FTC 2022. That one is not to do so, or is to ask before, bids nothing of the kind.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.language.patterns import Cue, lazily

MEDICINE_WORDS = (
    r"(?:medicines?|medications?|meds|tablets|pills|statins?|insulin|antidepressants?|antibiotics|inhalers?|(?:prescribed|prescription|cancer|heart)\s+drugs|prescriptions?|chemo(?:therapy)?|radiotherapy|radiation|vaccin\w+|jabs?|blood\s+thinners?"
    r"|warfarin|steroids?|metformin|painkillers|beta[\s-]blockers?|injections?|dialysis|surgery|treatments?)"
)
MEDICINE = Cue(rf"\b{MEDICINE_WORDS}\b")
"""A medicine or treatment by its name or kind."""
_WHOSE = r"(?:(?:taking|using|all|of|your|the|their|his|her|my|any|those|child['’]s|daily|expensive|toxic|heart|blood\s+pressure|cancer|diabetes|asthma|prescribed|prescription)\s+){0,4}"
LEAVES = Cue(
    rf"\b(?:stop|quit|skip|drop|ditch|bin|throw\s+(?:away|out)|toss|refuse|forget|come\s+off|get\s+off|halve|swap|replace|cancel|decline|put\s+away|say\s+no\s+to|(?:no\s+longer|don['’]t|do\s+not|never)\s+need)\s+{_WHOSE}{MEDICINE_WORDS}\b"
    r"(?!\s+(?:into|that\s+(?:are|is|have)|when|every|each|out\s+of|at\s+the|in\s+(?:the|an?)|where|section|helplines?|bottles?|box(?:es)?|counters?|to\s+(?:visit|see|read|enter|buy)|and\s+(?:call|see|ring|seek|tell|ask)))"
)
"""Behind some words it is a box, a day or a call for help that is spoken of: "Drop your tablets into the box"."""
REPLACES = Cue(
    rf"\b(?:replaces?|(?:works?|is|are)\s+(?:\w+\s+)?(?:better|safer|stronger)\s+than|beats?|outperforms?|(?:works?|is|are)\s+as\s+(?:good|well|strong|effective)\s+as|instead\s+of|in\s+place\s+of|rather\s+than)\s+{_WHOSE}(?:{MEDICINE_WORDS}|doctors?)\b"
)
_BIDDEN = lazily(
    r"^\W*(?:(?:so|and|then|just|simply|please|now|instead|today|finally|safely|at\s+last|it\s+is\s+(?:safe|fine|time)\s+to|you\s+(?:can|may|should|must|could|will|should\s+now|can\s+now|can\s+safely)|you|we|they)\s+){0,4}$|\b(?:sw(?:ore|ears?)|says?|said|tells?(?:\s+\w+)?|told\s+\w+|read\s+\w+|has\s+it|turns\s+out|knows?|knew|hides?|confirm|news\s+is|remember|found|believe)\s+(?:that\s+)?$"
    r"|\b(?:that|why|and|says?|said)\s+(?:you|people|patients|we)\s+(?:(?:can|should|must|may|no\s+longer|now|safely)\s+){0,3}$",
    re.IGNORECASE,
)


def is_bidden(part: str) -> bool:
    """Whether a clause bids its readers leave a treatment off."""
    return any(_BIDDEN.search(part[: found.start()]) for found in LEAVES.finditer(part))
