"""Words in quotation marks that the text held of the work does not have.

A note, for what is held is an abstract as a rule and most quotations come from elsewhere in a work. Quotations of
fewer than six words may be anybody's figure of speech [house]. Standard: ICMJE "References"; JAMA attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.values import Flag, How

CODE = "quote-not-found"

SHORTEST = 6
"""Words of a quotation that is looked for."""
_QUOTED = lazily(r"“([^“”]{20,1000})”|\"([^\"]{20,1000})\"|«([^«»]{20,1000})»")
_OMITTED = lazily(r"\s*(?:\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.|\[[^\[\]]{1,60}\])\s*")
_WORD = lazily(r"[^\W_]+")
_DIRECT = frozenset({How.MARKER, How.NAMED, How.NOTE, How.LINK, How.EDITOR})


def check(findings: Findings) -> Iterator[Flag]:
    for sentence in findings.visible:
        links = findings.links_of(sentence.index)
        held = [findings.by_key[link.key].abstract for link in links if link.how in _DIRECT]
        if not held or len(held) < len(links) or not all(held):
            continue
        texts = [f" {_plain(text)} " for text in held]
        missing = [quote for quote in _quotes(sentence.text) if not any(_holds(text, quote) for text in texts)]
        if missing:
            yield raised(CODE, sentence=sentence.index, facts=[("quoted", quote[:200]) for quote in missing])


def _quotes(text: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        quote = next(part for part in match.groups() if part)
        if len(_WORD.findall(quote)) >= SHORTEST:
            yield quote


def _holds(text: str, quote: str) -> bool:
    """Whether every stretch of a quotation, between what it leaves out, stands in the text."""
    stretches = [_plain(part) for part in _OMITTED.split(quote)]
    return all(f" {stretch} " in text for stretch in stretches if stretch)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(re.sub(r"['’]", "", text).casefold()))
