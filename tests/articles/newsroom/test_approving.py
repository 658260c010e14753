"""Whoever approves sees what changed, answers the checklist, and gains nothing by the article."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import Article, ChecklistQuestion, LogEntry, Revision
from articles.services.checklist import Answer, save_question
from articles.services.interests import interest_in
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(author: User) -> Article:
    found = factories.make_article(by=author)
    return submitted(found)


def submitted(article: Article) -> Article:
    factories.assess_as(article, links={0: ["doe2019"]})
    services.submit_for_review(article=article, by=article.created_by, note="Mice are named now.")
    return article


@pytest.fixture
def question(db: None) -> ChecklistQuestion:
    return ChecklistQuestion.objects.create(text="Does every number stand in its source?", help="Doses.")


def page(client: Client, article: Article) -> Any:
    return client.get(reverse("newsroom:approving", args=[article.pk]))


def approve(client: Client, article: Article, **data: Any) -> Any:
    return client.post(reverse("newsroom:act", args=[article.pk, "approve"]), {"version": article.version, **data})


# --- The checklist -----------------------------------------------------------------------------------------


def test_an_unanswered_question_or_a_no_without_a_reason_is_refused(
    article: Article, reviewer: User, question: ChecklistQuestion
) -> None:
    for answers in ({}, {question.pk: Answer("maybe")}, {question.pk: Answer("no", " ")}):
        with pytest.raises(services.ChecklistUnanswered):
            services.approve(article=article, by=reviewer, version=article.version, answers=answers)
    assert not Revision.objects.exists()


def test_answers_stay_with_the_revision_in_the_words_that_were_asked(
    article: Article, reviewer: User, question: ChecklistQuestion, superuser: User
) -> None:
    ChecklistQuestion.objects.create(text="Not asked any more?", active=False)
    answers = {question.pk: Answer("no", "The trial gives a range.")}
    revision = services.approve(article=article, by=reviewer, version=article.version, answers=answers)
    question.text = "Something else?"
    save_question(question=question, by=superuser)
    revision.refresh_from_db()
    (kept,) = revision.checklist
    assert kept["question"] == "Does every number stand in its source?"
    assert (kept["answer"], kept["note"]) == ("no", "The trial gives a range.")
    assert LogEntry.objects.get(action="approved").data["checklist"] == revision.checklist
    with pytest.raises(DatabaseError, match="is final"), transaction.atomic():
        Revision.objects.update(checklist=[])


def test_the_page_asks_and_keeps_what_was_answered_where_something_lacks(
    client: Client, article: Article, reviewer: User, question: ChecklistQuestion
) -> None:
    client.force_login(reviewer)
    assert question.text in page(client, article).content.decode()
    other = ChecklistQuestion.objects.create(text="Are harms named?")
    refused = approve(client, article, **{f"answer_{question.pk}": "yes", f"note_{question.pk}": "Looked up."})
    assert refused.status_code == 400
    assert "Looked up." in refused.content.decode()
    assert "Answer this before you approve." in refused.content.decode()
    fine = {f"answer_{question.pk}": "yes", f"answer_{other.pk}": "n/a"}
    assert approve(client, article, **fine).status_code == 302
    article.refresh_from_db()
    assert article.status == "approved"


def test_only_editors_change_the_checklist_and_the_log_has_it(
    client: Client, editor: User, author: User, question: ChecklistQuestion
) -> None:
    address = reverse("admin:articles_checklistquestion_change", args=[question.pk])
    sent = {"text": "Is it true?", "help": "", "order": "1", "active": "on"}
    client.force_login(author)
    assert client.post(address, sent).status_code == 403
    client.force_login(editor)
    assert client.post(address, sent).status_code == 302
    entry = LogEntry.objects.get(action="checklist-changed")
    assert (entry.data["before"]["question"], entry.data["after"]["question"]) == (question.text, "Is it true?")


def test_a_new_newsroom_has_questions_to_begin_with() -> None:
    migration = import_module("articles.migrations.0016_checklist")
    assert len(migration.FIRST) == 5
    for text, help_text in migration.FIRST:
        ChecklistQuestion(text=text, help=help_text).full_clean()


# --- What changed ------------------------------------------------------------------------------------------


def test_what_changed_since_readers_saw_it_stands_on_the_page(client: Client, author: User, reviewer: User) -> None:
    live = factories.make_published_article(by=author)
    factories.edit(live, by=author, body=live.body.replace("80 adults", "800 adults"))
    live.refresh_from_db()
    client.force_login(reviewer)
    shown = page(client, submitted(live)).content.decode()
    assert "<del>80</del>" in shown
    assert "<ins>800</ins>" in shown
    assert "Mice are named now." in shown
    assert "which readers see" in shown


def test_the_page_is_for_those_who_may_approve(client: Client, article: Article, author: User, editor: User) -> None:
    client.force_login(author)
    assert page(client, article).status_code == 403
    client.force_login(editor)
    assert page(client, article).status_code == 200


def test_what_stands_in_the_way_is_said_before_anybody_presses(client: Client, author: User, editor: User) -> None:
    article = factories.assess_as(factories.make_article(by=author), flags={0: [factories.flag()]})
    services.submit_for_review(article=article, by=author)
    client.force_login(editor)
    shown = page(client, article)
    assert b"1 thing stands in the way" in shown.content
    client.force_login(factories.make_user("Editors", is_superuser=True, username="own"))
    article = factories.make_article(by=User.objects.get(username="own"))
    assert b"You cannot approve this article, because" in page(client, article).content


# --- Interests ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "product"),
    [
        ("Paid adviser of Intimate Rose.", {"maker": "Intimate Rose, LLC"}),
        ("Shares in BAYER", {"seller": "Bayer AG"}),
        ("Speaker fees from Johnson and Johnson's research arm", {"maker": "Johnson & Johnson"}),
        ("Nestlé paid a trial of mine.", {"maker": "Nestle S.A."}),
        ("I advise the makers of kneewell plus", {"name": "Kneewell Plus"}),
        ("A grant by KW-3's owner", {"names": ["KW 3"]}),
    ],
)
def test_a_declared_interest_in_a_product_or_maker_bars(
    article: Article, reviewer: User, declared: str, product: dict[str, Any]
) -> None:
    factories.make_disclosure(article=article, product=factories.make_product(**{"seller": "", **product}))
    factories.make_contributor(user=reviewer, interests="declared", interests_text=declared)
    factories.assess_as(article, links={0: ["doe2019"]})
    with pytest.raises(services.NotAllowed, match="you declared an interest that names"):
        services.approve(article=article, by=reviewer, version=article.version)


@pytest.mark.parametrize(
    ("declared", "product"),
    [
        ("Fees from Bayerische Landesbank", {"seller": "Bayer AG"}),
        ("Member of the AG Nutrition", {"seller": "AG"}),
        ("Shares in Another Maker", {"maker": "Intimate Rose"}),
    ],
)
def test_another_interest_does_not(article: Article, reviewer: User, declared: str, product: dict[str, Any]) -> None:
    factories.make_disclosure(article=article, product=factories.make_product(**{"seller": "", **product}))
    factories.make_contributor(user=reviewer, interests="declared", interests_text=declared)
    assert interest_in(article, reviewer) == ""


def test_a_product_that_the_text_only_names_counts_too(author: User, reviewer: User) -> None:
    factories.make_product(name="Kneewell", maker="Rose Labs")
    factories.make_contributor(user=reviewer, interests="declared", interests_text="Paid by Rose Labs.")
    named = factories.make_article(by=author, body="Kneewell eases pain.")
    assert "Rose Labs" in interest_in(named, reviewer)
    assert interest_in(factories.make_article(by=author, body="Walking eases pain."), reviewer) == ""


def test_nobody_records_a_medical_review_of_what_pays_them(author: User, reviewer: User) -> None:
    person = factories.make_contributor(user=reviewer, interests="declared", interests_text="Paid by Rose Labs.")
    article = factories.make_article(by=author, reviewer=person)
    factories.make_disclosure(article=article, product=factories.make_product(maker="Rose Labs"))
    submitted(article)
    with pytest.raises(services.NotAllowed, match="Rose Labs"):
        services.record_review(article=article, by=reviewer, version=article.version)
