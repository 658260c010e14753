"""(v) The product is said to belong to a class of products meant against a disease ("a natural statin")."""

from __future__ import annotations

from evidence.language.patterns import any_of, lazily
from evidence.selling.passage import Passage, said

_IS_ONE = lazily(
    r"(?:\b(?:is|are|as|like|acts?\s+as|works?\s+(?:like|as)|call(?:ed|s)?(?:\s+\w+)?|belongs?\s+(?:to|among)|contains?|think(?:\s+of\s+\w+\s+as)?|same\s+as|one\s+of)|[:,–—-])\s+(?:\w+\s+)?"
    r"(?:a|an|the|nature['’]s|our|your|one\s+of)?\s*(?:[\w'’-]+\s+){0,4}$",
    2,
)
_NATURAL = lazily(
    r"\b(?:natural|nature['’]s|herbal|\w+['’]s\s+own|\w+s['’]\s+own|our\s+own|plant[\s-]based|plant|botanical|vegetable|liquid|edible|topical|gentle|green|organic|kitchen|homemade)\s+(?:\w+\s+)?$",
    2,
)
_LIKE = lazily(
    r"^[\s-]*(?:like|style|grade|strength|herb|plant|berry|root|leaf|tea|mushroom|fruit|from\s+(?:a|the)\s+\w+|(?:that|which)\s+(?:grows?|comes?|you\s+can)|you\s+can\s+(?:drink|eat|chew)|in\s+a\s+(?:gummy|cup|jar|bottle)|without\s+(?:the\s+)?(?:chemicals|prescription))",
    2,
)
_QUALITY = any_of(
    r"(?:anti-?inflammatory|anti-?viral|anti-?bacterial|anti-?microbial|anti-?fungal|anti-?cancer|anti-?tumou?r|anti-?diabetic|anti-?depressant|anti-?histamine|anti-?septic|anti-?hypertensive|anti-?parasitic|anti-?convulsant|anti-?anxiety|anti-?arthritic|anti-?ulcer|anti-?rheumatic|pain[\s-]killing|pain[\s-]relieving|blood[\s-]thinning|cholesterol[\s-]lowering|blood[\s-]pressure[\s-]lowering|germ[\s-]killing|analgesic|antibiotic|sedative|diuretic)"
    r"\s+(?:\w+\s+)?(?:formula|blend|properties|effects?|action|activity|power|powers|support|benefits?|strength|complex|tea|lotion|cream|balm|capsules?|herbs?|plants?|compounds?|punch|qualities)"
)
_APART = lazily(r"\b(?:unlike|than|without|no|over|beats?)\s+(?:\w+\s+){0,2}$", 2)
_SAME = any_of(
    r"(?:the\s+)?same\s+(?:\w+\s+){0,3}?(?:as|that\s+is\s+(?:in|used)|found\s+in)|(?:cousin|sister|brother|twin|relative|equivalent|counterpart|version|analogue|answer|kin|sibling)\s+(?:of|to)|(?:related|akin|identical|comparable|similar|close)\s+to|in\s+the\s+(?:league|class|family|manner|style)\s+of|(?:acts?|works?)\s+(?:much\s+|exactly\s+|in\s+the\s+same\s+way\s+)?(?:as|along\s+the\s+lines\s+of)|(?:precursor|forerunner)\s+(?:of|to)"
)
"""Words that set the goods beside a drug."""
_PLAIN = any_of(r"contains?\s+no|free\s+(?:of|from)|without\s+any|no\s+(?:added\s+)?steroids?")


_NEAR = 25
"""Letters between such words and the drug [house]."""


def words(passage: Passage) -> str:
    """The class that the product is put into, or ""."""
    if _PLAIN.search(passage.text):
        return ""
    quality = _QUALITY.search(passage.text)
    if quality:
        return said(quality.group())
    for term in passage.of_kind("drug", "drugclass"):
        before, after = passage.text[: term.start], passage.text[term.end : term.end + 40]
        if _APART.search(before):
            continue
        same = next((found for found in _SAME.finditer(before) if len(before) - found.end() < _NEAR), None)
        if same:
            return said(same.group(), term)
        if _NATURAL.search(before) or _LIKE.match(after):
            return said("natural" if _NATURAL.search(before) else "like", term)
        if term.kind == "drugclass" and _IS_ONE.search(before[-60:]):
            return said("is one", term)
    return ""
