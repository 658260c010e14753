"""Claims of benefit and advice that rules over single sentences take for others.

A benefit of food, herbs and nutrients, or of what a pronoun takes up again ("It also helps to lower cholesterol");
advice told as a need or by a guideline. Source: standards.md A3.5, which sets both apart from other claims. Whether a
sentence is a claim, and with which chance, stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.decision import Settled
from evidence.language import vocabulary
from evidence.language.diseases import only_looks_so
from evidence.language.health_words import BODY, CONDITION, OUTCOME
from evidence.language.patterns import Cue, lazily
from evidence.values import CLAIM_KINDS, Kind

_TAKEN = frozenset(
    """
    agave almond aloe anchovy antioxidant apple avocado bacopa bean beet beetroot berry bifidobacteria blueberry bran
    broccoli cacao calcium camomile cardamom carotene catechin cayenne chamomile chia choline chromium cinnamon clove
    cocoa collagen cranberry curcumin egcg elderberry fenugreek fiber fibre flavonoid flaxseed folate food fruit garlic
    ginger ginseng greens herb honey inulin iodine iron juice kale kefir kimchi kombucha lavender legume lentil lutein
    lycopene maca mackerel magnesium manuka matcha melatonin mineral moringa mushroom niacin nootropic nut nutrient oat
    olive omega omega-3 oregano phytonutrient polyphenol pomegranate potassium prebiotic probiotic propolis protein
    quercetin resveratrol rosemary saffron salmon sardine sauerkraut seaweed seed selenium smoothie soy spice spinach
    spirulina superfood tea thyme tomato turmeric vegetable vinegar vitamin walnut yoghurt yogurt zinc
    """.split()  # noqa: SIM905 (a list to be read)
)
"""What people eat and drink for their health, as far as it is no treatment by name."""

_GOOD = (
    r"help(?:s|ed|ing)?|aid(?:s|ed|ing)?|improv(?:e|es|ed|ing)|promot(?:e|es|ed|ing)|boost(?:s|ed|ing)?|enhanc(?:e|es|ed|ing)"
    r"|support(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|restor(?:e|es|ed|ing)|repair(?:s|ed|ing)?|balanc(?:e|es|ing)"
    r"|stabili[sz](?:e|es|ed|ing)|regulat(?:e|es|ing)|benefits?(?:\s+(?:for|to))?|beneficial|effective(?:ly)?|good\s+for\s+(?:you|your)"
    r"|maintain(?:s|ing)?|antibacterial|antiviral|antifungal|anti-inflammatory|healing\s+(?:powers?|properties)"
)
_AGAINST = (
    r"reliev(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|alleviat(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|lower(?:s|ed|ing)?"
    r"|prevent(?:s|ed|ing)?|protect(?:s|ed|ing)?|heal(?:s|ed|ing)?|cur(?:e|es|ed|ing)|treat(?:s|ed|ing)?|combat(?:s|ed|ing)?"
    r"|fight(?:s|ing)?|fought|calm(?:s|ed|ing)?|sooth(?:e|es|ed|ing)|counter(?:s|ed|ing)?"
)
_DOES_GOOD = Cue(rf"\b(?:{_GOOD})\b")
_SET_AGAINST = Cue(rf"\b(?:{_AGAINST})\b(?P<what>(?:\W+\w+){{1,7}})")
_BAD = frozenset(
    """
    risk stress anxiety pain symptom cholesterol triglyceride ldl glucose inflammation inflammatory damage craving
    bloating acidity histamine swelling tension fatigue wrinkle toxin infection damage stiffness discomfort pressure
    """.split()  # noqa: SIM905 (a list to be read)
)
_DO = (
    r"(?:take|eat|drink|avoid|get|limit|keep|sleep|consume|include|reduce|cut|use|prescribe|give|start|stop|restrict|replace|add|treat"
    r"|exercise|rest|wash|test|screen|vaccinate)"
)
_ADVISES = Cue(
    rf"\b(?:you|we|people|patients|women|men|parents|adults|children|everyone)\s+(?:\w+\s+){{0,3}}?(?:need|want|ought|have)\s+to\s+(?:try\s+to\s+)?{_DO}\b"
    r"|\b(?:you|we|people|patients|women|men|adults|children)\s+(?:all\s+)?need\s+(?:a|an|more|enough|less|at\s+least|plenty\s+of)\b"
    r"|\bshould\s+(?:(?:always|never|only|also|not|ideally)\s+)?be\s+(?:included|eaten|drunk|limited|kept|added|restricted|replaced|reduced|cut|tried|repeated|stopped|combined)\b"
    rf"|\bit(?:['’]s|\s+is)\s+(?:\w+\s+)?(?:important|best|better|advisable|wise|essential|recommended|meaningless|pointless|unwise|vital)\s+to\s+(?:try\s+to\s+)?{_DO}\b"
    r"|\bguidelines?\s+(?:[\w-]+\s+){0,9}?(?:suggest|recommend|advise|call\s+for)s?\b",
)
_TAKES_UP = lazily(
    r"\W*(?:(?:and|but|so|yet|also|plus|besides|further(?:more)?|moreover|additionally|in addition|however|similarly"
    r"|along with these benefits|on top of that|not only)\W+){0,2}"
    r"(?:(?:all|both|each|some|many|most) (?:of )?)?(?:it|its|they|their|this|these|that|those|such"
    r"|the (?:same|plant|herb|spice|drink|tea|food))\b",
)


def told(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with claims of benefit and advice as such."""
    found = list(settled)
    for place, (reading, (kinds, chance, rule)) in enumerate(zip(readings, settled, strict=True)):
        if _BLOCKING.intersection(kinds) or reading.product or CLAIM_KINDS.isdisjoint(kinds):
            continue
        before = readings[place - 1] if place and not reading.place else None
        given: tuple[Kind, ...] = (Kind.EFFICACY,) if _tells_benefit(reading, before) else ()
        given += (Kind.MANAGEMENT,) if _ADVISES.search(reading.text) else ()
        if given:
            found[place] = (*given, *(kind for kind in kinds if kind not in _LESS_TELLING)), chance, rule
    return found


_BLOCKING = frozenset({Kind.EFFICACY, Kind.SAFETY, Kind.MANAGEMENT})
_LESS_TELLING = frozenset({Kind.CAUSAL, Kind.DESCRIPTIVE})


def _tells_benefit(reading: Reading, before: Reading | None) -> bool:
    """Whether something that is taken or done for health is said to do good."""
    if only_looks_so(reading.text):
        return False
    good = _DOES_GOOD.search(reading.text)
    against = _SET_AGAINST.search(reading.text)
    if against and not _names_bad(against["what"]):
        against = None
    first = min((match for match in (good, against) if match), key=lambda match: match.start(), default=None)
    if first is None or not _has(vocabulary.words(reading.text[first.start() :]), _OUTCOMES):
        return False
    head = vocabulary.words(reading.text[: first.start()])
    if _is_taken(head):
        return True
    goes_on = before is not None and before.paragraph == reading.paragraph and _TAKES_UP.match(reading.text.lower())
    return bool(goes_on and before is not None and _is_taken(before.words))


_OUTCOMES = BODY | CONDITION | OUTCOME


def _names_bad(what: str) -> bool:
    return _has(vocabulary.words(what), CONDITION | _BAD)


def _has(words: Sequence[str], lexicon: frozenset[str]) -> bool:
    return any(vocabulary.on_list(word, lexicon) for word in words)


def _is_taken(words: Sequence[str]) -> bool:
    return any(vocabulary.is_treatment(word) or vocabulary.on_list(word, _TAKEN) for word in words)
