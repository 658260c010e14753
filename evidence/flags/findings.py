"""What the rules look at: everything known about one document, with the lookups that they share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from evidence.context import Disclosure, Page, Product, Source
from evidence.flags.catalogue import FLAGS
from evidence.grading.levels import is_secondary
from evidence.language.patterns import lazily
from evidence.language.unread_passages import Unread
from evidence.language.visible_text import visible
from evidence.matching.mismatches import Mismatch
from evidence.reading import footnotes
from evidence.selling.goods import is_for_health
from evidence.selling.statements import NOTHING, Statement
from evidence.values import CERTAIN, Claim, Document, Flag, Grade, How, Kind, Link, ProductMention, Sentence, Severity

_OF_ANY_LANGUAGE = frozenset({"unsupported-language", "hidden-characters", "undisclosed-product"})
"""Flags that need no reading of the words: a product on record is known by its name."""

_LONG_PAGE = 12
"""Sentences from which a page on another subject says so [house]."""

_CLAIMS = 4
_SHARE_OF_CLAIMS = 0.08
"""So many claims, or so large a part of the sentences, make a page one on health [house]."""

_SHARE = 0.3
"""Share of the sentences that name a product from which on they speak of it as one for health [house]."""

_MARKUP = lazily(r"<[^<>]{0,200}>")
_FURTHER = lazily(
    r"\W*(?:(?:some|more|other|helpful|useful|great|good|additional|further|recommended|suggested|related|external|online|our|and|my|favou?rite|extra)\W+){0,4}"
    r"(?:readings?|resources?|(?:web)?links?|information|info|books?|(?:blog\s+)?posts|articles|viewing|listening|watching|learning|learn\s+more"
    r"|read\s+more|see\s+also|where\s+to\s+(?:get|find)\s+(?:help|more|support)|more)"
    r"(?:\W+(?:and|&|or|on|about|for)\W+[\w\s'’-]{2,60})?\W*",
    re.IGNORECASE,
)
"""The heading of a list of what else to read. One of sources or references says more."""
_FURTHER_LABEL = lazily(
    r"[\W_]*(?:(?:some|more|other|further|recommended|suggested|related|additional|for)[\W_]+){1,2}"
    r"(?:readings?|links|information|books?|articles|listening|watching)[\W_]{0,6}:"
    r"|[\W_]*(?:see\s+also|read\s+more|learn\s+more)[\W_]{0,6}:",
    re.IGNORECASE,
)
"""The same before a work on its own line: "Further reading: ..."."""
_NOTE_OF_HEADING = lazily(r"\[\^([^\[\]\s]{1,60})\]")

NEAREST = ("no source on the page", "none near", "one in the next paragraph", "one in the paragraph")


@dataclass(frozen=True, eq=False, repr=False)
class Findings:
    """One document after detection, matching and grading, before it is judged.

    `grades` is parallel to the sentences. `lost` holds, by sentence, the words that name or describe a study
    which is not among the sources. `absent` holds, by sentence, what its markers name besides the works they lead to.
    `mismatched` holds, by sentence, the names that come near a source without fitting it. `unread` is what is in
    another language. `said` holds, by sentence, what is said of the product it speaks of.
    `advertised` is the key of the product whose advertisement the document is, or "".
    """

    document: Document
    claims: Sequence[Claim]
    sources: Sequence[Source]
    links: Sequence[Link]
    grades: Sequence[Grade]
    lost: Mapping[int, str]
    mentions: Sequence[ProductMention]
    products: Sequence[Product]
    page: Page
    today: date
    absent: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    mismatched: Mapping[int, tuple[Mismatch, ...]] = field(default_factory=dict)
    unread: Unread = field(default_factory=Unread)
    said: Mapping[int, Statement] = field(default_factory=dict)
    advertised: str = ""

    @cached_property
    def by_key(self) -> dict[str, Source]:
        return {source.key: source for source in self.sources}

    @cached_property
    def _links_by_sentence(self) -> dict[int, list[Link]]:
        rows: dict[int, list[Link]] = {}
        for link in self.links:
            rows.setdefault(link.sentence, []).append(link)
        return rows

    @cached_property
    def _links_by_key(self) -> dict[str, list[Link]]:
        rows: dict[str, list[Link]] = {}
        for link in self.links:
            rows.setdefault(link.key, []).append(link)
        return rows

    def links_to(self, key: str) -> Sequence[Link]:
        """The ties of sentences to one work."""
        return self._links_by_key.get(key, ())

    @cached_property
    def for_further_reading(self) -> frozenset[str]:
        """Keys of the works under or behind words like "Further reading" that no sentence cites: they lead on."""
        heads = [block for block in self.document.not_prose if block.kind in ("heading", "title")]
        starts = [block.start for block in heads]
        found = set()
        text = self.document.text
        for reference in self.document.references:
            place = bisect_right(starts, reference.start) - 1
            headed = place >= 0 and _FURTHER.fullmatch(_MARKUP.sub("", heads[place].text)) is not None
            begin = text.rfind("\n", 0, reference.start) + 1
            labelled = _FURTHER_LABEL.match(text, begin, max(begin, reference.end)) is not None
            if (headed or labelled) and reference.key not in self.cited:
                found.add(reference.key)
        return frozenset(found)

    @cached_property
    def in_headings(self) -> frozenset[str]:
        """Keys of the works to whose notes the title or a heading points, for all that stands below."""
        heads = (block.text for block in self.document.not_prose if block.kind in ("heading", "title"))
        names = {name for text in heads if "[^" in text for name in _NOTE_OF_HEADING.findall(text)}
        return frozenset(key for name in names for key in footnotes.works_of_note(self.document, name))

    @cached_property
    def cited(self) -> frozenset[str]:
        """Keys of the works that any sentence stands on."""
        return frozenset(link.key for link in self.links)

    @cached_property
    def _mention_by_sentence(self) -> dict[int, ProductMention]:
        ours = [mention for mention in reversed(self.mentions) if self.is_of_concern(mention)]
        return {index: mention for mention in ours for index in mention.sentences}

    @cached_property
    def visible(self) -> tuple[Sentence, ...]:
        """The sentences without markers and addresses."""
        return visible(self.document)

    @cached_property
    def rows(self) -> tuple[tuple[Sentence, Claim], ...]:
        """The sentences that make a claim, as a reader sees them, each with its claim."""
        paired = zip(self.visible, self.claims, strict=True)
        return tuple((sentence, claim) for sentence, claim in paired if claim.claim)

    def links_of(self, sentence: int) -> Sequence[Link]:
        return self._links_by_sentence.get(sentence, ())

    def sources_of(self, sentence: int) -> list[Source]:
        return [self.by_key[link.key] for link in self.links_of(sentence)]

    @cached_property
    def _sourced_paragraphs(self) -> frozenset[int]:
        """Paragraphs in which a marker stands or a sentence is tied to a work."""
        sourced = {link.sentence for link in self.links} | {marker.sentence for marker in self.document.markers}
        return frozenset(self.document.sentences[index].paragraph for index in sourced)

    def nearest_source(self, sentence: int) -> str:
        """How near the next source stands, by one of `NEAREST`: the nearer, the likelier that a tie was missed."""
        if not self.sources and not self.document.markers:
            return NEAREST[0]
        paragraph = self.document.sentences[sentence].paragraph
        if paragraph in self._sourced_paragraphs:
            return NEAREST[3]
        beside = {paragraph - 1, paragraph + 1} & self._sourced_paragraphs
        return NEAREST[2] if beside else NEAREST[1]

    def is_lost(self, sentence: int) -> bool:
        """Whether the study a sentence speaks of is still unknown.

        An editor settles it by linking the study; a comment, a review or a book *about* the study does not.
        """
        if sentence not in self.lost:
            return False
        by_hand = (self.by_key[link.key] for link in self.links_of(sentence) if link.how is How.EDITOR)
        return all(is_secondary(source.design) for source in by_hand)

    @cached_property
    def _marked(self) -> frozenset[tuple[int, str]]:
        return frozenset((marker.sentence, marker.text) for marker in footnotes.markers(self.document))

    def is_told_in_words(self, sentence: int) -> bool:
        """Whether words alone say that a study is unknown: no marker of the sentence leads nowhere."""
        if sentence in self.absent or not self.is_lost(sentence):
            return False
        return (sentence, self.lost[sentence]) not in self._marked

    def judged_by(self, sentence: int) -> list[Source]:
        """The sources by which a sentence is judged: none while the study it speaks of is unknown."""
        return [] if self.is_lost(sentence) else self.sources_of(sentence)

    def graded(self, sentence: int) -> list[Source]:
        """The sources of a sentence whose design is recorded, so that their grade means something."""
        return [source for source in self.judged_by(sentence) if source.design is not None]

    def mention_of(self, sentence: int) -> ProductMention | None:
        return self._mention_by_sentence.get(sentence)

    def said_of(self, sentence: int) -> Statement:
        """What a sentence says of the product it speaks of."""
        return self.said.get(sentence, NOTHING)

    def product_of(self, mention: ProductMention) -> Product | None:
        return next((product for product in self.products if product.key and product.key == mention.key), None)

    def disclosure_of(self, mention: ProductMention) -> Disclosure | None:
        return next((row for row in self.page.disclosures if mention.key and row.product == mention.key), None)

    @cached_property
    def in_scope(self) -> bool:
        """Whether the page makes a claim about health or names a product; the page rules ask nothing of others."""
        return self._claimed > 0 or any(self.is_of_concern(mention) for mention in self.mentions)

    @cached_property
    def _claimed(self) -> int:
        """How many sentences claim something besides what they say of goods."""
        return sum(Kind.PRODUCT not in claim.kinds for _, claim in self.rows)

    def is_of_concern(self, mention: ProductMention) -> bool:
        """Whether a product is on record, stands on a page that claims more than a little or is short, or is one for
        health by the words around it: a console that a long page of news names is none of ours."""
        few = self._claimed < min(_CLAIMS, _SHARE_OF_CLAIMS * len(self.document.sentences))
        if mention.key or not few or len(self.document.sentences) < _LONG_PAGE:
            return True
        return self._is_for_health(mention) or any(self._names_disease(index) for index in mention.sentences)

    def _names_disease(self, sentence: int) -> bool:
        """Whether a sentence claims an effect on a disease in words that a rule knows, so that goods are for health."""
        said = self.said_of(sentence)
        return bool(said.disease) and said.certainty >= CERTAIN.chance

    def _is_for_health(self, mention: ProductMention) -> bool:
        named = [self.document.sentences[index].text for index in mention.sentences]
        return sum(is_for_health((text,)) for text in named) >= _SHARE * len(named)

    @cached_property
    def sells_for_health(self) -> bool:
        """Whether the page names a product on record, or one of its own or for sale that is for health."""
        return any(
            mention.key or ((mention.own or mention.sold) and self._is_for_health(mention)) for mention in self.mentions
        )

    def stands(self, flag: Flag) -> bool:
        """Whether a flag may be raised: a sentence that was not read is judged in nothing else than that.

        Where most of a page was not read, nothing is said of the page as a whole but what stops publication: the rest
        of it is answered for all the same.
        """
        if flag.code in _OF_ANY_LANGUAGE or flag.reference is not None:
            return True
        if flag.sentence is not None:
            return flag.sentence not in self.unread.sentences
        return not self.unread.page or flag.severity is Severity.BLOCKER or FLAGS[flag.code].group != "page"


def raised(
    code: str,
    *,
    sentence: int | None = None,
    reference: str | None = None,
    severity: Severity | None = None,
    facts: Iterable[tuple[str, str]] = (),
) -> Flag:
    """A flag with the catalogue's words. `severity` only where the standard makes it depend on the case."""
    spec = FLAGS[code]
    return Flag(
        code=code,
        severity=severity or spec.severity,
        message=spec.advice,
        reader=spec.reader,
        standard=spec.standard,
        sentence=sentence,
        reference=reference,
        facts=tuple(facts),
    )
