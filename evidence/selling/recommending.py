"""Where goods are recommended by doctors and others of their trade, or by their societies.

In: a sentence that speaks of a product. Out: the words that say so. Source: Regulation (EC) 1924/2006, article 12(c), which forbids health
claims that refer to individual doctors or health professionals, and article 11, which leaves societies to national rules;
CAP 15.6.3 and 12.18; 16 CFR 255.3; standards.md C5. Which wordings count is [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.selling.lexicon import PROFESSION
from evidence.selling.traps import claims_nothing

_WHO = rf"(?:{PROFESSION}|(?:dr\.?|prof(?:essor|\.)?)(?:\s+(?-i:[A-Z][\w'’-]+)){{1,3}}|nutritionists?|herbalists?|naturopaths?|osteopaths?|chiropractors?|medics?|health\s+(?:professionals?|experts?|practitioners?)|consultants?)"
_BODY = r"(?:(?:british|american|royal|national|european|irish|german|french|world|international|scottish|welsh|canadian|australian)\s+(?:[\w'’-]+\s+){0,4}?(?:association|society|college|foundation|academy|federation|institute|council)(?:\s+(?:of|for)\s+[\w\s]{1,40}?)?|NHS|WHO)"
_DOES = r"(?:recommend(?:s|ed)?|endorse[sd]?|advise[sd]?|suggest(?:s|ed)?|prescribe[sd]?|approve[sd]?(?:\s+of)?|vouch(?:es|ed)?\s+for|swears?\s+by|swore\s+by|trusts?|choose|chooses|chose|prefers?|back(?:s|ed)|praise[sd]?|favou?rs?|rate[sd]?|stands?\s+behind|uses?|takes?|told\s+(?:me|us|her|him)\s+(?:to\s+(?:take|try|use|get)|about)|put\s+(?:me|us|her|him)\s+on)"
_PASSIVE = r"(?:recommended|endorsed|approved|trusted|chosen|preferred|used|advised|prescribed|suggested|backed|praised|formulated|developed|created|designed)"
_ACTIVE = lazily(
    rf"\b(?P<who>(?:{_WHO}|(?P<body>{_BODY})))(?:\s+(?:I\s+know|everywhere|worldwide|alike|and\s+[\w-]+|in\s+\w+|(?:all|also|even|now|both|often|always|\w+ly)|at\s+[\w\s]{{1,30}}?)){{0,3}}\s+{_DOES}\b",
    re.IGNORECASE,
)
_BY_WHOM = lazily(
    rf"\b{_PASSIVE}\s+(?:\w+ly\s+)?(?:by|with)\s+(?:[\w'’,-]+\s+){{0,4}}?(?:{_WHO}|(?P<body>{_BODY}))\b", re.IGNORECASE
)
_COMPOUND = lazily(
    rf"\b{PROFESSION}['’s]{{0,2}}[\s-](?:recommended|approved|endorsed|trusted|formulated|backed|preferred|developed|designed|recommendations?|choice|favou?rite|verdict|seal\s+of\s+approval)\b",
    re.IGNORECASE,
)
_WARNS = lazily(
    r"\b(?:not|never|nor|no|n['’]t|cannot|against|unless|if|ask|consult|see|talk|speak|whether|without|before)\b",
    re.IGNORECASE,
)
_QUICK = lazily(
    r"recommend|endors|approv|advis|suggest|prescri|vouch|swear|swore|trust|cho(?:os|se|ice)|prefer|back|prais|favou?r|rate|stands?\s+behind|uses?\b|takes?\b|told|put\s|formulated|developed|created|designed|used|verdict",
    re.IGNORECASE,
)


def recommended(text: str) -> tuple[str, bool]:
    """The words by which a sentence refers to such a recommendation, or ""; and whether it is a society's alone."""
    if not _QUICK.search(text) or claims_nothing(text) in _TAKES_BACK:
        return "", False
    for pattern in (_COMPOUND, _ACTIVE, _BY_WHOM):
        for match in pattern.finditer(text):
            if not _WARNS.search(text[max(0, match.start() - _BEFORE) : match.end()]):
                return match.group(), bool(match.groupdict().get("body"))
    return "", False


_TAKES_BACK = frozenset({"question", "denial", "unproven", "critic", "complaint"})
_BEFORE = 40
"""Letters before it that may take a recommendation back ("ask whether your doctor recommends ...") [house]."""
