"""The study design that a work's publication types or title say outright (standards.md A1). Otherwise None."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence.context import Design, Species
from evidence.language.patterns import lazily

_TYPES: tuple[tuple[Design, frozenset[str]], ...] = (
    (Design.PROTOCOL, frozenset({"clinical trial protocol"})),
    (Design.GUIDELINE, frozenset({"practice guideline", "guideline", "consensus statement"})),
    (Design.SYSTEMATIC_REVIEW, frozenset({"systematic review", "meta-analysis", "network meta-analysis"})),
    (
        Design.RCT,
        frozenset(
            {
                "randomized controlled trial",
                "pragmatic clinical trial",
                "equivalence trial",
                "adaptive clinical trial",
            }
        ),
    ),
    (
        Design.NON_RANDOMISED_TRIAL,
        frozenset(
            {
                "controlled clinical trial",
                "clinical trial",
                "clinical trial, phase i",
                "clinical trial, phase ii",
                "clinical trial, phase iii",
                "clinical trial, phase iv",
            }
        ),
    ),
    (Design.OBSERVATIONAL, frozenset({"observational study"})),
    (Design.CASE_SERIES, frozenset({"case reports"})),
    (Design.OPINION, frozenset({"editorial", "comment", "letter", "news", "lecture", "personal narrative"})),
    (Design.NARRATIVE_REVIEW, frozenset({"review", "scoping review"})),
)
_LOOSE = frozenset({Design.NON_RANDOMISED_TRIAL, Design.OBSERVATIONAL})
"""What NLM also gives to trials whose random groups nobody tagged, and to every kind of observation."""

_SECONDARY = frozenset(
    {Design.GUIDELINE, Design.SYSTEMATIC_REVIEW, Design.SYSTEMATIC_REVIEW_OBSERVATIONAL, Design.OPINION}
    | {Design.NARRATIVE_REVIEW, Design.PROTOCOL}
)
_HEADINGS: tuple[tuple[Design, frozenset[str]], ...] = (
    (Design.RCT, frozenset({"random allocation", "double-blind method", "single-blind method"})),
    (Design.CASE_CONTROL, frozenset({"case-control studies"})),
    (Design.CROSS_SECTIONAL, frozenset({"cross-sectional studies"})),
    (
        Design.COHORT,
        frozenset(
            {
                "cohort studies",
                "prospective studies",
                "retrospective studies",
                "longitudinal studies",
                "follow-up studies",
            }
        ),
    ),
)
"""MeSH headings that name the method of a work itself."""

_CELLS = frozenset({"in vitro techniques", "cells, cultured", "cell line"})
_NOT_EVIDENCE = frozenset({"retraction of publication", "retraction notice"})

_HUMANS = (
    r"\bhumans?\b(?! (?:[\w-]+ ){0,3}(?:cells?|cancers?|carcinomas?|tumou?rs?|lines?|tissues?|fibroblasts?"
    r"|keratinocytes?|monocytes?|endotheli\w+|hepat\w+|xenografts?|leuk\w+|melanomas?|\w*sarcomas?|glio\w+|myelomas?|serum|plasma|blood|skin|platelets?)\b)"
)
"""People, and not what was taken from them."""

# In this order: a word that takes back another stands before it ("protocol", "non-randomised", "secondary analysis").
_TITLES: tuple[tuple[Design | None, re.Pattern[str]], ...] = tuple(
    (design, lazily(pattern, re.IGNORECASE))
    for design, pattern in (
        (
            Design.PROTOCOL,
            r"\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:a|an|the|two)\b"
            r"|\brationale(?:,| and)? (?:study )?design\b|:\s*(?:a )?protocol\b",
        ),
        (Design.BOOK, r"\bworkshop (?:summary|proceedings|in brief)\b|\bproceedings of a workshop\b"),
        (
            None,
            r"\b(?:secondary|post[- ]hoc|exploratory|subgroup) analys[ie]s\b|\bfollow-?up of (?:a|the) randomi[sz]ed",
        ),
        (
            Design.SYSTEMATIC_REVIEW,
            r"\bsystematic (?:literature )?review\b|\bmeta-?analys[ie]s\b|\bumbrella review\b"
            r"|\boverview of systematic reviews\b",
        ),
        (
            None,
            r"\b(?:for|about|on|in|designing|reporting|conducting) (?:the )?"
            r"randomi[sz]ed (?:controlled |clinical )?trials\b",
        ),
        (
            Design.ANIMAL,
            r"\bin (?:\w+[- ]){0,3}(?:mice|rats|mouse|rabbits|piglets|pigs|zebrafish|dogs|macaques|monkeys|hamsters)\b"
            r"|\b(?:mouse|rat|murine|animal) (?:model|study)\b|\b(?:mice|rats)\b",
        ),
        (
            None,  # "the human circadian clock in vivo and in vitro": people too, where no human cells are named
            rf"{_HUMANS}.*\bin vivo\b|\bin vivo\b.*{_HUMANS}",
        ),
        (Design.IN_VITRO, r"\bin vitro\b(?! fertili)|\bcell lines?\b"),
        (
            Design.NON_RANDOMISED_TRIAL,
            r"\bnon-?randomi[sz]ed\b|\bquasi-experimental\b|\bsingle-arm\b"
            r"|\bopen-label (?:pilot )?(?:trial|study)\b(?!.{0,80}randomi)",
        ),
        (
            Design.RCT,
            r"(?<!non)(?<!non-)\brandomi[sz]ed\b.{0,80}\b(?:trial|study)\b|\bdouble-?blind\b|\bplacebo-controlled\b",
        ),
        (
            Design.GUIDELINE,
            r"\b(?:clinical|practice) guidelines?\b|\bposition (?:statement|paper)\b|\bconsensus statement\b",
        ),
        (Design.CASE_CONTROL, r"\bcase-control study\b"),
        (Design.CROSS_SECTIONAL, r"\bcross-sectional (?:study|survey|analysis)\b"),
        (
            Design.COHORT,
            r"\bcohort study\b|\bprospective (?:observational )?study\b|\blongitudinal (?:cohort )?study\b",
        ),
        (Design.CASE_SERIES, r"\bcase (?:report|series)\b|\ba report of \w+ cases\b"),
        (Design.NARRATIVE_REVIEW, r"\b(?:narrative|scoping|literature) review\b"),
    )
)


_OBSERVED = lazily(
    r"\b(?:observational|cohorts?|case-control|cross-sectional|prospective|longitudinal|epidemiologic(?:al)?)\b"
    r"|\bdose[- ]response\b|\bumbrella review\b|\bnon-?randomi[sz]ed\b",
    re.IGNORECASE,
)
_TRIALS = lazily(r"\btrials?\b|(?<!non)(?<!non-)\brandomi[sz]ed\b|\bRCTs?\b", re.IGNORECASE)


def says_trials(text: str) -> bool:
    """Whether the title or abstract of a review says that the studies in it are trials."""
    return _TRIALS.search(text) is not None


def design_of(publication_types: Iterable[str] = (), title: str = "", headings: Iterable[str] = ()) -> Design | None:
    """The design that PubMed publication types, MeSH headings or, without these, plain words of the title give.

    Types such as "Journal Article" or "Multicenter Study" are no designs, and headings "... as Topic" are subjects.
    A title is believed first where it says protocol, for reviews (NLM tags them since 2019 only), and where it says
    of random groups what the record leaves out.
    """
    types = {kind.strip().lower() for kind in publication_types}
    if types & _NOT_EVIDENCE:
        return None
    stated = _reviewed(_from_title(title), title)
    if stated in (Design.PROTOCOL, Design.SYSTEMATIC_REVIEW, Design.SYSTEMATIC_REVIEW_OBSERVATIONAL):
        return stated
    subjects = {heading.split("/")[0].strip("* ").lower() for heading in headings}
    typed = next((_reviewed(design, title) for design, names in _TYPES if types & names), None)
    if typed not in _SECONDARY and (lab := _laboratory(subjects)):
        return lab
    if typed is not None and typed not in _LOOSE:
        return typed
    headed = next((design for design, names in _HEADINGS if subjects & names), None)
    if Design.RCT in (stated, headed):
        return Design.RCT
    order = (headed, stated, typed) if typed is Design.OBSERVATIONAL else (typed, headed, stated)
    return next((design for design in order if design is not None), None)


def species_of(headings: Iterable[str]) -> Species | None:
    """Whom MeSH headings say that a work studied. Humans among others count as humans."""
    subjects = {heading.split("/")[0].strip("* ").lower() for heading in headings}
    if "humans" in subjects:
        return Species.HUMAN
    if "animals" in subjects:
        return Species.ANIMAL
    return Species.CELLS if subjects & _CELLS else None


def _laboratory(subjects: set[str]) -> Design | None:
    species = species_of(subjects)
    return {Species.ANIMAL: Design.ANIMAL, Species.CELLS: Design.IN_VITRO}.get(species) if species else None


def of_other_studies(title: str) -> bool:
    """Whether a title says that the study in question is another one ("a secondary analysis of a randomised trial")."""
    return any(design is None and pattern.search(title[:600]) for design, pattern in _TITLES)


def _reviewed(design: Design | None, title: str) -> Design | None:
    """A systematic review is one of observational studies where its title says so and speaks of no trials."""
    if design is Design.SYSTEMATIC_REVIEW and _OBSERVED.search(title) and not says_trials(title):
        return Design.SYSTEMATIC_REVIEW_OBSERVATIONAL
    return design


def _from_title(title: str) -> Design | None:
    for design, pattern in _TITLES:
        if pattern.search(title[:600]):
            return design
    return None
