"""What a reviewer finds wrong with goods, or says of whom they do not suit, with no good word in the same sentence."""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.lexicon import terms

_CAVEAT = Cue(
    r"\b(?:downsides?|drawbacks?|caveats?|gripes?|complaints?\s+(?:is|are|was)|inconvenien\w+|minus\s+points?|dealbreaker|(?:bothered|annoyed|disappointed|bugged)\s+(?:me|us)|(?:may|might|could)\s+not\s+be\s+(?:suitable|ideal|right|best|perfect|for)\b"
    r"|(?:a\s+(?:bit|little|tad)|slightly|somewhat|rather|quite|far\s+too|too)\s+(?:(?:more|less)\s+)?(?:hard(?:er)?|difficult|oily|greasy|sticky|thick|thin|messy|strong|potent|small|big|bulky|heavy|loud|noisy|expensive|pricey|stiff|slow|fiddly|flimsy|sweet|bitter|chalky|runny)"
    r"|(?:hard(?:er)?|difficult|tricky|awkward)\s+to\s+(?:open|pour|handle|clean|dispense|disperse|find|read|reach|assemble|set\s+up|mix|apply|fold|carry|fit)|difficulty\s+(?:to|in|of)\s+(?:handl|control|open|pour|clean|us|read)\w*|(?:i|we)\s+(?:do\s+|just\s+|only\s+)?wish(?:ed)?\s+(?:it|they|that|there)|(?:did|does|do)(?:n['’]t|\s+not)\s+affect\s+(?:the|its|their)\s+(?:\w+\s+)?performance)\b",
)
_GOOD_WORD = any_of(
    r"side[\s-]effects?|interact\w*|cur(?:e|es|ed|ing)|heal\w*|treat\w*|reliev\w*|relief|prevent\w*|protect\w*|improv\w*|reduc\w*|lower\w*|boost\w*|sooth\w*|calm\w*|relax\w*|eas(?:e|es|ed|ing)|help\w*|benefi\w+|effective\w*|work(?:s|ed)|support\w*|strength\w*|energ\w+|detox\w*|safe\w*|gentle|harmless|natural|non-?\s?toxic|healthy|health|fast(?:er)?|so\s+(?:fast|well|quickly)|burn(?:s|ed)?\s+(?:fat|calories)|los(?:e|es|t|ing)|gone|vanish\w*|better|best|unlike|than\s+(?:any|other|all|every)|no\s+other|balanc\w+|restor\w*|repair\w*|sleep\w*|skin|immun\w*|digest\w*|focus|mood|memory|joints?|pain\w*|liv(?:e|es|ing)|longer|years|young\w*|doctors?|superfluous|instead|replac\w*"
)


_ABSENT = lazily(
    r"\b(?:no|zero|without|not|never|none|free\s+of|hardly\s+any|few|nothing)\b(?:\s+[\w'’-]+){0,3}\s*$", re.IGNORECASE
)
"""What stands before a drawback that the goods are said not to have."""


def finds_fault(text: str) -> bool:
    """Whether a sentence names a drawback of goods, and nothing of the body, of illness or of an effect."""
    found = _CAVEAT.search(text)
    if found is None or _ABSENT.search(text[: found.start()]):
        return False
    return not _GOOD_WORD.search(text) and not terms(text)
