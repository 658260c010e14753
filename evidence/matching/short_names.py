"""Short names of bodies and of trials: what a work of the list goes by in a few capitals ("CDC", "USPSTF", "COMET").

Source: standards.md A3.2 (a resolved name). In brackets with a year ("(CDC, 2021)") a body's own name is meant, so that
what only stands in a title does not count there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.dotted_names import undotted
from evidence.language.patterns import lazily
from evidence.reading.author_date import family_key

COMMON = frozenset(
    """
    adhd aids bmi cbd cbt ckd copd covid crp dha dna epa gaba hdl hiv hpv ibd ibs ldl mmr mri msg nsaid nsaids
    omega pcos pms ptsd rct rcts rna sars std stds tb thc type uk us usa vitamin zinc vaccine vaccines
    """.split()  # noqa: SIM905
)
"""Abbreviations that name an illness, a substance or a place, never a work."""

_STATES = frozenset({"US", "UK", "EU", "UN"})
_LEAST_BODY = 3
"""Words of the name of a body of which one is a state: its initials hold the state whole, "USPSTF" [house]."""

_LONGEST = 600
"""So many letters of an entry are looked at."""
_SHORT = lazily(r"\b[A-Z]{3,10}(?:-[A-Z0-9]{1,4})?\b")
_ARTICLE = lazily(r"^[Tt]he\s")
_CAPITAL = lazily(r"\b[A-Z][\w'’]*")
_NAMED_STUDY = lazily(
    r"\b(?:[Tt]he\s+)?(?P<name>[A-Z][a-z][\w'’-]{2,20})\s+(?:(?:Heart|Health|Eye|Diet|Birth|Cohort|Ageing|Aging)\s+)?(?:[Ss]tudy|[Tt]rial|[Cc]ohort|[Pp]roject|[Ss]urvey)\b"
)
"""A study that its title names after a place or person: "the Ohsaki study"."""
_NO_NAMES = frozenset(
    """
    case clinical cohort controlled cross crossover double feasibility field first follow health intervention
    longitudinal multicenter multicentre national new observational our pilot placebo population prospective
    randomised randomized retrospective screening systematic this
    """.split()  # noqa: SIM905
)

_TRIAL = lazily(
    r"\b(?P<named>[A-Z]{4,12})(?:-[A-Za-z0-9]{1,12})?\s+(?:(?:randomi[sz]ed|clinical|controlled|pilot|cohort|pragmatic)\s+){0,3}(?:trial|study)\b"
    r"|\((?P<behind>[A-Z]{4,12})\)\W*$"
)


def of_work(source: Source) -> set[str]:
    """The abbreviations that a work goes by: those in its title or entry, and the initials of a body that wrote it."""
    names = _initials(source)
    for text in (source.title, source.raw[:_LONGEST], *source.families):
        names |= _capitals(text)
    return names - COMMON


def of_trial(source: Source) -> set[str]:
    """The names by which the title of a work calls its trial: "the COMET randomised trial", "Milk at night (COMET)"."""
    told = {(found["named"] or found["behind"]).lower() for found in _TRIAL.finditer(source.title)}
    named = {vocabulary.folded(found["name"]) for found in _NAMED_STUDY.finditer(source.title)}
    return (told - COMMON) | (named - _NO_NAMES)


def of_body(source: Source) -> set[str]:
    """The abbreviations of the body that a work is by or from: what only stands in its title is none of these."""
    entry = source.raw[:_LONGEST]
    outside = entry.replace(source.title, " ") if source.title else entry
    return (_capitals(outside) | _initials(source)) - COMMON


def in_brackets(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """What brackets call a body or journal by, as "author:cdc:2021", where one work alone of that year is from it."""
    found: dict[str, list[Source]] = {}
    for source in paced(sources):
        if not source.on_list or not source.year:
            continue
        journal = _ARTICLE.sub("", source.container)
        for name in of_body(source) | ({family_key(journal)} if journal else set()):
            found.setdefault(f"author:{name}:{source.year}", []).append(source)
    yield from ((name, works[0]) for name, works in found.items() if len(works) == 1)


def _capitals(text: str) -> set[str]:
    return {found.lower().replace("-", "") for found in _SHORT.findall(text)}


def _initials(source: Source) -> set[str]:
    """The initials of the bodies that wrote or printed a work; those of a state stay whole: "uspstf"."""
    return {name for body in (*source.families, source.container) for name in initials(body)}


def initials(body: str) -> set[str]:
    """What the capitals of a body's name make of it, whole and by the first three: "cdcp" and "cdc"."""
    names: set[str] = set()
    words = _CAPITAL.findall(undotted(body))
    letters = "".join(word[0] for word in words).lower()
    if 3 <= len(letters) <= 6:
        names |= {letters, letters[:3]}
    if len(words) >= _LEAST_BODY and any(word in _STATES for word in words):
        names.add("".join(word if word in _STATES else word[0] for word in words).lower())
    return names
