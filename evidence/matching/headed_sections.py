"""Sections whose heading names their source: by a link on its title, by a mark, or in words.

Source: standards.md A3.2: "a section that names its source once (heading …) covers its items". The parts of a section
under headings of a lower rank belong to it. What a heading names in words is a study of the list ("Lee et al. (2014)",
"How naps work (2024 systematic review)"); what speaks there of other studies or starts another subject does not stand
on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import takewhile

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.cues import has_verb
from evidence.context import Source
from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching import authors_remarks
from evidence.matching import inheritance_cues as cues
from evidence.matching.coverage import points_back
from evidence.matching.linked_titles import Reach
from evidence.matching.suggestions import stems
from evidence.matching.web_addresses import page_key
from evidence.reading import footnotes
from evidence.references.identifiers import work_key
from evidence.values import Block, Document, How

Named = Callable[[str], Sequence[tuple[str, str, str]]]
"""Key, words and title of each source that a heading names in words."""

_ADDRESS = r"https?://[^\s()<>]{1,1000}(?:\([^\s()<>]{1,200}\)[^\s()<>]{0,300})?"
_LINK = (
    rf"\[(?P<label>[^\[\]\n]{{1,300}})\]\(\s?<?(?P<url>{_ADDRESS})>?[^()\n]{{0,200}}\)"
    r"|<a\b[^<>]{0,1000}?\bhref=[\"']?(?P<href>https?://[^\s\"'<>]{1,1000})[^<>]{0,1000}>(?P<words>[^<]{1,300})</a>"
)
LINKS = lazily(_LINK)
_DATED_TITLE = lazily(
    rf"[#\s*_\d.]{{0,16}}(?:{_LINK})[*_]{{0,3}}(?:,?\s{{1,3}}by\s[^()\n]{{2,60}})?\s{{0,3}}"
    r"\((?:18|19|20)\d\d\)(?:\s\([\w ]{2,20}\))?\W{0,4}"
)
"""A heading that is the linked title of a book or paper with its year: "#### [Strong Tea](address) (1962) (PDF)"."""
_BARE = lazily(r"(?<![(\[\"'=<])\bhttps?://[^\s<>()\[\]\"']{4,1000}")
"""An address that stands in a heading as it is."""
_NOTES = lazily(r"\[\^([^\[\]\s]{1,60})\]")
_NUMBERS = lazily(r"\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,10})\](?!\()|<sup>\[?(\d{1,3})\]?</sup>")
_HASHES = lazily(r"[ \t>]{0,6}(#{1,6})")
_BIDS = lazily(
    r"\W*(?:(?:so|then|also|please|just|always|never|instead),?\s+)*(?:take|avoid|buy|try|use|eat|drink|stop|start|order|ask|talk|choose|add|never|always)\b"
    r"|.{0,200}?\b(?:you|we|everyone|everybody|readers|patients)\s+(?:should|must|ought|need\s+to|have\s+to)\b"
    r"|.{0,200}?\b(?:our|my)\s",
    re.IGNORECASE,
)
"""Advice to the reader and the author's own affairs: no part of what a study told."""
_RESULT = lazily(
    r"\W*(?:(?:significantly|markedly|slightly)\s+)?(?:improved|reduced|lowered|increased|decreased|raised|eased|slowed|shortened|lengthened"
    r"|boosted|halved|doubled)\s+(?!(?:by\s+)?(?:our|your|my|its)\b)[\w-]+",
    re.IGNORECASE,
)
"""A result told without who had it, as items of a study are: "Improved sleep and mood"."""
_LOWEST = 7
"""The rank of headings that are only set in bold: below all that have a rank of their own."""


def under_headings(
    document: Document, starts: Sequence[int], resolve: Callable[[str], Source | None], named: Named
) -> Iterator[Reach]:
    """Sections under headings that lead to works, as places with their sources; of the title, all of the page.

    `starts` are the places where sentences begin.
    """
    heads = [block for block in document.not_prose if block.kind in ("heading", "title", "reference-list")]
    for number, block in enumerate(heads):
        if block.kind == "reference-list":
            continue
        links = list(heading_works(document, block, resolve))
        in_words = [] if links or block.kind == "title" else list(named(block.text.strip("#*_ =-\n")))
        if not links and len(in_words) != 1:
            continue
        end = _end(document, heads[number + 1 :], block)
        places: Sequence[int] = range(bisect_left(starts, block.end), bisect_left(starts, end))
        for key, words, title in () if links else in_words:
            places, links = _of_the_study(document, places, stems(f"{block.text} {title}")), [(key, words)]
        yield How.INHERITED, places, links
        yield How.INHERITED, _quoted_first(document, places), links


_APART = (_BIDS.match, cues.NEW_SUBJECT.match, cues.speaks_of_others, authors_remarks.finds_fault)


def _quoted_first(document: Document, places: Sequence[int]) -> Sequence[int]:
    """The places of the quotation that a section opens with: it is of the work, however long the section is."""
    quoted = list(takewhile(lambda place: _is_quoted(document, document.sentences[place].start), places))
    return quoted if len(quoted) < len(places) else ()


def _is_quoted(document: Document, start: int) -> bool:
    return document.text.startswith(">", line_start(document.text, start))


def _end(document: Document, later: Sequence[Block], block: Block) -> int:
    """Where the section of a heading ends: at the next one of its rank or above."""
    for head in later:
        if head.kind == "reference-list" or (block.kind == "heading" and _rank(head) <= _rank(block)):
            return head.start
    return len(document.text)


def _rank(block: Block) -> int:
    hashes = _HASHES.match(block.text)
    if hashes:
        return len(hashes[1])
    under = block.text.rstrip().rpartition("\n")[2].strip()
    return {"=": 1, "-": 2}.get(under[:1], _LOWEST) if under and not under.strip("=-") else _LOWEST


def _of_the_study(document: Document, places: Sequence[int], topic: Collection[str]) -> Sequence[int]:
    """The places of sentences that bid nothing and speak of no other study or subject than the heading and its work."""
    texts = ((place, document.sentences[place].text) for place in places)
    return [place for place, text in texts if _tells_of(text, topic) and not any(says(text) for says in _APART)]


def _tells_of(text: str, topic: Collection[str]) -> bool:
    """Whether a sentence is on the topic, points back, tells of those who were studied or is a bare name."""
    bare = not (has_verb(text) or ASSERTS.search(text) or BENEFIT.search(text))
    if bare or _RESULT.match(text) or stems(text).intersection(topic) or points_back(text):
        return True
    return cues.PEOPLE.search(text) is not None and cues.TOLD.search(text) is not None


def heading_works(
    document: Document, block: Block, resolve: Callable[[str], Source | None]
) -> Iterator[tuple[str, str]]:
    """Key and words of the sources that a heading or title leads to."""
    for match in _NOTES.finditer(block.text):
        for name in footnotes.works_of_note(document, match[1]):
            if source := resolve(name):
                yield source.key, match.group()
    dated = _DATED_TITLE.fullmatch(block.text.strip()) is not None
    for match in LINKS.finditer(block.text):
        url = match["url"] or match["href"]
        key = work_key(url) or (page_key(url) if dated else "")
        if key and (source := resolve(key)):
            yield source.key, match["label"] or match["words"]
    for match in _BARE.finditer(block.text):
        key = work_key(match.group())
        if key and (source := resolve(key)):
            yield source.key, match.group()
    for match in _NUMBERS.finditer(block.text):
        for name in re.findall(r"\d+", match[1] or match[2] or ""):
            if source := resolve(name):
                yield source.key, match.group()


def heading_links(document: Document, own: Collection[str] = ()) -> Iterator[tuple[int, str, str]]:
    """Place, key and words of the links to works in headings and in the title; `own` are hosts that are no sources."""
    for block in document.not_prose:
        if block.kind not in ("heading", "title") or "http" not in block.text:
            continue
        dated = block.kind == "heading" and _DATED_TITLE.fullmatch(block.text.strip()) is not None
        for match in LINKS.finditer(block.text):
            url = match["url"] or match["href"]
            if key := work_key(url) or (page_key(url, own) if dated else ""):
                yield block.start + match.start(), key, match["label"] or match["words"]
        for match in _BARE.finditer(block.text):
            if key := work_key(match.group()):
                yield block.start + match.start(), key, match.group()
