"""Our own sentences about invented products, each set into pages as shops, blogs and advertisements write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence import pipeline
from evidence.context import Disclosure, Page, Product
from evidence.reading import documents
from evidence.values import Assessment

FILE = Path(__file__).with_name("product_sentences.jsonl")
_DAY = date(2026, 11, 29)


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence. `text` holds {B} for the brand; `label` is disease, structure, benefit, comparison, safety, plain
    or trap; `criterion` the number in 101.93(g)(2) of a disease claim; `form` what the goods are called ("capsules").
    `first` is what the rules said of it before they were mended on it (see `statements.verdicts`), "" where they were
    made on it: weights on the rules are learned from the others alone.
    """

    brand: str
    goods: str
    form: str
    split: str
    label: str
    text: str
    criterion: str = ""
    first: str = ""

    @property
    def claims(self) -> bool:
        return self.label not in ("plain", "trap")

    @property
    def swallowed(self) -> bool:
        return self.goods in ("supplement", "tea", "food")


def rows(split: str = "") -> list[Row]:
    """The sentences of a split ("dev" or "test"; those of whole brands), or all."""
    return [row for row in read_rows(FILE) if split in ("", row.split)]


def read_rows(file: Path) -> list[Row]:
    """Every sentence of a file, one JSON object a line."""
    return [Row(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]


# --- Pages -------------------------------------------------------------------------------------------------------


def named(row: Row) -> str:
    """The sentence with the product's name, alone."""
    return row.text.replace("{B}", row.brand)


def advertisement(row: Row) -> str:
    """The sentence with the product's name, in an advertisement for it."""
    return f"{row.brand}\n\n{named(row)}\n"


def it(row: Row) -> str:
    """The name is given first; the sentence goes on with "It"."""
    text = row.text
    text = re.sub(r"^\{B\}(?=\s)", "It", text)
    return f"{row.brand} is new in our range. {text.replace('{B}', row.brand)}"


def bullet(row: Row) -> str:
    """An item of a list under the name."""
    return f"{row.brand}:\n\n- Comes with a leaflet.\n- {_bare(row)}\n"


def heading(row: Row) -> str:
    """A heading under the name."""
    return f"# {row.brand}\n\nOur {row.form} are made here.\n\n## {_bare(row)}\n\nOrder {row.brand} now.\n"


def table(row: Row) -> str:
    """A row of a table under the name."""
    rows = f"| What | How |\n|---|---|\n| Effect | {_bare(row)} |"
    return f"# {row.brand}\n\nOur {row.form} are made here.\n\n{rows}\n\nOrder {row.brand} now.\n"


def shop(row: Row) -> str:
    """A shop's page on a product that nobody recorded."""
    slug = row.brand.lower().replace(" ", "-")
    return (
        f"# {row.brand}\n\n{row.brand} is what our shop is known for. It comes in paper that can be recycled.\n\n"
        f"{named(row)}\n\n[Buy {row.brand} now](https://shop.example/products/{slug})\n"
    )


def post(row: Row) -> str:
    """An affiliate's post about a product that nobody recorded."""
    return (
        f"# What I keep in the cupboard\n\nReaders ask what I use at home. This week it is {row.brand}, which a friend "
        f"gave me.\n\n{named(row)}\n\nYou can order {row.brand} [here](https://partner.example/item?tag=home-21), and "
        "I earn a small commission.\n"
    )


def _bare(row: Row) -> str:
    """The sentence without the name where the name opens it."""
    text = re.sub(r"^\{B\}(?:[:,]\s*|\s+)", "", row.text)
    text = text.replace("{B}", row.brand)
    return text[:1].upper() + text[1:]


FORMS: Mapping[str, Callable[[Row], str]] = {
    "named": named,
    "advertisement": advertisement,
    "it": it,
    "bullets": bullet,
    "headings": heading,
    "tables": table,
    "shop page": shop,
    "affiliate post": post,
}
ADVERTISING = ("advertisement", "bullets", "headings", "tables")
RECORDED = ("named", "advertisement", "it", "bullets", "headings", "tables")


def judged(row: Row, form: str) -> tuple[Assessment, frozenset[str]]:
    """The engine's answer on a page, and the codes raised on the sentence in question (and where there is none, ())."""
    text = FORMS[form](row)
    product = Product("p", row.brand, maker="Maker", seller="Shop", sold_by_publisher=True, supplement=row.swallowed)
    page = Page(disclosures=(Disclosure("p", answered=True, placed_before=True),))
    known = form in RECORDED
    answer = pipeline.assess(
        documents.read(text, "markdown", advertisement=form in ADVERTISING),
        (),
        [product] if known else (),
        today=_DAY,
        page=page if known else None,
        advertised="p" if form in ADVERTISING else "",
    )
    spots = [(text.find(part), text.find(part) + len(part)) for part in _parts(row, text)]
    codes = {
        flag.code
        for found in answer.sentences
        for flag in found.flags
        if any(found.sentence.start < end and start < found.sentence.end for start, end in spots)
    }
    return answer, frozenset(codes)


def _parts(row: Row, text: str) -> Iterator[str]:
    for part in (named(row), _bare(row), re.sub(r"^\{B\}(?=\s)", "It", row.text).replace("{B}", row.brand)):
        if part in text:
            yield part
            return
