"""Reference lists in APA 7, AMA 11, NLM (Vancouver) and Chicago author-date (17th edition), out of CSL-JSON.

Whatever a record holds, what comes out is safe to put into a page: all text is escaped, titles keep <i>, <sub> and
<sup>, and links lead to http and https only.

In: CSL-JSON. Out: HTML. May not import: any other room of the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import nh3

from citations.styles import ama, apa, chicago, nlm
from citations.styles.work import Work


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name for people, how it writes one work, and whether its list is numbered or alphabetical."""

    name: str
    write: Callable[[Work], str]
    numbered: bool


STYLES: Mapping[str, Style] = {
    "apa": Style("APA 7", apa.write, numbered=False),
    "ama": Style("AMA 11", ama.write, numbered=True),
    "nlm": Style("NLM / Vancouver", nlm.write, numbered=True),
    "chicago": Style("Chicago author-date", chicago.write, numbered=False),
}

_ADDRESS = re.compile(r"https?://[^\s<>\"]+|\bdoi: ?(10\.\d{4,9}/[^\s<>\"]+)")


def reference(csl: Mapping[str, Any], style: str, *, links: bool = True) -> str:
    """One work as safe HTML. Raises KeyError for a style not known."""
    written = STYLES[style].write(Work(csl))
    written = _linked(written) if links else written
    return nh3.clean(
        written, tags={"a", "i", "sub", "sup"}, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel=None
    )


def reference_list(works: Iterable[Mapping[str, Any]], style: str, *, links: bool = True) -> list[str]:
    """Works as safe HTML, one each: as they come in numbered styles, by author, year and title in the others."""
    rows = list(works)
    if not STYLES[style].numbered:
        rows.sort(key=lambda csl: Work(csl).sort_key)
    return [reference(csl, style, links=links) for csl in rows]


def _linked(written: str) -> str:
    def link(match: re.Match[str]) -> str:
        shown = match[0].rstrip(".,;")
        rest = match[0][len(shown) :]
        address = f"https://doi.org/{match[1].rstrip('.,;')}" if match[1] else shown
        return f'<a href="{address}">{shown}</a>{rest}'

    return _ADDRESS.sub(link, written)
