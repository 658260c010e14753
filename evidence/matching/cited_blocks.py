"""Quotations with their source right above, right below, or behind a dash on the same line.

Source: standards.md A3.2 (a quotation): what is quoted is cited as a whole. "The [CDC](…) says:" above a block
quotation gives the source of all of it; so does the `<cite>` at the end of a `<blockquote>` of several paragraphs, and
"— Lee et al., 2010" behind a closing quotation mark. Words that somebody else says about a source, or that go against
it, vouch for nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from evidence.language.lines import is_block_quoted, line_start
from evidence.language.patterns import lazily
from evidence.values import Document, Link, Sentence

_OPENS = lazily(r"<blockquote\b[^<>]{0,300}>", re.IGNORECASE)
_CLOSES = lazily(r"</blockquote\s*>", re.IGNORECASE)
_CITES = lazily(r"[\s*_>]*<(?:cite|footer|figcaption|small)\b", re.IGNORECASE)
_BLANK = lazily(r"\n[ \t]*\r?\n")
_LEAD = lazily(r":[*_\s]{0,4}$")
_LEAD_WITHIN = lazily(r":[*_ \t]{0,4}\r?\n[ \t]{0,3}>")
_BELOW = lazily(r"\s{0,6}(?:>|<blockquote\b)")
_CREDIT = lazily(
    r"\W{0,4}(?:[—–―~]|--|-\s)\s?[*_(\[]{0,3}[A-ZÀ-ÖØ-Þ][^.!?;:]{1,80}?(?:\bet\sal\.)?[^.!?;:]{0,60}?(?:\b(?:19|20)\d\d[a-z]?|\]\([^()\s]{1,500}\))\W{0,4}$"
)
_CLOSED = lazily(r"[”»\"][.,]?[*_]{0,2}\s?$")
_OTHERS_SAY = lazily(
    r"\b(?:my|aunts?|uncles?|moth?er|mum|mom|dad|father|friends?|neighbou?rs?|sellers?|vendors?|influencers?|bloggers?|fans?|critics?"
    r"|commenters?|disagree\w*|contradict\w*|contrary|unlike|against|despite|ignor\w+|instead|myths?|jok\w+|imagin\w+"
    r"|pretend\w*|wrong\w*|den(?:y|ies|ied)|reject\w*|refut\w*|debunk\w*)\b"
    r"|(?:\b(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?(?:say|said|agree|support|mention|recommend|claim|find|found|hold|back|show)\b",
    re.IGNORECASE,
)
"""Somebody else has the word, or the words below go against the source."""

_LONGEST = 6000
"""Signs of a quotation that is followed to its end [house]."""
_LEAD_WORDS, _MOST = 30, 40
"""Words of a lead-in, and sentences of a quotation, at most [house]."""


def cited(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, int, int]]:
    """The places from, up to, and of the source of each quotation that has its source beside it."""
    yield from _in_elements(document, owned)
    yield from _led_in(document, owned)
    yield from _credited(document, owned)


def lets_others_speak(text: str, sentence: Sentence) -> bool:
    """Whether a sentence leads into a block quotation by somebody else than its source, or against it."""
    lead = sentence.text if _LEAD.search(sentence.text) else ""
    return bool(lead) and _BELOW.match(text, sentence.end) is not None and _OTHERS_SAY.search(lead) is not None


def _in_elements(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, int, int]]:
    """A `<blockquote>` whose last sentence is the line that cites."""
    starts = [sentence.start for sentence in document.sentences]
    for opened in _OPENS.finditer(document.text):
        closed = _CLOSES.search(document.text, opened.end(), opened.end() + _LONGEST)
        if closed is None:
            continue
        first, last = bisect_left(starts, opened.start()), bisect_left(starts, closed.start())
        source = last - 1
        if first < source < first + _MOST and owned[source] and _cites(document, document.sentences[source]):
            yield first, last, source


def _cites(document: Document, sentence: Sentence) -> bool:
    begin = line_start(document.text, sentence.start)
    return _CITES.match(document.text, begin, sentence.end) is not None or _CREDIT.match(sentence.text) is not None


def _led_in(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, int, int]]:
    """A block quotation below a sentence with a source that ends in a colon, which may go on into the quotation."""
    sentences = document.sentences
    for place, sentence in enumerate(sentences):
        if not owned[place] or sentence.place or is_block_quoted(document.text, sentence.start):
            continue
        within = _LEAD_WITHIN.search(sentence.text) if ">" in sentence.text else None
        lead = sentence.text[: within.start() + 1] if within else sentence.text
        if not (within or _LEAD.search(lead)) or _OTHERS_SAY.search(lead) or len(lead.split()) > _LEAD_WORDS:
            continue
        last = place + 1
        while last < len(sentences) and last - place < _MOST and _goes_on(document, last, alone=not within, lead=place):
            last += 1
        if last > place + 1 and not any(owned[place + 1 : last]):
            yield place + 1, last, place


def _goes_on(document: Document, at: int, *, alone: bool, lead: int) -> bool:
    """Whether a sentence stands in the block quotation right below the lead-in."""
    if not is_block_quoted(document.text, document.sentences[at].start):
        return False
    if alone and at == lead + 1:
        return True
    begin = line_start(document.text, document.sentences[at].start)
    return not _BLANK.search(document.text, document.sentences[at - 1].end, begin)


def _credited(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, int, int]]:
    """ "“One. Two.” — Lee et al., 2010": the sentences between the marks."""
    sentences = document.sentences
    for place in range(1, len(sentences)):
        sentence, before = sentences[place], sentences[place - 1]
        if not owned[place] or sentence.paragraph != before.paragraph or not _CREDIT.match(sentence.text):
            continue
        if _CLOSED.search(before.text):
            yield _opened(document, place), place + 1, place


def _opened(document: Document, place: int) -> int:
    """The sentence of the paragraph in which the quotation that closes right before `place` is opened."""
    for at in range(place - 1, max(-1, place - _MOST), -1):
        sentence = document.sentences[at]
        if sentence.paragraph != document.sentences[place].paragraph or sentence.place:
            break
        marks = sentence.text.count('"')
        if any(sign in sentence.text for sign in "“«") or marks > 1 or (marks == 1 and at < place - 1):
            return at
    return place - 1
