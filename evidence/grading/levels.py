"""Grades how far a source reaches for one claim, and a claim by the best of its sources.

Source: standards.md A1 (design to start) and A2 (modifiers), after Oxford CEBM 2011, GRADE and SORT.
Unknown facts are shown as not recorded and never guessed: a work of unknown design has no grade.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.context import Design, Source, Species, Status
from evidence.sources.study_design import says_trials
from evidence.values import Claim, Grade, Kind, Level

STARTS: dict[Design, int] = {
    Design.SYSTEMATIC_REVIEW: 4,
    Design.GUIDELINE: 4,
    Design.RCT: 3,
    Design.SYSTEMATIC_REVIEW_OBSERVATIONAL: 2,
    Design.NON_RANDOMISED_TRIAL: 2,
    Design.COHORT: 2,
    Design.OBSERVATIONAL: 2,
    Design.NARRATIVE_REVIEW: 2,
    Design.CASE_CONTROL: 1,
    Design.CROSS_SECTIONAL: 1,
    Design.CASE_SERIES: 1,
    Design.ANIMAL: 1,
    Design.IN_VITRO: 1,
    Design.OPINION: 1,
    Design.BOOK: 1,
    Design.WEBSITE: 1,
    Design.PROTOCOL: 0,
}
"""Points from which each design starts for claims of effect, harm and cause (A1)."""

NAMES: dict[Design, str] = {
    Design.SYSTEMATIC_REVIEW: "A systematic review",
    Design.GUIDELINE: "An evidence-based guideline",
    Design.RCT: "A randomised trial",
    Design.SYSTEMATIC_REVIEW_OBSERVATIONAL: "A systematic review of observational studies",
    Design.NON_RANDOMISED_TRIAL: "A trial without random groups",
    Design.COHORT: "A cohort study",
    Design.OBSERVATIONAL: "An observational study",
    Design.NARRATIVE_REVIEW: "A review that is not systematic",
    Design.CASE_CONTROL: "A case-control study",
    Design.CROSS_SECTIONAL: "A survey at one point in time",
    Design.CASE_SERIES: "A report of single cases",
    Design.ANIMAL: "A study in animals",
    Design.IN_VITRO: "A laboratory study",
    Design.OPINION: "A comment or letter",
    Design.BOOK: "A book or workshop report",
    Design.WEBSITE: "A web page",
    Design.PROTOCOL: "A plan of a study, without results",
}

LEVEL_NAMES = {
    Level.STRONG: "strong", Level.MODERATE: "moderate", Level.WEAK: "weak", Level.VERY_WEAK: "very weak", Level.NONE: "no evidence",
}  # fmt: skip

EFFECT_KINDS = frozenset({Kind.CAUSAL, Kind.EFFICACY, Kind.SAFETY, Kind.MANAGEMENT, Kind.PRODUCT, Kind.STUDY_RESULT})
"""Kinds that assert an effect, a harm or a cause; the others ask a different question of the evidence."""

_SMALL = {Design.RCT: 100}
_SMALL_OTHERWISE = 30
_SECONDARY = frozenset(
    {
        Design.SYSTEMATIC_REVIEW, Design.SYSTEMATIC_REVIEW_OBSERVATIONAL, Design.GUIDELINE, Design.NARRATIVE_REVIEW,
        Design.OPINION, Design.BOOK, Design.WEBSITE, Design.PROTOCOL,
    }
)  # fmt: skip
LABORATORY = frozenset({Design.ANIMAL, Design.IN_VITRO})
NOT_RANDOMISED = frozenset(STARTS) - {Design.RCT, Design.SYSTEMATIC_REVIEW, Design.GUIDELINE}


def is_secondary(design: Design | None) -> bool:
    """Whether a work reports the studies of others: its sample is not counted, and it ages sooner."""
    return design in _SECONDARY


def asserts_effect(claim: Claim) -> bool:
    """Whether the claim is one of effect, harm or cause, so that A1's table applies to it unchanged."""
    return any(kind in EFFECT_KINDS for kind in claim.kinds)


def in_laboratory(source: Source) -> bool:
    """Whether the work studied animals or cells alone."""
    return source.design in LABORATORY or source.species in (Species.ANIMAL, Species.CELLS)


def grade_source(source: Source, claim: Claim) -> Grade:
    """The level of one source for one claim, with every step that led there in words."""
    if source.status is Status.RETRACTED:
        return Grade(Level.NONE, ("The work was retracted: it counts for nothing.",))
    if source.design is None:
        return Grade(Level.NONE, ("The design of this work is not recorded, so it has no grade yet.",))
    points, reasons = _start(source, source.design, claim)
    points, reasons = _steps_down(source, source.design, points, reasons)
    points, reasons = _caps(source, claim, points, reasons)
    if source.sample_size is None and not is_secondary(source.design):
        reasons.append("Number of participants: not recorded.")
    return Grade(Level.of(points), tuple(reasons))


def grade(claim: Claim, sources: Sequence[Source]) -> Grade:
    """The level of a claim: its best source, strong where two independent sound trials agree (SORT A)."""
    graded = [(grade_source(source, claim), source) for source in sources]
    if not graded:
        return Grade(Level.NONE, ("No source is tied to this sentence.",))
    best, by = max(graded, key=lambda row: (row[0].level.points, row[1].design is not None))
    trials = [source for _, source in graded if _sound_trial(source)]
    if best.level is Level.MODERATE and _independent(trials) >= 2:
        return Grade(Level.STRONG, (*best.reasons, "Two independent randomised trials: one step up, to strong."))
    if len(graded) > 1:
        return Grade(best.level, (f"Best of {len(graded)} sources: {label(by)}.", *best.reasons))
    return best


def label(source: Source) -> str:
    """A source in a few words: "Lee 2020"."""
    who = source.families[0] if source.families else source.title or source.key
    return f"{who} {source.year}" if source.year else who


def _start(source: Source, design: Design, claim: Claim) -> tuple[int, list[str]]:
    name = NAMES[design]
    points = STARTS[design]
    if not asserts_effect(claim):
        if Kind.MECHANISM in claim.kinds and design in LABORATORY:
            return 2, [f"{name}, and the sentence is on how something works: starts at weak."]
        measured = {Kind.NUMERIC, Kind.DESCRIPTIVE, Kind.COMPARATIVE} & set(claim.kinds)
        if measured and design in (Design.CASE_CONTROL, Design.CROSS_SECTIONAL) and not in_laboratory(source):
            return 2, [f"{name}, and the sentence gives a number or describes: starts at weak."]
    reasons = [f"{name}: starts at {LEVEL_NAMES[Level.of(points)]}."]
    if design is Design.SYSTEMATIC_REVIEW:
        told = says_trials(f"{source.title}. {source.abstract}")
        reasons.append("It says that it reviewed trials." if told else "The kind of studies in it is not recorded.")
    return points, reasons


def _steps_down(source: Source, design: Design, points: int, reasons: list[str]) -> tuple[int, list[str]]:
    steps: list[tuple[int, str]] = []
    if source.outcome == "surrogate":
        steps.append((1, "It measured a marker, not health itself: one step down."))
    limit = _SMALL.get(design, _SMALL_OTHERWISE)
    if source.sample_size is not None and source.sample_size < limit and not is_secondary(design):
        steps.append((1, f"Small study ({source.sample_size} participants, fewer than {limit}): one step down."))
    if source.risk_of_bias > 0:
        down = min(source.risk_of_bias, 2)
        steps.append(
            (down, f"An editor recorded a serious risk of bias: {'one step' if down == 1 else 'two steps'} down.")
        )
    if source.disputed_by:
        steps.append((1, f"Disputed by {source.disputed_by}: one step down."))
    if source.preprint:
        steps.append((1, "A preprint, not yet reviewed by peers: one step down."))
    floor = 1 if points else 0
    return max(floor, points - sum(step for step, _ in steps)), reasons + [words for _, words in steps]


def _caps(source: Source, claim: Claim, points: int, reasons: list[str]) -> tuple[int, list[str]]:
    caps: list[tuple[int, str]] = []
    if source.status is Status.CONCERN:
        caps.append((2, "The journal expressed concern about the work: no higher than weak."))
    if source.preprint:
        caps.append((2, "A preprint: no higher than weak."))
    if in_laboratory(source) and asserts_effect(claim):
        caps.append((1, "Animals or cells only, and the sentence is about people: no higher than very weak."))
    for cap, words in caps:
        if points > cap:
            points = cap
            reasons = [*reasons, words]
    return points, reasons


def _sound_trial(source: Source) -> bool:
    return (
        source.design is Design.RCT
        and source.outcome != "surrogate"
        and not (source.preprint or source.disputed_by or source.risk_of_bias)
        and source.status not in (Status.RETRACTED, Status.CONCERN)
        and not (source.sample_size is not None and source.sample_size < _SMALL[Design.RCT])
    )


def _independent(trials: Sequence[Source]) -> int:
    """Trials without a first author in common."""
    return len({trial.families[0].lower() if trial.families else trial.key for trial in trials})
