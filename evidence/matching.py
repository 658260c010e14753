"""Ties sentences to sources: by marker, by the authors' names, by going on about the study before, by an editor.

Source: standards.md A3.2. A link is never made forward and never from likeness of topic; see `suggestions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evidence import notes, study_cues, vocabulary
from evidence.mentions import named_studies
from evidence.suggestions import suggest
from evidence.values import Claim, Document, How, Link, Marker, Sentence, Source

__all__ = ["match", "resolves", "suggest", "unresolved"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SURNAME_VERB = re.compile(
    r"(?P<name>\b[A-Z][\w'’-]*\w)(?:['’]s\s+(?:\w+\s+)?(?:study|trial|team|group|work|paper|results?|findings|research|data)|\s*\((?P<year>(?:19|20)\d\d)[a-z]?\)|\s+(?:\w+ly\s+)?(?:found|showed|reported|observed|concluded|demonstrated|studied|suggested|argued?|noted|followed))\b"
)


@dataclass(slots=True)
class _Index:
    """The sources of an article by everything a marker may call them."""

    by_key: dict[str, Source] = field(default_factory=dict)
    by_family: dict[str, list[Source]] = field(default_factory=dict)


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
    links: list[Link] = []
    before: list[Link] = []
    last: Sentence | None = None
    for sentence, claim in zip(document.sentences, claims, strict=True):
        own = _own_links(sentence, markers.get(sentence.index, ()), index)
        own += _editor_links(sentence.index, by_hand.get(sentence.index, ()), index, own)
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
    for marker in notes.markers(document):
        if marker.sentence not in lost and not any(_resolve(key, index) for key in marker.keys):
            lost[marker.sentence] = marker.text
    markers = _markers_by_sentence(notes.markers(document))
    for sentence, claim in zip(document.sentences, claims, strict=True):
        found = _own_links(sentence, markers.get(sentence.index, ()), index)
        if not claim.mention or any(link.how is not How.NAMED for link in found):
            continue
        named = [name for name in _names(sentence.text, index) if name.keys]
        strangers = [name.text for name in _names(sentence.text, index) if not name.keys]
        if strangers or not named:
            lost.setdefault(sentence.index, strangers[0] if strangers else claim.mention)
    return lost


def resolves(sources: Sequence[Source]) -> Callable[[str], bool]:
    """A test for whether a marker's key means one of the sources."""
    index = _index(sources)
    return lambda key: _resolve(key, index) is not None


# --- Markers ----------------------------------------------------------------------------------------------


def _index(sources: Sequence[Source]) -> _Index:
    index = _Index()
    for source in sources:
        for name in _names_of(source):
            index.by_key.setdefault(name, source)
        for family in dict.fromkeys(vocabulary.folded(family) for family in source.families):
            index.by_family.setdefault(family, []).append(source)
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


def _own_links(sentence: Sentence, markers: Sequence[Marker], index: _Index) -> list[Link]:
    links: dict[str, Link] = {}
    for marker in markers:
        for key in marker.keys:
            source = _resolve(key, index)
            if source is not None:
                links.setdefault(source.key, Link(sentence.index, source.key, marker.how, marker.text))
    for name in _names(sentence.text, index):
        for key in name.keys:
            links.setdefault(key, Link(sentence.index, key, How.NAMED, name.text))
    return list(links.values())


def _editor_links(sentence: int, keys: Sequence[str], index: _Index, own: Sequence[Link]) -> list[Link]:
    have = {link.key for link in own}
    named = [index.by_key[key.lower()] for key in keys if key.lower() in index.by_key]
    return [Link(sentence, source.key, How.EDITOR) for source in named if source.key not in have]


# --- Names ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Name:
    """A study named by its authors; `keys` is empty where it is not on the list or not settled."""

    text: str
    keys: tuple[str, ...]


def _names(text: str, index: _Index) -> list[_Name]:
    names: list[_Name] = []
    covered: list[tuple[int, int]] = []
    for study in named_studies(text):
        keys = _settle(study.family, study.second, study.year, text, index)
        names.append(_Name(study.text, keys))
        covered.append((study.start, study.end))
    for found in _SURNAME_VERB.finditer(text):
        inside = any(start <= found.start() < end for start, end in covered)
        if inside or vocabulary.folded(found.group("name")) not in index.by_family:
            continue
        year = int(found.group("year")) if found.group("year") else None
        keys = _settle(found.group("name"), "", year, text, index)
        if keys:
            names.append(_Name(found.group(), keys))
    return names


def _settle(name: str, second: str, year: int | None, text: str, index: _Index) -> tuple[str, ...]:
    """The one source a surname means: first author before others, then the year, then words of the title."""
    family = vocabulary.folded(name)
    candidates = index.by_family.get(family, [])
    first = [source for source in candidates if vocabulary.folded(source.families[0]) == family]
    candidates = first or candidates
    if second:
        other = vocabulary.folded(second)
        both = [source for source in candidates if other in {vocabulary.folded(f) for f in source.families}]
        candidates = both or ([] if len(candidates) > 1 else candidates)
    if year is not None:
        candidates = [source for source in candidates if source.year in (year, None)]
    elif len(candidates) > 1:
        years = {int(written) for written in _YEAR.findall(text)}
        candidates = [source for source in candidates if source.year in years] or candidates
    if len(candidates) > 1:
        candidates = _by_title(candidates, text)
    return (candidates[0].key,) if len(candidates) == 1 else ()


def _by_title(candidates: Sequence[Source], text: str) -> list[Source]:
    """The candidate whose title shares at least two words more with the sentence than any other, if there is one."""
    said = {word for word in vocabulary.words(text) if len(word) > 3}
    scored = sorted(
        ((len(said & set(vocabulary.words(source.title))), source) for source in candidates),
        key=lambda pair: (-pair[0], pair[1].key),
    )
    return [scored[0][1]] if scored[0][0] >= scored[1][0] + 2 else []


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
