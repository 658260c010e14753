"""The panel of a work's verdict in the newsroom."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from citations.models import Citation, Verification
from citations.services import verifying
from tests.articles import factories
from tests.articles.reader.test_public_articles import text_of
from tests.citations.admin.test_citations import LIST

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> list[dict[str, Any]]:
    settings.LOOKUPS = True
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(verifying.current_app, "send_task", lambda name, kwargs, **_: messages.append(kwargs))
    return messages


def told(work: Citation, verdict: str, **more: Any) -> Verification:
    values = {"state": "answered", "services": ["crossref", "pubmed"], "day": timezone.localdate(), **more}
    row: Verification = Verification.objects.create(citation=work, verdict=verdict, **values)
    return row


def page_of(client: Client, work: Citation) -> str:
    return text_of(client.get(f"{LIST}{work.pk}/change/").content.decode())


@pytest.mark.parametrize("person", ["reviewer", "stranger"])
@pytest.mark.parametrize("what", ["ask", "take-over", "identifier"])
def test_who_may_not_change_works_may_not_act(
    person: str, what: str, client: Client, request: pytest.FixtureRequest, sent: list[Any]
) -> None:
    work = factories.make_citation()
    client.force_login(request.getfixturevalue(person))
    response = client.post(f"{LIST}{work.pk}/verdict/", {"act": what})
    assert response.status_code == 403 or "/login/" in response["Location"]
    assert sent == []


def test_reading_the_address_acts_on_nothing(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert client.get(f"{LIST}{factories.make_citation().pk}/verdict/").status_code == 405


@pytest.mark.parametrize("fields", [{}, {"act": "else"}, {"act": "take-over"}, {"act": "identifier"}])
def test_what_cannot_be_done_is_said(fields: dict[str, str], client: Client, editor: User, sent: list[Any]) -> None:
    client.force_login(editor)
    response = client.post(f"{LIST}{factories.make_citation().pk}/verdict/", fields, follow=True)
    assert "Nothing was changed." in response.content.decode()


def test_a_work_that_nobody_asked_about_says_so(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert "Services have not been asked whether this work exists." in page_of(client, factories.make_citation())


def test_a_work_that_no_service_knows_is_never_called_invented(client: Client, editor: User) -> None:
    work = factories.make_citation()
    told(work, "not-found")
    client.force_login(editor)
    page = page_of(client, work)
    assert "Check that it exists" in page
    assert "invented" not in page
    assert "Asked: Crossref and PubMed" in page


def test_an_identifier_of_another_work_is_shown_beside_the_one_that_fits(client: Client, editor: User) -> None:
    work = factories.make_citation(doi="10.5555/wrong")
    told(work, "other-work", identifier="doi:10.5555/wrong", proposal="doi:10.5555/right", reason="To a bridge.")
    client.force_login(editor)
    page = page_of(client, work)
    assert "To a bridge." in page
    assert "Use this DOI instead" in page
    response = client.post(f"{LIST}{work.pk}/verdict/", {"act": "identifier"}, follow=True)
    assert "doi:10.5555/right now" in response.content.decode()
    work.refresh_from_db()
    assert work.doi == "10.5555/right"


def test_fields_that_differ_are_shown_with_both_values(client: Client, editor: User, author: User) -> None:
    work = factories.make_citation(year=2014)
    record = {"title": work.title, "issued": {"date-parts": [[2019]]}}
    told(work, "differs", fields=[["year", "2014", "2019"]], record=record)
    client.force_login(editor)
    page = page_of(client, work)
    assert "written “2014”, on record “2019”" in page
    assert "Take over from the record (1 field)" in page
    client.post(f"{LIST}{work.pk}/verdict/", {"act": "take-over"})
    work.refresh_from_db()
    assert work.year == 2019


def test_an_author_sees_the_verdict_without_what_only_editors_may(client: Client, author: User) -> None:
    work = factories.make_citation()
    told(work, "differs", fields=[["year", "2014", "2019"]], record={"title": "x"})
    client.force_login(author)
    page = page_of(client, work)
    assert "on record “2019”" in page
    assert "Take over from the record" not in page


def test_asking_again_sends_a_task(
    client: Client, editor: User, sent: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    work = factories.make_citation()
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{LIST}{work.pk}/verdict/", {"act": "ask"})
    assert sent == [{"citation_id": work.pk}]
    assert Verification.objects.get(citation=work).state == "waiting"


def test_the_page_learns_when_services_have_answered(client: Client, editor: User) -> None:
    work = factories.make_citation()
    row = told(work, "not-asked", state="waiting", services=[])
    client.force_login(editor)
    address = f"{LIST}{work.pk}/verdict/progress/"
    assert client.get(address).json()["busy"] is True
    Verification.objects.filter(pk=row.pk).update(state="answered", verdict="agrees")
    assert client.get(address).json()["busy"] is False


def test_works_are_listed_by_their_verdict(client: Client, editor: User) -> None:
    wrong, right = factories.make_citation(title="A bridge too far"), factories.make_citation(title="Quite in order")
    told(wrong, "unregistered")
    told(right, "agrees")
    client.force_login(editor)
    page = client.get(f"{LIST}?verdict=unregistered").content.decode()
    assert "A bridge too far" in page
    assert "Quite in order" not in page
