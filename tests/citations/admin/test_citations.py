"""The library in the newsroom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from citations.models import Citation, Notice
from citations.services import fingerprint
from tests.articles import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/citations/citation/"
WORK: dict[str, Any] = {
    "title": "A work",
    "families": "Doe, Roe",
    "year": "2019",
    "status": "not-checked",
    "risk_of_bias": "0",
    "csl": "{}",
    "facts_from": "{}",
}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"doi": "https://doi.org/x"}, "doi"),
        ({"pmid": "0123"}, "pmid"),
        ({"pmcid": "123"}, "pmcid"),
        ({"year": "20"}, "year"),
        ({"title": ""}, "title"),
        ({"risk_of_bias": "3"}, "risk_of_bias"),
        ({"status": "none-found"}, "__all__"),
    ],
)
def test_a_work_with_a_wrong_field_is_refused(given: dict[str, Any], field: str, client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.post(f"{LIST}add/", WORK | given)
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
    assert not Citation.objects.exists()


def test_a_work_that_a_held_notice_names_is_retracted_as_soon_as_its_doi_is_typed(client: Client, editor: User) -> None:
    Notice.objects.create(kind="retraction", doi="10.5555/fell", source="retraction-watch", record="1")
    client.force_login(editor)
    client.post(f"{LIST}add/", WORK | {"doi": "10.5555/Fell"})
    work = Citation.objects.get()
    assert (work.status, work.status_sources) == ("retracted", "Retraction Watch")


def test_an_identifier_that_another_work_has_is_refused(client: Client, editor: User) -> None:
    factories.make_citation(doi="10.5555/twice")
    client.force_login(editor)
    response = client.post(f"{LIST}add/", WORK | {"doi": "10.5555/Twice"})
    assert response.status_code == 200
    assert "doi" in response.context["adminform"].form.errors


def test_a_work_that_an_article_stands_on_is_not_deleted(client: Client, superuser: User) -> None:
    work = factories.make_citation()
    factories.make_article(citations={"doe2019": work})
    client.force_login(superuser)
    assert client.post(f"{LIST}{work.pk}/delete/", {"post": "yes"}).status_code == 403


def test_two_works_without_identifiers_stand_beside_each_other(client: Client, editor: User) -> None:
    client.force_login(editor)
    for title in ("One", "Two"):
        assert client.post(f"{LIST}add/", WORK | {"title": title}).status_code == 302
    assert Citation.objects.filter(doi=None, pmid=None, isbn=None).count() == 2


def test_the_address_of_a_doi_is_taken_as_the_doi(client: Client, editor: User) -> None:
    client.force_login(editor)
    client.post(f"{LIST}add/", WORK | {"doi": " https://doi.org/10.5555/AbC "})
    assert Citation.objects.get().doi == "10.5555/abc"


def test_a_fact_that_somebody_records_says_who(client: Client, editor: User) -> None:
    client.force_login(editor)
    client.post(f"{LIST}add/", WORK | {"design": "rct", "sample_size": "120", "doi": "10.5555/ABC"})
    work = Citation.objects.get()
    assert work.doi == "10.5555/abc"
    assert work.families == ["Doe", "Roe"]
    assert work.fingerprint == fingerprint("A work", 2019, ["Doe"])
    assert work.facts_from == {"design": "editor", "sample_size": "editor"}


def test_the_list_asks_as_many_questions_for_thirty_works_as_for_one(client: Client, editor: User) -> None:
    client.force_login(editor)

    def questions() -> int:
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        return len(asked)

    factories.make_article()
    one = questions()
    work = factories.make_citation()
    for number in range(5):
        factories.make_article(citations={"shared": work, f"own{number}": factories.make_citation()})
    assert questions() == one
    used = {row.pk: row.articles_citing for row in client.get(LIST).context["cl"].result_list}
    assert used[work.pk] == 5


@pytest.mark.parametrize("query", ["q=walking", "q=doe", "q=10.5555/x.1", "design=rct", "status=not-checked"])
def test_the_library_is_searched_and_filtered(query: str, client: Client, editor: User) -> None:
    factories.make_citation(doi="10.5555/x.1")
    factories.make_citation(
        title="Other",
        families=["Smith"],
        design="cohort",
        doi="10.5555/x.2",
        status="corrected",
        status_checked="2026-01-01",
    )
    client.force_login(editor)
    assert len(client.get(f"{LIST}?{query}").context["cl"].result_list) == 1


def test_the_list_says_when_and_where_each_work_was_looked_for(client: Client, editor: User) -> None:
    factories.make_citation()
    day = {"status_checked": date(2026, 2, 20), "status_sources": "Crossref"}
    factories.make_citation(doi="10.5555/b", status="none-found", **day)
    client.force_login(editor)
    assert "20 February 2026 in Crossref" in client.get(LIST).content.decode()


@pytest.mark.parametrize(("status", "told"), [("retracted", "RETRACTED: "), ("concern", "EXPRESSION OF CONCERN: ")])
def test_a_retracted_work_says_so_where_it_is_picked(status: str, told: str, client: Client, editor: User) -> None:
    work = factories.make_citation(status=status, status_checked=date(2026, 2, 20))
    client.force_login(editor)
    query = {"app_label": "articles", "model_name": "articlecitation", "field_name": "citation", "term": work.title}
    [row] = client.get("/admin/autocomplete/", query).json()["results"]
    assert row["text"].startswith(told)


def test_the_type_of_a_work_is_told_and_asked_for_in_words(client: Client, editor: User) -> None:
    work = factories.make_citation(kind="article-journal")
    client.force_login(editor)
    page = client.get(f"{LIST}{work.pk}/change/").content.decode()
    assert ">article-journal<" not in page
    assert page.count('<option value="article-journal" selected>Article in a journal</option>') == 2
    client.post(f"{LIST}{work.pk}/fact/", {"name": "kind", "value": "legal_case", "reason": "It is a judgement."})
    work.refresh_from_db()
    assert work.kind == "legal_case"
    assert "Legal case" in client.get(f"{LIST}{work.pk}/change/").content.decode()


def test_a_type_that_csl_does_not_know_is_kept_and_told_in_words(client: Client, editor: User) -> None:
    work = factories.make_citation(kind="journal-issue")
    client.force_login(editor)
    page = client.get(f"{LIST}{work.pk}/change/").content.decode()
    assert '<option value="journal-issue" selected>Journal issue</option>' in page
    assert work.get_kind_display() == "Journal issue", "so it is told where two people changed it"
