"""The sentences that tell readers what the publisher and the authors gain, out of the answers given. No guesses.

Each sentence is true whoever is who: the publisher of the page may sell the product itself, another firm may, or the
seller may be unknown (standards C1 to C4; 16 CFR 255.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ties:
    """What is known of one product on one page. `people` are names and employers of those who wrote it."""

    product: str
    publisher: str
    tie: str
    seller: str = ""
    maker: str = ""
    ours: bool = False
    authors: str = ""
    people: Sequence[tuple[str, str]] = ()

    @property
    def sold_by_us(self) -> bool:
        """Whether the product is the publisher's own, whichever tie was chosen: selling it is the graver one."""
        return self.tie == "own" or self.ours or same(self.publisher, self.seller) or same(self.publisher, self.maker)

    @property
    def other(self) -> str:
        """Another firm that sells or makes the product; "" where there is none but the publisher."""
        return next((firm for firm in (self.seller, self.maker) if firm and not same(firm, self.publisher)), "")


def same(one: str, other: str) -> bool:
    """Whether two names are one firm's: case, spaces and a full stop at the end set aside."""
    return bool(one.strip()) and _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")


def title(ties: Ties) -> str:
    """What stands in bold before the statement."""
    if ties.sold_by_us:
        return f"We {_does(ties)} {ties.product}."
    return {
        "affiliate": f"We earn money from {ties.product}.",
        "sponsored": f"The seller of {ties.product} paid for this article.",
        "free-goods": f"We were given {ties.product} free.",
    }.get(ties.tie, f"About {ties.product}.")


def statement(ties: Ties) -> str:
    """What we gain, then what the authors do."""
    if not ties.tie:
        return f"What we gain from {ties.product} has not been stated."
    return " ".join(part for part in (_ours(ties), *_employed(ties), _authors(ties)) if part)


def _does(ties: Ties) -> str:
    """What the publisher does with the product, as far as the names on record say."""
    makes, sells = same(ties.publisher, ties.maker), same(ties.publisher, ties.seller)
    if makes and sells:
        return "make and sell"
    if makes and ties.seller:
        return "make"
    return "sell" if sells or ties.ours else "make or sell"


def _ours(ties: Ties) -> str:
    if not ties.sold_by_us:
        return _not_ours(ties)
    does = {"make and sell": "makes and sells", "make": "makes", "sell": "sells"}.get(_does(ties), "makes or sells")
    first = f"{ties.publisher} publishes this page, and {does} {ties.product}."
    if not ties.other:
        return first
    return f"{first} It is {'sold' if same(ties.other, ties.seller) else 'made'} by {ties.other}."


def _not_ours(ties: Ties) -> str:
    firm, product = ties.seller or ties.maker, ties.product
    return {
        "affiliate": f"We earn money if you buy {product}{f' from {ties.seller}' if ties.seller else ''} "
        "through this page.",
        "sponsored": f"{firm or f'The seller of {product}'} paid for this article, "
        f"which names {f'its product {product}' if firm else 'it'}.",
        "free-goods": f"{firm} gave us {product} free of charge."
        if firm
        else f"We were given {product} free of charge.",
    }.get(ties.tie, f"We have no tie to {product}{f' or to {firm}, which sells it' if ties.seller else ''}.")


def _employed(ties: Ties) -> list[str]:
    """Contributors who work for whoever sells or makes the product; of the publisher's own staff the page says so."""
    firms = [firm for firm in (ties.seller, ties.maker) if firm and not same(firm, ties.publisher)]
    return [
        f"{name} works for {next(firm for firm in firms if same(firm, employer))}."
        for name, employer in dict.fromkeys(ties.people)
        if any(same(firm, employer) for firm in firms)
    ]


def _authors(ties: Ties) -> str:
    said = ties.authors.strip()
    if not said:
        return ""
    if said.rstrip(".").casefold() != "none":
        return f"Authors' ties to it: {said}"
    if _employed(ties):
        return "No author states another tie to it."
    return "No author has a tie to it."
