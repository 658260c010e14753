"""What a dictionary or a label says of a thing: of what it consists, to which class it belongs, in which foods it is, its shape.

A definition alone needs no source (standards.md A3.1, after Redi and others 2019: common knowledge needs no citation), nor do the
make of a thing and the history of a name (docs/labelling.md: `textbook`, `product`, `history`). Where a substance is found
is a claim there (`food`); told with nothing but its class, or as a bare list of foods, it stays one that nobody is asked
about: in judgements of flags on such lines editors agreed with four of 18. A benefit, a harm, a dose, a number or
anything that is set against a disease makes more of each of them.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.benefit_and_advice import DONE, TAKEN
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.health_words import BODY
from evidence.language.patterns import any_of, lazily

_CONSISTS = lazily(
    r"\W*(?:it|this|the\s+(?:practice|technique|method|procedure|massage|exercise))\s+(?:usually\s+|simply\s+|often\s+)?(?:involves|consists\s+of)\s+(?:\w+ing)\s+[^.,;:()!?]{3,70}\W*$",
    re.IGNORECASE,
)
"""What is done in a practice: "It involves stretching the calf"."""
_CAN_BECOME = lazily(
    r"\W*(?:(?:an?|some|the|most|all|these|those)\s+)?(?:[\w()’'-]+\s+){1,7}?(?:cells?|scientists|they)(?:\s*\([^()]{2,40}\))?,?\s+(?:is|are)\s+(?:not\s+\w+,\s+they\s+are\s+)?(?:an?\s+(?:type\s+of\s+|kind\s+of\s+)?(?:[\w-]+\s+)?cells?\s+that|\w+,?\s+meaning\s+(?:that\s+)?they)\s+(?:can|cannot|could|may)\s+"
    r"(?:become|turn\s+into|develop\s+into|give\s+rise\s+to)\s+[^.;:!?]{3,110}\W*$",
    re.IGNORECASE,
)
"""What a word for a kind of cell means."""
_ANSWERS = lazily(
    r"\W*(?:the|one)\s+(?:answer|reason|explanation)\s+(?:(?:to|for)\s+(?:this|that|these)\s+)?(?:(?:simply\s+|mostly\s+|also\s+)?has\s+to\s+do\s+with|lies\s+in)\s+[^.;:!?]{3,110}\W*$",
    re.IGNORECASE,
)
"""That an answer follows."""
_NAMED = lazily(
    r"\W*(?:\*\*[^*]{2,40}\*\*\W+)?[^;!?]{3,70}?\s(?:was|were)\s+(?:previously|once|formerly|originally|long|first|until\s+recently)\s+(?:thought|believed|considered|held|classified)\s+(?:to\s+be|as)\s+(?:an?\s+)?(?:separate|distinct|different|new|single|own)\s+(?:species|subspecies|genus|strain)\b[^;!?]{0,60}\W*$",
    re.IGNORECASE,
)
"""How a living thing was named."""
_SHOPS = lazily(
    r"\b(?:can|may)\s+(?:usually\s+|often\s+|also\s+)?be\s+(?:found|bought|had)\s+(?:in|at|from)\s+(?:an?|any|most|your|the)\s+(?:[\w-]+\s+){0,2}?(?:grocers?|grocery|grocers['’]|supermarkets?|markets?|hardware\s+stores?|bakery)\b",
    re.IGNORECASE,
)
"""Where something is bought."""
_NOT_YET = lazily(
    r"\W*(?:we|you|doctors|scientists)\s+(?:do\s+not|don['’]t)\s+(?:yet\s+)?have\s+(?:\w+\s+){0,2}?(?:nanobots?|robots?|machines|spaceships?|implants)\b[^.,;:!?]{0,60}\W*$",
    re.IGNORECASE,
)
"""What technology does not do yet."""
_OTHER_KINDS = lazily(
    r"\W*(?:some\s+|the\s+)?(?:other|further|popular|common|well-known)\s+(?:styles|schools|techniques|traditions|disciplines)(?:\s+of\s+[\w\s]{3,30}?)?\s+(?:include|are)\s+[^.;:!?]{3,240}\W*$",
    re.IGNORECASE,
)
"""A list of classes."""
_ASPECTS = lazily(
    r"\W*(?:[\w-]+\s+){0,4}?(?:studies|trials|researchers|research)\s+(?:has|have)\s+(?:also\s+)?(?:investigated|examined|explored|studied|looked\s+(?:at|into))\s+(?:various|several|many|different|some|other)\s+(?:aspects|uses|sides|questions)\s+(?:of|on|about)\s+[^.;:!?,]{3,60}(?:,?\s+(?:including|such\s+as))?\W*$",
    re.IGNORECASE,
)
"""That aspects were looked into, which are listed behind."""
_STEP = lazily(
    r"\W*(?:cook|simmer|bake|roast|steam|fry|braise|stew)\s+(?:(?:it|them|gently|slowly|covered)\s+){0,2}for\s+[\d–-]+\s*(?:min(?:ute)?s?|hrs?|hours?)\b(?P<rest>[^.!?]{0,60})\W*$",
    re.IGNORECASE,
)
_BOILED_DOWN = lazily(
    r"\W*(?:\d+\s?%\s+reduction(?:\s+is\s+(?:ideal|best|fine))?|until\s+(?:soft|brown|golden|tender|done))?\W*",
    re.IGNORECASE,
)
"""A step of a recipe."""
_ONE_MORE = lazily(
    r"[^;!?]{0,160}?\bthere(?:['’]s|\s+is)\s+(?:something|one\s+thing|another\s+thing)\s+(?:else\s+)?(?:that\s+)?(?:i|we)\s+(?:haven['’]t|have\s+not)\s+(?:mentioned|told|said|covered)(?:\s+yet)?\b[^:.;!?]{0,120}:?(?:\s+[\w-]+){0,3}\W*$",
    re.IGNORECASE,
)
"""That a next point comes."""
_MORE = any_of(
    r"\d+",
    r"good|bad|best|better|worse|great|super\w*|safe\w*|unsafe|harm\w*|danger\w*|risk\w*|toxic\w*|poison\w*|health(?:y|ier)|important|essential|vital|powerful|strong\w*|potent|miracle\w*|natural\w*\s+(?:remed\w+|cure\w*|treat\w+)|anti-?\w+|immun\w+",
    r"cur\w*|heal\w*|treat\w*|therap\w*|prevent\w*|help\w*|benefi\w*|improv\w*|work(?:s|ed)?|against|stop\w*|fight\w*|for\s+(?:the\s+)?(?:relief|pain|weight|health|skin|hair|heart|sleep|energy|\w+ing|people|anyone|everyone|you|your|those|all|adults|women|men)|because|so|which|thanks|should|must|need\w*|every|daily|dos(?:e|es|age)|tablets?|pills?|medic\w*|drugs?|insulin|bleach|pregnan\w*|bab(?:y|ies)|infants?|children",
)
"""What makes more of such a line."""
_DANGER = any_of(
    r"good|bad|best|safe\w*|unsafe|harm\w*|danger\w*|toxic|poison\w*|cur\w*|heal\w*|treat\w*|works?|should|must|never|\d+|against"
)
_DONE_TO_PEOPLE = any_of(
    r"eating|drinking|swallowing|taking|inhaling|injecting|fasting|skipping|stopping|cutting|quitting|smoking|leaving|giving|avoiding|burning|bleeding|removing|sniffing|licking"
)


def only_says_what(text: str) -> bool:
    """Whether a sentence only says what something is, how it is called, where it is bought or that an answer follows."""
    if _NAMED.match(text):
        return not _asserts(text) and not _MORE.search(text)
    if _NOT_YET.match(text):
        return not (_asserts(text) or _DANGER.search(text) or _cures(text) or _names_remedy(text))
    if _SHOPS.search(text):
        return not _asserts(text) and not any(map(_is_harmful, vocabulary.words(text)))
    if found := _STEP.match(text):
        return _BOILED_DOWN.fullmatch(found["rest"]) is not None
    if _ONE_MORE.match(text) or _ASPECTS.match(text):
        return not (_asserts(text) or _DANGER.search(text))
    if _OTHER_KINDS.match(text):
        return not (_asserts(text) or _DANGER.search(text) or any(map(vocabulary.is_drug, vocabulary.words(text))))
    if _CONSISTS.match(text) or _ANSWERS.match(text):
        return not (_asserts(text) or _MORE.search(text) or _DONE_TO_PEOPLE.search(text) or _names_remedy(text))
    return _CAN_BECOME.match(text) is not None and not _asserts(text) and not _MORE.search(text)


def _cures(text: str) -> bool:
    return re.search(r"\b(?:cures?|vaccines?|proof|evidence|studies|data)\b", text, re.IGNORECASE) is not None


def _is_harmful(word: str) -> bool:
    return vocabulary.is_treatment(word) or word in ("safe", "healthy", "cancer", "pregnant", "pregnancy", "dose")


def _asserts(text: str) -> bool:
    return ASSERTS.search(text) is not None or BENEFIT.search(text) is not None or disease_words(text) != ""


def _names_remedy(text: str) -> bool:
    words = vocabulary.words(text)
    return any(
        vocabulary.is_treatment(one) or vocabulary.on_list(one, TAKEN) or vocabulary.on_list(one, DONE)
        for one in words
        if one not in _PRACTICES
    )


_PRACTICES = frozenset(
    ["fda", "breathing", "manipulation", "massage", "stretching", "walking", "walk", "position", "posture"]
)

_CLASS = r"(?:flavonoids?|flavonols?|polyphenols?|carotenoids?|amino\s+acids?|fatty\s+acids?|sugars?|pigments?|alkaloids?|terpenes?|peptides?|compounds?|molecules?|minerals?|fibres?|fibers?|starch(?:es)?)"
_IN_FOODS = lazily(
    rf"\W*(?:\*\*[^*]{{2,50}}\*\*\W+)?(?:[\w()’'-]+\s+){{1,6}}?(?:is|are)\s+(?:an?\s+|one\s+of\s+the\s+)?(?:(?:plant|natural|yellow|red|orange|purple|green|blue|dietary|omega-\d|(?:non-)?essential|branched-chain)\s+){{0,2}}{_CLASS}(?:\s+{_CLASS})?\s+"
    r"(?:(?:that\s+(?:is|are)|which\s+(?:is|are)|already|naturally|mainly|mostly|also|commonly|(?:most\s+)?abundantly)\s+){0,3}(?:found|present|contained|common|abundant|occurring)\s+(?:mainly\s+|mostly\s+|chiefly\s+|naturally\s+|(?:most\s+)?abundantly\s+)?in\s+(?P<where>[^.;:!?]{3,160})\W*$",
    re.IGNORECASE,
)
"""The class of a substance, and in which foods it is."""
_SOURCES = lazily(
    r"\W*(?:(?:the|some|other|common|main|natural|dietary|best-known|(?:most|best)\s+known|typical|well-known)\s+){0,3}(?:(?:sources\s+of\s+[\w-]+(?:\s[\w-]+)?|(?:foods?|drinks|beverages)(?:\s+and\s+(?:foods?|drinks|beverages))?\s+(?:that|which)\s+(?:contain|include|have|hold)\s+[\w-]+)\s+)(?:include|are)\s+(?P<where>[^.;:!?]{3,160})\W*$",
    re.IGNORECASE,
)
"""Which foods or drinks hold a substance."""


_FOODS_WITH = lazily(
    r"\W*(?:foods?|drinks|sources?|products)\s+(?:with|of|for|(?:that|which)\s+(?:contain|have)|containing|rich\s+in|high\s+in)\s+[\w-]+(?:\s[\w-]+)?\W*",
    re.IGNORECASE,
)
_VERBS = any_of(
    r"is|are|was|were|has|have|can|may|will|should|must|do|does|not|no|never|avoid|eat|drink|take|use|stop|more|less|daily"
)
_FEWEST, _LONGEST_NAME = 4, 4


def only_tells_foods(text: str, above: str = "") -> bool:
    """Whether a sentence names the foods that hold a substance and nothing more, or is their bare list below such a heading."""
    found = _IN_FOODS.match(text) or _SOURCES.match(text)
    if found:
        return not _MORE.search(found["where"]) and not _asserts(text)
    if not _FOODS_WITH.fullmatch(above) or _MORE.search(text) or _VERBS.search(text) or _asserts(text):
        return False
    names = text.split(",")
    return len(names) >= _FEWEST and all(0 < len(name.split()) <= _LONGEST_NAME for name in names)


_SHAPES = lazily(
    r"\W*(?:runs|wraps|goes|extends|reaches|slides|curves)\s+(?:all\s+the\s+way\s+)?(?:around|from|under|behind|between|over|along|beneath|down|up)\b",
    re.IGNORECASE,
)
_LONG = lazily(
    r"\W*(?:long|short|small|large|full-length|thick|thin|flat|curved|shaped|straight)\s+(?:\w+\s+)?(?:pillow|cushion|bolster|mattress|wedge|strap|belt|band)\s+for\s+(?:full-body|extra|more|added|targeted|whole-body)\s+support\W*$",
    re.IGNORECASE,
)
_THING = any_of(
    r"pillows?|cushions?|bolsters?|mattress(?:es)?|wedges?|straps?|belts?|braces?|slings?|wraps?|blankets?|chairs?|backpacks?"
)
_PLACES = frozenset(
    """
    runs wraps goes extends reaches slides curves all the way around from under behind between over along beneath down up and or to
    your you entire whole full belly bump back
    """.split()  # noqa: SIM905 (a list to be read)
)


def tells_shape(text: str, above: str) -> bool:
    """Whether an item below the name of a thing says where it goes: "Wraps around the whole body"."""
    if not _THING.search(above) or _ENDED.search(text):
        return False
    if _LONG.match(text):
        return True
    words = vocabulary.words(text)
    return _SHAPES.match(text) is not None and all(word in _PLACES or vocabulary.on_list(word, BODY) for word in words)


_ENDED = lazily(r"[.!?…:][\"”’')\]*_]*\s*$")
