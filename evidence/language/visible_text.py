"""Sentences as a reader sees them: link texts without their addresses, citation markers left out.

Rules that look at words and numbers read these, so that the digits of a DOI or the name of a footnote are not
taken for the author's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from evidence.language.patterns import lazily
from evidence.values import Document, Held, How, Sentence

_LINK_TEXT = lazily(r"\[([^\[\]]*)\]\(")
_ATTRIBUTES = lazily(
    r"\{(?![^{}\n]{0,300}(?<![\w=\"'.#-])[A-Za-z]{2,40}[ \t]{1,9}[A-Za-z]{2,40}(?![\w=-]))"
    r"(?::[^{}\n]{0,300}|[ \t]?[.#][A-Za-z][\w-]{0,60}(?:[ \t][^{}\n]{0,200})?)\}"
)
"""Of kramdown, for the link or block beside them: "[link](…){:target='_blank'}". Two words in a row say something."""
_LEFT_BEHIND = lazily(r"(?=[\s(])(?<!\s)(?:\s*\(\s*\)|\s+(?=[.,;:]))")
"""Empty brackets, and spaces before a stop, where something was taken out."""
_MAY_BE_LEFT = lazily(r"[.,;:)](?<=[\s(].)")
"""A stop or bracket behind a space or an open bracket, without which nothing is left behind."""
_STRANGE = lazily(r"[\[(<^@{\\¹²³⁴⁵⁶⁷⁸⁹]|https?:|doi:|pmc?id|[:#]?(?:\w{1,5})?cite", re.IGNORECASE)


def visible(document: Document) -> tuple[Sentence, ...]:
    """The document's sentences, places unchanged, each with the text that is left for the eye."""
    return _visible(Held(document))


@lru_cache(maxsize=4)
def _visible(held: Held[Document]) -> tuple[Sentence, ...]:
    document = held.value
    pieces = sorted(_pieces(document))
    starts = [start for start, _, _ in pieces]
    return tuple(
        _seen(sentence, pieces[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])
        for sentence in document.sentences
    )


def _pieces(document: Document) -> Iterator[tuple[int, int, str]]:
    """Stretches of the text and what is seen of each."""
    for marker in document.markers:
        label = _LINK_TEXT.match(marker.text)
        if marker.how is How.LINK and label:
            yield marker.start, marker.end, label.group(1)
        elif _STRANGE.match(marker.text):
            yield marker.start, marker.end, ""
    for link in document.links:
        yield link.start, link.end, link.text


def _seen(sentence: Sentence, pieces: list[tuple[int, int, str]]) -> Sentence:
    text, place = "", sentence.start
    for start, end, shown in pieces:
        if start >= place and end <= sentence.end:
            text += sentence.text[place - sentence.start : start - sentence.start] + shown
            place = end
    text += sentence.text[place - sentence.start :]
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if _MAY_BE_LEFT.search(text):
        text = _LEFT_BEHIND.sub("", text)
    return sentence if text == sentence.text else replace(sentence, text=text)
