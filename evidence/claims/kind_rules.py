"""The kinds of a sentence by rules over health words and cue groups.

Source of the kinds and of what needs a citation: standards.md A3.1, after Redi and others 2019.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from evidence.claims import cues, framing_cues, study_cues, told_results
from evidence.claims.annotation import Reading
from evidence.claims.asserting_words import ASSERTS
from evidence.claims.beside_frames import assures_of_a_cure, cures_within, tells
from evidence.claims.no_studies import is_ones_own
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cues, lazily
from evidence.values import Kind


def kinds_of(reading: Reading, before: Sequence[Kind] = ()) -> tuple[Kind, ...]:
    """The kinds of a sentence, most telling first; `before` holds those of the claim right before it, if one is."""
    mention = reading.mention
    if reading.product:
        return product_kinds(reading)
    needless = needs_none(reading, mention)
    if needless is not None and not (mention and study_cues.RESULT.search(reading.text)):
        return (needless,)
    if not mention and before and reading.about_health and cues.CONTINUES_CLAIM.search(reading.text):
        return tuple(kind for kind in before if kind not in _OF_STUDIES) or tuple(before)
    kinds = claim_kinds(reading, mention)
    if framing_cues.DEFINES.search(reading.text):
        aside = not framing_cues.DEFINES.search(framing_cues.ASIDE.sub(" ", reading.text))
        if not aside and all(kind is Kind.MECHANISM for kind in kinds) and not cues.EFFECT.search(reading.text):
            return (Kind.DEFINITION,)
        return (Kind.DEFINITION, *kinds)
    return kinds or (Kind.FRAMING,)


_OF_STUDIES = frozenset({Kind.STUDY_RESULT, Kind.STUDY_MENTION, Kind.STATE_OF_EVIDENCE, Kind.NUMERIC})


def needs_none(reading: Reading, mention: str) -> Kind | None:
    """The kind of a sentence that asserts nothing checkable about health, or None where it may."""
    text = reading.text
    if text.rstrip(" \"'”’)*_+").endswith("?") or framing_cues.QUOTED_QUESTION.match(text):
        return Kind.QUESTION
    if framing_cues.WONDER.search(text):
        return Kind.QUESTION
    if framing_cues.ASKS_WHETHER.match(text):
        return Kind.QUESTION
    if framing_cues.TO_DO.match(text):
        return Kind.FRAMING
    for name, cue in _NEEDLESS.likely(text):
        if cue.search(text) and (name not in _UNLESS or not _UNLESS[name](reading, mention)):
            return _KINDS_NEEDLESS.get(name, Kind.FRAMING)
    if text.rstrip().endswith(":") or (len(text.split()) < 4 and not cues.EFFECT.search(text)):
        return Kind.FRAMING
    return None


_NEEDLESS = Cues(
    {
        "research need": framing_cues.RESEARCH_NEED,
        "outlook": framing_cues.OUTLOOK,
        "opinion": framing_cues.OPINION,
        "anecdote": framing_cues.ANECDOTE,
        "first person": framing_cues.FIRST_PERSON,
        "referral": framing_cues.REFERRAL,
        "studying": framing_cues.STUDYING,
        "worry": framing_cues.WORRY,
        "announces": framing_cues.ANNOUNCE,
        "to reader": framing_cues.TO_READER,
        "time frame": framing_cues.TIME_FRAME,
        "method": framing_cues.METHOD,
        "story": framing_cues.STORY,
        "belief": framing_cues.BELIEF,
    }
)
"""What shows that a sentence asserts nothing checkable, in the order in which it is asked."""

_KINDS_NEEDLESS = {
    "research need": Kind.RESEARCH_NEED,
    "outlook": Kind.OPINION,
    "opinion": Kind.OPINION,
    "anecdote": Kind.ANECDOTE,
    "first person": Kind.ANECDOTE,
}
"""The kinds of such sentences; all others only frame what is said."""


def _tells_practice(reading: Reading, mention: str) -> bool:
    besides = _promises_besides(reading.text) or assures_of_a_cure(reading.text)
    return besides or framing_cues.PRACTICE.search(reading.text) is not None


def _tells_result(reading: Reading, mention: str) -> bool:
    if mention or reading.marked or study_cues.RESULT.search(reading.text):
        return True
    return told_results.tells(reading.text)


def _tells_besides(reading: Reading, mention: str) -> bool:
    """Whether a framing sentence asserts something in a clause of its own: "Stay tuned, because garlic cures colds"."""
    return any(ASSERTS.search(clause) or tells(clause) for clause in _TURN.split(reading.text)[1:])


def _promises_besides(text: str) -> bool:
    """Whether a sentence on oneself promises something against a disease in a clause that is not on oneself."""
    clauses = _TURN.split(text)[1:]
    return any(disease_words(clause) and not framing_cues.FIRST_PERSON.search(clause) for clause in clauses)


_TURN = lazily(
    r"[;—–]|,\s+which\b|,\s+and\s+(?!(?:about|of|on|to|with|for|if|whether|how|what|why|when)\b)|(?:^\W*|,?\s)\b(?:but|because(?!\s+of\b)|since|yet|although|though|whereas|as\s+(?:it|they|this))\b",
    re.IGNORECASE,
)
"""Where a sentence goes on to something else."""

_UNLESS: Mapping[str, Callable[[Reading, str], bool]] = {
    **dict.fromkeys(("research need", "outlook", "referral", "studying", "worry"), _tells_besides),
    "announces": lambda reading, mention: _tells_besides(reading, mention) or cures_within(reading.text),
    **dict.fromkeys(("opinion",), lambda reading, mention: _promises_besides(reading.text)),
    **dict.fromkeys(("anecdote", "first person"), _tells_practice),
    "to reader": lambda reading, mention: _asserts(_besides_reader(reading.text)),
    "time frame": lambda reading, mention: bool(cues.EFFECT.search(reading.text)) or _counts(reading.text),
    "method": _tells_result,
    "story": _tells_result,
    "belief": lambda reading, mention: reading.marked or cues.STATE.search(reading.text) is not None,
}
"""What makes such a sentence one to be judged after all."""


def product_kinds(reading: Reading) -> tuple[Kind, ...]:
    """The kinds of a sentence that speaks of a product: a claim where it says anything in its favour.

    `annotation` leaves out praise of things that are none of ours ("the fastest console ever made"); a shop's page on
    a tea need not sound like health.
    """
    said = reading.said
    if not said.claims:
        return (Kind.QUESTION if said.silent == "question" else Kind.FRAMING,)
    kinds = [Kind.PRODUCT]
    if said.disease or said.benefit:
        kinds.append(Kind.EFFICACY)
    if said.safety:
        kinds.append(Kind.SAFETY)
    return tuple(kinds)


def claim_kinds(reading: Reading, mention: str, about: bool | None = None) -> tuple[Kind, ...]:
    """The kinds of claim that its wording shows; `about` settles whether it speaks of health where that is known."""
    text = reading.text
    about = reading.about_health if about is None else about
    shown = _SHOWN.found(text)
    kinds: list[Kind] = []
    if mention:
        told = "result" in shown or told_results.tells(text)
        kinds.append(Kind.STUDY_RESULT if told else Kind.STUDY_MENTION)
    if about and not mention and "result" in shown and study_cues.CONTINUES_STUDY.search(text):
        kinds.append(Kind.STUDY_RESULT)
    if reading.health_page and "appraisal" in shown and not is_ones_own(text):
        kinds.append(Kind.APPRAISAL)
    if not about:
        if reading.health_page and ("%" in text or "percent" in text or told_results.tells(text)):
            kinds.append(Kind.NUMERIC)
        elif reading.health_page and reading.marked and cues.has_verb(text):
            kinds.append(Kind.DESCRIPTIVE)
        return tuple(kinds)
    if _counts(text) or ("common" in shown and _beside_people(reading)):
        kinds.append(Kind.NUMERIC)
    if "nutrient" in shown:
        kinds.append(Kind.DESCRIPTIVE)
    if "state" in shown and not mention:
        kinds.append(Kind.STATE_OF_EVIDENCE)
    kinds += effect_kinds(text, reading)
    if "comparative" in shown:
        kinds.append(Kind.COMPARATIVE)
    if not kinds and _describes(text, reading):
        kinds.append(Kind.MECHANISM)
    return tuple(dict.fromkeys(kinds))


_SHOWN = Cues(
    {
        "result": study_cues.RESULT,
        "appraisal": cues.APPRAISAL,
        "common": cues.COMMON,
        "nutrient": cues.NUTRIENT,
        "state": cues.STATE,
        "comparative": cues.COMPARATIVE,
    }
)
_EFFECTS = Cues(
    {
        "effect": cues.EFFECT,
        "management": cues.MANAGEMENT,
        "safety": cues.SAFETY,
        "association": cues.ASSOCIATION,
        "practice": framing_cues.PRACTICE,
    }
)
_BENEFITS = Cues({"benefit": cues.BENEFIT, "help": cues.HELP_VERB, "proof": cues.PROOF})


def effect_kinds(text: str, reading: Reading) -> list[Kind]:
    """The kinds of claim by which a text tells of an effect, a danger or what to do."""
    kinds: list[Kind] = []
    shown = _EFFECTS.found(text)
    if "management" in shown or (reading.telling and cues.IMPERATIVE.match(text)):
        kinds.append(Kind.MANAGEMENT)
    if "safety" in shown:
        kinds.append(Kind.SAFETY)
    if (reading.treats and ("practice" in shown or _BENEFITS.first(text))) or disease_words(text):
        kinds.append(Kind.EFFICACY)
    elif not _LINKS.isdisjoint(shown):
        kinds.append(Kind.CAUSAL)
    return kinds


_LINKS = frozenset({"effect", "association", "practice"})


def _asserts(text: str) -> bool:
    """Whether words tell an effect, a link, a number, a danger or what to do."""
    return _counts(text) or _ASSERTING.first(text) != ""


_ASSERTING = Cues(
    {"effect": cues.EFFECT, "association": cues.ASSOCIATION, "safety": cues.SAFETY, "management": cues.MANAGEMENT}
)


def _besides_reader(text: str) -> str:
    """What is left of a sentence without words to the reader and figures of speech."""
    for match in reversed(list(framing_cues.TO_READER.finditer(text))):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text


def _beside_people(reading: Reading) -> bool:
    """Whether a sentence holds a health word besides those for people."""
    words = reading.words
    return any(vocabulary.is_health(word) and not vocabulary.on_list(word, vocabulary.PEOPLE) for word in words)


def _counts(text: str) -> bool:
    """Whether a sentence gives a number that can be checked."""
    return _NUMBERS.first(text) != ""


_NUMBERS = Cues({"number": cues.NUMBER, "share": cues.PERCENT})


def _describes(text: str, reading: Reading) -> bool:
    """A statement on how the body works, with enough health words to be checkable, or one that cites a work."""
    if not reading.health_page or not cues.has_verb(text):
        return False
    if reading.marked or reading.telling >= 2:
        return True
    return reading.telling == 1 and cues.MECHANISM.search(text) is not None
