"""Items of a list that only name something: an everyday complaint, a comfort, an aim, the make of a thing.

What such an item says is said by its lead-in, and one source for the list answers for all of them; asked about each, an
editor is asked ten times (standards.md A3.2 on lists). So a complaint or a comfort stays a claim (docs/labelling.md, `list`)
that nobody is asked about by itself. It must be led in by words of complaints, of symptoms or of what is affected: below
"side effects", a medicine or what is promised to help, every item is asked about as before. An aim that is the label of
what follows ("**To sleep better**") and the size, price or cover of a thing claim nothing (`method`, `product`).
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from functools import lru_cache

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_ENDED = lazily(r"[.!?…:][\"”’')\]*_]*\s*$")
_LONGEST = 5
"""Words up to which an item only names something [house]."""
_WORD = lazily(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMPLAINT = frozenset(
    """
    ache aches aching backache bloating breathlessness burping constipation cramp cramping cramps diarrhea diarrhoea discomfort dizziness
    drowsiness exhaustion fatigue fogginess gas headache headaches heartburn hiccups hunger indigestion insomnia irritability itching
    lightheadedness nausea numbness pain pains pins-and-needles restlessness shivering sleepiness sluggishness snoring soreness sores stiffness
    sweating swelling tearfulness tenderness thirst tightness tingling tiredness trembling urination weakness weariness yawning
    """.split()  # noqa: SIM905 (a list to be read)
)
"""What ails people every day, by its name."""
_COMFORT = frozenset(
    ["comfort", "coziness", "cosiness", "ease", "rest", "restfulness", "sleep", "wellbeing", "well-being"]
)
"""What is pleasant, by its name."""
_BESIDE = frozenset(
    """
    a about achy and ankle ankles at back belly body bit breast breasts breath breathing calf calves cold constant daily daytime dry dull during
    feelings feet fingers foot frequent general hand hands hip hips in increased itchy joint joints knee knees legs leg light lower
    mild minor morning mouth muscle muscles neck night nighttime occasional of or overall poor quality shortness shoulder shoulders side skin
    slight some sore stomach swollen the thighs throat tight tired to trouble unusual upper upset wrist wrists your
    """.split()  # noqa: SIM905 (a list to be read)
)
"""Where it is felt, and how much."""
_OF_COMPLAINTS = lazily(
    r"\b(?:symptoms?|signs?|complaints?|discomforts?|challenges?|troubles?|disrupts?|disturbs?|affects?|interferes?|bother\w*|notice|noticing|feel|feeling|common\s+(?:problems|issues)|can\s+bring|brings)\b",
    re.IGNORECASE,
)
_OF_WHAT_IS_DONE = lazily(
    r"\b(?:side[\s-]effects?|adverse|risks?|dangers?|harms?|tak(?:e|es|ing|en)|us(?:e|es|ed|ing)|dos(?:e|es|age|ing)|overdos\w*|withdrawal|drugs?|medic\w+|vaccin\w*|supplement\w*|treat\w*|therap\w*|tablets?|pills?|diets?|fasting|too\s+much|too\s+many"
    r"|avoid\w*|remed\w*|help\w*|good\s+for|benefit\w*|works?|against|toxic\w*|poison\w*|eat\w*|drink\w*|consum\w*|alcohol|caffeine|smok\w+|deficien\w+|lack\s+of|ingest\w*|exposure|products?|results?\s+(?:from|in)|fix\w*|gone|less|fewer|end\w*|stop\w*)\b",
    re.IGNORECASE,
)
"""What is taken, eaten, used or left: whatever stands below is its harm or its good."""


def only_names(text: str, lead: str) -> bool:
    """Whether an item only names an everyday complaint or a comfort, below a lead-in on such things."""
    if not lead or _ENDED.search(text) or not _OF_COMPLAINTS.search(lead):
        return False
    if _OF_WHAT_IS_DONE.search(lead) or BENEFIT.search(lead):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    named = _COMPLAINT.union(_COMFORT).intersection(words) or "shortness" in words
    return bool(named) and len(words) <= _LONGEST and all(word in _KNOWN for word in words)


_KNOWN = _COMPLAINT | _COMFORT | _BESIDE

_FOODS = r"(?:proteins?|fats?|carb(?:ohydrate)?s|starches|vegetables|veggies|greens|fruits?|berries|grains|nuts|seeds|legumes|beans|dairy|snacks?|breakfast|lunch|dinner|supper|brunch|drinks|beverages|spices|herbs|produce|pantry|condiments|sweeteners|oils)"
_MENU = lazily(
    r"\W*(?:\d{1,2}(?::\d\d)?\s?(?:am|pm)?\W+)?(?:(?:healthy|lean|whole|complex|fresh|frozen|sample|day\s+\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W+){0,2}"
    rf"{_FOODS}(?:\s*(?:and|or|&|,|/)\s*{_FOODS}){{0,2}}(?:\s+(?:sources?|options|ideas|choices|list))?\W*",
    re.IGNORECASE,
)
"""The name of a meal or of a kind of food, below which its foods are listed."""
_HOLDS = lazily(
    r"\W*(?:where\s+(?:it['’]?s|it\s+is|they['’]?re|they\s+are)\s+found|(?:good|great|best|natural|top|common|main|rich|other|more|plant(?:-based)?|animal|dietary|food|\w+)?\s*(?:\w+\s+)?sources(?:\s+(?:of\s+(?!(?:pain|stress|harm|toxins?|infections?|inflammation|lead|mercury|anxiety|allerg\w+|poison\w*|contamination)\b)\w+(?:\s\w+)?|include|are))?"
    r"|natural\s+\w+\s+from|(?:food|other)\s+examples(?:\s+include)?|examples(?:\s+(?:are|include))?|found\s+in)\W*",
    re.IGNORECASE,
)
"""Says that what holds something is listed below."""
_TO_LOG = lazily(
    r"\W*(?:what\s+to\s+(?:track|log|measure|record|note|write\s+down|pack|bring|buy)|things\s+to\s+(?:track|log|note|pack|bring|buy)|(?:track|log|record|note\s+down|write\s+down)(?:\s+(?:these|the\s+following|daily|each\s+day|your))?|shopping\s+list|you(?:['’]ll|\s+will)\s+need)\W*",
    re.IGNORECASE,
)
"""Says that what to write down or to bring is listed below."""
_SAYS_MORE = lazily(
    r"\d|[:.!?…–—=→]|\s-\s|\b(?:not|no|never|avoid|less|more|better|most|only|daily|risks?|safe|against|for|if|when|causes?|helps?|lowers?|(?:im|re|pro|sup|pre|in)\w{2,}(?:es?|s)\s+\w+)\b",
    re.IGNORECASE,
)
"""A number, a stop or a word of good and harm in an item."""
_FEW = 7
_LONGEST_NAME = 80
"""Letters up to which a line above only names a meal or a kind of food [house]."""


@lru_cache(maxsize=256)
def _names_a_list(above: str) -> bool:
    """Whether a line names a meal, a kind of food or what to write down; asked again for each item below it."""
    return any(cue.fullmatch(above) for cue in (_MENU, _HOLDS, _TO_LOG))


def only_lists(text: str, above: str) -> bool:
    """Whether an item only names a food of a meal or a source, or what to write down: "Salmon" below "Proteins:"."""
    if len(above) > _LONGEST_NAME or not _names_a_list(above) or _SAYS_MORE.search(text):
        return False
    if ASSERTS.search(text) or BENEFIT.search(text) or disease_words(text):
        return False
    return 0 < len(_WORD.findall(text)) <= _FEW


_AIM = lazily(
    r"^[\W\d]{0,6}(?:\*\*|__|<b>|<strong>)\s*to\s+[^\W\d_]+(?:\s+[\w’'-]+){0,5}\s*(?:\*\*|__|</b>|</strong>)\W*$",
    re.IGNORECASE,
)


def is_aim(text: str, lead: str) -> bool:
    """Whether a line is an aim set as a label: "**To sleep better**". Below a lead-in it says what something is for."""
    return not lead and _AIM.match(text) is not None and not disease_words(text)


_MAKE = Cue(
    r"^\W*(?:takes?\s+up\s+(?:[\w-]+\s+){0,3}?(?:space|room|half|most)\b|(?:less|more|most|least|quite|rather|very|fairly)\s+(?:expensive|affordable|portable|bulky|compact|pricey)\b"
    r"|(?:small|large|big|long|slim|compact|bulky|triangular|round|square|oval|curved|flat|wide|narrow|simple|sleek|soft|removable|washable|waterproof|zipped|cotton|adjustable)\s+(?:[\w-]+\s+){0,2}?(?:shape|size|design|covers?|frame|case|footprint|zip|zipper|straps?|handles?|pockets?|packaging|screen|casing)\b"
    r"|(?:machine[\s-]washable|batteries\s+(?:not\s+)?included|one\s+size\s+fits\s+all)\b|(?:easy|hard|simple|tricky|awkward)\s+to\s+(?:clean|wash|store|fold|carry|move|pack|assemble|set\s+up|travel)\b"
    r"|comes?\s+in\s+(?:[\w-]+\s+){0,3}?(?:sizes?|colou?rs?|shapes?|packs?|designs?)\b|weighs\s+(?:[\w-]+\s+){0,2}?\d|folds?\s+(?:flat|away|up|down)\b|fits\s+(?:in|into|under|any|most|easily|neatly)\b)",
)
_LONGEST_MAKE = 10


def tells_make(text: str) -> bool:
    """Whether an item tells of the size, the price or the make of a thing: "Takes up half of the bed"."""
    if _ENDED.search(text) or len(text.split()) > _LONGEST_MAKE or _MAKE.search(text) is None:
        return False
    return ASSERTS.search(text) is None and BENEFIT.search(text) is None and not disease_words(text)
