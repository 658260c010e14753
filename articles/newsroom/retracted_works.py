"""Warns at once whoever cites a work that was retracted or is under concern, before the engine has read the draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from articles import services
from articles.models import Article, ArticleCitation
from citations.models import Status


def warn_of_retracted(request: HttpRequest, article: Article) -> None:
    """A message for each such work on the article's list."""
    for row in services.retracted_works(article):
        say = messages.error if row.citation.status == Status.RETRACTED else messages.warning
        say(request, _words(row))


def _words(row: ArticleCitation) -> str:
    work = row.citation
    title = work.title if len(work.title) <= 110 else work.title[:107].rstrip() + "…"
    if work.status == Status.RETRACTED:
        return (
            f"[@{row.key}] “{title}” was retracted. While it is cited, the article cannot be published. Take it out. "
            "If the article is about the retraction, have an editor accept the flag with a reason."
        )
    return f"[@{row.key}] “{title}” is under an expression of concern by its publisher. Say so, or cite another work."
