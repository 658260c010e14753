"""The kinds of a sentence by rules over health words and cue groups.

Source of the kinds and of what needs a citation: standards.md A3.1, after Redi and others 2019.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.claims import cues, framing_cues, study_cues
from evidence.claims.annotation import Reading
from evidence.claims.no_studies import is_ones_own
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
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
    if text.rstrip(" \"'”’)*_").endswith("?") or framing_cues.WONDER.search(text):
        return Kind.QUESTION
    if framing_cues.ASKS_WHETHER.match(text):
        return Kind.QUESTION
    if framing_cues.TO_DO.match(text):
        return Kind.FRAMING
    if framing_cues.RESEARCH_NEED.search(text):
        return Kind.RESEARCH_NEED
    if framing_cues.OUTLOOK.search(text) or framing_cues.OPINION.search(text):
        return Kind.OPINION
    told = framing_cues.ANECDOTE.search(text) or framing_cues.FIRST_PERSON.search(text)
    if told and not framing_cues.PRACTICE.search(text):
        return Kind.ANECDOTE
    if (
        framing_cues.REFERRAL.search(text)
        or framing_cues.STUDYING.search(text)
        or framing_cues.WORRY.search(text)
        or framing_cues.ANNOUNCE.search(text)
    ):
        return Kind.FRAMING
    if framing_cues.TO_READER.search(text) and not _asserts(_besides_reader(text)):
        return Kind.FRAMING
    if framing_cues.TIME_FRAME.search(text) and not (cues.EFFECT.search(text) or _counts(text)):
        return Kind.FRAMING
    told = framing_cues.METHOD.search(text) or framing_cues.STORY.search(text)
    if told and not mention and not study_cues.RESULT.search(text) and not reading.marked:
        return Kind.FRAMING
    if framing_cues.BELIEF.search(text) and not cues.STATE.search(text) and not reading.marked:
        return Kind.FRAMING
    if text.rstrip().endswith(":") or (len(text.split()) < 4 and not cues.EFFECT.search(text)):
        return Kind.FRAMING
    return None


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
    kinds: list[Kind] = []
    if mention:
        kinds.append(Kind.STUDY_RESULT if study_cues.RESULT.search(text) else Kind.STUDY_MENTION)
    if about and not mention and study_cues.CONTINUES_STUDY.search(text) and study_cues.RESULT.search(text):
        kinds.append(Kind.STUDY_RESULT)
    if reading.health_page and cues.APPRAISAL.search(text) and not is_ones_own(text):
        kinds.append(Kind.APPRAISAL)
    if not about:
        if reading.health_page and ("%" in text or "percent" in text):
            kinds.append(Kind.NUMERIC)
        elif reading.health_page and reading.marked and cues.VERB.search(text):
            kinds.append(Kind.DESCRIPTIVE)
        return tuple(kinds)
    if _counts(text) or (cues.COMMON.search(text) and _beside_people(reading)):
        kinds.append(Kind.NUMERIC)
    if cues.NUTRIENT.search(text):
        kinds.append(Kind.DESCRIPTIVE)
    if cues.STATE.search(text) and not mention:
        kinds.append(Kind.STATE_OF_EVIDENCE)
    kinds += effect_kinds(text, reading)
    if cues.COMPARATIVE.search(text):
        kinds.append(Kind.COMPARATIVE)
    if not kinds and _describes(text, reading):
        kinds.append(Kind.MECHANISM)
    return tuple(dict.fromkeys(kinds))


def effect_kinds(text: str, reading: Reading) -> list[Kind]:
    """The kinds of claim by which a text tells of an effect, a danger or what to do."""
    kinds: list[Kind] = []
    effect = cues.EFFECT.search(text) is not None
    if cues.MANAGEMENT.search(text) or (cues.IMPERATIVE.match(text) and reading.telling):
        kinds.append(Kind.MANAGEMENT)
    if cues.SAFETY.search(text):
        kinds.append(Kind.SAFETY)
    treats = any(map(vocabulary.is_treatment, reading.words))
    benefits = (cues.BENEFIT, cues.HELP_VERB, cues.PROOF, framing_cues.PRACTICE)
    if (treats and any(cue.search(text) for cue in benefits)) or disease_words(text):
        kinds.append(Kind.EFFICACY)
    elif effect or cues.ASSOCIATION.search(text) or framing_cues.PRACTICE.search(text):
        kinds.append(Kind.CAUSAL)
    return kinds


def _asserts(text: str) -> bool:
    """Whether words tell an effect, a link, a number, a danger or what to do."""
    cued = (cues.EFFECT, cues.ASSOCIATION, cues.SAFETY, cues.MANAGEMENT)
    return _counts(text) or any(cue.search(text) for cue in cued)


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
    return cues.NUMBER.search(text) is not None or cues.PERCENT.search(text) is not None


def _describes(text: str, reading: Reading) -> bool:
    """A statement on how the body works, with enough health words to be checkable, or one that cites a work."""
    if not reading.health_page or not cues.VERB.search(text):
        return False
    if reading.marked or reading.telling >= 2:
        return True
    return reading.telling == 1 and cues.MECHANISM.search(text) is not None
