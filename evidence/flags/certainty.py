"""How sure each flag is, from the judgements it rests on, and the severity that this leaves it.

standards.md A3.5a: a blocker needs `sure`; a `likely` one is a warning; a `query` is a note that readers never see.
A flag is right only where every judgement it rests on is, and these are made apart, so its chance is their product.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from evidence.claims.certainty import Scale
from evidence.flags.catalogue import FLAGS
from evidence.flags.findings import Findings
from evidence.flags.flag_spec import Judgement
from evidence.flags.worth_asking import is_asked
from evidence.values import CERTAIN, Band, Flag, How, Severity

Measure = Callable[[Findings, Flag, Scale], float]

_QUERIES: Mapping[Judgement, str] = {
    Judgement.CLAIM: "Is this a claim? If it is: ",
    Judgement.UNTIED: "Does no source stand behind this? If none does: ",
    Judgement.TIE: "Is this its source? If it is: ",
    Judgement.STUDY: "Is a study meant that is not on the list? If so: ",
    Judgement.DESIGN: "Is the design of the source read rightly? If so: ",
    Judgement.WORDING: "Is it worded this strongly? If so: ",
    Judgement.PRODUCT: "Is a product promoted here? If so: ",
}
"""What an editor is asked of the least certain judgement; of any other, whether the flag fits."""

_MILDER = {
    Band.SURE: {},
    Band.LIKELY: {Severity.BLOCKER: Severity.WARNING},
    Band.QUERY: {Severity.BLOCKER: Severity.NOTE, Severity.WARNING: Severity.NOTE},
}


EVEN = 0.58
"""The chance below which no flag is raised for a sentence as a claim without a source [house], but where a site takes
less for `likely`. Below one half it is likelier none; of what stands just above, too, an editor agreed with one flag in
four (27 of 111 queries of ten hundreds drawn at random), and so many questions wear out whom they are put to."""


def weighed(findings: Findings, flag: Flag, scale: Scale) -> Flag | None:
    """The flag with its certainty and the severity that goes with it; what is certain by form stays as it is.

    None where the sentence is hardly likelier a claim than none, no likely claim stands on a work, or a page
    is of something else than health: that would ask an editor for nothing but time.
    """
    spec = FLAGS.get(flag.code)
    rests_on = spec.rests_on if spec else ()
    parts = {one: chance for one in rests_on if (chance := _MEASURES[one](findings, flag, scale)) < 1}
    if not parts:
        return flag if flag.certainty is CERTAIN else replace(flag, certainty=CERTAIN)
    chance = 1.0
    for one in parts.values():
        chance *= one
    least, needs = min(EVEN, scale.likely), parts.get(Judgement.CLAIM, 1.0) * parts.get(Judgement.UNTIED, 1.0)
    if needs < least:
        return None
    if parts.get(Judgement.STANDS, 1.0) < scale.likely or Judgement.HEALTH in parts:
        return None
    # A claim without a source that may block is one of a kind that is right more often at the same chance.
    may_block = flag.severity is Severity.BLOCKER and Judgement.UNTIED in parts
    certainty = scale.certainty(chance, may_block=may_block)
    band = certainty.band
    severity = _MILDER[band].get(flag.severity, flag.severity)
    if not is_asked(findings, flag, severity, needs, least):
        return None
    if band is not Band.QUERY:
        return replace(flag, severity=severity, certainty=certainty)
    asked = _QUERIES.get(min(parts, key=lambda one: parts[one]), "Does this fit here? If it does: ")
    return replace(flag, severity=Severity.NOTE, message=asked + flag.message, reader="", certainty=certainty)


def _claim(findings: Findings, flag: Flag, scale: Scale) -> float:
    """Whether the sentence is a claim at all; a flag of the page says nothing of one sentence."""
    if flag.sentence is None:
        return 1.0
    chance = scale.of_claim(findings.claims[flag.sentence])
    return 1.0 if chance is None else chance


def _untied(findings: Findings, flag: Flag, scale: Scale) -> float:
    return 1.0 if flag.sentence is None else scale.figure(f"untied {findings.nearest_source(flag.sentence)}")


def _tie(findings: Findings, flag: Flag, scale: Scale) -> float:
    """The surest of the ties of the sentence: one that holds is enough for what is said of the sources."""
    if flag.sentence is None:
        return 1.0
    hows = {link.how for link in findings.links_of(flag.sentence)}
    return max((1.0 if how is How.EDITOR else scale.figure(f"tie {how.value}") for how in hows), default=1.0)


def _study(findings: Findings, flag: Flag, scale: Scale) -> float:
    """A marker that leads nowhere is certain; a study told of in words is not, least where something is tied.

    Where nothing is tied, a claim lacks its source whether or not the words mean one study, and this flag stands in the
    place of the one that would say so (standards.md A3.3): it is no less sure than that one would be.
    """
    if flag.sentence is None or not findings.is_told_in_words(flag.sentence):
        return 1.0
    if findings.links_of(flag.sentence):
        return scale.figure("study in words beside a source")
    claim = scale.of_claim(findings.claims[flag.sentence]) or 0.0
    return max(scale.figure("study in words alone"), claim * _untied(findings, flag, scale))


def _design(findings: Findings, flag: Flag, scale: Scale) -> float:
    """The least certain design behind the sentence; what a record or an editor says is certain."""
    if flag.sentence is None:
        return 1.0
    read = {source.design_from for source in findings.graded(flag.sentence)} & {"abstract", "title"}
    return min((scale.figure(f"design by {origin}") for origin in read), default=1.0)


def _wording(findings: Findings, flag: Flag, scale: Scale) -> float:
    """How the sentence is worded; words that promise too much are found as they stand."""
    if flag.sentence is None or findings.claims[flag.sentence].boosters:
        return 1.0
    return scale.figure(f"wording {findings.claims[flag.sentence].wording.value}")


def _product(findings: Findings, flag: Flag, scale: Scale) -> float:
    """Whether what is named is a product that the page promotes; what is on record is certain.

    One that the page shows signs of selling is nearly that; of any other, the sentence has to claim something. A flag
    of the page is as sure as the surest of its sentences.
    """
    names = {value for name, value in flag.facts if name == "product"}
    guessed = [mention for mention in findings.mentions if mention.name in names and not mention.key]
    if not guessed:
        return 1.0
    if any(mention.sold or mention.own for mention in guessed):
        return _SOLD
    here = [flag.sentence] if flag.sentence is not None else [index for one in guessed for index in one.sentences]
    if any(findings.said_of(index).claims for index in here):
        return scale.figure("rule product")
    chances = [scale.of_claim(findings.claims[index]) for index in here]
    return max((chance for chance in chances if chance is not None), default=scale.figure("rule product"))


_SOLD = 0.92
"""Of a hundred names that a page calls its own or shows signs of selling, so many are products: a development figure,
on the pages of lay/ and lay2/ and on our own shop pages."""


def _said(findings: Findings, flag: Flag, scale: Scale) -> float:
    """What refers to the advice of doctors is found as it stands."""
    if flag.sentence is None or ("article", "12(c)") in flag.facts:
        return 1.0
    return findings.said_of(flag.sentence).certainty


def _stands(findings: Findings, flag: Flag, scale: Scale) -> float:
    """The surest claim that is tied to the work; certain where the list alone names it, so that nothing can tell."""
    tied = findings.links_to(flag.reference or "")
    if not tied or any(link.how is How.EDITOR for link in tied):
        return 1.0
    return max(
        (
            (scale.of_claim(findings.claims[link.sentence]) or 1.0) * scale.figure(f"tie {link.how.value}")
            for link in tied
            if findings.claims[link.sentence].claim
        ),
        default=0.0,
    )


_TELLING = 4.0
_TELLING_SHARE = 0.08
_LEAST_TELLING = 0.8
"""So many claims are to be expected, or so large a part of the sentences and nearly one, on a page that tells of health
[house]: a diary or the review of a console has one or two. Development figures, of half of the public pages read."""


def _health(findings: Findings, flag: Flag, scale: Scale) -> float:
    """Certain where a page tells readers of health or sells goods for it; 0 where it does in passing at most."""
    if any(name in ("names", "argues for") for name, _ in flag.facts):
        return 1.0  # of goods on record
    needed = min(_TELLING, max(_LEAST_TELLING, _TELLING_SHARE * len(findings.document.sentences)))
    expected = 0.0
    for claim in findings.claims:
        if claim.claim:
            chance = scale.of_claim(claim)
            expected += 1.0 if chance is None else chance
            if expected >= needed:
                return 1.0
    return 1.0 if findings.sells_for_health or (expected and _is_learned(findings)) else 0.0


_WORKS = 2


def _is_learned(findings: Findings) -> bool:
    """Whether a page stands on articles of journals, which nobody does in passing."""
    return sum(1 for one in findings.sources if one.doi or one.pmid or one.pmcid or one.volume) >= _WORKS


def _constant(name: str) -> Measure:
    return lambda _findings, _flag, scale: scale.figure(name)


_MEASURES: Mapping[Judgement, Measure] = {
    Judgement.CLAIM: _claim,
    Judgement.UNTIED: _untied,
    Judgement.TIE: _tie,
    Judgement.STUDY: _study,
    Judgement.ATTRIBUTION: _constant("unnamed research"),
    Judgement.DESIGN: _design,
    Judgement.WORDING: _wording,
    Judgement.NUMBER: _constant("numbers and directions"),
    Judgement.PRODUCT: _product,
    Judgement.SAID: _said,
    Judgement.POPULATION: _constant("population compared by words"),
    Judgement.SHOP: _constant("link read as a shop"),
    Judgement.HARMS: _constant("harms looked for by words"),
    Judgement.LIKENESS: _constant("name or year unlike the list"),
    Judgement.UNCITED: _constant("reference never cited"),
    Judgement.STANDS: _stands,
    Judgement.HEALTH: _health,
}
