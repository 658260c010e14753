"""What the words of a page's sentences show, before they are judged: health words, markers, products, studies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evidence.claims import cues, speakers_frames, topic
from evidence.claims.study_mentions import study_mention
from evidence.claims.topic import Words
from evidence.context import Product
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.patterns import lazily
from evidence.language.visible_text import visible
from evidence.selling.goods import speaks_of_goods
from evidence.selling.statements import NOTHING, Statement
from evidence.values import Document, ProductMention, Sentence

_LONG_PAGE = 12
"""Sentences from which a page on other subjects says so; praise of what it sells is then none of ours [house]."""
_SHORT_PAGE = 3
"""Sentences up to which a single one tells what a page is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence before it is judged.

    `telling` and `everyday` count its health words; `medical` says that one of them has hardly another use; `other`
    counts words of other trades (see `topic`). `treats` says that one names
    something that is taken or done for health; `product` holds the names of products in it, `mention` the words
    that describe one specific study, `said` what it says of a product, `heading` what it stands under,
    `frame` the words in front of it by which its writer speaks up, which `text` is without. `link_alone` says that
    all of it is one link that begins like a title and has no end.
    """

    index: int
    text: str
    paragraph: int
    place: str
    words: tuple[str, ...]
    telling: int
    everyday: int
    medical: bool
    other: int
    health_page: bool
    product: tuple[str, ...]
    marked: bool
    mention: str
    said: Statement = NOTHING
    heading: str = ""
    treats: bool = False
    frame: str = ""
    link_alone: bool = False

    @property
    def about_health(self) -> bool:
        """Whether the sentence speaks of health; on other pages it takes words that only medicine uses, or a cure."""
        if not self.health_page:
            return self.telling > 1 and (self.medical or (not self.other and disease_words(self.text) != ""))
        return self.telling + self.everyday > 0


_LINK_ALONE = lazily(
    r"[\s*_(>–—-]{0,6}\[[*_“\"]{0,3}(?=[A-Z\d])[^\[\]]{2,300}(?<![.!?])\]\(\s?<?(?:https?://|\.{0,2}/(?!/))(?:[^()\s]|\([^()\s]{0,200}\)){1,2000}\)[\s*_):|–—-]{0,6}"
    r"|[\s*_(>–—-]{0,6}<a\s[^<>]{0,1000}>(?=[A-Z\d])[^<>]{2,300}(?<![.!?])</a>[\s*_):|–—-]{0,6}"
)
_SOME_WORKS = 3
"""Works on health from which a page is about health by them [house]."""
_BY_WORKS = 0.1
"""As much a page is about health by its works alone: pages on health mostly reach 0.3 by their words (`topic`), and
with 0.2 and 0.3 nine and six lines of public pages that claim nothing were taken for claims, with 0.1 none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The readings of all sentences, in order, and how much the prose is about health (see `topic.score`)."""

    readings: tuple[Reading, ...]
    health_page: bool
    topic: float
    headings: tuple[tuple[int, str], ...]


def read(
    document: Document,
    products: Sequence[Product],
    mentions: Sequence[ProductMention],
    titles: Sequence[str],
    said: Mapping[int, Statement] | None = None,
) -> Page:
    """Reads every sentence of a document; `titles` are those of the works that the page stands on."""
    promoted: dict[int, tuple[str, ...]] = {}
    for mention in mentions:
        for index in mention.sentences:
            promoted[index] = (*promoted.get(index, ()), *_names_of(mention, products))
    frames, sentences = _without_frames(visible(document))
    words = [topic.words_of(sentence.text) for sentence in paced(sentences)]
    prose = [found for sentence, found in zip(sentences, words, strict=True) if not sentence.place]
    score = topic.score(prose)
    # A page that stands on works about health is one about health, however plainly it is written.
    health_page = topic.is_about_health(prose)
    if not health_page or score < _BY_WORKS:
        works = list(map(topic.words_of, titles))
        if topic.is_about_health(works):
            health_page = True
            if len(works) >= _SOME_WORKS:
                score = max(score, min(topic.score(works), _BY_WORKS))
    health_page = health_page or _tells_of_health([sentence.text for sentence in sentences if not sentence.place])
    if said and not health_page and not any(mention.key for mention in mentions):
        said = _of_our_goods(said, sentences, long=len(prose) >= _LONG_PAGE)
    marked = {marker.sentence for marker in document.markers}
    headings = tuple((block.start, block.text) for block in document.not_prose if block.kind == "heading")
    starts = [start for start, _ in headings]
    above = [bisect_right(starts, sentence.start) for sentence in sentences]
    passages = [health_page or _is_health_passage(words, index) for index in range(len(words))]
    readings = tuple(
        _reading(
            sentence,
            found,
            passages[sentence.index],
            promoted.get(sentence.index, ()),
            sentence.index in marked,
            said,
            headings[number - 1][1] if number else "",
            frame,
            not sentence.place and _LINK_ALONE.fullmatch(document.sentences[sentence.index].text) is not None,
        )
        for sentence, found, number, frame in zip(sentences, words, above, frames, strict=True)
    )
    return Page(readings, health_page, score, headings)


def _without_frames(sentences: Sequence[Sentence]) -> tuple[list[str], list[Sentence]]:
    """What writers put in front of sentences to speak up, and the sentences without it."""
    found = [("", one.text) if one.place else speakers_frames.parted(one.text) for one in paced(sentences)]
    parted = [replace(one, text=text) if frame else one for one, (frame, text) in zip(sentences, found, strict=True)]
    return [frame for frame, _ in found], parted


def _of_our_goods(said: Mapping[int, Statement], sentences: Sequence[Sentence], long: bool) -> dict[int, Statement]:
    """What is said of goods on a page on another subject: praise of a console is none of ours, that of a tea is.

    On a `long` page only what is said of disease and of safety counts.
    """
    ours = not long and speaks_of_goods(sentence.text for sentence in sentences)
    return {
        index: one for index, one in said.items() if ours or one.disease or one.safety or (one.benefit and not long)
    }


def _reading(
    sentence: Sentence,
    words: Words,
    health_page: bool,
    product: tuple[str, ...],
    marked: bool,
    said: Mapping[int, Statement] | None,
    heading: str,
    frame: str,
    link_alone: bool,
) -> Reading:
    on_health = health_page or bool(sentence.place)
    return Reading(
        index=sentence.index,
        text=sentence.text,
        paragraph=sentence.paragraph,
        place=sentence.place,
        words=words.found,
        telling=len(words.telling),
        everyday=len(words.everyday),
        medical=words.medical,
        other=words.of_other_trades,
        treats=words.treats,
        health_page=on_health,
        product=product,
        marked=marked,
        mention=study_mention(sentence.text) if on_health or words.telling else "",
        said=(said or {}).get(sentence.index, NOTHING),
        heading=heading,
        frame=frame,
        link_alone=link_alone,
    )


def _is_health_passage(words: Sequence[Words], index: int) -> bool:
    """Whether a sentence on a page about something else stands in a passage on health: two that tell of it by words
    which only medicine uses, side by side. A lamp review has such a passage where it comes to the eyes."""
    if not words[index].medical or words[index].of_other_trades > 1:
        return False
    near = (words[other] for other in (index - 1, index + 1) if 0 <= other < len(words))
    return any(row.medical and row.of_other_trades <= 1 for row in near)


def _names_of(mention: ProductMention, products: Sequence[Product]) -> tuple[str, ...]:
    recorded = next((product for product in products if product.key == mention.key), None)
    return (mention.name, *(recorded.names if recorded else ()))


def _tells_of_health(texts: Sequence[str]) -> bool:
    """Whether a page too short for shares is about health: one sentence says so by what it tells of a health word."""
    if not 0 < len(texts) <= _SHORT_PAGE:
        return False
    return any(
        (cues.NUTRIENT.search(text) or cues.PROOF.search(text) or disease_words(text)) and any(vocabulary.terms(text))
        for text in texts
    )
