"""Lists of bare names whose last item bears the only mark: it is that of the whole list.

Source: standards.md A3.2: "a list … that names its source once … covers its items". A lead-in and names below it are
one sentence on several lines, and its mark stands where it ends [house]. Items that say something of their own, with a
verb or a stop, are cited one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence.claims import cues
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.values import Document, How, Link, Sentence

_ITEM = lazily(r"[ \t]*+(?:>[ \t]*+)*+(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+")
_MARKS = lazily(r"\[[^\[\]]{1,200}\](?:\([^()\s]{0,1000}\))?|<sup>.{0,300}?</sup>|<[^<>]{0,1000}>")
_ENDED = lazily(r"[.!?…:;][\"”’')\]*_]*\s*$")
_LONGEST = 8
"""Words up to which an item is a bare name [house]."""
_SHORT = 4
"""Words up to which what may be a verb is mostly none: "cold hands or feet"."""
_FEWEST = 3
"""Items, the marked one among them, from which they are a list."""
_AT_THE_END = frozenset({How.MARKER, How.NOTE})


def of_lists(
    document: Document, owned: Sequence[Sequence[Link]]
) -> Iterator[tuple[How, Sequence[int], list[tuple[str, str]]]]:
    """Places of lead-in and items, with the key and the words of what the last item cites."""
    sentences = document.sentences
    for last, sentence in enumerate(sentences):
        links = [link for link in owned[last] if link.how in _AT_THE_END]
        if not links or not _is_bare(document, sentence) or _goes_on(document, last):
            continue
        first = last
        while first and not owned[first - 1] and _is_bare(document, sentences[first - 1]):
            first -= 1
        leads = first > 0 and not owned[first - 1] and sentences[first - 1].text.rstrip(" *_").endswith(":")
        if leads and last - first + 1 >= _FEWEST:
            yield How.INHERITED, range(first - 1, last), [(link.key, link.mention) for link in links]


def _goes_on(document: Document, place: int) -> bool:
    """Whether another item of the same list stands behind."""
    here, *rest = document.sentences[place : place + 2]
    between = document.text[here.end : rest[0].start] if rest else ""
    return bool(rest) and "\n\n" not in between and _is_item(document, rest[0])


def _is_bare(document: Document, sentence: Sentence) -> bool:
    text = _MARKS.sub("", sentence.text)
    count = len(text.split())
    if sentence.place or count > _LONGEST or _ENDED.search(text) or (count > _SHORT and cues.has_verb(text)):
        return False
    return ASSERTS.search(text) is None and BENEFIT.search(text) is None and _is_item(document, sentence)


def _is_item(document: Document, sentence: Sentence) -> bool:
    begin = line_start(document.text, sentence.start)
    return _ITEM.match(document.text, begin) is not None
