"""What one sentence says of a product: a disease claim by which criterion, structure or function, safety, rank.

In: a sentence, its product's names, what a question right before it asked. Out: a Statement.
Source: 21 CFR 101.93(f) and (g)(2), FTC Health Products Compliance Guidance 2022; standards.md C6 and C8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from evidence.language.patterns import any_of, lazily
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
from evidence.selling.lexicon import ILL, MEDICAL, Term
from evidence.selling.passage import PRODUCT, Passage

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
    harmless = safety.answers(before, plain) if before else ""
    if harmless:
        return Statement(safety=harmless)
    silent = traps.claims_nothing(plain)
    passage = Passage(traps.heard(plain), name, _asked(before, plain, *ILL, *MEDICAL))
    safe = safety.words(passage)
    if silent and not (silent == "use" and (safe or passage.before)):
        return Statement(silent=silent)
    besides = replace(passage, text=safety.without(passage)) if safe else passage
    criterion, disease = _disease(besides)
    found = Statement(
        criterion=criterion,
        disease=disease,
        benefit=_likely_benefit(besides) or _answered(before, plain),
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
    if benefits.states_a_fact(passage) or PRODUCT not in passage.text:
        return NOTHING
    names = scoring.features(passage)
    scorers = scoring.shipped()
    if scorers["disease"].score(names) >= _RARE:
        return Statement(criterion="x", disease=_BY_ITS_WORDS, certainty=scoring.LIKELY)
    if scorers["claims"].score(names) >= _RARE:
        return Statement(benefit=_BY_ITS_WORDS, certainty=scoring.LIKELY)
    return NOTHING


_SUREST = 0.97
"""No figure of speech is surer than this [house]."""
_RARE = 2.0
"""The score asked for where no rule found anything: few such sentences claim something, so none is ever sure. On brands
left out one plain sentence in 250 scored so high [house]."""
_BY_ITS_WORDS = "by its words as a whole"


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
    for number, words in CRITERIA:
        found = words(passage)
        if found:
            return (number, found) if _is_likely(passage, "against") else ("", "")
    return "", ""


def _likely_benefit(passage: Passage) -> str:
    found = benefits.benefit(passage)
    return found if found and (benefits.tells_results(passage) or _is_likely(passage, "claims")) else ""


def _answered(before: str, text: str) -> str:
    """The state of normal life that a question names and the product answers ("Crow's feet? ... irons them flat.")."""
    asked = _asked(before, text, "natural") if traps.asks(before) and PRODUCT in text else ()
    return f"question ... {asked[0].term}" if asked else ""


def _is_likely(passage: Passage, question: str) -> bool:
    """Whether a rule's finding stands: few sentences that score so low claim what their words seem to claim.

    A fragment that does not name its product says too little of itself to be scored. Where a plain description and a
    claim share a sentence, the clause that claims counts.
    """
    if PRODUCT not in passage.text or _SAID_OUTRIGHT.search(passage.text):
        return True
    score = scoring.shipped()[question].score
    if score(scoring.features(passage)) >= _DOUBTED[question]:
        return True
    clauses = [part for part in _CLAUSES.split(passage.text) if len(part.split()) > 1]
    return len(clauses) > 1 and any(score(scoring.features(Passage(part))) >= _CLAIMS for part in clauses)


_CLAUSES = lazily(r"[,;:]\s+|\s+(?=(?:and|but|which|that|so)\s)")
_SAID_OUTRIGHT = any_of(
    r"(?:made|meant|sold|blended|taken|used|drunk|worn|created|built|here|promises?|claims?)\b.{0,40}?\bto\s+(?:help\s+)?(?:lower|reduce|treat|cure|prevent|heal|ease|relieve|fight|beat|reverse|soothe|stop|combat)\s+\w+",
    r"(?:none|not\s+one|nobody|no\s+one|never)\b.{0,40}\b(?:caught|catch|got|has\s+had|suffer\w*|came\s+down|gets?|falls?|fell)\b",
    r"helps?\s+(?:(?:you|them|us|kids|children|people|your\s+\w+)\s+)?(?:to\s+)?(?:relax|sleep|focus|concentrate|unwind|digest|recover|breathe|stay|feel|wind|lose|keep|calm|remember|think|move|balance|maintain)\b",
    r"(?:uses?|used|using|prescribes?|hands?\s+out|gives?)\s+thisproduct\s+(?:to|for|on|against|after)\b|(?:try|grab|get|give|order|recommend|suggest)\s+thisproduct\b|thisproduct\s+(?:was|is|were)\s+(?:made|born|created|meant|built)\s+for\b|(?:did|does|do)\s+(?:more|wonders|so\s+much|a\s+lot)\s+for\b|tells?\s+you\s+(?:if|whether)\b|told\b.{0,30}\bincurable|(?:a\s+must|a\s+godsend|a\s+life-?saver|a\s+lifeline|the\s+answer|the\s+one|what\s+you\s+need)\s+for\s+(?:anyone|everyone|everybody|people|those|women|men|sufferers|patients|parents)\b|(?:you|everyone|they)\s+(?:\w+\s+)?need\s+thisproduct|(?:must|should|ought\s+to|have\s+to|owe\s+it\s+to\s+\w+\s+to)\s+(?:try|take|get|use)\s+thisproduct",
    r"(?:proven|shown|guaranteed|able|known|formulated|designed|developed|trusted)\s+to\s+(?:\w+ly\s+|help\s+)?(?:heal|cure|treat|reverse|prevent|fight|relieve|beat|combat|eliminate|eradicate|alleviate|defeat|kill|stop|reduce|lower|ease|clear|destroy|inhibit|improve|boost|support|balance|increase|restore|strengthen)\b",
    r"(?:heals|cures|treats|reverses|prevents|fights|relieves|beats|combats|eliminates|eradicates|alleviates|boosts|strengthens|improves|supports|promotes|restores|soothes|calms|melts|burns|detoxes|enhances|reduces|lowers|protects|regulates|balances|stimulates|rejuvenates)\s+\w+",
    r"for\s+(?:\w+er|better|more|less|fewer|strong|healthy|firm|smooth|supple|soft|calm|flexible|radiant|glowing)\s+\w+|for\s+(?:your|his|her|their)\s+\w+,|(?:used|taken|drunk|worn)\s+(?:\w+\s+){0,2}?(?:to\s+(?:fight|treat|cure|heal|ease|prevent)|against|for\s+(?!sale|a\b|the\b|\d))|now\s+(?:i|we|she|he)\b|thisproduct\s+(?:is|was)\s+(?:made\s+|just\s+|right\s+)?for\s+you|(?:developed|made|designed|formulated|created|meant)\s+for\s+(?:people|those|anyone|everyone|patients|women|men|children|sufferers)|(?:is|are|works?)\s+(?:good|great|ideal|perfect|excellent|wonderful)\s+(?:for|against)",
)
"""Words that say it so plainly that no scorer is asked."""
_CLAIMS = 0.7
"""The score at which a clause is taken to claim, whatever the rest of its sentence says [house]."""


_DOUBTED = {"against": -1.0, "claims": -1.5}
"""Scores below which a finding falls; on brands left out they cost three and one in a hundred claims of that kind and
took away two of three false ones [house]."""
