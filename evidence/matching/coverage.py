"""Whether a source named at the end of a passage covers the sentences before it.

Source: standards.md A3.2 (forward, since 28 November 2026 [house]). A marker or link at the end of a passage reaches
back over at most three sentences of the same paragraph, item or quotation, as long as no other marker stands between
and each sentence goes on about the same thing: by words that point back, a shared subject, or numbers that go on. A
line that only names the source of a list ("Source: ...") covers its items. Where a sentence starts another subject,
nothing before it is covered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from evidence.claims import study_cues
from evidence.deadline import paced
from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching import inheritance_cues as cues
from evidence.matching import research_at_large, voices
from evidence.matching.suggestions import stems
from evidence.values import Claim, Document, How, Link, Sentence

REACH = 3
"""Sentences before the marker that it may cover (A3.2)."""
MANY = 3
"""Works whose marks close a paragraph together from which on they are those of the passage [house]."""
ITEMS = 30
"""Items of a list that one line on its source covers [house]."""

_AT_THE_END = frozenset({How.MARKER, How.LINK, How.NOTE})
_BEHIND = 4
"""Characters of a sentence, beside marks, that may stand behind its last marker."""
_TARGET = lazily(r"^[*_]{0,3}\]\(\s?<?(?:[^()\s<>]|\([^()\s]{0,200}\)){1,2000}>?(?:\s\"[^\"\n]{0,200}\")?\s?\)")
"""The address of a link of which only the words are the mention."""
_NO_WORDS = lazily(r"\{:[^{}\n]{0,200}\}|<[^<>]{0,100}>|[\W_]+")
"""Marks, tags and what kramdown sets behind a link: "{: target=_blank}"."""
_CONNECTIVES = (
    r"moreover|furthermore|in addition|additionally|however|in fact|indeed|in turn|as a result|because of this"
    r"|therefore|hence|consequently|similarly|likewise|specifically|in particular"
    r"|in other words|by contrast|in contrast|conversely"
)
_PLACE = r"(?:here|there)(?!['’]s\b|\s+(?:is|are|was|were|has|have|had|may|might|can|could|will|exists?|seems?)\b)"
"""Points to a place; "there is" points to nothing."""
_POINTS_BACK = lazily(
    rf"\W*(?:(?:and|but|so|thus|also|that is|instead|overall|on average|in total"
    rf"|for (?:example|instance)|{_CONNECTIVES}),?\s+)?"
    rf"(?:this|these|that|those|it|its|they|their|such|both|{_PLACE}|then|one of (?:them|these)"
    r"|the same|the (?:former|latter|two|three|other|others|rest|effects?|results?|risk|difference|groups?"
    r"|process|condition|disease|symptoms|treatment|researchers|authors|team|scientists|participants|patients"
    r"|subjects|volunteers|study|trial|review|report|experiment|findings))\b",
    re.IGNORECASE,
)
_SET_BACK = lazily(
    r"\W*(?:in|for|among|with|at|over|during|within|by|after|across)\s[^,.;:()]{2,40},\s+(?:it|its|they|their|this|these|those|such)\b",
    re.IGNORECASE,
)
"""Points back behind whom or when it is told of: "In women, it lowers it by six points"."""
_PARTS = lazily(
    r"\W*(?:most|all|both|none|half|some|many|two|three|four|five|several)\s+(?:of\s+(?:the|these|them|those)\s+)?"
    r"(?:trials?|studies|participants|patients|subjects|volunteers|women|men|children|adults|babies|infants)\b",
    re.IGNORECASE,
)
"""Parts of what a study or review looked at: "Most trials found no harm." after a sentence on the review."""
_CONNECTS = lazily(rf"\W*(?:{_CONNECTIVES}|on the other hand|put simply|basically|meanwhile)\b", re.IGNORECASE)
_COUNTS_ON = lazily(
    r"\b(?:(?:in|for|by|through)\s+)?(?:(?:a\s+(?:number|variety|range|couple|few)\s+of|two|three|four|five|several|many|various|different|multiple)\s+(?:[\w-]+\s+){0,2}?)"
    r"(?:ways|respects|effects|reasons|benefits|changes|mechanisms|pathways|forms|things|factors|areas)\b(?:\s+(?:on|in|of|for)(?:\s+[\w'’-]+){1,4})?(?:,\s+(?:when|whether|regardless|no\s+matter|depending|even|if|as)\w*\b[^.!?;:]{0,90})?\W*$",
    re.IGNORECASE,
)
"""What says how many things it is about to tell: "is affected in a number of ways"."""
_MARKS = lazily(r"\[[^\[\]]{1,200}\](?:\([^()\s]{0,1000}\))?|<[^<>]{0,1000}>|\^\[[^\[\]]{0,600}\]|\([^()]{0,200}\)")
_WORD = lazily(r"[^\W\d_]{2,}")
_SOURCE_LINE = lazily(
    r"\W*(?:sources?|references?|ref|data|adapted from|taken from|based on|from|via)(?:\s*:|\s+(?=\W*\[))",
    re.IGNORECASE,
)
_NAMES_SOURCE = lazily(
    r"[\W_]{0,4}(?:sources?|references?|data|adapted from|taken from|based on)\s?:[*_]{0,2}\s{1,2}"
    r"(?P<who>[^\n:!?]{2,140}?\(?\b(?:19|20)\d\d[a-z]?\)?)[.*_\s]{0,4}",
    re.IGNORECASE,
)
_DEFINITE = lazily(r"\W*(?:the|its|their|his|her|our|these|those)\b", re.IGNORECASE)
_OPENING = lazily(
    r"^\W*(?:\[//\]:.{0,80}\s)?(?:(?:and|but|so|also|yet|even|though|although|while|since|because|if|when|as|in fact"
    r"|typically|usually|often|generally)\b,?\s*){1,3}",
    re.IGNORECASE,
)
_NUMBER = lazily(r"\d")
_ASIDE = lazily(r"\([^()]{5,400}\)\.?\s?")
"""A sentence in brackets: with figures behind figures it tells more of the same."""
_BULLET = lazily(r"[ \t]*+(?:>[ \t]*+)*+(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\|)[ \t]+")
_OPENERS = lazily(r"[“«]")
_CLOSERS = lazily(r"[”»]")


def names_only(text: str) -> str:
    """What a line such as "Source: World Health Organization, 2020" names with its year; "" for any other line."""
    match = _NAMES_SOURCE.fullmatch(text) if ":" in text else None
    return match["who"] if match else ""


def covered(
    document: Document, claims: Sequence[Claim], links: Mapping[int, Sequence[Link]], marked: set[int]
) -> Iterator[Link]:
    """A link for each claim that a marker behind it covers.

    `links` are those that each sentence has by now, `marked` the sentences with any marker, resolved or not.
    """
    breaks = sorted(
        block.start for block in document.not_prose if block.kind in ("heading", "title", "reference-list", "table")
    )
    for sentence in paced(document.sentences):
        tied = links.get(sentence.index, ())
        named = names_only(sentence.text) if tied else ""
        own = [link for link in tied if link.how in _AT_THE_END or (named and link.how is How.NAMED)]
        if not own or sentence.place or not _ends_with_marker(sentence, own):
            continue
        if not claims[sentence.index].claim and _TARGET.search(_behind(sentence, own)):
            continue  # a page that a remark links to is the source of nothing before it
        last = own[-1].mention
        whole = _closes_with_many(document, sentence, own)
        lasting = own if whole or named else [link for link in own if link.mention == last] or own
        for before in _reached(document, sentence, claims, links, marked, breaks, whole=whole):
            if claims[before.index].claim:
                yield from (Link(before.index, link.key, How.COVERED, link.mention) for link in lasting)


def _closes_with_many(document: Document, sentence: Sentence, own: Sequence[Link]) -> bool:
    """Whether the marks of several works close a paragraph: more than its last sentence alone would be given."""
    if len({link.key for link in own}) < MANY:
        return False
    first = min(sentence.text.find(link.mention) for link in paced(own))
    if first < 0 or _WORD.search(_MARKS.sub("", sentence.text[first:])):
        return False
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    return not following or following[0].paragraph != sentence.paragraph


def _ends_with_marker(sentence: Sentence, own: Sequence[Link]) -> bool:
    if not any(link.mention in sentence.text for link in paced(own)):
        return True  # on a line of its own behind the sentence
    return len(_NO_WORDS.sub("", _TARGET.sub("", _behind(sentence, own)))) <= _BEHIND


def _behind(sentence: Sentence, own: Sequence[Link]) -> str:
    """What stands behind the last marker of a sentence."""
    return sentence.text[max(sentence.text.rfind(link.mention) + len(link.mention) for link in paced(own)) :]


def _reached(
    document: Document,
    sentence: Sentence,
    claims: Sequence[Claim],
    links: Mapping[int, Sequence[Link]],
    marked: set[int],
    breaks: Sequence[int],
    *,
    whole: bool,
) -> Iterator[Sentence]:
    """The sentences before `sentence` that its marker reaches, the nearest first.

    `whole` says that its marks are those of the whole passage, whatever each sentence of it goes on about.
    """
    apart = not any(link.mention in sentence.text for link in links.get(sentence.index, ()))
    labelled = _SOURCE_LINE.match(sentence.text) is not None
    names_source = apart or labelled
    later = sentence
    for distance in range(1, (ITEMS if names_source else REACH) + 1):
        if sentence.index < distance:
            return
        before = document.sentences[sentence.index - distance]
        in_table = names_source and before.place == "table"
        if (before.place and not in_table) or before.index in marked or links.get(before.index):
            return
        if bisect_left(breaks, before.start) != bisect_left(breaks, later.start):
            return
        right_behind = labelled and distance == 1 and before.paragraph == sentence.paragraph
        if names_source and not right_behind and not (apart and before.paragraph == sentence.paragraph):
            if not _is_item(document, before):
                return
        elif before.paragraph != sentence.paragraph or not (
            whole or right_behind or _goes_on(document, before, later, sentence, claims)
        ):
            return
        yield before
        later = before


def _goes_on(document: Document, before: Sentence, later: Sentence, end: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether `later` goes on about what `before` says; `end` is the sentence with the marker."""
    if in_one_quotation(document.text, before, end):
        return True
    if _ASIDE.fullmatch(later.text) and _NUMBER.search(later.text) and _NUMBER.search(before.text):
        return True
    if _PARTS.match(later.text) and cues.STUDY.search(before.text):
        return True
    if research_at_large.bears_out(later.text) or research_at_large.counts_on(before.text, later.text):
        return True
    if claims[later.index].mention and not claims[before.index].mention:
        return False  # a study is brought in here: what stands before is told by somebody else
    if cues.COUNTS_MORE.match(later.text) and _NUMBER.search(before.text):
        return True
    if study_cues.OTHER_STUDY.search(later.text) or cues.NEW_SUBJECT.match(later.text):
        return False
    if cues.THEY_SAID.match(later.text) and not (cues.STUDY.search(before.text) or voices.lets_speak(before.text)):
        return False  # "they found" where nobody has spoken yet: those of the source, not those spoken of before
    if _COUNTS_ON.search(before.text) and stems(later.text) & stems(before.text):
        return True
    if _POINTS_BACK.match(later.text) or _SET_BACK.match(later.text) or cues.IN_OTHER_WORDS.match(later.text):
        return True
    if _CONNECTS.match(later.text) and stems(later.text) & stems(before.text):
        return True
    return _shares_subject(before.text, later.text)


def linked_later(
    document: Document,
    claims: Sequence[Claim],
    links: Mapping[int, Sequence[Link]],
    works: Collection[str],
    have: Collection[int],
) -> Iterator[Link]:
    """A link for each claim on one study where one of the next sentences goes on about it and links to a work.

    The link may stand in the middle of that sentence. `works` are the keys of sources that are no mere pages, `have`
    the sentences that have links by now.
    """
    for sentence in document.sentences:
        claim = claims[sentence.index]
        if not (claim.claim and claim.mention) or sentence.index in have or sentence.place:
            continue
        for later in document.sentences[sentence.index + 1 : sentence.index + 1 + REACH]:
            if later.paragraph != sentence.paragraph or claims[later.index].mention or not points_back(later.text):
                break
            own = [one for one in links.get(later.index, ()) if one.how in _AT_THE_END and one.key in works]
            if own:
                yield from (Link(sentence.index, one.key, How.COVERED, one.mention) for one in own[:1])
                break


def takes_up(before: str, later: str) -> bool:
    """Whether the later of two sentences points back at the one before it or has its subject."""
    return points_back(later) or _shares_subject(before, later)


def points_back(text: str) -> bool:
    """Whether a sentence begins with words that take up what stands before it."""
    return any(cue.match(text) for cue in (_POINTS_BACK, _CONNECTS, cues.IN_OTHER_WORDS))


def _shares_subject(before: str, later: str) -> bool:
    """Whether a sentence has the subject of the one before it, or makes part of what was said there its subject.

    The topic alone, shared by all sentences of a page, hands nothing back: "chronic inflammation" may be spoken of in
    one sentence after the other, each by its own light.
    """
    more = len(stems(later) & stems(before)) > 1
    named = [stem for word in _first(later, 4).split() for stem in stems(word)][:2]
    if named and stems(_first(before, 5)).issuperset(named):
        return more or (_NUMBER.search(later) is not None and _NUMBER.search(before) is not None)
    subject = stems(_first(later, 6)) & stems(before)
    of_people = cues.PEOPLE.search(_first(later, 4)) is not None and cues.TOLD.search(later) is not None
    return len(subject) > 1 and (of_people or _DEFINITE.match(later) is not None)


def _first(text: str, count: int) -> str:
    """The first words, where a sentence names what it speaks of; conjunctions in front are left out."""
    return " ".join(_OPENING.sub("", text).split()[:count])


def in_one_quotation(text: str, before: Sentence, end: Sentence) -> bool:
    """Whether a quotation opens in or before `before` and closes in `end`, with nothing closed between."""
    between = text[before.start : end.end]
    opened, closed = len(_OPENERS.findall(between)), len(_CLOSERS.findall(between))
    return (
        closed == 1
        and opened <= 1
        and _CLOSERS.search(text, end.start, end.end) is not None
        and (opened == 0 or _OPENERS.search(text, before.start, before.end) is not None)
    )


def _is_item(document: Document, sentence: Sentence) -> bool:
    begin = line_start(document.text, sentence.start)
    return _BULLET.match(document.text, begin) is not None
