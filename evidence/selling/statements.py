"""What one sentence says of a product: a disease claim by which criterion, structure or function, safety, rank.

In: a sentence, its product's names, what a question right before it asked. Out: a Statement.
Source: 21 CFR 101.93(f) and (g)(2), FTC Health Products Compliance Guidance 2022; standards.md C6 and C8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from evidence.language.patterns import any_of, lazily
from evidence.selling import benefits, measuring, near_certain, parts, safety, scoring, titles, traps
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
from evidence.selling.lexicon import ILL, MEDICAL, Term
from evidence.selling.passage import PRODUCT, Passage, said
from evidence.selling.silent import caveats, mere, pointers, software, tastes

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


class Statement(NamedTuple):
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
    harmless = safety.answers(before, plain) if before else ""
    if harmless:
        return Statement(safety=harmless)
    if _SAYS_NO.match(plain):
        return Statement(silent="denial")
    if (_WISHES.match(plain) and PRODUCT not in plain) or _is_of_money(plain):
        return Statement(silent="life")
    if before and traps.asks(before) and _SAYS_YES.match(plain):
        return by_rules(without_descriptions(masked(before, names), firms).replace("?", "."))
    ruled = by_rules(plain, before, name)
    if not names or (name and ruled.criterion == _BY_NAME):
        return ruled
    if not plain.replace(PRODUCT, "").strip(_MARKS):
        asked = _asked(before, plain, *ILL)
        if not asked or not traps.asks(before):
            return NOTHING  # its bare name, in a heading
        return Statement("i" if asked[0].kind == "disease" else "ii", disease=f"{asked[0].term} ... ?")
    if mere.tells_of_mere_use(plain):
        return Statement(silent="life")
    if silent := _plainly_silent(masked(text, names), plain):
        return Statement(silent=silent)
    return weighed(heard(plain, _asked(before, plain, *ILL, *MEDICAL)), ruled, PRODUCT in plain)


def _plainly_silent(text: str, plain: str) -> str:
    """Why a sentence claims nothing that holds no other word, so that weights have nothing to weigh; or ""."""
    if software.handles_entries(plain):  # every word of it is known, "what makes you happy" among them
        return software.HANDLES
    if parts.promises(text):
        return ""
    if caveats.finds_fault(plain):
        return "complaint"
    if pointers.sends_on(plain):
        return "use"
    does_its_work = any(map(measuring.only_does_its_work, (text, plain)))
    return "feature" if does_its_work or titles.only_names(text) or tastes.only_tastes(plain) else ""


def by_rules(plain: str, before: str = "", name: str = "") -> Statement:
    """What the rules alone say of a sentence with the product's name replaced."""
    silent = traps.claims_nothing(plain)
    passage = Passage(traps.heard(plain), name, _asked(before, plain, *ILL, *MEDICAL))
    safe = safety.words(passage)
    if silent and not (silent == "use" and (safe or passage.before)):
        return Statement(silent=silent)
    besides = replace(passage, text=safety.without(passage)) if safe else passage
    criterion, disease = _disease(besides)
    return Statement(
        criterion=criterion,
        disease=disease,
        benefit=benefits.benefit(besides) or _answered(before, plain),
        rank=benefits.rank(besides),
        safety=safe,
        certainty=_certainty(besides, disease),
    )


_WISHES = lazily(
    r"^\W*(?:you\s+)?(?:(?:do\s+not|don['’]t)\s+want|want|prefer|(?:are|['’]re)\s+looking\s+for)\b[^?!.]*\.?$",
    re.IGNORECASE,
)
"""A line of a list on whom something suits: "Prefer a quick prescription"."""
_COSTS = lazily(
    r"^\W*(?:(?:it|they)\s+(?=costs?\b))?(?:(?:the|more|less|most|least|a|far|much|\w+ly)\s+){0,3}(?:(?:higher|lower|better|same)\s+)?(?:affordable|(?:in)?expensive|cheap(?:er|est)?|costs?|prices?|convenient)\b",
    re.IGNORECASE,
)
"""A line of a list that begins with what something costs: "More affordable than many clinics"."""


def _is_of_money(plain: str) -> bool:
    """Whether a line without the product compares cost or ease and names nothing of health."""
    if PRODUCT in plain or not _COSTS.match(plain):
        return False
    return not Passage(plain).of_kind(*ILL, *MEDICAL, "body", "natural", "measure", "symptom", "germ")


_SAYS_NO = lazily(
    r"^\W*(?:no|nope|never|none|not\s+(?:at\s+all|really|yet|even\s+close|a\s+chance)|sadly\s+not|afraid\s+not|it\s+(?:does|can|will|is)(?:\s+not|n['’]t)|it\s+cannot|(?:no,?\s+)?(?:nothing|nobody)\s+(?:can|does|will))\W*$",
    re.IGNORECASE,
)
_SAYS_YES = lazily(
    r"^\W*(?:(?:yes|yep|yeah|absolutely|certainly|definitely|of\s+course|sure|indeed|you\s+bet|without\s+a\s+doubt)[,!.\s]*)?(?:(?:it|they)\s+(?:does|do|can|will|is|are|certainly\s+\w+|sure\s+\w+)(?:\s+(?:indeed|just\s+that|exactly\s+that))?)?\W*$",
    re.IGNORECASE,
)
"""Answers of a word or two, which say what the question before them asks."""
_BY_NAME = "iv"
_MARKS = " .,:;!?#*_|–—-®™()"


def _certainty(passage: Passage, disease: str) -> float:
    """1 where a rule knows the wording; a figure of speech about a disease is as sure as its words make it."""
    if not disease.startswith(effects.UNKNOWN):
        return 1.0
    return _bounded(scoring.shipped()["disease"].chance(scoring.seen(passage, ("disease", "unknown"))))


def _bounded(chance: float) -> float:
    return min(_SUREST, max(scoring.LIKELY, chance))


_SUREST = 0.97
"""No figure of speech is surer than this [house]."""


def verdicts(ruled: Statement) -> tuple[str, ...]:
    """What the rules say of a sentence, in the short names that weights are learned for."""
    if ruled.silent:
        return ("silent", f"silent {ruled.silent}")
    unknown = ruled.disease.startswith(effects.UNKNOWN)
    said = {"disease": ruled.disease, "unknown": unknown, "benefit": ruled.benefit, "rank": ruled.rank}
    return tuple(name for name, found in {**said, "safety": ruled.safety}.items() if found) or ("none",)


def heard(plain: str, asked: tuple[Term, ...] = ()) -> Passage:
    """The sentence as it is weighed: without what it denies before a "but", and with the product in front where it is
    not named, since a fragment speaks of it all the same."""
    text = traps.heard(plain)
    if PRODUCT not in text:
        text = _IT.sub(f"{PRODUCT} ", text) if _IT.match(text) else f"{PRODUCT}: {text}"
    return Passage(text, before=asked)


def weighed(passage: Passage, ruled: Statement, named: bool = True) -> Statement:
    """What a sentence says by its words and the verdicts of the rules together.

    Where they agree the rules' words stand. A finding of the rules falls where the sentence scores low; a claim that no
    rule knows is found where it scores high, and is then no more than likely. `named` is whether it names its product:
    where it does not, it takes more to outweigh rules that call it silent.
    """
    seen = scoring.seen(passage, verdicts(ruled))
    score = {name: scorer.score(seen) for name, scorer in scoring.shipped().items()}
    if ruled.silent:
        if max(score["disease"], score["claims"]) < (_EVEN if named else _SPEAKS):
            return ruled
        ruled = NOTHING
    found = ruled._replace(silent="")
    if not ruled.claims and _is_a_fact(passage) and max(score["disease"], score["claims"]) < _OF_A_FACT:
        safe = min(score["safety"], score["claims"]) >= _SPEAKS
        return Statement(safety=_WORDS, certainty=scoring.LIKELY) if safe else NOTHING
    disease = _is_disease(passage, score, ruled, named)
    if disease and not ruled.disease:
        criterion, words = _by_its_words(passage)
        found = found._replace(criterion=criterion, disease=words)
    elif not disease:
        found = found._replace(criterion="", disease="")
    if score["claims"] < _EVEN and not benefits.tells_results(passage):
        found = found._replace(benefit="", rank="")
    if score["claims"] >= _EVEN and score["safety"] >= _IS_SAFE:
        found = found._replace(safety=found.safety or _WORDS)
    rare = _RARE if named else _RARER
    if not found.claims and score["claims"] >= (_IS_CLAIMED if scoring.names_anything(seen) else rare):
        found = found._replace(benefit=_WORDS)
    if not found.claims:
        return NOTHING
    return found if _ruled(found) else found._replace(certainty=_bounded(_likeliest(found, seen)))


def _is_disease(passage: Passage, score: Mapping[str, float], ruled: Statement, named: bool) -> bool:
    """Whether a sentence claims an effect on a disease, rather than telling that it is safe, or nothing at all.

    Where the product is said outright to act on it, or a clause says so beside a plain description, no score of the
    whole takes that away.
    """
    if ruled.disease and (ruled.disease.startswith("name") or _OUTRIGHT.match(passage.text) or _in_a_clause(passage)):
        return True
    if ruled.disease and near_certain.stands(passage, ruled.criterion):
        return True
    if ruled.disease and not named and _REMEDY.search(passage.text):
        return True
    if score["claims"] < _HARDLY or score["safety"] > max(0.0, score["disease"]):
        return False
    return score["disease"] >= (_STANDS if ruled.disease else _EVEN)


def _is_a_fact(passage: Passage) -> bool:
    """Whether a sentence states a plain fact of goods, or what they do not hold."""
    return bool(benefits.states_a_fact(passage)) or _LACKS.search(passage.text) is not None


def _in_a_clause(passage: Passage) -> bool:
    clauses = [part for part in _CLAUSES.split(passage.text) if len(part.split()) > 1]
    return len(clauses) > 1 and any(
        _OUTRIGHT.match(f"{PRODUCT} {part}") and _disease(Passage(part))[1] for part in clauses
    )


_CLAUSES = lazily(r"[,;:]\s+(?:and\s+|which\s+|that\s+)?|\s+(?:and|which|that)\s+")
_OUTRIGHT = lazily(
    rf"^\W*{PRODUCT}[:,]?\s+(?:(?:\w+ly|also|even|will|can|just|simply|and|it)\s+){{0,2}}(?:(?:treat|cure|heal|ease|relieve|prevent|fight|beat|reverse|stop|end|kill|lower|reduce|soothe|clear|combat|alleviate|eliminate|eradicate|banish|conquer|defeat|vanquish|destroy)s?|banishes|is\s+(?:good|great|ideal|perfect|made|meant)\s+(?:for|against)|is\s+(?:your|a|the)\s+(?:\w+\s+)?(?:shield|cure|remedy|weapon|treatment|answer)\s+(?:against|for|to))\b(?!\s+(?:on|with|at)\b)",
    re.IGNORECASE,
)
_REMEDY = lazily(r"\b(?:treatment|remedy|cure|relief)\s+(?:for|of|from|against)\b", re.IGNORECASE)
_LACKS = lazily(r"\b(?:contains?\s+no|free\s+(?:of|from)|without|no\s+added)\b", re.IGNORECASE)


def _ruled(found: Statement) -> bool:
    """Whether a rule found what is said, and not the weights alone."""
    return any(
        words and not words.startswith(_WORDS) for words in (found.disease, found.benefit, found.rank, found.safety)
    )


def _likeliest(found: Statement, seen: scoring.Seen) -> float:
    scorers = scoring.shipped()
    asked = [name for name, words in (("disease", found.disease), ("safety", found.safety)) if words] or ["claims"]
    return max(scorers[name].chance(seen) for name in asked)


def _by_its_words(passage: Passage) -> tuple[str, str]:
    """The criterion and the words of a disease claim that no rule knows."""
    if not passage.ills:
        return "x", _WORDS
    ill = passage.ills[0]
    return ("i" if ill.kind == "disease" else "ii"), said(_WORDS, ill)


_IT = lazily(r"^\W*(?:it|they|this|these)\s+(?=\w)", re.IGNORECASE)
_WORDS = "by its words as a whole"
_EVEN, _STANDS, _IS_CLAIMED, _IS_SAFE, _SPEAKS, _RARE, _RARER, _OF_A_FACT, _HARDLY = (
    0.0,
    0.6,
    0.4,
    0.0,
    1.0,
    1.5,
    2.25,
    2.0,
    -1.0,
)
"""Scores from which a disease claim is found; one of the rules stands; a benefit, a word on safety is found; a sentence that
rules call silent speaks, one that names nothing of the body, one that names no product either, and a fact; and below which it hardly claims anything. Set
on lists left out, each list in turn [house]."""


def masked(text: str, names: Sequence[str]) -> str:
    """The sentence with each name of the product replaced: a name may sound like a benefit."""
    known = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    for name in known:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)[®™]?", PRODUCT, text, flags=re.IGNORECASE)
    return text


def _asked(before: str, text: str, *kinds: str) -> tuple[Term, ...]:
    """The names that the sentence before raises for this one: a short question, or a life that now changes."""
    if not before:
        return ()
    raised = traps.asks(before) and not traps.asks_in_full(before) and len(before.split()) <= _SHORT
    in_short = len(before.split()) <= _FRAGMENT and not traps.asks(before) and not traps.claims_nothing(before)
    if not raised and not ((traps.tells_of_a_life(before) or in_short) and _CHANGES.search(text)):
        return ()
    told = Passage(before)
    return tuple(term for term in (*told.ills, *told.of_kind("natural", *MEDICAL)) if term.kind in kinds)


_FRAGMENT = 8
"""Words of a sentence that tells an illness in short ("Pneumonia twice last year.") [house]."""
_SHORT = 16
"""Words of a question that only names an ill [house]."""
_CHANGES = any_of(
    r"again|now\s+(?:i|she|he|we|they)|end(?:s|ed)\s+(?:that|it|them|this)|gone|over|better|looked\s+back|right|sorted|new\s+(?:person|woman|man|life)|chang\w+|freed|relief|no\s+more|not\s+(?:one|a\s+single)"
    r"|(?:weeks?|months?|days?|years?|box|boxes|bottles?|jars?|cups?)\s+(?:of|later|with|on|into|after)|since|cured|healed|cleared|back|saved|thank\w*|never\s+again|not\s+since|(?:after|until|enter|then|on)\s+thisproduct|life\s+back"
)


def _disease(passage: Passage) -> tuple[str, str]:
    return next(((number, found) for number, words in CRITERIA if (found := words(passage))), ("", ""))


def _answered(before: str, text: str) -> str:
    """The state of normal life that a question names and the product answers ("Crow's feet? ... irons them flat.")."""
    asked = _asked(before, text, "natural") if traps.asks(before) and PRODUCT in text else ()
    return f"question ... {asked[0].term}" if asked else ""
