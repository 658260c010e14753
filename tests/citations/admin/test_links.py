"""The panel of a work's address in the newsroom."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from citations.models import Citation, LinkCheck, RecordedFact
from citations.services import link_checks
from tests.articles import factories
from tests.articles.reader.test_public_articles import text_of
from tests.citations.admin.test_citations import LIST, WORK

pytestmark = pytest.mark.django_db
URL, NEW = "https://example.org/page", "https://example.org/new"
COPY = "https://web.archive.org/web/2020/https://example.org/page"
DAY = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def work(db: None) -> Citation:
    return factories.make_citation(url=URL)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(link_checks.current_app, "send_task", lambda name, kwargs, **_: messages.append(kwargs))
    return messages


def page_of(client: Client, work: Citation) -> str:
    return client.get(f"{LIST}{work.pk}/change/").content.decode()


def act(client: Client, work: Citation, **fields: str) -> Any:
    return client.post(f"{LIST}{work.pk}/address/", fields, follow=True)


@pytest.mark.parametrize("person", ["reviewer", "stranger"])
@pytest.mark.parametrize("what", ["check", "take-over", "dead", "not-dead", "unsay"])
def test_who_may_not_change_works_may_not_act(
    person: str, what: str, client: Client, work: Citation, request: pytest.FixtureRequest, sent: list[Any]
) -> None:
    client.force_login(request.getfixturevalue(person))
    response = client.post(f"{LIST}{work.pk}/address/", {"act": what, "reason": "Because."})
    assert response.status_code in (302, 403)
    assert response.status_code == 403 or "/login/" in response["Location"]
    assert sent == []
    assert not RecordedFact.objects.exists()


def test_reading_the_page_acts_on_nothing(client: Client, editor: User, work: Citation) -> None:
    client.force_login(editor)
    assert client.get(f"{LIST}{work.pk}/address/").status_code == 405


@pytest.mark.parametrize("fields", [{}, {"act": "else"}, {"act": "dead"}, {"act": "unsay"}, {"act": "take-over"}])
def test_what_cannot_be_done_is_said_and_changes_nothing(
    fields: dict[str, str], client: Client, editor: User, work: Citation
) -> None:
    client.force_login(editor)
    before = Citation.objects.values().get()
    assert "Nothing was changed." in act(client, work, **fields).content.decode()
    assert Citation.objects.values().get() == before


@pytest.mark.parametrize("copy", ["ftp://example.org/a", "javascript:alert(1)", "no address", "file:///etc/passwd"])
def test_an_archived_copy_is_a_web_address(copy: str, client: Client, editor: User, work: Citation) -> None:
    client.force_login(editor)
    response = client.post(f"{LIST}{work.pk}/change/", WORK | {"url": URL, "archived_url": copy})
    assert response.status_code == 200
    assert "archived_url" in response.context["adminform"].form.errors
    work.refresh_from_db()
    assert work.archived_url == ""


def test_a_work_without_an_address_has_no_panel(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert "Whether the address answers" not in page_of(client, factories.make_citation())


def test_an_address_nobody_has_looked_at_says_so(client: Client, editor: User, work: Citation) -> None:
    client.force_login(editor)
    page = text_of(page_of(client, work))
    assert "Not looked at yet" in page
    assert "turned off on this site" in page


def test_a_reviewer_sees_the_panel_without_its_buttons(client: Client, reviewer: User, work: Citation) -> None:
    client.force_login(reviewer)
    page = page_of(client, work)
    assert "Whether the address answers" in page
    assert "Check the address now" not in page


def test_the_panel_tells_what_was_seen(client: Client, editor: User, work: Citation, settings: Settings) -> None:
    settings.LINK_CHECKS = True
    LinkCheck.objects.create(
        citation=work,
        url=URL,
        checked_at=DAY,
        next_at=DAY.replace(day=9),
        outcome="fails",
        status_code=404,
        final_url=NEW,
        redirects=[{"url": URL, "status": 301}, {"url": "https://example.org/1", "status": 302}],
        message="There is nothing at this address (404).",
        failing_since=DAY,
    )
    client.force_login(editor)
    page = text_of(page_of(client, work))
    for words in (
        "1 November 2026, 12:00: There is nothing at this address (404).",
        "https://example.org/1 for good (301)",
        f"{NEW} for the time being (302)",
        "It counts as dead when it still fails a week later.",
        "after 9 November 2026, 12:00",
        "Look for one in the Internet Archive",
    ):
        assert words in page
    assert "https://web.archive.org/web/*/https://example.org/page" in page_of(client, work)


def test_an_archived_copy_is_recorded_and_no_longer_asked_for(client: Client, editor: User, work: Citation) -> None:
    Citation.objects.filter(pk=work.pk).update(link_dead=True)
    client.force_login(editor)
    assert "Look for one in the Internet Archive" in page_of(client, work)
    response = client.post(f"{LIST}{work.pk}/change/", WORK | {"url": URL, "archived_url": COPY})
    assert response.status_code == 302
    work.refresh_from_db()
    assert (work.archived_url, work.link_dead) == (COPY, True)
    assert RecordedFact.objects.get(name="archived_url").by == editor
    assert "Look for one in the Internet Archive" not in page_of(client, work)


def test_an_address_changed_in_the_form_starts_anew(client: Client, editor: User, work: Citation) -> None:
    Citation.objects.filter(pk=work.pk).update(link_dead=True)
    LinkCheck.objects.create(citation=work, url=URL, failing_since=DAY, dead_since=DAY, outcome="fails")
    client.force_login(editor)
    client.post(f"{LIST}{work.pk}/change/", WORK | {"url": NEW})
    work.refresh_from_db()
    check = LinkCheck.objects.get()
    assert (work.url, work.link_dead) == (NEW, False)
    assert (check.url, check.outcome, check.failing_since, check.former) == (NEW, "", None, [URL])


def test_the_button_sends_the_address_on_its_way(
    client: Client,
    editor: User,
    work: Citation,
    settings: Settings,
    sent: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.LINK_CHECKS = True
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        page = act(client, work, act="check").content.decode()
    assert sent == [{"citation_id": work.pk, "fresh": True}]
    assert 'data-busy="yes"' in page
    progress = client.get(f"{LIST}{work.pk}/address/progress/").json()
    assert progress["busy"]
    LinkCheck.objects.update(checked_at=datetime.now(UTC), outcome="answers", message="The address answers (200).")
    progress = client.get(f"{LIST}{work.pk}/address/progress/").json()
    assert not progress["busy"]
    assert "The address answers (200)." in progress["html"]


def test_strangers_do_not_watch(client: Client, work: Citation, make_user: Any) -> None:
    client.force_login(make_user("staff"))
    assert client.get(f"{LIST}{work.pk}/address/progress/").status_code == 403


def test_a_new_address_is_offered_and_taken_over(client: Client, editor: User, work: Citation) -> None:
    LinkCheck.objects.create(
        citation=work,
        url=URL,
        checked_at=DAY,
        outcome="answers",
        status_code=200,
        final_url=NEW,
        redirects=[{"url": URL, "status": 301}],
    )
    client.force_login(editor)
    assert "Take the new address over" in page_of(client, work)
    assert "The work has its new address." in act(client, work, act="take-over").content.decode()
    work.refresh_from_db()
    assert work.url == NEW


def test_an_editors_word_is_shown_with_its_reason_and_taken_back(client: Client, editor: User, work: Citation) -> None:
    client.force_login(editor)
    page = act(client, work, act="dead", reason="It shows a shop now.").content.decode()
    assert "editor said on" in text_of(page)
    assert "that it no longer answers: “It shows a shop now.”" in text_of(page)
    work.refresh_from_db()
    assert work.link_dead
    act(client, work, act="unsay")
    work.refresh_from_db()
    assert not work.link_dead


def test_what_a_site_sends_is_shown_as_text(client: Client, editor: User, work: Citation) -> None:
    LinkCheck.objects.create(
        citation=work,
        url=URL,
        checked_at=DAY,
        outcome="answers",
        status_code=200,
        final_url="https://example.org/<script>alert(1)</script>",
        redirects=[{"url": URL, "status": 302}],
    )
    client.force_login(editor)
    assert "<script>alert(1)" not in page_of(client, work)


def test_works_with_dead_addresses_are_found_in_the_list(client: Client, editor: User, work: Citation) -> None:
    dead = factories.make_citation(url=NEW, link_dead=True)
    client.force_login(editor)
    assert [row.pk for row in client.get(f"{LIST}?link_dead__exact=1").context["cl"].result_list] == [dead.pk]


def test_the_panel_asks_two_questions_more(client: Client, editor: User, work: Citation) -> None:
    client.force_login(editor)

    def questions(of: Citation) -> int:
        page_of(client, of)
        with CaptureQueriesContext(connection) as asked:
            page_of(client, of)
        return len(asked)

    LinkCheck.objects.create(citation=work, url=URL, checked_at=DAY, outcome="answers")
    assert questions(work) <= questions(factories.make_citation()) + 2
