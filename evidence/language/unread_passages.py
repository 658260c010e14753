"""Which passages of a document are in a language that the engine does not read.

A passage is a paragraph of prose. Titles, captions and tables are none; nor are works as a list names them, whatever
their language. What is English inside such a passage is read all the same, and so is what cannot be told where a claim
in English could hide in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.language.which_language import ENGLISH_CODE, language_of, word_count
from evidence.values import Document, Sentence

SHORTEST = 8
"""Words of a passage below which nothing is said of its language [house]."""
_TITLE = 20
"""Words below which a single line without an end mark is a title or a name of a work."""
_REFERENCE = 50
"""Words below which a passage that looks like a reference is one."""
_CITES = lazily(
    r"\b(?:19|20)\d\d[a-z]?\s?;\s?\d|\b\d{1,4}\s?\(\d{1,3}\)\s?:\s?\d|\bISBN\b|\bPMID\b"
    r"|^[\W\d]*[^\W\d_][\w'\u2019-]{1,40},?\s(?-i:[A-Z]\b\.?[\s-]?){1,3}[,;.(\s][\s\S]*?(?:\b(?:19|20)\d\d|doi|\b10\.\d{4})",
    re.IGNORECASE,
)
"""A volume behind a year, a number of a book or work, or an author's initials at the front and a year or DOI behind."""
_ENDS = lazily(r"[.!?:;\u2026\u3002\uff01\uff1f\u061f\u0964][\W\d]*$")


class Unread(NamedTuple):
    """What of a document is not read. `page` is the code of its language where that is most of the prose, or "".

    `passages` holds the language of each passage by the index of its first sentence that is not read.
    """

    page: str = ""
    passages: Mapping[int, str] = {}
    sentences: frozenset[int] = frozenset()


class _Passage(NamedTuple):
    sentences: tuple[Sentence, ...]
    text: str
    words: int
    language: str


def unread(document: Document) -> Unread:
    """What cannot be judged for its language. Titles and references in other languages are no passages."""
    passages = [passage for passage in _passages(document) if not _is_reference(passage)]
    page = _language_of_page(passages)
    found: dict[int, str] = {}
    sentences: set[int] = set()
    for passage in paced(passages):
        is_other = passage.words >= SHORTEST and passage.language not in ("", ENGLISH_CODE)
        if (is_other and not _is_title(passage)) or (page and passage.language != ENGLISH_CODE):
            left = [one.index for one in paced(passage.sentences) if not _may_be_english(one.text)]
            sentences.update(left)
            if is_other and left:
                found[left[0]] = passage.language
    return Unread(page, found, frozenset(sentences))


def _may_be_english(text: str) -> bool:
    """Whether a sentence is English, or short of small words and of English words of health: a claim could hide so."""
    language = language_of(text)
    return language == ENGLISH_CODE or (not language and sum(map(vocabulary.is_health, vocabulary.words(text))) > 1)


def _passages(document: Document) -> list[_Passage]:
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if not sentence.place:
            by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    return [_passage(sentences) for sentences in paced(by_paragraph.values())]


def _passage(sentences: Sequence[Sentence]) -> _Passage:
    text = " ".join(sentence.text for sentence in sentences)
    words = word_count(text)
    language = language_of(text) or _language_of_most(sentences, words)
    return _Passage(tuple(sentences), text, words, language)


def _language_of_most(sentences: Sequence[Sentence], every: int) -> str:
    """The language that most words of a mixed passage are in, sentence by sentence, or ""."""
    if len(sentences) == 1:
        return ""
    words: Counter[str] = Counter()
    for sentence in paced(sentences):
        words[language_of(sentence.text)] += word_count(sentence.text)
    language, most = words.most_common(1)[0]
    return language if most * 2 > every else ""


def _language_of_page(passages: Sequence[_Passage]) -> str:
    """The other language that most of the prose is in, or ""."""
    words: Counter[str] = Counter()
    for passage in passages:
        words[passage.language] += passage.words
    every = words.total()
    if every < SHORTEST or words[ENGLISH_CODE] * 2 >= every:
        return ""
    told = Counter({code: number for code, number in words.items() if code not in ("", ENGLISH_CODE)})
    if told.total() * 2 > every:
        return told.most_common(1)[0][0]
    whole = language_of(" ".join(passage.text for passage in passages))
    return "" if whole == ENGLISH_CODE else whole


def _is_reference(passage: _Passage) -> bool:
    """Whether a passage in no known or another language is a work as a reference list gives it."""
    return passage.language != ENGLISH_CODE and passage.words < _REFERENCE and _CITES.search(passage.text) is not None


def _is_title(passage: _Passage) -> bool:
    """Whether a passage is one line without an end, as the titles in a list of books are."""
    return len(passage.sentences) == 1 and passage.words < _TITLE and _ENDS.search(passage.text) is None
