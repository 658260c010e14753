"""Words that set something against a disease: "treats asthma", "lowers the risk of infection".

Source: 21 CFR 101.93(g)(2) (diagnose, mitigate, treat, cure, prevent); standards.md C6.
"""

from __future__ import annotations

import re

from evidence.language import vocabulary
from evidence.language.patterns import Cue, lazily

_VERBS = (
    "treat|cure|prevent|heal|reliev|reduc|lower|decreas|fight|combat|alleviat|eas|revers|eliminat|kill|protect|stop|manag|sooth|remed|end|beat|"
    "banish|minimi[sz]|shorten|halv|slash|cut|cutt|quell|tam|slow|halt|suppress|eradicat"
)
_AGAINST = Cue(
    # "Lower back pain" and "by the end of a summer of pain" set nothing against anything.
    r"\b(?!lower\s+(?:back|limbs?|legs?|body|arms?|abdom\w*|extremit\w*|spine|spinal|lumbar|jaw|lip|eyelids?|lobes?|tract|respiratory|urinary|gi|bowel)\b"
    r"|(?<=\bthe\s)end\b|(?<=\bthat\s)end\b|end(?:s|ed|ing)?\s+(?:up|results?)\b)"
    rf"(?:(?:{_VERBS})(?:e|es|ed|ing|s|ies|y|ment|ion)?"
    r"|(?:get|gets|getting|got)\s+rid\s+of"
    r"|(?:ward|fend|stav|fight)(?:e|es|s|ed|ing)?\s+off"
    r"|(?:keep|keeps|keeping)(?=(?:\W+\w+){1,5}?\W+(?:away(?!\s+from)|at\s+bay)\b)"
    r"|(?:knock|wip|flush|clear)(?:e|es|s|ed|ing)?\s+(?:\w+\s+)?out"
    r")\b(?P<what>[^.;:]{1,70})",
)
DISEASES = (vocabulary.CONDITION - vocabulary.EVERYDAY - {"cholesterol", "toxin", "weight"}) | {"colds"}
_DISEASES_OF_TWO_WORDS = frozenset(
    """
    back-pain bladder-infection blood-clot brain-fog chest-infection chest-pain cold-sore common-cold detached-retina
    ear-infection frozen-shoulder gum-disease hair-loss hay-fever head-cold hearing-loss heart-attack heart-disease
    heart-failure hot-flash hot-flush irregular-heartbeat joint-pain kidney-stone memory-loss morning-sickness
    panic-attack panic-disorder peanut-allergy short-sight sleep-apnea sleep-apnoea sore-throat swollen-gland
    tennis-elbow tooth-decay
    """.split()  # noqa: SIM905 (a list to be read)
)
_LISTS_CUTS = lazily(
    r"\W*(?:cuts(?=\s*[,/&]|\s+(?:and|or)\b)|(?:burns|breaks|colds),?\s+(?:and\s+|or\s+)?cuts(?=\s*[,/&]|\s+(?:and|or)\b))",
    re.IGNORECASE,
)
_SHIELDS_A_CAUSE = Cue(
    r"\b(?:protect|guard|shield|surround|coat|carr|cover)\w*\s+(?:the|its|their|a|an|this|that)\s+(?:[\w-]+\s+)?"
    r"(?:virus|bacteri(?:a|um)|fungus|parasite|pathogen|microbe|tumou?r|cancer)(?:['’]s?|s['’])?\s+(?:genome|genes?|genetic|dna|rna|cells?|particles?|capsid|proteins?|code)",
)
"""Words that only look so: a list that begins with cuts; what shields the genome of a virus."""
_A_COLD = Cue(r"\b(?:a|the|your)\s+cold\b(?=\W*$|,|\s+(?:and|or|in|by|from|virus|symptoms?|before|faster|if|when)\b)")


def only_looks_so(text: str) -> bool:
    """Whether a sentence only looks as if set against a disease: "cuts, blisters", "protects the virus genome"."""
    lists_cuts = "cut" in text.lower() and _LISTS_CUTS.match(text) is not None
    return lists_cuts or _SHIELDS_A_CAUSE.search(text) is not None


def disease_words(text: str) -> str:
    """The verb and the disease that make a disease claim, or ""."""
    if _AGAINST.search(text) is None or only_looks_so(text):
        return ""
    for match in _AGAINST.finditer(text):
        found = vocabulary.words(match.group("what"))
        for word in found:
            medical = word.endswith(("itis", "algia", "aemia", "emia", "algias", "osis"))
            if medical or vocabulary.on_list(word, DISEASES):
                return f"{match.group().split()[0]} ... {word}"
        of_two = next((pair for pair in vocabulary.compounds(found) if pair in _DISEASES_OF_TWO_WORDS), "")
        if of_two or _A_COLD.search(match.group("what")):
            return f"{match.group().split()[0]} ... {of_two.replace('-', ' ') or 'cold'}"
    return ""
