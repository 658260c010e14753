"""Whether a text comes to an end: an item of a list or a heading mostly has no stop, a sentence has one."""

from __future__ import annotations

_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"”’')]*_"
"""What may stand behind a stop: signs that close a quotation, brackets and emphasis."""


def is_ended(text: str) -> bool:
    """Whether a stop stands at the end, signs that close something behind it left out of account."""
    return text.rstrip().rstrip(_CLOSERS).endswith(_STOPS)
