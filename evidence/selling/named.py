"""Names of products that nobody recorded, found by how selling words follow a capitalised name.

Source: standards.md C2. A product is only ever *found* here; who sells it is asked (C1).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import Cue, Cues, any_of, lazily
from evidence.language.remembered import remembered
from evidence.selling.lexicon import ILL, MEDICAL, of_kind
from evidence.selling.ordinary import is_ordinary
from evidence.selling.unsold_names import GLUED
from evidence.values import Document

_FORM = (
    r"(?:Supplements?|Probiotics?|Prebiotics?|Synbiotics?|Formulas?|Formulations?|Capsules?|Gummies|Powder|Blend|Drops|Oils?|Serum|"
    r"Cream|Balm|Tincture|Tablets?|Multivitamins?|Vitamins?|Complex|Softgels?|Tonic|Elixir|Shake|Bars?|Patch(?:es)?|Spray|Lozenges?|Kit|System|Protocol|Tea|Monitor|Tracker|Lotion|Gel|Ointment)"
)
# No word of a name is longer, and the bound keeps "1-1-1-…", at each digit of which a word begins, linear.
_CAPITAL = r"(?:[A-Z][\w'’®™&+-]{0,80}+|\d[\w-]{0,80}+)"
_GOODS_OF = r"capsules?|tablets?|gummies|drops|syrup|teas?|creams?|gels?|balms?|lotions?|serums?|oils?|ointments?|sprays?|patch(?:es)?|sachets?|bars?|apps?|devices?|lamps?|belts?|insoles?|bracelets?|kits?|tests?|programmes?|programs?|plans?|courses?|formulas?|supplements?|honey|kefir|drinks?|shots?|trackers?|monitors?|wearables?|powders?|tinctures?|tonics?|probiotics?|pills?|lozenges?|remed(?:y|ies)|masks?|pillows?|mattress(?:es)?"
_SELLS = (
    r"(?:promotes?|supports?|helps?|is|are|was|delivers?|provides?|contains?|offers?|combines?|features?|boosts?|works?|improves?|restores?|gives?|keeps?|"
    r"relieves?|fights?|reduces?|protects?|can|may|will|has|uses?|comes?)"
)
# The opening phrase before a selling verb, in which a brand is looked for; bounded, so that reading stays linear.
_APPOSITION = lazily(
    rf"\b(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}}),\s+(?P<kind>{_CAPITAL}(?:[ ](?:{_CAPITAL}|of|for|and|&)){{0,7}}?[ ]{_FORM})\b,?\s+{_SELLS}\b"
)
_BRANDED = lazily(rf"\b(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{1,6}}?[ ]{_FORM})\b,?\s+{_SELLS}\b")
_COINED = lazily(
    rf"\b(?P<name>(?!(?:This|That|These|Those|The|And|With|For|Our|Your|What|How)[A-Z]|(?:Mc|Mac|PubMed|YouTube|LinkedIn|WhatsApp|TikTok|PayPal|GitHub|MedLine|PloS|BioMed|WebMD|HealthLine)[A-Za-z]*\b)"
    rf"[A-Z][a-z]+[A-Z][a-z]\w*\+?(?:[ ]{_CAPITAL}){{0,2}}?)\s+{_SELLS}\b"
)
_CALLED_PRODUCT = Cue(
    rf"\b(?P<name>{_CAPITAL}(?:[ ](?:{_CAPITAL}|[A-Z][a-z]*\+)){{1,3}})\s+(?:is|are)\s+an?\s+(?:[\w-]+\s+){{0,5}}?"
    r"(?:probiotic|synbiotic|prebiotic|supplement|multivitamin|formula|blend|suppository|softgel|gummy)\b",
    re.NOFLAG,
)
_HOLDS = Cue(
    rf"\b(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{1,3}})\s+(?:contains?|combines?|offers?|features?|delivers?|provides?|packs?)\s+(?:\w+[\s-]+){{1,8}}?(?:probiotics?|strains|blend|formula|capsules|vitamins|minerals|extracts?|mg|CFU|adaptogens?|botanicals|probiotic)\b",
    re.NOFLAG,
)
_MAKER = Cue(
    rf"\b(?:discovered|recommend|swear\s+by|(?:order|bought|buy)\s+from|came\s+across|fell\s+in\s+love\s+with)\s+(?P<name>(?!Essential|Fish|Omega|Cod|Coconut|Olive|Green|Black|Herbal)(?:{_CAPITAL}[ ]){{1,3}}"
    r"(?:Oils|Teas|Naturals|Organics|Botanicals|Remedies|Herbals|Nutrition|Supplements|Vitamins|Labs|Apothecary|Skincare))\b",
    re.NOFLAG,
)
_SMALL = Cue(
    r"(?<![\w-])(?P<name>(?P<first>[a-z][a-z'’-]{1,20})\s+(?:organics|naturals|botanicals|nutraceuticals|labs|nutritionals|apothecary))\s+(?P<goods>(?:[\w-]+\s+){0,2}?(?:powders?|supplements?|capsules?|gummies|oils?|teas?|vitamins?|probiotics?|creams?|serums?|products?|blends?|drops))\b",
    re.NOFLAG,
)
"""A maker whose name nobody wrote with capitals ("the ora organics protein powder")."""
_TRADEMARK = lazily(
    r"\b(?P<name>[A-Z][\w'’&+-]{0,80}+(?:[ ](?:[A-Z][\w'’&+-]{0,80}+|\d[\w-]{0,80}+)){0,3}\s?[®™](?:[ ](?:[A-Z][\w'’&+-]{0,80}+|\d[\w-]{0,80}+)){0,3})"
)
_STARTERS = frozenset(
    "a all also an and best both but each every for her his how if in it its many most my no one our some that the their these they this those what when why with women's men's your overall however finally additionally furthermore moreover conclusion unfortunately personally honestly ultimately meanwhile trying using applying adding wearing".split()
)
_CALLS = frozenset(
    "meet try discover introducing get buy order say hello use take love choose with new presenting enter welcome grab shop add start ask thanks thank since after from like".split()
)
"""Words that call to a product and are none of its name ("Meet Corvallo™")."""
_INTRODUCED = lazily(
    rf"(?:^|[.!?:]\s+|[*_#]\s*)(?i:meet|introducing|presenting|discover|try|say\s+hello\s+to|enter)\s+(?:(?i:our|the|new|all-new)\s+){{0,2}}(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}})(?:[®™]|,\s+(?i:the|a|an|our|your)\s+(?:[\w'’-]+\s+){{0,6}}?(?i:{_GOODS_OF})\b|\s*[:–—]\s*\w|\s+(?i:for|against)\s+(?P<ill>[\w' ’-]{{3,40}}))"
)
_PRACTICES = frozenset(
    "pilates feldenkrais ayurveda reiki qigong zumba yoga hydrotherapy mindfulness acupuncture epsom tylenol advil nhs".split()
)
_MOST_BRANDS = 30  # every sentence is tested for every brand: a bound keeps reading linear


@dataclass(slots=True)
class Found:
    """A product while it is collected. `names` are the other ways it is called, `sold` that the page sells it."""

    name: str
    key: str = ""
    seller: str = ""
    own: bool = False
    sold: bool = False
    names: frozenset[str] = field(default_factory=frozenset)


def brands(document: Document) -> dict[str, Found]:
    """Products by name, as the prose words them."""
    found: dict[str, Found] = {}
    for sentence in paced(document.sentences):
        if sentence.place:
            continue  # capital letters of a heading make no brand
        for brand in _brands_in(sentence.text):
            if len(found) < _MOST_BRANDS:
                _keep(found, brand)
    return {name: brand for name, brand in found.items() if not _is_part(name, document.text)}


def _is_part(name: str, text: str) -> bool:
    """Whether a name is that of a technology inside other goods ("ViaCap delivery technology")."""
    return re.search(rf"(?<!\w){re.escape(name)}[®™]?\s+(?:delivery|technolog(?:y|ies))\b", text) is not None


def _keep(found: dict[str, Found], brand: Found) -> None:
    """Keeps a name; one that begins with another ("Seed VS-01 Synbiotic") is the same product under a longer name."""
    if brand.name in found:
        return
    first = brand.name.split()[0]
    for other in list(found.values()):
        longer, shorter = sorted((other.name, brand.name), key=len, reverse=True)
        if longer.startswith(shorter + " ") and (" " in shorter or not first.isalpha()):
            other.names |= {brand.name}
            found[brand.name] = other
            return
    found[brand.name] = brand


def _brands_in(text: str) -> Iterator[Found]:
    return (replace(brand) for brand in _known_in(text))


@remembered(512, longest=1000)
def _known_in(text: str) -> tuple[Found, ...]:
    return tuple(_brands(text))


def _brands(text: str) -> Iterator[Found]:
    worded = _WORDED.found(text)
    if not (worded or _is_coined_within(text)):
        return  # the usual case
    apposed = list(_APPOSITION.finditer(text)) if "form" in worded else []
    for match in apposed:
        name = _trimmed(match.group("name"))
        if name and not is_generic(name):
            yield Found(name=name, seller=_seller(match.group("kind")))
    for match in _SMALL.finditer(text) if "small" in worded else ():
        if not is_ordinary(match.group("first")):
            whole = f"{match.group('name')} {match.group('goods')}"
            yield Found(name=match.group("name"), names=frozenset({whole}))
    for match in _INTRODUCED.finditer(text) if "called to" in worded else ():
        name = _trimmed(match.group("name"))
        ill = match.group("ill")
        if not name or not _is_coined(name) or (ill is not None and not of_kind(ill, *ILL, "natural", "body")):
            continue
        yield Found(name=name)
    for pattern in () if apposed else _likely(text, worded):
        for match in pattern.finditer(text):
            name = _trimmed(match.group("name"))
            if name and not is_generic(name):
                yield Found(name=name)


def _is_coined(name: str) -> bool:
    """Whether a name holds a word that no dictionary has, and is neither a drug nor a way of exercise."""
    words = [word for word in name.split() if word.lower() not in _PRACTICES]
    return any(not is_ordinary(word) and not of_kind(word, *MEDICAL) and len(word) > 2 for word in words)


_CAPITAL_INSIDE = lazily(r"[A-Z](?<=[a-z][A-Z])[a-z]")
_LED: Mapping[str, Cue] = {"called": _CALLED_PRODUCT, "holds": _HOLDS, "made": _MAKER}
_WORDED = Cues(
    {
        "form": Cue(rf"[ ]{_FORM}\b", re.NOFLAG),
        "small": _SMALL,
        "called to": any_of("meet|introducing|presenting|discover|try|hello|enter"),
        **_LED,
    }
)
"""Wordings that a sentence is looked through for at once, since most have none."""


def _is_coined_within(text: str) -> bool:
    """Whether a text has a sign of trade or a capital inside of a word."""
    return "®" in text or "™" in text or _CAPITAL_INSIDE.search(text) is not None


def _likely(text: str, worded: Collection[str]) -> Iterator[Cue | re.Pattern[str]]:
    """The patterns of which something stands in the text that they cannot do without: a quick look before the long one."""
    if "form" in worded:
        yield _BRANDED
    if "®" in text or "™" in text:
        yield _TRADEMARK
    if _CAPITAL_INSIDE.search(text):
        yield _COINED
    yield from (cue for name, cue in _LED.items() if name in worded)


_PARTNERS = frozenset(
    {"amazon", "affiliate", "affiliates", "associate", "associates", "partner", "partners", "program"}
)
"""Words of which a partner of a shop is called, who sells and is not sold ("As an Amazon Affiliate™ ...")."""


def _trimmed(name: str) -> str:
    words = re.sub(r"\s?[®™]", "", name).split()
    while words and words[0].lower() in _STARTERS:
        words.pop(0)
    while len(words) > 1 and words[0].lower() in _CALLS:
        words.pop(0)
    if any(GLUED.search(word) for word in words):
        return ""
    return "" if _PARTNERS.issuperset(word.lower() for word in words) else " ".join(words)


_COUNTED = lazily(r"\d{1,3}\s+[A-Z][a-z]+s\b")
"""How a headline begins that counts ("5 Reasons Vegetable Oil ..."), which is no name."""


def is_generic(name: str) -> bool:
    """Whether every word is a plain word of health prose ("Vitamin D Supplements"): no brand then."""
    if _COUNTED.match(name):
        return True
    return all(
        vocabulary.is_health(word.lower()) or len(word) < 2 or word[0].isdigit() or (word.isupper() and len(word) < 4 and name == word)
        for word in name.split()
    )  # fmt: skip


def _seller(kind: str) -> str:
    """The leading words of "Maker Women's Health Probiotic Supplement" that are no plain health words."""
    maker: list[str] = []
    for word in kind.split():
        plain = word.lower().replace("’", "'").removesuffix("'s")
        if vocabulary.is_health(plain) or plain in _STARTERS or plain in {"daily", "advanced", "natural", "organic"}:
            break
        maker.append(word.removesuffix("'s").removesuffix("’s"))
    return " ".join(maker)
