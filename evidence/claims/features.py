"""What the learned decision on claims looks at: rules, cues, words, place and neighbours of each sentence.

Training and use read pages through this module alone, so that both see the same. Words of one subject are left out on
purpose: with a few dozen labelled pages they would teach what those pages are about.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from evidence.claims import citation_need, cues, framing_cues, kind_rules, study_cues, told_results
from evidence.claims.annotation import Page, Reading
from evidence.claims.feature_names import FeatureNames
from evidence.claims.frame_features import frame_features
from evidence.claims.passage_topic import topic_features
from evidence.deadline import paced
from evidence.language.patterns import Cue, Cues, lazily
from evidence.language.stops import CLOSERS, is_ended
from evidence.values import CLAIM_KINDS, Kind

Features = dict[str, float]
Kinds = Sequence[Kind]

_NEAR = 2
"""Sentences on either side that tell whether a stretch is on health at all."""

_WINDOW = 4
"""Sentences on either side that tell how many claims a stretch makes."""

WORD = "word "
"""How the names of features begin that are words. Training keeps those that many sites use and that name nothing of
health, so that they tell how a sentence is put and not what it is about."""

_OF_WORDS = 0.5
"""What a word counts: less than a sign, which holds it back a little more."""

_NAMES = FeatureNames(WORD)
_RULED = {kind: f"kind {kind.value}" for kind in Kind}
_FREE = {kind: f"free {kind.value}" for kind in Kind}

_WAKE = 4
"""Sentences for which talk may go on about a study."""

_LONGEST_ITEM = 12
"""Words up to which a sentence after a colon is taken for an item of its list."""

_CUES = Cues(
    {
        "announces": framing_cues.ANNOUNCE,
        "belief": framing_cues.BELIEF,
        "benefit": cues.BENEFIT,
        "can": cues.CAN,
        "continues a claim": cues.CONTINUES_CLAIM,
        "continues a study": study_cues.CONTINUES_STUDY,
        "defines": framing_cues.DEFINES,
        "hedge": cues.HEDGE,
        "helps": cues.HELP_VERB,
        "order": cues.IMPERATIVE,
        "mechanism": cues.MECHANISM,
        "method": framing_cues.METHOD,
        "probably": cues.PROBABLY,
        "referral": framing_cues.REFERRAL,
        "result": study_cues.RESULT,
        "safety": cues.SAFETY,
        "share": cues.PERCENT,
        "state": cues.STATE,
        "story": framing_cues.STORY,
        "unnamed": study_cues.VAGUE,
    }
)
_WORDS: Mapping[str, frozenset[str]] = {
    "we": frozenset({"we", "our", "us"}),
    "you": frozenset({"you", "your"}),
    "he or she": frozenset({"he", "she", "his", "her", "him"}),
    "will": frozenset({"will"}),
    "would": frozenset({"would"}),
    "not": frozenset(
        {"not", "no", "never", "cannot", "don't", "doesn't", "isn't", "aren't", "can't", "won't", "didn't"}
    ),
    "mostly": frozenset({"some", "many", "most", "often", "usually", "typically", "generally", "always"}),
    "here": frozenset({"here", "below", "above"}),
    "than": frozenset({"than"}),
    "told": frozenset(
        {"was", "were", "had", "did", "went", "came", "said", "told", "took", "got", "made", "gave", "began", "knew"}
        | {"felt", "found", "saw", "wrote", "ran"}
    ),
}
_NAMES_OF: Mapping[str, Features] = {
    word: {name: 1.0 for name, words in _WORDS.items() if word in words} for word in frozenset().union(*_WORDS.values())
}
"""The signs that each of these words is one of."""
_FIRST: Mapping[str, frozenset[str]] = {
    "begins with a condition": frozenset({"if", "when", "while", "because", "since", "although"}),
    "goes on": frozenset({"but", "and", "so", "however", "yet", "or"}),
    "points back": frozenset({"this", "these", "that", "those", "it", "they"}),
}
_I = Cue(rf"\b(?:I|I['’](?:m|ve|d|ll)|{framing_cues.SMALL_I}|[Mm]y|me|myself)\b", re.NOFLAG)
_NUMBER = lazily(r"\d")
_NAME = lazily(r"[A-Z](?<=[a-z,] [A-Z])[a-z]+")
_LISTS = lazily(
    r"\b(?:symptoms?|signs?|effects?|benefits?|causes?|factors?|risks?|notice|include|including|following|reasons?)\b"
    r"[^.!?]{0,60}:\s*$",
    re.IGNORECASE,
)
"""A lead-in whose items say what it leads in."""


def cues_in(reading: Reading) -> frozenset[str]:
    """The names of the cue groups in a sentence; cheap beside the rules, which ask for most of them too."""
    found = _CUES.found(reading.text)
    return frozenset([*found, "verb"] if cues.has_verb(reading.text) else found)


def features(page: Page, proposed: Sequence[Kinds], found: Sequence[frozenset[str]]) -> list[Features]:
    """The features of every sentence of a page: from its readings, the kinds that rules propose and its cue groups."""
    readings = page.readings
    ruled = [not CLAIM_KINDS.isdisjoint(kinds) for kinds in proposed]
    rows = [
        _of_sentence(reading, kinds, cued)
        for reading, kinds, cued in paced(zip(readings, proposed, found, strict=True))
    ]
    paragraphs = _paragraphs(readings)
    needs = citation_need.of_document([[readings[index].text for index in paragraph] for paragraph in paragraphs])
    for paragraph, chances in zip(paragraphs, needs, strict=True):
        mean = sum(chances) / len(chances)
        for place, index in enumerate(paragraph):
            rows[index]["paper"] = chances[place] * 2
            rows[index]["paper around"] = mean
            _add_place(rows[index], index, place, len(paragraph), len(readings))
        _add_paragraph(rows, paragraph, readings, ruled)
        _add_wake(rows, paragraph, readings)
    for index, lead in enumerate(paced(leads(readings))):
        rows[index].update(frame_features(readings[index], lead, found[index]))
        if lead:
            rows[index]["listed"] = 1.0
            rows[index]["listed under"] = float(lead.rstrip().endswith(":") and _LISTS.search(lead) is not None)
    _add_neighbours(rows, readings, ruled)
    for row, signs in zip(rows, topic_features(page), strict=True):
        row.update(signs)
    return rows


def _paragraphs(readings: Sequence[Reading]) -> list[list[int]]:
    found: dict[tuple[int, str], list[int]] = {}
    for index, reading in enumerate(readings):
        found.setdefault((reading.paragraph, reading.place), []).append(index)
    return list(found.values())


def leads(readings: Sequence[Reading]) -> list[str]:
    """For each sentence the lead-in of the list that it is an item of, "" where it is none."""
    found: list[str] = []
    lead = ""
    for reading in readings:
        item = len(reading.words) <= _LONGEST_ITEM or not is_ended(reading.text, CLOSERS)
        lead = lead if item else ""
        found.append(lead)
        if reading.text.rstrip().endswith(":"):
            lead = reading.text
    return found


def _of_sentence(reading: Reading, kinds: Kinds, cued: frozenset[str]) -> Features:
    words = set(reading.words)
    row: Features = dict.fromkeys([_RULED[kind] for kind in kinds], 1.0)
    row["rules"] = float(not CLAIM_KINDS.isdisjoint(kinds))
    # What the wording alone would make of it, for pages whose health words are on no list.
    free = kinds if row["rules"] else kind_rules.claim_kinds(reading, reading.mention, about=True)
    row.update(dict.fromkeys([_FREE[kind] for kind in free], 1.0))
    row["free"] = float(bool(free))
    row.update(dict.fromkeys(cued, 1.0))
    _add_told(row, reading)
    for word in words & _NAMES_OF.keys():
        row.update(_NAMES_OF[word])
    for name, few in _FIRST.items():
        if reading.words and reading.words[0] in few:
            row[name] = 1.0
    row.update(dict.fromkeys(map(_NAMES.__getitem__, words), _OF_WORDS))
    _add_counts(row, reading)
    _add_signs(row, reading)
    return row


def _add_told(row: Features, reading: Reading) -> None:
    told = told_results.signs(reading.text)
    row.update(dict.fromkeys(told, 1.0))
    if told_results.is_result(told):
        row["told result"] = 1.0
        row["told result of a study"] = float(bool(reading.mention))


def _add_counts(row: Features, reading: Reading) -> None:
    length = len(reading.words)
    row["length"] = math.log(length + 1) / 3
    row[_LENGTHS[min(length // 5, 7)]] = 1.0
    row[_TELLING[min(reading.telling, 4)]] = 1.0
    row[_EVERYDAY[min(reading.everyday, 3)]] = 1.0
    row["names"] = 0.0 if reading.text[1:].islower() else min(len(_NAME.findall(reading.text)), 4) / 3


_LENGTHS = tuple(f"length {fives}" for fives in range(8))
_TELLING = tuple(f"telling {count}" for count in range(5))
_EVERYDAY = tuple(f"everyday {count}" for count in range(4))


def _add_signs(row: Features, reading: Reading) -> None:
    text = reading.text
    health = reading.telling + reading.everyday > 0
    result = "result" in row
    told = _WORDS["told"]
    past = len([word for word in reading.words if word in told or (word.endswith("ed") and len(word) > 4)])
    signs = {
        "I": _I.search(text) is not None,
        "number": _NUMBER.search(text) is not None,
        "exclaims": "!" in text,
        "lower case": text[:1].islower(),
        "no end": not is_ended(text, CLOSERS),
        "mention": bool(reading.mention),
        "mention only": bool(reading.mention) and not result,
        "order on health": "order" in row and health,
        "narrates": past > 1 and not result,
        "narrates plainly": past > 1 and not reading.telling,
        "borrowed only": reading.telling > 0 and not reading.medical,
        "other trade": reading.other > 0,
        "other trades": reading.other > 1,
        "other trade alone": reading.other > 0 and not reading.telling,
        "no health word": not health,
        "marked": reading.marked,
    }
    for name, holds in signs.items():
        if holds:
            row[name] = 1.0


def _add_place(row: Features, index: int, place: int, count: int, whole: int) -> None:
    if index == 0:
        row["first of page"] = 1.0
    if index < 3:
        row["opens page"] = 1.0
    if index >= whole - 3:
        row["ends page"] = 1.0
    if place == 0:
        row["first of paragraph"] = 1.0
    if place == count - 1:
        row["last of paragraph"] = 1.0
    if count == 1:
        row["alone"] = 1.0


def _add_paragraph(
    rows: Sequence[Features], paragraph: Sequence[int], readings: Sequence[Reading], ruled: Sequence[bool]
) -> None:
    claims = sum(ruled[index] for index in paragraph)
    health = sum(1 for index in paragraph if readings[index].telling) / len(paragraph)
    marked = float(any(readings[index].marked for index in paragraph))
    for index in paragraph:
        rows[index]["paragraph claims"] = (claims - ruled[index]) / max(1, len(paragraph) - 1)
        rows[index]["paragraph health"] = health
        rows[index]["paragraph marked"] = marked


def _add_wake(rows: Sequence[Features], paragraph: Sequence[int], readings: Sequence[Reading]) -> None:
    """Talk that goes on about the study of a sentence before: how it was done, or what came out."""
    since = _WAKE
    for index in paragraph:
        row = rows[index]
        if since < _WAKE:
            row["in the wake of a study"] = 1.0
            told = "result" in row or "share" in row or "told result" in row
            past = "told" in row or "narrates" in row or any(word.endswith("ed") for word in readings[index].words)
            row["result in the wake"] = float(told)
            row["method in the wake"] = float(past and not told)
        since = 0 if readings[index].mention or readings[index].marked else since + 1


def _add_neighbours(rows: Sequence[Features], readings: Sequence[Reading], ruled: Sequence[bool]) -> None:
    on_topic = [reading.medical + (reading.telling > 0) - reading.other / 2 for reading in readings]
    asks = [reading.text.rstrip().endswith("?") for reading in readings]
    for index, row in enumerate(rows):
        wide = ruled[max(0, index - _WINDOW) : index + _WINDOW + 1]
        row["around"] = (sum(wide) - ruled[index]) / max(1, len(wide) - 1)
        near = on_topic[max(0, index - _NEAR) : index + _NEAR + 1]
        row["topic around"] = sum(near) / len(near)
        for names, other in ((_BEFORE, index - 1), (_AFTER, index + 1)):
            if 0 <= other < len(readings):
                _add_neighbour(row, names, readings[other], ruled[other], asks[other], readings[index].paragraph)
                if "I" in rows[other]:
                    row[names["I"]] = 1.0
                if "order" in row and "order" in rows[other]:
                    row[names["order"]] = 1.0


_OF_NEIGHBOURS = ("order", "health", "rules", "marked", "same", "claim here", "mention", "question", "I")
_BEFORE, _AFTER = ({sign: f"{place} {sign}" for sign in _OF_NEIGHBOURS} for place in ("before", "after"))
"""The names of the features that each sign is of the sentence before, and of the one after."""


def _add_neighbour(
    row: Features, names: Mapping[str, str], near: Reading, ruled: bool, asks: bool, paragraph: int
) -> None:
    row[names["health"]] = min(near.telling, 4) / 3
    row[names["rules"]] = float(ruled)
    if near.marked:
        row[names["marked"]] = 1.0
    if near.paragraph == paragraph:
        row[names["same"]] = 1.0
        if ruled:
            row[names["claim here"]] = 1.0
    if near.mention:
        row[names["mention"]] = 1.0
    if asks:
        row[names["question"]] = 1.0
