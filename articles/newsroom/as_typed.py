"""Cards that follow typing: the words as they stand in the editor, read while somebody writes. Nothing is saved."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

import apart
from articles.assessments import deadlines
from articles.assessments.passages import assess_words
from articles.models import Article
from articles.newsroom.cards import Card, cards_in
from articles.newsroom.drawn_cards import drawn
from articles.newsroom.markdown_editor import BUSY, guarded
from articles.newsroom.previewing import turn_seconds
from articles.services.own_drafts import seen_by
from evidence import Assessment
from evidence.language import readability

TOO_LONG = "The text is too long to be read while you type. Save it: it is read then."
KEYS = 2_000
"""Keys of cards that a page may say it has [house]."""


def _refuse(message: str, status: int) -> HttpResponse:
    return JsonResponse({"error": message}, status=status)


class Units:
    """Places in a text as browsers count them (UTF-16), and as Python does (code points)."""

    def __init__(self, text: str) -> None:
        self.wide = (
            [] if not text or max(text) < "\U00010000" else [n for n, sign in enumerate(text) if sign > "\uffff"]
        )

    def of(self, place: int) -> int:
        """The browser's place of a code point."""
        return place + bisect_left(self.wide, place)

    def point(self, unit: int) -> int:
        """The code point of a browser's place."""
        low = max(0, unit - len(self.wide))
        while self.of(low) < unit:
            low += 1
        return low


@guarded(lambda: 4 * settings.IMPORT_MAX_KB * 1024, _refuse)
def as_typed(request: HttpRequest, pk: int) -> HttpResponse:
    """The cards of `text`; `from` and `to` are the stretch that changed, `have` the keys of cards the page shows.

    Answers {"cards": [{"key", "start", "end", "html"?}], "scope": [start, end], "grade"}: the cards in
    `scope` are all of them, and what the page has comes without its HTML. Without a stretch the whole text is read.
    Places are those of JavaScript.
    """
    article = get_object_or_404(seen_by(request.user), pk=pk)
    text = request.POST.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > settings.IMPORT_MAX_KB * 1024:
        return _refuse(TOO_LONG, 413)
    stretch = (_number(request, "from"), _number(request, "to")) if "to" in request.POST else None
    have = frozenset(request.POST.get("have", "").split(",")[:KEYS])
    may_decide = request.user.has_perm("articles.decide_flag")
    read = apart.TYPED.run(read_typed, seconds=settings.PREVIEW_SECONDS, wait=turn_seconds())
    try:
        return JsonResponse(read(article, text, stretch, have, may_decide=may_decide))
    except apart.Busy:
        return _refuse(BUSY, 503)
    except ValueError as problem:  # too intricate, or front matter with a fact that is not allowed
        return _refuse(str(problem), 422)


def read_typed(
    article: Article, text: str, stretch: tuple[int, int] | None, have: frozenset[str], *, may_decide: bool
) -> dict[str, Any]:
    """The answer of `as_typed`. Raises TooIntricateError, and ValueError for front matter that is not allowed."""
    units = Units(text)
    changed = stretch and (units.point(stretch[0]), units.point(stretch[1]))
    found, begin, end = assess_words(
        article,
        text,
        today=timezone.localdate(),
        deadline=deadlines.for_preview(),
        changed=changed if changed and changed[0] <= changed[1] <= len(text) else None,
    )
    return {
        "cards": [_shown(card, units, have, may_decide) for card in cards_in(article, found)],
        "scope": [units.of(begin), units.of(end)],
        "grade": _grade(found) if (begin, end) == (0, len(text)) else None,
    }


def _shown(card: Card, units: Units, have: frozenset[str], may_decide: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {"key": card.key, "start": units.of(card.start), "end": units.of(card.end)}
    if card.key not in have:
        shown["html"] = drawn(card, may_decide=may_decide, may_write=True)
    return shown


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 9 else 0


def _grade(found: Assessment) -> float | None:
    """School grade of the prose, None for too few words to tell."""
    texts = [row.sentence.text for row in found.sentences if row.read and not row.sentence.place]
    if sum(len(text.split()) for text in texts) < FEW_WORDS:
        return None
    return round(readability.grade(texts), 1)


FEW_WORDS = 100
"""As the flag "Hard to read": below this the estimate is too rough."""
