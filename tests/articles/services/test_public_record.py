"""Whatever changes a live page leaves an entry that readers see, and nobody can write one past the log."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import services
from articles.models import Amendment, Article, LogEntry, Revision
from articles.models.amendment import UPKEEP
from articles.services import due_reviews, live_pages, log, log_verification, old_addresses, source_addresses
from articles.services.merging import merge_works
from articles.services.public_record import amend
from citations.models import Citation, LinkCheck
from tests.articles.factories import (
    approve_as_it_stands,
    assess_as,
    edit,
    flag,
    make_approved_article,
    make_article,
    make_citation,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db


def told(article: Article) -> list[tuple[str, str, str]]:
    return [(row.kind, row.wrong, row.right) for row in article.amendments.order_by("entry")]


def of_sql(text: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text, values)


# --- What is refused ---------------------------------------------------------------------------------------


def test_it_refuses_people_who_may_not_publish(author: User, reviewer: User) -> None:
    article = make_published_article()
    for person in (author, reviewer):
        with pytest.raises(services.NotAllowed, match="may not write into the public record"):
            services.record_amendment(article=article, by=person, kind="update", right="A dose was added.")
    assert told(article) == []


def test_it_refuses_an_article_that_readers_never_saw(editor: User) -> None:
    with pytest.raises(services.WrongStatus, match="never seen"):
        services.record_amendment(article=make_article(), by=editor, kind="update", right="A dose was added.")


@pytest.mark.parametrize("kind", ["retraction", "withdrawal", "return", "source", "out-of-date", "made-up"])
def test_it_refuses_a_kind_that_comes_of_another_act(editor: User, kind: str) -> None:
    article = make_published_article()
    with pytest.raises(services.WrongStatus, match="correction or update"):
        services.record_amendment(article=article, by=editor, kind=kind, right="It is otherwise.")


@pytest.mark.parametrize(("wrong", "right"), [("", "It was 30 people."), ("It said 300.", " "), ("", "")])
def test_it_refuses_a_correction_that_says_half(editor: User, wrong: str, right: str) -> None:
    article = make_published_article()
    with pytest.raises(services.ReasonMissing):
        services.record_amendment(article=article, by=editor, kind="correction", wrong=wrong, right=right)


def test_a_correction_is_not_submitted_with_half_its_words(author: User) -> None:
    article = edit(make_published_article(by=author), by=author, body="Other words.")
    with pytest.raises(services.ReasonMissing, match="both"):
        services.submit_for_review(article=article, by=author, change_kind="correction", change_note="It is 30.")


def test_an_article_cannot_replace_itself_or_be_replaced_by_what_is_not_public(editor: User) -> None:
    article, draft = make_published_article(), make_article()
    for other in (article, draft):
        with pytest.raises(services.WrongStatus, match="another article"):
            services.withdraw(article=article, by=editor, reason="It is wrong.", replacement=other)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_amendment SET \"right\" = 'x'",
        "UPDATE articles_amendment SET at = now()",
        "DELETE FROM articles_amendment",
        "TRUNCATE articles_amendment",
        'INSERT INTO articles_amendment (article_id, kind, wrong, "right", by_name, entry) '
        "SELECT id, 'correction', 'x', 'y', '', (SELECT max(id) FROM articles_logentry) FROM articles_article",
        'INSERT INTO articles_amendment (article_id, kind, wrong, "right", by_name, before_id, after_id, entry) '
        "SELECT article_id, kind, wrong, 'other', by_name, before_id, after_id, entry FROM articles_amendment",
        "UPDATE articles_article SET live_revision_id = NULL, status = 'draft'",
    ],
)
def test_the_database_refuses_to_rewrite_the_record(editor: User, statement: str) -> None:
    article = make_published_article()
    services.record_amendment(article=article, by=editor, kind="update", right="A dose was added.")
    with pytest.raises(DatabaseError), transaction.atomic():
        of_sql(statement)
    assert told(article) == [("update", "", "A dose was added.")]


def test_the_database_lets_no_live_page_go_without_a_word_to_readers(editor: User) -> None:
    article = make_published_article()
    log.record(action="withdrawn", by=editor, article=article, revision=article.live_revision)
    with pytest.raises(DatabaseError, match="told nothing"), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(live_revision=None, status="withdrawn")


# --- Every way of changing a live page ---------------------------------------------------------------------


def _publish_anew(article: Article, author: User, editor: User, **said: Any) -> Revision:
    edit(article, by=author, body="Walking eased knee pain in one trial of 30 adults [@doe2019].")
    approve_as_it_stands(article, by=author, **said)
    return services.publish(article=article, by=editor)


def by_update(article: Article, author: User, editor: User, work: Citation) -> None:
    _publish_anew(article, author, editor, change_note="A new trial was added.")


def by_correction(article: Article, author: User, editor: User, work: Citation) -> None:
    said = {"change_kind": "correction", "was_wrong": "It said 80 adults.", "change_note": "There were 30."}
    _publish_anew(article, author, editor, **said)


def by_update_in_silence(article: Article, author: User, editor: User, work: Citation) -> None:
    _publish_anew(article, author, editor)


def by_schedule(article: Article, author: User, editor: User, work: Citation) -> None:
    edit(article, by=author, body="Other words.")
    approve_as_it_stands(article, by=author, change_note="It was cut.")
    soon = timezone.now() + timedelta(seconds=5)
    services.schedule(article=article, by=editor, at=soon)
    services.publish_due(now=soon)


def by_withdrawal(article: Article, author: User, editor: User, work: Citation) -> None:
    services.withdraw(article=article, by=editor, reason="Legal.", told="A court asked us to.")


def by_retraction(article: Article, author: User, editor: User, work: Citation) -> None:
    services.withdraw(
        article=article, by=editor, reason="It is wrong.", kind="retraction", told="The trial was made up."
    )


def by_return(article: Article, author: User, editor: User, work: Citation) -> None:
    by_withdrawal(article, author, editor, work)
    article.refresh_from_db()
    _publish_anew(article, author, editor, change_note="The court changed its mind.")


def by_mark(article: Article, author: User, editor: User, work: Citation) -> None:
    services.mark_needs_update(article=article, by=editor, reason="A new review came out.")


def by_words_afterwards(article: Article, author: User, editor: User, work: Citation) -> None:
    services.record_amendment(article=article, by=editor, kind="correction", wrong="It said 80.", right="It was 30.")


def by_engine(article: Article, author: User, editor: User, work: Citation) -> None:
    assess_as(article, page_flags=[flag("conflict-undisclosed")])
    article.refresh_from_db()
    live_pages.look_at_page(article, page=None)


def by_source(status: str) -> Callable[..., None]:
    def stands_otherwise(article: Article, author: User, editor: User, work: Citation) -> None:
        today = timezone.localdate()
        Citation.objects.filter(pk=work.pk).update(status=status, status_checked=today, status_sources="Crossref")
        services.follow_work_status()

    return stands_otherwise


def by_merge(article: Article, author: User, editor: User, work: Citation) -> None:
    kept = make_citation(title=work.title, doi=None, status="retracted", status_checked=timezone.localdate())
    merge_works(kept=kept, gone=work, by=editor)
    services.follow_work_status()


def by_move(article: Article, author: User, editor: User, work: Citation) -> None:
    old_addresses.move_article(article=article, slug="walking-anew", by=editor)


def by_dead_address(article: Article, author: User, editor: User, work: Citation) -> None:
    Citation.objects.filter(pk=work.pk).update(link_dead=True)
    source_addresses.follow_addresses()


def by_new_address_of_source(article: Article, author: User, editor: User, work: Citation) -> None:
    Citation.objects.filter(pk=work.pk).update(url="https://example.org/new")
    LinkCheck.objects.create(citation=work, url="https://example.org/new", former=[PAGE])
    source_addresses.follow_addresses()


def by_its_return(article: Article, author: User, editor: User, work: Citation) -> None:
    by_dead_address(article, author, editor, work)
    Citation.objects.filter(pk=work.pk).update(link_dead=False)
    source_addresses.follow_addresses()


def by_the_calendar(article: Article, author: User, editor: User, work: Citation) -> None:
    due_reviews.follow_reviews(today=date(2027, 3, 2))


PAGE = "https://example.org/page"
WEBSITE = {"doi": None, "url": PAGE}
WAYS: dict[str, tuple[Callable[..., None], list[tuple[str, str]]]] = {
    "an update": (by_update, [("update", "A new trial was added.")]),
    "a correction": (by_correction, [("correction", "There were 30.")]),
    "an update in silence": (by_update_in_silence, [("update", "The article was updated.")]),
    "the schedule": (by_schedule, [("update", "It was cut.")]),
    "a withdrawal": (by_withdrawal, [("withdrawal", "A court asked us to.")]),
    "a retraction": (by_retraction, [("retraction", "The trial was made up.")]),
    "its return": (by_return, [("withdrawal", "A court asked us to."), ("return", "The court changed its mind.")]),
    "a mark that it is out of date": (by_mark, [("out-of-date", "We are working on an update.")]),
    "words added to the record": (by_words_afterwards, [("correction", "It was 30.")]),
    "what the engine finds anew": (by_engine, [("out-of-date", "We are working on an update.")]),
    "a retracted source": (by_source("retracted"), [("source", "A source was retracted")]),
    "a source under concern": (by_source("concern"), [("source", "expressed concern")]),
    "a merge with a retracted work": (by_merge, [("source", "A source was retracted")]),
    "another address": (by_move, [("moved", "stands at /articles/walking-anew/ now")]),
    "a dead address of a source": (by_dead_address, [("link", "no longer answers")]),
    "a new address of a source": (by_new_address_of_source, [("link", "leads to the address it has now")]),
    "an address that is back": (by_its_return, [("link", "no longer answers"), ("link", "answers again")]),
    "a review that fell due": (by_the_calendar, [("review-due", "has passed: 1 March 2027")]),
}
"""What changes a live page, by what it is made of (see the test below). It shows one thing more that leaves no entry:
the day on which sources were last looked at in vain."""


@pytest.mark.drawn(4)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_changing_a_live_page_leaves_an_entry_that_readers_see(
    client: Client, author: User, editor: User, way: str
) -> None:
    change, expected = WAYS[way]
    work = make_citation(**WEBSITE if "address" in way else {})
    article = make_published_article(by=author, citations={"doe2019": work}, next_review=date(2027, 3, 1))
    change(article, author, editor, work)
    article.refresh_from_db()
    found = told(article)
    assert [kind for kind, _, _ in found] == [kind for kind, _ in expected]
    of_kind = f"?kind={expected[0][0]}" if expected[0][0] in UPKEEP else ""
    pages = [client.get(article.get_absolute_url()), client.get(f"/corrections/{of_kind}")]
    for answer in pages:
        shown = answer.content.decode()
        for (kind, wrong, right), (_, words) in zip(found, expected, strict=True):
            assert words in right
            assert Amendment.Kind(kind).label in shown
            assert words in shown
            assert not wrong or wrong in shown
    verdict = log_verification.verify()
    assert (verdict.broken, verdict.faults) == (None, [])


def test_a_page_is_made_of_what_was_approved_and_of_rows_whose_changes_are_told(
    client: Client, editor: User, settings: Any
) -> None:
    """So topics, people with their ties, products with their sellers and settings of the draft may change, or go, as
    they like: the page says what was approved until somebody approves other words. `test_page_changes` has their pages.
    """
    work = make_citation(**WEBSITE, status="retracted", status_checked=date(2026, 11, 20))
    article = make_published_article(citations={"doe2019": make_citation(), "roe": work})
    settings.STORED_PAGES = False
    with CaptureQueriesContext(connection) as asked:
        assert client.get(article.get_absolute_url()).status_code == 200
    read = {name for one in asked for name in re.findall(r'"((?:articles|citations|products|auth)_\w+)"', one["sql"])}
    assert read == {
        "articles_article",  # another revision, its end, its address: an entry of each; titles of related articles
        "articles_revision",  # never changes
        "articles_amendment",  # the entries themselves
        "citations_citation",  # its status and its address: an entry of each
        "citations_linkcheck",  # its former address: an entry
        "citations_noticelist",  # the day of the last look
    }


def test_upkeep_stands_apart_from_corrections_and_is_no_news(client: Client, author: User, editor: User) -> None:
    article = make_published_article(by=author)
    old_addresses.move_article(article=article, slug="walking-anew", by=editor)
    for address in ("/", "/corrections/", "/feed/"):
        assert "stands at /articles/walking-anew/ now" not in client.get(address).content.decode()


def test_the_first_publication_is_no_change(editor: User) -> None:
    article = make_approved_article()
    services.publish(article=article, by=editor)
    assert told(article) == []


def test_an_entry_is_dated_and_chained_by_the_log(editor: User) -> None:
    article = make_published_article()
    made = services.record_amendment(article=article, by=editor, kind="update", right="A dose was added.")
    made.refresh_from_db()
    entry = LogEntry.objects.get(pk=made.entry)
    assert (entry.action, entry.at, entry.actor, entry.data["right"]) == (
        "amended",
        made.at,
        editor,
        "A dose was added.",
    )


def test_readers_never_see_what_somebody_logs_in_with() -> None:
    article = make_published_article()
    nameless = make_user("Editors", username="mk1987")
    made = services.record_amendment(article=article, by=nameless, kind="update", right="A dose was added.")
    assert made.by_name == ""


def test_a_withdrawn_article_may_say_more_of_why(editor: User) -> None:
    article = make_published_article()
    services.withdraw(article=article, by=editor, reason="It is wrong.")
    services.record_amendment(article=article, by=editor, kind="retraction", right="The trial was made up.")
    assert [kind for kind, _, _ in told(article)] == ["withdrawal", "retraction"]


def test_an_entry_needs_words(editor: User) -> None:
    article = make_published_article()
    with pytest.raises(services.ReasonMissing):
        amend(article=article, by=editor, kind="source", before=None, after=None)
