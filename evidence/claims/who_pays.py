"""Who pays for a treatment: what insurers cover, what cards and schemes take off its price, what an office funds.

"Insurance, price, forms, business" need no source (docs/labelling.md, `regulation`). A line is one by its whole wording;
"covered" is one only where its heading or lead-in speaks of cost: "Often covered in sores" is a symptom. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.outright_promises import promised
from evidence.language.patterns import Cue, lazily

_OF_COST = lazily(
    r"\b(?:insur(?:ance|ed|ers?)|costs?|prices?|pricing|coverage|afford\w*|medicare|medicaid|nhs|reimburse\w*|accessibility)\b",
    re.IGNORECASE,
)
_COVERED = Cue(
    r"^\W*(?:(?:often|usually|sometimes|not|rarely|partly|fully|generally|typically|may\s+be|is|are|it\s+is)\s+){0,3}(?:covered|reimbursed)\s+(?:for|by|under|when|if)\s+(?P<what>[^,;:.]{2,80})\W*$",
)
_COVERAGE = Cue(
    r"^\W*(?:there\s+is\s+|often\s+|you\s+may\s+have\s+)?(?:(?:limited|partial|full|no|some|little|better|variable)\s+){1,2}(?:insurance\s+)?coverage\s+(?:for|under|by|from|through)\s+(?P<what>[^,;:.]{2,80})\W*$",
)
_CHEAPER = Cue(
    r"^\W*(?:[\w'’-]+\s+){0,4}?(?:coupons?|discounts?|savings?\s+cards?|vouchers?|rebates?|assistance\s+program(?:me)?s?|subsid(?:y|ies))\s+(?:(?:may|can|could|might|will|often)\s+){1,2}(?:help\s+(?:to\s+)?)?(?:reduce|lower|cut|cover|bring\s+down)\s+(?:(?:the|your|out-of-pocket|its|their)\s+){0,2}(?:costs?|prices?|bills?|expenses?)\W*$",
)
_FUNDS = Cue(
    r"^\W*(?:[\w'’.-]+\s+){1,6}?(?:funds?|pays?\s+for|subsidi[sz]es?|reimburses?)\s+(?:an?|the|some|these|part\s+of)\s+[^,;:.]{3,60}?\b(?:services?|visits?|sessions?|program(?:me)?s?|schemes?|consultations?)\s+for\s+(?:eligible|qualifying|low-income|registered|insured)\s+(?P<what>[^,;:.]{2,80})\W*$",
)
_GOES_ON = lazily(
    r"\b(?:because|since|as|that|which|and\s+(?:it|they|this)|but|so|cur\w+|heal\w*|prevent\w*|revers\w*|works?|kill\w*|safe\w*|proven|effective\w*|causes?|harm\w*)\b",
    re.IGNORECASE,
)


def tells_who_pays(text: str, above: str) -> bool:
    """Whether a line only says who pays for what, by its words and by the heading or lead-in `above` it."""
    if _CHEAPER.search(text):
        return True
    of_cost = _OF_COST.search(above) is not None
    found = ((_COVERED.search(text) or _COVERAGE.search(text)) if of_cost else None) or _FUNDS.search(text)
    return found is not None and _GOES_ON.search(found["what"]) is None and promised(text) is None
