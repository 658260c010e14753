"""Says of each sentence whether it makes a claim that needs a source, of which kinds, and how it is worded.

Rules over health vocabulary and cue groups propose (`kind_rules`); on pages about health, weights learned from
labelled lay pages decide (`decision`). Source of the kinds and of what needs a citation: standards.md A3.1,
after Redi and others 2019.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.claims import (
    alike_items,
    answered_questions,
    benefit_and_advice,
    benefit_chance,
    courses_of_disease,
    empty_lines,
    figures_of_effect,
    given_reasons,
    harmless,
    kept_promises,
    kind_rules,
    open_questions,
    promises,
    taken_back,
)
from evidence.claims import wording as words_of
from evidence.claims.annotation import Reading, read
from evidence.claims.beside_frames import tells
from evidence.claims.decision import Settled, decide
from evidence.claims.features import cues_in
from evidence.claims.unnamed_research import unnamed
from evidence.claims.weights import Weights, shipped
from evidence.context import Product
from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.selling import discovery, judgement
from evidence.selling.statements import Statement
from evidence.values import ADVERTISED, CLAIM_KINDS, Claim, Document, Kind, ProductMention, Wording


def detect(
    document: Document,
    products: Sequence[Product] = (),
    mentions: Sequence[ProductMention] | None = None,
    titles: Sequence[str] | None = None,
    weights: Weights | None = None,
    unread: Collection[int] = (),
    said: Mapping[int, Statement] | None = None,
) -> tuple[Claim, ...]:
    """One claim per sentence, in the order of the sentences.

    `mentions` saves finding the products twice where the caller has them already, `said` what sentences say of them, by
    index. `titles` are those of the works the page stands on; None takes them from the reference list in the text.
    `weights` are those of the package unless others are to be measured. `unread` are the sentences in a language that
    is not read: they claim nothing.
    """
    found = discovery.mentions(document, products) if mentions is None else mentions
    if titles is None:
        titles = [str(reference.csl.get("title") or "") for reference in document.references]
    if said is None:
        said = judgement.statements(document, found, products)
    page = read(document, products, found, titles, said)
    kinds, cued = proposed(page.readings)
    weights = weights or shipped()
    settled = empty_lines.without(page.readings, decide(page, kinds, cued, weights))
    settled = alike_items.told_alike(page.readings, settled)
    settled = reasoned(page.readings, answered(page.readings, settled))
    settled = benefit_and_advice.told(page.readings, settled)
    if weights.benefit is not None:
        settled = benefit_chance.likely(page.readings, settled, cued, weights.benefit)
    settled = open_questions.left_open(page.readings, settled)
    settled = courses_of_disease.told_as_causes(page.readings, settled)
    settled = harmless.let_pass(page.readings, settled)
    settled = taken_back.without_taken_back(page.readings, settled)
    settled = kept_promises.kept(page.readings, settled)
    return tuple(
        Claim(reading.index, False, (), Wording.NONE)
        if reading.index in unread
        else _claim(reading, kinds, certainty, rule)
        for reading, (kinds, certainty, rule) in paced(zip(page.readings, settled, strict=True))
    )


def proposed(readings: Sequence[Reading]) -> tuple[list[tuple[Kind, ...]], list[frozenset[str]]]:
    """The kinds of every sentence by rules alone, and the cue groups in it that weights look at."""
    found: list[tuple[Kind, ...]] = []
    cued: list[frozenset[str]] = []
    before: tuple[Kind, ...] = ()
    for reading in paced(readings):
        cued.append(cues_in(reading) if reading.health_page else frozenset())
        if reading.place == ADVERTISED and not reading.product:
            found.append((Kind.FRAMING,))
            continue
        if reading.place:
            found.append(_beside_prose(reading))
            continue
        kinds = kind_rules.kinds_of(reading, before)
        before = kinds if is_claim(kinds) else ()
        found.append(kinds)
    return found, cued


ANSWERED = "few sentences"
"""The calibrated rule under which questions that answer themselves go: the kinds are found by rules alone, as there."""


def answered(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with questions as claims that take something for granted, or to which the next sentence says yes.

    Where the sentence behind the yes is a claim itself, that one answers for the passage.
    """
    found = list(settled)
    for asking in readings:
        if Kind.QUESTION in found[asking.index][0] and (said := answered_questions.presupposed(asking.text)):
            _claim_instead(found, asking, said)
    for asking, saying in pairwise(readings):
        kinds = found[asking.index][0]
        if Kind.QUESTION not in kinds or asking.place or saying.place or saying.marked or asking.marked:
            continue
        behind = readings[saying.index + 1] if saying.index + 1 < len(readings) else None
        sourced = behind is not None and behind.marked and behind.paragraph == saying.paragraph
        told = behind is not None and behind.paragraph == saying.paragraph and is_claim(found[behind.index][0])
        open_one = not answered_questions.can_be_answered(asking.text)
        if sourced or told or open_one or not answered_questions.says_yes(saying.text):
            continue
        _claim_instead(found, asking, answered_questions.statement(asking.text))
    return found


def reasoned(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with sentences as claims in which a writer gives a fact on health as the reason for what they do, or
    says of a thing in a figure of speech what it does to the body."""
    found = list(settled)
    for reading in paced(readings):
        if reading.place or reading.product or not reading.health_page or is_claim(found[reading.index][0]):
            continue
        if fact := given_reasons.reason(reading.text):
            _claim_instead(found, reading, fact)
            if not is_claim(found[reading.index][0]) and tells(fact):
                found[reading.index] = (Kind.DESCRIPTIVE,), None, ANSWERED
        elif figures_of_effect.acts_on_body(reading.text):
            found[reading.index] = (Kind.MECHANISM,), None, ANSWERED
    return found


def _claim_instead(found: list[Settled], asking: Reading, said: str) -> None:
    if claims := kind_rules.claim_kinds(replace(asking, text=said), ""):
        found[asking.index] = (claims, None, ANSWERED)


def is_claim(kinds: Sequence[Kind]) -> bool:
    """Whether a sentence of these kinds needs a source."""
    return any(kind in CLAIM_KINDS for kind in kinds)


def _claim(reading: Reading, kinds: tuple[Kind, ...], certainty: float | None, rule: str) -> Claim:
    text = _TABLE_RULE.sub(" ", reading.text) if reading.place else reading.text
    if not is_claim(kinds):
        return Claim(reading.index, False, kinds, Wording.NONE, certainty=certainty, rule=rule)
    mention = "" if reading.place else reading.mention
    return Claim(
        sentence=reading.index,
        claim=True,
        kinds=kinds,
        wording=words_of.wording(text),
        boosters=promises.boosters(f"{reading.frame}{text}"),
        vague="" if reading.place or mention else unnamed(text),
        mention=mention,
        certainty=certainty,
        rule=rule,
    )


def _beside_prose(reading: Reading) -> tuple[Kind, ...]:
    """The kinds of a heading or the like, which is only read as a sentence because it makes a claim."""
    text = _TABLE_RULE.sub(" ", reading.text)
    found = kind_rules.product_kinds(reading) if reading.product else ()
    if reading.place == ADVERTISED:
        return found
    effects = [kind for kind in kind_rules.effect_kinds(text, reading) if kind is not Kind.MANAGEMENT]
    if _SAYS_IT_WORKS.search(text) or not effects:
        effects.append(Kind.EFFICACY)
    return tuple(dict.fromkeys([*(kind for kind in found if kind in CLAIM_KINDS), *effects]))


_SAYS_IT_WORKS = lazily(r"\b(?:cure[sd]?|remed(?:y|ies)|antidotes?|proven|works?|helps?|effective)\b", re.IGNORECASE)
_TABLE_RULE = lazily(r"\s*\|\s*")
