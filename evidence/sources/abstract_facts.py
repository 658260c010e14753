"""Whom and how many a work studied, as its title and abstract say: offered until an editor or the record says more.

Source: standards.md A2 (small studies, populations, species). The sample is the whole one, never a group of it, and
as small as the work was analysed by chance: those assigned before those enrolled before those looked at. A review's
number of studies is no sample.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evidence.context import Design, Species

# ruff: noqa: E501 (patterns, laid out to be read)
from evidence.language.number_words import in_digits
from evidence.language.patterns import grouped, lazily

_READ = 6000
_PERSON = (
    r"(?:out|in)?patients?|participants?|subjects?|volunteers?|wom[ae]n|m[ae]n|males?|females?|adults?|children|child|infants?|newborns?|neonates?|toddlers?|"
    r"adolescents?|teen(?:ager)?s?|boys?|girls?|students?|people|persons?|individuals?|mothers?|fathers?|parents?|famil(?:y|ies)|couples?|dyads?|pairs?|residents?|nurses?|"
    r"clients?|respondents?|members?|workers?|employees|smokers|players?|athletes?|runners|cyclists|swimmers|soldiers|recruits|veterans|survivors?|caregivers?|carers?|"
    r"physicians|doctors|practitioners|drivers|donors|recipients|asthmatics|diabetics|hypertensives|vegetarians|vegans|seniors|pupils|schoolchildren|schoolgirls|schoolboys|babies|inhabitants|controls"
)
_ANIMAL = r"mice|rats?|rabbits?|dogs?|piglets?|pigs?|sheep|lambs?|cats?|monkeys?|baboons?|macaques?|hamsters?|gerbils?|ferrets?|chickens?|calves|cows?|horses?|animals?"
_STOP = (
    r"of|in|to|or|and|the|were|was|is|are|with|without|per|years?|yrs?|months?|weeks?|days?|hours?|hr|minutes?|mg|g|kg|ml|mcg|percent|times|points?|for|at|by|from|on|than|groups?|arms?|"
    r"that|who|whose|which|each|versus|vs|between|among|after|before|during|cycles?|operations?|episodes?|centers?|centres?|hospitals?|sites?|clinics?|trials?|studies|visits?|"
    r"doses?|units?|cases?|samples?|items?|countries|cities|practices|had|have|has|received|receiving|did|as|when|while|but|only|if|not|no"
)
_WHO = grouped(f"{_PERSON}|{_ANIMAL}")
_QUALIFIERS = rf"(?P<before>(?:(?!(?:{_STOP})\b)[A-Za-z][\w/'’-]*,?\s+(?:to\s+\d+-year-old\s+)?|\d+-(?:to|year)[\w-]*\s+(?:\d+-[\w-]+\s+)?|type\s+(?:\d|I{{1,2}})\s+|non-?[\w-]+\s+|\(\w+\)\s+){{0,7}}?)"
_SAMPLE = lazily(
    rf"(?=\d)(?<![\w.,/=<>±+*-])(?<!(?:type|tage|rade|lass|roup|hase|evel|only) )(?<!(?:day|ear|eek|ion|ore|arm) )(?P<count>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}})(?![\w.]*%)\s+{_QUALIFIERS}(?P<who>{_WHO})\b(?!['’-])",
    re.IGNORECASE,
)
_BARE = lazily(
    rf"\b(?P<before>)(?P<who>{_WHO})\s*\((?:n\s*=\s*)?(?P<count>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}})\b(?!\s*%)(?!\s*(?:[-–]|years|to|of|vs|v)\b)",
    re.IGNORECASE,
)
"""The number behind: "patients (n = 253)"."""

_ARM = lazily(
    rf"(?:\(\s*|\b)n\s*=\s*(?P<n>\d[\d,]{{0,11}})\b|\(\s*(?P<m>\d[\d,]{{0,11}})\s+(?:\w+\s+)?(?:{_WHO})\s*\)",
    re.IGNORECASE,
)
_GROUPED = lazily(r"\b(?:groups?|arms?|either|or|versus|vs|and|control|placebo|stratified|divided)\b", re.IGNORECASE)

_ASSIGNED = lazily(r"\b(?:randomi[sz]|randomly|assigned|allocated|at\s+random|divided\s+into)", re.IGNORECASE)
_ENROLLED = lazily(
    r"\b(?:enrol|recruit|include|studied|entered|participated|took|taking|treated|evaluated|comprised|consisted|compared|interviewed|surveyed|examined|analy[sz]ed|followed|completed|underwent|total\s+of|sample|we\s+did|received|obtained\s+from|reported\s+here|here\b)"
    r"|^(?:\W*(?:methods?|patients?|participants?|subjects?|materials?|design|setting|population|study\s+design|volunteers|animals|intervention)\b[^:.]{0,60}:)",
    re.IGNORECASE,
)
_HEADED = lazily(r"\W*(?:patients?|participants?|subjects?|population|sample|animals)\b[^:.]{0,40}:", re.IGNORECASE)
_LOOKED_AT = lazily(
    r"\b(?:screened|eligible|invited|contacted|approached|were\s+identified|mailed|sent|needed|required|power|per\s+group)\b",
    re.IGNORECASE,
)
_RESULT = lazily(
    r"^\W*(?:results?|findings|conclusions?|interpretation|main\s+results|measurements\s+and\s+main\s+results|background|objectives?)\b|\bp\s*[<=>]\s*0?\.\d|\d\s*%|\bconfidence\s+interval",
    re.IGNORECASE,
)
_HAPPENED = lazily(
    r"^\W*(?:\([^)]{0,40}\)\s*)?(?:who\s+(?:died|dropped|withdrew)|(?:were|was)\s+(?:excluded|lost|withdrawn|not|classified|infected|older|younger|white|male|female|men|women)|died|dropped|withdrew|developed|experienced|reported\s+(?!here|in\s+this)|improved|responded|relapsed|had|showed|achieved"
    r"|(?:in|of|on|from)\s+(?:the\s+|each\s+(?:of\s+the\s+)?)?(?:\w+[- ]){0,3}(?:group|arm|condition)s?\b|on\s+(?:placebo|the)|needed|required|discontinued|refused|declined|in\s+each|per\b|(?:were|was)\s+(?:randomly\s+)?(?:randomi[sz]ed|assigned|allocated)\s+to\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}(?:group|arm)\b|\(\d[\d.]{0,12}\s*%\))",
    re.IGNORECASE,
)
"""What happened to some of the sample, right behind their number."""

_PART_BEFORE = lazily(
    r"(?:\b(?:to|another|other|remaining|additional|further|these|including|only|least|placebo|control|group\s+\w|vs|versus|v|or)\s*\(?|\(\s*|\bin\s+the\s+\w+\s+group,?\s+|\boriginal\s+\w+\s+of\s+)$",
    re.IGNORECASE,
)
_OF_GROUP = lazily(r"(?:placebo|control|untreated|treated|intervention|surviving|dead)\b", re.IGNORECASE)
_WHOLE = lazily(r"\b(?:total\s+of|all|\d\s+of|of\s+the|^of)\s+$", re.IGNORECASE)
_JOINED = lazily(r"\band\s+$|,\s+$", re.IGNORECASE)
_VERB = lazily(r"\b(?:were|was|received?|had|completed|participated|underwent|entered|took|is|are)\b", re.IGNORECASE)
_TAIL = lazily(
    r"^(?:\s*\((?!n\b)[^)]{0,50}\))?(?:\s+(?:outpatients|people|adults|children))?(?P<tail>\s+(?:with|who|whose|at\s+(?:high|increased|hereditary|low)|undergoing|aged|under|over|between|suffering|in\s+(?:their|intensive)|requiring|hospitali[sz]ed|admitted|referred|recovering|taking|seeking|presenting|diagnosed|older|younger|starting|treated\s+for)\b"
    r"(?:\s+(?!(?:were|was|are|is|received?|receiving|completed|participated|entered|underwent|took|randomi[sz]ed|assigned|enrolled|recruited|studied|before|using|to\s+compare|to\s+receive|during|but|had|have|has|can|may|in\s+(?:a|an|this|our)|to\s+(?!\d)|and\s+(?:were|was|who|to))\b)[\w/≥<>=&%'’+-]+,?(?=[\s.,;:)(]|$)){1,9})?",
    re.IGNORECASE,
)
_IDLE = lazily(
    r"^(?:(?:consecutive|eligible|total|more|additional|other|remaining|all|different|enrolled|selected|new|consenting|evaluable|assessable|study|of|the|a|an|such|these|those|our|many|most|some|several|previously|both|matched|paired|unselected|different|individual|normal)\b\W*)+",
    re.IGNORECASE,
)
_LOOSE_END = lazily(r"(?:\s+(?:who|with|and|or|of|in|the|an?|to|for|by|at|than|that|whose)\b)+\W*$", re.IGNORECASE)
_GENERAL = lazily(
    r"(?:out|in)?patients?|participants?|subjects?|volunteers?|individuals?|persons?|people|adults?|wom[ae]n|m[ae]n|children|infants?|males?|females?|boys|girls",
    re.IGNORECASE,
)
"""Nouns that say little of whom without a word beside them."""

_AMONG = lazily(rf"\b(?:in|of|for|among|on|to)\s+(?:the\s+)?{_QUALIFIERS}(?P<who>{_PERSON})\b(?!['’-])", re.IGNORECASE)
_SENTENCE = lazily(r"(?<=[.;])\s+(?=[A-Z0-9(])")
_MAY_COUNT = lazily(r"\d")
_BEHIND = 160
_LONGEST = 14
_REVIEWS = frozenset(
    {
        Design.SYSTEMATIC_REVIEW, Design.SYSTEMATIC_REVIEW_OBSERVATIONAL, Design.GUIDELINE, Design.NARRATIVE_REVIEW,
        Design.OPINION, Design.PROTOCOL, Design.BOOK, Design.WEBSITE,
    }
)  # fmt: skip
_SURE = 3
"""Points from which a number counts as the sample where the design is unknown."""


class AbstractFacts(NamedTuple):
    """What a title and abstract say of the sample; "" and None where they say nothing."""

    population: str = ""
    species: Species | None = None
    sample_size: int | None = None


@dataclass(frozen=True, slots=True)
class _Sample:
    points: int
    count: int
    phrase: str
    who: str
    sentence: int
    ahead: str


def facts_from_abstract(title: str, abstract: str, design: Design | None) -> AbstractFacts:
    """Population, species and sample size in the words of the abstract, for a work of this design."""
    if not abstract or design in _REVIEWS:
        return AbstractFacts()
    text = in_digits(abstract[:_READ], 2)
    samples = list(_samples(text)) if _MAY_COUNT.search(text) else []
    best = max(samples, key=lambda sample: sample.points, default=None)
    if best is not None and best.points < (_SURE if design is None or design is Design.CASE_SERIES else 1):
        best = None
    species = _species(design, best)
    size = _size(text, best, samples, design)
    if species is not Species.HUMAN or (best is None and design is None):
        return AbstractFacts(species=species, sample_size=size)
    return AbstractFacts(_population(title, text, best), species, size)


def _species(design: Design | None, sample: _Sample | None) -> Species | None:
    if design is Design.ANIMAL:
        return Species.ANIMAL
    if design is Design.IN_VITRO:
        return Species.CELLS
    if sample is not None:
        return Species.ANIMAL if re.fullmatch(_ANIMAL, sample.who, re.IGNORECASE) else Species.HUMAN
    return Species.HUMAN if design is not None else None


def _samples(text: str) -> Iterator[_Sample]:
    """Every number of people or animals, with points for how likely it is that of the whole sample."""
    for place, sentence in enumerate(_SENTENCE.split(text)):
        if not _MAY_COUNT.search(sentence):
            continue
        of_sentence: int | None = None
        for pattern in (_SAMPLE, _BARE) if "(" in sentence else (_SAMPLE,):
            for match in pattern.finditer(sentence):
                of_sentence = _points_of(sentence) if of_sentence is None else of_sentence
                count = int(match["count"].replace(",", ""))
                if count < 2 or (1900 <= count <= 2030 and "," not in match["count"] and not match["before"]):
                    continue
                behind = sentence[match.end() : match.end() + _BEHIND]
                ahead = sentence[max(0, match.start() - 40) : match.start()]
                whole = _WHOLE.search(ahead) is not None
                looked_at = _LOOKED_AT.match(behind.lstrip()) is not None
                points = (
                    of_sentence + 3 * whole - 4 * looked_at - 4 * (not whole and _HAPPENED.match(behind) is not None)
                )
                points -= 3 * bool(_PART_BEFORE.search(ahead) or _OF_GROUP.match(match["before"]))
                yield _Sample(
                    points, count, _phrase(match, behind), match["who"].lower(), place, sentence[: match.start()]
                )


def _points_of(sentence: str) -> int:
    """How likely a number of people in this sentence is that of the whole sample, by the words around it."""
    points = 4 * bool(_ASSIGNED.search(sentence)) or 3 * bool(_ENROLLED.search(sentence))
    points += bool(_HEADED.match(sentence))
    return points - 2 * bool(_RESULT.search(sentence)) - 2 * bool(_LOOKED_AT.search(sentence))


def _size(text: str, best: _Sample | None, samples: Sequence[_Sample], design: Design | None) -> int | None:
    """The number of the best candidate, with those it is joined to by "and", or the sum of the groups."""
    arms: list[int] = []
    for sentence in _SENTENCE.split(text):
        if "=" not in sentence and "(" not in sentence:
            continue
        found = [int((match["n"] or match["m"]).replace(",", "")) for match in _ARM.finditer(sentence)]
        if (
            len(found) > 1
            and (_ASSIGNED.search(sentence) or _GROUPED.search(sentence))
            and not _RESULT.search(sentence)
        ):
            arms = found
            break
    if best is None:
        return sum(arms) if arms and design is Design.RCT else None
    if best.count in arms:
        return sum(arms)
    return best.count + sum(sample.count for sample in samples if _goes_with(sample, best))


def _goes_with(sample: _Sample, best: _Sample) -> bool:
    """Whether a number stands beside the best one as others of the sample: "12 patients and 15 controls"."""
    if sample is best or (sample.sentence, sample.points, sample.phrase != best.phrase) != (
        best.sentence,
        best.points,
        True,
    ):
        return False
    between = sample.ahead[len(best.ahead) :]
    return (
        _JOINED.search(between) is not None and between.count("(") == between.count(")") and not _VERB.search(between)
    )


def _phrase(match: re.Match[str], behind: str) -> str:
    tail = _TAIL.match(behind)
    words = f"{match['before']}{match['who']}{tail['tail'] or '' if tail else ''}"
    return _LOOSE_END.sub("", _IDLE.sub("", " ".join(words.split()[:_LONGEST]))).strip(" ,;:")


def _population(title: str, text: str, best: _Sample | None) -> str:
    """The fullest of: the sample as counted, the people of the title, the people of the first sentences."""
    phrases = [best.phrase] if best else []
    if best is None or (len(best.phrase.split()) < 2 and _GENERAL.fullmatch(best.who)):
        beginning = " ".join(_SENTENCE.split(text)[:3])
        for part in (title, beginning):
            for match in _AMONG.finditer(part):
                phrases.append(_phrase(match, part[match.end() : match.end() + _BEHIND]))
    return next((phrase for phrase in phrases if len(phrase.split()) > 1), phrases[0] if phrases else "")
