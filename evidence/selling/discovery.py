"""Finds the products a text names or promotes, and the sentences that speak of each.

Products on record are found by their names, others by how selling is worded (`named`) and by the signs of the whole page
(`weighed`). A sentence belongs to a product that it names, that it goes on about ("It ...", "our capsules", "the
drops"), or below whose name it stands as a fragment. Source: standards.md C2, C5, C6 and C8.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from evidence.context import Product
from evidence.deadline import check, paced
from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.selling import going_on, own_offers, traps
from evidence.selling.goods import is_for_health
from evidence.selling.named import Found, brands
from evidence.selling.offers import OURS, offers
from evidence.selling.shop_links import links_to_goods, sells
from evidence.selling.statements import statement
from evidence.selling.weighed import FRAGMENT, weighed
from evidence.values import Document, ProductMention, Sentence

_REACH = 3
"""Sentences over which "it" still means the product named last [house]."""
_NEXT = 2
"""Sentences behind a name that still stand beside it, in a post about one product [house]."""
_PRONOUN = lazily(r"\W*(?:it|its|they|their)\b", re.IGNORECASE)
_LEVEL = lazily(r"\s*(#{1,6}|={1,6})\s")


@dataclass(slots=True, eq=False, repr=False)
class _Walk:
    """One walk over the sentences. Mutable while it lasts."""

    known: re.Pattern[str] | None
    products: Mapping[str, Product]
    unnamed: Mapping[str, Found]
    subject: str
    page_product: Found | None
    sold: bool
    only: bool
    """Whether the page knows of one product alone."""
    booked: bool = False
    """Whether the page takes bookings for what it offers."""
    found: dict[str, Found] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)
    current: str = ""
    age: int = 0
    context: tuple[int, str] = (-1, "")
    last: str = ""
    free: bool = False
    lined: Found | None = None
    """The product whose paragraph stands right before, or whose qualities are being listed."""
    opened: bool = True
    """Whether the words before a list announce what the product does; below others an item has to say it itself."""


def mentions(document: Document, products: Sequence[Product] = (), subject: str = "") -> tuple[ProductMention, ...]:
    """Products in the order of their first sentence. A sentence that goes on about one belongs to it too.

    `subject` is the key of the product that the whole text advertises: every sentence of it then speaks of it.
    """
    by_key = {product.key: product for product in products}
    sold = sells(document)
    unnamed = _unrecorded(document, products, sold)
    walk = _Walk(
        known=_known_names(products),
        products=by_key,
        unnamed=unnamed,
        subject=subject,
        page_product=_page_product(document, products, unnamed),
        sold=sold,
        only=len({row.name for row in unnamed.values()}) + len(products) == 1,
        booked=own_offers.books(document.text),
    )
    sections = _sections(document, walk)
    for sentence in paced(document.sentences):
        _step(walk, sentence, sections.get(sentence.index))
    return tuple(_mention(walk, key, row) for key, row in walk.found.items() if sold or _is_ours(document, walk, key))


def _is_ours(document: Document, walk: _Walk, key: str) -> bool:
    """Whether a product on a page that sells nothing has to do with health: a console or a car is none of ours."""
    if walk.found[key].key:
        return True
    return is_for_health(document.sentences[index].text for index in walk.places[key])


def _mention(walk: _Walk, key: str, row: Found) -> ProductMention:
    names = tuple(sorted(row.names - {row.name}))
    return ProductMention(row.name, row.key, tuple(walk.places[key]), row.seller, row.own, row.sold, names)


def _step(walk: _Walk, sentence: Sentence, section: Found | None) -> None:
    text = sentence.text
    if (sentence.paragraph, sentence.place) != walk.context:
        walk.context = (sentence.paragraph, sentence.place)
        new = True
    else:
        new = False
    ours = OURS.search(text)
    named = _named(text, walk)
    rows = named or _going_on(walk, text, sentence.place, ours, section, new) or _listed(walk, text, new)
    rows = rows or _of_the_page(walk, text, section) or _of_their_own(walk, text, sentence.place)
    check()  # a sentence may be as long as the text
    walk.age += 1
    if walk.current and walk.age >= _REACH and new and not rows and sentence.place == "" and not FRAGMENT.match(text):
        walk.current = ""
    if not rows and walk.current and traps.claims_nothing(text) == "fact":
        walk.current = ""  # "It" now means the disease
    leads = named and walk.free and not new and _leads_in(walk.last)
    if rows or (walk.lined is not None and new and not going_on.is_line(text)):
        walk.lined = rows[-1] if rows and not going_on.PICKS.search(text) else None
        if named or not going_on.is_line(text):
            walk.opened = not going_on.is_line(text) or section is not None or text.rstrip("*_ ").endswith(":")
    for row in rows:
        key = row.key or row.name.lower()
        kept = walk.found.setdefault(key, row)
        kept.own = kept.own or (ours is not None and walk.current in ("", key))
        kept.seller = kept.seller or row.seller
        walk.places.setdefault(key, []).extend([sentence.index - 1, sentence.index] if leads else [sentence.index])
        walk.current, walk.age = key, 0
    walk.last, walk.free = text, not rows


def _leads_in(text: str) -> bool:
    """Whether a sentence right before the name of a product speaks of it: "No more thrush! Thanks to ..."."""
    calls = (
        going_on.CALLS.match(text) or FRAGMENT.match(text) or going_on.QUOTED.search(text) or going_on.ON.match(text)
    )
    return calls is not None and not traps.asks(text) and _says(text)


def _going_on(
    walk: _Walk, text: str, place: str, ours: re.Match[str] | None, section: Found | None, new: bool
) -> list[Found]:
    """The product that a sentence without a name speaks of, if it speaks of one."""
    if walk.subject in walk.products and walk.subject:
        return [_of(walk.products[walk.subject])]
    check()
    of_section = section or walk.page_product
    current = walk.found.get(walk.current) if walk.current else None
    if ours or offers(text):
        return [current or of_section or _only_recorded(walk) or _unnamed(ours)]
    if current and not new and going_on.ON.match(text):
        return [current]
    near = current is not None and walk.age < _REACH
    if current and near and (going_on.THE_GOODS.search(text) or (going_on.IT.match(text) and _says(text))):
        return [current]
    if current and near and not new and going_on.PREFIXED.match(text):
        return [current]
    if current and near and current.own and walk.booked and own_offers.SERVED.search(text) and _says(text):
        return [current]
    if current and not new and walk.age < 1 and going_on.YOURS.match(text) and _says(text):
        return [current]
    picks = going_on.PICKS.search(text) if walk.sold else None
    if picks:
        said_of = current if current and near and not new else of_section or next(iter(walk.unnamed.values()), None)
        return [replace(said_of)] if said_of else []
    if current and (walk.age < 1 or section is current) and _is_fragment(text):
        return [current]
    if not of_section or not (walk.sold or section):
        return []
    if place or going_on.THE_GOODS.search(text) or _is_fragment(text):
        return [of_section]
    if (going_on.QUOTED.search(text) or going_on.CALLS.match(text) or traps.asks(walk.last)) and _says(text, walk.last):
        return [of_section]
    return []


def _is_fragment(text: str) -> bool:
    """Whether a sentence is one without a subject that claims something: "Relieves headaches fast."."""
    return FRAGMENT.match(text) is not None and _says(text)


def _of_the_page(walk: _Walk, text: str, section: Found | None) -> list[Found]:
    """The product that a page sells and no other, where a sentence claims something as advertisements do.

    On the page of one product all prose speaks for it; in a post that names one alone, what stands near its name does.
    """
    if not walk.sold or not walk.only or _PRONOUN.match(text):
        return []
    current = walk.found.get(walk.current) if walk.current and walk.age < _NEXT else None
    row = section or walk.page_product or current
    if row is None or _part_of(row.name, text):
        return []
    before = walk.last if len(walk.last) <= _SHORT else ""
    return [row] if statement(text, (row.name,), before).claims else []


def _of_their_own(walk: _Walk, text: str, place: str) -> list[Found]:
    """What the page offers without a shop ("our clinic cures …"), or goods without a name on a page that sells."""
    offered = own_offers.offered(text, walk.booked)
    if offered is None and walk.sold and not walk.products:
        offered = _only_goods(walk, text) or (own_offers.headed(text) if place else None)
    return [offered] if offered and statement(text, (offered.name, *offered.names)).claims else []


_NO_GOODS = lazily(
    r"\b(?:is|was|are|were|a|an|tests?|plans?|courses?|programmes?|programs?|bars?|kits?|bottles?)\b", re.IGNORECASE
)
"""What makes "this is a test" no name of goods."""


def _only_goods(walk: _Walk, text: str) -> Found | None:
    """The one product of a page that sells, or where none has a name, what the sentence calls it ("these capsules")."""
    goods = going_on.THESE_GOODS.match(text)
    if goods is None or _NO_GOODS.search(goods.group()):
        return None
    if walk.unnamed:
        rows = {row.name: row for row in walk.unnamed.values()}
        return replace(next(iter(rows.values()))) if len(rows) == 1 else None
    return Found(name=" ".join(goods.group().split()), sold=True)


def _part_of(name: str, text: str) -> bool:
    """Whether a sentence holds a word of the name and so speaks of what the product is made of ("GABA")."""
    return any(len(word) > 2 and _occurs(word, text) for word in re.split(r"[^\w'’-]+", name))


def _listed(walk: _Walk, text: str, new: bool) -> list[Found]:
    """The product whose qualities are listed, where a line of the list claims one."""
    if walk.lined is None or not new or not going_on.is_line(text) or not _says(text):
        return []
    if not (walk.opened or FRAGMENT.match(text) or going_on.FEATURE.match(text)):
        return []
    return [walk.lined]


def _says(text: str, before: str = "") -> bool:
    return _claims(text, before) if len(before) <= _SHORT else statement(text, (), before).claims


_MOST_NAMES = 40
"""Names of a page that each sentence is looked through for: a bound keeps reading linear [house]."""
_SHORT = 1000
"""Letters of a sentence that is remembered [house]."""


@remembered(1024, longest=_SHORT)
def _claims(text: str, before: str) -> bool:
    return statement(text, (), before).claims


def _unnamed(ours: re.Match[str] | None) -> Found:
    """The product of a sentence that sells without a name: what the text calls it."""
    name = ours.group() if ours else "an unnamed product"
    return Found(name=" ".join(name.split()), own=ours is not None, sold=True)


def _only_recorded(walk: _Walk) -> Found | None:
    """The product on record where there is one alone: "our capsules" beside it are that product."""
    rows = [product for product in walk.products.values() if product.sold_by_publisher is not False]
    return _of(rows[0]) if len(rows) == 1 and len(walk.products) == 1 else None


def _of(product: Product) -> Found:
    return Found(
        product.name, product.key, product.seller, product.sold_by_publisher is True, names=frozenset(product.names)
    )


# --- Which products there are --------------------------------------------------------------------------------


def _unrecorded(document: Document, products: Sequence[Product], sold: bool) -> dict[str, Found]:
    """Products that nobody recorded, by each of their names; one that a record's name covers is that record."""
    taken = {name.lower() for product in products for name in (product.name, *product.names)}
    found = brands(document)
    for sentence in paced(document.sentences):
        for name in own_offers.named(sentence.text):
            if name in found or len(found) < _MOST_NAMES:
                found.setdefault(name, Found(name=name, own=True))
    for row in weighed(document, sold, linked=sold or links_to_goods(document)):
        inside = next((name for name in found if _same(name, row)), "")
        if inside:
            found[inside].sold = True
            row = replace(found[inside], sold=True, names=row.names | {inside})
            found[inside] = row
        for name in row.names:
            found.setdefault(name, row)
    return {
        name: row
        for name, row in found.items()
        if not any(name.lower() in other or other in name.lower() for other in taken)
    }


def _same(name: str, row: Found) -> bool:
    """Whether a name is one of a product, or a longer or shorter form of one ("Kardia", "KardiaMobile")."""
    if name in row.names:
        return True
    short, long = sorted((name, row.name), key=len)
    return " " not in short and long.startswith(short) and not long[len(short) : len(short) + 1].islower()


def _known_names(products: Sequence[Product]) -> re.Pattern[str] | None:
    names = {name for product in products for name in (product.name, *product.names) if name.strip()}
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return lazily(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def _named(text: str, walk: _Walk) -> list[Found]:
    found: dict[str, Found] = {}
    for match in walk.known.finditer(text) if walk.known else ():
        called = match.group().lower()
        for product in walk.products.values():
            if called in {name.lower() for name in (product.name, *product.names)}:
                found[product.key] = _of(product)
    if found:
        return list(found.values())
    if not walk.unnamed:
        return []
    rows = {row.name: replace(row) for name, row in walk.unnamed.items() if _occurs(name, text)}
    return list(rows.values())


def _occurs(name: str, text: str) -> bool:
    words = name.split()
    if not words or words[0] not in text:
        return False
    return _pattern(name).search(text) is not None


@lru_cache(maxsize=512)
def _pattern(name: str) -> re.Pattern[str]:
    """The name with marks of trade between its words ("VPA® GABA")."""
    between = r"\s?[®™]?\s+"
    return re.compile(rf"(?<!\w){between.join(map(re.escape, name.split()))}(?!\w)")


def _page_product(document: Document, products: Sequence[Product], unnamed: Mapping[str, Found]) -> Found | None:
    """The product that the page is about: the one that its title or first heading names."""
    heads = [document.title, *(block.text for block in document.not_prose if block.kind == "title")]
    for head in filter(None, heads):
        for product in products:
            if any(_occurs(name, head) for name in (product.name, *product.names)):
                return _of(product)
        for name, row in unnamed.items():
            if _occurs(name, head) and row.sold:
                return replace(row)
    return None


def _sections(document: Document, walk: _Walk) -> dict[int, Found]:
    """The product whose name the heading above each sentence carries, by the sentence's index."""
    marks: list[tuple[int, int, list[Found]]] = []
    for block in document.not_prose:
        if block.kind == "heading":
            level = _LEVEL.match(block.text)
            marks.append((block.start, len(level.group(1)) if level else 2, _named(block.text, walk)))
    if not any(rows for _, _, rows in marks):
        return {}
    sections: dict[int, Found] = {}
    place, open_level = 0, 0
    open_row: Found | None = None
    for sentence in paced(document.sentences):
        while place < len(marks) and marks[place][0] <= sentence.start:
            _, depth, rows = marks[place]
            if rows:
                open_level, open_row = depth, rows[0]
            elif depth <= open_level:
                open_row = None
            place += 1
        if open_row is not None:
            sections[sentence.index] = open_row
    return sections
