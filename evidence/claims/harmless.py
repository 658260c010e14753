"""Claims that promise nothing and from which nobody can come to harm: that something was studied, what something is, comfort, things.

standards.md A3.5 stops publication for want of a source where a claim is one of effect, safety or advice. Read to the letter,
a cool cloth on the forehead is advice, and "has been studied for migraine" speaks of an effect. Here such claims stay claims,
and a missing source is a warning (docs/decisions/0019). A sentence is one of them only by words that are known through and
through: any other word, such as a dose, a medicine, a food, a treatment, an effect or care that is put off, leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.claims.annotation import Reading
from evidence.claims.benefit_and_advice import BAD, DONE, TAKEN
from evidence.claims.decision import Settled
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.health_words import BODY, CONDITION, OUTCOME
from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.lexicon import terms
from evidence.selling.parts import without_parts
from evidence.values import CLAIM_KINDS, MAY_BLOCK, Kind

_STUDY = r"(?:studied|researched|investigated|examined|explored|tested|trialled|evaluated)"
_ONLY_STUDIED = lazily(
    rf"\W*(?:[\w'’()-]+\s+){{1,8}}?(?:(?:has|have)\s+(?:\w+ly\s+|also\s+|long\s+)?been\s+(?:\w+ly\s+|also\s+)?{_STUDY}|(?:is|are)\s+(?:\w+ly\s+|now\s+|also\s+|still\s+)?being\s+(?:\w+ly\s+)?{_STUDY}|(?:is|are)\s+(?:now\s+|still\s+)?under\s+investigation)"
    r"\s+(?:for|in|as|among|against|since|by)\s+(?P<what>[^.;:!?]{2,160})\W*$",
    re.IGNORECASE,
)
_NO_MORE = any_of(
    r"its|their|his|her|it|they|which|that|who|because|since\s+it|with|without|showing|finding|proving|and\s+(?:is|are|was|were|has|have|can|may|will|does|do|found|shown|proved|proven|seems?)|success\w*|promis\w+|good|great|strong|positive|excellent|effect\w*|benefits?|power|abilit\w+|potential|properties|cures?|safe\w*|danger\w*|harm\w*|risks?|dos(?:e|es|age)|mg|grams?|\d+"
    r"|(?:halv|cur|heal|reliev|reduc|lower|prevent|help|improv|boost|eas|kill|protect|stop|revers|treat|calm|sooth|work)(?:s|es|ed|ing)|damag\w+|should|must|ought|given?|gives|causes?|leads?|makes?|thins?|raises?"
)
"""What makes a word on research more than that: a result, praise, a dose."""
_HOW_WELL = any_of(r"success\w*|promising\w*|effective\w*|positive\w*|proven|safely|well")


_ONLY_TRIED = lazily(
    r"(?P<head>[^.;:!?]{3,120}?)\s(?:has|have)\s+(?:also\s+)?been\s+used\s+(?:to\s+(?:attempt|try)|in\s+(?:an\s+)?attempts?)\s+to\s+(?:relieve|ease|manage|help\s+with)\s+(?P<what>[^.;:!?]{2,160})\W*$",
    re.IGNORECASE,
)
"""That something was tried for a complaint, and not whether it helped."""
_WHO = lazily(r"\bin\s+(?:people|patients|those)\s+with\b", re.IGNORECASE)


def only_studied(text: str) -> bool:
    """Whether a sentence says that something was or is being studied or tried, and nothing of what was found."""
    found = _ONLY_STUDIED.match(text) or _ONLY_TRIED.match(text)
    if found is None or _NO_MORE.search(_WHO.sub(" ", found["what"])) or _HOW_WELL.search(text[: found.start("what")]):
        return False
    return all(_is_named(part) for part in _JOINED.split(found["what"]))


_JOINED = lazily(r",?\s+(?:and|or)\s+(?:also\s+)?(?:for\s+|in\s+|as\s+)?|,\s*", re.IGNORECASE)
_LEADS_ON = lazily(
    r"\W*(?:stop|avoid|eat|drink|take|skip|give|smoke|fast|double|halve|quit|use|try|do|don['’]t|never|always|buy|order|get|go|start|keep|leave|put|you|we|i|so|then|please|let|make|add|cut|swallow|inject|inhale|apply|rub|refuse|ignore|forget)\b",
    re.IGNORECASE,
)
_TO_DO = lazily(r"\b(?:to\s+[a-z]+|your?|instead)\b", re.IGNORECASE)


def _is_named(part: str) -> bool:
    """Whether what was studied is an illness, a state or somebody, named in a few words that bid nothing."""
    if _LEADS_ON.match(part) or _TO_DO.search(part) or len(part.split()) > _A_FEW:
        return False
    return any(vocabulary.is_health(word) for word in vocabulary.words(part))


_A_FEW = 9
"""Words of an illness and of who has it [house]."""


_WHAT_IT_IS = lazily(
    r"\W*(?:(?:so|but|and|well)\W+)?(?:is|are)\s+(?:[\w'’-]+\s+){1,5}?(?:(?:really\s+|also\s+|considered\s+)?(?:an?\s+)?(?:\w+\s+)?(?:diseases?|illness(?:es)?|conditions?|disorders?|syndromes?|symptoms?)"
    r"|common|hereditary|genetic|inherited|contagious|infectious|chronic|lifelong)(?:\s+(?:in|of|among)\s+(?:the\s+)?\w+)?\s*\?\W*$",
    re.IGNORECASE,
)
_SENDS_TO_CARE = lazily(
    r"\W*(?:(?:so|but|and)\W+)?(?:do|should|must)\s+(?:i|we|you|they)\s+(?:(?:really|always|have\s+to|need\s+to)\s+)*(?:see|call|ask|tell|visit|ring|talk\s+to)\s+(?:an?|my|your|the)\s+(?:doctor|gp|nurse|midwife|dentist|pharmacist|vet)\s*\?\W*$",
    re.IGNORECASE,
)
_OF_SAFETY = any_of(
    r"side[\s-]effects?|harm\w*|danger\w*|risk\w*|safe\w*|reactions?|complications?|deadly|fatal|poison\w*|cures?|curable|reversible|vaccin\w*|jabs?|shots?|no|not|never|only|just|mere\w*|myth|hoax|real"
)


def asks_what_it_is(question: str) -> bool:
    """Whether a question with a yes to it says no more than what an illness is, or that a doctor is to be seen."""
    if _SENDS_TO_CARE.match(question):
        return True
    return (
        _WHAT_IT_IS.match(question) is not None
        and not _OF_SAFETY.search(question)
        and not any(
            vocabulary.is_treatment(word) or vocabulary.on_list(word, TAKEN) or vocabulary.on_list(word, DONE)
            for word in vocabulary.words(question)
        )
    )


_BIDS = lazily(
    r"\W*(?:(?:you|we)\s+(?:can|may|could|might)\s+(?:also\s+)?)?(?:(?:also|then|or|try\s+to)\s+)?(?:try\s+sleeping\s+with|try\s+resting\s+with|lay|put|place|tuck|rest|sit|use|wear|keep|choose|prop|hold|open|close|dim|turn|try|support|cover|drape|wrap|loosen|lean|switch\s+(?:off|on)|have|change)\b",
    re.IGNORECASE,
)
_COMFORT = frozenset(
    """
    a an the some your you it is are own another second extra spare few two or and if when while as can may like likes for with without on in at of
    to by near next between under behind beside beneath around against onto into from off up down over lower upper back more comfort comfortable comfortably comfy cosy cozy
    cool cold-water damp wet soft loose light lighter dark darker dim quiet calm small thin thick folded rolled clean dry cotton linen wool plain easy low gentle natural
    pillow pillows cushion cushions bolster blanket blankets cloth cloths flannel flannels towel towels washcloth sheet sheets clothes clothing pyjamas pajamas nightclothes
    nightdress socks slippers shoes hat scarf sunglasses curtains curtain blinds blind window windows door lamp lamps lights fan chair armchair sofa stool footstool
    bed room bedroom book music radio phone screen notebook
    knee knees leg legs neck shoulders shoulder head forehead brow wrist wrists ankles ankle side sides hips hip elbow elbows arm arms feet foot
    lie sit rest sleep night nights evening evenings day bedtime hours need want feel prop yourself place put
    """.split()
)
"""Every word of a tip on comfort. No word of an effect, an illness, a medicine, a food or a number is among them, nor mouth, nose,
face, throat and chest, which nothing should lie on; nor heat and ice, which burn."""
_NEVER = any_of(
    r"over\s+your\s+head|around\s+(?:your\s+|the\s+)?neck|on\s+(?:your|the)\s+back|rest\s+(?:in\s+bed|for|until)|cover\s+(?:your|the)\s+head"
)
_NEED_CARE = any_of(
    r"bab(?:y|ies)|newborns?|infants?|toddlers?|cots?|cribs?|bassinet|chest\s+pains?|heart\s+attacks?|strokes?|bleed(?:s|ing)?|blood\s+loss|seizures?|fits|convuls\w+|poison\w*|overdos\w+|unconscious\w*|faint(?:s|ed|ing)?|meningitis|sepsis|anaphyla\w+|burns?|wounds?|fractures?|broken|choking|suicid\w*|emergenc\w+|ambulance|999|911|112"
)
"""Where these stand near, comfort may be what is done in the place of care, or what a sleeping child must not have."""


def is_of_comfort(text: str, near: str = "") -> bool:
    """Whether a sentence bids to do a thing for comfort, in words of comfort alone; `near` is what stands around it."""
    if not _BIDS.match(text) or _NEVER.search(text) or _NEED_CARE.search(near):
        return False
    opening = _TRIES.sub(" ", text)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(opening)]
    return 2 < len(words) <= _LONGEST and all(word in _COMFORT or word in _BID_WORDS for word in words)


_TRIES = lazily(r"^\W*try\s+(?:sleeping|resting)\s+with\b", re.IGNORECASE)
_WORD = lazily(r"[^\W_][\w'’-]*")
_BID_WORDS = frozenset(
    "we could might also then try lay tuck use wear keep choose hold open close dim turn support cover drape wrap loosen lean switch have change".split()
)
_LONGEST = 20
"""Words of such a tip [house]."""

_A_THING = Cue(
    r"\b(?:pillows?|pillowcases?|mattress(?:es)?|toppers?|blankets?|duvets?|sheets|covers?|cushions?|foam|filters?|bottles?|lids?|straws?|jugs?|blades?|motors?|batter(?:y|ies)|chargers?|cables?|screens?|displays?|straps?|buckles?|zippers?|zips|soles?|outsoles?|midsoles?|insoles|laces|uppers?|treadmills?|desks?|chairs?|machines?|helmets?|sleeping\s+bags?|fabrics?|materials?|remote|app|apps|watch|watches|sensors?|tracking|item)\b",
)
_OF_THINGS = Cue(
    r"\b(?:cpap\s+(?=(?:memory|foam|pillows?|masks?|hoses?|tub(?:e|ing)s?)\b)|memory\s+foam|hypoallergenic|mask|sleepers?|sleep(?:ing)?\s+(?:positions?|bags?|surface)|heart\s+rate|machines?|exercise\s+(?:bike|machine)s?|sleep,|foam|comfort\w*|water)\b",
)
_MONEY = lazily(r"[$£€]\s?\d|\bROI\b")
_DOES_MORE = any_of(
    r"cur(?:e|es|ed|ing)|heal(?:s|ed|ing|thy|th|thier|thiest)?|treat\w*|reliev\w*|relief|protect\w*|boost\w*|fight\w*|kill\w*|detox\w*|sooth\w*|calm\w*|relax\w*|energ\w*|focus|mental\w*|physical\w*|safe\w*|suitable|harm\w*|danger\w*|risk\w*|toxic\w*|recover\w*|perform\w*|pump\w*",
    r"burn\w*|slim\w*|los(?:e|es|ing|s)|gain\w*|bab(?:y|ies)|infants?|child\w*|kids|pregnan\w*|doctors?|patients?|proven|clinical\w*|stud(?:y|ies)|research|younger|asleep|awake|restful|rested|refresh\w*|doses?|mg|daily|instead|positions?|light|time|you\s+(?:can|may|should|must|need|have|could)|avoid\w*|limit\w*|use|try|leav(?:e|es|ing)|skip\w*|quit\w*|(?:turn|switch)\w*\s+(?:\w+\s+){0,4}off|oxygen|ventilator\w*|inhaler\w*|pacemaker\w*|epipen\w*",
    r"(?:mak|keep|kept|help|let|giv|gav|stop|prevent|allow|enabl|tell)(?:e|es|s|ing|ed|ped|ping)?\s+(?:you|people|users?|him|her|them|us|me|everyone|sleepers?|customers?)\b",
)


def is_of_a_thing(text: str) -> bool:
    """Whether a sentence tells of a thing that nobody swallows, or of money, and of nothing that it does to anybody."""
    if _DOES_MORE.search(text):
        return False
    bare = without_parts(text)
    if not (_A_THING.search(bare) or _MONEY.search(bare)):
        return False
    rest = _OF_THINGS.sub(" ", bare)
    return not terms(rest) and not any(_of_health(word) for word in vocabulary.words(rest))


def _of_health(word: str) -> bool:
    if vocabulary.is_treatment(word):
        return True
    return any(vocabulary.on_list(word, lexicon) for lexicon in (TAKEN, DONE, CONDITION, BAD, OUTCOME, BODY))


def let_pass(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with such claims as ones that stop nothing; what is said of a product stays as it is."""
    found = list(settled)
    for place, (reading, (kinds, chance, rule)) in enumerate(paced(zip(readings, settled, strict=True))):
        if MAY_BLOCK.isdisjoint(kinds) or reading.product or CLAIM_KINDS.isdisjoint(kinds):
            continue
        if only_studied(reading.text):
            found[place] = _mild(kinds, Kind.STATE_OF_EVIDENCE), chance, rule
        elif _is_mild(reading.text) or _is_comfort(readings, place):
            found[place] = _mild(kinds, Kind.DESCRIPTIVE), chance, rule
    return found


def _is_mild(text: str) -> bool:
    return asks_what_it_is(text) or is_of_a_thing(text)


def _is_comfort(readings: Sequence[Reading], place: int) -> bool:
    here = readings[place]
    if not _BIDS.match(here.text):
        return False
    around = [one.text for one in readings[max(0, place - _FAR) : place + _FAR + 1]]
    return is_of_comfort(here.text, " ".join([here.heading, *around]))


_FAR = 4
"""Sentences on either side that may say that care is needed [house]."""


def _mild(kinds: Sequence[Kind], instead: Kind) -> tuple[Kind, ...]:
    rest = tuple(kind for kind in kinds if kind not in MAY_BLOCK)
    return rest if not CLAIM_KINDS.isdisjoint(rest) else (*rest, instead)
