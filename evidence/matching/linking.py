"""Ties sentences to sources: by marker, by the authors' names, by going on about the study before, by an editor.

Source: standards.md A3.2. A link is never made from likeness of topic; see `suggestions`.
What is quoted is cited as a whole; see `quoted_passages`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching import (
    addressed_quotations,
    credited_pages,
    paged_books,
    presented_works,
    quoted_passages,
    section_sources,
    short_names,
    spanning_links,
    web_addresses,
    work_lists,
)
from evidence.matching.bare_names import BareNames, by_titles
from evidence.matching.coverage import covered, linked_later, names_only
from evidence.matching.described_works import DescribedWorks
from evidence.matching.inheritance import Inheritance
from evidence.matching.named_authors import AuthorIndex, AuthorMention
from evidence.matching.named_works import NamedWorks
from evidence.matching.passing_links import in_passing
from evidence.matching.referring_lines import referred
from evidence.matching.suggestions import suggest
from evidence.matching.titled_works import is_titled_work, of_single_work
from evidence.reading import author_date, footnotes
from evidence.reading.markers import family_key
from evidence.references.identifiers import identify
from evidence.values import Claim, Document, Held, How, Link, Marker, Sentence

__all__ = ["absent", "match", "resolves", "suggest", "unresolved"]

_PARTS = 3
"""Words of a family name; what has more is the name of a body [house]."""

_ANNOUNCES = lazily(r"\b(?:these|this|the following|as follows)\b[^.:]{0,80}:[\s*_)]*\Z", re.IGNORECASE)
_KIND_IN_CAPITALS = lazily(r"(?<=\w\s)(?:Trial|Study|Review|Survey|Report|Guidelines?)\b")
"""The kind of a work as titles write it: "COMET-6 Trial"."""
_TARGET = lazily(r"\]\([^()\s]{0,2000}\)")
"""The end of a lead-in: "Zoe Reed gives these descriptions of it:"."""


@dataclass(slots=True, eq=False, repr=False)
class _Index:
    """The sources of an article by everything a marker may call them."""

    by_key: dict[str, Source] = field(default_factory=dict)
    authors: AuthorIndex = field(default_factory=lambda: AuthorIndex(()))
    names: NamedWorks = field(default_factory=lambda: NamedWorks(()))
    described: DescribedWorks = field(default_factory=lambda: DescribedWorks(()))
    bare: BareNames = field(default_factory=lambda: BareNames(()))
    listed: tuple[Source, ...] = ()
    told: tuple[Source, ...] = ()


def match(
    document: Document,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    confirmed: Mapping[int, Sequence[str]] | None = None,
) -> tuple[Link, ...]:
    """Every link of every sentence, in order; `confirmed` are the keys that an editor tied to a sentence."""
    index = _index(sources)
    markers = _markers_by_sentence(footnotes.markers(document))
    by_hand = confirmed or {}
    named = _named(document, index)
    pages = _pages_by_sentence(document, index)
    titled = by_titles(document, index.listed)
    links: list[Link] = []
    owned = []
    for sentence in paced(document.sentences):
        place = sentence.index
        own = _own_links(sentence, markers.get(place, ()), named[place], index, titled.get(place, ()))
        owned.append(_with(own, pages.get(sentence.index, ())))
    bare = [sentence.index for sentence, own in zip(document.sentences, owned, strict=True) if not own]
    single = list(of_single_work(document, claims, sources, bare))
    listed = {source.key for source in sources if source.on_list}
    talk = {place for place, _, _ in single} | work_lists.listed_titles(document)
    for place, words, key in single:
        owned[place] = [Link(place, key, How.NAMED, words)]
    for place, link in spanning_links.spanning(document, owned):
        owned[place] = _with(owned[place], (link,))
    for place, link in [*paged_books.paged(document, owned, index.told)]:
        owned[place] = _with(owned[place], (link,))
    for place, words, key in presented_works.presented(document, claims, owned):
        owned[place] = [Link(document.sentences[place].index, key, How.NAMED, words)]
    of_quotations = quoted_passages.quoted(document, owned)
    of_sections = section_sources.of_sections(
        document, owned, lambda key: _resolve(key, index), lambda words: _named_in(words, index)
    )
    inheritance = Inheritance(document, alone=bool(single))
    for sentence, claim, own in paced(zip(document.sentences, claims, owned, strict=True)):
        by_editor = _editor_links(sentence.index, by_hand.get(sentence.index, ()), index, own)
        links += (own if claim.claim or not _is_the_source(sentence, own, talk, listed) else []) + by_editor
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
        else:
            inherited = inheritance.inherited(sentence, claim) if not by_editor else ()
            links += [Link(sentence.index, link.key, How.INHERITED, link.mention) for link in inherited if claim.claim]
            if claim.claim and not inherited and not by_editor:
                links += of_sections.get(sentence.index, ())
    marked = {marker.sentence for marker in document.markers} | set(markers)
    works = frozenset(source.key for source in sources if not source.kind or source.on_list)
    return _with_covered(document, claims, links, marked, works)


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
    document: Document, claims: Sequence[Claim], links: Sequence[Link], marked: set[int], works: Collection[str]
) -> tuple[Link, ...]:
    """The links and, in their places, those of claims that a marker at the end of their passage covers."""
    by_sentence: dict[int, list[Link]] = {}
    for link in links:
        by_sentence.setdefault(link.sentence, []).append(link)
    reaching = list(covered(document, claims, by_sentence, marked))
    have = {*by_sentence, *(link.sentence for link in reaching)}
    reaching += linked_later(document, claims, by_sentence, works, have)
    reaching += referred(document, claims, by_sentence, {*have, *(link.sentence for link in reaching)})
    return tuple(sorted((*links, *reaching), key=lambda link: link.sentence)) if reaching else tuple(links)


def unresolved(
    document: Document, claims: Sequence[Claim], sources: Sequence[Source], links: Sequence[Link] | None = None
) -> dict[int, str]:
    """The words, by sentence, that name or describe a study which is not among the sources.

    `links` are those that `match` made. A number that leads nowhere in a text without any list is told of claims only.
    """
    index = _index(sources)
    lost: dict[int, str] = {}
    leading = _leading(document, index)
    listed = any(source.number for source in sources)
    made = {claim.sentence for claim in claims if claim.claim}
    for marker in footnotes.markers(document):
        asks = listed or marker.sentence in made or not all(key.isdecimal() for key in marker.keys)
        if asks and marker.sentence not in lost and marker.sentence not in leading:
            lost[marker.sentence] = marker.text
    made_links = match(document, claims, sources) if links is None else links
    pointed = {link.sentence for link in made_links if link.how in (How.MARKER, How.LINK, How.NOTE)}
    pointed |= _at_own_files(document)
    told = {link.sentence for link in made_links if link.how in (How.NAMED, How.COVERED)}
    told |= _under_titles(document, made_links)
    named = _named(document, index)
    for sentence, claim in paced(zip(document.sentences, claims, strict=True)):
        if not claim.mention or sentence.index in pointed:
            continue
        strangers = [name.text for name in named[sentence.index] if not name.keys]
        if strangers or sentence.index not in told:
            lost.setdefault(sentence.index, strangers[0] if strangers else claim.mention)
    return lost


_OWN_FILE = lazily(r"(?!https?:|mailto:|#)\S{0,400}\.pdf(?:[?#]\S{0,200})?", re.IGNORECASE)


def _at_own_files(document: Document) -> set[int]:
    """The sentences that link to a file of the page's own site with the work: "[Lee et al. 2010](./doc/lee.pdf)"."""
    return {
        link.sentence for link in document.links if link.sentence is not None and _OWN_FILE.match(link.url.strip("<> "))
    }


def _under_titles(document: Document, links: Sequence[Link]) -> set[int]:
    """The sentences that go on about a work whose linked title stands right before them."""
    inherited = {link.sentence for link in links if link.how is How.INHERITED and link.sentence}
    return {index for index in inherited if quoted_passages.is_linked_title(document.sentences[index - 1].text)}


def absent(document: Document, sources: Sequence[Source]) -> dict[int, tuple[str, ...]]:
    """What markers name that is not among the sources, by sentence, where others in it lead to one that is."""
    index = _index(sources)
    leading = _leading(document, index)
    found: dict[int, list[str]] = {}
    for marker in footnotes.markers(document):
        missing = [key for key in marker.keys if _resolve(key, index) is None]
        if missing and marker.sentence in leading:
            found.setdefault(marker.sentence, []).extend(_as_written(key, marker.text) for key in missing)
    return {sentence: tuple(dict.fromkeys(names)) for sentence, names in found.items()}


def _leading(document: Document, index: _Index) -> set[int]:
    """The sentences with a marker that leads to a source."""
    markers = footnotes.markers(document)
    return {marker.sentence for marker in markers if any(_resolve(key, index) for key in marker.keys)}


def _as_written(key: str, marker: str) -> str:
    """A key as the reader of the marker sees it: "[4]", "@lee2020", "Haugen 2011"."""
    if key.isdecimal():
        return f"[{key}]"
    scheme, _, rest = key.partition(":")
    if scheme != "author":
        return rest if rest else f"@{key}"
    family, _, year = rest.partition(":")
    for part in re.split(r"[;()\[\]]", marker):
        if family in family_key(part) and year[:4] in part:
            return part.strip()
    return f"{family.capitalize()} {year}"


def resolves(sources: Sequence[Source]) -> Callable[[str], bool]:
    """A test for whether a marker's key means one of the sources."""
    index = _index(sources)
    return lambda key: _resolve(key, index) is not None


# --- Markers ----------------------------------------------------------------------------------------------


def _index(sources: Sequence[Source]) -> _Index:
    return _of_held(Held(sources)) if isinstance(sources, tuple) else _indexed(tuple(sources))


@lru_cache(maxsize=2)
def _of_held(held: Held[tuple[Source, ...]]) -> _Index:
    return _indexed(held.value)


@lru_cache(maxsize=2)
def _indexed(sources: tuple[Source, ...]) -> _Index:
    listed = [source for source in sources if source.on_list]
    index = _Index(authors=AuthorIndex(sources), names=NamedWorks(listed), described=DescribedWorks(listed))
    index.bare, index.listed = BareNames(listed), tuple(listed)
    index.told = tuple(source for source in sources if is_titled_work(source))
    for source in paced(sources):
        for name in _names_of(source):
            index.by_key.setdefault(name, source)
    for source in sources:
        if name := _last_word(source):
            index.by_key.setdefault(name, source)
    for name, source in short_names.in_brackets(sources):
        index.by_key.setdefault(name, source)
    return index


def _last_word(source: Source) -> str:
    """What brackets take for the name of somebody called "Roguin Maor", where nobody else of the list is called so."""
    parts = source.families[0].split() if source.families and source.year else []
    if not 1 < len(parts) <= _PARTS or not parts[-1][:1].isupper():
        return ""
    return f"author:{family_key(parts[-1])}:{source.year}"


def _names_of(source: Source) -> Iterable[str]:
    yield source.key.lower()
    if source.number:
        yield str(source.number)
    for scheme, value in (
        ("doi", source.doi), ("pmid", source.pmid), ("pmcid", source.pmcid), ("isbn", source.isbn), ("url", source.url),
    ):  # fmt: skip
        if value:
            yield f"{scheme}:{value.lower().rstrip('/')}"
            if scheme == "url":
                yield value.lower().rstrip("/")
                yield f"page:{web_addresses.address(value)}"
    if "arxiv" in (told := f"{source.doi} {source.url} {source.raw}".lower()):
        told = told.replace("10.48550/arxiv.", "arxiv:")
        if number := identify(told).get("arXiv"):
            yield f"arxiv:{number}"
    if source.families and source.year:
        first = source.families[0]
        initials = "".join(word[0] for word in re.findall(r"\b[A-Z]\w+", first))
        for name in (vocabulary.folded(first), family_key(first), initials.lower() if len(initials) > 2 else ""):
            if name:
                yield f"author:{name}:{source.year}"


def _resolve(key: str, index: _Index) -> Source | None:
    plain = key.lower().rstrip("/")
    found = index.by_key.get(plain)
    if found is None and plain.startswith("url:"):
        found = index.by_key.get(f"page:{web_addresses.address(key[4:])}")
    if found is None and plain.startswith("author:"):
        _, family, year = (*plain.split(":"), "", "")[:3]
        found = index.by_key.get(f"author:{vocabulary.folded(family)}:{year}")
        if found is None and year[-1:].isalpha():
            found = index.by_key.get(f"{vocabulary.folded(family)}{year.removesuffix('a')}")
            found = found or index.by_key.get(f"author:{vocabulary.folded(family)}:{year[:-1]}")
    return found


def _markers_by_sentence(markers: Sequence[Marker]) -> dict[int, list[Marker]]:
    by_sentence: dict[int, list[Marker]] = {}
    for marker in markers:
        by_sentence.setdefault(marker.sentence, []).append(marker)
    return by_sentence


def _own_links(
    sentence: Sentence,
    markers: Sequence[Marker],
    names: Sequence[AuthorMention],
    index: _Index,
    titled: Sequence[tuple[str, str]],
) -> list[Link]:
    links: dict[str, Link] = {}
    for marker in markers:
        for key in marker.keys:
            source = _resolve(key, index)
            if source is not None:
                links.setdefault(source.key, Link(sentence.index, source.key, marker.how, marker.text))
    for name in names:
        for key in name.keys:
            links.setdefault(key, Link(sentence.index, key, How.NAMED, name.text))
    for words, key in (*index.names.named(sentence.text), *index.bare.named(sentence.text), *titled):
        links.setdefault(key, Link(sentence.index, key, How.NAMED, words))
    for key in author_date.in_brackets(who) if (who := names_only(sentence.text)) else ():
        if source := _resolve(key, index):
            links.setdefault(source.key, Link(sentence.index, source.key, How.NAMED, who))
    for source in index.told:
        if source.title in sentence.text:
            links.setdefault(source.key, Link(sentence.index, source.key, How.NAMED, source.title))
    if not links and not markers and (found := index.described.described(sentence.text)):
        links[found[1]] = Link(sentence.index, found[1], How.NAMED, found[0])
    return list(links.values())


def _named_in(heading: str, index: _Index) -> list[tuple[str, str, str]]:
    """Key, words and title of each work that a heading names by authors and year, by body or by year and kind."""
    told = [(key, name.text) for name in index.authors.named(heading) for key in name.keys]
    heading = _KIND_IN_CAPITALS.sub(lambda kind: kind.group().lower(), heading)
    told += [(key, words) for words, key in index.names.named(heading)]
    if not told and (found := index.described.described(heading)):
        told.append((found[1], found[0]))
    titles = {source.key: source.title for source in index.listed}
    return [(key, words, titles.get(key, "")) for key, words in dict(told).items()]


def _pages_by_sentence(document: Document, index: _Index) -> dict[int, list[Link]]:
    """The links to web pages that are among the sources."""
    found: dict[int, list[Link]] = {}
    for link in document.links:
        page = f"page:{web_addresses.address(link.url)}"
        if link.sentence is not None and (source := index.by_key.get(page)) and not in_passing(document, link):
            found.setdefault(link.sentence, []).append(Link(link.sentence, source.key, How.LINK, link.text))
    return found


def _with(own: list[Link], more: Iterable[Link]) -> list[Link]:
    return list({link.key: link for link in (*more, *own)}.values())


def _named(document: Document, index: _Index) -> list[list[AuthorMention]]:
    """The studies named in each sentence."""
    return index.authors.read([sentence.text for sentence in document.sentences])


def _editor_links(sentence: int, keys: Sequence[str], index: _Index, own: Sequence[Link]) -> list[Link]:
    have = {link.key for link in own}
    named = [index.by_key[key.lower()] for key in keys if key.lower() in index.by_key]
    return [Link(sentence, source.key, How.EDITOR) for source in named if source.key not in have]
