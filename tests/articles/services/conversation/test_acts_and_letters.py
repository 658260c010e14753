"""Words that go with an act reach who has to know: in the thread, at home and by mail, as each wants it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from articles import services
from articles.models import Article, Ask, Notice, ThreadEntry
from articles.services import conversation
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(author: User) -> Article:
    article = factories.assess_as(factories.make_article(by=author), links={0: ["doe2019"]})
    services.submit_for_review(article=article, by=author, note="Mice named; Lowe taken out.")
    return article


def waits_on(person: User) -> list[str]:
    return [ask.kind for ask in conversation.asked_of(person)]


def told(person: User) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("subject", flat=True))


def letters_to(person: User) -> list[Any]:
    return [sent for sent in mail.outbox if sent.to == [person.email]]


# --- Acts --------------------------------------------------------------------------------------------------


def test_a_submission_waits_on_whoever_may_approve_and_is_nobodys_own_work(
    author: User, editor: User, reviewer: User
) -> None:
    own = factories.make_user("Editors", email="own@example.org")
    article = factories.make_article(by=author, authors=[factories.make_contributor(user=own)])
    services.submit_for_review(article=article, by=author, note="Mice named.")
    assert ThreadEntry.objects.get().text == "Mice named."
    assert (waits_on(editor), waits_on(reviewer), waits_on(own), waits_on(author)) == (["approve"], ["approve"], [], [])
    assert (len(told(editor)), len(told(reviewer)), told(own), told(author)) == (1, 1, [], [])


def test_a_submission_to_one_person_waits_on_that_person_alone(author: User, editor: User, reviewer: User) -> None:
    article = factories.make_article(by=author)
    day = timezone.localdate() + timedelta(days=3)
    services.submit_for_review(article=article, by=author, note=f"@{reviewer.username}, the dose?", due=day)
    assert (waits_on(editor), waits_on(reviewer)) == ([], ["approve"])
    assert Ask.objects.get().due == day


def test_the_reason_for_changes_reaches_the_author_until_it_is_submitted_again(
    submitted: Article, author: User, reviewer: User
) -> None:
    services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
    assert waits_on(author) == ["changes"]
    assert waits_on(reviewer) == []
    assert "Two blockers" in Notice.objects.get(person=author).text
    services.submit_for_review(article=submitted, by=author)
    assert waits_on(author) == []
    assert waits_on(reviewer) == ["approve"]


def test_an_approval_ends_the_waiting_and_tells_the_author(submitted: Article, author: User, reviewer: User) -> None:
    services.approve(article=submitted, by=reviewer, version=submitted.version)
    assert waits_on(reviewer) == []
    assert told(author)[-1].startswith("Approved")


def test_a_review_that_ended_by_a_save_waits_on_nobody(submitted: Article, author: User, reviewer: User) -> None:
    factories.edit(submitted, by=author, body="Other words.")
    assert waits_on(reviewer) == []
    services.submit_for_review(article=submitted, by=author)
    assert waits_on(reviewer) == ["approve"]


@pytest.mark.parametrize(
    ("verdict", "kind"), [("ask-source", "source"), ("ask-wording", "wording"), ("note", "answer")]
)
def test_what_an_editor_asks_about_a_flag_waits_on_its_author_at_the_sentence(
    author: User, editor: User, verdict: str, kind: str
) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]})
    flag = article.flags.get()
    services.decide_flag(flag=flag, by=editor, verdict=verdict, reason="Which trial?")
    assert waits_on(author) == [kind]
    entry = ThreadEntry.objects.get(verdict=verdict)
    assert (entry.thread.claim, entry.flag, entry.text) == (flag.claim, flag, "Which trial?")
    conversation.say(article=article, by=author, text="Doe 2019.", thread=entry.thread)
    assert waits_on(author) == []


@pytest.mark.parametrize(("verdict", "asked"), [("accept", []), ("ask-source", ["source"])])
def test_who_is_called_in_a_decision_is_asked_beside_whom_it_concerns(
    author: User, editor: User, reviewer: User, verdict: str, asked: list[str]
) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag(severity="warning")]})
    reason = f"Is this dose usual, @{reviewer.username}? I think it is, @nobody-here."
    services.decide_flag(flag=article.flags.get(), by=editor, verdict=verdict, reason=reason)
    assert (waits_on(author), waits_on(reviewer)) == (asked, ["answer"])
    assert "calls you" in told(reviewer)[-1]


def test_what_an_editor_asks_about_a_flag_may_have_a_day(author: User, editor: User) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]})
    flag, today = article.flags.get(), timezone.localdate()
    for verdict, day in (("ask-source", today - timedelta(days=1)), ("accept", today)):
        with pytest.raises(services.ServiceError, match="day"):
            services.decide_flag(flag=flag, by=editor, verdict=verdict, reason="Which trial was it?", due=day)
    services.decide_flag(flag=flag, by=editor, verdict="ask-source", reason="Which trial?", due=today)
    assert Ask.objects.open().get(person=author).due == today


def test_what_was_asked_about_a_flag_waits_no_more_once_the_author_mended_it(author: User, editor: User) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]})
    services.decide_flag(flag=article.flags.get(), by=editor, verdict="ask-source", reason="Which trial?")
    assert waits_on(author) == ["source"]
    factories.assess_as(factories.edit(article, by=author, body="Walking is free."))
    assert waits_on(author) == []


def test_a_flag_referred_waits_on_the_reviewer_named_and_a_later_decision_ends_it(
    author: User, editor: User, reviewer: User
) -> None:
    person = factories.make_contributor(user=reviewer)
    article = factories.make_article(by=author, reviewer=person)
    flag = factories.assess_as(article, flags={0: [factories.flag()]}).flags.get()
    services.decide_flag(flag=flag, by=editor, verdict="refer", reason="Is this dose safe?")
    assert (waits_on(reviewer), waits_on(author)) == (["refer"], [])
    services.decide_flag(flag=flag, by=editor, verdict="accept", reason="It is common knowledge.")
    assert waits_on(reviewer) == []


def test_a_flag_referred_without_a_reviewer_waits_on_whoever_reviews(
    author: User, editor: User, reviewer: User
) -> None:
    flag = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]}).flags.get()
    services.decide_flag(flag=flag, by=editor, verdict="refer", reason="Is this dose safe?")
    assert (waits_on(reviewer), waits_on(editor)) == (["refer"], [])
    assert len(told(reviewer)) == 1


# --- Mails -------------------------------------------------------------------------------------------------


def test_no_mail_leaves_within_the_request_and_one_task_is_sent_to_each_person(
    submitted: Article, author: User, reviewer: User, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with patch("articles.tasks.send_notices.apply_async") as sent, django_capture_on_commit_callbacks(execute=True):
        services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
        assert not sent.called
    assert [call.kwargs["kwargs"] for call in sent.call_args_list] == [{"person_id": author.pk}]
    assert mail.outbox == []


def test_what_waits_for_a_person_goes_in_one_mail_and_once(submitted: Article, author: User, reviewer: User) -> None:
    services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
    conversation.say(article=submitted, by=reviewer, text=f"@{author.username} and the dose?")
    assert conversation.send_to(person_id=author.pk) == 2
    assert conversation.send_to(person_id=author.pk) == 0
    (sent,) = letters_to(author)
    assert "Two blockers are not settled." in sent.body
    assert "and the dose?" in sent.body
    assert f"/admin/articles/article/{submitted.pk}/talk/#thread-" in sent.body


def test_what_is_asked_of_many_sentences_is_one_piece_of_one_mail(author: User, editor: User) -> None:
    article = factories.make_article(by=author, title="Zinc", body="Zinc cures colds.\nZinc prevents flu.\nZinc helps.")
    article = factories.assess_as(article, flags={number: [factories.flag()] for number in range(3)})
    for number, flag in enumerate(article.flags.order_by("claim__index")):
        reason = "Which trial?" if number < 2 else "Say how much."
        services.decide_flag(flag=flag, by=editor, verdict="ask-source", reason=reason)
    assert conversation.send_to(person_id=author.pk) == 3
    (sent,) = letters_to(author)
    assert sent.subject == "editor asks for a source: Zinc (3 times)"
    assert "On: “Zinc cures colds.”\nOn: “Zinc prevents flu.”\n\nWhich trial?\n\nOn: “Zinc helps.”\n\nSay" in sent.body
    assert sent.body.count("/talk/") == 1


def test_who_wants_one_mail_a_day_gets_it_with_the_daily_round(
    submitted: Article, author: User, reviewer: User
) -> None:
    conversation.choose_letters(by=author, letters="daily")
    services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
    assert conversation.send_to(person_id=author.pk) == 0
    Notice.objects.update(made_at=timezone.now() - timedelta(hours=1))
    conversation.send_left_behind()
    assert letters_to(author) == []
    conversation.send_daily()
    conversation.send_daily()
    assert len(letters_to(author)) == 1


def test_who_wants_none_gets_none_and_still_has_it_at_home(submitted: Article, author: User, reviewer: User) -> None:
    conversation.choose_letters(by=author, letters="never")
    services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
    assert conversation.send_to(person_id=author.pk) == 0
    assert (letters_to(author), waits_on(author)) == ([], ["changes"])
    with pytest.raises(services.ServiceError, match="on the list"):
        conversation.choose_letters(by=author, letters="hourly")


def test_a_mail_holds_nothing_of_a_draft_that_its_receiver_may_no_longer_read(
    submitted: Article, author: User, reviewer: User
) -> None:
    services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
    author.groups.clear()
    conversation.send_to(person_id=author.pk)
    (sent,) = letters_to(author)
    for words in (submitted.title, "Two blockers", submitted.slug):
        assert words not in sent.body + sent.subject
    assert "1 thing that you may not read" in sent.body


def test_a_mail_server_that_is_away_is_tried_again(submitted: Article, author: User, reviewer: User) -> None:
    services.request_changes(article=submitted, by=reviewer, reason="Two blockers are not settled.")
    with patch("django.core.mail.EmailMessage.send", side_effect=OSError("away")):
        assert conversation.send_to(person_id=author.pk) == 0
    Notice.objects.update(made_at=timezone.now() - timedelta(minutes=5))
    assert conversation.send_left_behind() >= 1
    assert len(letters_to(author)) == 1


def test_a_title_cannot_break_into_the_heads_of_a_mail(author: User, reviewer: User) -> None:
    article = factories.make_article(by=author, title="One")
    Article.objects.filter(pk=article.pk).update(title="One\nBcc: all@example.org")
    conversation.say(article=article, by=author, text="Hello.", asked=[reviewer])
    conversation.send_to(person_id=reviewer.pk)
    (sent,) = letters_to(reviewer)
    assert "\n" not in sent.subject
    assert sent.message()["Bcc"] is None


# --- Days --------------------------------------------------------------------------------------------------


def test_what_is_due_is_brought_to_mind_once_before_and_once_after(author: User, editor: User) -> None:
    article, today = factories.make_article(by=author), timezone.localdate()
    conversation.say(article=article, by=author, text="Why?", asked=[editor], due=today + timedelta(days=5))
    assert conversation.remind(today=today) == 0
    for day in (4, 4, 5):
        conversation.remind(today=today + timedelta(days=day))
    assert [subject[:3] for subject in told(editor)].count("Due") == 1
    for day in (6, 7):
        conversation.remind(today=today + timedelta(days=day))
    assert [subject[:3] for subject in told(editor)].count("Due") == 2


def test_what_was_answered_is_not_brought_to_mind(author: User, editor: User) -> None:
    article, today = factories.make_article(by=author), timezone.localdate()
    entry = conversation.say(article=article, by=author, text="Why?", asked=[editor], due=today)
    conversation.say(article=article, by=editor, text="So.", thread=entry.thread)
    assert conversation.remind(today=today) == 0


def test_a_page_to_be_reviewed_again_is_brought_to_mind_and_a_draft_is_not(editor: User) -> None:
    today = timezone.localdate()
    live = factories.make_published_article(next_review=today + timedelta(days=10))
    factories.make_article(next_review=today + timedelta(days=10))
    assert [conversation.remind(today=today), conversation.remind(today=today)] == [1, 0]
    assert told(editor)[-1] == f"Review due: {live.title}"
    assert conversation.remind(today=today + timedelta(days=11)) == 1
    assert told(editor)[-1] == f"Review overdue: {live.title}"
