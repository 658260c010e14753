"""The threads of an article and the entries in them; each is begun by the first thing that is said."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, Claim, Thread, ThreadEntry
from articles.models.thread import ThreadKind
from articles.services.conversation.people import name_of


def of_article(article: Article) -> Thread:
    thread, _made = Thread.objects.get_or_create(article=article, kind=ThreadKind.ARTICLE)
    return thread


def of_claim(claim: Claim) -> Thread:
    thread, _made = Thread.objects.get_or_create(
        claim=claim,
        kind=ThreadKind.CLAIM,
        defaults={"article_id": claim.article_id, "about": claim.text},
    )
    return thread


def add(thread: Thread, *, kind: str, text: str, by: User | None, **values: Any) -> ThreadEntry:
    """Adds an entry, and opens the thread again where it was resolved: what is said there is to be read."""
    entry = ThreadEntry.objects.create(
        thread=thread,
        kind=kind,
        text=text,
        person=by,
        name=values.pop("name", "") or (name_of(by) if by else ""),
        version=thread.article.version,
        **values,
    )
    thread.last_at = timezone.now()
    thread.resolved_at = thread.resolved_by = None
    thread.save(update_fields=["last_at", "resolved_at", "resolved_by"])
    return entry


def clean(text: str) -> str:
    """As it is kept: plain line ends, and nothing that PostgreSQL refuses."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
