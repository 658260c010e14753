"""Wordings of an effect on a disease that no weighing of the other words takes away.

In: a sentence with the product's name replaced, and the criterion that rules found in it. Out: whether their finding stands by itself. Which
wordings these are was measured on lists left out in turn: 154 of the 159 findings that they hold were right (development figures).
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.selling.passage import PRODUCT, Passage

_ILL = "<ill>"
_ACTS = r"(?:cure|heal|reverse|treat|prevent|end|eradicate|banish|beat|kill|relieve|ease|soothe|fight|combat|conquer|defeat|tame|shift|halt|stop|clear|fade|calm|quiet|lift|shrink|halve|slow|get\s+rid\s+of|do(?:es)?\s+away\s+with|ward\s+off|knock\s+out|alleviate|remove|dissolve|eliminate|reduce|lower|tackle|helps?\s+with|found|find|detect|spot|diagnose)(?:s|es|ed|d|ped|ting)?"
_WHOSE = r"(?:(?:my|your|her|his|their|our|the|all|any|every|most|chronic|severe|even)\s+){0,3}"
_WORDINGS = lazily(
    rf"\b{PRODUCT}\s+(?:[\w-]+\s+){{0,2}}?{_ACTS}\s+{_WHOSE}{_ILL}"
    rf"|\b(?:made|created|designed|developed|formulated|built|brewed|blended|designed)\s+(?:\w+ly\s+)?(?:for|to\s+\w+)\s+(?:(?:people|those|anyone|everybody|everyone|women|men|patients|sufferers)\s+)?(?:living\s+)?(?:with\s+)?(?:\w+\s+){{0,2}}?{_ILL}"
    rf"|-designed\s+for\s+(?:\w+\s+)?{_ILL}"
    rf"|{_ILL}\s+(?:prevention|relief|cure|remedy|killer|fighter|buster|defen[cs]e|protection|solution)\b(?=[^.!?]{{0,80}}$)"
    rf"|(?:\b(?:try|get|buy|order|choose|grab)\s+|^\W*){PRODUCT}\s+(?:for|against)\s+{_WHOSE}{_ILL}(?!\s+(?:research|charit\w+|awareness|patients?|sufferers?))"
    rf"|\b(?:say|wave|kiss)\s+(?:\w+\s+)?(?:good-?bye|bye|so\s+long|farewell)\s+to\s+(?:\w+\s+){{0,3}}?{_ILL}"
    rf"|\b(?:my|her|his|our)\s+(?:\w+['’]s\s+)?{_ILL}(?:\s+\w+)?\s+(?:was|is|were|are|has|have)\s+(?:been\s+)?(?:\w+ly\s+|now\s+|all\s+)?(?:cured|gone|healed|cleared|vanished|under\s+control|in\s+remission|halved)"
    rf"|{_ILL}(?:\s+[\w-]+){{0,2}}\s+(?:fade|vanishe?|disappear|melt|clear|ease|settle|heal)s?\s+(?:\w+\s+){{0,3}}?(?:with|thanks\s+to|after|on|under|because\s+of)\b.{{0,40}}{PRODUCT}"
    rf"|{_ILL}\s+(?:doesn['’]t|don['’]t|does\s+not|do\s+not)\s+stand\s+a\s+chance"
    rf"|{PRODUCT}\b.{{0,60}}\b(?:known|famous|prized|renowned|valued|celebrated)\s+for\s+(?:its|their|the)\s+(?:\w+\s+)?(?:effects?|actions?|benefits?|power|use|properties|help)\s+(?:on|against|in|for|with)\s+(?:\w+\s+){{0,2}}?{_ILL}"
    rf"|{PRODUCT}\s+(?:\w+ly\s+)?(?:works?|helps?|is\s+good|acts?|does\s+good)\s+(?:on|against|for|with|in)\s+(?:every|any|all|most)\s+(?:\w+\s+)?(?:illness(?:es)?|diseases?|ailments?|sickness(?:es)?|malad(?:y|ies)|conditions?)\b",
    re.IGNORECASE,
)
_TOLD = lazily(
    r"\b(?:says?|said|saying|claims?|claimed|promis\w+|internet|stor(?:y|ies)|rumou?rs?|believ\w+|myth|whether|if|not|no|never|nor|neither|nobody|cannot|without|unproven|n['’]t)\b|\?",
    re.IGNORECASE,
)
_IS_OVER = lazily(
    rf"^\W*(?:{PRODUCT}\W*)?(?:(?:\w+\s+)?{_ILL}\s*\?\W*)?(?:it['’]?s\s+|they['’]?re\s+|all\s+|now\s+|long\s+)?(?:gone|sorted|history|not\s+any\s?more|no\s+more|no\s+longer|solved|done(?:\s+with)?|over|bye(?:-?\s?bye)?|finished|dealt\s+with|a\s+thing\s+of\s+the\s+past|banished|cured|healed|beaten|fixed|forgotten|see\s+you|so\s+last\s+year|what\s+\w+)\W*$",
    re.IGNORECASE,
)
"""An answer that says of the ill in the question before it that it is over ("Gout? Gone.")."""
_NO_CHANCE = lazily(r"\bstand\s+a\s+chance\b", re.IGNORECASE)


def stands(passage: Passage, criterion: str) -> bool:
    """Whether a disease claim that rules found is one in a wording that is right nearly always."""
    if criterion == "viii":
        return _TOLD.search(passage.text) is None
    text = passage.text
    named = [*passage.ills, *(passage.of_kind("natural") if criterion == "iii" else ())]
    for term in sorted({one for one in named if one.end > one.start}, key=lambda one: -one.start):
        text = text[: term.start] + _ILL + text[term.end :]
    if (passage.before or "?" in text) and _IS_OVER.match(text):
        return True
    found = _WORDINGS.search(text)
    if not found:
        return False
    return _NO_CHANCE.search(found.group()) is not None or _TOLD.search(text[: found.end()]) is None
