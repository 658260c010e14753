"""Signs by which a sentence speaks of health or of something around it: frames, lead-ins, headings, asides of an "I".

One part of `features`; nothing here settles anything by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from evidence.claims import cues, frame_cues, framing_cues, kind_rules, topic
from evidence.claims.annotation import Reading
from evidence.language.patterns import Cue, Cues, lazily
from evidence.language.stops import is_ended

FRAMES = Cues(
    {
        "frame act": frame_cues.ACT,
        "frame classes": frame_cues.CLASSES,
        "frame disclaims": frame_cues.DISCLAIMS,
        "frame dose": frame_cues.DOSE,
        "frame exhorts": frame_cues.EXHORTS,
        "frame feels": frame_cues.FEELS,
        "frame good or bad": frame_cues.GOOD_OR_BAD,
        "frame kitchen": frame_cues.KITCHEN,
        "frame leads over": frame_cues.LEADS_OVER,
        "frame licence": frame_cues.LICENCE,
        "frame may wish": frame_cues.MAY_WISH,
        "frame nobody knows": frame_cues.NOBODY_KNOWS,
        "frame offer": frame_cues.OFFER,
        "frame ought": frame_cues.OUGHT,
        "frame promises more": frame_cues.PROMISES_MORE,
        "frame publication": frame_cues.PUBLICATION,
        "frame reports belief": frame_cues.REPORTS_BELIEF,
        "frame self": frame_cues.SELF,
        "frame sends": frame_cues.SENDS,
        "frame supposes": frame_cues.SUPPOSES,
        "frame verdict": frame_cues.VERDICT,
    }
)

_LEADS: Mapping[str, Cue | re.Pattern[str]] = {
    "led by a referral": frame_cues.SENDS,
    "led by advice": frame_cues.OUGHT,
    "led by a belief": frame_cues.REPORTS_BELIEF,
    "led by an effect": cues.EFFECT,
    "led by a condition": lazily(r"\b(?:if|when|whenever)\s+(?:you|your|they|he|she|there|any)\b", re.IGNORECASE),
    "led by reasons": lazily(
        r"\b(?:reasons?|goals?|aims?|plan|plans|hop(?:e|es|ing)|want|wanted|questions?|myths?|rumou?rs?)\b",
        re.IGNORECASE,
    ),
    "led by parts": lazily(
        r"\b(?:consists?|made|composed|contains?|ingredients?|features?|parts?|types?|kinds?|comes)\b", re.IGNORECASE
    ),
    "led by ways": lazily(
        r"\b(?:ways|tips|steps|try|strategies|recommend\w*|advice|options|treatments?)\b", re.IGNORECASE
    ),
    "led by you": lazily(r"\b(?:you|your)\b", re.IGNORECASE),
    "led by I": framing_cues.FIRST_PERSON,
}
_IS_A = Cue(
    r"^\W{0,20}(?:(?:an?|the|this|these)\s+)?(?:[\w’'()/-]{1,60},?\s+){1,7}?(?:is|are)\s+(?:simply\s+|just\s+|basically\s+|essentially\s+)?(?:an?|the|one\s+of\s+the|things?|chemicals?|proteins?|types?|substances?|drugs?)\b",
)
"""Begins by saying what something is."""

_LABEL = lazily(r"\W{0,4}[\w’'() -]{2,50}?(?::\*\*|\*\*:|__:|:__|</b>:|</strong>:|:)\s+(?=\w)")
"""What an item of a list is about, before its colon: "**Quercetin**: Quercetin is a plant flavonoid."."""
_PARTS = re.compile(r"[,;:(–—]|\s-\s|\b(?:because|since|that|so|but|although|while|whereas|and)\b")
_YEAR = Cue(r"\b(?:1[5-9]|20)\d\d\b", re.NOFLAG)
_OPENS_WITH_YEAR = lazily(r"\W*(?:(?:in|since|by|from|until|around)\s+(?:\w+\s+)?)?(?:1[5-9]|20)\d\d\b", re.IGNORECASE)
_LONG_WORD = re.compile(r"\b[A-Za-z]\w{3,}")
_CAPITAL = re.compile(r"[A-Z](?<!\w[A-Z])\w{3,}")
_MOSTLY = 0.7
_QUOTES = ("“", '"', "‘")
_LOOKED = Cue(
    r"\bI\s+(?:also\s+|then\s+)?(?:looked|checked|read|compared|plotted|simulated|calculated|searched)\b", re.NOFLAG
)
_SHOWN = Cues({"effect": cues.EFFECT, "year": _YEAR, "looked": _LOOKED})
_LONGEST_ITEM = 12
"""Words up to which a sentence without a stop is taken for an item."""
_FEWEST_WORDS = 4
_SHORT = 7


def frame_features(reading: Reading, lead: str, cued: frozenset[str]) -> dict[str, float]:
    """Frames of one sentence, with what it is led in by (`lead`) and stands under; `cued` names its cue groups."""
    row = dict.fromkeys(FRAMES.found(reading.text), 1.0)
    asserts = not cued.isdisjoint(("benefit", "safety", "share", "result", "effect", "helps"))
    text = reading.text.rstrip(" \"'”’)*_")
    row.update(dict.fromkeys([*_shape(text, reading, row, cued, asserts)], 1.0))
    if lead:
        row.update(dict.fromkeys(_signs_of_lead(lead), 1.0))
    if reading.heading:
        row.update(dict.fromkeys(_signs_of_heading(reading.heading), 1.0))
    if len(reading.words) <= _LONGEST_ITEM and not is_ended(reading.text):
        row["fragment"] = 1.0
        row |= dict.fromkeys(_signs_of_item(reading.heading), 1.0)
    if framing_cues.FIRST_PERSON.search(reading.text) and fact_beside_person(reading):
        row["fact beside I"] = 1.0
    return row


@lru_cache(maxsize=256)
def _signs_of_lead(lead: str) -> tuple[str, ...]:
    """What an item is led in by; asked again for each item."""
    return tuple(name for name, cue in _LEADS.items() if lead and cue.search(lead))


@lru_cache(maxsize=256)
def _signs_of_heading(heading: str) -> tuple[str, ...]:
    """What a sentence stands under; asked again for each sentence of a section."""
    found = [f"under heading {name}" for name, cue in frame_cues.HEADINGS.items() if heading and cue.search(heading)]
    return (*found, "under a question") if heading.rstrip().endswith("?") else tuple(found)


@lru_cache(maxsize=256)
def _signs_of_item(heading: str) -> tuple[str, ...]:
    """The same for a fragment, which says what its heading leads in."""
    return tuple(f"item of {name}" for name, cue in frame_cues.ITEM_HEADINGS.items() if heading and cue.search(heading))


def _shape(text: str, reading: Reading, row: Mapping[str, float], cued: frozenset[str], asserts: bool) -> Iterator[str]:
    """Names of signs that two looks give together."""
    health = reading.telling + reading.everyday > 0
    shown = _SHOWN.found(reading.text)
    effect = "effect" in shown
    count = len(reading.words)
    if effect:
        yield "effect"
    if text.endswith(":"):
        yield "leads in"
        if count <= 2 * _SHORT:
            yield "leads in shortly"
    label = _LABEL.match(reading.text) if ":" in reading.text else None
    if _IS_A.search(reading.text[label.end() :] if label else reading.text):
        yield "is a"
        if not effect and not asserts:
            yield "only is a"
    yield from _of_frames(reading, row, effect=effect, asserts=asserts, health=health)
    if label and cues.IMPERATIVE.match(reading.text[label.end() :]):
        yield "order behind a label"
    if "year" in shown:
        yield "dated"
        if _OPENS_WITH_YEAR.match(reading.text):
            yield "opens with a year"
    if count <= _SHORT:
        yield "few words"
        if health:
            yield "few words on health"
    if "verb" not in cued:
        yield "no verb"
    if _is_title(text):
        yield "a title"
    if text[:1] in _QUOTES:
        yield "quoted"
    if "looked" in shown:
        yield "I looked"


def _of_frames(
    reading: Reading, row: Mapping[str, float], *, effect: bool, asserts: bool, health: bool
) -> Iterator[str]:
    """What a frame and another look give together."""
    if "frame classes" in row and not effect and not asserts:
        yield "only classes"
    if "frame offer" in row and not effect and not health:
        yield "only offers"
    if "frame publication" in row and not asserts and not reading.mention:
        yield "only publishes"
    if "frame promises more" in row and len(reading.words) <= 2 * _SHORT:
        yield "only promises"
    if "frame ought" in row:
        if health:
            yield "ought on health"
        if "frame dose" in row:
            yield "ought with dose"
    if "frame feels" in row and health:
        yield "feels on health"


def _is_title(text: str) -> bool:
    """Whether nearly all longer words are written with a capital, and there is more than one."""
    if text[1:].islower():
        return False  # the usual case
    capitals = len(_CAPITAL.findall(text))  # asked first: in prose few words have one
    return capitals > 1 and capitals > _MOSTLY * len(_LONG_WORD.findall(text))


def fact_beside_person(reading: Reading) -> bool:
    """Whether a part of a sentence without its "I" and "my" claims something about health by itself."""
    for part in _PARTS.split(reading.text):
        words = topic.words_of(part)
        if len(words.found) < _FEWEST_WORDS or not words.telling or framing_cues.FIRST_PERSON.search(part):
            continue
        alone = replace(
            reading,
            text=part,
            words=words.found,
            telling=len(words.telling),
            everyday=len(words.everyday),
            medical=words.medical,
            treats=words.treats,
        )
        if kind_rules.claim_kinds(alone, ""):
            return True
    return False
