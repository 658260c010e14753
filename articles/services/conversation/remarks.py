"""What readers report: a thread of its own for each report, from somebody without an account."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from articles.models import Article, Claim, Thread
from articles.models.thread import AskKind, EntryKind, ThreadKind
from articles.services import log
from articles.services.conversation import asking, threads
from articles.services.conversation.notices import leave
from articles.services.conversation.people import authors_of, editors
from articles.services.conversation.saying import on_record
from articles.services.errors import ReasonMissing, ServiceError, WrongStatus, require

SHORTEST, LONGEST = 10, 4000
"""Characters of a report [house]: enough to say what is wrong, and no more than somebody reads at once."""


@transaction.atomic
def report(
    *,
    article: Article,
    text: str,
    name: str = "",
    mail: str = "",
    sentence: str = "",
) -> Thread:
    """Takes what a reader reports of a page as a thread that waits on the editors.

    `sentence` are the words of the claim that it is about, as the page shows them, or "". Name and address are optional
    and kept beside the thread alone. Whoever calls limits how often one reader may. Raises WrongStatus where the page
    is not public, ReasonMissing and ServiceError for what cannot be taken.
    """
    if not article.is_public:
        raise WrongStatus("This page is no longer on the site, so there is nothing to report on it.")
    text, name, mail = threads.clean(text), " ".join(threads.clean(name).split()), threads.clean(mail)
    if len(text) < SHORTEST:
        raise ReasonMissing("Say in a few words what is wrong (10 characters or more).")
    if len(text) > LONGEST:
        raise ServiceError(f"That is {len(text):,} characters. Keep it under {LONGEST:,}.")
    if len(name) > 120:
        raise ServiceError("That name is too long. Keep it under 120 characters, or leave it out.")
    _need_address(mail)
    words = " ".join(threads.clean(sentence).split())[:2000]
    claim = _claim(article, words)
    thread = Thread.objects.create(
        article=article, kind=ThreadKind.READER, claim=claim, about=words, reader_name=name, reader_mail=mail
    )
    entry = threads.add(thread, kind=EntryKind.REMARK, text=text, by=None, name="A reader")
    asking.ask(entry, kind=AskKind.ANSWER, by=None, part="review_article", due=None)
    told = f"On: “{words}”\n\n{text}" if words else text
    leave([*editors(), *authors_of(article)], article, f"A reader reports an error: {article.title}", told, thread)
    on_record(entry, None)
    return thread


def _need_address(mail: str) -> None:
    try:
        if mail:
            validate_email(mail)
    except ValidationError:
        raise ServiceError("That is no mail address. Mend it, or leave it out.") from None


def _claim(article: Article, words: str) -> Claim | None:
    """The sentence of the draft with these words, if it still stands there."""
    return article.claims.filter(current=True, text=words).first() if words else None


@transaction.atomic
def forget_reader(*, thread: Thread, by: User) -> None:
    """Takes the name and address of whoever reported out; what they wrote stays."""
    require(by, "review_article", "take out what readers gave of themselves")
    if thread.reader_name or thread.reader_mail:
        thread.reader_name = thread.reader_mail = ""
        thread.save(update_fields=["reader_name", "reader_mail"])
        log.record(action="reader-forgotten", by=by, article=thread.article, data={"thread": thread.pk})
