"""Names sentences and flags by what they are about, so that decisions hold exactly as long as that stays."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence


def of_words(text: str) -> str:
    """SHA-256 of a sentence's words; how they are spaced and broken into lines does not count."""
    return _digest([" ".join(text.split())])


def of_sentences(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Each sentence's fingerprint and which of its equals it is, counted from 0."""
    seen: Counter[str] = Counter()
    named = []
    for text in texts:
        fingerprint = of_words(text)
        named.append((fingerprint, seen[fingerprint]))
        seen[fingerprint] += 1
    return named


def of_flag(code: str, severity: str, subject: Sequence[str], works: Iterable[str]) -> str:
    """SHA-256 of a flag's code, severity, subject and works.

    `subject` is the sentence (fingerprint and occurrence), the reference or the product it is about. Severity
    belongs to it: what was accepted as a warning is not accepted as a blocker.
    """
    return _digest([code, severity, *subject, "works", *sorted(works)])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
