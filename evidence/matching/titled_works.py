"""Works that the prose itself identifies, by their title, and what talk of "the study" means on a page about one work.

Source: standards.md A3.2 (a resolved name). News of a single study or report often has no list: it gives the title, or
a link, once, and speaks of "the study" from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.claims.study_mentions import named_studies
from evidence.context import Design, Source
from evidence.language.patterns import Cue, lazily
from evidence.matching.inheritance_cues import speaks_of_others
from evidence.matching.paged_books import noted_book
from evidence.sources.study_design import design_of
from evidence.values import Claim, Document, Sentence

_KIND = (
    r"(?P<kind>study|trial|paper|report|review|article|book|research|analysis|survey|guideline|meta-analysis|monograph"
    r"|thesis)"
)
_OPEN, _CLOSE = r"[“\"*_]{1,2}", r"[,.]?[”\"*_]{1,2}"
_TITLED = Cue(
    rf"\b{_KIND}s?\b[^.“”\"!?]{{0,80}}?,?\s(?:entitled|titled|called)\s+"
    rf"(?:{_OPEN}(?P<quoted>[A-Z][^“”\"*_\n]{{14,250}}?){_CLOSE}|(?P<set>[A-Z][^,;.!?\n“”\"]{{3,160}}(?:\s[A-Z][\w'’-]+)[^,;.!?\n“”\"]{{0,60}}))"
    rf"|\b(?P<kind2>study|trial|paper|report|review|article|analysis),?\s{_OPEN}(?P<apposed>[A-Z][^“”\"*_\n]{{25,250}}?){_CLOSE}",
    re.NOFLAG,
)
_SET_OFF = ("“", '"', "*", "_", "titled", "called")
"""One of these stands in everything that `_TITLED` finds."""
_BOOK = lazily(
    r"\b[Bb]ook,?\s(?:(?:called|titled|entitled)\s)?\[(?P<label>[A-Z][^\[\]\n]{5,150})\]\("
    r"|(?P<title>[A-Z][\w'’]+(?:\s[\w'’]+){1,8}:\s[A-Z][\w'’]*(?:\s[\w'’]+){2,12}?)\sby\s(?:[A-Z][\w'’.]+\s){1,2}(?P<author>[A-Z][\w'’-]+)"
    r"|\b[Ii]n\s(?:his|her|their)\s(?:\w+\s){0,2}book,?\s[*_“\"]{0,2}(?P<named>[A-Z][\w'’]*(?:\s[\w'’:]+){1,12}?)[*_”\"]{0,2},\s(?:Dr\.?\s)?(?:[A-Z][\w'’.]+\s){1,2}(?P<writer>[A-Z][\w'’-]+)\s[a-z]+"
    r"|\b[Ii]n\s[*_]{1,2}(?P<marked>[A-Z][\w'’]*(?:\s[\w'’:]+){1,12})[*_]{1,2},?\s(?:Dr\.?\s)?(?:[A-Z][\w'’.]+\s){1,2}(?P<teller>[A-Z][\w'’-]+)\s(?:writes|wrote|says|said|argues|argued|claims|claimed|explains|explained|shows|describes|recommends)"
)
"""A book by its linked title, or by title, subtitle and author."""

_PUBLISHED = lazily(
    r"\b(?:published|appear(?:s|ed|ing)?)\s+(?:\w+\s+){0,3}?in\s+(?:the\s+)?[*_]{0,2}(?P<journal>[A-Z][\w&'’]+(?:\s(?:of|the|and|for|in|[A-Z][\w&'’]+)){0,8})"
)
_PEOPLE = (
    r"(?!(?:Cheese|Radish|Relish|Human|Woman|Pecan|Physician|Clinician|Die[tc]i[tc]ian|\w+tarian)\b)"
    r"(?:[A-Z][a-z]+(?:ian|ish|ese|[mrc]an)|French|Dutch|Czech|Nordic|Icelandic|Baltic|Arctic)"
)
"""Of whom a study may be called by its country. Garlic and cheese are no people."""

_THE_ONE = Cue(
    rf"\b(?:the|this|their|its)\s+(?:(?:new|latest|current|present|published|full|final|same|large|small|original|evidence|research|systematic|clinical|(?-i:{_PEOPLE}))\s+){{0,2}}"
    r"(?:research(?=,|\s+(?:also\s+)?(?:shows?|showed|suggest\w*|found|finds|indicat\w*|reveal\w*|was|is|looked|adds?|concludes?|team|paper))|study|trial|review|report|paper|survey|analysis|meta-analysis|experiment|authors|researchers|investigators|reviewers|study[’']s|findings|results)\b"
    r"|\b(?:the|these|its|their|all|most|of\s+the(?:\s+\w+)?)\s+(?:scientists|team|participants|volunteers|subjects|reviewers|experiments?|trials)\b"
    r"|^\W*(?:researchers|reviewers|scientists|investigators)\s+also\s+(?!found|show)\w+ed\b"
    r"|\b(?:lead|senior|first|co-?|study)[- ]?(?:author|investigator|researcher)s?\b"
    r"|^\W*[“\"]\W*(?:we|our\s+(?:stud(?:y|ies)|findings?|results?|work|data|research|team|analys[ei]s|trial))\b"
    r"|\b(?:the|this)\s+evidence\s+(?:show|suggest|indicat|found|support|could)\w*"
    r"|\baccording\s+to\s+(?:a|an)\s+(?:\w+\s+){0,4}?(?:study|trial|review|report|paper|survey|analysis)\b"
    r"|\baccording\s+to\s+(?:the|this|new|recent|the\s+new)\s+research\b",
)
_IN_PERSON = lazily(r"^\W*[“\"]\W*(?:we|our)\b", re.IGNORECASE)
"""Speech of those who made the study, on a page about one study alone."""
_OFFICIAL = lazily(
    r"^\W*[“\"]\W*we(?:['’]re|\s+are)?\s+(?:\w+ly\s+)?(?:urg|ask|advis|encourag|invit|remind|call\s+on|want\s+(?:to\s+)?(?:everyone|people|parents|you|all)|work(?:ing)?\s+(?:\w+ly\s+)?with|monitor|need\s+(?:everyone|people|you|all))\w*"
    r"|\bspokes(?:person|man|woman|people)\b",
    re.IGNORECASE,
)
"""Speech of those who govern or serve the public, which is not of the study that a page is about."""

_THE_BOOK = lazily(r"\b(?:the|this|her|his|their|its)\s+(?:\w+\s+)?(?:book|chapter|author)\b", re.IGNORECASE)
_OTHERS = 4
"""From more described studies on, a page is not about one of them [house]."""

_OF_SOMEBODY = lazily(r"\b(?-i:[A-Z])[\w'’-]+(?:\s(?:et\sal|and)\b|['’]s\b)|\bby\b")
"""A study told of by whose it is: behind the page's one work it is another."""

_TITLE_WORDS = 4
"""Shorter titles cannot be told from other words in quotation marks [house]."""


def titled_works(document: Document) -> tuple[Source, ...]:
    """A source for each work whose title the prose gives, in order; nothing is known of it beyond what stands there."""
    found: dict[str, Source] = {}
    of_books = "book" in document.text or "In *" in document.text or "In _" in document.text
    for sentence in document.sentences:
        if sentence.place:
            continue
        for match in _TITLED.finditer(sentence.text) if any(map(sentence.text.__contains__, _SET_OFF)) else ():
            title = (match["quoted"] or match["set"] or match["apposed"]).strip(" .,*_")
            if len(title.split()) >= _TITLE_WORDS:
                kind = match["kind"] or match["kind2"]
                key = _key(title)
                found.setdefault(key, _source(key, title, kind, sentence.text))
        for match in _BOOK.finditer(sentence.text) if of_books else ():
            title = (match["label"] or match["title"] or match["named"] or match["marked"]).strip(" .,*_")
            author = match["author"] or match["writer"] or match["teller"] or ""
            found.setdefault(_key(title), _book(title, author, sentence.text))
    book = noted_book(document)
    if book and not any(_folded(book.title).startswith(_folded(source.title)) for source in found.values()):
        found.setdefault(book.key, book)
    return tuple(found.values())


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


def _key(title: str) -> str:
    return "title:" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80]


def _book(title: str, author: str, text: str) -> Source:
    return replace(_source(_key(title), title, "book", text), families=(author,) if author else (), container="")


def _source(key: str, title: str, kind: str, text: str) -> Source:
    journal = _PUBLISHED.search(text)
    families = next(((study.family, study.second) for study in named_studies(text)), ())
    design = Design.BOOK if kind in ("book", "monograph") else design_of((), title)
    return Source(
        key=key,
        title=title,
        families=tuple(name for name in families if name),
        container=journal["journal"] if journal else "",
        design=design,
        design_from=("type" if design is Design.BOOK else "title") if design else "",
        kind="book" if design is Design.BOOK else "",
        on_list=False,
    )


def is_titled_work(source: Source) -> bool:
    """Whether a source is known from the prose alone, by its title."""
    return source.key.startswith("title:") and not source.on_list


def of_single_work(
    document: Document, claims: Sequence[Claim], sources: Sequence[Source], bare: Sequence[int]
) -> Iterator[tuple[int, str, str]]:
    """Sentence, words and key wherever a page that stands on one work alone speaks of "the study".

    `bare` are the sentences without a source of their own. A page with a list, or on which other studies are described,
    is left alone.
    """
    works = [source for source in sources if source.kind != "webpage"]
    if len(works) != 1 or works[0].on_list:
        return
    talk = _THE_BOOK if works[0].design is Design.BOOK else _THE_ONE
    by_sentence = {claim.sentence: claim for claim in claims}
    described = [index for index in bare if by_sentence[index].mention]
    if len(described) > _OTHERS:
        return
    first = min({sentence.index for sentence in document.sentences}.difference(bare), default=len(claims))
    for sentence in _speaking(document.sentences, set(bare)):
        match = talk.search(sentence.text)
        if match:
            yield sentence.index, match.group(), works[0].key
        elif (
            described
            and sentence.index == described[0]
            and (sentence.index < first or not _OF_SOMEBODY.search(by_sentence[sentence.index].mention))
        ):
            yield sentence.index, by_sentence[sentence.index].mention, works[0].key


def _speaking(sentences: Sequence[Sentence], bare: set[int]) -> Iterator[Sentence]:
    for sentence in sentences:
        if sentence.index not in bare or sentence.place:
            continue
        if _OFFICIAL.search(sentence.text):
            continue
        if _IN_PERSON.match(sentence.text) or not speaks_of_others(sentence.text):
            yield sentence
