"""Says of each sentence whether it makes a claim that needs a source, of which kinds, and how it is worded.

Rules over general health vocabulary and the cue groups of `cues` and `study_cues`. Source of the kinds and of
what needs a citation: standards.md A3.1, after Redi and others 2019.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence import cues, framing_cues, promotion, study_cues, vocabulary
from evidence import wording as words_of
from evidence.diseases import disease_words
from evidence.mentions import study_mention
from evidence.values import CLAIM_KINDS, Claim, Document, Kind, Product, ProductMention, Wording
from evidence.visible import visible

_HEALTH_PAGE = 0.25
"""Share of sentences with a telling health word from which a page counts as one on health (tuned on lay pages)."""

_SHORT_PAGE = 3
"""Sentences up to which a single one tells what a page is about."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the words of one sentence show, before it is judged; `product` holds the names of products in it."""

    text: str
    telling: int
    everyday: int
    health_page: bool
    product: tuple[str, ...]
    marked: bool

    @property
    def about_health(self) -> bool:
        if not self.health_page:
            return self.telling > 1
        return self.telling + self.everyday > 0


def detect(
    document: Document,
    products: Sequence[Product] = (),
    mentions: Sequence[ProductMention] | None = None,
    titles: Sequence[str] | None = None,
) -> tuple[Claim, ...]:
    """One claim per sentence, in the order of the sentences.

    `mentions` saves finding the products twice where the caller has them already. `titles` are those of the works
    the page stands on; None takes them from the reference list in the text.
    """
    found = promotion.mentions(document, products) if mentions is None else mentions
    promoted: dict[int, tuple[str, ...]] = {}
    for mention in found:
        for index in mention.sentences:
            promoted[index] = (*promoted.get(index, ()), *_names_of(mention, products))
    sentences = visible(document)
    counts = [vocabulary.terms(sentence.text) for sentence in sentences]
    if titles is None:
        titles = [str(reference.csl.get("title") or "") for reference in document.references]
    works = [vocabulary.terms(title)[0] for title in titles]
    # A page that stands on works about health is one about health, however plainly it is written.
    prose = [len(telling) for sentence, (telling, _) in zip(sentences, counts, strict=True) if not sentence.place]
    health_page = is_health_page(prose) or is_health_page(list(map(len, works)))
    health_page = health_page or _tells_of_health([sentence.text for sentence in sentences if not sentence.place])
    marked = {marker.sentence for marker in document.markers}
    claims: list[Claim] = []
    before: Claim | None = None
    for sentence, (telling, everyday) in zip(sentences, counts, strict=True):
        reading = _Reading(
            text=sentence.text,
            telling=len(telling),
            everyday=len(everyday),
            health_page=health_page or bool(sentence.place),
            product=promoted.get(sentence.index, ()),
            marked=sentence.index in marked,
        )
        if sentence.place:
            claims.append(_beside_prose(sentence.index, reading))
        else:
            before = _judge(sentence.index, reading, before)
            claims.append(before)
    return tuple(claims)


def _names_of(mention: ProductMention, products: Sequence[Product]) -> tuple[str, ...]:
    recorded = next((product for product in products if product.key == mention.key), None)
    return (mention.name, *(recorded.names if recorded else ()))


def is_health_page(telling: Sequence[int]) -> bool:
    """Whether enough sentences hold a telling health word for the page to be about health."""
    return bool(telling) and sum(1 for count in telling if count) / len(telling) >= _HEALTH_PAGE


def _tells_of_health(texts: Sequence[str]) -> bool:
    """Whether a page too short for shares is about health: one sentence says so by what it tells of a health word."""
    if not 0 < len(texts) <= _SHORT_PAGE:
        return False
    return any(
        (cues.NUTRIENT.search(text) or cues.PROOF.search(text) or disease_words(text)) and any(vocabulary.terms(text))
        for text in texts
    )


def _judge(index: int, reading: _Reading, before: Claim | None) -> Claim:
    text = reading.text
    mention = study_mention(text) if reading.health_page or reading.telling else ""
    kinds = _kinds(reading, mention, before)
    is_claim = any(kind in CLAIM_KINDS for kind in kinds)
    vague = study_cues.VAGUE.search(text) if is_claim and not mention else None
    return Claim(
        sentence=index,
        claim=is_claim,
        kinds=kinds,
        wording=words_of.wording(text) if is_claim else Wording.NONE,
        boosters=words_of.boosters(text) if is_claim else (),
        vague=vague.group() if vague else "",
        mention=mention if is_claim else "",
    )


def _beside_prose(index: int, reading: _Reading) -> Claim:
    """The claim of a heading or the like, which is only read as a sentence because it makes one."""
    text = _TABLE_RULE.sub(" ", reading.text)
    found = _product_kinds(reading) if reading.product else ()
    effects = [kind for kind in _effect_kinds(text, reading) if kind is not Kind.MANAGEMENT]
    if _SAYS_IT_WORKS.search(text) or not effects:
        effects.append(Kind.EFFICACY)
    kinds = tuple(dict.fromkeys([*(kind for kind in found if kind in CLAIM_KINDS), *effects]))
    return Claim(index, True, kinds, words_of.wording(text), boosters=words_of.boosters(text))


_SAYS_IT_WORKS = re.compile(
    r"\b(?:cure[sd]?|remed(?:y|ies)|antidotes?|proven|works?|helps?|effective)\b", re.IGNORECASE
)
_TABLE_RULE = re.compile(r"\s*\|\s*")


def _kinds(reading: _Reading, mention: str, before: Claim | None) -> tuple[Kind, ...]:
    if reading.product:
        return _product_kinds(reading)
    needless = _needs_none(reading, mention)
    if needless is not None and not (mention and study_cues.RESULT.search(reading.text)):
        return (needless,)
    if not mention and before and before.claim and reading.about_health and cues.CONTINUES_CLAIM.search(reading.text):
        return tuple(kind for kind in before.kinds if kind not in _OF_STUDIES) or before.kinds
    kinds = _claim_kinds(reading, mention)
    if framing_cues.DEFINES.search(reading.text):
        aside = not framing_cues.DEFINES.search(framing_cues.ASIDE.sub(" ", reading.text))
        if not aside and all(kind is Kind.MECHANISM for kind in kinds) and not cues.EFFECT.search(reading.text):
            return (Kind.DEFINITION,)
        return (Kind.DEFINITION, *kinds)
    return kinds or (Kind.FRAMING,)


_OF_STUDIES = frozenset({Kind.STUDY_RESULT, Kind.STUDY_MENTION, Kind.STATE_OF_EVIDENCE, Kind.NUMERIC})


def _needs_none(reading: _Reading, mention: str) -> Kind | None:
    """The kind of a sentence that asserts nothing checkable about health, or None where it may."""
    text = reading.text
    if text.rstrip(" \"'”’)").endswith("?") or framing_cues.WONDER.search(text):
        return Kind.QUESTION
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


def _product_kinds(reading: _Reading) -> tuple[Kind, ...]:
    text = reading.text
    for name in sorted(reading.product, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)  # a name may sound like a benefit
    if text.rstrip().endswith("?") or not (
        any(cue.search(text) for cue in (cues.BENEFIT, cues.SAFETY, cues.EFFECT, cues.PRAISE))
    ):
        return (Kind.FRAMING,)
    kinds = [Kind.PRODUCT]
    if cues.BENEFIT.search(text) and reading.about_health:
        kinds.append(Kind.EFFICACY)
    if cues.SAFETY.search(text):
        kinds.append(Kind.SAFETY)
    return tuple(kinds)


def _claim_kinds(reading: _Reading, mention: str) -> tuple[Kind, ...]:
    text = reading.text
    about = reading.about_health
    kinds: list[Kind] = []
    if mention:
        kinds.append(Kind.STUDY_RESULT if study_cues.RESULT.search(text) else Kind.STUDY_MENTION)
    if about and not mention and study_cues.CONTINUES_STUDY.search(text) and study_cues.RESULT.search(text):
        kinds.append(Kind.STUDY_RESULT)
    if reading.health_page and cues.APPRAISAL.search(text):
        kinds.append(Kind.APPRAISAL)
    if not about:
        if reading.health_page and ("%" in text or "percent" in text):
            kinds.append(Kind.NUMERIC)
        elif reading.health_page and reading.marked and cues.VERB.search(text):
            kinds.append(Kind.DESCRIPTIVE)
        return tuple(kinds)
    if _counts(text) or (cues.COMMON.search(text) and _beside_people(text)):
        kinds.append(Kind.NUMERIC)
    if cues.NUTRIENT.search(text):
        kinds.append(Kind.DESCRIPTIVE)
    if cues.STATE.search(text) and not mention:
        kinds.append(Kind.STATE_OF_EVIDENCE)
    kinds += _effect_kinds(text, reading)
    if cues.COMPARATIVE.search(text):
        kinds.append(Kind.COMPARATIVE)
    if not kinds and _describes(text, reading):
        kinds.append(Kind.MECHANISM)
    return tuple(dict.fromkeys(kinds))


def _effect_kinds(text: str, reading: _Reading) -> list[Kind]:
    kinds: list[Kind] = []
    effect = cues.EFFECT.search(text) is not None
    if cues.MANAGEMENT.search(text) or (cues.IMPERATIVE.match(text) and reading.telling):
        kinds.append(Kind.MANAGEMENT)
    if cues.SAFETY.search(text):
        kinds.append(Kind.SAFETY)
    treats = any(vocabulary.is_treatment(word) for word in vocabulary.words(text))
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


def _beside_people(text: str) -> bool:
    """Whether a sentence holds a health word besides those for people."""
    found = vocabulary.words(text)
    return any(vocabulary.is_health(word) and not vocabulary.on_list(word, vocabulary.PEOPLE) for word in found)


def _counts(text: str) -> bool:
    """Whether a sentence gives a number that can be checked."""
    if not cues.MAY_COUNT.search(text):
        return False
    return cues.PERCENT.search(text) is not None or cues.NUMBER.search(text) is not None


def _describes(text: str, reading: _Reading) -> bool:
    """A statement on how the body works, with enough health words to be checkable, or one that cites a work."""
    if not reading.health_page or not cues.VERB.search(text):
        return False
    if reading.marked or reading.telling >= 2:
        return True
    return reading.telling == 1 and cues.MECHANISM.search(text) is not None
