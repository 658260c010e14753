"""What people say stays, reaches whom it asks, and ends where it was answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles import services
from articles.models import Article, Ask, LogEntry, Notice, Thread, ThreadEntry
from articles.services import conversation, record_verification
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(author: User) -> Article:
    return factories.make_article(by=author)


def say(article: Article, by: User, text: str, **kw: Any) -> ThreadEntry:
    return conversation.say(article=article, by=by, text=text, **kw)


def waits_on(person: User) -> list[str]:
    return [ask.kind for ask in conversation.asked_of(person)]


# --- Refusals ----------------------------------------------------------------------------------------------


def test_it_refuses_those_who_only_read_and_strangers(article: Article, stranger: User) -> None:
    for person in (stranger, factories.make_user("Auditors"), factories.make_user("Administrators")):
        with pytest.raises(services.NotAllowed, match="may not write in threads"):
            say(article, person, "Hello.")
    assert not ThreadEntry.objects.exists()


def test_it_refuses_authors_who_do_not_see_the_draft(article: Article, settings: Any) -> None:
    settings.AUTHORS_SEE_OWN_ONLY = True
    with pytest.raises(services.NotAllowed, match="somebody else's draft"):
        say(article, factories.make_user("Authors"), "Hello.")


@pytest.mark.parametrize("text", ["", "  \n ", "\0"])
def test_it_refuses_silence(article: Article, author: User, text: str) -> None:
    with pytest.raises(services.ReasonMissing):
        say(article, author, text)


def test_it_refuses_what_nobody_would_read(article: Article, author: User) -> None:
    with pytest.raises(conversation.TooLong, match="5,001 characters"):
        say(article, author, "x" * 5001)


def test_a_call_to_nobody_is_refused_and_says_how_people_are_called(article: Article, author: User) -> None:
    with pytest.raises(conversation.NobodyOfThatName, match="“@nobody”"):
        say(article, author, "@nobody should look at this.")
    assert not ThreadEntry.objects.exists()


def test_nobody_is_asked_who_may_not_read_the_draft(article: Article, author: User, settings: Any) -> None:
    settings.AUTHORS_SEE_OWN_ONLY = True
    other = factories.make_user("Authors", username="other")
    with pytest.raises(services.NotAllowed, match="other may not read this draft"):
        say(article, author, "@other, is this yours?")
    with pytest.raises(services.NotAllowed):
        say(article, author, "Is this yours?", asked=[other])


@pytest.mark.parametrize(("days", "said"), [(-1, "has passed"), (400, "more than a year")])
def test_a_day_that_makes_no_sense_is_refused(
    article: Article, author: User, editor: User, days: int, said: str
) -> None:
    with pytest.raises(services.ServiceError, match=said):
        say(article, author, "Why?", asked=[editor], due=timezone.localdate() + timedelta(days=days))


def test_a_day_without_anybody_asked_is_refused(article: Article, author: User) -> None:
    with pytest.raises(services.ServiceError, match="Say who is asked"):
        say(article, author, "Why?", due=timezone.localdate())


def test_a_thread_of_another_article_is_refused(article: Article, author: User) -> None:
    entry = say(factories.make_article(by=author), author, "There.")
    with pytest.raises(services.ServiceError, match="another article"):
        say(article, author, "Here.", thread=entry.thread)


# --- What comes of it --------------------------------------------------------------------------------------


def test_an_article_has_one_thread_and_each_sentence_one(article: Article, author: User, editor: User) -> None:
    factories.assess_as(article)
    first, second = article.claims.order_by("index")[:2]
    for claim in (None, first, second, None, first):
        say(article, author, "A word.", claim=claim)
    assert Thread.objects.filter(article=article).count() == 3
    assert Thread.objects.get(claim=first).about == first.text


def test_who_is_called_is_asked_and_an_answer_ends_it(article: Article, author: User, editor: User) -> None:
    question = say(article, author, f"@{editor.username}: is this too strong?")
    assert (question.kind, waits_on(editor), waits_on(author)) == ("question", ["answer"], [])
    answer = say(article, editor, "No.", thread=question.thread)
    assert (answer.kind, waits_on(editor)) == ("answer", [])


@pytest.mark.parametrize("text", ["See [@doe2019] and @doe2019.", "Mail me at a@editor", "https://a.example/@editor"])
def test_keys_addresses_and_paths_call_nobody(article: Article, author: User, editor: User, text: str) -> None:
    assert say(article, author, text).kind == "note"


def test_a_name_at_the_end_of_a_sentence_and_in_other_case_is_known(article: Article, author: User) -> None:
    User.objects.filter(pk=factories.make_user("Editors", username="ann.doe").pk).update(email="ann@example.org")
    assert say(article, author, "Ask (@Ann.Doe).").kind == "question"


def test_asking_oneself_asks_nobody(article: Article, author: User) -> None:
    assert say(article, author, f"@{author.username} remember this.").kind == "note"


def test_who_is_asked_and_who_spoke_before_are_told_once_each(article: Article, author: User, editor: User) -> None:
    entry = say(article, author, f"@{editor.username} and again @{editor.username}: why?")
    assert list(Notice.objects.values_list("person", flat=True)) == [editor.pk]
    say(article, editor, "Because.", thread=entry.thread)
    assert Notice.objects.filter(person=author, subject__contains="wrote about").count() == 1
    assert Notice.objects.count() == 2


def test_resolving_ends_what_was_asked_and_speaking_opens_it_again(
    article: Article, author: User, editor: User
) -> None:
    thread = say(article, author, f"@{editor.username}?").thread
    conversation.resolve(thread=thread, by=author, note="Found it.")
    thread.refresh_from_db()
    assert (thread.is_open, thread.resolved_by, waits_on(editor)) == (False, author, [])
    with pytest.raises(services.WrongStatus, match="resolved already"):
        conversation.resolve(thread=thread, by=author)
    say(article, editor, "Not so.", thread=thread)
    thread.refresh_from_db()
    assert thread.is_open
    with pytest.raises(services.WrongStatus, match="open already"):
        conversation.reopen(thread=thread, by=author)


def test_a_question_is_settled_by_those_it_concerns_alone(article: Article, author: User, reviewer: User) -> None:
    editor, other = factories.make_user("Editors"), factories.make_user("Authors")
    say(article, author, "Is it?", asked=[reviewer])
    ask = Ask.objects.get()
    with pytest.raises(conversation.NotTheirs):
        conversation.settle(ask=ask, by=other)
    with pytest.raises(conversation.NotTheirs):
        conversation.set_due(ask=ask, by=other, due=None)
    conversation.set_due(ask=ask, by=editor, due=timezone.localdate())
    conversation.settle(ask=ask, by=reviewer)
    assert waits_on(reviewer) == []
    assert list(LogEntry.objects.order_by("pk").values_list("action", flat=True))[-2:] == ["due-changed", "ask-done"]


# --- What was said stays -----------------------------------------------------------------------------------


def run(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_threadentry SET text = 'I never said that.'",
        "DELETE FROM articles_threadentry",
        "TRUNCATE articles_threadentry CASCADE",
        "DELETE FROM articles_ask; DELETE FROM articles_threadentry; DELETE FROM articles_thread",
    ],
)
def test_the_database_keeps_what_was_said(article: Article, author: User, statement: str) -> None:
    say(article, author, "Zinc cures nothing.")
    with pytest.raises(DatabaseError, match="refused"):
        run("SET CONSTRAINTS ALL IMMEDIATE", statement)
    assert ThreadEntry.objects.get().text == "Zinc cures nothing."


def test_the_database_dates_it(article: Article, author: User) -> None:
    thread = say(article, author, "Now.").thread
    old = ThreadEntry.objects.create(thread=thread, name="x", text="x", at=timezone.now() - timedelta(days=9))
    old.refresh_from_db()
    assert timezone.now() - old.at < timedelta(minutes=1)


def test_the_application_may_add_and_not_change(as_application: None, article: Article, author: User) -> None:
    say(article, author, "Hello.")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        ThreadEntry.objects.update(text="Bye.")


def test_verifying_finds_what_was_altered_by_a_superuser(article: Article, author: User) -> None:
    say(article, author, "Hello.")
    assert not [fault for fault in record_verification.faults() if "was said" in fault]
    run(
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ALTER TABLE articles_threadentry DISABLE TRIGGER articles_entry_unchanged",
        "UPDATE articles_threadentry SET text = 'Bye.'",
    )
    found = record_verification.faults()
    assert [fault for fault in found if "was altered since" in fault]
    assert [fault for fault in found if "articles_entry_unchanged is missing or turned off" in fault]


# --- Readers -----------------------------------------------------------------------------------------------


def test_a_report_needs_a_page_some_words_and_a_good_address(article: Article) -> None:
    with pytest.raises(services.WrongStatus, match="no longer on the site"):
        conversation.report(article=article, text="The dose is wrong.")
    live = factories.make_published_article()
    for given, said in (
        ({"text": "wrong"}, "10 characters"),
        ({"text": "x" * 4001}, "under 4,000"),
        ({"text": "The dose is wrong.", "mail": "nonsense"}, "no mail address"),
        ({"text": "The dose is wrong.", "name": "x" * 121}, "name is too long"),
    ):
        with pytest.raises(services.ServiceError, match=said):
            conversation.report(article=live, **given)
    assert not Thread.objects.filter(kind="reader").exists()


def test_a_report_waits_on_the_editors_and_keeps_the_reader_apart(editor: User) -> None:
    live = factories.make_published_article()
    claim = live.claims.filter(current=True).order_by("index").first()
    thread = conversation.report(
        article=live, text="The dose is wrong.", name="A. Reader", mail="r@example.org", sentence=claim.text
    )
    assert (thread.claim, thread.entries.get().name) == (claim, "A reader")
    assert waits_on(editor) == ["answer"]
    notice = Notice.objects.filter(person=editor).latest("pk")
    assert notice.subject.startswith("A reader reports an error")
    assert "r@example.org" not in notice.text
    with pytest.raises(services.NotAllowed):
        conversation.resolve(thread=thread, by=live.created_by)
    conversation.forget_reader(thread=thread, by=editor)
    thread.refresh_from_db()
    assert (thread.reader_name, thread.reader_mail) == ("", "")
    conversation.resolve(thread=thread, by=editor, note="Mended.")
    assert waits_on(editor) == []
