"""Whether a text comes to an end: an item of a list or a heading mostly has no stop, a sentence has one."""

from __future__ import annotations

_STOPS = (".", "!", "?", "…")
CLOSERS = "\"”’')]"
"""Signs that close a quotation or a bracket behind a stop."""
_MARKED = f"{CLOSERS}*_"
"""The same with signs of emphasis."""


def is_ended(text: str, closers: str = _MARKED) -> bool:
    """Whether a stop stands at the end, signs that close something behind it (`closers`) left out of account."""
    return text.rstrip().rstrip(closers).endswith(_STOPS)
