"""A supplement is said to treat, cure, prevent or relieve a disease, an infection or a symptom.

Standard: 21 CFR 101.93(g)(2), CAP 12.1 and 15; standards.md C6. No disclaimer mends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence import vocabulary
from evidence.findings import Findings, raised
from evidence.flags.promoted import is_supplement
from evidence.values import Flag, Kind

CODE = "disease-claim-for-supplement"

_AGAINST = re.compile(
    r"\b(?:treat|cure|prevent|heal|reliev|reduc|lower|decreas|fight|combat|alleviat|eas|revers|eliminat|kill|protect|stop|manag|sooth|remed|counter|end|beat|banish|minimi[sz])"
    r"(?:e|es|ed|ing|s|ies|y|ment|ion)?\b(?P<what>[^.;:]{1,70})",
    re.IGNORECASE,
)
_DISEASES = vocabulary.CONDITION - vocabulary.EVERYDAY - {"cholesterol", "toxin", "weight"}


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        mention = findings.mention_of(sentence.index)
        if mention is None or Kind.PRODUCT not in claim.kinds or not is_supplement(findings, mention):
            continue
        words = disease_words(sentence.text)
        if words:
            facts = [("product", mention.name), ("words", words)]
            yield raised(CODE, sentence=sentence.index, facts=facts)


def disease_words(text: str) -> str:
    """The verb and the disease that make a disease claim, or ""."""
    for match in _AGAINST.finditer(text):
        for word in vocabulary.words(match.group("what")):
            medical = word.removesuffix("s").endswith(("itis", "algia", "aemia", "emia"))
            if medical or vocabulary.on_list(word, _DISEASES):
                return f"{match.group().split()[0]} ... {word}"
    return ""
