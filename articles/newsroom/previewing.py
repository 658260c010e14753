"""The preview of a draft as HTML, made apart from the web process: within its time, or the words as they stand."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html

import apart
from articles.assessments import assess, deadlines
from articles.models import Article
from articles.rendering.body import preview_assessed, preview_html, render_body, unread
from evidence.deadline import TooIntricateError

TURN_SECONDS = 1
"""What a preview waits for the one before it [house]; whoever types on asks again anyway."""


def turn_seconds() -> float:
    """As it stands now: a test may shorten it."""
    return TURN_SECONDS


def preview_of(article: Article) -> str:
    """The preview of words that are not saved yet, with the citations, products and people that are.

    Raises apart.Busy where other texts are being read.
    """
    return _within_its_time(article.body, article)


def preview_or_words(article: Article) -> str:
    """The preview for a page that cannot ask again: it has the time of what is sent, behind no one who types. The words
    as they are written where that is not enough."""
    read = apart.SENT.run(_html, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)
    try:
        return read(article.body, article, typed=False)
    except (apart.Busy, TooIntricateError) as problem:
        return unread(article.body, problem)


def preview_of_text(content: str) -> str:
    """The preview of a text alone: the sources are those of its own reference list. Raises apart.Busy."""
    return _within_its_time(content, None)


def _within_its_time(content: str, article: Article | None) -> str:
    read = apart.TYPED.run(_html, seconds=settings.PREVIEW_SECONDS, wait=turn_seconds())
    try:
        return read(content, article)
    except TooIntricateError as problem:
        return unread(content, problem)


def _html(content: str, article: Article | None, typed: bool = True) -> str:
    if article is None:
        return preview_html(content)
    try:
        assessment = assess(
            article, today=timezone.localdate(), deadline=deadlines.for_preview() if typed else deadlines.for_import()
        )
    except TooIntricateError:
        raise
    except ValueError as problem:
        return format_html('<p class="preview-error">{}</p>', str(problem)) + render_body(article.body, preview=True)
    numbers = {source.key: source.number for source in assessment.sources if source.number}
    return preview_assessed(article.body, assessment, numbers)
