"""Ties sentences to sources: by marker, by the authors' names, by going on about the study before, by an editor.

Source: standards.md A3.2. A link is never made from likeness of topic; see `suggestions`.
What is quoted is cited as a whole; see `quoted_passages`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from evidence.context import Source
from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.matching import (
    addressed_quotations,
    credited_pages,
    paged_books,
    presented_works,
    quoted_passages,
    section_sources,
    spanning_links,
    web_addresses,
    work_lists,
)
from evidence.matching.bare_names import by_titles
from evidence.matching.coverage import covered, linked_later, names_only
from evidence.matching.inheritance import Inheritance
from evidence.matching.known_works import KnownWorks, known_works
from evidence.matching.named_authors import AuthorMention
from evidence.matching.only_work import OnlyWork
from evidence.matching.passing_links import in_passing
from evidence.matching.referring_lines import referred
from evidence.matching.study_links import linked_below
from evidence.matching.titled_works import of_single_work
from evidence.reading import author_date, footnotes
from evidence.values import Claim, Document, How, Link, Marker, Sentence

_ANNOUNCES = lazily(r"\b(?:these|this|the following|as follows)\b[^.:]{0,80}:[\s*_)]*\Z", re.IGNORECASE)
_TARGET = lazily(r"\]\([^()\s]{0,2000}\)")
"""The end of a lead-in: "Zoe Reed gives these descriptions of it:"."""


def match(
    document: Document,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    confirmed: Mapping[int, Sequence[str]] | None = None,
) -> tuple[Link, ...]:
    """Every link of every sentence, in order; `confirmed` are the keys that an editor tied to a sentence."""
    works = known_works(sources)
    owned = _stated(document, works)
    single = _of_single_work(document, claims, sources, owned)
    _state_passages(document, claims, works, owned)
    talk = single | work_lists.listed_titles(document)
    by_hand = {
        sentence.index: _editor_links(sentence.index, keys, works, owned[sentence.index])
        for sentence in document.sentences
        if confirmed and (keys := confirmed.get(sentence.index))
    }
    research = {source.key for source in sources if source.kind not in ("webpage", "book")}
    links = _handed_on(document, claims, works, owned, by_hand, talk, OnlyWork(research), alone=bool(single))
    return _with_covered(document, claims, links, sources)


def _stated(document: Document, works: KnownWorks) -> list[list[Link]]:
    """The links that stand in each sentence itself."""
    markers = _markers_by_sentence(footnotes.markers(document))
    named = works.authors.read([sentence.text for sentence in document.sentences])
    pages = _pages_by_sentence(document, works)
    titled = by_titles(document, works.listed)
    owned = []
    for sentence in paced(document.sentences):
        place = sentence.index
        own = _own_links(sentence, markers.get(place, ()), named[place], works, titled.get(place, ()))
        owned.append(_with(own, pages.get(place, ())))
    return owned


def _of_single_work(
    document: Document, claims: Sequence[Claim], sources: Sequence[Source], owned: list[list[Link]]
) -> set[int]:
    """Adds the links of talk about the one work that a page is about; gives the sentences."""
    bare = [sentence.index for sentence, own in zip(document.sentences, owned, strict=True) if not own]
    single = list(of_single_work(document, claims, sources, bare))
    for place, words, key in single:
        owned[place] = [Link(place, key, How.NAMED, words)]
    return {place for place, _, _ in single}


def _state_passages(document: Document, claims: Sequence[Claim], works: KnownWorks, owned: list[list[Link]]) -> None:
    """Adds the links that are stated of more than one sentence: over a break, by a page of a book, announced."""
    for place, link in spanning_links.spanning(document, owned):
        owned[place] = _with(owned[place], (link,))
    for place, link in [*paged_books.paged(document, owned, works.told)]:
        owned[place] = _with(owned[place], (link,))
    for place, words, key in presented_works.presented(document, claims, owned):
        owned[place] = [Link(document.sentences[place].index, key, How.NAMED, words)]


def _handed_on(
    document: Document,
    claims: Sequence[Claim],
    works: KnownWorks,
    owned: Sequence[Sequence[Link]],
    by_hand: Mapping[int, Sequence[Link]],
    talk: Collection[int],
    only: OnlyWork,
    *,
    alone: bool,
) -> list[Link]:
    """The links of all sentences: their own, an editor's, and what quotation, section and talk hand on."""
    of_quotations = quoted_passages.quoted(document, owned)
    of_sections = section_sources.of_sections(document, owned, works.resolve, works.named_in)
    listed = {source.key for source in works.listed}
    inheritance = Inheritance(document, alone=alone)
    links: list[Link] = []
    for sentence, claim, own in paced(zip(document.sentences, claims, owned, strict=True)):
        by_editor = by_hand.get(sentence.index, ())
        links += [*(own if claim.claim or not _is_the_source(sentence, own, talk, listed) else ()), *by_editor]
        if not by_editor and (told := of_quotations.get(sentence.index)):
            links += told if claim.claim else ()
            inheritance.ties(sentence, told, claim)
            continue
        if sentence.place == "table" and claim.claim and not own:
            links += of_sections.get(sentence.index, ())
        if sentence.place:  # a heading or the like carries only what stands there, and hands nothing on
            continue
        if own:
            inheritance.ties(sentence, own, claim)
            only.ties(own)
        else:
            meant = only.meant(sentence, claim)
            inherited = (inheritance.inherited(sentence, claim) or meant) if not by_editor else ()
            links += [Link(sentence.index, link.key, How.INHERITED, link.mention) for link in inherited if claim.claim]
            if claim.claim and not inherited and not by_editor:
                links += of_sections.get(sentence.index, ())
    return links


def _is_the_source(sentence: Sentence, own: Sequence[Link], talk: Collection[int], listed: Collection[str]) -> bool:
    """Whether a sentence that claims nothing only speaks of a work, announces its words or is its linked title.

    Such a sentence cites nothing: what it announces does.
    """
    if sentence.index in talk:
        return True
    names = (
        _announces(sentence.text)
        or quoted_passages.is_linked_title(sentence.text)
        or section_sources.holds_names_only(sentence.text)
        or credited_pages.says_where_from(sentence.text)
        or addressed_quotations.is_address(sentence.text)
    )
    return names and not any(link.key in listed for link in own)


def _announces(text: str) -> bool:
    return text.rstrip(" \t*_)").endswith(":") and _ANNOUNCES.search(_TARGET.sub("]", text)) is not None


def _with_covered(
    document: Document, claims: Sequence[Claim], links: Sequence[Link], sources: Sequence[Source]
) -> tuple[Link, ...]:
    """The links and, in their places, those of claims that a marker at the end of their passage covers."""
    marked = {marker.sentence for marker in (*document.markers, *footnotes.markers(document))}
    works = frozenset(source.key for source in sources if not source.kind or source.on_list)
    by_sentence: dict[int, list[Link]] = {}
    for link in links:
        by_sentence.setdefault(link.sentence, []).append(link)
    reaching = list(covered(document, claims, by_sentence, marked))
    have = {*by_sentence, *(link.sentence for link in reaching)}
    reaching += linked_later(document, claims, by_sentence, works, have)
    reaching += linked_below(document, claims, by_sentence, works, {*have, *(link.sentence for link in reaching)})
    reaching += referred(document, claims, by_sentence, {*have, *(link.sentence for link in reaching)})
    return tuple(sorted((*links, *reaching), key=lambda link: link.sentence)) if reaching else tuple(links)


def _markers_by_sentence(markers: Sequence[Marker]) -> dict[int, list[Marker]]:
    by_sentence: dict[int, list[Marker]] = {}
    for marker in markers:
        by_sentence.setdefault(marker.sentence, []).append(marker)
    return by_sentence


def _own_links(
    sentence: Sentence,
    markers: Sequence[Marker],
    names: Sequence[AuthorMention],
    works: KnownWorks,
    titled: Sequence[tuple[str, str]],
) -> list[Link]:
    links: dict[str, Link] = {}
    for marker in markers:
        for key in marker.keys:
            source = works.resolve(key, marker.text)
            if source is not None:
                links.setdefault(source.key, Link(sentence.index, source.key, marker.how, marker.text))
    for name in names:
        for key in name.keys:
            links.setdefault(key, Link(sentence.index, key, How.NAMED, name.text))
    for words, key in (*works.names.named(sentence.text), *works.bare.named(sentence.text), *titled):
        links.setdefault(key, Link(sentence.index, key, How.NAMED, words))
    for key in author_date.in_brackets(who) if (who := names_only(sentence.text)) else ():
        if source := works.resolve(key):
            links.setdefault(source.key, Link(sentence.index, source.key, How.NAMED, who))
    for source in works.told:
        if source.title in sentence.text:
            links.setdefault(source.key, Link(sentence.index, source.key, How.NAMED, source.title))
    if not links and not markers and (found := works.described.described(sentence.text)):
        links[found[1]] = Link(sentence.index, found[1], How.NAMED, found[0])
    return list(links.values())


def _pages_by_sentence(document: Document, works: KnownWorks) -> dict[int, list[Link]]:
    """The links to web pages that are among the sources."""
    found: dict[int, list[Link]] = {}
    for link in document.links:
        page = f"page:{web_addresses.address(link.url)}"
        if link.sentence is not None and (source := works.by_key.get(page)) and not in_passing(document, link):
            found.setdefault(link.sentence, []).append(Link(link.sentence, source.key, How.LINK, link.text))
    return found


def _with(own: list[Link], more: Iterable[Link]) -> list[Link]:
    return list({link.key: link for link in (*more, *own)}.values())


def _editor_links(sentence: int, keys: Sequence[str], works: KnownWorks, own: Sequence[Link]) -> list[Link]:
    have = {link.key for link in own}
    named = [works.by_key[key.lower()] for key in keys if key.lower() in works.by_key]
    return [Link(sentence, source.key, How.EDITOR) for source in named if source.key not in have]
