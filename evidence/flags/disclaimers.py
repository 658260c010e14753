"""The statement that United States law asks for beside claims on structure or function, and what is wrong with it.

In: a document as read. Out: each such statement, and its faults beside given sentences. Source: 21 CFR 101.93(c) the
words, (d) beside the claim with nothing between or tied to it by a sign, (e) in bold; standards.md C6.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evidence.language.patterns import lazily
from evidence.values import Document, Sentence

_GAP = r"(?:[\s*_>\\]|</?[a-z][^<>]{0,100}>){1,20}"
_MARKS = r"(?:[\s*_>\\]|</?[a-z][^<>]{0,100}>){0,20}"


def _spaced(words: str) -> str:
    return words.replace(" ", _GAP)


_WORDED = lazily(
    _spaced(
        r"\b(?:this|these|those|the|our|all|any|such|statements?|claims?|information|products?) "
        r"(?:(?!these\b|this\b)[a-z]{3,14} ){0,4}(?:ha(?:s|ve)|is|are|was|were) not (?:yet )?(?:been )?"
        r"(?:evaluated|reviewed|approved|assessed|verified|checked|endorsed) by (?:the )?(?:U\.?S\.? )?"
        r"(?:FDA|F\.D\.A\.|Food (?:and|&) Drug Administration)\b"
        r"(?:.{0,400}?\bany disease)?"
    ),
    re.IGNORECASE | re.DOTALL,
)
_EXACT = lazily(
    r"(?:this statement has|(?P<several>these statements have)) "
    r"not been evaluated by the food and drug administration\. "
    r"(?:this product is|these products are) not intended to diagnose, treat, cure,? or prevent any disease",
    re.IGNORECASE,
)
_MARKUP = lazily(r"</?[a-z][^<>]{0,100}>|[*_>\\|]", re.IGNORECASE)
_BOLD = lazily(
    r"\*\*(?=\S)(.{1,800}?)\*\*|__(?=\S)(.{1,800}?)__|<(?:b|strong)\b[^<>]{0,100}>(.{1,800}?)</(?:b|strong)>",
    re.IGNORECASE | re.DOTALL,
)
_SIGN = r"(?:\\?\*|[†‡§¶#^◊]|[¹²³]|<sup>[^<>]{1,3}</sup>)"
_SIGNED = lazily(rf"(?<=[\w.!?)])(?P<sign>{_SIGN}{{1,3}})(?!\w)")
_SIGN_BEFORE = lazily(r"(?P<sign>\\\*|[†‡§¶#^◊]{1,3}|\*(?=[ \t])|[¹²³]|<sup>[^<>]{1,3}</sup>)[ \t]{0,3}$")
_OPENS_BOLD = lazily(r"(?:\*\*|__|<(?:b|strong)\b[^<>]{0,100}>){1,2}[ \t]{0,3}$", re.IGNORECASE)
_PAIRED = lazily(r"\*\*|__|</?(?:b|strong|em|i)\b[^<>]{0,100}>", re.IGNORECASE)
_PLAIN = ("text", "plain")
_REACH = 700
"""Letters around a statement in which the marks of its type are looked for [house]."""


class Disclaimer(NamedTuple):
    """One statement: its place, whether its words are those of the rule and speak of several, whether it is in bold
    (None where the text cannot show it), and the sign before it ("" for none)."""

    start: int
    end: int
    exact: bool
    several: bool
    bold: bool | None
    sign: str


def disclaimers(document: Document) -> tuple[Disclaimer, ...]:
    """Every statement that is or is meant to be the one of the rule, in the order of the text."""
    text = document.text
    if "administration" not in text.lower() and "fda" not in text.lower():
        return ()
    found = []
    for match in _WORDED.finditer(text):
        words = " ".join(_MARKUP.sub(" ", match.group()).split())
        exact = _EXACT.search(words)
        before = _OPENS_BOLD.sub("", text[max(0, match.start() - 40) : match.start()])
        sign = _SIGN_BEFORE.search(before)
        found.append(
            Disclaimer(
                match.start(),
                match.end(),
                exact is not None,
                exact is not None and exact.group("several") is not None,
                None if document.format in _PLAIN else _is_bold(text, match.start(), match.end()),
                _bare(sign.group("sign")) if sign else "",
            )
        )
    return tuple(found)


def _is_bold(text: str, start: int, end: int) -> bool:
    """Whether every word of a stretch stands between marks of bold type."""
    begin = max(0, start - _REACH)
    covered = [(begin + found.start(), begin + found.end()) for found in _BOLD.finditer(text[begin : end + _REACH])]
    left = "".join(
        " " if any(first <= place < last for first, last in covered) else text[place] for place in range(start, end)
    )
    return not re.search(r"\w", _MARKUP.sub(" ", left))


def _bare(sign: str) -> str:
    return re.sub(r"\\|</?sup>", "", sign)


def faults(
    document: Document, told: Sequence[Disclaimer], claims: Sequence[Sentence]
) -> Mapping[int, tuple[str, ...] | None]:
    """What is wrong with the statement that stands for each claim of a page, by the claim's index: () for nothing, None
    where there is no statement at all. `claims` are all that it has to stand for, in order.
    """
    exact = [one for one in told if one.exact]
    if not exact:
        return {claim.index: (WORDS,) if told else None for claim in claims}
    starts = [one.start for one in exact]
    begins = [claim.start for claim in claims]
    signed = {one.sign: one for one in reversed(exact) if one.sign}
    best: dict[int, Disclaimer] = {}
    for claim in claims:
        place = bisect_left(starts, claim.start)
        near = [one for one in exact[max(0, place - 1) : place + 1] if _is_beside(document, one, claim, claims, begins)]
        near += [signed[sign] for sign in _signs_of(document, claim) if sign in signed]
        if near:
            best[claim.index] = max(near, key=lambda one: (one.bold is not False, one.several))
    shared = Counter(one.start for one in best.values())
    return {
        claim.index: _formed(one, shared[one.start]) if (one := best.get(claim.index)) else (PLACE,) for claim in claims
    }


def _formed(one: Disclaimer, claims: int) -> tuple[str, ...]:
    """What is wrong with the form of a statement that stands for so many claims."""
    wrong = ((NUMBER, claims > 1 and not one.several), (TYPE, one.bold is False))
    return tuple(fault for fault, so in wrong if so)


WORDS = "its words are not those of the rule"
PLACE = "it stands neither right beside the claim nor is it tied to it by a sign such as an asterisk"
NUMBER = "it says “This statement” and stands for several: “These statements have not been evaluated …”"
TYPE = "it is not in bold"


def _signs_of(document: Document, claim: Sentence) -> set[str]:
    """The signs that end a claim, such as an asterisk."""
    line = document.text[max(claim.start, claim.end - 6) : claim.end + 12].partition("\n")[0]
    return {_bare(found.group("sign")) for found in _SIGNED.finditer(_PAIRED.sub("", line))}


def _is_beside(
    document: Document, one: Disclaimer, claim: Sentence, claims: Sequence[Sentence], begins: Sequence[int]
) -> bool:
    """Whether a statement is beside a claim with nothing but other claims between (`begins`: their starts)."""
    first, last = (claim.end, one.start) if claim.start < one.start else (one.end, claim.start)
    if last - first > _FAR:
        return False
    between = document.text[first:last]
    for other in claims[bisect_left(begins, first) : bisect_left(begins, last)]:
        if other.end <= last:
            between = between.replace(other.text, " ", 1)
    return not re.search(r"\w", _MARKUP.sub(" ", between))


_FAR = 4000
"""Letters over which claims may stand between another and the statement [house]."""
