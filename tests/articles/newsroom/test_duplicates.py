"""The page of pairs that may be one work: who sees it, what it shows, and that each button does what it says."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from citations.models import Citation, DuplicatePair, Merge
from citations.services.duplicates import compare_due
from tests.articles.factories import make_article, make_citation

pytestmark = pytest.mark.django_db
PAGE, COMPARE = "/admin/citations/duplicates/", "/admin/citations/duplicates/compare/"
MERGE = "/admin/citations/duplicates/merge/"
TITLE = "Walking for sore knees in adults over fifty"


def pair(title: str = TITLE) -> tuple[Citation, Citation]:
    one, two = make_citation(title=title), make_citation(title=title, doi=None)
    compare_due(most=100)
    return one, two


@pytest.mark.parametrize("person", ["author", "reviewer", "stranger"])
def test_only_who_may_merge_sees_pairs_or_acts(person: str, client: Client, request: pytest.FixtureRequest) -> None:
    one, two = pair()
    client.force_login(request.getfixturevalue(person))
    row = DuplicatePair.objects.get()
    answers = [
        client.get(PAGE),
        client.get(COMPARE, {"one": one.pk, "other": two.pk}),
        client.post(MERGE, {"kept": one.pk, "gone": two.pk}),
        client.post(reverse("newsroom:apart", args=[row.pk])),
    ]
    assert {answer.status_code for answer in answers} <= {302, 403}
    assert (Citation.objects.count(), DuplicatePair.objects.get().state) == (2, "open")


@pytest.mark.parametrize("kept", ["", "x", "0", "999999999", "²"])
def test_a_work_that_is_not_there_is_not_merged(kept: str, client: Client, editor: User) -> None:
    _, two = pair()
    Citation.objects.filter(pk=two.pk).update(pmid="999999999")
    client.force_login(editor)
    response = client.post(MERGE, {"kept": kept, "gone": two.pk}, follow=True)
    assert "no longer in the library" in response.content.decode()
    assert Citation.objects.count() == 2


def test_works_that_cannot_be_one_are_shown_with_the_reason(client: Client, editor: User) -> None:
    one, two = make_citation(), make_citation()
    client.force_login(editor)
    page = client.get(COMPARE, {"one": one.pk, "other": two.doi}).content.decode()
    assert "two different DOIs" in page
    assert "Keep this one" not in page
    response = client.post(MERGE, {"kept": one.pk, "gone": two.pk}, follow=True)
    assert "Nothing was merged." in response.content.decode()


@pytest.mark.parametrize(("other", "status"), [("10.5555/none", 404), ("<b>", 404), ("", 404)])
def test_a_name_that_no_work_has_is_said(other: str, status: int, client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.get(COMPARE, {"one": make_citation().pk, "other": other})
    assert response.status_code == status
    assert "No work of the library has" in response.content.decode()
    assert "<b>”" not in response.content.decode()


def test_an_empty_list_says_so(client: Client, editor: User) -> None:
    client.force_login(editor)
    page = client.get(PAGE).content.decode()
    assert "No two records look like one work." in page
    assert "No works were merged yet." in page


def test_a_pair_is_merged_and_taken_apart_again(client: Client, editor: User) -> None:
    one, two = pair()
    article = make_article(citations={"doe": two})
    client.force_login(editor)
    page = client.get(PAGE).content.decode()
    assert "The titles are the same." in page
    assert "In 1 article<" in page
    client.post(MERGE, {"kept": one.pk, "gone": two.pk})
    assert article.article_citations.get().citation == one
    page = client.get(PAGE).content.decode()
    assert f"took in number {two.pk}" in page
    client.post(reverse("newsroom:undo", args=[Merge.objects.get().pk]))
    assert article.article_citations.get().citation_id == two.pk
    assert "undone by" in client.get(PAGE).content.decode()


def test_two_works_are_not_offered_again(client: Client, editor: User) -> None:
    pair()
    client.force_login(editor)
    client.post(reverse("newsroom:apart", args=[DuplicatePair.objects.get().pk]))
    assert "0 pairs to decide" in client.get(PAGE).content.decode()


def test_ten_pairs_take_as_many_queries_as_one(client: Client, editor: User) -> None:
    client.force_login(editor)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        return len(queries)

    pair()
    asked()
    one = asked()
    for number in range(9):
        first, _ = pair(f"Study of {'abcdefghi'[number] * 6} in people who {'klmnopqrs'[number] * 7}")
        make_article(citations={"doe": first})
    assert (asked(), DuplicatePair.objects.count()) == (one, 10)


def test_the_sidebar_leads_there_for_editors_alone(client: Client, editor: User, author: User) -> None:
    client.force_login(editor)
    assert PAGE in client.get("/admin/").content.decode()
    client.force_login(author)
    assert PAGE not in client.get("/admin/").content.decode()


def test_titles_are_shown_as_text(client: Client, editor: User) -> None:
    pair("Walking <script>alert(1)</script> for sore knees in adults")
    client.force_login(editor)
    answer: Any = client.get(PAGE)
    assert "<script>alert(1)" not in answer.content.decode()


def test_the_record_that_is_identified_is_the_one_to_keep_before_the_one_that_is_used(
    client: Client, editor: User
) -> None:
    one, two = pair()
    make_article(citations={"doe": two})
    client.force_login(editor)
    for doi, other, better in ((one.doi, None, one), (None, "10.5555/kept", two), (None, None, two)):
        Citation.objects.filter(pk=one.pk).update(doi=doi)
        Citation.objects.filter(pk=two.pk).update(doi=other)
        answer: Any = client.get(PAGE)
        sides = answer.context["pairs"][0]["sides"]
        assert [side["work"] for side in sides if side["better"]] == [better]


def test_authors_are_named_with_what_tells_them_apart(client: Client, editor: User) -> None:
    one, two = pair()
    people = [{"family": "Doe", "given": "Jane A."}, {"literal": "Knee <b>Group</b>"}, *[{"family": "Roe"}] * 6]
    Citation.objects.filter(pk=one.pk).update(csl={"author": people})
    client.force_login(editor)
    page = client.get(PAGE).content.decode()
    assert "Doe Jane A., Knee &lt;b&gt;Group&lt;/b&gt;, Roe, Roe, Roe, Roe and 2 more" in page
    assert two.byline in page


def test_a_works_page_tells_of_records_like_it(client: Client, editor: User, author: User) -> None:
    one, two = pair()
    page_of_two = reverse("admin:citations_citation_change", args=[two.pk])
    client.force_login(editor)
    assert f"{COMPARE}?one={two.pk}&amp;other={one.pk}" in client.get(page_of_two).content.decode()
    client.force_login(author)
    page = client.get(page_of_two).content.decode()
    assert "An editor decides whether they are one work." in page
    assert COMPARE not in page
    DuplicatePair.objects.update(state=DuplicatePair.State.APART)
    assert "Looks like" not in client.get(page_of_two).content.decode()


def test_two_works_of_the_list_are_compared(client: Client, editor: User, author: User) -> None:
    one, two = pair()
    asked = {"action": "compare_two", "_selected_action": [two.pk, one.pk]}
    listing = reverse("admin:citations_citation_changelist")
    client.force_login(editor)
    answer = client.post(listing, asked, follow=True)
    assert answer.request["PATH_INFO"] == COMPARE
    assert answer.request["QUERY_STRING"] == f"one={one.pk}&other={two.pk}"
    assert "Keep this one" in answer.content.decode()
    alone = client.post(listing, {**asked, "_selected_action": [one.pk]}, follow=True).content.decode()
    assert "Choose two works" in alone
    client.force_login(author)
    assert "compare_two" not in client.get(listing).content.decode()


def test_the_address_of_a_merged_record_leads_to_the_work_kept(client: Client, editor: User) -> None:
    one, two = pair()
    client.force_login(editor)
    client.post(MERGE, {"kept": one.pk, "gone": two.pk})
    answer = client.get(reverse("admin:citations_citation_change", args=[two.pk]), follow=True)
    assert answer.request["PATH_INFO"] == reverse("admin:citations_citation_change", args=[one.pk])
    assert f"Number {two.pk} was merged into this work." in answer.content.decode()
    for number in ("999999999", "none", "9" * 40):
        answer = client.get(f"/admin/citations/citation/{number}/change/", follow=True)
        assert answer.request["PATH_INFO"] == "/admin/"
