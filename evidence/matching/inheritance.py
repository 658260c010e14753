"""Whether a sentence goes on about the work that a sentence before it stands on.

Source: standards.md A3.2: a source is handed on to the sentences that follow about the same study, never to those
before it. Handed on to are: the items and the quotation that a sentence with a source announces, what stands inside a
quotation that such a sentence opened, and talk of the same study.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence.claims import study_cues
from evidence.language.patterns import lazily
from evidence.matching import authors_remarks, cited_blocks, sub_items, voices
from evidence.matching import inheritance_cues as cues
from evidence.matching.announcing_studies import LABEL, Lead, depth_of, ends_with_colon, line_before, stands_above
from evidence.matching.suggestions import stems
from evidence.values import Claim, Document, How, Link, Sentence

REACH = 6
"""So many sentences later "the study" may still mean the one spoken of last [house]."""

_SUMMED_UP = 2
"""So many sentences later a conclusion may still be drawn from the study [house]."""

_SAID_REACH = 3
"""So many sentences later "they said" may still mean those spoken of last [house]."""

_QUOTATION = 4000
"""A quotation of more characters has lost its closing mark [house]."""

_ITEM_LINE = lazily(r"(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+")
_MARKS = lazily(r"\[[\d,;–\s^-]{1,60}\]|\]\([^()\s]{0,1000}\)|<[^<>]{0,300}>|\([^()]{0,40}\b(?:19|20)\d\d\)")
_OPENERS = lazily(r"(?<![\w.,!?…])[“«]")
_CLOSERS = lazily(r"[”»]|(?<=[\w.,!?…])“")
"""Some close with the mark that opens: “so“."""

_ANY_MARK = lazily(r"\s?<sup\b[^<>]{0,200}>.{0,100}?</sup>|\s?\[\^?[\w,;–-]{1,40}\](?:\([^()\s]{0,1000}\))?|[¹²³⁴-⁹]+")
_BLANK = lazily(r"\n[ \t]*\r?\n")
"""Straight marks tell openings by their number alone, which no paragraph hands on to the next."""


@dataclass(eq=False, repr=False)
class Inheritance:
    """What was said so far, as one walks down the sentences of a document.

    `alone` says that the page speaks of one work only, so that results told in the next paragraph are still its own.
    """

    document: Document
    alone: bool = False
    _links: Sequence[Link] = ()
    _last: Sentence | None = None
    _tied: Sentence | None = None
    _of_study: bool = False
    _of_review: bool = False
    _names: frozenset[str] | None = None
    _lead: Lead | None = None
    _quote_from: int = -1
    _apart: int = 0
    _breaks: list[int] = field(default_factory=list)
    _findings: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        kinds = ("heading", "title", "reference-list", "note")
        blocks = [block for block in self.document.not_prose if block.kind in kinds]
        of_the_study = [block for block in blocks if sub_items.announces_findings(block)]
        self._findings = [block.start for block in of_the_study]
        self._breaks = sorted(block.start for block in blocks if block not in of_the_study)

    def ties(self, sentence: Sentence, links: Sequence[Link], claim: Claim) -> None:
        """A sentence has sources of its own, which may be handed on from here."""
        self._forget_before(sentence)
        text = sentence.text
        same = {link.key for link in links} == {link.key for link in self._links}
        self._of_review = (same and self._of_review) or cues.REVIEWS.search(text) is not None
        self._of_study = (
            (same and self._of_study)
            or bool(claim.mention)
            or cues.STUDY.search(text) is not None
            or cues.LINKED_WORK.search(text) is not None
            or _continues(text)
        )
        tells = self._of_study or voices.lets_speak(text)
        announces = (
            ends_with_colon(text, self.document.text, sentence.end)
            or (tells and stands_above(self.document.text, sentence))
            or sub_items.heads_items(self.document, sentence)
        )
        announces = announces and not cited_blocks.lets_others_speak(self.document.text, sentence)
        if announces:
            opening = line_before(self.document.text, sentence.start)
            self._lead = Lead(
                links,
                is_item=_ITEM_LINE.match(opening) is not None,
                is_label=LABEL.fullmatch(_ANY_MARK.sub("", text)) is not None,
                depth=depth_of(self.document.text, sentence),
            )
        elif self._lead is not None and not self._lead.covers(self.document, sentence):
            self._lead = None
        self._links, self._tied, self._last, self._apart = links, sentence, sentence, 0
        self._names = voices.names(text) if tells else None
        self._quote_from = sentence.start if announces or _opens_quotation(text) else -1

    def inherited(self, sentence: Sentence, claim: Claim) -> Sequence[Link]:
        """The links that reach a sentence that has none of its own; it becomes the one spoken of last."""
        self._forget_before(sentence)
        before, self._last = self._last, sentence
        if before is None or self._tied is None:
            return ()
        listed = self._lead is not None and self._lead.covers(self.document, sentence)
        if not listed:
            self._lead = None
        quoted = self._in_quotation(sentence)
        goes_on = quoted or self._goes_on(sentence, before, claim)
        if not claim.claim and self._announces(sentence, goes_on=goes_on):
            self._lead, listed = Lead(self._links), True
        if (goes_on or not listed) and not self._is_aside(sentence, claim, goes_on=goes_on):
            self._apart = 0 if goes_on else self._apart + 1
        if goes_on:
            if not quoted and _opens_quotation(sentence.text):
                self._quote_from = sentence.start
            return self._links
        return self._lead.links if self._lead is not None else ()

    def _is_aside(self, sentence: Sentence, claim: Claim, *, goes_on: bool) -> bool:
        """Whether a sentence claims nothing and leaves the study its paragraph ("The drinks tasted alike.")."""
        if goes_on or claim.claim or claim.mention or self._tied is None or self._apart:
            return False
        text = sentence.text
        other = cues.NEW_SUBJECT.match(text) or cues.speaks_of_others(text) or cues.STANDS.search(text)
        asks = text.rstrip().endswith("?")
        of_it = not other and (asks or not stems(text).isdisjoint(stems(self._tied.text)))
        return self._of_study and sentence.paragraph == self._tied.paragraph and of_it

    def _announces(self, sentence: Sentence, *, goes_on: bool) -> bool:
        """Whether a sentence without sources announces what the study before it says: "More from the study:"."""
        whole, text = self.document.text, sentence.text
        if cues.HANDS_OVER.fullmatch(text):
            return self._apart == 0 or goes_on
        if self._of_study and self._apart == 0 and cues.TAKEAWAYS.fullmatch(text):
            return self._tied is not None and sentence.paragraph == self._tied.paragraph
        announces = goes_on and ends_with_colon(text, whole, sentence.end) and LABEL.fullmatch(text) is None
        return announces and (cues.THE_WORK.search(text) is not None or self._tells_of_the_counted(text))

    def _forget_before(self, sentence: Sentence) -> None:
        """A heading between two sentences ends what the first of them hands on."""
        if self._last is None:
            return
        if bisect_left(self._breaks, self._last.end) != bisect_left(self._breaks, sentence.start):
            self._links, self._tied, self._lead, self._quote_from = (), None, None, -1
        elif bisect_left(self._findings, self._last.end) != bisect_left(self._findings, sentence.start):
            handed = self._of_study and self._apart == 0 and self._tied is not None
            if handed:
                self._lead = Lead(self._links)
            else:
                self._links, self._tied, self._lead, self._quote_from = (), None, None, -1

    def _goes_on(self, sentence: Sentence, before: Sentence, claim: Claim) -> bool:
        text = sentence.text
        at_once = self._apart == 0 and sentence.paragraph in (before.paragraph, before.paragraph + 1)
        if (at_once and (self._of_parts(text) or self._counts_more(before, sentence))) or self._speaks_again(text):
            return True
        if at_once and self._takes_up_studies(text):
            return True
        if claim.mention or cues.NEW_SUBJECT.match(text) or cues.speaks_of_others(text):
            return False
        if authors_remarks.plans_the_page(text) or authors_remarks.finds_fault(text):
            return False
        if at_once and (_continues(text) or self._of_the_case(text)):
            return True
        if at_once and (self._of_study or self._names is not None) and voices.says_for_whom(text):
            return True
        beside = at_once and sentence.paragraph == before.paragraph
        if beside and (self._counts(before, text) or self._tells_of_the_linked(text) or self._quotes_on(before, text)):
            return True
        if beside and self._tells_of_the_counted(text):
            return True
        restated = self._tied is not None and _ends_quotation(self._tied.text)
        same = at_once and (self.alone or restated or sentence.paragraph == before.paragraph)
        if same and cues.IN_OTHER_WORDS.match(text):
            return True
        return self._of_study and self._of_the_study(text, at_once=at_once, same=same)

    def _of_the_study(self, text: str, *, at_once: bool, same: bool) -> bool:
        """Whether a sentence tells of the study spoken of: what it shows, comes to, found; who made it; the work."""
        if at_once and (cues.SHOWS.match(text) or (same and self._of_review and cues.COUNTS_ON.match(text))):
            return True
        if self._apart < _SUMMED_UP and self._is_of_quoted_words(text):
            return True
        if same and (cues.IS_A_RESULT.match(text) or cues.STATISTICS.search(text)):
            return True
        if same and (authors_remarks.tells_method(text) or cues.IT_WAS_SAID.match(text)):
            return True
        if same and (self._tells_result(text) or (cues.CONSEQUENCE.match(text) and not cues.ADVICE.search(text))):
            return True
        if self._apart < _SUMMED_UP and (cues.CONCLUSION.match(text) or self._speaks_on(text)):
            return True
        if self._apart < _SAID_REACH and (cues.ITS_PEOPLE.search(text) or cues.THEY_SAID.match(text)):
            return True
        return self._apart < REACH and cues.THE_WORK.search(text) is not None

    def _takes_up_studies(self, text: str) -> bool:
        """Whether a sentence goes on about the several studies that the one with the sources tells of."""
        if self._tied is None or not cues.THESE_STUDIES.match(text):
            return False
        return cues.STUDIES.search(self._tied.text) is not None

    def _of_the_case(self, text: str) -> bool:
        """Whether a sentence tells more of the one person whom the sentence with the sources is about."""
        if self._tied is None or not cues.OF_THE_CASE.match(text) or not cues.TOLD.search(text):
            return False
        return cues.A_CASE.search(self._tied.text) is not None

    def _counts(self, before: Sentence, text: str) -> bool:
        """Whether a sentence tells what the figure is made of that somebody's word or study gave right before it."""
        told = before is self._tied and (self._of_study or self._names is not None)
        return told and any(map(str.isdigit, _bare(before.text))) and voices.says_what_counts(text)

    def _counts_more(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence counts the next share of those whom the one before counts, as to the same thing."""
        if sentence.paragraph != before.paragraph or not cues.COUNTS_MORE.match(sentence.text):
            return False
        if not any(map(str.isdigit, _bare(before.text))) or cues.TOLD.search(sentence.text) is None:
            return False
        people = stems(" ".join(found.group() for found in cues.PEOPLE.finditer(sentence.text)))
        return not (stems(sentence.text) & stems(before.text)) <= people

    def _quotes_on(self, before: Sentence, text: str) -> bool:
        """Whether a sentence is the rest of what the one before quotes: “It is cheap,” Lee says. “It works.”"""
        if self._names is None or cues.QUOTED_ON.fullmatch(text) is None:
            return False
        return _is_speech(before.text) and voices.named_again(before.text, self._names)

    def _tells_of_the_counted(self, text: str) -> bool:
        """Whether a sentence tells what became of those whom the sentence with the sources counts: "the nurses"."""
        if self._tied is None or not self._of_study or cues.TOLD.search(text) is None:
            return False
        if cues.OF_THEM.match(text):
            return True
        return any(
            re.search(
                rf"^\W*(?:[^,.]{{3,40}},\s)?(?:the|these|those|\w+\s+of\s+the)\s+(?:\w+\s+)?{who}\b",
                text,
                re.IGNORECASE,
            )
            for who in cues.counted(self._tied.text)
        )

    def _tells_of_the_linked(self, text: str) -> bool:
        """Whether a sentence tells what happened with the very thing that a link of the one before stands on."""
        told = cues.TOLD.search(text)
        if told is None:
            return False
        for link in self._links:
            words = re.findall(r"[a-z]{4,40}", link.mention.partition("](")[0].lower()) if link.how is How.LINK else []
            if words and re.search(rf"\b(?:the|these|those)\s+(?:\w+\s+)?{words[-1]}\b", text, re.IGNORECASE):
                return True
        return False

    def _speaks_on(self, text: str) -> bool:
        """Whether those who made the only study of the page go on speaking."""
        return self.alone and _is_speech(text) and self._tied is not None and _is_speech(self._tied.text)

    def _is_of_quoted_words(self, text: str) -> bool:
        """Whether a sentence is quoted as a whole, and is no word that somebody is told to have spoken."""
        if self._tied is None or self._last is None or cues.QUOTED_WHOLE.fullmatch(text) is None:
            return False
        attributed = cues.ATTRIBUTED.match(self.document.text, self._last.end) is not None
        return not (attributed or _is_speech(self._tied.text) or cues.speaks_of_others(self._tied.text))

    def _of_parts(self, text: str) -> bool:
        """Whether a sentence speaks of parts of what the review spoken of looked at, or of the evidence it found."""
        if not (self._of_study and self._of_review):
            return False
        return cues.PARTS.match(text) is not None or cues.EVIDENCE_WAS.match(text) is not None

    def _speaks_again(self, text: str) -> bool:
        """Whether whoever had the word in the sentence with the sources has it again."""
        if self._names is None or self._apart >= _SAID_REACH:
            return False
        if voices.named_again(text, self._names):
            return True
        other = cues.NEW_SUBJECT.match(text) or voices.is_another_body(text, self._names)
        return voices.speak_again(text) and not other

    def _tells_result(self, text: str) -> bool:
        """Whether a sentence tells in the past tense what was measured in people or of what was studied."""
        told = cues.TOLD.search(text)
        if told is None or not cues.MEASURED.search(text):
            return False
        stands = cues.STANDS.search(text)
        if stands is not None and stands.start() < told.start():
            return False
        if (others := cues.PEOPLE_OF.match(text)) and self._tied is not None and others["who"] not in self._tied.text:
            return False
        if cues.PEOPLE.search(text) or cues.OUTCOMES.search(text):
            return True
        return self._tied is not None and not stems(text).isdisjoint(stems(self._tied.text))

    def _in_quotation(self, sentence: Sentence) -> bool:
        """Whether a sentence stands inside quotation marks that were opened with the sources or right after."""
        if self._quote_from < 0:
            return False
        if sentence.start - self._quote_from > _QUOTATION:
            self._quote_from = -1
            return False
        between = self.document.text[self._quote_from : sentence.start]
        if between.count('"') % 2 and not _BLANK.search(between):
            return True
        if between.count("“") + between.count("«") <= between.count("”") + between.count("»"):
            return False
        return len(_OPENERS.findall(between)) > len(_CLOSERS.findall(between))


def _bare(text: str) -> str:
    """A sentence without markers and the addresses of links, whose numbers are not its own."""
    return _MARKS.sub("", text)


def _is_speech(text: str) -> bool:
    """Whether a sentence opens a quotation or goes on with one."""
    return text.lstrip("*_> ")[:1] in '“"‘'


def _opens_quotation(text: str) -> bool:
    """Whether quotation marks may open in a sentence that it does not close; straight ones do by their number."""
    return "“" in text or "«" in text or text.count('"') % 2 == 1


def _ends_quotation(text: str) -> bool:
    """Whether a sentence closes a quotation, markers behind it left out of account."""
    tail = text[-400:]
    return cues.QUOTED_TO_THE_END.search(tail) is not None


def _continues(text: str) -> bool:
    found = study_cues.CONTINUES_STUDY.search(cues.NO_STUDY.sub(" ", text))
    return found is not None and (cues.ANYBODY.search(found.group()) is None or cues.TOLD.search(text) is not None)
