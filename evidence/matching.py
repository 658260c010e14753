"""Ties sentences to sources: by marker, by the authors' names, by going on about the study before, by an editor.

Source: standards.md A3.2. A link is never made forward and never from likeness of topic; see `suggestions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from evidence import notes, study_cues, vocabulary
from evidence.authors import Authors, NamedWork
from evidence.markers import family_key
from evidence.suggestions import suggest
from evidence.values import Claim, Document, How, Link, Marker, Sentence, Source

__all__ = ["absent", "match", "resolves", "suggest", "unresolved"]


@dataclass(slots=True)
class _Index:
    """The sources of an article by everything a marker may call them."""

    by_key: dict[str, Source] = field(default_factory=dict)
    authors: Authors = field(default_factory=lambda: Authors(()))


def match(
    document: Document,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    confirmed: Mapping[int, Sequence[str]] | None = None,
) -> tuple[Link, ...]:
    """Every link of every sentence, in order; `confirmed` are the keys that an editor tied to a sentence."""
    index = _index(sources)
    markers = _markers_by_sentence(notes.markers(document))
    by_hand = confirmed or {}
    named = _named(document, index)
    links: list[Link] = []
    before: list[Link] = []
    last: Sentence | None = None
    for sentence, claim in zip(document.sentences, claims, strict=True):
        own = _own_links(sentence, markers.get(sentence.index, ()), named[sentence.index], index)
        own += _editor_links(sentence.index, by_hand.get(sentence.index, ()), index, own)
        if sentence.place:  # a heading or the like carries only what stands there, and hands nothing on
            links += own
            continue
        if not own and last is not None and _goes_on(sentence, last, claim):
            own = [Link(sentence.index, link.key, How.INHERITED, link.mention) for link in before]
        links += own
        before = [link for link in own if link.how is not How.EDITOR]
        last = sentence
    return tuple(links)


def unresolved(document: Document, claims: Sequence[Claim], sources: Sequence[Source]) -> dict[int, str]:
    """The words, by sentence, that name or describe a study which is not among the sources."""
    index = _index(sources)
    lost: dict[int, str] = {}
    leading = _leading(document, index)
    for marker in notes.markers(document):
        if marker.sentence not in lost and marker.sentence not in leading:
            lost[marker.sentence] = marker.text
    markers = _markers_by_sentence(notes.markers(document))
    named = _named(document, index)
    for sentence, claim in zip(document.sentences, claims, strict=True):
        names = named[sentence.index]
        found = _own_links(sentence, markers.get(sentence.index, ()), names, index)
        if not claim.mention or any(link.how is not How.NAMED for link in found):
            continue
        strangers = [name.text for name in names if not name.keys]
        if strangers or not names:
            lost.setdefault(sentence.index, strangers[0] if strangers else claim.mention)
    return lost


def absent(document: Document, sources: Sequence[Source]) -> dict[int, tuple[str, ...]]:
    """What markers name that is not among the sources, by sentence, where others in it lead to one that is."""
    index = _index(sources)
    leading = _leading(document, index)
    found: dict[int, list[str]] = {}
    for marker in notes.markers(document):
        missing = [key for key in marker.keys if _resolve(key, index) is None]
        if missing and marker.sentence in leading:
            found.setdefault(marker.sentence, []).extend(_as_written(key, marker.text) for key in missing)
    return {sentence: tuple(dict.fromkeys(names)) for sentence, names in found.items()}


def _leading(document: Document, index: _Index) -> set[int]:
    """The sentences with a marker that leads to a source."""
    markers = notes.markers(document)
    return {marker.sentence for marker in markers if any(_resolve(key, index) for key in marker.keys)}


def _as_written(key: str, marker: str) -> str:
    """A key as the reader of the marker sees it: "[4]", "@lee2020", "Haugen 2011"."""
    if key.isdigit():
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
    return _indexed(tuple(sources))


@lru_cache(maxsize=2)
def _indexed(sources: tuple[Source, ...]) -> _Index:
    index = _Index(authors=Authors(sources))
    for source in sources:
        for name in _names_of(source):
            index.by_key.setdefault(name, source)
    return index


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
    if source.families and source.year:
        yield f"author:{vocabulary.folded(source.families[0])}:{source.year}"


def _resolve(key: str, index: _Index) -> Source | None:
    plain = key.lower().rstrip("/")
    found = index.by_key.get(plain)
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


def _own_links(sentence: Sentence, markers: Sequence[Marker], names: Sequence[NamedWork], index: _Index) -> list[Link]:
    links: dict[str, Link] = {}
    for marker in markers:
        for key in marker.keys:
            source = _resolve(key, index)
            if source is not None:
                links.setdefault(source.key, Link(sentence.index, source.key, marker.how, marker.text))
    for name in names:
        for key in name.keys:
            links.setdefault(key, Link(sentence.index, key, How.NAMED, name.text))
    return list(links.values())


def _named(document: Document, index: _Index) -> list[list[NamedWork]]:
    """The studies named in each sentence; the sentences next to it help to tell namesakes apart."""
    texts = [sentence.text for sentence in document.sentences]
    around = zip(["", *texts], [*texts[1:], ""], strict=False)
    return [
        index.authors.named(text, f"{before} {after}") for text, (before, after) in zip(texts, around, strict=False)
    ]


def _editor_links(sentence: int, keys: Sequence[str], index: _Index, own: Sequence[Link]) -> list[Link]:
    have = {link.key for link in own}
    named = [index.by_key[key.lower()] for key in keys if key.lower() in index.by_key]
    return [Link(sentence, source.key, How.EDITOR) for source in named if source.key not in have]


# --- Going on about the same study ------------------------------------------------------------------------


def _goes_on(sentence: Sentence, before: Sentence, claim: Claim) -> bool:
    """Whether a sentence goes on about the study of the one right before it."""
    near = sentence.paragraph in (before.paragraph, before.paragraph + 1)
    if not (near and claim.claim) or claim.mention:
        return False
    text = sentence.text
    if study_cues.OTHER_STUDY.search(text) or study_cues.PLURAL_RESEARCH.search(text):
        return False
    return study_cues.CONTINUES_STUDY.search(text) is not None
