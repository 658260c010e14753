"""Words that set something against a disease: "treats asthma", "lowers the risk of infection".

Source: 21 CFR 101.93(g)(2) (diagnose, mitigate, treat, cure, prevent); standards.md C6.
"""

from __future__ import annotations

from evidence import vocabulary
from evidence.patterns import Cue

_AGAINST = Cue(
    r"\b(?:treat|cure|prevent|heal|reliev|reduc|lower|decreas|fight|combat|alleviat|eas|revers|eliminat|kill|protect|stop|manag|sooth|remed|end|beat|banish|minimi[sz])"
    r"(?:e|es|ed|ing|s|ies|y|ment|ion)?\b(?P<what>[^.;:]{1,70})",
)
_DISEASES = vocabulary.CONDITION - vocabulary.EVERYDAY - {"cholesterol", "toxin", "weight"}


def disease_words(text: str) -> str:
    """The verb and the disease that make a disease claim, or ""."""
    for match in _AGAINST.finditer(text):
        for word in vocabulary.words(match.group("what")):
            medical = word.endswith(("itis", "algia", "aemia", "emia", "algias", "osis"))
            if medical or vocabulary.on_list(word, _DISEASES):
                return f"{match.group().split()[0]} ... {word}"
    return ""
