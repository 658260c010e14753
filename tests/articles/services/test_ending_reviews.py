"""A save that ends a review, an approval or a schedule says so: before, on the log, and to the people concerned."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles import services
from articles.models import Article, Ask, LogEntry, Notice
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(author: User) -> Article:
    article = factories.make_article(by=author)
    factories.assess_as(article, links={0: ["doe2019"]})
    return services.submit_for_review(article=article, by=author)


def standing(status: str, author: User, editor: User) -> Article:
    if status == "in-review":
        return services.submit_for_review(article=factories.make_article(by=author), by=author)
    article = factories.make_approved_article(by=author)
    if status == "scheduled":
        services.schedule(article=article, by=editor, at=timezone.now() + timedelta(days=1))
    return article


@pytest.mark.parametrize("status", ["in-review", "approved", "scheduled"])
def test_it_refuses_a_save_by_whoever_was_not_told_what_ends(status: str, author: User, editor: User) -> None:
    article = standing(status, author, editor)
    article.title = "Other"
    for told in ((), ("draft",), tuple({"in-review", "approved", "scheduled"} - {status})):
        with pytest.raises(services.WouldEnd, match="would end"):
            services.save_draft(article=article, by=author, expected_version=None, ends=told)
    stored = Article.objects.get()
    assert (stored.status, stored.version) == (status, 1)


@pytest.mark.parametrize(
    ("status", "name"), [("in-review", "review"), ("approved", "approval"), ("scheduled", "schedule")]
)
def test_what_ended_is_on_the_log_and_told(status: str, name: str, author: User, editor: User) -> None:
    article = standing(status, author, editor)
    article.title = "Other"
    services.save_draft(article=article, by=editor, expected_version=1, ends=(status,))
    entry = LogEntry.objects.get(action="ended-by-saving")
    assert (entry.data["was"], entry.data["version"], entry.actor) == (status, 2, editor)
    told = Notice.objects.filter(subject__contains=f"ended the {name}").values_list("person", flat=True)
    assert author.pk in told
    assert editor.pk not in told


def test_a_stranger_takes_nothing_back(submitted: Article, make_user: Any, reviewer: User) -> None:
    for person in (make_user("other", "Authors"), reviewer):
        with pytest.raises(services.NotAllowed):
            services.take_back(article=submitted, by=person)
    assert Article.objects.get().status == "in-review"


@pytest.mark.parametrize("status", ["draft", "approved"])
def test_what_is_not_in_review_is_not_taken_back(status: str, author: User, editor: User) -> None:
    article = factories.make_article(by=author) if status == "draft" else standing(status, author, editor)
    with pytest.raises(services.WrongStatus, match="in review"):
        services.take_back(article=article, by=author)


def test_an_author_takes_it_back_to_where_it_stood(submitted: Article, author: User, editor: User) -> None:
    services.request_changes(article=submitted, by=editor, reason="Two blockers.")
    services.submit_for_review(article=submitted, by=author)
    services.take_back(article=submitted, by=author)
    article = Article.objects.get()
    assert (article.status, article.version, article.is_assessed) == ("changes-requested", 1, True)
    assert LogEntry.objects.filter(action="taken-back", actor=author).count() == 1
    told = Notice.objects.filter(subject__contains="took back").values_list("person", flat=True)
    assert list(told) == [editor.pk]
    assert not Ask.objects.open().filter(kind=Ask.Kind.APPROVE).exists()


def test_a_live_article_stays_live_when_its_next_version_is_taken_back(author: User) -> None:
    article = factories.make_published_article(by=author)
    factories.edit(article, by=author, body="New words.")
    services.submit_for_review(article=article, by=author)
    services.take_back(article=article, by=author)
    article.refresh_from_db()
    assert (article.status, article.is_public) == ("published", True)
