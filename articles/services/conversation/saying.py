"""Says something in a thread, and resolves it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Claim, Thread, ThreadEntry
from articles.models.thread import AskKind, EntryKind, ThreadKind
from articles.services import log
from articles.services.conversation import asking, threads
from articles.services.conversation.mentions import people_in
from articles.services.conversation.notices import leave
from articles.services.conversation.people import may_read, name_of
from articles.services.errors import NotAllowed, ReasonMissing, ServiceError, WrongStatus, require
from articles.services.own_drafts import require_seen

LONGEST = 5000
"""Characters in one entry [house]."""
FOLLOWERS = 20
"""People who spoke in a thread that are told of the next entry [house]."""
ANSWERED = (AskKind.ANSWER, AskKind.SOURCE, AskKind.WORDING, AskKind.REFER)
"""What an answer settles. A review ends with an act of its own, and so do changes: the draft is submitted again."""


class TooLong(ServiceError):
    """An entry is longer than people read."""


@transaction.atomic
def say(
    *,
    article: Article,
    by: User,
    text: str,
    claim: Claim | None = None,
    thread: Thread | None = None,
    asked: Iterable[User] = (),
    due: date | None = None,
) -> ThreadEntry:
    """Adds an entry to the article's thread, to that of `claim`, or to `thread`.

    It asks whom it names with "@" and those in `asked`, and answers what was asked of `by` there. Raises NotAllowed,
    ReasonMissing, TooLong, NobodyOfThatName, and ServiceError where something does not fit together.
    """
    require(by, "add_threadentry", "write in threads")
    require_seen(article, by)
    text = _need_words(text)
    people = [*asked, *people_in(text, article, strict=True)]
    people = asking.without(list({person.pk: person for person in people}.values()), by)
    _need_readers(people, article)
    if due and not people:
        raise ServiceError("Say who is asked, with @name or from the list, so that the day is due for somebody.")
    asking.need_day(due)
    place = _thread(article, claim, thread)
    answered = asking.finish(Q(thread=place, person=by, kind__in=ANSWERED), by)
    kind = EntryKind.QUESTION if people else EntryKind.ANSWER if answered else EntryKind.NOTE
    entry = threads.add(place, kind=kind, text=text, by=by)
    asking.ask(entry, kind=AskKind.ANSWER, by=by, people=people, due=due)
    _tell(entry, people)
    on_record(entry, by)
    return entry


def _need_words(text: str) -> str:
    text = threads.clean(text)
    if not text:
        raise ReasonMissing("Write something first.")
    if len(text) > LONGEST:
        raise TooLong(f"That is {len(text):,} characters. Keep it under {LONGEST:,}, or say it in two.")
    return text


def _need_readers(people: Iterable[User], article: Article) -> None:
    for person in people:
        if not may_read(person, article):
            raise NotAllowed(
                f"{name_of(person)} may not read this draft and would be asked in vain. Name them on the article first."
            )


def _thread(article: Article, claim: Claim | None, thread: Thread | None) -> Thread:
    found = thread or (threads.of_claim(claim) if claim else threads.of_article(article))
    if found.article_id != article.pk:
        raise ServiceError("That thread belongs to another article.")
    return found


def _tell(entry: ThreadEntry, asked: list[User]) -> None:
    """Those asked are told that they are; those who spoke here before, that somebody spoke again."""
    thread, article = entry.thread, entry.thread.article
    about = f"On: “{thread.about}”\n\n" if thread.about else ""
    if asked:
        leave(asked, article, f"{entry.name} asks you about {article.title}", f"{about}{entry.text}", thread)
    told = {person.pk for person in asked} | {entry.person_id}
    spoke = thread.entries.exclude(person=None).order_by("-pk").values_list("person_id", flat=True)[:200]
    others = [pk for pk in dict.fromkeys(spoke) if pk not in told][:FOLLOWERS]
    people = list(User.objects.filter(pk__in=others))
    leave(people, article, f"{entry.name} wrote about {article.title}", f"{about}{entry.text}", thread)


def on_record(entry: ThreadEntry, by: User | None) -> None:
    """Puts the hash of what was said on the chain; the words stay in the thread."""
    digest = hashlib.sha256(entry.text.encode()).hexdigest()
    data = {"thread": entry.thread_id, "entry": entry.pk, "kind": entry.kind, "sha256": digest}
    log.record(action="said", by=by, article=entry.thread.article, data=data)


@transaction.atomic
def resolve(*, thread: Thread, by: User, note: str = "") -> ThreadEntry:
    """Ends a thread; what was asked in it is done. Saying something there opens it again.

    A reader's report is resolved by an editor or a reviewer. Raises NotAllowed and WrongStatus.
    """
    entry = _turn(thread, by, EntryKind.RESOLVED, note, open_now=True)
    asking.finish(Q(thread=thread), by)
    thread.resolved_at, thread.resolved_by = timezone.now(), by
    thread.save(update_fields=["resolved_at", "resolved_by"])
    return entry


@transaction.atomic
def reopen(*, thread: Thread, by: User, note: str = "") -> ThreadEntry:
    """Opens a resolved thread again."""
    return _turn(thread, by, EntryKind.REOPENED, note, open_now=False)


def _turn(thread: Thread, by: User, kind: str, note: str, *, open_now: bool) -> ThreadEntry:
    require(by, "add_threadentry", "resolve threads")
    if thread.kind == ThreadKind.READER:
        require(by, "review_article", "resolve what readers reported")
    require_seen(thread.article, by)
    locked = Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)
    if locked.is_open != open_now:
        raise WrongStatus("This thread is resolved already." if open_now else "This thread is open already.")
    note = threads.clean(note)
    if len(note) > LONGEST:
        raise TooLong(f"Keep the note under {LONGEST:,} characters.")
    entry = threads.add(thread, kind=kind, text=note, by=by)
    on_record(entry, by)
    return entry
