"""How likely a sentence about a product claims something, by its words and by what the rules say of it.

In: a Passage and the signs of it. Out: scores and chances from 0 to 1. The weights are selling.json;
scripts/train_product_claims.py rebuilds them, and selling.md says what they were learned from. Names of ills, drugs and
the like count by their kind, never by themselves.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from evidence.language.patterns import any_of, lazily
from evidence.selling import benefits
from evidence.selling.lexicon import ILL, MEDICAL, PROFESSION
from evidence.selling.passage import PRODUCT, Passage

SURE, LIKELY = 0.9, 0.7
"""Right in nine of ten, in seven of ten (standards.md A3.5a); less is not said of goods."""
_TOKEN = lazily(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d.,]{0,12}\s?%?|[$£€!?:]")


class Seen(NamedTuple):
    """What is seen of a sentence: `words` are its features by its words, `signs` what it names and what rules say of it."""

    words: tuple[str, ...]
    signs: tuple[str, ...]


class Scorer(NamedTuple):
    """Weights of one question; `steps` tie scores to chances seen on lists that were left out, lowest first."""

    bias: float
    features: Mapping[str, float]
    steps: tuple[tuple[float, float], ...]

    def score(self, seen: Seen) -> float:
        """How much a sentence speaks for yes; 0 is even. Words share what they weigh, each sign counts in full."""
        weight = self.features.get
        by_words = sum(weight(name, 0.0) for name in seen.words) / math.sqrt(max(1, len(seen.words)))
        return self.bias + by_words + sum(weight(name, 0.0) for name in seen.signs)

    def chance(self, seen: Seen) -> float:
        """The chance that the answer is yes."""
        score = self.score(seen)
        return next((chance for limit, chance in reversed(self.steps) if score >= limit), 0.0)


def seen(passage: Passage, ruled: Iterable[str] = ()) -> Seen:
    """What is seen of a sentence; `ruled` are the verdicts of the rules on it, in their short names."""
    return Seen(tuple(features(passage)), (*signs(passage), *(f"rule {name}" for name in ruled)))


def signs(passage: Passage) -> list[str]:
    """The kinds of names in the sentence, whether it names several ills, and whether it tells of care or of distress."""
    kinds = {term.kind for term in passage.terms} | ({"ill"} if passage.ills else set())
    kinds |= {name for name, pattern in _SIGNS if pattern.search(passage.text)}
    return [*(f"kind {kind}" for kind in sorted(kinds)), *(["ills"] if len(passage.ills) > 1 else [])]


def names_illness(seen: Seen) -> bool:
    """Whether a sentence names an ill, what is taken or measured for one, or tells of care or distress."""
    return not _OF_ILLNESS.isdisjoint(seen.signs)


def names_anything(seen: Seen) -> bool:
    """Whether a sentence names something of the body, of health or of care."""
    return any(sign.startswith("kind ") for sign in seen.signs)


_OF_ILLNESS = frozenset(f"kind {kind}" for kind in ("ill", "germ", "measure", "care", "distress", *ILL, *MEDICAL))


def features(passage: Passage) -> list[str]:
    """What the words of a sentence show: each, pairs with and without a gap, and each again beside an ill or a drug;
    names by their kind, whether it states a fact, how long it is and whether the product or the ill comes first."""
    words = list(_words(passage))
    found = {*words, *(f"{first} {second}" for first, second in pairwise(words))}
    found |= {f"{first} _ {third}" for first, third in zip(words, words[2:], strict=False)}
    beside = _beside(passage)
    if beside:
        found |= {f"{beside} & {word}" for word in words if not word.startswith("<")}
    if benefits.states_a_fact(passage):
        found.add("fact")
    found.add(f"length {min(_LONG, len(words) // _FEW)}")
    place = passage.text.find(PRODUCT)
    ill = next((term.start for term in passage.terms if term.kind in ILL), len(passage.text))
    found.add("no product" if place < 0 else "product first" if place < ill else "ill first")
    found.add(f"product at {min(_FEW, len(passage.text[: max(0, place)].split()))}")
    return sorted(found)


def _beside(passage: Passage) -> str:
    """What a sentence names that an effect on a disease may be told by, the most telling first."""
    if passage.ills:
        return "ill"
    if passage.of_kind(*MEDICAL):
        return "medical"
    return next((name for name, pattern in _SIGNS if pattern.search(passage.text)), "")


_CARE = any_of(
    PROFESSION,
    r"a&e|e\.?r\.?|emergency|ambulance|ward|theatre|stitches|operat(?:ion|ed|ing)\w*|surger(?:y|ies)|surgical|knife|biops(?:y|ies)|scans?|x-?rays?|mri|blood\s?(?:tests?|work|results?)|labs|results|readings?|numbers|counts|check-?ups?",
    r"appointments?|referr(?:al|ed)|waiting\s+list|sick\s+(?:note|leave|days?)|off\s+sick|diagnos\w+|prognosis|treatments?|treated|therap\w+|prescri\w+|co-?pays?|pills?|tablets|meds|medicines?|medication|drugs?|doses?|dosage|injections?|jabs?|shots|infusions?|transplants?|crutches|wheelchairs?|walking\s+(?:stick|frame)|cane|inhalers?|hearing\s+aids?|cpap|stents?|bypass|pacemakers?|patients?|remission|relapses?|incurable|terminal|progressive|hereditary|for\s+life|condition|symptoms?|sufferers?|survivors?|medical(?:ly)?",
)
_DISTRESS = any_of(
    r"bl(?:ood|ed|eeds?|eeding)|pus|weep(?:s|ing)|ooz\w+|scabs?|crust\w*|crack(?:s|ed)|raw|sore(?:s|ness)?|inflam\w+|swell\w*|swollen|lumps?|growths?|bumps?|blisters?|itch\w*|scratch(?:ed|ing)|burn(?:s|ed|ing|t)|sting\w*|throb\w*|stab\w*|pains?|painful|aches?|aching|hurts?|agony|cramps?|spasms?|numb\w*|tingl\w+|pins\s+and\s+needles|shak(?:e|es|y|ing)|shook|trembl\w+|tremor\w*|twitch\w*|stiff\w*|lock(?:s|ed)\s+up|limp\w*",
    r"cough\w*|wheez\w*|breathless\w*|short\s+of\s+breath|gasp\w*|sneez\w*|phlegm|mucus|runny|stuffy|fevers?|sweats?|chills|shiver\w*|faint\w*|dizz\w+|spin(?:s|ning)|giddy|sick|sickness|vomit\w*|throw(?:s|ing)?\s+up|threw\s+up|retch\w*|nause\w+|keep\s+(?:anything|it|food)\s+down|diarrh\w+|the\s+runs|constipat\w+|stools?|toilet|loo|bathroom|pee(?:s|ing)?|urin\w+|passing\s+water|wet(?:s|ting)?\s+the\s+bed|bed-?wetting",
    r"voices|panic\w*|despair|suicid\w*|binge\w*|purg(?:e|ing)|crav\w+|relaps\w*|sober|ringing|buzzing|blur\w*|blind\w*|deaf\w*|forget\w*|confus\w+|collaps\w*|fits?|attacks?|seiz\w+|bedridden|housebound|in\s+bed|on\s+the\s+sofa|get\s+up\s+at\s+night|screaming|could\s?n['’]?o?t\s+(?:\w+\s+)?(?:walk|bend|lift|breathe|sleep|turn|stand|swallow|see|hear|hold|open|sign)|could\s+not\s+(?:\w+\s+)?(?:walk|bend|lift|breathe|sleep|turn|stand|swallow|see|hear|hold|open|sign)|feel\s+my\s+(?:toes|feet|fingers|hands|legs)",
)
_SIGNS = (("distress", _DISTRESS), ("care", _CARE))
"""Words of bodily distress and of medical care: they name no ill, yet an effect on one is often told by them."""


_FEW, _LONG = 5, 6
"""Words that count as one length of a sentence, and the lengths that are told apart [house]."""


def _words(passage: Passage) -> Iterator[str]:
    named = {term.start: term for term in passage.terms}
    ends = -1
    yield "^"
    for match in _TOKEN.finditer(passage.text):
        if match.start() < ends:
            continue
        term = named.get(match.start())
        if term is not None:
            ends = term.end
            yield f"<{term.kind}>"
        elif match.group()[0].isdigit():
            yield "<number>"
        else:
            yield match.group().lower().replace("’", "'")


def from_data(data: Mapping[str, Any]) -> Scorer:
    """A scorer as training writes it."""
    steps = tuple((float(limit), float(chance)) for limit, chance in data["steps"])
    return Scorer(float(data["bias"]), data["features"], steps)


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Scorer]:
    """The scorers of the package: "claims" (anything at all), "disease" and "safety"."""
    data = json.loads(Path(__file__).with_name("selling.json").read_text("utf-8"))
    return {name: from_data(part) for name, part in data.items()}
