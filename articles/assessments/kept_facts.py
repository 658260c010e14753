"""What the engine is told besides a text, kept for as long as somebody types.

In: an article. Out: its works, products and page as the engine's values, asked of the database once in a while.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from articles.assessments import readings
from articles.assessments.product_names import Names
from articles.assessments.rows import Rows
from articles.models import Article
from evidence import Page, Source
from products.models import ProductDisclosure

SECONDS = 20
"""How long a change made elsewhere, such as a retraction, may go unseen while somebody types [house]. What is saved
is read with the rows as they stand, always."""
MOST = 64
"""Articles whose facts one process keeps [house]."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it but what depends on the words. `names` are those of the library's products."""

    works: tuple[Source, ...]
    disclosures: tuple[ProductDisclosure, ...]
    names: Names
    page: Page


_Key = tuple[int, int, date]
_kept: OrderedDict[_Key, tuple[float, Facts]] = OrderedDict()
_lock = threading.Lock()


def facts_of(article: Article, today: date) -> Facts:
    """The facts for this version of the article: those kept, or fresh ones where they are older than `SECONDS`."""
    key = (article.pk, article.version, today)
    now = time.monotonic()
    with _lock:
        since, facts = _kept.get(key, (0.0, None))
    if facts is not None and now - since < SECONDS:
        return facts
    facts = _fresh(article, today)
    with _lock:
        _kept[key] = (now, facts)
        _kept.move_to_end(key)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return facts


def _fresh(article: Article, today: date) -> Facts:
    rows = Rows(article)
    return Facts(
        readings.own_sources(rows),
        tuple(rows.disclosures),
        rows.names_on_record,
        readings.page_of(rows, today),
    )
