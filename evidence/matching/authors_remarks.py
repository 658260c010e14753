"""What an author says beside a work rather than from it, plans of the page and faults of the work; and how it was done.

Source: standards.md A3.2 (a source is inherited by talk of the same study) and A1 (an appraisal needs its critic): a
study does not bear out what is held against it, and "this article" with a plan behind it is the page itself. What its
own makers admit is theirs.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily

_PLANS = Cue(
    r"\b(?:for\s+the\s+purposes?\s+of|in|throughout|of|with)\s+this\s+(?:article|review|guide|report|book),?\s+(?:we|i)(?:['’]ll|['’]re|['’]m)?\s+"
    r"(?:(?:will|shall|want\s+to|are\s+going\s+to|am\s+going\s+to|only|mainly)\s+)*(?:focus(?:ing)?|cover(?:ing)?|discuss(?:ing)?|look(?:ing)?|explore|exploring|explain(?:ing)?|talk(?:ing)?|"
    r"share|sharing|go(?:ing)?|list(?:ing)?|answer(?:ing)?|dive|diving)\b",
)
_FAULTS = Cue(
    r"\b(?:flaw(?:s|ed)?|shortcomings|cherry-?pick(?:s|ed|ing)?|(?:junk|bad|sloppy|shoddy)\s+science|hype|fraud(?:ulent)?|bogus|dishonest(?:ly)?|misleading|nonsense|(?:very|heavily|hopelessly|badly)\s+confounded"
    r"|(?:poorly|badly)\s+(?:designed|done|conducted|controlled|written)|(?:never|not|refused\s+to)\s+(?:publish(?:ed)?|share|release|disclose)d?\s+(?:any\s+of\s+)?(?:their|its|the|his|her)\s+(?:\w+\s+)?data)\b",
)
_ADMITTED = lazily(
    r"\b(?:authors?|researchers|investigators|reviewers|they|he|she|scientists|team)\s+(?:(?:also|themselves|even|had|have|did)\s+){0,2}"
    r"(?:admit|acknowledge|concede|note|report|say|said|write|wrote|found|find|conclude|point|caution|warn|state|rate|judge)"
    r"|\b(?:trials|studies|papers|rcts)\b|[“”\"]",
    re.IGNORECASE,
)
"""Who made the work tells of the faults, or they are those of what a review looked at, or the words are quoted."""
_METHOD = lazily(
    r"\b(?:at\s+random|randomly|randomi[sz]ed|a\s+placebo|double-blind(?:ed)?|control\s+group|(?:participants|patients|subjects|volunteers|women|men|children|adults|half|others|they|groups?|mice|rats|students|nurses|runners|infants|babies)\s+"
    r"(?:was|were)\s+(?:either\s+|then\s+|each\s+)?(?:given|assigned|divided|split|allocated|asked\s+to|told\s+to|followed\s+for|recruited|enrolled|interviewed|tested|measured|weighed|scanned)"
    r"|(?:^|\band\s)\W*they\s+(?:also\s+|then\s+|only\s+)?(?:looked\s+at|relied\s+on|enrolled|recruited|analy[sz]ed|tracked|surveyed|examined|excluded))\b",
    re.IGNORECASE,
)
"""Who got what in the study spoken of: "The runners were given either honey or syrup at random"."""
_TOLD = lazily(
    r"\b(?:was|were|got|had|took|received|drew|drank|ate|served|practi[sc]ed|they\s+(?:\w+\s+)?\w+ed)\b", re.IGNORECASE
)
_ASSERTS = lazily(
    r"\b(?:is|are|can|may|might|will|should|must|has|have|do|does|need|avoid|take|because|so\s+that|cures?|cured|heals?|healed|prevents?|treats?|causes?|kills?|killed|boosts?|reduces?|improves?|helps?|protects?|works?"
    r"|lowers?|raises?|reliev(?:e|es|ed)|revers(?:e|es|ed)|safe|safely|effective|centuries|ancient|tradition\w*|generations)\b|[;:–—]|,\s(?:which|and|but|so|yet)\b",
    re.IGNORECASE,
)
"""What tells more than how a study was done: an effect, a bidding, another clause, or what people did of old."""


def tells_method(text: str) -> bool:
    """Whether a sentence tells in the past tense who was given what, and nothing else."""
    return _METHOD.search(text) is not None and _TOLD.search(text) is not None and _ASSERTS.search(text) is None


def plans_the_page(text: str) -> bool:
    """Whether a sentence says what the page is about to do: "In this article we focus on …"."""
    return _PLANS.search(text) is not None


def finds_fault(text: str) -> bool:
    """Whether a sentence holds something against a work in the author's own name."""
    return _FAULTS.search(text) is not None and _ADMITTED.search(text) is None
