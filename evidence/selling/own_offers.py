"""What a page offers of its own without a shop: "our Corvallo device cures …", "our clinic treats …", "we heal … Book now."

In: a sentence and whether the page takes bookings. Out: what is offered, as a Found, or None. Who treats, coaches or teaches for money
sells a service, and standards.md C holds for it as for goods [house]; 16 CFR 255.0 and CAP 12 speak of services alike.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily, lowered
from evidence.selling.lexicon import MEDICAL, PROFESSION, of_kind
from evidence.selling.named import Found
from evidence.selling.ordinary import is_ordinary

_GOODS = r"(?:devices?|apps?|lamps?|oils?|trackers?|teas?|honeys?|mattress(?:es)?|pillows?|bracelets?|bands?|belts?|masks?|monitors?|wearables?|rings?|helmets?|mats?|soaps?|shampoos?|toothpastes?|drinks?|waters?|juices?|shots?|broths?|bars?|powders?|syrups?|kefirs?|kombuchas?|vinegars?|mushrooms?|gummies|capsules?|tablets?|drops|creams?|balms?|serums?|gels?|sprays?|patch(?:es)?|tinctures?|tonics?|elixirs?|supplements?|formulas?|blends?|remed(?:y|ies)|kits?|tests?|insoles?|braces?|products?|range)"
_WORKERS = r"(?:therapists?|coach(?:es)?|healers?|practitioners?|nutritionists?|herbalists?|naturopaths?|trainers?|teams?|acupuncturists?|\w*therapists?|chiropractors?|physios?|osteopaths?|reflexologists?|homeopaths?|dieticians?|masseu\w+|staff|experts?|specialists?)"
_SERVICE = r"(?:clinics?|practices?|coaching|courses?|programmes?|programs?|retreats?|sessions?|studios?|spas?|workshops?|consultations?|(?:\w*therap(?:y|ies))|treatments?|massages?|acupuncture|acupressure|chiropractic|osteopathy|hypnosis|reiki|healing|class(?:es)?|method|protocol|plans?|infusions?|drips?|injections?|saunas?|floats?|cupping|reflexology|breathwork|detox(?:es)?)"
_ACT = r"(?:cure|heal|treat|reliev|revers|prevent|eas|end|stop|beat|fight|kill|sooth|banish|lower|reduc|clear|calm|fix|lift|restor|improv|boost|support|help|get\s+rid\s+of|take\s+away|detect|diagnos|correct|conquer|defeat|tam|shrink|dissolv|melt|sort|resolv|protect|regulat|balanc|strengthen)(?:s|es|ies|e|ed|d)?"
_ADVERB = r"(?:(?:can|will|also|really|simply|even|now|just|gently|\w+ly|has|have)\s+){0,3}"
_OURS = Cue(
    rf"\b(?P<name>(?:our|my)\s+(?!(?:bod(?:y|ies)|own\s+body|doctors?|gp)\b)(?:[\w'’®™&-]+\s+){{0,4}}?(?:{_GOODS}|{_SERVICE}|(?P<people>{PROFESSION}|{_WORKERS})))\s+(?:(?:in|at|of|with|for)\s+[\w'’-]+\s+){{0,1}}{_ADVERB}{_ACT}\b(?!\s+me\b)",
)
_MINE = lazily(
    r"my\s+(?:[\w'’®™&-]+\s+){0,4}?(?:coaching|method|programmes?|programs?|courses?|protocol|practice|clinic|retreats?|sessions?|workshops?)$",
    re.IGNORECASE,
)
"""What somebody calls "my" and sells; "my app" and "my tea" are a buyer's."""
_NAMED = Cue(
    rf"\b(?i:our|my)\s+(?:(?i:new|own|original|famous|best-?selling|award-winning|natural|organic|unique|smart|little|gentle)\s+){{0,2}}(?P<name>(?:[A-Z][\w'’+-]{{1,40}}[®™]?\s+){{1,3}})(?:(?i:{_GOODS}|{_SERVICE})\b|(?:[a-z]+\s+){{0,2}}{_ADVERB}{_ACT}\b)",
    re.NOFLAG,
)
_PLACE = lazily(
    rf"\b(?P<name>(?:[A-Z][\w'’&-]{{1,40}}\s+){{1,4}}(?:Clinics?|Practice|Physio\w*|Chiropractic|Osteopath\w*|Wellness|Studio|Retreats?|Therap(?:y|ies)|Coaching|Acupuncture|Centre|Center|Spa|Healing|Hypnotherapy|Massage|Method))\s+{_ADVERB}{_ACT}\b"
)
_WE = Cue(
    r"\b(?:we|i)\s+(?:can\s+|also\s+|gently\s+|will\s+|successfully\s+|have\s+|\w+ly\s+){0,2}(?:cured?|treat(?:ed)?|heal(?:ed)?|reliev(?:e|ed)|reversed?|fix(?:ed)?|end(?:ed)?|get\s+rid\s+of|beat|clear|adjust|help(?:ed)?\s+(?:\w+\s+){1,3}?(?:overcome|beat|reverse|heal|get\s+rid|put|recover|cure))\b",
)
_WITH_US = lazily(
    rf"\b(?P<name>{_SERVICE}\s+(?:with|from)\s+(?:me|us))\s+{_ADVERB}{_ACT}\b(?!\s+me\b)",
    re.IGNORECASE,
)
_AT_OURS = lazily(
    rf"\b(?:at|in|with)\s+(?:our|my)\s+(?:[\w'’-]+\s+){{0,2}}?{_SERVICE}|\bAt\s+(?:[A-Z][\w'’&-]+\s+){{1,3}}(?i:we|i)\b",
)
_BOOKS = (
    (
        ("book",),
        lazily(
            r"\bbook\s+(?:now|online|today|yours?\s+(?:now|today)|(?:your|a|an)\s+(?:free\s+|first\s+|discovery\s+|initial\s+|online\s+|intro\w*\s+){0,3}(?:calls?|sessions?|slots?|places?|consultations?|consults?|treatments?|appointments?|visits?|assessments?|spots?)(?!\s+(?:with|at|to\s+see)\s+(?:your|a|the|their)\s+(?:gp|doctor|hospital|nurse|dentist|midwife|surgery|pharmacist|health|local)))\b",
            re.IGNORECASE,
        ),
    ),
    (
        ("first", "introductory", "initial"),
        lazily(
            r"\b(?:first|introductory|initial)\s+(?:session|consultation|treatment|visit|call)\s+(?:is\s+)?(?:free|half\s+price|from|only|just|[$£€])",
            re.IGNORECASE,
        ),
    ),
    (
        ("$", "£", "€"),
        lazily(
            r"\b(?:sessions?|treatments?|prices?|appointments?|packages?)\s+(?:start\s+)?(?:from|at|are|cost)\s+(?:just\s+|only\s+)?[$£€]\s?\d",
            re.IGNORECASE,
        ),
    ),
    (("prices",), lazily(r"\bprices\s+from\b", re.IGNORECASE)),
)
"""What tells that a page takes bookings, each with the words of which it needs one."""
SERVED = lazily(
    r"\b(?:patients?|clients?|sessions?|treatments?|visits?|needles|appointments?|most\s+people|our\s+\w+)\b",
    re.IGNORECASE,
)
"""Who is served and by what: a sentence right behind a service goes on about it."""


def books(text: str) -> bool:
    """Whether a page takes bookings for what it offers."""
    small = lowered(text)
    return any(pattern.search(text) for words, pattern in _BOOKS if any(word in small for word in words))


def offered(text: str, booked: bool) -> Found | None:
    """What a sentence offers of its own and says to act; `booked` is whether the page takes bookings."""
    ours = _OURS.search(text)
    mine = ours is not None and ours.group("name").lower().startswith("my")
    if ours and (booked or not ours.group("people")) and not (mine and not _MINE.match(ours.group("name"))):
        return Found(name=" ".join(ours.group("name").split()), own=True, sold=booked)
    if booked and (place := _PLACE.search(text)):
        return Found(name=" ".join(place.group("name").split()), own=True, sold=True)
    if booked and (with_us := _WITH_US.search(text)):
        return Found(name=" ".join(with_us.group("name").split()), own=True, sold=True)
    we = _WE.search(text)
    if we and (booked or _AT_OURS.search(text)):
        who = we.group().split()[0]
        return Found(name="our treatment", own=True, sold=booked, names=frozenset({who}))
    return None


def named(text: str) -> list[str]:
    """Names of goods and services that a page calls its own ("our Corvallo device")."""
    found = (" ".join(match.group("name").replace("®", "").replace("™", "").split()) for match in _NAMED.finditer(text))
    return [
        name
        for name in found
        if any(not is_ordinary(word) and len(word) > 2 for word in name.split())
        and not of_kind(name, *MEDICAL, "measure")
    ]


_DEVICE = r"(?:Massagers?|Massage\s+(?:Guns?|Chairs?|Mats?)|Device|Machine|Lamp|Pillow|Mattress|Cushion|Brace|Belt|Sleeve|Insoles|Socks|Bracelet|Band|Ring|Patch|Pad|Mat|Mask|Helmet|Monitor|Tracker|Watch|Diffuser|Humidifier|Purifier|Oil|Balm|Cream|Gel|Serum|Lotion|Spray|Drops|Tea|Powder|Capsules|Gummies|Tablets|Supplement|Tincture|Kit)"
_HEADED = lazily(
    rf"^\W*(?!(?:The\s+)?(?:Best|Top|How|Why|What|When|Which|Our|Your|Types?|Benefits?|Choosing|Using|Do|Does|Is|Are|Can)\b)(?P<name>(?:[A-Z0-9][\w'’&/.+-]{{0,40}}\s+){{1,7}}?{_DEVICE})\b\s*(?=for\b|with\b|against\b|[:–—|(-]|$)"
)


def headed(text: str) -> Found | None:
    """The goods that a heading of a page which sells calls by a name before it says what they are for
    ("Fenwick Portable Leg Massager for Circulation & Pain Relief")."""
    found = _HEADED.match(text)
    return Found(name=" ".join(found.group("name").split()), sold=True) if found else None
