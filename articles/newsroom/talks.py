"""What was said about an article, as its pages show it: threads, entries, and what waits on whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Ask, Thread, ThreadEntry
from articles.models.article import Status
from articles.models.claim import Verdict
from articles.models.thread import AskKind, EntryKind, ThreadKind
from articles.newsroom.conversation_forms import SayForm
from articles.newsroom.said_words import as_html
from articles.services import conversation

ENTRIES = 400
"""Entries shown at once, the newest: what was said before them is a link away."""
WAITS = {
    AskKind.ANSWER: "an answer",
    AskKind.APPROVE: "review",
    AskKind.CHANGES: "changes",
    AskKind.SOURCE: "a source",
    AskKind.WORDING: "other words",
    AskKind.REFER: "a medical reviewer's judgement",
}
PARTS = {
    "approve_article": "anybody who may approve",
    "review_medically": "a medical reviewer",
    "review_article": "an editor or reviewer",
    "change_article": "whoever writes it",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One entry as it is shown."""

    entry: ThreadEntry
    what: str
    html: str
    flag_url: str = ""


@dataclass(frozen=True, slots=True)
class Waits:
    """A question that is open: for what, on whom, and whether its day has passed."""

    ask: Ask
    what: str
    whom: str
    late: bool
    may_settle: bool


@dataclass(slots=True)
class Talk:
    """A thread with what was said in it, the oldest first."""

    thread: Thread
    said: list[Said] = field(default_factory=list)
    waits: list[Waits] = field(default_factory=list)
    form: SayForm | None = None

    @property
    def label(self) -> str:
        if self.thread.kind == ThreadKind.READER:
            return "A reader's report"
        return "About this sentence" if self.thread.kind == ThreadKind.CLAIM else "About the article"

    @property
    def moved_on(self) -> bool:
        """Whether the sentence reads otherwise by now, or has left the text."""
        claim = self.thread.claim
        return bool(self.thread.about) and (claim is None or not claim.current or claim.text != self.thread.about)


def what_it_is(entry: ThreadEntry) -> str:
    """The entry's kind as its line says it."""
    if entry.kind == EntryKind.DECISION:
        return "approved it" if entry.verdict == "approved" else f"decided: {Verdict(entry.verdict).label.lower()}"
    return {
        EntryKind.NOTE: "wrote",
        EntryKind.QUESTION: "asked",
        EntryKind.ANSWER: "answered",
        EntryKind.SUBMISSION: "submitted it for review",
        EntryKind.CHANGES: "asked for changes",
        EntryKind.REMARK: "reported",
        EntryKind.RESOLVED: "resolved this",
        EntryKind.REOPENED: "opened this again",
    }[EntryKind(entry.kind)]


def waits_of(ask: Ask, user: Any) -> Waits:
    person = ask.person
    whom = PARTS.get(ask.part, "an editor")
    if person is not None:
        whom = "you" if person.pk == user.pk else person.get_full_name() or person.get_username()
    own = user.pk in (ask.person_id, ask.asked_by_id) or user.has_perm("articles.review_article")
    own = own or bool(ask.part and user.has_perm(f"articles.{ask.part}"))
    return Waits(ask, WAITS[AskKind(ask.kind)], whom, ask.is_late(timezone.localdate()), own)


def in_short(article: Article) -> dict[str, Any]:
    """For the article's own page: what was said with its last act, and how much waits. Three queries."""
    acts = {Status.IN_REVIEW: EntryKind.SUBMISSION, Status.CHANGES_REQUESTED: EntryKind.CHANGES}
    kind = acts.get(Status(article.status))
    entries = ThreadEntry.objects.filter(thread__article=article, thread__kind=ThreadKind.ARTICLE, kind=kind or "")
    entry = entries.order_by("-pk").first() if kind else None
    return {
        "last": Said(entry, what_it_is(entry), as_html(entry.text)) if entry else None,
        "waits": conversation.open_questions().filter(thread__article=article).order_by().count(),
        "revisions": article.revisions.exists(),
    }


def talks(article: Article, user: Any, *, before: int = 0) -> tuple[list[Talk], bool]:
    """The article's threads with their newest entries, and whether there are earlier ones. Three queries."""
    threads = Thread.objects.filter(article=article).select_related("claim", "resolved_by").in_reading_order()
    entries = ThreadEntry.objects.filter(thread__article=article).select_related("person").order_by("-pk")
    if before:
        entries = entries.filter(pk__lt=before)
    newest = list(entries[: ENTRIES + 1])
    said = defaultdict(list)
    for entry in reversed(newest[:ENTRIES]):
        url = reverse("admin:articles_flag_change", args=[entry.flag_id]) if entry.flag_id else ""
        said[entry.thread_id].append(Said(entry, what_it_is(entry), as_html(entry.text), url))
    waits = defaultdict(list)
    for ask in conversation.open_questions().filter(thread__article=article).order_by("pk"):
        waits[ask.thread_id].append(waits_of(ask, user))
    found = [Talk(thread, said[thread.pk], waits[thread.pk]) for thread in threads]
    return [row for row in found if row.said or not before], len(newest) > ENTRIES
