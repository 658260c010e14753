"""How we grade evidence: the rules in words, and whatever the engine can say itself taken from it, so both agree."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.reader.responses import public
from articles.rendering.addresses import absolute
from articles.rendering.body import ICONS, LEVEL_WORDS, WORDS
from evidence.context import Design, Source, Species, Status
from evidence.flags.catalogue import FLAGS, GROUPS
from evidence.grading.levels import NAMES, STARTS, grade
from evidence.values import Claim, Kind, Level, Wording

_GROUP_TITLES = {
    "citation": "Sources",
    "evidence": "Strength of the evidence",
    "wording": "Wording",
    "product": "Products",
    "page": "The page as a whole",
}
_BESIDES = {Level.NONE: ("a retracted study", "a source that does not address the claim", "no source")}
"""What has no level whatever its design is."""
SENTENCE = "Magnesium probably shortens the time that older adults take to fall asleep."
_CLAIM = Claim(sentence=0, claim=True, kinds=(Kind.EFFICACY,), wording=Wording.HEDGED)


@dataclass(frozen=True, slots=True)
class Step:
    """One case of the worked example: what stands behind the sentence, its level, and how the engine came to it."""

    behind: str
    level: str
    reasons: tuple[str, ...]


@require_safe
def grading(request: HttpRequest) -> HttpResponse:
    """What the levels, marks and words mean. The words come from the catalogue, so none can be left out."""
    groups = [
        (_GROUP_TITLES[group], [spec for spec in FLAGS.values() if spec.group == group and spec.reader])
        for group in GROUPS
    ]
    context = {
        "groups": groups,
        "unseen": [spec for spec in FLAGS.values() if not spec.reader],
        "levels": levels(),
        "sentence": SENTENCE,
        "example": example(),
        "support": [(name, ICONS[name], WORDS[name]) for name in WORDS],
        "canonical": absolute(reverse("articles:grading")),
    }
    return public(render(request, "articles/grading.html", context), "public, max-age=300")


def levels() -> list[tuple[str, str]]:
    """Each level, best first, with the kinds of study that start from it, as the engine has them."""
    rows = []
    for level in Level:
        kinds = [_uncapitalised(NAMES[design]) for design, points in STARTS.items() if points == level.points]
        words = "; ".join((*kinds, *_BESIDES.get(level, ())))
        rows.append((LEVEL_WORDS[str(level)], words[:1].upper() + words[1:]))
    return rows


def _uncapitalised(name: str) -> str:
    return name[:1].lower() + name[1:]


def example() -> list[Step]:
    """One sentence with ever other works behind it, each graded by the engine as the page is made."""
    large, other = _trial("lee", 240), _trial("roy", 310)
    cases: list[tuple[str, list[Source]]] = [
        ("Nothing", []),
        ("A study in mice", [Source("mice", design=Design.ANIMAL, species=Species.ANIMAL, sample_size=60)]),
        ("A randomised trial with 46 people", [_trial("abe", 46)]),
        ("A randomised trial with 240 people", [large]),
        ("That trial, once it was retracted", [_trial("lee", 240, Status.RETRACTED)]),
        ("That trial, and another with 310 people by other authors", [large, other]),
    ]
    found = []
    for behind, sources in cases:
        graded = grade(_CLAIM, sources)
        found.append(Step(behind, LEVEL_WORDS[str(graded.level)], graded.reasons))
    return found


def _trial(author: str, size: int, status: Status = Status.NONE_FOUND) -> Source:
    return Source(
        author, families=(author.title(),), year=2024, design=Design.RCT, species=Species.HUMAN,
        sample_size=size, status=status,
    )  # fmt: skip
