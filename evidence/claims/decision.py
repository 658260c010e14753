"""Settles what rules propose: on pages about health, learned weights say which sentences are claims.

Rules keep the last word where the weights know too little (on other pages, on pages of a few sentences, beside the
prose, for what is said of a product) and where the standard leaves no doubt: questions, worries, outlooks, research
under way, calls for more, plain advice to see somebody and how a study was done never need a source, a judgement of
methods and a promise against a disease always do (standards.md A3.1, C6; docs/labelling.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.claims import cues, frame_cues, framing_cues, kind_rules, study_cues, told_methods
from evidence.claims.annotation import Page, Reading
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says
from evidence.claims.features import features
from evidence.claims.lead_ins import lead_ins
from evidence.claims.of_works import is_title_by
from evidence.claims.own_services import invites
from evidence.claims.weights import Weights
from evidence.deadline import paced
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cues, lazily
from evidence.language.stops import is_ended
from evidence.selling.silent.software import HANDLES
from evidence.values import CLAIM_KINDS, Kind

_FEWEST = 8
"""Sentences of prose below which a page shows little around each, so that the rules keep what they take for a claim.

Of windows of one, two, three and five sentences of 90 pages that nothing was learned from, claims come to F1 0.746,
0.774, 0.805 and 0.816 by rules and weights together, to 0.736, 0.757, 0.780 and 0.788 by the rules alone, and to 0.717,
0.774, 0.807 and 0.821 by the weights alone.
"""
_SOONER = 0.5
"""Chance from which on such a page has a claim by weights alone: around one claim the next looks like one [house]."""

Settled = tuple[tuple[Kind, ...], float | None, str]
"""The kinds of a sentence, the learned chance that it is a claim, and the rule that decided.

The chance is None where a rule alone decided; the rule is "" where the weights did.
"""


def decide(
    page: Page, proposed: Sequence[tuple[Kind, ...]], found: Sequence[frozenset[str]], weights: Weights
) -> list[Settled]:
    """The kinds of every sentence in the end; `found` names the cue groups in each."""
    prose = sum(1 for reading in page.readings if not reading.place)
    if not page.health_page:
        return [
            (kinds, None, BESIDE if reading.place else PROMISE if _promises(reading, kinds) else "other page")
            for reading, kinds in zip(page.readings, proposed, strict=True)
        ]
    rows = features(page, proposed, found)
    settled: list[Settled] = [
        ((Kind.FRAMING,), None, "no claim")
        if _is_reason_to_go(reading, lead) or _sends_by_list(reading) or _names_work(reading, lead)
        else ((Kind.ANECDOTE,), None, "no claim")
        if _tells_of_one(reading)
        else (_of_no_claim(reading, kinds) if rule == "no claim" else kinds, None, rule)
        if (rule := _rule_on(reading, kinds))
        else _weighed(reading, kinds, weights.chance(row), weights.threshold)
        for reading, kinds, row, lead in paced(zip(page.readings, proposed, rows, lead_ins(page.readings), strict=True))
    ]
    if prose >= _FEWEST:
        return settled
    return [_by_either(kinds, one) for kinds, one in zip(proposed, settled, strict=True)]


def _by_either(proposed: tuple[Kind, ...], settled: Settled) -> Settled:
    """On a page of few sentences: what the rules take for a claim is one, whatever the weights say of it."""
    _, chance, rule = settled
    if not rule and CLAIM_KINDS.isdisjoint(proposed) and chance is not None and chance < _SOONER:
        return proposed, chance, ""
    if rule or CLAIM_KINDS.isdisjoint(proposed):
        return settled
    return proposed, None, FEW


BESIDE = "beside the prose"
PROMISE = "disease promise"
FEW = "few sentences"
RULES = (PROMISE, "product", "appraisal", FEW, "other page", BESIDE)
"""The rules by which a sentence is a claim whatever the weights say, by the names under which they are calibrated."""


_ONLY_A_SOURCE = lazily(
    r"\W*(?:the\s+)?(?:(?:full|original)\s+)?(?:references?|sources?|citation|study|paper|link|article)"
    r"\W*(?:\(\s?https?://[^()\s]{1,1000}\)\W*)?",
    re.IGNORECASE,
)
_NO_CLAIM = Cues({"worry": framing_cues.WORRY, "outlook": framing_cues.OUTLOOK, "studying": framing_cues.STUDYING})
_SETTLED = frozenset({Kind.QUESTION, Kind.RESEARCH_NEED, Kind.PRODUCT, Kind.APPRAISAL})


def _rule_on(reading: Reading, kinds: Sequence[Kind]) -> str:
    """The rule that settles a sentence without the weights, "" where none does."""
    if reading.place:
        return BESIDE
    if not reading.words or _ONLY_A_SOURCE.fullmatch(reading.text):
        return "no claim"  # a number of a chart, or a link whose words only say that it is the source
    if reading.said.silent == HANDLES:
        return "no claim"
    if settled := _SETTLED.intersection(kinds):
        return "product" if Kind.PRODUCT in settled else min(settled)
    if told_methods.tells_no_result(reading.text) and not (reading.marked or reading.mention):
        return "no claim"
    if _promises(reading, kinds):
        return PROMISE
    if not CLAIM_KINDS.isdisjoint(kinds):
        return ""
    text = reading.text
    silent = _NO_CLAIM.first(text) != "" or framing_cues.TO_DO.match(text) is not None
    silent = silent or _leads_in(text) or _only_refers(text)
    return "no claim" if silent or _tells_method(reading) else ""


def _is_reason_to_go(reading: Reading, lead: str) -> bool:
    """Whether a fragment stands in a list of what to see somebody for: "Call us if you notice: numb feet"."""
    if not lead or reading.place or reading.product or is_ended(reading.text) or _TELLS_MORE.search(reading.text):
        return False
    return frame_cues.SENDS.search(lead) is not None or _CHECKED.search(lead) is not None


_TELLS_MORE = lazily(r"\bwhich\s+(?:is|are|can|may|might|means?|causes?|leads?)\b", re.IGNORECASE)
_CHECKED = lazily(
    r"\b(?:check(?:ing)?\s+in\s+with|check\s+with|turn\s+to|go\s+to|get\s+to|report\s+(?:it|them|this|these)\s+to|let)\s+(?:a|an|your|the|our)\s+(?:[\w’'-]{1,20}\s+){0,3}?(?:doctor|dentist|gp|nurse|pharmacist|physician|midwife|provider|clinic|hospital|vet|emergency|a&e|er)\b"
    r"|\b(?:see|call|tell)\s+(?:someone|somebody|us|me|999|911|111|112)\b|\b(?:have|get)\s+(?:it|them|yourself)\s+(?:checked|looked\s+at|examined)\b|\bmake\s+an\s+appointment\b",
    re.IGNORECASE,
)
"""More ways to send somebody to be seen, which only ask where a list stands below."""


def _sends_by_list(reading: Reading) -> bool:
    """Whether a lead-in sends its reader to somebody: "Speak to your nurse if you notice:"."""
    return (
        not reading.place and reading.text.rstrip().endswith(":") and frame_cues.SENDS.search(reading.text) is not None
    )


def _names_work(reading: Reading, lead: str) -> bool:
    """Whether a line is the title or the publisher of a work, as a link; below a lead-in it is an item that says more.

    Of 54 such lines on labelled pages none is a claim. A title that promises or asserts is left to the others.
    """
    if not reading.link_alone or lead or reading.product or says(reading.text):
        return False
    return not (ASSERTS.search(reading.text) or BENEFIT.search(reading.text) or disease_words(reading.text))


_OF_ONE = lazily(r"\W*(?:he|she)\s+(?:had|was|got|has|went|started)\b", re.IGNORECASE)


def _tells_of_one(reading: Reading) -> bool:
    """Whether a sentence begins with what befell one person: of 33 on labelled pages two are claims."""
    if reading.place or reading.marked or reading.mention or reading.product:
        return False
    return _OF_ONE.match(reading.text) is not None


def _leads_in(text: str) -> bool:
    """Whether a sentence only leads in the items behind it, which say what there is to say (docs/labelling.md)."""
    found = framing_cues.LEADS_IN_OPENLY.search(text)
    return found is not None and not _SAYS_WHY.search(text, 0, found.end())


_SAYS_WHY = lazily(r"\b(?:because|since|but|which|who|so)\b|[;,]\s+causing", re.IGNORECASE)


def _promises(reading: Reading, kinds: Sequence[Kind]) -> bool:
    """Whether a sentence promises something against a disease, on whatever page."""
    if Kind.EFFICACY not in kinds or Kind.PRODUCT in kinds:
        return False
    if framing_cues.OF_A_WORK.match(reading.text) or is_title_by(reading.text) or invites(reading.text):
        return False
    return disease_words(framing_cues.MEANT_FOR_NONE.sub("", reading.text)) != ""


def _tells_method(reading: Reading) -> bool:
    """Whether a sentence only says how a study was done: without a finding, a share, a marker or the study's name."""
    if reading.marked or reading.mention or not framing_cues.METHOD.search(reading.text):
        return False
    return not any(cue.search(reading.text) for cue in (study_cues.RESULT, cues.PERCENT, cues.APPRAISAL, cues.STATE))


_LEADS_IN = lazily(
    r"\W*(?:(?:if|when|before|unless)\b.*,\s+)?(?:(?:please|also|always|then|and|but|or|you should"
    r"|it(?:\s+is|['’]s)\s+(?:\w+\s+)?(?:important|best|wise|worth\s+it|a\s+good\s+idea|advisable|sensible)\s+to)\s+)?",
    re.IGNORECASE,
)
_REASON = lazily(r"\b(?:because|since|as(?!\s+soon)|which|so|but|although|though|yet)\b|[:;–—]", re.IGNORECASE)


def _only_refers(text: str) -> bool:
    """Whether a sentence does nothing but send its reader to a doctor or the like, if need be under a condition.

    "It can weaken the pill, so talk to your pharmacist" tells more than that, and what it tells needs a source.
    """
    found = framing_cues.REFERRAL.search(text)
    if found is None or not _LEADS_IN.fullmatch(text, 0, found.start()):
        return False
    return not _REASON.search(text, found.end())


def _weighed(reading: Reading, kinds: tuple[Kind, ...], chance: float, threshold: float) -> Settled:
    proposed = any(kind in CLAIM_KINDS for kind in kinds)
    if proposed == (chance >= threshold):
        return kinds, chance, ""
    return (_of_no_claim(reading, kinds) if proposed else _of_claim(reading, kinds)), chance, ""


def _of_claim(reading: Reading, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds of a claim that the rules took for none: those its wording shows, "descriptive" where it shows none."""
    found = kind_rules.claim_kinds(reading, reading.mention, about=True) or (Kind.DESCRIPTIVE,)
    return (Kind.DEFINITION, *found) if Kind.DEFINITION in kinds else found


def _of_no_claim(reading: Reading, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kind of a sentence that the rules took for a claim wrongly; any other keeps its kinds."""
    if CLAIM_KINDS.isdisjoint(kinds):
        return kinds
    if Kind.DEFINITION in kinds:
        return (Kind.DEFINITION,)
    if framing_cues.FIRST_PERSON.search(reading.text) or framing_cues.STORY.search(reading.text):
        return (Kind.ANECDOTE,)
    return (Kind.FRAMING,)
