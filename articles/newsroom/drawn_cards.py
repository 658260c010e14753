"""Cards as HTML, each drawn once in a process: a desk is opened again after each save, and few of its cards changed."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.newsroom.cards import Card

HELD = 2_000
"""Cards that a process keeps drawn [house], about a kilobyte each: those of some thirty articles."""


@lru_cache(maxsize=HELD)
def drawn(card: Card, *, may_decide: bool, may_write: bool) -> SafeString:
    """The card for somebody who may decide on flags or not, write or not. All that it shows is in its values."""
    shown = {"card": card, "may_decide": may_decide, "may_write": may_write}
    return render_to_string("newsroom/card.html", shown)
