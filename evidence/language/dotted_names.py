"""Short names with dots in them, and the same names without: "U.S." and "US"."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_DOTTED = lazily(r"\b[A-Z]\.(?:\s?[A-Z]\.){1,4}(?![A-Za-z])")


def undotted(text: str) -> str:
    """A text in which short names have lost their dots: "US" for "U.S." and "U. S."."""
    return _DOTTED.sub(lambda match: re.sub(r"[.\s]", "", match.group()), text) if "." in text else text
