"""Claims of benefit, harm and advice that rules over single sentences take for others.

A benefit or harm of food, herbs, nutrients and habits, or of what a pronoun takes up again ("It also helps to lower
cholesterol"); advice told as a need, as a bidding or by a guideline. Source: standards.md A3.5, which sets both apart
from other claims. Whether a sentence is a claim, and with which chance, stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from evidence.claims.annotation import Reading
from evidence.claims.decision import Settled
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.diseases import only_looks_so
from evidence.language.health_words import BODY, CONDITION, OUTCOME
from evidence.language.patterns import Cue, lazily
from evidence.values import CLAIM_KINDS, MAY_BLOCK, Kind

TAKEN = frozenset(
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
    r"|calming|uplifting|energi[sz](?:e|es|ing)|optimi[sz](?:e|es|ed|ing)|maximi[sz](?:e|es|ed|ing)|reversible|ideal\s+for|crucial|essential"
    r"|antioxidants?|antihistamines?|antimicrobial|neuroprotective|positive\s+effects?|protective|aids?\s+for|health(?:y|iest)\s+for"
    r"|maintain(?:s|ing)?|antibacterial|antiviral|antifungal|anti-inflammatory|healing\s+(?:powers?|properties)"
    r"|anti-?cancer|chemopreventive|(?:medicinal|therapeutic|health-promoting)\s+(?:properties|effects?|value|qualities)|cognitive\s+enhancers?|tonics?"
    r"|health\s+aids?|for\s+natural\s+healing|good\s+choice|worth\s+a\s+try|useful|helpful|(?:better|best|great|excellent)\s+for"
    r"|(?:(?:is|are|makes?\s+you|probably|much)\s+(?:\w+\s+)?)?healthier|relax(?:es|ing)|uplift(?:s|ing)?"
    r"|build(?:s|ing)?\s+(?:up\s+)?(?:muscles?|bones?|strength|stamina|endurance)|burn(?:s|ing)?\s+(?:(?:off|excess|extra|more|the)\s+){0,2}(?:body\s+)?(?:fat|glucose|calories)"
)
_AGAINST = (
    r"avoid(?:s|ed|ing)?|defend(?:s|ing)?|reliev(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|alleviat(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|lower(?:s|ed|ing)?"
    r"|prevent(?:s|ed|ing)?|protect(?:s|ed|ing)?|heal(?:s|ed|ing)?|cur(?:e|es|ed|ing)|treat(?:s|ed|ing)?|combat(?:s|ed|ing)?"
    r"|fight(?:s|ing)?|fought|calm(?:s|ed|ing)?|sooth(?:e|es|ed|ing)|counter(?:s|ed|ing)?"
)
_DOES_GOOD = Cue(rf"\b(?:{_GOOD})\b")
_WHOLLY_GOOD = Cue(
    r"\b(?:anti(?:viral|fungal|bacterial|microbial|oxidants?|histamines?)|anti-?inflammatory|healthiest|good\s+for\s+(?:you|us)"
    r"|helps?\s+(?:you|us|people|women|men|children|babies|them|him|her)\s+(?:to\s+)?[a-z]{2,})\b"
)
"""A benefit that names no part of the body and no ill: "helps you to wind down", "one of the healthiest foods"."""
_SHOWN = Cue(
    r"\b(?:improv(?:ed|ements?)|reduc(?:ed|tions?)|relief|eased|benefits?|helpful|effective)\b[^.;]{0,60}?\s(?:after|with|by|from|through|of|for)\b"
    r"(?P<what>(?:\W+\w+){1,4})"
)
"""A benefit told before what brings it: "improvements in pain after massage"."""
_TO_AVOID = lazily(
    r"\W*(?:[a-z]+ly\s+|not\s+)?[a-z]{2,}ing\b[^.;:]{3,80}?\bto\s+(?:avoid|prevent|improve|relieve|reduce|ease|support|promote|help|lower)\b",
    re.IGNORECASE,
)
"""An item that says what to do, and against what: "keeping feet dry to avoid infection"."""
_SET_AGAINST = Cue(rf"\b(?:{_AGAINST})\b(?P<what>(?:\W+\w+){{1,7}})")
BAD = frozenset(
    """
    risk stress anxiety pain symptom cholesterol triglyceride ldl glucose inflammation inflammatory damage craving
    bloating acidity histamine swelling tension fatigue wrinkle toxin infection damage stiffness discomfort pressure
    """.split()  # noqa: SIM905 (a list to be read)
)
ILL = CONDITION | BAD
"""Diseases, and what else nobody wishes for. Made once: what is looked up in a list is remembered with the list."""
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
DONE = frozenset(
    """
    acupressure adjustment alcohol bath bedding bedtime beer bread breakfast breathing butter caffeine cannabis
    cannabinoid cbd chocolate cigarette coffee cold-water creatine dairy diet drink drinking eat eating egg exercise
    fasting fat formula gaba gluten handwashing hemp hydrogen hygiene journaling manipulation margarine
    massage mattress meat meditate meditation mobilization mouthwash music nap nicotine oil pillow position
    posture quit quitting rice salt sauna sedentary sitting sleep sleeping smoke smoking soda spray stretching
    sugar sunbathing sunlight supplementing sweetener swimming tobacco vaccine vaping vegan vegetarian walk walking
    water wine workout
    """.split()  # noqa: SIM905 (a list to be read)
)
"""What people do or leave, and what they take without thinking of their health."""
_HARMS = Cue(
    r"\b(?:(?:lead|leads|leading|led)\s+to|caus(?:e|es|ed|ing)|result(?:s|ed|ing)?\s+in|worsen(?:s|ed|ing)?|aggravat(?:e|es|ed|ing)"
    r"|trigger(?:s|ed|ing)?|damag(?:e|es|ed|ing)|harm(?:s|ed|ing)?|hurt(?:s|ing)?|irritat(?:e|es|ed|ing)|disrupt(?:s|ed|ing)?"
    r"|(?:increas|rais)(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}?(?:risk|odds|chances?|blood\s+pressure|cholesterol)"
    r"|put(?:s|ting)?\s+(?:\w+\s+){1,3}?at\s+(?:\w+\s+)?risk|linked\s+(?:to|with)|associated\s+with)\b(?P<what>(?:\W+\w+){1,9})",
)
_IS_HARMFUL = Cue(
    r"\b(?:(?:is|are|be|being)\s+(?:\w+\s+)?(?:addictive|bad|dangerous|harmful|unhealthy|deadly|lethal|risky)|(?:not|n['’]t)\s+(?:\w+\s+)?(?:good|healthy)\s+for"
    r"|bad\s+for\s+(?:you|your)|(?:negative|detrimental|damaging|harmful|adverse|bad|poor(?:er)?|worse)\s+(?:health\s+)?(?:effects?|impacts?|outcomes?|consequences?)"
    r"|(?:accelerat\w+|hasten\w*|quicken\w*|speeds?\s+up)\s+(?:[\w’'-]+\s+){0,4}?(?:aging|ageing|death|decline)|(?:shorten\w*|cut(?:s|ting)?\s+short)\s+(?:[\w’'-]+\s+){0,2}?(?:life|lives|lifespan)|too\s+much\s+(?:of\s+)?(?:the\s+)?\w+"
    r"|(?:results?|consequences?|price|outcome)\s+of\s+(?:poor|bad|too\s+little|(?:a\s+)?lack\s+of|not\s+enough|insufficient)\s+(?:\w+\s+){1,3}?(?:is|are|(?:may|might|can|could)\s+be)|withdrawal\b[^.;]{0,60}?\bmakes?\s+(?:\w+\s+){1,3}?worse)\b",
)
_FRAGMENT = lazily(
    r"\W*(?:[\w'’-]+(?:\s[\w'’-]+){0,5}:\W*)?(?:also\s+)?(?:(?:may|can|could|might|will)\s+(?:also\s+)?)?"
    r"(?P<verb>(?:help|improve|reduce|support|enhance|boost|relieve|ease|lower|promote|strengthen|prevent|protect|calm|soothe|restore"
    r"|increase|clear|stimulate|balance|regulate|fight|heal|aid)s?)\b(?!\W*$)",
    re.IGNORECASE,
)
"""An item of a list that begins with the benefit: "Improves digestion", "Elevated head: also helps breathing"."""
_BIDS = lazily(
    r"\W*(?:(?:so|and|but|then|also|instead|always|if\s+possible|please|just|simply|ideally)\W+)*"
    r"(?:avoid|eat|drink|take|give|try|keep|use|wear|raise|limit|choose|replace|start|stop|wash|get|sleep|include|add|switch|aim|reduce|cut"
    r"|increase|consume|apply|rub|inhale|exercise|walk|stretch|rest|lie|stick|never|do\s+not|don['’]t|make\s+sure|quit|swap|practi[cs]e|spend)\b(?!\s*[,:])",
    re.IGNORECASE,
)
_PREFERS = Cue(
    r"\b(?:(?:is|are)\s+(?:\w+\s+)?(?:best|better|usually|ideally|often)\s+(?:taken|eaten|drunk|used|avoided|given|done|kept|treated)|(?:is|are)\s+preferred\s+(?:over|to)"
    r"|should\s+(?:\w+\s+)?(?:be\s+)?(?:weighed|checked|consum\w+|wear|worn|exercise|restrict\w*|stay|sleep|rest|tak\w+|limited)"
    r"|(?:you|we|people|patients|parents|women|men|adults|children)\s+should\s+(?:(?:always|never|only|also|not|ideally|still)\s+)?(?:check|watch|take|eat|drink|avoid|get|limit|keep|consume|include|use|add|try|wash|start|stop|have\s+(?:your|their|an?|regular)\b)"
    r"|(?:is|are)\s+(?:not\s+)?(?:allowed|prohibited|forbidden|off\s+limits)\s+(?:during|when|while|if|in|for)|rule\s+of\s+thumb\s+is\s+to|(?:is|are)\s+(?:\w+ly\s+)?used\s+(?:in|for|with|by)\s+(?:people|patients|those|adults|women|men|children)\s+(?:with|who\s+have|suffering)\b|(?:is|are)\s+(?:also\s+|probably\s+|much\s+)?better\s+because|there\s+are\s+better\s+(?:\w+\s+){0,2}(?:choices|options)"
    r"|(?:we|i)\s+(?:strongly\s+)?recommend(?:\s+against)?|recommendations?\s+(?:call|are)\s+for|recommended\s+to|must\s+(?:not\s+)?(?:take|avoid|eat|drink|be\s+(?:taken|avoided)))\b",
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
    for place, (reading, (kinds, chance, rule)) in enumerate(paced(zip(readings, settled, strict=True))):
        if MAY_BLOCK.intersection(kinds) or reading.product or CLAIM_KINDS.isdisjoint(kinds):
            continue
        near = () if reading.place else above(readings, place)
        given: tuple[Kind, ...] = (Kind.EFFICACY,) if _tells_benefit(reading, near) else ()
        given += (Kind.SAFETY,) if _tells_harm(reading, near) else ()
        given += (Kind.MANAGEMENT,) if _advises(reading.text) else ()
        if given:
            found[place] = (*given, *(kind for kind in kinds if kind not in _LESS_TELLING)), chance, rule
    return found


_LESS_TELLING = frozenset({Kind.CAUSAL, Kind.DESCRIPTIVE})


def _tells_benefit(reading: Reading, above: Sequence[str]) -> bool:
    """Whether something that is taken or done for health is said to do good."""
    if only_looks_so(reading.text):
        return False
    if _is_shown(reading.text):
        return True
    good = _DOES_GOOD.search(reading.text)
    against = _SET_AGAINST.search(reading.text)
    if against and not _names_bad(against["what"]):
        against = None
    first = min((match for match in (good, against) if match), key=lambda match: match.start(), default=None)
    if first is None:
        return False
    whole = _WHOLLY_GOOD.search(reading.text) is not None
    if not whole and not _has(vocabulary.words(reading.text[first.start() :]), _OUTCOMES):
        return False
    if (begins := _FRAGMENT.match(reading.text)) and first.start() <= begins.end():
        return True
    head = vocabulary.words(reading.text[: first.start()])
    if _is_done(head):
        return True
    return _TAKES_UP.match(reading.text.lower()) is not None and _is_taken(above)


def _is_shown(text: str) -> bool:
    """Whether a benefit is told before what brings it, or as the aim of what an item bids to do."""
    if (aim := _TO_AVOID.match(text)) and _has(vocabulary.words(text[aim.end() :]), _OUTCOMES):
        return True
    shown = _SHOWN.search(text)
    return shown is not None and _is_done(vocabulary.words(shown["what"])) and _has(vocabulary.words(text), _OUTCOMES)


def _advises(text: str) -> bool:
    """Whether a claim tells its readers what to take, do or leave."""
    return _ADVISES.search(text) is not None or _PREFERS.search(text) is not None or _BIDS.match(text) is not None


_FAR = 2
"""Sentences of a paragraph back to which a pronoun may point [house]."""


def above(readings: Sequence[Reading], place: int) -> tuple[str, ...]:
    """The words that a pronoun may take up: of the heading, and of the sentences before in the same paragraph."""
    here = readings[place]
    near = [one for one in readings[max(0, place - _FAR) : place] if one.paragraph == here.paragraph]
    return (*vocabulary.words(here.heading), *(word for one in near for word in one.words))


def _tells_harm(reading: Reading, above: Sequence[str]) -> bool:
    """Whether something that is taken or done is said to harm; what a disease leads to is no question of safety."""
    harm = next((one for one in _HARMS.finditer(reading.text) if _is_bad(one)), None)
    found = (one for one in (harm, _IS_HARMFUL.search(reading.text)) if one)
    first = min(found, key=lambda one: one.start(), default=None)
    if first is None:
        return False
    head = vocabulary.words(reading.text[: first.end() if first is not harm else first.start()])
    taken_up = not head or _OF_A_HABIT.match(reading.text) is not None
    return _is_done(head) or (taken_up and _is_done(above))


def _is_bad(harm: re.Match[str]) -> bool:
    """Whether what is brought about is bad, or a part of the body is wounded."""
    wounds = _WOUNDS.match(harm.group()) is not None and _has(vocabulary.words(harm["what"]), BODY - {"sleep"})
    return wounds or _names_bad(harm["what"])


_WOUNDS = lazily(r"(?:damag|harm|hurt|irritat)\w*", re.IGNORECASE)


_OF_A_HABIT = lazily(
    r"\W*(?:(?:and|but|so|yet)\s+)?(?:this|that|such\s+an?|these|the\s+same)\s+(?:[\w-]+\s+)?(?:combinations?|mix|habits?|practice|routine|overuse|excess|amounts?|dos(?:e|es|age)|way\s+of\s+(?:eating|living|sleeping))\b",
    re.IGNORECASE,
)
"""Takes up what is eaten or done: "this combination can cause inflammation"."""


def _is_done(words: Sequence[str]) -> bool:
    return _is_taken(words) or _has(words, DONE)


_OUTCOMES = BODY | CONDITION | OUTCOME


def _names_bad(what: str) -> bool:
    return _has(vocabulary.words(what), ILL)


def _has(words: Sequence[str], lexicon: frozenset[str]) -> bool:
    return any(map(vocabulary.on_list, words, repeat(lexicon)))


def _is_taken(words: Sequence[str]) -> bool:
    return any(vocabulary.is_treatment(word) or vocabulary.on_list(word, TAKEN) for word in words)
