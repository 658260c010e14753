"""The page argues for benefits and says nothing on harms, side effects or who should be careful.

Standard: HealthNewsReview 3, DISCERN 11; standards.md D. Where nobody has answered, the words of the page decide. A
page argues where it words benefits as effects, more often than it denies or doubts one, and of the same treatment or
substance again and again, or of one that it names in a heading: a page on a disease, on sleep or on care in general
argues for nothing that could harm. One benefit in passing on a longer page does not make it argue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evidence.claims import wording
from evidence.flags.findings import Findings, raised
from evidence.language import vocabulary
from evidence.language.health_words import INTERVENTION, SUBSTANCE
from evidence.language.patterns import Cue
from evidence.selling.lexicon import MEDICAL, terms
from evidence.values import Claim, Flag, Kind, Sentence, Wording

CODE = "missing-harms"

_SHORT = 8
"""Sentences up to which one benefit is what a page is about [house]."""

_HARM = Cue(
    r"\b(?:side[\s-]effects?|adverse(?:ly)?|harms?|unsafe|contraindicat\w+|overdos\w+|toxicity|toxic|poison\w*|dangers?|dangerous|caution\w*|warn(?:s|ed|ings?)?|precautions?|complications?|"
    r"interact(?:s|ions?)?\s+with\s+(?:\w+\s+){0,3}?(?:drugs?|medicines?|medications?)|allergic\s+reactions?|(?:not|n['’]t)\s+(?:be\s+)?safe|risks\s+of|(?:known|potential|possible|serious|some|health)\s+risks?|safety\s+(?:concerns?|data|problems?)|"
    r"should\s+(?:not|avoid)|(?:talk|speak|check)\s+(?:to|with)\s+(?:your|a)\s+(?:doctor|physician|midwife|pharmacist)[^.]{0,40}(?:before|first)|downsides?|drawbacks?|injur(?:y|ies))\b",
)

_DENIED = Cue(
    r"\b(?:no|not|n['’]t|never|neither|nor|little|minimal|without|lack(?:s|ed|ing)?|fail(?:s|ed)?|unclear|inconclusive|insufficient)\b"
    r"[^.;]{0,50}\b(?:effects?|benefits?|evidence|difference|improv\w+|reduc\w+|help\w*|proof|impact|work\w*)\b"
    r"|\b(?:effects?|benefits?|impact|evidence)\b[^.;]{0,40}\b(?:minimal|unclear|inconclusive|insufficient|negligible|lacking)\b"
)
"""A benefit that is denied or doubted, which argues for nothing."""


_LIKELY = 0.6
"""Learned chance from which a sentence counts as a claim of benefit here [house]."""
_BENEFIT = frozenset({Kind.EFFICACY, Kind.PRODUCT})
_NOT = Cue(r"\b(?:no|not|never|neither|nor|cannot|fail(?:s|ed)?)\b|n['’]t\b")


def check(findings: Findings) -> Iterator[Flag]:
    covered = findings.page.harms_covered
    if covered is None:
        covered = any(_HARM.search(sentence.text) for sentence in findings.document.sentences)
    if covered:
        return
    told = [(sentence, claim) for sentence, claim in findings.rows if _BENEFIT & set(claim.kinds)]
    benefits = [(sentence, claim) for sentence, claim in told if not _denies(sentence)]
    if not benefits:
        return
    if findings.page.harms_covered is False or _argues(findings, benefits, len(told) - len(benefits)):
        yield raised(CODE, facts=[("sentences on benefits", str(len(benefits)))])


def _argues(findings: Findings, benefits: list[tuple[Sentence, Claim]], denied: int) -> bool:
    """Whether a page speaks for benefits by the words of its claims, and more often than it denies one."""
    if len(findings.document.sentences) <= _SHORT:
        return len(benefits) > denied
    worded = [sentence for sentence, claim in benefits if _is_worded(claim)]
    return len(worded) > max(1, denied) and _speaks_for_something(findings, worded)


def _speaks_for_something(findings: Findings, worded: list[Sentence]) -> bool:
    """Whether the same treatment or substance is said to do good more than once, or is what a heading names."""
    if any(findings.said_of(sentence.index).claims for sentence in worded):
        return True
    named = Counter(name for sentence in worded for name in _remedies(sentence.text))
    if any(count > 1 for count in named.values()):
        return True
    headings = [block.text for block in findings.document.not_prose if block.kind in ("title", "heading")]
    return any(named.keys() & _remedies(text) for text in (findings.document.title, *headings))


def _remedies(text: str) -> set[str]:
    """The treatments and substances that a text names, but those that could be any."""
    listed = {
        word.removesuffix("s")
        for word in vocabulary.words(text)
        if vocabulary.on_list(word, _OF_REMEDIES) or vocabulary.is_drug(word)
    }
    return (listed | {term.term for term in terms(text) if term.kind in MEDICAL}) - _ANY


_OF_REMEDIES = INTERVENTION | SUBSTANCE
_ANY = frozenset(
    {
        "alcohol", "bacteria", "bacterial", "beneficial", "birth", "brushing", "caffeine", "calorie", "carb", "care",
        "caring", "clinic", "clinical", "clinician", "coach", "coaching", "compound", "counsellor", "counselor",
        "cream", "dental", "dentist", "dermatologist", "diet", "dietician", "dietitian", "doctor", "dosage", "dose",
        "drug", "fat", "fatty", "flora", "floss", "flossing", "food", "fruit", "gp", "hospital", "hydration",
        "hygienist", "intake", "intervention", "lead", "leading", "macronutrient", "meat", "medication",
        "medications", "medicine", "microbial", "microbiome", "microbiota", "micronutrient", "milk", "nurse",
        "nutrient", "nutrition", "nutritional", "physician", "podiatrist", "procedure", "protein", "psychiatrist",
        "rest", "salt", "sleep", "smoke", "smoking", "sugar", "surgery", "therapies", "therapist", "therapy",
        "treated", "treating", "treatment", "treatments", "vegetable", "workout",
    }
)  # fmt: skip
"""Words of care and food that name no remedy in particular."""


def _denies(sentence: Sentence) -> bool:
    if _DENIED.search(sentence.text):
        return True
    return _NOT.search(sentence.text) is not None and wording.strength(sentence.text) == 0


def _is_worded(claim: Claim) -> bool:
    """Whether a claim words an effect, and is one surely enough."""
    return claim.wording is not Wording.NONE and (claim.certainty is None or claim.certainty >= _LIKELY)
