"""The sources of an article by everything that its text may call them: keys, numbers, addresses, names, titles.

A marker means the source whose key, number, identifier, address or author and year it gives; what is told in words is
asked of the names, bodies and titles of the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching import publishing_bodies, short_names, web_addresses
from evidence.matching.bare_names import BareNames
from evidence.matching.described_works import DescribedWorks
from evidence.matching.named_authors import AuthorIndex
from evidence.matching.named_works import NamedWorks
from evidence.matching.titled_works import is_titled_work
from evidence.reading import pandoc_keys
from evidence.reading.markers import family_key
from evidence.references.identifiers import identify
from evidence.values import Held

_PARTS = 3
"""Words of a family name; what has more is the name of a body [house]."""

_KIND_IN_CAPITALS = lazily(r"(?<=\w\s)(?:Trial|Study|Review|Survey|Report|Guidelines?)\b")
"""The kind of a work as titles write it: "COMET-6 Trial"."""


@dataclass(slots=True, eq=False, repr=False)
class KnownWorks:
    """The sources of an article by everything a marker may call them."""

    by_key: dict[str, Source] = field(default_factory=dict)
    authors: AuthorIndex = field(default_factory=lambda: AuthorIndex(()))
    names: NamedWorks = field(default_factory=lambda: NamedWorks(()))
    described: DescribedWorks = field(default_factory=lambda: DescribedWorks(()))
    bare: BareNames = field(default_factory=lambda: BareNames(()))
    listed: tuple[Source, ...] = ()
    told: tuple[Source, ...] = ()

    def resolve(self, key: str, mention: str = "") -> Source | None:
        """The source that a marker's key means, or None; `mention` are its words.

        "Sleepwell (2021)" in the run of a sentence may be a thing and its year: a work without a year is meant only by
        brackets that hold the name as well.
        """
        plain = key.lower().rstrip("/")
        found = self.by_key.get(plain)
        if found is None and plain.startswith("url:"):
            found = self.by_key.get(f"page:{web_addresses.address(key[4:])}")
        if found is None and plain.startswith("author:"):
            _, family, year = (*plain.split(":"), "", "")[:3]
            found = self.by_key.get(f"author:{vocabulary.folded(family)}:{year}")
            if found is None and year[-1:].isalpha():
                found = self.by_key.get(f"{vocabulary.folded(family)}{year.removesuffix('a')}")
                found = found or self.by_key.get(f"author:{vocabulary.folded(family)}:{year[:-1]}")
            if found is None and mention[:1] in ("", "(", "["):
                found = self.by_key.get(f"author:{vocabulary.folded(family)}:{publishing_bodies.ANY_YEAR}")
        return found

    def named_in(self, heading: str) -> list[tuple[str, str, str]]:
        """Key, words and title of each work that a heading names by authors and year, by body or by year and kind."""
        told = [(key, name.text) for name in self.authors.named(heading) for key in name.keys]
        heading = _KIND_IN_CAPITALS.sub(lambda kind: kind.group().lower(), heading)
        told += [(key, words) for words, key in self.names.named(heading)]
        if not told and (found := self.described.described(heading)):
            told.append((found[1], found[0]))
        titles = {source.key: source.title for source in self.listed}
        return [(key, words, titles.get(key, "")) for key, words in dict(told).items()]


def known_works(sources: Sequence[Source]) -> KnownWorks:
    """The sources of an article, to be asked by what its text calls them. What was made of the last ones is kept."""
    return _of_held(Held(sources)) if isinstance(sources, tuple) else _indexed(tuple(sources))


@lru_cache(maxsize=2)
def _of_held(held: Held[tuple[Source, ...]]) -> KnownWorks:
    return _indexed(held.value)


@lru_cache(maxsize=2)
def _indexed(sources: tuple[Source, ...]) -> KnownWorks:
    listed = [source for source in sources if source.on_list]
    works = KnownWorks(authors=AuthorIndex(sources), names=NamedWorks(listed), described=DescribedWorks(listed))
    works.bare, works.listed = BareNames(listed), tuple(listed)
    works.told = tuple(source for source in sources if is_titled_work(source))
    for source in paced(sources):
        for name in _names_of(source):
            works.by_key.setdefault(name, source)
    for source in sources:
        if name := _last_word(source):
            works.by_key.setdefault(name, source)
    for name, source in (*short_names.in_brackets(sources), *publishing_bodies.in_brackets(sources)):
        works.by_key.setdefault(name, source)
    return works


def _last_word(source: Source) -> str:
    """What brackets take for the name of somebody called "Roguin Maor", where nobody else of the list is called so."""
    parts = source.families[0].split() if source.families and source.year else []
    if not 1 < len(parts) <= _PARTS or not parts[-1][:1].isupper():
        return ""
    return f"author:{family_key(parts[-1])}:{source.year}"


def _names_of(source: Source) -> Iterable[str]:
    yield source.key.lower()
    yield pandoc_keys.identified(source.key).lower()  # OUP's .bib files have the DOI for key
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


def resolves(sources: Sequence[Source]) -> Callable[[str], bool]:
    """A test for whether a marker's key means one of the sources."""
    works = known_works(sources)
    return lambda key: works.resolve(key) is not None
