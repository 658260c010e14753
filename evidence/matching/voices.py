"""Whose word a sentence passes on, and whether the next one lets the same person, body or book speak again.

Source: standards.md A3.2: a source is handed on by pronouns and definite phrases ("she adds", "the agency warns", "a
later chapter explains") and by the name itself ("Lee also writes", "EFSA's advice"). The topic alone hands nothing on.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily

SAYS = (
    r"(?:sa(?:y|ys|id)|writ(?:e|es)|wrote|argu(?:e|es|ed)|recommend(?:s|ed)?|estimat(?:e|es|ed)|advis(?:e|es|ed)|warn(?:s|ed)?|add(?:s|ed)?"
    r"|explain(?:s|ed)?|finds?|found|report(?:s|ed)?|conclud(?:e|es|ed)|not(?:e|es|ed)|stat(?:e|es|ed)|observ(?:e|es|ed)|shows?|showed"
    r"|suggest(?:s|ed)?|claim(?:s|ed)?|believ(?:e|es|ed)|maintain(?:s|ed)?|insist(?:s|ed)?|points?\s+out|pointed\s+out|stress(?:es|ed)?"
    r"|emphasi[sz](?:e|es|ed)|caution(?:s|ed)?|urg(?:e|es|ed)|list(?:s|ed)?|call(?:s|ed)?\s+(?:for|it|this|these|them)|classif(?:y|ies|ied)|defin(?:e|es|ed)"
    r"|admit(?:s|ted)?|acknowledg(?:e|es|ed)|conced(?:e|es|ed)|tell(?:s)?\s+(?:us|readers)|remind(?:s|ed)?|propos(?:e|es|ed)|confirm(?:s|ed)?"
    r"|mention(?:s|ed)?|cit(?:e|es|ed)|describ(?:e|es|ed)|consider(?:s|ed)?|discover(?:s|ed)?|determin(?:e|es|ed)|identif(?:y|ies|ied)"
    r"|approv(?:e|es|ed)|goes?\s+(?:on|further)|went\s+on|quotes?|quoted)"
)
_LEADS = (
    r"\W*(?:(?:also|but|and|so|yet|still|however|in fact|in the end|in addition|elsewhere|overall|finally|ultimately|instead|again|moreover|furthermore"
    r"|additionally|later(?: on)?|similarly|likewise|indeed|in short|for (?:example|instance)|in (?:pregnancy|children|adults)),?\s+)?"
)
_BETWEEN = r"(?:(?:also|then|even|further|now|currently|still|both|did\s+not|does\s+not|do\s+not|has|have|had|\w{3,12}ly)\s+){0,2}"
_BODY = (
    r"(?:agency|authority|organi[sz]ation|association|academy|society|college|council|institutes?|ministry|department|committee|panel|board|task\s?force"
    r"|foundation|charity|commission|federation|alliance|bureau|administration|regulator|watchdog|cent(?:re|er)s?|experts|university|clinic|hospital|group)"
)
_DOCUMENT = (
    r"(?:guidance|guidelines?|opinion|statement|position|recommendations?|advice|fact\s?sheet|page|website|site|article|piece|post|reports?|document|leaflet"
    r"|infographic|podcast|episode|video|talk|lecture|documentary|film|column|essay|editorial|letter|press\s+release|book|chapter|author|writer|doctor|professor"
    r"|expert|physician|dietitian|nutritionist|psychologist|journalist|interview|handbook|textbook|manual|monograph|entry|label|leaflet|review(?:ers?)?|stud(?:y|ies)|paper)"
)
_ACCORDING = r"(?:according\s+to|in\s+the\s+(?:words|view|opinion)\s+of|as\s+per)"
_LETS_SPEAK = Cue(
    rf"\b(?:{SAYS}|{_ACCORDING}|{_BODY}|{_DOCUMENT}|lectures|interviewed|told\s+(?:\S{{1,200}}\s+){{1,5}}?that)\b",
)
_OWN_WORD = Cue(r"['’]s?\s+(?:advice|guide|recommendation)")
_PRONOUN = lazily(
    rf"{_LEADS}(?:(?:she|he|they|it)\s+{_BETWEEN}{SAYS}\b|according\s+to\s+(?:her|him|them|it)\b"
    r"|in\s+(?:her|his|their|its)\s+(?:view|opinion|words|book|experience|analysis|report)\b"
    r"|(?:her|his|their|its)\s+(?:[\w-]+\s+){0,2}?(?:advice|view|argument|recommendations?|conclusions?|verdict|claim|point|message|theory|explanation|book"
    r"|experts|scientists|officials|authors|website|guidance|guidelines?|report|statement)\b)",
    re.IGNORECASE,
)
_DEFINITE = lazily(
    rf"{_LEADS}(?:{_ACCORDING}\s+)?(?:(?:the|this|that|its|their|her|his)\s+(?:same\s+)?(?:[\w-]+\s+)?(?:{_BODY}|{_DOCUMENT})"
    rf"|(?:a|another|one|the)\s+(?:later|further|earlier|second|third|next|last|final)\s+(?:chapter|section|page|passage))(?:['’]s?\s+\w+)?(?:,|\s+{_BETWEEN}{SAYS}\b)",
    re.IGNORECASE,
)
_FOR_WHOM = lazily(
    r"\W*(?:(?:and|but|however|so|again|note that|importantly|crucially),?\s+)?(?:(?:it|they|this|that)"
    r"|(?:the|this|that|these|those|its|their)\s+(?:same\s+)?(?:conclusions?|recommendations?|advice|guidance|guidelines?|statements?|findings?|verdict|warnings?|opinion"
    r"|results?|ratings?|limits?|thresholds?|targets?))\s+(?:(?:only|mainly|also|specifically|explicitly|still|therefore)\s+)?"
    r"(?:appl(?:y|ies|ied)|extends?|extended|do(?:es)?(?:\s+not|n['’]t)\s+(?:apply|extend|cover|concern|include)|did(?:\s+not|n['’]t)\s+(?:apply|extend|cover|include)"
    r"|covers?|covered|concerns?|concerned|(?:is|are|was|were)\s+(?:(?:not|only|specifically|mainly|meant|intended|limited|aimed|restricted|written)\s+){1,3}(?:for|to|at))\b",
    re.IGNORECASE,
)
_COUNTED = lazily(
    r"\W*(?:(?:and|but|however),?\s+)?(?:(?:this|that|these|those|the|both)\s+(?:last\s+|latter\s+|same\s+)?(?:figures?|numbers?|totals?|sums?|estimates?|amounts?|costs?|counts?|shares?|averages?|ranges?)"
    r"|this|that|it)\s+(?:also\s+|only\s+)?(?:includes?|included|counts?|counted|comprises?|comprised|excludes?|excluded|leaves?\s+out|left\s+out|takes?\s+(?:in|into\s+account)"
    r"|do(?:es)?(?:\s+not|n['’]t)\s+(?:include|count)|did(?:\s+not|n['’]t)\s+(?:include|count))\b",
    re.IGNORECASE,
)
_ACTS = lazily(
    r"\b(?:cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?|prevents?|treats?|caus(?:e|es|ed|ing)|kills?|boosts?|reduc(?:e|es|ing)|improv(?:e|es|ing)|helps?|protects?|safe(?:ly)?|works"
    r"|effective|lowers?|raises?|reliev(?:e|es)|revers(?:e|es)|harm(?:s|ful)?|toxic|dangerous|take|taking|dos(?:e|es|age)|should|must|because|but|while|whereas)\b|[;:—–]|\d\s?(?:mg|g|mcg|iu|ml)\b",
    re.IGNORECASE,
)
"""What tells more than whom somebody's word is for: an effect, a harm, a dose, or another thought."""

_NAME = r"(?:the\s+)?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+|Professor\s+|Doctor\s+)?(?:[A-Z][\w’'-]*\.?\s+){0,4}?(?P<NAME>[A-Z][\w’-]+?)"
_BY_NAME = lazily(
    "|".join(
        (
            rf"{_LEADS}(?i:{_ACCORDING})\s+" + _NAME.replace("NAME", "per") + r"(?:['’]s)?\b",
            rf"{_LEADS}(?i:the\s+)?" + _NAME.replace("NAME", "who") + rf"\s+{_BETWEEN}{SAYS}\b",
            rf"{_LEADS}"
            + _NAME.replace("NAME", "whose")
            + r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:advice|view|argument|recommendations?|conclusions?|verdict|claim|point"
            r"|theory|explanation|book|experts|scientists|officials|website|guidance|guidelines?|report|statement|stud(?:y|ies)|research|team|trial|data|results?|findings?)\b",
            r".*[”\"],?\s+(?:says?|said|explain(?:s|ed)|add(?:s|ed)|wrote|writes|not(?:es|ed)|told)\s+"
            + _NAME.replace("NAME", "said")
            + r"\b",
            r".*[”\"],?\s+"
            + _NAME.replace("NAME", "saying")
            + r"\s+(?:says?|said|explain(?:s|ed)|add(?:s|ed)|wrote|writes|not(?:es|ed)|told)\b",
        )
    )
)
_PROPER = lazily(r"\b[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|the|on|in|to|de|&)\s+){0,2}[A-Z][\w’'-]*)*")
_CAPITAL_BODY = lazily(
    r"\W*(?:(?:[A-Z][a-z]+,\s)?[Tt]he|[Aa]ccording to the)\s+(?P<body>Task\sForce|Academy|Society|Association|College|Foundation|Council|Federation|Ministry|Charity|Alliance|Institute)\b"
)
_INITIALS = 7
"""Letters of the longest initials by which a body goes: "uspstf" [house]."""

_SMALL = frozenset("of for and the on in to de & a an".split())
_NOBODY = frozenset(
    """
    a about after all although and another as at both but by during each for from he her his however if in it its
    many more most no not of on one our she since so some such that the their then there these they this those to
    two until we what when where which while with you your vitamin covid dna omega
    """.split()
)


def lets_speak(text: str) -> bool:
    """Whether a sentence passes on somebody's word: it has a verb of saying, a body or a document in it."""
    return _LETS_SPEAK.search(text) is not None or _OWN_WORD.search(text) is not None


def names(text: str) -> frozenset[str]:
    """The names in a sentence, each word of them alone, with the initials of long ones; in small letters."""
    found: set[str] = set()
    for match in _PROPER.finditer(text):
        words = match.group().split()
        parts = {word.lower().removesuffix("'s").removesuffix("’s").strip("'’") for word in words}
        found |= {part for part in parts if len(part) > 2 and part not in _NOBODY and part not in _SMALL}
        initials = "".join(word[0] for word in words if word not in _SMALL).lower()
        if len(initials) > 2:
            found |= {initials, initials.removeprefix("t")}
    return frozenset(found)


def speak_again(text: str) -> bool:
    """Whether a pronoun or a definite phrase lets those speak who spoke before: "she adds", "the agency warns"."""
    return _PRONOUN.match(text) is not None or _DEFINITE.match(text) is not None


def is_another_body(text: str, known: frozenset[str]) -> bool:
    """Whether a sentence lets a body speak by the last words of its name that none of the `known` names ends with.

    "The Academy" is no task force; of a body known by its initials, the letters have to be among them: "the Authority"
    may be EFSA.
    """
    match = _CAPITAL_BODY.match(text)
    if match is None:
        return False
    words = match["body"].lower().split()
    initials = "".join(word[0] for word in words)
    return not known.issuperset(words) and not any(initials in name for name in known if len(name) <= _INITIALS)


def says_for_whom(text: str) -> bool:
    """Whether a sentence tells only whom the word just passed on is meant for: "That advice applies to adults"."""
    found = _FOR_WHOM.match(text)
    return found is not None and _ACTS.search(text[found.end() :]) is None


def says_what_counts(text: str) -> bool:
    """Whether a sentence tells only what a figure just given is made of: "This includes visits to the doctor"."""
    found = _COUNTED.match(text)
    return found is not None and _ACTS.search(text[found.end() :]) is None


def named_again(text: str, known: frozenset[str]) -> bool:
    """Whether one of the `known` names speaks: "Lee also writes", "according to EFSA", "“...,” says Lee"."""
    match = _BY_NAME.match(text) if known else None
    if match is None or match.lastgroup is None:
        return False
    return match[match.lastgroup].lower().removesuffix("'s").removesuffix("’s") in known
