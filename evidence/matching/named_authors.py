"""Which work of a list a named study means: "Lee and colleagues", "Lee and Okoro (2020)", "Dr Lee's team".

Source: standards.md A3.2. A name that several works share is settled by a co-author, the year, or by what the article
says of the work and how it cites (`namesakes`); where these leave a doubt, nothing is linked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from evidence.claims.study_mentions import NamedStudy, bare, named_studies
from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import Cue, lazily
from evidence.matching.author_rows import AuthorRows
from evidence.matching.choices import Choice, Passage
from evidence.matching.citing_order import Customs
from evidence.matching.family_names import SURE_LENGTH, WRITTEN, forms, is_namesake, shortened, without_particles
from evidence.matching.namesakes import Namesakes

_YEAR = lazily(r"\b(?:19|20)\d\d\b")
_SPOKEN = Cue(
    r"\b(?P<name>[A-Z][\w'’-]*\w)(?:['’]s\s+(?:\w+\s+)?(?:study|trial|team|group|work|paper|results?|findings|research|data)"
    r"|\s*\((?P<year>(?:19|20)\d\d)[a-z]?\)"
    r"|\s+(?:\w+ly\s+)?(?:found|showed|reported|observed|concluded|demonstrated|studied|suggested|argued?|noted|followed"
    r"|argues|writes|finds|concludes|describes))\b"
    r"|\b(?P<dated>[A-Z][\w'’-]*\w)(?:\s+et\s+al\.?)?,?\s+(?:in\s+)?(?P<plain>(?:19|20)\d\d)(?=[a-z]?\b(?!\s*[-–]\s*\d))"
    r"|(?<=\b[Tt]he\s)(?P<of>[A-Z][\w'’-]*\w)\s+(?:stud(?:y|ies)|trials?|paper|review|meta-analysis|survey|cohort)\b",
    re.NOFLAG,
)
_OF_A_DATE = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec spring summer autumn fall winter easter christmas
    """.split()  # noqa: SIM905
)
_WORD = lazily(r"[^\W_][\w'’-]+")
_ET_AL = lazily(r"\bet\b\.?\s*al\b")
_LONGEST = 40
"""Letters of the first half of a double name at most [house]."""

_KEPT, _KEPT_ARTICLES = 2000, 4
"""So many sentences and articles are remembered: links and lost mentions ask for the same ones."""

_PAIR = lazily(
    rf"\b(?P<name>{WRITTEN})\s+(?:and|&)\s+(?P<second>{WRITTEN})(?:['’]s)?(?:\s*\(?\s*(?P<year>(?:19|20)\d\d))?"
)


class AuthorMention(NamedTuple):
    """A study named by its authors; `keys` is empty where it is not on the list or not settled."""

    text: str
    keys: tuple[str, ...]


class _Name(NamedTuple):
    """A name in a sentence and the works it may mean; `told` is whether it is reported where that is not settled."""

    text: str
    family: str
    works: tuple[Source, ...]
    start: int
    end: int
    told: bool


class AuthorIndex:
    """The works of a list by their authors' family names."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._first: dict[str, dict[str, Source]] = {}
        self._any: dict[str, dict[str, Source]] = {}
        self._near: dict[str, set[str]] = {}
        self._read: dict[str, list[_Name]] = {}
        self._articles: dict[tuple[str, ...], list[list[AuthorMention]]] = {}
        self._sources = sources
        for source in paced(sources):
            for place, family in enumerate(source.families):
                for name in forms(family):
                    _add(self._any, name, source)
                    if place == 0:
                        _add(self._first, name, source)
        for name in self._first:
            for shorter in shortened(name):
                self._near.setdefault(shorter, set()).add(name)
        self._places = {source.key: place for place, source in enumerate(sources)}
        alone = {name: self._places[next(iter(works))] for name, works in self._first.items() if len(works) == 1}
        self.namesakes = Namesakes(sources, alone)
        self._rows = AuthorRows(sources, self._first)

    def named(self, text: str, before: str = "", after: str = "") -> list[AuthorMention]:
        """Every study that a sentence names by its authors, with the work it means if that is certain.

        `before` and `after` are the sentences around, which help to tell namesakes' works apart.
        """
        return self.read((before, text, after))[1]

    def read(self, sentences: Sequence[str]) -> list[list[AuthorMention]]:
        """For each sentence of an article every study that it names by its authors, as `named` says."""
        asked = tuple(sentences)
        if asked not in self._articles:
            if len(self._articles) >= _KEPT_ARTICLES:
                self._articles.clear()
            self._articles[asked] = self._settled(asked)
        return self._articles[asked]

    def _settled(self, sentences: Sequence[str]) -> list[list[AuthorMention]]:
        names = [self._named(text) for text in paced(sentences)]
        choices = self._choices(sentences, names)
        works = self.namesakes.settled(choices, self._customs(sentences, names)) if choices else ()
        meant = {
            (choice.passage.sentence, choice.passage.start): work for choice, work in zip(choices, works, strict=True)
        }
        found: list[list[AuthorMention]] = []
        for place, here in enumerate(names):
            settled = [
                (name, name.works[0] if len(name.works) == 1 else meant.get((place, name.start))) for name in here
            ]
            found.append(
                [AuthorMention(name.text, (work.key,) if work else ()) for name, work in settled if work or name.told]
            )
        return found

    def choices(self, sentences: Sequence[str]) -> tuple[list[Choice], Customs]:
        """Every mention of an article that leaves several works, and how the article cites."""
        names = [self._named(text) for text in sentences]
        return self._choices(sentences, names), self._customs(sentences, names)

    def _choices(self, sentences: Sequence[str], names: Sequence[Sequence[_Name]]) -> list[Choice]:
        found: list[Choice] = []
        turn = 0
        for place, here in enumerate(names):
            before = sentences[place - 1] if place else ""
            after = sentences[place + 1] if place + 1 < len(sentences) else ""
            for name in here:
                if len(name.works) > 1:
                    around = (sentences[place], before, after, name.start, name.end, name.family, place, turn)
                    found.append(Choice(name.works, Passage(*around)))
                turn += 1
        return found

    def _customs(self, sentences: Sequence[str], names: Sequence[Sequence[_Name]]) -> Customs:
        every = [name for here in names for name in here]
        sure = [(turn, self._places[name.works[0].key]) for turn, name in enumerate(every) if len(name.works) == 1]
        said = frozenset(vocabulary.folded(word) for name in every for word in _WORD.findall(name.text))
        return Customs(sentences, self._sources, sure, said)

    def _named(self, text: str) -> list[_Name]:
        """The names of a sentence in their order."""
        if text not in self._read:
            if len(self._read) > _KEPT:
                self._read.clear()
            self._read[text] = sorted(self._found(text), key=lambda name: name.start)
        return self._read[text]

    def _found(self, text: str) -> list[_Name]:
        years = self.years(text)
        names = [self._of_study(text, study, years) for study in named_studies(text)]
        covered = [(name.start, name.end) for name in names]
        rows = self._rows.named(text) if self._first else ()
        for row in _outside(covered, rows, lambda row: row.start):
            if works := _of_years(row.works, row.year, years):
                names.append(_Name(row.text, row.works[0].families[0], tuple(works), row.start, row.end, told=False))
                covered.append((row.start, row.end))
        pairs = (_PAIR,) if "and" in text or "&" in text else ()
        for pattern in (*pairs, _SPOKEN) if self._first else ():
            free = _outside(covered, pattern.finditer(text), re.Match.start)
            for found in free:
                family, works = self._spoken_of(found, years) if pattern is _SPOKEN else self._pair(found, years)
                if works:
                    start, end = found.span()
                    names.append(_Name(found.group(), family, tuple(works), start, end, told=False))
                    covered.append(found.span())
        return names

    def _pair(self, found: re.Match[str], years: frozenset[int]) -> tuple[str, list[Source]]:
        year = int(found["year"]) if found["year"] else None
        return found["name"], self.meant(found["name"], bare(found["second"]), year, years, strict=True)

    def _spoken_of(self, found: re.Match[str], years: frozenset[int]) -> tuple[str, list[Source]]:
        """The one name of a study and the works by it; none of another year than stands right behind it."""
        kind = next(kind for kind in ("name", "dated", "of") if found[kind])
        written = found["year"] or found["plain"]
        year = int(written) if written else None
        works = self.meant(found[kind], "", year, years, strict=True)
        before = found.string[: found.start(kind)]
        works = [work for work in works if not is_namesake(before, found[kind], work.raw[:600])]
        if kind == "dated":
            works = [work for work in works if work.year == year and found[kind].lower() not in _OF_A_DATE]
        return found[kind], works

    def _of_study(self, text: str, study: NamedStudy, years: frozenset[int]) -> _Name:
        """A study by "Lee et al.", or that of the last of "Fall, Lee et al." where nobody wrote with Fall and Lee.

        "Lee et al." is by Lee first; of mentions whose name the list had as another author's alone, 3 of 11 meant that.
        """
        only_first = _ET_AL.search(study.text) is not None
        if study.second and self._are_two(study.family, study.second):
            start = text.find(study.second, study.start + len(study.family))
            if works := self.meant(study.second, "", study.year, years, only_first=only_first):
                return _Name(text[start : study.end], study.second, tuple(works), start, study.end, told=True)
        works = self.meant(study.family, study.second, study.year, years, only_first=only_first)
        if not works and (first := _capital_before(text, study.start)):
            whole = f"{first} {study.family}"  # "Ras Abi et al."
            if works := self.meant(whole, study.second, study.year, years, strict=True):
                start = text.rfind(first, 0, study.start)
                return _Name(f"{first} {study.text}", whole, tuple(works), start, study.end, told=True)
        return _Name(study.text, study.family, tuple(works), study.start, study.end, told=True)

    def _are_two(self, family: str, second: str) -> bool:
        """Whether two names in a row are of two studies: the list knows no work that both wrote."""
        by_first = self._called(vocabulary.folded(family))
        if not by_first:
            return True
        folded = vocabulary.folded(second)
        others = self._any.get(folded) or self._any.get(without_particles(folded), {})
        known = all(len(work.families) > 1 or "et al" not in work.raw for work in by_first)
        return known and folded in self._first and not any(work.key in others for work in by_first)

    def meant(
        self,
        name: str,
        second: str,
        year: int | None,
        years: frozenset[int],
        *,
        strict: bool = False,
        only_first: bool = False,
    ) -> list[Source]:
        """The works that a name may mean: first authors before others, then a co-author, then the year.

        `only_first`: no others; `strict`: no names that differ in a letter either, and no work without the co-author.
        """
        candidates = self._called(vocabulary.folded(name), strict=strict, only_first=strict or only_first)
        if second:
            folded = vocabulary.folded(second)
            others = self._any.get(folded) or self._any.get(without_particles(folded), {})
            both = [source for source in candidates if source.key in others]
            candidates = both if strict or both or len(candidates) > 1 else candidates
        if year is not None:
            undated = [source for source in candidates if source.year is None]
            candidates = [source for source in candidates if source.year == year] or undated
        elif len(candidates) > 1:
            candidates = [source for source in candidates if source.year in years] or candidates
        return _as_many(candidates, pair=bool(second))

    @staticmethod
    def years(text: str) -> frozenset[int]:
        """The years that a sentence writes."""
        written = _YEAR.findall(text) if "19" in text or "20" in text else ()
        return frozenset(map(int, written))

    def _called(self, name: str, *, strict: bool = False, only_first: bool = False) -> list[Source]:
        others = {} if only_first else self._any
        works = self._first.get(name) or others.get(name, {})
        if not works and " " in name:
            plain = without_particles(name)
            works = self._first.get(plain) or others.get(plain, {})
        found = list(works.values())
        if found or strict or len(name) < SURE_LENGTH:
            return found
        alike = {other for shorter in shortened(name) for other in self._near.get(shorter, ())}
        alike = {other for other in alike if other[0] == name[0] and len(other) >= SURE_LENGTH}
        return list(self._first[alike.pop()].values()) if len(alike) == 1 else []


def _capital_before(text: str, start: int) -> str:
    """The word right before a place if it begins with a capital, or ""."""
    before = text[max(0, start - _LONGEST) : start]
    word = before.split()[-1] if before[-1:].isspace() and before.strip() else ""
    return word if word[:1].isupper() and word.isalpha() else ""


_Found = TypeVar("_Found")


def _outside(
    covered: Sequence[tuple[int, int]], found: Iterable[_Found], start: Callable[[_Found], int]
) -> list[_Found]:
    """What does not begin inside a stretch that is covered already."""
    spans = sorted(covered)
    starts = [start for start, _ in spans]
    free = []
    for one in found:
        place = bisect_right(starts, start(one)) - 1
        if place < 0 or spans[place][1] <= start(one):
            free.append(one)
    return free


def _of_years(works: Sequence[Source], year: int | None, years: frozenset[int]) -> list[Source]:
    """The works of the year behind a row of names or, without one, of a year in the sentence; all where none is."""
    told = {year} if year is not None else years
    return [work for work in works if work.year in told] or [work for work in works if year in (None, work.year)]


def _as_many(candidates: list[Source], *, pair: bool) -> list[Source]:
    """Works by just two authors for "Lee and Okoro", works by more for "Lee et al.", where there are both.

    Nobody is "et al." of a work by one author, and few are of a work by two.
    """
    if pair:
        return [source for source in candidates if len(source.families) == 2] or candidates
    more = [source for source in candidates if len(source.families) > 2]
    return more or [source for source in candidates if len(source.families) == 2] or candidates


def _add(index: dict[str, dict[str, Source]], name: str, source: Source) -> None:
    index.setdefault(name, {})[source.key] = source
