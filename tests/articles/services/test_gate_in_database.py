"""The database refuses to publish past the gate and to rewrite what is final, whoever asks."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles import services
from articles.models import Article, Decision, Revision
from articles.services import log
from citations.services import Work
from tests.articles.factories import (
    assess_as,
    edit,
    flag,
    live,
    make_approved_article,
    make_article,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db

PUBLISH = "UPDATE articles_article SET status = 'published', live_revision_id = %s, published_at = now() WHERE id = %s"


def execute(sql: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def refused(match: str, code: str, sql: str, *values: object) -> None:
    with pytest.raises(DatabaseError, match=match) as caught:
        execute(sql, *values)
    assert caught.value.__cause__.sqlstate == code


def make_revision(article: Article, **kw: object) -> Revision:
    """A row put in by hand, with an approval on the log where somebody is named as having approved it."""
    author, approver = User.objects.create_user("maker"), make_user("Medical reviewers", username="judge")
    given = {
        "content_hash": "c0ffee",
        "number": 7,
        "title": article.title,
        "engine_version": "1",
        "created_by": author,
        "approved_by": approver,
        "approved_at": timezone.now(),
    }
    revision: Revision = Revision.objects.create(article=article, **given | kw)
    if revision.approved_by:
        data = {"content_hash": revision.content_hash}
        for action in ("approved", "published"):
            log.record(action=action, by=approver, article=article, revision=revision, data=data)
    return revision


# --- The gate ----------------------------------------------------------------------------------------------


def test_an_update_cannot_publish_open_blockers_and_is_told_how_many() -> None:
    article = make_article()
    assess_as(article, flags={0: [flag(), flag("unresolved-mention")]})
    approver = User.objects.create_user("judge")
    revision = services.snapshot(article=article, by=article.created_by, approved_by=approver)
    refused(r"2 open blocker", "CW001", PUBLISH, revision.pk, article.pk)
    article.refresh_from_db()
    assert (article.status, article.live_revision) == ("draft", None)


@pytest.mark.parametrize(
    ("kw", "match"),
    [
        ({"approved_by": None, "approved_at": None}, "nobody has approved"),
        ({"engine_version": ""}, "never assessed"),
        ({"flags": [{"severity": "blocker", "state": "open"}]}, "1 open blocker"),
        ({"flags": [{"severity": "blocker"}]}, "1 open blocker"),
        ({"flags": {"severity": "blocker"}}, "cannot be read"),
        ({"flags": [{"severity": "BLOCKER", "state": "open"}]}, "1 open blocker"),
        ({"flags": [{"severity": "Blocker", "state": "Accepted"}]}, "1 open blocker"),
        ({"flags": [{"severity": "stopper", "state": "open"}, {}, "blocker"]}, "3 open blocker"),
    ],
)
def test_an_update_cannot_publish_such_a_revision(kw: dict[str, object], match: str) -> None:
    article = make_article()
    revision = make_revision(article, **kw)
    refused(match, "CW001", PUBLISH, revision.pk, article.pk)


def test_an_update_cannot_publish_another_articles_revision() -> None:
    article, other = make_article(), make_article()
    refused("belongs to another article", "CW001", PUBLISH, make_revision(other).pk, article.pk)


def test_an_update_cannot_publish_without_a_revision() -> None:
    article = make_article()
    refused("article_published_has_live_revision", "23514", PUBLISH, None, article.pk)
    refused("does not exist", "CW001", PUBLISH, 99_999, article.pk)


@pytest.mark.parametrize("draft_version", [0, 1, 2])
def test_a_revision_that_hides_the_drafts_open_blockers_cannot_be_published(draft_version: int) -> None:
    article = make_article()
    assess_as(article, flags={0: [flag(), flag("unresolved-mention")], 1: [flag(severity="warning")]})
    forged = make_revision(article, flags=[], draft_version=draft_version)
    refused(r"draft has 2 open blocker", "CW001", PUBLISH, forged.pk, article.pk)


def test_open_blockers_of_newer_words_hinder_revisions_of_older_ones_too() -> None:
    article = make_article()
    older = make_revision(article, draft_version=1)
    edit(article, body="It cures everything.")
    assess_as(article, flags={0: [flag()]})
    refused(r"draft has 1 open blocker", "CW001", PUBLISH, older.pk, article.pk)


def test_a_blocker_accepted_after_the_approval_hinders_nothing(editor) -> None:
    article = make_approved_article()
    assess_as(article, page_flags=[flag("conflict-undisclosed")])
    revision = article.review_revision
    refused(r"draft has 1 open blocker", "CW001", PUBLISH, revision.pk, article.pk)
    editor.first_name, editor.last_name = "Ben", "Okoro"
    editor.save()
    services.decide_flag(
        flag=article.flags.open().get(), by=editor, verdict="accept", reason="The form came in by post today."
    )
    services.publish(article=article, by=editor)
    assert live(article) == revision


def test_a_draft_with_a_new_blocker_can_still_be_edited_while_its_old_words_are_live(editor) -> None:
    article = make_published_article()
    services.submit_for_review(article=article, by=article.created_by)
    assess_as(article, flags={0: [flag()]})
    cited = services.cite_works(article=article, by=editor, works=[Work.of({"title": "Another trial of walking"})])
    assert len(cited) == 1
    article.refresh_from_db()
    assert article.status == "published"


@pytest.mark.parametrize("status", ["scheduled", "approved", "draft"])
def test_another_articles_revision_cannot_be_the_one_in_review(status: str) -> None:
    article, other = make_article(), make_approved_article()
    change = "UPDATE articles_article SET status = %s, scheduled_for = now(), review_revision_id = %s WHERE id = %s"
    refused("belongs to another article", "CW001", change, status, other.review_revision_id, article.pk)
    refused("belongs to another article or to none", "CW001", change, status, 99_999, article.pk)


def test_an_insert_cannot_publish_either() -> None:
    revision = make_revision(make_article(), flags=[{"severity": "blocker", "state": "open"}])
    with pytest.raises(DatabaseError, match="cannot be published"), transaction.atomic():
        Article.objects.create(
            pk=revision.article_id + 1000,
            title="Straight in",
            slug="straight-in",
            status="published",
            live_revision=revision,
            published_at=timezone.now(),
        )


def test_a_published_article_cannot_be_switched_to_a_blocked_revision() -> None:
    article = make_published_article()
    blocked = make_revision(article, flags=[{"severity": "blocker", "state": "open"}])
    refused("1 open blocker", "CW001", "UPDATE articles_article SET live_revision_id = %s", blocked.pk)


def test_a_withdrawn_article_cannot_be_live() -> None:
    article = make_published_article()
    refused("withdrawn_is_not_live", "23514", "UPDATE articles_article SET status = 'withdrawn'")
    assert live(article)


def test_accepted_blockers_and_open_warnings_pass() -> None:
    article = make_article()
    flags = [{"severity": "blocker", "state": "accepted"}, {"severity": "warning", "state": "open"}]
    revision = make_revision(article, flags=flags)
    execute(PUBLISH, revision.pk, article.pk)
    assert live(article) == revision


# --- What is final -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        "body = 'other words'",
        "flags = '[]', title = 'x'",
        "article_id = article_id + 1",
        "approved_at = now() + interval '1 day'",
        "approved_by_id = created_by_id",
        "published_at = NULL",
        "published_at = now() + interval '1 day'",
    ],
)
def test_a_published_revision_cannot_be_changed(change: str) -> None:
    revision = live(make_published_article())
    refused("is final", "CW002", f"UPDATE articles_revision SET {change} WHERE id = %s", revision.pk)


def test_a_revision_takes_its_approval_once() -> None:
    revision = make_revision(make_article(), approved_by=None, approved_at=None)
    revision.approved_by, revision.approved_at = User.objects.get(username="judge"), timezone.now()
    revision.save(update_fields=["approved_by", "approved_at"])
    refused("is final", "CW002", "UPDATE articles_revision SET approved_at = NULL, approved_by_id = NULL")


def test_revisions_and_decisions_cannot_be_deleted_or_emptied(editor) -> None:
    article = make_approved_article()
    assess_as(article, flags={0: [flag(severity="warning")]})
    services.decide_flag(flag=article.flags.open().get(), by=editor, verdict="ask-source", reason="Which trial?")
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in ("articles_revision", "articles_decision"):
        refused("DELETE refused", "CW002", f"DELETE FROM {table}")
        refused("TRUNCATE refused", "CW002", f"TRUNCATE {table} CASCADE")
    refused("UPDATE refused", "CW002", "UPDATE articles_decision SET reason = 'None'")
    assert Decision.objects.get().reason == "Which trial?"
