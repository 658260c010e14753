"""The study design that a held abstract tells in plain words, where neither record nor title does (standards.md A1).

Only what abstracts state as their own method is read: trials, and studies of animals or cells alone. All else stays
unrecorded.
"""

from __future__ import annotations

import re

from evidence.values import Design

_RANDOMISED = re.compile(
    r"(?<!non)(?<!non-)\brandomi[sz](?:ed|ation)\b"
    r"|\brandomly\s+(?:\w+\s+)?(?:assigned|allocated|divided|distributed|received?|given|to\s+receive)\b"
    r"|\brandom\s+(?:assignment|allocation|order)\b|\bdouble[- ]?(?:blind|mask)(?:ed)?\b|\bplacebo[- ]controlled\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\bmeta-?analys[ei]s\b|\bsystematic(?:ally)?\s+review(?:s|ed)?\b|\b(?:medline|embase|pubmed|cochrane)\b"
    r"|\bliterature\s+(?:search|review)\b|\breview(?:s|ed)?\s+(?:of\s+)?(?:the\s+)?"
    r"(?:literature|evidence|recent|published|current)\b"
    r"|\bthis\s+(?:\w+\s+)?review\b|\b(?:trials|studies)\s+were\s+(?:identified|included|selected|searched)\b"
    r"|\bsecondary\s+analys[ei]s\b|\bpost[- ]hoc\b|\bmendelian\b"
    r"|\b(?:for|about|designing|reporting|conducting)\s+randomi[sz]ed\b"
    r"|\brandomi[sz]ed\s+(?:\w+\s+){0,2}(?:trials|studies)\s+(?:are|is|should|have|needed)\b",
    re.IGNORECASE,
)
"""Trials spoken of that are not the work's own."""

_ANIMALS = re.compile(
    r"\b(?:mice|mouse|murine|rats?|rabbits?|piglets?|pigs?|porcine|swine|zebrafish|dogs?|canine|cats|feline|"
    r"sheep|ovine|lambs?|calves|cows?|cattle|bovine|horses?|equine|hens?|broilers?|chick(?:en)?s|macaques?|monkeys?|baboons?|hamsters?|guinea\s+pigs?|ferrets?|gerbils?|drosophila)\b",
    re.IGNORECASE,
)
_CELLS = re.compile(
    r"\bin\s+vitro\b(?!\s+fertili)|\bcell\s+(?:lines?|cultures?)\b|\bcultured\s+(?:\w+\s+)?cells\b", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\b(?:patients?|participants?|volunteers?|wom[ae]n|m[ae]n|children|infants?|adults?|subjects|people|persons?|boys|girls|adolescents?|"
    r"mothers?|neonates?|humans?|outpatients?|students?|nurses|households?|families|residents)\b",
    re.IGNORECASE,
)


def design_from_abstract(title: str, abstract: str) -> Design | None:
    """The design that title and abstract together state, or None."""
    text = f"{title}. {abstract[:6000]}"
    if not _PEOPLE.search(text):
        if _ANIMALS.search(text):
            return Design.ANIMAL
        if _CELLS.search(text):
            return Design.IN_VITRO
    if _RANDOMISED.search(text) and not _OF_OTHERS.search(text):
        return Design.RCT
    return None
