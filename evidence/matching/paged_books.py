"""Notes on a book: the page names the book in its title or front matter, and sentences bear its page numbers.

Source: standards.md A3.2 (a resolved name, and marks at the end of a passage): on a page of notes on one book "(p. 43)"
can mean that book alone. What bears no page number is the writer's own; a page with a list cites by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evidence.context import Design, Source
from evidence.language.patterns import lazily
from evidence.matching.coverage import REACH, takes_up
from evidence.matching.linked_titles import is_item
from evidence.values import Document, How, Link, Sentence

_MARK = lazily(
    r"`?[(\[](?i:p{1,2}\.?\s?|pgs?\.?\s?|pages?\s|ch\.\s?|chapter\s|loc\.?\s|location\s|kindle\s(?:loc(?:ation)?s?\.?\s)?)[1-9]\d{0,4}(?:\s?[-–]\s?\d{1,5})?[)\]]`?"
)
_ENDS = lazily(r"[\s.,;!?\"”’*_`]*")
_NOTES = lazily(
    r"(?:.{0,60}?[^\w])?(?:(?P<book>book(?:\s+(?:notes?|review|summary|highlights?|report|club))?)|(?:reading\s+|my\s+)?(?:notes?|highlights?|quotes|lessons|takeaways|excerpts|summary)\s+(?:on|from|of|for)(?P<said>\s+the\s+book)?"
    r"|review\s+of(?P<read>\s+the\s+book)?)(?:\s?#?\s?\d{1,4})?\s?[:–—|,\s-]\s*[\"“'‘*_]{0,2}(?P<title>[^\W\d_].{3,150})",
    re.IGNORECASE,
)
_BY = lazily(r"[\"”'’*_,]{0,2}\s+by\s+(?P<author>(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+)\W*(?:[:–—|-].*)?")
_TITLE_FIRST = lazily(
    r"[\"“'‘*_]{0,2}(?P<title>[A-Z].{3,120}?)[\"”'’*_,]{0,2}\s+by\s+(?P<author>(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+)\s*(?:[:–—|(,-]+\s*(?i:(?:my\s+|book\s+)?(?:notes?|summary|review|highlights?)).*)"
)
_FIELDS = ("book", "book_title", "booktitle", "book-title")
_WRITERS = ("book_author", "bookauthor", "book-author", "author_of_book")
_TOPICS = ("tags", "categories", "category", "type", "topics", "keywords")


def noted_book(document: Document) -> Source | None:
    """The book that a page of notes is on, where its sentences bear page numbers; nothing is known beyond its name."""
    texts = (sentence.text for sentence in document.sentences)
    if not any(_MARK.search(text) for text in texts if "(" in text or "[" in text):
        return None
    fields = {str(key).lower(): value for key, value in document.meta.items()}
    title = next((str(fields[name]) for name in _FIELDS if isinstance(fields.get(name), str)), "")
    author = next((str(fields[name]) for name in _WRITERS if isinstance(fields.get(name), str)), "")
    if not title:
        title, author = _named(document.title or str(fields.get("title", "")), fields)
    if len(title.split()) < 2 and not author:
        return None
    family = (author.split()[-1],) if author else ()
    key = "title:" + "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())[:80]
    return Source(
        key=key, title=title, families=family, design=Design.BOOK, design_from="type", kind="book", on_list=False
    )


def _named(title: str, fields: Mapping[str, Any]) -> tuple[str, str]:
    """Title and author of the book in the title of the page: "Book notes: Calm Nights by Ada Moe"; or "" twice."""
    if first := _TITLE_FIRST.fullmatch(title.strip()):
        return first["title"], first["author"]
    found = _NOTES.fullmatch(title.strip())
    if found is None:
        return "", ""
    told = title.strip()[found.start("title") :].strip(" \"”'’*_")
    by = _BY.search(told)
    topics = " ".join(str(fields.get(name, "")) for name in _TOPICS).lower()
    if not (by or found["book"] or found["said"] or found["read"] or "book" in topics):
        return "", ""
    return (told[: by.start()], by["author"]) if by else (told, "")


def paged(document: Document, owned: Sequence[Sequence[Link]], sources: Sequence[Source]) -> Iterator[tuple[int, Link]]:
    """Place and link of each sentence that a page number of the one book of a page stands in or behind."""
    books = [source for source in sources if source.design is Design.BOOK]
    if len(books) != 1 or noted_book(document) is None:
        return
    for own, mark in _marked(document):
        if owned[own]:
            continue
        yield own, Link(document.sentences[own].index, books[0].key, How.MARKER, mark)
        for before in _before(document, owned, own):
            yield before, Link(document.sentences[before].index, books[0].key, How.COVERED, mark)


def _marked(document: Document) -> Iterator[tuple[int, str]]:
    """Place and mark of each sentence that a page number ends, or stands behind at the head of the next sentence."""
    sentences = document.sentences
    for place, sentence in enumerate(sentences):
        if sentence.place:
            continue
        opening, closing = _MARK.match(sentence.text), _closing_mark(sentence)
        if opening and place and sentences[place - 1].paragraph == sentence.paragraph:
            yield place - 1, opening.group()
        if closing and not (opening and opening.end() + 2 >= len(sentence.text)):
            yield place, closing


def _closing_mark(sentence: Sentence) -> str:
    found = list(_MARK.finditer(sentence.text)) if "(" in sentence.text or "[" in sentence.text else []
    return found[-1].group() if found and _ENDS.fullmatch(sentence.text[found[-1].end() :]) else ""


def _before(document: Document, owned: Sequence[Sequence[Link]], own: int) -> Iterator[int]:
    """The places of the sentences of the same item before a marked one, or of its paragraph as far as each goes on."""
    sentences = document.sentences
    listed = is_item(document, sentences[own])
    for place in range(own - 1, max(-1, own - 1 - REACH), -1):
        one, later = sentences[place], sentences[place + 1]
        if one.paragraph != later.paragraph or owned[place] or one.place or _closing_mark(one):
            return
        if not listed and not takes_up(one.text, later.text):
            return
        yield place
