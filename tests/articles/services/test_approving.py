"""A second person approves, and approves exactly the words that were read."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from articles import services
from articles.models import LogEntry, Revision
from tests.articles.factories import (
    assess_as,
    edit,
    flag,
    make_approved_article,
    make_article,
    make_contributor,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db


def in_review(**kw):
    article = assess_as(make_article(**kw), links={0: ["doe2019"]})
    submitter = article.created_by
    services.submit_for_review(article=article, by=submitter, note="Please look at the second sentence.")
    return article


# --- Submitting --------------------------------------------------------------------------------------------


def test_it_refuses_submissions_by_people_who_may_not(stranger, reviewer) -> None:
    for person in (stranger, reviewer):
        with pytest.raises(services.NotAllowed):
            services.submit_for_review(article=make_article(), by=person)


def test_it_refuses_an_empty_text_and_a_second_submission(author) -> None:
    with pytest.raises(services.WrongStatus, match="no text yet"):
        services.submit_for_review(article=make_article(by=author, body=" "), by=author)
    with pytest.raises(services.WrongStatus, match="“in review”"):
        services.submit_for_review(article=in_review(by=author), by=author)


def test_open_blockers_do_not_hinder_a_submission(author) -> None:
    article = assess_as(make_article(by=author), flags={0: [flag()]})
    services.submit_for_review(article=article, by=author)
    assert article.status == "in-review"


def test_asking_for_changes_needs_a_reason_and_ends_an_approval(author, reviewer) -> None:
    article = make_approved_article(by=author)
    with pytest.raises(services.NotAllowed):
        services.request_changes(article=article, by=author, reason="No.")
    with pytest.raises(services.ReasonMissing, match="Give a reason"):
        services.request_changes(article=article, by=reviewer, reason=" ")
    services.request_changes(article=article, by=reviewer, reason="The dose is missing.")
    article.refresh_from_db()
    assert (article.status, article.review_revision) == ("changes-requested", None)
    assert LogEntry.objects.latest("pk").data["reason"] == "The dose is missing."


# --- Approving ---------------------------------------------------------------------------------------------


def test_it_refuses_people_who_may_not_approve(author, stranger) -> None:
    article = in_review()
    for person in (author, stranger):
        with pytest.raises(services.NotAllowed, match="may not approve"):
            services.approve(article=article, by=person, version=article.version)


def test_it_refuses_the_one_who_submitted(editor) -> None:
    article = in_review(by=editor)
    with pytest.raises(services.NotAllowed, match="because you"):
        services.approve(article=article, by=editor, version=article.version)


def test_it_refuses_an_author_by_byline(editor) -> None:
    article = in_review(authors=[make_contributor(user=editor)])
    with pytest.raises(services.NotAllowed, match="one of its authors"):
        services.approve(article=article, by=editor, version=article.version)


def test_it_refuses_somebody_who_wrote_in_this_draft(author, editor) -> None:
    article = make_article(by=author)
    edit(article, by=editor, body="The editor's own sentence.")
    edit(article, by=author, title="Again by the author")
    assess_as(article)
    services.submit_for_review(article=article, by=author)
    with pytest.raises(services.NotAllowed, match="wrote part of this draft"):
        services.approve(article=article, by=editor, version=article.version)


def test_even_an_administrator_does_not_approve_their_own_work(superuser) -> None:
    article = in_review(by=superuser)
    with pytest.raises(services.NotAllowed):
        services.approve(article=article, by=superuser, version=article.version)


def test_edits_before_the_last_publication_do_not_count(author, editor) -> None:
    article = make_published_article(by=editor, approver=make_user("Editors"))
    edit(article, by=author, body="A new text.")
    assess_as(article)
    services.submit_for_review(article=article, by=author)
    assert services.approve(article=article, by=editor, version=article.version).number == 2


def test_the_credited_reviewer_may_approve(reviewer) -> None:
    article = in_review(reviewer=make_contributor(user=reviewer))
    assert services.approve(article=article, by=reviewer, version=article.version).approved_by == reviewer


def test_it_refuses_words_that_moved_on(author, reviewer) -> None:
    article = in_review(by=author)
    read = article.version
    edit(article, by=author, body="Slipped in.")
    with pytest.raises(services.WrongStatus):
        services.approve(article=article, by=reviewer, version=read)
    assess_as(article)
    services.submit_for_review(article=article, by=author)
    with pytest.raises(services.WrongStatus, match="changed after you opened it"):
        services.approve(article=article, by=reviewer, version=read)
    assert not Revision.objects.exists()


def test_it_refuses_open_blockers_and_names_them(author, reviewer) -> None:
    article = make_article(by=author)
    assess_as(article, flags={0: [flag(message="Name the trial.")]})
    services.submit_for_review(article=article, by=author)
    with pytest.raises(services.PublicationRefused, match="Name the trial"):
        services.approve(article=article, by=reviewer, version=article.version)


def test_it_refuses_a_draft_that_is_not_in_review(reviewer) -> None:
    with pytest.raises(services.WrongStatus, match="only while it is in review"):
        services.approve(article=assess_as(make_article()), by=reviewer, version=1)


def test_it_keeps_the_words_and_who_made_and_read_them(author, reviewer) -> None:
    article = in_review(by=author)
    revision = services.approve(article=article, by=reviewer, version=article.version)
    article.refresh_from_db()
    assert (article.status, article.review_revision) == ("approved", revision)
    assert (revision.created_by, revision.approved_by, revision.draft_version) == (author, reviewer, article.version)
    entry = LogEntry.objects.latest("pk")
    assert (entry.action, entry.revision_id, entry.data["content_hash"]) == (
        "approved",
        revision.pk,
        revision.content_hash,
    )


def test_readers_get_the_note_meant_for_them_and_not_the_one_for_editors(author, reviewer) -> None:
    article = assess_as(make_article(by=author))
    services.submit_for_review(article=article, by=author, note="Is the dose right?", change_note="Dose corrected.")
    assess_as(article)  # the note is read like the text
    revision = services.approve(article=article, by=reviewer, version=article.version)
    assert revision.change_note == "Dose corrected."
    assert "Is the dose right?" not in str(vars(revision))


@pytest.mark.django_db(transaction=True)
def test_an_edit_at_the_moment_of_publishing_is_either_before_it_or_after_it() -> None:
    author, editor = make_user("Authors"), make_user("Editors")
    article = make_approved_article(by=author, body="The approved words [@doe2019].")
    start = threading.Barrier(2)
    outcome: list[str] = []

    def write() -> None:
        try:
            start.wait(timeout=10)
            edit(article.__class__.objects.get(pk=article.pk), by=author, body="Slipped in.")
        finally:
            connection.close()

    def publish() -> None:
        try:
            start.wait(timeout=10)
            services.publish(article=article.__class__.objects.get(pk=article.pk), by=editor)
            outcome.append("published")
        except services.PublicationRefused:
            outcome.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=act) for act in (write, publish)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    article.refresh_from_db()
    assert article.body == "Slipped in."
    if outcome == ["published"]:
        assert article.live_revision.body == "The approved words [@doe2019]."
        assert article.status == "published"
    else:
        assert (outcome, article.live_revision, article.status) == (["refused"], None, "draft")
