"""Lines that tell nothing of health in the words of claims: a practice's offers, referrals, prices, titles.

Such a line needs no source (standards.md A3.1; docs/labelling.md). Each kind was counted on labelled pages, among
sentences that rules and weights took for claims: at least 17 in 20 of those it hits are none. What is hit less
surely (`DOUBTED`) stays a claim and is told as no likelier one than none, so that nobody is asked about it. A sentence that bears a source, names a
study or speaks of a product is left to the other rules, and so is one that asserts a benefit, a harm or a dose beside
such words, or promises something against a disease: a word of comfort in front would else open the gate.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape

from evidence.claims import arms_and_tests, bare_items, exercise_steps, page_contents, plan_lines
from evidence.claims.annotation import Reading
from evidence.claims.announced_guesses import is_guess
from evidence.claims.announcing_leads import only_announces
from evidence.claims.asides import is_aside
from evidence.claims.asserting_words import ASSERTS, BENEFIT, GOOD
from evidence.claims.beside_frames import says_elsewhere
from evidence.claims.decision import PROMISE, Settled
from evidence.claims.doubtful_lines import is_doubtful
from evidence.claims.equations import is_equation
from evidence.claims.explained_designs import explains_design
from evidence.claims.feature_items import is_feature
from evidence.claims.general_remarks import is_general
from evidence.claims.lead_ins import lead_ins
from evidence.claims.likenings import only_likens
from evidence.claims.of_works import is_of_a_work, is_title_by
from evidence.claims.own_habits import tells_of_own_habit
from evidence.claims.own_services import offers_itself, works_together
from evidence.claims.page_talk import is_figure, only_talks, refers_to_own_page
from evidence.claims.previews import only_previews, sets_out
from evidence.claims.publishers_notes import only_notes
from evidence.claims.what_it_is import only_says_what, only_tells_foods, tells_shape
from evidence.claims.who_pays import tells_who_pays
from evidence.deadline import paced
from evidence.language.patterns import Cue, Cues, lazily
from evidence.language.stops import is_ended
from evidence.values import CLAIM_KINDS, Kind

DOUBTED = "doubtful line"
"""The name under which the certainty of lines that may tell nothing is kept."""
_CHANCE = 0.5
"""Learned chances up to which a doubted line keeps its own certainty, which is no greater then."""


def without(readings: Sequence[Reading], settled: Sequence[Settled]) -> list[Settled]:
    """The same, with lines that tell nothing of health as no claims, and lines that may tell nothing as doubtful ones."""
    found = list(settled)
    silent = exercise_steps.find(readings) | page_contents.find(readings) | plan_lines.find(readings)
    silent |= arms_and_tests.find(readings)
    rows = zip(readings, settled, lead_ins(readings), strict=True)
    for place, (reading, (kinds, chance, rule), lead) in enumerate(paced(rows)):
        if CLAIM_KINDS.isdisjoint(kinds) or reading.place or reading.product:
            continue
        if reading.mention and not _WHOSE.fullmatch(reading.text):
            continue
        if reading.marked and not (
            _WHOSE.fullmatch(reading.text) or is_aside(reading.text) or is_title_by(reading.text)
        ):  # a mark behind an aside leads to a note on it
            continue
        if rule == PROMISE:  # no frame takes back what is promised against a disease, or it would open the gate
            continue
        if place in silent or _says_nothing(reading, lead):
            found[place] = (Kind.FRAMING,), None, "no claim"
        elif (chance is None or chance > _CHANCE) and _may_say_nothing(reading, lead):
            found[place] = kinds, None, DOUBTED
    return found


def _says_nothing(reading: Reading, lead: str) -> bool:
    text = reading.text
    if _CALL.fullmatch(text) or is_empty(text) or _tells_of_visits(reading) or is_feature(text, lead):
        return True
    if (
        is_guess(text, lead)
        or bare_items.is_aim(text, lead)
        or bare_items.tells_make(text)
        or tells_of_own_habit(reading)
    ):
        return True
    if _is_whole_line(text) or tells_who_pays(text, f"{reading.heading} {lead}"):
        return True
    return only_says_what(text) or tells_shape(text, lead or reading.heading)


def _is_whole_line(text: str) -> bool:
    """Whether all of a sentence is one of the lines that are known by their whole wording."""
    if _WHOSE.fullmatch(text) or works_together(text) or explains_design(text):
        return True
    return is_figure(text) or refers_to_own_page(text) or only_previews(text) or is_equation(text)


def _may_say_nothing(reading: Reading, lead: str) -> bool:
    text = reading.text
    if is_doubtful(text) or bare_items.only_names(text, lead) or only_tells_foods(text, reading.heading):
        return True
    return bare_items.only_lists(text, lead or reading.heading)


_VISIT = lazily(
    r"\bwhat\s+to\s+expect\b.{0,40}?\b(?:visit|appointment|session|treatment|consultation|patients?|therapy|class)|\bnew\s+patients\b"
    r"|\b(?:your\s+)?(?:first|initial|follow-?up)\s+(?:visit|appointment|session|consultation)\b",
    re.IGNORECASE,
)
_SERVED = lazily(
    r"\b(?:conditions|what|problems|who|symptoms|issues)\s+(?:i|we)\s+(?:can\s+)?(?:treat|see|help(?:\s+with)?)\b|\bconditions\s+treated\b|\bservices\W*$",
    re.IGNORECASE,
)
_LONGEST_ITEM = 12


def _tells_of_visits(reading: Reading) -> bool:
    """What happens at a visit, or an item of what a practice treats, by the heading it stands under."""
    if not reading.heading or BENEFIT.search(reading.text) or ASSERTS.search(reading.text):
        return False
    if _VISIT.search(reading.heading):
        return True
    item = len(reading.words) <= _LONGEST_ITEM and not is_ended(reading.text)
    return item and _SERVED.search(reading.heading) is not None


_CALL = lazily(r"\s*\{[{%!](?:(?![}%!]\}).){0,3000}[}%!]\}\s*", re.DOTALL)
"""A part of a template that is called, with its options: "{{import images.heart alt="A heart"}}"."""


def is_empty(text: str) -> bool:
    """Whether a sentence is one of these lines: it holds the words of one, and none of a benefit, a harm or a dose."""
    if "&" in text:
        text = unescape(text)  # "It&#8217;s": what is spelt is read as it looks
    return _is_line(text) and not says_elsewhere(text, _is_line)


def _is_line(text: str) -> bool:
    return (
        _MYTH.match(text) is not None
        or is_aside(text)
        or is_general(text)
        or is_of_a_work(text)
        or only_announces(text)
        or offers_itself(text)
        or only_likens(text)
        or only_talks(text)
        or sets_out(text)
        or only_notes(text)
        or (any(_KINDS[name](text) for name, _ in _LINES.likely(text)) and ASSERTS.search(text) is None)
    )


_LONGEST_REASSURANCE = 14
"""Words up to which a word of comfort says no more than that [house]."""
_GOES_ON = lazily(rf"\b(?:{GOOD}|works?|faster|because|with|using)\b", re.IGNORECASE)
"""What makes more of an offer or a referral than that: a benefit, or what is used for it."""
_OFFERS = Cue(
    r"^\W*(?:(?:at|here\s+at|in|with|through|by|if)\s[^,]{2,80},\s+|(?:yes|and|so|no),?\s+|that\s+is\s+why\s+|that['’]s\s+why\s+)?"
    r"we\s+(?:\w+ly\s+|(?:also|will|can|may|now|always)\s+){0,2}"
    r"(?:offer|provide|treat|evaluate|assess|speciali[sz]e\s+in|value|strive|tailor|combine|educate|pride\s+ourselves|encourage\s+you|do\s+not\s+(?:assume|treat))\b",
)
_TAILORED = Cue(
    r"\b(?:customi[sz]ed|tailored|personali[sz]ed|individuali[sz]ed)\b.{0,40}?\b(?:to\s+(?:you|your|each)|plans?|approach|care|remedy|needs|treatments?)\b"
    r"|\b(?:every|each)\s+(?:patient|client)\b.{0,40}?\bunique\b",
    re.IGNORECASE,
)


def _offers(text: str) -> bool:
    """What a practice does for those who come: "We offer laser treatment", "Every plan is tailored to your needs"."""
    found = _OFFERS.search(text)
    if found is not None:
        return _GOES_ON.search(text, found.end()) is None
    return _TAILORED.search(text) is not None and BENEFIT.search(text) is None


_WHO = (
    r"(?:doctor|clinician|dentist|gp|nurse|pharmacist|dietiti?[ac]n|nutritionist|provider|physician|midwife|specialist|professional|podiatrist"
    r"|practitioner|team|therapist|health\s+visitor|obstetrician|optometrist|paediatrician|pediatrician|vet|nd)s?"
)
_SENDS = Cue(
    r"^\W*(?:(?:(?:always|please|also|then|so|and|never|(?:be|make)\s+sure\s+to|remember\s+to)|if\s[^,]{1,160},|(?:do\s+not|don['’]t)\s[^.,]{3,60}\swithout)\s+)?"
    r"(?:ask(?:ing)?|tell|talk(?:ing)?\s+(?:to|with)|speak(?:ing)?\s+(?:to|with)|discuss(?:ing)?|consult(?:ing)?|see|visit|contact|call|review|inform|phone)\b"
    rf".{{0,80}}?\b{_WHO}\b",
)
_SEEKS = Cue(
    r"^\W*(?:if\b[^,]{1,200},\s+|(?:\w+[\w\s,]{0,90}\s)?→\s*|(?:\w+\s+){0,12}?it['’]s\s+(?:best|wise|important|time)\s+to\s+|(?:so|please|always)\s+)?"
    r"(?:(?:seek|get)\s+(?:\w+\s+){0,2}?(?:professional|medical|emergency|urgent)\s+(?:help|evaluation|attention|care|advice|support|assessment)\b"
    r"|(?:start\s+by\s+)?(?:mak|book|schedul|arrang)(?:e|ing)?\s+(?:an?\s+)?(?:appointment|consultation|check-?up|assessment)\s+with\s+(?:an?|your|the)\b"
    r"|get\s+(?:it\s+|them\s+|yourself\s+)?checked\b|treat\s+this\s+as\s+an\s+emergency\b)",
)
_TELLS_MORE = lazily(
    r"\b(?:once|twice|every|not\s+only|since|because|so(?:\s+that)?|as\s+(?:it|they|this|that|these)|can\s+(?:make|cause|lead)|may\s+(?:make|cause|lead))\b|:|,\s+which\b",
    re.IGNORECASE,
)
"""How often, or why: what sends a reader then tells more."""


def _sends(text: str) -> bool:
    """Sends a reader to somebody, with what to ask or tell there: "Ask your clinician what factors count most"."""
    found = _SENDS.search(text) or _SEEKS.search(text)
    return found is not None and BENEFIT.search(text[found.end() :]) is None and _TELLS_MORE.search(text) is None


_FRAMES = Cue(
    r"^\W*(?:(?:so|and|now|yet|plus|well|also),?\s+)?(?:you\s+(?:may|might|could|can)\s+(?:also\s+)?(?:recogni[sz]e|wonder|be\s+(?:thinking|surprised|tempted)|decide)"
    r"|we(?:['’]ve|\s+have)\s+(?:(?:all|long|often)\s+)?been\s+(?:told|taught|led\s+to\s+believe)|every(?:one|body)\s+(?:talks|is\s+talking)"
    r"|that(?:['’]s|\s+is)\s+not\s+to\s+say|(?:that|this|it)\s+(?:does\s+not|doesn['’]t)\s+mean|try\s+to\s+think|(?:don['’]t|do\s+not)\s+be\s+fooled"
    r"|stop\s+(?:blaming|worrying)|it\s+takes\s+(?:courage|patience)|no\s?(?:one|body)\s+(?:wants|likes))\b",
)
_TURNS = lazily(r"\b(?:but|however|just\s+that|only\s+that|although)\b", re.IGNORECASE)


def _frames(text: str) -> bool:
    """A word to the reader around what is said elsewhere: "We've been told cortisol is bad"."""
    return _FRAMES.search(text) is not None and _TURNS.search(text) is None


_COMFORTS = Cue(
    r"^\W*(?:(?:so|and|but|if\s[^,]{3,60},(?:\s+however,)?)\s+)?(?:(?:please\s+)?(?:don['’]t|do\s+not|no\s+need\s+to|you\s+need\s+not|(?:there(?:['’]s|\s+is)\s+)?no\s+(?:need|reason)\s+to"
    r"|you\s+should\s+never|try\s+not\s+to)\s+(?:\w+\s+)?(?:worry|panic|fret|be\s+(?:afraid|alarmed|scared|discouraged)|lose\s+sleep|give\s+up|feel\s+(?:bad|guilty|ashamed)|beat\s+yourself|despair)"
    r"|(?:there(?:['’]s|\s+is)\s+)?nothing\s+to\s+worry|you(?:['’]re|\s+are)\s+not\s+alone|you(?:['’]ve|\s+have)\s+got\s+this|be\s+(?:kind|gentle)\s+(?:to|with)\s+yourself"
    r"|rest\s+assured|go\s+with\s+what(?:['’]s|\s+is|\s+feels)|do\s+what(?:ever)?\s+(?:feels|is)\s+(?:right|comfortable|best)\s+for\s+you)\b",
)


def _comforts(text: str) -> bool:
    """A short word of comfort: "Don't lose sleep worrying about which side"."""
    return _COMFORTS.search(text) is not None and len(text.split()) <= _LONGEST_REASSURANCE


_PRICE = lazily(r"[$£€]\s?\d")
_OF_MANY = lazily(
    r"\b(?:million|billion|(?:per|a|each|every)\s+year|annually|taxpayer\w*|nhs|medicare)\b", re.IGNORECASE
)


def _prices(text: str) -> bool:
    """What something costs who buys it: "Follow-up blood tests: $45-75". What a disease costs a country is a figure."""
    return _PRICE.search(text) is not None and not (_OF_MANY.search(text) or BENEFIT.search(text))


_METHOD = Cue(
    r"\b(?:(?:blood|saliva|urine)\s+samples\s+were\s+(?:taken|drawn|collected)|measurements?\b.{0,60}?\bwere\s+taken"
    r"|(?:participants|subjects|players|volunteers|patients)\b.{0,50}?\b(?:were\s+given|utili[sz]ed\s+it|practi[cs]ing\s+at\s+least))\b"
    r"|\b(?:randomi[sz]ed|placebo-controlled|crossover)\b[^.]{0,60}?\bdesign\W*$",
    re.IGNORECASE,
)
_OUTCOME = lazily(
    r"\b(?:found|showed|less|more|fewer|better|worse|lower|higher|reduc\w+|improv\w+|increas\w+|recovered)\b|\d\s?%",
    re.IGNORECASE,
)


def _tells_method(text: str) -> bool:
    """How a study was done and no word of what came out: "Players were given caffeine or placebo chewing gum"."""
    return _METHOD.search(text) is not None and _OUTCOME.search(text) is None


_KITCHEN = Cue(
    r"\b(?:(?:great|nice|perfect|delicious|tasty|good|lovely)\s+(?:addition|in|on|with|over)\s+(?:to\s+)?(?:(?:an?|your|any|most)\s+)?(?:[\w-]+\s+){0,2}?(?:smoothies?|pasta|salads?|soups?|dish(?:es)?|stews?|sandwich\w*|toast|stir-fr\w+)"
    r"|for\s+(?:more|a\s+natural|extra|added|a|some)\s+(?:\w+\s+)?flavou?r|freeze\s+(?:it|them)\s+for|used\s+in\s+(?:beverages|cooking|baking|soups|salads|dishes)"
    r"|(?:any|whatever)\s+kind\s+of\s+\w+(?:\s\w+)?\s+(?:is\s+fine|works|will\s+do)|(?:works?|tastes?)\s+(?:best|great|well|delicious)\s+(?:in|with|on)\s+(?:(?:an?|your)\s+)?(?:\w+\s+)?(?:smoothies?|pasta|salads?|soups?|dish\w*|stews?|tea|coffee)"
    r"|the\s+(?:tastiest|most\s+delicious)|(?:thicker|(?:less|more)\s+creamy)\s+(?:shake|texture|than))\b",
    re.IGNORECASE,
)


def _cooks(text: str) -> bool:
    """How something is cooked or tastes: "Frozen spinach is a great addition to a smoothie"."""
    return _KITCHEN.search(text) is not None and BENEFIT.search(text) is None


_MYTH = lazily(r"\W*(?:myth|misconception|fiction|false\s+belief)\b\s*(?:#?\d+)?\s*[:–—-]", re.IGNORECASE)
"""A myth by its name: what it says is what is denied."""
_ALONE = Cue(
    r"^\W*(?:(?:(?:so|please|just|to\s[^,]{3,60},)\s+)?(?:follow\s+(?:these|the|our)\s+(?:\w+\s+)?(?:tips|steps|instructions)|(?:certain|a\s+few|some|the\s+following)\s+(?:things|points|tips)\s+(?:must|should|need\s+to|to))\b"
    r"|this\s+is\s+(?:just\s+|only\s+)?(?:an?|the|my)\s+(?:\w+\s+)?list\b)"
    r"|\b(?:not|n['’]t)\s+(?:(?:meant\s+to\s+be|intended\s+(?:as|to\s+be))\s+)?(?:an?\s+|the\s+)?(?:exhaustive|complete|full|comprehensive|definitive|all-inclusive)\s+list\b|\bby\s+no\s+means\s+(?:an?\s+)?(?:exhaustive|complete)\b"
    r"|\bbooking\s+is\b|\bgp\s+referral\b|\b(?:distress\s+line|helpline|hotline)\b|\btelehealth\s+appointment|\bfree\s+of\s+charge\b|\bhealth\s+insurance\s+(?:which|that|may|plans?|covers)\b"
    r"|\b(?:prevention|precaution)\s+is\s+(?:always\s+)?better\s+than\b|\b(?:take|taken|taking)\s+(?:it|them|this|that)\s+with\s+a\s+(?:grain|pinch)\s+of\s+salt\b|\ban\s+ounce\s+of\s+prevention\b"
    r"|\b\d+\s+min(?:ute)?s?['’]?\s+read\b",
    re.IGNORECASE,
)
"""A word on a list, how to come by help, a proverb, how long a page takes."""
_CREDITS = Cue(
    r"^\W*[“\"‘][^”\"’]{3,90}[”\"’],?\s+by\s+[A-Z]|^\W*[—–-]{1,2}\s?[A-Z][\w’'-]+\s+et\s+al\b"
    r"|\b(?:[Cc]reated\s+and\s+owned|[Pp]hoto(?:graph)?(?:ed)?|[Ii]llustrat(?:ed|ion)|[Ww]ords|[Tt]ext)\s+by\s+[A-Z]"
    r"|^\W*[A-Z][\w&.’' -]{2,70}(?:\([A-Z-]+\))?\s?(?::|is)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}?(?:charity|non-?profit|directory|support\s+group|online\s+forum)\b",
    re.NOFLAG,  # names begin with a capital
)
"""The title of a book with its author, whose a quotation or picture is, or what a body is."""

_WHOSE = lazily(
    r"\W*[—–-]{1,2}\s?(?-i:[A-Z])[\w’'-]{1,40}(?:\s(?:and|&)\s(?-i:[A-Z])[\w’'-]{1,40}|\s(?:and|&)\scolleagues|\s+et\s+al\.?)?,?\s*\(?\d{4}[a-z]?\)?\W*",
    re.IGNORECASE,
)
"""Whose the quotation above is: "— Moe et al., 2010"."""

_LINES = Cues(
    {
        "offers": _OFFERS,
        "tailored": _TAILORED,
        "sends": _SENDS,
        "seeks": _SEEKS,
        "frames": _FRAMES,
        "comforts": _COMFORTS,
        "prices": _PRICE,
        "method": _METHOD,
        "cooks": _KITCHEN,
        "alone": _ALONE,
        "credits": _CREDITS,
    }
)
_KINDS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("offers", "tailored"), _offers),
    **dict.fromkeys(("sends", "seeks"), _sends),
    "frames": _frames,
    "comforts": _comforts,
    "prices": _prices,
    "method": _tells_method,
    "cooks": _cooks,
    "alone": lambda text: _ALONE.search(text) is not None,
    "credits": lambda text: _CREDITS.search(text) is not None,
}
"""What is asked of a sentence that may hold one of these turns of phrase."""
