"""The list of works that our articles stand on."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import ArticleCitation
from articles.newsroom.work_uses import WORKS_PER_PAGE, cited_works
from articles.newsroom.work_uses_sql import ORDERS
from citations.models import Citation, Merge, NoticeList
from tests.articles import factories
from tests.articles.published import publish, snapshot
from tests.articles.published import work as work_row

pytestmark = pytest.mark.django_db
LIST = "/admin/citations/citation/cited/"
BODY = "Walking eased knee pain.\n\nWalking cured knees."


def names(**asked: Any) -> list[str]:
    found, rows = cited_works(**asked)
    assert found == len(rows)
    return [row.work.title for row in rows]


@pytest.fixture
def library() -> dict[str, Citation]:
    """Three works: on two drafts and one live page, on one draft alone, and in the library alone."""
    often = factories.make_citation(title="Often", year=2001, design="rct")
    once = factories.make_citation(title="Once", year=2020, design="", doi=None)
    factories.make_citation(title="Unused")
    factories.make_published_article(citations={"doe2019": often})
    article = factories.make_article(citations={"doe2019": often, "roe": once}, body=BODY)
    factories.assess_as(
        article,
        links={0: ["roe"], 1: ["roe"]},
        source_flags=[factories.flag("outdated-source", "note", reference="roe")],
    )
    return {"often": often, "once": once}


def test_what_the_list_does_not_know_is_refused(client: Client, library: dict[str, Citation], editor: User) -> None:
    client.force_login(editor)
    unknown = ("page=0", "page=2", "page=x", "order=shoe", "status=fine", "design=dream", "order=articles;--")
    assert {query: client.get(f"{LIST}?{query}").status_code for query in unknown} == dict.fromkeys(unknown, 404)


def test_a_newsroom_without_works_says_so(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert "list no work yet" in client.get(LIST).content.decode()


def test_the_most_used_stand_first_with_their_counts(library: dict[str, Citation]) -> None:
    found, rows = cited_works()
    assert found == 2
    counts = [
        (row.work.title, row.work.article_count, row.work.draft_count, row.work.page_count, row.work.claim_count)
        for row in rows
    ]
    assert counts == [("Often", 2, 2, 1, 1), ("Once", 1, 1, 0, 2)]
    assert [row.work.flag_count for row in rows] == [0, 1]


def test_it_is_sorted_by_any_of_its_columns(library: dict[str, Citation]) -> None:
    columns = {
        "articles": "Often",
        "drafts": "Often",
        "pages": "Often",
        "claims": "Once",
        "flags": "Once",
        "year": "Once",
    }
    assert {order: names(order=order)[0] for order in columns} == columns
    Citation.objects.filter(pk=library["once"].pk).update(title="Rarely")
    assert names(order="title")[0] == "Often"


def test_every_order_is_offered(client: Client, library: dict[str, Citation], editor: User) -> None:
    client.force_login(editor)
    for order in ORDERS:
        assert client.get(f"{LIST}?order={order}").status_code == 200


def test_it_is_filtered_by_design_and_live_pages(library: dict[str, Citation]) -> None:
    assert names(design="rct") == ["Often"]
    assert names(design="none") == ["Once"]
    assert names(live=True) == ["Often"]
    assert names(live=True, design="none") == []


def test_the_status_is_the_one_that_people_are_told(library: dict[str, Citation]) -> None:
    assert names(status="not-checked") == ["Often", "Once"]
    NoticeList.objects.create(source="retraction-watch", name="list", sha256="", rows=1, as_of="2026-11-01")
    assert names(status="none-found") == ["Often"]
    assert names(status="not-checked") == ["Once"]
    Citation.objects.filter(title="Often").update(status="retracted", status_checked="2026-11-02")
    assert names(status="retracted") == ["Often"]


def test_a_work_on_a_live_page_alone_counts(library: dict[str, Citation]) -> None:
    ArticleCitation.objects.filter(citation=library["often"]).delete()
    (first, *_) = cited_works(order="pages")[1]
    assert (first.work.title, first.work.draft_count, first.work.page_count) == ("Often", 0, 1)


@pytest.mark.parametrize("row", [{"work": 990_001}, {"doi": "10.5555/kept"}, {"pmid": "4711", "doi": ""}])
def test_live_pages_lead_to_works_by_merge_and_by_identifier(row: dict[str, Any]) -> None:
    work = factories.make_citation(title="Kept", doi="10.5555/kept", pmid="4711")
    Merge.objects.create(kept=work, gone_id=990_001, gone={}, at=timezone.now())
    publish(snapshot("Words.", citations=[work_row(1, **row)]))
    assert names(live=True) == ["Kept"]


def test_pages_of_the_list_follow_each_other(client: Client, editor: User) -> None:
    works = {f"k{number}": factories.make_citation() for number in range(WORKS_PER_PAGE + 2)}
    factories.make_article(citations=works)
    client.force_login(editor)
    first, second = client.get(f"{LIST}?design=rct"), client.get(f"{LIST}?design=rct&page=2")
    assert (len(first.context["rows"]), len(second.context["rows"])) == (WORKS_PER_PAGE, 2)
    assert "?design=rct&amp;page=2" in first.content.decode()
    assert first.context["found"] == second.context["found"] == WORKS_PER_PAGE + 2


def test_the_list_takes_one_query(
    library: dict[str, Citation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        cited_works(order="flags")


def test_it_stands_in_the_sidebar_of_those_who_may_see_it(client: Client, editor: User, make_user: Any) -> None:
    client.force_login(editor)
    assert f'href="{LIST}"' in client.get(reverse("admin:index")).content.decode()
    client.force_login(make_user("nobody"))
    assert f'href="{LIST}"' not in client.get(reverse("admin:index")).content.decode()


def test_counts_lead_to_where_a_work_is_used(client: Client, library: dict[str, Citation], editor: User) -> None:
    client.force_login(editor)
    used = reverse("newsroom:where-used", args=[library["often"].pk])
    assert f'href="{used}"' in client.get(LIST).content.decode()
