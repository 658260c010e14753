"""Finds where a text names or describes one specific study, whether or not that study is on its list.

Source: standards.md A3.2 and A3.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from evidence.claims import framing_cues, study_cues
from evidence.claims.no_studies import means_no_study, names_no_study
from evidence.language import vocabulary
from evidence.language.patterns import Cue, Cues, lazily

_NAMED = lazily(
    r"\b(?P<title>Dr\.?\s+|Drs\.?\s+|Prof(?:essor|\.)?\s+)?"
    r"(?P<name>(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]i|[Dd]a|[Ll]a|[Ll]e|[Tt]en|[Ee]l|[Aa]l)\s+){0,2}[^\W\d_a-z][\w'’‐-]*[\w‐])"
    r"(?P<second>(?:\s*,\s*|\s+(?:and|&)\s+)[^\W\d_a-z][\w'’‐-]+)?"
    r"(?P<tail>\s*,?\s+et\b\.?\s*al\b\.?|\s*,?\s+(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:co-?workers|colleagues|co-?authors|associates|others|team|collaborators|coll)\b\.?"
    r"|['’]s?\s+(?:(?:19|20)\d\d\s+)?(?:(?:[a-z]+-?[a-z]*\s+){0,2}(?=(?:team|study|trial|paper|experiments?)\b))?(?:team|group|lab(?:oratory)?|study|trial|paper|results?|findings|work|experiments?|analysis|review|research)\b)"
    r"(?P<after>\s*,?\s*[(\[]?\s*(?P<year>(?:19|20)\d\d)(?P<letter>[a-z])?\b\s*[)\]]?)?"
)
"""A study named by its authors: "Haugen and colleagues", "Lee et al. (2015)", "Dr Lee's team"."""

_NOT_SURNAMES = frozenset(
    """
    a after all also although an and another april as at august before british but cdc china cochrane december dr each
    european fda february friends government harvard he her his however i if in it its january japan july june let
    march may men monday my nature nhs nih november october oxford people prof september she since so some stanford
    first second third fourth next then finally importantly interestingly however recently previously surprisingly later earlier overall
    the their these they this those today university we what when where while who women yale you your
    addison alzheimer asperger barrett bell children clinic college company crohn cushing department down foundation graves hashimoto
    hodgkin hospital huntington institute journal lyme mayo ministry nurses parkinson raynaud school sjogren society tourette union
    america american australia canada children company everyone germany god india mother nobody patient someone
    world
    accordingly additionally again altogether besides consequently contrarily conversely especially furthermore generally
    hence here indeed initially instead lastly likewise moreover nevertheless nonetheless notably originally overall
    similarly specifically still subsequently therefore thus unfortunately yet
    """.split()
)
"""Capitalised words that stand before "'s study" or "and colleagues" without being anybody's name."""

_EPONYMS = frozenset(
    "addison alzheimer april asperger barrett bell crohn cushing graves hashimoto hodgkin huntington june lyme march may mayo parkinson "
    "raynaud sjogren tourette yale".split()
)
"""Names of diseases, months and places that people have too."""

_NAMES_TOO = frozenset("all an august but company down first god he let my she so still world yet you".split())
"""Small words that people are called by too, as they are where nothing but "et al." comes behind: "He et al."."""

_NOT_PLACES = (
    _NOT_SURNAMES - {"american", "british", "european", "harvard", "oxford", "stanford", "yale"}
) | frozenset(
    "clinical early few health leading many medical more most new numerous nutrition other previous recent several similarly sleep some such then top various".split()
)


_SIGN = Cue(
    r"(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:co-?workers|colleagues|co-?authors|associates|others|team|coll)"
    r"|['’]s?\s+(?:[\w-]+\s+){0,3}(?:team|group|lab|stud|trial|paper|result|findings|work|experiment|analysis|review|research)",
    re.NOFLAG,
)
_ET_AL = Cue(r"et\b\.?\s*al\b", re.NOFLAG)
_OF_AUTHORS = Cues({"et al": _ET_AL, "others": _SIGN})
"""One of these two stands in everything that `_NAMED` finds: a quick look before the long one."""


class NamedStudy(NamedTuple):
    """A study named by its authors: the words, the first family name, a second one or "", the year or None."""

    text: str
    family: str
    second: str
    year: int | None
    start: int
    end: int


def named_studies(text: str) -> Iterator[NamedStudy]:
    """Every study that a sentence names by its authors, in order."""
    if not _OF_AUTHORS.first(text):
        return
    for match in _NAMED.finditer(text):
        family = bare(match.group("name"))
        second = bare(re.sub(r"^(?:\s*,\s*|\s+(?:and|&)\s+)", "", match.group("second") or ""))
        start = match.start()
        sure = match.group("tail").lstrip(" ,\t\n").startswith("et")
        if sure and not second and vocabulary.folded(family) in _NAMES_TOO:
            yield _study(match, start, family, "")
            continue
        if not _may_be(family, sure) and second:
            family, second = second, ""  # "First, Lee and her team": the first word is no name
            start = match.start("second")
        if _may_be(family, sure):
            yield _study(match, start, family, second)


def _study(match: re.Match[str], start: int, family: str, second: str) -> NamedStudy:
    words = " ".join(match.string[start : match.end()].split()).strip(" ,(")
    year = int(match.group("year")) if match.group("year") else None
    return NamedStudy(words, family, second, year, match.start(), match.end())


def study_mention(text: str) -> str:
    """The words that describe or name one specific study, or ""."""
    if framing_cues.RESEARCH_NEED.search(text):
        return ""
    words = _described(text)
    if words and means_no_study(text):
        words = ""
    return words or next((study.text for study in named_studies(text) if not names_no_study(text)), "")


def _described(text: str) -> str:
    for name, cue in _SIGNS.likely(text):
        found = cue.search(text)
        if found is not None and (words := _READ[name](text, found)):
            return words
    return ""


_SIGNS = Cues(
    {
        "one study": study_cues.ONE_STUDY,
        "of studies": study_cues.OF_STUDIES,
        "new research": study_cues.NEW_RESEARCH,
        "institute": study_cues.INSTITUTE,
        "scientists": study_cues.SCIENTISTS,
        "titled": study_cues.TITLED,
    }
)
"""What a sentence that describes one study holds, in the order in which it is asked."""


def _of_one(text: str, found: re.Match[str]) -> str:
    described = study_cues.DESCRIBED.search(text) or study_cues.OF_YEAR.search(text)
    return described.group().strip() if described else ""


def _of_institute(text: str, found: re.Match[str]) -> str:
    return found.group().strip() if study_cues.INSTITUTE_VERB.search(text, found.end()) else ""


def _of_group(text: str, found: re.Match[str]) -> str:
    for match in study_cues.GROUP.finditer(text):
        if vocabulary.folded(match.group("whose")) not in _NOT_PLACES:
            return match.group()
    return ""


_READ: Mapping[str, Callable[[str, re.Match[str]], str]] = {
    "one study": _of_one,
    "of studies": lambda text, found: found.group(),
    "new research": lambda text, found: found.group().strip(),
    "institute": _of_institute,
    "scientists": _of_group,
    "titled": lambda text, found: found.group(),
}


def is_surname(name: str) -> bool:
    """Whether a capitalised word may be a family name."""
    return len(name) > 1 and not name.isupper() and vocabulary.folded(name) not in _NOT_SURNAMES


def _may_be(name: str, sure: bool) -> bool:
    """Whether a word names an author; before "et al." even a name known from diseases or written in capitals does."""
    if not sure:
        return is_surname(name)
    folded = vocabulary.folded(name)
    return len(name) > 1 and (folded in _EPONYMS or folded not in _NOT_SURNAMES)


def bare(name: str) -> str:
    """A name without a possessive ending."""
    return name.removesuffix("'s").removesuffix("’s").strip(" ,&")
