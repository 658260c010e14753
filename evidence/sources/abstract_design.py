"""The study design that title and abstract tell in plain words, where the record does not (standards.md A1).

Only what a work states as its own method is read. Trials that it calls for, or that others have made, are passed over.
"""

from __future__ import annotations

import re

from evidence.context import Design
from evidence.language.patterns import lazily

# ruff: noqa: E501 (patterns, laid out to be read)
from evidence.sources.study_design import design_of, of_other_studies

_READ = 6000
"""Letters of an abstract that are looked at."""

_RANDOMISED = lazily(
    r"(?<!non)(?<!non-)(?<!not )\brandomi[sz](?:ed|ation|ing)\b"
    r"|\brandomly\b(?!\s+(?:\w+\s+)?(?:select|sampl|chos|choos|drawn|recruit|identif|invit|pick|extract|spaced|vari))"
    r"|\b(?:at\s+random)\b(?!\s+from)|\brandom\s+(?:assignment|allocation|order|fashion|manner|sequence)\b"
    r"|\b(?:double|single|triple)[- ]?(?:blind|mask)(?:ed|ing)?\b|\bplacebo[- ](?:controlled|treated|group|arm|patients|run)\b"
    r"|\b(?:or|and|versus|vs\.?|with|received?|receiving|than|to|either|with\s+a|matching|identical|inactive)\s+(?:an?\s+)?(?:\w+\s+)?placebos?\b"
    r"|\bwere\s+(?:\w+\s+)?allocated\s+(?:to|into|alternately)\b|\b(?:rct|rcts)\b"
    r"|\bcross-?over\s+(?:\w+\s+){0,2}(?:study|trial|design|evaluation|comparison|fashion|manner)\b",
    re.IGNORECASE,
)
_MAY_BE_TRIAL = lazily(r"random|placebo|blind|mask|allocat|cross-?over|\brcts?\b|either", re.IGNORECASE)
"""What every way of telling of a trial holds: a quick look before the long one."""

_CALLED_FOR = lazily(
    r"\b(?:trials?|stud(?:y|ies)|evaluations?|research|investigations?|confirmation)\b[^.]{0,80}\b(?:needed|required|necessary|warranted|awaited|lacking|"
    r"indicated|justified|desirable|should|will\s+be|planned|underway|under\s+way|ongoing|in\s+progress|deserves?)\b"
    r"|\b(?:needs?|needed|requires?|warrants?|awaits?|lack\s+of|absence\s+of|no|few|future|further|larger|suggest|should\s+be)\s+(?:[\w,]+[ -]){0,6}?"
    r"(?:randomi[sz]|placebo[- ]controlled|double[- ]blind)",
    re.IGNORECASE,
)
"""Trials that are wished for: the sentence says nothing of the work's own method."""

_OF_OTHERS = lazily(
    r"\bmeta-?analys[ei]s\b|\bsystematic(?:ally)?\s+review(?:s|ed)?\b|\b(?:medline|embase|pubmed|cochrane)\b"
    r"|\bliterature\s+(?:search|review)\b|\breview(?:s|ed)?\s+(?:of\s+)?(?:the\s+)?"
    r"(?:literature|evidence|recent|published|current)\b"
    r"|\bthis\s+(?:\w+\s+)?review\b|\b(?:trials|studies)\s+(?:were|have\s+been|are)\s+(?:identified|included|selected|searched|reviewed|discussed|published)\b"
    r"|\b(?:several|many|recent|previous|published|existing|available|large|numerous|various|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
    r"(?:\w+[ -]){0,3}(?:trials|studies)\s+(?:have|has|show|suggest|demonstrat|indicat|found|support|met|evaluat|compar)\w*"
    r"|\bsecondary\s+(?:data\s+)?analys[ei]s\s+of\b|\bpost[- ]hoc\s+analys[ei]s\s+of\b|\bmendelian\b"
    r"|\b(?:for|about|designing|reporting|conducting|in)\s+randomi[sz]ed\s+(?:\w+\s+){0,2}trials\b"
    r"|\b(?:participating|participants|(?:sub)?sample|data|follow-?up)\s+(?:in|from|of)\s+(?:an?|the|another|one|two)\s+(?:[\w,]+[ -]){0,4}?"
    r"(?:randomi[sz]ed|placebo|double|clinical)\b(?:[\w,]*[ -]){0,4}?trials?\b"
    r"|\brandomi[sz]ed\s+(?:\w+\s+){0,2}(?:trials|studies)\s+(?:are|is|should|have|needed)\b",
    re.IGNORECASE,
)
"""Trials spoken of that are not the work's own."""

_COMPARED = lazily(
    r"\b(?:received?|receiving|given|treated\s+with|underwent|assigned\s+to|instructed\s+to|randomi[sz]ed\s+between)\s+either\b",
    re.IGNORECASE,
)
"""Two treatments given to people by somebody's choice."""

_ANIMALS = lazily(
    r"\b(?:mice|mouse|murine|rats?|rabbits?|piglets?|pigs?|porcine|swine|zebrafish|dogs?|canine|cats|feline|"
    r"sheep|ovine|lambs?|calves|cows?|cattle|bovine|horses?|equine|hens?|broilers?|chick(?:en)?s|macaques?|monkeys?|baboons?|hamsters?|guinea\s+pigs?|ferrets?|gerbils?|drosophila)\b",
    re.IGNORECASE,
)
_CELLS = lazily(
    r"\bin\s+vitro\b(?!\s+fertili)|\bcell\s+(?:lines?|cultures?)\b|\bcultured\s+(?:\w+\s+)?cells\b", re.IGNORECASE
)
_PEOPLE = lazily(
    r"\b(?:patients?|participants?|volunteers?|wom[ae]n|m[ae]n|children|infants?|adults|subjects|people|persons?|boys|girls|adolescents?|"
    r"mothers?|neonates?|humans|human\s+(?:beings?|subjects?)|outpatients?|students?|nurses|households?|families|residents)\b",
    re.IGNORECASE,
)
_OBSERVED: tuple[tuple[Design, re.Pattern[str]], ...] = tuple(
    (design, lazily(pattern, re.IGNORECASE))
    for design, pattern in (
        (
            Design.SYSTEMATIC_REVIEW,
            r"\bwe\s+(?:conducted|performed|undertook|carried\s+out|did)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:systematic\s+review|meta-?analys[ie]s)\b"
            r"|\b(?:this|our)\s+(?:[\w-]+\s+){0,3}?(?:systematic\s+review|meta-?analys[ie]s)\b"
            r"|\b(?:objective|aim|purpose|design|study\s+design)s?:\s+(?:to\s+(?:perform|conduct|undertake)\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:systematic\s+review|meta-?analys[ie]s)\b",
        ),
        (Design.CASE_CONTROL, r"\b(?:nested\s+)?case[- ]control\s+(?:study|design|analysis|approach)\b"),
        (Design.CROSS_SECTIONAL, r"\bcross[- ]sectional\s+(?:\w+\s+)?(?:study|survey|analysis|design)\b"),
        (
            Design.COHORT,
            r"\b(?:prospective|retrospective|birth|population-based|longitudinal|historical|inception)\s+(?:[\w-]+\s+){0,2}?cohort\b|\bcohort\s+(?:study|design|analysis)\b"
            r"|\b(?:medical|hospital|patient|clinical)?\s*(?:records|charts)\s+(?:of\s+(?:[\w,-]+\s+){1,8})?were\s+(?:retrospectively\s+)?reviewed\b|\bretrospective(?:ly)?\s+(?:chart\s+|record\s+)?review(?:ed)?\b"
            r"|\b(?:prospective|longitudinal)\s+observational\s+study\b|\bretrospective\s+(?:study|analysis)\b",
        ),
        (
            Design.CASE_SERIES,
            r"\b(?:we|authors?)\s+(?:report|describe|present)(?:ed)?\s+(?:here\s+)?(?:on\s+)?(?:an?|the|one|two|three|four|five)\s+(?:[\w-]+\s+){0,4}?(?:cases?|patients?|wom[ae]n|m[ae]n|infants?|child(?:ren)?|boys?|girls?)\b"
            r"|\bcase\s+(?:reports?|series|presentation)\b",
        ),
        (
            Design.NARRATIVE_REVIEW,
            r"\b(?:this|the\s+present|our)\s+(?:\w+\s+)?review\b|\b(?:this|the)\s+(?:article|paper|chapter)\s+(?:briefly\s+)?reviews\b|\bwe\s+(?:briefly\s+|here\s+)?review\b|\b(?:is|are)\s+reviewed\b",
        ),
    )
)
"""Other designs, each told as the work's own method; in this order."""

_HELD = {
    Design.SYSTEMATIC_REVIEW: ("systematic", "meta"),
    Design.CASE_CONTROL: ("case",),
    Design.CROSS_SECTIONAL: ("sectional",),
    Design.COHORT: ("cohort", "review", "observational", "retrospective"),
    Design.NARRATIVE_REVIEW: ("review",),
}
"""What every way of telling of a design holds, one of these: a quick look before the long one."""

_BACKGROUND = 2
_OUTLOOK = 2
"""Sentences at the beginning and the end of an abstract that tell why and what for."""

_SENTENCE = lazily(r"(?<=[.;?!])\s+(?=[A-Z(])")
_OVERRULED = frozenset({Design.COHORT, Design.OBSERVATIONAL, Design.NON_RANDOMISED_TRIAL})
"""What a title may say of a trial ("a prospective study") before the abstract tells of random groups."""


def design_from_words(title: str, abstract: str) -> tuple[Design | None, str]:
    """The design that the words of a work state, and which of them do: "title", "abstract" or "" for neither."""
    stated = design_of((), title)
    if abstract and (stated in _OVERRULED or (stated is None and not of_other_studies(title))):
        told = design_from_abstract(title, abstract)
        if told is not None and (stated is None or told is Design.RCT):
            return told, "abstract"
    return stated, "title" if stated else ""


def design_from_abstract(title: str, abstract: str) -> Design | None:
    """The design that title and abstract together state as the work's own, or None."""
    text = f"{title}. {abstract[:_READ]}"
    laboratory = _laboratory(title, text)
    if laboratory:
        return laboratory
    if _MAY_BE_TRIAL.search(text) and not _OF_OTHERS.search(text) and _is_trial(text):
        return Design.RCT
    small = text.lower()
    return next(
        (
            design
            for design, pattern in _OBSERVED
            if any(word in small for word in _HELD.get(design, ("",))) and pattern.search(text)
        ),
        None,
    )


def _laboratory(title: str, text: str) -> Design | None:
    """Animals or cells, where nobody else is studied. People of the first and the last words are whom it may serve."""
    if _PEOPLE.search(title):
        return None
    animals, cells = _ANIMALS.search(text), _CELLS.search(text)
    if not (animals or cells):
        return None
    sentences = _SENTENCE.split(text)[1:]
    middle = (
        " ".join(sentences[_BACKGROUND:-_OUTLOOK]) if len(sentences) > _BACKGROUND + _OUTLOOK else " ".join(sentences)
    )
    if _PEOPLE.search(middle):
        return None
    if animals and (len(_ANIMALS.findall(text)) > 1 or not _PEOPLE.search(text)):
        return Design.ANIMAL
    return Design.IN_VITRO if cells and not _PEOPLE.search(text) else None


def _is_trial(text: str) -> bool:
    return any(
        (_RANDOMISED.search(sentence) and not _CALLED_FOR.search(sentence)) or _COMPARED.search(sentence)
        for sentence in _SENTENCE.split(text)
    )
