"""Readers are told of a medical review only where one is on record: a person named, and the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import services
from articles.models import LogEntry
from tests.articles.factories import (
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


def test_those_who_write_record_no_review(author, client: Client) -> None:
    with pytest.raises(services.NotAllowed, match="may not record a medical review"):
        make_article(by=author, reviewed_on=date(2026, 10, 1))
    article = make_article(by=author, reviewer=make_contributor())
    with pytest.raises(services.NotAllowed, match="may not record a medical review"):
        edit(article, by=author, reviewed_on=date(2026, 10, 1))
    with pytest.raises(services.NotAllowed, match="may not record medical reviews"):
        services.record_review(article=article, by=author, on=date(2026, 10, 1))
    article.refresh_from_db()
    assert (article.reviewed_on, article.version) == (None, 1)
    client.force_login(author)
    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).context["adminform"].form
    assert "reviewed_on" not in form.fields


def test_it_refuses_a_review_by_nobody_and_one_to_come(editor) -> None:
    with pytest.raises(services.WrongStatus, match="No medical reviewer is named"):
        services.record_review(article=make_article(), by=editor, on=date(2026, 10, 1))
    article = make_article(reviewer=make_contributor())
    with pytest.raises(services.WrongStatus, match="still to come"):
        services.record_review(article=article, by=editor, on=timezone.localdate() + timedelta(days=1))


def test_an_editor_records_one_and_the_article_is_read_anew(editor) -> None:
    article = make_approved_article(reviewer=make_contributor())
    services.record_review(article=article, by=editor, on=date(2026, 10, 1))
    article.refresh_from_db()
    assert (article.reviewed_on, article.status, article.is_assessed) == (date(2026, 10, 1), "draft", False)
    assert LogEntry.objects.get(action="review-recorded").data["reviewed_on"] == "2026-10-01"


def test_an_approval_by_somebody_else_is_no_review(author) -> None:
    article = make_approved_article(by=author, reviewer=make_contributor(), findings={"page_flags": [MISSING]})
    assert article.review_revision is None or article.review_revision.dates["reviewed_on"] is None
    article.refresh_from_db()
    assert article.reviewed_on is None
    assert article.flags.open().get().code == "missing-reviewer"


def test_the_approval_of_the_reviewer_named_is_the_review(author, reviewer, editor) -> None:
    named = make_contributor(user=reviewer)
    article = make_approved_article(by=author, approver=reviewer, reviewer=named, findings={"page_flags": [MISSING]})
    services.publish(article=article, by=editor)
    revision = live(article)
    assert article.reviewed_on == timezone.localdate()
    assert revision.dates["reviewed_on"] == timezone.localdate().isoformat()
    assert [row["code"] for row in revision.flags] == []
    assert not article.flags.open().exists()
    assert LogEntry.objects.get(action="approved").data["reviewed"] is True


def test_the_flag_comes_back_with_another_reading_only_where_no_day_is_on_record(author) -> None:
    article = make_article(by=author, reviewer=make_contributor(), body="Walking eased knee pain in adults.")
    services.assess_article(article_id=article.pk)
    assert article.flags.open().filter(code="missing-reviewer").exists()
    services.record_review(article=article, by=make_user("Editors"), on=date(2026, 10, 1))
    services.assess_article(article_id=article.pk)
    assert not article.flags.open().filter(code="missing-reviewer").exists()
