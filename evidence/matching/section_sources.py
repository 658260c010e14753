"""Sources named once for a whole section: in its heading, or on lines that stand below it.

Source: standards.md A3.2: "a list or section that names its source once (heading, lead-in, “Source:” line under a table
or list) covers its items in the same way". A list that markers lead into is cited piece by piece and covers nothing,
nor does the one list of an article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from evidence.context import Source
from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching import (
    addressed_quotations,
    captioned_figures,
    credited_pages,
    headed_sections,
    linked_titles,
    list_ends,
    stated_sections,
    work_lists,
)
from evidence.matching.coverage import ITEMS
from evidence.matching.linked_titles import is_item
from evidence.values import Block, Claim, Document, How, Link, Sentence, Wording

_MOST = 12
"""Sentences of a section that one naming of its source covers [house]; longer ones have to cite."""

_GOES_ON = 3
"""So many sentences behind a list say that the article goes on: the list is that of a section [house]."""

_LABEL = lazily(
    r"[\W_]{0,6}(?:(?P<many>sources|references|studies|citations|links|data sources)|source|reference|study|ref|via"
    r"|citation|adapted from|taken from|based on)[*_]{0,3}\s?(?::|$)",
    re.IGNORECASE,
)
_BETWEEN = lazily(r"(?:[\W_]|and|&amp;|<br\s*/?>|</?(?:p|li|em|i|b|strong|small|span|div)\b[^<>]{0,200}>)*")
_ENDS = frozenset({"heading", "title", "reference-list", "front-matter"})
_IS_SOURCE = lazily(
    r"[\W_]*(?:(?:the|main|original|full|my|our)\s+){0,2}(?:sources?|references?|citations?)(?:\s+(?:link|here|article|page|\d{1,2}))?[\W_]*",
    re.IGNORECASE,
)
"""Words of a link that call it the source: "[Reference](…)", "[Source](…)"."""
_LONGEST_QUOTATION = 4_000
"""Letters of a quotation between tags that are looked back at [house]."""
_TAGS = lazily(r"<[^<>]{0,300}>")
_LONGEST_LABEL = 6
"""Words of a link that names who publishes: "World Health Organization (WHO)" [house]."""


def of_sections(
    document: Document,
    owned: Sequence[Sequence[Link]],
    resolve: Callable[[str], Source | None],
    named: headed_sections.Named,
) -> Mapping[int, tuple[Link, ...]]:
    """By the index of a sentence without links of its own: those of the section that it stands in.

    `resolve` gives the source that a marker means, `named` those that a heading names.
    """
    found: dict[int, tuple[Link, ...]] = {}
    starts = [sentence.start for sentence in document.sentences]
    reaches = (
        *headed_sections.under_headings(document, starts, resolve, named),
        *linked_titles.abstracts_below(document, owned, _breaks(document)),
        *_above_lists(document, starts, owned),
        *_above_links(document, owned),
        *stated_sections.of_stated(document, owned, _breaks(document)),
        *work_lists.below_passages(document, owned),
        *list_ends.of_lists(document, owned),
        *addressed_quotations.above_addresses(document, owned),
        *captioned_figures.below_captions(document, owned, resolve),
    )
    for most, (how, places, links) in (
        *((ITEMS, reach) for reach in linked_titles.items_below(document, owned)),
        *((_MOST, reach) for reach in reaches),
        *((len(starts), reach) for reach in credited_pages.of_pages(document, owned)),
    ):
        table = how is How.COVERED and bool(places) and document.sentences[places[-1]].place == "table"
        kept = ("", "table") if table else ("",)
        bare = [place for place in places if not owned[place] and document.sentences[place].place in kept]
        if len(bare) > most:
            continue
        for place in bare:
            index = document.sentences[place].index
            found.setdefault(index, tuple(Link(index, key, how, mention) for key, mention in links))
    return found


_Reach = linked_titles.Reach


def _breaks(document: Document) -> Sequence[int]:
    return sorted(block.start for block in document.not_prose if block.kind in _ENDS)


def without_names(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without sentences that say nothing themselves: nothing but links to those who publish, nothing but
    where the section is from, or no word at all ("[7]")."""
    return tuple(
        Claim(claim.sentence, False, (), Wording.NONE) if claim.claim and _says_nothing(sentence.text) else claim
        for sentence, claim in zip(document.sentences, claims, strict=True)
    )


def _says_nothing(text: str) -> bool:
    names = holds_names_only(text) or addressed_quotations.is_address(text)
    names = names or credited_pages.only_says_where_from(text)
    return names or stated_sections.only_states(text) or not any(map(str.isalpha, text))


def _above_lists(document: Document, starts: Sequence[int], owned: Sequence[Sequence[Link]]) -> Iterator[_Reach]:
    """Lists of sources that belong to the section above them."""
    pointed = {link.key for links in owned for link in links}
    blocks = document.not_prose
    lists = [place for place, block in enumerate(blocks) if block.kind == "reference-list"]
    for place in lists:
        block = blocks[place]
        keys = [reference.key for reference in document.references if block.start <= reference.start < block.end]
        label = _LABEL.match(block.text)
        above = blocks[place - 1] if place else None
        headed = above is not None and above.kind == "heading" and _LABEL.match(_words_of(above))
        goes_on = len(starts) - bisect_left(starts, block.end) >= _GOES_ON
        if not keys or pointed.intersection(keys) or not (label or (headed and (len(lists) > 1 or goes_on))):
            continue
        top = place - 1 if headed and not label else place
        begin = max((other.end for other in blocks[:top] if other.kind in _ENDS), default=0)
        first, last = bisect_left(starts, begin), bisect_left(starts, blocks[top].start)
        if label and not label["many"] and first == last:  # at the head of a section, with nothing above it there
            end = next((other.start for other in blocks[place + 1 :] if other.kind in _ENDS), len(document.text))
            below = range(bisect_left(starts, block.end), bisect_left(starts, end))
            yield How.INHERITED, below, [(key, block.text[:80].strip()) for key in keys]
            continue
        whole = label is None or label["many"] is not None
        reach = range(first, last) if whole else _right_above(document, first, last)
        yield How.COVERED, reach, [(key, block.text[:80].strip()) for key in keys]


def _words_of(heading: Block) -> str:
    """A heading without its signs and tags: "<details><summary>Sources</summary>"."""
    return _TAGS.sub("", heading.text).strip("#*_ =-\n")


def _right_above(document: Document, first: int, last: int) -> range:
    """The paragraph or the items that end a section."""
    if last <= first:
        return range(first, first)
    sentences = document.sentences
    end = sentences[last - 1]
    place = last - 1
    items, quoted = is_item(document, end), _is_quoted(document, end)
    while place > first:
        before = sentences[place - 1]
        listed = items and (is_item(document, before) or before.text.rstrip().endswith(":"))
        if before.paragraph == sentences[place].paragraph or listed or (quoted and _is_quoted(document, before)):
            place -= 1
        else:
            break
    return range(place, last)


def _above_links(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[_Reach]:
    """Paragraphs that hold nothing but links to pages of those who publish: "[WHO](…) | [CDC](…)".

    Where they only say "[Source](…)" or whose words were quoted ("— [NHS](…)"), and where the section goes on below
    them, the paragraph, list or quotation right above is meant; behind a sentence, that sentence.
    """
    sentences = document.sentences
    breaks = sorted(block.start for block in document.not_prose if block.kind in ("heading", "title", "reference-list"))
    only = [bool(owned[place]) and holds_names_only(sentence.text) for place, sentence in enumerate(sentences)]
    place = 0
    while place < len(sentences):
        if not only[place]:
            place += 1
            continue
        last = place
        while last < len(sentences) and only[last]:
            last += 1
        links = list({link.key: link.mention for at in range(place, last) for link in owned[at]}.items())
        above = _section_before(sentences, only, breaks, place)
        called = all(_IS_SOURCE.fullmatch(mention) for _, mention in links)
        if called or _is_attribution(document, sentences[place]) or _goes_on_below(sentences, breaks, last):
            above = _right_above(document, above.start, above.stop)
        if above and sentences[above.stop - 1].paragraph == sentences[place].paragraph:
            above = range(above.stop - 1, above.stop)
        yield How.COVERED, above, links
        place = last


def _is_attribution(document: Document, sentence: Sentence) -> bool:
    """Whether a line says whose words stand above it: it is quoted with them or begins with a dash."""
    return _is_quoted(document, sentence) or sentence.text.lstrip("*_ ")[:1] in ("—", "–", "―")


def _goes_on_below(sentences: Sequence[Sentence], breaks: Sequence[int], last: int) -> bool:
    """Whether sentences of the same section follow."""
    if last >= len(sentences) or last == 0:
        return False
    return bisect_left(breaks, sentences[last].start) == bisect_left(breaks, sentences[last - 1].start)


def _section_before(sentences: Sequence[Sentence], only: Sequence[bool], breaks: Sequence[int], place: int) -> range:
    first = place
    part = bisect_left(breaks, sentences[place].start)
    while first and not only[first - 1] and bisect_left(breaks, sentences[first - 1].start) == part:
        first -= 1
    return range(first, place)


def holds_names_only(text: str) -> bool:
    """Whether a sentence is nothing but links whose words name who publishes, or call them the source."""
    if "http" not in text or len(text) > 3000:
        return False
    at = found = 0
    for match in headed_sections.LINKS.finditer(text):
        label = match["label"] or match["words"]
        between = text[at : match.start()]
        if not _BETWEEN.fullmatch(between) or not _publishes(label, match["url"] or match["href"]):
            return False
        at, found = match.end(), found + 1
    return found > 0 and _BETWEEN.fullmatch(text[at:]) is not None


def _publishes(label: str, url: str) -> bool:
    """Whether the words of a link name the site that it leads to, or the source: "WebMD", "CDC 2", "Reference"."""
    if _IS_SOURCE.fullmatch(label):
        return True
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", label)]
    if not 0 < len(words) <= _LONGEST_LABEL:
        return False
    host = re.sub(r"[^a-z.]", "", urlsplit(url).netloc.lower().removeprefix("www."))
    initials = "".join(word[0] for word in words if word not in ("of", "for", "and", "the"))
    parts = host.split(".")
    return all(word in host for word in words if word != "the") or (len(initials) > 2 and initials in parts)


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence stands in a block quotation, by the sign of its line or between the tags of one."""
    text, start = document.text, sentence.start
    if text[line_start(text, start) :].lstrip(" \t")[:1] == ">":
        return True
    near = max(0, start - _LONGEST_QUOTATION)
    return text.rfind("<blockquote", near, start) > text.rfind("</blockquote", near, start)
