"""What the workflow's own acts say to people. Each is called by its service within the same transaction, after the
change and before the log, which holds the words too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.models import User
from django.db.models import Q

from articles.models import Article, Flag
from articles.models.claim import Verdict
from articles.models.thread import AskKind, EntryKind
from articles.services.conversation import asking, threads
from articles.services.conversation.mentions import people_in
from articles.services.conversation.notices import leave
from articles.services.conversation.people import (
    authors_of,
    concerned,
    independent,
    judges_of,
    may_read,
    name_of,
    reviewers_named,
)
from articles.services.errors import ServiceError

ASKED = {
    Verdict.ASK_SOURCE: (AskKind.SOURCE, "asks for a source"),
    Verdict.ASK_WORDING: (AskKind.WORDING, "asks for other words"),
    Verdict.REFER: (AskKind.REFER, "asks for your medical judgement"),
    Verdict.NOTE: (AskKind.ANSWER, "writes to you"),
}
OF_AUTHORS = (AskKind.CHANGES, AskKind.SOURCE, AskKind.WORDING)


def _called(text: str, article: Article) -> list[User]:
    """Whom a note calls with "@" that may read the draft; what leads to nobody does not hold up the act."""
    return [person for person in people_in(text, article, strict=False) if may_read(person, article)]


def submitted(
    *, article: Article, by: User, note: str, change_note: str, wanted: Sequence[User] = (), due: date | None = None
) -> None:
    """The draft waits on a second person: on those wanted, or on whoever may approve and had no share."""
    asking.need_day(due)
    # A review that ended by other words left its question behind, out of sight: this one takes its place.
    asking.finish(Q(thread__article=article, kind__in=(*OF_AUTHORS, AskKind.APPROVE)), by)
    readers_told = f"Readers will be told: {change_note}" if change_note else ""
    text = "\n\n".join(part for part in (threads.clean(note), readers_told) if part)
    thread = threads.of_article(article)
    entry = threads.add(thread, kind=EntryKind.SUBMISSION, text=text, by=by)
    people = asking.without([*wanted, *_called(note, article)], by)
    asking.ask(entry, kind=AskKind.APPROVE, by=by, people=people, part="approve_article", due=due)
    told = people or asking.without(independent(article, "approve_article"), by)
    words = f"{name_of(by)} submitted it for review." + (f"\n\n{text}" if text else "")
    leave(told, article, f"To review: {article.title}", words, thread)


def sent_back(*, article: Article, by: User, reason: str, due: date | None = None) -> None:
    """The draft waits on its authors, with the reason."""
    asking.need_day(due)
    _end_review(article, by)
    thread = threads.of_article(article)
    entry = threads.add(thread, kind=EntryKind.CHANGES, text=reason, by=by)
    people = asking.without([*authors_of(article), *_called(reason, article)], by)
    asking.ask(entry, kind=AskKind.CHANGES, by=by, people=people, part="" if people else "change_article", due=due)
    leave(people, article, f"Changes requested: {article.title}", f"{name_of(by)} sent it back:\n\n{reason}", thread)


def taken_back(*, article: Article, by: User) -> None:
    """Nobody waits for the review any more; whoever was to read it is told."""
    text = f"{name_of(by)} took “{article.title}” back from review, at version {article.version}. It waits for nobody."
    _over(article, by, f"{name_of(by)} took back from review: {article.title}", text)


def ended_by_saving(*, article: Article, by: User, name: str, lost: str) -> None:
    """A save ended the review, the approval or the schedule, as `name` says; everybody who had a part in it is told."""
    text = (
        f"{name_of(by)} saved “{article.title}” as version {article.version}, which ended its {name}.{lost} It is a "
        "draft again, and can be submitted once more."
    )
    _over(article, by, f"{name_of(by)} ended the {name} of: {article.title}", text)


def _over(article: Article, by: User, subject: str, text: str) -> None:
    waiting = {"asks__thread__article": article, "asks__kind": AskKind.APPROVE, "asks__done_at__isnull": True}
    asked = list(User.objects.filter(**waiting).distinct())
    _end_review(article, by)
    people = [*concerned(article), *authors_of(article), *asked, *judges_of(article)]
    leave(asking.without(people, by), article, subject, text, threads.of_article(article))


def decided(*, flag: Flag, by: User, verdict: str, reason: str, due: date | None = None) -> None:
    """A decision about a flag stands in the thread of its sentence, and waits on whom it asks, until `due`."""
    asking.need_day(due)
    if due and verdict not in ASKED:
        raise ServiceError("A day goes with what is asked of somebody. This decision asks nobody.")
    article = flag.article
    thread = threads.of_claim(flag.claim) if flag.claim else threads.of_article(article)
    entry = threads.add(thread, kind=EntryKind.DECISION, text=reason, by=by, flag=flag, verdict=verdict)
    asking.finish(Q(thread=thread, entry__flag=flag), by)
    called = asking.without(_called(reason, article), by)
    about = f"On: “{thread.about}”\n\n" if thread.about else ""
    if verdict not in ASKED:
        asking.ask(entry, kind=AskKind.ANSWER, by=by, people=called, due=None)
        leave(called, article, f"{name_of(by)} calls you: {article.title}", f"{about}{reason}", thread)
        return
    kind, words = ASKED[Verdict(verdict)]
    part = "review_medically" if kind == AskKind.REFER else "change_article"
    people = asking.without(reviewers_named(article) if kind == AskKind.REFER else authors_of(article), by)
    people = [person for person in people if may_read(person, article)]
    asking.ask(entry, kind=kind, by=by, people=people, part=part, due=due)
    others = [person for person in called if person not in people]
    asking.ask(entry, kind=AskKind.ANSWER, by=by, people=others, due=due)
    told = people or (asking.without(independent(article, part), by) if kind == AskKind.REFER else [])
    leave(others, article, f"{name_of(by)} calls you: {article.title}", f"{about}{reason}", thread)
    leave(told, article, f"{name_of(by)} {words}: {article.title}", f"{about}{reason}", thread)


def approved(*, article: Article, by: User, number: int) -> None:
    """Nobody waits for a review any more, and the authors are told."""
    _end_review(article, by)
    thread = threads.of_article(article)
    entry = threads.add(thread, kind=EntryKind.DECISION, text="", by=by, verdict="approved")
    text = f"{entry.name} approved it as revision {number}. It can be published."
    leave(asking.without(authors_of(article), by), article, f"Approved: {article.title}", text, thread)


def _end_review(article: Article, by: User | None) -> None:
    asking.finish(Q(thread__article=article, kind=AskKind.APPROVE), by)
