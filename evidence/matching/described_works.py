"""Works told by year or place and by what they are about, where one work of the list fits and no other.

Source: standards.md A3.2 (a resolved name): "a 2018 study of nurses in Boston", "researchers at Stanford found that
zinc". The topic alone never ties; it only tells which work a year or a place means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import Cue
from evidence.matching.inheritance_cues import speaks_of_others
from evidence.matching.suggestions import stems

_KIND = r"(?P<{}>stud(?:y|ies)|trials?|rct|reviews?|meta-?analys[ie]s|survey|report|paper|guidelines?|analysis|experiment|article|cohort)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]{2,40}"
_PHRASE = rf"{_CAPITAL}(?:\s+(?:(?:of|for|and|the|in)\s+){{0,2}}{_CAPITAL}){{0,5}}"
_OF_YEAR = Cue(
    rf"\b(?P<before>(?:19|20)\d\d)\s+(?:[\w-]+\s+){{0,4}}?{_KIND.format('kind')}\b"
    rf"|\b{_KIND.format('kind2')}\b[^.;]{{0,60}}?\b(?:from|in|of|published|dated|conducted)\s+(?:in\s+)?[*_]{{0,3}}(?P<after>(?:19|20)\d\d)\b"
    rf"|\b[Ii]n\s+[*_]{{0,3}}(?P<front>(?:19|20)\d\d),?\s+(?:a|an|one|the)\s+(?:[\w-]+\s+){{0,4}}?{_KIND.format('kind3')}\b",
    re.IGNORECASE,
)
_COUNTRIES = {
    "American": ("united", "america", "american", "usa"), "Australian": ("australia",), "Austrian": ("austria",), "Belgian": ("belgium",),
    "Brazilian": ("brazil",), "British": ("britain", "british", "kingdom", "england"), "Canadian": ("canada",), "Chinese": ("china", "chinese"),
    "Danish": ("denmark", "danish"), "Dutch": ("netherlands", "dutch"), "Egyptian": ("egypt",), "English": ("england",),
    "Finnish": ("finland", "finnish"), "French": ("france", "french"), "German": ("germany", "german"), "Greek": ("greece", "greek"),
    "Icelandic": ("iceland",), "Indian": ("india", "indian"), "Iranian": ("iran", "iranian"), "Irish": ("ireland", "irish"),
    "Israeli": ("israel",), "Italian": ("italy", "italian"), "Japanese": ("japan", "japanese"), "Korean": ("korea", "korean"),
    "Mexican": ("mexico",), "Norwegian": ("norway", "norwegian"), "Polish": ("poland",), "Portuguese": ("portugal",),
    "Scottish": ("scotland", "scottish"), "Singaporean": ("singapore",), "Spanish": ("spain", "spanish"), "Swedish": ("sweden", "swedish"),
    "Swiss": ("switzerland", "swiss"), "Taiwanese": ("taiwan",), "Thai": ("thailand",), "Turkish": ("turkey", "turkish"), "Welsh": ("wales",),
}  # fmt: skip
"""By whose study it is, the words in an entry that tell where it was done: "a Japanese study"."""
_FROM = Cue(
    r"\b(?i:researchers|scientists|investigators|doctors|physicians|epidemiologists|psychologists|nutritionists|a\s+team|a\s+group)\s+"
    rf"(?i:at|from|in)\s+(?:the\s+)?(?P<lab>{_PHRASE})"
    rf"|\b(?P<printer>Cochrane|Lancet)\s+(?:[a-z][\w-]+\s+){{0,2}}?{_KIND.format('kind')}\b"
    rf"|\b(?P<people>{'|'.join(_COUNTRIES)})\s+(?:[a-z][\w-]+\s+){{0,2}}{_KIND.format('kind4')}\b"
    rf"|\b(?P<whose>{_CAPITAL})(?:\s+University)?\s+(?:researchers|scientists|investigators|team)\b"
    rf"|\b(?:study|trial|survey|cohort|experiment)\s+(?:of|in|from|at|among|with)\s+(?:[\w-]+\s+){{0,5}}?(?:in|at|from|of)?\s*(?:the\s+)?(?P<place>{_PHRASE})",
    re.NOFLAG,
)
_EMPTY = stems(
    "study trial review randomised randomized controlled systematic meta-analysis analysis effect effects clinical patients adults people"
    " placebo double blind report evidence health risk women men children university researchers school medical medicine center centre"
)
_NO_PLACE = frozenset(
    "the this that these those researchers scientists new recent university school college hospital institute center centre medical medicine".split()
)
_TELLS = Cue(
    r"\b(?:stud(?:y|ies)|trials?|research|reviews?|meta-?analys[ie]s|survey|report|paper|cohort|experiment|article)\b"
)
_WHOLE = 0.8
_LONG = 4
"""So much of a title of at least so many telling words names the work where a sentence tells of a study [house]."""

_PLAIN_KINDS = (
    r"\bsystematic\W+review",
    r"\bmeta-?\s?analys[ei]s",
    r"\b(?:randomi[sz]ed\b.{0,40}|controlled\W+)trial",
    r"\bguideline",
    r"\bcohort\W+study",
)
_FEW = 12
"""In a list of more works, another of the year may be meant that says its kind in other words [house]."""
_ENOUGH = 2
"""Telling words of its title that a sentence shares with the work it means [house]."""


class DescribedWorks:
    """The works of a list by year, place and topic."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._topics = [stems(source.title) - _EMPTY for source in paced(sources)]
        self._of_year: dict[int | None, list[int]] = {}
        self._on_topic: dict[str, list[int]] = {}
        for at, source in enumerate(sources):
            self._of_year.setdefault(source.year, []).append(at)
            for topic in self._topics[at]:
                self._on_topic.setdefault(topic, []).append(at)

    def described(self, text: str) -> tuple[str, str] | None:
        """The words that describe a work and its key, where one fits and no other does."""
        if not self._sources:
            return None
        year = _OF_YEAR.search(text)
        if whole := self._by_whole_title(text, year):
            return whole
        place = _FROM.search(text)
        if year is None and place is None:
            return None
        needed, said = _ENOUGH, stems(text)
        fitting: list[int] = []
        if year is not None:
            told = int(year["before"] or year["after"] or year["front"])
            of_year: Sequence[int] = self._of_year.get(told, ())
            if len(of_year) > _FEW:  # one alone cannot be told by its kind, so it has to be on topic
                alike = {at for topic in said for at in self._on_topic.get(topic, ())}
                of_year = [at for at in of_year if at in alike]
            fitting = [at for at in of_year if self._is_kind(at, year)]
            needed -= bool(place is not None and any(self._names(at, place) for at in fitting))
        elif place is not None:
            alike = {at for topic in said for at in self._on_topic.get(topic, ())}
            fitting = [at for at in sorted(alike) if self._names(at, place)]
        if year is not None and len(fitting) == 1 and self._says_kind(fitting[0], year):
            return year.group(), self._sources[fitting[0]].key
        fits = [(len(self._topics[at] & said), at) for at in fitting]
        near = sorted((pair for pair in fits if pair[0]), reverse=True)
        if not near or near[0][0] < needed or (len(near) > 1 and near[1][0] * 2 > near[0][0]):
            return None
        found = year or place
        return found.group() if found else "", self._sources[near[0][1]].key

    def _by_whole_title(self, text: str, year: re.Match[str] | None) -> tuple[str, str] | None:
        """The words for a study and the key of the one work nearly all of whose title stands in the same sentence."""
        tells = _TELLS.search(text)
        if tells is None or speaks_of_others(text):
            return None
        said = stems(text)
        near = {at for topic in said for at in self._on_topic.get(topic, ())}
        fitting = [
            at
            for at in sorted(near)
            if len(self._topics[at]) >= _LONG and len(self._topics[at] & said) >= _WHOLE * len(self._topics[at])
        ]
        if len(fitting) != 1:
            return None
        source = self._sources[fitting[0]]
        told = int(year["before"] or year["after"] or year["front"]) if year else source.year
        if source.year and told != source.year:
            return None
        return tells.group(), source.key

    def _is_kind(self, at: int, match: re.Match[str]) -> bool:
        """Whether the title does not speak against the kind of work: a review is no trial."""
        kind = (match["kind"] or match["kind2"] or match["kind3"]).lower()
        title = self._sources[at].title.lower()
        reviews = re.search(r"review|meta-?analys|overview", title) is not None
        if kind.startswith(("trial", "rct", "experiment", "cohort", "survey")):
            return not reviews
        return not (
            kind.startswith(("review", "meta"))
            and re.search(r"\b(?:trial|cohort|survey|randomi[sz]ed)\b", title)
            and not reviews
        )

    def _says_kind(self, at: int, match: re.Match[str]) -> bool:
        """Whether the title says that it is the very kind of work: "a 2024 systematic review", in a list of few works."""
        if len(self._sources) > _FEW:
            return False
        told, title = match.group().lower(), self._sources[at].title.lower()
        return any(re.search(kind, told) and re.search(kind, title) for kind in _PLAIN_KINDS)

    def _names(self, at: int, match: re.Match[str]) -> bool:
        """Whether the entry of a work holds the name of the place or lab."""
        entry = set(_words(f"{self._sources[at].title} {self._sources[at].raw[:800]}"))
        return any(word in entry for word in self._places(match))

    @staticmethod
    def _places(match: re.Match[str]) -> Iterator[str]:
        yield from _COUNTRIES.get(match["people"] or "", ())
        phrase = match["lab"] or match["printer"] or match["whose"] or match["place"] or ""
        yield from (word for word in _words(phrase) if len(word) > 3 and word not in _NO_PLACE)


def _words(text: str) -> list[str]:
    return [vocabulary.folded(word) for word in re.findall(r"[^\W\d_]+", text)]
