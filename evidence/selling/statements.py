"""What one sentence says of a product: a disease claim by which criterion, structure or function, safety, rank.

In: a sentence, its product's names, what a question right before it asked. Out: a Statement.
Source: 21 CFR 101.93(f) and (g)(2), FTC Health Products Compliance Guidance 2022; standards.md C6 and C8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from evidence.language.patterns import any_of
from evidence.selling import benefits, safety, scoring, traps
from evidence.selling.criteria import (
    augmenting,
    drug_classes,
    effects,
    implied,
    natural_states,
    otherwise,
    side_effects,
    substitutes,
    symptoms,
    vectors,
)
from evidence.selling.described import without_descriptions
from evidence.selling.lexicon import ILL, Term, terms
from evidence.selling.passage import Passage

CRITERIA: tuple[tuple[str, Callable[[Passage], str]], ...] = (
    ("iv", implied.words),
    ("ix", side_effects.words),
    ("vii", augmenting.words),
    ("vi", substitutes.words),
    ("v", drug_classes.words),
    ("viii", vectors.words),
    ("iii", natural_states.words),
    ("x", otherwise.words),
    ("i", effects.words),
    ("ii", symptoms.words),
)
"""Most telling first: the first that is met names the claim."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of its product; "" and False where it does not.

    `criterion` is the number in 101.93(g)(2), `disease` the words that met it. `benefit`, `rank` and `safety` hold the
    words of each. `certainty` is the chance that it claims anything at all, 1 where a rule knows its wording.
    `silent` names why it claims nothing ("denial", "warning", ...).
    """

    criterion: str = ""
    disease: str = ""
    benefit: str = ""
    rank: str = ""
    safety: str = ""
    certainty: float = 1.0
    silent: str = ""

    @property
    def claims(self) -> bool:
        return bool(self.disease or self.benefit or self.rank or self.safety)


NOTHING = Statement()


def statement(
    text: str, names: Sequence[str] = (), before: str = "", name: str = "", firms: Sequence[str] = ()
) -> Statement:
    """What a sentence says of the product that goes by `names` and is made or sold by `firms`.

    `before` is a question right before it ("Cystic acne?"); `name` is given where the product's name itself is to be
    judged for what it implies.
    """
    plain = without_descriptions(masked(text, names), firms)
    silent = traps.claims_nothing(plain)
    passage = Passage(plain, name, _asked(before, plain))
    safe = safety.words(passage)
    if silent and not (silent == "use" and (safe or passage.before)):
        return Statement(silent=silent)
    besides = replace(passage, text=safety.without(passage)) if safe else passage
    criterion, disease = _disease(besides)
    found = Statement(
        criterion=criterion,
        disease=disease,
        benefit=benefits.benefit(besides),
        rank=benefits.rank(besides),
        safety=safe,
        certainty=_certainty(besides, disease),
    )
    return found if found.claims else _guessed(passage)


def _certainty(passage: Passage, disease: str) -> float:
    """1 where a rule knows the wording; a figure of speech about a disease is as sure as it was on other brands."""
    if not disease.startswith(effects.UNKNOWN):
        return 1.0
    chance = scoring.shipped()["disease"].chance(scoring.features(passage))
    return min(_SUREST, max(scoring.LIKELY, chance))


def _guessed(passage: Passage) -> Statement:
    """What a sentence claims in words that no rule knows, where that is likely."""
    if benefits.states_a_fact(passage) or traps.PRODUCT not in passage.text:
        return NOTHING
    names = scoring.features(passage)
    scorers = scoring.shipped()
    ill, any_at_all = scorers["disease"].chance(names), scorers["claims"].chance(names)
    if ill >= _RARE:
        return Statement(criterion="x", disease=_BY_ITS_WORDS, certainty=scoring.LIKELY)
    return Statement(benefit=_BY_ITS_WORDS, certainty=scoring.LIKELY) if any_at_all >= _RARE else NOTHING


_SUREST = 0.97
"""No figure of speech is surer than this [house]."""
_RARE = 0.98
"""The chance asked for where no rule found anything: few such sentences claim something, so none is ever sure."""
_BY_ITS_WORDS = "by its words as a whole"


def masked(text: str, names: Sequence[str]) -> str:
    """The sentence with each name of the product replaced: a name may sound like a benefit."""
    known = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    for name in known:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)[®™]?", traps.PRODUCT, text, flags=re.IGNORECASE)
    return text


def _asked(before: str, text: str) -> tuple[Term, ...]:
    """The ills that the sentence before raises for this one: a short question, or a life that now changes."""
    if not before:
        return ()
    raised = traps.asks(before) and not traps.asks_in_full(before) and len(before.split()) <= _SHORT
    if not raised and not (traps.tells_of_a_life(before) and _CHANGES.search(text)):
        return ()
    return tuple(term for term in terms(before) if term.kind in ILL)


_SHORT = 16
"""Words of a question that only names an ill [house]."""
_CHANGES = any_of(
    r"again|now\s+(?:i|she|he|we|they)|end(?:s|ed)\s+(?:that|it|them|this)|gone|over|better|looked\s+back|right|sorted|new\s+(?:person|woman|man|life)|chang\w+|freed|relief|no\s+more|not\s+(?:one|a\s+single)"
    r"|(?:weeks?|months?|days?|years?|box|boxes|bottles?|jars?|cups?)\s+(?:of|later|with|on|into|after)|since|cured|healed|cleared|back|saved|thank\w*"
)


def _disease(passage: Passage) -> tuple[str, str]:
    for number, words in CRITERIA:
        found = words(passage)
        if found:
            return number, found
    return "", ""
