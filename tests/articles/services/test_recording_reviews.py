"""Readers are told of a medical review only where the person named has recorded it, of the page as it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import services
from articles.models import Article, LogEntry
from tests.articles.factories import (
    approve_as_it_stands,
    assess_as,
    edit,
    flag,
    live,
    make_approved_article,
    make_article,
    make_contributor,
    make_user,
)

pytestmark = pytest.mark.django_db

MISSING = flag("missing-reviewer", "warning", reader="Not medically reviewed")
TODAY = timezone.localdate


def in_review(author: User, **kw: Any) -> Article:
    article = assess_as(make_article(by=author, **kw), links={0: ["doe2019"]}, page_flags=[MISSING])
    services.submit_for_review(article=article, by=author)
    return article


@pytest.mark.parametrize("group", ["Authors", "Editors", "Medical reviewers", ""])
def test_nobody_but_the_person_named_records_one(group: str, author: User, reviewer: User) -> None:
    article = in_review(author, reviewer=make_contributor(user=reviewer))
    with pytest.raises(services.NotAllowed, match=r"medical review|name you"):
        services.record_review(article=article, by=make_user(group), version=article.version)
    article.refresh_from_db()
    assert article.reviewed_on is None


def test_an_administrator_who_is_not_named_does_not_either(author: User, superuser: User) -> None:
    article = in_review(author, reviewer=make_contributor())
    with pytest.raises(services.NotAllowed, match="does not name you"):
        services.record_review(article=article, by=superuser, version=article.version)


def test_an_editor_linked_to_a_doctors_name_is_no_medical_reviewer(author: User, editor: User) -> None:
    article = in_review(author, reviewer=make_contributor(name="Dr. Famous", user=editor))
    with pytest.raises(services.NotAllowed, match="may not record medical reviews"):
        services.record_review(article=article, by=editor, version=article.version)
    services.approve(article=article, by=editor, version=article.version)
    assert article.review_revision.dates["reviewed_on"] is None


def test_nobody_reviews_their_own_words(author: User, reviewer: User) -> None:
    me = make_contributor(user=reviewer)
    article = in_review(author, authors=[me], reviewer=me)
    with pytest.raises(services.NotAllowed, match="one of the authors"):
        services.record_review(article=article, by=reviewer, version=article.version)


def test_it_refuses_another_version_a_day_to_come_and_a_draft_that_is_not_in_review(
    author: User, reviewer: User
) -> None:
    article = in_review(author, reviewer=make_contributor(user=reviewer))
    with pytest.raises(services.WrongStatus, match="changed after you opened it"):
        services.record_review(article=article, by=reviewer, version=article.version - 1)
    later = TODAY() + timedelta(days=1)
    with pytest.raises(services.WrongStatus, match="still to come"):
        services.record_review(article=article, by=reviewer, version=article.version, on=later)
    Article.objects.update(assessed_version=None)
    with pytest.raises(services.WrongStatus, match="still reading"):
        services.record_review(article=article, by=reviewer, version=article.version)
    edit(article, by=author, body="Other words.")
    with pytest.raises(services.WrongStatus, match="while the article is in review"):
        services.record_review(article=article, by=reviewer, version=article.version)


@pytest.mark.parametrize("group", ["Authors", "Editors"])
def test_no_form_and_no_save_sets_the_day(group: str, client: Client) -> None:
    person = make_user(group)
    with pytest.raises(services.NotAllowed, match="may not record a medical review"):
        make_article(by=person, reviewed_on=TODAY())
    article = make_article(by=person, reviewer=make_contributor())
    with pytest.raises(services.NotAllowed, match="may not record a medical review"):
        edit(article, by=person, reviewed_on=TODAY())
    client.force_login(person)
    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).context["adminform"].form
    assert "reviewed_on" not in form.fields


def test_the_reviewer_named_records_it_and_the_page_tells_of_it(author: User, reviewer: User, editor: User) -> None:
    article = in_review(author, reviewer=make_contributor(user=reviewer))
    services.record_review(article=article, by=reviewer, version=article.version)
    assert (article.reviewed_on, article.status, article.is_assessed) == (TODAY(), "in-review", False)
    assess_as(article, links={0: ["doe2019"]})
    services.approve(article=article, by=editor, version=article.version)
    services.publish(article=article, by=editor)
    assert live(article).dates["reviewed_on"] == TODAY().isoformat()
    entry = LogEntry.objects.get(action="medically-reviewed")
    assert (entry.actor, entry.data["version"]) == (reviewer, article.version)


def test_other_words_after_the_review_forget_it(author: User, reviewer: User) -> None:
    article = in_review(author, reviewer=make_contributor(user=reviewer))
    services.record_review(article=article, by=reviewer, version=article.version)
    edit(article, by=author, market="UK")
    assert article.reviewed_on == TODAY()
    edit(article, by=author, body="Other words.")
    assert article.reviewed_on is None
    assert LogEntry.objects.filter(action="review-forgotten").exists()


def test_a_day_that_nobody_recorded_stops_the_approval_and_goes_with_the_next_save(author: User, editor: User) -> None:
    article = make_article(by=author, reviewer=make_contributor())
    Article.objects.update(reviewed_on=TODAY())
    assess_as(article, links={0: ["doe2019"]})
    services.submit_for_review(article=article, by=author)
    with pytest.raises(services.PublicationRefused, match="no reviewer has recorded"):
        services.approve(article=article, by=editor, version=article.version)
    edit(article, by=author)
    assert article.reviewed_on is None


def test_an_approval_is_no_review(author: User, reviewer: User) -> None:
    named = make_contributor(user=reviewer)
    article = make_approved_article(by=author, approver=reviewer, reviewer=named, findings={"page_flags": [MISSING]})
    assert article.review_revision.dates["reviewed_on"] is None
    article.refresh_from_db()
    assert article.reviewed_on is None
    assert article.flags.open().get().code == "missing-reviewer"


def test_the_button_is_there_for_the_person_named_and_asks_to_have_read_the_page(
    client: Client, author: User, reviewer: User
) -> None:
    article = in_review(author, reviewer=make_contributor(user=reviewer))
    url = reverse("newsroom:act", args=[article.pk, "review-medically"])
    client.force_login(make_user("Medical reviewers"))
    assert (
        "Record my medical review" not in client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    )
    assert client.post(url, {"version": article.version, "read": "on"}).status_code == 403
    client.force_login(reviewer)
    assert "Record my medical review" in client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert client.post(url, {"version": article.version}).status_code == 400
    assert client.post(url, {"version": article.version, "read": "on"}).status_code == 302
    article.refresh_from_db()
    assert article.reviewed_on == TODAY()


def test_the_flag_of_a_missing_review_goes_with_the_review(author: User, reviewer: User) -> None:
    named = make_contributor(user=reviewer)
    article = make_article(by=author, reviewer=named, body="Walking eased knee pain in adults [@doe2019].")
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.flags.open().filter(code="missing-reviewer").exists()
    services.submit_for_review(article=article, by=author)
    services.record_review(article=article, by=reviewer, version=article.version)
    services.assess_article(article_id=article.pk)
    assert not article.flags.open().filter(code="missing-reviewer").exists()


def test_a_review_after_the_approval_needs_another_approval(author: User, editor: User, reviewer: User) -> None:
    article = in_review(author, reviewer=make_contributor(user=reviewer))
    services.approve(article=article, by=editor, version=article.version)
    with pytest.raises(services.WrongStatus, match="while the article is in review"):
        services.record_review(article=article, by=reviewer, version=article.version)
    services.request_changes(article=article, by=editor, reason="Have it reviewed first.")
    approve_as_it_stands(article, by=author, approver=editor)
