"""What each sentence of a document says of the product it speaks of.

In: the document and its product mentions. Out: a Statement by the index of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from evidence.context import Product
from evidence.language.patterns import lazily
from evidence.language.visible_text import visible
from evidence.selling import stories
from evidence.selling.criteria.implied import of_name
from evidence.selling.passage import PRODUCT
from evidence.selling.statements import NOTHING, Statement, masked, statement
from evidence.selling.traps import claims_nothing
from evidence.values import Document, ProductMention, Sentence


def statements(
    document: Document, mentions: Sequence[ProductMention], products: Sequence[Product] = ()
) -> Mapping[int, Statement]:
    """What is said of products, for the sentences that speak of one.

    A name that itself tells of a disease is judged where it first stands (21 CFR 101.93(g)(2)(iv)(A)).
    """
    if not mentions:
        return {}
    shown = visible(document)
    found: dict[int, Statement] = {}
    for mention in mentions:
        names = names_of(mention, products)
        firms = _firms(mention, products)
        telling = of_name(mention.name) and mention.name
        for index in mention.sentences:
            if index in found:
                continue
            before = shown[index - 1].text if index and shown[index - 1].paragraph == shown[index].paragraph else ""
            named_here = bool(telling) and mention.name.lower() in shown[index].text.lower()
            said = _said(shown[index].text, names, before, mention.name if named_here else "", firms)
            found[index] = _told(said, mention.name)
            telling = "" if named_here else telling
        _tell_stories(found, mention, shown, names, firms)
    return found


def _tell_stories(
    found: dict[int, Statement],
    mention: ProductMention,
    shown: Sequence[Sentence],
    names: Sequence[str],
    firms: Sequence[str],
) -> None:
    """Where the sentences of a paragraph make a disease claim together, the first that speaks of the product has it."""
    done: set[int] = set()
    for index in mention.sentences:
        paragraph = shown[index].paragraph
        if paragraph in done:
            continue
        done.add(paragraph)
        told = _beside(shown, index)
        if any(found[one.index].disease for one in told if one.index in found):
            continue
        story = stories.told([one.text for one in told], names, firms)
        if story.disease:
            whole = found[index]._replace(
                criterion=story.criterion, disease=story.disease, certainty=story.certainty, silent=""
            )
            found[index] = _told(whole, mention.name)


def _told(said: Statement, name: str) -> Statement:
    """The statement with the product's name again where its words hold what stood for it."""
    words = (said.disease, said.benefit, said.rank, said.safety)
    if not any(PRODUCT in one for one in words):
        return said
    disease, benefit, rank, safety = (one.replace(PRODUCT, name) for one in words)
    return said._replace(disease=disease, benefit=benefit, rank=rank, safety=safety)


def _beside(shown: Sequence[Sentence], index: int) -> list[Sentence]:
    """The sentences of the paragraph that holds one, as far as they could be a story."""
    first, last = index, index + 1
    place = (shown[index].paragraph, shown[index].place)
    while first and (shown[first - 1].paragraph, shown[first - 1].place) == place and last - first <= stories.MOST:
        first -= 1
    while last < len(shown) and (shown[last].paragraph, shown[last].place) == place and last - first <= stories.MOST:
        last += 1
    return list(shown[first:last])


def _said(text: str, names: Sequence[str], before: str, name: str, firms: Sequence[str]) -> Statement:
    """The same for a row of a table, whose cells are read together and alone, unless one of them claims nothing."""
    cells = [cell.strip() for cell in text.split("|") if cell.strip()]
    if len(cells) < 2:
        return statement(text, names, before, name, firms)
    if all(_HEADS.fullmatch(masked(cell, names).strip("*_ :")) for cell in cells):
        return NOTHING  # the head of a table
    silent = next(filter(None, (claims_nothing(masked(cell, names)) for cell in cells)), "")
    if silent:
        return Statement(silent=silent)
    together = statement(", ".join(cells), names, before, name, firms)
    if together.disease:
        return together
    alone = (statement(cell, names, "", name, firms) for cell in cells)
    return next((found for found in alone if found.disease or (found.claims and not together.claims)), together)


_HEADS = lazily(
    rf"(?:our\s+|your\s+|the\s+)?(?:{PRODUCT}|products?|names?|conditions?|complaints?|problems?|symptoms?|ailments?|diseases?|illness(?:es)?|ingredients?|benefits?|effects?|results?|what(?:\s+it\s+does)?|how(?:\s+much|\s+often)?|why|who|when|dos(?:e|es|age)|amounts?|prices?|costs?|sizes?|before|after|with(?:out)?\s+{PRODUCT}|use|uses|features?|details|per\s+\w+|other\s+brands?|others|others?\s+products?|weeks?|days?)",
    re.IGNORECASE,
)
"""What stands in the head of a table and says nothing by itself."""


def names_of(mention: ProductMention, products: Sequence[Product]) -> tuple[str, ...]:
    """Every name that a product goes by, as found and as recorded."""
    recorded = _recorded(mention, products)
    return (mention.name, *mention.names, *(recorded.names if recorded else ()))


def _firms(mention: ProductMention, products: Sequence[Product]) -> tuple[str, ...]:
    """Who makes and who sells the product, as found and as recorded."""
    recorded = _recorded(mention, products)
    return (mention.seller, *((recorded.maker, recorded.seller) if recorded else ()))


def _recorded(mention: ProductMention, products: Sequence[Product]) -> Product | None:
    return next((product for product in products if mention.key and product.key == mention.key), None)
