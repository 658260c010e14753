"""What a kind of study is, told to readers: "An RCT is a trial in which chance decides who gets which treatment".

That explains a word (docs/labelling.md, `textbook`: "a definition that only says what a word means") and speaks of no
study that could be cited. A number, a name, a result or a promise beside it makes it more than that.
"""

from __future__ import annotations

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.patterns import Cue, lazily

_KIND = r"(?:stud(?:y|ies)|trials?|reviews?|experiments?|surveys?|meta-?analys[ie]s|reports?|series|designs?)"
_OF_DESIGN = (
    r"(?:randomi[sz]ed|controlled|placebo|double|single|blind(?:ed)?|clinical|cohort|case|control|cross|crossover|over|sectional|observational|interventional|longitudinal"
    r"|prospective|retrospective|ecological|systematic|literature|narrative|scoping|umbrella|pilot|feasibility|animal|in\s+vitro|in\s+vivo|epidemiological|parallel|factorial|twin|before|after|and)"
)
_DESIGN = rf"(?:(?:{_OF_DESIGN}[\s-]+){{1,6}}{_KIND}|RCTs?|meta-?analys[ie]s|{_KIND})(?:\s\([^()]{{2,40}}\))?"
_EXPLAINS = Cue(
    rf"^\W{{0,12}}(?:(?:an?|the)\s+)?(?:typical\s+|good\s+|so-called\s+)?{_DESIGN}[”\"*_]{{0,3}}\s+(?:is|are|means|mean|refers?\s+to)\s+(?:simply\s+|basically\s+|usually\s+|often\s+)?(?:an?|one|ones|the\s+(?:kind|type|sort)|any|when|where|what|{_DESIGN})\b"
    rf"|^\W{{0,12}}(?:(?:an?)\s+)?(?:typical\s+)?(?:{_OF_DESIGN}[\s-]+){{1,6}}{_KIND}(?:\s\([^()]{{2,40}}\))?\s+(?:usually\s+|often\s+|simply\s+)?(?:compares?|follows?|looks?\s+(?:at|back)|combines?|pools?|involves?|uses?|asks?|gathers?|observes?|assigns?|splits?|gives?|takes?|collects?|sums?\s+up)\s+"
    r"(?:people|patients|participants|volunteers|groups?|two|those|the\s+(?:results?|same|records|data|findings)|many|several|all|other|a\s+(?:group|large|snapshot)|what|who|data|results|some|one|everyone|each|half)\b"
    rf"|^\W{{0,12}}in\s+an?\s+(?:typical\s+)?(?:(?:{_OF_DESIGN}[\s-]+){{1,6}}{_KIND}|RCT|meta-?analysis)(?:\s\([^()]{{2,40}}\))?,?\s+(?:people|patients|participants|volunteers|everyone|each|half|some|researchers|scientists|one\s+group|two\s+groups|neither|nobody|the\s+(?:researchers|scientists|groups|people))\s+(?!who\s+(?:took|got|ate|had))",
)
_MORE = lazily(
    r"\d|(?<=[a-z,]\s)(?!RCT|I\b)[A-Z][a-z]{2,}|\b(?:found|showed|shown|proved|reported|published|our|we|that\s+(?:found|showed)|this\s+(?:study|trial)|cur(?:e|es|ed)|heal(?:s|ed)?|vaccines?|cancer)\b"
)

_TOLD = lazily(
    r"\b(?:was|were|had|did|lost|gained|fell|rose|got|took|slept|felt|ate|drank|became|grew|saw|gave|led|made)\b"
    r"|(?<!\bare\s)(?<!\bis\s)(?<!\bbe\s)(?<!\bget\s)\b(?!randomi|control|blind|need|bas)[a-z]{3,}ed\b"
)
"""What came of a study that was made: "In a clinical trial, people took it and slept"."""


def explains_design(text: str) -> bool:
    """Whether a sentence only says what a kind of study is."""
    found = _EXPLAINS.search(text)
    if found is None or _TOLD.search(text, found.end() - 8):
        return False
    return not (_MORE.search(text) or ASSERTS.search(text) or BENEFIT.search(text))
