"""Works named in words rather than by their authors: a body, a journal, a title, the short name of a trial.

Source: standards.md A3.2 (a resolved name). A name leads to a work only where it stands as somebody's word ("according
to the Sleep Council", "published in Annals of Sleep", "the COMET trial") and one work alone of the list bears it; a
year beside it has to be that work's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from evidence.context import Source
from evidence.language import vocabulary
from evidence.language.dotted_names import undotted
from evidence.language.patterns import Cue, lazily
from evidence.matching import hosts, short_names

_Name = TypeVar("_Name")

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.&-]{0,40}"
_PHRASE = rf"(?:{_CAPITAL}(?:\s+(?:(?:of|for|and|the|on|in|to|de|&)\s+){{0,2}}{_CAPITAL}){{0,9}})"
_KINDS = (
    r"(?:reports?|studies|study|trial|guidelines?|guidance|recommendations?|reviews?|statement|position(?:\s+(?:stand|statement|paper))?|survey|fact\s?sheet|"
    r"advisory|bulletin|policy|opinion|white\s+paper|toolkit|handbook|brief|paper|analysis|data|figures|statistics|website|page|article|book|consensus|experiment|meta-analysis|advice|estimates?|monograph)"
)
_SAYS = (
    r"(?:says?|said|states?|stated|stands?|recommends?|recommended|advises?|advised|reports?|reported|finds?|found|estimates?|estimated|warns?|warned|"
    r"concludes?|concluded|notes?|noted|defines?|defined|suggests?|suggested|publishe[sd]|classifie[sd]|considers?|lists?|listed|showed|shows|compared|"
    r"followed|enrolled|randomi[sz]ed|tested|included|observed|demonstrated|tracked|argues?|argued|writes|wrote|explains?|explained|link(?:s|ed)(?!\s+(?:to|with)\b)|urges?|urged|calls\s+for|called\s+for)"
)
_NO_DATE = r"(?:\s[Ss]taff)?(?:\s[\[(][A-Z][A-Za-z&-]{1,9}[\])])?(?:,?\s(?:n\.?\s?d\.?|no\s+date|pp?\.\s?\d{1,4}|par(?:a|s)?\.\s?\d{1,3}))?"
"""What may stand behind a name in brackets where the work bears no year (APA 7, 8.44), a place in it, or its staff."""
_ATTRIBUTED = Cue(
    # A capital or a few letters begin any of it; to say so first takes a third of the time.
    rf"(?=[A-ZÀ-ÖØ-Þ(]|\b[a-gimpr-tw])(?:\b[Aa]ccording\s+to\s+(?:(?:the|a|an|this|that|data\s+from|figures\s+from|research\s+by|experts\s+at)\s+){{0,2}}(?P<said>{_PHRASE})"
    rf"|\b(?:published|appeared|appearing|reported|described|printed)\s+(?:\w+\s+){{0,3}}?in\s+(?:the\s+)?(?:journal\s+|magazine\s+)?(?:the\s+)?[*_“\"]{{0,2}}(?P<printed>{_PHRASE})"
    rf"|\b[Tt]he\s+(?:\w+\s+)?journal\s+[*_“\"]{{0,2}}(?P<journal>{_PHRASE})"
    rf"|(?P<subject>{_PHRASE})(?:\s+\((?:[A-Z]{{2,10}}|(?:19|20)\d\d)\))?[*_”\"]{{0,2}}\s+(?:(?:also|now|has|have|had|\w+ly|currently)\s+){{0,2}}{_SAYS}\b"
    rf"|(?P<owner>{_PHRASE})['’]s?\s+(?:(?:19|20)\d\d\s+)?(?:[\w-]+\s+){{0,3}}?{_KINDS}\b"
    rf"|(?!(?:An?|The|This|That|One|Our)\s)(?P<called>{_PHRASE})(?:\s+\([A-Z]{{2,10}}\))?\s+(?:(?:19|20)\d\d\s+)?(?:[a-z-]+\s+){{0,2}}?{_KINDS}\b"
    rf"|\b(?:{_KINDS}|research|Data|Research|Figures)\s+(?:\w+\s+){{0,2}}?(?:by|from|of|at)\s+(?:the\s+)?(?P<by>{_PHRASE})"
    rf"|\b{_KINDS}\s+(?:\w+\s+){{0,2}}?in\s+(?:the\s+)?[*_“\"]{{0,2}}(?P<held>{_PHRASE})"
    rf"|\b[Ii]n\s+(?:the\s+)?(?:journal\s+)?[*_“\"]{{0,2}}(?P<place>{_PHRASE})[*_”\"]{{0,2}}(?=,|\s+(?:in|last)\b|\s+\()"
    rf"|\((?:[Ss]ource:\s|via\s|per\s)?(?:the\s)?(?P<cited>{_PHRASE}){_NO_DATE}\)(?=[.!]?[*_]{{0,2}}\s*$))",
    re.NOFLAG,
)
_TITLED = lazily(
    r"[“\"](?P<quoted>[^“”\"\n]{6,200})[”\"]|(?<![\w*_])[*_]{1,2}(?P<set>[^*_\n]{6,200})[*_]{1,2}(?![\w*_])"
)
_SET_APART = ("*", "_", "“", '"')
"""One of these stands before whatever is set apart as a title."""
_IN_BRACKETS = lazily(
    r"[^()]{0,4}\((?:see\s)?[“\"*_]{1,3}[^()\n“”\"*_]{6,200}[”\"*_,.]{1,4}(?:,?\s(?:pp?\.\s?|par\.\s?)?\d{1,4}(?:[-–]\d{1,4})?)?\)"
)
"""A title set apart in brackets, with nothing but a page behind it."""
_YEAR = lazily(r"\b(?:19|20)\d\d\b")
_WORD = lazily(r"[^\W_]+(?:['’][^\W_]+)?")
_SKIPPED = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "a", "an"})
_LEADING = frozenset(
    """
    a an according all although and another as at because but by dr each even every finally first for from
    furthermore he her his however i if in indeed interestingly it its many moreover more most my no of on one
    our overall per recent recently second several she since so some such that the their then there these they
    this those though thus to we what when where which while who with your research researchers studies
    scientists experts evidence data
    """.split()
)
_PRINTED = frozenset({"printed", "journal", "held", "place"})
_SPEAKS = frozenset({"said", "subject", "owner", "called", "by"})
"""Kinds of naming in which a body gives its word."""
_LINKED = lazily(r"[^\[\]\n]{0,200}\]\(")
"""Words behind a name that are those of a link: the link says which page of the body is meant."""
_LEAST_TITLE = 3
_SHORT_TITLE = 10
"""A title of two words needs so many letters to be told from any other words in italics [house]."""

_SHORTENED = 8
"""So many letters of a title in brackets and quotation marks tell it from any other word [house]."""

_KEPT = 2000
"""So many sentences are remembered: links and lost mentions ask for the same ones."""


class NamedWorks:
    """The works of a list by the names of bodies, journals, trials and titles."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._read: dict[str, list[tuple[str, str]]] = {}

    @cached_property
    def _words(self) -> list[list[str]]:
        return [
            _folded(" ".join((*source.families, source.title, source.container, source.raw[:600])))
            for source in self._sources
        ]

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], set[int]]:
        """The works by every two words that stand side by side in their entry."""
        return _by(enumerate(pairwise(words) for words in self._words))

    @cached_property
    def _single(self) -> dict[str, set[int]]:
        return _by((place, short_names.of_work(source)) for place, source in enumerate(self._sources))

    @cached_property
    def _bodies(self) -> dict[str, set[int]]:
        """The works by the whole name of the body that wrote them and by its short ones."""
        names = ((place, _names_of_body(source)) for place, source in enumerate(self._sources))
        return _by(names)

    @cached_property
    def _trials(self) -> dict[str, set[int]]:
        return _by((place, short_names.of_trial(source)) for place, source in enumerate(self._sources))

    @cached_property
    def _containers(self) -> dict[str, set[int]]:
        held = ((place, source.container) for place, source in enumerate(self._sources))
        return _by((place, [" ".join(_folded(container))]) for place, container in held if container)

    @cached_property
    def _hosts(self) -> list[tuple[int, str]]:
        told = ((place, hosts.of_work(source)) for place, source in enumerate(self._sources))
        return [(place, host) for place, host in told if host]

    @cached_property
    def _titles(self) -> dict[str, set[int]]:
        return _by((place, _titles(source.title)) for place, source in enumerate(self._sources))

    def named(self, text: str) -> list[tuple[str, str]]:
        """The words and the key of each work that a sentence names so."""
        if not self._sources:
            return []
        if text not in self._read:
            if len(self._read) > _KEPT:
                self._read.clear()
            self._read[text] = list(self._named(text))
        return self._read[text]

    def _named(self, text: str) -> Iterator[tuple[str, str]]:
        for match in _ATTRIBUTED.finditer(text):
            kind = match.lastgroup or ""
            words = match[kind]
            year = _YEAR.search(text, max(0, match.start() - 40), match.end() + 12)
            linked = _LINKED.match(text, match.end(kind)) is not None
            place = self._of_name(words, kind, int(year.group()) if year else None, linked)
            if place is not None:
                yield match.group().strip(), self._sources[place].key
        for match in _TITLED.finditer(text) if any(sign in text for sign in _SET_APART) else ():
            title = _folded(match["quoted"] or match["set"])
            found = self._titles.get(" ".join(title), set())
            if not found and _IN_BRACKETS.match(text, max(0, match.start() - 5)):
                found = self._begun(title)
            one = _only(found)
            if one is not None:
                yield match.group(), self._sources[one].key

    def _of_name(self, words: str, kind: str, year: int | None, linked: bool) -> int | None:
        """The one work that bears a name, or None."""
        name = words.strip(" .,")
        parts = name.split()
        while parts and parts[0].lower().strip("'’.,") in _LEADING and not (len(parts[0]) > 2 and parts[0].isupper()):
            parts = parts[1:]
        while parts and _YEAR.fullmatch(parts[-1]):
            parts = parts[:-1]
        if not parts:
            return None
        folded = _folded(" ".join(parts).removesuffix("'s").removesuffix("’s"))
        if kind == "cited":  # "… (WHO).": a year before it is none of its
            return _only(self._bodies.get(" ".join(folded), set()) or self._at_host(folded, parts))
        found = self._printed_in(folded) if kind in _PRINTED or (kind in ("called", "owner") and year) else set()
        if not found and len(folded) == 1:
            plain = parts[0].removesuffix("'s").removesuffix("’s").strip(".,")
            short = plain.isupper() and folded[0] not in short_names.COMMON
            names = self._trials if kind in ("held", "place") else self._single
            found = names.get(folded[0], set()) if short else set()
            if not found and kind == "called":
                found = self._trials.get(folded[0], set())
        elif not found and kind not in ("held", "place"):
            found = self._spelt(folded) or self._spelt(_part_of(parts))
        if not found and kind in _SPEAKS and not linked:
            found = self._at_host(folded, parts)
        return _only({place for place in found if year is None or self._sources[place].year in (year, None)})

    def _at_host(self, folded: Sequence[str], parts: Sequence[str]) -> set[int]:
        """The pages of the list at the address of a body."""
        written = " ".join(parts).removesuffix("'s").removesuffix("’s").strip(".,")
        return {place for place, host in self._hosts if hosts.bears(host, folded, written)}

    def _begun(self, title: Sequence[str]) -> set[int]:
        """The works whose title the words begin, as MLA shortens it in brackets: "(“Walking and Bones” 3)"."""
        if sum(len(word) for word in title) < _SHORTENED:
            return set()
        begun = (place for place, source in enumerate(self._sources) if _folded(source.title)[: len(title)] == title)
        return set(begun)

    def _printed_in(self, folded: list[str]) -> set[int]:
        """The works that appeared in a journal of that name, whole or shortened: "Ann Intern Med"."""
        whole = self._containers.get(" ".join(folded), set())
        telling = [word for word in folded if word not in _SKIPPED]
        if len(telling) < 2:
            return whole
        short = (
            place for name, places in self._containers.items() if _shortens(name.split(), telling) for place in places
        )
        return whole | set(short)

    def _spelt(self, folded: list[str]) -> set[int]:
        """The works in whose entry the words stand in a row; from four words on, one of them may be misspelt."""
        telling = [word for word in folded if word not in _SKIPPED]
        if len(telling) < 2:
            return set()
        near: set[int] = set()
        for pair in pairwise(folded):
            near |= self._pairs.get(pair, set())
        exact = {place for place in near if _contains(self._words[place], folded, 0)}
        if exact or len(telling) < 4:
            return exact
        return {place for place in near if _contains(self._words[place], folded, 2)}


def _only(found: Collection[int]) -> int | None:
    """The one of them, or None."""
    return next(iter(found)) if len(found) == 1 else None


def _names_of_body(source: Source) -> set[str]:
    whole = {" ".join(_folded(family)) for family in source.families if len(family.split()) > 1}
    return whole | {name for name in short_names.of_body(source) if len(name) > 2}


def _part_of(parts: Sequence[str]) -> list[str]:
    """The name of a part of a body behind that of the whole: "the Health Ministry's Office of Sleep"; or []."""
    whole = next((place for place, part in enumerate(parts[:-1]) if part.endswith(("'s", "’s"))), None)
    return [] if whole is None else _folded(" ".join(parts[whole + 1 :]))


def _shortens(short: Sequence[str], telling: Sequence[str]) -> bool:
    """Whether a printed name shortens the words of a journal's name: "ann intern med" and "annals internal medicine"."""
    kept = [word for word in short if word not in _SKIPPED]
    return len(kept) == len(telling) and all(
        word.startswith(part) for part, word in zip(kept, telling, strict=True) if part
    )


def _by(held: Iterable[tuple[int, Iterable[_Name]]]) -> dict[_Name, set[int]]:
    found: dict[_Name, set[int]] = {}
    for place, names in held:
        for name in names:
            found.setdefault(name, set()).add(place)
    return found


def _contains(words: Sequence[str], wanted: Sequence[str], slips: int) -> bool:
    for start in range(len(words) - len(wanted) + 1):
        missed = 0
        for offset, word in enumerate(wanted):
            other = words[start + offset]
            if other != word and not (slips and other[:3] == word[:3] and abs(len(other) - len(word)) < 3):
                missed = slips + 1
            elif other != word:
                missed += 1
            if missed > slips:
                break
        else:
            return True
    return False


def _titles(title: str) -> set[str]:
    """A title whole and without what follows a colon, where enough of it is left to be told from any other words."""
    forms = {" ".join(_folded(form)) for form in (title, title.partition(":")[0]) if form}
    return {form for form in forms if len(form.split()) >= _LEAST_TITLE or (len(form) >= _SHORT_TITLE and " " in form)}


def _folded(text: str) -> list[str]:
    return [vocabulary.folded(word).removesuffix("'s") for word in _WORD.findall(undotted(text))]
