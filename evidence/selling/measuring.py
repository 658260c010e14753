"""Goods that measure and show something of a body, or filter the air, and do nothing to anybody: "tracks steps", "catches dust".

In: a sentence with the product's name replaced. Source: docs/labelling-products.md ("plain"): a feature is no claim. What
finds or foretells an illness is one of diagnosis (21 CFR 101.93(g)(2)(i)), and what a reading helps to change is a benefit:
a sentence with any word of these is none of those here [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling import benefits, safety
from evidence.selling.lexicon import ILL, MEDICAL
from evidence.selling.parts import THING, acts_on_it
from evidence.selling.passage import Passage

_OF_BODY = (
    r"(?:heart[\s-]?(?:rates?|beats?|rhythms?|rate\s+variability)|hrv|pulse|blood\s+(?:oxygen|pressure|sugar|glucose)|glucose|oxygen|spo2|(?:skin\s+|body\s+)?temperature|stress(?:\s+(?:levels?|scores?))?|recovery|readiness|sleep(?:\s+(?:quality|duration|patterns?|phases?|cycles?|times?))?"
    r"|(?:(?:the|your|all)\s+)?(?:stages?|phases|hours|minutes)\s+of\s+(?:(?:(?:deep|light|rem)\s+)?sleep|activity|exercise|movement)|breath(?:s|ing)?(?:\s+rate)?|respiration(?:\s+rate)?|(?:body\s+)?weight|body\s+(?:fat|composition)|muscle\s+mass|vo2\s*max|posture|moods?|energy(?:\s+levels?)?|hydration"
    r"|periods?|cycles?|calories?|protein|fat|carbs?|carbohydrates?|salt|sugar|fib(?:re|er)|macros|nutrients|nutrition|steps?|floors?|stairs|distances?|pace|cadence|power|workouts?|exercises?|runs?|walks?|swims?|rides?|strokes?|laps|activit(?:y|ies)|movements?|naps?|snoring|water|drinks|meals?|item)"
    r"(?:\s+(?:taken|walked|run|travell?ed|covered|climbed|slept))?"
)
_OWN = r"(?:(?:your|the|my|his|her|their|its|daily|overall|all|both|each|resting|current|nightly|total|a|an|how\s+(?:much|many)|(?:amounts?|numbers?)\s+of)\s+){0,4}"
_LIST = rf"{_OWN}{_OF_BODY}(?:(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+as\s+well\s+as\s+){_OWN}{_OF_BODY}){{0,8}}"
_MEASURES = Cue(
    rf"\b(?:(?:measure|track|count|log|record|show|display|estimate|monitor|calculate|plot|graph|chart|list|score|report|note|follow|sense|time)(?:s|ed|d|ing)?|(?:captures?|collects?|gathers?)\s+(?:data|information|readings)\s+on|(?:tell|give|show)s?\s+(?:you|me|us))\s+{_LIST}"
    rf"|\b(?:scores?|graphs?|readings?|charts?|reports?|numbers?|summar(?:y|ies)|overviews?|records?)\s+(?:for|of|on)\s+{_LIST}"
    rf"|\b{THING}\s+(?:is|are|was|were|works?|looks?|seems?|shows?|starts?|stops?|runs?)\b",
)
_ASIDE = Cue(
    r"\b(?:(?:while|when|as)\s+(?:you|i|we)\s+(?:sleep|rest|run|walk|swim|ride|move|work|train|exercise)|during\s+(?:sleep|the\s+night|workouts?|exercise|runs?|training)|(?:over|all|at|through\s+the|each|every)\s?night|between\s+(?:heart)?beats|heartbeats?)\b",
)
_DOES_MORE = any_of(
    r"help\w*|improv\w*|reduc\w*|lower\w*|boost\w*|prevent\w*|protect\w*|cur(?:e|es|ed|ing)|treat\w*|heal\w*|reliev\w*|relief|eas(?:e|es|ed|ing|ier)|sooth\w*|calm\w*|relax\w*|better|best|more|less|fewer|most|safe\w*|health(?:y|ier|iest)?|well-?being|wellness",
    r"burn\w*|los(?:e|es|t|ing)|gain\w*|slim\w*|strength\w*|strong\w*|deep(?:er|ly)|sound(?:er|ly)|fall\w*\s+asleep|sleep(?:s|ing)?\s+(?:like|well|through)|optimi\w+|enhanc\w+|support\w*|promot\w+|increas\w+|decreas\w+|rais\w+|manag\w+|control\w*|fight\w*|stay\w*|keep\w*|maintain\w*|balanc\w+|regulat\w+",
    r"detect\w*|spot(?:s|ted|ting)?|warn\w*|alert\w*|diagnos\w+|predict\w*|foretell\w*|screen(?:s|ed|ing)?\s+for|catch(?:es)?|caught|discover\w*|irregular\w*|abnormal\w*|danger\w*|risk\w*|doctors?|clinical\w*|medical\w*|hospital\w*|medicines?|pills?|tablets?|drugs?|proven|fertil\w+|ovulat\w+|pregnan\w*|contracep\w+|revers\w+",
    r"end(?:s|ed)?|fix\w*|transform\w*|chang\w+|young\w*|longer|extend\w*|sav(?:e|es|ed|ing)|recovers?|so\s+(?:that\s+)?(?:you|i|we)\b|need\w*|no\s+longer|without|instead|never|gone|free\s+of|thanks",
)


_BURNED = lazily(r"(?<=calories)\s+burn(?:ed|t)\b|\s+and\s+(?:your\s+)?symptoms(?=\W*$)", re.IGNORECASE)
"""What is counted, in words that may tell of a benefit elsewhere, and what a wearer notes down."""


def only_measures(text: str) -> bool:
    """Whether a sentence says what goods measure or show, and nothing that comes of it."""
    text = _BURNED.sub("", text)
    if not _MEASURES.search(text) or acts_on_it(text):
        return False
    rest = _ASIDE.sub(THING, _MEASURES.sub(THING, text))
    if _DOES_MORE.search(rest) or _DOES_MORE.search(text):
        return False
    passage = Passage(rest)
    if passage.ills or passage.of_kind(*ILL, *MEDICAL, "germ", "natural"):
        return False
    return not (benefits.benefit(passage) or benefits.rank(passage) or safety.words(passage))


_OF_AIR = Cue(
    r"\b(?:air(?:borne)?|hepa|pre-?filters?|filters?|filtration|filtering|purif(?:ier|iers|ies|ication)|uv-?c|carbon|particles?|microns?|odou?rs?)\b",
)
_CAUGHT = Cue(
    r"\b(?:(?:dust(?:\s+mites?)?|pollens?|mou?lds?(?:\s+spores?)?|spores?|bacteria|virus(?:es)?|germs?|allergens?|pollutants?|smoke|dander|pet\s+(?:hair|dander)|odou?rs?|particles?|microbes|pathogens|vocs|fumes|smells?)(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+to\s+)?)+",
)
_OF_PEOPLE = any_of(
    r"side[\s-]effects?|interact\w*|you|people|famil(?:y|ies)|kids?|child\w*|bab(?:y|ies)|pets?\s+and|infect\w*|catch(?:es)?\s+(?:a|the|cold)|ill(?:ness(?:es)?)?|sick\w*|diseases?|symptoms?|allerg(?:y|ies|ic)|asthma\w*|breath\w*|lungs?|health\w*|sleep\w*|immun\w*|relief|reliev\w*|safe\w*|protect\w*|prevent\w*|kills?|destroy\w*|fights?|cur(?:e|es)|treat\w*|hospital\w*|medical\w*|doctors?|clinical\w*|proven|better|best|more|less|than"
)


def only_cleans_air(text: str) -> bool:
    """Whether a sentence says what goods filter out of the air, and nothing of what that does to anybody."""
    if not _OF_AIR.search(text) or _OF_PEOPLE.search(text):
        return False
    return not Passage(_CAUGHT.sub(THING, text)).terms


def only_does_its_work(text: str) -> bool:
    """Whether goods only measure, show or filter something."""
    return only_measures(text) or only_cleans_air(text)
