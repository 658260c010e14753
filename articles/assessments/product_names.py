"""Which products of the library a text names, without a look at each of them.

In: a text. Out: the numbers of the products that it names, or whose class it names where we sell them. The names are
laid by once for each state of the library: thousands of products, each with a pattern of its own, took longer than the
reading of the article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from products.models import Product

NAMED_BY = ("pk", "name", "names", "classes", "sold_by_publisher")
_WORD = re.compile(r"\w+")
_AS_I = str.maketrans({"İ": "i", "ı": "i"})
"""Letters that patterns without regard to case take for an i, and casefold does not."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all products: by the first word of each, and those that begin with none in plain letters."""

    by_word: dict[str, tuple[int, ...]]
    others: tuple[int, ...]
    of_product: dict[int, tuple[str, ...]]

    def named_in(self, text: str) -> set[int]:
        """The products that the text names. Only those with a first word in it are looked for."""
        words = {_folded(word) for word in _WORD.findall(text)}
        words |= {word[:-1] for word in words if word.endswith("s")} | {
            word[:-2] for word in words if word.endswith("es")
        }
        likely = {pk for word in words & self.by_word.keys() for pk in self.by_word[word]}
        return {pk for pk in likely.union(self.others) if _pattern(self.of_product[pk]).search(text)}


def names_on_record() -> Names:
    """The names as they stand now, from what was laid by where they are the same. One query, and one more where not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT md5(string_agg(ROW(id, name, names, classes, sold_by_publisher)::text, '' ORDER BY id))"
            " FROM products_product"
        )
        return _laid_by(cursor.fetchone()[0] or "")


@lru_cache(maxsize=2)
def _laid_by(state: str) -> Names:
    """`state` is the hash of all that is read here."""
    return laid_out(Product.objects.order_by("pk").values_list(*NAMED_BY))


def laid_out(rows: Iterable[tuple[int, str, list[str], list[str], bool | None]]) -> Names:
    """The rows of products, each as NAMED_BY has it, for looking up.

    A product that the publisher sells also counts when the text speaks of its class (standards.md C2).
    """
    by_word: dict[str, list[int]] = defaultdict(list)
    others: list[int] = []
    of_product: dict[int, tuple[str, ...]] = {}
    for pk, name, names, classes, sold in rows:
        wanted = tuple(one.strip() for one in (name, *names, *(classes if sold else ())) if one.strip())
        if not wanted:
            continue
        of_product[pk] = wanted
        firsts = [_WORD.match(one) for one in wanted]
        if all(first and first[0].isascii() for first in firsts):
            for word in {_folded(first[0]) for first in firsts if first}:
                by_word[word].append(pk)
        else:
            others.append(pk)
    return Names({word: tuple(found) for word, found in by_word.items()}, tuple(others), of_product)


def _folded(word: str) -> str:
    return word.translate(_AS_I).casefold()


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the names as words of their own, their plurals too."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:s|es)?(?!\w)", re.IGNORECASE)
