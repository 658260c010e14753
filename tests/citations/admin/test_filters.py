"""What the list of works can be narrowed to: refusals, then each filter, then several together."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from citations.admin.filters import FILTERS, MissingFilter
from citations.models import Citation, Lookup, NoticeList
from tests.articles import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/citations/citation/"


@pytest.fixture(autouse=True)
def _signed_in(client: Client, editor: User) -> None:
    client.force_login(editor)


def shown(client: Client, query: str = "") -> set[str]:
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return {work.title for work in response.context["cl"].result_list}


def make(title: str, **facts: Any) -> Citation:
    """A work that lacks nothing, but for what is said."""
    whole = {"abstract": "Words.", "sample_size": 12, "funding": "A fund.", "design": "rct", "year": 2020}
    return factories.make_citation(title=title, **whole | facts)


# --- Refusals ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    ["design=dream", "status=fine", "age=3", "missing=shoe", "missing=year&missing=shoe", "added=8",
     "completion=soon", "used=maybe", "species=plant", "preprint=2", "seller_funded=x"],
)  # fmt: skip
def test_a_value_that_is_not_offered_shows_all_works_and_says_so(query: str, client: Client) -> None:
    make("A work")
    response = client.get(f"{LIST}?{query}", follow=True)
    assert "cannot be listed by" in response.content.decode()
    assert response.redirect_chain == [(f"{LIST}?e=1", 302)]
    assert not response.context["cl"].narrowed_to


def test_fields_left_at_all_are_no_filters(client: Client) -> None:
    make("A work")
    response = client.get(f"{LIST}?design=&status=&age=&used=")
    assert response.context["cl"].result_count == 1
    assert not response.context["cl"].has_active_filters
    assert 'data-testid="narrowed"' not in response.content.decode()


def test_who_may_not_see_articles_is_not_asked_about_them(client: Client, make_user: Any) -> None:
    user = make_user("librarian")
    user.user_permissions.add(Permission.objects.get(codename="view_citation"))
    client.force_login(user)
    assert "Cited by our articles" not in client.get(LIST).content.decode()


# --- One filter ----------------------------------------------------------------------------------------------


def test_by_design(client: Client) -> None:
    make("Trial")
    make("Cohort", design="cohort")
    make("Not recorded", design="")
    assert shown(client, "design=cohort") == {"Cohort"}
    assert shown(client, "design=none") == {"Not recorded"}


def test_by_status_as_people_are_told_it(client: Client) -> None:
    make("With identifier")
    make("Without", doi=None)
    make("Looked up", status="none-found", status_checked="2026-01-01")
    make("Retracted", status="retracted", status_checked="2026-01-01")
    assert shown(client, "status=not-checked") == {"With identifier", "Without"}
    assert shown(client, "status=none-found") == {"Looked up"}
    NoticeList.objects.create(source="retraction-watch", name="list", sha256="", rows=1, as_of="2026-11-01")
    assert shown(client, "status=not-checked") == shown(client, "missing=check") == {"Without"}
    assert shown(client, "status=none-found") == {"With identifier", "Looked up"}
    assert shown(client, "status=retracted") == {"Retracted"}


def test_each_status_that_is_filtered_is_the_one_in_the_column(client: Client) -> None:
    NoticeList.objects.create(source="retraction-watch", name="list", sha256="", rows=1, as_of="2026-11-01")
    for number, status in enumerate(["not-checked", "none-found", "retracted", "concern", "corrected"] * 2):
        checked = None if status == "not-checked" else "2026-01-01"
        given = {"doi": None} if number > 4 else {}
        make(f"{status} {number}", status=status, status_checked=checked, **given)
    found = {
        status: shown(client, f"status={status}")
        for status in ("not-checked", "none-found", "retracted", "concern", "corrected")
    }
    assert sum(map(len, found.values())) == 10
    assert found["not-checked"] == {"not-checked 5"}
    assert found["none-found"] == {"not-checked 0", "none-found 1", "none-found 6"}


def test_by_age_each_year_once(client: Client) -> None:
    year = timezone.localdate().year
    for age in range(-1, 14):
        make(str(age), year=year - age)
    make("unknown", year=None)
    ages = {value: shown(client, f"age={value}") for value in ("2", "5", "10", "older", "unknown")}
    assert ages["2"] == {"-1", "0", "1", "2"}
    assert ages["5"] == {"3", "4", "5"}
    assert ages["10"] == {"6", "7", "8", "9", "10"}
    assert ages["older"] == {"11", "12", "13"}
    assert ages["unknown"] == {"unknown"}


LACKS: dict[str, dict[str, Any]] = {
    "abstract": {"abstract": ""},
    "design": {"design": ""},
    "size": {"sample_size": None},
    "funding": {"funding": ""},
    "year": {"year": None},
    "authors": {"families": []},
    "title": {"title": "10.5555/x (title not yet known)"},
    "identifier": {"doi": None},
    "check": {},
    "address": {"link_dead": True},
}


@pytest.mark.parametrize("fact", LACKS)
def test_by_a_fact_that_is_missing(fact: str, client: Client) -> None:
    checked = {"status": "none-found", "status_checked": "2026-01-01"}
    make("Whole", **checked)
    lacking = make(**{"title": "Lacking"} | ({} if fact == "check" else checked) | LACKS[fact])
    assert shown(client, f"missing={fact}") == {lacking.title}


def test_every_fact_that_is_offered_is_tested_here() -> None:
    assert set(LACKS) == set(MissingFilter.conditions)


@pytest.mark.parametrize("name", ["pmid", "pmcid", "isbn", "arxiv", "nct"])
def test_any_identifier_is_one(name: str, client: Client) -> None:
    make("Named", doi=None, **{name: {"pmcid": "PMC1", "nct": "NCT00000001"}.get(name, "123")})
    assert shown(client, "missing=identifier") == set()


def test_by_the_day_it_was_added(client: Client) -> None:
    for days in (1, 20, 100, 400):
        work = make(str(days))
        Citation.objects.filter(pk=work.pk).update(created_at=timezone.now() - timedelta(days=days))
    assert shown(client, "added=7") == {"1"}
    assert shown(client, "added=30") == {"1", "20"}
    assert shown(client, "added=older") == {"400"}


def asked(work: Citation, state: str, *, service: str = "crossref", **given: Any) -> None:
    Lookup.objects.create(citation=work, service=service, state=state, **given)


def test_by_what_came_of_asking_the_services(client: Client) -> None:
    now = timezone.now()
    works = {name: make(name) for name in ("new", "long", "given up", "answered", "unknown", "renewed", "unasked")}
    old = [work.pk for name, work in works.items() if name != "new"]
    Citation.objects.filter(pk__in=old).update(created_at=now - timedelta(days=8))
    asked(works["new"], "waiting", next_at=now)
    asked(works["long"], "found", answered_at=now)
    asked(works["long"], "failed", service="pubmed", next_at=now, attempts=9)
    asked(works["given up"], "failed", attempts=14)
    asked(works["answered"], "found", answered_at=now)
    asked(works["answered"], "not-found", service="pubmed", answered_at=now)
    asked(works["unknown"], "not-found", answered_at=now)
    asked(works["renewed"], "waiting", answered_at=now, next_at=now)
    assert shown(client, "completion=asking") == {"new", "long", "renewed"}
    assert shown(client, "completion=long") == {"long", "given up"}
    assert shown(client, "completion=given-up") == {"given up"}
    assert shown(client, "completion=unknown") == {"unknown"}
    assert shown(client, "completion=unasked") == {"unasked"}


def test_by_whom_it_was_studied_in_preprints_and_sellers(client: Client) -> None:
    make("Mice", species="animal", preprint=True)
    make("People", species="human", seller_funded=True)
    make("Unknown", species="")
    assert shown(client, "species=animal") == shown(client, "preprint=yes") == {"Mice"}
    assert shown(client, "species=none") == {"Unknown"}
    assert shown(client, "preprint=no") == {"People", "Unknown"}
    assert shown(client, "seller_funded=yes") == {"People"}


# --- Several together, and the page about them -----------------------------------------------------------------


def test_filters_hold_together_and_with_the_search(client: Client) -> None:
    make("Walking and knees", design="", abstract="")
    make("Walking and hips", design="", year=None)
    make("Rest and knees", design="", abstract="")
    assert shown(client, "missing=design&missing=abstract") == {"Walking and knees", "Rest and knees"}
    assert shown(client, "missing=design&missing=abstract&q=walking") == {"Walking and knees"}
    assert shown(client, "missing=design&age=unknown&q=walking&added=7") == {"Walking and hips"}
    assert shown(client, "design=rct&missing=design") == set()


def test_what_holds_stands_above_the_list_and_can_be_taken_away_one_by_one(client: Client) -> None:
    make("Walking", design="cohort", abstract="", year=None)
    page = client.get(f"{LIST}?q=walk&design=cohort&missing=abstract&missing=year")
    told = {one["words"]: one["without"] for one in page.context["cl"].narrowed_to}
    assert list(told) == ["Study design: cohort study", "Missing: abstract", "Missing: year"]
    assert told["Study design: cohort study"] == "?missing=abstract&missing=year&q=walk"
    assert told["Missing: abstract"] == "?design=cohort&missing=year&q=walk"
    assert "<b>1</b> work where all of this holds" in page.content.decode()


def test_the_form_keeps_what_was_chosen_and_searched(client: Client) -> None:
    make("Walking", abstract="", design="")
    html = client.get(f"{LIST}?q=walk&missing=abstract&missing=design&age=10").content.decode()
    assert set(re.findall(r'name="missing" value="(\w+)"[^>]*\schecked[\s>]', html)) == {"abstract", "design"}
    assert '<input type="hidden" name="q" value="walk">' in html
    assert '<option value="10" selected>' in html


@pytest.mark.parametrize(("works", "page"), [(1, 2), (51, 3)])
def test_a_page_that_the_narrower_list_does_not_have_is_its_first(works: int, page: int, client: Client) -> None:
    for number in range(works):
        make(f"Cohort {number}", design="cohort")
    make("Trial")
    response = client.get(f"{LIST}?p={page}&design=cohort")
    assert response.status_code == 200
    assert len(response.context["cl"].result_list) == min(works, 50)
    assert response.context["cl"].narrowed_to


def test_an_empty_answer_says_what_to_do(client: Client) -> None:
    make("A work")
    html = client.get(f"{LIST}?design=cohort").content.decode()
    assert "No work of the library is like that" in html
    assert 'href="?"' in html


def test_an_empty_library_says_how_works_come_in(client: Client, reviewer: User) -> None:
    assert f'href="{LIST}add-works/"' in client.get(LIST).content.decode()
    client.force_login(reviewer)
    html = client.get(LIST).content.decode()
    assert "are added by authors and editors" in html
    assert "add-works" not in html


def test_every_filter_asks_as_many_questions_for_thirty_works_as_for_one(client: Client) -> None:
    filters = "design=rct&status=not-checked&age=10&missing=size&used=yes&added=7&completion=unasked"

    def questions() -> int:
        client.get(f"{LIST}?{filters}")
        with CaptureQueriesContext(connection) as asked:
            found = client.get(f"{LIST}?{filters}").context["cl"].result_count
        counts.append(found)
        return len(asked)

    counts: list[int] = []
    factories.make_article(citations={"one": make("One", sample_size=None)})
    one = questions()
    factories.make_article(citations={f"k{number}": make(str(number), sample_size=None) for number in range(29)})
    assert questions() == one
    assert counts == [1, 30]


def test_filters_have_names_of_their_own() -> None:
    assert len({one.parameter_name for one in FILTERS}) == len({one.title for one in FILTERS}) == len(FILTERS)


@pytest.mark.parametrize(
    ("condition", "index"),
    [("abstract = ''", "citation_lacks_abstract"), ("funding = ''", "citation_lacks_funding"),
     ("families = '{}'", "citation_lacks_authors"), ("sample_size IS NULL AND species = ''", "citation_recent")],
)  # fmt: skip
def test_works_are_counted_by_an_index(condition: str, index: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN SELECT count(*) FROM citations_citation WHERE {condition}")
        plan = "".join(row[0] for row in cursor.fetchall())
    assert index in plan
    assert "Index Only Scan" in plan
