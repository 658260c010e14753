"""Ranges whose two ends are links of their own: "[[1](#r1)–[4](#r4)]" names the works between them too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.language.patterns import lazily
from evidence.reading.marker_forms import DASHES
from evidence.values import Marker

_FROM_TO = lazily(rf"\]?\s?[{DASHES[1:]}-]\s?\[?")


def with_ranges(text: str, kept: Sequence[Marker]) -> Iterator[Marker]:
    """The markers, the first of two linked numbers with what lies between them: "[[1](#r1)–[4](#r4)]"."""
    for number, marker in enumerate(kept):
        behind = kept[number + 1] if number + 1 < len(kept) else None
        if behind is None or not (_is_number(marker) and _is_number(behind)) or marker.sentence != behind.sentence:
            yield marker
            continue
        first, last = int(marker.keys[0]), int(behind.keys[0])
        through = 1 < last - first <= _WIDEST and _FROM_TO.fullmatch(text[marker.end : behind.start])
        yield replace(marker, keys=tuple(map(str, range(first, last)))) if through else marker


_WIDEST = 60
"""Works of such a range [house], as between brackets."""


def _is_number(marker: Marker) -> bool:
    return (
        len(marker.keys) == 1 and marker.keys[0].isdecimal() and marker.text.rstrip(")").startswith(("[", "<a", "<sup"))
    )
