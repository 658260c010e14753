"""Words by which two titles that are otherwise alike name two works: men and women, B6 and B12, before and after.

A wrong pair is an editor's slip away from a merge of two works; without it a slip of the pen may stay unseen [house].
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

FUNCTION_WORDS = frozenset(
    {
        *("a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "among", "as"),
        *("is", "its", "their", "using", "via", "vs", "versus", "between", "within", "upon", "into", "et", "al"),
    }
)
LONG = 5
"""Letters from which one other letter may be a slip of the pen or a spelling ("commom", "tumor")."""
VERY_LONG = 9
"""Letters from which two may."""
OPPOSITES = (
    *(("hyper", "hypo"), ("pre", "post"), ("ante", "post"), ("in", "de"), ("mat", "pat"), ("intra", "extra")),
    *(("inter", "intra"), ("macro", "micro"), ("over", "under"), ("uni", "bi"), ("mono", "bi"), ("mono", "poly")),
    *(("endo", "exo"), ("sub", "super"), ("sys", "diasys"), ("syst", "diast"), ("pro", "anti"), ("pro", "contra")),
    *(("em", "im"), ("en", "in"), ("eu", "hyper"), ("eu", "hypo"), ("homo", "hetero"), ("tachy", "brady")),
    *(("nephro", "neuro"), ("oligo", "poly"), ("supra", "infra"), ("ex", "in"), ("up", "down"), ("aero", "anaero")),
)
"""Beginnings that turn a word into another; what follows is the same."""
DENYING = frozenset({"non", "no", "not", "without", "never"})
"""Words that turn what they stand before: "smokers", "non-smokers"."""
NEGATIONS = ("un", "in", "im", "ir", "il", "non", "dis", "a", "an", "anti", "de", "mal", "pre", "post")

_MARKED = re.compile(
    r"^\W*(?:retracted|withdrawn|retraction|expression of concern)(?: (?:article|paper|chapter))?\s*[:\])\-–—]+\s*"
    r"|[\[(]\s*(?:retracted|withdrawn|this article has been retracted)[^\])]{0,80}[\])]?\W*$",
    re.IGNORECASE,
)


def unmarked(title: str) -> str:
    """The title without the mark of a retraction that one record has and another lacks."""
    bare = _MARKED.sub("", title).strip()
    return bare or title


def told_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a word of one title stands where the other has one that means something else."""
    if len(left) == len(right) and any(a != b and len(a) == len(b) == 1 for a, b in zip(left, right, strict=True)):
        return True  # "influenza A", "influenza B": the article "a" is left out below
    one, other = ([word for word in words if word not in FUNCTION_WORDS] for words in (left, right))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag in ("insert", "delete") and not DENYING.isdisjoint((*one[a:b], *other[c:d])):
            return True
        if tag == "replace" and "".join(one[a:b]) != "".join(other[c:d]):
            pairs = zip(one[a:b], other[c:d], strict=False) if b - a == d - c else _nearest(one[a:b], other[c:d])
            if any(_differ(first, second) for first, second in pairs):
                return True
    return False


def _nearest(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """Where the number of words differs, a space may be lost: then nothing is decided, else the first two are."""
    glued = {"".join(pair) for words in (one, other) for pair in pairwise(words)}
    if glued & {*one, *other}:
        return []
    return [(one[0], other[0])]


def _differ(one: str, other: str) -> bool:
    """Whether these are two words, and not two ways of writing one."""
    if one == other or one.rstrip("s") == other.rstrip("s"):
        return False
    if _opposed(one, other) or min(len(one), len(other)) < LONG:
        return True
    return _slips(one, other) > (2 if min(len(one), len(other)) >= VERY_LONG else 1)


def _opposed(one: str, other: str) -> bool:
    for first, second in ((one, other), (other, one)):
        if any(first == f"{negation}{second}" for negation in NEGATIONS):
            return True
        for begins, instead in OPPOSITES:
            rest = first.removeprefix(begins)
            if rest != first and len(rest) > 2 and second == instead + rest:
                return True
    return False


def _slips(one: str, other: str) -> int:
    """Letters put in, left out or exchanged, neighbours that changed places counted once (Damerau and Levenshtein)."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, counterpart in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != counterpart))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == counterpart:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
