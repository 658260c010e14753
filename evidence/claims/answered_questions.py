"""Questions that answer themselves: "Does turmeric cure cancer? Yes." says no less than "Turmeric cures cancer."

A question asserts nothing (standards.md A3.1), unless the next words say yes and nothing else. Where the answer, or the
sentence behind it, brings a source, the passage answers like any other and the question stays one [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_YES = lazily(
    r"\W*(?:(?:well|why|oh|and|so|in a word|in short|in fact|short answer"
    r"|the (?:short |simple |quick )?answer(?: is|:)?)"
    r"\W+(?:a )?(?:\w+ )?)?"
    r"(?:yes|yep|yeah|yup|aye|absolutely|definitely|certainly|undoubtedly|indeed|of course|exactly|correct|true"
    r"|no doubt|without (?:a |any )?doubt|no question|you bet|sure(?:ly)?(?: does| do| can)?|it sure does"
    r"|you can bet on it"
    r"|(?:it|they|he|she|this|that|these|those|we|you) (?:really |actually |most certainly |certainly |absolutely )?"
    r"(?:does|do|did|can|will|is|are|could|would|has|have)(?: indeed| so)?"
    r"(?!\W+(?:an?|the|my|your|our|not|one|what|why|how)\b)"
    r"|(?:the )?(?:science|scientists|research(?:ers)?|stud(?:y|ies)|doctors?|experts?) (?:say|says|said) (?:yes|so)"
    r"|(?:scientifically |clinically )?proven)\b",
    re.IGNORECASE,
)
_LONGEST = 9
"""Words up to which an answer says yes and little else."""
_NOT_AT_ALL = lazily(r"\b(?:no|not|never|nobody|nothing|hardly|unlikely|but|unclear|unknown)\b|n['’]t\b", re.IGNORECASE)
_ENDS = lazily(r"\?[\"'”’)\]*_]*\s*$")
_AUXILIARY = lazily(
    r"\W*(?:(?:so|but|and|well|then)\W+)?(?P<does>does|do|did|can|could|will|would|may|might)\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_VERB = lazily(
    r"\s(?=(?:really\s+|actually\s+|ever\s+|also\s+|help\s+(?:to\s+)?)?(?:cur|prevent|treat|heal|reliev|reduc|lower|help"
    r"|stop|revers|boost|improv|eas|fight|kill|protect|caus|harm|damag|work|rais|increas|decreas|trigger|worsen|speed|slow"
    r"|burn|block|beat|strengthen|support|promot|aid|benefit|lead|calm|balanc|cleans|detox|melt|shrink|keep|give|regulat"
    r"|sooth|remov|clear|restor|repair|banish|eliminat|control|combat|guard|shield|shorten|enhanc|alleviat"
    r"|suppress|inhibit|destroy|defeat|minimi[sz]|halv|doubl|normali[sz]|stimulat|dissolv|increas)(?:e|y)?\b)",
    re.IGNORECASE,
)


_KNOWN = lazily(
    r"\W*(?:(?:so|but|and|well)\W+)?(?:did(?:n['’]t)? you know|do you (?:already )?know|have you (?:already )?heard"
    r"|would you believe|can you believe|is(?:n['’]t)? it (?:amazing|great|wonderful|fantastic|incredible))"
    r"(?:\s+the\s+(?:news|fact))?,?\s+(?:that\s+)?(?!what|why|how|where|when|who|which|if|whether|about)(?P<said>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_TAG = lazily(
    r"^(?P<said>.+),\s*(?:right|correct|yes|ok(?:ay)?|(?:is|are|was|do|does|did|ca|could|wo|would|has|have)n['’]t"
    r"\s+(?:it|they|he|she|you|we))$",
    re.IGNORECASE | re.DOTALL,
)


def presupposed(question: str) -> str:
    """What a question takes for granted: "Did you know that turmeric cures cancer?", "It cures cancer, doesn't it?" """
    words = _bare(question)
    found = _KNOWN.match(words) or _TAG.match(words)
    return found["said"] if found else ""


def _bare(question: str) -> str:
    return question.strip().rstrip("\"'”’)]*_ ").rstrip("?").strip()


def is_question(text: str) -> bool:
    return _ENDS.search(text) is not None


def can_be_answered(question: str) -> bool:
    """Whether a yes to the question says something of the world: not so after "what" or "why", or where the reader is
    asked about themselves ("Are you tired of headaches?")."""
    return _OPEN_OR_OF_READER.match(question) is None


_OPEN_OR_OF_READER = lazily(
    r"\W*(?:(?:so|but|and|well|then|q|question)\W+)*"
    r"(?:what|why|how|who|whose|which|where|when|(?:are|do|did|have|were|would)(?:n['’]t)?\s+you)\b",
    re.IGNORECASE,
)


def says_yes(answer: str) -> bool:
    """Whether a sentence is a bare yes: a few words that take nothing back."""
    words = answer.split()
    return 0 < len(words) <= _LONGEST and _YES.match(answer) is not None and _NOT_AT_ALL.search(answer) is None


def statement(question: str) -> str:
    """What a yes to the question says, as a sentence: "turmeric can cure cancer".

    Questions with "is" and "are" keep their order ("Is turmeric safe"); their words tell enough.
    """
    words = _bare(question)
    asked = _AUXILIARY.match(words)
    if asked is None:
        return words
    verb = _VERB.search(asked["rest"])
    if verb is None:
        return asked["rest"]
    return f"{asked['rest'][: verb.start()]} can {asked['rest'][verb.end() :]}"
