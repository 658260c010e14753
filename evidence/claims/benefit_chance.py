"""How likely a claim speaks of benefit, harm or advice, where no rule tells it so, by weights learned from pages.

Source: standards.md A3.5, which lets these claims alone stop publication. What a disease or a state of the body leads
to, how something works and how many have it are claims of other kinds. The weights are benefit.json;
scripts/train_benefit.py rebuilds them, and benefit.md says what they were learned from and how well they do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from evidence.claims import mere_facts
from evidence.claims.annotation import Reading
from evidence.claims.benefit_and_advice import DONE, ILL, TAKEN, above
from evidence.claims.decision import Settled
from evidence.claims.feature_names import FeatureNames
from evidence.claims.features import leads
from evidence.claims.weights import Weights
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.health_words import BODY, OUTCOME
from evidence.language.patterns import Cue, lazily
from evidence.language.stops import CLOSERS, is_ended
from evidence.values import CLAIM_KINDS, MAY_BLOCK, Kind

WORD = "word "
"""How the names of features begin that are words; training keeps those that many sites use."""

_NAMES, _IN_HEADING, _IN_LEAD = (FeatureNames(before) for before in (WORD, f"{WORD}heading ", f"{WORD}lead "))
_CUED, _ABOVE, _LEAD, _HAS = (FeatureNames(before) for before in ("cue ", "above ", "lead ", "has "))

_BESIDE = 0.5
"""What a word of the heading or the lead-in counts beside one of the sentence."""

_NUMBER = lazily(r"\d")
_ADVICE = Cue(
    r"\b(?:should|must|need(?:s|ed)? to|ought|recommend(?:s|ed)?|advis(?:e|es|ed)|avoid|make sure|try|never|always"
    r"|consult|ask|choose|pick|guidelines?|dos(?:e|es|age)|daily|(?:a|per|twice a|times a) (?:day|week)|take|use)\b",
)
_HARM = Cue(
    r"\b(?:risks?|harm(?:s|ful)?|danger(?:s|ous)?|side.effects?|unsafe|safe(?:ly)?|safety|toxic|caus(?:e|es|ed|ing)"
    r"|worsen(?:s|ed|ing)?|damag(?:e|es|ing)|lead(?:s|ing)? to|increas(?:e|es|ed|ing)|withdrawal|overdos(?:e|es|ing)"
    r"|interact(?:s|ions?)?|depriv\w+|lack of|too (?:much|little|many))\b",
)

_SPEAKS_WELL = Cue(
    r"\b(?:help\w*|benefi\w+|improv\w+|eas(?:e|es|ed|ing|ier)|reliev\w+|relief|prevent\w*|reduc\w+|lower\w*|protect\w*|treat\w*"
    r"|cur(?:e|es|ed|ing)|heal\w*|better|fewer|less|without|against|free|good|effective\w*|remed\w+|fight\w*|calm\w*|sooth\w*)\b",
)
_ITEMS_HELP = lazily(
    r"\b(?:benefits?|help(?:s|ed|ful)?|eas(?:e|es|y)|reliev\w+|improv\w+|prevent\w*|reduc\w+|protect\w*)\b",
    re.IGNORECASE,
)
_ITEMS_HARM = lazily(
    r"\b(?:caus(?:e|es|ed|ing)|risks?|side.effects?|complications?|symptoms?|signs|problems?|consequences?"
    r"|harms?|dangers?|triggers?|lead(?:s|ing)? to|result(?:s|ing)? in|withdrawal|overdos\w+|damag\w+"
    r"|worse(?:n\w*)?)\b",
    re.IGNORECASE,
)
_ITEMS_ADVISE = lazily(
    r"\b(?:tips?|should|must|try|avoid|make sure|recommend\w*|advi[sc]ed?|how to|steps?"
    r"|what (?:you|to|can)|things? (?:you|to)|do['’]?s|don['’]?ts?|remember)\b",
    re.IGNORECASE,
)
"""What the items below a lead-in or a heading are, where they do not say it themselves."""

_TELLS_HOW = Cue(
    r"\bone (?:of the )?ways? (?:that|in which|by which)\b|\bth(?:is|at) is how\b"
    r"|\b(?:acts?|works?|functions?|behaves?) (?:in )?(?:this|that|the same|a similar) way\b"
    r"|\b(?:is|are|be) (?:\w+ly )?(?:affected|influenced|shaped) by\b",
)
"""How something comes about, and what plays into it without being said to do good or harm: mechanism and cause, which
A3.5 lets nobody block for."""

_LEAVES_FREE = Cue(
    r"\b(?:the one|whichever(?: one)?|whatever|what|any(?: kind| one)?)(?: that)? (?:you|they|suits|works best for) "
    r"(?:like|enjoy|prefer|want|you|them)\b|\bup to you\b",
)
"""Leaves to the reader what to take: no advice, unless it says for how long or how much."""
_DOSED = lazily(r"\d\s?(?:days?|weeks?|mg|mcg|µg|g|iu|grams?|tablets?|capsules?|drops|times|doses)\b", re.IGNORECASE)

_BEFALLS = Cue(
    r"^\W*(?:[\w'’-]+\s+){0,3}?(?:noise|pollution|pollutants?|smog|weather|humidity|poverty|loneliness|isolation|stress|trauma|genes?|genetics"
    r"|age(?:ing|s)?|aging|bacteria|viruses|germs|microbes|climate)\b[^.;:,]{0,40}?\s"
    r"(?:can|may|could|might|causes?|leads?|raises?|increases?|triggers?|affects?|harms?|damages?|is|are)\b",
)
"""What befalls people, that nobody takes or does, at the head of a sentence: of 43 such claims on labelled pages
readers called 12 matters of benefit, harm or advice. A3.5 has causes as warnings."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a claim: its kinds by rules, its cue groups, the lead-in that it stands under, and the words
    before it that a pronoun may take up."""

    kinds: Sequence[Kind]
    cued: Collection[str]
    lead: str
    above: Sequence[str]


def likely(
    readings: Sequence[Reading], settled: Sequence[Settled], cued: Sequence[frozenset[str]], weights: Weights
) -> list[Settled]:
    """The same, with claims that are likely of benefit, harm or advice as such, and those as others that hardly are."""
    found = list(settled)
    signs = dict(signs_of(readings, settled, cued))
    for place, chance in paced(_chances(readings, signs, weights).items()):
        reading, (kinds, certainty, rule) = readings[place], settled[place]
        if reading.product:
            continue
        mere_cause = _is_mere_cause(reading.text)
        if not MAY_BLOCK.isdisjoint(kinds):
            if chance < (weights.threshold if mere_cause else _DOUBTED):
                found[place] = (_of_other_kind(kinds, cued[place]), certainty, rule)
        elif chance >= weights.threshold and not mere_cause:
            others = (kind for kind in kinds if kind is not Kind.DESCRIPTIVE)
            told = kind_of(reading.text, _above_item(reading, signs[place].lead))
            found[place] = ((told, *others), certainty, rule)
    return found


_DOUBTED = 0.3
"""The chance below which a claim is not of benefit, harm or advice though a rule takes it for one: that leaves rules
more right than weights, which know of the rules [house]."""


def _of_other_kind(kinds: Sequence[Kind], cued: Collection[str]) -> tuple[Kind, ...]:
    """What is left of the kinds of a claim that does not speak of benefit, harm or advice."""
    rest = tuple(kind for kind in kinds if kind not in MAY_BLOCK)
    if not CLAIM_KINDS.isdisjoint(rest):
        return rest
    return (*rest, Kind.CAUSAL if "effect" in cued or "mechanism" in cued else Kind.DESCRIPTIVE)


def _chances(readings: Sequence[Reading], signs: Mapping[int, Signs], weights: Weights) -> dict[int, float]:
    """The chance of each claim in the prose: by itself, then again beside the claims around it."""
    odds = {place: weights.log_odds(features(readings[place], known)) for place, known in paced(signs.items())}
    again = weights.around if weights.around and len(odds) >= _FEWEST else ALONE
    sections = [readings[place].heading for place in odds]
    beside = around(list(odds.values()), sections)
    return {place: again.chance(row) for place, row in paced(zip(odds, beside, strict=True))}


ALONE = Weights(0.5, 0.0, {"itself": 1.0})
"""Weighs a judgement by itself alone."""

_FEWEST = 5
"""Claims of a page below which each stands by itself: too few show what the page is about [house]."""

_FAR = 3
"""Claims on either side that are asked what a claim is about [house]."""


def around(odds: Sequence[float], sections: Sequence[str]) -> list[dict[str, float]]:
    """What is known of each claim of a page from the log odds of all, in order; `sections` are their headings.

    Pages and sections keep to a subject: beside benefits of a food stand others, beside symptoms more symptoms.
    """
    whole: dict[str, list[float]] = {}
    for one, section in zip(odds, sections, strict=True):
        whole.setdefault(section, []).append(one)
    sums = {section: (sum(told), len(told)) for section, told in whole.items()}
    return [_around(odds, place, *sums[section]) for place, section in enumerate(paced(sections))]


def _around(odds: Sequence[float], place: int, total: float, claims: int) -> dict[str, float]:
    """`total` is the sum of the log odds of its section, of so many `claims`."""
    here = odds[place]
    near = (*odds[max(0, place - _FAR) : place], *odds[place + 1 : place + 1 + _FAR])
    return {
        "itself": here,
        "near": sum(near) / max(1, len(near)),
        "before": odds[place - 1] if place else 0.0,
        "after": odds[place + 1] if place + 1 < len(odds) else 0.0,
        "section": (total - here) / max(1, claims - 1),
    }


def _is_mere_cause(text: str) -> bool:
    if _LEAVES_FREE.search(text) and not _DOSED.search(text):
        return True
    return _TELLS_HOW.search(text) is not None or _BEFALLS.search(text) is not None


def signs_of(
    readings: Sequence[Reading], settled: Sequence[Settled], cued: Sequence[frozenset[str]]
) -> Iterator[tuple[int, Signs]]:
    """What is known of each claim in the prose, with its place."""
    under = leads(readings)
    for place in _claims_in(readings, settled):
        yield place, Signs(settled[place][0], cued[place], under[place], above(readings, place))


def _claims_in(readings: Sequence[Reading], settled: Sequence[Settled]) -> Iterator[int]:
    for place, (kinds, _, _) in enumerate(paced(settled)):
        if not CLAIM_KINDS.isdisjoint(kinds) and not readings[place].place:
            yield place


def _above_item(reading: Reading, lead: str) -> str:
    """What an item of a list stands under: its lead-in, else its heading; "" where a sentence stands by itself."""
    return lead or ("" if is_ended(reading.text, CLOSERS) else reading.heading)


def kind_of(text: str, above_item: str = "") -> Kind:
    """Which of the three a claim is told as: by its words, advice before harm; by what an item stands under.

    A complaint of which nothing good is said ("hip pain from lying on the side") is a harm.
    """
    if _ADVICE.search(text):
        return Kind.MANAGEMENT
    if _HARM.search(text) or (_ITEMS_HARM.search(above_item) and not _ITEMS_HELP.search(above_item)):
        return Kind.SAFETY
    if _ITEMS_ADVISE.search(above_item):
        return Kind.MANAGEMENT
    bad = not _ITEMS_HELP.search(above_item) and not _SPEAKS_WELL.search(text) and _names_ill(text)
    return Kind.SAFETY if bad else Kind.EFFICACY


def _names_ill(text: str) -> bool:
    return any(_group(word) == "condition" for word in vocabulary.words(text))


def features(reading: Reading, signs: Signs) -> dict[str, float]:
    """What the weights look at. Training and use read claims through this function alone."""
    words = vocabulary.words(reading.text)
    row = dict.fromkeys(map(_NAMES.__getitem__, words), 1.0)
    if words:
        row[f"{WORD}first {words[0]}"] = 1.0
    for names, text in ((_IN_HEADING, reading.heading), (_IN_LEAD, signs.lead)):
        if text:
            row.update(dict.fromkeys(map(names.__getitem__, vocabulary.words(text)), _BESIDE))
    row.update({f"kind {kind.value}": 1.0 for kind in signs.kinds})
    row.update(dict.fromkeys(map(_CUED.__getitem__, signs.cued), 1.0))
    row.update(mere_facts.signs(reading.text))
    row.update(dict.fromkeys(_order(words), 1.0))
    row.update(dict.fromkeys(map(_ABOVE.__getitem__, _groups(signs.above)), 1.0))
    if signs.lead:
        row.update(dict.fromkeys(map(_LEAD.__getitem__, _groups(vocabulary.words(signs.lead))), 1.0))
    row[f"length {min(len(words) // 5, 7)}"] = 1.0
    row["number"] = float(_NUMBER.search(reading.text) is not None)
    row["listed"] = float(bool(signs.lead))
    row["no end"] = float(not is_ended(reading.text, CLOSERS))
    row["by rule"] = float(not MAY_BLOCK.isdisjoint(signs.kinds))
    return row


def _order(words: Sequence[str]) -> Iterator[str]:
    """In which order what is taken or done, illness, body and outcome are named."""
    groups = list(_groups(words))
    yield from map(_HAS.__getitem__, groups)
    if groups:
        yield f"first {groups[0]}"
        yield f"last {groups[-1]}"
    yield from (f"{one} then {other}" for one, other in pairwise(groups))


def _groups(words: Sequence[str]) -> Iterator[str]:
    return filter(None, map(_group, words))


_LISTS = (("taken", TAKEN), ("done", DONE), ("condition", ILL), ("outcome", OUTCOME), ("body", BODY))


@lru_cache(maxsize=16384)
def _group(word: str) -> str:
    if vocabulary.is_treatment(word):
        return "treatment"
    return next((name for name, lexicon in _LISTS if vocabulary.on_list(word, lexicon)), "")
