"""Names of products that only the whole page gives away: headings, link texts, shop addresses, prices, repetition.

Each sign gives points; a name made up of letters that no dictionary has needs three, one of ordinary words needs a sign
that stands for itself (a "Buy ... now" link, its address, its price, "our ..."). The points are [house].
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from evidence.language.patterns import Cue, lazily
from evidence.language.remembered import remembered
from evidence.language.visible_text import visible
from evidence.selling.lexicon import MEDICAL, of_kind, terms
from evidence.selling.named import Found, is_generic
from evidence.selling.offers import SHOP_URL, has_price
from evidence.selling.ordinary import is_ordinary
from evidence.selling.shop_links import is_of_book, is_offer
from evidence.selling.unsold_names import is_substance, names_nothing_sold
from evidence.values import Document

_ENOUGH = 3
_MOST = 12
"""Products of one page that are found so [house]."""
_PHRASE = r"[A-Z][\w'’+-]{0,80}+(?:[ ](?:[A-Z][\w'’+-]{0,80}+|\d[\w-]{0,80}+|of(?=[ ][A-Z])|&)){0,4}"
_NAME = lazily(rf"(?<![\w@/.])({_PHRASE})")
_GOODS = (
    r"(?:capsules?|tablets?|gummies|softgels?|powder|drops|syrup|tea|teas|cream|gel|balm|lotion|serum|oil|ointment|spray|patch(?:es)?|sachets?|bars?|app|device|lamp|belt|insoles?|bracelet|kit|test|programme|program|plan|"
    r"course|formula|supplements?|honey|kefir|chocolate|toothpaste|mattress|pillow|monitor|tracker|shake|tonic|tincture|elixir|probiotics?|multivitamins?|vitamins?|pills?|lozenges?|bottles?|jars?|range|collection)"
)
_BUY = Cue(
    rf"\b(?i:buy|order|shop|get|grab|purchase|try)\s+(?:(?i:your|the|our|some|my|a)\s+)?({_PHRASE})(?=\s+\[?(?i:now|here|today|online|at|from|on|with|for|\d)\b|\s*[.!\]→»›>]|\s*$)",
    re.NOFLAG,
)
_OURS = Cue(
    rf"\b(?i:our\s+(?:own\s+|new\s+|best-?\s?sell\w+,?\s+|popular\s+|favou?rite\s+|beloved\s+)?|we\s+(?:make|sell|stock|created?|developed|launched|offer|call\s+it|named\s+it|brew|blend)\s+)({_PHRASE})"
    rf"|({_PHRASE})(?:\s+{_GOODS})?,?\s+(?:is|are|was)\s+(?:what\s+our|our|made\s+by\s+us|the\s+(?:best\s?-?seller|pride|flagship)\s+of\s+our|in\s+stock)",
    re.NOFLAG,
)
_PRICED = Cue(
    rf"({_PHRASE})(?:\s+{_GOODS})?\s*(?:(?:now\s+|only\s+)?(?:costs?|is|retails\s+(?:at|for)|sells\s+for|comes\s+at|starts\s+at)\s+(?:now\s+|only\s+|just\s+)?|[-–—:(|]\s*(?:now\s+|only\s+|just\s+|from\s+)?)(?:[$£€]\s?\d|\d+(?:[.,]\d\d)?\s?(?:dollars|euros?|pounds|USD|EUR|GBP)\b)",
    re.NOFLAG,
)
_WITH_GOODS = Cue(rf"({_PHRASE})\s+{_GOODS}\b", re.NOFLAG)
_OF = Cue(
    rf"\b(?i:bottles?|jars?|cups?|boxe?s?|packs?|sachets?|tubes?|tins?|bags?|dose|drops?|scoops?|bars?|glass(?:es)?|pots?|mugs?|capsules?|tablets?|spoonfuls?|squares?|weeks?|months?|minutes?|pairs?|course|makers?)\s+(?:a\s+day\s+)?of\s+({_PHRASE})",
    re.NOFLAG,
)
_TAKEN = Cue(
    rf"\b(?i:tak(?:e|es|ing|en)|took|us(?:e|es|ing|ed)|tried|try|love[sd]?|recommend(?:ed|s)?|ordered|bought|drink(?:s|ing)?|swear\s+by|switched\s+to|started|with|since|thanks\s+to|after|on|by|without|than|under|behind|choose|need)\s+({_PHRASE})",
    re.NOFLAG,
)
_ACTS = (
    r"(?:treats?|cures?|prevents?|heals?|relieves?|reduces?|lowers?|fights?|eases?|reverses?|kills?|protects?|stops?|soothes?|ends?|beats?|clears?|calms?|supports?|promotes?|helps?|boosts?|improves?|restores?|"
    r"strengthens?|keeps?|gives?|makes?|works?|contains?|comes?|costs?|has|is|was|can|will|may|does|takes?|brings?|puts?|gets?|sends?|lets?|tastes?|smells?|ships?|shows?|tells?|replaces?|balances?|maintains?|contributes?)"
)
_SUBJECT = lazily(rf"(?:^|[.!?:]\s+)(?:[\W_]{{0,12}}(?:The|Our)\s+)?({_PHRASE})\s+(?:{_ACTS}|[a-z]{{3,12}}s)\b")
_LED = lazily(rf"^\W*({_PHRASE}):\s*$")
_PERSON = lazily(
    rf"\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Saint|St|President|Senator|Nurse)\.?\s+({_PHRASE})|({_PHRASE})\s+(?:said|says|told|writes?|wrote|explains?|explained|et\s+al|found\s+that|and\s+(?:colleagues|co-workers)|argues?|notes?|recommends?\s+that|University|Institute|Hospital|Clinic|Society|Foundation|Association|Journal|School|Health|Agency|Council|Street|Road|Inc|Ltd|GmbH)\b"
    rf"|({_PHRASE})[®™]?\s+(?:delivery|technology|technologies|podcast|blog|newsletter|book|interview|channel|show)\b"
    rf"|[–—-]\s*({_PHRASE}),?\s+(?:\d|[A-Z]|★)|@({_PHRASE})"
    rf"|\b(?i:founders?|co-founders?|owners?|co-owners?|ceo|coach|trainer|manager|ambassador|athlete|dietiti?an|nutritionist|physiotherapist|naturopath|editor|author|director|instructor|chef)\s+({_PHRASE})"
    rf"|({_PHRASE}),\s+(?i:the\s+|our\s+|a\s+)?(?:[\w-]+\s+)?(?i:founder|co-founder|owner|co-owner|ceo|coach|trainer|manager|ambassador|athlete|dietiti?an|nutritionist|physiotherapist|naturopath|editor|author|director|instructor|chef)\b"
)
_WORK = r"(?:books?|e-?books?|audiobooks?|novels?|memoirs?|cookbooks?|textbooks?|bestsellers?|podcasts?|episodes?|documentar(?:y|ies)|films?|movies?|magazines?|journals?|newsletters?|radio\s+shows?|tv\s+series|lectures?|webinars?)"
_READ = Cue(
    rf"\b(?i:{_WORK}|authors?\s+of|wrote|written|co-?wrote|reading|read|listen\s+to|watch|published\s+in|host\s+of)\b,?\s*(?i:called\s+|titled\s+|entitled\s+|is\s+|the\s+|about\s+)?[\[“\"'‘*_]{{0,3}}({_PHRASE})"
    rf"|({_PHRASE})[\]”\"'’*_]{{0,3}},?\s+(?:\([^)]{{0,40}}\)\s*)?(?:by\s+(?:Dr\.?\s+)?[A-Z][a-z]+\s+[A-Z][a-z]+|(?i:is|was)\s+(?i:a|an|the|his|her|their|my|our)\s+(?:[\w-]+\s+){{0,3}}?(?i:{_WORK})|(?i:{_WORK})\b)",
    re.NOFLAG,
)
"""What is read, heard or watched: a name of that kind is none of goods, unless the page sells it twice or says what it does."""
_VERSUS = Cue(rf"({_PHRASE})\s+(?i:probiotics?\s+|supplements?\s+)?(?:vs\.?|versus|VS)\s+({_PHRASE})", re.NOFLAG)
"""Two products set against each other, as pages that compare them are called."""
_PLACE = Cue(rf"\b(?:in|from|near|of\s+the|University\s+of)\s+({_PHRASE})", re.NOFLAG)
_MID = lazily(rf"(?<=[a-z,;)] )({_PHRASE})")
_OFTEN = 3
_OF_GERMS = ("cillus", "bacter", "myces", "coccus", "bacterium", "ella", "phila")
_SLUG = lazily(
    r"/(?:products?|shop|store|p|item|buy|collections/[\w-]+/products?)/([a-z0-9][a-z0-9-]{2,80})", re.IGNORECASE
)
_ALT = lazily(r"!\[([^\]]{1,300})\]|\balt=[\"']([^\"'<>]{1,300})")


@dataclass(slots=True, eq=False, repr=False)
class _Signs:
    """What speaks for one name."""

    points: int = 0
    alone: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    phrases: Counter[str] = field(default_factory=Counter)


_CAPS = {
    "heading": 2,
    "subject": 2,
    "taken": 2,
    "goods": 2,
    "of": 2,
    "alt": 1,
    "title": 2,
    "led": 3,
    "person": 6,
    "work": 3,
    "place": 3,
    "mid": 1,
}
_WORTH = {
    "heading": 1,
    "title": 2,
    "subject": 1,
    "taken": 1,
    "goods": 1,
    "of": 2,
    "alt": 1,
    "led": 2,
    "person": -3,
    "work": -2,
    "place": -1,
    "mid": 1,
}


def weighed(document: Document, sold: bool, linked: bool = False) -> list[Found]:
    """The products that a page's signs give away, in the order of their points; `sold` is whether it sells at all, and
    `linked` whether it links to a shop, as a page does that sells nothing too."""
    if not (sold or linked or has_price(document.text) or _led_lists(document)):
        return list(islice(_praised_often(document), _MOST))
    if not sold and not _tells(document):
        return []
    signs: dict[str, _Signs] = defaultdict(_Signs)
    slugs = []
    for kind, phrase in _signs(document):
        if kind == "slug":
            slugs.append(phrase)  # known names have to be collected before
        else:
            _add(signs, kind, phrase)
    _add_slugs(signs, slugs)
    small = frozenset(re.findall(r"(?<!\w)[a-z]{3,}", document.text))
    found = [_found(core, sign, sold) for core, sign in signs.items() if _is_enough(core, sign, sold, small)]
    return sorted(found, key=lambda item: (-signs[_core(item.name)].points, item.name))[:_MOST]


_HEALS = Cue(
    rf"(?:^|[.!?:](?=\s))[\W_]{{0,12}}({_PHRASE})\s+(?:(?:also|even|really|simply|\w+ly|will|can)\s+){{0,2}}(?:treats?|cures?|prevents?|heals?|relieves?|eases?|reverses?|kills?|soothes?|ends?|beats?|fights?|stops?|clears?|banish(?:es)?|supports?|boosts?|works?\s+(?:for|on|against)|restores?|protects?|lowers?|reduces?|improves?|helps?)\b",
    re.NOFLAG,
)
_GENERIC_DRUG = lazily(
    r"(?:mab|nib|pril|sartan|statin|olol|azole|cillin|mycin|vir|tide|gliptin|gliflozin|triptan|prazole|pine|zine|amine|idone|parin|xaban|one|cycline|oxacin|barbital|azepam|caine|ine|in|ol|ase|ate|ide|ic)$"
)
_TWICE = 2


def _praised_often(document: Document) -> Iterator[Found]:
    """Coined names that are the subject of a healing verb again and again, on a page that shows no other sign of selling.

    Endings of substances and drugs tell no brand.
    """
    heals: Counter[str] = Counter()
    for sentence in visible(document):
        heals.update(_core(_trim(match.group(1))) for match in _HEALS.finditer(sentence.text))
    often = [core for core, count in heals.items() if core and count >= _TWICE]
    often = [core for core in often if not (_all_ordinary(core) or is_generic(core) or terms(core) or core.isupper())]
    small = frozenset(re.findall(r"(?<!\w)[a-z]{3,}", document.text)) if often else frozenset()
    often = [core for core in often if core.lower() not in small]
    often = [core for core in often if not _may_be_a_substance(core) or _written_within(core, document)]
    if often:
        against = set(_spoken_against(document))
        yield from (Found(name=core, names=frozenset({core})) for core in often if core not in against)


def _may_be_a_substance(core: str) -> bool:
    return any(_GENERIC_DRUG.search(word.lower()) for word in core.split())


def _written_within(core: str, document: Document) -> bool:
    """Whether a name has its capital in the middle of a sentence too, as no substance has."""
    return re.search(rf"(?<=[a-z,;)] ){re.escape(core)}\b", document.text) is not None


def _spoken_against(document: Document) -> Iterator[str]:
    """Names of people, places and what is read."""
    for sentence in visible(document):
        for pattern in (_PERSON, _PLACE, _READ):
            for match in pattern.finditer(sentence.text):
                yield _core(_trim(next((group for group in match.groups() if group), "")))


def _tells(document: Document) -> bool:
    """Whether any name has a sign that counts on a page which sells nothing: one that stands for itself, or a list."""
    if any(_BUY.search(link.text) or _SLUG.search(link.url) or SHOP_URL.search(link.url) for link in document.links):
        return True
    texts = [document.title, *(block.text for block in document.not_prose if block.kind in ("title", "heading"))]
    return any(_is_telling(text) for text in (*texts, *(sentence.text for sentence in visible(document))))


def _is_telling(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_VERSUS, _BUY, _OURS, _PRICED, _LED))


def _signs(document: Document) -> Iterator[tuple[str, str]]:
    """Each sign: its kind and the phrase it speaks for."""
    if document.title:
        yield from (("title", match.group(1)) for match in _NAME.finditer(document.title))
        yield from _in_prose(document.title)
    for block in document.not_prose:
        if block.kind in ("title", "heading"):
            yield from (("heading", match.group(1)) for match in _NAME.finditer(block.text))
            yield from _in_prose(block.text)
        elif block.kind in ("caption", "table", "thumbnail"):
            for alt in _ALT.finditer(block.text):
                shown = alt.group(1) or alt.group(2)
                yield from (("alt", match.group(1)) for match in _NAME.finditer(shown))
                yield from (("goods", match.group(1)) for match in _WITH_GOODS.finditer(shown))
    for link in document.links:
        yield from _of_link(link.text, link.url)
    for sentence in visible(document):
        yield from _in_prose(sentence.text)


def _of_link(text: str, url: str) -> Iterator[tuple[str, str]]:
    if is_of_book(url):
        yield from (("work", match.group(1)) for match in _NAME.finditer(text))
        return
    for match in _BUY.finditer(text):
        yield "alone", match.group(1)
    if SHOP_URL.search(url):
        for match in _NAME.finditer(text):
            alone = match.group(1).strip() == text.strip() and is_offer(text, url)
            yield ("alone" if alone else "goods"), match.group(1)
    slug = _SLUG.search(url)
    if slug:
        yield "slug", slug.group(1)


_IN_PROSE = (
    ("alone", _BUY), ("alone", _OURS), ("alone", _PRICED), ("goods", _WITH_GOODS), ("of", _OF), ("taken", _TAKEN),
    ("subject", _SUBJECT), ("led", _LED), ("person", _PERSON), ("place", _PLACE),
    ("work", _READ), ("mid", _MID),
)  # fmt: skip


@remembered(512, longest=1000)
def _in_prose(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(_worded(text))


def _worded(text: str) -> Iterator[tuple[str, str]]:
    for match in _VERSUS.finditer(text):
        yield from (("alone", phrase) for phrase in match.groups())
    for kind, pattern in _IN_PROSE:
        for match in pattern.finditer(text):
            phrase = next((group for group in match.groups() if group), "")
            if phrase:
                yield kind, phrase


def _add(signs: dict[str, _Signs], kind: str, phrase: str) -> None:
    name = _trim(phrase)
    core = _core(name)
    if not core:
        return
    sign = signs[core]
    sign.phrases[name] += 1
    if kind == "alone":
        sign.alone += 1
        return
    sign.kinds[kind] += 1
    if sign.kinds[kind] <= _CAPS[kind]:
        sign.points += _WORTH[kind]


def _add_slugs(signs: Mapping[str, _Signs], slugs: Sequence[str]) -> None:
    """Counts the addresses that begin with a name for it, each looked up by its own beginnings: there may be many names."""
    known: dict[str, list[_Signs]] = {}
    for core, sign in signs.items():
        known.setdefault(_slugged(core), []).append(sign)
    for slug in map(str.lower, slugs):
        for end in range(1, len(slug) + 1):
            for sign in known.get(slug[:end], ()):
                sign.alone += 1


def _is_enough(core: str, sign: _Signs, sold: bool, small: frozenset[str]) -> bool:
    """Whether the signs of a name suffice; `small` are the words that the page also writes without a capital."""
    if names_nothing_sold(core) or is_substance(core, small):
        return False
    if sign.kinds["person"] > sign.kinds["subject"] + sign.kinds["goods"] and not sign.alone:
        return False
    if sign.kinds["work"] and sign.alone < 2 and sign.kinds["work"] > sign.kinds["subject"]:
        return False
    set_apart = sign.alone > 1 and sign.kinds["subject"] > 1 and core.lower() not in small
    if is_generic(core) and (core.isupper() or _all_ordinary(core)) and not set_apart:
        return False
    if not sold and of_kind(core, *MEDICAL, "measure"):
        return False  # a medicine or a value that a page speaks of and does not sell
    if sign.alone and not sold and _all_ordinary(core) and not (sign.alone > 1 and sign.kinds["subject"] > 0):
        return False  # "our Global Digital Exemplar": the name of an undertaking
    if sign.alone:
        capital = core.lower() not in small and sign.kinds["mid"] + sign.kinds["subject"] > 1
        return not _all_ordinary(core) or len(core.split()) > 1 or (sign.points > 0 and (sign.alone > 1 or capital))
    if _all_ordinary(core):
        written_small = all(word.lower() in small for word in core.split() if word[0].isupper())
        often = sign.kinds["mid"] >= _OFTEN or sign.kinds["title"] > 0
        often = often and sign.kinds["subject"] >= 2 and sign.kinds["place"] < 2
        return sold and often and not written_small
    of_goods = any(sign.kinds[kind] for kind in ("heading", "title", "goods", "of", "taken", "alt", "led"))
    acts_often = sign.kinds["subject"] > 1 or (sign.kinds["subject"] > 0 and sign.kinds["mid"] > 1)
    if core.lower().endswith(_OF_GERMS) or (sum(sign.phrases.values()) < 2 and not sign.kinds["led"]):
        return False
    if not of_goods:
        return sold and acts_often and sign.kinds["person"] == 0
    return (sold or sign.kinds["led"] > 0) and sign.points + 1 >= _ENOUGH


def _found(core: str, sign: _Signs, sold: bool) -> Found:
    often = (phrase for phrase, count in sign.phrases.items() if count > 1 and len(phrase.split()) < 5)
    longest = [phrase for phrase in often if not names_nothing_sold(phrase)]
    name = max(longest or [core], key=len)
    return Found(name=name, sold=sold or sign.alone > 0, names=frozenset({core, name}))


@lru_cache(maxsize=4096)
def _trim(phrase: str) -> str:
    """The phrase without ordinary words before the name ("Buy", "Our", "Take") and without what ends it."""
    words = [word.strip("'’.,-®™") for word in re.sub(r"['’]s(?=\s|$)", "", phrase).split()]
    words = [word for word in words if word]
    while len(words) > 1 and is_ordinary(words[0]) and not all(map(is_ordinary, words)):
        words.pop(0)
    while words and words[0].lower() in _LEADS:
        words.pop(0)
    while words and words[-1].lower() in _TAILS:
        words.pop()
    return " ".join(words)


_LEADS = frozenset(
    "a an the our your my this that these those buy order shop get try grab take use with since after before and or but if when while why what how free new best i we it they you he she no not for from to in on at by of as so".split()
)
_TAILS = frozenset("now here today online and or of for is are the a an at from".split())


def _core(name: str) -> str:
    """The words by which a name is known: its first made-up word, or all of them where all are ordinary."""
    words = name.split()
    coined = next((word for word in words if not _is_plain(word) and word[0].isupper()), "")
    if not coined and len(words) == 1 and _NO_NAME.match(name):
        return ""
    return coined or (name if words else "")


def _is_plain(word: str) -> bool:
    return is_ordinary(word) or _NO_NAME.match(word) is not None


_SHOPS = r"Amazon|Costco|Walmart|Target|Walgreens|CVS|Boots|Superdrug|Tesco|Asda|Sainsbury|Aldi|Lidl|Kroger|Safeway|Publix|Ikea|IKEA|eBay|Ebay|Etsy|iHerb|Sephora|Kmart|Woolworths|Coles|Trader|Whole"
_NO_NAME = lazily(
    rf"(?:(?:Drs?|Mrs?|Ms|Prof|Jr|Sr|St|Ph\.?D|MDs?)$|[A-Z]\w{{0,7}}['’](?:t|m|d|s|ve|re|ll)$|[Uu]n(?=[a-z]{{4}})(?-i:[a-z]+)$|(?:{_SHOPS})(?:['’]s)?$|(?=[A-Za-z]{{2,6}}$)(?=\w*[A-Z]\w*[A-Z])[^aeiouyAEIOUY]+$)"
)
"""Titles, contractions, words of denial, shops of every trade and abbreviations, which no dictionary has either."""


def _all_ordinary(name: str) -> bool:
    return all(map(_is_plain, name.split()))


def _slugged(core: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", core.lower()).strip("-")


def _led_lists(document: Document) -> Iterable[str]:
    """Names that lead a list of what they do ("Brandol:" before "- Treats asthma.")."""
    return [
        sentence.text
        for sentence, following in zip(document.sentences, document.sentences[1:], strict=False)
        if _LED.match(sentence.text) and FRAGMENT.match(following.text)
    ]


FRAGMENT = lazily(
    r"^[\W_]*+(?:(?:treat|cure|prevent|heal|reliev|reduc|lower|fight|eas|revers|kill|protect|stop|sooth|end|beat|clear|calm|support|promot|help|boost|improv|restor|strengthen|keep|giv|mak|work|take|tak|bring|put|get|send|replac|balanc|maintain|contribut|"
    r"banish|cut|slash|shrink|dissolv|remov|repair|nourish|enhanc|increas|rais|speed|regulat|stimulat|burn|melt|target|address|defeat|combat|guard|shield|wip|flush|cleans|detox|firm|lift|smooth|hydrat|brighten|improv|tam|halv|sharpen|curb|wak|settl|relax|warm|detect|spot|reveal|diagnos|find|spar|clean|unclog|dry|dri)\w*?(?:s|es|ies)|"
    r"no\s+more|goodbye|bye|say\s+goodbye|farewell|for|against|good\s+for|ideal\s+for|natural|helps?|proven|clinically|safe|suitable|free\s+(?:of|from)|fewer|less|more|better|relief|fast|gentle|stronger|freedom)\b",
    re.IGNORECASE,
)
"""How a fragment begins that says something of a product named before: a verb without subject, "No more ..."."""
